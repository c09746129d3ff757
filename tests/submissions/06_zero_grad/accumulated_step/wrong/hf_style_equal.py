# loses check_accumulated_step: accumulate.equal_weights | loss.batch_mean
import torch

def accumulated_step(model, optimizer, loss_fn, minibatches):
    accumulation_steps = len(minibatches)
    running = 0.0
    for step, (inputs, labels) in enumerate(minibatches):
        outputs = model(inputs)
        loss = loss_fn(outputs, labels)
        loss = loss / accumulation_steps     # Normalize our loss (if averaged)
        loss.backward()
        running += loss.item()
        if (step + 1) % accumulation_steps == 0:
            optimizer.step()
            optimizer.zero_grad()
    return running
