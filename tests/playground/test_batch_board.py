"""The board gives the lesson's numbers, trains batch sizes in turn, and can be stopped anywhere."""

import asyncio
from dataclasses import replace
from xml.etree import ElementTree

import pytest
import torch
from torch import nn, optim

from playground.batch_board import EXAMPLES, SERIES, BatchBoard, batch_board
from playground.faces import face
from playground.mnist import digits
from playground.models import BaseClassifier
from playground.predict import predict
from playground.training import Run
from playground.training_board import TrainingBoard
from playground.training_picture import readout

TOLD = {(0.1, 16): 0.934, (0.1, 64): 0.901, (0.1, 256): 0.863, (0.1, 1024): 0.730, (0.4, 256): 0.900}
STEPS = {16: 1500, 64: 376, 256: 94, 1024: 24}


async def until(condition):
    while not condition():
        await asyncio.sleep(0)


def played_out(press):
    """Presses, and lets the board train until it stops by itself."""

    async def scenario():
        press()
        await until(lambda: not press.__self__.playing)
        return [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]

    return asyncio.run(scenario())


@pytest.fixture(scope="module")
def finished():
    """The board after both of its buttons: five runs."""
    made = BatchBoard()
    assert played_out(made.series) == []
    assert made._larger.disabled is False
    assert played_out(made.larger) == []
    return made


def quick(batch_size=EXAMPLES, goal=1):
    made = BatchBoard()
    made.batch_size.value, made.goal.value = batch_size, goal
    made.reset()
    return made


def test_its_five_runs_are_the_lessons_numbers(finished):
    for curve in finished._view().curves:
        last = curve.accuracies[-1]
        assert last.value == pytest.approx(TOLD[curve.lrs[0], curve.batch_size], abs=0.02)
        assert (last.steps, last.epochs) == (STEPS[curve.batch_size], 2)
    names = [curve.name for curve in finished._view().curves]
    assert names == ["lr 0.4, batch 256", *(f"lr 0.1, batch {size}" for size in SERIES)]


def test_equal_epochs_are_less_the_larger_the_batch_and_a_larger_lr_makes_up_for_it(finished):
    larger, *series = (curve.accuracies[-1].value for curve in finished._view().curves)
    assert series == sorted(series, reverse=True)
    assert larger == pytest.approx(series[1], abs=0.02)


def test_a_plain_loop_over_the_same_digits_gives_the_same_accuracy(finished):
    images, labels = digits()
    with torch.random.fork_rng():
        torch.manual_seed(0)
        classifier = BaseClassifier(784, 256, 10)
        optimizer = optim.SGD(classifier.parameters(), lr=0.1)
        for _ in range(2):
            for batch in torch.randperm(12_000).split(1024):
                optimizer.zero_grad()
                nn.functional.cross_entropy(classifier(images[batch].flatten(1)), labels[batch]).backward()
                optimizer.step()
    images, labels = digits(train=False)
    right = classifier(images.flatten(1)).argmax(1) == labels
    assert finished._view().curves[-1].accuracies[-1].value == right.sum().item() / 10_000


def test_the_axis_sets_equal_epochs_apart_in_steps(finished):
    ends = {}
    for axis in ("epochs", "steps"):
        finished.axis.value = axis
        root = ElementTree.fromstring(finished._picture.value)
        curves = list(root.iter("{http://www.w3.org/2000/svg}polyline"))[5:]  # the second panel, test accuracy
        ends[axis] = [float(curve.get("points").split()[-1].split(",")[0]) for curve in curves]
    assert len(set(ends["epochs"])) == 1
    assert len(set(ends["steps"])) == 4  # both runs of 256 end together
    for words in ("1500 steps · 2 epochs", "24 steps · 2 epochs", "lr 0.1, batch 1024", "lr 0.4, batch 256"):
        assert words in finished._picture.value


def test_where_no_pin_is_left_no_further_run_is_offered(finished):
    assert finished._larger.disabled
    assert "Unpin all makes room" in finished._readout.value
    finished.reset()
    assert not finished._larger.disabled


def test_epochs_of_some_digits_show_each_of_them_once():
    run = Run(batch_size=500, examples=1200)
    run.step(), run.step(), run.step()
    assert (run.images, run.epochs, len(run.curve().epoch_losses)) == (1200, 1, 1)


