"""The lines of the lecture's training loop, each with a box to mark what one cannot explain yet.

A marked line says which lesson explains it. The marks live as long as the kernel: every call gives the same
widget, so a cell that is run again shows them as they were left.
"""

from functools import cache
from typing import Any

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.predict import WIDTH

LINES = {
    "lr=1e-3": "05",
    "loss_fn = nn.CrossEntropyLoss()": "03 and 04",
    "classifier = BaseClassifier(in_dim, feature_dim, out_dim)": "08",
    "optimizer = optim.SGD(classifier.parameters(), lr=lr)": "05",
    "def train(classifier=classifier, ...):": "08",
    "classifier.train()": "07",
    "for minibatch in train_loader:": "05",
    "data = data.flatten(start_dim=1)": "08",
    "out = classifier(data)": "01 and 04",
    "computed_loss = loss_fn(out, target)": "03 and 04",
    "computed_loss.backward()": "06",
    "optimizer.step()": "05 and 06",
    "optimizer.zero_grad()": "06",
    "running_loss += computed_loss.item()": "08",
    "loss_lt.append(running_loss/len(train_loader))": "08",
}

_LOOK = (
    "<style>.train-marks .widget-label-basic {"
    "font-family: var(--jp-code-font-family, monospace); line-height: 1.5;"
    "height: auto; white-space: normal; overflow-wrap: anywhere}"
    ".train-marks .widget-checkbox {height: auto; min-height: 26px}</style>"
)


@cache
def train_marks() -> widgets.VBox:
    """A widget with a box for each of `LINES`; the same one at every call."""
    boxes: list[Any] = [_box(code) for code in LINES]
    told = widgets.HTML()

    def tell(_change: object = None) -> None:
        told.value = f"<div style='{WIDTH}' role='status'>{readout([box.value for box in boxes])}</div>"

    for box in boxes:
        box.observe(tell, "value")
    tell()
    rows = [_row(box, lesson) for box, lesson in zip(boxes, LINES.values(), strict=True)]
    shown = widgets.VBox([widgets.HTML(_LOOK), *rows, told])
    shown.add_class("train-marks")  # pyright: ignore[reportUnknownMemberType]  # untyped library
    return shown


def readout(marked: list[bool]) -> str:
    """How many lines are marked, and where they are explained."""
    if not any(marked):
        return "No line is marked."
    lessons = {
        number
        for is_marked, told in zip(marked, LINES.values(), strict=True)
        if is_marked
        for number in told.split(" and ")
    }
    explained = f"lesson{'s' * (len(lessons) > 1)} {', '.join(sorted(lessons))}"
    return f"You marked {sum(marked)} of {len(marked)} lines. They are explained in {explained}."


def _box(code: str) -> Any:
    return widgets.Checkbox(
        description=code, indent=False, layout={"flex": "1 1 17em", "width": "auto", "max_width": "480px"}
    )


def _row(box: Any, lesson: str) -> widgets.HBox:
    """The box, and to its right the lesson, which is seen only while the box is marked."""
    where = widgets.Label(
        f"→ lesson{'s' * (' and ' in lesson)} {lesson}", layout={"visibility": "hidden", "flex": "none"}
    )

    def tell(_change: object) -> None:
        where.layout.visibility = "visible" if box.value else "hidden"

    box.observe(tell, "value")
    return widgets.HBox([box, where], layout={"align_items": "baseline", "flex_flow": "row wrap"})
