# tries: the notebook is a link to a neighbour's, who has full marks
# must not: earn a point, or be lost
# ends: link
import os

def hand_in(folder, notebook, planted):
    neighbour = next(name for name in sorted(os.listdir(planted["root"] + "/submitted")) if name.endswith("neighbour"))
    os.symlink(f"{planted['root']}/submitted/{neighbour}/attacked/attacked.ipynb", folder / "attacked.ipynb")
