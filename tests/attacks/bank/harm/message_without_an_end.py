# tries: one message of ever more parts, each as large as may pass, which whoever hears it keeps until it ends
# must not: cost more than that cell, or fill the grader's memory
# functions: right
# earns: 11
import time
import zmq

kernel = get_ipython().kernel
part = bytes(16 << 20)
publisher = kernel.iopub_thread.socket
for _ in range(60):  # of an endless number
    publisher.send(part, zmq.SNDMORE, copy=False)
time.sleep(3)
publisher.send(b"")
# %% end
kernel = get_ipython().kernel
caller = kernel.get_parent("shell")["header"]["session"].encode()
for _ in range(60):  # of messages for a socket at which nobody reads
    kernel.control_stream.socket.send_multipart([caller, part], copy=False)
time.sleep(2)
