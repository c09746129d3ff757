"""Evidence on functions of numbers that is forged, malformed or wrong in one place earns nothing."""

import numpy as np
import pytest

from autograder.judges.cross_entropy import cross_entropy, kl_divergence, perplexity
from autograder.judges.decide import decide, find_check
from autograder.judges.entropy import entropy
from autograder.judges.errors_and_softmax import blind_spot, error_sum
from autograder.judges.errors_and_softmax.softmax import softmax
from autograder.judges.logits import to_bits
from autograder.judges.logits.gradient import cross_entropy_gradient
from autograder.judges.logits.log_softmax import log_softmax
from autograder.judges.logits.loss import cross_entropy_from_logits
from autograder.plain import dumps, loads
from autograder.probes.calls import probe_calls

TRUTHS = {
    truth.__name__: truth
    for truth in (
        softmax,
        error_sum,
        blind_spot,
        entropy,
        cross_entropy,
        kl_divergence,
        perplexity,
        log_softmax,
        cross_entropy_from_logits,
        cross_entropy_gradient,
        to_bits,
    )
}
HOSTILE = (
    None,
    {"runs": [{}]},
    {"runs": [{"calls": None}]},
    {"runs": [{"calls": []}]},
    {"runs": [{"calls": [None] * 19}]},
    {"runs": [{"calls": [{"outcome": "passed"}] * 19}]},
    {"runs": [{"calls": [{"outcome": "raised"}] * 40}]},
    {"runs": [{"calls": [{"outcome": "value", "value": {"kind": "number"}}] * 19}]},
    {"runs": [{"calls": [{"outcome": "value", "value": {"kind": "number", "array": "2.3"}, "modified": []}] * 19}]},
    {"runs": [{"calls": [{"outcome": "value", "value": {"kind": "number", "array": 2.3}, "modified": []}] * 40}]},
    {"runs": [{"calls": [{"outcome": "value", "value": {"kind": "array", "array": np.ones(3)}, "modified": []}] * 40}]},
)
CHECK = {name: find_check(f"check_{name}") for name in TRUTHS}
ASKED = {name: CHECK[name].challenge(np.random.default_rng(0)) for name in TRUTHS}


@pytest.mark.parametrize("evidence", HOSTILE)
@pytest.mark.parametrize("name", TRUTHS)
def test_hostile_evidence_earns_nothing_and_raises_nothing(name, evidence):
    verdict = decide(CHECK[name], ASKED[name], evidence)
    assert (verdict.points, verdict.passed) == (0, False)


@pytest.mark.parametrize("outcome", ["raised", "value"])
@pytest.mark.parametrize("name", TRUTHS)
def test_evidence_of_the_right_length_with_nothing_in_it_earns_nothing(name, outcome):
    told = [{"outcome": outcome, "type": None, "text": [], "value": {}} for _ in ASKED[name]["calls"]]
    verdict = decide(CHECK[name], ASKED[name], {"runs": [{"calls": told}]})
    assert (verdict.points, verdict.passed) == (0, False)


@pytest.mark.parametrize("poison", [np.nan, np.inf, 0.37])
@pytest.mark.parametrize("name", TRUTHS)
def test_any_single_wrong_number_loses_the_check(name, poison):
    evidence = loads(dumps(probe_calls(TRUTHS[name], ASKED[name])))
    assert decide(CHECK[name], ASKED[name], {"runs": [evidence]}).passed
    for one in evidence["calls"]:
        right = one["value"]["array"]
        if right.flat[-1] == poison:
            continue
        one["value"]["array"] = right.copy()
        one["value"]["array"].flat[-1] = poison
        assert not decide(CHECK[name], ASKED[name], {"runs": [evidence]}).passed
        one["value"]["array"] = right
