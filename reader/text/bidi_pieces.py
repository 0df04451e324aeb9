"""Levels of a long paragraph, piece by piece.

Units: code-point indexes of the text given; levels as bytes.

*Without explicit controls* a paragraph is one isolating run sequence. A piece may end behind a strong letter that
neither a mark nor a boundary neutral follows: neutrals and numbers before it never look past it, and what comes after
needs nothing of what came before but that letter, as its sos (an Arabic letter as itself, for W2). Only brackets reach
further. Their stack goes on from piece to piece; for a bracket that a later piece closes, N0 asks whether the embedding
direction occurs before its partner. The last letter of a piece is strong, so numbers further on are settled by letters
further on or have the direction found already: the raw classes answer that.

*With controls* the same goes for every isolating run sequence, which is a text of its own with gaps. The sequences are
found at once, for that takes only a look at the controls; each is resolved as far as the paragraph's pieces reach into
it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Protocol

from reader.text.bidi import MAY_RUN_RTL, classes_of
from reader.text.bidi_explicit import IsolatingRunSequence, LevelSegment, sequences_of, settle_removed
from reader.text.bidi_implicit import resolve
from reader.text.brackets import BRACKETS, Brackets, Opening, resolve_brackets
from reader.text.patterns import lazy_pattern
from reader.text.properties import OPENING_BRACKETS

_SEPARATORS = "\n\r\x1c\x1d\x1e\x85\u2029"
_SEPARATOR = lazy_pattern(f"[{_SEPARATORS}]")
_BRACKET_OR_END = lazy_pattern(f"[{BRACKETS}{_SEPARATORS}]")
_PARAGRAPH = lazy_pattern("[^B]*B|[^B]+")
_EMBEDDING_DIRECTION = (lazy_pattern("L"), lazy_pattern("[RAN]"))
_STEP = 4096
"""Code points looked ahead at a time."""

_LETTERS = {"L": "a", "R": "\u05d0"}
"""Stand-ins for the characters of an override while a sequence is resolved; those that X9 removes stay such."""

_REMOVED_SIGN = "\u00ad"


class Sliceable(Protocol):
    """A text that may be made as far as it is asked for."""

    def __len__(self) -> int: ...
    def __getitem__(self, part: slice, /) -> str: ...


class PieceResolver:
    """The state between the pieces of a text that is one sequence; see :meth:`extend`.

    Args:
        text: The whole text, without explicit controls; paragraph separators inside it end a paragraph each (P1).
        level: The embedding level.
        sos: The start-of-sequence class; that of the level by default, as eos is.
        eos: The end-of-sequence class.
    """

    def __init__(self, text: Sliceable, level: int, sos: str = "", eos: str = "") -> None:
        self._text = text
        self._level = level
        self._sos = self._first_sos = sos or "LR"[level % 2]
        self._eos = eos or "LR"[level % 2]
        self._brackets = Brackets()
        self._passed_over: list[str] = []  # pieces left to right, whose brackets matter only if others follow
        self._end = 0
        self._searched = 0  # up to here, behind the piece, the embedding direction does not occur
        self._found = -1  # where it occurs then

    def extend(self, end: int, classes: str) -> bytes:
        """The levels of the text from where the last piece ended up to ``end``, a place where a piece may end.

        Args:
            end: Behind a strong letter, behind a paragraph separator, or the end of the text.
            classes: The bidi classes of the piece.
        """
        levels = []
        at = self._end
        for match in _PARAGRAPH.finditer(classes):
            part = match[0]
            text = self._text[at : at + len(part)]
            at += len(part)
            self._end = at
            levels.append(self._levels(text, part))
            if part.endswith("B"):
                self._sos, self._brackets, self._passed_over = self._first_sos, Brackets(), []
            else:
                self._sos = part[-1]
        self._end = end
        return b"".join(levels)

    def _levels(self, text: str, classes: str) -> bytes:
        if self._level == 0 and self._sos == "L" and (text.isascii() or not MAY_RUN_RTL.search(classes)):
            self._passed_over.append(text)
            return bytes(len(text))
        for earlier in self._passed_over:
            self._brackets.pair(earlier)
            for opening in self._brackets.stack:
                opening.direction = opening.direction or "L"
        self._passed_over.clear()
        return resolve(text, classes, self._level, self._sos, self._eos, settle_brackets=self._settle_brackets)

    def _settle_brackets(self, text: str, classes: str, original: str, level: int) -> str:
        """N0 for a piece."""
        earlier = set(map(id, self._brackets.stack))
        pairing = self._brackets.pair(text)
        own = [opening for opening in self._brackets.stack if id(opening) not in earlier]
        closings = self._closings_of(own) if own and not original.endswith("B") else {}
        if not closings and not pairing.pairs and not pairing.closings:
            return classes
        return resolve_brackets(
            classes,
            original,
            level,
            pairing,
            open_ended=tuple(opening for opening in own if id(opening) in closings),
            occurs_later=lambda opening: self._embedding_direction_before(closings[id(opening)]),
        )

    def _closings_of(self, openings: list[Opening]) -> dict[int, int]:
        """Where, behind the piece, brackets are closed, by identity; those that are not are left out."""
        pending = set(map(id, openings))
        closings: dict[int, int] = {}
        ahead = Brackets(list(self._brackets.stack))
        for at, bracket in self._brackets_ahead():
            if bracket in _SEPARATORS:
                break
            if bracket in OPENING_BRACKETS:
                if not ahead.open(at, bracket):
                    break
                continue
            depth = ahead.close(bracket)
            if depth is None:
                continue
            if id(ahead.stack[depth]) in pending:
                closings[id(ahead.stack[depth])] = at
            pending.difference_update(map(id, ahead.stack[depth:]))
            del ahead.stack[depth:]
            if not pending:
                break
        return closings

    def _brackets_ahead(self) -> Iterator[tuple[int, str]]:
        """The brackets and separators behind the piece, and where they stand."""
        start, step = self._end, _STEP
        while start < len(self._text):
            for match in _BRACKET_OR_END.finditer(self._text[start : start + step]):
                yield start + match.start(), match[0]
            start, step = start + step, 2 * step

    def _embedding_direction_before(self, closing: int) -> bool:
        """Whether the embedding direction occurs behind the piece and before a closing bracket."""
        if self._found < self._end:
            pattern = _EMBEDDING_DIRECTION[self._level % 2]
            self._found = -1
            self._searched = max(self._searched, self._end)
            while self._searched < closing:
                stop = min(closing, self._searched + _STEP)
                match = pattern.search(classes_of(self._text[self._searched : stop]))
                if match:
                    self._found = self._searched + match.start()
                    self._searched = self._found
                    break
                self._searched = stop
        return self._end <= self._found < closing


class ExplicitResolver:
    """The same for a text that holds explicit controls.

    Args:
        text: The whole text; paragraph separators inside it end a paragraph each (P1).
        base: The paragraph embedding level.
        piece: Code points of a sequence that are resolved at a time.
    """

    def __init__(self, text: str, base: int, piece: int) -> None:
        self._text = text
        self._base = base
        self._piece = piece
        self._end = 0
        self._paragraph = _ExplicitParagraph("", base, piece)
        self._paragraph_start = self._paragraph_end = 0
        self._last_level = base

    def extend(self, end: int, classes: str) -> bytes:
        """The levels of the text from where the last piece ended up to ``end``, which is anywhere."""
        start, levels = self._end, bytearray()
        while self._end < end:
            if self._end == self._paragraph_end:
                self._begin_paragraph()
            stop = min(end, self._paragraph_end)
            part = self._paragraph.levels(self._end - self._paragraph_start, stop - self._paragraph_start)
            settle_removed(part, classes[self._end - start : stop - start], self._last_level)
            levels += part
            self._end, self._last_level = stop, part[-1]
        return bytes(levels)

    def _begin_paragraph(self) -> None:
        separator = _SEPARATOR.search(self._text, self._end)
        self._paragraph_start = self._end
        self._paragraph_end = separator.end() if separator else len(self._text)
        self._last_level = self._base
        content = self._text[self._end : separator.start() if separator else self._paragraph_end]
        self._paragraph = _ExplicitParagraph(content, self._base, self._piece)


class _ExplicitParagraph:
    """The sequences of one paragraph, its separator left out."""

    def __init__(self, text: str, base: int, piece: int) -> None:
        self._base = base
        self._sequences = [_SequenceLevels(text, sequence, piece) for sequence in sequences_of(text, base)]
        self._parts = sorted(
            (segment, number, at)
            for number, sequence in enumerate(self._sequences)
            for segment, at in sequence.places()
        )
        self._starts = [segment.start for segment, _, _ in self._parts]

    def levels(self, start: int, end: int) -> bytearray:
        """The levels of a stretch; in what X9 removes, and in the separator, the base level."""
        levels = bytearray((self._base,)) * (end - start)
        for index in range(max(bisect_right(self._starts, start) - 1, 0), bisect_left(self._starts, end)):
            segment, number, at = self._parts[index]
            first, last = max(segment.start, start), min(segment.end, end)
            if first < last:
                shift = at - segment.start
                levels[first - start : last - start] = self._sequences[number].between(first + shift, last + shift)
        return levels


class _SequenceLevels:
    """The levels of one sequence, found as far as they are asked for."""

    def __init__(self, paragraph: str, sequence: IsolatingRunSequence, piece: int) -> None:
        self._paragraph = paragraph
        self._sequence = sequence
        self._piece = piece
        self._text = ""
        self._levels = bytearray()
        self._resolver: PieceResolver | None = None

    def places(self) -> list[tuple[LevelSegment, int]]:
        """Its segments, and where in the sequence each starts."""
        found = []
        at = 0
        for segment in self._sequence.segments:
            found.append((segment, at))
            at += segment.end - segment.start
        return found

    def between(self, start: int, end: int) -> bytearray:
        """The levels of a stretch of the sequence."""
        if self._resolver is None:
            sequence = self._sequence
            self._text = "".join([_plain(self._paragraph[s.start : s.end], s.override) for s in sequence.segments])
            self._resolver = PieceResolver(self._text, sequence.level, sequence.sos, sequence.eos)
        while len(self._levels) < end:
            known = len(self._levels)
            classes, stop = self._next_piece(known)
            self._levels += self._resolver.extend(stop, classes)
        return self._levels[start:end]

    def _next_piece(self, start: int) -> tuple[str, int]:
        """The classes of the next piece, and where it ends."""
        size = self._piece
        while start + size < len(self._text):
            classes = classes_of(self._text[start : start + size + 1])
            for at in range(size, 0, -1):
                if classes[at - 1] in "LRA" and classes[at] not in "nb":
                    return classes[:at], start + at
            size *= 2
        return classes_of(self._text[start:]), len(self._text)


def _plain(text: str, override: str) -> str:
    """A segment's text; with an override, letters of its direction for all that X9 does not remove."""
    if not override:
        return text
    letter = _LETTERS[override]
    removed = {char for char in set(text) if classes_of(char) == "b"}
    return "".join([_REMOVED_SIGN if char in removed else letter for char in text]) if removed else letter * len(text)
