"""Starting the application: the only place of the command line that loads Textual."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from threading import Timer

from reader.cli.arguments import Options
from reader.cli.diagnostics import say
from reader.cli.documents import opening_of
from reader.cli.encoding_question import encoding_answered
from reader.cli.starting import Start, encoding_in, is_linear, language_in, looks_of
from reader.model import Document
from reader.store.conversations import is_conversation
from reader.store.writes import DropAnnotation, KeepAnnotation, KeepSetting, Write
from reader.terminal.encodings import TerminalEncoding
from reader.terminal.keyboard import keyboard_expected
from reader.terminal.probe import Probed
from reader.text import kept_patterns
from reader.tui.early import EarlyInterface
from reader.tui.settings import Settings, start_of, workspace_of
from reader.view.actions import keymap_of
from reader.view.beginnings import Beginning
from reader.view.session import Session

PATIENCE = 0.7
"""Seconds for which what waits is tried once more at the end."""

LONGEST = 120
"""Characters of a mark's words that are told."""

_STILL = 1.0
"""Seconds after which patterns that had to be compiled are kept: the interface is there, the end may come unasked."""


def run_application(
    options: Options,
    document: Document,
    rest: Iterator[Document],
    start: Start,
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
        start: The terminal, what it shows already, and what is remembered.
        reached: Told how far one has come.
        beginning: Where one asked to begin.
        may_ask: Whether a person may be asked what reads right: not as a pager.

    Returns:
        The exit status; 128 and its number when a signal ended the program.
    """
    session, said = start.session, start.configured
    found = start.probing.finished(0) if start.probing else start.found  # what has come since the first screen
    looks = looks_of(options, start.memory, said, found)
    settings = Settings(
        language=language_in(options, start.memory, said),
        theme=looks.theme,
        measure=looks.measure,
        justification=looks.justification,
        isolate=looks.isolate,
        keymap=keymap_of(said.keys),
        opening=opening_of(options),
        complaint=start.complaint,
        linear=is_linear(options, said),
    )
    early = _early(document, start, settings, beginning, reached)
    try:
        if early and start.probing:
            early.live(start.probing, "reader.tui.app")
        with early.undisturbed() if early else nullcontext():
            from reader.tui.app import ReaderApp

            found = start.probing.finished(0) if start.probing else start.found
            encoding = encoding_in(options, session, found.terminal.key)
            if may_ask and early is None and not encoding and not options.no_state:
                encoding = _answered(session, settings, found)
            app = ReaderApp(
                document,
                session,
                settings,
                found,
                encoding,
                rest=None if document.complete else rest,
                reached=reached,
                beginning=beginning,
                begun=early.begun if early else None,
            )
        keeping = Timer(_STILL, kept_patterns.keep)
        keeping.daemon = True
        keeping.start()
        status = app.run()
    except BaseException:  # Ctrl+C and signals among them: the place is kept as at any other end
        if early:
            early.keep(session)
        raise
    finally:
        _tell_lost(session.store.close(PATIENCE))
    if app.defect:
        raise app.defect
    return status if status is not None else app.return_code or 0


def _early(
    document: Document,
    start: Start,
    settings: Settings,
    beginning: Beginning | None,
    reached: Callable[[int], None],
) -> EarlyInterface | None:
    """The interface before Textual is loaded, where the terminal was taken over for it."""
    if start.first is None:
        return None
    workspace = workspace_of(document, start.session, settings)
    started = start_of(start.session, settings, beginning)
    return EarlyInterface(start.first, workspace, started, keyboard_expected(os.environ), reached)


def _answered(session: Session, settings: Settings, found: Probed) -> TerminalEncoding | None:
    """The encoding that a person says reads right, where nothing else tells; None where that was not asked."""
    if not found.terminal.guessed or found.typed:
        return None
    encoding = encoding_answered(found, settings.language)
    # Once: what any other key leaves as it is counts as chosen, too.
    session.remember_encoding(found.terminal.key, encoding or found.terminal.encoding)
    return encoding


def _tell_lost(lost: Sequence[Write]) -> None:
    """Name on standard error what was made and could not be kept, whatever ended the program."""
    if any(isinstance(write, KeepSetting) and is_conversation(write.key) for write in lost):
        say("not kept: conversation")
    for write in lost:
        if isinstance(write, KeepAnnotation | DropAnnotation):
            one = write.annotation
            done = "removed" if isinstance(write, DropAnnotation) else str(one.kind)
            words = " ".join((one.note or one.anchor.exact).split())[:LONGEST]
            say(f"not kept: {done}: {words} ({one.path})")
