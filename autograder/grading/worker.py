"""What a worker process does first (dask's `--preload autograder.grading.worker`): be ready, and leave Ctrl-C alone.

Ctrl-C reaches all processes of a terminal. The grader decides what then happens to its workers. A worker that somebody
starts elsewhere may go without this; its first task then takes some seconds longer.
"""

from __future__ import annotations

import signal
import threading

from autograder.grading.notebook import grade  # it imports PyTorch

__all__ = ["grade"]

if threading.current_thread() is threading.main_thread():
    signal.signal(signal.SIGINT, signal.SIG_IGN)
