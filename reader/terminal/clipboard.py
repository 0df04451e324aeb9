"""Programs that take a text for the clipboard, where the terminal does not take it from what it is sent (OSC 52)."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping

Which = Callable[[str], str | None]

PATIENCE = 2.0
"""Seconds a program has for taking a text."""


def clipboard_command(
    environ: Mapping[str, str], *, platform: str = sys.platform, which: Which = shutil.which
) -> tuple[str, ...]:
    """The command that reads a text from its standard input for the clipboard; empty where there is none.

    The one of a display that is here comes first. tmux keeps a text in its own buffer, which its key for pasting
    inserts, and sends it on to the terminal outside (``-w``, tmux 3.2 and later).
    """
    known: tuple[tuple[str, ...], ...] = ()
    if platform == "darwin" and not environ.get("SSH_CONNECTION"):
        known += (("pbcopy",),)
    if environ.get("WAYLAND_DISPLAY"):
        known += (("wl-copy",),)
    if environ.get("DISPLAY"):
        known += (("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input"))
    if environ.get("WSL_DISTRO_NAME"):
        known += (("clip.exe",),)
    if environ.get("TMUX"):
        known += (("tmux", "load-buffer", "-w", "-"),)
    return next(((path, *command[1:]) for command in known if (path := which(command[0]))), ())


def give(command: tuple[str, ...], text: str) -> bool:
    """Let a command take a text; whether it did."""
    try:
        done = subprocess.run(  # noqa: S603 - the text goes to its standard input, no shell sees it
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
            start_new_session=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
