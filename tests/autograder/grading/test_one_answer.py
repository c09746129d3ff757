"""Checks that ask the same of a function share its answer, and an answer is good until another cell has run."""

from autograder.judges.decide import checks_of
from tests.autograder.grading.notebooks import check, run

CHECKS = [one.name for one in checks_of("train")]
TRAIN = """
calls = 0
def train(classifier, optimizer, train_loader, loss_fn, epochs):
    global calls
    calls += 1
    classifier.train()
    history = []
    for _ in range(epochs):
        total = images = 0
        for x, y in train_loader:
            optimizer.zero_grad()
            loss = loss_fn(classifier(x.flatten(1)), y)
            loss.backward()
            optimizer.step()
            total, images = total + loss.item() * len(y), images + len(y)
        history.append(total / images)
    return history
"""
NEVER = TRAIN.replace("optimizer.zero_grad()", "pass")
SHOW = "print(calls)"


def test_four_aspects_of_train_are_judged_on_one_answer_of_three_problems() -> None:
    done = run(TRAIN, *map(check, CHECKS), SHOW, assignment="08_mnist")
    assert [done.verdict(name)["mistake"] for name in CHECKS] == [None] * 4
    assert done.cells[-1].outputs[0].text == "3\n"


def test_a_function_that_is_mended_between_two_checks_is_asked_again() -> None:
    first, second = CHECKS[1], CHECKS[2]
    done = run(NEVER, check(first), TRAIN, check(second), SHOW, assignment="08_mnist")
    assert done.verdict(first)["mistake"] == "zero_grad.never"
    assert done.verdict(second)["mistake"] is None
    assert done.cells[-1].outputs[0].text == "3\n"


def test_a_function_that_is_spoiled_between_two_checks_does_not_live_on_its_earlier_answer() -> None:
    zeroing, again = CHECKS[1], CHECKS[0]
    done = run(TRAIN, check(again), NEVER, check(zeroing), assignment="08_mnist")
    assert done.verdict(again)["mistake"] is None
    assert done.verdict(zeroing)["mistake"] == "zero_grad.never"


def test_an_empty_cell_between_two_checks_changes_nothing() -> None:
    done = run(TRAIN, check(CHECKS[0]), "   ", check(CHECKS[1]), SHOW, assignment="08_mnist")
    assert done.cells[-1].outputs[0].text == "3\n"
