"""What the notebooks of this course import: pictures, widgets, predictions, models and data.

A lesson says `from playground import coin, predict` and then calls each by one plain line. The code
that *is* the lesson stays in the notebook; what only draws or asks lives here, one module per thing.
"""

from playground.predict import predict
from playground.recap import recap

__all__ = ["predict", "recap"]
