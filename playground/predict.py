"""A question asked before a demonstration, which stays closed until the guess is made.

Who only watches a demonstration learns no more than who never saw it; who predicts first does. So a
lesson asks, keeps the guess, opens the demonstration, and then sets the guess beside the truth:

    guess = predict("How many bits does a fair coin need?", truth=1, unit="bits", because="...")
    guess                       # shows the question
    coin(after=guess)           # says "predict first" until the guess is made, then opens
    guess.reveal()              # "You said 2 bits. It is 1 bit ..."

Guesses live as long as the kernel, one per question, so running a cell again asks nothing twice.
Nothing waits and no thread runs: whoever needs the guess leaves a function to be called when it comes.

Source: Crouch et al. (2004), "Classroom demonstrations: Learning tools or entertainment?"
"""

import asyncio
import re
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape
from math import isfinite
from typing import Any

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.spoken import spoken

Guess = str | float
Then = Callable[[], None]
CLOSED_HEIGHT = "26em"
SETTLE_S = 0.3  # of a kernel at rest, from a press of the button until the field's last change has surely come


def predict(
    question: str,
    options: Sequence[str] = (),
    *,
    truth: Guess,
    because: str,
    unit: str = "",
    within: float = 0.05,
) -> "Prediction":
    """A `Prediction` that asks `question`: radio buttons where there are `options`, else a number field.

    `truth` is the right option or the right number (in `unit`), `because` the reason, told by `reveal`. A number
    that is off by no more than `within`, as a part of the truth, is called close.
    All words are plain text, in which `$...$` is a formula. Raises: ValueError when `truth` does not fit.
    """
    if options and truth not in options:
        raise ValueError(f"the truth {truth!r} is none of the options {list(options)}")
    if not options and isinstance(truth, str):
        raise ValueError(f"without options the truth must be a number, not {truth!r}")
    return Prediction(question, tuple(options), truth, because, unit, within)


def opened_by(guess: "Prediction | Sequence[Prediction] | None", build: Callable[[], widgets.Widget]) -> widgets.Widget:
    """The widget that `build` makes: at once if there is nothing to wait for, else when each guess is made."""
    guesses = (guess,) if isinstance(guess, Prediction) else tuple(guess or ())
    if not guesses:
        return build()
    closed = widgets.HTML(_note(f"◇ Closed until you make your prediction{'s' * (len(guesses) > 1)} above."))
    # as high as a demonstration: what the lesson says after it is not to be read beside the open question
    box = widgets.VBox([closed], layout={"min_height": CLOSED_HEIGHT})

    def fill() -> None:
        if box.children == (closed,) and all(one.choice is not None for one in guesses):
            closed.value = _note("One moment …")  # which stays where building takes long
            box.children = (build(), spoken(), widgets.HTML(_LOOKS, layout={"display": "none"}))
            box.layout.min_height = None

    for one in guesses:
        one.when_made(fill, kind=build.__qualname__)
    return box


def heading(question: str) -> widgets.HTMLMath:
    """The words of a question, in bold; `$...$` is a formula."""
    return widgets.HTMLMath(f"<div style='{WIDTH};font-weight:600'>{_UNCUT}{escape(question)}</div>")


def radio_buttons(question: str, options: Sequence[str]) -> Any:
    """Radio buttons for the `options`, none chosen yet, long options uncut; `question` is their spoken name."""
    buttons: Any = widgets.RadioButtons(
        options=list(options), value=None, tooltip=question, layout={"width": "auto", "max_width": "54em"}
    )
    buttons.add_class("uncut")
    return buttons


