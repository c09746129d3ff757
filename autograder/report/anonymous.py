"""An example of a mistake that does not tell whose it is: the verdict's message and the function's code.

Comments, docstrings and everything outside the function are left out; names, ids and addresses of anyone in the
gradebook become `…`, except words that the task itself uses. Code that cannot be read as Python is not shown at all.
"""

from __future__ import annotations

import ast
import builtins
import keyword
import re
from collections.abc import Iterable

from autograder.grading.grades import Grade

HIDDEN = "…"
LONGEST = 30  # lines of code that are shown; a longer function makes no example
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PATH = re.compile(r"(?:[A-Za-z]:)?(?:[/\\][\w.+ -]+){2,}[/\\]?")
_LONG_NUMBER = re.compile(r"(?<![\w.])\d{6,}(?![\w.])")
_FREE = frozenset(keyword.kwlist) | {name.lower() for name in dir(builtins)}


def identifying(people: Iterable[Grade], released: frozenset[str] = frozenset()) -> re.Pattern[str]:
    """Finds the words that could tell who somebody is: ids, names and addresses of everyone, in any case of letters."""
    found: set[str] = set()
    for person in people:
        whole = {person.student, person.email, person.email.split("@")[0], person.lms_id}
        parts = re.findall(r"[^\W\d_]+", f"{person.first_name} {person.last_name}")
        found |= {word.lower() for word in (*whole, *parts) if len(word) > 2}
    known = sorted(found - released - _FREE, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, known)) or '(?!)'})(?![^\W_])", re.IGNORECASE)


def hide(text: str, words: re.Pattern[str]) -> str:
    """`text` without those words, and without addresses, paths and long numbers."""
    for pattern in (_ADDRESS, words, _PATH, _LONG_NUMBER):
        text = pattern.sub(HIDDEN, text)
    return text


def code(source: str, function: str, words: re.Pattern[str]) -> str | None:
    """The function's code as Python itself would lay it out, without what could tell whose it is; None for no code."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError):
        return None
    found = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == function]
    if not found:
        return None
    for node in ast.walk(found[-1]):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and _is_text(body[0]):
            body[:] = body[1:] or [ast.Pass()]
    shown = hide(ast.unparse(found[-1]), words)
    return shown if len(shown.splitlines()) <= LONGEST else None


def _is_text(node: object) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
