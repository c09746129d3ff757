"""The judge of the returned losses: whole trials, from what a student writes into the list to what the check says."""

from typing import Any

import numpy as np
import pytest
from torch.nn import functional as F

from autograder.judges import mnist
from autograder.judges.decide import decide, find_check
from autograder.plain import dumps, loads
from autograder.probes.mnist import probe_train


def writing(entry: Any, whole: Any = list) -> Any:
    """A `train` whose updates are right and whose history is `whole` of one `entry(epoch, losses)` for each epoch."""

    def train(classifier, optimizer, train_loader, loss_fn, epochs):
        classifier.train()
        history = []
        for epoch in range(epochs):
            losses = []
            for data, target in train_loader:
                optimizer.zero_grad()
                loss = loss_fn(classifier(data.flatten(1)), target)
                loss.backward()
                optimizer.step()
                losses.append(loss.item())
            history.append(entry(epoch, losses))
        return whole(history)

    return train


def mean(epoch: int, losses: list[float]) -> float:
    return sum(losses) / len(losses)


def told(function: Any, seed: int = 0, epochs: tuple[int, int] = (3, 2)) -> Any:
    """The verdict on the history, on the challenge of a seed with so many epochs in its first two problems."""
    challenge = mnist.train_challenge(np.random.default_rng(seed))
    for problem, n in zip(challenge["problems"], epochs, strict=False):
        problem["epochs"] = n
    evidence = loads(dumps(probe_train(function, challenge)))
    return decide(find_check("check_train_history"), challenge, {"runs": [evidence]})


def course(seed: int, problem: int) -> Any:
    """The losses of the right training, `(epochs, minibatches)`."""
    twin = mnist.Trial(mnist.train_challenge(np.random.default_rng(seed))["problems"][problem], {}, {}).twin
    return np.array(twin.right.losses).reshape(-1, len(twin.batches))


@pytest.mark.parametrize("pick", [min, max, np.median], ids=["smallest", "largest", "median"])
def test_one_of_the_losses_is_not_taken_for_the_first_or_the_last_where_it_falls_together_with_it(pick):
    falls = [
        seed
        for seed in range(40)
        for at in (0, -1)
        if any(all(pick(v) == v[at] for v in course(seed, problem)) for problem in (0, 1))
    ]
    for seed in falls[:4]:
        assert told(writing(lambda epoch, losses: pick(losses)), seed).mistake == "unexplained"


@pytest.mark.parametrize(("at", "name"), [(0, "history.first_batch"), (-1, "history.last_batch")])
def test_the_first_and_the_last_loss_are_named(at, name):
    for seed in range(4):
        assert told(writing(lambda epoch, losses: losses[at]), seed).mistake == name


def test_a_history_without_its_first_epoch_is_not_the_last_epochs_loss_alone():
    for epochs in ((2, 3), (3, 2)):
        verdict = told(writing(mean, lambda history: history[1:]), 0, epochs)
        assert verdict.mistake == "returns.shape"
        assert "first different in epoch 1" in verdict.message
    assert told(writing(mean, lambda history: history[-1:])).mistake == "loop.overwritten"


def test_a_rule_that_holds_in_one_problem_only_is_not_named():
    def ends_otherwise(losses):
        return sum(losses) if len(losses) == 5 else mean(0, losses) + 1

    assert told(writing(lambda epoch, losses: ends_otherwise(losses))).mistake == "unexplained"
    assert told(writing(lambda epoch, losses: sum(losses))).mistake == "history.sum"


def test_the_first_epoch_that_differs_is_counted_by_the_mean_that_the_history_keeps_to():
    sizes = {5: [6, 6, 6, 6, 2], 4: [7, 7, 7, 3]}

    def weighted(epoch, losses):
        of = sizes.get(len(losses), [1] * len(losses))
        return sum(x * n for x, n in zip(losses, of, strict=True)) / sum(of) + 0.5 * (epoch == 1)

    assert "first different in epoch 2" in told(writing(weighted)).message


@pytest.mark.parametrize(
    ("entry", "mistake", "words"),
    [
        (lambda epoch, losses: f"{mean(epoch, losses):.4f}", "returns.type", "the first entry is a str"),
        (lambda epoch, losses: None, "returns.type", "the first entry is None"),
        (lambda epoch, losses: int(mean(epoch, losses)), "rounded", "no digit after the point"),
        (lambda epoch, losses: round(mean(epoch, losses)), "rounded", "no digit after the point"),
        (lambda epoch, losses: round(mean(epoch, losses), 1), "rounded", "rounded to 1 digit after the point"),
        (lambda epoch, losses: losses, "history.per_batch", "entries that hold the losses of all minibatches"),
        (lambda epoch, losses: (epoch, mean(epoch, losses)), "returns.shape", "entries holds 2 numbers"),
        (lambda epoch, losses: sum(losses[:-1]) / len(losses), "batch.dropped", "last minibatch is left out"),
        (lambda epoch, losses: sum(losses) / (len(losses) - 1), "history.divisor", "one less than there are"),
    ],
)
def test_the_message_says_what_the_entries_are(entry, mistake, words):
    verdict = told(writing(entry))
    assert (verdict.mistake, words in verdict.message) == (mistake, True), verdict
    assert not any(word in verdict.hint for word in ("two loops", "append"))


def test_entries_that_still_carry_their_graph_are_right_apart_from_it():
    def train(classifier, optimizer, train_loader, loss_fn, epochs):
        classifier.train()
        history = []
        for _ in range(epochs):
            losses = []
            for data, target in train_loader:
                optimizer.zero_grad()
                losses.append(loss_fn(classifier(data.flatten(1)), target))
                losses[-1].backward()
                optimizer.step()
            history.append(sum(losses) / len(losses))
        return history

    assert told(train).mistake == "loss.detached_history"


def test_a_history_of_another_loss_than_the_passed_one_is_named():
    def train(classifier, optimizer, train_loader, loss_fn, epochs):
        classifier.train()
        history = []
        for _ in range(epochs):
            total = 0.0
            for data, target in train_loader:
                optimizer.zero_grad()
                logits = classifier(data.flatten(1))
                loss_fn(logits, target).backward()
                optimizer.step()
                total += F.cross_entropy(logits, target).item()
            history.append(total / len(train_loader))
        return history

    assert told(train).mistake == "loss.other_function"


@pytest.mark.parametrize("over", [lambda loader: len(loader.dataset), lambda loader: loader.batch_size])
def test_two_faults_of_one_sum_are_both_told(over):
    def train(classifier, optimizer, train_loader, loss_fn, epochs):
        classifier.train()
        history = []
        for _ in range(epochs):
            total = 0.0
            for data, target in train_loader:
                optimizer.zero_grad()
                loss_fn(classifier(data.flatten(1)), target).backward()
                optimizer.step()
                total += loss_fn(classifier(data.flatten(1)), target).item()
            history.append(total / over(train_loader))
        return history

    verdict = told(train)
    assert verdict.mistake == "history.after_step"
    assert "their sum was divided by" in verdict.message
