"""The user's own editor on a text, in a file that nobody else may read; the reader gives it the terminal."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from reader.view.annotation_events import TextEdited


def editor_of(environ: Mapping[str, str]) -> list[str]:
    """The command the user names (VISUAL, then EDITOR), else ``vi``.

    Raises:
        ValueError: Its quotes are not closed.
    """
    return shlex.split(environ.get("VISUAL") or environ.get("EDITOR") or "vi")


def edit(app: App[Any], text: str) -> TextEdited:
    """Give the terminal to the editor until it ends; its text, or why there is none."""
    handle, name = tempfile.mkstemp(prefix="reader-note-", suffix=".md")  # mode 0600
    path = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        with app.suspend():
            status = subprocess.run([*editor_of(os.environ), name], check=False).returncode  # noqa: S603 - the user's
        if status:
            return TextEdited(text, f"{editor_of(os.environ)[0]}: {status}")
        return TextEdited(path.read_text(encoding="utf-8", errors="replace"))
    except (OSError, ValueError, SuspendNotSupported) as error:
        return TextEdited(text, getattr(error, "strerror", None) or str(error))
    finally:
        path.unlink(missing_ok=True)


def open_file(app: App[Any], path: str, line: int) -> str:
    """Give the terminal to the editor on a file at a line; "", or why it could not be started.

    ``+LINE`` is understood by vi, Vim, Neovim, Emacs, nano, Kakoune, micro and ed's kin.
    """
    try:
        command = [*editor_of(os.environ), f"+{line}", path]
        with app.suspend():
            subprocess.run(command, check=False)  # noqa: S603 - the user's
    except (OSError, ValueError, SuspendNotSupported) as error:
        return getattr(error, "strerror", None) or str(error)
    return ""
