import asyncio
import itertools
from time import sleep

import ipywidgets as widgets
import pytest
from IPython.core.formatters import DisplayFormatter

from playground.predict import CLOSED_HEIGHT, SETTLE_S, opened_by, predict

fresh = itertools.count()


def ask_options():
    return predict(f"Which? ({next(fresh)})", ["red", "blue"], truth="blue", because="It is the sky.")


def ask_number():
    return predict(f"How many? ({next(fresh)})", truth=0.469, unit="bits", because="A biased coin says less.")


def parts(guess):
    """The field and the button of the question as it is shown."""
    _, field, row = guess._view.children
    return field.children[0], row.children[0]


def status(guess):
    return guess._view.children[2].children[1].value


def press(button):
    button.click()


def test_guess_is_made_by_the_button_alone_and_only_with_an_option_chosen():
    guess = ask_options()
    field, button = parts(guess)
    press(button)
    assert guess.choice is None
    assert "Choose first" in status(guess)
    field.value = "red"
    assert guess.choice is None
    press(button)
    assert guess.choice == "red"
    assert field.disabled


def test_number_field_takes_a_decimal_comma_and_asks_again_for_words():
    guess = ask_number()
    field, button = parts(guess)
    for no_answer in ("much", "nan", "inf", " "):
        field.value = no_answer
        press(button)
        assert guess.choice is None
        assert "Write a number" in status(guess)
    field.value = "0,5"
    press(button)
    assert guess.choice == 0.5


def test_demo_is_closed_until_the_guess_and_is_then_built_once():
    guess, built = ask_options(), []

    def build():
        built.append(widgets.Label("open"))
        return built[-1]

    box = opened_by(guess, build)
    assert not built
    assert "prediction above" in box.children[0].value
    assert box.layout.min_height == CLOSED_HEIGHT  # so that the answer below is out of sight
    guess.choose("red")
    guess.choose("blue")
    assert box.children[0] is built[0]
    assert len(built) == 1
    assert box.layout.min_height is None


def test_demo_that_takes_long_to_build_asks_for_a_moment():
    guess, told = ask_options(), []

    def build():
        told.append((box.children[0].value, box.layout.min_height))
        return widgets.Label("open")

    box = opened_by(guess, build)
    guess.choose("red")
    assert "One moment" in told[0][0]
    assert told[0][1] == CLOSED_HEIGHT  # and keeps its place meanwhile


def test_demo_opens_at_once_without_a_question_or_with_a_guess_already_made():
    guess = ask_options()
    guess.choose("blue")
    assert opened_by(None, lambda: widgets.Label("open")).value == "open"
    assert opened_by(guess, lambda: widgets.Label("open")).children[0].value == "open"


def test_demo_that_waits_for_two_guesses_opens_once_with_the_second_whichever_it_is():
    for order in (0, 1), (1, 0):
        guesses, built = [ask_options(), ask_number()], []

        def build(built=built):
            built.append(widgets.Label("open"))
            return built[-1]

        box = opened_by(guesses, build)
        for k in order:
            assert not built
            assert "predictions above" in box.children[0].value
            guesses[k].choose(("red", 0.5)[k])
        assert box.children[0] is built[0]
        assert len(built) == 1
        assert opened_by(guesses, build).children[0] is built[1]
        assert len(built) == 2


def test_number_is_sent_whole_before_the_button_can_be_pressed():
    assert not parts(ask_number())[0].continuous_update


def test_last_change_counts_even_if_it_comes_after_the_press():
    async def scenario():
        field.value = "900"
        press(button)
        sleep(2.2 * SETTLE_S)  # a cell runs
        await asyncio.sleep(0.05)
        field.value = "938"  # the front end held it back
        assert guess.choice is None
        await asyncio.sleep(SETTLE_S + 0.1)

    guess = ask_number()
    field, button = parts(guess)
    asyncio.run(scenario())
    assert guess.choice == 938


def test_running_the_question_again_keeps_the_guess_and_shows_it():
    first = ask_number()
    first.choose(0.9)
    again = predict(first.question, truth=0.469, because="")
    assert again.choice == 0.9
    assert parts(again)[0].value == "0.9"
    again.choose(0.1)
    assert again.choice == 0.9


def test_demo_waiting_on_an_earlier_run_of_the_question_opens_too():
    first = ask_options()
    box = opened_by(first, lambda: widgets.Label("open"))
    predict(first.question, ["red", "blue"], truth="blue", because="").choose("red")
    assert box.children[0].value == "open"


def test_other_options_under_the_same_question_are_another_question():
    first = ask_options()
    first.choose("red")
    assert predict(first.question, ["green", "blue"], truth="blue", because="").choice is None


