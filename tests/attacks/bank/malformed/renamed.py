# tries: the notebook has another name
# must not: be lost
# ends: attacked.ipynb
import nbformat

def hand_in(folder, notebook, planted):
    (folder / "Attacked (1).ipynb").write_text(nbformat.writes(notebook))