def test_nothing_trains_before_play():
    made = BatchBoard()
    assert not made.playing
    assert "Ready: lr 0.1, batch 64." in made._readout.value
    assert "91.1" not in made._picture.value  # the lecture's model saw all 60 000


def test_pause_holds_a_series_and_play_goes_on_with_it():
    async def scenario():
        made.series()
        await until(lambda: made.run.steps > 0)
        made.pause()
        steps = made.run.steps
        await asyncio.sleep(0)
        assert (made.run.steps, made.run.batch_size) == (steps, 512)
        assert "Then batch size 1024, 2048." in made._readout.value
        made.play()
        await until(lambda: not made.playing)

    made = quick()
    made.in_turn = (512, 1024, 2048)
    made.lr.value = 0.05
    asyncio.run(scenario())
    assert [(c.lrs, c.batch_size, c.losses[-1].steps) for c in made._pins] == [((0.05,), 512, 24), ((0.05,), 1024, 12)]
    assert (made.run.batch_size, made.run.steps) == (2048, 6)


def test_a_paused_series_that_has_reached_its_epochs_still_goes_on():
    made = quick()
    made._waiting = [2048]
    made.step()
    assert made._is_done()
    assert not made._play.disabled
    played_out(made.play)
    assert made.run.steps == 6
    assert made._play.disabled


def test_still_face_shows_the_whole_series():
    made = quick()
    made.in_turn = (1024, 2048, EXAMPLES)
    still = face(made.widget)
    steps = [(curve.batch_size, curve.losses[-1].steps) for curve in made._view().curves]
    assert steps == [(EXAMPLES, 1), (1024, 12), (2048, 6)]
    assert made._picture.value in still


def test_reset_ends_a_series():
    async def scenario():
        made.series()
        await until(lambda: made.run.steps > 0)
        made.reset()
        await asyncio.sleep(0)
        assert len(asyncio.all_tasks()) == 1

    made = BatchBoard()
    asyncio.run(scenario())
    assert not made.playing
    assert (made._waiting, made._pins, made.run.steps) == ([], [], 0)


def test_a_new_lr_reaches_the_run_while_it_trains():
    async def scenario():
        made.play()
        await until(lambda: made.run.steps > 0)
        made.lr.value = 0.8
        await until(lambda: not made.playing)

    made = quick(batch_size=128)
    asyncio.run(scenario())
    assert made.run.curve().lrs == (0.1, 0.8)


@pytest.mark.parametrize("again", [batch_board, TrainingBoard])
def test_running_a_board_cell_again_stops_the_one_before_and_leaves_no_task(again):
    async def scenario():
        made.series()
        await until(lambda: made.run.steps > 0)
        again()
        assert not made.playing
        await asyncio.sleep(0)
        assert len(asyncio.all_tasks()) == 1

    made = BatchBoard()
    asyncio.run(scenario())


def test_the_time_left_counts_twelve_thousand_images_to_an_epoch():
    made = quick(goal=2)
    made.step()
    assert "6 000 images per second, 2 s left." in readout(replace(made._view(), images_per_second=6000.0))


def test_the_board_stays_closed_until_the_prediction_is_made():
    guess = predict("Which batch size wins?", ["16", "1024"], truth="16", because="measured")
    shown = batch_board(after=guess)
    assert "Closed until" in shown.children[0].value
    guess.choose("1024")
    assert len(shown.children[0].children) > 1


def test_no_picture_of_a_series_says_done_before_its_end():
    told = []
    made = quick()
    made.in_turn = (1024, 2048, EXAMPLES)
    made._readout.observe(lambda change: told.append(change.new), "value")
    played_out(made.series)
    ends = [k for k, words in enumerate(told) if "Done" in words]
    assert ends
    assert all("of 1, step 1." in words for words in told[ends[0] :])


def test_no_picture_of_a_series_draws_a_run_twice():
    shown = []
    made = quick()
    made.in_turn = (1024, 2048, EXAMPLES)
    made._picture.observe(lambda change: shown.append(change.new), "value")
    played_out(made.series)
    for size in (1024, 2048, EXAMPLES):
        assert all(drawn.count(f"lr 0.1, batch {size}</text>") <= 1 for drawn in shown)
