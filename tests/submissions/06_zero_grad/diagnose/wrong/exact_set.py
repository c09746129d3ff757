# loses check_diagnose: diagnose.exact_equality
def diagnose(steps):
    b = [tuple(x) for x, _ in steps]; u = [tuple(x) for _, x in steps]
    zero = (0.0,) * len(b[0])
    if u == b: return "correct"
    if set(u) == {zero}: return "erased"
    if u == [zero, *b[:-1]]: return "stale"
    return "accumulates"
