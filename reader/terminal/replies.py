"""Answers a terminal gives when asked who it is, told apart from the keys that are typed meanwhile.

Owns the questions and the grammar of their answers (ECMA-48 control sequences and strings; xterm's control
sequences). The parser is incremental and pure: answers may come in pieces, late, or not at all.
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Mapping

from reader.text.patterns import lazy_pattern
from reader.values import dataclass, replace

BIDI_MODE = "8"
"""BDSM of ECMA-48: set is implicit (the terminal reorders), reset is explicit (it does not)."""

MARGIN_MODE = "?69"
"""DECLRMM: whether left and right margins can be set."""

SYNCHRONISED_MODE = "?2026"
"""Whether a frame can be held back until it is complete."""

DEVICE_STATUS = "\x1b[5n"
"""Answered at once by every terminal: a frame that ends with it tells when it has arrived."""

_QUESTIONS = (
    f"\x1b[{BIDI_MODE}$p\x1b[{MARGIN_MODE}$p\x1b[{SYNCHRONISED_MODE}$p"  # DECRQM
    "\x1b7\x1b[?u"  # the flags of the kitty keyboard protocol; st takes it for a return to the saved cursor
    "\x1b[>q"  # XTVERSION
    "\x1b[>c"  # DA2
    "\x1b[=c"  # DA3
)
_COLOUR_QUESTIONS = "".join(f"\x1b]{slot};?\x1b\\" for slot in ("10", "11", *(f"4;{number}" for number in range(16))))
"""The default colours and the sixteen, one by one: not every terminal takes several at once."""
_WIDTH_QUESTION = "\r\U0001f600\x1b[6n\r\U0001f468\u200d\U0001f469\u200d\U0001f467\x1b[6n"
"""How far an emoji moves the cursor, and how far a family of them does; what is printed is wiped off."""

_LAST_QUESTION = "\x1b[c"
"""DA1, which everything answers: after it, nothing more is to come."""

SCREEN_QUESTIONS = "".join(f"\x1bP{question}\x1b\\" for question in ("\x1b[>q", "\x1b[>c", "\x1b[=c", _LAST_QUESTION))
"""Questions that GNU screen hands to the terminal outside in a string of its own control (its manual: "Output a string
directly to the host terminal"). What that answers comes in as if it were typed.
"""

FORGET_QUESTIONS = "\r\x1b[K"
"""Some terminals print the end of a question they do not know; this wipes it off."""


def questions(environ: Mapping[str, str]) -> str:
    """All questions at once, so that they cost one round trip.

    GNU screen answers what it knows itself and passes questions of colour on: their answers would come after the last.
    """
    in_screen = "STY" in environ or environ.get("TERM", "").startswith("screen")
    return _QUESTIONS + ("" if in_screen else _COLOUR_QUESTIONS) + _WIDTH_QUESTION + _LAST_QUESTION


_WIDTHS = 2
_BEHIND_TWO = 3

_LONGEST = 4096
"""Characters of a control string that are waited for."""

_PERHAPS = 0.1
_LIKELY = 0.5
_SURELY = 2.0
"""Seconds that the rest of what may be an answer, likely is the beginning of one, or surely is, is waited for."""

_REPLY = lazy_pattern(
    r"""\x1b\[ (?: (?P<private>[?>=][\d;:]*\$?[A-Za-z])
        | (?P<mode>\d+;\d+)\$y
        | (?P<status>[03])n
        | \d+;(?P<column>\d+)R
        | \d+(?:;\d+)*t )
      | \x1b(?P<string>[]P_][^\x00-\x1f\x7f]*)(?P<end>\x1b\\|\x07)
    """,
    re.VERBOSE,
)
"""Private control sequences, reports of a mode, the status, the cursor or the window, and control strings (OSC, DCS,
APC). Some were not asked for here, but perhaps by who had the terminal before.
"""

_UNFINISHED = lazy_pattern(
    r"\x1b (?: \[ (?: [?>=]?[\d;:]*\$? )? | []P_] (?: [^\x00-\x1f\x7f]* \x1b? ) )? \Z", re.VERBOSE
)
"""The beginnings of replies."""

_INTRODUCER = "\x1b["
"""The beginning of most answers; typed, it is Escape and a bracket right behind it."""

_NEVER_TYPED = lazy_pattern(r"\x1b(?:\[[?>=]|[]P_][^\x1b])")
"""How beginnings start that no key sends."""

_LATE = lazy_pattern(r"\x1b\[[?>=]\d")
"""How answers start whose first characters were taken for keys: nobody types that much at once."""

_STRING_END = lazy_pattern(r"[^\x00-\x1f\x7f]*(?:\x1b\\|\x07)")


@dataclass(frozen=True, slots=True)
class Answers:
    """The terminal's own words on itself; "" or None where it said nothing.

    Attributes:
        da1: The parameters of the primary device attributes; they come last.
        da2: Those of the secondary ones (kind; version; cartridge).
        da3: The unit's identity in hexadecimal.
        version: Its name and version in words.
        modes: States of the modes asked for: 0 unknown, 1 set, 2 reset, 3 always set, 4 always reset.
        keyboard: Whether it speaks the kitty keyboard protocol.
        foreground: The colour of its letters as X11 writes it.
        background: Its background colour.
        colours: Those of its palette that it told, by their number.
        columns: Where its cursor was when it was asked, counted from 1: last behind an emoji, and behind a family.
    """

    da1: str | None = None
    da2: str = ""
    da3: str = ""
    version: str = ""
    modes: tuple[tuple[str, int], ...] = ()
    keyboard: bool = False
    foreground: str = ""
    background: str = ""
    colours: tuple[tuple[int, str], ...] = ()
    columns: tuple[int, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether the last answer has come."""
        return self.da1 is not None

    @property
    def wide_emoji(self) -> bool:
        """Whether an emoji fills two columns, as it does where nothing was said."""
        return len(self.columns) < _WIDTHS or self.columns[0] == _BEHIND_TWO

    @property
    def families(self) -> bool:
        """The same of emoji that are joined."""
        return len(self.columns) < _WIDTHS or self.columns[1] == _BEHIND_TWO

    def mode(self, name: str) -> int:
        """The state of a mode; 0 when nothing was said of it."""
        return dict(self.modes).get(name, 0)


class ReplyParser:
    """Takes answers out of what comes from a terminal.

    Attributes:
        answers: What has been said so far.
        acknowledged: How many device status reports have come.
        asked: How many were asked for.
    """

    def __init__(self) -> None:
        self.answers = Answers()
        self.acknowledged = 0
        self.asked = 0
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
        self._held = ""
        self._released = ""
        self._string_cut = False

    @property
    def holding(self) -> bool:
        """Whether something is held back that may become an answer."""
        return bool(self._held)

    @property
    def patience(self) -> float:
        """Seconds that the rest of what is held is worth waiting for."""
        if _NEVER_TYPED.match(self._held):
            return _SURELY
        awaited = not self.answers.complete or self.acknowledged < self.asked
        return _LIKELY if awaited and self._held == _INTRODUCER else _PERHAPS

    def take(self, data: bytes) -> str:
        """The same of bytes in UTF-8, of which the last ones may be part of a character."""
        return self.feed(self._decode(data))

    def feed(self, text: str) -> str:
        """Take what came from the terminal and give back what is no answer: what was typed."""
        text = self._joined(text)
        typed: list[str] = []
        start = 0
        for match in _REPLY.finditer(text):
            typed.append(text[start : match.start()])
            start = match.end()
            self._take(match)
        rest = text[start:]
        unfinished = _UNFINISHED.search(rest, max(0, len(rest) - _LONGEST))
        if unfinished:
            self._held = unfinished[0]
            rest = rest[: unfinished.start()]
        typed.append(rest)
        return "".join(typed)

    def release(self) -> str:
        """Give back what is held, when no more has come for a while: a lone Escape was typed.

        The beginning of an answer is nobody's typing: it is dropped, and so is the end of a string that it began.
        """
        held, self._held = self._held, ""
        if not _NEVER_TYPED.match(held):
            self._released = held or self._released
            return held
        self._string_cut = not held.startswith("\x1b[")
        return ""

    def _joined(self, text: str) -> str:
        """The held characters and those that follow; without the held ones if these can no longer become an answer."""
        held, self._held = self._held, ""
        released, self._released = self._released, "" if text else self._released
        late = released + text
        if released and (_REPLY.match(late) or (_LATE.match(late) and _UNFINISHED.match(late))):
            return late
        if self._string_cut and text:
            self._string_cut = False
            if end := _STRING_END.match(text):
                text = text[end.end() :]
        joined = held + text
        if _NEVER_TYPED.match(held) and not (_REPLY.match(joined) or _UNFINISHED.match(joined)):
            return ("\x1b" if held.endswith("\x1b") else "") + text
        return joined

    def _take(self, match: re.Match[str]) -> None:
        match match.lastgroup:
            case "private":
                self._take_private(match["private"])
            case "mode":
                self._take_mode(match["mode"])
            case "column":
                columns = (*self.answers.columns[-1:], int(match["column"]))
                self.answers = replace(self.answers, columns=columns)
            case "status":
                self.acknowledged += 1
            case "end":
                self._take_string(match["string"], match["end"])
            case _:
                pass

    def _take_private(self, said: str) -> None:
        """A control sequence behind its introducer: which kind, parameters, a letter."""
        kind, parameters, letter = said[0], said[1:-1], said[-1]
        if ":" in parameters:
            return
        if letter == "c" and kind == "?" and "$" not in parameters:
            self.answers = replace(self.answers, da1=parameters)
        elif letter == "c" and kind == ">" and "$" not in parameters:
            self.answers = replace(self.answers, da2=parameters)
        elif letter == "u" and kind == "?" and parameters.isdecimal():
            self.answers = replace(self.answers, keyboard=True)
        elif letter == "y" and kind == "?" and parameters.endswith("$") and parameters.count(";") == 1:
            self._take_mode(f"?{parameters[:-1]}")

    def _take_mode(self, said: str) -> None:
        mode, _, state = said.partition(";")
        if mode.strip("?") and state:
            self.answers = replace(self.answers, modes=(*self.answers.modes, (mode, int(state))))

    def _take_string(self, said: str, end: str) -> None:
        """A control string: its introducer's second character, and what it says."""
        what, text = said[:2], said[2:]
        slot, _, colour = said.removeprefix("]4;").partition(";")
        if what == "P!" and text.startswith("|") and end != "\x07" and _is_hexadecimal(text[1:]):
            self.answers = replace(self.answers, da3=text[1:].upper())
        elif what == "P>" and text.startswith("|"):
            self.answers = replace(self.answers, version=text[1:])
        elif said.startswith("]10;"):
            self.answers = replace(self.answers, foreground=said[4:])
        elif said.startswith("]11;"):
            self.answers = replace(self.answers, background=said[4:])
        elif said.startswith("]4;") and ";" in said[3:] and slot.isdecimal() and len(slot) <= _SLOT_DIGITS:
            self.answers = replace(self.answers, colours=(*self.answers.colours, (int(slot), colour)))


_SLOT_DIGITS = 2
"""Digits of a colour's number in a palette, as far as the reader asks."""


def _is_hexadecimal(text: str) -> bool:
    return all(digit in "0123456789ABCDEFabcdef" for digit in text)
