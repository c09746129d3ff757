"""What the notebooks of this course import: pictures, widgets, predictions, models and data.

A lesson says `from playground.cross_entropy_bars import cross_entropy_bars
from playground.predict import predict
from playground.recap import recap
from playground.score_game import score_game

__all__ = ["BaseClassifier", "cross_entropy_bars", "digits", "loader", "predict", "recap", "score_game", "test_loader", "train_loader"]
