import xml.etree.ElementTree as ET

import pytest

from playground.bricks import SWAPS, Wall, bricks, picture, readout


def test_swapping_keeps_the_number_of_bricks_and_one_bit_per_place():
    for swaps in SWAPS:
        assert Wall(swaps).places.sum() == 512
        assert Wall(swaps).bits_per_place == 1


def test_same_number_of_swaps_gives_the_same_wall():
    assert (Wall(50).places == Wall(50).places).all()
    assert (Wall(50).places != Wall(80).places).any()


def test_description_grows_from_a_few_bytes_beyond_place_by_place():
    lengths = [Wall(swaps).packed_bytes for swaps in SWAPS]
    assert lengths == sorted(lengths)
    assert lengths[0] < 20
    assert 128 < lengths[-1] < 150  # 1024 places in bytes, and zlib's own frame


@pytest.mark.parametrize("swaps", SWAPS)
def test_picture_draws_every_brick_and_speaks(swaps):
    root = ET.fromstring(picture(Wall(swaps)))
    assert root.find("{*}path").get("d").count("M") == 512
    assert root.get("aria-label") == readout(Wall(swaps))


def test_moving_the_slider_shuffles_the_wall():
    slider, shown, told = bricks().children
    before = shown.value
    slider.value = 3000
    assert shown.value != before
    assert f"{Wall(3000).packed_bytes} bytes" in told.value
