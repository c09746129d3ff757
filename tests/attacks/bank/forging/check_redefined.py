# tries: check() itself is redefined, in the notebook and in the package
# must not: earn a point
import autograder.check

def check(name):
    return True

autograder.check.check = check
