"""Opening an address outside the reader, with the program the desktop has for it.

Nothing is opened unless the user asks twice. Only addresses of the web and of mail are, and only where there is a
desktop: at the far end of a line, a browser would open on the wrong machine or in the reader's own terminal.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping

from reader.text.addresses import cleaned, parts_of

SCHEMES = frozenset(("http", "https", "mailto"))

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")

Which = Callable[[str], str | None]


def opener_of(
    address: str, environ: Mapping[str, str], *, platform: str = sys.platform, which: Which = shutil.which
) -> tuple[str, ...]:
    """The command that opens an address; empty where there is none, or where the address is of no known kind.

    No control character reaches the command, see :func:`~reader.text.addresses.cleaned`.
    """
    address = cleaned(address)
    if parts_of(address).scheme not in SCHEMES:
        return ()
    if platform == "darwin":
        names: tuple[str, ...] = () if environ.get("SSH_CONNECTION") else ("open",)
    elif environ.get("WSL_DISTRO_NAME"):
        names = ("wslview",)
    else:
        names = ("xdg-open", "gio") if any(environ.get(name) for name in _DISPLAYS) else ()
    found = next(((name, path) for name in names if (path := which(name))), None)
    if found is None:
        return ()
    return (found[1], "open", address) if found[0] == "gio" else (found[1], address)


def launch(command: tuple[str, ...]) -> bool:
    """Start a command away from the terminal; whether that could be done."""
    try:
        subprocess.Popen(  # noqa: S603 - an address is one argument, no shell sees it
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True
