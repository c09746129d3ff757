# tries: a photograph, renamed
# must not: be lost
# ends: not appear to be JSON
def hand_in(folder, notebook, planted):
    (folder / "attacked.ipynb").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 100)
