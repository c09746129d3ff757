# tries: isinstance, abs, len, all and callable say what is wanted
# must not: earn a point
import builtins

builtins.all = builtins.any = builtins.callable = lambda *_: True
builtins.abs = builtins.sum = lambda *_: 0
builtins.AssertionError = type("AssertionError", (), {"__init__": lambda self, *_: None})
