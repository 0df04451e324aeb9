"""Where copied text goes: to the terminal where it takes it, else to a program."""

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from reader.terminal.clipboard import clipboard_command, give
from reader.terminal.identity import identify
from reader.terminal.replies import Answers


def command(environ: Mapping[str, str], *installed: str, platform: str = "linux") -> tuple[str, ...]:
    return clipboard_command(environ, platform=platform, which=lambda name: name if name in installed else None)


@pytest.mark.parametrize(
    ("environ", "program"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "wl-copy"),
        ({"DISPLAY": ":0"}, "xclip"),
        ({"DISPLAY": ":0", "TMUX": "/tmp/tmux-0/default,1,0"}, "xclip"),  # noqa: S108
        ({"TMUX": "/tmp/tmux-0/default,1,0"}, "tmux"),  # noqa: S108
        ({"WSL_DISTRO_NAME": "Debian"}, "clip.exe"),
        ({"SSH_CONNECTION": "1"}, ""),
    ],
)
def test_the_nearest_clipboard_is_used(environ: dict[str, str], program: str) -> None:
    found = command(environ, "wl-copy", "xclip", "xsel", "tmux", "clip.exe", "pbcopy")
    assert (found or ("",))[0] == program


def test_what_is_not_installed_is_passed_over() -> None:
    assert command({"DISPLAY": ":0"}, "xsel") == ("xsel", "--clipboard", "--input")
    assert command({"DISPLAY": ":0"}) == ()
    assert command({}, "pbcopy", platform="darwin") == ("pbcopy",)
    assert command({"SSH_CONNECTION": "1"}, "pbcopy", platform="darwin") == ()


def test_a_program_is_given_the_whole_text(tmp_path: Path) -> None:
    text = "نص \N{PILE OF POO}\n" * 50_000
    path = tmp_path / "taken"
    taking = f"import sys; open({str(path)!r}, 'wb').write(sys.stdin.buffer.read())"
    assert give((sys.executable, "-c", taking), text)
    assert path.read_bytes() == text.encode()


def test_a_program_that_fails_is_told() -> None:
    assert not give((sys.executable, "-c", "raise SystemExit(1)"), "x")
    assert not give(("/no/such/program",), "x")


@pytest.mark.parametrize(
    ("answers", "environ", "takes"),
    [
        (Answers(version="kitty(0.26.5)", da1="62"), {"TERM": "xterm-kitty"}, True),
        (Answers(version="foot(1.13.1)", da1="62"), {"TERM": "foot"}, True),
        (Answers(version="XTerm(379)", da1="64"), {"TERM": "xterm"}, False),
        (Answers(da3="7E565445", da1="65"), {"TERM": "xterm-256color"}, False),
        (Answers(da3="7E565445", da1="65;52"), {"TERM": "xterm-256color"}, True),
        (Answers(version="tmux 3.3a", da1="1;2"), {"TERM": "tmux-256color", "TMUX": "x"}, False),
        (Answers(da1="1;2"), {"TERM": "xterm"}, True),
    ],
)
def test_terminals_that_take_texts_are_known_or_say_so(answers: Answers, environ: dict[str, str], takes: bool) -> None:  # noqa: FBT001
    assert identify(answers, environ).clipboard is takes
