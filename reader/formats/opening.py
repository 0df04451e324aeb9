"""Opening a document: its bytes, its format, its parser; or a folder, or several documents to choose from.

Every failure is a :class:`~reader.model.DocumentError` of one line that begins with the document's name.
"""

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.formats.bounded_reading import LARGE, bytes_of, opened, size_of
from reader.formats.plugins import failed, format_named, installed, is_own, names
from reader.formats.raw import OpenOptions, Raw
from reader.formats.registry import COMPRESSED, Format, parser_of
from reader.formats.sniffing import asks_others, format_of, refusal, suffix_of, unreadable
from reader.model import Document, DocumentError
from reader.values import replace

if TYPE_CHECKING:
    from pathlib import Path


def open_document(path: "str | Path", options: OpenOptions = OpenOptions()) -> Document:
    """The document in a file or a folder; "-" is standard input.

    Raises:
        DocumentError: It is missing, forbidden, too large, no text, damaged beyond reading, or in an unknown
            encoding or format.
    """
    name = _checked(path, options)
    if _is_folder(name):
        from reader.formats import folder

        *_, document = folder.snapshots_of(name, options)
        return document
    if large := _large(name, options, linked=False):
        *_, document = large
        return document
    form, raw = _sniffed(name, options)
    try:
        return _with_lost(document_in(form, raw), raw)
    except DocumentError as error:
        raise DocumentError(f"{name}: {error}") from None


def open_snapshots(
    path: "str | Path", options: OpenOptions = OpenOptions(), *, linked: bool = False
) -> Iterator[Document]:
    """The same document as it grows: a long one's beginning as soon as it is there, the whole of it last.

    Args:
        path: The document's.
        options: How it is read.
        linked: Whether it is opened from another one or from a list: then only a file or a folder is.

    Raises:
        DocumentError: As above, before the first one.
    """
    name = _checked(path, options)
    if _is_folder(name):
        from reader.formats import folder

        yield from folder.snapshots_of(name, options)
        return
    if large := _large(name, options, linked=linked):
        yield from large
        return
    form, raw = _sniffed(name, options, linked=linked)
    snapshots = form.snapshots_of(raw) if is_own(form) else iter([document_in(form, raw)])
    yield from _named(name, (_with_lost(document, raw) for document in snapshots))


def open_several(paths: Sequence[str], options: OpenOptions = OpenOptions()) -> Iterator[Document]:
    """The document of one path as it grows, or one that lists those of several.

    Raises:
        DocumentError: The only one cannot be read, or none of several is there.
    """
    if len(paths) == 1:
        yield from open_snapshots(paths[0], options)
    else:
        from reader.formats import folder

        yield folder.listing_document(paths, options)


def _checked(path: "str | Path", options: OpenOptions) -> str:
    if options.format != "auto":
        chosen(options.format)
    return str(path)


def _is_folder(name: str) -> bool:
    return name != "-" and os.path.isdir(name)  # noqa: PTH112 - False for names that cannot be


def _large(name: str, options: OpenOptions, *, linked: bool) -> Iterator[Document] | None:
    """The document of a large text or log as it grows; None where it is something else."""
    if size_of(name) < LARGE:
        return None
    from reader.formats.large import HEAD, is_large, snapshots_of_file

    with opened(name, linked=linked) as file:
        head = file.read(HEAD)
    raw = Raw(head, _absolute(name), options)
    if head.startswith((b"PK", *COMPRESSED.values())) or unreadable(head):
        return None
    kind = format_of(head, raw.path) if options.format == "auto" else options.format
    if not is_large(kind, raw):
        return None
    return _named(name, snapshots_of_file(lambda: opened(name, linked=linked), kind, raw))


def _absolute(name: str) -> str:
    """The absolute path of one; what ``..`` leads back from may be a link, and stays."""
    if os.pardir in name:
        from pathlib import Path

        return str(Path(name).absolute())
    return os.path.abspath(name)  # noqa: PTH100 - pathlib costs its time


def _named(name: str, snapshots: Iterator[Document]) -> Iterator[Document]:
    """The snapshots, or what is wrong with a document of a name."""
    try:
        yield from snapshots
    except DocumentError as error:
        raise DocumentError(f"{name}: {error}") from None


def _sniffed(name: str, options: OpenOptions, *, linked: bool = False) -> tuple[Format, Raw]:
    """The format of a document and its bytes."""
    data = bytes_of(name, linked=linked)
    where = "" if name == "-" else _absolute(name)
    kind = options.format
    try:
        data = _unpacked(data)
        if kind == "auto":
            kind = format_of(data, where)
    except DocumentError as error:
        raise DocumentError(f"{name}: {error}") from None
    return chosen(kind), Raw(data, where, options)


def _with_lost(document: Document, raw: Raw) -> Document:
    """A document with what is said of formats that might have been meant and cannot be loaded."""
    lost = installed().lost if asks_others(suffix_of(raw.path)) else ()
    return replace(document, meta=replace(document.meta, notices=(*document.meta.notices, *lost))) if lost else document


def chosen(name: str) -> Format:
    """The format of a name.

    Raises:
        DocumentError: There is none.
    """
    form = format_named(name)
    if form is None:
        raise DocumentError(f"{name}: unknown format; known are {', '.join(names())}")
    return form


def document_in(form: Format, raw: Raw) -> Document:
    """The document in a format; plain text, with a word about it, where another package's format fails at it.

    Raises:
        DocumentError: It cannot be read.
    """
    try:
        return form.document_of(raw)
    except DocumentError:
        raise
    except Exception:
        if is_own(form):
            raise
        if raw.data.startswith(b"PK") or refusal(raw.data):
            raise DocumentError(f"the format {form.name}, which another package reads, does not work") from None
    document = parser_of("text")(raw)
    return replace(document, meta=replace(document.meta, notices=(*document.meta.notices, failed(form.name))))


def _unpacked(data: bytes) -> bytes:
    """The bytes of a document that may be compressed.

    Raises:
        DocumentError: It cannot be unpacked, or what is in it is no document.
    """
    if not data.startswith(tuple(COMPRESSED.values())):
        return data
    from reader.formats.compressed import unpacked

    data = unpacked(data)
    if why := unreadable(data):
        raise DocumentError(why)
    return data
