"""The still face of what a lesson shows: HTML for a page that has no kernel.

What moves in JupyterLab stands still there. A picture is as it was drawn first, a slider is its name and its value, a
button is left out, and below a question its answer is folded away. `stand_still`, called in a kernel, makes every cell
show such faces; questions are answered as they are shown, so that the demonstrations behind them open.
"""

from functools import singledispatch
from html import escape
from typing import Any

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none
from IPython.core.getipython import get_ipython

from playground.bars import Bars
from playground.drawing_pad import Pad
from playground.formula import with_formulas
from playground.palette import GRID, MUTED
from playground.predict import Prediction
from playground.presses import Presses
from playground.recap import Asked
from playground.stage import Trained
from playground.svg import Scale, rect, svg, text, with_minus, y_axis


def stand_still() -> None:
    """From now on every cell of this kernel shows still faces."""
    shell: Any = get_ipython()
    bundles = shell.display_formatter.mimebundle_formatter
    for kind in (widgets.Widget, Prediction):
        bundles.for_type(kind, lambda shown, **_: {"text/html": f'<div class="face">{face(shown)}</div>'})


@singledispatch
def face(shown: Any) -> str:
    """What `shown`, a widget or a prediction, looks like when it stands still, as HTML."""
    if not hasattr(shown, "value"):
        return ""  # a button, say
    value: Any = getattr(shown, "label", None) or shown.value
    if hasattr(shown, "readout_format"):
        value = format(value, shown.readout_format)
    return f'<span class="control">{escape(shown.description)} <b>{escape(with_minus(str(value)))}</b></span>'


@face.register(widgets.ToggleButton)
@face.register(widgets.Button)
def _button(_shown: object) -> str:
    return ""


@face.register(widgets.Box)
def _box(shown: Any) -> str:
    inside = "".join(face(child) for child in shown.children)
    return f'<div class="{"row" if isinstance(shown, widgets.HBox) else "column"}">{inside}</div>' if inside else ""


@face.register
def _presses(shown: Presses) -> str:
    """Nothing; but the first two are pressed once, so that the picture after them has something to show."""
    for button in shown.children[:2]:
        button.click()
    return ""


@face.register
def _trained(shown: Trained) -> str:
    """As it is when all is trained: before that there is no curve to look at."""
    shown.finish()
    return _box(shown)


@face.register(widgets.HTML)
@face.register(widgets.HTMLMath)
def _html(shown: Any) -> str:
    return f"<div>{with_formulas(shown.value)}</div>" if shown.value else ""


@face.register(widgets.Label)
def _label(shown: Any) -> str:
    return f"<span>{escape(shown.value)}</span>"


@face.register(widgets.Checkbox)
def _line_of_code(shown: Any) -> str:
    return f"<code>{escape(shown.description)}</code>"


@face.register(widgets.Textarea)
def _writing(shown: Any) -> str:
    return f"<blockquote>{escape(shown.value)}</blockquote>"


@face.register
def _asked(shown: Asked) -> str:
    return _question(shown.question, shown.options, shown.right, shown.why)


@face.register
def _prediction(shown: Prediction) -> str:
    shown.choose(shown.truth)
    truth = shown.truth if isinstance(shown.truth, str) else f"{shown.truth:.5g} {shown.unit}"
    return _question(shown.question, shown.options, truth, shown.because)


@face.register
def _bars(shown: Bars) -> str:
    labels: list[str] = shown.labels
    up, wide = Scale(0, 1, 200, 40), 34 + 90 * len(labels)
    parts = [text(2, 16, shown.title, font_weight=600), y_axis(up, 34, ticks=[0, 0.5, 1], grid_to=wide)]
    for k, (name, p) in enumerate(zip(labels, shown.p, strict=True)):
        x = 34 + 90 * k
        parts += [
            rect(x + 8, up(p), 74, up.start - up(p), shown.color),
            text(x + 45, up(p) - 6, f"{p:.2f}", text_anchor="middle"),
            text(x + 45, 220, name, text_anchor="middle"),
        ]
    said = ", ".join(f"{name} {p:.2f}" for name, p in zip(labels, shown.p, strict=True))
    return svg(max(wide, 8 * len(shown.title)), 228, *parts, label=f"{shown.title}: {said}")


@face.register
def _pad(_shown: Pad) -> str:
    words = text(140, 146, "in JupyterLab you draw here", MUTED, text_anchor="middle")
    return svg(282, 282, rect(1, 1, 280, 280, "none", stroke=GRID), words, label="An empty pad to draw on.")


def _question(question: str, options: Any, truth: str, why: str) -> str:
    """A question with its options, and its answer folded away."""
    listed = "".join(f"<li>{escape(option)}</li>" for option in options)
    return with_formulas(
        f'<div class="question"><p>{escape(question)}</p>{f"<ul>{listed}</ul>" if listed else ""}'
        f"<details><summary>The answer</summary><p>{escape(truth)}</p>{escape(why)}</details></div>"
    )
