"""Python knows whose the cells are, so that it does not look for their module among all that are loaded."""

import subprocess
import sys

import pytest

SESSION = """
import inspect
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
shell.run_cell("def early(): pass")
import autograder.check
shell.run_cell("def late(): pass")
for function in (shell.user_ns["early"], shell.user_ns["late"]):
    print(inspect.modulesbyfile.get(function.__code__.co_filename))
"""


@pytest.fixture(scope="module")
def known() -> list[str]:
    """The modules of a cell that ran before the first check, and of one that ran after it."""
    return subprocess.run(
        [sys.executable, "-c", SESSION], capture_output=True, text=True, check=True
    ).stdout.splitlines()


@pytest.mark.parametrize("cell", [0, 1])
def test_a_cell_is_known_as_part_of_the_notebook(known: list[str], cell: int) -> None:
    assert known[cell] == "__main__"
