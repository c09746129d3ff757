"""A submitted notebook, put right before anything runs: readable, and with the instructor's checks where they belong.

`readable(text)` makes a valid notebook of what a student's file holds, or says why it cannot. `restore` then gives each
cell that the gradebook knows its text, kind, points, tags and place, adds the checks that are missing, and takes the
name from cells that only pretend to be one. Both tell what they changed as events of `metadata.autograder`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, cast

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell

from autograder.grading.blueprint import KnownCell
from autograder.grading.outputs import clean
from autograder.grading.task import Event

MAKE = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}
MISSING = "This cell (id:{}) was missing from the submission. It was added back by nbgrader.\n\n"  # nbgrader's words
MOST_CELLS = 10_000
_CELL_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
# what nbgrader cuts out of release/: hidden tests, and the rubric of a written answer
_CUT_OUT = re.compile(r"^.*BEGIN (HIDDEN TESTS|MARK SCHEME)(.*\n)*?.*END \1.*\n?", re.MULTILINE)


class Unreadable(Exception):
    """What was handed in is no notebook."""


def readable(text: str) -> NotebookNode:
    """A valid notebook with the cells that `text` holds, without outputs.

    Raises:
        Unreadable: there are none, with the reason.
    """
    try:
        tree: Any = json.loads(text)
    except RecursionError:
        raise Unreadable("the notebook is nested too deep to be read") from None
    except ValueError:
        told = "is empty" if not text.strip() else f"does not appear to be JSON: {text[:60]!r}"
        raise Unreadable(f"the notebook {told}") from None
    if isinstance(tree, dict) and isinstance(tree.get("nbformat"), int) and tree["nbformat"] < 4:
        try:
            tree = nbformat.reads(text, as_version=4)
        except Exception as error:  # an old notebook that is also broken: nbformat raises what it stumbles over
            reason = f"{type(error).__name__}: {error}"
            raise Unreadable(
                f"the notebook is of version {tree['nbformat']} and cannot be converted: {reason}"
            ) from None
    cells = cast("Any", tree).get("cells") if isinstance(tree, dict) else None
    if not isinstance(cells, list):
        raise Unreadable("the notebook holds no list of cells")
    if len(cells) > MOST_CELLS:
        raise Unreadable(f"the notebook has {len(cells)} cells; at most {MOST_CELLS} are read")
    notebook = new_notebook(metadata={"language_info": {"name": "python"}})
    notebook.cells = _with_own_ids([_cell(one) for one in cast("list[Any]", cells) if isinstance(one, dict)])
    return notebook


def restore(notebook: NotebookNode, known: Sequence[KnownCell]) -> list[Event]:
    """What had to be put right, after the cells of `notebook` have been made to agree with the gradebook."""
    events: list[Event] = []
    by_name = {cell.name: cell for cell in known}
    found: dict[str, NotebookNode] = {}
    for cell in reversed(notebook.cells):  # of several the last counts, as in nbgrader
        name = _name(cell)
        original = by_name.get(name)
        if original is None or name in found:
            if name in found:
                events.append(
                    {"kind": "duplicate", "cell": name, "text": "stood there more than once; the last counts"}
                )
            elif name:
                events.append({"kind": "restored", "cell": name, "text": "a name that the assignment does not have"})
            cell.metadata = NotebookNode()
            continue
        found[name] = cell
        if _overwrite(cell, original):
            events.append({"kind": "restored", "cell": name, "text": "had been changed; the original was put back"})
    for original in known:
        if original.grade:
            events += _put_in_place(notebook, original, found, known)
    return sorted(events, key=lambda event: list(by_name).index(event["cell"]) if event["cell"] in by_name else -1)


def _overwrite(cell: NotebookNode, original: KnownCell) -> bool:
    """Gives a submitted cell what is the instructor's of it; whether that changed a check."""
    before = (cell.cell_type, cell.source.strip())
    if cell.cell_type != original.cell_type:
        made = MAKE[original.cell_type](cell.source, id=cell.id)
        cell.clear()
        cell.update(made)
    if original.locked:
        cell.source = original.source
    cell.metadata = NotebookNode({"nbgrader": NotebookNode(original.record())})
    if original.tags:
        cell.metadata["tags"] = list(original.tags)
    same = [(original.cell_type, text.strip()) for text in (original.source, _CUT_OUT.sub("", original.source))]
    return original.locked and before not in same


