"""The terms that students add up where H(p, q) or KL(p || q) is asked, right and wrong ones, by name.

Terms are functions of p and q that give two arrays with one entry per outcome: the part that a
logarithm made, in nats, and the part that has no unit. 0 log 0 is 0 and p log 0 is infinite,
as the contract has it.
"""

from __future__ import annotations

import numpy as np

from autograder.judges.cross_entropy.recipes import (
    TAKEN_AS_EXPONENT,
    TAKEN_AS_IT_IS,
    Quantity,
    Terms,
    named,
)
from autograder.judges.numbers.faults import Fault
from autograder.plain import Array

LN2 = float(np.log(2))


def surprise(p: Array, q: Array) -> Array:
    """The terms -p_i ln q_i, 0 where p_i = 0."""
    with np.errstate(divide="ignore"):
        return -p * np.log(np.where(p == 0, 1, q))


def _logs(terms: Array) -> tuple[Array, Array]:
    return terms, np.zeros_like(terms)


def _plain(terms: Array) -> tuple[Array, Array]:
    return np.zeros_like(terms), terms


def _once(number: float, like: Array) -> Array:
    """A number that is no sum of terms, as the first of terms that are otherwise 0."""
    return np.where(np.arange(like.size) == 0, number, 0.0)


def _log_softmax(q: Array) -> Array:
    return q - np.log(np.exp(q).sum())


def _softmax(q: Array) -> Array:
    return np.exp(_log_softmax(q))


def _divergence(p: Array, q: Array) -> Array:
    return surprise(p, q) - surprise(p, p)


def _cross(p: Array, q: Array) -> tuple[Array, Array]:
    return _logs(surprise(p, q))


def _kl(p: Array, q: Array) -> tuple[Array, Array]:
    return _logs(_divergence(p, q))


def _jensen_shannon(p: Array, q: Array) -> Array:
    middle = (p + q) / 2
    return (_divergence(p, middle) + _divergence(q, middle)) / 2


# Faults of both

_ORDER = "Which of the two is the truth, and whose surprise is averaged?"
_SOFTMAX = named(
    "softmax.twice",
    "a softmax was applied to the probabilities.",
    "q is a distribution already: what does the library's loss take its input for?",
)
_WHERE = "Is the logarithm taken of each probability, or of something made from them?"
_LOG_MISSING = named(
    "log.missing", "no logarithm was taken.", "How surprising is it when something with probability 1 happens?"
)
_ONE_LOG_MISSING = named(
    "log.missing",
    "of p the logarithm was taken, of q it was not.",
    "Of which numbers does the formula take a logarithm, and does the library take both?",
)


def _without_log(what: str) -> Fault:
    return named("log.missing", f"that is made of {what}.", "Which function of q turns a probability into a surprise?")


_SQUARES, _DISTANCES = _without_log("(p - q)^2"), _without_log("|p - q|")
_MISPLACED = named("log.misplaced", "the logarithm was taken, but not of each number by itself.", _WHERE)
_ONE_HOT = named(
    "one_hot.assumed",
    "only the likeliest outcome of p was counted.",
    "What do the other outcomes add when p is not one-hot?",
)
_P_UNUSED = named(
    "argument.ignored",
    "how probable p makes an outcome made no difference.",
    "How often does each outcome come, and where does the formula say so?",
)
_SIZE_ALONE = named(
    "argument.ignored",
    "only the number of outcomes counts there; the probabilities made no difference.",
    "Is a sure answer as surprising as a guess among as many outcomes?",
)
_BINARY = named(
    "cross_entropy.binary",
    "the outcomes that did not come were counted as well, with 1 - p and 1 - q.",
    "How many terms has the formula for each outcome?",
)

