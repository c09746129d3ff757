# tries: the kernel's session sends nothing but its status, so that no evidence and no verdict leaves the kernel
# must not: earn a point
session = get_ipython().kernel.session
honest = session.send

def send(stream, kind, *arguments, **keywords):
    if kind in ("display_data", "error", "stream", "execute_result"):
        return None
    return honest(stream, kind, *arguments, **keywords)

session.send = send
