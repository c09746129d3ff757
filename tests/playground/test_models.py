"""The lecture's model has the lecture's size and computes what its picture says."""

import torch

from playground.models import BaseClassifier


def test_the_lectures_model_has_203530_parameters():
    model = BaseClassifier(784, 256, 10)
    assert sum(p.numel() for p in model.parameters()) == 203_530


def test_the_logits_are_two_layers_with_a_relu_between():
    torch.manual_seed(0)
    model, x = BaseClassifier(5, 4, 3), torch.randn(2, 5)
    w, b, v, c = (p.detach().numpy() for p in model.parameters())
    hidden = (x.numpy() @ w.T + b).clip(min=0)
    torch.testing.assert_close(model(x).detach(), torch.tensor(hidden @ v.T + c))


def test_train_and_eval_mode_give_the_same_logits():
    model, x = BaseClassifier(5, 4, 3), torch.randn(2, 5)
    assert torch.equal(model.train()(x), model.eval()(x))
