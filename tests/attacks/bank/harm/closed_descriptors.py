# tries: a process that closes every descriptor that it has
# must not: cost more than that cell
# functions: right
# earns: 11
import os
os.closerange(0, 4096)
