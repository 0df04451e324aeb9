"""Bytes to a :class:`~reader.model.Document`: reading, decoding, and a parser a format."""

from reader.formats.opening import open_document, open_several, open_snapshots
from reader.formats.raw import OpenOptions
from reader.formats.text import parse_text

__all__ = ["OpenOptions", "open_document", "open_several", "open_snapshots", "parse_text"]
