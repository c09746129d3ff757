def shuffled(n, rng):
    cards = list(range(n))
    for i in range(n - 1, 0, -1):
        j = int(rng.integers(0, i + 1))
        cards[i], cards[j] = cards[j], cards[i]
    return cards

def minibatches(n, batch_size, rng):
    batch = []
    for card in shuffled(n, rng):
        batch.append(card)
        if len(batch) == batch_size:
            yield batch
            batch = []
    if batch:
        yield batch
