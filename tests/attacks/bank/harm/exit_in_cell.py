# tries: os._exit, abort and quit in one cell after the other
# must not: cost more than those cells
# functions: right
# earns: 11
# event: died
import os
os._exit(0)
# %% end
os.abort()
