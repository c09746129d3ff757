

def error_sum(t, o, i=0): return 0.0 if i == len(t) else t[i] - o[i] + error_sum(t, o, i + 1)
