from xml.etree import ElementTree

import pytest
import torch

from playground.predict import predict
from playground.softmax_twice import Answer, picture, readout, softmax_twice

LEADS = [-6, -1.5, 0, 3, 12]


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("classes", [3, 10])
@pytest.mark.parametrize("twice", [False, True])
def test_loss_and_slope_agree_with_pytorch(lead, classes, twice):
    right = torch.tensor(float(lead), dtype=torch.float64, requires_grad=True)
    z = torch.cat([right.reshape(1), torch.zeros(classes - 1, dtype=torch.float64)])
    loss = torch.nn.functional.cross_entropy(z.softmax(0) if twice else z, torch.tensor(0))
    loss.backward()
    answer = Answer(lead, classes, twice)
    assert answer.loss == pytest.approx(loss.item(), abs=1e-12)
    assert answer.slope == pytest.approx(right.grad.item(), abs=1e-12)


@pytest.mark.parametrize(("classes", "floor"), [(10, 1.4612), (3, 0.5514)])
def test_floor_is_the_loss_of_a_perfect_answer_and_none_comes_below(classes, floor):
    perfect = torch.nn.functional.one_hot(torch.tensor(0), classes).double()
    by_torch = torch.nn.functional.cross_entropy(perfect, torch.tensor(0)).item()
    assert Answer(0, classes, True).floor == pytest.approx(by_torch, abs=1e-12)
    assert by_torch == pytest.approx(floor, abs=5e-5)
    assert all(Answer(lead, classes, True).loss >= by_torch for lead in LEADS)
    assert Answer(40, classes, True).loss == pytest.approx(by_torch, abs=1e-12)
    assert f"never fall below {floor:.4f}" in readout(Answer(0, classes, True))


def test_softmax_once_goes_below_that_floor():
    assert Answer(12).loss < 1e-4
    assert "as near to 0 as you like" in readout(Answer(12))


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("twice", [False, True])
def test_the_picture_is_one_svg_and_its_point_stays_inside(lead, twice):
    answer = Answer(lead, 10, twice)
    root = ElementTree.fromstring(picture(answer))
    assert root.get("aria-label") == readout(answer)
    for curve in root.iterfind("{*}polyline"):
        for pair in curve.get("points").split():
            x, y = map(float, pair.split(","))
            assert 50 <= x <= 560
            assert 35 <= y <= 250


def test_switch_size_and_slider_each_change_picture_and_words():
    way, size, lead, shown, told = softmax_twice().children
    for control, value in ((lead, 12), (way, "twice"), (size, "3 classes")):
        before = shown.value, told.value
        control.value = value
        assert shown.value != before[0]
        assert told.value != before[1]
    assert "loss 0.5515 nats" in told.value


def test_the_demonstration_stays_closed_until_the_prediction_is_made():
    guess = predict("Closed switch?", ["yes", "no"], truth="yes", because="so it is asked")
    demo = softmax_twice(after=guess)
    assert len(demo.children) == 1
    guess.choose("no")
    assert "<svg" in demo.children[0].children[3].value
