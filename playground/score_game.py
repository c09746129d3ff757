"""A game about honesty: report a q, the truth is drawn from p, and three rules say what you pay.

The absolute, the squared and the log rule each compare your report with what really was in the picture.
Whoever pays least on average wins. The squared and the log rule are *proper*: nobody pays less than who
reports p itself. The absolute rule is not: it rewards a report that is surer than its author.

Source: L. J. Savage (1971), "Elicitation of personal probabilities and expectations".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf, isinf, log2
from typing import Any

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none
import numpy as np

from playground.bars import Bars
from playground.palette import BLUE, FOREGROUND, GRID, MUTED, ORANGE
from playground.predict import Prediction, opened_by
from playground.svg import Scale, line, marker, svg, text

CLASSES = ("dog", "cat", "mouse")
ROOM = "max-width:46em;min-height:4.5em;line-height:1.5;white-space:normal"  # three lines, so that nothing jumps


def absolute(q: Sequence[float], k: int) -> float:
    """The sum of |t - q| when class `k` is true: between 0 and 2."""
    return sum(abs((i == k) - x) for i, x in enumerate(q))


def squared(q: Sequence[float], k: int) -> float:
    """The sum of (t - q)² when class `k` is true: between 0 and 2."""
    return sum(((i == k) - x) ** 2 for i, x in enumerate(q))


def logarithmic(q: Sequence[float], k: int) -> float:
    """The surprisal -log2 of `q[k]` in bits, inf where `q[k]` is 0."""
    return -log2(q[k]) if q[k] > 0 else inf


@dataclass(frozen=True)
class Rule:
    """A way to make somebody pay for a report, with the end of its axis."""

    name: str
    cost: Callable[[Sequence[float], int], float]
    axis_end: float

    def average(self, weights: Sequence[float], q: Sequence[float]) -> float:
        """What a report of `q` costs on average when class `k` comes with weight `weights[k]`."""
        total = sum(w * self.cost(q, k) for k, w in enumerate(weights) if w > 0)
        return total / sum(weights)


RULES = (
    Rule("absolute", absolute, 2),
    Rule("squared", squared, 2),
    Rule("log (bits)", logarithmic, 4),
)


@dataclass(frozen=True)
class Game:
    """The belief `p`, the report `q`, and how often each class was drawn so far."""

    p: Sequence[float]
    q: Sequence[float]
    counts: Sequence[int] = (0, 0, 0)


def score_game(p: Sequence[float] = (0.7, 0.2, 0.1), after: Prediction | None = None, seed: int = 0) -> widgets.Widget:
    """The game, with the report starting at equal parts; closed until the prediction `after` is made.

    The same `seed` draws the same truths.
    """

    def build() -> widgets.Widget:
        belief = Bars(CLASSES, p, title="p: how it really is")
        report = Bars(CLASSES, title="q: what you report", color=ORANGE, hatched=True)
        table = _Table(belief, report, np.random.default_rng(seed))
        side_by_side = widgets.HBox([belief, report], layout={"flex_flow": "row wrap", "grid_gap": "0 32px"})
        return widgets.VBox([side_by_side, table.buttons(), table.shown, table.told])

    return opened_by(after, build)


def picture(game: Game) -> str:
    """One line per rule with your cost, the honest cost and the average so far, as an SVG string."""
    rows = [part for i, rule in enumerate(RULES) for part in _row(rule, game, 70 + 62 * i)]
    return svg(640, 246, *_legend(sum(game.counts) > 0), *rows, label=readout(game))


def readout(game: Game) -> str:
    """What the picture shows, in plain words."""
    costs = [
        f"{rule.name}: you {_number(rule.average(game.p, game.q))}, honest {_number(rule.average(game.p, game.p))}"
        for rule in RULES
    ]
    return f"Expected cost per picture. {'; '.join(costs)}. {_so_far(game)}"


def _so_far(game: Game) -> str:
    """What was drawn and what it cost on average, in words."""
    if sum(game.counts) == 0:
        return "Nothing drawn yet."
    drawn = ", ".join(f"{n} × {name}" for n, name in zip(game.counts, CLASSES, strict=True))
    paid = ", ".join(f"{rule.name} {_number(rule.average(game.counts, game.q))}" for rule in RULES)
    return f"Drawn so far: {drawn}. Your average so far: {paid}."


def _number(cost: float) -> str:
    return "∞" if isinf(cost) else f"{cost:.3f}"


def _verdict(yours: float, honest: float) -> str:
    """Whether the report pays less than honesty, in words."""
    if isinf(yours):
        return "✗ infinitely dearer"
    if abs(yours - honest) < 5e-4:
        return "= as cheap as honest"
    if yours < honest:
        return f"✓ {honest - yours:.3f} cheaper than honest"
    return f"✗ {yours - honest:.3f} dearer than honest"


def _legend(drawn: bool) -> list[str]:
    so_far = "your average so far" if drawn else "(nothing drawn yet)"
    return [
        marker(26, 16, "circle", ORANGE),
        text(40, 21, "your report, expected"),
        marker(206, 16, "square", "none", stroke=BLUE, stroke_width=2.5),
        text(222, 21, "honest report, expected"),
        line(396, 8, 396, 26, FOREGROUND, stroke_width=2.5, stroke_dasharray="4 2"),
        text(406, 21, so_far),
    ]


def _row(rule: Rule, game: Game, y: float) -> list[str]:
    """One rule: its name, its axis from cheap to dear, the three marks, the verdict."""
    across = Scale(0, rule.axis_end, 100, 400)
    yours, honest = rule.average(game.p, game.q), rule.average(game.p, game.p)
    parts = [text(10, y + 5, rule.name), line(100, y, 400, y, GRID, stroke_width=6, stroke_linecap="round")]
    for value in across.ticks(4):
        parts.append(text(across(value), y + 27, f"{value:g}", MUTED, 12, text_anchor="middle"))
    parts.append(marker(across(honest), y, "square", "none", 9, stroke=BLUE, stroke_width=2.5))
    parts.append(marker(across(min(yours, rule.axis_end)), y, "circle", ORANGE))
    if sum(game.counts) > 0:
        x = across(min(rule.average(game.counts, game.q), rule.axis_end))
        parts.append(line(x, y - 15, x, y + 15, FOREGROUND, stroke_width=2.5, stroke_dasharray="4 2"))
    if yours > rule.axis_end:
        parts.append(text(408, y + 5, "∞" if isinf(yours) else "▸", size=18))
    return [*parts, text(430, y + 5, _verdict(yours, honest))]


class _Table:
    """Where the game is played: the two sets of bars, the draws so far, and what is shown of them."""

    def __init__(self, belief: Bars, report: Bars, rng: np.random.Generator) -> None:
        self.belief, self.report, self.rng = belief, report, rng
        self.counts = [0, 0, 0]
        self.shown, self.told = widgets.HTML(), widgets.HTML()
        belief.observe(self.start_again, "p")
        report.observe(self.redraw, "p")
        self.redraw()

    def redraw(self, _change: object = None) -> None:
        game = Game(self.belief.p, self.report.p, self.counts)
        self.shown.value = picture(game)
        self.told.value = f"<div role='status' style='{ROOM}'>{readout(game)}</div>"

    def start_again(self, _cause: object = None) -> None:
        self.counts = [0, 0, 0]
        self.redraw()

    def draw(self, n: int) -> None:
        p = np.array(self.belief.p)
        drawn = self.rng.multinomial(n, p / p.sum())
        self.counts = [before + int(now) for before, now in zip(self.counts, drawn, strict=True)]
        self.redraw()

    def report_all_on_the_likeliest(self, _button: object = None) -> None:
        likeliest = int(np.argmax(self.belief.p))
        self.report.p = [float(k == likeliest) for k in range(len(CLASSES))]

    def report_honestly(self, _button: object = None) -> None:
        self.report.p = self.belief.p

    def buttons(self) -> widgets.Widget:
        actions: dict[str, Callable[[Any], None]] = {
            "Report p itself": self.report_honestly,
            "All on the likeliest": self.report_all_on_the_likeliest,
            "Draw 1 picture": lambda _button: self.draw(1),
            "Draw 100 pictures": lambda _button: self.draw(100),
            "Start again": self.start_again,
        }
        made: list[Any] = []
        for name, action in actions.items():
            made.append(widgets.Button(description=name, layout={"width": "auto"}))
            made[-1].on_click(action)
        return widgets.HBox(made, layout={"flex_flow": "row wrap"})
