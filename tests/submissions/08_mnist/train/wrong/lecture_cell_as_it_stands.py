# loses check_train_update: error.arguments
# loses check_train_zero_grad: error.arguments
# loses check_train_history: error.arguments
# loses check_train_mode: error.arguments
import torch
from torch import nn, optim
from torch.utils.data import DataLoader, TensorDataset

train_loader = DataLoader(TensorDataset(torch.rand(16, 1, 28, 28), torch.randint(0, 10, (16,))), batch_size=8)
loss_fn = nn.CrossEntropyLoss()
epochs = 40
classifier = nn.Sequential(nn.Linear(784, 16), nn.ReLU(), nn.Linear(16, 10))
optimizer = optim.SGD(classifier.parameters(), lr=1e-3)


def train(classifier=classifier,
          optimizer=optimizer,
          epochs=epochs,
          loss_fn=loss_fn):

    classifier.train()
    loss_lt = []
    for epoch in range(epochs):
        running_loss = 0.0
        for minibatch in train_loader:
            data, target = minibatch
            data = data.flatten(start_dim=1)
            out = classifier(data)
            computed_loss = loss_fn(out, target)
            computed_loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            # Keep track of sum of loss of each minibatch
            running_loss += computed_loss.item()
        loss_lt.append(running_loss/len(train_loader))
    print("Epoch: {} train loss: {}".format(epoch+1, running_loss/len(train_loader)))
