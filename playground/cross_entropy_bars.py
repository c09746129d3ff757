"""Cross-entropy to take in the hand: drag the truth p and the answer q, and see H(p) + KL(p‖q) = H(p, q).

Two sets of bars for dog, cat and mouse stand side by side. Under them one stacked bar shows the entropy of
the truth and, on top, what the wrong answer costs; a second bar of the same length shows the share of each
class in the cross-entropy. Two axes give the length in bits and in nats.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, isinf, log, log2
from typing import Any

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.bars import Bars
from playground.palette import BLUE, DASHED, FOREGROUND, MUTED, ORANGE, SURFACE, VERMILLION
from playground.predict import WIDTH, Prediction, opened_by
from playground.svg import Scale, line, polygon, rect, svg, text

CLASSES = ("dog", "cat", "mouse")
NATS_PER_BIT = log(2)

EXAMPLES = {
    "the lecture's first q": ((1.0, 0.0, 0.0), (0.2, 0.5, 0.3)),
    "the same, no mouse": ((1.0, 0.0, 0.0), (0.2, 0.8, 0.0)),
    "the lecture's second q": ((1.0, 0.0, 0.0), (0.8, 0.1, 0.1)),
    "a blurred picture": ((0.7, 0.2, 0.1), (1 / 3, 1 / 3, 1 / 3)),
}


@dataclass(frozen=True)
class Answer:
    """A truth `p` and an answer `q`, one probability per class; its properties are in bits."""

    p: Sequence[float]
    q: Sequence[float]

    @property
    def shares(self) -> list[float]:
        """What each class adds to H(p, q): 0 where it never happens, inf where q calls it impossible."""
        return [_product(a, b) for a, b in zip(self.p, self.q, strict=True)]

    @property
    def total(self) -> float:
        """H(p, q), inf where q gives probability 0 to something that happens."""
        return sum(self.shares)

    @property
    def entropy(self) -> float:
        """H(p), the least that any q can reach."""
        return sum(_product(a, a) for a in self.p)

    @property
    def waste(self) -> float:
        """KL(p‖q), the bits lost because q is not p."""
        return max(0.0, self.total - self.entropy)


def cross_entropy_bars(
    p: Sequence[float] = (1, 0, 0), q: Sequence[float] = (0.2, 0.5, 0.3), after: Prediction | None = None
) -> widgets.Widget:
    """The demonstration, starting from `p` and `q`; closed until the prediction `after` is made."""

    def build() -> widgets.Widget:
        truth = Bars(CLASSES, p, title="p: the truth")
        says = Bars(CLASSES, q, title="q: the classifier says", color=ORANGE, hatched=True)
        shown, told = widgets.HTML(), widgets.HTML()

        def redraw(_change: object = None) -> None:
            answer = Answer(truth.p, says.p)
            shown.value = picture(answer)
            told.value = f"<div role='status' style='{WIDTH};min-height:3em'>{readout(answer)}</div>"

        truth.observe(redraw, "p")
        says.observe(redraw, "p")
        redraw()
        side_by_side = widgets.HBox([truth, says], layout={"flex_flow": "row wrap", "grid_gap": "0 32px"})
        return widgets.VBox([_example_buttons(truth, says), side_by_side, shown, told])

    return opened_by(after, build)


def picture(answer: Answer) -> str:
    """The stacked bar H(p) + KL(p‖q) and, below it, H(p, q) by classes, as an SVG string."""
    bits = Scale(0, 5, 20, 580)
    return svg(
        620,
        196,
        *_equation(answer),
        *_stack(bits, answer),
        *_by_class(bits, answer),
        *_axis(bits, 126, "bits", [0, 1, 2, 3, 4, 5], 1),
        *_axis(bits, 162, "nats", [0, 1, 2, 3], 1 / NATS_PER_BIT),
        label=readout(answer),
    )


def readout(answer: Answer) -> str:
    """What the picture shows, in plain words."""
    if isinf(answer.total):
        never = [name for name, share in zip(CLASSES, answer.shares, strict=True) if isinf(share)]
        it = "it" if len(never) == 1 else "they"
        return f"H(p, q) is infinite: {' and '.join(never)} can happen, and q says {it} cannot."
    parts = f"H(p) {answer.entropy:.4f} + KL {answer.waste:.4f} = H(p, q) {answer.total:.4f} bits"
    nats = f"which is {answer.total * NATS_PER_BIT:.4f} nats."
    return f"{parts}, {nats} {'q is p, so nothing is wasted.' if answer.waste < 5e-5 else ''}".rstrip()


def _product(weight: float, probability: float) -> float:
    """Weight times the surprisal of `probability` in bits; what never happens adds nothing."""
    if weight == 0:
        return 0.0
    return inf if probability == 0 else weight * -log2(probability)


def _number(bits: float) -> str:
    return "∞" if isinf(bits) else f"{bits:.4f}"


def _equation(answer: Answer) -> list[str]:
    """The three numbers as one sum, each with the sign by which its bar is known."""
    return [
        rect(20, 8, 16, 16, BLUE),
        text(44, 21, f"H(p) = {_number(answer.entropy)}"),
        text(186, 21, "+"),
        rect(212, 8, 16, 16, VERMILLION, fill_opacity=0.75, stroke=VERMILLION, stroke_dasharray="4 2"),
        text(236, 21, f"KL(p‖q) = {_number(answer.waste)}"),
        text(394, 21, "="),
        rect(420, 8, 16, 16, SURFACE, stroke=FOREGROUND),
        text(444, 21, f"H(p, q) = {_number(answer.total)} bits"),
    ]


def _stack(bits: Scale, answer: Answer) -> list[str]:
    """H(p) with KL(p‖q) behind it; an arrow where the bar leaves the axis."""
    middle, end = bits(answer.entropy), bits(min(answer.total, bits.high))
    border = {"stroke": VERMILLION, "stroke_width": 1.5, "stroke_dasharray": DASHED}
    parts = [rect(bits.start, 38, middle - bits.start, 32, BLUE)]
    if answer.waste > 0:
        parts.append(rect(middle, 38, end - middle, 32, VERMILLION, fill_opacity=0.75, **border))
    return parts + _arrow(bits, answer, 54, VERMILLION)


def _by_class(bits: Scale, answer: Answer) -> list[str]:
    """H(p, q), cut into the shares of the classes; its name or first letter stands where there is room."""
    parts: list[str] = []
    start = 0.0
    for name, share in zip(CLASSES, answer.shares, strict=True):
        left, right = bits(min(start, bits.high)), bits(min(start + share, bits.high))
        if right > left:
            parts.append(rect(left, 78, right - left, 32, SURFACE, stroke=FOREGROUND))
        if right - left > 14:
            words = name if right - left > 50 else name[0]
            parts.append(text((left + right) / 2, 98, words, text_anchor="middle"))
        start += share
    return parts + _arrow(bits, answer, 94, FOREGROUND)


def _arrow(bits: Scale, answer: Answer, y: float, color: str) -> list[str]:
    if answer.total <= bits.high:
        return []
    x = bits.end + 4
    head = polygon([(x, y - 9), (x + 13, y), (x, y + 9)], color)
    return [head, text(x + 16, y + 6, "∞", size=18)] if isinf(answer.total) else [head]


def _axis(bits: Scale, y: float, unit: str, values: Sequence[float], bits_per_unit: float) -> list[str]:
    """A labelled axis at pixel height `y` in a unit of `bits_per_unit` bits."""
    parts = [line(bits.start, y, bits.end, y, MUTED), text(bits.end + 8, y + 5, unit, MUTED, 12)]
    for value in values:
        x = bits(value * bits_per_unit)
        parts += [line(x, y, x, y + 5, MUTED), text(x, y + 19, f"{value:g}", MUTED, 12, text_anchor="middle")]
    return parts


def _example_buttons(truth: Bars, says: Bars) -> widgets.Widget:
    """Buttons that set both sets of bars to one of the examples, and one that makes q equal p."""

    def button(name: str, press: Any) -> Any:
        made = widgets.Button(description=name, layout={"width": "auto"})
        made.on_click(press)
        return made

    def setter(p: Sequence[float], q: Sequence[float]) -> Any:
        def press(_button: object) -> None:
            truth.p, says.p = list(p), list(q)

        return press

    def equal(_button: object) -> None:
        says.p = truth.p

    buttons = [button(name, setter(p, q)) for name, (p, q) in EXAMPLES.items()]
    return widgets.HBox([*buttons, button("q = p", equal)], layout={"flex_flow": "row wrap"})
