"""BatchNorm's running mean, which chases the means of the batches.

Batches of four numbers come one after the other. In train mode BatchNorm moves its running mean a part of the way
to the batch's mean: that part is called momentum. In eval mode it lets the running mean rest, and uses it. The next
batch is moved by hand; moving the momentum shows the whole chase as it would have been with that momentum.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import sqrt

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.palette import BLUE, FOREGROUND, GREEN, MUTED, ORANGE
from playground.predict import Prediction, opened_by
from playground.presses import Presses
from playground.stage import choice, slider, stage
from playground.svg import Scale, line, marker, polyline, svg, text, x_axis, y_axis

MODES = ("train", "eval")
SPREAD = (-1.5, -0.5, 0.5, 1.5)  # the four numbers round the batch's mean; round 2.5 they are 1, 2, 3, 4
BATCH_VAR = 5 / 3  # their variance, divided by n - 1, as BatchNorm keeps it
EPS = 1e-5  # added to the variance before the root, PyTorch's default
ROOM = 30  # so many batches fit into the picture


@dataclass(frozen=True)
class Chase:
    """The batches that came, each as `(mean, in train mode)`, then the mean of the next one, momentum and mode."""

    came: Sequence[tuple[float, bool]] = ()
    next_mean: float = 2.5
    momentum: float = 0.1
    training: bool = True

    def fed(self, times: int) -> "Chase":
        """The same after the next batch has come so many times, in the mode that is set."""
        return replace(self, came=(*self.came, *[(self.next_mean, self.training)] * times))

    @property
    def means(self) -> list[float]:
        """The running mean at the start, 0, and after each batch."""
        path = [0.0]
        for mean, training in self.came:
            path.append((1 - self.momentum) * path[-1] + self.momentum * mean if training else path[-1])
        return path

    @property
    def var(self) -> float:
        """The running variance now; it starts at 1."""
        steps = sum(training for _, training in self.came)
        return BATCH_VAR + (1 - BATCH_VAR) * (1 - self.momentum) ** steps

    @property
    def out(self) -> list[float]:
        """What BatchNorm would make of the next batch: by its own mean and variance, or by the running ones."""
        if self.training:
            return [d / sqrt(BATCH_VAR * 3 / 4 + EPS) for d in SPREAD]  # its own variance is divided by n = 4
        return [(self.next_mean + d - self.means[-1]) / sqrt(self.var + EPS) for d in SPREAD]


def running_mean(after: Prediction | None = None) -> widgets.Widget:
    """The demonstration: sliders for momentum and the next batch, the mode, and buttons that feed batches."""

    def build() -> widgets.Widget:
        momentum = slider("momentum", 0.1, 0, 1, 0.05)
        batch = slider("batch mean", 2.5, -2, 6, 0.5, ".1f")
        mode = choice("mode", MODES)
        came: Sequence[tuple[float, bool]] = ()

        def now() -> Chase:
            return Chase(came, batch.value, momentum.value, mode.value == "train")

        def feed(times: int) -> None:
            nonlocal came
            came = now().fed(times).came if times else ()

        buttons = Presses(
            {"One batch": lambda: feed(1), "Ten batches": lambda: feed(10), "Start again": lambda: feed(0)}
        )
        return stage([buttons, mode, momentum, batch], lambda: show(now()))

    return opened_by(after, build)


def show(state: Chase) -> tuple[str, str]:
    """Picture and read-out together."""
    return picture(state), readout(state)


def readout(state: Chase) -> str:
    """What the picture shows, in words."""
    n = len(state.came)
    batch = ", ".join(f"{state.next_mean + d:g}" for d in SPREAD)
    out = ", ".join(f"{y:.2f}" for y in state.out)
    by = "its own mean and variance" if state.training else "the running ones"
    return (
        f"After {n} {'batch' if n == 1 else 'batches'}: running mean {state.means[-1]:.4f}, "
        f"running variance {state.var:.4f}. {'Train' if state.training else 'Eval'} mode turns the batch "
        f"{batch} into {out}, by {by}."
    )


def picture(state: Chase) -> str:
    """The running mean and the batches over time, the next batch at the right, as SVG."""
    first = max(0, len(state.came) - ROOM)
    across, up = Scale(first, first + ROOM + 1, 50, 500), Scale(-4, 8, 250, 35)
    means = state.means[first:]
    path = [(across(first), up(means[0]))]
    for k, mean in enumerate(means[1:], first + 1):
        path += [(across(k), path[-1][1]), (across(k), up(mean))]
    drawn = [part for k, batch in enumerate(state.came[first:], first + 1) for part in _batch(*batch, across(k), up)]
    ahead = across(len(state.came) + 1)
    here = up(means[-1])
    return svg(
        660,
        300,
        x_axis(across, 250, "batch", grid_to=35),
        y_axis(up, 50, "value", ticks=range(-4, 9, 2), grid_to=500),
        *drawn,
        *_batch(state.next_mean, state.training, ahead, up, ahead_of_time=True),
        polyline([*path, (ahead, here)], BLUE, stroke_width=3),
        marker(ahead, here, "diamond", BLUE, 6, stroke=FOREGROUND),
        *_legend(state),
        label=readout(state),
    )


def _batch(mean: float, training: bool, x: float, up: Scale, ahead_of_time: bool = False) -> list[str]:
    """Four dashes for the numbers of a batch and a square for its mean; hollow where it moves nothing."""
    inside = [up(mean + d) for d in SPREAD]
    faint = {"stroke_opacity": 0.8 if ahead_of_time else 0.35}
    hollow = {"stroke": ORANGE if training else GREEN, "stroke_width": 2}
    fill = ORANGE if training and not ahead_of_time else "none"
    return [
        *[line(x - 4, y, x + 4, y, MUTED, stroke_width=2, **faint) for y in inside],
        marker(x, up(mean), "square" if training else "circle", fill, 4, **hollow),
    ]


def _legend(state: Chase) -> list[str]:
    return [
        marker(520, 60, "square", ORANGE, 5),
        text(532, 65, "mean, train mode"),
        marker(520, 86, "circle", "none", 5, stroke=GREEN, stroke_width=2),
        text(532, 91, "mean, eval mode"),
        line(513, 112, 527, 112, MUTED, stroke_width=2),
        text(532, 117, "its four numbers"),
        line(512, 138, 528, 138, BLUE, stroke_width=3),
        text(532, 143, "running mean"),
        text(512, 190, f"{state.means[-1]:.4f}", size=24, font_weight="bold"),
        text(512, 236, f"variance {state.var:.4f}"),
        text(512, 212, f"after {len(state.came)} {'batch' if len(state.came) == 1 else 'batches'}", MUTED),
    ]
