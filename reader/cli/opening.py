"""``reader PATH``: open the reader, or print where there is no terminal to open it in."""

import os
import sys
from collections.abc import Iterator
from itertools import islice

from reader.cli.arguments import Options
from reader.cli.documents import announce, opening_of
from reader.cli.places import asked_for
from reader.cli.starting import Start, started, started_elsewhere
from reader.cli.terminals import DRIVER, is_driven, window_size
from reader.formats import Demand, open_several, snapshots_of_pipe
from reader.model import Document, ExitCode, TerminalError, UsageError
from reader.text.patterns import lazy_pattern
from reader.view.arrange import SMALLEST_COLUMNS, SMALLEST_ROWS
from reader.view.beginnings import AtEnd, AtFollowed, AtLine, AtRecent, AtWords, Beginning


def run(options: Options) -> int:
    """Open a document, or a list of several to choose from.

    Raises:
        UsageError: No document is named where there is no terminal, or standard input among several.
        DocumentError: It cannot be read.
        TerminalError: The terminal cannot show the reader.
    """
    asked = asked_for(options.paths)
    elsewhere = is_driven()
    alone = not asked.paths and (elsewhere or (sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()))
    paths = ["."] if alone else _paths(asked.paths)
    if elsewhere and "-" in paths:
        raise UsageError(f"standard input is the driver's ({DRIVER}); name a file or folder")
    if not elsewhere and not sys.stdout.isatty():
        *_, document = open_several(paths, opening_of(options))
        announce(document, paths[0], options)
        from reader.cli.printing import print_document

        print_document(options, document)
        return ExitCode.DONE
    demand = Demand()
    snapshots = _snapshots(paths, options, demand)
    document = next(snapshots)
    if not elsewhere and _may_end_at_once(options, paths):
        document = _a_screenful(document, snapshots)
        if document.complete and _fits(document):
            from reader.cli.printing import print_document

            print_document(options, document)
            return ExitCode.DONE
    beginning = AtFollowed() if options.follow else AtRecent() if alone else asked.beginning
    if isinstance(beginning, AtLine | AtEnd | AtWords) and paths != ["-"]:
        *_, document = (document, *snapshots)
    start = started_elsewhere(options, document) if elsewhere else _started(options, document, beginning)
    try:
        from reader.cli.application import run_application

        return run_application(
            options,
            document,
            snapshots,
            start,
            reached=demand.reached,
            beginning=beginning,
            may_ask=paths != ["-"] and not options.quit_if_one_screen,
        )
    finally:
        if start.first:
            start.first.takeover.give_back()


def _started(options: Options, document: Document, beginning: Beginning | None) -> Start:
    """The start on the terminal, with the first page where it is known.

    Raises:
        TerminalError: It cannot show the reader.
    """
    _keys_from_terminal()
    columns, rows = window_size()
    if columns < SMALLEST_COLUMNS or rows < SMALLEST_ROWS:
        needed = f"{SMALLEST_COLUMNS}×{SMALLEST_ROWS}"
        raise TerminalError(
            f"the window is {columns}×{rows}, the reader needs {needed}; enlarge it or use 'reader print'"
        )
    return started(options, document, columns, rows, beginning=beginning)


def _snapshots(paths: list[str], options: Options, demand: Demand) -> Iterator[Document]:
    """The named documents, as they grow; a pipe no faster than it is read, and where keys cannot be taken for text."""
    if paths != ["-"] or sys.stdin is None or sys.stdin.closed or sys.stdin.isatty():
        return open_several(paths, opening_of(options))
    return snapshots_of_pipe(os.dup(sys.stdin.fileno()), opening_of(options), demand)


def _may_end_at_once(options: Options, paths: list[str]) -> bool:
    """Whether what fits on the screen is to be printed: asked for, or by an F in LESS, for what is piped.

    git sets LESS=FRX where nobody has set it, and expects its pager to end where there is little to show.
    """
    if options.quit_if_one_screen:
        return len(paths) == 1
    less = os.environ.get("LESS", "").split()
    flags = [word.lstrip("-") for word in less if not word.startswith("--")]
    return paths == ["-"] and ("--quit-if-one-screen" in less or any(_LESS_F.match(flag) for flag in flags))


_LESS_F = lazy_pattern(r"[^PpxjkoOtTybhzD#\"]*F")
"""An F among one-letter options, before one that takes a value."""


def _a_screenful(document: Document, snapshots: Iterator[Document]) -> Document:
    """The document, waited for until it is at its end or more than a screen."""
    while not document.complete and _fits(document):
        document = next(snapshots)
    return document


def _fits(document: Document) -> bool:
    """Whether a document is shown whole on the terminal's screen, a row left for the shell's prompt."""
    from reader.view.printing import printed_lines

    columns, rows = window_size()
    return sum(1 for _ in islice(printed_lines(document, columns), rows)) < rows


def _paths(paths: list[str]) -> list[str]:
    if len(paths) > 1 and "-" in paths:
        raise UsageError("standard input is read alone; name files, or '-'")
    if paths:
        return paths
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("no document; name a file or folder, or pipe text in: see 'reader --help'")
    return ["-"]


def _keys_from_terminal() -> None:
    """Where standard input was the document or is no terminal, keys come from the controlling terminal.

    Raises:
        TerminalError: There is none.
    """
    if sys.stdin is not None and sys.stdin.isatty():
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except OSError:
        raise TerminalError("no terminal to read keys from; use 'reader print'") from None
    os.dup2(terminal, 0)
    os.close(terminal)
