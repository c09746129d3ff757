"""The board trains only when asked to, shares the kernel while it does, and stops at once."""

import asyncio

import pytest

from playground.faces import face
from playground.predict import predict
from playground.training_board import TrainingBoard, training_board


def board(batch_size=4096, goal=1):
    made = TrainingBoard()
    made.batch_size.value, made.goal.value = batch_size, goal
    made.reset()
    return made


async def until(condition):
    while not condition():
        await asyncio.sleep(0)


def test_nothing_is_trained_before_play():
    made = board()
    assert not made.playing
    assert made.run.steps == 0
    assert "Ready: lr 0.001, batch 4096." in made._readout.value


def test_play_trains_to_the_goal_and_stops_by_itself():
    async def scenario():
        made.play()
        assert made.playing
        await until(lambda: not made.playing)

    made = board()
    asyncio.run(scenario())
    assert (made.run.epochs, made.run.steps) == (1, 15)
    assert "Done: pin this run" in made._readout.value
    assert made._play.disabled
    made.lr.value = 0.1
    assert "Reset, and Play trains with lr 0.1, batch size 4096." in made._readout.value


def test_other_work_gets_its_turn_while_it_trains():
    async def scenario():
        made.play()
        await until(lambda: made.run.steps > 0)
        turns.append(made.run.epochs)
        await until(lambda: not made.playing)

    made, turns = board(batch_size=256), []
    asyncio.run(scenario())
    assert turns[0] < 1


def test_pause_stops_before_the_next_step_and_measures_there():
    async def scenario():
        made.play()
        await until(lambda: made.run.steps > 0)
        made.pause()
        steps = made.run.steps
        await asyncio.sleep(0)
        assert made.run.steps == steps

    made = board(batch_size=256, goal=40)
    asyncio.run(scenario())
    assert not made.playing
    assert made.run.curve().accuracies[-1].steps == made.run.steps
    assert made._play.description == "Play"


def test_play_goes_on_where_pause_stopped():
    async def scenario():
        made.play()
        await until(lambda: made.run.steps > 0)
        made.pause()
        made.play()
        await until(lambda: not made.playing)

    made = board(batch_size=512)
    asyncio.run(scenario())
    assert made.run.steps == 118


def test_a_new_lr_reaches_the_run_while_it_trains():
    async def scenario():
        made.play()
        await until(lambda: made.run.steps > 0)
        made.lr.value = 0.1
        await until(lambda: not made.playing)

    made = board(batch_size=256)
    asyncio.run(scenario())
    assert made.run.curve().lrs == (0.001, 0.1)


def test_reset_while_it_trains_leaves_a_fresh_run_that_stands_still():
    async def scenario():
        made.play()
        await until(lambda: made.run.steps > 0)
        made.reset()
        await asyncio.sleep(0)

    made = board(batch_size=256)
    asyncio.run(scenario())
    assert not made.playing
    assert made.run.steps == 0


def test_step_makes_one_update():
    made = board()
    made.step()
    made.step()
    assert made.run.steps == 2
    assert "step 2." in made._readout.value


def test_pins_stay_when_the_next_run_starts_and_go_when_unpinned():
    made = board()
    made.step()
    made.lr.value = 0.1
    made.pin()
    assert made.run.steps == 0
    assert "pinned 1" in made._picture.value
    assert "lr 0.1, batch 4096" in made._picture.value
    made.unpin()
    assert "pinned 1" not in made._picture.value


def test_there_is_room_for_four_pins():
    made = board()
    for _ in range(4):
        made.step()
        made.pin()
    made.step()
    assert made._pin.disabled


def test_where_no_pin_is_left_it_says_what_makes_room():
    made = board()
    for _ in range(4):
        made.step()
        made.pin()
    made._train_to_the_end()
    assert "Unpin all makes room" in made._readout.value
    made.unpin()
    assert "Unpin all" not in made._readout.value


def test_still_face_shows_two_finished_runs():
    made = board()
    still = face(made.widget)
    assert not made.playing
    assert [(curve.lrs, curve.losses[-1].steps) for curve in made._view().curves] == [((0.1,), 15), ((0.001,), 15)]
    assert made._picture.value in still
    assert made._readout.value in still
    assert "Done.<" in still  # and no word of buttons, which it does not have


def test_a_new_board_stops_the_old_one():
    async def scenario():
        old.play()
        await until(lambda: old.run.steps > 0)
        training_board()
        assert not old.playing

    old = board(batch_size=256, goal=40)
    asyncio.run(scenario())


def test_the_lectures_button_sets_the_lectures_run_and_starts_it():
    async def scenario():
        made.lecture()
        assert made.playing
        await until(lambda: made.run.steps > 0)
        made.pause()

    made = board()
    asyncio.run(scenario())
    assert (made.run.lr, made.run.batch_size, made.goal.value) == (0.001, 64, 40)


def test_the_board_stays_closed_until_the_prediction_is_made():
    guess = predict("How far does lr 0.1 get in one epoch?", truth=93, unit="%", because="measured")
    shown = training_board(after=guess)
    assert "Closed until" in shown.children[0].value
    guess.choose(50)
    assert len(shown.children[0].children) > 1


@pytest.mark.parametrize(("axis", "unit"), [("steps", "bits"), ("seconds", "nats")])
def test_axis_and_unit_change_the_picture_at_once(axis, unit):
    made = board()
    made.step()
    before = made._picture.value
    made.axis.value, made.unit.value = axis, unit
    assert made._picture.value != before
    assert f"training loss in {unit}" in made._picture.value
