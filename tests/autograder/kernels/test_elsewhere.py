"""Whole kernels on other machines: where nothing can confine, in a container, and of an ordinary user."""

from __future__ import annotations

import os
import sys

import pytest

from autograder.kernels import confine
from tests.autograder.kernels.confined import USERS
from tests.autograder.kernels.elsewhere import told
from tests.notebook_form import ROOT

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="warm kernels are Linux processes"),
    pytest.mark.skipif(not confine.enough(confine.layers()), reason="this machine cannot confine"),
]
WORK = "import numpy; open('mine', 'w').write('6 * 7'); print(eval(open('mine').read()))"
ATTACKS = {
    f"open({str(ROOT / 'autograder/judges/decide.py')!r}).read()": {"FileNotFoundError", "PermissionError"},
    "import socket; socket.create_connection(('127.0.0.1', 22), 2)": {"PermissionError"},
    f"import os; os.kill({os.getpid()}, 0)": {"PermissionError", "ProcessLookupError"},
}
GROUNDS = ["all", *(["landlock"] if confine.layers()[1].active else [])]


@pytest.mark.parametrize("user", USERS)
def test_machine_that_cannot_confine_refuses_and_says_which_setting_overrides(user: str) -> None:
    answer = told("neither", user, WORK)
    assert "c.WarmProvisioner.allow_unprotected = True" in answer["refused"]
    assert "doctor" in answer["refused"]
    assert (answer["doctor"], answer["protected"], answer["said"]) == (1, False, ["42"])


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("user", USERS)
def test_kernel_works_and_keeps_student_code_in(user: str, ground: str) -> None:
    answer = told(ground, user, WORK, "!echo hello", *ATTACKS)
    assert (answer["doctor"], answer["refused"], answer["protected"]) == (0, "", True)
    assert (answer["uid"] == 0) == (user == "root")
    work, command, *attacks = answer["said"]
    assert (work, command) == ("42", "hello")
    assert all(said in wanted for said, wanted in zip(attacks, ATTACKS.values(), strict=True)), attacks
