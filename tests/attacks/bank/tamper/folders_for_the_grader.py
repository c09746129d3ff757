# tries: a folder with the notebook's name, and paths as long as can be, for whoever keeps what a notebook leaves behind
# must not: leave the submission without a grade
# functions: right
# earns: 11
import os

os.makedirs("attacked.ipynb/inside")
for folder in ("attacked.ipynb", "attacked.ipynb/inside"):
    with open(f"{folder}/note.txt", "w") as file:
        file.write("here")
for number in range(16):  # names of every length, so that some path is just too long wherever it is put
    here = os.open(".", os.O_RDONLY)
    for deep in range(20):
        name = f"{number:02}{'n' * 240}"[: 190 + number]
        os.mkdir(name, dir_fd=here)
        inside = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inside
        for length in (1, 60, 130, 200, 255):
            os.close(os.open("f" * length, os.O_WRONLY | os.O_CREAT, dir_fd=here))
    os.close(here)
