"""Owns one measured number: a numeral, or a dual («مترين»), with what it is of: money, percent, a unit, a counted noun.

Limits and ranges are put around amounts by :mod:`reader.facts.grammar.measures`.
"""

from fractions import Fraction
from typing import NamedTuple

from reader.facts.lexicon import Role
from reader.facts.numerals import Numeral, numeral_at
from reader.facts.scan import Scan
from reader.facts.tokens import TokenKind
from reader.facts.values import Currency, Number, NumberWord, Slot, Unit
from reader.model import FactKind


class Amount(NamedTuple):
    """A numeral with what it is of: code points ``start`` to ``end``, the token after it.

    ``unit`` is "" for a bare number; ``led`` says that the sign of its unit stands before it.
    """

    kind: FactKind
    start: int
    end: int
    next: int
    value: Number
    unit: str = ""
    numeral: Numeral | None = None
    led: bool = False


def amount_at(scan: Scan, i: int) -> Amount | None:
    """One numeral with its unit, at token ``i``: «80 مليار دولار», ``$10``, ``%7``, «ساعتين», «الثالث عشر»."""
    if i >= len(scan):
        return None
    led = _led(scan, i)
    if led is not None:
        return led
    numeral = numeral_at(scan, i)
    if numeral is None:
        return _dual(scan, i) or _one(scan, i)
    if numeral.ordinal:
        return _ordinal(scan, numeral)
    return _measured(scan, numeral) or _counted(scan, numeral) or _bare(scan, numeral)


def _start(scan: Scan, numeral: Numeral) -> int:
    return scan.start_without(numeral.start, numeral.cut)


def _led(scan: Scan, i: int) -> Amount | None:
    """A sign of currency or percent before its number; words stand there for percent only where a text begins."""
    currency = scan.hit(i, Role.CURRENCY)
    if currency is not None and isinstance(currency.value, Currency) and not currency.conjunction:
        written_first = (
            scan.tokens[i].kind is TokenKind.SIGN
            or (scan.key(i).isascii() and len(scan.key(i)) == 3)
            or scan.key(i) in ("روپے", "rs")
        )
        if written_first:
            numeral = numeral_at(scan, currency.end)
            if numeral is not None and not numeral.ordinal and not numeral.words:
                start = scan.start(i)
                end = numeral.end
                code = currency.value.code
                money = Amount(FactKind.MONEY, start, scan.end(end), end, numeral.value, code, numeral, led=True)
                return _with_cents(scan, money)
    percent = scan.hit(i, Role.PERCENT)
    if percent is not None:
        numeral = numeral_at(scan, percent.end)
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


def _measured(scan: Scan, numeral: Numeral) -> Amount | None:
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
                scan, Amount(FactKind.MONEY, start, scan.end(end), end, value, currency.value.code, numeral)
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
    value = numeral.value
    below = scan.hit(end, Role.BELOW_ZERO)
    if below is not None and unit.name.startswith("temperature"):
        value, end = -value, below.end
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


def _with_cents(scan: Scan, money: Amount) -> Amount:
    """A smaller coin after a sum: «سبعة دولارات وخمسة سنتات»."""
    if money.unit in _COINS:
        return money._replace(unit=_COINS[money.unit])
    at = money.next
    conjunction = scan.hit(at, Role.AND)
    at = conjunction.end if conjunction else at
    numeral = numeral_at(scan, at, signed=False)
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
    currency = scan.hit(i, Role.CURRENCY)
    if currency is not None and isinstance(currency.value, Currency) and currency.value.dual and not currency.article:
        start = scan.start_without(i, len(currency.conjunction))
        return Amount(FactKind.MONEY, start, scan.end(currency.end), currency.end, 2, currency.value.code)
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
            coin = 1 / Fraction(hit.value.part)
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
    """A number by itself, unless letters touch its digits, which then are part of a name."""
    if _is_mere_one(scan, numeral) or (not numeral.words and _touches_letters(scan, numeral)):
        return None
    end = numeral.end
    return Amount(FactKind.NUMBER, _start(scan, numeral), scan.end(end), end, numeral.value, "", numeral)


def _is_mere_one(scan: Scan, numeral: Numeral) -> bool:
    """Whether a number is the word "one" in a sentence, which counts nothing: «أحد», "no one", פעם אחת."""
    return numeral.words and numeral.value == 1 and numeral.end == numeral.start + 1 and len(scan) > 1


def _touches_letters(scan: Scan, numeral: Numeral) -> bool:
    """Whether a name holds the digits: ``R1``, ``o3-mini``, ``COVID-19``, ``#5``.

    A particle of one or two letters is no name.
    """
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
