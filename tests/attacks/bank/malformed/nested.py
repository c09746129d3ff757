# tries: a hundred thousand brackets
# must not: be lost
# ends: nested too deep
def hand_in(folder, notebook, planted):
    (folder / "attacked.ipynb").write_text("[" * 100_000)
