"""Formulas as pictures: every one in the lessons can be drawn, and its size and place follow the text."""

import re

import nbformat
import pytest

from playground.formula import drawn, with_formulas
from tests.notebook_form import notebooks

FORMULA = re.compile(r"\$\$(.+?)\$\$|\$([^$]+)\$", re.DOTALL)


def em(svg: str, name: str) -> float:
    found = re.search(rf"{name}:(-?[\d.]+)em", svg)
    assert found
    return float(found[1])


@pytest.mark.parametrize("path", notebooks("notebooks"), ids=lambda path: path.stem)
def test_every_formula_of_the_lesson_can_be_drawn(path):
    cells = nbformat.read(path, as_version=4).cells
    formulas = [a or b for cell in cells if cell.cell_type == "markdown" for a, b in FORMULA.findall(cell.source)]
    assert all('d="M' in drawn(tex) for tex in formulas)


def test_a_longer_formula_is_wider_and_a_fraction_is_higher_and_hangs_lower():
    assert em(drawn("p + q"), "width") > em(drawn("p"), "width")
    assert em(drawn(r"\frac{p}{q}"), "height") > em(drawn("p"), "height")
    assert em(drawn(r"\frac{p}{q}"), "vertical-align") < em(drawn("k"), "vertical-align") <= 0


def test_picture_says_its_tex_and_takes_the_colour_of_the_text():
    assert 'aria-label="a &lt; b"' in drawn("a < b")
    assert 'fill="currentColor"' in drawn("a")


def test_what_is_no_tex_is_refused():
    with pytest.raises(ValueError, match="Unknown symbol"):
        drawn(r"\nothing_of_the_kind")


def test_html_keeps_its_words_and_gets_its_formulas():
    html = with_formulas("<b>the sum $a &lt; b$ of both</b>")
    assert html == f"<b>the sum {drawn('a < b')} of both</b>"
