"""The lecture's own run: 784-256-10, SGD with lr 0.001, batch size 64, 40 epochs, seed 0. About a minute.

python benchmarks/lecture_run.py
"""

from playground.training import Run

EPOCHS = 40


def main() -> None:
    run = Run(lr=1e-3, batch_size=64, seed=0)
    while run.epochs < EPOCHS:
        run.step()
        if run.test_is_due():
            run.test()
    curve = run.curve()
    for point in curve.epoch_losses:
        print(f"epoch {point.epochs:2.0f}  mean loss {point.value:.4f} nats")
    print(f"test accuracy {curve.accuracies[-1].value:.4f}, {run.seconds:.0f} s of training")


if __name__ == "__main__":
    main()
