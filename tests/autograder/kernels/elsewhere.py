"""One kernel on another machine: `python -m tests.autograder.kernels.elsewhere GROUND USER CODE...`, as JSON.

The process becomes one of this user on this ground (see `confined`), and everything that it starts, the warm process
included, stays there. It says what the doctor says, then starts a kernel through the provisioner as a grader would, and
once more with `allow_unprotected` where that was refused; the kernel runs each CODE, and says what came of it.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from typing import Any

from autograder.kernels import doctor
from autograder.kernels.provisioner import Unprotected
from tests.autograder.kernels.confined import stand_on
from tests.autograder.kernels.desk import Desk, room
from tests.notebook_form import ROOT


def told(ground: str, user: str, *codes: str) -> dict[str, Any]:
    """What `main` prints, from a process of its own."""
    program = [sys.executable, "-m", "tests.autograder.kernels.elsewhere", ground, user, *codes]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def main(ground: str, user: str, *codes: str) -> None:
    """Prints `{"doctor": 0 or 1, "refused": text, "uid": ..., "protected": ..., "said": [...]}`."""
    stand_on(ground, user)
    answer: dict[str, Any] = {"refused": "", "uid": os.getuid()}
    with contextlib.redirect_stdout(io.StringIO()):
        answer["doctor"] = doctor.main()
    with room() as folder:
        os.environ["XDG_RUNTIME_DIR"] = str(folder)
        try:
            desk = Desk(folder, allow_unprotected=False)
        except Unprotected as refused:
            answer["refused"] = str(refused)
            desk = Desk(folder, allow_unprotected=True)
        answer["protected"] = desk.provisioner.protected
        answer["said"] = [desk.run(code) for code in codes]
        desk.close()
    print(json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
