"""Opening what the command line names."""

import os
from collections.abc import Iterator

from reader.cli.arguments import Options
from reader.cli.diagnostics import say
from reader.formats import OpenOptions, open_document
from reader.model import Document, DocumentError, ExitCode
from reader.text.direction import isolate


def document_of(options: Options, path: str) -> Document:
    """The document of a path in the way the options ask for; its notices go to standard error.

    Raises:
        DocumentError: It cannot be read.
    """
    document = open_document(path, opening_of(options))
    announce(document, path, options)
    return document


def opening_of(options: Options) -> OpenOptions:
    """How the options ask for documents to be read."""
    return OpenOptions(format=options.format, encoding=options.encoding, direction=options.dir, repair=options.repair)


def announce(document: Document, path: str, options: Options) -> None:
    """Say on standard error what should be known of a document, a line each."""
    if document.meta.notices:
        from reader.locale import Messages, language_of_environment

        messages = Messages(options.lang or language_of_environment())
        for notice in document.meta.notices:
            say(f"{isolate(path)}: {messages.notice(notice)}")


class Documents:
    """The documents in the files and folders that are named, each with its path, in a stable order.

    The only file that is named must be readable. Among several, one that cannot be read is passed over with a word on
    standard error, said once; ``unread`` tells afterwards that this befell one that was named by itself, and was not
    only found in a folder.
    """

    def __init__(self, options: Options) -> None:
        self._options = options
        self._said: set[str] = set()
        self.unread = False
        self.several = len(options.paths) > 1 or any(name != "-" and is_folder(name) for name in options.paths)

    def __iter__(self) -> Iterator[tuple[str, Document]]:
        """Each path with its document.

        Raises:
            DocumentError: The only file that is named cannot be read.
        """
        for name in self._options.paths:
            try:
                for path in files_of([name]):
                    yield from self._opened(path, named=path == name)
            except DocumentError as error:
                if len(self._options.paths) == 1:
                    raise
                self._pass_over(error, named=True)

    def _opened(self, path: str, *, named: bool) -> Iterator[tuple[str, Document]]:
        try:
            document = document_of(self._options, path)
        except DocumentError as error:
            if named:
                raise
            self._pass_over(error, named=False)
            return
        except Exception as error:  # a defect of one document's: the others are read
            if not self.several:
                raise
            from reader.cli.defects import defect_line

            self._pass_over(DocumentError(f"{path}: {defect_line(error)}"), named=True)
            return
        yield path, document

    def _pass_over(self, error: DocumentError, *, named: bool) -> None:
        self.unread = self.unread or named
        if str(error) not in self._said:
            self._said.add(str(error))
            say(str(error))

    def status(self, *, found: bool) -> ExitCode:
        """How a command ends that has gone through them all and found something, or nothing."""
        if self.unread:
            return ExitCode.DOCUMENT
        return ExitCode.DONE if found else ExitCode.NOTHING_FOUND


def is_folder(name: str) -> bool:
    """Whether a path names a folder; one that no file can have does not."""
    return os.path.isdir(name)  # noqa: PTH112 - pathlib costs its time


def files_of(paths: list[str]) -> Iterator[str]:
    """The files named, and those in the folders named, in a stable order; hidden ones are passed over.

    Raises:
        DocumentError: A path does not exist.
    """
    for name in paths:
        if name == "-" or not is_folder(name):
            if name != "-" and not os.path.exists(name):  # noqa: PTH110
                raise DocumentError(f"{name}: no such file or folder; check the path")
            yield name
            continue
        from pathlib import Path

        path = Path(name)
        for found in sorted(path.rglob("*")):
            inside = found.relative_to(path).parts
            if found.is_file() and not any(part.startswith(".") for part in inside):
                yield str(found)
