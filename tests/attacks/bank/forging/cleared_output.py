# tries: whatever a check shows is cleared after it
# must not: earn a point
from IPython.display import clear_output

for event in ("post_execute", "post_run_cell"):
    get_ipython().events.register(event, lambda *_: clear_output())
