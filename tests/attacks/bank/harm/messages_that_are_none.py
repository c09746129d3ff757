# tries: bytes that are no messages, messages without what they need, and one larger than any
# must not: cost more than that cell
# functions: right
# earns: 11
import zmq

kernel = get_ipython().kernel
session, socket, parent = kernel.session, kernel.iopub_socket, kernel.get_parent("shell")
for content in (None, [], "x", {"data": 5}, {"data": {"text/plain": float("nan")}}, {"data": {"text/html": ["\ud800"]}}, {}):
    for kind in ("display_data", "stream", "error", "execute_result", "status", "execute_input", "update_display_data", "clear_output",
                 "comm_msg", "nothing known"):
        try:
            session.send(socket, kind, content, parent=parent)
        except Exception as error:
            print(type(error).__name__)
deep = "[" * 100_000
session.pack = lambda *_: deep.encode()
try:
    session.send(socket, "stream", {"text": "x"}, parent=parent)
finally:
    del session.pack
for frames in ([b"x"], [b"", b""], [b"<IDS|MSG>"], [b"<IDS|MSG>", b"", b"{}", b"{}", b"{}", b"{}"], [b"x" * (40 << 20)]):
    try:
        socket.send_multipart(frames)
    except Exception as error:
        print(type(error).__name__)
