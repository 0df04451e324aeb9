"""Opening a document: its bytes, its format, its parser; or a folder, or several documents to choose from.

Every failure is a :class:`~reader.model.DocumentError` of one line that begins with the document's name.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from reader.formats.folder import folder_document, listing_document
from reader.formats.raw import OpenOptions, Raw
from reader.formats.reading import bytes_of
from reader.formats.registry import FORMATS, parser_of
from reader.formats.sniffing import format_of
from reader.model import Document, DocumentError


def open_document(path: str | Path, options: OpenOptions = OpenOptions()) -> Document:
    """The document in a file or a folder; "-" is standard input.

    Raises:
        DocumentError: It is missing, forbidden, too large, no text, damaged beyond reading, or in an unknown
            encoding or format.
    """
    if options.format not in FORMATS:
        raise DocumentError(f"{options.format}: unknown format; known are {', '.join(FORMATS)}")
    name = str(path)
    if name != "-" and os.path.isdir(name):  # noqa: PTH112 - False for names that cannot be
        return folder_document(name, options)
    data = bytes_of(name)
    where = "" if name == "-" else str(Path(name).absolute())
    kind = format_of(data, where) if options.format == "auto" else options.format
    try:
        return parser_of(kind)(Raw(data, where, options))
    except DocumentError as error:
        raise DocumentError(f"{name}: {error}") from None


def open_documents(paths: Sequence[str], options: OpenOptions = OpenOptions()) -> Document:
    """The document of one path, or one that lists those of several.

    Raises:
        DocumentError: The only one cannot be read, or none of several is there.
    """
    return open_document(paths[0], options) if len(paths) == 1 else listing_document(paths, options)
