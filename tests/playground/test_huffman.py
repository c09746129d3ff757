import xml.etree.ElementTree as ET
from itertools import combinations, pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.huffman import PRESETS, Source, codewords, huffman, picture, readout
from playground.shannon import mean_bits


def test_figures_of_the_lesson():
    halves, lecture = Source(PRESETS["½ ¼ ⅛ ⅛"]), Source(PRESETS[".2 .5 .3"])
    assert (halves.code_bits, halves.entropy_bits) == (1.75, 1.75)
    assert lecture.code_bits == pytest.approx(1.5)
    assert lecture.entropy_bits == pytest.approx(1.4855, abs=5e-5)


@given(st.lists(st.integers(1, 40), min_size=2, max_size=5))
def test_no_prefix_code_is_shorter(weights):
    p = [weight / sum(weights) for weight in weights]
    words = codewords(p)
    assert not any(a.startswith(b) or b.startswith(a) for a, b in combinations(words, 2))
    ours = sum(p_i * len(word) for p_i, word in zip(p, words, strict=True))
    fit = (n for n in product(range(1, len(p)), repeat=len(p)) if sum(2.0**-k for k in n) <= 1)  # Kraft
    assert ours == pytest.approx(min(sum(map(lambda a, k: a * k, p, n)) for n in fit))


@given(st.lists(st.integers(0, 40), min_size=2, max_size=12).filter(lambda w: sum(x > 0 for x in w) > 1))
def test_code_is_less_than_one_bit_above_the_entropy(weights):
    p = [weight / sum(weights) for weight in weights]
    mean = sum(p_i * len(word) for p_i, word in zip(p, codewords(p), strict=True))
    assert mean_bits(p) - 1e-9 <= mean < mean_bits(p) + 1


@pytest.mark.parametrize("weights", list(PRESETS.values()))
def test_solid_areas_are_the_code_and_dashed_ones_the_entropy(weights):
    state = Source(weights)
    root = ET.fromstring(picture(state))
    bit = (420 - 60) / 6 * (235 - 35)
    areas = {"dashed": 0.0, "solid": 0.0}
    for r in [r for r in root.iterfind(".//{*}rect") if r.get("stroke")]:
        kind = "dashed" if r.get("fill") == "none" else "solid"
        areas[kind] += float(r.get("width")) * float(r.get("height")) / bit
    assert areas["solid"] == pytest.approx(state.code_bits, abs=0.003)
    assert areas["dashed"] == pytest.approx(state.entropy_bits, abs=0.003)
    assert root.get("aria-label") == readout(state)


@pytest.mark.parametrize("weights", [(0, 0, 0, 0), (0, 7, 0, 0)])
def test_one_symbol_or_none_tells_nothing(weights):
    assert "nothing to tell" in readout(Source(weights))
    ET.fromstring(picture(Source(weights)))


def test_choosing_a_start_sets_the_weights():
    preset, moving = huffman().children
    preset.value = ".2 .5 .3"
    assert [one.value for one in moving.children[:4]] == [8, 20, 12, 0]
    assert "1.4855 bits" in moving.children[-1].value
    assert preset.value == ".2 .5 .3"
    moving.children[0].value = 9
    assert preset.value is None  # its weights are gone
    preset.value = ".2 .5 .3"
    assert moving.children[0].value == 8


@pytest.mark.parametrize("weights", [*PRESETS.values(), (40, 1, 1, 1), (1, 1, 1, 40), (1, 1, 40, 1)])
def test_labels_never_overlap_each_other_or_the_bars_below(weights):
    root = ET.fromstring(picture(Source(weights)))
    heights = [float(t.get("y")) for t in root.iterfind(".//{*}text") if t.get("x") == "435"]
    assert all(lower - upper >= 15 for upper, lower in pairwise(heights))
