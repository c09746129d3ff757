"""MNIST for the judge: the four original files, found where the course keeps them and read without a line of its code.

The files are package data of `playground`, which this package never imports: its folder is looked up, not its
modules. Each file must have the MD5 sum under which it was first published.

Raises DigitsUnreadable (an OSError) where a file is missing or damaged.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
from functools import cache
from pathlib import Path

import numpy as np

from autograder.plain import Array

MD5 = {
    "train-images-idx3-ubyte.gz": "f68b3c2dcbeaaa9fbdd348bbdeb94873",
    "train-labels-idx1-ubyte.gz": "d53e105ee54ea40749a09fcbcd1e9432",
    "t10k-images-idx3-ubyte.gz": "9fb629c4189551a2d022fa330f9573f3",
    "t10k-labels-idx1-ubyte.gz": "ec29112dd5afa0611ce80d1b7f02629c",
}


class DigitsUnreadable(OSError):
    """A file of MNIST is missing or is not the one that was published."""


@cache
def read_digits(which: str) -> tuple[Array, Array]:
    """Images, uint8 `(n, 784)`, and labels, uint8 `(n,)`, of `which` set: "train" (60 000) or "t10k" (10 000).

    They are read once (55 MiB for both) and cannot be written to.

    Source: the format is described by LeCun and Cortes: a header of 4 bytes and 4 more per dimension, then the bytes.
    Raises DigitsUnreadable.
    """
    images = np.frombuffer(_unpacked(f"{which}-images-idx3-ubyte.gz"), dtype=np.uint8, offset=16)
    labels = np.frombuffer(_unpacked(f"{which}-labels-idx1-ubyte.gz"), dtype=np.uint8, offset=8)
    return images.reshape(len(labels), 784), labels


def _unpacked(name: str) -> bytes:
    spec = importlib.util.find_spec("playground")
    if spec is None or spec.origin is None:
        raise DigitsUnreadable("the course's package `playground`, which holds MNIST, is not installed")
    path = Path(spec.origin).parent / "data" / name
    packed = path.read_bytes()
    if hashlib.md5(packed, usedforsecurity=False).hexdigest() != MD5[name]:
        raise DigitsUnreadable(f"{path} is not the file that was published: install the course again")
    return gzip.decompress(packed)
