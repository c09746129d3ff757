import ast
import re

from autograder.report.meanings import MEANINGS
from autograder.report.themes import BY_ID, BY_TOPIC, IN_LESSON, OTHER, theme_of
from tests import bank
from tests.notebook_form import ROOT

NO_MISTAKES = {"autograder.check"}  # what looks like an id in the judges' text and is none


def ids_in_the_judges() -> set[str]:
    """Every string of the judges and of the grading that has the form of an id `topic.fault`."""
    paths = [path for folder in ("judges", "grading") for path in (ROOT / "autograder" / folder).rglob("*.py")]
    nodes = [node for path in paths for node in ast.walk(ast.parse(path.read_text()))]
    texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {text for text in texts if re.fullmatch(r"[a-z_]+\.[a-z_]+", text)} - NO_MISTAKES


def test_every_mistake_that_a_judge_can_name_has_its_meaning() -> None:
    found = ids_in_the_judges()
    assert len(found) > 150
    assert sorted(found - MEANINGS.keys()) == []


def test_every_mistake_of_the_bank_has_its_meaning() -> None:
    named = {one for submission in bank.submissions() for ids in submission.loses.values() for one in ids}
    assert {"overflow", "rounded", "abs", "underflow"} < named  # ids without a dot come from here
    assert sorted(named - MEANINGS.keys()) == []


def test_every_meaning_is_one_short_sentence() -> None:
    sentence = re.compile(r"[A-Z`0-9](?:(?!\. )[^\n]){10,105}\.")
    assert [mistake for mistake, meaning in MEANINGS.items() if not sentence.fullmatch(meaning)] == []


def test_every_mistake_but_the_unexplained_belongs_to_an_idea() -> None:
    assert [mistake for mistake in MEANINGS if theme_of(mistake) is OTHER] == ["unexplained"]


def test_every_theme_names_a_lesson_that_exists() -> None:
    lessons = {path.stem[:2] for path in (ROOT / "notebooks").glob("*.ipynb")} | {""}
    assert {theme.lesson for theme in (*BY_TOPIC.values(), *BY_ID.values(), *IN_LESSON.values())} <= lessons


def test_same_word_means_another_idea_in_another_lesson() -> None:
    assert theme_of("sign.flipped", "05_minibatches").name == "Walking downhill"
    assert theme_of("sign.flipped", "02_entropy").name == "Mean surprise: minus, weight, logarithm"
