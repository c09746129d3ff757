from xml.etree import ElementTree

import pytest
import torch

from playground.predict import predict
from playground.running_mean import SPREAD, Chase, picture, readout, running_mean


def test_batch_of_1_2_3_4_moves_the_mean_as_by_hand():
    chase = Chase().fed(3)
    assert chase.means == pytest.approx([0, 0.25, 0.475, 0.6775])
    assert "running mean 0.6775, running variance 1.1807" in readout(chase)


@pytest.mark.parametrize("momentum", [0, 0.1, 0.35, 1])
def test_averages_and_output_agree_with_pytorch(momentum):
    norm = torch.nn.BatchNorm1d(1, momentum=momentum, affine=False).double()
    chase = Chase(momentum=momentum)
    for mean, training in [(2.5, True), (-2, True), (6, False), (6, True), (0, False), (1, True)]:
        batch = torch.tensor([[mean + d] for d in SPREAD], dtype=torch.float64)
        chase = Chase(chase.came, mean, momentum, training)
        norm.train(training)
        expected = chase.out
        assert norm(batch).flatten().tolist() == pytest.approx(expected, abs=1e-9)
        chase = chase.fed(1)
        assert chase.means[-1] == pytest.approx(norm.running_mean.item(), abs=1e-9)
        assert chase.var == pytest.approx(norm.running_var.item(), abs=1e-9)


@pytest.mark.parametrize("momentum", [0, 0.1, 1])
@pytest.mark.parametrize("times", [0, 1, 30, 90])
@pytest.mark.parametrize("mean", [-2, 6])
def test_the_picture_is_one_svg_and_its_line_stays_inside(momentum, times, mean):
    chase = Chase(Chase().fed(times).came, mean, momentum, mean > 0).fed(4)
    root = ElementTree.fromstring(picture(chase))
    assert root.get("aria-label") == readout(chase)
    (curve,) = root.iterfind("{*}polyline")
    for pair in curve.get("points").split():
        x, y = map(float, pair.split(","))
        assert 50 <= x <= 500
        assert 35 <= y <= 250


def test_buttons_sliders_and_mode_each_change_the_words():
    buttons, mode, momentum, batch, _, told = running_mean().children
    one, ten, start = buttons.children
    one.click()
    assert "After 1 batch: running mean 0.2500" in told.value
    ten.click()
    assert "After 11 batches" in told.value
    momentum.value = 1
    assert "running mean 2.5000" in told.value
    mode.value = "eval"
    batch.value = 6
    one.click()
    assert "After 12 batches: running mean 2.5000" in told.value
    start.click()
    assert "After 0 batches: running mean 0.0000" in told.value


def test_the_demonstration_stays_closed_until_the_prediction_is_made():
    guess = predict("Closed chase?", ["yes", "no"], truth="yes", because="so it is asked")
    demo = running_mean(after=guess)
    assert len(demo.children) == 1
    guess.choose("no")
    assert "<svg" in demo.children[0].children[4].value
