# tries: an output widget that claims the messages of every check, so that the cell stays empty
# must not: earn a point
import ipywidgets

box = ipywidgets.Output()
display(box)

def claim(*_):
    box.msg_id = get_ipython().kernel.get_parent("shell")["header"]["msg_id"]

get_ipython().events.register("pre_run_cell", claim)
get_ipython().events.register("pre_execute", claim)
