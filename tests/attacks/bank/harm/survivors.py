# tries: grandchildren in sessions of their own outlive the kernel
# must not: survive
# functions: right
# earns: 11
# stock: not run, they would stay on the machine
import os, signal, subprocess, sys

wait = "import signal, time\nfor n in range(1, 65):\n    try: signal.signal(n, signal.SIG_IGN)\n    except (OSError, ValueError): pass\ntime.sleep(500)"
for _ in range(3):
    subprocess.Popen([sys.executable, "-I", "-S", "-c", wait, planted["survivor"]], start_new_session=True)
subprocess.Popen(f"setsid setsid sh -c 'trap \"\" 1 2 15; (exec -a {planted['survivor']} sleep 500) & sleep 500' & disown", shell=True,
                 executable="/bin/bash")
# %% end
os._exit(0)
