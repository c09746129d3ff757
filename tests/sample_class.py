"""A class of samples: what each student handed in, and what must come of it.

A notebook is made from the release notebook. Each of its functions is the instructor's, unless the sample says
otherwise: `bank` names a file of tests/submissions, `typed` holds what a student typed that no bank can run.
`points` and `loses` are what the grader must say, written down by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import nbformat

from tests import bank
from tests.course import Course, grade_id


def by_machine(record: Mapping[str, Any]) -> bool:
    """Whether a check gives the points of the cell of this record; an answer in words is read by a person."""
    return bool(record.get("grade")) and not record.get("solution")


@dataclass(frozen=True)
class Sample:
    """One submission: its story for the reader, how it is made, and what it must earn."""

    student: str
    assignment: str
    story: str
    points: int
    loses: Mapping[str, str] = field(default_factory=dict)  # check -> the mistake's name
    bank: Mapping[str, str] = field(default_factory=dict)  # function -> file of the bank, as "right/loop"
    typed: Mapping[str, str] = field(default_factory=dict)  # function -> the cell's text
    untouched: bool = False  # as released, not as the instructor solves it
    whole: str | None = None  # the file itself, where it is no notebook
    trouble: str = ""  # words that must stand in the reason, where it hangs or cannot be graded

    def notebook(self, course: Course) -> str:
        """The submission's text, from the course's release and source notebooks."""
        if self.whole is not None:
            return self.whole
        release, source = (
            nbformat.read(course.root / step / self.assignment / f"{self.assignment}.ipynb", as_version=4)
            for step in ("release", "source")
        )
        solved = {grade_id(cell): cell.source for cell in source.cells}
        for cell in release.cells:
            function = grade_id(cell)
            if not self.untouched and cell.metadata.get("nbgrader", {}).get("solution"):
                cell.source = self.typed.get(function) or self._from_bank(function) or solved[function]
        return nbformat.writes(release)

    def _from_bank(self, function: str) -> str | None:
        if function not in self.bank:
            return None
        text = (bank.ROOT / self.assignment / function / f"{self.bank[function]}.py").read_text()
        return bank.LOSES.sub("", text).strip()


NOISY = """
import ctypes, logging, os, subprocess, sys, warnings
import numpy as np

logging.basicConfig(level=logging.DEBUG)
print("outside the function too", file=sys.stderr)

def kl_divergence(p, q):
    np.log(np.zeros(2))
    warnings.warn("careful")
    logging.error("a handler that was made earlier")
    print("to stderr", file=sys.stderr)
    print("past IPython", file=sys.__stderr__)
    os.write(2, b"past Python")
    ctypes.CDLL(None).perror(b"from C")
    subprocess.run("echo from a child >&2", shell=True)
    return cross_entropy(p, q) - cross_entropy(p, p)
"""


def whole_class(course: Course) -> list[Sample]:
    """Every sample, and for each assignment the instructor's own notebook and one handed in as it was released."""
    always: list[Sample] = []
    for name in course.assignments:
        notebook = nbformat.read(course.root / "source" / name / f"{name}.ipynb", as_version=4)
        records = [cell.metadata.get("nbgrader", {}) for cell in notebook.cells]
        points = {record["grade_id"]: record["points"] for record in records if by_machine(record)}
        nothing = dict.fromkeys(points, "error.undefined")
        always.append(Sample("instructor", name, "the instructor's own solutions", sum(points.values())))
        always.append(Sample("nobody", name, "handed in as released", 0, nothing, untouched=True))
    return sorted([*always, *SAMPLES], key=lambda sample: sample.assignment)


