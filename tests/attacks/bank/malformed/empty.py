# tries: an empty file
# must not: be lost
# ends: is empty
def hand_in(folder, notebook, planted):
    (folder / "attacked.ipynb").write_text("")
