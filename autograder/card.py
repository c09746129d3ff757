"""A verdict for the eye: the card under a check cell, and the same in plain text.

The card takes its colours from JupyterLab's theme with fallbacks for nbgrader's feedback pages,
says pass or fail in words and with a sign (not by colour alone), and is one labelled group for
a screen reader.
"""

from __future__ import annotations

import html
import textwrap
from typing import Any

from autograder.judges.finding import VERDICT_TYPE, Verdict

_PASS, _FAIL = "#009E73", "#D55E00"  # Okabe-Ito bluish green and vermillion
_MONO = "font-family:var(--jp-code-font-family,monospace);font-size:.9em"
_FRAME = (
    "padding:.4em .8em;margin:.2em 0;max-width:46em;overflow-wrap:anywhere;color:var(--jp-content-font-color1,#222)"
)
_WIDTH = 80  # characters; `nbgrader validate` cuts what is longer than 83

NEXT_STEP = "Not yet: change the function, run its cell again, then run this check again."


def text(verdict: Verdict) -> str:
    """The whole verdict in a few lines of at most 80 characters."""
    mistake = "" if verdict.mistake is None else f" ({verdict.mistake})"
    told = (f"{verdict.check}: {_score(verdict)}{mistake}", verdict.message, verdict.hint)
    return "\n".join(textwrap.fill(line, _WIDTH, break_on_hyphens=False) for line in told if line)


def outputs(verdict: Verdict) -> dict[str, Any]:
    """The display data of a verdict by MIME type: the bundle, the card, the text."""
    return {VERDICT_TYPE: verdict.bundle(), "text/html": as_html(verdict), "text/plain": text(verdict)}


def as_html(verdict: Verdict) -> str:
    """The card."""
    colour, sign, word = (_PASS, "&#10003;", "passed") if verdict.passed else (_FAIL, "&#10007;", "not yet")
    name = html.escape(verdict.check)
    mistake = (
        "" if verdict.mistake is None else f' &middot; <span style="{_MONO}">{html.escape(verdict.mistake)}</span>'
    )
    hint = f'<p style="margin:.35em 0 0;font-style:italic">{html.escape(verdict.hint)}</p>' if verdict.hint else ""
    return (
        f'<div role="group" aria-label="{name}: {word}, {_score(verdict)}" style="border-left:4px solid {colour};'
        f'{_FRAME}">'
        f'<p style="margin:0"><strong><span aria-hidden="true" style="color:{colour}">{sign}</span> '
        f"{name}: {word}</strong> &middot; {_score(verdict)}{mistake}</p>"
        f'<p style="margin:.35em 0 0">{html.escape(verdict.message)}</p>{hint}</div>'
    )


def _score(verdict: Verdict) -> str:
    """`0 of 5 points`."""
    return f"{verdict.points} of {verdict.max_points} point{'' if verdict.max_points == 1 else 's'}"
