# tries: displays without end, each with as much as a message may carry
# must not: cost more than that cell, or fill the notebook
# functions: right
# earns: 11
# event: output
# stock: not run, it would fill the machine's memory
from IPython.display import display

while True:
    display({"text/html": "<b>x</b>" * 200_000, "text/plain": "x"}, raw=True)
