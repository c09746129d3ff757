# tries: every function returns a mock that can do everything
# must not: earn a point
from unittest.mock import MagicMock
# %% error_sum
error_sum = MagicMock()
# %% entropy
entropy = MagicMock(return_value=MagicMock(spec=float))
# %% train_step
train_step = MagicMock(side_effect=lambda *_: MagicMock())
