"""Bytes to a :class:`~reader.model.Document`: reading, decoding, and a parser a format."""

from importlib import import_module
from typing import TYPE_CHECKING

from reader.formats.opening import open_document, open_several, open_snapshots
from reader.formats.raw import OpenOptions
from reader.formats.text import parse_text

if TYPE_CHECKING:
    from reader.formats.piped import Demand, snapshots_of_pipe

__all__ = [
    "Demand",
    "OpenOptions",
    "open_document",
    "open_several",
    "open_snapshots",
    "parse_text",
    "snapshots_of_pipe",
]

_OF_PIPES = ("Demand", "snapshots_of_pipe")
"""Loaded when they are first asked for: commands read no pipe as it is filled."""


def __getattr__(name: str) -> object:
    if name not in _OF_PIPES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("reader.formats.piped"), name)
