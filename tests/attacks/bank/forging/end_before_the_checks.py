# tries: the kernel ends, or says that it ended well, before the checks are asked
# must not: earn a point
import atexit, os

session = get_ipython().kernel.session
honest = session.send
count = [0]

def send(stream, kind, *arguments, **keywords):
    count[0] += 1
    done = honest(stream, kind, *arguments, **keywords)
    if count[0] > 12:
        os._exit(0)
    return done

session.send = send
