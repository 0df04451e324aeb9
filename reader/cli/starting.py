"""Before the application: what is configured and remembered, which terminal this is, and the first screen on it.

Nothing is loaded here that this screen does not need.
"""

import os

from reader.cli.arguments import Options
from reader.cli.diagnostics import say
from reader.cli.settled import configured
from reader.cli.terminals import driven, encoding_asked_for
from reader.model import Document, TerminalError
from reader.named_tuples import NamedTuple
from reader.store import Store
from reader.store.configuration import Complaint, Configuration
from reader.terminal.encodings import TerminalEncoding
from reader.terminal.probe import PATIENCE, Probed, Probing, terminal_descriptor
from reader.terminal.replies import ReplyParser
from reader.terminal.style import ColourDepth
from reader.text.layout import Justification
from reader.tui import first_screen
from reader.view.arrange import Window
from reader.view.beginnings import AtRecent, AtWords, Beginning
from reader.view.first_page import first_page
from reader.view.page import MEASURE
from reader.view.session import Memory, Session
from reader.view.theme_names import OWN_THEMES, THEMES

_AT_ONCE = 0.03
"""Seconds for which the first screen waits for a terminal that says what its environment may not."""

_TO_LEAVE = 0.2
"""Seconds for which answers are waited for, that would be the shell's, where there will be no screen."""


_SOUGHT = AtRecent, AtWords

DRIVEN_THEME = "dark"
"""Where a driver shows the reader, and nothing says what its colours are."""


class Looks(NamedTuple):
    """How the text is shown at first: what was asked for, else what is remembered, else what is configured."""

    theme: str
    measure: int
    justification: Justification
    isolate: bool


class Start(NamedTuple):
    """Everything the application starts with.

    Attributes:
        session: What is remembered of the document.
        memory: The same as it was read.
        configured: The configuration.
        complaint: What is wrong in it, the first thing; None where nothing is. All was said.
        probing: The terminal, which may still answer; None where there is none.
        found: What it has answered so far.
        first: What it shows already; None where it shows nothing.
    """

    session: Session
    memory: Memory
    configured: Configuration
    complaint: Complaint | None
    probing: Probing | None
    found: Probed
    first: first_screen.FirstScreen | None


def started(options: Options, document: Document, columns: int, rows: int, *, beginning: Beginning | None) -> Start:
    """Ask the terminal who it is, and show the first page on it, where that is known.

    Args:
        options: What was asked for.
        document: What is read, or its beginning.
        columns: Of the terminal.
        rows: Of the terminal.
        beginning: Where one asked to begin.

    Raises:
        TerminalError: It cannot move its cursor.
    """
    said = configured()
    session = None if options.no_state else Session(Store.open(), document)
    memory = session.memory if session else Memory()
    complaint = _complained_of(said, options, memory)
    terminal = terminal_descriptor()
    probing = Probing(terminal, os.environ)
    expected = probing.expected
    looks = looks_of(options, memory, said, Probed(expected, "", ReplyParser(), terminal))
    # What the user goes to by a list or a search is not there before what finds it.
    painted = not is_linear(options, said) and looks.theme in OWN_THEMES and not isinstance(beginning, _SOUGHT)
    page = None
    try:
        encoding = encoding_in(options, session, expected.key) or expected.encoding
        window = Window(columns - encoding.margin, rows)
        if painted and beginning is None and document.blocks and not document.is_folder:
            page = first_page(
                document,
                memory,
                window,
                measure=looks.measure,
                justification=looks.justification,
                isolate=looks.isolate,
            )
    except BaseException:  # Ctrl+C among them: whoever leaves is not kept waiting
        probing.finished(_TO_LEAVE)
        raise
    try:
        # Whatever stands between the reader and the terminal is near, and decides everything.
        found = probing.answered(_AT_ONCE if painted and not expected.multiplexer else PATIENCE)
        if not found.terminal.paints and not is_linear(options, said):
            raise TerminalError(f"TERM={os.environ.get('TERM', '')} cannot move its cursor; use 'reader print'")
        chosen = encoding_in(options, session, found.terminal.key)
        encoding = chosen or found.terminal.encoding
        first = None
        if painted and found.descriptor is not None and (chosen or not found.terminal.guessed):
            room = Window(columns - encoding.margin, rows)
            first = first_screen.show(
                [page] if page and room == window else [],
                room,
                looks.theme,
                descriptor=found.descriptor,
                terminal=found.terminal,
                encoding=encoding,
                settings=probing.settings,
            )
            probing.handed_over()
    finally:
        probing.restore()
    return Start(session or Session(Store.in_memory(), document), memory, said, complaint, probing, found, first)


def started_elsewhere(options: Options, document: Document) -> Start:
    """The same where a driver that the environment names shows the screen: nothing is asked.

    Raises:
        TerminalError: There is no such driver.
    """
    found = driven()
    said = configured()
    session = Session(Store.in_memory() if options.no_state else Store.open(), document)
    memory = session.memory
    return Start(session, memory, said, _complained_of(said, options, memory), None, found, None)


def _complained_of(said: Configuration, options: Options, memory: Memory) -> Complaint | None:
    """Say what is wrong in the configuration, before there is a screen that would hide it; the first thing."""
    if not said.complaints and not said.keys:
        return None
    from reader.cli.settled import complaints_of, in_words
    from reader.locale import Messages
    from reader.view.actions import keymap_of

    complaints = complaints_of(said, keymap_of(said.keys).refused)
    messages = Messages(language_in(options, memory, said))
    for complaint in complaints:
        say(in_words(complaint, messages))
    return complaints[0] if complaints else None


def is_linear(options: Options, said: Configuration) -> bool:
    """Whether everything is said in lines, and nothing is painted."""
    return options.linear or said.linear


def language_in(options: Options, memory: Memory, said: Configuration) -> str:
    """The interface's language."""
    from reader.locale import language_of_environment

    return options.lang or memory.set_up.language or said.language or language_of_environment()


def looks_of(options: Options, memory: Memory, said: Configuration, found: Probed) -> Looks:
    """How the text is shown at first in a terminal.

    What a driver shows the reader on has no colours of its own that could be asked for.
    """
    plain = found.terminal.depth is ColourDepth.MONO
    usual = DRIVEN_THEME if found.descriptor is None else THEMES[0]
    return Looks(
        options.theme or ("mono" if plain else memory.set_up.theme or said.theme or usual),
        options.width or said.width or MEASURE,
        Justification(options.justify or memory.set_up.justification or said.justify or Justification.NONE),
        options.isolate != "none",
    )


def encoding_in(options: Options, session: Session | None, key: str) -> TerminalEncoding | None:
    """The encoding asked for, else the one chosen before in a terminal; None where neither is."""
    remembered = session.encoding_for(key) if session else ""
    return encoding_asked_for(options) or (
        TerminalEncoding(remembered) if remembered in set(TerminalEncoding) else None
    )
