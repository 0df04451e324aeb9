"""Owns what a numeral measures: money, percentages, physical quantities, counts, ordinals, plain numbers, and ranges of them.

One reading serves all: a limit («ما يصل إلى»), a numeral or a dual («ساعتين», «مترين»), and what it is of. A limit before or after money
and measures becomes their modifier; before a bare number it makes a ``number_range`` open at one end.
"""

from fractions import Fraction
from typing import NamedTuple

from reader.facts.grammar.match import Match
from reader.facts.lexicon import Hit, Role
from reader.facts.numerals import Numeral, Style, numeral_at
from reader.facts.scan import Scan
from reader.facts.tokens import TokenKind
from reader.facts.values import Currency, Limit, Number, NumberWord, Slot, Unit, plain
from reader.model import FactKind, FactValue


class Amount(NamedTuple):
    """A numeral with what it is of: code points ``start`` to ``end``, the token after it; ``unit`` "" for a bare number."""

    kind: FactKind
    start: int
    end: int
    next: int
    value: Number
    unit: str = ""
    numeral: Numeral | None = None


def measure_at(scan: Scan, style: Style, i: int) -> Match | None:
    """The measure or number, or the range of them, that begins at token ``i``."""
    limit = scan.hit(i, Role.LIMIT)
    if limit is not None:
        return _limited(scan, style, i)
    opening = scan.hit(i, Role.BETWEEN) or scan.hit(i, Role.FROM)
    if opening is not None and not opening.article:
        found = _range(scan, style, i, opening.end, start=scan.start_without(i, len(opening.conjunction)))
        if found is not None:
            return found
    found = _range(scan, style, i, i, start=None)
    if found is not None:
        return found
    amount = amount_at(scan, style, i)
    if amount is None:
        return None
    return _single(scan, amount)


def _single(scan: Scan, amount: Amount) -> Match | None:
    value = plain(amount.value)
    if value is None or (amount.kind is FactKind.NUMBER and _is_piece(scan, amount)):
        return None
    after = _limit_after(scan, amount.next)
    modifier = after.value if after is not None and isinstance(after.value, str) and after.value != "=<" else ""
    if after is not None and modifier and amount.kind is FactKind.NUMBER and modifier != "~":
        return _open_range(amount, value, modifier, amount.start, scan.end(after.end), after.end)
    if after is not None and modifier:
        return Match(amount.kind, amount.start, scan.end(after.end), after.end, value, amount.unit, modifier)
    return Match(amount.kind, amount.start, amount.end, amount.next, value, amount.unit)


def _limit_after(scan: Scan, i: int) -> Hit | None:
    """A limit after a number, unless it is the limit before the next one: «5000 أو أكثر من 4500»."""
    after = scan.hit(i, Role.LIMIT_AFTER)
    if after is not None and numeral_at(scan, scan.style, after.end) is not None:
        return None
    return after


def _open_range(amount: Amount, value: float, modifier: str, start: int, end: int, after: int) -> Match:
    del amount
    if modifier == "=":
        return Match(FactKind.NUMBER_RANGE, start, end, after, {"from": value, "to": value})
    bound: FactValue = {"to" if modifier.startswith("<") else "from": value}
    return Match(FactKind.NUMBER_RANGE, start, end, after, bound, modifier=modifier)


def _limited(scan: Scan, style: Style, i: int) -> Match | None:
    limit = scan.hit(i, Role.LIMIT)
    assert limit is not None and isinstance(limit.value, Limit)
    modifier = limit.value.sign
    start = scan.start_without(i, len(limit.conjunction))
    amount = amount_at(scan, style, limit.end)
    if amount is None or amount.kind is FactKind.ORDINAL:
        return None
    value = plain(amount.value)
    if value is None:
        return None
    if amount.kind is FactKind.NUMBER and modifier != "~":
        if limit.end == i + 1 and scan.key(i) in _WEAK_LIMITS:
            return None
        end, after = amount.end, amount.next
        equal = _limit_after(scan, amount.next)
        if equal is not None and equal.value == "=<":
            modifier, end, after = modifier[0] + "=", scan.end(equal.end), equal.end
        elif equal is not None and modifier == "=" and isinstance(equal.value, str):
            modifier, end, after = equal.value, scan.end(equal.end), equal.end
        return _two_limits(
            scan, style, Match(FactKind.NUMBER_RANGE, start, end, after, value, modifier=modifier)
        ) or _open_range(amount, value, modifier, start, end, after)
    ranged = _range(scan, style, limit.end, limit.end, start=None)
    found = ranged or Match(amount.kind, amount.start, amount.end, amount.next, value, amount.unit)
    if modifier == "=":
        return found
    return found._replace(modifier=modifier, start=found.start if limit.value.verb else start)


