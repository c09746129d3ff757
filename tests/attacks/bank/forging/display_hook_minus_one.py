# tries: sys.displayhook(-1) after every cell, a result that nbgrader takes for all points
# must not: earn a point
import sys

def hook(*_):
    sys.displayhook(-1)

get_ipython().events.register("post_run_cell", hook)
get_ipython().events.register("post_execute", hook)
get_ipython().showtraceback = lambda *_, **__: sys.displayhook(-1)