class Prediction:
    """One question with its answer field; the last line of a cell shows it."""

    def __init__(
        self, question: str, options: tuple[str, ...], truth: Guess, because: str, unit: str, within: float
    ) -> None:
        self.question = question
        self.options = options
        self.truth = truth
        self.because = because
        self.unit = unit
        self.within = within
        self._record = _records.setdefault((question, options), _Record())
        self._view = self._build_view()
        self.when_made(self._settle, kind="view")

    @property
    def choice(self) -> Guess | None:
        """The guess that was made, None while there is none."""
        return self._record.choice

    def choose(self, choice: Guess) -> None:
        """Keeps `choice` as the guess and opens all that waits for it; the first guess stands.

        Raises: ValueError for something that is not an option (or not a number, where one is asked).
        """
        if self.options and choice not in self.options:
            raise ValueError(f"{choice!r} is none of the options {list(self.options)}")
        if self.choice is None:
            self._record.choice = choice if self.options else float(choice)
            self._record.open()

    def when_made(self, then: Then, kind: str) -> None:
        """Calls `then` once: now if the guess was made, else when it is.

        `kind` tells apart what waits. Of each kind the last four wait, so that cells which are run over
        and over leave nothing behind.
        """
        if self.choice is None:
            self._record.waiting.setdefault(kind, deque(maxlen=4)).append(then)
        else:
            then()

    def reveal(self) -> widgets.Widget:
        """A widget with the guess, the truth and the reason; until the guess is made it asks for it."""
        answer = widgets.HTMLMath(_note("◇ Make your prediction above, then read here what it is."))

        def fill() -> None:
            answer.value = _block(self.verdict())

        self.when_made(fill, kind="reveal")
        return answer

    def verdict(self) -> str:
        """The guess beside the truth, as HTML. A number `within` reach of the truth counts as right."""
        said, truth = self.choice, self.truth
        if said is None:
            raise ValueError("no prediction was made yet")
        if isinstance(said, str) or isinstance(truth, str):
            right = said == truth
        else:
            right = abs(said - truth) <= self.within * abs(truth) + 1e-9
        first = f"You said: <b>{self._words(said)}</b>."
        second = "✓ So it is." if right else f"✗ It is: <b>{self._words(truth)}</b>."
        if right and said != truth:
            second = f"✓ Close: it is <b>{self._words(truth)}</b>."
        return f"{first} {second}<br>{escape(self.because)}"

    @property
    def _unit_of_one(self) -> str:
        return self.unit.removesuffix("es" if self.unit.endswith("ches") else "s")

    def _words(self, value: Guess) -> str:
        if isinstance(value, str):
            return escape(value)
        unit = self._unit_of_one if value == 1 else self.unit
        return escape(f"{_number(value).replace('-', '−')} {unit}".rstrip())

    def _build_view(self) -> widgets.VBox:
        """The question, its field, and the button that makes the guess deliberate."""
        if self.options:
            self._field: Any = radio_buttons(self.question, self.options)
        else:
            self._field = widgets.Text(
                placeholder="a number",
                continuous_update=False,  # one message, and before the button's: no half of a number is kept
                tooltip=self.question,
                layout={"width": "120px"},
            )
            self._field.on_msg(self._press_by_enter)
        self._button = widgets.Button(description="That is my guess", button_style="primary", layout={"width": "160px"})
        self._status = widgets.HTML()
        self._button.on_click(self._press)  # pyright: ignore[reportUnknownMemberType]  # untyped library
        field = widgets.HBox([self._field, widgets.Label(self.unit)])
        row = widgets.HBox([self._button, self._status, spoken()], layout={"align_items": "center"})
        return widgets.VBox([heading(self.question), field, row], layout={"padding": "4px 0"})

    def _typed(self) -> Guess | None:
        """What stands in the field now, None where that is no answer."""
        value: str | None = self._field.value
        if self.options or value is None:
            return value
        words = value.replace(",", ".").replace("−", "-").strip()
        parts = 100 if words.endswith("%") and self.unit != "%" else 1
        for unit in (self.unit, self._unit_of_one, "%"):
            words = words.removesuffix(unit)
        try:
            number = float(re.sub(r"(?<=\d)\s+(?=\d)", "", words)) / parts
        except ValueError:
            return None
        return number if isfinite(number) else None

    def _press_by_enter(self, _field: object, content: dict[str, Any], _buffers: object) -> None:
        """Presses the button when the Enter key was pressed in the field, which the browser calls "submit"."""
        if content.get("event") == "submit":
            self._press()

    def _press(self, _button: object = None) -> None:
        """Takes what the field says; a moment later, for a front end holds changes back while the kernel is busy."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # pressed by a program, which holds nothing back
            self._take()
        else:
            self._take_later(loop)

    def _take_later(self, loop: asyncio.AbstractEventLoop) -> None:
        due = loop.time() + SETTLE_S

        def take() -> None:
            if loop.time() > due + SETTLE_S:  # a cell ran meanwhile, and what came during it is not read yet
                self._take_later(loop)
            else:
                self._take()

        loop.call_at(due, take)

    def _take(self) -> None:
        typed = self._typed()
        if typed is not None:
            self.choose(typed)
        else:
            self._status.value = _note("Choose first." if self.options else "Write a number, such as 0.5")

    def _settle(self) -> None:
        """Shows the guess in the field and closes it."""
        said = self.choice
        assert said is not None
        self._field.value = said if isinstance(said, str) else _number(said)
        self._field.disabled = True
        self._button.layout.display = "none"
        self._status.value = f"<div style='{WIDTH}'>Your guess: <b>{self._words(said)}</b>. Read on.</div>"

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """What Jupyter shows for the last line of a cell."""
        view: Any = self._view
        return view._repr_mimebundle_(**kwargs)


@dataclass
class _Record:
    """What the kernel remembers of one question."""

    choice: Guess | None = None
    waiting: dict[str, deque[Callable[[], None]]] = field(default_factory=dict[str, deque[Callable[[], None]]])

    def open(self) -> None:
        """Calls all that waits, once."""
        waiting, self.waiting = self.waiting, {}
        for thens in waiting.values():
            for then in thens:
                then()


_records: dict[tuple[str, tuple[str, ...]], _Record] = {}

_UNCUT = (
    "<style>.uncut .widget-radio-box label {"
    "height: auto; line-height: 1.5; display: flex; flex-flow: row-reverse; justify-content: flex-end;"
    "align-items: flex-start}</style>"
)
# In a row of buttons the pressed one has a frame, which in the dark, too, is plain to see. On a page that is narrow, or
# much magnified, a slider lies below its name and its value, and is as long as both.
_LOOKS = (
    "<style>.jupyter-widgets .widget-toggle-button.mod-active, .jupyter-widgets.widget-toggle-button.mod-active {"
    "box-shadow: inset 0 0 0 2px var(--jp-content-font-color1, #222)} "
    "@media (max-width: 480px) {.jupyter-widgets.widget-hslider {flex-wrap: wrap; height: auto}"
    ".jupyter-widgets.widget-hslider .slider-container {order: 1; flex-basis: 100%}}</style>"
)
WIDTH = "max-width:54em;line-height:1.45;white-space:normal"


def _number(value: float) -> str:
    """Four digits, and a large number whole: 60000, not 6e+04."""
    return f"{value:.0f}" if 1e4 <= abs(value) < 1e15 else f"{value:.4g}"


def _note(words: str) -> str:
    return f"<span style='color:var(--jp-content-font-color2, #555)'>{escape(words)}</span>"


def _block(html: str) -> str:
    return (
        f"<div style='{WIDTH};border-left:4px solid #0072B2;padding:4px 12px;margin:4px 0;"
        f"background:var(--jp-layout-color2, #eee)'>{html}</div>"
    )
