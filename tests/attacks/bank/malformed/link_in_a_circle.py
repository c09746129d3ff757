# tries: the notebook is a link to itself
# must not: be lost
# ends: attacked.ipynb
import os

def hand_in(folder, notebook, planted):
    os.symlink("attacked.ipynb", folder / "attacked.ipynb")
