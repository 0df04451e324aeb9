"""Searching the text as it stands: character for character, or by a regular expression.

The hits are listed at once, paragraph by paragraph: each the text that matches, widened to the grapheme clusters it has
a part in. What matches nothing, an empty string, is no hit.

Regular expressions are those of the package ``regex``: unlike the standard library's they can be given a time after
which they stop (an expression such as ``(a|aa)+$`` may else run for ever), and let other threads run meanwhile.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from reader.model import Document, Pos, Range, range_of
from reader.search.clusters import widened
from reader.search.hits import Failure, Hits, Matching, never
from reader.search.whole_words import is_whole_words

PATIENCE = 1.0
"""Seconds an expression may take in one paragraph."""

LONGEST_PATTERN = 1000
"""Characters of an expression that is taken apart; compiling knows no time-out."""

Spans = Callable[[str], Iterator[tuple[int, int]]]
"""Where a query stands in a paragraph's text."""


class ListedHits(Hits):
    """Hits that are all known.

    Args:
        document: What is searched.
        query: What is looked for.
        matching: How: ``exact`` or ``pattern``; with ``pattern``, ``case`` decides on capitals.
        stop: Asked between paragraphs; once it says True, the rest is not searched.
    """

    def __init__(self, document: Document, query: str, matching: Matching, stop: Callable[[], bool] = never) -> None:
        self.query, self.matching = query, matching
        self._hits: list[Range] = []
        self._starts: list[Pos] = []
        if not query:
            return
        spans = _of_pattern(query, case=matching.case) if matching.pattern else _of_string(query)
        if spans is None:
            self.failure = Failure.PATTERN
            return
        try:
            self._list(document, spans, stop)
        except (TimeoutError, MemoryError):
            self.failure = Failure.SLOW

    def _list(self, document: Document, spans: Spans, stop: Callable[[], bool]) -> None:
        for block in document.blocks:
            if stop():
                return
            last = block.range.start
            for start, end in spans(document.slice(block.range)):
                part = range_of(block.range.start + start, block.range.start + end)
                if part.start < last or not part.length:
                    continue
                hit = widened(document, part, block.range)
                if hit.start < last or (self.matching.words and not is_whole_words(document, hit, block.range)):
                    continue
                self._hits.append(hit)
                self._starts.append(hit.start)
                last = hit.end

    def __iter__(self) -> Iterator[Range]:
        return iter(self._hits)

    def after(self, pos: Pos, stop: Callable[[], bool] = never) -> Range | None:
        """The first hit that starts at a position or after it."""
        del stop
        at = bisect_left(self._starts, pos)
        return self._hits[at] if at < len(self._hits) else None

    def before(self, pos: Pos, stop: Callable[[], bool] = never) -> Range | None:
        """The last hit that starts before a position."""
        del stop
        at = bisect_left(self._starts, pos)
        return self._hits[at - 1] if at else None

    def within(self, part: Range) -> tuple[Range, ...]:
        """The hits that overlap a range, in order."""
        first = max(0, bisect_right(self._starts, part.start) - 1)
        end = bisect_left(self._starts, part.end)
        return tuple(hit for hit in self._hits[first:end] if hit.overlaps(part))

    def count(self, stop: Callable[[], bool] = never) -> int:
        """The number of hits."""
        del stop
        return len(self._hits)

    def ordinal(self, hit: Range) -> int:
        """How many hits come before a hit."""
        return bisect_left(self._starts, hit.start)

    @property
    def counted(self) -> bool:
        """They are listed."""
        return True


def _of_string(query: str) -> Spans:
    def spans(text: str) -> Iterator[tuple[int, int]]:
        at = text.find(query)
        while at >= 0:
            yield at, at + len(query)
            at = text.find(query, at + 1)

    return spans


def _of_pattern(query: str, *, case: bool) -> Spans | None:
    """None where the query is no regular expression."""
    import regex  # noqa: PLC0415 - 20 ms, and few searches are by expressions

    if len(query) > LONGEST_PATTERN:
        return None
    try:
        pattern = regex.compile(query, regex.MULTILINE | (0 if case else regex.IGNORECASE))
    except (regex.error, OverflowError, RecursionError, MemoryError):
        return None

    def spans(text: str) -> Iterator[tuple[int, int]]:
        return (match.span() for match in pattern.finditer(text, timeout=PATIENCE, concurrent=True))

    return spans