def _two_limits(scan: Scan, style: Style, first: Match) -> Match | None:
    """«على الأكثر 100 وعلى الأقل 20»: two opposite limits joined are one range."""
    conjunction = scan.hit(first.next, Role.AND)
    at = conjunction.end if conjunction else first.next
    limit = scan.hit(at, Role.LIMIT)
    if limit is None or not (conjunction or limit.conjunction) or not isinstance(limit.value, Limit):
        return None
    directions = (first.modifier[0], limit.value.sign[0])
    amount = amount_at(scan, style, limit.end)
    if amount is None or amount.kind is not FactKind.NUMBER or sorted(directions) != ["<", ">"]:
        return None
    second = plain(amount.value)
    if second is None:
        return None
    low, high = (second, first.value) if directions[0] == "<" else (first.value, second)
    return Match(FactKind.NUMBER_RANGE, first.start, amount.end, amount.next, {"from": low, "to": high})


_WEAK_LIMITS = frozenset(
    ("حتي", "تحت", "فوق", "دون", "نحو", "up", "over", "under", "تا", "زير", "بالاي", "עד", "מעל", "מתחת")
)
"""Words that limit a measure but, before a bare number, are more often prepositions of place or time."""


def _range(scan: Scan, style: Style, i: int, at: int, *, start: int | None) -> Match | None:
    """Two amounts with "to" between; a unit said once, at the end, is the unit of both."""
    opened = start is not None
    first = _first_end(scan, style, at, opened=opened)
    if first is None:
        return None
    joint = _joint(scan, first.next, opened=opened)
    second = amount_at(scan, style, joint) if joint is not None else None
    if second is None or second.kind in (FactKind.ORDINAL, FactKind.COUNT) or first.kind is FactKind.ORDINAL:
        return None
    kind = second.kind
    if first.kind is not FactKind.NUMBER and (first.kind, first.unit) != (second.kind, second.unit):
        return None
    low, high = plain(_shared_scale(first, second)), plain(second.value)
    if low is None or high is None or (low >= high and not (opened and kind is FactKind.NUMBER)):
        return None
    if kind is FactKind.NUMBER and not opened and not _reads_as_range(scan, first, second, joint):
        return None
    del i
    kind = FactKind.NUMBER_RANGE if kind is FactKind.NUMBER else kind
    return Match(
        kind, first.start if start is None else start, second.end, second.next, {"from": low, "to": high}, second.unit
    )


def _shared_scale(first: Amount, second: Amount) -> Number:
    """«من 3 إلى 5 ملايين» is from three million, where the first end has no scale of its own."""
    return first.value


def _reads_as_range(scan: Scan, first: Amount, second: Amount, joint: int | None) -> bool:
    """Whether two bare numbers around a hyphen are a range and not a phone number, a score or a code."""
    if joint is None or not scan.is_sign(joint - 1, "-–—־"):
        return True
    if scan.is_sign(second.next, "-–/") and scan.is_glued(second.next):
        return False
    before = first.numeral.start - 1 if first.numeral else -1
    return not (scan.is_sign(before, "-–/+") and scan.is_glued(before + 1))


def _first_end(scan: Scan, style: Style, i: int, *, opened: bool) -> Amount | None:
    """The first end of a range; "between twenty and thirty" must not read the two as one number."""
    amount = amount_at(scan, style, i)
    if amount is None or not opened or amount.kind is not FactKind.NUMBER:
        return amount
    return amount


