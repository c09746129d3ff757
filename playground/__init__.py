"""What the notebooks of this course import: pictures, widgets, predictions, models and data.

A lesson says `from playground import coin, predict` and then calls each by one plain line. The code
that *is* the lesson stays in the notebook; what only draws or asks lives here, one module per thing.

What needs torch or the digits of MNIST is loaded when it is first named, so that a lesson without them
opens at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from playground.accumulation import accumulation
from playground.batch_board import batch_board
from playground.better_by_accident import better_by_accident
from playground.bricks import bricks
from playground.coin import coin
from playground.confusion import confusion
from playground.cross_entropy_bars import cross_entropy_bars
from playground.digit_images import show_digits
from playground.drawing_pad import drawing_pad
from playground.dropout_draws import dropout_draws
from playground.error_meters import error_meters
from playground.first_layer import first_layer
from playground.gradient_arrows import gradient_arrows
from playground.gradient_fan import gradient_fan
from playground.huffman import huffman
from playground.learning_rate_edge import learning_rate_edge
from playground.ledger import ledger
from playground.letters import letters
from playground.log_of_softmax import log_of_softmax
from playground.logit_terms import logit_terms
from playground.mode_table import mode_table
from playground.one_weight import one_weight
from playground.predict import predict
from playground.questions import questions
from playground.recap import recap
from playground.running_mean import running_mean
from playground.saddle import saddle
from playground.score_game import score_game
from playground.softmax_overflow import softmax_overflow
from playground.softmax_sliders import softmax_sliders
from playground.softmax_twice import softmax_twice
from playground.train_marks import train_marks
from playground.training_board import training_board

if TYPE_CHECKING:
    from playground.mnist import digits, loader, test_loader, train_loader
    from playground.models import BaseClassifier

__all__ = [
    "BaseClassifier",
    "accumulation",
    "batch_board",
    "better_by_accident",
    "bricks",
    "coin",
    "confusion",
    "cross_entropy_bars",
    "digits",
    "drawing_pad",
    "dropout_draws",
    "error_meters",
    "first_layer",
    "gradient_arrows",
    "gradient_fan",
    "huffman",
    "learning_rate_edge",
    "ledger",
    "letters",
    "loader",
    "log_of_softmax",
    "logit_terms",
    "mode_table",
    "one_weight",
    "predict",
    "questions",
    "recap",
    "running_mean",
    "saddle",
    "score_game",
    "show_digits",
    "softmax_overflow",
    "softmax_sliders",
    "softmax_twice",
    "test_loader",
    "train_loader",
    "train_marks",
    "training_board",
]

_NEEDS_TORCH = {
    "BaseClassifier": "models",
    "digits": "mnist",
    "loader": "mnist",
    "test_loader": "mnist",
    "train_loader": "mnist",
}


def __getattr__(name: str) -> Any:
    if name in _NEEDS_TORCH:
        return getattr(import_module(f"playground.{_NEEDS_TORCH[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
