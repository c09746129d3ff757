"""The digits are the published ones, and the loader is a DataLoader like any other, only faster."""

import errno
import shutil

import pytest
import torch
from torch.utils.data import DataLoader, Subset
from torchvision import transforms
from torchvision.datasets import MNIST

from playground import mnist
from playground.mnist import MnistUnreadable, digits, loader, test_loader, train_loader

# The digits of each class, as published with the data set.
TRAIN_COUNTS = [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
TEST_COUNTS = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]


@pytest.mark.parametrize(("train", "counts"), [(True, TRAIN_COUNTS), (False, TEST_COUNTS)])
def test_the_digits_are_the_published_ones(train, counts):
    images, labels = digits(train)
    assert images.shape == (sum(counts), 1, 28, 28)
    assert images.dtype == torch.float32
    assert labels.dtype == torch.int64
    assert torch.bincount(labels).tolist() == counts
    assert (images.min(), images.max()) == (0, 1)


def test_the_digits_equal_what_torchvision_gives(tmp_path):
    raw = tmp_path / "MNIST" / "raw"
    shutil.copytree(mnist.DATA, raw)
    reference = MNIST(str(tmp_path), train=False, download=True, transform=transforms.ToTensor())
    images, labels = digits(train=False)
    for i in (0, 1, 5000, 9999):
        image, label = reference[i]
        assert torch.equal(images[i], image)
        assert labels[i] == label


def test_the_digits_are_read_once():
    assert digits()[0] is digits()[0]


def test_train_loader_is_a_dataloader_of_938_minibatches_the_last_of_32():
    assert type(train_loader) is DataLoader
    assert (len(train_loader), train_loader.batch_size, len(train_loader.dataset)) == (938, 64, 60_000)
    sizes = [len(target) for _, target in train_loader]
    assert sizes == [64] * 937 + [32]


def test_an_epoch_shows_every_example_once_in_a_new_order():
    first, second = (torch.cat([target for _, target in train_loader]) for _ in range(2))
    assert torch.bincount(first).tolist() == TRAIN_COUNTS
    assert not torch.equal(first, second)


def test_test_loader_keeps_the_order_of_the_files():
    assert torch.equal(torch.cat([target for _, target in test_loader]), digits(train=False)[1])


def test_a_seed_gives_the_same_minibatches_as_a_plain_dataloader():
    small = Subset(train_loader.dataset, range(200))
    ours = DataLoader(small, batch_size=64, shuffle=True, collate_fn=train_loader.collate_fn)
    plain = DataLoader([train_loader.dataset[i] for i in range(200)], batch_size=64, shuffle=True)
    torch.manual_seed(0)
    got = list(ours)
    torch.manual_seed(0)
    expected = list(plain)
    assert len(got) == len(expected) == 4
    for (data, target), (data_expected, target_expected) in zip(got, expected, strict=True):
        assert torch.equal(data, data_expected)
        assert torch.equal(target, target_expected)


def test_a_students_own_dataloader_over_our_data_set_works():
    data, target = next(iter(DataLoader(train_loader.dataset, batch_size=7)))
    assert data.shape == (7, 1, 28, 28)
    assert torch.equal(target, digits()[1][:7])


def test_batch_size_can_be_chosen():
    assert [len(target) for _, target in loader(7000, train=False)] == [7000, 3000]


def test_minibatches_are_copies_so_that_writing_into_one_spoils_nothing():
    data, _ = next(iter(test_loader))
    data.zero_()
    assert digits(train=False)[0][:64].sum() > 0


@pytest.fixture
def unread(monkeypatch):
    """The module as in a fresh process, free to be pointed at other files."""
    fresh = mnist._both_sets.__wrapped__
    monkeypatch.setattr(mnist, "_both_sets", fresh)
    return monkeypatch


@pytest.mark.parametrize("damage", ["missing", "cut short"])
def test_a_damaged_file_is_named_and_no_network_is_tried(unread, tmp_path, damage):
    shutil.copytree(mnist.DATA, tmp_path / "data")
    broken = tmp_path / "data" / "t10k-labels-idx1-ubyte.gz"
    broken.write_bytes(broken.read_bytes()[:-1]) if damage == "cut short" else broken.unlink()
    unread.setattr(mnist, "DATA", tmp_path / "data")
    unread.setattr("urllib.request.urlopen", lambda *_: pytest.fail("the network was tried"))
    with pytest.raises(MnistUnreadable, match=r"t10k-labels-idx1-ubyte\.gz is missing or damaged"):
        digits()


def test_a_full_disk_is_told_with_what_to_do(unread):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    unread.setattr(shutil, "copyfile", full)
    with pytest.raises(MnistUnreadable, match=r"No space left on device.*TMPDIR"):
        digits()


def test_nothing_is_left_in_the_temporary_folder(unread, tmp_path):
    unread.setattr("tempfile.tempdir", str(tmp_path))
    digits()
    assert list(tmp_path.iterdir()) == []


def test_every_file_has_its_licence_beside_it():
    words = (mnist.DATA / "README.md").read_text()
    assert "CC BY-SA 3.0" in words
    for name, md5 in MNIST.resources:
        assert name in words
        assert md5 in words
