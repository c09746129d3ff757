"""Huffman's code as areas: how long it is on average, against the entropy.

Each symbol is a rectangle as high as it is probable and as wide as its codeword is long; the area of all
is the average length. A dashed rectangle as wide as the symbol's surprisal stands behind it; their area
is the entropy, which no code can undercut. Only codewords of whole bits exist: there the two part.

Source: D. A. Huffman (1952), A Method for the Construction of Minimum-Redundancy Codes.
"""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.palette import BACKGROUND, BLUE, DASHED, FOREGROUND, GREEN, MUTED, ORANGE, PURPLE, SKY
from playground.predict import Prediction, opened_by
from playground.shannon import mean_bits, surprise_bits
from playground.stage import choice, slider, stage
from playground.svg import Scale, line, marker, rect, svg, text, x_axis, y_axis

NAMES = "ABCD"
PRESETS = {
    "½ ¼ ⅛ ⅛": (20, 10, 5, 5),
    ".2 .5 .3": (8, 20, 12, 0),
    "all alike": (10, 10, 10, 10),
    "one favourite": (36, 2, 1, 1),
}


@dataclass(frozen=True)
class Source:
    """A source of symbols A, B, C, D with the given weights; a symbol of weight 0 never comes."""

    weights: tuple[float, ...]

    @property
    def p(self) -> list[float]:
        """The probability of each symbol, all 0 where no symbol has a weight."""
        total = sum(self.weights) or 1
        return [weight / total for weight in self.weights]

    @property
    def entropy_bits(self) -> float:
        """The entropy per symbol, in bits."""
        return mean_bits(self.p)

    @property
    def code_bits(self) -> float:
        """The average length of a codeword, in bits."""
        return sum(p * len(word) for p, word in zip(self.p, codewords(self.p), strict=True))


def huffman(after: Prediction | None = None) -> widgets.Widget:
    """The demonstration: a weight per symbol, the code as areas, its average length against H."""

    def build() -> widgets.Widget:
        preset = choice("start from", list(PRESETS))
        first = next(iter(PRESETS.values()))
        sliders = [slider(f"weight of {n}", w, 0, 40, 1, ".0f") for n, w in zip(NAMES, first, strict=True)]

        taking = False

        def take(_change: object) -> None:
            nonlocal taking
            taking = True
            for one, weight in zip(sliders, PRESETS.get(preset.value, ()), strict=False):
                one.value = weight
            taking = False

        def release(_change: object) -> None:
            """No preset stays pressed once a weight is moved away from it."""
            if not taking:
                preset.value = None

        preset.observe(take, "value")
        for one in sliders:
            one.observe(release, "value")
        moving = stage(sliders, lambda: show(Source(tuple(one.value for one in sliders))))
        return widgets.VBox([preset, moving])

    return opened_by(after, build)


def codewords(p: Sequence[float]) -> list[str]:
    """A codeword of 0s and 1s for each symbol, by joining the two rarest groups until one is left.

    Symbols of probability 0 get no codeword (""), as does a symbol that is alone.
    """
    words = ["" for _ in p]
    groups = [(p_i, i, [i]) for i, p_i in enumerate(p) if p_i > 0]
    heapq.heapify(groups)
    while len(groups) > 1:
        rare, _, ones = heapq.heappop(groups)
        other, tie, zeros = heapq.heappop(groups)
        for i in ones:
            words[i] = "1" + words[i]
        for i in zeros:
            words[i] = "0" + words[i]
        heapq.heappush(groups, (rare + other, tie, ones + zeros))
    return words


def show(state: Source) -> tuple[str, str]:
    """Picture and read-out together."""
    return picture(state), readout(state)


def readout(state: Source) -> str:
    """What the picture shows, in words."""
    if sum(p > 0 for p in state.p) < 2:
        return "With fewer than two symbols there is nothing to tell: 0 bits. Give two symbols a weight."
    parts = [
        f"{name} ({p:.3f}) is {word}" for name, p, word in zip(NAMES, state.p, codewords(state.p), strict=True) if p > 0
    ]
    extra = state.code_bits - state.entropy_bits
    close = (
        "which is the entropy: no code can be shorter"
        if extra < 5e-5
        else f"{extra:.4f} above the entropy of {state.entropy_bits:.4f} bits: the price of whole bits"
    )
    return f"{', '.join(parts)}. The code takes {state.code_bits:.4f} bits on average, {close}."


def picture(state: Source) -> str:
    """The symbols as areas above, code and entropy as two bars below, all on one axis of bits, as SVG."""
    across, up = Scale(0, 6, 60, 420), Scale(0, 1, 235, 35)
    drawn = [
        y_axis(up, 60, "probability", ticks=[0, 0.25, 0.5, 0.75, 1]),
        text(420, 25, "solid: codeword, dashed: surprisal", MUTED, text_anchor="end"),
        x_axis(across, 310, "bits", ticks=range(7), grid_to=35),
    ]
    return svg(660, 352, *drawn, *_areas(state, across, up), *_bars(state, across), label=readout(state))


_COLOURS = (BLUE, ORANGE, GREEN, PURPLE)


def _areas(state: Source, across: Scale, up: Scale) -> list[str]:
    drawn: list[str] = []
    top, heights = 1.0, iter(_label_heights(state, up))
    for name, p, word, colour in zip(NAMES, state.p, codewords(state.p), _COLOURS, strict=True):
        if p > 0:
            y, high = up(top), up(0) - up(p)
            ideal = min(surprise_bits(p), across.high)
            drawn += [
                rect(60, y, across(len(word)) - 60, high, colour, stroke=BACKGROUND),
                rect(60, y, across(ideal) - 60, high, "none", stroke=FOREGROUND, stroke_dasharray="4 3"),
            ]
            at, bits = next(heights), "bit" if len(word) == 1 else "bits"
            drawn += [
                text(435, at, name, font_weight="bold"),
                text(455, at, word or "–", font_family="monospace", size=14),
                text(510, at, f"{p:.3f} × {len(word)} {bits}", MUTED),
            ]
        top -= p
    return drawn


def _label_heights(state: Source, up: Scale) -> list[float]:
    """Where the labels of the symbols stand: in the middle of each area, but 17 pixels apart and above 0."""
    seen = [p for p in state.p if p > 0]
    middles = [up(1 - sum(seen[:i]) - p / 2) + 5 for i, p in enumerate(seen)]
    heights: list[float] = []
    for i, middle in enumerate(middles):
        lowest = up(0) + 3 - 17 * (len(seen) - 1 - i)
        heights.append(min(max(middle, heights[-1] + 17 if heights else 0), lowest))
    return heights


def _bars(state: Source, across: Scale) -> list[str]:
    code, entropy = across(state.code_bits), across(state.entropy_bits)
    return [
        rect(60, 254, code - 60, 14, SKY),
        line(60, 290, entropy, 290, FOREGROUND, stroke_width=3, stroke_dasharray=DASHED),
        marker(entropy, 290, "diamond", FOREGROUND, 5),
        text(435, 266, f"code: {state.code_bits:.4f} bits per symbol", font_weight="bold"),
        text(435, 294, f"H: {state.entropy_bits:.4f} bits per symbol", font_weight="bold"),
    ]
