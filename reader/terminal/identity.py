"""Which terminal this is, and what that means for text: its encoding, its modes, its colours.

Pure: from what the terminal answered (:mod:`reader.terminal.replies`) and from environment variables to a frozen
value. What each terminal does with right-to-left text was measured with pictures; ``tests/terminal/README.md`` tells
what was seen.
"""

from collections.abc import Mapping

from reader.enumerations import StrEnum
from reader.named_tuples import NamedTuple
from reader.terminal.encodings import TerminalEncoding
from reader.terminal.glyphs import ALL_DRAWN, Glyphs
from reader.terminal.kinds import BETWEEN, KINDS, MLTERM, UNKNOWN, Between, TerminalKind
from reader.terminal.palette import BLACK, DARK, LIGHT, WHITE, Palette, is_light, palettes_of, rgb_of
from reader.terminal.replies import BIDI_MODE, MARGIN_MODE, SYNCHRONISED_MODE, Answers
from reader.terminal.style import ColourDepth, Rgb
from reader.text.patterns import lazy_pattern
from reader.values import dataclass

EXPLICIT_BIDI = "\x1b[8l"
IMPLICIT_BIDI = "\x1b[8h"
MLTERM_BIDI_OFF = "\x1b]5379;use_ctl=false\x07"
MLTERM_BIDI_ON = "\x1b]5379;use_ctl=true\x07"


class Ground(StrEnum):
    """The terminal's background: dark, light or unknown."""

    DARK = "dark"
    LIGHT = "light"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Terminal:
    """Everything known of the terminal the reader runs in; the default is one that answered nothing.

    Attributes:
        name: The terminal's own name, "" when it is not known; inside a multiplexer, that of the terminal outside.
        version: Its version, "" when it is not known.
        multiplexer: What stands between: ``tmux``, ``screen``, ``mosh``, an editor, or "".
        outside: The ``TERM`` of the terminal outside, where no more is known of it.
        encoding: How it is to be sent right-to-left text.
        guessed: Whether the encoding is a guess, for what is outside a multiplexer is not known.
        glyphs: What it draws of marks and emoji.
        enter: Control sequences that stop it from reordering text, sent before anything is painted.
        leave: Control sequences that undo them.
        hint: One sentence that tells what a person could change to see more, "" when there is nothing.
        depth: How many colours it shows.
        ground: Whether its background is dark.
        palettes: The colours it may show; one where it told them, or its ground is known.
        margins: Whether it can scroll between left and right margins (DECSLRM).
        synchronised: Whether it can hold a frame back until it is complete.
        keyboard: Whether it speaks the kitty keyboard protocol.
        erases_in_colour: Whether erased cells get the background colour in force.
        erases_runs: Whether it can erase some cells of a row (ECH); all that answer what they are can.
        answers: Whether it answers at all, so that it can be asked whether a frame has arrived.
        clipboard: Whether a text sent by OSC 52 gets to the clipboard: where it says so, or is known to.
        paints: Whether it can move its cursor: False for ``TERM=dumb`` and for what is no terminal.
    """

    name: str = ""
    version: str = ""
    multiplexer: str = ""
    outside: str = ""
    encoding: TerminalEncoding = TerminalEncoding.L
    guessed: bool = False
    glyphs: Glyphs = ALL_DRAWN
    enter: str = ""
    leave: str = ""
    hint: str = ""
    depth: ColourDepth = ColourDepth.ANSI
    ground: Ground = Ground.UNKNOWN
    palettes: tuple[Palette, ...] = (DARK, LIGHT)
    margins: bool = False
    synchronised: bool = False
    keyboard: bool = False
    erases_in_colour: bool = False
    erases_runs: bool = False
    answers: bool = False
    clipboard: bool = True
    paints: bool = True

    @property
    def key(self) -> str:
        """The key a choice made in this terminal is remembered under; the version is no part of it."""
        return "/".join(part for part in (self.multiplexer, self.name or "unknown", self.outside) if part)


class Outside(NamedTuple):
    """The terminal that another program is shown in, as far as it is known.

    Attributes:
        says: What it told tmux of itself.
        term: Its ``TERM``, as tmux knows it.
        answers: What it answered through GNU screen.
        environ: The environment of what is shown in it; None where that is no other than the reader's own.
    """

    says: str = ""
    term: str = ""
    answers: Answers = Answers()
    environ: Mapping[str, str] | None = None


