"""Does the picture follow the hand? From a control's message to the new picture, for every demonstration.

    python benchmarks/pictures.py

Each control is swept over its range, by the same messages that a browser sends while it is dragged. What is timed
ends when picture and read-out stand in the kernel, ready to be sent. A demonstration is whatever `playground` exports
with an `after`. Buttons are pressed only where they belong to a stage: what trains is measured in board.py.
"""

from collections.abc import Callable, Iterator
from inspect import Parameter, signature
from statistics import median, quantiles
from time import perf_counter
from typing import Any

import ipywidgets as widgets
import numpy as np
import torch

import playground
from playground.bars import Bars
from playground.drawing_pad import Pad
from playground.presses import Presses

BOUND_MS = 50
SWEEP = 40  # messages for each control

Message = Callable[[], object]


def demos() -> Iterator[tuple[str, Any]]:
    """Each demonstration's name and its widget, opened."""
    classifier = playground.BaseClassifier(784, 256, 10)
    for name in playground.__all__:
        made = getattr(playground, name)
        if callable(made) and "after" in signature(made).parameters:
            needed = [p for p in signature(made).parameters.values() if p.default is Parameter.empty]
            yield name, made(*[classifier for _ in needed])


def controls(shown: Any) -> Iterator[tuple[str, list[Message]]]:
    """Each control below a widget: its name, and the messages of a sweep over its range."""
    if isinstance(shown, Presses):
        for button in shown.children:
            yield button.description, [button.click] * SWEEP
    elif isinstance(shown, widgets.Box):
        for child in shown.children:
            yield from controls(child)
    elif states := sweep(shown):
        name = getattr(shown, "description", "") or getattr(shown, "title", "") or type(shown).__name__
        yield name, [lambda state=state: shown.set_state(state) for state in states]


def sweep(control: Any) -> list[dict[str, object]]:
    """What a browser sends while the control goes from one end to the other; nothing for what is no control."""
    turn = range(SWEEP)
    if isinstance(control, Bars):
        others = len(control.labels) - 1
        return [{"p": [k / SWEEP, *[(1 - k / SWEEP) / others] * others]} for k in turn]
    if isinstance(control, Pad):
        strokes = [np.pad(np.full(28 * (k % 28 + 1), 255, np.uint8), (0, 28 * (27 - k % 28))) for k in turn]
        return [{"ink": memoryview(ink.tobytes())} for ink in strokes]
    if hasattr(control, "_options_labels"):
        return [{"index": k % len(control._options_labels)} for k in turn]
    if isinstance(control, widgets.Checkbox | widgets.ToggleButton):
        return [{"value": k % 2 == 0} for k in turn]
    if isinstance(control, widgets.Textarea):
        return [{"value": control.value * (k + 1)} for k in turn]
    if hasattr(control, "min"):
        low, high, step = control.min, control.max, control.step
        steps = np.unique(np.linspace(0, round((high - low) / step), SWEEP).round())
        base = getattr(control, "base", None)
        values = [low + step * k for k in steps]
        kind = int if isinstance(control.value, int) else float
        return [{"value": kind(base**value if base else value)} for value in values]
    return []


def timed(send: Message) -> float:
    start = perf_counter()
    send()
    return 1000 * (perf_counter() - start)


def main() -> None:
    torch.set_num_threads(1)
    rows = []
    for name, shown in demos():
        times = {control: [timed(send) for send in messages] for control, messages in controls(shown)}
        if times:
            slowest = max(times, key=lambda control: median(times[control]))
            pooled = [ms for one in times.values() for ms in one]
            rows.append((quantiles(pooled, n=20)[-1], median(pooled), len(pooled), name, slowest))
    print(f"{'demonstration':22} {'messages':>8} {'median ms':>10} {'95 % ms':>8}   slowest control")
    for late, middle, count, name, slowest in sorted(rows):
        print(f"{name:22} {count:8} {middle:10.2f} {late:8.2f}   {slowest}")
    over = [name for late, *_, name, _ in rows if late > BOUND_MS]
    print(f"over the bound of {BOUND_MS} ms at the 95th percentile: {', '.join(over) or 'none'}")


if __name__ == "__main__":
    main()
