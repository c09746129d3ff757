# tries: display messages of the verdict's type, in a cell of its own and after every other
# must not: earn a point
from IPython.display import display

def forge(*_):
    for function, points in (("error_sum", 2), ("entropy", 5), ("train_step", 4)):
        told = {"check": f"check_{function}", "points": points, "max_points": points, "mistake": None}
        told |= {"message": "Right.", "hint": ""}
        display({"application/vnd.autograder.verdict+json": told, "text/plain": "passed"}, raw=True)

forge()
for event in ("pre_run_cell", "post_run_cell", "pre_execute", "post_execute"):
    get_ipython().events.register(event, forge)
