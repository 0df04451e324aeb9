"""Where the state is kept, and on what kind of file system."""

import os
import sys
from pathlib import Path

from reader.model import StateError

FILE_NAME = "reader.db"

_REMOTE = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "ncpfs", "afs", "9p", "ceph", "lustre", "fuse.sshfs"}
)
"""File systems over a network, as the kernel names them; a write-ahead log needs memory they do not share."""

_MOUNTS = Path("/proc/self/mountinfo")


def state_folder() -> Path:
    """``READER_STATE`` when it is set, else the user's state folder by the customs of the platform.

    Raises:
        StateError: It is in the home folder of somebody who has none, or relative to one that is gone; its text is the
            path.
    """
    if chosen := os.environ.get("READER_STATE"):
        return absolute_path(chosen)
    if folder := xdg_folder("XDG_STATE_HOME", ".local/state"):
        return folder
    from platformdirs import user_state_path  # noqa: PLC0415 - not every command keeps a state

    return absolute_path(str(user_state_path("reader", appauthor=False)))


def xdg_folder(variable: str, usual: str) -> Path | None:
    """The reader's folder by the XDG Base Directory Specification; None where :mod:`platformdirs` has to say.

    Loading that costs five milliseconds, a twentieth of the time to the first page, and on Linux there is no more to it
    than this.

    Args:
        variable: What the environment may call the folder's parent; anything but an absolute path is ignored.
        usual: Where that is below the user's home folder.
    """
    home, chosen = os.environ.get("HOME", ""), os.environ.get(variable, "")
    if sys.platform != "linux" or "ANDROID_ROOT" in os.environ or not home.startswith("/"):
        return None
    return Path(chosen if chosen.startswith("/") else f"{home}/{usual}", "reader")


def absolute_path(written: str) -> Path:
    """The absolute path of one that a user has written, ``~`` meaning somebody's home folder.

    Raises:
        StateError: There is no such home, or the path is relative to a folder that is gone; its text is the path.
    """
    try:
        return Path(written).expanduser().absolute()
    except (RuntimeError, OSError, ValueError):
        raise StateError(written) from None


def has_path(path: str) -> bool:
    """Whether a document's path names a file: not standard input, not a text made in the program."""
    return path not in {"", "-"}


def is_remote(folder: Path) -> bool:
    """Whether a folder lies on a network file system, by the mount table; no where the system shows none."""
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    where = folder.resolve()
    best, kind = -1, ""
    for line in mounts:
        # proc(5): … mount-point options [tags] - type source options; a space in a path is written \040.
        left, _, right = line.partition(" - ")
        point = left.split(" ")[4].replace("\\040", " ")
        if len(point) >= best and where.is_relative_to(point):
            best, kind = len(point), right.split(" ")[0]
    return kind in _REMOTE
