"""Opening what the command line names."""

from collections.abc import Iterator
from pathlib import Path

from reader.cli.options import Options
from reader.formats import OpenOptions, open_document
from reader.model import Document, DocumentError


def document_of(options: Options, path: str) -> Document:
    """The document of a path in the way the options ask for.

    Raises:
        DocumentError: It cannot be read.
    """
    return open_document(path, OpenOptions(format=options.format, encoding=options.encoding, direction=options.dir))


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
