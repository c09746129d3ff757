# tries: a cell that never ends, and swallows every interrupt
# must not: cost more than that cell
# functions: right
# earns: 11
# event: timeout
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
