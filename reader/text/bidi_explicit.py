"""X1–X10 of UAX#9: explicit embeddings, overrides and isolates.

Units as in :mod:`reader.text.bidi`. The paragraph is cut at its controls into segments of one embedding level;
segments of equal level that follow each other are a level run, and runs joined over isolates are the isolating run
sequences. All passes are linear in the text.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.text.bidi_implicit import resolve

EXPLICIT = re.compile(r"[<>()^\[\]?!]")
"""Codes of embeddings, overrides, isolates and what closes them."""

MAX_DEPTH = 125
"""BD2."""

_STRONG = re.compile("[LRA]")
_ISOLATES = re.compile(r"[\[\]?!]")
_REMOVED = re.compile("b+")
_OVERRIDDEN = re.compile("[^b]")


class _Status(NamedTuple):
    """An entry of the directional status stack (X1); ``override`` is "" for neutral."""

    level: int
    override: str
    isolate: bool


class _Segment(NamedTuple):
    """A stretch of one embedding level; a valid isolate initiator or its PDI is one by itself.

    ``opens`` is the initiator's own index, ``closes`` the initiator that the PDI matches; -1 elsewhere.
    """

    start: int
    end: int
    level: int
    opens: int = -1
    closes: int = -1


def explicit_levels(text: str, classes: str, base: int) -> bytes:
    """The resolved levels of one paragraph that holds explicit controls."""
    codes, segments = _Embedding(classes, base).segments()
    levels = bytearray(len(text))
    runs = _level_runs(codes, segments)
    for sequence, sos, eos in _isolating_run_sequences(runs, base):
        spans = [segment for run in sequence for segment in runs[run]]
        resolved = resolve(
            "".join([text[s.start : s.end] for s in spans]),
            "".join([codes[s.start : s.end] for s in spans]),
            spans[0].level,
            sos,
            eos,
        )
        at = 0
        for span in spans:
            levels[span.start : span.end] = resolved[at : at + span.end - span.start]
            at += span.end - span.start
    # What X9 removed takes the level of the character before it (5.2), in whichever sequence that is: it must not
    # part runs.
    for match in _REMOVED.finditer(codes):
        before = levels[match.start() - 1] if match.start() else base
        levels[match.start() : match.end()] = bytes((before,)) * (match.end() - match.start())
    return bytes(levels)


class _Embedding:
    """X1–X8 in one pass over the controls of a paragraph."""

    def __init__(self, classes: str, base: int) -> None:
        self._classes = classes
        self._base = base
        self._stack = [_Status(base, "", isolate=False)]
        self._initiators: list[int] = []
        self._overflow_isolates = self._overflow_embeddings = 0
        self._codes: list[str] = []
        self._segments: list[_Segment] = []
        self._fsi = _directions_of_fsi(classes)

    def segments(self) -> tuple[str, list[_Segment]]:
        """The class string with overrides applied and X9's characters as ``b``, and its segments."""
        classes = self._classes
        end = len(classes) - classes.endswith("B")
        at = 0
        for match in EXPLICIT.finditer(classes, 0, end):
            self._text(at, match.start())
            at = match.end()
            self._control(match.start(), match[0])
        self._text(at, end)
        if end < len(classes):  # X8: the separator ends every embedding
            self._codes.append("B")
            self._segments.append(_Segment(end, end + 1, self._base))
        return "".join(self._codes), self._segments

    def _text(self, start: int, end: int) -> None:
        """X6."""
        if start == end:
            return
        status = self._stack[-1]
        codes = self._classes[start:end]
        self._codes.append(_OVERRIDDEN.sub(status.override, codes) if status.override else codes)
        self._segments.append(_Segment(start, end, status.level))

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
        self._codes.append("b")
        level = self._next_level(rtl=code in ">)")
        if level <= MAX_DEPTH and not self._overflow_isolates and not self._overflow_embeddings:
            self._stack.append(_Status(level, {"(": "L", ")": "R"}.get(code, ""), isolate=False))
        elif not self._overflow_isolates:
            self._overflow_embeddings += 1

    def _pop_embedding(self) -> None:
        """X7."""
        self._codes.append("b")
        if self._overflow_isolates:
            return
        if self._overflow_embeddings:
            self._overflow_embeddings -= 1
        elif not self._stack[-1].isolate and len(self._stack) > 1:
            self._stack.pop()

    def _open_isolate(self, at: int, code: str) -> None:
        """X5a–X5c."""
        status = self._stack[-1]
        self._codes.append(status.override or code)
        level = self._next_level(rtl=code == "]" or (code == "?" and self._fsi.get(at, 0) == 1))
        if level <= MAX_DEPTH and not self._overflow_isolates and not self._overflow_embeddings:
            self._segments.append(_Segment(at, at + 1, status.level, opens=at))
            self._initiators.append(at)
            self._stack.append(_Status(level, "", isolate=True))
        else:
            self._segments.append(_Segment(at, at + 1, status.level))
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
        self._codes.append(status.override or "!")
        self._segments.append(_Segment(at, at + 1, status.level, closes=closes))


def _directions_of_fsi(classes: str) -> dict[int, int]:
    """P2 and P3 for the content of every FSI, in one pass: its first strong character outside inner isolates."""
    if "?" not in classes:
        return {}
    found: dict[int, int] = {}
    open_isolates: list[int] = []
    settled: set[int] = set()
    at = 0
    for match in _ISOLATES.finditer(classes + "!"):
        inner = open_isolates[-1] if open_isolates else -1
        if inner not in settled and (strong := _STRONG.search(classes, at, match.start())):
            found[inner] = int(strong[0] != "L")
            settled.add(inner)
        at = match.end()
        if match[0] != "!":
            open_isolates.append(match.start())
        elif open_isolates:
            open_isolates.pop()
    return found


def _level_runs(codes: str, segments: list[_Segment]) -> list[list[_Segment]]:
    """BD7: neighbouring segments of equal level; a segment of nothing but removed characters is in none."""
    runs: list[list[_Segment]] = []
    for segment in segments:
        if not _OVERRIDDEN.search(codes, segment.start, segment.end):
            continue
        if runs and runs[-1][0].level == segment.level:
            runs[-1].append(segment)
        else:
            runs.append([segment])
    return runs


def _isolating_run_sequences(runs: list[list[_Segment]], base: int) -> Iterator[tuple[list[int], str, str]]:
    """BD13 and X10: level runs joined over isolates, with their sos and eos."""
    resumed = {run[0].closes: number for number, run in enumerate(runs) if run[0].closes >= 0}
    opened = {run[-1].opens for run in runs if run[-1].opens >= 0}
    for number, run in enumerate(runs):
        if run[0].closes in opened:
            continue  # goes on a sequence that began before
        sequence = [number]
        while (initiator := runs[sequence[-1]][-1].opens) in resumed:
            sequence.append(resumed[initiator])
        level = run[0].level
        before = runs[number - 1][0].level if number else base
        last = sequence[-1]
        open_ended = runs[last][-1].opens >= 0 or last + 1 == len(runs)
        after = base if open_ended else runs[last + 1][0].level
        yield sequence, "LR"[max(level, before) % 2], "LR"[max(level, after) % 2]
