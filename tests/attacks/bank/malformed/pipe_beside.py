# tries: a named pipe lies beside the notebook, at which whoever reads it waits for ever
# must not: be lost, or hang
# ends: neither a file nor a folder
import os
import nbformat

def hand_in(folder, notebook, planted):
    os.mkfifo(folder / "pipe")
    (folder / "attacked.ipynb").write_text(nbformat.writes(notebook))
