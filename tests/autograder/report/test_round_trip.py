"""A class that comes as a download and goes back as grades, through nbgrader's own zip_collect."""

import csv
import json
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from autograder.__main__ import main
from autograder.grading import ungraded
from autograder.judges.finding import Verdict
from autograder.report import export
from tests.autograder.report.simulated import Handed, founded, lay
from tests.course import Course

ASSIGNMENT = "02_entropy"
CHECKS = {"check_surprisal": 2, "check_entropy": 5, "check_expected_length": 2, "check_huffman_lengths": 4}
CANVAS = {  # by Canvas's number: the name as Canvas shows it, the file's name, how many checks were lost
    "12345": ("Lovelace, Ada", "lovelaceada_12345_67890_02_entropy.ipynb", 0),
    "12346": ("Gödel, Kurt", "gödelkurt_LATE_12346_67891_02_entropy-1.ipynb", 1),
    "12347": ("O'Brien-Núñez, Inès", "obriennunezines_12347_67892_02_entropy (2).ipynb", 2),
    "12348": ("王, 小明", "王小明_12348_67893_02_entropy-12.ipynb", 4),
}
MOODLE = {
    "712": ("Émile Noether", "Émile Noether_712_assignsubmission_file_/02_entropy.ipynb", 0),
    "713": ("Łukasz Ünal", "Łukasz Ünal_713_assignsubmission_file/02_entropy.ipynb", 3),
    "714": ("Mary Ann 2_3 Smith", "Mary Ann 2 3 Smith_714_assignsubmission_file_02_entropy.ipynb", 1),
}
LOST = {student: lost for class_ in (CANVAS, MOODLE) for student, (_, _, lost) in class_.items()}
OLDER = b"{}"
COLLECTED = "zip_collect.txt"  # what the command said
POINTS = {student: sum(list(CHECKS.values())[lost:]) for student, lost in LOST.items()}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Both downloads collected, and what grading leaves of them; of one more submission it left a reason only."""
    course = founded(tmp_path_factory.mktemp("class"), ASSIGNMENT)
    released = (course.root / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").read_bytes()
    older = ["lovelaceada_12345_67889_02_entropy.ipynb", "lovelaceada_12345_67888_02_entropy-3.ipynb"]
    others = ["Somebody Else_799_assignsubmission_onlinetext/onlinetext.html", "_notes.txt"]
    others += ["Max Muster_798_assignsubmission_file_/Kopie von 02_entropy.ipynb"]
    lay_down(course, "submissions.zip", [name for _, name, _ in CANVAS.values()], released)
    lay_down(course, "older.zip", older, OLDER)
    lay_down(course, "ML-02-4711.zip", [*(name for _, name, _ in MOODLE.values()), *others], released)
    (course.root / COLLECTED).write_text(course.nbgrader("zip_collect", ASSIGNMENT))
    lay(course, ASSIGNMENT, [graded(student) for student in POINTS])
    ungraded.note(course.root, ASSIGNMENT, "12349", "12349 handed in a photograph")
    return course


def lay_down(course: Course, name: str, members: Iterable[str], content: bytes) -> None:
    """A download, where zip_collect looks for it."""
    archive = course.root / "downloaded" / ASSIGNMENT / "archive"
    archive.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive / name, "w") as download:
        for member in members:
            download.writestr(member, content)


def graded(student: str) -> Handed:
    verdicts = {
        check: Verdict(check, 0, points, "log.natural", "Off by 0.3.", "")
        if index < LOST[student]
        else Verdict(check, points, points, None, "Right.", "")
        for index, (check, points) in enumerate(CHECKS.items())
    }
    return Handed(student, {"entropy": "def entropy(p, base=2):\n    return 1"}, verdicts)


@pytest.fixture
def inside(course: Course, monkeypatch: pytest.MonkeyPatch) -> Course:
    monkeypatch.chdir(course.root)
    return course


def rows(path: Path) -> list[list[str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def test_every_download_is_collected_under_the_students_number(course: Course) -> None:
    found = {path.relative_to(course.root / "submitted").as_posix() for path in course.root.glob("submitted/*/*/*")}
    assert found == {f"{student}/{ASSIGNMENT}/{ASSIGNMENT}.ipynb" for student in POINTS}


def test_newer_of_two_notebooks_of_a_student_is_collected(course: Course) -> None:
    (ada,) = course.root.glob(f"submitted/12345/{ASSIGNMENT}/*.ipynb")
    assert len(ada.read_bytes()) > len(OLDER)


def test_what_is_not_collected_is_told_in_the_last_line(course: Course) -> None:
    last = (course.root / COLLECTED).read_text().splitlines()[-1]
    assert "3 files were not collected: " in last
    assert "Max Muster_798_assignsubmission_file_/Kopie von 02_entropy.ipynb" in last
    assert "lovelace" not in last


def test_canvas_gets_each_grade_in_the_right_line_of_its_own_table(
    inside: Course, capsys: pytest.CaptureFixture[str]
) -> None:
    head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "02 Entropy (812)", "Final Score"]
    people = [[name, number, f"sis{number}", f"u{number}", "A", "", "0"] for number, (name, _, _) in CANVAS.items()]
    absent = [["Hopper, Grace", "12399", "sis9", "u9", "B", "", "0"], ["Photo, Felix", "12349", "", "", "B", "", "0"]]
    given = [head, ["    Points Possible", "", "", "", "", "13.00", "(read only)"], *people, *absent]
    export.write(inside.root / "Grades.csv", given)
    (inside.root / "Grades.csv").write_bytes(b"\xef\xbb\xbf" + (inside.root / "Grades.csv").read_bytes())
    assert main(["export", "canvas", ASSIGNMENT, "--into", "Grades.csv", "--to", "back.csv"]) == 1
    assert f"{len(MOODLE)} graded, but in no row of the file: 712, 713, 714" in capsys.readouterr().err
    back = rows(inside.root / "back.csv")
    assert [row[:5] for row in back] == [row[:5] for row in given]
    assert [row[5] for row in back] == ["02 Entropy (812)", "13.00", "13", "11", "6", "0", "", ""]


def test_moodle_gets_each_grade_in_the_right_line_of_its_own_worksheet(inside: Course) -> None:
    head = ["Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade", "Last modified (grade)"]
    people = [[f"Participant {number}", name, "", "", "", "13.00", "-"] for number, (name, _, _) in MOODLE.items()]
    export.write(inside.root / "Sheet.csv", [head, *people, ["Participant 799", "Else", "", "", "", "13.00", "-"]])
    assert main(["export", "moodle", ASSIGNMENT, "--into", "Sheet.csv"]) == 1  # Canvas's students are in no line of it
    back = rows(inside.root / "reports" / f"{ASSIGNMENT}-moodle.csv")
    assert [(row[1], row[4]) for row in back[1:]] == [
        ("Émile Noether", "13"),
        ("Łukasz Ünal", "4"),
        ("Mary Ann 2_3 Smith", "11"),
        ("Else", ""),
    ]


def test_table_made_from_the_gradebook_has_a_line_for_everyone(inside: Course) -> None:
    assert main(["export", "canvas", ASSIGNMENT]) == 0
    back = rows(inside.root / "reports" / f"{ASSIGNMENT}-canvas.csv")
    assert {row[1]: float(row[5]) for row in back[2:]} == POINTS


def test_gradescope_gets_a_file_for_each_student(inside: Course) -> None:
    assert main(["export", "gradescope", ASSIGNMENT]) == 0
    folder = inside.root / "reports" / f"{ASSIGNMENT}-gradescope"
    told = {path.parent.name: json.loads(path.read_text()) for path in folder.glob("*/results.json")}
    assert {student: one["score"] for student, one in told.items()} == POINTS
    assert [test["max_score"] for test in told["712"]["tests"]] == list(CHECKS.values())


def test_report_of_the_course_tells_what_was_lost_and_why_one_is_not_graded(inside: Course) -> None:
    assert main(["report", ASSIGNMENT]) == 0
    told = json.loads((inside.root / "reports" / f"{ASSIGNMENT}.json").read_text())
    assert sorted(told["scores"].values()) == sorted(POINTS.values())
    assert [(one["id"], one["students"]) for one in told["mistakes"]] == [("log.natural", 5)]
    assert list(told["failed"].values()) == ["… handed in a photograph"]
    assert "12349" not in (inside.root / "reports" / f"{ASSIGNMENT}.html").read_text()
    assert main(["report", ASSIGNMENT, "--names", "--to", "named"]) == 0
    assert "12349" in (inside.root / "named" / f"{ASSIGNMENT}.html").read_text()


def test_assignment_that_is_not_there_is_told(inside: Course, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "09_more"]) == 1
    assert main(["export", "canvas", "09_more"]) == 1
    assert f"knows no assignment '09_more'; it knows {ASSIGNMENT}" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["report"], ["export", "canvas"]])
def test_folder_that_is_no_course_is_told_and_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path.parent / "nobodys"))
    assert main([*command, ASSIGNMENT]) == 1
    assert "this is no course folder (no nbgrader_config.py here)" in capsys.readouterr().err
    (tmp_path / "nbgrader_config.py").write_text("")
    assert main([*command, ASSIGNMENT]) == 1
    assert "there is no gradebook yet" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["nbgrader_config.py"]


@pytest.mark.parametrize("url", ["postgresql://me:hush@127.0.0.1:1/grades", "nonsense"])
def test_gradebook_out_of_reach_is_told_with_its_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], url: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "nbgrader_config.py").write_text(f"c = get_config()\nc.CourseDirectory.db_url = {url!r}\n")
    assert main(["report", ASSIGNMENT]) == 1
    told = capsys.readouterr().err
    assert "c.CourseDirectory.db_url" in told
    assert "sqlalche.me" not in told
    assert "hush" not in told
    assert len(told.splitlines()) == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("Student,ID\n".encode("utf-16"), "is no text in UTF-8: save it"),
        ("Student,ID\n".encode("utf-16-le"), "holds no table: save it"),
        (b"", "holds no table: save it"),
        (None, "No such file or directory. Give --into the table"),
    ],
)
def test_table_that_cannot_be_read_is_told_with_its_name_and_what_to_do(
    inside: Course, capsys: pytest.CaptureFixture[str], content: bytes | None, told: str
) -> None:
    path = inside.root / "Odd.csv"
    path.unlink(missing_ok=True)
    if content is not None:
        path.write_bytes(content)
    assert main(["export", "moodle", ASSIGNMENT, "--into", "Odd.csv"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("autograder export: Odd.csv")
    assert told in said


def test_assignment_to_which_nobody_handed_in_has_no_results_for_gradescope(
    inside: Course, capsys: pytest.CaptureFixture[str]
) -> None:
    inside.nbgrader("generate_assignment", "01_errors_and_softmax")
    assert main(["export", "gradescope", "01_errors_and_softmax"]) == 1
    assert "nothing of 01_errors_and_softmax is graded" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["report", "export"])
def test_help_says_what_is_written_and_where(capsys: pytest.CaptureFixture[str], command: str) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert "reports/ in the course's folder" in told
    assert ("ASSIGNMENT.csv" if command == "report" else "it is read and not changed") in told
