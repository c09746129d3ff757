# loses check_surprisal: sign.flipped | log.natural
import numpy as np

def surprisal(p):
    return np.log(np.array(p))
