# tries: outputs that no notebook may hold
# must not: make the notebook unreadable
# functions: right
# earns: 11
from IPython.display import display

for data in ({"text/plain": 5}, {"": ""}, {"text/plain": None}, {"image/png": [[1]]}, {"text/html": "\ud83d"}, {"x" * 5000: "y"},
             {"application/json": {"a": [1e400, float("nan")]}}, {"text/plain": ["a", 5]}):
    display(data, raw=True, metadata={"": None, "a": "\udc00"})
print("\ud800\x00\x1b[31m", flush=True)
raise type("Odd\udcff\n", (Exception,), {"__str__": lambda self: "\ud800" * 10, "__repr__": lambda self: 5})()
