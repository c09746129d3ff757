# tries: a thread sends forged evidence first, under the header of the check that is being answered
# must not: earn a point
import base64, json, threading, time

shell = get_ipython()
session, publisher = shell.kernel.session, shell.display_pub
honest = type(publisher).publish

def publish(self, data, *arguments, **keywords):
    if "application/vnd.autograder.evidence+json" in data and not keywords.pop("mine", False):
        return None
    return honest(self, data, *arguments, **keywords)

type(publisher).publish = publish

def forge():
    run = {"outcome": "returned", "result": 0.0, "value": 0.0, "calls": [], "mistake": None}
    text = base64.b64encode(json.dumps({"runs": [run]}).encode()).decode()
    parent = None
    while True:
        now = shell.kernel.get_parent("shell")
        if now is not parent:
            parent = now
            content = {"data": {"application/vnd.autograder.evidence+json": text}, "metadata": {}, "transient": {}}
            session.send(shell.kernel.iopub_socket, "display_data", content, parent=parent)
        time.sleep(0.002)

threading.Thread(target=forge, daemon=True).start()