_BOTH: tuple[tuple[Fault, Terms], ...] = (
    (_SOFTMAX, lambda p, q: _logs(-p * _log_softmax(q))),
    (_SOFTMAX, lambda p, q: _logs(-q * _log_softmax(p))),
    (_SOFTMAX, lambda p, q: _logs(-_softmax(p) * _log_softmax(q))),
    (_SOFTMAX, lambda p, q: _logs(-_softmax(p) * np.log(q))),
    (_SOFTMAX, lambda p, q: _logs(_once(-_log_softmax(q)[np.argmax(p)], p))),
    (_LOG_MISSING, lambda p, q: _plain(-p * q)),
    (_SQUARES, lambda p, q: _plain((p - q) ** 2)),
    (_DISTANCES, lambda p, q: _plain(np.abs(p - q))),
    (_LOG_MISSING, lambda p, q: _plain(p / q)),
    (_LOG_MISSING, lambda p, q: _plain(_once(-q[np.argmax(p)], p))),
    (_MISPLACED, lambda p, q: _logs(_once(-np.log(np.sum(p * q)), p))),
    (_MISPLACED, lambda p, q: _logs(-np.log(p * q))),
    (_MISPLACED, lambda p, q: _plain(p * np.log(p) / np.log(q))),
    (_MISPLACED, lambda p, q: _plain(-p * LN2 / np.log(q))),
    (_MISPLACED, lambda p, q: _plain(-p * np.log2(p) * np.log2(q))),
    (_ONE_HOT, lambda p, q: _logs(_once(-np.log(q[np.argmax(p)]), p))),
    (_P_UNUSED, lambda p, q: _logs(-np.log(q))),
    (_SIZE_ALONE, lambda p, q: _logs(_once(np.log(p.size), p))),
    (_BINARY, lambda p, q: _logs(-p * np.log(q) - (1 - p) * np.log(1 - q))),
)


# H(p, q)


def _reads(alone: str, other: str) -> Fault:
    return named(
        "argument.ignored",
        f"H({alone}) was computed, in which {other} has no part.",
        f"Where does the formula read {other}?",
    )


_CROSS_FAULTS: tuple[tuple[Fault, Terms], ...] = (
    (
        named("arguments.swapped", "H(q, p) was computed instead of H(p, q).", _ORDER),
        lambda p, q: _cross(q, p),
    ),
    (_reads("p", "q"), lambda p, q: _cross(p, p)),
    (_reads("q", "p"), lambda p, q: _cross(q, q)),
    (
        named(
            "kl.cross_entropy",
            "KL(p || q) was computed instead of H(p, q).",
            "What does even the best answer cost when the truth is uncertain, and is it counted?",
        ),
        _kl,
    ),
    (
        named("arguments.swapped", "KL(q || p) was computed instead of H(p, q).", _ORDER),
        lambda p, q: _kl(q, p),
    ),
    (
        named(
            "kl.cross_entropy",
            "H(p, q) + H(p) was computed.",
            "Whose surprise is asked for, and how often is it counted?",
        ),
        lambda p, q: _logs(surprise(p, q) + surprise(p, p)),
    ),
    *_BOTH,
)

CROSS_ENTROPY = Quantity(lambda w, p, q: surprise(w, q), _CROSS_FAULTS, TAKEN_AS_IT_IS)

# 2 ** H(p, q)

_WHICH_MEAN = "Of what does a perplexity take the mean: of q, of 1 / q, or of the surprises?"
_INVERSE_OF_MEAN = named("log.misplaced", "that is 1 / sum(p * q): the mean of q itself was taken.", _WHICH_MEAN)
_MEAN_OF_INVERSES = named("exp.misplaced", "that is the sum of p / q: the mean of 1 / q itself was taken.", _WHICH_MEAN)
_SUM_OF_POWERS = named(
    "exp.misplaced",
    "each term was raised to a power of its own before they were added.",
    "Is 2 to the power of a sum the sum of the powers?",
)

PERPLEXITY = Quantity(
    lambda w, p, q: surprise(w, q),
    (
        (_INVERSE_OF_MEAN, lambda p, q: _logs(_once(-np.log(np.sum(p * q)), p))),
        (_MEAN_OF_INVERSES, lambda p, q: _logs(_once(np.log(np.sum(p / q)), p))),
        *_CROSS_FAULTS,
        (_SUM_OF_POWERS, lambda p, q: _plain(_once(np.log2(np.exp2(surprise(p, q) / LN2).sum()), p))),
    ),
    TAKEN_AS_EXPONENT,
)

# KL(p || q)

