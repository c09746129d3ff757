"""The gradient of the loss as arrows: for each class from what is true, p, to what the classifier says, q.

On the left each class has a bar q and a dashed outline p, and the arrow between their tops is q - p. On the right
the same three numbers are slopes: how the loss changes when one logit alone is changed. A button makes one step of
gradient descent, against the arrows.
"""

from collections.abc import Sequence
from math import log

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.logits import CLASSES, COLOURS, LECTURE, SHAPES, Logits, LogitSliders
from playground.palette import DASHED, DOTTED, FOREGROUND, SOLID, VERMILLION
from playground.predict import Prediction, opened_by
from playground.stage import stage
from playground.svg import Scale, circle, line, marker, polygon, polyline, rect, svg, text, x_axis, y_axis

LR = 1.0
DASHES = (SOLID, DASHED, DOTTED)


def gradient_arrows(z: Sequence[float] = LECTURE, after: Prediction | None = None) -> widgets.Widget:
    """The demonstration, starting from `z`; closed until the prediction `after` is made."""

    def build() -> widgets.Widget:
        hand = LogitSliders(z)
        shown = stage(hand.controls, lambda: show(hand.state))
        buttons = [
            hand.button("One step, lr 1", stepped),
            hand.button("the lecture's q", lambda _: LECTURE),
            hand.button("all 0", lambda _: (0, 0, 0)),
        ]
        return widgets.VBox([widgets.HBox(buttons, layout={"flex_flow": "row wrap"}), shown])

    return opened_by(after, build)


def stepped(now: Logits) -> list[float]:
    """The logits after one step of gradient descent with learning rate `LR`."""
    return [z - LR * g for z, g in zip(now.z, now.gradient, strict=True)]


def show(state: Logits) -> tuple[str, str]:
    """Picture and read-out together."""
    return picture(state), readout(state)


def readout(state: Logits) -> str:
    """What the picture shows, in words."""
    arrows = ", ".join(f"{name} {g:+.4f}" for name, g in zip(CLASSES, state.gradient, strict=True))
    return (
        f"The {CLASSES[state.right]} is true. q - p: {arrows}. They add up to 0. "
        f"Loss {state.loss:.4f} nats = {state.loss / log(2):.4f} bits. "
        "A step goes against the arrows: it raises the right logit and lowers the others."
    )


def picture(state: Logits) -> str:
    """The arrows q - p on the left, the loss against each logit on the right, as SVG."""
    return svg(660, 300, *_arrows(state), *_slopes(state), label=readout(state))


def _arrows(state: Logits) -> list[str]:
    up = Scale(0, 1, 235, 45)
    drawn = [y_axis(up, 50, "probability", ticks=[0, 0.5, 1], grid_to=310)]
    for k, (name, q, p, g) in enumerate(zip(CLASSES, state.q, state.p, state.gradient, strict=True)):
        x = 70 + 82 * k
        outline = {"stroke": FOREGROUND, "stroke_width": 1.5, "stroke_dasharray": DASHED}
        drawn += [
            rect(x, up(q), 34, up(0) - up(q), COLOURS[k], fill_opacity=0.8),
            rect(x, up(p), 34, up(0) - up(p), "none", **outline) if p else "",
            *_arrow(x + 47, up(p), up(q)),
            marker(x + 3, 253, SHAPES[k], COLOURS[k], 5),
            text(x + 13, 257, name, font_weight="bold" if p else "normal"),
            text(x + 28, 278, f"{g:+.4f}", size=14, text_anchor="middle", font_weight="bold"),
        ]
    return [*drawn, text(310, 22, "bar q, dashed p, arrow q - p", text_anchor="end")]


def _arrow(x: float, start: float, end: float) -> list[str]:
    """An upright arrow; where it is too short for its head there is a dot."""
    if abs(end - start) < 4:
        return [circle(x, end, 3, VERMILLION)]
    back = end + 9 * (1 if start > end else -1)
    back = back if abs(end - start) > 9 else start
    head = polygon([(x - 6, back), (x, end), (x + 6, back)], VERMILLION)
    return [line(x, start, x, back, VERMILLION, stroke_width=3), head]


_REACH = [k / 10 for k in range(-20, 21)]


def _slopes(state: Logits) -> list[str]:
    """How the loss changes with one logit alone: three curves through one point, their slopes are the gradient."""
    across = Scale(-2, 2, 385, 585)
    up = Scale(-2, 2, 235, 45)
    drawn = [
        x_axis(across, 235, "change of one logit", ticks=[-2, -1, 0, 1, 2], grid_to=45),
        y_axis(up, 385, "change of the loss in nats", ticks=[-2, -1, 0, 1, 2], grid_to=585),
    ]
    ends: list[tuple[float, int]] = []
    for k in range(len(CLASSES)):
        changes = [state.moved(k, by).loss - state.loss for by in _REACH]
        points = [(across(by), up(change)) for by, change in zip(_REACH, changes, strict=True)]
        drawn.append(polyline(points, COLOURS[k], stroke_width=3, stroke_dasharray=DASHES[k]))
        ends.append((points[-1][1], k))
    floor = -1.0
    for y, k in sorted(ends):
        floor = max(y, floor + 18)
        drawn += [marker(595, floor, SHAPES[k], COLOURS[k], 5), text(605, floor + 4, CLASSES[k])]
    return [*drawn, circle(across(0), up(0), 5, FOREGROUND)]
