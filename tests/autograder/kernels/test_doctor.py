"""What `autograder doctor` says of machines with all layers, some, and too few."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

import pytest
from rich.console import Console

import autograder.__main__ as command
from autograder.kernels import confine, doctor
from autograder.kernels.confine import Layer

NAMES = (confine.NAMESPACES, confine.FILES, confine.NETWORK, confine.SCOPES, confine.CALLS, confine.LIMITS)


def machine(*missing: str) -> tuple[Layer, ...]:
    return tuple(
        Layer(name, name not in missing, "what it stops", "not known to this kernel" if name in missing else "")
        for name in NAMES
    )


@pytest.mark.parametrize(
    ("missing", "enough"),
    [
        ((), True),
        ((confine.NAMESPACES,), True),
        ((confine.FILES, confine.NETWORK, confine.SCOPES), True),
        ((confine.NAMESPACES, confine.NETWORK, confine.SCOPES), True),
        ((confine.NAMESPACES, confine.FILES, confine.NETWORK, confine.SCOPES), False),
        ((confine.CALLS,), False),
        ((confine.LIMITS,), False),
        (NAMES, False),
    ],
)
def test_exit_status_says_whether_the_minimum_is_reached(
    missing: Sequence[str], enough: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(confine, "layers", lambda: machine(*missing))
    assert command.main(["doctor"]) == (0 if enough else 1)
    told = capsys.readouterr().out
    assert told.count("MISSING") == len(missing)
    assert ("grading refuses" in told) is not enough
    assert ("allow_unprotected" in told) is not enough
    assert max(map(len, told.splitlines())) <= 80


def test_missing_layer_comes_with_its_reason_and_what_to_do() -> None:
    told = " ".join(doctor.text(machine(confine.NAMESPACES)).split())
    assert (
        "MISSING namespaces, which would mean: what it stops why: not known to this kernel do: allow unprivileged"
        in told
    )
    assert "active seccomp: what it stops" in told


def test_every_layer_has_advice() -> None:
    assert [layer.name for layer in confine.layers()] == list(NAMES)
    assert set(doctor.ADVICE) == set(NAMES)


def test_table_on_a_terminal_says_it_in_words_too(monkeypatch: pytest.MonkeyPatch) -> None:
    layers = [replace(layer, why_not="[Errno 1] not [allowed]") for layer in machine(confine.NAMESPACES)]
    screen = io.StringIO()
    monkeypatch.setattr("rich.console.Console", lambda: Console(file=screen, width=100))
    doctor.print_table(layers)
    told = screen.getvalue()
    assert "missing" in told
    assert "[Errno 1] not [allowed]" in told
    assert "Enough to run student code, without namespaces" in told
