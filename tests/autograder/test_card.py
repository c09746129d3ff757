"""What a verdict looks like: readable without colour, harmless whatever a student's code put into it."""

from html.parser import HTMLParser

import pytest

from autograder import card
from autograder.judges.finding import VERDICT_TYPE, Verdict

LOST = Verdict("check_entropy", 0, 5, "log.natural", "entropy([0.5, 0.5]) gave 0.693 & <nats>. " * 5, "Which base?")
PASSED = Verdict("check_mode", 1, 1, None, "Right on every input tried.", "")


class Words(HTMLParser):
    """The words of a page and the attributes of its tags."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize(("verdict", "word"), [(LOST, "not yet"), (PASSED, "passed")])
def test_card_says_pass_or_fail_in_words_to_eye_and_screen_reader(verdict: Verdict, word: str) -> None:
    page = Words(card.as_html(verdict))
    tag, attributes = page.tags[0]
    assert (tag, attributes["role"]) == ("div", "group")
    label = attributes["aria-label"] or ""
    for words in (page.words, label):
        assert verdict.check in words
        assert word in words
        assert f"{verdict.points} of {verdict.max_points} point" in words
    assert all(told in page.words for told in (verdict.message, verdict.hint, verdict.mistake or ""))


def test_card_shows_what_a_student_wrote_as_text_and_never_as_markup() -> None:
    hostile = "<script>alert(1)</script>' onmouseover=\"x"
    page = Words(card.as_html(Verdict(hostile, 0, 1, hostile, hostile, hostile)))
    assert page.words.count(hostile) == 4
    assert {tag for tag, _ in page.tags} <= {"div", "p", "strong", "span"}
    assert all(set(attributes) <= {"role", "aria-label", "aria-hidden", "style"} for _, attributes in page.tags)


def test_text_of_a_verdict_fits_the_lines_that_nbgrader_prints_whole() -> None:
    told = card.text(LOST)
    assert max(map(len, told.splitlines())) <= 83
    assert " ".join(told.split()) == " ".join(
        f"check_entropy: 0 of 5 points (log.natural) {LOST.message} {LOST.hint}".split()
    )


def test_outputs_hold_the_verdict_as_data_beside_what_people_read() -> None:
    assert card.outputs(LOST) == {
        VERDICT_TYPE: LOST.bundle(),
        "text/html": card.as_html(LOST),
        "text/plain": card.text(LOST),
    }
