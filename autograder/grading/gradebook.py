"""One connection to the gradebook for a whole run, where nbgrader opens it about ten times a submission.

Each `Gradebook(url)` of nbgrader makes an engine, asks for every table and closes it again; and since an engine keeps
what it has compiled, each also compiles all of its queries anew. `opened_once()` lets every gradebook of the block
share the first one's engine, with a session of its own as before. And what the instructor's version says of a cell is
asked for once a run, where nbgrader asks for each cell of each submission. It changes four methods of nbgrader's class,
written as the change that nbgrader could make itself; without it all is as correct, and slower.

`not_opened(error)` says what to mend where a gradebook does not open.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator
from typing import Any

from nbgrader.api import Gradebook  # pyright: ignore[reportMissingTypeStubs]  # it has none
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import scoped_session, sessionmaker

ASSIGNED = ("find_source_cell", "find_graded_cell")  # what they find is the instructor's, and only read while grading


def not_opened(error: Exception) -> str:
    """Why a gradebook cannot be opened or read, in a sentence that names the setting."""
    told = str(error.orig if isinstance(error, DBAPIError) else error).strip().partition("\n")[0].rstrip(".")
    return f"The gradebook cannot be used: {told}. Where it is, c.CourseDirectory.db_url in nbgrader_config.py says."


@contextlib.contextmanager
def opened_once() -> Generator[None]:
    """Within the block nbgrader opens each gradebook once; at its end all are closed."""
    kept: dict[tuple[str, str], Any] = {}
    known: dict[tuple[Any, ...], Any] = {}
    changed = {name: getattr(Gradebook, name) for name in ("__init__", "close", *ASSIGNED)}
    opening = changed["__init__"]

    def open_or_share(self: Any, db_url: str, course_id: str = "default_course", authenticator: Any = None) -> None:
        first = kept.get((db_url, course_id))
        if first is None:
            opening(self, db_url, course_id, authenticator)
            kept[db_url, course_id] = self
            return
        self.engine, self.course_id, self.authenticator = first.engine, course_id, authenticator
        self.db = scoped_session(sessionmaker(autoflush=True, bind=self.engine, future=True))

    def close_session(self: Any) -> None:
        self.db.remove()

    def asked_once(find: Callable[..., Any]) -> Callable[..., Any]:
        def found(self: Any, name: str, notebook: str, assignment: str) -> Any:
            asked = (find, self.engine, name, notebook, assignment)
            if asked not in known:
                known[asked] = find(self, name, notebook, assignment)
                self.db.expunge(known[asked])  # it outlives its session
            return known[asked]

        return found

    Gradebook.__init__, Gradebook.close = open_or_share, close_session
    for name in ASSIGNED:
        setattr(Gradebook, name, asked_once(changed[name]))
    try:
        yield
    finally:
        for name, before in changed.items():
            setattr(Gradebook, name, before)
        for gradebook in kept.values():
            gradebook.close()
