"""The real JupyterLab, started as `make lab` starts it, and a headless Chromium in which a test reads and clicks.

The server works in a copy of what a student has, with a home of its own, so that no journey leaves a trace in the
tree. build/browser/ keeps what the server said and a picture of the last moment of each journey that failed.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.desk import Desk
from tests.notebook_form import ROOT

STUDENT_HAS = ("notebooks", "release", "source", "START_HERE.md", "nbgrader_config.py")
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
KEPT = ROOT / "build" / "browser"
PATIENCE_MS = 60_000  # a machine with two cores may be busy; what appears sooner is not waited for

expect.set_options(timeout=PATIENCE_MS)  # its own five seconds are not the context's


@pytest.fixture(scope="package")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a student has; a journey may change it."""
    folder = tmp_path_factory.mktemp("course")
    for name in STUDENT_HAS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
        else:
            shutil.copy(ROOT / name, folder)
    return folder


@pytest.fixture(scope="package")
def lab_url(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address, with its token, of a JupyterLab that serves the copy."""
    home = tmp_path_factory.mktemp("home")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "XDG_"))}
    server = subprocess.Popen(
        [
            sys.executable,
            "-I",
            ROOT / "playground" / "lab.py",
            "--no-browser",
            f"--port={port}",
            "--expose-app-in-browser",
        ],
        cwd=course,
        env=surroundings | {"HOME": str(home), "JUPYTERLAB_WORKSPACES_DIR": str(home / "desks")},
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert server.stderr
    said: list[str] = []
    address = None
    while not address and (line := server.stderr.readline()):
        said.append(line)
        address = re.search(r"http://(?:localhost|127\.0\.0\.1):\d+/lab\?token=\w+", line)
    assert address, "JupyterLab did not start:\n" + "".join(said)
    reader = threading.Thread(target=said.extend, args=[server.stderr])
    reader.start()
    yield address.group()
    server.terminate()
    server.wait(timeout=60)
    reader.join()
    server.stderr.close()
    KEPT.mkdir(parents=True, exist_ok=True)
    (KEPT / "jupyterlab.log").write_text("".join(said))


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    assert path, "no Chromium or Chrome found: `make test` installs it where it can"
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=path, args=QUIET.split()) as chromium,
    ):
        yield chromium


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """An empty page of its own; its picture is kept if the test fails."""
    failures = request.session.testsfailed
    with browser.new_context(viewport={"width": 1400, "height": 1000}) as context:
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        yield page
        if request.session.testsfailed > failures:
            name = re.sub(r"\W+", "_", request.node.name)
            page.screenshot(path=KEPT / f"{name}.png")


@pytest.fixture
def desk(page: Page, lab_url: str) -> Desk:
    """JupyterLab in the browser, with nothing open yet."""
    return Desk(page, lab_url)
