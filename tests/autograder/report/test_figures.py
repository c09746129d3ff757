import random

import pytest
from scipy import stats

from autograder.report import figures
from autograder.report.histogram import bins, picture
from autograder.report.submissions import Answer, Class, Submission, function_of
from tests.autograder.report.sample import CLASS

TOLD = figures.count(CLASS)


def test_mistakes_are_counted_by_student_most_frequent_first() -> None:
    assert [(one.id, one.students, one.points_lost) for one in TOLD.mistakes] == [
        ("log.natural", 2, 10),
        ("error.undefined", 1, 5),
        ("log.decimal", 1, 2),
        ("sign.flipped", 1, 2),
    ]
    assert TOLD.mistakes[0].share == 2 / 5
    assert TOLD.mistakes[0].by_check == {"check_entropy": 2}


def test_idea_counts_a_student_once_however_many_of_its_mistakes_were_made() -> None:
    first = TOLD.ideas[0]
    assert first.theme.name == "Bits, nats and which logarithm"
    assert (first.students, first.points_lost) == (2, 12)
    assert [one.id for one in first.mistakes] == ["log.natural", "log.decimal"]


def test_what_was_not_done_comes_after_every_idea_that_was_misunderstood() -> None:
    assert [idea.theme.name for idea in TOLD.ideas][-1] == "Not done"


def test_difficulty_is_the_share_of_points_earned() -> None:
    assert [(one.share, one.passed) for one in TOLD.checks] == [(2 / 5, 2), (3 / 5, 3)]


def test_discrimination_is_not_told_for_fewer_than_ten() -> None:
    assert [one.discrimination for one in TOLD.checks] == [None, None]


def test_discrimination_is_the_point_biserial_correlation_with_all_other_checks() -> None:
    chance = random.Random(0)
    rows = [[float(chance.random() < able) for _ in range(4)] for able in (chance.random() for _ in range(60))]
    class_ = Class(
        "a",
        4,
        tuple("wxyz"),
        (),
        tuple(
            Submission(str(number), sum(row), tuple(map(Answer, "wxyz", row, [1] * 4)))
            for number, row in enumerate(rows)
        ),
    )
    first = figures.check_figures(class_)[0]
    expected = stats.pointbiserialr([row[0] for row in rows], [sum(row[1:]) for row in rows]).statistic
    assert first.discrimination == pytest.approx(expected)
    ordered = [row[0] for row in sorted(rows, key=lambda row: sum(row[1:]))]
    assert (first.lower, first.upper) == (sum(ordered[:16]) / 16, sum(ordered[-16:]) / 16)  # 27 % of 60


def test_only_the_far_out_is_an_outlier() -> None:
    (time,) = TOLD.outliers
    assert (time.median, time.fence, time.found) == (2.0, 4.0, (("e", 30.0),))


def test_example_is_the_shortest_code_of_the_check_where_the_mistake_is_most_frequent() -> None:
    example = TOLD.mistakes[0].example
    assert example is not None
    assert example.code == "def entropy(p, base=2):\n    … = np.asarray(p)\n    return -(… * np.log(…)).sum()"


def test_check_belongs_to_the_function_with_the_longest_fitting_name() -> None:
    functions = dict.fromkeys(("train", "train_step", "evaluate"))
    assert function_of("check_train_step_dirty", functions) == "train_step"
    assert function_of("check_train_zero_grad", functions) == "train"
    assert function_of("check_other", functions) is None


def test_histogram_has_a_bin_for_each_point_and_counts_everybody() -> None:
    found = bins([0, 0.5, 7, 7, 3], 7)
    assert [(one.label, one.count) for one in found if one.count] == [("0", 2), ("3", 1), ("7", 2)]
    assert len(found) == 8


def test_histogram_of_many_points_joins_them_and_keeps_its_full_marks() -> None:
    found = bins([100, 0, 55.5], 100)
    assert len(found) <= 21
    assert sum(one.count for one in found) == 3
    assert found[-1].low <= 100 < found[-1].high


def test_histogram_says_to_a_screen_reader_what_it_shows() -> None:
    assert 'aria-label="Histogram of scores. Points and how many have them: 0: 1; 2: 2."' in picture([0, 2, 2], 2)


def test_class_without_submissions_has_no_figures() -> None:
    told = figures.count(Class("a", 3, ("x",), (), ()))
    assert (told.mistakes, told.ideas, told.checks, told.outliers, told.events) == ((), (), (), (), {})
