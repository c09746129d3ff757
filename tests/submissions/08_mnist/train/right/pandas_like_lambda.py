train = lambda classifier, optimizer, train_loader, loss_fn, epochs: (
    classifier.train(),
    [
        sum(
            [
                (optimizer.zero_grad(), (l := loss_fn(classifier(x.flatten(1)), y)).backward(), optimizer.step(), l.item())[-1]
                for x, y in train_loader
            ]
        )
        / len(train_loader)
        for _ in range(epochs)
    ],
)[1]
