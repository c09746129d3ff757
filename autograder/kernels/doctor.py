"""`autograder doctor`: the layers of the confinement, which of them this machine has, and what to do about the rest."""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Sequence

from autograder.kernels import confine
from autograder.kernels.confine import Layer

_WIDTH = 78  # characters of a plain line
_LANDLOCK = "a newer kernel; landlock must be among the words of /sys/kernel/security/lsm"
ADVICE = {
    confine.NAMESPACES: "allow unprivileged user namespaces: sysctl kernel.apparmor_restrict_unprivileged_userns=0 "
    "(Ubuntu), kernel.unprivileged_userns_clone=1 (Debian), user.max_user_namespaces above 0; "
    "in a container, its seccomp profile must let unshare and mount through",
    confine.FILES: _LANDLOCK,
    confine.NETWORK: _LANDLOCK,
    confine.SCOPES: _LANDLOCK,
    confine.CALLS: "grade on Linux, x86_64 or aarch64, with seccomp filters allowed",
    confine.LIMITS: "grade on Linux",
}
"""What to do where a layer is missing, by its name."""


def main(arguments: Sequence[str] = ()) -> int:
    """0 where this machine reaches the minimum, else 1; prints the layers, as a table on a terminal."""
    argparse.ArgumentParser(prog="autograder doctor", description=__doc__).parse_args(arguments)
    layers = confine.layers()
    if sys.stdout.isatty():
        print_table(layers)
    else:
        print(text(layers))
    return 0 if confine.enough(layers) else 1


def text(layers: Sequence[Layer]) -> str:
    """The layers and the conclusion in plain lines."""
    lines: list[str] = []
    for layer in layers:
        lines += _wrapped(f"{'active' if layer.active else 'MISSING':10}{layer.name}{_meaning(layer)}")
        if not layer.active:
            lines += _wrapped(f"{'':10}why: {layer.why_not}") + _wrapped(f"{'':10}do: {ADVICE[layer.name]}")
    return "\n".join([*lines, "", *textwrap.wrap(conclusion(layers), _WIDTH)])


def conclusion(layers: Sequence[Layer]) -> str:
    """In a sentence: whether these layers are enough, and what follows."""
    if not confine.enough(layers):
        return (
            "Too little to run student code: grading refuses. The minimum is seccomp and limits, and namespaces or "
            "landlock files besides. c.WarmProvisioner.allow_unprotected = True in nbgrader_config.py grades all the "
            "same, and marks every result as unprotected."
        )
    missing = [layer.name for layer in layers if not layer.active]
    if missing:
        return f"Enough to run student code, without {', '.join(missing)}: fewer layers than there could be."
    return "All layers are active. Student code cannot reach anything of this machine but what it is shown."


def _meaning(layer: Layer) -> str:
    return f": {layer.meaning}" if layer.active else f", which would mean: {layer.meaning}"


def _wrapped(line: str) -> list[str]:
    return textwrap.wrap(line, _WIDTH, subsequent_indent=" " * 12, break_on_hyphens=False)


def print_table(layers: Sequence[Layer]) -> None:
    """The same for a terminal."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table("layer", "", "what it means", show_lines=True)
    for layer in layers:
        more = "" if layer.active else f"\n[dim]why: {escape(layer.why_not)}\ndo: {ADVICE[layer.name]}[/dim]"
        state = "[green]✓ active[/green]" if layer.active else "[bold red]✗ missing[/bold red]"
        table.add_row(layer.name, state, _meaning(layer).lstrip(":, ") + more)
    console = Console()
    console.print(table)
    console.print(conclusion(layers))
