# tries: the judges are imported and asked for the right answers
# must not: earn a point
import importlib

truth = {}
for name in ("errors_and_softmax", "entropy", "zero_grad", "numbers", "training"):
    try:
        module = importlib.import_module(f"autograder.judges.{name}")
    except Exception as error:
        print(type(error).__name__)
        continue
    truth[name] = module
print(sorted(truth))
# %% entropy
def entropy(p, base=2):
    found = getattr(truth["entropy"], "_entropy", None) or getattr(truth["entropy"], "entropy")
    return found(p, base)
