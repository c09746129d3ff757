# loses check_train_step: model.ignored
# loses check_train_step_dirty: model.ignored
import copy


def train_step(model, optimizer, loss_fn, data, target):
    model = copy.deepcopy(model)
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss.item()
