"""From logits to the loss, one term after the other: z, exp z, their sum, its logarithm, softmax, -ln q.

Three logits are moved by hand. A table holds the terms of the formula, and the one that was chosen is lit up, in
the formula and in the table. On a line of logits below, the loss is a length: from the logit of the right class to
the log-sum-exp, which lies a little above the largest logit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.logits import CLASSES, COLOURS, HIGH, LECTURE, LOW, SHAPES, Logits, LogitSliders
from playground.palette import DASHED, FOREGROUND, MUTED, SKY, SURFACE, VERMILLION
from playground.predict import Prediction, opened_by
from playground.stage import choice, stage
from playground.svg import Scale, group, line, marker, rect, svg, text, x_axis

TERMS = ("z", "exp z", "sum", "ln sum", "softmax q", "−ln q")


@dataclass(frozen=True)
class Terms:
    """Logits, and the term of the formula that is lit up (one of `TERMS`)."""

    logits: Logits
    lit: str = "z"


def logit_terms(z: Sequence[float] = (2, 1, 0), after: Prediction | None = None) -> widgets.Widget:
    """The demonstration, starting from `z`; closed until the prediction `after` is made."""

    def build() -> widgets.Widget:
        hand = LogitSliders(z)
        lit = choice("light up", TERMS)
        shown = stage([*hand.controls, lit], lambda: show(Terms(hand.state, lit.value)))
        buttons = [
            hand.button("2, 1, 0", lambda _: (2, 1, 0)),
            hand.button("6, 0, 0", lambda _: (6, 0, 0)),
            hand.button("the lecture's q", lambda _: LECTURE),
            hand.button("all 0", lambda _: (0, 0, 0)),
            hand.button("add 1 to all", lambda now: _shifted(now, 1)),
            hand.button("take 1 from all", lambda now: _shifted(now, -1)),
        ]
        return widgets.VBox([widgets.HBox(buttons, layout={"flex_flow": "row wrap"}), shown])

    return opened_by(after, build)


def show(state: Terms) -> tuple[str, str]:
    """Picture and read-out together."""
    return picture(state), readout(state)


def readout(state: Terms) -> str:
    """What the picture shows, in words: the term that is lit up, then the loss."""
    now = state.logits
    name = CLASSES[now.right]
    lit = {
        "z": f"The logits are {_listed(now.z)}. Any numbers are allowed.",
        "exp z": f"The powers of e are {_listed(now.powers)}. All are positive.",
        "sum": f"The powers add up to {_short(now.total)}.",
        "ln sum": f"ln {_short(now.total)} = {now.log_total:.4f}, a little above the largest logit, {max(now.z):.4f}.",
        "softmax q": f"Each power divided by the sum: q is {_listed(now.q)}. They add up to 1.",
        "−ln q": f"The {name} is true and got q = {_short(now.q[now.right])}. Its surprisal is {now.loss:.4f} nats.",
    }[state.lit]
    sign = "-" if now.z[now.right] >= 0 else "+"
    return (
        f"{lit} Loss: ln sum - z of {name} = {now.log_total:.4f} {sign} {abs(now.z[now.right]):.4f} "
        f"= {now.loss:.4f} nats = {now.loss / log(2):.4f} bits."
    )


def picture(state: Terms) -> str:
    """The formula, its terms as a table, and the loss as a length on the line of logits, as SVG."""
    return svg(660, 362, *_formula(state), *_table(state), *_length(state.logits), label=readout(state))


def _shifted(now: Logits, by: float) -> list[float]:
    """All logits moved alike; none where one would leave its slider, so the differences stay as they are."""
    moved = [z + by for z in now.z]
    return moved if min(moved) >= LOW and max(moved) <= HIGH else list(now.z)


def _short(value: float) -> str:
    if 0 < value < 0.001:
        return f"{value:.7f}"
    return f"{value:.4f}" if value < 1000 else f"{value:.1f}"


def _listed(values: Sequence[float]) -> str:
    return ", ".join(f"{name} {_short(value)}" for name, value in zip(CLASSES, values, strict=True))


def _lamp(x: float, y: float, width: float, height: float) -> str:
    """The frame round what is lit up: an area and a dashed border."""
    frame = {"stroke": VERMILLION, "stroke_width": 2, "stroke_dasharray": DASHED, "rx": 5}
    return group(rect(x, y, width, height, SKY, fill_opacity=0.25), rect(x, y, width, height, "none", **frame))


def _formula(state: Terms) -> list[str]:
    """The formula, loss = −ln q_y = ln Σ exp z − z_y, in pieces that can be lit up."""
    lamps = {
        "z": [(426, 38)],
        "exp z": [(324, 72)],
        "sum": [(296, 100)],
        "ln sum": [(265, 131)],
        "softmax q": [(203, 33)],
        "−ln q": [(160, 79)],
    }
    pieces = [
        (70, "loss"), (138, "="), (165, "−ln"), (207, "q"), (246, "="), (272, "ln"), (302, "Σ"), (332, "exp z"),
        (406, "−"), (433, "z"),
    ]  # fmt: skip
    drawn = [_lamp(x, 8, width, 34) for x, width in lamps[state.lit]]
    drawn += [text(x, 31, words, size=19, font_weight="bold") for x, words in pieces]
    drawn += [text(221, 36, "y", size=13), text(444, 36, "y", size=13)]
    return [*drawn, text(490, 31, f"y = {CLASSES[state.logits.right]}", MUTED, 15)]


_COLUMNS = {"z": 178, "exp z": 260, "sum": 355, "ln sum": 435, "softmax q": 530, "−ln q": 630}


def _table(state: Terms) -> list[str]:
    """A row for each class, a column for each term; what belongs to all classes stands once, in the middle."""
    now = state.logits
    right = _COLUMNS[state.lit]
    drawn = [
        rect(20, 88 + 30 * now.right, 620, 28, SURFACE),
        _lamp(right - 73, 58, 82, 126),
        *(text(x, 78, term, MUTED, 13, text_anchor="end") for term, x in _COLUMNS.items()),
        line(20, 86, 640, 86, MUTED),
    ]
    for k, name in enumerate(CLASSES):
        y = 108 + 30 * k
        drawn += [
            marker(34, y - 5, SHAPES[k], COLOURS[k]),
            text(50, y, name, font_weight="bold" if k == now.right else "normal"),
            text(_COLUMNS["z"], y, f"{now.z[k]:.4f}", text_anchor="end"),
            text(_COLUMNS["exp z"], y, _short(now.powers[k]), text_anchor="end"),
            text(_COLUMNS["softmax q"], y, _short(now.q[k]), text_anchor="end"),
        ]
    return [
        *drawn,
        text(_COLUMNS["sum"], 138, _short(now.total), text_anchor="end"),
        text(_COLUMNS["ln sum"], 138, f"{now.log_total:.4f}", text_anchor="end"),
        text(_COLUMNS["−ln q"], 108 + 30 * now.right, f"{now.loss:.4f}", text_anchor="end", font_weight="bold"),
    ]


def _length(now: Logits) -> list[str]:
    """The loss as the distance from the right logit to the log-sum-exp."""
    across = Scale(-6.5, 7.5, 40, 620)
    start, end = across(now.z[now.right]), across(now.log_total)
    words = f"loss = {now.loss:.4f} nats"
    middle = min(max((start + end) / 2, 110), 550)
    drawn = [
        x_axis(across, 318, "logit", ticks=range(-6, 8, 2)),
        text(middle, 216, words, size=15, text_anchor="middle", font_weight="bold"),
        rect(start, 226, end - start, 12, VERMILLION, fill_opacity=0.75),
        line(start, 226, start, 318, COLOURS[now.right], stroke_width=2),
        line(end, 226, end, 318, FOREGROUND, stroke_width=2, stroke_dasharray=DASHED),
        text(end + 6, 262, "ln sum", size=13),
    ]
    for k in (2, 1, 0):
        drawn.append(marker(across(now.z[k]), 318 - 16 * k, SHAPES[k], COLOURS[k], 7))
    return drawn
