"""Without a terminal, a driver that the environment names shows the reader, as ``textual-serve`` does in a browser."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli import main
from reader.model import ExitCode
from tests.samples import SEED as ARTICLE

WEB = "textual.drivers.web_driver:WebDriver"


def test_a_browser_is_sent_the_screen_and_sends_keys(tmp_path: Path) -> None:
    environ = {**os.environ, "TEXTUAL_DRIVER": WEB, "READER_STATE": str(tmp_path), "COLUMNS": "60", "ROWS": "20"}
    with subprocess.Popen(
        [sys.executable, "-m", "reader", str(ARTICLE)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environ,
    ) as done:
        assert done.stdin
        assert done.stdout
        sent = b""
        done.stdin.write(_sent(b" "))
        done.stdin.flush()
        while b"1/15" not in sent:
            shown = os.read(done.stdout.fileno(), 1 << 16)
            assert shown
            sent += shown
        _, errors = done.communicate(_sent(b"q"), timeout=120)
    assert (done.returncode, errors) == (0, b"")
    assert sent.startswith(b"__GANGLION__\n")


def _sent(key: bytes) -> bytes:
    return b"D" + len(key).to_bytes(4, "big") + key


@pytest.mark.parametrize(
    "driver", ["no.such.module:Driver", "textual.driver:Nothing", "nonsense", ":", "os:path", "pathlib:Path"]
)
def test_a_driver_that_is_none_is_one_line(
    driver: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TEXTUAL_DRIVER", driver)
    assert main([str(ARTICLE)]) == ExitCode.TERMINAL
    assert capsys.readouterr().err.startswith("reader: TEXTUAL_DRIVER=")


def test_standard_input_is_the_drivers(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("TEXTUAL_DRIVER", WEB)
    assert main(["-"]) == ExitCode.USAGE
    assert "standard input is the driver's" in capsys.readouterr().err
