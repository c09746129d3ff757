"""Digits as small pictures: one image as a PNG inside an SVG, or a whole gallery of them.

MNIST stores ink as large numbers. On the page ink is dark and paper is white, in both themes.
"""

from base64 import b64encode
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from playground.palette import FOREGROUND, GRID
from playground.svg import element, group, rect, svg, text

Pixels = NDArray[np.float32]

TILE = 66  # pixels from one image of a gallery to the next
CAPTION = 20


def show_digits(images: Any, captions: Sequence[object]) -> widgets.HTML:
    """A widget with a gallery of `images` `(n, 1, 28, 28)` in [0, 1], each over its caption."""
    words = [str(int(c)) if hasattr(c, "item") else str(c) for c in captions]  # pyright: ignore[reportArgumentType]  # a tensor of one
    pixels = np.asarray(images, dtype=np.float32).reshape(-1, 28, 28)
    return widgets.HTML(gallery(pixels, words))


def with_article(digit: int) -> str:
    """The digit with its article: `a 3`, `an 8`."""
    return f"{'an' if digit == 8 else 'a'} {digit}"


def gallery(images: Pixels, captions: Sequence[str], per_row: int = 10, label: str = "") -> str:
    """An SVG of `images` `(n, 28, 28)`, `per_row` in a row; `label` is said before the captions."""
    rows = -(-len(captions) // per_row)
    tiles = [
        tile(image, words, TILE * (i % per_row), (TILE + CAPTION) * (i // per_row))
        for i, (image, words) in enumerate(zip(images, captions, strict=True))
    ]
    said = f"{label or 'Handwritten digits'}: {', '.join(captions)}"
    return svg(TILE * min(per_row, max(len(captions), 1)), max(rows, 1) * (TILE + CAPTION), *tiles, label=said)


def tile(image: Pixels, caption: str, x: float, y: float, side: float = TILE - 8) -> str:
    """One image with its caption under it, as a piece of an SVG."""
    return group(
        picture_element(255 * (1 - image), x, y, side),
        rect(x, y, side, side, fill="none", stroke=GRID),
        text(x + side / 2, y + side + 15, caption, FOREGROUND, 12, text_anchor="middle"),
    )


def picture_element(pixels: NDArray[Any], x: float, y: float, side: float) -> str:
    """Grey `(h, w)` or coloured `(h, w, 3)` pixels from 0 to 255 as an SVG image, `side` wide, unblurred."""
    file = BytesIO()
    Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(file, "PNG")
    address = f"data:image/png;base64,{b64encode(file.getvalue()).decode()}"
    height = side * pixels.shape[0] / pixels.shape[1]
    return element("image", x=x, y=y, width=side, height=height, href=address, style="image-rendering:pixelated")
