"""What watching costs: the training board against the same run without it, and how long the kernel is kept waiting.

    python benchmarks/board.py

Drawing is done in full, as text; sending it to a browser happens in another thread of a real kernel.
"""

import asyncio
from statistics import median
from time import perf_counter

from playground.training import Run
from playground.training_board import SLICE_S, TrainingBoard

EPOCHS = 2
ROUNDS = 4


def unwatched() -> float:
    run, start = Run(), perf_counter()
    while run.epochs < EPOCHS:
        run.step()
        if run.test_is_due():
            run.test()
    return perf_counter() - start


async def watched(waits: list[float]) -> float:
    board = TrainingBoard()
    board.goal.value = EPOCHS
    start = before = perf_counter()
    board.play()
    while board.playing:
        await asyncio.sleep(0)
        waits.append(perf_counter() - before)
        before = perf_counter()
    return before - start


def main() -> None:
    waits: list[float] = []
    pairs = [(unwatched(), asyncio.run(watched(waits))) for _ in range(ROUNDS)]
    alone, seen = (min(times) for times in zip(*pairs, strict=True))
    print(f"{EPOCHS} epochs unwatched {alone:.2f} s, watched {seen:.2f} s: {alone / seen:.0%} of the speed is kept")
    slices = sorted(wait for wait in waits if wait > SLICE_S / 2)  # the others are its breaths
    print(f"the kernel waits {1000 * median(slices):.0f} ms at a time (median), {1000 * slices[-1]:.0f} ms at most")


if __name__ == "__main__":
    main()