SAMPLES = (
    Sample(
        "ada",
        "02_entropy",
        "right, in loops",
        13,
        bank={
            "surprisal": "right/scalar_and_loop",
            "entropy": "right/loop",
            "expected_length": "right/index_loop",
            "huffman_lengths": "right/recursive_merge",
        },
    ),
    Sample(
        "blaise",
        "02_entropy",
        "right, with torch and SciPy",
        13,
        bank={
            "surprisal": "right/scipy_logsumexp",
            "entropy": "right/torch_xlogy",
            "expected_length": "right/torch_dot",
            "huffman_lengths": "right/torch_tensor",
        },
    ),
    Sample(
        "dora", "02_entropy", "natural logarithm", 8, {"check_entropy": "log.natural"}, {"entropy": "wrong/natural_log"}
    ),
    Sample(
        "felix",
        "02_entropy",
        "a photograph, renamed",
        0,
        whole="\x89PNG\r\n\x1a\n",
        trouble="does not appear to be JSON",
    ),
    Sample(
        "gina",
        "02_entropy",
        "a cell that never ends",
        11,
        {"check_expected_length": "error.undefined"},
        typed={"expected_length": "n = 0\nwhile n < 13:\n    pass\n"},
        trouble="time was over in expected_length",
    ),
    Sample(
        "hugo",
        "02_entropy",
        "a function that ends the kernel",
        11,
        {"check_surprisal": "error.died"},
        typed={"surprisal": "def surprisal(p):\n    import os\n    os._exit(1)\n"},
        trouble="Kernel died",
    ),
    Sample(
        "ada",
        "03_cross_entropy",
        "right, in loops",
        12,
        bank={"cross_entropy": "right/loop", "kl_divergence": "right/loop_ratio", "perplexity": "right/loop_math"},
    ),
    Sample(
        "blaise",
        "03_cross_entropy",
        "right, with torch and SciPy",
        12,
        bank={
            "cross_entropy": "right/torch_xlogy",
            "kl_divergence": "right/scipy_rel_entr",
            "perplexity": "right/scipy_entropy_sum",
        },
    ),
    Sample(
        "carl",
        "03_cross_entropy",
        "arguments swapped",
        7,
        {"check_cross_entropy": "arguments.swapped"},
        bank={
            "cross_entropy": "wrong/swapped",
            "kl_divergence": "right/masked_numpy_float32",
            "perplexity": "right/numpy_power",
        },
    ),
    Sample(
        "dora",
        "03_cross_entropy",
        "natural logarithm",
        8,
        {"check_kl_divergence": "log.natural"},
        bank={"kl_divergence": "wrong/natural_scipy"},
    ),
    Sample("iris", "03_cross_entropy", "right, and noisy on stderr", 12, typed={"kl_divergence": NOISY}),
    Sample(
        "emil",
        "03_cross_entropy",
        "a loop inside a function never ends",
        9,
        {"check_perplexity": "error.timeout"},
        typed={
            "perplexity": "def perplexity(p, q):\n    n = 1\n    while n < 2 ** cross_entropy(p, q):\n        n = n\n"
        },
    ),
    Sample("ada", "08_mnist", "right, the lecture's loop mended", 14, bank={"train": "right/lecture_loop"}),
    Sample("blaise", "08_mnist", "right, zeroed by hand", 14, bank={"train": "right/grad_none"}),
    Sample(
        "jana",
        "08_mnist",
        "gradients never zeroed",
        11,
        {"check_train_zero_grad": "zero_grad.never"},
        {"train": "wrong/zero_never"},
    ),
    Sample(
        "karl",
        "08_mnist",
        "zeroed once per epoch",
        11,
        {"check_train_zero_grad": "zero_grad.once_per_epoch"},
        {"train": "wrong/zero_once_per_epoch_start"},
    ),
    Sample(
        "lena",
        "08_mnist",
        "zeroed between backward and step",
        11,
        {"check_train_zero_grad": "zero_grad.before_step"},
        {"train": "wrong/zero_between_backward_and_step"},
    ),
    Sample(
        "moritz",
        "08_mnist",
        "stepped before backward",
        10,
        {"check_train_update": "step.before_backward"},
        {"train": "wrong/step_before_backward"},
    ),
    Sample(
        "nora",
        "08_mnist",
        "never zeroed, and the running loss not reset",
        9,
        {"check_train_zero_grad": "zero_grad.never", "check_train_history": "history.not_reset"},
        {"train": "wrong/never_and_not_reset"},
    ),
)
