# tries: outputs nested deeper than those can follow who look through them, and rich enough in brackets to fill a memory
# must not: leave the submission without a grade
# functions: right
# earns: 11
from IPython.display import display

for deep in (60, 200, 300, 400, 500, 600, 700, 800, 900):
    for tree in ([], {}):
        for _ in range(deep):
            tree = [tree] if isinstance(tree, list) else {"a": tree}
        for bundle, told in (({"application/json": tree}, {}), ({"text/plain": "x"}, {"told": tree})):
            try:
                display(bundle, raw=True, metadata=told)
            except RecursionError:
                print("nested too deep to be sent")
