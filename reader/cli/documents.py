"""Opening what the command line names."""

from collections.abc import Iterator
from pathlib import Path

from reader.cli.diagnostics import say
from reader.cli.options import Options
from reader.formats import OpenOptions, open_document
from reader.model import Document, DocumentError


def document_of(options: Options, path: str) -> Document:
    """The document of a path in the way the options ask for; its notices go to standard error.

    Raises:
        DocumentError: It cannot be read.
    """
    document = open_document(path, opening_of(options))
    announce(document, path)
    return document


def opening_of(options: Options) -> OpenOptions:
    """How the options ask for documents to be read."""
    return OpenOptions(format=options.format, encoding=options.encoding, direction=options.dir)


def announce(document: Document, path: str) -> None:
    """Say on standard error what should be known of a document, a line each."""
    for warning in document.meta.warnings:
        say(f"{path}: {warning}")


def documents_of(options: Options) -> Iterator[tuple[str, Document]]:
    """The documents in the files and folders that are named, each with its path.

    Among several, one that cannot be read is passed over, with a word on standard error.

    Raises:
        DocumentError: The only file cannot be read, or a path does not exist.
    """
    alone = len(options.paths) == 1
    for path in files_of(options.paths):
        try:
            document = document_of(options, path)
        except DocumentError as error:
            if alone and path == options.paths[0]:
                raise
            say(str(error))
            continue
        yield path, document


def files_of(paths: list[str]) -> Iterator[str]:
    """The files named, and those in the folders named, in a stable order; hidden ones are passed over.

    Raises:
        DocumentError: A path does not exist.
    """
    for name in paths:
        path = Path(name)
        if name == "-" or not path.is_dir():
            if name != "-" and not path.exists():
                raise DocumentError(f"{name}: no such file or folder; check the path")
            yield name
            continue
        for found in sorted(path.rglob("*")):
            inside = found.relative_to(path).parts
            if found.is_file() and not any(part.startswith(".") for part in inside):
                yield str(found)
