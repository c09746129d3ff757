# tries: the secret from which challenges are drawn is searched in the kernel's memory, to know them beforehand
# must not: earn a point, or find the secret
import gc

found = []
for one in gc.get_objects():
    if type(one) in (dict, list, tuple):
        values = one.values() if type(one) is dict else one
        found += [value for value in list(values)[:50] if type(value) is bytes and len(value) == 32]
keys = [bytes(get_ipython().kernel.session.key)]
print(len(found), len(keys))
import autograder.probes.answer as answer
names = [name for name in dir(answer) if "secret" in name]
print(names)
