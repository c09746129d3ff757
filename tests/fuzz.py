"""Damaged evidence against the judges: no exception, no unearned point, no second of work.

Honest evidence of a right solution is damaged as a hostile kernel could, and read as the grader reads it: bytes ->
`plain.loads` -> `decide`. Damage that still passes must have left as it was all that the judge compares: where it
differs from the honest evidence, `compared` replaces that place by gross nonsense of the same kind; if that loses the
points, the place counts, and the pass was not earned.

    python -m tests.fuzz --inputs 100000      a table; 1 where something is wrong, with the seeds that show it
"""

from __future__ import annotations

import argparse
import base64
import contextlib
import functools
import importlib
import json
import random
import resource
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch

from autograder import ASSIGNMENTS, plain
from autograder.judges.decide import challenge_for, decide
from autograder.judges.finding import Check
from autograder.judges.mnist import beat_the_lecture
from autograder.probes import run
from tests.bank import ROOT

HEAVY_BYTES = 200_000  # evidence that takes a tenth of a second to judge gets fewer inputs
HEAVY_SHARE = 0.2
LONGEST_S = 1.0
LONGEST_TEXT = 4000  # characters of a message and its hint
MISSING = object()
STORY = ("events", "kind", "type")
"""What a run says of itself: that names a mistake, and earns nothing beside right numbers, so it may go or change."""
MANY_ANSWERS = {("check_blind_spot", "array"), ("check_minibatches", "order"), ("check_minibatches", "orders")}
"""Places where any answer that keeps the exercise's promise is as good as the honest one."""


def checks() -> list[Check]:
    """Every check of the course."""
    return [check for name in ASSIGNMENTS for check in importlib.import_module(f"autograder.judges.{name}").CHECKS]


@dataclass
class Honest:
    """A check, a challenge, and what a right solution's evidence looks like: as a tree, and as JSON."""

    check: Check
    challenge: Any
    tree: Any
    data: bytes

    @functools.cached_property
    def json(self) -> Any:
        return json.loads(self.data)

    def passes(self, tree: Any) -> bool:
        return decide(self.check, self.challenge, tree).passed


class OnlyTheFirst:
    """In the place of an epoch's training in a judge, which takes seconds: well done by the first settings alone."""

    def __init__(self) -> None:
        self.first: tuple[float, int] | None = None

    def __call__(self, lr: float, batch_size: int) -> float:
        self.first = self.first or (lr, batch_size)
        return float(self.first == (lr, batch_size))


@functools.cache
def honest(name: str) -> Honest:
    """The evidence of the bank's first right solution."""
    (check,) = [one for one in checks() if one.name == name]
    torch.set_num_threads(1)
    solution = min(ROOT.glob(f"*/{check.function}/right/*.py"))
    namespace: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(solution.read_text(), str(solution), "exec"), namespace)
    challenge = challenge_for(check, b"fuzz", "ada")
    with warnings.catch_warnings():
        warnings.resetwarnings()  # as in a fresh kernel
        warnings.simplefilter("ignore")
        data = plain.dumps(run.evidence_of(check.name, check.function, namespace, challenge))
    told = Honest(check, challenge, plain.loads(data), data)
    assert told.passes(told.tree), name
    return told


# Damage. Each takes the JSON tree of evidence (arrays are {"@array": ...}) or its bytes, and chance.


def array(values: Any, dtype: str, shape: list[int] | None = None) -> dict[str, Any]:
    made = np.asarray(values, dtype=dtype)
    text = base64.b64encode(made.tobytes()).decode()
    return {"@array": dtype, "shape": list(made.shape) if shape is None else shape, "data": text}


def nested(depth: int, inner: Any = None) -> Any:
    for level in range(depth):
        inner = [inner] if level % 2 else {"runs": inner}
    return inner


