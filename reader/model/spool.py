"""Files made once and kept on disk: text converted to UTF-8, the output of a pipe, folded text.

The file has no name any more when it is used, so that nothing is left of it however the program ends.
"""

import os
from pathlib import Path
from typing import IO

from reader.model.errors import DocumentError


def spooled() -> IO[bytes]:
    """A new file for what is kept, in the user's cache folder, else where temporary files go.

    Raises:
        DocumentError: There is no folder that it can be made in.
    """
    from tempfile import TemporaryFile, gettempdir  # noqa: PLC0415 - every compression of archives comes with it

    for folder in (_cache(), Path(gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return TemporaryFile(dir=folder, buffering=0)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
    raise DocumentError(f"nothing can be kept in {folder}: {reason}; set XDG_CACHE_HOME to a folder with room")


def keep(file: IO[bytes], data: bytes) -> None:
    """Add to what is kept.

    Raises:
        DocumentError: There is no room.
    """
    view = memoryview(data)
    try:
        while view:
            view = view[os.write(file.fileno(), view) :]
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DocumentError(
            f"no more of it can be kept in {_cache()}: {reason}; "
            "make room, or set XDG_CACHE_HOME to a folder that has some"
        ) from None


def _cache() -> Path:
    from platformdirs import user_cache_path  # noqa: PLC0415 - few documents are kept

    return user_cache_path("reader")
