"""Around a call there is silence and a clock, and afterwards everything is as it was."""

import os
import signal
import subprocess
import sys
import warnings

import numpy as np
import pytest
import torch

from autograder.probes import surroundings


def test_output_of_python_c_and_children_is_dropped_and_comes_back_afterwards(capfd):
    with surroundings.silence():
        print("python")
        print("python", file=sys.stderr)
        os.write(1, b"c\n")
        os.write(2, b"c\n")
        subprocess.run(["sh", "-c", "echo child; echo child >&2"], check=True)
    print("after")
    assert capfd.readouterr() == ("after\n", "")


def test_silence_leaks_no_file_descriptor():
    with surroundings.silence():
        pass
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(50):
        with surroundings.silence():
            pass
    assert len(os.listdir("/proc/self/fd")) == before


def test_a_loop_without_end_is_stopped_even_where_it_catches_exceptions():
    def endless():
        while True:
            try:
                pass
            except Exception:
                continue

    with pytest.raises(surroundings.OutOfTime), surroundings.time_limit(0.05):
        endless()


def test_no_alarm_is_left_behind():
    before = signal.getsignal(signal.SIGALRM)
    with surroundings.time_limit(5):
        pass
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) is before


def test_a_fresh_kernel_is_put_up_and_taken_down_again():
    with np.errstate(all="raise"), warnings.catch_warnings(record=True) as heard, torch.no_grad():
        warnings.simplefilter("error")
        torch.set_default_dtype(torch.float64)
        try:
            assert surroundings.altered()
            with surroundings.as_in_a_fresh_kernel():
                warnings.warn("no error here", UserWarning, stacklevel=1)
                assert np.geterr()["divide"] == "warn"
                assert torch.is_grad_enabled()
                assert torch.tensor(0.5).dtype == torch.float32
            assert [str(one.message) for one in heard] == ["no error here"]
            assert surroundings.altered()
            assert np.geterr()["divide"] == "raise"
            assert torch.get_default_dtype() == torch.float64
        finally:
            torch.set_default_dtype(torch.float32)
