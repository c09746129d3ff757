"""Formulas as pictures, for pages that must show them without a network and without a script.

JupyterLab draws `$...$` by itself. A page that stands alone has no MathJax, so here a formula becomes an SVG made of
outlines, by the typesetter that matplotlib brings along. It takes the size and the colour of the text around it,
stands on the text's baseline, and says its TeX to a screen reader.
"""

import re
from html import escape, unescape

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath, text_to_path

EM = 100  # outlines are drawn at this size, and shown at the size of the text
FONT = FontProperties(size=EM, math_fontfamily="cm")
LETTERS = {1: "M", 2: "L", 3: "Q", 4: "C", 79: "Z"}  # matplotlib's codes of a path, in SVG's


def drawn(tex: str) -> str:
    """The formula `tex`, without its dollars, as SVG in a line of text. Raises: ValueError where it is no TeX."""
    source = f"${tex.strip()}$"
    width, height, depth = text_to_path.get_text_width_height_descent(source, FONT, ismath=True)
    outline = TextPath((0, 0), source, prop=FONT).iter_segments(simplify=False)
    d = "".join(
        LETTERS[int(code)] + ("" if code == 79 else ",".join(f"{v:.0f}" for v in points * _down(len(points))))
        for points, code in outline
    )
    size = f"width:{width / EM:.3f}em;height:{height / EM:.3f}em;vertical-align:{-depth / EM:.3f}em"
    box = f"0 {depth - height:.0f} {width:.0f} {height:.0f}"
    return (
        f'<svg class="formula" role="img" aria-label="{escape(tex.strip())}" viewBox="{box}" style="{size}">'
        f'<path fill="currentColor" d="{d}"/></svg>'
    )


def with_formulas(html: str) -> str:
    """The same HTML with each `$...$` in it drawn."""
    return re.sub(r"\$([^$<]+)\$", lambda found: drawn(unescape(found[1])), html)


def _down(count: int) -> list[int]:
    """SVG counts y downwards, matplotlib upwards: the signs for `count` numbers x, y, x, y."""
    return [1, -1] * (count // 2)
