"""Prints the table: each attack, what it earns from stock nbgrader, and what became of it here.

python -m tests.attacks                       all of the bank, by both
python -m tests.attacks --ours [NAME ...]     by ours alone, or some attacks only
python -m tests.attacks --user nobody ...     graded by an ordinary user (where this is root)
"""

from __future__ import annotations

import argparse
import sys

from rich.console import Console
from rich.table import Table

from tests.attacks import stock
from tests.attacks.attack import bank
from tests.attacks.grading import FULL, USERS, Result, play


def main() -> int:
    """1 where something is not as it must be."""
    parser = argparse.ArgumentParser(prog="python -m tests.attacks", description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*", help="attacks of the bank")
    parser.add_argument("--ours", action="store_true", help="without stock nbgrader")
    parser.add_argument("--user", choices=USERS, default=USERS[0])
    parser.add_argument("--verbose", action="store_true", help="what the command said, too")
    asked = parser.parse_args()
    attacks = [one for one in bank() if not asked.names or one.name in asked.names or one.kind in asked.names]
    played = play(attacks, asked.user)
    theirs = {} if asked.ours else stock.play(attacks)
    console = Console(width=None if sys.stdout.isatty() else 150)
    if asked.verbose:
        print(played.told)
    console.print(table(played.results, theirs))
    honest = [one for one in played.results if one.attack is None]
    content = sum(not one.surprises() for one in honest)
    console.print(f"{content} of {len(honest)} honest neighbours have full marks; graded in {played.seconds:.0f} s.")
    surprises = [f"{one.student}: {told}" for one in played.results for told in one.surprises()] + played.found
    for told in surprises:
        console.print(f"[red]NOT AS EXPECTED[/] {told}", highlight=False)
    return bool(surprises)


def table(results: list[Result], theirs: dict[str, str]) -> Table:
    """One row an attack."""
    rows = Table(
        "class", "attack", "stock nbgrader", "", "ours", title=f"Points of {FULL:g}; an attacker's work is wrong"
    )
    before = ""
    for one in results:
        if one.attack is None:
            continue
        if one.attack.kind != before:
            rows.add_section()
        before = one.attack.kind
        sign = "[red]?[/]" if one.surprises() else "[green]\N{CHECK MARK}[/]"
        rows.add_row(one.attack.kind, one.attack.tries, theirs.get(one.attack.name, ""), sign, ours(one))
    return rows


def ours(one: Result) -> str:
    """What became of an attack, in a few words."""
    told = f"reported: {one.reason[:60]}" if one.points is None else f"{one.points:g}"
    deserved = f" (deserved: {one.attack.earns:g})" if one.attack and one.attack.earns else ""
    events = f" [{', '.join(dict.fromkeys(one.events))}]" if one.events else ""
    return told + deserved + events.replace("[", r"\[")


if __name__ == "__main__":
    sys.exit(main())
