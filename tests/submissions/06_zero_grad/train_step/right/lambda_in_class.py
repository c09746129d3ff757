class Stepper:
    def __call__(self, model, optimizer, loss_fn, data, target):
        optimizer.zero_grad()
        loss = loss_fn(model(data), target)
        loss.backward()
        optimizer.step()
        return loss.item()


train_step = Stepper()
