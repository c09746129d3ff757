import re
from dataclasses import replace
from datetime import datetime
from html.parser import HTMLParser

import pytest

from autograder.report.command import figures, lines, without_names
from autograder.report.figures import count
from autograder.report.page import number, page, percent, short, words
from autograder.report.submissions import Class
from tests.autograder.report.sample import CLASS

NUMBERS = {one: f"student {number}" for number, one in enumerate(("s-4711", "b", "c", "d", "e", "felix", "gina"), 1)}
NAMELESS = without_names(CLASS)
PAGE = page(NAMELESS, count(NAMELESS), NUMBERS.__getitem__, datetime(2026, 11, 26))
VOID = {"meta", "br"}


class Balanced(HTMLParser):
    """Reads a page and fails where an element is closed that is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict]] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read(text: str) -> Balanced:
    parser = Balanced()
    parser.feed(text)
    assert parser.open == []
    return parser


def test_page_is_whole_and_asks_for_nothing_from_elsewhere() -> None:
    seen = read(PAGE).seen
    assert "script" not in {tag for tag, _ in seen}
    assert not [told for _, told in seen if told.get("src") or not told.get("href", "#").startswith("#")]
    assert not re.search(r"url\(|@import|https?:", PAGE)


def test_every_link_on_the_page_leads_somewhere() -> None:
    seen = read(PAGE).seen
    ids = [told["id"] for _, told in seen if "id" in told]
    assert len(ids) == len(set(ids))
    assert {told["href"][1:] for _, told in seen if "href" in told} <= set(ids)


def test_every_table_has_headings_that_say_what_they_head() -> None:
    headings = [told for tag, told in read(PAGE).seen if tag == "th"]
    assert headings
    assert {told.get("scope") for told in headings} == {"col", "row"}


def test_first_thing_to_read_is_what_to_teach_again() -> None:
    text = re.sub(r"<style>.*?</style>|<[^>]+>", " ", PAGE, flags=re.DOTALL)
    first = text.index("Bits, nats and which logarithm")
    assert first < text.index("Scores") < text.index("How hard each check was") < text.index("Every mistake, in words")
    assert "40 %" in text[first : first + 300]


def test_no_name_is_on_the_page_or_in_the_tables_unless_it_is_asked_for() -> None:
    told = PAGE + str(list(lines(NAMELESS, NUMBERS.__getitem__)))
    told += str(figures(NAMELESS, count(NAMELESS), NUMBERS.__getitem__))
    for name in ("Zoë", "Quill", "4711", "felix", "Félix", "gina", "example.org"):
        assert name not in told
    named = page(CLASS, count(CLASS), lambda student: f"({student})", datetime(2026, 11, 26))
    assert "(felix)" in named
    assert "(gina)" in named


def test_what_needs_a_person_is_told() -> None:
    assert "student 6</b>: … handed in a photograph" in PAGE
    assert "not graded: 2" in PAGE
    assert "to read by hand: 1" in PAGE


def test_what_a_student_wrote_cannot_become_part_of_the_page() -> None:
    wild = Class(**{**CLASS.__dict__, "failed": {"felix": "<script>alert(1)</script>"}})
    told = page(wild, count(wild), lambda student: "<b>x", datetime(2026, 11, 26))
    assert "<script>" not in told
    assert "&lt;b&gt;x" in told


def test_class_without_submissions_has_a_page() -> None:
    empty = Class("02_entropy", 7, (), (), ())
    assert "Nothing is graded yet." in page(empty, count(empty), str, datetime(2026, 11, 26))


def test_class_without_mistakes_has_a_page() -> None:
    good = Class("02_entropy", 7, CLASS.checks, (), (CLASS.submissions[-1],))
    assert "no check found a misunderstanding" in page(good, count(good), str, datetime(2026, 11, 26))


def test_csv_has_a_line_for_each_check_and_each_failure() -> None:
    rows = list(lines(CLASS, NUMBERS.__getitem__))
    assert len(rows) == 1 + 5 * 2 + 1
    assert rows[1][:5] == ("student 1", "check_entropy", "0", "5", "log.natural")
    assert {len(row) for row in rows} == {10}


@pytest.mark.parametrize(("value", "shown"), [(0, "0 %"), (0.001, "< 1 %"), (0.31, "31 %"), (1, "100 %")])
def test_share_is_told_in_whole_percent_and_nobody_is_rounded_away(value: float, shown: str) -> None:
    assert percent(value) == shown


def test_numbers_and_words_are_short() -> None:
    assert [number(value) for value in (3.0, 2.25, 123.4)] == ["3", "2.2", "123"]
    assert words("`a<b` is") == "<code>a&lt;b</code> is"
    assert short("word " * 100).endswith("word …")
    assert short("Some were right. In [" + "0.25, " * 100 + "]") == "Some were right. …"
    assert short("Some were right. Not all.") == "Some were right. Not all."


def test_points_that_a_person_has_yet_to_give_are_not_taken_for_lost() -> None:
    waiting = replace(NAMELESS, submissions=tuple(replace(one, waiting=("why",)) for one in NAMELESS.submissions))
    read_all = replace(NAMELESS, submissions=tuple(replace(one, waiting=()) for one in NAMELESS.submissions))
    so_far, final = (page(one, count(one), NUMBERS.__getitem__, datetime(2026, 11, 26)) for one in (waiting, read_all))
    assert "points so far" in so_far
    assert f"({len(NAMELESS.submissions)} of {len(NAMELESS.submissions)}) are not in here" in so_far
    assert "so far" not in final
    assert "are not in here" not in final
