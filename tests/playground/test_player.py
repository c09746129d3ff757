"""A player counts steps by button, by slider and in time, and leaves nothing behind."""

import asyncio

import pytest

from playground.player import Player


def buttons(player):
    play, step, again, count = player.children
    return play, step, again, count


async def until(condition):
    while not condition():
        await asyncio.sleep(0)


def test_step_and_slider_and_start_again_move_the_count_within_its_bounds():
    player = Player(3)
    play, step, again, count = buttons(player)
    step.click()
    assert (player.value, count.value) == (1, 1)
    count.value = 3
    assert player.value == 3
    assert play.disabled
    assert step.disabled
    again.click()
    assert (player.value, count.value) == (0, 0)
    assert not play.disabled


def test_start_again_draws_anew_where_something_was_played():
    drawn = []
    player = Player(3, restart=lambda: drawn.append(player.value))
    player.again()
    assert drawn == []
    player.step()
    player.again()
    assert (drawn, player.value) == ([1], 0)


def test_play_goes_on_to_the_end_and_leaves_no_task():
    async def scenario():
        buttons(player)[0].click()
        assert player.playing
        assert buttons(player)[0].description == "Pause"
        await until(lambda: not player.playing)
        assert len(asyncio.all_tasks()) == 1

    player = Player(5, pace_s=0)
    asyncio.run(scenario())
    assert player.value == 5
    assert buttons(player)[0].description == "Play"


def test_an_earlier_end_takes_the_count_back_and_a_later_one_lets_it_go_on():
    player = Player(100)
    play, step, again, count = buttons(player)
    count.value = 50
    player.end_at(7)
    assert (player.value, count.value, count.most) == (7, 7, 7)
    assert (play.disabled, step.disabled, again.disabled) == (True, True, False)
    player.end_at(8)
    step.click()
    assert player.value == 8


def test_play_stops_at_an_end_that_came_while_it_played():
    async def scenario():
        player.play()
        await until(lambda: player.value > 2)
        player.end_at(7)
        await until(lambda: not player.playing)

    player = Player(100, pace_s=0)
    asyncio.run(scenario())
    assert player.value == 7


@pytest.mark.parametrize("act", ["pause", "step", "again", "play another", "make another"])
def test_whatever_stops_it_ends_its_task_at_once(act):
    async def scenario():
        player.play()
        await until(lambda: player.value > 2)
        if act == "play another":
            other.play()
            other.pause()
        elif act == "make another":
            Player(3)
        else:
            getattr(player, act)()
        assert not player.playing
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert len(asyncio.all_tasks()) == 1

    other, player = Player(1000, pace_s=0), Player(1000, pace_s=0)
    asyncio.run(scenario())


def test_nothing_plays_by_itself():
    assert not Player(3).playing
