"""Owns the reading of a text: at each token the rules compete, the longest match wins and reading goes on after it.

A rule looks ahead a bounded number of tokens, so reading is linear. The extractor of every kind that is made of
numbers.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from reader.facts.extractor import Context, Found
from reader.facts.grammar.durations import duration_at
from reader.facts.grammar.limits import measure_at, number_of
from reader.facts.grammar.match import Match
from reader.facts.grammar.times import date_or_datetime_at, time_at
from reader.facts.grammar_values import Numeral
from reader.facts.lexicon import Proclitics, WordClass
from reader.facts.numerals import letters, numeral_at
from reader.facts.scripts import TATWEEL
from reader.facts.token_stream import TokenStream
from reader.facts.tokens import TokenKind
from reader.model import FactKind


def silence_at(stream: TokenStream, i: int) -> Match | None:
    """A fixed expression («الربع الخالي», "second thoughts") or a weekday of several words (ביום שני), read over."""
    saying, weekday = stream.hit(i, WordClass.SAYING), stream.hit(i, WordClass.WEEKDAY)
    end = max(saying.end if saying is not None else i, weekday.end if weekday is not None else i)
    if saying is None and end <= i + 1:
        return None
    return Match(FactKind.NUMBER, stream.start(i), stream.end(end), end, "", silent=True)


_RULES: tuple[Callable[[TokenStream, int], Match | None], ...] = (
    silence_at, date_or_datetime_at, time_at, duration_at, measure_at,
)  # fmt: skip

_CORE = (
    WordClass.NUMBER | WordClass.FRACTION | WordClass.NEGATIVE | WordClass.OFFSET | WordClass.PERCENT
    | WordClass.CURRENCY | WordClass.UNIT | WordClass.PERIOD | WordClass.MONTH | WordClass.WEEKDAY | WordClass.DECADE
    | WordClass.HOUR_NAME | WordClass.SAYING
)  # fmt: skip
"""Word classes that a fact is built on."""
_OPENING = (
    WordClass.DAY_CUE | WordClass.MONTH_CUE | WordClass.YEAR_CUE | WordClass.QUARTER | WordClass.HALF | WordClass.WEEK
    | WordClass.CENTURY | WordClass.CLOCK | WordClass.PART_OF_DAY | WordClass.FROM | WordClass.POINT
    | WordClass.BETWEEN | WordClass.LIMIT | WordClass.FOR | WordClass.ERA
)  # fmt: skip
"""Word classes that only begin one: frequent particles mostly, which count when something of the core stands near."""
_NEAR = 7


class GrammarExtractor:
    """Numbers, money, measures, dates, times and durations."""

    def extract(self, text: str, context: Context) -> Iterator[Found]:
        """Every fact the grammar reads, in order, none overlapping another."""
        del text
        for match in read(context.stream):
            yield Found(
                match.kind,
                match.start,
                match.end,
                match.value,
                match.unit,
                match.modifier,
                match.calendar,
                match.gregorian,
                reason="grammar",
            )


def read(stream: TokenStream) -> Iterator[Match]:
    """The facts in a text, in order."""
    i = 0
    while i < len(stream):
        best = _best_at(stream, i) if _may_start(stream, i) else None
        if best is None:
            i += 1
        else:
            if not best.silent:
                yield _whole(stream, best)
            i = max(best.next, i + 1)


def _whole(stream: TokenStream, match: Match) -> Match:
    """A text that is nothing but a fact is that fact, with the particles before it («للحادية والثلاثين», ב-14 במאי).

    So is one of a mass of something («500 غرام من الفراولة»), for that is no place or time then.
    """
    if _is_range(match) and stream.text[match.start - 1 : match.start] in stream.words.range_opening:
        match = match._replace(start=match.start - 1)
    if not _only_particles(stream.language.proclitics).fullmatch(stream.text, 0, match.start):
        return match
    after = match.next
    if match.kind is FactKind.QUANTITY:
        after = _after_substance(stream, after, match.unit)
    if after < len(stream):
        return match
    return match._replace(start=stream.tokens[0].start, end=stream.end(after), next=after)


def _is_range(match: Match) -> bool:
    """Whether a fact is a range, which the particle מ opens as «من» does."""
    if isinstance(match.value, dict):
        return len(match.value) == 2
    return isinstance(match.value, str) and "/" in match.value


@cache
def _only_particles(proclitics: Proclitics) -> re.Pattern[str]:
    """Particles before their word, with a hyphen or a tatweel, and nothing else."""
    spellings = "|".join(split.spelling for split in proclitics.splits() if split.spelling)
    return re.compile(rf"\s*(?:(?:{spellings})(?:[-\u05be]|{TATWEEL}*))?\s*" if spellings else r"\s*")


def _after_substance(stream: TokenStream, i: int, unit: str) -> int:
    """The index after what a mass or volume is of («من الفراولة», "of strawberries")."""
    of = stream.hit(i, WordClass.OF) if unit.startswith(("mass-", "volume-")) and stream.features.of_substance else None
    return i if of is None else of.end + 1


def _may_start(stream: TokenStream, i: int) -> bool:
    token = stream.tokens[i]
    if token.kind is TokenKind.DIGITS:
        return True
    if token.kind in (TokenKind.LINK, TokenKind.DATA):
        return False
    if token.kind is TokenKind.SIGN and token.key in "-−–.٫":
        return stream.is_digits(i + 1) or stream.is_sign(i + 1, ".٫")
    if stream.may_begin(i, _CORE) or token.key in ("q", "h"):
        return True
    if stream.language.letters and letters.day_at(stream, i) is not None:
        return True
    opens = stream.may_begin(i, _OPENING) or token.key in stream.words.indefinite
    return opens and any(_is_core(stream, j) for j in range(i + 1, i + _NEAR))


def _is_core(stream: TokenStream, i: int) -> bool:
    if stream.is_digits(i) or stream.may_begin(i, _CORE):
        return True
    return bool(stream.language.letters) and letters.year_at(stream, i) is not None


def _alone_at(stream: TokenStream, i: int) -> Numeral | None:
    """Digits between tokens that play no part: they can be no more than a number."""
    if not stream.is_digits(i) or any(stream.may_begin(k, _ANY) for k in (i - 1, i, i + 1)):
        return None
    for k in (i - 1, i + 1):
        if 0 <= k < len(stream) and not stream.is_sign(k, _PARTING):
            behind = k > i and (stream.is_glued(k) or stream.key(k) in stream.words.between_unit)
            if behind or stream.tokens[k].kind is TokenKind.SIGN:
                return None
    numeral = numeral_at(stream, i)
    return numeral if numeral is not None and numeral.end == i + 1 else None


_ANY = -1
_PARTING = "()[]{}«»“”‘’\"'"
"""Signs beside digits that make nothing of them."""


def _best_at(stream: TokenStream, i: int) -> Match | None:
    """The longest match at a token; of equals, the first rule's."""
    alone = _alone_at(stream, i)
    if alone is not None:
        return number_of(stream, alone)
    best: Match | None = None
    for rule in _RULES:
        match = rule(stream, i)
        if match is not None and (best is None or match.next > best.next):
            best = match
    return best
