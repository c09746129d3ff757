

class Step:
    def __call__(self, model, optimizer, loss_fn, data, target):
        model.zero_grad(); out = loss_fn(model.forward(data), target); out.backward(); optimizer.step(); return float(out)
train_step = Step()
