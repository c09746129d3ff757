# tries: memory that belongs to no process for a while: shared pages that are filled and then unmapped by advice
# must not: cost more than that cell, or fill the machine
# functions: right
# earns: 11
# stock: not run, it would fill the machine's memory
import mmap, time

kept = []
for number in range(10):
    pages = mmap.mmap(-1, 128 << 20)
    for place in range(0, 128 << 20, 4096):
        pages[place] = 1
    pages.madvise(mmap.MADV_DONTNEED)
    kept.append(pages)
time.sleep(60)
