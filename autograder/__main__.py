"""The command `autograder`, or `python -m autograder`. Each of its commands is imported only when it is called."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

COMMANDS = {
    "doctor": ("autograder.kernels.doctor", "say how well this machine can confine student code"),
    "report": ("autograder.report.command", "show what a class understood, and what to teach again"),
    "export": ("autograder.report.export", "write grades for Canvas, Moodle or Gradescope"),
}
"""By name: the module, whose `main(arguments)` gives the exit status, and what the command does."""


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status of one command: 0 when all is well."""
    told = "\n".join(f"  {name:<10} {help}" for name, (_, help) in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="autograder",
        description=f"The course's grader beside nbgrader's own commands.\n\ncommands:\n{told}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="autograder COMMAND --help tells of them")
    parsed = parser.parse_args(arguments)
    module, _ = COMMANDS[parsed.command]
    return int(import_module(module).main(parsed.arguments))


if __name__ == "__main__":
    sys.exit(main())