SMALL_JUNK: list[Callable[[random.Random], Any]] = [
    lambda chance: chance.choice([None, True, False, 0, 1, -1, 0.0, -0.0, 1e308, -1e308, 5e-324, 2**31, 2**63, 2**64]),
    lambda chance: chance.choice([10**400, -(10**4000), 1e-300, {"@float": "nan"}, {"@float": "inf"}]),
    lambda chance: chance.choice(["", "nan", "ok", "0", "\0", "\ud800", "<b>&", "%s{}", "\u202e", "x" * 5000]),
    lambda chance: chance.choice([[], {}, [[]], [None], {"": None}, {"runs": []}, {"outcome": "timeout"}]),
    lambda chance: chance.choice([{"@float": "1"}, {"@array": "object"}, {"@array": "float64", "shape": [-1]}]),
    lambda chance: nested(chance.choice([3, 13, 17, 200])),
    lambda chance: array(chance.choice([[], [0.0], [np.nan], [np.inf, -np.inf], [[1.0]], 5.0]), "float64"),
    lambda chance: array([chance.randrange(256) for _ in range(8)], chance.choice(["uint8", "int64", "bool"])),
    lambda chance: array([], "float32", chance.choice([[0, 2**24], [2**24, 0, 2**24], [0] * 8, [0] * 9])),
    lambda chance: array([1.0, 2.0], "float64", chance.choice([[2**40], [1.5], [True, 2], [-1, -2], [2, 1], ["2"]])),
    lambda chance: chance.uniform(-10, 10),
]
BIG_JUNK: list[Callable[[random.Random], Any]] = [
    lambda chance: [chance.choice([0, 0.5, None, "x", []])] * chance.choice([10_000, 300_000]),
    lambda chance: {str(number): number for number in range(50_000)},
    lambda chance: "9" * 2_000_000,
    lambda chance: array(np.zeros(chance.choice([(2**20,), (2**10, 2**10), (2**20, 1), (1, 2**20)])), "float64"),
    lambda chance: array(np.full(chance.choice([(11 * 2**20,), (2**20, 11), (1, 3300, 3300)]), 1), "int8"),
    lambda chance: array(np.full(2**20, np.nan), "float32"),
    lambda chance: [array(np.ones(2**17), "float64")] * 8,
]


def places(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path to every node; an array is one."""
    yield path
    inner = (
        tree.items()
        if isinstance(tree, dict) and "@array" not in tree
        else enumerate(tree)
        if isinstance(tree, list)
        else ()
    )
    for key, item in inner:
        yield from places(item, (*path, key))


def at(tree: Any, path: tuple[Any, ...]) -> Any:
    """What stands at a path, MISSING where nothing does."""
    for key in path:
        if not isinstance(tree, dict | list):
            return MISSING
        try:
            tree = tree[key]
        except (KeyError, IndexError, TypeError):
            return MISSING
    return tree


def put(tree: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The tree with another value at a path (MISSING: taken out), sharing all the rest."""
    if not path:
        return None if value is MISSING else value
    copy, key = tree.copy(), path[0]
    inner = value if len(path) == 1 else put(tree[key], path[1:], value)
    if inner is MISSING:
        del copy[key]
    else:
        copy[key] = inner
    return copy


def damaged(told: Honest, chance: random.Random, *, big: bool = False) -> bytes:
    """Evidence with one to three damages."""
    if chance.random() < 0.15:
        return _damaged_bytes(told.data, chance)
    tree, paths = told.json, _paths(told.check.name)[chance.random() < 0.75]
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        path = chance.choice(paths)
        if at(tree, path) is not MISSING:
            tree = _damaged_tree(tree, path, paths, chance)
    if big:
        path = chance.choice(paths)
        if at(tree, path) is not MISSING:
            tree = put(tree, path, chance.choice(BIG_JUNK)(chance))
    return json.dumps(tree).encode()


@functools.cache
def _paths(name: str) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """Every place, and those outside of stories, which are long."""
    every = list(places(honest(name).json))
    return every, [path for path in every if not {*path} & {*STORY}]


def _damaged_bytes(data: bytes, chance: random.Random) -> bytes:
    damage = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 8])):
        where = chance.randrange(len(damage))
        kind = chance.randrange(4)
        if kind == 0:
            damage[where] ^= 1 << chance.randrange(8)
        elif kind == 1:
            damage[where] = chance.choice(b'0123456789-e.,:"{}[]\\nt ')
        elif kind == 2:
            del damage[where : where + chance.choice([1, 1, 4, 400])]
        else:
            damage[where:where] = chance.choice([b"0", b"-", b"[", b'"', b"\xff", b"e99", b"NaN"])
        damage = damage or bytearray(b"{}")
    return bytes(damage)


