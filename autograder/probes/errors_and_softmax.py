"""Probes of the assignment 01_errors_and_softmax: each function is called on the challenge's inputs."""

from autograder.probes.calls import probe_calls

PROBES = dict.fromkeys(("check_softmax", "check_error_sum", "check_blind_spot"), probe_calls)
