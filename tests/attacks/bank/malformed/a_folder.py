# tries: a folder has the notebook's name
# must not: be lost
# ends: attacked.ipynb
def hand_in(folder, notebook, planted):
    (folder / "attacked.ipynb").mkdir()