NOTHING_SAID = Outside()

_ALACRITTY = lazy_pattern(r"0;\d{3,5};1")
"""DA2 of alacritty_terminal (src/term/mod.rs): its version as one number. Others that are built on it answer alike."""

_GROUNDS = {"0": BLACK, "8": BLACK, "7": WHITE, "15": WHITE}
"""The background in ``COLORFGBG`` (rxvt, Konsole, QTerminal), an index into the palette; others tell nothing."""

_INK = {Ground.DARK: Rgb(190, 190, 190), Ground.LIGHT: Rgb(40, 40, 40), Ground.UNKNOWN: Rgb(118, 118, 118)}
"""Inks in place of the terminal's own foreground; the last has a contrast of 4.5 to 1 on black and on white."""

_VERSION = lazy_pattern(r"[\s(]+(?P<version>[\w.+-]+)\)?$")
_MONOCHROME_TERMS = lazy_pattern(r"vt[1-5]\d\d|.*-m(?:ono)?$")
_NO_TERMS = {"", "dumb", "unknown"}


def between_of(answers: Answers, environ: Mapping[str, str]) -> Between | None:
    """The layer between the reader and the terminal, if there is one.

    What answers is what is nearest. Answers that several give alike are told apart by the environment; where nothing
    answers, the environment alone tells, ``TERM`` first, for variables are inherited by what runs within.
    """
    for row in BETWEEN:
        if row.says and answers.version.startswith(row.says):
            return row
        if row.attributes and answers.da2.startswith(row.attributes):
            shared = [other for other in BETWEEN if other.attributes == row.attributes]
            if row is shared[-1] or row.variable in environ:
                return row
    if answers.complete:
        return None
    term = environ.get("TERM", "")
    named = next((row for row in BETWEEN if row.says and term.startswith(row.says)), None)
    inherited = (row for row in BETWEEN if row.variable in environ)
    return named or next(inherited, None)


def multiplexer_of(answers: Answers, environ: Mapping[str, str]) -> str:
    """The name of what stands between the reader and the terminal, "" when nothing does."""
    between = between_of(answers, environ)
    return between.name if between else ""


def identify(answers: Answers, environ: Mapping[str, str], outside: Outside = NOTHING_SAID) -> Terminal:
    """The terminal that gave these answers.

    Args:
        answers: What it said.
        environ: The environment: ``TERM``, ``COLORTERM``, ``NO_COLOR``, and what terminals put there.
        outside: What is known of the terminal in which what answered is shown.
    """
    between = between_of(answers, environ)
    kind = _outside_kind(outside, environ) if between else _kind_of(answers, environ)
    said = (outside.says or outside.answers.version) if between else answers.version
    found = _VERSION.search(said)
    encoding, enter, leave = between.sends(kind) if between else kind.encoding, "", ""
    if not between:
        if state := answers.mode(BIDI_MODE):
            # 3 and 4: it says what it does and that it will not be told otherwise.
            if state in {1, 2}:
                encoding, enter = TerminalEncoding.V, EXPLICIT_BIDI
                leave = IMPLICIT_BIDI if state == 1 else ""
            elif state == 4:
                encoding = TerminalEncoding.V
        elif kind is MLTERM:
            encoding, enter, leave = TerminalEncoding.V, MLTERM_BIDI_OFF, MLTERM_BIDI_ON
    background = rgb_of(answers.background)
    told = background is not None
    if background is None and not between:
        # The console of Linux answers no such question, and is black.
        black = environ.get("TERM", "") == "linux"
        background = BLACK if black else _GROUNDS.get(environ.get("COLORFGBG", "").rpartition(";")[2])
    ground = Ground.UNKNOWN if background is None else Ground.LIGHT if is_light(background) else Ground.DARK
    glyphs = between.glyphs if between and between.glyphs else kind.glyphs
    return Terminal(
        name=kind.name,
        version=found["version"] if found and kind.name else "",
        multiplexer=between.name if between else "",
        outside=outside.term if between and not kind.name else "",
        encoding=encoding,
        # A tmux that nobody is attached to has no terminal outside.
        guessed=between is not None and _is_guess(between, kind, outside),
        glyphs=glyphs._replace(
            # What stands between tells its own width of a family, and not what the terminal outside makes of it.
            families=glyphs.families and answers.families and not between,
            wide_emoji=glyphs.wide_emoji and answers.wide_emoji,
            joins=glyphs.joins and not between,
            ink=_INK[ground] if encoding is TerminalEncoding.LC else None,
        ),
        enter=enter,
        leave=leave,
        hint="" if enter else kind.hint,
        depth=min(
            colour_depth(environ, true_colour=kind.true_colour and not between),
            ColourDepth.PALETTE if between and between.name == "screen" else ColourDepth.TRUE,
        ),
        ground=ground,
        palettes=palettes_of(answers, background, told=told),
        margins=answers.mode(MARGIN_MODE) in {1, 2},
        synchronised=answers.mode(SYNCHRONISED_MODE) in {1, 2},
        keyboard=answers.keyboard,
        erases_in_colour=bool(kind.name) and not between,
        erases_runs=answers.complete,
        answers=answers.complete,
        clipboard=kind.clipboard and between.clipboard if between else kind.clipboard or _TAKES_TEXT in _da1(answers),
        paints=environ.get("TERM", "") not in _NO_TERMS,
    )


