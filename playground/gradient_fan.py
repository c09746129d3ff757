"""The arrow fan: where the gradients of real minibatches point, compared with the gradient of all images.

The gradients are measured once for each of two models, which takes a second or two; from then on the picture follows
the slider. The model that has learned for an epoch is the harder case: what its examples still ask for differs more,
so it takes more of them to see the common direction.
"""

from typing import Any

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.fan_picture import BATCH_SIZES, State, picture, readout
from playground.predict import Prediction, opened_by
from playground.stage import choice, stage

MODELS = ("untrained", "after one epoch")


def gradient_fan(after: Prediction | None = None) -> widgets.Widget:
    """The demonstration, with a slider for the batch size; closed until the prediction `after` is made."""
    return opened_by(after, _build_fan)


def _build_fan() -> widgets.Widget:
    size: Any = widgets.SelectionSlider(
        options=[(str(b), b) for b in BATCH_SIZES],
        value=1,
        description="batch size B",
        continuous_update=True,
        style={"description_width": "110px"},
        layout={"width": "460px", "max_width": "calc(100% - 4px)"},
    )
    model, note = choice("model", MODELS), widgets.HTML("&nbsp;")
    known: set[bool] = set()

    def show() -> tuple[str, str]:
        from playground.fan_gradients import fan  # here, so that torch is loaded when it is needed

        learned: bool = model.value == MODELS[1]
        words = "After one epoch at lr 0.1" if learned else "Untrained model"
        if learned not in known:
            note.value = "Measuring its gradients takes a few seconds …"
        state = State(fan(learned), size.value, words)
        known.add(learned)
        note.value = "&nbsp;"  # a line of its own, so that nothing jumps
        return picture(state), readout(state)

    made = stage([size, model], show)
    made.children = (*made.children, note)
    return made
