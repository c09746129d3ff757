"""Which idea to teach again, for each mistake: mistakes that one explanation mends belong to one theme.

A mistake's theme is that of its id, or else of the part of its id before the dot.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Theme:
    """One idea: its name, what to say again, and the lesson that says it."""

    name: str
    say: str
    lesson: str


CLEARING = Theme(
    "When gradients are cleared",
    "backward adds to .grad. Clear once per batch, anywhere but between backward and step.",
    "06",
)
TURN = Theme(
    "The order of one training step",
    "Forward, loss, backward, step: each once per batch, in this order, called with parentheses.",
    "06",
)
READING = Theme(
    "Reading a record of gradients",
    "Compare what was used with what each kind of loop would have used, within rounding: floats are never ==.",
    "06",
)
ACCUMULATING = Theme(
    "Many small batches as one big one",
    "Gradients add up. Weigh each minibatch by its share of the examples, then take one step.",
    "06",
)
HISTORY = Theme(
    "What an epoch's loss is",
    "Set the running loss to 0 at the start of an epoch, add each batch's loss, divide by the number of batches.",
    "08",
)
PASSED = Theme(
    "Use what you are handed",
    "Train the model that is passed, with the optimizer, loader and loss that are passed: no globals, no copies.",
    "08",
)
MODES = Theme(
    "Train mode and eval mode",
    "train() while weights move, eval() while they are measured, and then back to the mode it was.",
    "07",
)
STATISTICS = Theme(
    "Running statistics of BatchNorm",
    "new = (1 - momentum) old + momentum batch; the variance divides by n - 1.",
    "07",
)
ACCURACY = Theme(
    "Counting right answers",
    "Right answers divided by examples, however the batches are cut.",
    "07",
)
WEIGHING = Theme(
    "Means over uneven batches",
    "A mean per example weighs each batch by its size; the last batch is smaller.",
    "07",
)
CHOOSING = Theme(
    "Choosing learning rate and batch size",
    "Smaller batches give more steps per epoch; try learning rates that differ by factors, not by little.",
    "08",
)
LOSS = Theme(
    "Logits go into the loss as they are",
    "cross_entropy contains the softmax. Give it logits, and leave the loss as it is passed.",
    "04",
)
SHUFFLING = Theme(
    "An epoch is one random order, cut into batches",
    "Draw one permutation from rng, cut it, keep the short rest.",
    "05",
)
DESCENT = Theme(
    "Walking downhill",
    "New gradient at every point, w minus lr times gradient, and every point recorded, start and end included.",
    "05",
)
COSINE = Theme(
    "How well a batch's gradient points",
    "First average, then the cosine: a dot product divided by both lengths.",
    "05",
)
LOGARITHMS = Theme(
    "Bits, nats and which logarithm",
    "log2 gives bits, log gives nats; one nat is 1 / ln 2 bits; perplexity takes the power back.",
    "02",
)
ZEROS = Theme(
    "Probabilities that are 0",
    "p = 0 adds nothing; p > 0 with q = 0 is an infinite surprise, and must stay infinite.",
    "03",
)
DIRECTION = Theme(
    "p weighs, q is surprised",
    "Cross-entropy and divergence have a direction: weights from p, logarithms of q.",
    "03",
)
SURPRISE = Theme(
    "Mean surprise: minus, weight, logarithm",
    "Each outcome's surprisal, weighted by its probability, and summed with the right sign.",
    "02",
)
CODES = Theme(
    "Codes and their lengths",
    "Join the two rarest again and again; a symbol's depth is its length, in the order of the symbols.",
    "02",
)
SOFTMAX = Theme(
    "Softmax: exponentials, shared out by row",
    "Subtract the row's maximum, exponentiate, divide by the row's sum. Log and softmax belong together.",
    "04",
)
BLIND_SPOT = Theme(
    "Why errors cannot just be summed",
    "Signs cancel: a wrong answer can have the error sum 0.",
    "01",
)
GRADIENT = Theme(
    "The gradient of cross-entropy is p - one-hot",
    "Every logit gets its probability; the label's loses 1; divide by the number of examples.",
    "04",
)
SHAPES = Theme(
    "Sums, means and axes",
    "Say along which axis is summed, and by what is divided: rows are examples, columns are classes.",
    "04",
)
LOOPS = Theme("Adding up in a loop", "Start at 0 before the loop, add in every turn, return after the last one.", "01")
PYTHON = Theme(
    "Functions that give back what was asked",
    "Parameters as the task names them, a return after the loop, inputs left as they were.",
    "01",
)
CRASHES = Theme("Code that stops or never ends", "Read the last line of the traceback first; try a small input.", "01")
UNDONE = Theme("Not done", "Find out why: no time, or no idea how to begin?", "")
OTHER = Theme("Wrong in another way", "No known mistake fits. Read a few of these yourself.", "")

NOT_UNDERSTANDING = (UNDONE, OTHER)
"""Themes that say nothing about what was misunderstood; the report shows them apart."""

SLIPS = (PYTHON, CRASHES)
"""Themes that gather slips of all kinds: the report tells of them, but no lesson needs to be given again for them."""

BY_TOPIC: dict[str, Theme] = {
    "abs": SURPRISE,
    "accumulate": ACCUMULATING,
    "accuracy": ACCURACY,
    "angle": COSINE,
    "argmax": ACCURACY,
    "argument": PYTHON,
    "arguments": DIRECTION,
    "axis": SHAPES,
    "backward": TURN,
    "batch": SHUFFLING,
    "blind_spot": BLIND_SPOT,
    "brackets": DESCENT,
    "buffers": MODES,
    "center": STATISTICS,
    "code": CODES,
    "conversion": LOGARITHMS,
    "cosine": COSINE,
    "cross_entropy": DIRECTION,
    "data": PASSED,
    "descend": DESCENT,
    "diagnose": READING,
    "entropy": SURPRISE,
    "epochs": PASSED,
    "error": CRASHES,
    "error_sum": BLIND_SPOT,
    "exp": LOGARITHMS,
    "flatten": PASSED,
    "full": COSINE,
    "gradient": GRADIENT,
    "history": HISTORY,
    "huffman": CODES,
    "index": PYTHON,
    "input": PYTHON,
    "kl": DIRECTION,
    "list": PYTHON,
    "loader": PASSED,
    "log": LOGARITHMS,
    "log_softmax": SOFTMAX,
    "loop": LOOPS,
    "loss": LOSS,
    "lr": PASSED,
    "mean": STATISTICS,
    "mode": MODES,
    "model": PASSED,
    "momentum": STATISTICS,
    "norm": COSINE,
    "not": SOFTMAX,
    "one_hot": SURPRISE,
    "onehot": GRADIENT,
    "operator": PYTHON,
    "optimizer": PASSED,
    "order": COSINE,
    "overflow": SOFTMAX,
    "parameters": PASSED,
    "path": DESCENT,
    "perplexity": LOGARITHMS,
    "reduction": SHAPES,
    "returns": PYTHON,
    "rng": SHUFFLING,
    "rounded": PYTHON,
    "scale": SHAPES,
    "schedule": PASSED,
    "shift": SOFTMAX,
    "shuffle": SHUFFLING,
    "sign": SURPRISE,
    "softmax": SOFTMAX,
    "state": PYTHON,
    "step": TURN,
    "sum": SHAPES,
    "surprisal": SURPRISE,
    "to_bits": LOGARITHMS,
    "underflow": SOFTMAX,
    "unexplained": OTHER,
    "variance": STATISTICS,
    "weight": SURPRISE,
    "weights": PASSED,
    "zero": ZEROS,
    "zero_grad": CLEARING,
}

BY_ID: dict[str, Theme] = {
    "accuracy.too_low": CHOOSING,
    "diagnose.spelling": PYTHON,
    "error.undefined": UNDONE,
    "gradient.ahead": DESCENT,
    "gradient.clipped": PASSED,
    "gradient.kept": HISTORY,
    "gradient.normalised": DESCENT,
    "gradient.squared": DESCENT,
    "gradient.stale": DESCENT,
    "loss.batch_mean": WEIGHING,
    "loss.detached_history": HISTORY,
    "loss.divisor": WEIGHING,
    "order.reversed": PYTHON,
    "order.sorted": SURPRISE,
    "scale.lengths": SURPRISE,
    "scale.lr_squared": DESCENT,
}


IN_LESSON: dict[tuple[str, str], Theme] = {
    ("01", "abs"): BLIND_SPOT,
    ("01", "arguments"): BLIND_SPOT,
    ("01", "reduction"): BLIND_SPOT,
    ("01", "sign"): BLIND_SPOT,
    ("02", "arguments"): PYTHON,
    ("02", "reduction"): SURPRISE,
    ("03", "reduction"): SURPRISE,
    ("04", "arguments"): PYTHON,
    ("04", "index"): GRADIENT,
    ("04", "scale"): SHAPES,
    ("04", "sign"): GRADIENT,
    ("05", "arguments"): DESCENT,
    ("05", "momentum"): DESCENT,
    ("05", "reduction"): COSINE,
    ("05", "scale"): DESCENT,
    ("05", "sign"): DESCENT,
    ("06", "batch"): ACCUMULATING,
    ("06", "reduction"): ACCUMULATING,
    ("07", "batch"): ACCURACY,
    ("07", "loss"): WEIGHING,
    ("07", "reduction"): WEIGHING,
    ("08", "batch"): PASSED,
    ("08", "batch.size"): CHOOSING,
}
"""By lesson and topic or id, where the same words mean another idea in another lesson."""


def theme_of(mistake: str, assignment: str = "") -> Theme:
    """The theme of a mistake in an assignment; OTHER for an id that nobody has put under one."""
    lesson, topic = assignment[:2], mistake.split(".")[0]
    here = IN_LESSON.get((lesson, mistake)) or BY_ID.get(mistake) or IN_LESSON.get((lesson, topic))
    return here or BY_TOPIC.get(topic, OTHER)
