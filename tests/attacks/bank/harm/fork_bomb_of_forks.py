# tries: processes that fork processes that fork processes, and never wait
# must not: outlive its kernel, or cost what needs no process more
# functions: right
# earns: 7
# stock: not run, it would fill the machine with processes
import os, time

assert os.getpid() == 1, "only in a world of its own"
end = time.monotonic() + 1.5
while time.monotonic() < end:
    try:
        os.fork()
    except OSError:
        time.sleep(0.01)
if os.getpid() != 1:
    time.sleep(100)
    os._exit(0)
# %% train_step
def train_step(*_, **__):
    """Wrong: torch may need a thread, which there is none left for."""
