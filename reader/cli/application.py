"""Starting the application: the only place of the command line that loads Textual."""

from collections.abc import Callable, Iterator, Sequence

from reader.cli.arguments import Options
from reader.cli.asking import encoding_answered
from reader.cli.diagnostics import say
from reader.cli.documents import opening_of
from reader.cli.settled import complaints_of, configured, in_words
from reader.locale import Messages, language_of_environment
from reader.model import Document
from reader.store import Store
from reader.store.writes import DropAnnotation, KeepAnnotation, Write
from reader.terminal.encodings import TerminalEncoding
from reader.terminal.probe import Probed
from reader.terminal.style import ColourDepth
from reader.text.layout import Justification
from reader.view.actions import keymap_of
from reader.view.events import Beginning
from reader.view.page import MEASURE
from reader.view.session import Session
from reader.view.theme_names import THEMES

PATIENCE = 0.7
"""Seconds for which what waits is tried once more at the end."""

LONGEST = 120
"""Characters of a mark's words that are told."""


def run_application(
    options: Options,
    document: Document,
    rest: Iterator[Document],
    found: Probed,
    asked: TerminalEncoding | None,
    *,
    reached: Callable[[int], None],
    beginning: Beginning | None,
    may_ask: bool,
) -> int:
    """Read a document on the screen, until it is left.

    Args:
        options: The look that was asked for.
        document: What is read, or its beginning.
        rest: The longer snapshots that follow it.
        found: The terminal.
        asked: The encoding that was asked for.
        reached: Told how far one has come.
        beginning: Where one asked to begin.
        may_ask: Whether a person may be asked what reads right: not as a pager.

    Returns:
        The exit status; 128 and its number when a signal ended the program.
    """
    said = configured()
    keymap = keymap_of(said.keys)
    session = _session(options, document)
    from reader.tui.app import ReaderApp, Settings

    set_up = session.set_up
    plain = found.terminal.depth is ColourDepth.MONO
    settings = Settings(
        language=options.lang or set_up.language or said.language or language_of_environment(),
        theme=options.theme or ("mono" if plain else set_up.theme or said.theme or THEMES[0]),
        measure=options.width or said.width or MEASURE,
        justification=Justification(options.justify or set_up.justification or said.justify or Justification.NONE),
        isolate=options.isolate != "none",
        keymap=keymap,
        opening=opening_of(options),
        complaint=complaints[0] if (complaints := complaints_of(said, keymap.refused)) else None,
    )
    messages = Messages(settings.language)
    for complaint in complaints:
        say(in_words(complaint, messages))
    remembered = session.encoding_for(found.terminal.key)
    encoding = asked or (TerminalEncoding(remembered) if remembered in set(TerminalEncoding) else None)
    if may_ask and not encoding and found.terminal.guessed and not found.typed and not options.no_state:
        encoding = encoding_answered(found, settings.language)
        # Once: what any other key leaves as it is counts as chosen, too.
        session.remember_encoding(found.terminal.key, encoding or found.terminal.encoding)
    rest_or_none = None if document.complete else rest
    app = ReaderApp(
        document, session, settings, found, encoding, rest=rest_or_none, reached=reached, beginning=beginning
    )
    try:
        status = app.run()
    finally:
        _tell_lost(session.store.close(PATIENCE))
    if app.defect:
        raise app.defect
    return status if status is not None else app.return_code or 0


def _tell_lost(lost: Sequence[Write]) -> None:
    """Name on standard error what was marked and could not be kept, whatever ended the program."""
    for write in lost:
        if isinstance(write, KeepAnnotation | DropAnnotation):
            one = write.annotation
            done = "removed" if isinstance(write, DropAnnotation) else str(one.kind)
            words = " ".join((one.note or one.anchor.exact).split())[:LONGEST]
            say(f"not kept: {done}: {words} ({one.path})")


def _session(options: Options, document: Document) -> Session:
    """The document's memory; one that ends with the program where nothing is to be remembered."""
    return Session(Store.in_memory() if options.no_state else Store.open(), document)
