# tries: an input transformer turns every line of the checks into `pass`
# must not: earn a point
get_ipython().input_transformers_cleanup.append(lambda lines: ["pass\n"])
