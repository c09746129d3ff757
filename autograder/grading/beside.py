"""The files beside a notebook: laid out before it runs, as at home, and looked through afterwards for new ones."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path

MIB = 1024 * 1024
KEPT_MIB = 16  # of what a notebook writes beside itself
KEPT_FILES = 1000


def lay_out(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes `files`, by path relative to it, into an empty `folder`."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def left_behind(folder: Path, before: Mapping[str, bytes]) -> tuple[dict[str, bytes], int]:
    """The new files in `folder`, and how many were left out as too many or too large.

    Notebooks, links, special files and whatever is hidden do not count at all.
    """
    kept: dict[str, bytes] = {}
    left, too_much = KEPT_MIB * MIB, 0
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__pycache__")))
        for name in sorted(names):
            path = Path(place, name)
            relative = path.relative_to(folder).as_posix()
            try:
                told = path.lstat()
            except OSError:  # its name is too long for a path
                too_much += 1
                continue
            if relative in before or name.startswith(".") or path.suffix == ".ipynb" or not stat.S_ISREG(told.st_mode):
                continue
            if told.st_size > left or len(kept) == KEPT_FILES:
                too_much += 1
                continue
            kept[relative] = path.read_bytes()
            left -= told.st_size
    return kept, too_much


def keep(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes what a notebook left behind into `folder`; never over what is there, and never through a link."""
    for name, content in files.items():
        path = folder / name
        try:
            if not os.path.lexists(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o644), "wb") as file:
                    file.write(content)
        except OSError as error:
            if error.errno not in (errno.ENAMETOOLONG, errno.EEXIST, errno.ENOTDIR):  # a file where a folder should be
                raise


def files_in(folder: Path, submitted: Path, most_mib: int) -> dict[str, bytes]:
    """The files beside the notebooks in `folder`, by name. What had been handed in as a link is left out.

    nbgrader copies what a link leads to, which may be anything the instructor can read.

    Raises:
        ValueError: they have over `most_mib` MiB together.
    """
    return contents({path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}, submitted, most_mib)


def remove_links(folder: Path, submitted: Path) -> None:
    """Removes from `folder` what nbgrader copied there through links of `submitted`: feedback would copy it on."""
    for path in sorted(folder.rglob("*")):
        if _is_linked(submitted, path.relative_to(folder)) and path.suffix != ".ipynb" and not path.is_dir():
            path.unlink()


def contents(paths: Mapping[str, Path], submitted: Path, most_mib: int) -> dict[str, bytes]:
    """As `files_in`, for files that lie in several folders, each by its name beside the notebook."""
    files: dict[str, bytes] = {}
    left = most_mib * MIB
    for name, path in sorted(paths.items()):
        if _is_linked(submitted, Path(name)) or path.suffix == ".ipynb" or not stat.S_ISREG(path.stat().st_mode):
            continue
        left -= path.stat().st_size
        if left < 0:
            raise ValueError(f"the files beside the notebook have over {most_mib} MiB")
        files[name] = path.read_bytes()
    return files


def _is_linked(submitted: Path, name: Path) -> bool:
    """Whether what is called `name` was handed in as a link, or in a folder that is one."""
    return any((submitted / part).is_symlink() for part in (name, *name.parents))
