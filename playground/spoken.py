"""What a screen reader is told of the controls: names, values, and which button is pressed.

The widgets of ipywidgets look well, but a slider's handle has no name, a row of buttons does not say what it is about,
and a pressed button does not say that it is. `spoken()`, an invisible widget put into a column (a `VBox`), mends that
in the browser for all that stands in this column, now and later. It is one and the same widget wherever it stands:
anywidget gives a browser two seconds to start each, which is not much for many of them on a busy machine.
"""

from functools import cache
from pathlib import Path

import anywidget


class Spoken(anywidget.AnyWidget):
    """Nothing to see; it gives the controls of the column it stands in their names and states."""

    _esm = Path(__file__).with_suffix(".js")


@cache
def spoken() -> Spoken:
    """The widget that speaks; the same one at every call."""
    return Spoken()
