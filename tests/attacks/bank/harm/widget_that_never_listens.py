# tries: an output widget that makes the grader answer thousands of times, and a kernel that does not hear it
# must not: cost more than that cell, or keep the grader waiting for ever
# functions: right
# earns: 11
# event: timeout
import os, socket, time
import ipywidgets
from IPython.display import clear_output

kernel = get_ipython().kernel
box = ipywidgets.Output()
display(box)
box.msg_id = kernel.get_parent("shell")["header"]["msg_id"]
nowhere = os.open("/dev/null", os.O_RDWR)
for descriptor in range(3, 256):
    try:
        with socket.socket(fileno=os.dup(descriptor)) as one:
            if str(one.getsockname()).endswith(f"-{kernel.parent.shell_port}"):
                os.dup2(nowhere, descriptor)
    except OSError:
        pass
for _ in range(5000):
    clear_output()
while True:
    try:
        time.sleep(60)
    except KeyboardInterrupt:
        pass
