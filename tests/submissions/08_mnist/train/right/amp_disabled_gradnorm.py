import torch

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    device = next(classifier.parameters()).device
    use_amp = device.type == "cuda"
    scaler = torch.amp.GradScaler(device.type, enabled=use_amp)
    history = []
    for epoch in range(epochs):
        classifier.train()
        running_loss, norms = 0.0, []
        for data, target in train_loader:
            data, target = data.to(device, non_blocking=True), target.to(device, non_blocking=True)
            with torch.autocast(device_type=device.type, enabled=use_amp):
                loss = loss_fn(classifier(data.flatten(1)), target)
            scaler.scale(loss).backward()
            scaler.unscale_(optimizer)
            # max_norm=inf only measures, it does not clip
            norms.append(torch.nn.utils.clip_grad_norm_(classifier.parameters(), max_norm=float("inf")).item())
            scaler.step(optimizer)
            scaler.update()
            optimizer.zero_grad()
            running_loss += loss.item()
        print(f"[{epoch + 1}/{epochs}] |g| max {max(norms):.3f}")
        history.append(running_loss / len(train_loader))
    return history
