# loses check_train_update: error.arguments
# loses check_train_zero_grad: error.arguments
# loses check_train_history: error.arguments
# loses check_train_mode: error.arguments
def train(model, optimizer, loader, criterion, n_epochs):
    model.train()
    loss_lt = []
    for epoch in range(n_epochs):
        running_loss = 0.0
        for minibatch in loader:
            data, target = minibatch
            data = data.flatten(start_dim=1)
            out = model(data)
            computed_loss = criterion(out, target)
            computed_loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            running_loss += computed_loss.item()
        loss_lt.append(running_loss / len(loader))
    return loss_lt
