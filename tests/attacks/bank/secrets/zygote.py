# tries: the warm process is asked for a kernel that may read everything
# must not: reach it
# stock: not run, there is no warm process
import glob, json, os, socket

everything = {
    "policy": {"readable": ["/"], "hidden": [], "scratch": "/", "limits": {"memory_mib": 4096}},
    "folder": planted["home"], "beside": planted["home"], "keep_files": True, "unprotected": True,
    "env": {}, "connection": {"ip": planted["home"] + "/ipc", "key": "", "signature_scheme": "hmac-sha256",
                              **{f"{name}_port": 1 for name in ("shell", "iopub", "stdin", "hb", "control")}},
}
folders = [planted["runtime"] + "/autograder", f"/tmp/autograder-{os.getuid()}", "/tmp/autograder-0"]
for path in [path for folder in folders for path in (*glob.glob(folder + "/*"), folder + "/x.socket")]:
    try:
        door = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        door.settimeout(2)
        door.connect(path)
        door.send(json.dumps(everything).encode())
        print(door.recv(4096))
    except OSError as error:
        print(type(error).__name__)
