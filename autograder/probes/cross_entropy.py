"""Probes of the assignment 03_cross_entropy: each function is called on the challenge's inputs."""

from autograder.probes.calls import probe_calls

PROBES = dict.fromkeys(("check_cross_entropy", "check_kl_divergence", "check_perplexity"), probe_calls)
