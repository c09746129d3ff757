"""A class at once: parallel, alone in its course, told as it goes, and finished by the same command when killed."""

import contextlib
import json
import logging
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft4Validator, ValidationError
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader import api
from nbgrader.nbgraderformat.v3 import MetadataValidatorV3
from sqlalchemy import create_engine, event

from autograder.grading.form import schemas_looked_at_once
from autograder.grading.gradebook import opened_once
from autograder.grading.lock import Held, held
from autograder.grading.progress import Progress
from autograder.grading.ungraded import note, noted
from autograder.grading.workers import _security
from tests.autograder.kernels.desk import room
from tests.killed import ASSIGNMENT, Ground, play
from tests.notebook_form import ROOT

GRADED = "4 graded, 0 not graded"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("class")


@pytest.fixture(scope="module")
def ground(folder: Path) -> Iterator[Ground]:
    ground = Ground(folder)
    yield ground
    ground.close()


@pytest.fixture(scope="module")
def undisturbed(ground: Ground) -> tuple[list[tuple[object, ...]], str]:
    """The gradebook's rows after one run over the whole class, and what that run said."""
    ground.reset()
    told = "".join(ground.autograde().communicate())
    return ground.rows(), told


@pytest.mark.timeout(600)
def test_class_is_graded_and_saved_and_told_in_a_line(
    ground: Ground, undisturbed: tuple[list[tuple[object, ...]], str]
) -> None:
    rows, told = undisturbed
    points = {student: sum(row[2] for row in rows if row[0] == student) for student, *_ in rows}  # type: ignore[misc]
    assert sorted(points.values()) == [0, 8, 8, 8]
    assert GRADED in told
    assert "Traceback" not in told


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", ["grader", "worker", "zygote", "ctrl-c"])
def test_killed_process_loses_nothing_and_the_same_command_finishes(
    ground: Ground, folder: Path, undisturbed: tuple[list[tuple[object, ...]], str], kind: str
) -> None:
    times, _ = play(ground, folder, kind)
    assert times <= 2
    assert ground.rows() == undisturbed[0]
    assert ground.whole() == []


@pytest.mark.timeout(600)
def test_only_what_is_left_is_graded_and_a_half_finished_one_is_left(
    ground: Ground, undisturbed: tuple[list[tuple[object, ...]], str]
) -> None:
    note(ground.course.root, ASSIGNMENT, "student-2", "killed here")
    before = {path: path.stat().st_mtime_ns for path in ground.course.root.glob("autograded/*/*/*.ipynb")}
    told = "".join(ground.autograde().communicate())
    changed = [path.parts[-3] for path, then in before.items() if path.stat().st_mtime_ns != then]
    assert changed == ["student-2"]
    assert "student-2 had not come to its end" in told
    assert ground.rows() == undisturbed[0]


def test_second_grader_is_told_who_holds_the_course_and_changes_nothing(ground: Ground) -> None:
    before = ground.rows()
    with held(ground.course.root):
        second = ground.autograde(USER="second")
        told = "".join(second.communicate())
    assert second.returncode == 1
    assert "is grading this course" in told
    assert "Traceback" not in told
    assert ground.rows() == before


@pytest.mark.timeout(600)
def test_locked_gradebook_stops_the_run_and_the_same_command_finishes(
    ground: Ground, undisturbed: tuple[list[tuple[object, ...]], str]
) -> None:
    ground.reset()
    with contextlib.closing(sqlite3.connect(ground.course.root / "gradebook.db")) as other:
        other.execute("BEGIN EXCLUSIVE")
        run = ground.autograde()
        assert "database is locked" in "".join(run.communicate())
        assert run.returncode == 1
    assert "4 graded, 0 not graded" in "".join(ground.autograde().communicate())
    assert ground.rows() == undisturbed[0]
    assert ground.whole() == []


@pytest.mark.timeout(600)
@pytest.mark.skipif(sys.platform != "linux", reason="played by a filter of Linux")
def test_machine_that_cannot_confine_grades_nobody_and_says_once_which_setting_overrides(ground: Ground) -> None:
    ground.reset()
    run, told = graded_where_nothing_confines(ground)
    assert run.returncode == 1
    assert told.count("c.WarmProvisioner.allow_unprotected = True") == 1
    assert "Traceback" not in told
    assert [row for row in ground.rows() if row[2] is not None] == []
    assert len(noted(ground.course.root, ASSIGNMENT)) == 4


@pytest.mark.timeout(600)
@pytest.mark.skipif(sys.platform != "linux", reason="played by a filter of Linux")
def test_where_the_setting_overrides_that_all_are_graded_and_notebooks_and_report_say_unprotected(
    ground: Ground, undisturbed: tuple[list[tuple[object, ...]], str]
) -> None:
    ground.reset()
    settings = ground.course.root / "nbgrader_config.py"
    before = settings.read_text()
    settings.write_text(before + "\nc.WarmProvisioner.allow_unprotected = True\n")
    try:
        run, _ = graded_where_nothing_confines(ground)
    finally:
        settings.write_text(before)
    assert run.returncode == 0
    assert ground.rows() == undisturbed[0]
    students = [f"student-{number}" for number in range(4)]
    notebooks = [ground.course.graded(student, ASSIGNMENT) for student in students]
    assert [one and one.metadata.autograder.protected for one in notebooks] == [False] * 4
    report = [sys.executable, "-m", "autograder", "report", ASSIGNMENT, "--names"]
    subprocess.run(report, cwd=ground.course.root, check=True, capture_output=True)
    figures, page = (ground.course.root / "reports" / f"{ASSIGNMENT}.{kind}" for kind in ("json", "html"))
    assert sorted(json.loads(figures.read_text())["unprotected"]) == students
    assert "Graded without the sandbox: 4" in page.read_text()


