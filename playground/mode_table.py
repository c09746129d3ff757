"""Two switches that are often taken for one: the mode of a model, and `torch.no_grad()`.

A small model with BatchNorm and Dropout is tried in each of the four corners: train or eval mode, with a graph or
under no_grad. What is written into a corner was not looked up. It is seen on a real model, each time anew: does
Dropout draw, does the running mean move, is a graph built, does a step change the weights?
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.palette import BLUE, FOREGROUND, GREEN, GRID, MUTED, SURFACE, VERMILLION
from playground.predict import Prediction, opened_by
from playground.presses import Presses
from playground.stage import choice, stage
from playground.svg import group, rect, svg, text

MODES = ("model.train()", "model.eval()")
GRAPHS = ("as usual", "with torch.no_grad()")
Corner = tuple[str, str]


@dataclass(frozen=True)
class Trial:
    """What was seen in one corner, one truth value for each question."""

    drops: bool
    moves: bool
    graph: bool
    learns: bool


QUESTIONS = (
    ("drops", "Dropout draws", "Dropout rests"),
    ("moves", "running mean moves", "running mean rests"),
    ("graph", "a graph is built", "no graph"),
    ("learns", "a step can learn", "nothing to learn from"),
)


@dataclass(frozen=True)
class Table:
    """The corner where the switches stand, and what was seen in each corner that was tried."""

    at: Corner
    seen: Mapping[Corner, Trial] = field(default_factory=dict[Corner, Trial])


def trial(mode: str, graph: str) -> Trial:
    """What a fresh model with BatchNorm and Dropout does in this corner, on one random batch."""
    import torch  # only where a model is really tried: the lessons without one open at once
    from torch import nn

    with torch.random.fork_rng(devices=[]):  # the reader's own random numbers go on undisturbed
        torch.manual_seed(0)
        norm = nn.BatchNorm1d(8)
        model = nn.Sequential(nn.Linear(4, 8), norm, nn.Dropout(0.5), nn.Linear(8, 1))
        model.train(mode == MODES[0])
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        x = torch.randn(16, 4)
        mean = norm.get_buffer("running_mean").clone()
        weights = [p.detach().clone() for p in model.parameters()]
        with torch.set_grad_enabled(graph == GRAPHS[0]):
            hidden = norm(model[0](x))
            drops = not torch.equal(model[2](hidden), hidden)
            loss = model(x).square().mean()
        if loss.requires_grad:
            loss.backward()
        optimizer.step()
        learns = any(not torch.equal(p, old) for p, old in zip(model.parameters(), weights, strict=True))
        moves = not torch.equal(mean, norm.get_buffer("running_mean"))
        return Trial(drops, moves, loss.grad_fn is not None, learns)


def mode_table(after: Prediction | None = None) -> widgets.Widget:
    """The demonstration: two switches and a button; each corner that is tried is written into the table."""

    def build() -> widgets.Widget:
        mode, graph = choice("mode", MODES), choice("graph", GRAPHS)
        seen: dict[Corner, Trial] = {}

        def at() -> Corner:
            return mode.value, graph.value

        def go() -> None:
            seen[at()] = trial(*at())

        buttons = Presses({"One batch, and one step": go})
        return stage([mode, graph, buttons], lambda: show(Table(at(), dict(seen))))

    return opened_by(after, build)


def show(state: Table) -> tuple[str, str]:
    """Picture and read-out together."""
    return picture(state), readout(state)


def readout(state: Table) -> str:
    """What the picture shows, in words."""
    corners = len(MODES) * len(GRAPHS)
    here = f"{state.at[0]}, {state.at[1]}"
    left = f"Corners tried: {len(state.seen)} of {corners}."
    found = state.seen.get(state.at)
    if found is None:
        return f"{here}: not tried yet. Press the button. {left}"
    return f"{here}: {', '.join(words for words, _ in _answers(found))}. {left}"


def picture(state: Table) -> str:
    """The table of four corners, the one where the switches stand in a bold frame, as SVG."""
    parts = [
        text(150 + 255 * i + 120, 22, name, text_anchor="middle", font_weight="bold") for i, name in enumerate(GRAPHS)
    ]
    for j, mode in enumerate(MODES):
        parts.append(text(138, 36 + 132 * j + 64, mode, text_anchor="end", font_weight="bold"))
        for i, graph in enumerate(GRAPHS):
            parts.append(_corner(state, (mode, graph), 150 + 255 * i, 36 + 132 * j))
    return svg(660, 300, *parts, label=readout(state))


def _corner(state: Table, corner: Corner, x: float, y: float) -> str:
    here = corner == state.at
    frame = {"stroke": BLUE if here else GRID, "stroke_width": 4 if here else 1.5, "rx": 6}
    parts = [rect(x, y, 240, 122, SURFACE if here else "none", **frame)]
    found = state.seen.get(corner)
    if found is None:
        parts.append(text(x + 120, y + 72, "?", MUTED, 32, text_anchor="middle"))
        return group(*parts)
    for k, (words, yes) in enumerate(_answers(found)):
        sign, colour = ("●", GREEN) if yes else ("○", VERMILLION)
        parts += [
            text(x + 18, y + 30 + 26 * k, sign, colour, 16),
            text(x + 42, y + 30 + 26 * k, words, FOREGROUND if yes else MUTED, 14),
        ]
    return group(*parts)


def _answers(found: Trial) -> list[tuple[str, bool]]:
    """The words for each question, and whether the answer is yes."""
    return [(yes if getattr(found, name) else no, getattr(found, name)) for name, yes, no in QUESTIONS]
