"""What `nbgrader generate_assignment` calls, by one line of nbgrader_config.py, around its own steps.

nbgrader removes release/ASSIGNMENT before it makes it anew, and also where it then refuses to: when cells were added or
removed after students have handed in. Here what stood there is put back. And points stand in two places, in the cell,
from which nbgrader grades, and beside the judge, from which students read them: where the two differ, that is told.
"""

from __future__ import annotations

import shutil
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode

from autograder import ASSIGNMENTS
from autograder.grading.checks import check_in
from autograder.judges.finding import Check


class ReleaseExporter(NotebookExporter):
    """nbgrader's exporter. nbgrader makes it once a run, just before its loop, which is kept from losing anything."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        converter: Any = self.parent
        self._loop = converter.convert_notebooks
        converter.convert_notebooks = self.convert

    def convert(self) -> None:
        """The loop of nbgrader. Where it fails, release/ holds what it held of the assignments that failed."""
        coursedir: Any = getattr(self.parent, "coursedir", None)
        sources = [Path(source) for source in getattr(self.parent, "assignments", ())]
        made = [Path(coursedir.format_path(coursedir.release_directory, ".", source.name)) for source in sources]
        with tempfile.TemporaryDirectory(prefix="release-") as kept:
            for folder in made:
                if folder.is_dir():
                    shutil.copytree(folder, Path(kept, folder.name))
            try:
                self._loop()
            except BaseException:
                for folder in made:
                    if _put_back(Path(kept, folder.name), folder):
                        self.log.warning("release/%s holds what it held before", folder.name)
                raise

    def from_notebook_node(self, nb: NotebookNode, resources: Any = None, **kw: Any) -> tuple[Any, Any]:
        """The notebook after all steps, as text; before them, its points are compared with those of the checks."""
        for cell in nb.cells:
            check = check_in(cell)
            points = float(cell.metadata.get("nbgrader", {}).get("points", 0))
            if check is not None and points != check.points:
                self.log.warning(
                    "%s has %g points in source/, and students read %g: change the %g in CHECKS of %s as well",
                    *(check.name, points, check.points, check.points, _place_of(check)),
                )
        return super().from_notebook_node(nb, resources, **kw)


def _place_of(check: Check) -> str:
    """The file in which a check's points stand beside its judge."""
    modules = {name: import_module(f"autograder.judges.{name}") for name in ASSIGNMENTS}
    return next(f"autograder/judges/{name}/__init__.py" for name, module in modules.items() if check in module.CHECKS)


def _put_back(kept: Path, folder: Path) -> bool:
    """Whether nbgrader had removed the notebooks of a folder, which then are there again."""
    gone = kept.is_dir() and not any(folder.glob("*.ipynb"))
    if gone:
        shutil.copytree(kept, folder, dirs_exist_ok=True)
    return gone
