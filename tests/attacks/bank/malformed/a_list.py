# tries: JSON that is a list of a number
# must not: be lost
# ends: no list of cells
def hand_in(folder, notebook, planted):
    (folder / "attacked.ipynb").write_text("[17]")
