# tries: a kernel that closes the sockets through which it speaks
# must not: cost more than that cell
# functions: right
# earns: 11
kernel = get_ipython().kernel
kernel.iopub_socket.close()
for name in ("shell_stream", "control_stream", "stdin_socket"):
    getattr(kernel, name).close()
