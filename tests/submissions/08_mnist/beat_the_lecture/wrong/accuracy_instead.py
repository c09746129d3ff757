# loses check_beat_the_lecture: returns.type
def beat_the_lecture():
    return 0.954
