"""Open JupyterLab where a student begins: the first page and the first lesson lie open, and nothing asks a question.

`make lab` runs this file with the environment's Python, from the project's root. It writes two files into the
environment, never into a home directory: how JupyterLab behaves (`BEHAVIOUR`) and, at the very first start, what lies
open (`first_desk`). Then it turns into `jupyter lab`. Whatever the student opens or closes is there again next time.

It imports nothing of the course, so it starts at once.
"""

import json
import os
import sys
from pathlib import Path

FIRST_PAGE = "START_HERE.md"

BEHAVIOUR: dict[str, dict[str, object]] = {
    # The course works without a network, and a pop-up about news is not what a lesson opens with.
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    # A text such as the first page opens as a page to read, not as its source.
    "@jupyterlab/docmanager-extension:plugin": {"defaultViewers": {"markdown": "Markdown Preview"}},
    # A notebook gets the course's kernel without asking for it.
    "@jupyterlab/notebook-extension:tracker": {"autoStartDefaultKernel": True},
}


def first_desk(lesson: str) -> dict[str, object]:
    """JupyterLab's own record of what lies open: the first page in front, the first lesson in the next tab.

    `lesson` is the notebook's path from the project's root, as in "notebooks/01_errors_and_softmax.ipynb".
    """
    page_tab, lesson_tab = f"markdownviewer-widget:{FIRST_PAGE}", f"notebook:{lesson}"
    return {
        "data": {
            "layout-restorer:data": {
                "main": {
                    "dock": {"type": "tab-area", "currentIndex": 0, "widgets": [page_tab, lesson_tab]},
                    "current": page_tab,
                },
                "left": {"collapsed": False, "visible": True, "current": "filebrowser", "widgets": ["filebrowser"]},
                "right": {"collapsed": True, "visible": True, "widgets": []},
            },
            page_tab: {"data": {"path": FIRST_PAGE, "factory": "Markdown Preview"}},
            lesson_tab: {"data": {"path": lesson, "factory": "Notebook"}},
        },
        "metadata": {"id": "default"},
    }


def prepare(root: Path, settings: Path, desks: Path) -> None:
    """Write what JupyterLab reads: into `settings` how it behaves, into `desks` what lies open unless that is known."""
    settings.mkdir(parents=True, exist_ok=True)
    (settings / "overrides.json").write_text(json.dumps(BEHAVIOUR, indent=1))
    desk = desks / "default-37a8.jupyterlab-workspace"  # the name JupyterLab gives to the desk called "default"
    lessons = sorted((root / "notebooks").glob("*.ipynb"))
    if lessons and not desk.exists():
        desks.mkdir(parents=True, exist_ok=True)
        desk.write_text(json.dumps(first_desk(lessons[0].relative_to(root).as_posix())))


def main() -> None:
    """Turn this process into JupyterLab, with the words of the command line handed on to it."""
    root, environment = Path.cwd(), Path(sys.prefix)
    lab = environment / "share" / "jupyter" / "lab"
    desks = os.environ.setdefault("JUPYTERLAB_WORKSPACES_DIR", str(lab / "workspaces"))
    prepare(root, lab / "settings", Path(desks))
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"  # this environment's kernel, even where the home has a "python3" too
    os.environ["PATH"] = f"{environment / 'bin'}{os.pathsep}{os.environ['PATH']}"  # nbgrader calls alembic by name
    words = ["-m", "jupyterlab", f"--ServerApp.root_dir={root}", *sys.argv[1:]]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        words.append("--allow-root")  # Jupyter refuses root otherwise, as in a container
    os.execv(sys.executable, [sys.executable, *words])


if __name__ == "__main__":
    main()
