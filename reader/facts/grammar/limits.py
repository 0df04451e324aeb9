"""Owns limits around amounts, and ranges of them: «ما يصل إلى 80 مليار دولار», «بين 20 و30», "at least 5 km".

A limit becomes the modifier of money and measures, and its words are part of the fact but where they are a verb; around
a bare number it makes a ``number_range`` open at one end.
"""

from reader.facts.grammar.amount import Amount
from reader.facts.grammar.amounts import amount_at
from reader.facts.grammar.match import Match
from reader.facts.grammar.ranges import joint_at
from reader.facts.grammar_values import Limit, Number, plain
from reader.facts.lexicon import Hit, WordClass, meaning
from reader.facts.numerals import numeral_at, scale_of
from reader.facts.token_stream import TokenStream
from reader.facts.tokens import TokenKind
from reader.model import FactKind, FactValue


def measure_at(stream: TokenStream, i: int) -> Match | None:
    """The measure or number, or the range of them, that begins at token ``i``."""
    if stream.hit(i, WordClass.LIMIT) is not None:
        return _limited(stream, i)
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


def _single(stream: TokenStream, amount: Amount) -> Match | None:
    value = plain(amount.value)
    if value is None or (amount.kind is FactKind.NUMBER and _is_piece(stream, amount)):
        return None
    found = Match(amount.kind, amount.start, amount.end, amount.next, value, amount.unit)
    after = _limit_after(stream, amount.next)
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
    if after is not None and numeral_at(stream, after.end) is not None:
        return None
    return after


def _open_range(bound: Match) -> Match:
    """A range open at one end, from its bound with the limit as modifier; closed on one number for "equal to"."""
    kind = FactKind.NUMBER_RANGE
    if bound.modifier == "=":
        return bound._replace(kind=kind, value={"from": bound.value, "to": bound.value}, modifier="")
    return bound._replace(kind=kind, value={"to" if bound.modifier.startswith("<") else "from": bound.value})


def _limited(stream: TokenStream, i: int) -> Match | None:
    limit = stream.hit(i, WordClass.LIMIT)
    if limit is None:
        return None
    modifier, verb = meaning(limit, Limit)
    start = stream.start_without(i, limit.shed)
    amount = amount_at(stream, limit.end)
    if amount is None and stream.key(limit.end) in stream.words.indefinite:
        amount = amount_at(stream, limit.end + 1)
    value = plain(amount.value) if amount is not None else None
    if amount is None or value is None or amount.kind is FactKind.ORDINAL:
        return None
    found = Match(amount.kind, amount.start, amount.end, amount.next, value, amount.unit)
    if amount.kind is FactKind.NUMBER and modifier == "~":
        about = _range(stream, limit.end, start=None) or _single(stream, amount)
        if about is None or about.modifier:
            return about
        told = about.kind in (FactKind.NUMBER, FactKind.NUMBER_RANGE) or verb or i or about.next < len(stream)
        return about._replace(modifier=modifier, start=about.start if told else start)
    if amount.kind is FactKind.NUMBER:
        weak = limit.end == i + 1 and stream.key(i).removeprefix(limit.conjunction) in stream.words.weak_limits
        if weak and not _counts(stream, amount):
            return None
        bound = _or_equal(stream, found._replace(start=start, modifier=modifier))
        return _two_limits(stream, bound) or _open_range(bound)
    found = _range(stream, limit.end, start=None) or found
    if modifier == "=":
        return found
    apart = modifier == "~" and (found.kind is FactKind.COUNT or i > 0 or found.next < len(stream))
    return found._replace(modifier=modifier, start=found.start if verb or apart else start)


def _counts(stream: TokenStream, amount: Amount) -> bool:
    """Whether a bare number counts the noun behind it, and is no year: «فوق 300 شخص», not «حتى 2019»."""
    at = amount.next
    if at >= len(stream) or stream.tokens[at].kind is not TokenKind.WORD or stream.key(at) in stream.function_words:
        return False
    year = isinstance(amount.value, int) and 1000 <= amount.value < 2200
    return not year and not stream.is_glued(at) and not stream.word_classes(at) and not stream.is_definite(at)


def _or_equal(stream: TokenStream, bound: Match) -> Match:
    """A bound with what follows it: «أقل من 5000 أو يساوي», «تساوي 5000 أو أقل»."""
    after = _limit_after(stream, bound.next)
    if after is None:
        return bound
    more = meaning(after, str)
    if more == OR_EQUAL:
        return bound._replace(modifier=bound.modifier[0] + "=", end=stream.end(after.end), next=after.end)
    return bound._replace(modifier=more, end=stream.end(after.end), next=after.end) if bound.modifier == "=" else bound


