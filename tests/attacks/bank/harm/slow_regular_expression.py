# tries: a search that takes a thousand years, in C, that looks for interrupts now and then
# must not: cost more than its own check
# functions: right
# earns: 9
# %% error_sum
def error_sum(t, o):
    import re
    return re.match(r"(a+)+$", "a" * 60 + "b")
