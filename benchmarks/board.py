"""What watching costs: each board against the same runs without it, how often it draws, how long the kernel waits.

    python benchmarks/board.py

Drawing is done in full, as text; sending it to a browser happens in another thread of a real kernel.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from os import getloadavg
from statistics import median
from time import perf_counter

from playground.batch_board import BatchBoard
from playground.training import Run
from playground.training_board import SLICE_S, TrainingBoard

ROUNDS = 4


@dataclass
class Watched:
    """What was seen of the runs that a board trained."""

    seconds: list[float] = field(default_factory=list[float])
    pictures: list[int] = field(default_factory=list[int])
    waits: list[float] = field(default_factory=list[float])  # of the kernel, each until its next turn

    async def watch(self, board: TrainingBoard, press: Callable[[], object]) -> None:
        drawn: list[object] = []
        board._picture.observe(drawn.append, "value")  # pyright: ignore[reportPrivateUsage]  # the picture has no other name
        start = before = perf_counter()
        press()
        while board.playing:
            await asyncio.sleep(0)
            self.waits.append(perf_counter() - before)
            before = perf_counter()
        self.seconds.append(before - start)
        self.pictures.append(len(drawn))


def training_board() -> tuple[TrainingBoard, Callable[[], object]]:
    """The board of lesson 08 and what starts it: two epochs at the lecture's lr."""
    board = TrainingBoard()
    board.goal.value = 2
    return board, board.play


def batch_board() -> tuple[TrainingBoard, Callable[[], object]]:
    """The board of lesson 05 and what starts it: four batch sizes, one after another."""
    board = BatchBoard()
    return board, board.series


def unwatched(board: TrainingBoard) -> tuple[float, int]:
    """Seconds, and images seen, of the runs that this board would train."""
    start, images = perf_counter(), 0
    for batch_size in board.in_turn if isinstance(board, BatchBoard) else [board.batch_size.value]:
        run = Run(board.lr.value, batch_size, examples=board.examples)
        while run.epochs < board.goal.value:
            run.step()
            if run.test_is_due():
                run.test()
        images += run.images
    return perf_counter() - start, images


def main() -> None:
    print("load", getloadavg()[0])
    print(f"{'board':>10} {'unwatched':>16} {'watched':>16} {'kept':>6} {'pictures':>9} {'kernel waits':>24}")
    for name, make in (("lesson 08", training_board), ("lesson 05", batch_board)):
        seen, alone, images = Watched(), list[float](), 0
        for _ in range(ROUNDS):
            seconds, images = unwatched(make()[0])
            alone.append(seconds)
            asyncio.run(_once(seen, make))
        quick, watched = min(alone), min(seen.seconds)
        slices = sorted(wait for wait in seen.waits if wait > SLICE_S / 2)  # the others are its breaths
        rates = [f"{images / seconds:,.0f} images/s" for seconds in (quick, watched)]
        wait = f"{1000 * median(slices):.0f} ms, {1000 * slices[-1]:.0f} at most"
        pace = f"{sum(seen.pictures) / sum(seen.seconds):.1f} /s"
        print(f"{name:>10} {rates[0]:>16} {rates[1]:>16} {quick / watched:>6.0%} {pace:>9} {wait:>24}")


async def _once(seen: Watched, make: Callable[[], tuple[TrainingBoard, Callable[[], object]]]) -> None:
    await seen.watch(*make())


if __name__ == "__main__":
    main()
