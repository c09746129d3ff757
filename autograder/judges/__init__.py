"""What decides: pure functions from challenge and evidence to a finding.

A package for each assignment gives its `CHECKS` and holds what no other assignment uses. What several use is in
`numbers` (a function's results against truth and faults) and `training` (what a recorded training did).
"""
