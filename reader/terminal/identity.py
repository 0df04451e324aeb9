"""Which terminal this is, and what that means for text: its encoding, its modes, its colours.

Pure: from what the terminal answered (:mod:`reader.terminal.replies`) and from environment variables to a frozen
value. What each terminal does with right-to-left text was measured with pictures; README's table of terminals tells
what was seen.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reader.terminal.encodings import TerminalEncoding
from reader.terminal.replies import BIDI_MODE, MARGIN_MODE, SYNCHRONISED_MODE, Answers
from reader.terminal.style import ColourDepth

EXPLICIT_BIDI = "\x1b[8l"
IMPLICIT_BIDI = "\x1b[8h"
MLTERM_BIDI_OFF = "\x1b]5379;use_ctl=false\x07"
MLTERM_BIDI_ON = "\x1b]5379;use_ctl=true\x07"


class Ground(StrEnum):
    """What the terminal's background is like."""

    DARK = "dark"
    LIGHT = "light"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Terminal:
    """What the reader knows of the terminal it runs in; the default is one that answered nothing.

    Attributes:
        name: The terminal's own name, "" when it is not known; inside a multiplexer, that of the terminal outside.
        version: Its version, "" when it is not known.
        multiplexer: ``tmux``, ``screen``, ``mosh`` or "".
        encoding: How it is to be sent right-to-left text.
        enter: Control sequences that stop it from reordering text, sent before anything is painted.
        leave: Control sequences that undo them.
        hint: One sentence that tells what a person could change to see more, "" when there is nothing.
        depth: How many colours it shows.
        ground: Whether its background is dark.
        margins: Whether it can scroll between left and right margins (DECSLRM).
        synchronised: Whether it can hold a frame back until it is complete.
        keyboard: Whether it speaks the kitty keyboard protocol.
        erases_in_colour: Whether erased cells get the background colour in force.
        answers: Whether it answers at all, so that it can be asked whether a frame has arrived.
        paints: Whether it can move its cursor: False for ``TERM=dumb`` and for what is no terminal.
    """

    name: str = ""
    version: str = ""
    multiplexer: str = ""
    encoding: TerminalEncoding = TerminalEncoding.L
    enter: str = ""
    leave: str = ""
    hint: str = ""
    depth: ColourDepth = ColourDepth.ANSI
    ground: Ground = Ground.UNKNOWN
    margins: bool = False
    synchronised: bool = False
    keyboard: bool = False
    erases_in_colour: bool = False
    answers: bool = False
    paints: bool = True

    @property
    def key(self) -> str:
        """What a choice made in this terminal is remembered under; the version is no part of it."""
        return "/".join(part for part in (self.multiplexer, self.name or "unknown") if part)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What is known of a kind of terminal."""

    name: str
    encoding: TerminalEncoding = TerminalEncoding.L
    hint: str = ""
    true_colour: bool = True


_PUTTY_HINT = (
    "PuTTY puts right-to-left text in order by itself; for straighter rows tick both boxes that disable bidirectional "
    "display and Arabic shaping under Terminal, Features, and start the reader with --bidi=app."
)
_KITTY_HINT = (
    "If punctuation strays to the wrong side of words, put 'force_ltr yes' into kitty.conf and start the reader with "
    "--bidi=app."
)

_UNKNOWN = _Kind("", true_colour=False)
_VTE = _Kind("VTE")
_KONSOLE = _Kind("Konsole", TerminalEncoding.WL)
_KITTY = _Kind("kitty", TerminalEncoding.W, _KITTY_HINT)
_MLTERM = _Kind("mlterm", TerminalEncoding.B2)
_PUTTY = _Kind("PuTTY", TerminalEncoding.B2, _PUTTY_HINT)
_QTERMINAL = _Kind("QTerminal", TerminalEncoding.B2)

_BY_UNIT: Mapping[str, _Kind] = {"7E4B4445": _KONSOLE, "7E565445": _VTE}
"""DA3: ``~KDE`` and ``~VTE``."""

_BY_ATTRIBUTES: tuple[tuple[str, _Kind], ...] = (
    ("24;279;", _MLTERM),
    ("0;136;", _PUTTY),
    ("0;115;", _QTERMINAL),
    ("0;276;", _Kind("xterm.js")),
    ("85;", _Kind("urxvt", TerminalEncoding.V, true_colour=False)),
)
"""How DA2's parameters begin."""

_BY_VERSION: tuple[tuple[str, _Kind], ...] = (
    ("kitty", _KITTY),
    ("konsole", _KONSOLE),
    ("mlterm", _MLTERM),
    ("xterm.js", _Kind("xterm.js")),
    ("xterm", _Kind("xterm", TerminalEncoding.V)),
    ("iterm2", _Kind("iTerm2")),
    ("wezterm", _Kind("WezTerm")),
    ("mintty", _Kind("mintty")),
    ("foot", _Kind("foot", TerminalEncoding.V)),
    ("ghostty", _Kind("Ghostty", TerminalEncoding.V)),
    ("contour", _Kind("Contour", TerminalEncoding.V)),
    ("putty", _PUTTY),
)
"""How XTVERSION, or tmux's name for the terminal outside, begins."""

