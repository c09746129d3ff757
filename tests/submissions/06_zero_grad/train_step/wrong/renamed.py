# loses check_train_step: error.arguments
# loses check_train_step_dirty: error.arguments
def train_step(net, opt, criterion, x, y):
    opt.zero_grad()
    loss = criterion(net(x), y)
    loss.backward()
    opt.step()
    return loss.item()
