# tries: an empty folder is handed in
# must not: be lost
# ends: attacked.ipynb
def hand_in(folder, notebook, planted):
    pass
