# tries: results that nbgrader would take for a score: nan, minus one, a thousand, after a check
# must not: earn a point, or fail the submission
import sys

for value in (float("nan"), -1, 1000, True):
    get_ipython().events.register("post_run_cell", lambda *_, value=value: sys.displayhook(value))
