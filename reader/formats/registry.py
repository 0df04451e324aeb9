"""The formats there are.

Every one has a module of its name with ``document_of(raw)``, imported when it is needed. One whose documents can be
long has ``snapshots_of(raw)`` besides: the same document, as it grows.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import cast

from reader.formats.raw import Raw
from reader.model import Document

FORMATS = ("auto", "text", "markdown", "html", "epub", "docx", "odt", "fb2", "openiti", "csv", "code", "terminal")

Parser = Callable[[Raw], Document]
"""Makes a document of raw bytes, or raises :class:`~reader.model.DocumentError`."""


def parser_of(name: str) -> Parser:
    """The parser of a format other than "auto"."""
    return cast("Parser", import_module(f"reader.formats.{name}").document_of)


def snapshots_of(name: str, raw: Raw) -> Iterator[Document]:
    """The document in a format as it grows, the whole of it last.

    Raises:
        DocumentError: It cannot be read; where, if not at once, then before its first snapshot.
    """
    module = import_module(f"reader.formats.{name}")
    if hasattr(module, "snapshots_of"):
        yield from module.snapshots_of(raw)
    else:
        yield module.document_of(raw)
