"""A run is the lecture's loop, one minibatch at a time, and its curve says truly what happened."""

from math import isfinite
from statistics import fmean

import pytest
import torch
from torch import nn, optim

from playground.mnist import digits, train_loader
from playground.models import BaseClassifier
from playground.training import EARLY_TESTS, Run


def weights(run):
    return torch.cat([p.detach().flatten() for p in run.classifier.parameters()])


def finish_epoch(run):
    run.step()
    while run.epochs % 1:
        run.step()
    return run


def test_the_first_epoch_has_the_lectures_loss_of_2_2152():
    run = finish_epoch(Run(lr=1e-3, batch_size=64, seed=0))
    assert run.steps == 938
    assert run.curve().epoch_losses[0].value == pytest.approx(2.2152, abs=0.005)
    assert run.test() == pytest.approx(0.649, abs=0.02)


def test_its_steps_are_those_of_the_lectures_loop_with_the_same_seed():
    torch.manual_seed(3)
    classifier, loss_fn, losses = BaseClassifier(784, 256, 10), nn.CrossEntropyLoss(), []
    optimizer = optim.SGD(classifier.parameters(), lr=0.1)
    for (data, target), _ in zip(train_loader, range(4), strict=False):
        computed_loss = loss_fn(classifier(data.flatten(start_dim=1)), target)
        computed_loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        losses.append(computed_loss.item())
    run = Run(lr=0.1, seed=3)
    assert [run.step() for _ in range(4)] == losses
    assert torch.equal(weights(run), torch.cat([p.detach().flatten() for p in classifier.parameters()]))


def test_a_run_neither_disturbs_nor_feels_other_randomness():
    undisturbed, run = Run(), Run()
    expected = [undisturbed.step() for _ in range(3)]
    torch.manual_seed(99)
    before = torch.get_rng_state()
    got = [run.step()]
    assert torch.equal(torch.get_rng_state(), before)
    torch.rand(5)
    got += [run.step(), run.step()]
    assert got == expected


def test_a_new_lr_acts_in_the_very_next_step():
    slow, fast = Run(lr=0.1), Run(lr=0.1)
    slow.step(), fast.step()
    start = weights(slow)
    fast.lr = 0.2
    slow.step(), fast.step()
    torch.testing.assert_close(weights(fast) - start, 2 * (weights(slow) - start), rtol=1e-3, atol=1e-7)
    assert fast.curve().lrs == (0.1, 0.2)


def test_a_new_batch_size_acts_in_the_next_epoch():
    run = Run(batch_size=4096)
    run.step()
    run.batch_size = 2048
    finish_epoch(run)
    assert (run.steps, run.epochs, run.curve().batch_size) == (15, 1, 4096)
    run.step()
    assert (run.images, run.curve().batch_size) == (62_048, 2048)


def test_the_epoch_loss_is_the_mean_over_minibatches_before_each_update():
    run = Run(lr=0.1, batch_size=4096)
    losses = [run.step() for _ in range(15)]
    assert run.curve().epoch_losses[0].value == pytest.approx(fmean(losses))


def test_the_first_steps_are_points_of_their_own():
    run = Run()
    losses = [run.step() for _ in range(5)]
    assert [(p.steps, p.value) for p in run.curve().losses] == list(enumerate(losses, 1))


def test_every_step_is_in_exactly_one_point():
    run = Run(batch_size=512, lr=0.1)
    losses = [run.step() for _ in range(70)]
    start = 0
    for point in run.curve().losses:
        assert point.value == pytest.approx(fmean(losses[start : point.steps]))
        start = point.steps
    assert start == 70


def test_accuracy_is_the_share_of_test_images_answered_right():
    run = Run(lr=0.1)
    for _ in range(50):
        run.step()
    images, labels = digits(train=False)
    logits = run.classifier(images.flatten(start_dim=1)).detach().numpy()
    assert run.test() == (logits.argmax(axis=1) == labels.numpy()).mean()


def test_accuracy_is_due_early_in_the_first_epoch_and_then_once_an_epoch():
    run, places = Run(batch_size=1024), []
    run.test()
    while run.epochs < 2:
        run.step()
        if run.test_is_due():
            run.test()
            places.append(run.epochs)
    assert len(places) == len(EARLY_TESTS) + 2
    assert all(wanted <= place < wanted + 0.02 for wanted, place in zip((*EARLY_TESTS, 1, 2), places, strict=True))


def test_a_second_test_at_the_same_step_adds_no_point():
    run = Run()
    assert run.test() == run.test()
    assert len(run.curve().accuracies) == 1


def test_a_curve_does_not_change_when_the_run_goes_on():
    run = Run()
    run.step()
    before = run.curve()
    run.step()
    assert len(before.losses) == 1
    assert before != run.curve()


def test_a_run_with_an_absurd_lr_goes_on_counting():
    run = Run(lr=1e12)
    losses = [run.step() for _ in range(4)]
    assert not all(isfinite(loss) for loss in losses)
    assert run.curve().losses[-1].steps == 4


@pytest.mark.parametrize(
    ("lrs", "name"),
    [
        ([0.001], "lr 0.001, batch 64"),
        ([0.001, 0.1], "lr 0.001 → 0.1, batch 64"),
        ([1, 2, 0.5, 0.2], "lr 1 → … → 0.2, batch 64"),
    ],
)
def test_a_curve_is_named_by_its_learning_rates_and_batch_size(lrs, name):
    run = Run()
    for lr in lrs:
        run.lr = lr
        run.step()
    assert run.curve().name == name
