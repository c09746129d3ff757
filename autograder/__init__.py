"""A grader that judges what a student's function does, and says which mistake was made.

A *probe* runs beside the student's code: it calls the function on a challenge and gives back
plain data, the evidence. A *judge* is a pure function from challenge and evidence to a
finding. `autograder.check` joins the two for one check cell.
"""

ASSIGNMENTS = (
    "errors_and_softmax",
    "entropy",
    "cross_entropy",
    "logits",
    "minibatches",
    "zero_grad",
    "train_and_eval",
    "mnist",
)
"""The modules of `probes` and `judges`, one per assignment, in the order of the lessons (NumPy before torch)."""
