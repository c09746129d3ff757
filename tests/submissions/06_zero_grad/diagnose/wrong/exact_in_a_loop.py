# loses check_diagnose: diagnose.exact_equality
def diagnose(steps):
    total = 0 * steps[0][0]
    last = 0 * steps[0][0]
    votes = {"correct": 0, "accumulates": 0, "erased": 0, "stale": 0}
    for batch, used in steps:
        total = total + batch
        votes["correct"] += (used == batch).all()
        votes["accumulates"] += (used == total).all()
        votes["erased"] += (used == 0).all()
        votes["stale"] += (used == last).all()
        last = batch
    for name, count in votes.items():
        if count == len(steps):
            return name
