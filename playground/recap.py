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
from playground.spoken import spoken

Question = tuple[str, Sequence[str], str, str]


def recap(*questions: Question) -> widgets.VBox:
    """A widget that asks each `(question, options, right option, why)` and answers at once.

    All words are plain text, in which `$...$` is a formula.
    Raises: ValueError when a right option is none of the options.
    """
    numbered = enumerate(questions, 1)
    asked = [Asked(f"{k}. {q}", options, right, why) for k, (q, options, right, why) in numbered]
    return widgets.VBox([*asked, spoken()])


def answer(chosen: str, right: str, why: str) -> str:
    """What is said to `chosen`, as HTML: the reason where it is right, a nudge where it is not."""
    if chosen == right:
        return f"<b>✓ Right.</b> {escape(why)}"
    return "<b>✗ Not yet.</b> Think again and choose another one."


class Asked(widgets.VBox):
    """One question with its options, and below them what is said to the one that was chosen."""

    def __init__(self, question: str, options: Sequence[str], right: str, why: str) -> None:
        if right not in options:
            raise ValueError(f"the right option {right!r} is none of {list(options)}")
        self.question, self.options, self.right, self.why = question, options, right, why
        choice = radio_buttons(question, options)
        said = widgets.HTMLMath(layout={"min_height": "2.6em"})

        def tell(_change: object) -> None:
            said.value = f"<div role='status' style='{WIDTH}'>{answer(choice.value, right, why)}</div>"

        choice.observe(tell, "value")
        super().__init__([heading(question), choice, said], layout={"padding": "4px 0"})
