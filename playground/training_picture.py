"""The picture of the training board: loss and test accuracy of several runs over one axis.

Pure functions from a `View`, which holds everything that is drawn, to SVG and to words. Equal epochs are not
equal steps, and neither is equal time: so the axis can be any of the three.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import floor, isfinite, log, log10
from statistics import fmean

from playground.curve import Curve, Point
from playground.palette import (
    BLUE,
    DASH_DOT,
    DASHED,
    DOTTED,
    FOREGROUND,
    GREEN,
    MUTED,
    ORANGE,
    PURPLE,
    SOLID,
    VERMILLION,
)
from playground.svg import Scale, group, line, marker, polyline, svg, text, x_axis, y_axis

AXES: dict[str, Callable[[Point], float]] = {
    "epochs": lambda point: point.epochs,
    "steps": lambda point: point.steps,
    "seconds": lambda point: point.seconds,
}
UNITS = {"nats": 1.0, "bits": log(2)}
GUESSING = log(10)  # nats: the loss of ten equal guesses
LECTURE_ACCURACY = 0.911

STYLES = [  # the running curve, then the pinned ones: colour, dash, shape
    (BLUE, SOLID, "circle"),
    (ORANGE, DASHED, "square"),
    (GREEN, DOTTED, "triangle"),
    (PURPLE, DASH_DOT, "diamond"),
    (VERMILLION, "14 4", "square"),
]
MOST_PINS = len(STYLES) - 1

WIDTH, HEIGHT = 800, 430
LEFT, RIGHT = 56, 560
LOSS_TOP, LOSS_BOTTOM = 34, 230
TEST_TOP, TEST_BOTTOM = 274, 384
DRAWN_POINTS = 250  # a curve is 500 pixels wide: more points cost time and show nothing


@dataclass(frozen=True)
class View:
    """Everything the picture shows and the read-out says."""

    current: Curve
    pins: tuple[Curve, ...] = ()
    axis: str = "epochs"
    unit: str = "nats"
    goal: int = 1  # epochs after which the board stops by itself
    images_per_second: float | None = None  # None while nothing is training
    note: str = ""  # something the board wants to add to the read-out
    examples: int = 60_000  # images of one epoch
    lecture: bool = True  # whether the lecture's accuracy is drawn

    @property
    def curves(self) -> tuple[Curve, ...]:
        """The running curve and the pinned ones, in the order of STYLES."""
        return (self.current, *self.pins)


def picture(view: View) -> str:
    """The two panels and the legend, as SVG."""
    across = Scale(0, _right_end(view), LEFT, RIGHT)
    return svg(WIDTH, HEIGHT, _loss_panel(view, across), _test_panel(view, across), _legend(view), label=readout(view))


def readout(view: View) -> str:
    """What the picture says, in a sentence or two."""
    curve = view.current
    if not curve.losses:
        return f"Ready: {curve.name}. Nothing is trained yet. {_accuracy_words(curve)} {view.note}".rstrip()
    now = curve.losses[-1]
    goal = f" of {view.goal}" if now.epochs <= view.goal else ""  # fewer may be chosen when more are done
    words = f"Epoch {now.epochs:.2f}{goal}, step {now.steps}."
    words += f" Loss {_loss_words(now.value, view.unit)}. {_accuracy_words(curve)}"
    if curve.epoch_losses:
        last = curve.epoch_losses[-1]
        words += f" Mean loss of epoch {last.epochs:.0f}: {_loss_words(last.value, view.unit)}."
    if view.images_per_second:
        left_s = max(view.goal - now.epochs, 0) * view.examples / view.images_per_second
        rate = f"{view.images_per_second:,.0f}".replace(",", " ")
        words += f" {rate} images per second, {left_s:.0f} s left."
    return f"{words} {view.note}".rstrip()


def _loss_words(nats: float, unit: str) -> str:
    return f"{nats / UNITS[unit]:.3f} {unit}" if isfinite(nats) else "is no number any more"


def _accuracy_words(curve: Curve) -> str:
    if not curve.accuracies:
        return ""
    last = curve.accuracies[-1]
    return f"Test accuracy {last.value:.1%} at epoch {last.epochs:.2f}.".replace("%", " %")


def _right_end(view: View) -> float:
    """Where the shared axis ends: a round number at or beyond every curve; the epochs to come while there is none."""
    at = AXES[view.axis]
    ends = [at(points[-1]) for curve in view.curves for points in (curve.losses, curve.accuracies) if points]
    least, empty = {"epochs": (0.02, view.goal), "steps": (20, 1000), "seconds": (0.02, 1)}[view.axis]
    return _round_up(max([least, *ends])) if any(ends) else empty


def _round_up(value: float) -> float:
    power = 10.0 ** floor(log10(value))
    return next(m * power for m in (1, 2, 5, 10) if m * power >= value * 0.9999)


def _loss_panel(view: View, across: Scale) -> str:
    unit = UNITS[view.unit]
    highest = max((p.value for c in view.curves for p in c.losses if isfinite(p.value)), default=0) / unit
    tops = (2.5, 4) if view.unit == "nats" else (2.5, 4, 6)
    top = next((top for top in tops if highest <= top), tops[-1])  # a rare spike is cut off, not made room for
    up = Scale(0, top, LOSS_BOTTOM, LOSS_TOP)
    guessing = up(GUESSING / unit)
    name = "- - -  ln 10" if view.unit == "nats" else "- - -  log2 10"
    parts = [
        y_axis(up, LEFT, label=f"training loss in {view.unit}", grid_to=RIGHT),
        line(LEFT, LOSS_BOTTOM, RIGHT, LOSS_BOTTOM, MUTED),
        line(LEFT, guessing, RIGHT, guessing, FOREGROUND, stroke_dasharray="3 3"),
        text(
            RIGHT,
            LOSS_TOP - 10,
            f"{name} = {GUESSING / unit:.3f}: ten equal guesses",
            size=12,
            text_anchor="end",
        ),
    ]
    for curve, style in zip(view.curves, STYLES, strict=False):
        parts += _drawn(curve.losses, style, view.axis, across, lambda v: up(min(v / unit, top)))
    return group(*parts)


def _test_panel(view: View, across: Scale) -> str:
    up = Scale(0, 100, TEST_BOTTOM, TEST_TOP)
    lecture = up(100 * LECTURE_ACCURACY)
    parts = [
        y_axis(up, LEFT, label="test accuracy in %", ticks=[0, 50, 100], grid_to=RIGHT),
        x_axis(across, TEST_BOTTOM, label="seconds of training" if view.axis == "seconds" else view.axis),
    ]
    if view.lecture:
        parts += [
            line(LEFT, lecture, RIGHT, lecture, FOREGROUND, stroke_dasharray="3 3"),
            text(RIGHT, TEST_TOP - 10, "- - -  91.1: the lecture after 40 epochs", size=12, text_anchor="end"),
        ]
    for curve, style in zip(view.curves, STYLES, strict=False):
        colour, _, shape = style
        parts += _drawn(curve.accuracies, style, view.axis, across, lambda v: up(100 * v))
        parts += [
            marker(across(AXES[view.axis](p)), up(100 * p.value), shape, colour, r=3) for p in curve.accuracies[-60:]
        ]
    return group(*parts)


def _drawn(
    points: Sequence[Point],
    style: tuple[str, str, str],
    axis: str,
    across: Scale,
    height: Callable[[float], float],
) -> list[str]:
    """The line through `points`, broken where a value is no number."""
    colour, dash, _ = style
    at = AXES[axis]
    places = [(across(at(p)), height(p.value)) for p in thinned(points) if isfinite(p.value)]
    return [polyline(places, colour, stroke_dasharray=dash)] if places else []


def thinned(points: Sequence[Point], most: int = DRAWN_POINTS) -> list[Point]:
    """At most about `most` points: neighbours are averaged; first and last one stay as they are."""
    if len(points) <= most:
        return list(points)
    size = -(-len(points) // most)
    between = points[1:-1]
    groups = [between[i : i + size] for i in range(0, len(between), size)]
    return [points[0], *(few[-1]._replace(value=fmean(p.value for p in few)) for few in groups), points[-1]]


def _legend(view: View) -> str:
    """One entry for each curve: its line, learning rates, batch size and latest figures."""
    parts: list[str] = []
    x = RIGHT + 24
    for i, (curve, (colour, dash, shape)) in enumerate(zip(view.curves, STYLES, strict=False)):
        y = LOSS_TOP + 4 + 78 * i
        lr, batch = curve.name.split(", ")
        parts += [
            line(x, y, x + 44, y, colour, stroke_width=2.5, stroke_dasharray=dash),
            marker(x + 22, y, shape, colour, r=4),
            text(x + 54, y + 5, "now" if i == 0 else f"pinned {i}", MUTED, 12),
            text(x, y + 23, f"{lr}, {batch}" if len(lr) < 14 else lr, size=13, font_weight=600),
            text(x, y + 39, _figures(curve, view.unit), size=12),
            text(x, y + 54, _length(curve), MUTED, 12),
        ]
    if not view.pins:
        y = LOSS_TOP + 96
        parts += [text(x, y, "Pin a run to compare", MUTED, 12), text(x, y + 17, "the next one with it.", MUTED, 12)]
    return group(*parts)


def _length(curve: Curve) -> str:
    """How far the run has come on each of the three axes."""
    if not curve.losses:
        return ""
    now = curve.losses[-1]
    seconds = f"{now.seconds:.1f}" if now.seconds < 100 else f"{now.seconds:.0f}"
    epochs = round(now.epochs, 2)
    return f"{_many(now.steps, 'step')} · {_many(epochs, 'epoch')} · {seconds} s"


def _many(number: float, thing: str) -> str:
    return f"{number:g} {thing}{'s' * (number != 1)}"


def _figures(curve: Curve, unit: str) -> str:
    loss = (curve.epoch_losses or curve.losses)[-1:]
    accuracy = curve.accuracies[-1:]
    name = f"epoch {curve.epoch_losses[-1].epochs:.0f}: mean" if curve.epoch_losses else "loss"
    words = [f"{name} {p.value / UNITS[unit]:.3f}" if isfinite(p.value) else "loss no number" for p in loss]
    words += [f"test {100 * p.value:.1f} %" for p in accuracy]
    return " · ".join(words)
