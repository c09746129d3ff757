# tries: honest evidence in which every number is out of range, in the hope of an exception that counts
# must not: earn a point, or fail the submission
import numpy as np
import autograder.probes.answer as answer

honest = answer.evidence_of

def spoiled(tree):
    if isinstance(tree, dict):
        return {name: spoiled(one) for name, one in tree.items()}
    if isinstance(tree, list):
        return [spoiled(one) for one in tree]
    if isinstance(tree, np.ndarray):
        return np.full((0, 3), 0.0)
    if isinstance(tree, bool) or tree is None:
        return "\ud800"
    if isinstance(tree, (int, float)):
        return 10**4000
    return tree

answer.evidence_of = lambda *question: spoiled(honest(*question))
