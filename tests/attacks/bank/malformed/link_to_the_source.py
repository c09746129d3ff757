# tries: the folder that is handed in is a link to the instructor's own
# must not: earn a point, or be lost
# ends: link
import os

def hand_in(folder, notebook, planted):
    folder.rmdir()
    os.symlink(planted["root"] + "/source/attacked", folder)
