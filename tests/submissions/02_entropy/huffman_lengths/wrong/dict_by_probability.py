# loses check_huffman_lengths: huffman.duplicates_merged | code.not_prefix | unexplained
import heapq

def huffman_lengths(p):
    # length of the codeword for each probability
    laenge = {}
    for x in p:
        laenge[x] = 0
    heap = [(x, [x]) for x in laenge]
    heapq.heapify(heap)
    while len(heap) > 1:
        p1, l1 = heapq.heappop(heap)
        p2, l2 = heapq.heappop(heap)
        for x in l1 + l2:
            laenge[x] += 1
        heapq.heappush(heap, (p1 + p2, l1 + l2))
    return [laenge[x] for x in p]
