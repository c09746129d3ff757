"""What one notebook may use: time, memory, processes, disk, output. Each limit has its unit in its name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The limits of one kernel. Going over one is a verdict on a cell, never an exception in the grader."""

    wall_per_cell_s: float = 30
    wall_per_notebook_s: float = 300
    memory_mib: int = 2048
    processes: int = 64
    scratch_mib: int = 256
    output_per_cell_mib: int = 1
    notebook_mib: int = 16
