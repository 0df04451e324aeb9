"""Bytes to a :class:`~reader.model.Document`: reading, decoding, and a parser a format."""

from reader.formats.opening import open_document, open_several, open_snapshots
from reader.formats.piped import Demand, snapshots_of_pipe
from reader.formats.raw import OpenOptions
from reader.formats.text import parse_text

__all__ = [
    "Demand",
    "OpenOptions",
    "open_document",
    "open_several",
    "open_snapshots",
    "parse_text",
    "snapshots_of_pipe",
]
