"""What a kernel costs to start: cold, as nbgrader comes, and warm and confined, as this course grades.

    python benchmarks/kernels.py                 medians and their ratio
    python benchmarks/kernels.py --in-a-row 1000 a thousand warm kernels, and what they left behind

"Ready" is from asking until the kernel has answered; "with imports" until its first cell has imported what the course
uses.
"""

import argparse
import os
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager

from autograder.kernels import rendezvous

IMPORTS = "import numpy, torch, torchvision, matplotlib.pyplot"
ROUNDS = {"python3": 3, "autograder": 15}


def start(kernel_name: str) -> tuple[float, float]:
    """Seconds from asking for a kernel until it answers, and until it has the course's imports."""
    asked = perf_counter()
    km = KernelManager(kernel_name=kernel_name)
    km.start_kernel()
    kc = km.client()
    kc.start_channels()
    answer(kc, kc.kernel_info())
    ready = perf_counter() - asked
    answer(kc, kc.execute(IMPORTS))
    imported = perf_counter() - asked
    kc.stop_channels()
    km.shutdown_kernel(now=True)
    return ready, imported


def answer(kc: BlockingKernelClient, asked: str) -> None:
    while kc.get_shell_msg(timeout=120)["parent_header"]["msg_id"] != asked:
        pass


def compare() -> None:
    start("autograder")  # the first one starts the zygote
    times = {name: [start(name) for _ in range(rounds)] for name, rounds in ROUNDS.items()}
    middle = {name: [median(column) for column in zip(*rows, strict=True)] for name, rows in times.items()}
    for name, (ready, imported) in middle.items():
        slowest = max(row[0] for row in times[name])
        print(f"{name:10} ready {ready:6.3f} s (slowest {slowest:.3f} s), with imports {imported:6.3f} s")
    cold, warm = middle["python3"], middle["autograder"]
    print(f"ratio      ready {cold[0] / warm[0]:6.1f}     with imports {cold[1] / warm[1]:20.1f}")


def in_a_row(count: int) -> None:
    for _ in range(10):
        start("autograder")
    before = left_behind()
    begun = perf_counter()
    for _ in range(count):
        start("autograder")
    print(f"{count} kernels in {perf_counter() - begun:.0f} s, {(perf_counter() - begun) / count:.3f} s each")
    for name, now in left_behind().items():
        print(f"{name:28} {before[name]:>10} -> {now:>10}")


def left_behind() -> dict[str, int]:
    """What could have grown."""
    zygote = zygote_of("autograder")
    anonymous = next(line for line in Path(f"/proc/{zygote}/status").read_text().splitlines() if "RssAnon" in line)
    mine = next(line for line in Path("/proc/self/status").read_text().splitlines() if "RssAnon" in line)
    return {
        "keepers standing by": len(Path(f"/proc/{zygote}/task/{zygote}/children").read_text().split()),
        "zygote's descriptors": len(os.listdir(f"/proc/{zygote}/fd")),
        "zygote's memory (KiB)": int(anonymous.split()[1]),
        "grader's descriptors": len(os.listdir("/proc/self/fd")),
        "grader's memory (KiB)": int(mine.split()[1]),
        "folders": len(list(Path(tempfile.gettempdir()).glob("autograder-*"))),
        "files of the runtime folder": len(list(rendezvous.runtime_folder().iterdir())),
    }


def zygote_of(kernel_name: str) -> int:
    """The process id of the zygote, which is the parent of the keeper of any kernel's gate."""
    km = KernelManager(kernel_name=kernel_name)
    km.start_kernel()
    pid = km.provisioner.pid
    for _ in range(3):  # gate, keeper, zygote
        pid = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    km.shutdown_kernel(now=True)
    return pid


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--in-a-row", type=int, metavar="COUNT", help="start so many and look what they left behind")
    chosen = parser.parse_args()
    in_a_row(chosen.in_a_row) if chosen.in_a_row else compare()


if __name__ == "__main__":
    main()