def _put_in_place(
    notebook: NotebookNode, original: KnownCell, found: dict[str, NotebookNode], known: Sequence[KnownCell]
) -> list[Event]:
    """Adds a grade cell that is missing; moves a check that stands before what it checks.

    Where even the cell that the student was to fill in is missing, what is checked may be anywhere: add it at the end.
    """
    cells: list[NotebookNode] = notebook.cells
    before = known[: known.index(original)]
    own = max((place for place, one in enumerate(before) if not one.is_check), default=0)
    names = {one.name for place, one in enumerate(before) if place >= own or not one.is_check}
    after = max((index for index, one in enumerate(cells) if _name(one) in names), default=-1)
    cell = found.get(original.name)
    if cell is None:
        after = after if not before or before[own].name in found else len(cells) - 1
        source = original.source if original.locked else MISSING.format(original.name) + original.source
        made = MAKE[original.cell_type](source, id=_free_id(original.name, dict.fromkeys((one.id for one in cells), 1)))
        _overwrite(made, original)
        cells.insert(after + 1, made)
        found[original.name] = made
        return [{"kind": "restored", "cell": original.name, "text": "was missing, and was added"}]
    index = next(place for place, one in enumerate(cells) if one is cell)
    if original.is_check and index < after:
        cells.insert(after, cells.pop(index))
        return [{"kind": "restored", "cell": original.name, "text": "stood before what it checks, and was moved"}]
    return []


def _name(cell: NotebookNode) -> str:
    record = cell.metadata.get("nbgrader")
    name = record.get("grade_id") if isinstance(record, dict) else None
    return name if isinstance(name, str) else ""


def _cell(told: dict[str, Any]) -> NotebookNode:
    """A valid cell: its kind, its text, its nbgrader entry and pictures, and nothing else of what was handed in."""
    kind = told.get("cell_type")
    source: Any = told.get("source", "")
    lines = cast("list[Any]", source) if isinstance(source, list) else [source]
    text = "".join(line for line in lines if isinstance(line, str))
    metadata: Any = told.get("metadata")
    record = cast("Any", metadata).get("nbgrader") if isinstance(metadata, dict) else None
    made = MAKE.get(kind if isinstance(kind, str) else "", new_raw_cell)(clean(text))
    made["id"] = told.get("id")
    if isinstance(record, dict):
        made.metadata = NotebookNode({"nbgrader": NotebookNode(clean(record))})
    if isinstance(told.get("attachments"), dict) and made.cell_type != "code":
        made["attachments"] = _pictures(told["attachments"])
    return made


def _pictures(told: dict[Any, Any]) -> dict[str, dict[str, str]]:
    """Attached pictures, which an answer in words may show."""
    return {
        clean(name): {clean(kind): clean(data) for kind, data in bundle.items() if isinstance(data, str)}
        for name, bundle in told.items()
        if isinstance(bundle, dict)
    }


def _with_own_ids(cells: list[NotebookNode]) -> list[NotebookNode]:
    """The cells, each with an id of its own, the same at every reading."""
    taken: dict[str, int] = {}
    for place, cell in enumerate(cells):
        wanted: Any = cell.get("id")
        usable = isinstance(wanted, str) and _CELL_ID.fullmatch(wanted)
        cell["id"] = _free_id(wanted if usable else f"cell-{place}", taken)
        taken.setdefault(cell["id"], 1)
    return cells


def _free_id(wanted: str, taken: dict[str, int]) -> str:
    """An id that nobody has; `taken` keeps for each how far was counted, so that many of one id cost no more each."""
    free = wanted[:64]
    number = taken.get(free, 1)
    while free in taken:
        number += 1
        free = f"{wanted[:56]}-{number}"
    if number > 1:
        taken[wanted[:64]] = number
    return free
