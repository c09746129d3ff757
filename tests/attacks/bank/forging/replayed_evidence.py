# tries: what another student's right solution answered to other questions is sent again
# must not: earn a point
import numpy as np, torch
import autograder.probes.run as run
import autograder.probes.answer as answer

# A right solution, which this student has from somebody else, answers an earlier challenge; that answer is kept
# and given whenever a check is asked. Only recorded numbers are used, nothing is computed from the new challenge.
honest, kept = answer.evidence_of, {}

def changed(tree):
    """The challenge as another student may have had it."""
    if isinstance(tree, np.ndarray) and tree.dtype.kind == "f":
        return tree[::-1].copy() * 0.9 if tree.ndim else tree * 0.9
    if isinstance(tree, float):
        return tree * 0.9
    if isinstance(tree, list):
        return [changed(one) for one in tree]
    if isinstance(tree, dict):
        return {name: changed(one) for name, one in tree.items()}
    return tree

def error_sum(t, o):
    return float(np.sum(np.asarray(t) - np.asarray(o)))

def entropy(p, base=2):
    p = np.asarray(p, dtype=float)
    p = p[p > 0]
    return float(-(p * np.log(p)).sum() / np.log(base))

def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss.item()

right = {"error_sum": error_sum, "entropy": entropy, "train_step": train_step}

def replay(check, function, namespace, challenge):
    return honest(check, function, right, changed(challenge))

answer.evidence_of = run.evidence_of = replay
