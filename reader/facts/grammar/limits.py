"""Owns limits around amounts, and ranges of them: «ما يصل إلى 80 مليار دولار», «بين 20 و30», "at least 5 km".

A limit becomes the modifier of money and measures, and its words are part of the fact but where they are a verb; around
a bare number it makes a ``number_range`` open at one end.
"""

from reader.facts.grammar.amount import Amount
from reader.facts.grammar.amounts import amount_at
from reader.facts.grammar.counts import bare
from reader.facts.grammar.match import Match
from reader.facts.grammar.ranges import joint_at
from reader.facts.grammar_values import Limit, Number, Numeral, plain
from reader.facts.lexicon import Hit, WordClass, meaning
from reader.facts.numerals import numeral_at, scale_of
from reader.facts.token_stream import TokenStream
from reader.facts.tokens import TokenKind
from reader.model import FactKind

_HYPHENS = "-–—־"


def measure_at(stream: TokenStream, i: int) -> Match | None:
    """The measure or number, or the range of them, that begins at token ``i``."""
    limit = stream.hit(i, WordClass.LIMIT)
    if limit is not None:
        return _limited(stream, i, limit)
    opening = stream.hit(i, WordClass.BETWEEN) or stream.hit(i, WordClass.FROM)
    if opening is not None and not opening.article:
        found = _range(stream, opening.end, start=stream.start_without(i, opening.shed))
        if found is not None:
            return found
    found = _range(stream, i, start=None)
    if found is not None:
        return found
    amount = amount_at(stream, i)
    return None if amount is None else _single(stream, amount)


def number_of(stream: TokenStream, numeral: Numeral) -> Match | None:
    """The number that digits state where nothing near says more of them."""
    amount = bare(stream, numeral, bound=False)
    return None if amount is None else _single(stream, amount)


def _single(stream: TokenStream, amount: Amount) -> Match | None:
    value = plain(amount.value)
    if value is None or (amount.kind is FactKind.NUMBER and _is_piece(stream, amount)):
        return None
    found = amount.stated(stream, value)
    after = _limit_after(stream, amount.end)
    modifier = meaning(after, str) if after is not None else ""
    if after is None or modifier == OR_EQUAL:
        return found
    limited = found._replace(end=stream.end(after.end), next=after.end, modifier=modifier)
    if modifier == "~" and amount.kind in (FactKind.NUMBER, FactKind.COUNT):
        return limited._replace(end=found.end)
    return limited if amount.kind is not FactKind.NUMBER else _open_range(limited)


OR_EQUAL = "=<"
"""Words after a limit's number that admit the number itself: «أو يساوي»."""


def _limit_after(stream: TokenStream, i: int) -> Hit | None:
    """A limit after a number, unless it is the limit before the next one: «5000 أو أكثر من 4500»."""
    after = stream.hit(i, WordClass.LIMIT_AFTER)
    return None if after is None or numeral_at(stream, after.end) is not None else after


def _open_range(bound: Match) -> Match:
    """A range open at one end, from its bound with the limit as modifier; closed on one number for "equal to"."""
    kind = FactKind.NUMBER_RANGE
    if bound.modifier == "=":
        return bound._replace(kind=kind, value={"from": bound.value, "to": bound.value}, modifier="")
    return bound._replace(kind=kind, value={"to" if bound.modifier.startswith("<") else "from": bound.value})


def _limited(stream: TokenStream, i: int, limit: Hit) -> Match | None:
    modifier, verb = meaning(limit, Limit)
    start = stream.start_without(i, limit.shed)
    amount = amount_at(stream, limit.end)
    if amount is None and stream.key(limit.end) in stream.words.indefinite:
        amount = amount_at(stream, limit.end + 1)
    value = plain(amount.value) if amount is not None else None
    if amount is None or value is None or amount.kind is FactKind.ORDINAL:
        return None
    if amount.kind is FactKind.NUMBER and modifier != "~":
        return _bound(stream, i, limit, amount)
    bare = amount.kind is FactKind.NUMBER
    found = _range(stream, limit.end, start=None) or (_single(stream, amount) if bare else amount.stated(stream, value))
    if found is None or modifier == "=" or (bare and found.modifier):
        return found
    whole = not i and found.next >= len(stream)
    kinds = (FactKind.NUMBER, FactKind.NUMBER_RANGE) if bare else (FactKind.COUNT,)
    apart = verb or (modifier == "~" and (found.kind in kinds or not whole))
    return found._replace(modifier=modifier, start=found.start if apart else start)


def _bound(stream: TokenStream, i: int, limit: Hit, amount: Amount) -> Match | None:
    """A range open at one end, or closed by a second limit, from a bare number behind a limit."""
    word = stream.key(i).removeprefix(limit.conjunction)
    if limit.end == i + 1 and word in stream.words.weak_limits and not _counts(stream, amount):
        return None
    bound = amount.stated(stream, plain(amount.value) or 0)
    bound = bound._replace(start=stream.start_without(i, limit.shed), modifier=meaning(limit, Limit).sign)
    after = _limit_after(stream, bound.next)
    if after is not None and (after.value == OR_EQUAL or bound.modifier == "="):
        more = bound.modifier[0] + "=" if after.value == OR_EQUAL else meaning(after, str)
        bound = bound._replace(modifier=more, end=stream.end(after.end), next=after.end)
    return _two_limits(stream, bound) or _open_range(bound)


