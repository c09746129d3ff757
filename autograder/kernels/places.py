"""Where things are: the files of modules, wherever they are installed, and a folder for sockets."""

from __future__ import annotations

import importlib.util
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path


def of_modules(modules: Sequence[str]) -> list[Path]:
    """Where modules (their file) and packages (their folder) really are, wherever they are installed."""
    found: list[Path] = []
    for name in modules:
        top, _, rest = name.partition(".")
        spec = importlib.util.find_spec(top)
        if spec is None or not spec.origin:
            continue
        place = Path(spec.origin).resolve()
        if spec.submodule_search_locations:
            place = place.parent.joinpath(*rest.split(".")) if rest else place.parent
        place = place if place.exists() else place.with_suffix(".py")
        found += [place] if place.exists() else []
    return found


def short_folder() -> str | None:
    """Where kernels' folders go: the temporary folder, or /tmp where that one's path is too long for a unix socket."""
    return "/tmp" if len(os.fsencode(tempfile.gettempdir())) > 70 else None
