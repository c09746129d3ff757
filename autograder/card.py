"""A verdict for the eye: the card under a check cell, and the same in plain text.

The card takes its colours from JupyterLab's theme with fallbacks for nbgrader's feedback pages,
says pass or fail in words and with a sign (not by colour alone), and is one labelled region for
a screen reader.
"""

from __future__ import annotations

import html
from typing import Any

from autograder.judges.finding import VERDICT_TYPE, Verdict

_PASS, _FAIL = "#009E73", "#D55E00"  # Okabe-Ito bluish green and vermillion


def score(verdict: Verdict) -> str:
    """`0 of 5 points (log.natural)`."""
    mistake = "" if verdict.mistake is None else f" ({verdict.mistake})"
    return f"{verdict.points} of {verdict.max_points} points{mistake}"


def text(verdict: Verdict) -> str:
    """The whole verdict in two or three lines."""
    return "\n".join(line for line in (f"{verdict.check}: {score(verdict)}", verdict.message, verdict.hint) if line)


def outputs(verdict: Verdict) -> dict[str, Any]:
    """The display data of a verdict by MIME type: the bundle, the card, the text."""
    return {VERDICT_TYPE: verdict.bundle(), "text/html": as_html(verdict), "text/plain": text(verdict)}


def as_html(verdict: Verdict) -> str:
    """The card."""
    colour, sign, word = (_PASS, "&#10003;", "passed") if verdict.passed else (_FAIL, "&#10007;", "not yet")
    hint = f'<p style="margin:.35em 0 0;font-style:italic">{html.escape(verdict.hint)}</p>' if verdict.hint else ""
    return (
        f'<div role="region" aria-label="{html.escape(verdict.check)}: {word}" style="border-left:4px solid {colour};'
        f'padding:.4em .8em;margin:.2em 0;max-width:46em;color:var(--jp-content-font-color1,#222)">'
        f'<p style="margin:0"><strong><span aria-hidden="true" style="color:{colour}">{sign}</span> '
        f"{html.escape(verdict.check)}: {word}</strong> &middot; {html.escape(score(verdict))}</p>"
        f'<p style="margin:.35em 0 0">{html.escape(verdict.message)}</p>{hint}</div>'
    )
