from playground import palette


def luminance(colour: str) -> float:
    """Relative luminance of a hex colour (WCAG 2.1)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_data_colours_are_those_of_okabe_and_ito():
    published = [(0, 0, 0), (230, 159, 0), (86, 180, 233), (0, 158, 115)]
    published += [(240, 228, 66), (0, 114, 178), (213, 94, 0), (204, 121, 167)]
    names = ["BLACK", "ORANGE", "SKY", "GREEN", "YELLOW", "BLUE", "VERMILLION", "PURPLE"]
    assert [getattr(palette, name) for name in names] == ["#{:02X}{:02X}{:02X}".format(*c) for c in published]


def test_blue_green_and_vermillion_stand_out_on_white_and_on_jupyterlabs_dark_page():
    for colour in (palette.BLUE, palette.GREEN, palette.VERMILLION):
        on_white = 1.05 / (luminance(colour) + 0.05)
        on_dark = (luminance(colour) + 0.05) / (luminance("#111111") + 0.05)
        assert min(on_white, on_dark) >= 3  # what WCAG asks of graphics


def test_page_colours_have_a_fallback_outside_jupyterlab():
    for name in ("FOREGROUND", "MUTED", "GRID", "BACKGROUND", "SURFACE", "FONT"):
        assert getattr(palette, name).startswith("var(--jp-")
        assert ", " in getattr(palette, name)
