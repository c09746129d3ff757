from xml.etree import ElementTree

import pytest
import torch

from playground.accumulation import WAYS, Pieces, accumulation, picture, readout
from playground.predict import predict


@pytest.mark.parametrize("last", [1, 2, 3, 4])
@pytest.mark.parametrize("way", WAYS)
def test_pieces_are_what_backward_leaves_in_grad(way, last):
    state = Pieces(way, last)
    parts = [torch.tensor(some, dtype=torch.float64) for some in state.minibatches]
    n = sum(map(len, parts))

    def grad(losses):
        w = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
        for loss in losses(w):
            loss.backward()
        assert w.grad is not None
        return w.grad.item()

    factor = {"add up": lambda _: 1, "divide each by 4": lambda _: 0.25, "weigh by size": lambda part: len(part) / n}[
        way
    ]
    assert sum(state.pieces) == pytest.approx(grad(lambda w: (factor(part) * (w * part).mean() for part in parts)))
    assert state.wanted == pytest.approx(grad(lambda w: [(w * torch.cat(parts)).mean()]))


def test_only_shares_fit_an_uneven_last_minibatch():
    fits = {(way, last): "The same." in readout(Pieces(way, last)) for way in WAYS for last in (1, 2, 3, 4)}
    assert {key for key, same in fits.items() if same} == {
        ("divide each by 4", 4),
        *(("weigh by size", last) for last in (1, 2, 3, 4)),
    }


@pytest.mark.parametrize("last", [1, 4])
@pytest.mark.parametrize("way", WAYS)
def test_the_picture_is_one_svg_with_a_piece_for_each_minibatch(way, last):
    root = ElementTree.fromstring(picture(Pieces(way, last)))
    assert root.get("aria-label") == readout(Pieces(way, last))
    bars = list(root.iterfind("{*}rect"))
    assert len(bars) == 4
    assert all(float(bar.get("x")) + float(bar.get("width")) <= 620 for bar in bars)


def test_way_and_size_each_change_picture_and_words_once_it_is_open():
    guess = predict("Closed pieces?", ["yes", "no"], truth="yes", because="so it is asked")
    demo = accumulation(after=guess)
    guess.choose("no")
    way, last, shown, told = demo.children[0].children
    for control, value in ((last, 2), (way, "weigh by size")):
        before = shown.value, told.value
        control.value = value
        assert shown.value != before[0]
        assert told.value != before[1]
