"""Three questions at the end of a lesson, each answered the moment an option is chosen.

    recap(
        ("A fair coin needs ...", ["0.5 bits", "1 bit"], "1 bit", "Two equal cases are one yes or no."),
        ...
    )

Right and wrong are told in words and by a sign, never by colour alone. A wrong choice may be mended.
"""

from collections.abc import Sequence
from html import escape

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.predict import WIDTH, heading, radio_buttons

Question = tuple[str, Sequence[str], str, str]


def recap(*questions: Question) -> widgets.VBox:
    """A widget that asks each `(question, options, right option, why)` and answers at once.

    All words are plain text, in which `$...$` is a formula.
    Raises: ValueError when a right option is none of the options.
    """
    return widgets.VBox([_asked(number, *question) for number, question in enumerate(questions, 1)])


def answer(chosen: str, right: str, why: str) -> str:
    """What is said to `chosen`, as HTML: the reason where it is right, a nudge where it is not."""
    if chosen == right:
        return f"<b>✓ Right.</b> {escape(why)}"
    return "<b>✗ Not yet.</b> Think again and choose another one."


def _asked(number: int, question: str, options: Sequence[str], right: str, why: str) -> widgets.VBox:
    if right not in options:
        raise ValueError(f"the right option {right!r} is none of {list(options)}")
    choice = radio_buttons(question, options)
    said = widgets.HTMLMath(layout={"min_height": "2.6em"})

    def tell(_change: object) -> None:
        said.value = f"<div role='status' style='{WIDTH}'>{answer(choice.value, right, why)}</div>"

    choice.observe(tell, "value")
    return widgets.VBox([heading(f"{number}. {question}"), choice, said], layout={"padding": "4px 0"})
