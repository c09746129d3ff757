import xml.etree.ElementTree as ET

import pytest

from playground.letters import CEILING_BITS, EXAMPLE, SIGNS, Text, letters, picture, readout


def test_only_letters_and_single_spaces_count():
    assert Text("Ça va?\n Très—bien").signs == "ca va tresbien"
    assert Text("don't  stop").signs == "don t stop"


def test_a_space_before_or_behind_counts_as_soon_as_it_is_typed():
    assert Text("to be ").signs == "to be "
    assert Text("  to be, 42!  ").signs == " to be "


def test_all_signs_alike_reach_the_ceiling():
    text = Text("a bcdefghijklmnopqrstuvwxyz")
    assert len(text.signs) == 27
    assert text.bits == pytest.approx(CEILING_BITS) == pytest.approx(4.754888, abs=1e-6)


def test_one_letter_over_and_over_tells_nothing_and_two_alike_tell_one_bit():
    assert Text("aaaa").bits == 0
    assert Text("abab").bits == 1


def test_empty_text_asks_for_letters():
    assert Text("123 !").bits == 0
    assert "type something" in readout(Text(""))
    assert "type something" in readout(Text("123 !"))
    ET.fromstring(picture(Text("")))


def test_example_of_the_lesson():
    assert Text(EXAMPLE).bits == pytest.approx(3.632, abs=5e-4)
    assert "the space (21.2 %)" in readout(Text(EXAMPLE))
    assert "Most frequent are 26 alike, a among them (3.8 %)" in readout(Text("abcdefghijklmnopqrstuvwxyz"))


def test_picture_has_a_bar_for_each_sign_and_speaks():
    root = ET.fromstring(picture(Text(EXAMPLE)))
    assert len(list(root.iterfind(".//{*}rect"))) == len(SIGNS) + 2
    assert root.get("aria-label") == readout(Text(EXAMPLE))


def test_typing_changes_the_picture():
    field, shown, told = letters().children
    before = shown.value
    field.value = "abab"
    assert shown.value != before
    assert "tells 1.000 bits" in told.value
