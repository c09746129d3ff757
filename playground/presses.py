"""Buttons for a stage: each does something, and then the picture is drawn anew.

A stage draws when the value of one of its controls changes. Sliders have a value. Buttons have none, so a row of
them counts how often any of them was pressed, and that count is its value.
"""

from collections.abc import Callable, Mapping
from typing import Any

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none
from traitlets import Int


class Presses(widgets.HBox):
    """A row of buttons, each with its name and what it does; `value` is the number of presses so far."""

    value = Int(0)

    def __init__(self, actions: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(layout={"flex_flow": "row wrap"})
        self.children = [self._button(name, act) for name, act in actions.items()]

    def _button(self, name: str, act: Callable[[], object]) -> Any:
        made: Any = widgets.Button(description=name, layout={"width": "auto"})

        def press(_button: object) -> None:
            act()
            self.value += 1

        made.on_click(press)
        return made
