# tries: files that an attack before left for the next student are run
# functions: right
# earns: 11
# must not: find any
import os, sys

for place in ("/tmp", "/var/tmp", "/dev/shm", "/run", "/", planted["root"], planted["runtime"], planted["home"], "..", sys.prefix):
    assert not os.path.exists(os.path.join(place, planted["mark"])), "a file from the student before"
