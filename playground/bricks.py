"""The two brick piles: much order is described in a few bytes, much disorder is not.

A wall of 1024 places, half of them bricks. Swapping places at random turns order into disorder. How long
a description the wall needs depends on who describes: place by place, each is brick or gap with
probability 1/2, which is 1 bit for every wall; zlib, a packing program, looks for what repeats.
"""

import zlib
from dataclasses import dataclass
from functools import cache

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none
import numpy as np
from numpy.typing import NDArray

from playground.palette import BLUE, DASHED, GRID, MUTED, ORANGE, VERMILLION
from playground.predict import Prediction, opened_by
from playground.shannon import mean_bits
from playground.stage import stage
from playground.svg import Scale, element, line, marker, polyline, rect, svg, text, y_axis

ROWS, COLUMNS = 32, 32
SWAPS = (0, 1, 2, 3, 5, 8, 12, 20, 30, 50, 80, 120, 200, 300, 500, 800, 1200, 2000, 3000)


@dataclass(frozen=True)
class Wall:
    """The wall after so many random swaps of two places (one of `SWAPS`), always the same ones."""

    swaps: int

    @property
    def places(self) -> NDArray[np.bool_]:
        """True where a brick is, shape (ROWS, COLUMNS)."""
        wall = np.arange(ROWS * COLUMNS) >= ROWS * COLUMNS // 2
        for a, b in _pairs()[: self.swaps]:
            wall[a], wall[b] = wall[b], wall[a]
        return wall.reshape(ROWS, COLUMNS)

    @property
    def bits_per_place(self) -> float:
        """The entropy of one place, from how many are bricks, in bits."""
        part = float(self.places.mean())
        return mean_bits([part, 1 - part])

    @property
    def packed_bytes(self) -> int:
        """How long the description is that zlib finds, in bytes."""
        return len(zlib.compress(np.packbits(self.places).tobytes(), 9))


def bricks(after: Prediction | None = None) -> widgets.Widget:
    """The demonstration: a slider for the number of swaps, the wall, the length of its description."""

    def build() -> widgets.Widget:
        swaps = widgets.SelectionSlider(
            options=SWAPS,
            description="swaps",
            style={"description_width": "110px"},
            layout={"width": "460px", "max_width": "calc(100% - 4px)"},
        )
        return stage([swaps], lambda: show(Wall(int(swaps.value or 0))))

    return opened_by(after, build)


def show(state: Wall) -> tuple[str, str]:
    """Picture and read-out together."""
    return picture(state), readout(state)


def readout(state: Wall) -> str:
    """What the picture shows, in words."""
    each = state.bits_per_place
    return (
        f"After {state.swaps} {'swap' if state.swaps == 1 else 'swaps'}. "
        f"Place by place: {each:.0f} bit × {ROWS * COLUMNS} places "
        f"= {each * ROWS * COLUMNS / 8:.0f} bytes, as for every wall with as many bricks. "
        f"Packed by zlib: {state.packed_bytes} bytes."
    )


def picture(state: Wall) -> str:
    """The wall on the left, the length of its description against the swaps on the right, as SVG."""
    across, up = Scale(0, len(SWAPS) - 1, 430, 640), Scale(0, 160, 265, 40)
    lengths = _lengths()
    drawn = [
        y_axis(up, 430, "bytes to describe the wall", ticks=[0, 40, 80, 120, 160], grid_to=640),
        line(430, 265, 640, 265, MUTED),
        text(535, 301, "swaps", text_anchor="middle"),
        *(text(across(i), 284, f"{SWAPS[i]}", MUTED, 12, text_anchor="middle") for i in (0, 4, 9, 14, 18)),
        line(430, up(128), 640, up(128), ORANGE, stroke_width=3, stroke_dasharray=DASHED),
        text(438, up(134), "place by place"),
        polyline([(across(i), up(length)) for i, length in enumerate(lengths)], BLUE, stroke_width=3),
    ]
    at = SWAPS.index(state.swaps)
    words = f"zlib: {lengths[at]} bytes"
    drawn.append(marker(across(at), up(lengths[at]), "circle", VERMILLION, 7))
    drawn.append(text(630, up(8), words, size=15, text_anchor="end", font_weight="bold"))
    return svg(660, 310, *_wall(state.places), *drawn, label=readout(state))


def _wall(places: NDArray[np.bool_]) -> list[str]:
    """Every brick as a small rectangle, all in one path."""
    steps = "".join(f"M{10 + 11 * column} {40 + 7 * row}h10v6h-10z" for row, column in np.argwhere(places))
    return [
        text(10, 30, "the wall"),
        rect(8, 38, COLUMNS * 11 + 3, ROWS * 7 + 3, "none", stroke=GRID),
        element("path", d=steps, fill=VERMILLION),
    ]


@cache
def _pairs() -> list[tuple[int, int]]:
    """The places that are swapped, always the same."""
    drawn = np.random.default_rng(2).integers(ROWS * COLUMNS, size=(SWAPS[-1], 2))
    return [(int(a), int(b)) for a, b in drawn]


@cache
def _lengths() -> list[int]:
    """The packed length of every wall that the slider can show, in bytes."""
    return [Wall(swaps).packed_bytes for swaps in SWAPS]
