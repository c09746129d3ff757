# tries: the kernel's own memory is searched for what it inherited from the process that it was forked from
# must not: show a word of the grader's
import re

found = set()
with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
    for line in maps:
        first, last = (int(part, 16) for part in line.split()[0].split("-"))
        if "rw" not in line.split()[1] or last - first > 64 << 20:
            continue
        try:
            memory.seek(first)
            found |= set(re.findall(rb"can" + rb"ary-[a-z]+-[0-9a-f]{16}", memory.read(last - first)))
        except (OSError, ValueError, OverflowError):
            pass
print(found)
