"""How the tests are shared out between the workers that `make test` starts, one a core.

The tests of a module stay together, because they share what is dear to make. Those of the bank share nothing, so each
goes where there is room. All that start programs of their own (JupyterLab, Chromium, nbgrader) go to one worker and
so never run side by side: a browser waits for nobody's nbgrader. Without workers (`pytest tests/...`) none of this
matters.
"""

import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SHARED_OUT = ("test_bank.py",)
PROGRAMS = (
    "attacks",
    "browser",
    "test_nbgrader.py",
    "test_release.py",
    "test_bars_in_browser.py",
    "test_round_trip.py",
)


@pytest.hookimpl(tryfirst=True)  # before the worker reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        path = item.path.relative_to(HERE)
        if item.get_closest_marker("xdist_group") or path.name in SHARED_OUT:
            continue
        group = "programs" if {*path.parts} & {*PROGRAMS} else path.as_posix()
        item.add_marker(pytest.mark.xdist_group(group))


def pytest_collection_finish() -> None:
    """Each worker is one of several: torch keeps to one thread in it."""
    if torch := sys.modules.get("torch"):
        torch.set_num_threads(1)
