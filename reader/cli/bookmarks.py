"""``reader bookmarks``: what is marked in all documents, for reading, keeping and taking along."""

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from reader.cli.arguments import Options
from reader.cli.diagnostics import say
from reader.cli.documents import opening_of
from reader.cli.output import Printer, write_json
from reader.formats import open_document
from reader.locale import Messages, language_of_environment
from reader.model import AnchorState, Direction, Document, DocumentError, ExitCode, StateError
from reader.store import PlacedAnnotation, Store, exchange
from reader.store.writes import DropAnnotation, ForgetVersions
from reader.view.styled import TextRole, isolated, quoted, styled


def _store(options: Options) -> Store:
    """The user's store; an empty one where nothing is to be remembered.

    Raises:
        StateError: It cannot be used.
    """
    return Store.in_memory() if options.no_state else Store.open()


def listed(options: Options) -> ExitCode:
    """Print the bookmarks, document by document in the order of the text; the exit status says whether there are any.

    A bookmark whose document cannot be read any more is an orphan, and its place the one that was saved.
    """
    if options.form:
        return exported(options)
    messages = Messages(options.lang or language_of_environment())
    found = False
    with closing(_store(options)) as store, Printer(options) as printer:
        for document, placed in _placed(options, store):
            found = True
            if options.json:
                write_json(_object(placed, document))
            else:
                _write(printer, placed, document, messages)
    return ExitCode.DONE if found else ExitCode.NOTHING_FOUND


def _placed(options: Options, store: Store) -> Iterator[tuple[Document | None, PlacedAnnotation]]:
    """Every bookmark that is asked for, where it is now; no document where it cannot be read."""
    marks = store.all_annotations()
    seen: set[str] = set()
    # What another program marked is listed with the document that is about it, so those without a path come last.
    named = sorted(marks, key=lambda mark: not mark.path)
    for path in dict.fromkeys(options.paths or (mark.path for mark in named)):
        own = [mark for mark in marks if not options.paths and mark.path == path]
        document = _document(options, path, asked=bool(options.paths))
        here = (
            store.annotations(document)
            if document is not None
            else [PlacedAnnotation(m, AnchorState.ORPHAN, None) for m in own]
        )
        for placed in here:
            # A copy of a document has its bookmarks too; each is listed once, with the document it was made in.
            foreign = not placed.annotation.digest
            if placed.annotation.id not in seen and (options.paths or foreign or placed.annotation.path == path):
                seen.add(placed.annotation.id)
                yield document, placed


def _document(options: Options, path: str, *, asked: bool) -> Document | None:
    """The document of a path; None where a bookmark's is gone.

    Raises:
        DocumentError: It was asked for by name and cannot be read.
    """
    try:
        return open_document(path, opening_of(options)) if asked or Path(path).is_file() else None
    except DocumentError:
        if asked:
            raise
        return None


def _object(placed: PlacedAnnotation, document: Document | None) -> dict[str, object]:
    mark = placed.annotation
    here = placed.range or mark.anchor.range
    return {
        "id": mark.id,
        "path": mark.path,
        "title": mark.title,
        "start": here.start,
        "end": here.end,
        "text": document.slice(here) if document is not None and placed.range else mark.anchor.exact,
        "note": mark.note,
        "kind": str(mark.kind),
        "colour": mark.colour,
        "section": _section(placed, document),
        "state": str(placed.state),
        "created": mark.created.isoformat(),
    }


def _section(placed: PlacedAnnotation, document: Document | None) -> str:
    """The title of the section it is in now, or was in when it was made."""
    (entry,) = exchange.entries_of((placed,), document)
    return " ".join(entry.sections[-1].split()) if entry.sections else ""


def _write(printer: Printer, placed: PlacedAnnotation, document: Document | None, messages: Messages) -> None:
    """A bookmark on a line, its note on another."""
    mark = placed.annotation
    direction = document.direction if document is not None else Direction.LTR
    text = (
        quoted(document, placed.range)
        if document is not None and placed.range
        else isolated(" ".join(mark.anchor.exact.split()))
    )
    told = placed.state in (AnchorState.APPROXIMATE, AnchorState.ORPHAN)
    state = styled("  ") + isolated(messages.text(f"bookmark.{placed.state}"), TextRole.NOTICE) if told else styled("")
    place = isolated(f"{mark.id}  {mark.path}", TextRole.MUTED)
    printer.write(place + state + styled("  ") + text, direction)
    if mark.note:
        printer.write(styled("    ") + isolated(" ".join(mark.note.split())), direction)


def exported(options: Options) -> ExitCode:
    """Write bookmarks to a file, which nobody else may read then, or to standard output.

    The form is that of ``--format``, else that of the file's ending, else lines that can be imported.

    Raises:
        StateError: The file cannot be written.
    """
    form = exchange.Form(options.form) if options.form else exchange.form_of(options.path) or exchange.Form.JSONL
    with closing(_store(options)) as store:
        entries = [
            entry for document, placed in _placed(options, store) for entry in exchange.entries_of((placed,), document)
        ]
        text = exchange.written(form, entries, store.versions())
    if options.path == "-":
        sys.stdout.write(text if text.endswith("\n") or not text else f"{text}\n")
    else:
        _write_file(options.path, text)
    return ExitCode.DONE if entries else ExitCode.NOTHING_FOUND


def _write_file(path: str, text: str) -> None:
    try:
        exchange.write_private(Path(path), text)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise StateError(f"cannot write {path}: {reason}; name another file") from error


def imported(options: Options) -> ExitCode:
    """Take in a file of bookmarks, all of it or nothing, and say on standard error what was new.

    What it is is told by what is in it: this reader's exports, Web Annotations, KOReader's files, Kindle's clippings.

    Raises:
        DocumentError: The file cannot be read.
        StateError: It is nothing of these, or nothing can be saved.
    """
    try:
        data = sys.stdin.buffer.read() if options.path == "-" else Path(options.path).read_bytes()
    except (OSError, ValueError, AttributeError) as error:
        raise DocumentError(f"{options.path}: {_reason(error)}; name a file of bookmarks") from error
    with closing(_store(options)) as store:
        try:
            versions, annotations = exchange.read(data)
            count = exchange.take_in(store, annotations, versions)
        except StateError as error:
            raise StateError(f"{options.path}: {error}; nothing was imported") from error
    say(f"{count.new} imported, {count.known} known already")
    return ExitCode.DONE


def _reason(error: Exception) -> str:
    """Why an exported file cannot be read."""
    match error:
        case OSError():
            return error.strerror or str(error)
        case AttributeError():  # there is no standard input
            return "standard input is closed"
        case _:
            return str(error)


def removed(options: Options) -> ExitCode:
    """Remove bookmarks by their ids; one that is not there is told, the others are removed."""
    status = ExitCode.DONE
    with closing(_store(options)) as store:
        kept = {one.id: one for one in store.all_annotations()}
        for name in options.ids:
            if name in kept:
                store.keep_now(DropAnnotation(kept.pop(name)), ForgetVersions())
            else:
                say(f"{name}: no such bookmark; 'reader bookmarks list' shows them")
                status = ExitCode.NOTHING_FOUND
    return status
