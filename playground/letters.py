"""Type a text: how often each letter comes, and how many bits a letter then tells.

Counted are the 26 letters and the space, 27 signs in all; accents, capitals and everything else are
taken off first. Were all signs alike, each would tell log2 27 bits. They are not, so each tells less.
"""

import re
from collections import Counter
from dataclasses import dataclass
from math import log2
from string import ascii_lowercase
from unicodedata import normalize

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.palette import BLUE, DASHED, FOREGROUND, MUTED, SURFACE, VERMILLION
from playground.predict import Prediction, opened_by
from playground.shannon import mean_bits
from playground.stage import stage
from playground.svg import Scale, line, rect, svg, text, y_axis

SIGNS = ascii_lowercase + " "
CEILING_BITS = log2(len(SIGNS))
EXAMPLE = "the more often a letter comes the less it tells, and the rare ones make up for it"


@dataclass(frozen=True)
class Text:
    """A text as it was typed."""

    typed: str

    @property
    def signs(self) -> str:
        """The text in small letters; whatever stands between them, before or behind them counts as one space."""
        plain = normalize("NFKD", self.typed).encode("ascii", "ignore").decode().lower()
        return re.sub("[^a-z]+", " ", plain)

    @property
    def p(self) -> list[float]:
        """How often each of the 27 signs comes, as a part of all; all 0 for an empty text."""
        counts = Counter(self.signs)
        return [counts[sign] / max(counts.total(), 1) for sign in SIGNS]

    @property
    def bits(self) -> float:
        """The entropy per sign, in bits."""
        return mean_bits(self.p)


def letters(after: Prediction | None = None) -> widgets.Widget:
    """The demonstration: a field to type in, the letters as bars, the bits per letter."""

    def build() -> widgets.Widget:
        typed = widgets.Textarea(
            value=EXAMPLE,
            description="your text",
            continuous_update=True,
            style={"description_width": "110px"},
            layout={"width": "640px", "max_width": "calc(100% - 4px)", "height": "70px"},
        )
        return stage([typed], lambda: show(Text(str(typed.value))))

    return opened_by(after, build)


def show(state: Text) -> tuple[str, str]:
    """Picture and read-out together."""
    return picture(state), readout(state)


def readout(state: Text) -> str:
    """What the picture shows, in words."""
    count = len(state.signs)
    if not state.signs.strip():
        return "No letter yet: type something."
    highest = max(state.p)
    often = ["the space" if sign == " " else sign for sign, p in zip(SIGNS, state.p, strict=True) if p == highest]
    names = f"is {often[0]}" if len(often) == 1 else f"are {len(often)} alike, {often[0]} among them"
    return (
        f"{count} signs. Most frequent {names} ({100 * highest:.1f} %). A sign tells {state.bits:.3f} bits "
        f"on average, against log2 27 = {CEILING_BITS:.3f} if all 27 were alike: "
        f"{state.bits * count:.0f} bits for the text instead of {CEILING_BITS * count:.0f}."
    )


def picture(state: Text) -> str:
    """27 bars with the level 1/27 dashed, and below them H on the way to log2 27, as SVG."""
    p = state.p
    highest = max(0.2, *p)
    up = Scale(0, highest, 185, 30)
    drawn = [y_axis(up, 55, "part of the text", ticks=up.ticks(4), grid_to=650)]
    for i, (sign, p_i) in enumerate(zip(SIGNS, p, strict=True)):
        x = 60 + i * 21.8
        drawn.append(rect(x, up(p_i), 17, 185 - up(p_i), BLUE))
        drawn.append(text(x + 8.5, 202, "␣" if sign == " " else sign, MUTED, text_anchor="middle"))
    level = up(1 / 27)
    drawn.append(line(55, level, 650, level, VERMILLION, stroke_width=2, stroke_dasharray=DASHED))
    drawn.append(text(648, 24, "- - all alike: 1/27", text_anchor="end"))
    across = Scale(0, CEILING_BITS, 60, 430)
    drawn += [
        rect(60, 222, 370, 18, SURFACE, stroke=MUTED),
        rect(60, 222, across(state.bits) - 60, 18, BLUE),
        text(440, 236, f"H = {state.bits:.3f} of {CEILING_BITS:.3f} bits", FOREGROUND, 14, font_weight="bold"),
    ]
    return svg(660, 252, *drawn, label=readout(state))