_TAKES_TEXT = "52"
"""The device attribute of terminals that take texts for the clipboard (Contour, foot, Windows Terminal and others)."""


def _da1(answers: Answers) -> list[str]:
    return (answers.da1 or "").split(";")


def _is_guess(between: Between, kind: TerminalKind, outside: Outside) -> bool:
    """Whether nothing tells for sure what is outside.

    A tmux that nobody is attached to has no terminal there. An Emacs may have inherited a terminal's variables and
    have a window of its own.
    """
    if between.reorders:
        return kind.reorders
    return not kind.name and bool(outside.term or between.name != "tmux")


def _outside_kind(outside: Outside, environ: Mapping[str, str]) -> TerminalKind:
    """The terminal outside: by its own word, by its answers, by its ``TERM``, by what was inherited from it."""
    around = environ if outside.environ is None else outside.environ
    answered = _answering(outside.answers, around)
    return next(
        (kind for kind in (_named(outside.says), answered, _named(outside.term), _inherited(around)) if kind.name),
        UNKNOWN,
    )


def _kind_of(answers: Answers, environ: Mapping[str, str]) -> TerminalKind:
    """The terminal that answered: by its answers; by ``TERM``; and where these are everybody's, by the environment."""
    term = _named(environ.get("TERM", ""))
    answered = _answering(answers, environ)
    inherited = _inherited(environ)
    if answers.complete and (inherited.unit or inherited.says or inherited.attributes):
        # It would have said so: this was inherited from a terminal in which another was started.
        inherited = UNKNOWN
    return next((kind for kind in (answered, term, inherited) if kind.name), UNKNOWN)


def _answering(answers: Answers, environ: Mapping[str, str]) -> TerminalKind:
    for kind in KINDS:
        if kind.unit and kind.unit == answers.da3:
            return kind
    named = _named(answers.version)
    if named.name and named.name != "xterm.js":
        return named
    if _ALACRITTY.fullmatch(answers.da2):
        return _named("alacritty")
    for kind in KINDS:
        if kind.attributes and answers.da2.startswith(kind.attributes):
            # Rows that begin alike are told apart by their variables; the last of them has none.
            alike = [other for other in KINDS if other.attributes == kind.attributes]
            if len(alike) == 1 or not kind.variables or _is_inherited(kind, environ):
                return kind
    return named


def _named(said: str) -> TerminalKind:
    name = said.casefold()
    return next((kind for kind in KINDS if kind.says and name.startswith(kind.says)), UNKNOWN)


def _inherited(environ: Mapping[str, str]) -> TerminalKind:
    """The first row of the table whose variables are there."""
    return next((kind for kind in KINDS if kind.variables and _is_inherited(kind, environ)), UNKNOWN)


def _is_inherited(kind: TerminalKind, environ: Mapping[str, str]) -> bool:
    return all(environ.get(name, "").startswith(start) and name in environ for name, start in kind.variables.items())


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
