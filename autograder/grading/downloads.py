"""Which notebook counts where downloads from Canvas or Moodle hold several of one student.

nbgrader's zip_collect stops for the whole class at the first student who handed in `08_mnist.ipynb` and
`08_mnist (1).ipynb`, or who is in two downloads: both are the assignment, and names hold no time. Here the newer
one is taken, and that is told. What is not collected at all, a PDF or `Kopie von 08_mnist.ipynb`, is named once more at
the end, where nbgrader's own warnings stand among many lines.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from nbgrader.plugins import FileNameCollectorPlugin  # pyright: ignore[reportMissingTypeStubs]  # it has none


class NewestCollector(FileNameCollectorPlugin):
    """nbgrader's own collector, with its settings, that leaves out what a newer file of the same student replaces."""

    _newest: dict[tuple[str, str], Path] | None = None

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._replaced = set[str]()
        app: Any = self.parent
        if app is not None:
            self._collect, self._process = app._collect_files, app.process_extracted_files
            self._left = list[str]()
            app._collect_files, app.process_extracted_files = self._collected, self._processed

    def _collected(self, files: list[str]) -> dict[str, dict[str, Any]]:
        """The step of nbgrader over all files: here it shows which of them no student gets."""
        found = self._collect(files)
        taken = {file for one in found.values() for file in one["src_files"]}
        self._left = [file for file in files if file not in taken | self._replaced]
        return found

    def _processed(self) -> None:
        """The last step of nbgrader, and after it what was left."""
        self._process()
        if self._left:
            folder = self._extracted()
            named = "; ".join(str(Path(file).relative_to(folder)) for file in self._left)
            files = "1 file was" if len(self._left) == 1 else f"{len(self._left)} files were"
            self.log.warning("%s not collected: %s", files, named)

    def collect(self, submitted_file: str) -> dict[str, str] | None:
        """What the name of a file tells: student and notebook; None for a file that is not collected."""
        info = super().collect(submitted_file)
        if info is None:
            return None
        if self._newest is None:
            self._newest = newest(self._extracted(), str(self.named_regexp))
        newer = self._newest.get((info["student_id"], info["file_id"]), Path(submitted_file))
        if newer != Path(submitted_file):
            self.log.warning("Left out, because %s is newer: %s", newer.name, submitted_file)
            self._replaced.add(submitted_file)
            return None
        return info

    def _extracted(self) -> Path:
        """The folder of this assignment into which zip_collect unpacks."""
        app: Any = self.parent
        step = app.collect_directory_structure.format(
            downloaded=app.downloaded_directory,
            assignment_id=app.coursedir.assignment_id,
            collect_step=app.extracted_directory,
        )
        return Path(app.coursedir.root, step)


def newest(folder: Path, pattern: str) -> dict[tuple[str, str], Path]:
    """By student and notebook the newest file anywhere in a folder, where `pattern` reads both from its path."""
    found: dict[tuple[str, str], Path] = {}
    for path in sorted(folder.rglob("*.ipynb"), key=_age):
        if match := re.match(pattern, str(path)):
            found[match["student_id"], match["file_id"]] = path
    return found


def _age(path: Path) -> tuple[list[int], str]:
    """Larger for what came later: both systems count attachments up, and copies of a file after that."""
    return [int(number) for number in re.findall(r"\d+", path.stem)], str(path)
