# loses check_beat_the_lecture: returns.type
def beat_the_lecture():
    lr = 0.1
    batch_size = 64
    print(f"lr={lr}, batch_size={batch_size}")
    return lr, batch_size
