# tries: as many processes as there may be
# must not: have more than 64 processes, or cost what needs no process more
# functions: right
# earns: 7
# stock: not run, it would fill the machine with processes
import os, time

born = 0
try:
    while born < 400:
        if os.fork() == 0:
            time.sleep(100)
            os._exit(0)
        born += 1
except OSError as error:
    print(type(error).__name__, born)
if born > 64:
    print("".join(planted["won"]), born, "processes")
# %% train_step
def train_step(*_, **__):
    """Wrong: torch may need a thread, which there is none left for."""
