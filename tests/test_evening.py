import sys

import pytest

from tests import evening


def test_help_of_the_evening_starts_none(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["evening", "--help"])
    monkeypatch.setattr(evening, "play", lambda *_: pytest.fail("it was started"))
    monkeypatch.setattr(evening.shutil, "rmtree", lambda *_, **__: pytest.fail("it began to clear away"))
    with pytest.raises(SystemExit, match="0"):
        evening.main()
    assert "build/evening/" in capsys.readouterr().out
