# tries: the kernel says that it is idle when it is not, and busy when it is not
# must not: earn a point, or hang
kernel = get_ipython().kernel

def say(state):
    for _ in range(3):
        content = {"execution_state": state}
        kernel.session.send(kernel.iopub_socket, "status", content, parent=kernel.get_parent("shell"))

for event in ("pre_run_cell", "pre_execute"):
    get_ipython().events.register(event, lambda *_: say("idle"))
get_ipython().events.register("post_run_cell", lambda *_: say("busy"))
