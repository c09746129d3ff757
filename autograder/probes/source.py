"""Facts about a function's source text, for naming a mistake that its behaviour alone leaves open.

They tell `optimizer.zero_grad` without parentheses from no zero_grad at all, and a `return` that stands
inside a loop from a loop that is missing. Where no source can be had, there are no facts.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable
from typing import Any

from autograder.plain import Plain


def facts(function: Callable[..., Any] | None) -> dict[str, Plain]:
    """`uncalled`: attributes named as a statement but not called; `unused`: parameters never read;
    `return_in_loop`: how many loops stand around the innermost return; `parameters`: in their order.
    """
    if function is None:
        return {}
    told: dict[str, Plain] = {}
    try:
        told["parameters"] = [str(name) for name in inspect.signature(function).parameters]
        tree = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    except (OSError, TypeError, ValueError, SyntaxError, IndexError):
        return told
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    told["uncalled"] = [
        node.value.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Attribute)
    ]
    told["unused"] = [name for name in told["parameters"] if name not in names]
    told["return_in_loop"] = max(_depths(tree, 0), default=0)
    return told


def _depths(node: ast.AST, loops: int) -> list[int]:
    """For each return below `node`, the number of loops around it; inner functions' own returns are left out."""
    found = [loops] if isinstance(node, ast.Return) else []
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.Lambda | ast.ClassDef):
            found += _depths(child, loops + isinstance(child, ast.For | ast.While))
    return found
