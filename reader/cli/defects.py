"""When the reader itself fails: one line for the user, the rest in a file for whoever mends it."""

import traceback
from pathlib import Path

from reader import __version__
from reader.cli.streams import open_private
from reader.model import StateError
from reader.store.paths import state_folder

FILE_NAME = "defect.txt"


def defect_line(error: BaseException) -> str:
    """The line the user is told; the traceback goes to a file in the state folder, if that can be written."""
    told = f"a defect of the reader: {type(error).__name__}"
    report = _write(f"reader {__version__}\n\n{''.join(traceback.format_exception(error))}")
    return f"{told}; please report it with {report}" if report else f"{told}: {error}"


def _write(text: str) -> Path | None:
    try:
        folder = state_folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / FILE_NAME
        with open_private(path) as file:
            file.write(text)
    except (OSError, StateError):
        return None
    return path
