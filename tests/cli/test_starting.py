"""Before there is a screen: whoever leaves then is not kept waiting for a terminal that does not answer."""

from pathlib import Path

import pytest

from reader.cli import starting
from reader.cli.usual import understood
from reader.terminal.probe import Probing
from tests.samples import article


def test_an_interrupt_while_the_terminal_is_asked_waits_a_moment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    waited: list[float] = []

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    def finished(_: Probing, patience: float) -> None:
        waited.append(patience)

    monkeypatch.setenv("READER_STATE", str(tmp_path))
    monkeypatch.setenv("READER_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setattr(starting, "terminal_descriptor", lambda: None)
    monkeypatch.setattr(starting, "first_page", interrupted)
    monkeypatch.setattr(Probing, "finished", finished)
    options = understood(["-", "--no-state"])
    assert options is not None
    with pytest.raises(KeyboardInterrupt):
        starting.started(options, article(), 80, 24, beginning=None)
    assert [seconds <= 0.2 for seconds in waited] == [True]
