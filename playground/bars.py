"""Bars to drag that always form a probability vector: one upright bar per class.

What one bar gains the others lose in proportion, so the bars sum to 1 at every moment. They follow the
mouse, a finger, or the keyboard (Tab to a bar, arrow keys by 0.01, Page Up and Page Down by 0.1, Home and
End to 0 and 1). The drawing is done in the browser by `bars.js`; Python sees `p` change while the hand moves:

    bars = Bars(["dog", "cat", "mouse"], [0.2, 0.5, 0.3], title="q: what the classifier says")
    bars.observe(lambda change: print(change["new"]), "p")

A `p` that is no probability vector raises `traitlets.TraitError`.
"""

from collections.abc import Iterable, Sequence
from math import isfinite
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from playground.palette import BLUE

SUM_TOLERANCE = 1e-6  # the browser's sums of floats are right to about 1e-15


class Bars(anywidget.AnyWidget):
    """One draggable bar for each of `labels` (2 or more); without `p` all are equal.

    `title` stands above the bars; `color` and `hatched` tell two sets of bars apart.
    """

    _esm = Path(__file__).with_suffix(".js")

    labels: Any = traitlets.List(traitlets.Unicode(), minlen=2).tag(sync=True)
    p: Any = traitlets.List(traitlets.Float()).tag(sync=True)
    title: Any = traitlets.Unicode().tag(sync=True)
    color: Any = traitlets.Unicode(BLUE).tag(sync=True)
    hatched: Any = traitlets.Bool(False).tag(sync=True)

    def __init__(self, labels: Sequence[str], p: Iterable[float] | None = None, **traits: Any) -> None:
        values = [1 / len(labels) for _ in labels] if p is None else [float(x) for x in p]
        super().__init__(labels=list(labels), p=values, **traits)

    @traitlets.validate("labels")
    def _fits_p(self, proposal: dict[str, Any]) -> list[str]:
        """The proposed labels, unchanged. Raises: TraitError when there are more or fewer than bars."""
        labels: list[str] = proposal["value"]
        if len(labels) != len(self.p):
            raise traitlets.TraitError(f"{len(labels)} labels, but {len(self.p)} probabilities")
        return labels

    @traitlets.validate("p")
    def _is_a_probability_vector(self, proposal: dict[str, Any]) -> list[float]:
        """The proposed `p`, unchanged. Raises: TraitError saying what is wrong with it."""
        p: list[float] = proposal["value"]
        if len(p) != len(self.labels):
            raise traitlets.TraitError(f"{len(self.labels)} labels, but {len(p)} probabilities")
        if not all(isfinite(x) for x in p):
            raise traitlets.TraitError(f"p must hold finite numbers, not {p}")
        if min(p) < 0:
            raise traitlets.TraitError(f"a probability cannot be negative: {min(p)}")
        if abs(sum(p) - 1) > SUM_TOLERANCE:
            raise traitlets.TraitError(f"p must sum to 1, not to {sum(p):.6g}")
        return p