def _counts(stream: TokenStream, amount: Amount) -> bool:
    """Whether a bare number counts the noun behind it, and is no year: «فوق 300 شخص», not «حتى 2019»."""
    at = amount.end
    if at >= len(stream) or stream.tokens[at].kind is not TokenKind.WORD or stream.key(at) in stream.function_words:
        return False
    year = isinstance(amount.value, int) and 1000 <= amount.value < 2200
    return not year and not stream.is_glued(at) and not stream.word_classes(at) and not stream.is_definite(at)


def _two_limits(stream: TokenStream, first: Match) -> Match | None:
    """«على الأكثر 100 وعلى الأقل 20»: two opposite limits joined are one range."""
    at = stream.skip(first.next, WordClass.AND)
    limit = stream.hit(at, WordClass.LIMIT)
    if limit is None or not (at > first.next or limit.conjunction):
        return None
    directions = first.modifier[0] + meaning(limit, Limit).sign[0]
    amount = amount_at(stream, limit.end)
    second = plain(amount.value) if amount is not None and amount.kind is FactKind.NUMBER else None
    if amount is None or second is None or directions not in ("<>", "><"):
        return None
    low, high = (second, first.value) if directions == "<>" else (first.value, second)
    if not isinstance(low, (int, float)) or not isinstance(high, (int, float)) or low >= high:
        return None
    return Match(FactKind.NUMBER_RANGE, first.start, stream.end(amount.end), amount.end, {"from": low, "to": high})


def _range(stream: TokenStream, i: int, *, start: int | None) -> Match | None:
    """Two amounts with "to" between; what is said once, at the end, belongs to both: «من 3 إلى 5 ملايين دولار»."""
    opened, named_last = start is not None, stream.features.range_named_last
    first = amount_at(stream, i, bound=True)
    joint = None if first is None else joint_at(stream, first.end, opened=opened or named_last)
    second = None if joint is None else _second(stream, joint)
    if first is None or second is None or joint is None or FactKind.ORDINAL in (first.kind, second.kind):
        return None
    if second.led and first.kind is FactKind.NUMBER and first.value < 1 and first.numeral and first.numeral.words:
        return None  # "in the quarter to $254 million"
    if first.kind is FactKind.MONEY and second.kind is FactKind.NUMBER and first.led:
        second = second._replace(kind=first.kind, unit=first.unit)
    if first.kind is not FactKind.NUMBER and (first.kind, first.unit) != (second.kind, second.unit):
        return None
    if named_last and not opened and stream.hit(first.end, WordClass.AND) is not None:
        between = stream.hit(second.end, WordClass.BETWEEN)
        if between is None:
            return None
        second = second._replace(end=between.end)
    bare, hyphen = second.kind is FactKind.NUMBER, stream.is_sign(joint - 1, _HYPHENS)
    scaled = _scaled(stream, first, second)
    if hyphen and scaled is not None and scaled >= second.value:
        return None  # "2007 - 328.2 million dollars"
    low, high = plain(first.value if scaled is None or scaled >= second.value else scaled), plain(second.value)
    if low is None or high is None or (low >= high and not (opened and bare)):
        return None
    if bare and hyphen and not opened and not _reads_as_range(stream, first, second):
        return None
    start = first.start if start is None else start
    found = second._replace(kind=FactKind.NUMBER_RANGE if bare else second.kind, start=start)
    return found.stated(stream, {"from": low, "to": high})


def _second(stream: TokenStream, joint: int) -> Amount | None:
    """The second bound, before which "about" may stand."""
    about = stream.hit(joint, WordClass.LIMIT)
    told = about is not None and meaning(about, Limit).sign == "~"
    return amount_at(stream, about.end if about is not None and told else joint, bound=True)


def _scaled(stream: TokenStream, first: Amount, second: Amount) -> Number | None:
    """The first end in the scale of the second, where it has none of its own."""
    if first.numeral is None or second.numeral is None or first.numeral.scaled or not second.numeral.scaled:
        return None
    return first.value * scale_of(stream, second.numeral)


def _reads_as_range(stream: TokenStream, first: Amount, second: Amount) -> bool:
    """Whether two bare numbers around a hyphen are a range and not a phone number, a score or a code."""
    if stream.is_sign(second.end, "-–/") and stream.is_glued(second.end):
        return False
    before = first.numeral.start - 1 if first.numeral else -1
    return not (stream.is_sign(before, "-–/+") and stream.is_glued(before + 1))


def _is_piece(stream: TokenStream, amount: Amount) -> bool:
    """Whether a bare number is a piece of a longer code: digits go on behind a hyphen, slash, point or colon."""
    numeral = amount.numeral
    if numeral is None or numeral.words:
        return False
    before = stream.is_digits(numeral.start - 2) and stream.is_inside(numeral.start - 1, _JOINING)
    return before or stream.goes_on(numeral.end, _JOINING)


_JOINING = "-/.:\\–"
"""Signs between the pieces of a code."""
