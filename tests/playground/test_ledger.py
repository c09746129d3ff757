from xml.etree import ElementTree

import pytest
import torch
from torch import nn, optim

from playground.ledger import BACKWARD, LOSS, PASSES, PLACES, STEP, ZERO, Ledger, ledger, picture, readout
from playground.predict import predict


def by_pytorch(state: Ledger) -> tuple[float, float | None, list[float | None]]:
    """The weight, .grad, and what each step used, from the same lines run on a real model and a real optimizer."""
    model = nn.Linear(1, 1, bias=False).double()
    nn.init.constant_(model.weight, 2.0)
    weight = model.weight
    if state.old is not None:
        weight.grad = torch.tensor([[state.old]], dtype=torch.float64)
    optimizer = optim.SGD([weight], lr=state.lr)
    three = torch.tensor([[3.0]], dtype=torch.float64)
    loss, used = torch.tensor(0.0), []
    for done in range(state.done):
        at = state.lines[done % len(state.lines)]
        if at == LOSS:
            loss = nn.MSELoss()(model(three), three)
        elif at == BACKWARD:
            loss.backward()
        elif at == STEP:
            used.append(0.0 if weight.grad is None else weight.grad.item())
            optimizer.step()
        elif at == ZERO:
            optimizer.zero_grad()
    return weight.item(), None if weight.grad is None else weight.grad.item(), used


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("lr", [0, 0.01, 0.05])
@pytest.mark.parametrize("old", [None, 5.0])
def test_weight_and_grad_after_each_line_are_those_of_pytorch(place, lr, old):
    for done in range(PASSES * 5):
        state = Ledger(place, lr, done, old)
        w, grad, rows = state.now
        real_w, real_grad, used = by_pytorch(state)
        assert w == pytest.approx(real_w, abs=1e-9)
        assert grad == (None if real_grad is None else pytest.approx(real_grad, abs=1e-9))
        assert [row.used for row in rows if row.used is not None] == pytest.approx(used, abs=1e-9)


def test_without_zero_grad_a_weight_that_stands_still_collects_18_36_54():
    assert [Ledger(done=4 * passes).now[1] for passes in (1, 2, 3)] == [18, 36, 54]


@pytest.mark.parametrize(
    ("place", "used"),
    [("first", [18, 18]), ("before backward", [18, 18]), ("before step", [0, 0]), ("after step", [23, 18])],
)
def test_a_dirty_start_spoils_only_the_first_step_and_only_after_step(place, used):
    assert [row.used for row in Ledger(place, 0, 10, 5).now[2]] == used


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("done", [0, 1, 7, 16])
def test_the_picture_is_one_svg_that_says_what_it_shows(place, done):
    state = Ledger(place, 0.05, done)
    root = ElementTree.fromstring(picture(state))
    assert root.get("aria-label") == readout(state)
    words = [word.text for word in root.iter("{http://www.w3.org/2000/svg}text")]
    assert words.count(ZERO) == (place != "nowhere")
    wrong = sum(row.used not in (None, row.own) for row in state.now[2])
    assert words.count("✗") == wrong + 1  # one says what the sign means


def test_buttons_run_lines_and_a_new_place_keeps_the_passes():
    buttons, shown = ledger().children
    place, lr, count, _, told = shown.children
    line, rest, back, again = buttons.children
    line.click()
    line.click()
    back.click()
    assert count.value == 1
    rest.click()
    rest.click()
    assert count.value == 8
    assert ".grad is 36" in told.value
    place.value = "after step"
    assert count.value == 10
    assert count.most == 20
    assert "used 18, 18. The gradients of their passes: 18, 18." in told.value
    lr.value = "0.01"
    assert "w is 1.6724" in told.value
    again.click()
    back.click()
    assert count.value == 0


def test_the_demonstration_stays_closed_until_the_prediction_is_made():
    guess = predict("Closed ledger?", ["yes", "no"], truth="yes", because="so it is asked")
    demo = ledger(after=guess)
    assert "<svg" not in demo.children[0].value
    guess.choose("no")
    assert "<svg" in demo.children[0].children[1].children[3].value
