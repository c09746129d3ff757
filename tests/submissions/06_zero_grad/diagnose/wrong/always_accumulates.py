# loses check_diagnose: argument.ignored | diagnose.confused
def diagnose(steps):
    return "accumulates"
