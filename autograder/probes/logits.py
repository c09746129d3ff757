"""Probes of the assignment 04_logits: each function is called on the challenge's inputs."""

from autograder.probes.calls import probe_calls

PROBES = dict.fromkeys(
    ("check_log_softmax", "check_cross_entropy_from_logits", "check_cross_entropy_gradient", "check_to_bits"),
    probe_calls,
)
