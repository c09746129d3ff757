

import statistics
expected_length = lambda p, lengths: statistics.fmean(lengths, weights=p)
