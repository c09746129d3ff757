"""A gradebook in PostgreSQL: Debian's server, started for this test alone, and one line of the course's settings."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.grading.ungraded import noted
from tests.course import Course
from tests.sample_class import Sample

SERVERS = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
ASSIGNMENT = "01_errors_and_softmax"
pytestmark = [
    pytest.mark.skipif(not SERVERS, reason="PostgreSQL is not installed here"),
    pytest.mark.timeout(600),
]
pytest.importorskip("psycopg")


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """The address of an empty database, reached through a socket in a folder of its own."""
    folder = tempfile.mkdtemp(prefix="pg-")
    as_user: list[str] = []
    if os.getuid() == 0:  # the server refuses to run as root
        shutil.chown(folder, "postgres")
        as_user = ["runuser", "-u", "postgres", "--"]

    def server(program: str, *words: str) -> None:
        command = [*as_user, str(SERVERS[-1].with_name(program)), *words]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)

    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    server("initdb", "--pgdata", f"{folder}/data", "--username", "course", "--auth", "trust", "--no-sync")
    server("pg_ctl", "--pgdata", f"{folder}/data", "--options", options, "--log", f"{folder}/log", "--wait", "start")
    try:
        yield f"postgresql+psycopg://course@/postgres?host={folder}"
    finally:
        server("pg_ctl", "--pgdata", f"{folder}/data", "--mode", "immediate", "stop")
        shutil.rmtree(folder)


def test_class_is_graded_into_postgresql_as_into_sqlite(url: str, tmp_path: Path) -> None:
    course = Course.founded(tmp_path)
    settings = course.root / "nbgrader_config.py"
    settings.write_text(f"{settings.read_text()}\nc.CourseDirectory.db_url = {url!r}\n")
    course.nbgrader("generate_assignment", ASSIGNMENT)
    for student, untouched in (("ada", False), ("blaise", False), ("nobody", True)):
        place = course.root / "submitted" / student / ASSIGNMENT
        place.mkdir(parents=True)
        sample = Sample(student, ASSIGNMENT, "", 0, untouched=untouched)
        (place / f"{ASSIGNMENT}.ipynb").write_text(sample.notebook(course))
    course.nbgrader("autograde", ASSIGNMENT)
    course.nbgrader("autograde", ASSIGNMENT, "--student", "ada", "--force")
    points = {student: points for (student, _), (points, _) in course.grades().items()}
    assert points == {"ada": 8, "blaise": 8, "nobody": 0}
    assert not noted(course.root, ASSIGNMENT)
    assert not (course.root / "gradebook.db").exists()
