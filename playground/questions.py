"""Twenty questions as a tree: how many yes-or-no questions find what somebody thinks of.

Eight animals are the leaves. Each fork is a question; left is yes (solid), right is no (dashed). What is
asked first decides how deep an animal lies. On average no way of asking needs fewer questions than the
entropy, and asking so that yes and no are equally probable comes close to it.
"""

from dataclasses import dataclass

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.palette import BACKGROUND, BLUE, FOREGROUND, MUTED, VERMILLION
from playground.predict import Prediction, opened_by
from playground.shannon import mean_bits
from playground.stage import choice, stage
from playground.svg import circle, line, rect, svg, text

ANIMALS = ("cat", "dog", "cow", "owl", "fox", "hen", "bee", "elk")
ODDS = {
    "all alike": (1 / 8,) * 8,
    "favourites": (1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 64, 1 / 64, 1 / 64, 1 / 64),
}
WAYS = ("one by one", "halve the list", "halve the probability")


@dataclass(frozen=True)
class Game:
    """Which odds the animals have, how we ask, and which animal is thought of."""

    odds: str
    way: str
    secret: str

    @property
    def p(self) -> tuple[float, ...]:
        """The probability of each animal."""
        return ODDS[self.odds]

    @property
    def questions(self) -> list[int]:
        """How many questions find each animal."""
        return [len(path(self, animal)) for animal in ANIMALS]

    @property
    def mean_questions(self) -> float:
        """How many questions are needed on average."""
        return sum(p * n for p, n in zip(self.p, self.questions, strict=True))


def questions(after: Prediction | None = None) -> widgets.Widget:
    """The demonstration: choose odds, a way of asking and a secret; see the tree and the path through it."""

    def build() -> widgets.Widget:
        odds, way = choice("the odds are", list(ODDS)), choice("we ask", WAYS)
        secret = choice("you think of", ANIMALS)
        return stage([odds, way, secret], lambda: show(Game(odds.value, way.value, secret.value)))

    return opened_by(after, build)


def first_part(game: Game, low: int, high: int) -> int:
    """Where the animals `low` to `high - 1` are cut: yes for those before the cut, no for those after."""
    if game.way == "one by one":
        return low + 1
    if game.way == "halve the list":
        return (low + high) // 2
    total = sum(game.p[low:high])
    return min(range(low + 1, high), key=lambda cut: abs(sum(game.p[low:cut]) - total / 2))


def path(game: Game, animal: str) -> list[tuple[int, int, int]]:
    """The questions on the way to `animal`, each as (low, cut, high): "is it one of low to cut - 1?"."""
    low, high, asked = 0, len(ANIMALS), list[tuple[int, int, int]]()
    while high - low > 1:
        cut = first_part(game, low, high)
        asked.append((low, cut, high))
        low, high = (low, cut) if ANIMALS.index(animal) < cut else (cut, high)
    return asked


def show(state: Game) -> tuple[str, str]:
    """Picture and read-out together."""
    return picture(state), readout(state)


def readout(state: Game) -> str:
    """What the picture shows, in words."""
    asked = path(state, state.secret)
    place = ANIMALS.index(state.secret)
    talk = [f"{_listed(low, cut).capitalize()}? {'Yes' if place < cut else 'No'}." for low, cut, _ in asked]
    return (
        f"{' '.join(talk)} The {state.secret} is found with {len(asked)} "
        f"question{'s' if len(asked) > 1 else ''}. "
        f"On average it takes {state.mean_questions:.3f} questions; H = {mean_bits(state.p):.3f} bits."
    )


def picture(state: Game) -> str:
    """The tree with the path to the secret in red, as SVG."""
    on_path = {(low, high) for low, _, high in path(state, state.secret)}
    place = ANIMALS.index(state.secret)
    drawn, dots = list[str](), list[str]()
    step = min(70, 252 / max(state.questions))

    def grow(low: int, high: int, depth: int) -> tuple[float, float]:
        """Draws the animals `low` to `high - 1` and returns where their fork stands."""
        y = 28 + step * depth
        if high - low == 1:
            _leaf(dots, state, low, y)
            return 60.0 + 76 * low, y
        cut = first_part(state, low, high)
        parts = ((low, cut), (cut, high))
        ends = [grow(*part, depth + 1) for part in parts]
        x = (ends[0][0] + ends[1][0]) / 2
        for part, (to_x, to_y), dash in zip(parts, ends, ("none", "6 5"), strict=True):
            chosen = (low, high) in on_path and part[0] <= place < part[1]
            colour, wide = (VERMILLION, 4) if chosen else (MUTED, 1.5)
            drawn.append(line(x, y, to_x, to_y, colour, stroke_width=wide, stroke_dasharray=dash))
        dots.append(circle(x, y, 5, BLUE))
        return x, y

    grow(0, len(ANIMALS), 0)
    legend = [
        text(650, 20, "yes: left, solid", MUTED, text_anchor="end"),
        text(650, 38, "no: right, dashed", MUTED, text_anchor="end"),
    ]
    means = f"{state.mean_questions:.3f} questions on average, H = {mean_bits(state.p):.3f} bits"
    total = text(330, 345, means, FOREGROUND, 15, text_anchor="middle", font_weight="bold")
    return svg(660, 356, *drawn, *dots, *legend, total, label=readout(state))


def _leaf(dots: list[str], state: Game, i: int, y: float) -> None:
    x, chosen = 60 + 76 * i, ANIMALS[i] == state.secret
    colour = VERMILLION if chosen else MUTED
    dots += [
        rect(x - 27, y - 12, 54, 36, BACKGROUND, stroke=colour, stroke_width=3 if chosen else 1, rx=5),
        text(x, y + 3, ANIMALS[i], text_anchor="middle", font_weight="bold"),
        text(x, y + 19, f"1/{round(1 / state.p[i])}", MUTED, 12, text_anchor="middle"),
    ]


def _listed(low: int, high: int) -> str:
    """The animals in words: "cat, dog or cow"."""
    names = list(ANIMALS[low:high])
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
