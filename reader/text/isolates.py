"""Machine text laid out as if isolates stood around it (UAX#9 HL4), the text itself untouched.

Units: local code-point indexes of a paragraph; levels as bytes.

An isolate is a neutral to what stands around it, and a paragraph of its own inside. So the paragraph is resolved with
:data:`PLACEHOLDER` for every code point of a run, and each run is resolved by itself: from left to right at the next
even level (X5b), a name by its first strong letter (X5c). One thing levels cannot say without a character between: runs
that touch each other, or letters and digits, follow each other from left to right. A paragraph with explicit controls
of its own, whose isolates may hold runs or lie in them, is resolved with the controls put in (:func:`levels_between`).

Inside a run what separates the names of a path or an address, and the atoms of code, keep them in order
(:mod:`reader.text.code`). Lines break in it only behind the separators of a path and between the words of a phrase.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from reader.text.bidi import levels_of
from reader.text.bidi_implicit import resolve
from reader.text.code import address_classes, code_classes
from reader.text.machine import MachineKind, MachineRun, runs
from reader.text.patterns import lazy_pattern

PLACEHOLDER = "\ufffc"
"""A neutral that is no bracket, for every code point of a run."""

_PLACEHOLDER_CLASS = "O"
_STEP = 8192
_NEARBY = 512
_RTL = lazy_pattern(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_SPACE = lazy_pattern(r"\s")
_STRONG = lazy_pattern("[LRA]")
_OPENING = {0: ("\u2066", "["), 1: ("\u2067", "]")}
_CLOSING = ("\u2069", "!")

_BEHIND_NAME = lazy_pattern(r"(?<=[\w)\]}%~.])[/\\](?=[^\s/\\])")
_WORDS = lazy_pattern(r" +(?=[^\s\d])|(?<!\d) +(?=\d)")
_LONG = 24
"""Code points from which on a tag may be broken at its spaces."""


class IsolatedText:
    """A paragraph as what stands around its machine text sees it; found as far as it is asked for.

    Args:
        text: The paragraph.
        base: Its base level; one from left to right is looked through only where it holds right-to-left letters.
        marked: Inline code, by the document's marks, in order.
    """

    def __init__(self, text: str, base: int, marked: Sequence[tuple[int, int]] = ()) -> None:
        self._text = text
        self._base = base
        self._marked = [mark for mark in marked if "\n" not in text[slice(*mark)]]
        self._runs: list[MachineRun] = []
        self._starts: list[int] = []
        self._seen = ""
        self._known = 0

    def __len__(self) -> int:
        return len(self._text)

    def __getitem__(self, part: slice) -> str:
        """A stretch, with placeholders for what is isolated."""
        start, end, _ = part.indices(len(self._text))
        parts = []
        at = start
        for run in self.within(start, end):
            first, last = max(run.start, start), min(run.end, end)
            parts.append(self._text[at:first])
            parts.append(PLACEHOLDER * (last - first))
            at = last
        if not parts:
            return self._text[start:end]
        parts.append(self._text[at:end])
        return "".join(parts)

    def within(self, start: int, end: int) -> list[MachineRun]:
        """The runs that have a part in a stretch."""
        while self._known < min(end, len(self._text)):
            self._extend()
        first = bisect_left(self._starts, start)
        if first and self._runs[first - 1].end > start:
            first -= 1
        return self._runs[first : bisect_left(self._starts, end)]

    def _extend(self) -> None:
        """Look through the next stretch, which ends where no word goes on."""
        start, text = self._known, self._text
        stop = min(len(text), start + _STEP)
        limit = len(text)
        if stop < len(text):
            space = _SPACE.search(text, stop, stop + _NEARBY)
            stop = space.end() if space else stop
            limit = limit if space else stop  # data: nothing is looked at twice to see where it ends
        if self._base or _RTL.search(text, start, stop):
            at, phrases = start, bool(self._base)
            for mark in self._marks_between(start, stop):
                self._add(runs(text, at, mark.start, mark.start, phrases=phrases))
                self._add((mark,))
                at = mark.end
            following = bisect_left(self._marked, (stop, stop))
            limit = min(limit, self._marked[following][0]) if following < len(self._marked) else limit
            self._add(runs(text, at, stop, limit, phrases=phrases))
        self._known = max(stop, self._runs[-1].end if self._runs else 0)

    def _marks_between(self, start: int, stop: int) -> list[MachineRun]:
        first = bisect_left(self._marked, (start, start))
        last = bisect_left(self._marked, (stop, stop))
        return [
            MachineRun(max(start, a), b, MachineKind.CODE) for a, b in self._marked[first:last] if b > max(start, a)
        ]

    def _add(self, found: Iterable[MachineRun]) -> None:
        for run in found:
            self._runs.append(run)
            self._starts.append(run.start)


def outer_classes(classes: str, found: Sequence[MachineRun], start: int) -> str:
    """The classes of a stretch that starts at an index, with those of placeholders for its runs."""
    parts = []
    at = 0
    for run in found:
        parts.append(classes[at : run.start - start])
        parts.append(_PLACEHOLDER_CLASS * (run.end - run.start))
        at = run.end - start
    parts.append(classes[at:])
    return "".join(parts)


def with_inner_levels(
    levels: bytes, text: str, classes: str, *, base: int, found: Sequence[MachineRun], start: int
) -> bytes:
    """The levels of a stretch whose runs were resolved as placeholders, with theirs in their places.

    Args:
        levels: Of the stretch.
        text: The stretch itself.
        classes: Its classes by UAX#9.
        base: The paragraph embedding level.
        found: The runs, all of them inside the stretch.
        start: Where the stretch starts.
    """
    whole = bytearray(levels)
    for run in found:
        first, last = run.start - start, run.end - start
        content = text[first:last]
        if content.isascii():
            whole[first:last] = b"\2" * len(content)
            continue
        own = classes[first:last]
        level = (base + 1) | 1 if _is_rtl(run, own) else (base + 2) & ~1
        edge = "LR"[level % 2]
        whole[first:last] = resolve(content, _inner_classes(content, own, run), level, edge, edge)
    return bytes(whole)


def levels_between(text: str, classes: str, base: int, found: Sequence[MachineRun]) -> bytes:
    """The levels of a text that holds explicit controls, resolved with isolates put around its runs."""
    texts: list[str] = []
    shown: list[str] = []
    at = 0
    for run in found:
        own = classes[run.start : run.end]
        opening, opening_class = _OPENING[int(_is_rtl(run, own))]
        texts += [text[at : run.start], opening, text[run.start : run.end], _CLOSING[0]]
        own = _inner_classes(text[run.start : run.end], own, run)
        shown += [classes[at : run.start], opening_class, own, _CLOSING[1]]
        at = run.end
    levels = levels_of("".join((*texts, text[at:])), base, "".join((*shown, classes[at:])))
    parts = []
    at = 0
    for number, run in enumerate(found):
        first, last = run.start + 2 * number, run.end + 2 * number
        parts += [levels[at:first], levels[first + 1 : last + 1]]
        at = last + 2
    return b"".join((*parts, levels[at:]))


def _is_rtl(run: MachineRun, classes: str) -> bool:
    """Whether a run is a name whose first strong letter runs from right to left."""
    strong = _STRONG.search(classes) if run.kind is MachineKind.NAME else None
    return strong is not None and strong[0] != "L"


def _inner_classes(content: str, classes: str, run: MachineRun) -> str:
    """The classes inside a run, where its parts keep their order."""
    match run.kind:
        case MachineKind.CODE | MachineKind.PHRASE:
            return code_classes(content, classes)
        case MachineKind.ADDRESS:
            return address_classes(content, classes)
        case MachineKind.NAME | MachineKind.TAG | MachineKind.NUMBER:
            return classes


def settle_breaks(allowed: bytearray, text: str, found: Sequence[MachineRun], start: int) -> None:
    """Where lines may break at and in the runs of a stretch that starts at an index of the text.

    A run that stands behind a space may begin a line, whatever sign it begins with.
    """
    for run in found:
        first, last = run.start - start, run.end - start
        if first and text[run.start - 1] == " ":
            allowed[first] = 1
        if last - first < 2:
            continue
        breaks_at_spaces = run.kind in (MachineKind.CODE, MachineKind.PHRASE) or (
            run.kind is MachineKind.TAG and last - first > _LONG
        )
        spaces = _WORDS.finditer(text, run.start + 1, run.end) if breaks_at_spaces else ()
        at_spaces = [match.end() - start for match in spaces if allowed[match.end() - start]]
        allowed[first + 1 : last] = bytes(last - first - 1)
        for at in at_spaces:
            allowed[at] = 1
        if run.kind not in (MachineKind.NUMBER, MachineKind.TAG):
            for match in _BEHIND_NAME.finditer(text, run.start + 2, run.end - 1):
                allowed[match.end() - start] = 1
