"""The judge for functions of numbers: a mistake is named only where its computation predicts every result."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.judges.decide import decide
from autograder.judges.finding import Check
from autograder.judges.numbers.faults import ABSOLUTE, RELATIVE, explain, near
from autograder.judges.numbers.numeric import Fault, Numeric
from autograder.judges.numbers.words import shown, shown_apart, shown_call
from autograder.plain import dumps, loads
from autograder.probes.calls import probe_calls


def powers(x, scale=1.0, *, power=2, shift=0.0, reduce=np.sum):
    """The toy: the sum of x squared, times a scale."""
    return scale * reduce(np.asarray(x, dtype=float) ** power + shift)


SPEC = Numeric(
    function="powers",
    parameters=("x", "scale"),
    truth=powers,
    faults=(
        Fault("power.missing", {"power": 1}, "nothing was squared.", "What does the square do?"),
        Fault("shift.extra", {"shift": 1.0}, "1 was added.", "Why?"),
        Fault("reduction.mean", {"reduce": np.mean}, "that is the mean.", "Sum or mean?"),
        Fault("scale.inverted", lambda x, scale=1.0: powers(x) / scale, "divided by the scale.", "Times or over?"),
    ),
)
CALLS = [
    {"args": [[1.0, 2.0, 4.0]], "kwargs": {}},
    {"args": [np.array([0.5, -3.0])], "kwargs": {}},
    {"args": [[1.0, 2.0, 4.0], 3.0], "kwargs": {}},
    {"args": [], "kwargs": {"x": np.array([2.5, 0.25, 1.0, 7.0]), "scale": 0.3}},
    {"args": [[1.0, 2.0, 4.0], 5.0], "kwargs": {}},
    {"args": [[0.25, 2.5]], "kwargs": {}},
    *({"args": [[1.5, 0.5], scale], "kwargs": {}} for scale in (3.0, 5.0, 0.7)),
    {"args": [np.array([0.5, -3.0])], "kwargs": {}},
]


def finding(function, spec=SPEC, calls=CALLS):
    return spec.judge({"calls": calls}, loads(dumps(probe_calls(function, {"calls": calls}))))


@pytest.mark.parametrize(
    "right",
    [
        powers,
        lambda x, scale=1.0: np.float32(powers(np.asarray(x, np.float32), scale)),
        lambda x, scale=1.0: np.array(powers(x, scale)),
        lambda x, scale=1.0: powers(x, scale) * (1 + RELATIVE / 2),
        lambda x, scale=1.0: powers(x, scale) + ABSOLUTE / 2,
    ],
)
def test_right_results_pass_within_the_tolerance(right):
    assert finding(right).mistake is None


@pytest.mark.parametrize(
    ("wrong", "mistake"),
    [
        (lambda x, scale=1.0: powers(x, scale, power=1), "power.missing"),
        (lambda x, scale=1.0: powers(x, scale, reduce=np.mean), "reduction.mean"),
        (lambda x, scale=1.0: powers(x) / scale, "scale.inverted"),
        (lambda x, scale=1.0: -powers(x, scale), "sign.flipped"),
        (lambda x, scale=1.0: round(powers(x, scale), 1), "rounded"),
        (lambda x, scale=1.0: int(powers(x, scale)), "rounded"),
        (lambda x, scale=1.0: 21.0, "argument.ignored"),
        (lambda x, scale=1.0: powers(x) + 0.123, "argument.ignored"),
        (lambda x, scale=1.0: np.nan, "returns.nan"),
        (lambda x, scale=1.0: powers(x, scale) + 0.123, "unexplained"),
        (lambda x, scale=1.0: None, "returns.none"),
        (lambda x, scale=1.0: "21", "returns.type"),
        (lambda x, scale=1.0: [powers(x, scale)], "returns.shape"),
        (lambda x, scale=1.0: np.asarray(x) ** 2, "returns.shape"),
        (lambda x, scale=1.0: powers(x, scale) / 0 if False else 1 // 0, "error.exception"),
        (lambda y, scale=1.0: powers(y, scale), "error.arguments"),
        (lambda x: powers(x), "error.arguments"),
        (None, "error.undefined"),
    ],
)
def test_a_single_mistake_gets_its_name(wrong, mistake):
    assert finding(wrong).mistake == mistake


@pytest.mark.parametrize(
    "coarse",
    [
        lambda x, scale=1.0: len(x) + 10,
        lambda x, scale=1.0: np.sign(powers(x, scale)),
        lambda x, scale=1.0: min(powers(x, scale), 2.5),
        lambda x, scale=1.0: powers(x, min(scale, 2.0)),
    ],
)
def test_results_too_coarse_or_equal_by_chance_do_not_show_that_an_argument_is_ignored(coarse):
    assert "made no difference" not in finding(coarse).message


def test_one_pair_of_equal_results_does_not_show_that_an_argument_is_ignored():
    one_pair = [made for made in CALLS if str(made["args"])[:9] != "[[1.5, 0."]
    assert finding(lambda x, scale=1.0: powers(x) + 0.123, calls=one_pair).mistake == "unexplained"


def test_a_cache_that_knows_an_input_by_too_little_is_told_from_an_argument_never_read():
    kept = {}
    told = finding(lambda x, scale=1.0: kept.setdefault(tuple(x), powers(x, scale)))
    assert told.mistake == "state.kept"
    assert "is the answer to an earlier call" in told.message


def test_two_mistakes_at_once_are_both_told():
    told = finding(lambda x, scale=1.0: powers(x, scale, power=1, reduce=np.mean))
    assert told.mistake == "power.missing"
    assert "Something else is wrong as well: that is the mean." in told.message


def test_a_described_mistake_with_a_flipped_sign_is_found():
    told = finding(lambda x, scale=1.0: -powers(x, scale, shift=1.0))
    assert told.mistake == "shift.extra"
    assert "sign" in told.message


def test_the_mistake_that_shows_in_the_first_wrong_result_is_named_first():
    def truth(x, *, at_zero=0.0, sign=1):
        return sign * x if x else at_zero

    zero = Fault("zero.nan", {"at_zero": np.nan}, "", "")
    sign = Fault("sign", {"sign": -1}, "", "")
    calls = [{"args": [x], "kwargs": {}} for x in (1.0, 2.0, 0.0)]
    results = [np.array(x) for x in (-1.0, -2.0, np.nan)]
    assert [fault.mistake for fault in explain(truth, (zero, sign), calls, results)] == ["sign", "zero.nan"]


def test_only_an_infinity_of_the_truth_can_be_hidden():
    def truth(x, *, at_zero=0.0):
        return x if x else at_zero

    zero = Fault("zero.nan", {"at_zero": np.inf}, "", "")
    calls = [{"args": [x], "kwargs": {}} for x in (1.5, 2.25, 0.0)]
    assert explain(truth, (zero,), calls, [np.array(x) for x in (1.5, 2.25, np.inf)]) == (zero,)
    assert explain(truth, (zero,), calls, [np.array(x) for x in (1.5, 2.25, -1.0)]) == ()


def test_zeros_and_ones_are_not_taken_for_another_mistakes_numbers_rounded():
    calls = [{"args": [[x]], "kwargs": {}} for x in (0.2, 0.9, 0.1, 0.7)]
    rounded = [np.array(float(round(x))) for x in (0.2, 0.9, 0.1, 0.7)]  # those of power.missing
    assert explain(powers, SPEC.faults, calls, rounded) == ()


def test_a_name_needs_every_call_one_that_does_not_fit_leaves_it_unexplained():
    def mostly_mean(x, scale=1.0):
        return powers(x, scale, reduce=np.mean) + (0.01 if len(x) == 4 else 0)

    told = finding(mostly_mean)
    assert told.mistake == "unexplained"
    assert "gave 7, expected 21" in told.message


def test_kept_state_is_found_by_the_call_made_twice():
    total = []

    def accumulates(x, scale=1.0):
        total.append(powers(x, scale))
        return sum(total)

    told = finding(accumulates)
    assert told.mistake == "state.kept"
    assert "when called again" in told.message


def test_a_changed_input_costs_the_points_of_a_right_answer():
    def spoils(x, scale=1.0):
        result = powers(x, scale)
        x[0] = 0.0
        return result

    assert finding(spoils).mistake == "input.modified"


def test_a_hidden_infinity_is_named_whatever_stands_for_it():
    spec = Numeric("inverse", ("x",), lambda x: np.float64(1) / np.float64(x))
    calls = [{"args": [x], "kwargs": {}} for x in (2.0, 0.0, 4.0)]
    with np.errstate(divide="ignore"):
        assert finding(lambda x: 1 / x if x else 1e12, spec, calls).mistake == "zero.clamped"
        assert finding(lambda x: 1 / x if x else 0.0, spec, calls).mistake == "zero.clamped"
        assert finding(lambda x: 1 / x if x else np.inf, spec, calls).mistake is None


def test_one_number_where_an_array_is_asked_is_told_by_how_it_was_made():
    spec = Numeric("squares", ("x",), lambda x: np.square(x))
    calls = [{"args": [x], "kwargs": {}} for x in ([1.0, 2.0, 4.0], [3.0, 5.0])]
    assert finding(lambda x: np.square(x).sum(), spec, calls).mistake == "reduction.sum"
    assert finding(lambda x: np.square(x).mean(), spec, calls).mistake == "reduction.mean"
    assert finding(lambda x: x[0] ** 2, spec, calls).mistake == "loop.early_return"
    assert finding(lambda x: x[-1] ** 2, spec, calls).mistake == "loop.overwritten"
    assert finding(lambda x: 0.5, spec, calls).mistake == "returns.shape"


def test_where_several_answers_are_right_each_is_accepted():
    spec = Numeric(
        "root", ("x",), lambda x: np.sqrt(x), accepts=lambda made, result: near(result**2, np.array(made["args"][0]))
    )
    calls = [{"args": [x], "kwargs": {}} for x in (4.0, 9.0)]
    assert finding(lambda x: -np.sqrt(x), spec, calls).mistake is None
    assert finding(lambda x: x, spec, calls).mistake is not None


hostile = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just(np.zeros(2)),
    lambda inner: (
        st.lists(inner, max_size=7)
        | st.dictionaries(
            st.sampled_from(
                ["outcome", "value", "kind", "array", "calls", "modified", "graph", "type", "text", "line"]
            ),
            inner | st.sampled_from(["value", "raised", "number", "array", "arguments", "none", "timeout"]),
        )
    ),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(hostile, hostile)
def test_hostile_evidence_earns_nothing_and_raises_nothing(tree, part):
    check = Check("check_powers", "powers", 4, lambda rng: {}, SPEC.judge)
    honest = probe_calls(powers, {"calls": CALLS})
    for run in (tree, {"calls": tree}, {"calls": [*honest["calls"][:-1], part]}, {"calls": [honest["calls"][0]] * 99}):
        assert decide(check, {"calls": CALLS}, {"runs": [run]}).points == 0
    assert decide(check, {"calls": CALLS}, tree).points == 0
    assert decide(check, {"calls": CALLS}, {"runs": [honest]}).points == 4


numbers = st.floats(allow_nan=True, allow_infinity=True)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(numbers, numbers)
def test_near_agrees_with_numpy(x, y):
    with np.errstate(all="ignore"):
        expected = bool(np.allclose(x, y, rtol=RELATIVE, atol=ABSOLUTE, equal_nan=True))
    assert near(np.array(x), np.array(y)) is expected


def test_numbers_are_shown_short_and_with_as_many_digits_as_tell_them_apart():
    assert shown(np.array(0.6931471805599453)) == "0.6931"
    assert shown(np.array([0.5, 1.0])) == "[0.5, 1]"
    assert shown(np.arange(20.0)).endswith("... 20 numbers]")
    assert shown_apart(np.array(1.0248), np.array(1.02479)) == ("1.0248", "1.02479")
    assert shown_call("entropy", {"args": [[1, 0]], "kwargs": {"base": 2}}) == "entropy([1, 0], base=2)"
