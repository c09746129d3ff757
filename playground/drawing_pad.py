"""A pad to draw a digit on, with the classifier's ten probabilities while you draw.

The digits of MNIST were all brought to one size and put in the middle before anybody learned from them. A
drawing is not, unless the same is done to it: the toggle "centred" shows what that changes.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none
import numpy as np
import traitlets
from PIL import Image

from playground.digit_images import Pixels, picture_element, with_article
from playground.palette import BLUE, FOREGROUND, GRID, MUTED, ORANGE
from playground.predict import Prediction, opened_by
from playground.svg import line, rect, svg, text

if TYPE_CHECKING:
    from torch import Tensor

BOX = 20  # MNIST fits each digit into a box of 20 x 20 inside its 28 x 28
WIDTH, HEIGHT, BAR = 440, 290, 26


class Pad(anywidget.AnyWidget):
    """The square to draw on. `ink` holds 784 bytes, row by row, 0 for paper and 255 for ink."""

    _esm = Path(__file__).with_suffix(".js")
    ink = traitlets.Bytes(bytes(784)).tag(sync=True, from_json=lambda sent, _: bytes(sent))  # comes as a memoryview
    cleared = traitlets.Int(0).tag(sync=True)


def drawing_pad(classifier: "Callable[[Tensor], Tensor]", after: Prediction | None = None) -> widgets.Widget:
    """A widget to draw a digit on, with what `classifier` makes of it."""
    return opened_by(after, lambda: _build(classifier))


def centred(image: Pixels) -> Pixels:
    """The drawing `(28, 28)` as MNIST would hold it: fitted into 20 x 20, its centre of mass on pixel (14, 14).

    An empty image comes back as it is. Source: LeCun et al. 1998, section III A.
    """
    rows, columns = (np.flatnonzero(image.max(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return image
    cut = image[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    height, width = (max(1, round(BOX * side / max(cut.shape))) for side in cut.shape)
    small = np.asarray(Image.fromarray(cut).resize((width, height), Image.Resampling.BILINEAR))
    y, x = (round(14 - small.sum(axis=1 - a) @ np.arange(small.shape[a]) / small.sum()) for a in (0, 1))
    y, x = min(max(y, 0), 28 - height), min(max(x, 0), 28 - width)
    out = np.zeros((28, 28), dtype=np.float32)
    out[y : y + height, x : x + width] = small
    return out


def picture(seen: Pixels, probabilities: Pixels) -> str:
    """What the classifier sees, `(28, 28)`, and the ten probabilities it gives, as SVG; no answer to an empty pad."""
    drawn = bool(seen.any())
    best = int(probabilities.argmax()) if drawn else None
    parts = [
        text(0, 14, "what the classifier sees"),
        picture_element(255 * (1 - seen), 0, 24, 112),
        rect(0, 24, 112, 112, fill="none", stroke=GRID),
        text(190, 14, "probability of each digit"),
        line(206, 20, 206, 24 + 10 * BAR, MUTED),
    ]
    for digit, p in enumerate(probabilities):
        y = 24 + BAR * digit
        colour = ORANGE if digit == best else BLUE
        parts.append(text(190, y + 17, str(digit), FOREGROUND, 14, font_weight=700 if digit == best else 400))
        if drawn:
            parts += [
                rect(206, y + 3, 170 * float(p), BAR - 8, colour),
                text(212 + 170 * float(p), y + 17, f"{100 * p:.1f} %" + (" ◂" if digit == best else ""), size=12),
            ]
    if not drawn:
        parts.append(text(220, 24 + 5 * BAR + 5, "draw a digit", MUTED, 15))
    return svg(WIDTH, HEIGHT, *parts, label=readout(seen, probabilities))


def readout(seen: Pixels, probabilities: Pixels) -> str:
    """The answer and the runner-up, with their probabilities."""
    if not seen.any():
        return "Draw a digit. Keyboard: arrow keys move, space lowers or lifts the pen, Delete clears."
    second, best = (int(digit) for digit in np.argsort(probabilities)[-2:])
    first = f"It reads {with_article(best)}, with probability {100 * probabilities[best]:.1f} %"
    return f"{first}; after that {with_article(second)}, with {100 * probabilities[second]:.1f} %."


def probabilities_of(image: Pixels, classifier: "Callable[[Tensor], Tensor]") -> Pixels:
    """The ten probabilities `(10,)` that `classifier` gives the image `(28, 28)`."""
    import torch  # here, so that lessons without a classifier do not load it

    with torch.no_grad():
        return classifier(torch.from_numpy(image).reshape(1, 784)).softmax(dim=1)[0].numpy()


def _build(classifier: "Callable[[Tensor], Tensor]") -> widgets.VBox:
    pad: Any = Pad()
    centre: Any = widgets.ToggleButton(value=True, description="centred", icon="crosshairs")
    clear: Any = widgets.Button(description="Clear", icon="eraser")
    shown: Any = widgets.HTML()
    said: Any = widgets.HTML()

    def draw(_change: object = None) -> None:
        image = np.divide(np.frombuffer(pad.ink, dtype=np.uint8).reshape(28, 28), 255, dtype=np.float32)
        seen = centred(image) if centre.value else image
        probabilities = probabilities_of(seen, classifier)
        shown.value = picture(seen, probabilities)
        said.value = readout(seen, probabilities)

    def empty(_button: object) -> None:
        pad.cleared += 1

    pad.observe(draw, "ink")
    centre.observe(draw, "value")
    clear.on_click(empty)
    draw()
    left = widgets.VBox([pad, widgets.HBox([centre, clear])])
    return widgets.VBox([widgets.HBox([left, shown], layout={"flex_flow": "row wrap"}), said])
