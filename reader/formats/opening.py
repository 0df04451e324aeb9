"""Opening a document: its bytes, its format, its parser.

Every failure is a :class:`~reader.model.DocumentError` of one line that begins with the document's name.
"""

from pathlib import Path

from reader.formats.raw import OpenOptions, Raw
from reader.formats.reading import bytes_of
from reader.formats.registry import FORMATS, parser_of
from reader.formats.sniffing import format_of
from reader.model import Document, DocumentError


def open_document(path: str | Path, options: OpenOptions = OpenOptions()) -> Document:
    """The document in a file; "-" is standard input.

    Raises:
        DocumentError: It is missing, forbidden, a folder, too large, no text, damaged beyond reading, or in an unknown
            encoding or format.
    """
    if options.format not in FORMATS:
        raise DocumentError(f"{options.format}: unknown format; known are {', '.join(FORMATS)}")
    name = str(path)
    data = bytes_of(name)
    where = "" if name == "-" else str(Path(name).absolute())
    kind = format_of(data, where) if options.format == "auto" else options.format
    try:
        return parser_of(kind)(Raw(data, where, options))
    except DocumentError as error:
        raise DocumentError(f"{name}: {error}") from None
