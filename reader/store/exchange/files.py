"""Files that only the user may read, whole or not at all."""

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path


def write_private(path: Path, text: str) -> None:
    """Write a file of mode 0600; one that is there already is replaced when all is written, and not before.

    Raises:
        OSError: It cannot be written; what was there before is still there.
    """
    data = text.encode("utf-8", "surrogatepass")
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):  # a device, a pipe
        path.write_bytes(data)
        return
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")  # mode 0600
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
