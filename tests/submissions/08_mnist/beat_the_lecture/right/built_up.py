def beat_the_lecture():
    settings = {}
    settings["lr"] = 1e-3 * 500
    settings["batch_size"] = 64 * 4
    return settings
