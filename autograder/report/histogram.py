"""The scores of a class as one small picture: a bar for each point, with its count on top, as SVG that needs no script.

Colours and fonts come from the page's style sheet, so that the same picture is right in the light, in the dark and in
print; every number that the bars show stands beside them in figures.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 640, 220, 8, 40, 26
MOST_BINS = 21


@dataclass(frozen=True)
class Bin:
    """Scores from `low` up to but not including `high` (the last one includes it), and how many there are."""

    low: float
    high: float
    count: int

    @property
    def label(self) -> str:
        """The scores it holds, for the axis."""
        return f"{self.low:g}" if self.high - self.low <= 1 else f"{self.low:g}–{self.high - 1:g}"


def bins(scores: Sequence[float], full: float) -> list[Bin]:
    """Bins of one whole number of points each, at most 21 of them; full marks have a bin of their own."""
    width = max(1, math.ceil((full + 1) / MOST_BINS))
    edges = [width * index for index in range(math.ceil((full + 1) / width) + 1)]
    placed = [min(max(score, 0.0), full) for score in scores]
    return [Bin(low, high, sum(low <= score < high for score in placed)) for low, high in pairwise(edges)]


def picture(scores: Sequence[float], full: float) -> str:
    """The histogram as an `<svg>` element, described for a screen reader."""
    found = bins(scores, full)
    tallest = max([one.count for one in found] + [1])
    step = (WIDTH - 2 * LEFT) / len(found)
    room = HEIGHT - TOP - BOTTOM
    parts = [f'<line class="axis" x1="{LEFT}" x2="{WIDTH - LEFT}" y1="{HEIGHT - BOTTOM}" y2="{HEIGHT - BOTTOM}"/>']
    for index, one in enumerate(found):
        height = room * one.count / tallest
        x, y = LEFT + step * index, HEIGHT - BOTTOM - height
        middle = x + step / 2
        if one.count:
            parts.append(
                f'<rect class="bar" x="{x + step * 0.1:.1f}" y="{y:.1f}" width="{step * 0.8:.1f}"'
                f' height="{height:.1f}" rx="2"/>'
                f'<text class="count" x="{middle:.1f}" y="{y - 6:.1f}">{one.count}</text>'
            )
        parts.append(f'<text class="tick" x="{middle:.1f}" y="{HEIGHT - BOTTOM + 18}">{one.label}</text>')
    parts.append(f'<text class="name" x="{WIDTH / 2}" y="{HEIGHT - 4}">points of {full:g}</text>')
    told = "; ".join(f"{one.label}: {one.count}" for one in found if one.count)
    label = f"Histogram of scores. Points and how many have them: {told or 'none'}."
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{label}" class="histogram">{"".join(parts)}</svg>'
    )
