# tries: the grader itself is asked: for input, a password, a comm, a page of help, the history
# must not: answer, or wait
import getpass

for ask in (lambda: input("the secret, please: "), lambda: getpass.getpass(), lambda: breakpoint()):
    try:
        print(ask())
    except BaseException as error:
        print(type(error).__name__)
session, kernel = get_ipython().kernel.session, get_ipython().kernel
for kind in ("input_request", "history_request", "execute_request", "shutdown_request", "comm_open", "inspect_request"):
    content = {"prompt": "secret", "password": True, "code": "open('/etc/passwd')", "target_name": "jupyter.widget",
               "comm_id": "x", "data": {"state": {"_model_module": "@jupyter-widgets/output", "msg_id": "x"}}}
    for stream in (kernel.iopub_socket, kernel.stdin_socket):
        try:
            session.send(stream, kind, content, parent=kernel.get_parent("shell"), ident=b"x")
        except BaseException as error:
            print(type(error).__name__)
