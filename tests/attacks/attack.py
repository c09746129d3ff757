"""The bank of attacks, and the submissions made of them.

A file of bank/<class>/ opens with what it tries and what may not happen; what else it says has a default:

    # tries: lines of every check turned into `pass` by an input transformer
    # must not: earn a point
    # functions: right          the three functions are the instructor's; else they are wrong
    # earns: 9                  the points that it deserves; else none
    # ends: not appear to be    words of the reason why it has no grade; else it is graded
    # event: timeout            what must be told of it in the notebook's events
    # stock: not run, it would fill the disk        else stock nbgrader is tried with it, too

Then comes a cell that stands above all others. `# %% entropy` begins the cell of a function, `# %% end` one below all
others. A file that defines `hand_in(folder, notebook, planted)` is a maker instead: it writes what is handed in itself.
Every cell finds in `planted` where the secrets are (see `planted.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from tests.notebook_form import ROOT

BANK = Path(__file__).parent / "bank"
CLASSES = ("forging", "secrets", "harm", "tamper", "malformed")
ASSIGNMENT = "attacked"
FUNCTIONS = {"error_sum": "01_errors_and_softmax", "entropy": "02_entropy", "train_step": "06_zero_grad"}
"""What the assignment asks for, and where its instructor's solution stands."""
POINTS = {"error_sum": 2, "entropy": 5, "train_step": 4}
WRONG = {
    "error_sum": "def error_sum(t, o):\n    return 17.0",
    "entropy": "def entropy(p, base=2):\n    return 17.0",
    "train_step": "def train_step(model, optimizer, loss_fn, data, target):\n    return 17.0",
}
IMPORTS = "import numpy as np\nimport torch\nfrom torch import nn, optim"
_HEADER = re.compile(r"^# (tries|must not|functions|earns|ends|event|stock): (.+)\n", re.MULTILINE)
_SECTION = re.compile(r"^# %% (\w+)\n", re.MULTILINE)


@dataclass(frozen=True)
class Attack:
    """One file of the bank."""

    kind: str
    name: str
    text: str
    tries: str
    must_not: str
    right: bool
    earns: float
    ends: str
    event: str
    stock: str

    def hand_in(self, folder: Path, planted: Mapping[str, Any]) -> None:
        """Writes the submission into its folder."""
        make = self._maker()
        if make is not None:
            make(folder, submission(right=self.right, planted=planted), planted)
            return
        top, *rest = _SECTION.split(self.text)
        cells = {name: source.strip() for name, source in zip(rest[::2], rest[1::2], strict=True)}
        made = submission(right=self.right, planted=planted, top=top.strip(), cells=cells)
        (folder / f"{ASSIGNMENT}.ipynb").write_text(nbformat.writes(made))

    def _maker(self) -> Callable[..., None] | None:
        if "def hand_in(" not in self.text:
            return None
        namespace: dict[str, Any] = {}
        exec(compile(self.text, f"{self.kind}/{self.name}.py", "exec"), namespace)
        return namespace["hand_in"]


def bank() -> list[Attack]:
    """Every attack, class by class."""
    return [_read(path, kind) for kind in CLASSES for path in sorted((BANK / kind).glob("*.py"))]


def _read(path: Path, kind: str) -> Attack:
    text = path.read_text()
    told = dict(_HEADER.findall(text))
    return Attack(
        kind=kind,
        name=path.stem,
        text=_HEADER.sub("", text),
        tries=told["tries"],
        must_not=told["must not"],
        right=told.get("functions") == "right",
        earns=float(told.get("earns", 0)),
        ends=told.get("ends", ""),
        event=told.get("event", ""),
        stock=told.get("stock", ""),
    )


def master() -> NotebookNode:
    """The instructor's notebook of the assignment: three functions of the course, each with its check."""
    cells = [_cell(IMPORTS, "imports", locked=True)]
    for function, assignment in FUNCTIONS.items():
        source = nbformat.read(ROOT / "source" / assignment / f"{assignment}.ipynb", as_version=4)
        (solution,) = [
            one.source for one in source.cells if one.metadata.get("nbgrader", {}).get("grade_id") == function
        ]
        cells.append(_cell(solution, function, solution=True))
        check = f'from autograder.check import check\n\ncheck("check_{function}")'
        cells.append(_cell(check, f"check_{function}", locked=True, points=POINTS[function]))
    return _in_form(cells)


def submission(
    *, right: bool, planted: Mapping[str, Any], top: str = "", cells: Mapping[str, str] | None = None
) -> NotebookNode:
    """A student's notebook: `top` above all, `cells` in the place of functions, and `end` below all."""
    notebook, own = master(), dict(cells or {})
    for cell in notebook.cells:
        name = cell.metadata.nbgrader.grade_id
        if cell.metadata.nbgrader.solution:
            cell.source = own.pop(name, cell.source if right else WRONG[name])
    first = new_code_cell(f"planted = {dict(planted)!r}", id="planted")
    last = [new_code_cell(own.pop("end"), id="end")] if "end" in own else []
    assert not own, f"no such cells: {own}"
    notebook.cells = [first, *([new_code_cell(top, id="top")] if top else []), *notebook.cells, *last]
    return notebook


def _cell(source: str, name: str, *, solution: bool = False, locked: bool = False, points: float | None = None) -> Any:
    record = {"grade": points is not None, "solution": solution, "locked": locked, "task": False, "schema_version": 3}
    record |= {"grade_id": name, **({} if points is None else {"points": points})}
    return new_code_cell(source, id=name, metadata={"nbgrader": record})


def _in_form(cells: list[NotebookNode]) -> NotebookNode:
    spec = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return new_notebook(cells=cells, metadata={"kernelspec": spec, "language_info": {"name": "python"}})
