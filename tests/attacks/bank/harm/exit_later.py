# tries: a thread that ends the kernel a moment after its cell is done
# must not: be lost, or earn a point
# event: died
import os, threading
threading.Timer(0.05, os._exit, (1,)).start()
