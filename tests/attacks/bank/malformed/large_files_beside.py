# tries: files beside the notebook, of more than it may write itself
# must not: be lost
# ends: MiB
import nbformat

def hand_in(folder, notebook, planted):
    with open(folder / "data.bin", "wb") as file:
        file.truncate(100 << 20)
    (folder / "attacked.ipynb").write_text(nbformat.writes(notebook))
