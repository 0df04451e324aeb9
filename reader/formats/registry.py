"""The formats there are. Every one has a module of its name with ``document_of(raw)``, imported when it is needed."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from reader.formats.raw import Raw
from reader.model import Document

FORMATS = ("auto", "text", "markdown", "html", "epub", "docx", "odt", "fb2", "openiti", "csv", "code")

Parser = Callable[[Raw], Document]
"""Makes a document of raw bytes, or raises :class:`~reader.model.DocumentError`."""


def parser_of(name: str) -> Parser:
    """The parser of a format other than "auto"."""
    return cast("Parser", import_module(f"reader.formats.{name}").document_of)
