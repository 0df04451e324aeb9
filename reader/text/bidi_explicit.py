"""X1–X10 of UAX#9: explicit embeddings, overrides and isolates.

Units as in :mod:`reader.text.bidi`. The paragraph is cut at its controls into segments of one embedding level;
segments of equal level that follow each other are a level run, and runs joined over isolates are the isolating run
sequences. Only controls are looked at for that, and nothing of the text between them but whether it counts: a long
paragraph's sequences are known before any of them is resolved. All passes are linear in the text.
"""

from collections.abc import Iterator, Sequence

from reader.named_tuples import NamedTuple
from reader.text.bidi_implicit import resolve
from reader.text.patterns import lazy_pattern
from reader.text.properties import BIDI_CLASS

EXPLICIT = lazy_pattern(r"[<>()^\[\]?!]")
"""Codes of embeddings, overrides, isolates and what closes them."""

MAX_DEPTH = 125
"""BD2."""

_CONTROL = lazy_pattern("[\u202a-\u202e\u2066-\u2069]")
_ISOLATE_CONTROL = lazy_pattern("[\u2066-\u2069]")
_FSI, _PDI = "\u2068", "\u2069"
_STRONG = lazy_pattern("[LRA]")
_REMOVED = lazy_pattern(r"[b<>()^]+")
_KEPT = lazy_pattern("[^b]")
_STEP = 256
"""Code points looked at for a strong character at first."""


class _Status(NamedTuple):
    """An entry of the directional status stack (X1); ``override`` is "" for neutral."""

    level: int
    override: str
    isolate: bool


class LevelSegment(NamedTuple):
    """A stretch of one embedding level; a valid isolate initiator or its PDI is one by itself.

    Attributes:
        start: Where it starts in the paragraph.
        end: Where it ends.
        level: Its embedding level.
        override: The class an override gives its characters, "" if none does (X6).
        opens: The initiator's own index, -1 elsewhere.
        closes: The initiator that the PDI matches, -1 elsewhere.
    """

    start: int
    end: int
    level: int
    override: str
    opens: int = -1
    closes: int = -1


class IsolatingRunSequence(NamedTuple):
    """BD13, X10: the segments that are resolved together, and the classes taken to stand before and behind them."""

    segments: list[LevelSegment]
    sos: str
    eos: str

    @property
    def level(self) -> int:
        """Its embedding level."""
        return self.segments[0].level


def explicit_levels(text: str, classes: str, base: int) -> bytes:
    """The resolved levels of one paragraph that holds explicit controls."""
    end = len(text) - classes.endswith("B")  # X8: the separator ends every embedding
    levels = bytearray(end) + bytes((base,)) * (len(text) - end)
    for sequence in sequences_of(text[:end], base):
        resolved = resolve(
            "".join([text[s.start : s.end] for s in sequence.segments]),
            "".join([overridden(classes[s.start : s.end], s.override) for s in sequence.segments]),
            sequence.level,
            sequence.sos,
            sequence.eos,
        )
        at = 0
        for segment in sequence.segments:
            levels[segment.start : segment.end] = resolved[at : at + segment.end - segment.start]
            at += segment.end - segment.start
    settle_removed(levels, classes, base)
    return bytes(levels)


def overridden(classes: str, override: str) -> str:
    """X6: the classes of a segment with its override applied."""
    return _KEPT.sub(override, classes) if override else classes


def settle_removed(levels: bytearray, classes: str, before: int) -> None:
    """Give everything that X9 removes the level of the character before it (5.2), whichever sequence that is in.

    Args:
        levels: Those of a stretch of text.
        classes: Its original classes.
        before: The level of what stands before the stretch; that of the paragraph at its start.
    """
    for match in _REMOVED.finditer(classes):
        level = levels[match.start() - 1] if match.start() else before
        levels[match.start() : match.end()] = bytes((level,)) * (match.end() - match.start())


def sequences_of(text: str, base: int) -> Iterator[IsolatingRunSequence]:
    """The isolating run sequences of a paragraph, without its separator, that holds explicit controls."""
    return _isolating_run_sequences(_level_runs(text, _Embedding(text, base).segments()), base)


