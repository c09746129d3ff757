import pytest

from playground.recap import answer, recap

QUESTION = ("A fair coin needs ...", ["0.5 bits", "1 bit"], "1 bit", "Two equal cases are one yes or no.")


def test_no_option_is_chosen_at_first_and_no_answer_is_given():
    _, choice, said = recap(QUESTION).children[0].children
    assert choice.value is None
    assert said.value == ""


def test_answer_comes_with_the_choice_and_a_wrong_one_may_be_mended():
    _, choice, said = recap(QUESTION).children[0].children
    choice.value = "0.5 bits"
    assert "✗ Not yet" in said.value
    assert "Two equal cases" not in said.value
    choice.value = "1 bit"
    assert "✓ Right." in said.value
    assert "Two equal cases" in said.value


def test_questions_are_numbered():
    shown = recap(QUESTION, QUESTION, QUESTION)
    asked = [box.children[0].value for box in shown.children[:3]]
    assert [f"{i}. A fair" in words for i, words in enumerate(asked, 1)] == [True, True, True]


def test_reason_is_plain_text():
    assert "p &lt; q" in answer("a", "a", "p < q")


def test_right_option_must_be_among_the_options():
    with pytest.raises(ValueError, match="none of"):
        recap(("q", ["a", "b"], "c", ""))