def _joint(scan: Scan, i: int, *, opened: bool) -> int | None:
    hit = scan.hit(i, Role.TO)
    if hit is not None and not hit.conjunction and not hit.preposition:
        return hit.end
    if scan.is_sign(i, "-–—־~"):
        return i + 1
    if opened:
        conjunction = scan.hit(i, Role.AND)
        if conjunction is not None:
            return conjunction.end
        word = scan.hit(i, Role.NUMBER) or scan.hit(i, Role.NEGATIVE)
        if word is not None and (word.conjunction or (scan.language == "he" and word.preposition == "ל")):
            return i
    return None


def amount_at(scan: Scan, style: Style, i: int) -> Amount | None:
    """One numeral with its unit, at token ``i``: «80 مليار دولار», ``$10``, ``%7``, «ساعتين», «الثالث عشر»."""
    if i >= len(scan):
        return None
    led = _led(scan, style, i)
    if led is not None:
        return led
    numeral = numeral_at(scan, style, i)
    if numeral is None:
        return _dual(scan, i) or _one(scan, i)
    if numeral.ordinal:
        return _ordinal(scan, numeral)
    return _measured(scan, style, numeral) or _counted(scan, numeral) or _bare(scan, numeral)


def _start(scan: Scan, numeral: Numeral) -> int:
    return scan.start_without(numeral.start, numeral.cut)


def _led(scan: Scan, style: Style, i: int) -> Amount | None:
    """A sign of currency or percent before its number."""
    currency = scan.hit(i, Role.CURRENCY)
    if currency is not None and isinstance(currency.value, Currency) and not currency.conjunction:
        written_first = (
            scan.tokens[i].kind is TokenKind.SIGN
            or (scan.key(i).isascii() and len(scan.key(i)) == 3)
            or scan.key(i) in ("روپے", "rs")
        )
        if written_first:
            numeral = numeral_at(scan, style, currency.end)
            if numeral is not None and not numeral.ordinal and not numeral.words:
                start = scan.start(i)
                value = _times(numeral.value, 1)
                return _with_cents(
                    scan,
                    style,
                    Amount(
                        FactKind.MONEY, start, scan.end(numeral.end), numeral.end, value, currency.value.code, numeral
                    ),
                )
    percent = scan.hit(i, Role.PERCENT)
    if percent is not None:
        numeral = numeral_at(scan, style, percent.end)
        if (
            numeral is not None
            and not numeral.words
            and not (scan.tokens[i].kind is TokenKind.SIGN and not scan.is_glued(percent.end))
            and (scan.tokens[i].kind is TokenKind.SIGN or i == 0)
        ):
            return Amount(
                FactKind.PERCENT, scan.start(i), scan.end(numeral.end), numeral.end, numeral.value, "", numeral
            )
    return None


def _times(value: Number, factor: int) -> Number:
    return value * factor


def _measured(scan: Scan, style: Style, numeral: Numeral) -> Amount | None:
    at = numeral.end
    start = _start(scan, numeral)
    percent = scan.hit(at, Role.PERCENT)
    if percent is not None and not percent.conjunction:
        return Amount(FactKind.PERCENT, start, scan.end(percent.end), percent.end, numeral.value, "", numeral)
    for skip in (at, _after_of(scan, at, numeral)):
        currency = scan.hit(skip, Role.CURRENCY)
        if (
            currency is not None
            and isinstance(currency.value, Currency)
            and not currency.conjunction
            and not currency.preposition
        ):
            value: Number = numeral.value
            if currency.value.part != 1:
                value = Fraction(value) / currency.value.part
            end = currency.end
            return _with_cents(
                scan, style, Amount(FactKind.MONEY, start, scan.end(end), end, value, currency.value.code, numeral)
            )
    unit = scan.hit(at, Role.UNIT)
    period = scan.hit(at, Role.PERIOD)
    if (
        unit is not None
        and isinstance(unit.value, Unit)
        and not unit.conjunction
        and not unit.preposition
        and (period is None or unit.end > period.end)
    ):
        if len(scan.key(at)) == 1 and unit.end == at + 1 and scan.key(at).isalpha() and numeral.words:
            return None
        return _quantity(scan, numeral, start, unit.end, unit.value)
    return None