_NO_KL = "What does even the best answer, q = p, cost, and what should KL be there?"
_DIFFERENCE = named("kl.entropy_difference", "that compares H(p) and H(q) only.", _NO_KL)
_UNWEIGHTED = named(
    "weight.missing",
    "each logarithm counts the same there, however probable its outcome is.",
    "How often does each outcome come, and where does the formula say so?",
)
_SYMMETRIC = named(
    "kl.symmetric", "p and q were treated alike.", "May KL(p || q) change when the truth and the answer change places?"
)
_MIXED = named(
    "log.natural",
    "one of two logarithms is natural and the other has base 2.",
    "In which unit is each of the two numbers that are subtracted?",
)

_KL_FAULTS: tuple[tuple[Fault, Terms], ...] = (
    (
        named("arguments.swapped", "KL(q || p) was computed instead of KL(p || q).", _ORDER),
        lambda p, q: _kl(q, p),
    ),
    (named("kl.cross_entropy", "that is H(p, q), all of it.", _NO_KL), _cross),
    (named("kl.cross_entropy", "that is H(p).", _NO_KL), lambda p, q: _cross(p, p)),
    (
        named("arguments.swapped", "H(q, p) was computed instead of KL(p || q).", _ORDER),
        lambda p, q: _cross(q, p),
    ),
    (_reads("q", "p"), lambda p, q: _cross(q, q)),
    (
        named(
            "arguments.swapped", "that is H(p, q) - H(q).", "Whose entropy can nobody avoid, that of p or that of q?"
        ),
        lambda p, q: _logs(surprise(p, q) - surprise(q, q)),
    ),
    (
        named("arguments.swapped", "that is H(q, p) - H(p).", _ORDER),
        lambda p, q: _logs(surprise(q, p) - surprise(p, p)),
    ),
    (
        named("sign.flipped", "H(p, q) + H(p) was computed.", "Is H(p) a part of H(p, q), or does it come on top?"),
        lambda p, q: _logs(surprise(p, q) + surprise(p, p)),
    ),
    (
        _DIFFERENCE,
        lambda p, q: _logs(surprise(q, q) - surprise(p, p)),
    ),
    (_DIFFERENCE, lambda p, q: _logs(surprise(p, p) - surprise(q, q))),
    (_DIFFERENCE, lambda p, q: _logs(_once(np.abs((surprise(q, q) - surprise(p, p)).sum()), p))),
    (_MIXED, lambda p, q: _plain(surprise(p, q) / LN2 - surprise(p, p))),
    (_MIXED, lambda p, q: _plain(surprise(p, q) - surprise(p, p) / LN2)),
    (_SYMMETRIC, lambda p, q: _logs(_divergence(p, q) + _divergence(q, p))),
    (_SYMMETRIC, lambda p, q: _logs((_divergence(p, q) + _divergence(q, p)) / 2)),
    (_SYMMETRIC, lambda p, q: _logs(_jensen_shannon(p, q))),
    (_SYMMETRIC, lambda p, q: _plain(_once(np.sqrt(_jensen_shannon(p, q).sum()), p))),
    (_SYMMETRIC, lambda p, q: _plain(_once(np.sqrt(_jensen_shannon(p, q).sum() / LN2), p))),
    (_UNWEIGHTED, lambda p, q: _logs(np.log(p / q))),
    (_SOFTMAX, lambda p, q: _logs(-surprise(p, p) - p * _log_softmax(q))),
    (_SOFTMAX, lambda p, q: _logs(-surprise(q, q) - q * _log_softmax(p))),
    (_SOFTMAX, lambda p, q: _logs(_divergence(_softmax(p), _softmax(q)))),
    (_MISPLACED, lambda p, q: _logs(_once(np.log(np.sum(p * p / q)), p))),
    (_LOG_MISSING, lambda p, q: _plain(p * p / q)),
    (_LOG_MISSING, lambda p, q: _plain(p * (p - q))),
    (_ONE_LOG_MISSING, lambda p, q: (p * np.log(p), -p * q)),
    (
        named("log.missing", "of q the logarithm was taken, of p it was not.", _WHERE),
        lambda p, q: (q * np.log(q), -p * q),
    ),
    *_BOTH,
)

KL_DIVERGENCE = Quantity(lambda w, p, q: surprise(w, q) - surprise(w, p), _KL_FAULTS, TAKEN_AS_IT_IS)
