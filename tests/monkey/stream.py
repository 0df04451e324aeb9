"""What a program sends a terminal, taken apart: which modes it leaves on, and whether it sent what it must not.

A list of what is allowed, not of what is harmful: whatever of a document reached the terminal as a control is outside.
"""

import re
from codecs import getincrementaldecoder

OBEYED = frozenset("\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
"""Characters that a terminal does not show but may follow, beside the controls."""

_MODES = frozenset((7, 25, 69, 1000, 1002, 1006, 1049, 2004, 2026))
_USUAL = {"?7": "h", "?25": "h", "8": "h"}
"""How these modes are where nothing was changed; the others are off."""

_SEQUENCE = re.compile(
    r"\x1b(?:\[(?P<csi>[0-?]*[ -/]*[@-~])|\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\"
    r"|(?P<esc>[ -/]*[0-Z^-~]))"
)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b]*\x1b?|P[^\x1b]*\x1b?|[ -/]*)?\Z")
_ALLOWED_CSI = re.compile(
    r"[\d;]*[ABCDEFGHJKLMPSTXdmrs@b]|\?(?P<modes>[\d;]+)[hl]|8[hl]|>\d+u|<u"  # painting, and the modes
    r"|(?:8|\?69|\?2026)\$p|\?u|>c|=c|c|>q|[56]n"  # the questions
)
_ALLOWED_OSC = re.compile(r"(?:1[01]|4;\d+);\?|22;[a-z-]*|52;c;[A-Za-z0-9+/]*={0,2}|5379;use_ctl=(?:true|false)")
_ALLOWED_ESC = frozenset("78M")
_LONGEST = 2_000_000


class Stream:
    """A stream of output; :meth:`feed` it.

    Attributes:
        faults: What was sent that must not be, a line each.
        sent: How many bytes there were.
        entered: Whether the alternate screen was ever asked for.
    """

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.sent = 0
        self.entered = False
        self.text = ""
        self._changed: dict[str, str] = {}
        self._keyboard = 0
        self._margins = False
        self._held = ""
        self._decode = getincrementaldecoder("utf-8")(errors="strict").decode

    def feed(self, data: bytes) -> list[str]:
        """Take in output.

        Returns:
            The questions in it that a terminal answers: ``c`` (who are you) and ``5n`` (are you there).
        """
        self.sent += len(data)
        try:
            text = self._held + self._decode(data)
        except UnicodeDecodeError as error:
            self._fault(f"no UTF-8: {error.object[max(0, error.start - 8) : error.end + 8]!r}")
            self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
            text = self._held
        self._held = ""
        if (match := _UNFINISHED.search(text, max(0, text.rfind("\x1b", 0, len(text) - 1)) if text else 0)) and len(
            match[0]
        ) < _LONGEST:
            self._held, text = match[0], text[: match.start()]
        asked: list[str] = []
        start = 0
        for found in _SEQUENCE.finditer(text):
            self._plain(text[start : found.start()])
            start = found.end()
            self._sequence(found)
            if found["csi"] in ("c", "5n"):
                asked.append(found["csi"])
        self._plain(text[start:])
        return asked

    @property
    def taken(self) -> bool:
        """Whether the alternate screen is shown."""
        return self._changed.get("?1049") == "h"

    @property
    def left(self) -> list[str]:
        """What is not as it was before the program came; the modes by their names."""
        left = [mode for mode, change in self._changed.items() if change != _USUAL.get(mode, "l")]
        if self._keyboard:
            left.append(f"{self._keyboard} of the keyboard's flags")
        if self._margins:
            left.append("the scrolling region")
        return sorted(left)

    def _plain(self, text: str) -> None:
        wrong = {c for c in text if (c < " " and c not in "\r\n\b\t") or "\x7f" <= c < "\xa0" or c in OBEYED}
        if wrong:
            self._fault(f"{sorted(wrong)!r} among {text[:60]!r}")
        self.text = (self.text + text)[-4000:]

    def _sequence(self, found: re.Match[str]) -> None:
        csi = found["csi"]
        if csi is None:
            osc, esc = found["osc"], found["esc"]
            if not (esc in _ALLOWED_ESC if esc is not None else osc is not None and _ALLOWED_OSC.fullmatch(osc)):
                self._fault(f"{found[0][:60]!r}")
            elif osc and osc.startswith("5379"):
                self._changed["mlterm's order"] = "h" if osc.endswith("false") else "l"
            return
        allowed = _ALLOWED_CSI.fullmatch(csi)
        if not allowed or (
            allowed["modes"] and not {int(mode) for mode in allowed["modes"].split(";") if mode} <= _MODES
        ):
            self._fault(f"{found[0][:60]!r}")
        elif csi[-1] in "hl":
            private = "?" if csi.startswith("?") else ""
            for mode in csi.lstrip("?")[:-1].split(";"):
                self._changed[private + mode] = csi[-1]
                self.entered |= mode == "1049"
        elif csi[-1] == "u" and csi != "?u":
            self._keyboard = max(0, self._keyboard + (1 if csi[0] == ">" else -1))
        elif csi[-1] == "r":
            self._margins = csi not in ("r", ";r")

    def _fault(self, what: str) -> None:
        if len(self.faults) < 5:
            self.faults.append(what)
