def blind_spot(t):
    o = [0.0] * len(t)
    for i in range(len(t)):
        if t[i] == 1:
            o[(i + 1) % len(t)] = 1.0
    return o
