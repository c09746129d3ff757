"""The loss of a model whose answer went through softmax once, as it should, or twice.

One class is right, its logit leads the others by a number that is moved by hand. The loss takes logits and applies
softmax itself. Whoever applies softmax before it hands in numbers between 0 and 1, and logits that differ by 1 at
most can never be a certain answer: the loss stops at a floor, and far from the floor it is flat too.
"""

from dataclasses import dataclass
from math import e, exp, log

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.palette import BLUE, DASHED, DOTTED, MUTED, VERMILLION
from playground.predict import Prediction, opened_by
from playground.stage import choice, slider, stage
from playground.svg import Scale, line, marker, polyline, svg, text, x_axis, y_axis

WAYS = ("once", "twice")
SIZES = ("10 classes", "3 classes")


@dataclass(frozen=True)
class Answer:
    """The right logit is `lead`, the other `classes - 1` are 0; softmax is applied once, or `twice`."""

    lead: float
    classes: int = 10
    twice: bool = False

    @property
    def q(self) -> float:
        """The probability that one softmax gives to the right class."""
        return _share(self.lead, 0, self.classes)

    @property
    def loss(self) -> float:
        """The cross-entropy in nats that comes out."""
        return -log(_share(self.q, (1 - self.q) / (self.classes - 1), self.classes) if self.twice else self.q)

    @property
    def floor(self) -> float:
        """The loss in nats below which no answer can come: for a perfect answer, softmax twice."""
        return log(e + self.classes - 1) - 1 if self.twice else 0.0

    @property
    def slope(self) -> float:
        """How much the loss changes with the lead, in nats per unit."""
        if not self.twice:
            return self.q - 1
        others = (1 - self.q) / (self.classes - 1)
        again = _share(self.q, others, self.classes)
        return (again - 1) * self.q * (1 - self.q) * self.classes / (self.classes - 1)


def softmax_twice(after: Prediction | None = None) -> widgets.Widget:
    """The demonstration: the switch, the number of classes, and a slider for the right logit's lead."""

    def build() -> widgets.Widget:
        way, size = choice("softmax", WAYS), choice("model", SIZES)
        lead = slider("right logit", 0, -6, 12, 0.1, ".1f")
        classes = {"10 classes": 10, "3 classes": 3}
        return stage([way, size, lead], lambda: show(Answer(lead.value, classes[size.value], way.value == "twice")))

    return opened_by(after, build)


def show(state: Answer) -> tuple[str, str]:
    """Picture and read-out together."""
    return picture(state), readout(state)


def readout(state: Answer) -> str:
    """What the picture shows, in words."""
    way = "twice" if state.twice else "once"
    lowest = f"It can never fall below {state.floor:.4f}." if state.twice else "It can fall as near to 0 as you like."
    return (
        f"{state.classes} classes, right logit {state.lead:.1f}, the others 0: q of the right class is {state.q:.4f}. "
        f"Softmax {way}: loss {state.loss:.4f} nats, slope {round(state.slope, 4) + 0:.4f}. {lowest}"
    )


_LEADS = [k / 5 for k in range(-30, 61)]


def picture(state: Answer) -> str:
    """The loss against the lead, softmax once and twice, with the floor and the point where the slider is."""
    across, up = Scale(-6, 12, 50, 560), Scale(0, 8.5, 250, 35)
    once = [(across(x), up(Answer(x, state.classes).loss)) for x in _LEADS]
    twice = [(across(x), up(Answer(x, state.classes, True).loss)) for x in _LEADS]
    floor = Answer(0, state.classes, True).floor
    bold, plain = {"stroke_width": 4}, {"stroke_width": 1.5}
    x, y = across(state.lead), up(state.loss)
    return svg(
        660,
        300,
        x_axis(across, 250, "logit of the right class, the others are 0", grid_to=35),
        y_axis(up, 50, "loss in nats", ticks=range(0, 9, 2), grid_to=560),
        polyline(once, BLUE, **(plain if state.twice else bold)),
        polyline(twice, VERMILLION, stroke_dasharray=DASHED, **(bold if state.twice else plain)),
        line(50, up(floor), 560, up(floor), MUTED, stroke_width=1.5, stroke_dasharray=DOTTED),
        text(568, up(floor) - 3, f"floor {floor:.4f}", font_weight="bold"),
        text(568, up(0) + 8, "softmax once"),
        text(568, up(floor) - 21, "softmax twice"),
        marker(x, y, "diamond" if state.twice else "circle", VERMILLION if state.twice else BLUE, 7),
        text(560, 22, f"loss {state.loss:.4f} nats", size=15, text_anchor="end", font_weight="bold"),
        label=readout(state),
    )


def _share(one: float, other: float, classes: int) -> float:
    """The softmax of `one` among `classes - 1` logits that are all `other`."""
    return 1 / (1 + (classes - 1) * exp(other - one))
