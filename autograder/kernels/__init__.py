"""Kernels that start warm and run student code confined. Knows neither probes, nor judges, nor nbgrader."""
