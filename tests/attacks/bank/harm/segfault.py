# tries: a crash in C
# must not: cost more than that cell
# functions: right
# earns: 11
# event: died
import ctypes
ctypes.string_at(0)
