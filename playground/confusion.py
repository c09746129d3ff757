"""Where a classifier is wrong: which digit it takes for which, and the mistakes it is surest of.

The confusion matrix counts, for each true digit (row), what the test images were taken for (column): the
right answers stand on the diagonal. Beside it are the mistakes with the largest probability, the
ones that cost the most surprisal.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none
import numpy as np
from numpy.typing import NDArray

from playground.digit_images import TILE, Pixels, tile, with_article
from playground.palette import FOREGROUND, GRID, MUTED, VERMILLION
from playground.predict import Prediction, opened_by
from playground.svg import group, rect, svg, text

if TYPE_CHECKING:
    from torch import Tensor

CELL = 36
LEFT, TOP = 62, 46
SHOWN = 12
ANY = -1  # the value of "any digit" in a menu


@dataclass(frozen=True)
class Judged:
    """What a classifier made of n images: each image's true digit, its answer, and how sure it was."""

    images: Pixels  # (n, 28, 28)
    truth: NDArray[np.int64]  # (n,)
    answer: NDArray[np.int64]  # (n,)
    sureness: NDArray[np.float32]  # (n,), the probability of the answer

    def counts(self) -> NDArray[np.int64]:
        """How often true digit i was taken for j, `(10, 10)`."""
        return np.bincount(10 * self.truth + self.answer, minlength=100).reshape(10, 10)

    def surest_mistakes(self, truth: int | None = None, answer: int | None = None) -> NDArray[np.int64]:
        """The places of the wrong answers, the surest first; only those of one row or column if asked."""
        wrong = self.answer != self.truth
        if truth is not None:
            wrong &= self.truth == truth
        if answer is not None:
            wrong &= self.answer == answer
        places = np.flatnonzero(wrong)
        return places[np.argsort(-self.sureness[places], kind="stable")]


def confusion(classifier: "Callable[[Tensor], Tensor]", after: Prediction | None = None) -> widgets.Widget:
    """A widget with the confusion matrix of `classifier` on the test images and its surest mistakes."""
    return opened_by(after, lambda: _build(judge(classifier)))


def judge(classifier: "Callable[[Tensor], Tensor]") -> Judged:
    """What `classifier`, which takes flat images and gives logits, makes of the 10 000 test images."""
    import torch  # here, so that lessons without a classifier do not load it

    from playground.mnist import digits

    images, labels = digits(train=False)
    with torch.no_grad():
        sureness, answer = classifier(images.flatten(start_dim=1)).softmax(dim=1).max(dim=1)
    return Judged(images[:, 0].numpy(), labels.numpy(), answer.numpy(), sureness.numpy())


def picture(judged: Judged, truth: int | None = None, answer: int | None = None) -> str:
    """The matrix with the chosen row and column framed, and the surest mistakes among them, as SVG."""
    width, height = LEFT + 10 * CELL + 40 + 4 * (TILE + 26), TOP + 10 * CELL + 8
    parts = [_matrix(judged.counts(), truth, answer), _mistakes(judged, truth, answer)]
    return svg(width, height, *parts, label=readout(judged, truth, answer))


def readout(judged: Judged, truth: int | None = None, answer: int | None = None) -> str:
    """How many answers are right, which confusion is the commonest, and how many mistakes are of the chosen kind."""
    counts, n = judged.counts(), len(judged.truth)
    right = int(np.trace(counts))
    images = f"{n:,}".replace(",", " ") if n > 9999 else n
    words = f"{right} of {images} test images are right: {100 * right / n:.2f} %."
    if right < n:
        off = counts - np.diag(np.diag(counts))
        i, j = np.unravel_index(int(off.argmax()), off.shape)
        words += f" The commonest mistake: {with_article(int(i))} taken for {with_article(int(j))}, {off[i, j]} times."
    if truth is not None and truth == answer:
        words += f" {with_article(truth).capitalize()} taken for {with_article(truth)} is no mistake."
    elif truth is not None or answer is not None:
        first = "Any digit" if truth is None else with_article(truth).capitalize()
        second = "another one" if answer is None else with_article(answer)
        found = len(judged.surest_mistakes(truth, answer))
        words += f" {first} taken for {second}: {found} mistake{'s' * (found != 1)}."
    return words


def _matrix(counts: NDArray[np.int64], truth: int | None, answer: int | None) -> str:
    parts = [
        text(LEFT + 5 * CELL, 14, "taken for", text_anchor="middle"),
        text(14, TOP + 5 * CELL, "true digit", text_anchor="middle", transform=f"rotate(-90 14 {TOP + 5 * CELL})"),
    ]
    worst = max(int((counts - np.diag(np.diag(counts))).max()), 1)
    for i in range(10):
        middle = CELL * (i + 0.5)
        parts += [
            text(LEFT - 14, TOP + middle + 5, str(i), text_anchor="middle", font_weight=600),
            text(LEFT + middle, TOP - 10, str(i), text_anchor="middle", font_weight=600),
        ]
        for j in range(10):
            x, y, count = LEFT + CELL * j, TOP + CELL * i, int(counts[i, j])
            shade = 0 if i == j else count / worst
            parts += [
                rect(x, y, CELL, CELL, VERMILLION, fill_opacity=0.75 * shade, stroke=GRID),
                text(
                    x + CELL / 2, y + 22, str(count or "·"), FOREGROUND if count else MUTED, 12,
                    text_anchor="middle", font_weight=700 if i == j else 400,
                ),
            ]  # fmt: skip
    frame: dict[str, Any] = {"fill": "none", "stroke": FOREGROUND, "stroke_width": 2.5}
    if truth is not None:
        parts.append(rect(LEFT, TOP + CELL * truth, 10 * CELL, CELL, **frame))
    if answer is not None:
        parts.append(rect(LEFT + CELL * answer, TOP, CELL, 10 * CELL, **frame))
    return group(*parts)


def _mistakes(judged: Judged, truth: int | None, answer: int | None) -> str:
    left = LEFT + 10 * CELL + 40
    places = judged.surest_mistakes(truth, answer)[:SHOWN]
    title = "The surest mistakes" if len(places) else "No such mistake"
    parts = [text(left, 14, title, font_weight=600), text(left, 34, "true → taken for, how sure", MUTED, 12)]
    for k, place in enumerate(places):
        caption = f"{judged.truth[place]} → {judged.answer[place]}, {100 * judged.sureness[place]:.1f} %"
        x, y = left + (TILE + 26) * (k % 4), TOP + (TILE + 42) * (k // 4)
        parts.append(tile(judged.images[place], caption, x, y, TILE + 8))
    return group(*parts)


def _build(judged: Judged) -> widgets.VBox:
    truth, answer = _menu("true digit"), _menu("taken for")
    shown: Any = widgets.HTML()
    said: Any = widgets.HTML()

    def draw(_change: object = None) -> None:
        row, column = (None if menu.value == ANY else menu.value for menu in (truth, answer))
        shown.value = picture(judged, row, column)
        said.value = readout(judged, row, column)

    truth.observe(draw, "value")
    answer.observe(draw, "value")
    draw()
    return widgets.VBox([widgets.HBox([truth, answer]), shown, said])


def _menu(name: str) -> Any:
    options = [("any digit", ANY), *((str(digit), digit) for digit in range(10))]
    return widgets.Dropdown(options=options, value=ANY, description=name, layout={"width": "220px"})
