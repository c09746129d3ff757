"""What the checks of each assignment cost on the instructor's solution, in seconds of CPU.

    python benchmarks/checks.py

One fresh process per assignment, as a student's kernel is fresh. What is imported is counted apart, PyTorch's first
optimizer included where the notebook trains. *first* is the first run of all checks, which must stay below the bound;
*again* is the best of three more (the epoch of beat_the_lecture is not trained twice); *calls* is the part of that in
which the function itself is called and watched, the rest draws challenges and judges. The last lines put the dearest
beside one `import torch` of the same run, and beside three plain asserts.
"""

import importlib
import json
import subprocess
import sys
from pathlib import Path
from time import process_time

import nbformat

ROOT = Path(__file__).parent.parent
BOUND_S, BOUND_08_S = 1.5, 3.0
ASSERTS = """
assert abs(entropy([0.5, 0.5]) - 1) < 1e-6
assert abs(entropy([0.2, 0.5, 0.3]) - 1.4855) < 1e-4
assert entropy([1, 0]) == 0
"""


def cost_of(job) -> float:
    start = process_time()
    job()
    return process_time() - start


def solved(name: str) -> tuple[dict, list[str]]:
    """What the instructor's notebook defines, and the checks it asks for."""
    cells = nbformat.read(ROOT / "source" / name / f"{name}.ipynb", as_version=4).cells
    code = [(cell.source, cell.metadata.get("nbgrader", {})) for cell in cells if cell.cell_type == "code"]
    namespace: dict = {"__name__": "__main__"}
    for source, record in code:
        if not record.get("grade"):
            exec(source, namespace)
    return namespace, [record["grade_id"] for _, record in code if record.get("grade")]


def first_optimizer() -> None:
    """The first optimizer of a process has PyTorch import 900 modules; a notebook that trains pays for them anyway."""
    import torch

    torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1).step()


def measured(name: str) -> dict[str, float]:
    """The figures of one assignment; for a process of its own."""
    stem = name.partition("_")[2]
    told = {"import torch": cost_of(lambda: importlib.import_module("torch"))}
    modules = ("autograder.check", f"autograder.judges.{stem}", f"autograder.probes.{stem}")
    told["imports"] = cost_of(lambda: [importlib.import_module(module) for module in modules])
    from autograder import check
    from autograder.judges.decide import find_check

    find_check("check_beat_the_lecture")  # imports the judges of the other assignments, too
    namespace, names = solved(name)
    if int(name[:2]) >= 6:
        told["imports"] += cost_of(first_optimizer)
    calls: list[float] = []

    def watched(*args):
        start = process_time()
        evidence = evidence_of(*args)
        calls.append(process_time() - start)
        return evidence

    evidence_of, check.evidence_of = check.evidence_of, watched

    def all_checks() -> None:
        assert all(check.verdict(one, namespace, b"bench", "instructor").passed for one in names)

    told["first"] = cost_of(all_checks)
    rounds = []
    for _ in range(3):
        calls.clear()
        rounds.append((cost_of(all_checks), sum(calls)))
    told["again"], told["calls"] = min(rounds)
    if "entropy" in namespace:
        cell = compile(ASSERTS, "asserts", "exec")
        told["asserts"] = min(cost_of(lambda: exec(cell, namespace)) for _ in range(3))
    return told


def main() -> None:
    print(f"{'CPU, s':24}{'imports':>9}{'first':>9}{'again':>9}{'calls':>9}{'bound':>9}")
    every = []
    for path in sorted(ROOT.glob("source/*/*.ipynb")):
        command = [sys.executable, __file__, path.stem]
        told = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.splitlines()[-1])
        bound = BOUND_08_S if path.stem.startswith("08") else BOUND_S
        figures = "".join(f"{told[column]:9.2f}" for column in ("imports", "first", "again", "calls"))
        print(f"{path.stem:24}{figures}{bound:9.1f}" + ("" if told["first"] < bound else "  OVER"))
        every.append(told)
    torch_s = min(told["import torch"] for told in every)
    most = max(told["first"] for told in every)
    asserts = next(told["asserts"] for told in every if "asserts" in told)
    print(f"\nOne import of torch takes {torch_s:.2f} s: the dearest assignment is {most / torch_s:.1f} of it.")
    print(f"Three plain asserts on entropy take {1e6 * asserts:.0f} µs: what names a mistake has to ask for more.")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measured(sys.argv[1])))
    else:
        main()
