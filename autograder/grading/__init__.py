"""What grades a submission: one notebook run and judged outside its kernel, then a class of them, behind nbgrader."""