def _damaged_tree(tree: Any, path: tuple[Any, ...], paths: list[tuple[Any, ...]], chance: random.Random) -> Any:
    value, kind = at(tree, path), chance.randrange(10)
    if isinstance(value, dict) and "@array" in value and kind < 8:
        with contextlib.suppress(ValueError, TypeError, KeyError):  # damaged already
            return put(tree, path, _damaged_array(value, chance))
    if kind == 0:
        return put(tree, path, MISSING)
    if kind == 1:  # what stands elsewhere
        other = at(tree, chance.choice(paths))
        return tree if other is MISSING else put(tree, path, other)
    if kind == 2 and isinstance(value, list) and value:
        return put(tree, path, chance.choice([value * 2, value[::-1], value[1:], [*value, value[0]], value[:1]]))
    if kind == 3 and isinstance(value, dict) and value:
        key = chance.choice(list(value))
        return put(tree, path, {("x" if name == key else name): item for name, item in value.items()})
    if kind <= 5 and isinstance(value, int | float) and abs(value) < 1e300:
        return put(tree, path, chance.choice([-value, value + 1, value * 2, value * 1.05 + 0.01, str(value), [value]]))
    return put(tree, path, chance.choice(SMALL_JUNK)(chance))


def _damaged_array(value: dict[str, Any], chance: random.Random) -> Any:
    values = np.frombuffer(base64.b64decode(value["data"]), value["@array"]).reshape(value["shape"]).copy()
    kind = chance.randrange(8)
    if kind == 0:
        return {**value, "@array": chance.choice(plain.DTYPES)}
    if kind == 1:
        shape = chance.choice([[values.size], [1, *values.shape], [*values.shape, 1], [*values.shape[::-1]], [-1], []])
        return {**value, "shape": shape}
    if kind == 2:
        return chance.choice([values.tolist(), value["data"], value["shape"], array([], value["@array"])])
    if values.size == 0 or kind == 3:
        return array(np.full(chance.choice([1, values.size, values.size + 1]), 0.5), "float64")
    flat, where = values.reshape(-1), chance.randrange(values.size)
    with np.errstate(all="ignore"):
        if kind == 4 and values.dtype.kind == "f":
            flat[where] = chance.choice([np.nan, np.inf, -np.inf, 1e38, 0.0])
        elif kind == 5:
            values[...] = np.roll(flat, 1).reshape(values.shape)
        elif kind == 6:
            flat.view(np.uint8)[chance.randrange(values.nbytes)] ^= 1 << chance.randrange(8)
        else:
            flat[:] = flat[::-1] if chance.random() < 0.5 else np.zeros(values.size)
    return array(values, value["@array"])


# Whether a pass was earned.


def differences(one: Any, other: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths at which two trees differ by more than a judge's tolerance could hide."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in one:
            if key not in STORY:
                yield from differences(one[key], other.get(key, MISSING), (*path, key))
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, (left, right) in enumerate(zip(one, other, strict=True)):
            yield from differences(left, right, (*path, number))
    elif not _close(one, other):
        yield path


def _close(one: Any, other: Any) -> bool:
    if one is False or one is None or (isinstance(one, list | str | dict) and not one):
        nothing = other.size <= 1 and not other.any() if isinstance(other, np.ndarray) else not other
        return other is MISSING or bool(nothing)  # nothing is nothing, as Python takes it
    numeric = (bool, int, float, list, np.ndarray)
    if isinstance(one, numeric) and isinstance(other, numeric):
        try:
            left, right = np.asarray(one, np.float64), np.asarray(other, np.float64)
        except (ValueError, TypeError, OverflowError):
            return False
        with np.errstate(all="ignore"):
            alike = left.shape == right.shape or left.size == right.size == 1  # a number in a box is that number
            return alike and np.allclose(left.ravel(), right.ravel(), rtol=1e-3, atol=1e-5, equal_nan=True)
    return type(one) is type(other) and one == other


@functools.cache
def compared(name: str, path: tuple[Any, ...], reshaped: bool) -> bool:
    """Whether the judge looks at this place of a run: gross nonsense of its own kind there loses the points.

    `reshaped` asks for a look at an array's shape; else at its numbers, which alone differ.
    """
    told = honest(name)
    (first, *_) = told.tree["runs"]
    tried = _nonsense(at(first, path), reshaped)
    return not all(told.passes({"runs": [put(first, path, nonsense)]}) for nonsense in tried)


def _nonsense(value: Any, reshaped: bool) -> list[Any]:
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int | float):
        return [-12345.678, float("nan")]
    if isinstance(value, np.ndarray):
        numbers = [np.full(value.shape, -12345.678), np.full(value.shape, np.nan)]
        return [*numbers, np.zeros(0)] if reshaped else numbers
    if isinstance(value, str):
        return ["nonsense"]
    return [[], ["nonsense"]] if isinstance(value, list) else [{}] if isinstance(value, dict) else ["nonsense", 0.5]


