"""Judging numbers: right within tolerance or a named fault, the words for them, and inputs that tell faults apart."""
