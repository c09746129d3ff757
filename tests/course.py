"""A course in a folder of its own, as an instructor has it: settings, source/, and nbgrader's own commands on it.

`Course.founded(folder)` copies the project's nbgrader_config.py and source/ as they stand, so that grading never
touches the clone. `Course.nbgrader("autograde", "02_entropy")` is that command as typed in the course's folder, and
the rest reads what such commands leave behind: points, verdicts, and why a submission was not graded.
"""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import nbformat

from autograder.judges.finding import VERDICT_TYPE
from tests.notebook_form import ROOT

COURSE_ID = "entropy-to-mnist"
FAILED = re.compile(r"There was an error processing assignment: (\S+)\n(.*?)(?=\n\[|\Z)", re.DOTALL)
REASON = re.compile(r"^    (?:\w+\.)*(\w+): (.+)$", re.MULTILINE)  # the line of a traceback that names the exception


@dataclass(frozen=True)
class Course:
    """A course folder, with its exchange in it."""

    root: Path
    exchange: Path | None = None  # where it is not the folder that the settings make

    @classmethod
    def founded(cls, root: Path) -> Course:
        """A course in the empty or missing folder `root`, with the project's settings and assignments."""
        root.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "nbgrader_config.py", root)
        shutil.copytree(ROOT / "source", root / "source", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
        return cls(root)

    @property
    def assignments(self) -> list[str]:
        return sorted(path.stem for path in self.root.glob("source/*/*.ipynb"))

    def nbgrader(self, *words: str, fails: bool = False) -> str:
        """What `nbgrader ...` says. It must end well, unless it may fail (grading ends in 1 where one submission did).

        Only the course's own settings count: no configuration and no kernel of whoever runs it.
        """
        ours = {name: str(self.root / ".jupyter") for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR")}
        surroundings = {**os.environ, **ours, "JUPYTER_PREFER_ENV_PATH": "1", "NO_COLOR": "1"}
        surroundings.pop("COURSE_EXCHANGE", None)
        if self.exchange:
            surroundings["COURSE_EXCHANGE"] = str(self.exchange)
        command = [Path(sys.executable).with_name("nbgrader"), *words]
        done = subprocess.run(command, cwd=self.root, env=surroundings, capture_output=True, text=True)
        told = done.stdout + done.stderr
        if done.returncode and not fails:
            raise RuntimeError(f"nbgrader {' '.join(words)} ended in {done.returncode}:\n{told}")
        return told

    def hand_in(self, student: str, assignment: str, text: str) -> None:
        """Lays a notebook into the exchange as `nbgrader submit` does for a student who works elsewhere."""
        now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f UTC")
        folder = self.root / "exchange" / COURSE_ID / "inbound" / f"{student}+{assignment}+{now}+sample"
        folder.mkdir()
        (folder / f"{assignment}.ipynb").write_text(text)
        (folder / "timestamp.txt").write_text(now)
        (folder / "submission_secret.txt").write_text(f"{student} {assignment}")

    def grades(self) -> dict[tuple[str, str], tuple[float, float]]:
        """`{(student, assignment): (points, of how many)}`, as `nbgrader export` writes them."""
        self.nbgrader("export")
        with (self.root / "grades.csv").open(newline="") as table:
            rows = list(csv.DictReader(table))
        return {(row["student_id"], row["assignment"]): (float(row["score"]), float(row["max_score"])) for row in rows}

    def graded(self, student: str, assignment: str) -> nbformat.NotebookNode | None:
        """The notebook as graded; None where nbgrader gave up on it."""
        path = self.root / "autograded" / student / assignment / f"{assignment}.ipynb"
        return nbformat.read(path, as_version=4) if path.exists() else None

    def feedback(self, student: str, assignment: str) -> Path:
        return self.root / "feedback" / student / assignment / f"{assignment}.html"


def grade_id(cell: nbformat.NotebookNode) -> str:
    """The name by which nbgrader knows a cell; empty where it does not."""
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def verdicts(notebook: nbformat.NotebookNode) -> dict[str, list[dict]]:
    """The verdict bundles that stand under each check cell of a notebook that was run."""
    checks = [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    return {
        grade_id(cell): [output.data[VERDICT_TYPE] for output in cell.outputs if VERDICT_TYPE in output.get("data", {})]
        for cell in checks
        if cell.cell_type == "code"
    }


def stopped_cells(notebook: nbformat.NotebookNode) -> list[str]:
    """The cells that were still running when nbgrader's time for a cell was over."""
    return [
        grade_id(cell) or cell.id
        for cell in notebook.cells
        if any(output.get("ename") == "CellTimeoutError" for output in cell.get("outputs", []))
    ]


def failures(told: str) -> dict[str, str]:
    """`{student: reason}` for the submissions on which `nbgrader autograde` gave up, from what it said."""
    reasons = {}
    for path, traceback in FAILED.findall(told):
        named = REASON.findall(traceback)
        reasons[Path(path).parent.name] = ": ".join(named[-1]) if named else "no reason given"
    return reasons