class _Embedding:
    """X1–X8 in one pass over the controls of a paragraph."""

    def __init__(self, text: str, base: int) -> None:
        self._text = text
        self._stack = [_Status(base, "", isolate=False)]
        self._initiators: list[int] = []
        self._overflow_isolates = self._overflow_embeddings = 0
        self._segments: list[LevelSegment] = []
        self._fsi = _directions_of_fsi(text)

    def segments(self) -> list[LevelSegment]:
        """The segments; X9's controls are in none."""
        at = 0
        for match in _CONTROL.finditer(self._text):
            self._between(at, match.start())
            at = match.end()
            self._control(match.start(), BIDI_CLASS[ord(match[0])])
        self._between(at, len(self._text))
        return self._segments

    def _between(self, start: int, end: int) -> None:
        """X6."""
        if start < end:
            status = self._stack[-1]
            self._segments.append(LevelSegment(start, end, status.level, status.override))

    def _control(self, at: int, code: str) -> None:
        if code in "<>()":
            self._embed(code)
        elif code == "^":
            self._pop_embedding()
        elif code == "!":
            self._close_isolate(at)
        else:
            self._open_isolate(at, code)

    def _next_level(self, *, rtl: bool) -> int:
        level = self._stack[-1].level
        return (level + 1) | 1 if rtl else (level + 2) & ~1

    def _embed(self, code: str) -> None:
        """X2–X5; the control itself is removed (X9)."""
        level = self._next_level(rtl=code in ">)")
        if level <= MAX_DEPTH and not self._overflow_isolates and not self._overflow_embeddings:
            self._stack.append(_Status(level, {"(": "L", ")": "R"}.get(code, ""), isolate=False))
        elif not self._overflow_isolates:
            self._overflow_embeddings += 1

    def _pop_embedding(self) -> None:
        """X7."""
        if self._overflow_isolates:
            return
        if self._overflow_embeddings:
            self._overflow_embeddings -= 1
        elif not self._stack[-1].isolate and len(self._stack) > 1:
            self._stack.pop()

    def _open_isolate(self, at: int, code: str) -> None:
        """X5a–X5c."""
        status = self._stack[-1]
        level = self._next_level(rtl=code == "]" or (code == "?" and self._fsi.get(at, 0) == 1))
        if level <= MAX_DEPTH and not self._overflow_isolates and not self._overflow_embeddings:
            self._segments.append(LevelSegment(at, at + 1, status.level, status.override, opens=at))
            self._initiators.append(at)
            self._stack.append(_Status(level, "", isolate=True))
        else:
            self._segments.append(LevelSegment(at, at + 1, status.level, status.override))
            self._overflow_isolates += 1

    def _close_isolate(self, at: int) -> None:
        """X6a."""
        closes = -1
        if self._overflow_isolates:
            self._overflow_isolates -= 1
        elif self._initiators:
            closes = self._initiators.pop()
            self._overflow_embeddings = 0
            while not self._stack[-1].isolate:
                self._stack.pop()
            self._stack.pop()
        status = self._stack[-1]
        self._segments.append(LevelSegment(at, at + 1, status.level, status.override, closes=closes))


def _directions_of_fsi(text: str) -> dict[int, int]:
    """P2 and P3 for the content of every FSI, in one pass: its first strong character outside inner isolates."""
    if _FSI not in text:
        return {}
    found: dict[int, int] = {}
    open_isolates: list[int] = []
    at = 0
    for match in _ISOLATE_CONTROL.finditer(text + _PDI):
        if open_isolates:
            inner = open_isolates[-1]
            if text[inner] == _FSI and inner not in found and (strong := _first_strong(text, at, match.start())):
                found[inner] = int(strong != "L")
        at = match.end()
        if match[0] != _PDI:
            open_isolates.append(match.start())
        elif open_isolates:
            open_isolates.pop()
    return found


def _first_strong(text: str, start: int, end: int) -> str:
    """The class of the first strong character of a stretch, "" if there is none."""
    step = _STEP
    while start < end:
        stop = min(end, start + step)
        if strong := _STRONG.search(BIDI_CLASS.of(text[start:stop])):
            return strong[0]
        start, step = stop, 2 * step
    return ""


def _level_runs(text: str, segments: Sequence[LevelSegment]) -> list[list[LevelSegment]]:
    """BD7: neighbouring segments of equal level; a segment of nothing but removed characters is in none."""
    runs: list[list[LevelSegment]] = []
    for segment in segments:
        at = segment.start
        while at < segment.end and BIDI_CLASS[ord(text[at])] == "b":
            at += 1
        if at == segment.end:
            continue
        if runs and runs[-1][0].level == segment.level:
            runs[-1].append(segment)
        else:
            runs.append([segment])
    return runs


def _isolating_run_sequences(runs: Sequence[list[LevelSegment]], base: int) -> Iterator[IsolatingRunSequence]:
    """Level runs joined over isolates, with their sos and eos."""
    resumed = {run[0].closes: number for number, run in enumerate(runs) if run[0].closes >= 0}
    opened = {run[-1].opens for run in runs if run[-1].opens >= 0}
    for number, run in enumerate(runs):
        if run[0].closes in opened:
            continue  # goes on a sequence that began before
        last = number
        segments = list(run)
        while (initiator := runs[last][-1].opens) in resumed:
            last = resumed[initiator]
            segments += runs[last]
        level = run[0].level
        before = runs[number - 1][0].level if number else base
        open_ended = runs[last][-1].opens >= 0 or last + 1 == len(runs)
        after = base if open_ended else runs[last + 1][0].level
        yield IsolatingRunSequence(segments, "LR"[max(level, before) % 2], "LR"[max(level, after) % 2])
