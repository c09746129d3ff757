# tries: JSON that is no notebook
# must not: be lost
# ends: no list of cells
def hand_in(folder, notebook, planted):
    (folder / "attacked.ipynb").write_text('{"cells": {"a": 1}, "nbformat": 4}')
