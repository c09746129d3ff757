"""Probes of the assignment 02_entropy: each function is called on the challenge's inputs."""

from autograder.probes.calls import probe_calls

PROBES = dict.fromkeys(
    ("check_surprisal", "check_entropy", "check_expected_length", "check_huffman_lengths"), probe_calls
)