def _after_of(scan: Scan, at: int, numeral: Numeral) -> int:
    """The index after "of" between a scale and its currency: «ملايين من الدولارات»."""
    of = scan.hit(at, Role.OF)
    return of.end if of is not None and numeral.scaled else at


def _quantity(scan: Scan, numeral: Numeral, start: int, end: int, unit: Unit) -> Amount:
    value: Number = numeral.value
    below = scan.hit(end, Role.BELOW_ZERO)
    if below is not None and unit.name.startswith("temperature"):
        value, end = -abs(value), below.end
    end = _after_substance(scan, end, unit.name)
    return Amount(FactKind.QUANTITY, start, scan.end(end), end, value, unit.name, numeral)


def _after_substance(scan: Scan, i: int, unit: str) -> int:
    """The index after what a mass or volume is of («من الفراولة», "of strawberries"), for that is no place or time."""
    of = scan.hit(i, Role.OF) if unit.startswith(("mass-", "volume-")) and scan.language in ("ar", "en") else None
    if of is None or of.end >= len(scan) or scan.tokens[of.end].kind is not TokenKind.WORD:
        return i
    key = scan.key(of.end)
    if key in scan.function_words or scan.lexicon.analyses(key) or (scan.language == "ar" and not key.startswith("ال")):
        return i
    return of.end + 1


def _with_cents(scan: Scan, style: Style, money: Amount) -> Amount:
    """A smaller coin after a sum: «سبعة دولارات وخمسة سنتات»."""
    if money.unit in _COINS:
        return money._replace(unit=_COINS[money.unit])
    at = money.next
    conjunction = scan.hit(at, Role.AND)
    at = conjunction.end if conjunction else at
    numeral = numeral_at(scan, style, at, signed=False)
    if numeral is None or numeral.ordinal or not (conjunction or numeral.cut):
        return money
    coin = scan.hit(numeral.end, Role.CURRENCY)
    if coin is None or not isinstance(coin.value, Currency) or coin.value.part == 1 or coin.conjunction:
        return money
    value = Fraction(money.value) + Fraction(numeral.value) / coin.value.part
    return money._replace(end=scan.end(coin.end), next=coin.end, value=value)


_COINS = {
    "cent": "USD",
    "qirsh": "EGP",
    "halala": "SAR",
    "fils": "fils",
    "baisa": "OMR",
    "agora": "ILS",
    "pence": "GBP",
    "paisa": "rupee",
}
"""What the name of a small coin alone tells of the currency."""


def _dual(scan: Scan, i: int) -> Amount | None:
    """Two of something in one word («مترين»), or one and a part («لتر وربع»)."""
    unit = scan.hit(i, Role.UNIT)
    if unit is None or not isinstance(unit.value, Unit) or unit.preposition:
        return None
    conjunction = scan.hit(unit.end, Role.AND)
    part = scan.hit(conjunction.end if conjunction else unit.end, Role.FRACTION)
    value, end = Fraction(2 if unit.value.dual else 1), unit.end
    if part is not None and (conjunction or part.conjunction) and isinstance(part.value, Fraction) and part.value < 1:
        value, end = value + part.value, part.end
    elif not unit.value.dual or unit.article:
        return None
    numeral = Numeral(i, end, value, words=True)
    return _quantity(scan, numeral, scan.start_without(i, len(unit.conjunction)), end, unit.value)


def _one(scan: Scan, i: int) -> Amount | None:
    """A thing and the word "one" after it: «دولار واحد», אחוז אחד."""
    if not scan.roles(i) & (Role.PERCENT | Role.CURRENCY | Role.UNIT):
        return None
    for role in (Role.PERCENT, Role.CURRENCY, Role.UNIT):
        hit = scan.hit(i, role)
        if hit is None or hit.article or hit.preposition:
            continue
        one = scan.hit(hit.end, Role.NUMBER)
        if one is None or one.article or one.conjunction or one.value != NumberWord(Slot.UNIT, 1):
            continue
        start, end = scan.start_without(i, len(hit.conjunction)), one.end
        if isinstance(hit.value, Currency):
            coin = Fraction(1, hit.value.part)
            return Amount(FactKind.MONEY, start, scan.end(end), end, coin, _COINS.get(hit.value.code, hit.value.code))
        if isinstance(hit.value, Unit):
            return Amount(FactKind.QUANTITY, start, scan.end(end), end, 1, hit.value.name)
        return Amount(FactKind.PERCENT, start, scan.end(end), end, 1)
    return None


