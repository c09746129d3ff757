# loses check_diagnose: diagnose.exact_equality | error.exception
def diagnose(steps):
    b = [x.tolist() for x, _ in steps]
    u = [x.tolist() for _, x in steps]
    zero = [0.0] * len(b[0])
    total, totals = zero, []
    for row in b:
        total = [x + y for x, y in zip(total, row)]
        totals.append(total)
    answers = {str(b): "correct"}
    if u == b:
        return "correct"
    if u == totals:
        return "accumulates"
    if u == [zero] * len(b):
        return "erased"
    if u == [zero] + b[:-1]:
        return "stale"
    raise ValueError("unknown loop")
