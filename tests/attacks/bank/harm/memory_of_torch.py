# tries: a function that asks for one tensor larger than any memory
# must not: cost more than its own check
# functions: right
# earns: 9
# %% error_sum
def error_sum(t, o):
    return torch.ones(1 << 40)
