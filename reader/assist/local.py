"""A model on this machine: a child process with llama.cpp's server in it, on a private socket.

The folder of the socket is 0700 (the server makes the socket itself readable for all). The child's error output goes to
a file in it, which tells why it ended.
"""

import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from select import select
from shutil import rmtree
from threading import Event
from time import monotonic
from typing import Self

from reader.assist.client import Endpoint
from reader.model import AssistantError

LOADED_WITHIN = 300.0
"""Seconds a model may take to load; a large one comes from a slow disk."""

_LOOK_AGAIN = 0.2
_TAIL = 4_000


class LocalModel:
    """A model that is served by a child of this process; a context manager.

    Args:
        model: The GGUF file.
        context: Tokens of its context; 0 for the model's own.
        mmproj: The GGUF file of its eyes; "" for none.
    """

    def __init__(self, model: str, context: int = 0, mmproj: str = "") -> None:
        self._model = Path(model).expanduser()
        self._context = context
        self._mmproj = Path(mmproj).expanduser() if mmproj else None
        self._folder: Path | None = None
        self._child: subprocess.Popen[bytes] | None = None

    def start(self, cancelled: Event | None = None) -> Endpoint:
        """Start it, or find it running; where it answers.

        Raises:
            AssistantError: The extra is not installed, the file is none, or the model does not fit.
        """
        if self._child is not None and self._child.poll() is None and self._folder is not None:
            return self._endpoint(self._folder)
        self.stop()
        if find_spec("xllamacpp") is None:
            raise AssistantError("models of this machine need an extra: pip install 'bidi-reader[local]'")
        if not self._model.is_file():
            raise AssistantError(f"{self._model}: no such file; see assistant.model")
        if self._mmproj and not self._mmproj.is_file():
            raise AssistantError(f"{self._mmproj}: no such file; see assistant.mmproj")
        self._folder = Path(tempfile.mkdtemp(prefix="reader-model-"))
        with (self._folder / "errors").open("wb") as errors:
            self._child = subprocess.Popen(  # noqa: S603 - this interpreter, with a file the user named
                [
                    sys.executable,
                    "-m",
                    "reader.assist.serve",
                    str(self._model),
                    str(self._folder / "model.sock"),
                    str(self._context),
                    str(self._mmproj or ""),
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                start_new_session=True,
            )
        self._await_ready(self._child, cancelled or Event())
        return self._endpoint(self._folder)

    def stop(self) -> None:
        """End the child and take its folder away."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()
        if self._folder is not None:
            rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _endpoint(self, folder: Path) -> Endpoint:
        return Endpoint(f"unix:{folder / 'model.sock'}", self._model.stem)

    def _await_ready(self, child: subprocess.Popen[bytes], cancelled: Event) -> None:
        given_up = monotonic() + LOADED_WITHIN
        assert child.stdout is not None  # noqa: S101 - it was asked for
        said = b""
        while b"\n" not in said:
            if cancelled.is_set() or monotonic() > given_up:
                self.stop()
                raise AssistantError(f"{self._model.name} was not loaded in time; a smaller model loads sooner")
            if not select([child.stdout], [], [], _LOOK_AGAIN)[0]:
                continue
            piece = os.read(child.stdout.fileno(), 4096)
            if not piece:
                why = self._why(child)
                self.stop()
                raise AssistantError(why)
            said += piece

    def _why(self, child: subprocess.Popen[bytes]) -> str:
        """Why a child ended that was to serve."""
        status = child.wait()
        folder = self._folder or Path()
        with (folder / "errors").open("rb") as errors:
            errors.seek(0, os.SEEK_END)
            errors.seek(max(0, errors.tell() - _TAIL))
            said = errors.read().decode("utf-8", "replace")
        memory = "memory" in said or "alloc" in said or status == -9
        remedy = (
            "it needs more memory than there is: try a smaller model or assistant.context"
            if memory
            else ("is it a GGUF file that this version of llama.cpp reads?")
        )
        return f"{self._model.name} cannot be loaded; {remedy}"
