"""A check cell, seen from the grader: which it is, what its kernel is asked, and what is written under it.

The kernel gets a line that answers the check's challenge; of all it sends back one message counts, the evidence. The
verdict is reached here, and the cell's outputs are written here, the same as `check()` shows on a student's machine.
"""

from __future__ import annotations

import ast
import base64
import binascii
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output

from autograder import card
from autograder.grading import outputs
from autograder.grading.kernel import Flood, Message
from autograder.judges.decide import challenge_for, decide, find_check, no_verdict
from autograder.judges.finding import Challenge, Check, Finding, Verdict
from autograder.plain import MAX_BYTES, Malformed, Plain, dumps, loads
from autograder.probes.answer import EVIDENCE_TYPE
from autograder.probes.run import find_probe
from autograder.probes.surroundings import one_thread

_MOST = MAX_BYTES // 3 * 4 + 4  # characters of evidence
_FLOOD = 4 * MAX_BYTES  # bytes that a check cell may send, evidence and all


def check_in(cell: NotebookNode) -> Check | None:
    """The check that a grade cell asks for, None where it is one of an instructor's own cells of assertions."""
    record = cell.metadata.get("nbgrader", {})
    if cell.cell_type != "code" or not record.get("grade") or record.get("solution"):
        return None
    try:
        body = ast.parse(cell.source).body
    except (SyntaxError, ValueError):
        return None
    match body:
        case [
            *before,
            ast.Expr(value=ast.Call(func=ast.Name(id="check"), args=[ast.Constant(value=str(name))], keywords=[])),
        ] if all(isinstance(line, ast.ImportFrom) and line.module == "autograder.check" for line in before):
            try:
                return find_check(name)
            except KeyError:
                return None
        case _:
            return None


class Question:
    """One check asked of one kernel: `code` is what the kernel runs, on `challenge`, and `take` hears what it says."""

    def __init__(self, check: Check, secret: bytes, student: str, before: Question | None = None) -> None:
        """`before` asked the same student; where its challenge was drawn alike, it is taken over."""
        self.check = check
        if before is not None and (before.check.function, before.check.challenge) == (check.function, check.challenge):
            self.challenge, self._challenge = before.challenge, before._challenge
        else:
            with one_thread():
                self.challenge = dumps(challenge_for(check, secret, student))
            self._challenge: Challenge = loads(self.challenge)
        self.asks = (find_probe(check.name), check.function, self.challenge)  # one answer serves checks that ask alike
        self.code = f"import autograder.probes.answer as __answer__; __answer__.send{check.name, check.function}"
        self._heard: list[str] = []
        self._evidence: Plain = None
        self._size = 0

    def take(self, message: Message) -> None:
        """Keeps the evidence of a message; drops every other one. Raises Flood beyond all bounds."""
        self._size += outputs.size_of(message)
        if self._size > _FLOOD:
            raise Flood
        data = message["content"].get("data")
        text = data.get(EVIDENCE_TYPE) if message["msg_type"] == "display_data" and isinstance(data, dict) else None
        if isinstance(text, str) and len(self._heard) < 2:
            self._heard.append(text)

    def hear(self, other: Question) -> None:
        """Takes the answer that `other`, which asks the same, has got."""
        self._challenge, self._heard, self._evidence = other._challenge, other._heard, other._evidence

    @property
    def answered(self) -> bool:
        """Whether any evidence came."""
        return bool(self._heard)

    def verdict(self, error: dict[str, Any] | None = None) -> Verdict:
        """The verdict on what was heard; whatever it was, nothing is raised. `error` is what the kernel said it hit."""
        if not self._heard:
            told = outputs.clean(f" ({error.get('ename')}: {error.get('evalue')})"[:200]) if error else ""
            return lost(self.check, no_verdict(f"no evidence came{told}"))
        if len(self._heard) != 1:
            return lost(self.check, no_verdict("evidence came more than once"))
        if len(self._heard[0]) > _MOST:
            return lost(self.check, no_verdict("the evidence is too long"))
        try:
            if self._evidence is None:
                self._evidence = loads(base64.b64decode(self._heard[0], validate=True))
        except (binascii.Error, ValueError, Malformed):
            return lost(self.check, no_verdict("the evidence cannot be read"))
        with one_thread():
            return decide(self.check, self._challenge, self._evidence)


def lost(check: Check, finding: Finding) -> Verdict:
    """A verdict without points, for the reason in `finding`."""
    return Verdict(check.name, 0, check.points, finding.mistake, finding.message, finding.hint)


def ended(check: Check, how: str, ended_by: str | None, seconds: float) -> Finding:
    """The finding where a check took its kernel along, or had to be stopped."""
    if how == "timeout":
        told = f"{check.function} did not come back within {seconds:.0f} seconds and was stopped."
        return Finding("error.timeout", told, "Which loop never reaches its end, and what should have changed in it?")
    if how == "flood":
        told = f"While {check.function} was called, more came out of the notebook than anybody reads; it was stopped."
        return Finding("error.died", told, "What is shown or printed over and over?")
    if ended_by == "memory":
        told = f"{check.function} needed more memory than a notebook may use, and the kernel was ended."
        return Finding("error.memory", told, "Which list or array grows with every call or every turn?")
    reason = f" ({ended_by})" if ended_by else ""
    told = f"The kernel ended while {check.function} was called{reason}."
    return Finding("error.died", told, "What in the function ends Python, or makes it crash?")


def write(cell: NotebookNode, verdict: Verdict) -> None:
    """Gives a check cell the outputs of its verdict: the card, and an error where the points are lost."""
    cell.outputs = [new_output("display_data", data=card.outputs(verdict))]
    if not verdict.passed:
        cell.outputs.append(outputs.error("CheckFailed", card.text(verdict), [card.NEXT_STEP]))


def put_score_in_bounds(cell: NotebookNode, points: float) -> None:
    """Sees to it that nbgrader can read the score of an instructor's own grade cell, and reads no more than `points`.

    nbgrader takes the cell's result for the score. A result without text, or above the maximum, would fail the
    whole submission; as a mere display it stands for all points, as any other result does.
    """
    for output in cell.outputs:
        if output.output_type == "execute_result" and not _readable(output.data.get("text/plain"), points):
            output.output_type = "display_data"
            del output["execution_count"]


def _readable(text: Any, points: float) -> bool:
    if not isinstance(text, str) or not text:
        return False
    try:
        return not float(text) > points
    except ValueError:
        return True