def test_cells_run_over_and_over_leave_no_more_than_four_waiting():
    guess, built = ask_options(), []

    def build():
        built.append(1)
        return widgets.Label()

    for _ in range(50):
        opened_by(guess, build)
    still = guess.reveal()
    guess.choose("red")
    assert len(built) == 4
    assert "You said" in still.value


def test_reveal_asks_first_and_then_sets_guess_beside_truth():
    guess = ask_options()
    shown = guess.reveal()
    assert "You said" not in shown.value
    guess.choose("red")
    assert "You said: <b>red</b>. ✗ It is: <b>blue</b>." in shown.value
    assert "It is the sky." in shown.value


@pytest.mark.parametrize(
    ("said", "sign"), [(0.469, "✓ So it is."), (0.48, "✓ Close: it is <b>0.469 bits"), (0.9, "✗ It is:")]
)
def test_number_within_five_percent_is_close(said, sign):
    guess = ask_number()
    guess.choose(said)
    assert sign in guess.verdict()


def test_a_question_says_how_near_is_close():
    guess = predict("Does it beat 91.1 %?", truth=93.0, unit="%", because="", within=0.02)
    guess.choose(90)
    assert "✗ It is: <b>93 %</b>" in guess.verdict()


@pytest.mark.parametrize(
    ("typed", "unit", "number"),
    [
        ("93 %", "%", 93),
        ("93%", "%", 93),
        ("25 %", "", 0.25),
        ("1 bit", "bits", 1),
        ("2,5 bits", "bits", 2.5),
        ("938 minibatches", "minibatches", 938),
        ("10 000", "images", 10_000),
        ("10\xa0000 images", "images", 10_000),
    ],
)
def test_a_number_is_taken_with_its_unit_and_with_spaces_between_its_digits(typed: str, unit: str, number: float):
    guess = predict(f"How many of {typed}?", truth=7, unit=unit, because="")
    field, button = parts(guess)
    field.value = typed
    press(button)
    assert guess.choice == number


@pytest.mark.parametrize("typed", ["1/4", "%", "bits", "", "nan", "2 bits 3"])
def test_what_is_no_number_is_refused(typed: str):
    guess = predict(f"How many bits of {typed}?", truth=7, unit="bits", because="")
    field, button = parts(guess)
    field.value = typed
    press(button)
    assert guess.choice is None
    assert "Write a number" in status(guess)


def test_enter_in_the_field_presses_the_button():
    guess = ask_number()
    field, _ = parts(guess)
    field.value = "0.5"
    field._handle_custom_msg({"event": "submit"}, [])
    assert guess.choice == 0.5


def test_large_number_is_told_whole():
    guess = predict("How many images?", truth=938, unit="images", because="")
    guess.choose(60000)
    assert "You said: <b>60000 images</b>." in guess.verdict()


@pytest.mark.parametrize(("unit", "told"), [("nats", "1 nat"), ("minibatches", "1 minibatch"), ("%", "1 %"), ("", "1")])
def test_one_of_a_thing_is_told_in_the_singular(unit: str, told: str):
    guess = predict(f"How many {unit}?", truth=3, unit=unit, because="")
    guess.choose(1)
    assert f"You said: <b>{told}</b>." in guess.verdict()


def test_number_below_zero_is_taken_and_told_with_either_minus():
    guess = predict("How many bits less?", truth=-0.5, unit="bits", because="")
    field, button = parts(guess)
    field.value = "−0.8"
    press(button)
    assert guess.choice == -0.8
    assert "You said: <b>−0.8 bits</b>. ✗ It is: <b>−0.5 bits</b>." in guess.verdict()


def test_unfit_truths_and_choices_are_refused():
    with pytest.raises(ValueError, match="none of the options"):
        predict("q", ["a", "b"], truth="c", because="")
    with pytest.raises(ValueError, match="must be a number"):
        predict("q", truth="c", because="")
    with pytest.raises(ValueError, match="none of the options"):
        ask_options().choose("green")
    with pytest.raises(ValueError, match="no prediction"):
        ask_options().verdict()


def test_words_are_plain_text():
    guess = predict("Is p < q?", ["<b>", "no"], truth="no", because="a & b")
    guess.choose("<b>")
    assert "&lt;b&gt;" in guess.verdict()
    assert "a &amp; b" in guess.verdict()
    assert "p &lt; q" in guess._view.children[0].value


def test_last_line_of_a_cell_shows_the_question_as_a_widget():
    shown, _ = DisplayFormatter().format(ask_options())
    assert "application/vnd.jupyter.widget-view+json" in shown