def graded_where_nothing_confines(ground: Ground) -> tuple[subprocess.Popen[str], str]:
    """The command on a machine that has neither namespaces nor Landlock, and what it said."""
    there = (
        f"import os, sys; sys.path.insert(0, {str(ROOT)!r}); from tests.autograder.kernels.confined import stand_on; "
        "stand_on('neither', 'root'); os.execv(sys.argv[1], sys.argv[1:])"
    )
    with room() as folder:
        run = ground.autograde(before=[sys.executable, "-c", there], XDG_RUNTIME_DIR=str(folder))
        return run, "".join(run.communicate())


def test_lock_names_its_holder_and_goes_with_him(tmp_path: Path) -> None:
    with held(tmp_path), pytest.raises(Held, match=r"process \d+ on .*, since \d{4}-"), held(tmp_path):
        pass
    with held(tmp_path):
        pass


def test_gradebook_is_opened_once_a_run_where_nbgrader_opens_it_every_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, opened = f"sqlite:///{tmp_path}/gradebook.db", list[str]()

    def engine(url: str, **options: object) -> object:
        opened.append(url)
        return create_engine(url, **options)

    monkeypatch.setattr(api, "create_engine", engine)
    monkeypatch.setattr(api, "get_alembic_version", lambda: "any")
    for _ in range(3):
        api.Gradebook(url).close()
    assert len(opened) == 3, "nbgrader keeps its engine now: this is needed no more"
    with opened_once():
        for name in ("ada", "blaise", "carl"):
            with api.Gradebook(url) as gradebook:
                gradebook.add_student(name)
        with api.Gradebook(url) as gradebook:
            assert [student.id for student in gradebook.students] == ["ada", "blaise", "carl"]
    assert len(opened) == 4
    api.Gradebook(url).close()
    assert len(opened) == 5


def test_what_the_gradebook_says_of_a_cell_is_asked_for_once_a_run_and_stays_readable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, asked = f"sqlite:///{tmp_path}/gradebook.db", list[str]()
    monkeypatch.setattr(api, "get_alembic_version", lambda: "any")
    with api.Gradebook(url) as gradebook:
        gradebook.add_assignment("ps")
        gradebook.add_notebook("p", "ps")
        gradebook.add_source_cell("task", "p", "ps", source="x = 1", checksum="c", cell_type="code", locked=True)
        gradebook.add_grade_cell("task", "p", "ps", max_score=3, cell_type="code")
    with opened_once():
        for _ in range(3):
            with api.Gradebook(url) as gradebook:
                if not asked:
                    event.listen(gradebook.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
                source = gradebook.find_source_cell("task", "p", "ps")
                graded = gradebook.find_graded_cell("task", "p", "ps")
                gradebook.add_student(f"student-{len(asked)}")
                with pytest.raises(api.MissingEntry):
                    gradebook.find_source_cell("another", "p", "ps")
            assert (source.source, source.locked, graded.max_score, graded.cell_type) == ("x = 1", True, 3, "code")
    assert sum("source_cell" in one and "SELECT" in one for one in asked) == 1 + 3


def test_schema_is_looked_at_once_a_run_and_every_record_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = list[object]()
    real = Draft4Validator.check_schema
    monkeypatch.setattr(Draft4Validator, "check_schema", lambda schema: (looked.append(schema), real(schema)))
    record = {"grade": True, "solution": False, "locked": True, "task": False, "schema_version": 3, "grade_id": "a"}
    record |= {"points": 1, "cell_type": "code", "checksum": "0" * 32}
    good = new_notebook(cells=[new_code_cell(metadata={"nbgrader": {**record, "grade_id": name}}) for name in "abc"])
    bad = new_notebook(cells=[new_code_cell(metadata={"nbgrader": {**record, "points": "many"}})])
    MetadataValidatorV3().validate_nb(good)
    assert len(looked) == 3, "nbgrader looks once now: this is needed no more"
    with schemas_looked_at_once():
        MetadataValidatorV3().validate_nb(good)
        with pytest.raises(ValidationError):
            MetadataValidatorV3().validate_nb(bad)
    assert len(looked) == 4


def test_progress_tells_each_failure_once_and_sums_up(caplog: pytest.LogCaptureFixture) -> None:
    log = logging.getLogger("progress")
    with caplog.at_level(logging.INFO, "progress"), Progress(log, 4) as progress:
        progress.graded()
        progress.count(Counter(timeout=1))
        progress.graded()
        progress.failed("felix", "no\nnotebook")
        progress.failed("felix", "and once more")
    told = [record.getMessage() for record in caplog.records]
    assert told[0] == "felix is not graded: no notebook"
    assert told[1].startswith("2 graded, 1 not graded, 1 timeout, 1 left; ")
    assert len(told) == 2


def test_workers_take_orders_from_this_run_alone() -> None:
    security = _security()
    if security is None:
        pytest.skip("without openssl the run says that it is open")
    assert security.require_encryption
    other = _security()
    assert other is not None
    assert security.tls_ca_file != other.tls_ca_file
