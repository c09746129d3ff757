from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

np.seterr(all="raise")


class LogSoftmax:
    AXIS: Final = -1

    def __call__(self, z: ArrayLike) -> NDArray[np.float64]:
        z = np.array(z, dtype=np.float64)
        shifted = z - np.max(z, axis=self.AXIS, keepdims=True)
        with np.errstate(under="ignore"):
            denominator = np.sum(np.exp(shifted), axis=self.AXIS, keepdims=True)
        return shifted - np.log(denominator)


log_softmax = LogSoftmax()
