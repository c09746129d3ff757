"""Tracebacks that come in time: a function without an end must not silence its kernel for a minute.

For each line of a traceback Python looks for the module of a cell's file, in vain, among the thousands of PyTorch's,
and IPython asks three times for each of a thousand calls. So Python is told beforehand.
"""

from __future__ import annotations

import inspect
from typing import Any


def in_time(shell: Any) -> None:
    """Has Python know the cells of IPython's `shell`, those that ran already and those to come, as `__main__`'s."""
    if "get_code_name" in vars(shell.compile):
        return
    modules: dict[str, str] = inspect.modulesbyfile  # pyright: ignore[reportAttributeAccessIssue]  # it has no other name
    modules.update(dict.fromkeys(getattr(shell.compile, "_filename_map", ()), "__main__"))
    name = shell.compile.get_code_name

    def get_code_name(*cell: Any) -> str:
        known: str = name(*cell)
        modules[known] = "__main__"
        return known

    shell.compile.get_code_name = get_code_name
