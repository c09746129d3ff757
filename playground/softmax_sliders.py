"""Softmax taken in the hand: three logits, a number added to all of them, and a temperature.

Each row is one class, read from left to right: its logit, e to that power, and its share of the sum. What is
added to all logits moves the left and the middle, and leaves the shares on the right as they are.
"""

from dataclasses import dataclass
from math import exp
from typing import Any

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.palette import BLUE, DASHED, FOREGROUND, GRID, MUTED, ORANGE
from playground.predict import Prediction, opened_by
from playground.stage import slider, stage
from playground.svg import Scale, line, polygon, rect, svg, text, x_axis

CLASSES = ("dog", "cat", "mouse")
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Softmax:
    """Three logits, the number `added` to each of them, and the `temperature` that divides the result."""

    logits: tuple[float, float, float]
    added: float = 0.0
    temperature: float = 1.0

    @property
    def z(self) -> tuple[float, ...]:
        """What is exponentiated: (logit + added) / temperature."""
        return tuple((logit + self.added) / self.temperature for logit in self.logits)

    @property
    def powers(self) -> tuple[float, ...]:
        """Each z as the power of e."""
        return tuple(exp(z) for z in self.z)

    @property
    def q(self) -> tuple[float, ...]:
        """The probabilities; exact also where a power is very large or very small."""
        shifted = [exp(z - max(self.z)) for z in self.z]
        return tuple(power / sum(shifted) for power in shifted)


def softmax_sliders(temperature: float = 1.0, after: Prediction | None = None) -> widgets.Widget:
    """The demonstration, with logits 2, 1, 0; closed until the prediction `after` is made."""

    def build() -> widgets.Widget:
        logits = [
            slider(f"logit {name}", value, -5, 5, 0.1, ".1f") for name, value in zip(CLASSES, (2, 1, 0), strict=True)
        ]
        added = slider("add to all", 0, -5, 5, 0.5, "+.1f")
        divisor = _log_slider("temperature", temperature)

        def draw() -> tuple[str, str]:
            dog, cat, mouse = (round(logit.value, 6) for logit in logits)
            return show(Softmax((dog, cat, mouse), round(added.value, 6), divisor.value))

        return stage([*logits, added, divisor], draw)

    return opened_by(after, build)


def show(state: Softmax) -> tuple[str, str]:
    """Picture and read-out together."""
    return picture(state), readout(state)


def picture(state: Softmax) -> str:
    """One row per class: logit, power, probability, as an SVG string."""
    left, right = Scale(-10, 10, 66, 236), Scale(0, 1, 420, 600)
    raised = "z" if state.temperature == 1 else "z / T"
    total = sum(state.powers)
    return svg(
        660,
        222,
        text(151, 20, "logit z", text_anchor="middle", font_weight=600),
        text(326, 20, f"e to the {raised}", text_anchor="middle", font_weight=600),
        text(510, 20, "q: share of the sum", text_anchor="middle", font_weight=600),
        x_axis(left, 166, ticks=[-10, -5, 0, 5, 10], grid_to=32),
        x_axis(right, 166, ticks=[0, 0.5, 1], grid_to=32),
        *[part for k in range(3) for part in _row(state, k, left, right)],
        line(left(0), 32, left(0), 166, FOREGROUND),
        line(286, 172, 368, 172, GRID),
        text(366, 192, f"sum {_short(total)}", text_anchor="end"),
        text(340, 212, f"largest q: {max(state.q):.3f} = {_short(max(state.powers))} / {_short(total)}", MUTED, 12),
        label=readout(state),
    )


def readout(state: Softmax) -> str:
    """What the picture shows, in words."""
    logits = ", ".join(f"{logit + state.added:g}" for logit in state.logits)
    q = ", ".join(f"{name} {q_k:.4f}" for name, q_k in zip(CLASSES, state.q, strict=True))
    exponent = (state.logits[0] - state.logits[1]) / state.temperature
    return (
        f"Logits {logits} at temperature T = {state.temperature:.3g} give q: {q}, which sum to 1. "
        f"The dog gets {exp(exponent):.3g} times what the cat gets: e to the difference of their logits over T, "
        f"e^{exponent:.3g}."
    )


def _row(state: Softmax, k: int, left: Scale, right: Scale) -> list[str]:
    y, logit, q = 40 + 42 * k, state.logits[k] + state.added, state.q[k]
    start, end = sorted((left(0), left(logit)))
    border = {"stroke": FOREGROUND, "stroke_dasharray": DASHED}
    return [
        text(8, y + 20, CLASSES[k]),
        rect(start, y, end - start, 30, ORANGE, **border),
        _arrow(246, y + 15),
        text(366, y + 20, _short(state.powers[k]), size=15, text_anchor="end"),
        _arrow(384, y + 15),
        rect(right.start, y, right(q) - right.start, 30, BLUE),
        text(610, y + 20, f"{q:.3f}", size=15),
    ]


def _arrow(x: float, y: float) -> str:
    return line(x, y, x + 12, y, MUTED, stroke_width=2) + polygon(
        [(x + 12, y - 5), (x + 20, y), (x + 12, y + 5)], MUTED
    )


def _short(value: float) -> str:
    """Four digits that matter, so that quotients fit; three and a power of ten where the number is long."""
    if 0.001 <= value < 100_000:
        return f"{value:.{3 if value < 10 else 2 if value < 100 else 1 if value < 1000 else 0}f}"
    mantissa, _, power = f"{value:.2e}".partition("e")
    return f"{mantissa} × 10{str(int(power)).translate(_RAISED)}"


def _log_slider(name: str, value: float) -> Any:
    """A slider from 0.1 to 10 whose steps are factors."""
    return widgets.FloatLogSlider(
        value=value,
        base=10,
        min=-1,
        max=1,
        step=0.05,
        description=name,
        readout_format=".2f",
        continuous_update=True,
        style={"description_width": "110px"},
        layout={"width": "460px", "max_width": "calc(100% - 4px)"},
    )
