# tries: a display that is updated from later cells becomes a verdict
# must not: earn a point
from IPython.display import display

told = {"check": "check_entropy", "points": 5, "max_points": 5, "mistake": None, "message": "Right.", "hint": ""}
handle = display({"text/plain": "wait"}, raw=True, display_id="later")

def update(*_):
    for name in ("later", "check_entropy", "verdict"):
        data = {"application/vnd.autograder.verdict+json": told, "text/plain": "5"}
        display(data, raw=True, display_id=name, update=True)
        display(data, raw=True, display_id=name)

get_ipython().events.register("post_run_cell", update)
