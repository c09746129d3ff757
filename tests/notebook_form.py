"""The one form in which a notebook is kept: no outputs, the course's kernel, cells with names of their own.

`make check` asks `in_form` of every notebook of notebooks/ and source/ (release/ is made by nbgrader, which has its
own); `make format` runs this file, which rewrites those that are not in form.
"""

import re
from pathlib import Path

import nbformat

ROOT = Path(__file__).parents[1]
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
CELL_METADATA = {"nbgrader", "tags"}  # nbgrader's own record of a cell, and its tags; nothing that an editor left
ASKS = re.compile(r"^(\w+ = )?(predict|recap)\(", re.MULTILINE)  # its source holds the answer, so it is kept folded


def notebooks(folder: str) -> list[Path]:
    """Every notebook of notebooks/, source/ or release/, in the order of the course."""
    found = (ROOT / folder).rglob("*.ipynb")
    return sorted(path for path in found if path.parent.name != ".ipynb_checkpoints")


def in_form(text: str) -> str:
    """The same notebook as it should stand in its file; cell ids are kept."""
    notebook = nbformat.reads(text, as_version=4)
    notebook.metadata = METADATA
    for cell in notebook.cells:
        cell.metadata = {key: value for key, value in cell.metadata.items() if key in CELL_METADATA}
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
            if ASKS.search(cell.source):
                cell.metadata["jupyter"] = {"source_hidden": True}
    return nbformat.writes(notebook) + "\n"


if __name__ == "__main__":
    for path in notebooks("notebooks") + notebooks("source"):
        text = path.read_text()
        if in_form(text) != text:
            path.write_text(in_form(text))
            print("put in form:", path.relative_to(ROOT))