def _ordinal(scan: Scan, numeral: Numeral) -> Amount | None:
    return Amount(
        FactKind.ORDINAL, _start(scan, numeral), scan.end(numeral.end), numeral.end, numeral.value, "", numeral
    )


def _counted(scan: Scan, numeral: Numeral) -> Amount | None:
    """A large number and the noun it counts: «مليار تحميل». Smaller numbers are numbers."""
    if (
        not isinstance(numeral.value, int)
        or numeral.value < 1000
        or not (numeral.scaled or numeral.words)
        or numeral.definite
    ):
        return None
    at = numeral.end
    if at >= len(scan) or scan.tokens[at].kind is not TokenKind.WORD or scan.is_glued(at) or len(scan.key(at)) < 3:
        return None
    key = scan.key(at)
    if (
        key in scan.function_words
        or scan.lexicon.analyses(key)
        or any(key.startswith(prefix) for prefix in scan.articles)
    ):
        return None
    noun = scan.text[scan.tokens[at].start : scan.tokens[at].end]
    return Amount(FactKind.COUNT, _start(scan, numeral), scan.end(at + 1), at + 1, numeral.value, noun, numeral)


def _bare(scan: Scan, numeral: Numeral) -> Amount | None:
    """A number by itself, unless letters touch it: then it is part of a name."""
    if not numeral.words:
        if _touches_letters(scan, numeral):
            return None
        if isinstance(numeral.value, Fraction) or numeral.value is not None:
            return Amount(
                FactKind.NUMBER, _start(scan, numeral), scan.end(numeral.end), numeral.end, numeral.value, "", numeral
            )
    return Amount(
        FactKind.NUMBER, _start(scan, numeral), scan.end(numeral.end), numeral.end, numeral.value, "", numeral
    )


def _touches_letters(scan: Scan, numeral: Numeral) -> bool:
    """Whether a name holds the digits: ``R1``, ``o3-mini``, ``COVID-19``, ``#5``; a particle of one or two letters is no name."""
    tokens = scan.tokens
    first, after = numeral.start, numeral.end
    if first and tokens[first].glued:
        before = tokens[first - 1]
        if before.kind is TokenKind.WORD and not _is_particle(before.key):
            return True
        if before.key in ("#", "@", "_", "\\"):
            return True
        if before.key in ("-", "/", ".") and before.glued and first > 1:
            name = tokens[first - 2]
            if name.kind is TokenKind.WORD and not _is_particle(name.key):
                return True
    if after < len(tokens) and tokens[after].glued:
        follower = tokens[after]
        if follower.kind is TokenKind.WORD:
            return True
        if follower.key in "-_/" and after + 1 < len(tokens) and tokens[after + 1].glued:
            return tokens[after + 1].kind is TokenKind.WORD and tokens[after + 1].key.isascii()
    return False


def _is_particle(key: str) -> bool:
    return len(key) <= 2 and not key.isascii()


def _is_piece(scan: Scan, amount: Amount) -> bool:
    """Whether a bare number is one piece of a longer code: digits on the other side of a hyphen, slash, point or colon."""
    numeral = amount.numeral
    if numeral is None or numeral.words:
        return False
    first, after = numeral.start, numeral.end
    joins = "-/.:\\–"
    before = (
        first > 1
        and scan.is_glued(first)
        and scan.is_sign(first - 1, joins)
        and scan.is_glued(first - 1)
        and scan.is_digits(first - 2)
    )
    behind = (
        scan.is_sign(after, joins) and scan.is_glued(after) and scan.is_digits(after + 1) and scan.is_glued(after + 1)
    )
    return before or behind
