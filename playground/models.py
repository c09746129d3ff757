"""The models the lessons train.

`BaseClassifier` is the lecture's: a layer that looks for features in the image, and one that turns
features into a logit for each class. It ends in logits and has no softmax, because
`nn.CrossEntropyLoss` takes logits.
"""

from torch import Tensor, nn


class BaseClassifier(nn.Module):
    """Logits `(b, out_dim)` from flat inputs `(b, in_dim)`, through one layer of `feature_dim` ReLU units.

    784-256-10 has (784 + 1) * 256 + (256 + 1) * 10 = 203 530 parameters.
    """

    def __init__(self, in_dim: int, feature_dim: int, out_dim: int) -> None:
        super().__init__()
        self.features = nn.Linear(in_dim, feature_dim)
        self.classes = nn.Linear(feature_dim, out_dim)

    def forward(self, x: Tensor) -> Tensor:
        """Logits `(b, out_dim)` for inputs `(b, in_dim)`."""
        return self.classes(self.features(x).relu())
