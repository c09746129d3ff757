"""What every demonstration looks like: controls on top, the moving picture, and the same in a sentence.

A demonstration brings its controls and one function that gives the picture (SVG text) and the read-out
(a sentence) for what the controls say now. Each move of a control draws both anew. The picture has a
fixed size, so nothing on the page jumps.
"""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.predict import WIDTH
from playground.svg import unbroken, with_minus


def stage(controls: Sequence[Any], show: Callable[[], tuple[str, str]]) -> widgets.VBox:
    """A widget with the `controls`, and below them what `show` returns: `(picture, readout)`."""
    picture, readout = widgets.HTML(), widgets.HTML()

    def draw(_change: object = None) -> None:
        drawn, told = show()
        picture.value = drawn
        readout.value = f"<div style='{WIDTH};min-height:3em'>{escape(unbroken(with_minus(told)))}</div>"

    for control in controls:
        control.observe(draw, "value")
    draw()
    return widgets.VBox([*controls, picture, readout])


class Trained(widgets.VBox):
    """A demonstration that trains; `finish` brings what it shows to its end at once, for a page that stands still."""

    def __init__(self, children: Sequence[Any], finish: Callable[[], object]) -> None:
        super().__init__(children)
        self.finish = finish


def slider(name: str, value: float, low: float, high: float, step: float, form: str = ".2f") -> Any:
    """A slider that reports while it moves; arrow keys move it by `step`."""
    return widgets.FloatSlider(
        value=value,
        min=low,
        max=high,
        step=step,
        description=name,
        readout_format=form,
        continuous_update=True,
        style={"description_width": "110px"},
        layout={"width": "460px", "max_width": "calc(100% - 4px)"},
    )


def choice(name: str, options: Sequence[str]) -> Any:
    """A row of buttons of which one is pressed, the first to begin with."""
    return widgets.ToggleButtons(
        options=list(options),
        description=name,
        style={"description_width": "110px", "button_width": "auto"},
        layout={"display": "flex", "flex_flow": "row wrap", "margin": "2px 2px 6px"},
    )
