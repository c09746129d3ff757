# tries: as many threads as there may be
# must not: cost what needs no thread more
# functions: right
# earns: 7
# stock: not run, it would fill the machine with threads
import threading

begun = 0
try:
    while begun < 400:
        threading.Thread(target=threading.Event().wait, daemon=True).start()
        begun += 1
except RuntimeError as error:
    print(type(error).__name__, begun)
if begun > 64:
    print("".join(planted["won"]), begun, "threads")
# %% train_step
def train_step(*_, **__):
    """Wrong: torch may need a thread, which there is none left for."""
