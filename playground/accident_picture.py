"""The picture of "better by accident": loops that differ only in zero_grad, their loss and their test accuracy.

Pure functions from a `View` to SVG and to words; what trains is in `accident_runs`, what is pressed in
`better_by_accident`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isfinite, log

from playground.palette import (
    BLUE,
    DASHED,
    DOTTED,
    FOREGROUND,
    GREEN,
    MUTED,
    ORANGE,
    SOLID,
)
from playground.svg import Scale, group, line, marker, polyline, svg, text, x_axis, y_axis

STEPS = 376  # two epochs of 12 000 images in minibatches of 64
WAYS = ("after step", "nowhere", "momentum 1", "before step")
NAMES = {
    "after step": "right (zeroed after step)",
    "nowhere": "never zeroed",
    "momentum 1": "zeroed, with momentum 1",
    "before step": "zeroed before step",
}
STYLES = {  # colour, dash, shape, thickness
    "after step": (BLUE, SOLID, "circle", 2.5),
    "nowhere": (ORANGE, SOLID, "square", 6.0),
    "momentum 1": (FOREGROUND, DASHED, "diamond", 2.0),
    "before step": (GREEN, DOTTED, "triangle", 2.5),
}

WIDTH, HEIGHT = 760, 400
LEFT, RIGHT = 50, 540
LOSS_TOP, LOSS_BOTTOM = 34, 200
TEST_TOP, TEST_BOTTOM = 246, 350
HIGHEST = 4.0  # nats; what is larger is drawn at the upper edge
GUESSING = log(10)


@dataclass(frozen=True)
class Trace:
    """What one loop has measured: (step, mean loss in nats) and (step, fraction of the test images right)."""

    way: str
    losses: tuple[tuple[int, float], ...] = ()
    accuracies: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True)
class View:
    """What is drawn: the learning rate, the loops in view, and how many updates each has made."""

    lr: float
    traces: tuple[Trace, ...] = ()
    steps: int = 0

    @property
    def done(self) -> bool:
        """Whether the two epochs are over."""
        return self.steps == STEPS


def picture(view: View) -> str:
    """Loss above, test accuracy below, over the same steps; and who is who on the right."""
    across = Scale(0, 400, LEFT, RIGHT)
    return svg(WIDTH, HEIGHT, _losses(view, across), _tests(view, across), *_legend(view), label=readout(view))


def readout(view: View) -> str:
    """What the picture shows, in words."""
    if not view.steps:
        return f"lr {view.lr:g}: nothing is trained yet. Press Train: two epochs of 12 000 images, {STEPS} updates."
    when = "After two epochs" if view.done else f"After {view.steps} of {STEPS} updates"
    told = "; ".join(f"{NAMES[trace.way]}: {trace.accuracies[-1][1]:.3f}" for trace in view.traces)
    words = f"lr {view.lr:g}. {when} the last test accuracies are: {told}."
    ways = {trace.way: trace for trace in view.traces}
    if "momentum 1" in ways and "nowhere" in ways:
        same = ways["momentum 1"].losses == ways["nowhere"].losses
        words += " Never zeroed and momentum 1 have " + ("the same losses, to the last digit." if same else "parted.")
    return words


def _losses(view: View, across: Scale) -> str:
    up = Scale(0, HIGHEST, LOSS_BOTTOM, LOSS_TOP)
    drawn = [
        y_axis(up, LEFT, "training loss in nats", ticks=[0, 1, 2, 3, 4], grid_to=RIGHT),
        line(LEFT, LOSS_BOTTOM, RIGHT, LOSS_BOTTOM, MUTED),
        line(LEFT, up(GUESSING), RIGHT, up(GUESSING), FOREGROUND, stroke_dasharray="3 3"),
        text(RIGHT, LOSS_TOP - 10, "- - -  ln 10: ten equal guesses", size=12, text_anchor="end"),
    ]
    for trace in view.traces:
        drawn.append(_curve(trace.way, trace.losses, across, lambda value: up(min(value, HIGHEST))))
    return group(*drawn)


def _tests(view: View, across: Scale) -> str:
    up = Scale(0, 1, TEST_BOTTOM, TEST_TOP)
    drawn = [
        y_axis(up, LEFT, "test accuracy", ticks=[0, 0.5, 1], grid_to=RIGHT),
        x_axis(across, TEST_BOTTOM, "updates; epoch 1 ends at 188, epoch 2 at 376", ticks=[0, 100, 188, 300, 376]),
    ]
    for trace in view.traces:
        colour, _, shape, thickness = STYLES[trace.way]
        drawn.append(_curve(trace.way, trace.accuracies, across, up))
        size = 6 if thickness > 5 else 4
        drawn += [marker(across(step), up(value), shape, colour, size) for step, value in trace.accuracies]
    return group(*drawn)


def _curve(way: str, points: Sequence[tuple[int, float]], across: Scale, height: Callable[[float], float]) -> str:
    colour, dash, _, thickness = STYLES[way]
    places = [(across(step), height(value)) for step, value in points if isfinite(value)]
    return polyline(places, colour, stroke_width=thickness, stroke_dasharray=dash) if places else ""


def _legend(view: View) -> list[str]:
    """One entry for each loop: its line, its name, its latest figures."""
    x = RIGHT + 24
    drawn = [text(x, 24, f"lr {view.lr:g}", size=15, font_weight="bold")]
    for row, trace in enumerate(view.traces):
        y = 56 + 76 * row
        colour, dash, shape, thickness = STYLES[trace.way]
        drawn += [
            line(x, y, x + 44, y, colour, stroke_width=thickness, stroke_dasharray=dash),
            marker(x + 22, y, shape, colour, 6 if thickness > 5 else 5),
            text(x, y + 24, NAMES[trace.way], font_weight=600),
            text(x, y + 43, _figures(trace), size=13),
        ]
    return drawn


def _figures(trace: Trace) -> str:
    words = [f"test {value:.3f}" for _, value in trace.accuracies[-1:]]
    words += [f"loss {value:.2f}" if isfinite(value) else "loss no number" for _, value in trace.losses[-1:]]
    return " · ".join(words)
