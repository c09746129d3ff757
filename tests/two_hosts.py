"""A class graded by two other hosts, one of which is lost in the middle: `python -m tests.two_hosts`.

Needs Linux, root and iproute2. Each host is a network namespace with an address, a warm process and nothing of the
course but the installed package: `grader` has the course and the scheduler, `one` and `two` have a worker each, joined
to it by a cable of their own. When the first submission is saved, every process of host `one` is killed and its cable
cut. The command must end well, with the gradebook of an undisturbed run.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from pathlib import Path

from tests.killed import Ground

PORT = 8786
HOSTS = {"one": "10.213.1", "two": "10.213.2"}  # the first three numbers of each cable's addresses
DASK = [sys.executable, "-m", "dask"]


def ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True)


@contextlib.contextmanager
def network() -> Generator[None]:
    """Three hosts and two cables."""
    names = ("grader", *HOSTS)
    try:
        for name in names:
            ip("netns", "add", f"ag-{name}")
            ip("-n", f"ag-{name}", "link", "set", "lo", "up")
        for name, net in HOSTS.items():
            ends = {"grader": (f"to-{name}", f"{net}.1/24"), name: ("to-grader", f"{net}.2/24")}
            ip("link", "add", f"to-{name}", "netns", "ag-grader", "type", "veth", "peer", "name", "to-grader",
               "netns", f"ag-{name}")  # fmt: skip
            for host, (device, address) in ends.items():
                ip("-n", f"ag-{host}", "address", "add", address, "dev", device)
                ip("-n", f"ag-{host}", "link", "set", device, "up")
        yield
    finally:
        for name in names:
            lost(name)
            subprocess.run(["ip", "netns", "del", f"ag-{name}"], check=False)


def lost(host: str) -> None:
    """Ends all that runs on a host."""
    found = subprocess.run(["ip", "netns", "pids", f"ag-{host}"], capture_output=True, text=True, check=False).stdout
    for pid in found.split():
        with contextlib.suppress(ProcessLookupError):
            os.kill(int(pid), signal.SIGKILL)


def run_on(host: str, command: list[str], folder: Path, **more: str) -> subprocess.Popen[str]:
    """A command under way on a host, in an empty folder of its own."""
    place = folder / host
    place.mkdir(exist_ok=True, mode=0o700)
    environment = {**os.environ, "XDG_RUNTIME_DIR": tempfile.mkdtemp(prefix=f"ag-{host}-"), **more}
    out = open(folder / f"{host}.log", "a")  # noqa: SIM115  # the process keeps it
    return subprocess.Popen(
        ["ip", "netns", "exec", f"ag-{host}", *command], cwd=place, env=environment, stdout=out, stderr=out, text=True
    )


def main() -> int:
    """Prints what was seen; 1 where it is not as promised."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ground = Ground(folder, students=6)
        try:
            ground.reset()
            print("".join(ground.autograde().communicate()).splitlines()[-1])
            undisturbed = ground.rows()
            ground.reset()
            with network():
                address = f"tcp://{HOSTS['one']}.1:{PORT}"
                run_on("grader", [*DASK, "scheduler", "--host", "0.0.0.0", "--no-dashboard"], folder)
                for host, net in HOSTS.items():
                    worker = [*DASK, "worker", f"tcp://{net}.1:{PORT}", "--host", f"{net}.2", "--nthreads", "1"]
                    run_on(host, [*worker, "--no-dashboard", "--preload", "autograder.grading.worker"], folder)
                here = ["ip", "netns", "exec", "ag-grader"]
                waiting = f"from distributed import Client; Client('{address}').wait_for_workers(2)"
                while subprocess.run([*here, sys.executable, "-c", waiting], capture_output=True).returncode:
                    time.sleep(1)
                print("two hosts are there")
                grader = ground.autograde(before=here, DASK_SCHEDULER_ADDRESS=address)
                ground.wait_for_the_first(grader)
                ip("-n", "ag-one", "link", "set", "to-grader", "down")
                lost("one")
                print("host one is gone")
                told = "".join(grader.communicate())
                print(told.splitlines()[-1])
            wrong = ground.whole() + ([] if ground.rows() == undisturbed else ["other scores"])
            print(f"the command ended in {grader.returncode}; {'; '.join(wrong) or 'all there, the same scores'}")
        finally:
            ground.close()
    return bool(wrong or grader.returncode)


if __name__ == "__main__":
    sys.exit(main())
