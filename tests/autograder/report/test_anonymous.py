import pytest

from autograder.grading.grades import Grade
from autograder.report import anonymous
from tests.autograder.report.sample import CLASS, ENTROPY

WORDS = anonymous.identifying(CLASS.people.values(), CLASS.released)


@pytest.mark.parametrize(
    "text",
    [
        "Zoë and QUILL",
        "zoe@example.org",
        "somebody.else@example.com",
        "s-4711",
        "/media/zquill/course/02.ipynb",
        r"C:\Users\Somebody\Desktop\x.py",
        "matriculation 1234567",
        "my_quill_entropy",
        "Ödegård",
        "LINDGREN",
    ],
)
def test_nothing_that_tells_who_it_is_is_left(text: str) -> None:
    hidden = anonymous.hide(text, WORDS)
    assert anonymous.HIDDEN in hidden
    for word in ("zoë", "quill", "zoe", "somebody.", "4711", "zquill", "desktop", "1234567", "ödegård", "lindgren"):
        assert word not in hidden.lower()


def test_words_of_the_task_and_of_python_stay() -> None:
    people = [Grade("max", "Max", "Train"), Grade("u1", "In", "Loss")]
    words = anonymous.identifying(people, frozenset({"train", "loss"}))
    assert anonymous.hide("max(train, loss) in x", words) == "max(train, loss) in x"


def test_figures_of_a_message_stay() -> None:
    assert anonymous.hide("entropy([0.5, 0.25]) gave 1.0397, not 1.5", WORDS) == (
        "entropy([0.5, 0.25]) gave 1.0397, not 1.5"
    )


def test_code_is_shown_without_comments_docstrings_and_what_stands_around_the_function() -> None:
    shown = anonymous.code(ENTROPY, "entropy", WORDS)
    assert shown is not None
    assert "#" not in shown
    assert '"""' not in shown
    assert "import" not in shown
    assert "return" in shown


def test_function_of_nothing_but_a_docstring_stays_a_function() -> None:
    assert anonymous.code('def entropy(p):\n    "by Zoë"', "entropy", WORDS) == "def entropy(p):\n    pass"


@pytest.mark.parametrize("source", ["def entropy(p:\n", "entropy = 3", "\0", "x = " + "(" * 300, ""])
def test_what_cannot_be_read_as_the_function_is_not_shown(source: str) -> None:
    assert anonymous.code(source, "entropy", WORDS) is None


def test_long_function_is_not_shown() -> None:
    body = "\n".join(f"    a{line} = {line}" for line in range(60))
    assert anonymous.code(f"def entropy(p):\n{body}", "entropy", WORDS) is None