def _two_limits(stream: TokenStream, first: Match) -> Match | None:
    """«على الأكثر 100 وعلى الأقل 20»: two opposite limits joined are one range."""
    conjunction = stream.hit(first.next, WordClass.AND)
    limit = stream.hit(conjunction.end if conjunction else first.next, WordClass.LIMIT)
    if limit is None or not (conjunction or limit.conjunction):
        return None
    directions = (first.modifier[0], meaning(limit, Limit).sign[0])
    amount = amount_at(stream, limit.end)
    if amount is None or amount.kind is not FactKind.NUMBER or sorted(directions) != ["<", ">"]:
        return None
    second = plain(amount.value)
    if second is None:
        return None
    low, high = (second, first.value) if directions[0] == "<" else (first.value, second)
    if not isinstance(low, (int, float)) or not isinstance(high, (int, float)) or low >= high:
        return None
    return Match(FactKind.NUMBER_RANGE, first.start, amount.end, amount.next, {"from": low, "to": high})


def _range(stream: TokenStream, i: int, *, start: int | None) -> Match | None:
    """Two amounts with "to" between; what is said once, at the end, belongs to both: «من 3 إلى 5 ملايين دولار»."""
    opened = start is not None
    first = amount_at(stream, i, bound=True)
    joint = (
        joint_at(stream, first.next, opened=opened or stream.features.range_named_last) if first is not None else None
    )
    second = _second(stream, joint) if joint is not None else None
    if first is None or second is None or joint is None or FactKind.ORDINAL in (first.kind, second.kind):
        return None
    if second.led and first.kind is FactKind.NUMBER and first.value < 1 and first.numeral and first.numeral.words:
        return None  # "in the quarter to $254 million"
    if first.kind is FactKind.MONEY and second.kind is FactKind.NUMBER and first.led:
        second = second._replace(kind=first.kind, unit=first.unit)
    if first.kind is not FactKind.NUMBER and (first.kind, first.unit) != (second.kind, second.unit):
        return None
    if stream.features.range_named_last and not opened and stream.hit(first.next, WordClass.AND) is not None:
        between = stream.hit(second.next, WordClass.BETWEEN)
        if between is None:
            return None
        second = second._replace(next=between.end, end=stream.end(between.end))
    if stream.is_sign(joint - 1, "-–—־") and _is_apart(stream, first, second):
        return None
    bare = second.kind is FactKind.NUMBER
    low, high = plain(_low_end(stream, first, second)), plain(second.value)
    if low is None or high is None or (low >= high and not (opened and bare)):
        return None
    if bare and not opened and not _reads_as_range(stream, first, second, joint):
        return None
    kind = FactKind.NUMBER_RANGE if bare else second.kind
    value: FactValue = {"from": low, "to": high}
    return Match(kind, first.start if start is None else start, second.end, second.next, value, second.unit)


def _second(stream: TokenStream, joint: int) -> Amount | None:
    """The second bound, before which "about" may stand."""
    about = stream.hit(joint, WordClass.LIMIT)
    told = about is not None and meaning(about, Limit).sign == "~"
    return amount_at(stream, about.end if about is not None and told else joint, bound=True)


def _is_apart(stream: TokenStream, first: Amount, second: Amount) -> bool:
    """Whether a number before a dash is no part of the sum behind it: "2007 - 328.2 million dollars"."""
    if first.numeral is None or second.numeral is None or first.numeral.scaled or not second.numeral.scaled:
        return False
    return first.value * scale_of(stream, second.numeral) >= second.value


def _low_end(stream: TokenStream, first: Amount, second: Amount) -> Number:
    """The first end, in the scale of the second where it has none of its own and lies below it then."""
    if first.numeral is None or second.numeral is None or first.numeral.scaled or not second.numeral.scaled:
        return first.value
    scaled = first.value * scale_of(stream, second.numeral)
    return scaled if scaled < second.value else first.value


def _reads_as_range(stream: TokenStream, first: Amount, second: Amount, joint: int) -> bool:
    """Whether two bare numbers around a hyphen are a range and not a phone number, a score or a code."""
    if not stream.is_sign(joint - 1, "-–—־"):
        return True
    if stream.is_sign(second.next, "-–/") and stream.is_glued(second.next):
        return False
    before = first.numeral.start - 1 if first.numeral else -1
    return not (stream.is_sign(before, "-–/+") and stream.is_glued(before + 1))


def _is_piece(stream: TokenStream, amount: Amount) -> bool:
    """Whether a bare number is one piece of a longer code.

    Digits on the other side of a hyphen, slash, point or colon.
    """
    numeral = amount.numeral
    if numeral is None or numeral.words:
        return False
    first, after = numeral.start, numeral.end
    joins = "-/.:\\–"
    before = (
        first > 1
        and stream.is_glued(first)
        and stream.is_sign(first - 1, joins)
        and stream.is_glued(first - 1)
        and stream.is_digits(first - 2)
    )
    behind = (
        stream.is_sign(after, joins)
        and stream.is_glued(after)
        and stream.is_digits(after + 1)
        and stream.is_glued(after + 1)
    )
    return before or behind
