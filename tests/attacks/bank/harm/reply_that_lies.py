# tries: replies that report an error whose name, text and traceback are numbers, trees, and as large as a message may be
# must not: cost more than that cell, or make the notebook larger than its outputs may be
# functions: right
# earns: 11
session = get_ipython().kernel.session
honest = session.send
deep = []
for _ in range(300):
    deep = [deep]
lies = [{"traceback": 5}, {"traceback": {"a": 1}}, {"traceback": "line" * 1000}, {"ename": deep, "evalue": deep, "traceback": [deep]},
        {"evalue": "x" * (12 << 20)}, {"ename": None, "evalue": None, "traceback": [None, "\ud800"]}]
told = []

def send(stream, kind, content=None, *arguments, **keywords):
    if kind == "execute_reply" and len(told) < len(lies):
        content = {"status": "error", "ename": "Lie", "evalue": "", "traceback": [], **lies[len(told)]}
        told.append(1)
    return honest(stream, kind, content, *arguments, **keywords)

session.send = send
# %% error_sum
def error_sum(t, o):
    return float(np.sum(np.asarray(t) - np.asarray(o)))
