# tries: widgets whose state holds half characters, numbers that are none, and trees without an end
# must not: leave the submission without a grade
# functions: right
# earns: 11
import json

kernel = get_ipython().kernel
session, parent = kernel.session, kernel.get_parent("shell")
session.pack = lambda tree: json.dumps(tree, default=str).encode()  # with halves of characters, and with nan
deep = []
for _ in range(400):
    deep = [deep]
states = [{"a": "\ud800"}, {"\udc00": 1, "": None}, {"a": [float("nan"), 1e400]}, {"a": deep}]
try:
    for number, state in enumerate(states):
        for name in (f"widget-{number}", f"\ud800-{number}"):
            told = {"comm_id": name, "target_name": "jupyter.widget", "data": {"state": {"_model_name": "M", **state}}}
            session.send(kernel.iopub_socket, "comm_open", told, parent=parent, metadata={"version": "2.1.0"})
            told = {"comm_id": name, "data": {"method": "update", "state": state, "buffer_paths": [["a"], [5], []]}}
            session.send(kernel.iopub_socket, "comm_msg", told, parent=parent, buffers=[b"\xff"] * 3)
finally:
    del session.pack