def unearned(told: Honest, tree: Any) -> list[tuple[Any, ...]]:
    """The places that count and differ in every run of evidence that passed; empty for an earned pass."""
    (first, *_) = told.tree["runs"]
    found = [
        [
            path
            for path in differences(first, one)
            if (told.check.name, path[-1]) not in MANY_ANSWERS
            and compared(told.check.name, path, _shape(at(first, path)) != _shape(at(one, path)))
        ]
        for one in tree["runs"]
        if told.passes({"runs": [one]})
    ]
    return min(found, key=len)


def _shape(value: Any) -> tuple[int, ...] | None:
    return value.shape if isinstance(value, np.ndarray) else None


@dataclass
class Tally:
    """What a check's inputs came to."""

    inputs: int = 0
    malformed: int = 0
    lost: int = 0
    passed: int = 0
    slowest_s: float = 0.0
    slowest_seed: int = 0
    wrong: list[str] = field(default_factory=list)


def feed(name: str, seed: int, tally: Tally, *, big: bool = False) -> None:
    """One damaged piece of evidence, read and judged; what is wrong goes into the tally."""
    told, tally.inputs = honest(name), tally.inputs + 1
    data = damaged(told, random.Random(seed), big=big)
    began = time.process_time()
    try:
        tree = plain.loads(data)
        verdict = decide(told.check, told.challenge, tree)
        json.dumps(verdict.bundle(), allow_nan=False, ensure_ascii=False).encode()
    except plain.Malformed:
        tally.malformed += 1
        return
    except Exception as error:
        tally.wrong.append(f"{name} seed {seed}: {type(error).__name__}: {error}"[:300])
        return
    finally:
        took = time.process_time() - began
        if took > tally.slowest_s:
            tally.slowest_s, tally.slowest_seed = took, seed
    if len(verdict.message) + len(verdict.hint) > LONGEST_TEXT:
        tally.wrong.append(f"{name} seed {seed}: a verdict of {len(verdict.message)} characters")
    if not verdict.passed:
        tally.lost += 1
        return
    tally.passed += 1
    if places_that_count := unearned(told, tree):
        tally.wrong.append(f"{name} seed {seed}: passed, though it differs at {places_that_count[:3]}")


def main() -> int:
    """Prints the table; 1 where something is wrong."""
    parser = argparse.ArgumentParser(description="Damaged evidence against all judges.")
    parser.add_argument("--inputs", type=int, default=10_000, help="over all checks together")
    parser.add_argument("--check", help="only this one")
    parser.add_argument("--seed", type=int, default=0, help="of the first input; the next one's is one more")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    beat_the_lecture.accuracy_after_one_epoch = OnlyTheFirst()
    names = [options.check] if options.check else [check.name for check in checks()]
    shares = {name: HEAVY_SHARE if len(honest(name).data) > HEAVY_BYTES else 1.0 for name in names}
    held_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'check':32}{'inputs':>9}{'malformed':>11}{'no points':>11}{'harmless':>10}{'slowest s':>11}", flush=True)
    bad: list[str] = []
    for name in names:
        tally = Tally()
        for number in range(-int(-options.inputs * shares[name] // sum(shares.values()))):
            seed = options.seed + number
            feed(name, seed, tally, big=seed % 100 == 99)
        bad += tally.wrong
        if tally.slowest_s > LONGEST_S:
            bad.append(f"{name} seed {tally.slowest_seed}: {tally.slowest_s:.1f} s")
        counts = f"{tally.inputs:>9}{tally.malformed:>11}{tally.lost:>11}{tally.passed:>10}"
        print(f"{name:32}{counts}{tally.slowest_s:>11.2f}", flush=True)
    grown_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - held_mib
    print(f"memory at its most {grown_mib:.0f} MiB more than before")
    print("\n".join(bad))
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
