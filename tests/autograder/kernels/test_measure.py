"""What is counted of a kernel's memory, beside what the system shows as its processes'."""

import mmap
import os

from autograder.kernels import measure
from tests.autograder.kernels.confined import forked


def test_shared_memory_without_a_file_counts_once_though_it_was_let_go_of() -> None:
    me = os.getpid()
    before = measure.shared_with_nobody([me])
    with mmap.mmap(-1, 8 << 20) as pages:
        pages.write(b"x" * (8 << 20))
        pages.madvise(mmap.MADV_DONTNEED)
        assert measure.shared_with_nobody([me]) - before == 8 * 1024
        assert forked(lambda _: measure.shared_with_nobody([me, os.getpid()])) - before == 8 * 1024
    assert measure.shared_with_nobody([me]) == before