_BY_TERM: Mapping[str, _Kind] = {
    "alacritty": _Kind("Alacritty", TerminalEncoding.V),
    "st": _Kind("st", TerminalEncoding.V),
    "st-256color": _Kind("st", TerminalEncoding.V),
}
"""Terminals that say nothing but what is in ``TERM``."""

_MULTIPLEXERS: tuple[tuple[str, str], ...] = (("84;", "tmux"), ("83;", "screen"), ("1;10;0", "mosh"))
"""How DA2's parameters begin where a multiplexer answers."""

_VERSION = re.compile(r"[\s(]+(?P<version>[\w.+-]+)\)?$")
_MONOCHROME_TERMS = re.compile(r"vt[1-5]\d\d|.*-m(?:ono)?$")
_NO_TERMS = {"", "dumb", "unknown"}


def multiplexer_of(answers: Answers, environ: Mapping[str, str]) -> str:
    """The multiplexer that stands between the reader and the terminal: ``tmux``, ``screen``, ``mosh`` or ""."""
    if answers.version.startswith("tmux"):
        return "tmux"
    for start, name in _MULTIPLEXERS:
        if answers.da2.startswith(start):
            return name
    if not answers.complete:
        return "tmux" if "TMUX" in environ else "screen" if "STY" in environ else ""
    return ""


def identify(answers: Answers, environ: Mapping[str, str], outside: str = "") -> Terminal:
    """The terminal that gave these answers.

    Args:
        answers: What it said.
        environ: The environment: ``TERM``, ``COLORTERM``, ``NO_COLOR``, ``TMUX``, ``STY``.
        outside: What a multiplexer says of the terminal it is shown in, "" when it says nothing.
    """
    multiplexer = multiplexer_of(answers, environ)
    said = outside if multiplexer else answers.version
    kind = _named(said) if multiplexer else _kind_of(answers, environ.get("TERM", ""))
    found = _VERSION.search(said)
    encoding, enter, leave = kind.encoding, "", ""
    if not multiplexer:
        if state := answers.mode(BIDI_MODE):
            # 3 and 4: it says what it does and that it will not be told otherwise.
            if state in {1, 2}:
                encoding, enter = TerminalEncoding.V, EXPLICIT_BIDI
                leave = IMPLICIT_BIDI if state == 1 else ""
            elif state == 4:
                encoding = TerminalEncoding.V
        elif kind is _MLTERM:
            encoding, enter, leave = TerminalEncoding.V, MLTERM_BIDI_OFF, MLTERM_BIDI_ON
    return Terminal(
        name=kind.name,
        version=found["version"] if found and kind.name else "",
        multiplexer=multiplexer,
        encoding=encoding,
        enter=enter,
        leave=leave,
        hint="" if enter else kind.hint,
        depth=min(
            colour_depth(environ, true_colour=kind.true_colour and not multiplexer),
            ColourDepth.PALETTE if multiplexer == "screen" else ColourDepth.TRUE,
        ),
        ground=ground_of(answers.background),
        margins=answers.mode(MARGIN_MODE) in {1, 2},
        synchronised=answers.mode(SYNCHRONISED_MODE) in {1, 2},
        keyboard=answers.keyboard,
        erases_in_colour=bool(kind.name) and not multiplexer,
        answers=answers.complete,
        paints=environ.get("TERM", "") not in _NO_TERMS,
    )


def _kind_of(answers: Answers, term: str) -> _Kind:
    if kind := _BY_UNIT.get(answers.da3):
        return kind
    named = _named(answers.version)
    if named is not _UNKNOWN:
        return named
    for start, kind in _BY_ATTRIBUTES:
        if answers.da2.startswith(start):
            return kind
    return _BY_TERM.get(term, _UNKNOWN)


def _named(version: str) -> _Kind:
    name = version.casefold()
    return next((kind for start, kind in _BY_VERSION if name.startswith(start)), _UNKNOWN)


def colour_depth(environ: Mapping[str, str], *, true_colour: bool) -> ColourDepth:
    """How many colours are shown.

    Args:
        environ: ``NO_COLOR`` (when it is not empty), ``COLORTERM`` and ``TERM``.
        true_colour: Whether the terminal is known to show all colours, whatever ``TERM`` says.
    """
    term = environ.get("TERM", "")
    if environ.get("NO_COLOR") or term in _NO_TERMS or _MONOCHROME_TERMS.fullmatch(term):
        return ColourDepth.MONO
    if true_colour or environ.get("COLORTERM", "") in {"truecolor", "24bit"} or term.endswith("-direct"):
        return ColourDepth.TRUE
    return ColourDepth.PALETTE if "256" in term else ColourDepth.ANSI


_X11_COLOUR = re.compile(r"rgba?:([\dA-Fa-f]{1,4})/([\dA-Fa-f]{1,4})/([\dA-Fa-f]{1,4})")


def ground_of(background: str) -> Ground:
    """Dark or light, by the luminance of a colour as X11 writes it (Rec. 709 weights)."""
    match = _X11_COLOUR.match(background)
    if not match:
        return Ground.UNKNOWN
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in match.groups())
    return Ground.LIGHT if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5 else Ground.DARK
