"""A slider that counts steps from 0, whose last step may change while it is on the page."""

from typing import Any

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none
from traitlets import Int, link, validate


class Count(widgets.HBox):
    """A slider from 0 to `most`; `value` is where it stands.

    The browser's slider takes its End key from the range that it was made with, so another `most` makes it anew there.
    """

    value = Int(0)

    def __init__(self, most: int, name: str, *, width: str, name_width: str) -> None:
        self.slider: Any = widgets.IntSlider(
            max=most,
            description=name,
            style={"description_width": name_width},
            layout={"width": width, "max_width": "calc(100% - 4px)"},
        )
        super().__init__([self.slider], layout={"max_width": "100%"})
        link((self, "value"), (self.slider, "value"))

    @validate("value")
    def _within(self, proposal: Any) -> int:
        return min(max(proposal["value"], 0), self.most)

    @property
    def most(self) -> int:
        """The last step; when it comes before where the slider stands, the slider goes back to it."""
        return self.slider.max

    @most.setter
    def most(self, most: int) -> None:
        if most != self.most:
            self.children = []
            self.slider.max = most
            self.children = [self.slider]
