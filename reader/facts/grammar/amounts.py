"""Owns one measured number: a numeral, or a dual («مترين»), with what it is of: money, percent, a unit, a counted noun.

Limits and ranges are put around amounts by :mod:`reader.facts.grammar.measures`.
"""

from fractions import Fraction
from typing import NamedTuple

from reader.facts.lexicon import Hit, WordClass, meaning
from reader.facts.numerals import numeral_at, scale_at
from reader.facts.scripts import SHADDA
from reader.facts.stream import TokenStream
from reader.facts.tokens import TokenKind
from reader.facts.values import Currency, Number, NumberWord, Numeral, Slot, Unit
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


def amount_at(stream: TokenStream, i: int, *, bound: bool = False) -> Amount | None:
    """One numeral with its unit, at token ``i``: «80 مليار دولار», ``$10``, ``%7``, «ساعتين», «الثالث عشر».

    As the ``bound`` of a range, a word counts that would say little by itself ("one").
    """
    if i >= len(stream):
        return None
    led = _led(stream, i)
    if led is not None:
        return led
    if _in_identifier(stream, i):
        return None
    numeral = numeral_at(stream, i)
    if numeral is None:
        return _dual(stream, i) or _one(stream, i)
    if numeral.ordinal:
        return None if _is_the_century(stream, numeral) or _is_before(stream, numeral) else _ordinal(stream, numeral)
    return _measured(stream, numeral) or _counted(stream, numeral) or _bare(stream, numeral, bound=bound)


def _in_identifier(stream: TokenStream, i: int) -> bool:
    """Whether digits are written on to a Latin word, as in a hash or a name: ``3e8f1a2``, ``o3``."""
    tokens = stream.tokens
    if not i or tokens[i].kind is not TokenKind.DIGITS or not tokens[i].glued:
        return False
    before = tokens[i - 1]
    currency = stream.hit(i - 1, WordClass.CURRENCY)
    return before.kind is TokenKind.WORD and before.key.isascii() and currency is None


def _start(stream: TokenStream, numeral: Numeral) -> int:
    return stream.start_without(numeral.start, numeral.cut)


def _led(stream: TokenStream, i: int) -> Amount | None:
    """A sign of currency or percent before its number; words stand there for percent only where a text begins."""
    currency = _currency_at(stream, i)
    if currency is not None and isinstance(currency.value, Currency) and not currency.conjunction:
        written_first = (
            stream.tokens[currency.end - 1].kind is TokenKind.SIGN
            or (stream.key(i).isascii() and len(stream.key(i)) in (2, 3))
            or stream.key(i) in stream.words.currency_first
        )
        if written_first:
            signed = stream.is_sign(currency.end, "$€£¥") and stream.is_glued(currency.end)
            numeral = numeral_at(stream, currency.end + signed)
            if numeral is not None and not numeral.ordinal and not numeral.words and _may_lead(stream, i, currency):
                start = stream.start(i)
                numeral = _abbreviated(stream, numeral)
                end = numeral.end
                code = currency.value.code
                money = Amount(FactKind.MONEY, start, stream.end(end), end, numeral.value, code, numeral, led=True)
                return _with_cents(stream, money)
    percent = stream.hit(i, WordClass.PERCENT)
    if percent is not None:
        numeral = numeral_at(stream, percent.end)
        if (
            numeral is not None
            and not numeral.ordinal
            and (stream.features.percent_first or not numeral.words)
            and not (stream.tokens[i].kind is TokenKind.SIGN and not stream.is_glued(percent.end))
            and (stream.tokens[i].kind is TokenKind.SIGN or i == 0 or stream.features.percent_first)
        ):
            return Amount(
                FactKind.PERCENT, stream.start(i), stream.end(numeral.end), numeral.end, numeral.value, "", numeral
            )
    return None


def _may_lead(stream: TokenStream, i: int, currency: Hit) -> bool:
    """Whether a code may stand before its number: in small letters or as another word in capitals it is none."""
    return not (currency.end == i + 1 and stream.key(i) in stream.words.not_leading)


def _abbreviated(stream: TokenStream, numeral: Numeral) -> Numeral:
    """A sum with its scale in a letter: ``$10k``, ``€3.5m``, ``$2B``."""
    factor = _LETTERS.get(stream.key(numeral.end), 0) if stream.is_glued(numeral.end) else 0
    if not factor or numeral.scaled:
        return numeral
    value = numeral.value * factor
    whole = int(value) if value == int(value) else value
    return numeral._replace(end=numeral.end + 1, value=whole, scaled=True)


_LETTERS = {"k": 10**3, "m": 10**6, "mm": 10**6, "b": 10**9, "t": 10**12}


def _measured(stream: TokenStream, numeral: Numeral) -> Amount | None:
    at = numeral.end
    if (
        stream.features.hyphenated_units
        and stream.is_sign(at, "-‐")
        and stream.is_glued(at)
        and stream.is_glued(at + 1)
    ):
        at += 1
    start = _start(stream, numeral)
    percent = stream.hit(at, WordClass.PERCENT)
    if percent is not None and not percent.conjunction:
        return Amount(FactKind.PERCENT, start, stream.end(percent.end), percent.end, numeral.value, "", numeral)
    for skip in (at, _after_of(stream, at, numeral)):
        currency = _currency_at(stream, skip)
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
            if not numeral.words and stream.is_glued(at) and skip == at and not numeral.value:
                return None  # "0BSD": a name
            scale = None if numeral.scaled else scale_at(stream, end)
            if scale is not None and not scale.article:
                value, end = value * meaning(scale, NumberWord).value, scale.end
            money = Amount(FactKind.MONEY, start, stream.end(end), end, value, currency.value.code, numeral)
            if scale is not None:
                return money
            return _with_cents(stream, _with_part(stream, money, 1 / Fraction(currency.value.part)))
    unit = stream.hit(at, WordClass.UNIT)
    period = stream.hit(at, WordClass.PERIOD)
    if (
        unit is not None
        and isinstance(unit.value, Unit)
        and not unit.conjunction
        and not unit.preposition
        and (period is None or unit.end > period.end)
    ):
        if len(stream.key(at)) == 1 and unit.end == at + 1 and stream.key(at).isalpha() and numeral.words:
            return None
        if _goes_on(stream, at, unit.end) or _is_scale_letter(stream, at, unit.end):
            return None
        return _quantity(stream, numeral, start, unit.end, unit.value)
    return None


def _goes_on(stream: TokenStream, at: int, end: int) -> bool:
    """Whether a unit in Latin letters is a piece of a longer word: ``8f1a``."""
    return (
        end == at + 1
        and stream.key(at).isascii()
        and stream.is_glued(at)
        and stream.is_glued(end)
        and stream.tokens[end].kind is not TokenKind.SIGN
    )


def _is_scale_letter(stream: TokenStream, at: int, end: int) -> bool:
    """Whether a capital stands for a scale or nothing, and is no unit: ``1.2M``, ``5G``."""
    token = stream.tokens[at]
    return end == at + 1 and stream.text[token.start : token.end] in ("M", "G", "T", "B", "K")


def _currency_at(stream: TokenStream, i: int) -> Hit | None:
    """A currency at ``i``, with the adjective of its country («ريالات قطرية»).

    A code that needs capitals must have them, and «د.أ» is not «د.إ», though folded alike.
    """
    hit = stream.hit(i, WordClass.CURRENCY)
    if hit is None:
        return None
    token = stream.tokens[i]
    currency = meaning(hit, Currency)
    written = stream.text[token.start : token.end]
    if (currency.capitals and not written.isupper()) or (written == "C" and hit.end == i + 1):
        return None
    signed = hit.end == i + 2 and stream.is_sign(i + 1, "$€£¥") and written.isascii()
    glued = stream.is_glued(i + 1) and (written.isupper() or len(written) > 2)
    if signed and written.isalpha() and not glued and (len(written) < 2 or token.key in stream.function_words):
        return None  # "vitamin c $5", "gave us $5"
    nation = stream.hit(hit.end, WordClass.NATION)
    if nation is not None and not nation.conjunction:
        code = meaning(nation, dict).get(currency.code)
        return hit if code is None else hit._replace(value=currency._replace(code=code), end=nation.end)
    code = stream.language.respelt.get(stream.text[token.start : stream.end(hit.end)])
    return hit if code is None else hit._replace(value=currency._replace(code=code))


def _with_part(stream: TokenStream, amount: Amount, one: Fraction) -> Amount:
    """«عشرة جنيهات ونصف», «ريالين ونصف الريال», שלושה שקלים וחצי: a part of the unit, which may be named again.

    ``one`` is what one of the unit is worth.
    """
    at = amount.next
    conjunction = stream.hit(at, WordClass.AND)
    part = stream.hit(conjunction.end if conjunction else at, WordClass.FRACTION)
    if part is None or not (conjunction or part.conjunction) or part.preposition or part.article:
        return amount
    fraction = meaning(part, Fraction)
    if fraction >= 1:
        return amount
    end = part.end
    for word_class in (WordClass.CURRENCY, WordClass.UNIT):
        again = _currency_at(stream, end) if word_class is WordClass.CURRENCY else stream.hit(end, word_class)
        if again is not None and not again.conjunction:
            named = again.value
            name = named.code if isinstance(named, Currency) else named.name if isinstance(named, Unit) else ""
            if name != amount.unit:
                return amount
            end = again.end
            break
    else:
        if stream.word_classes(end) & (WordClass.PERIOD | WordClass.PERCENT | WordClass.NUMBER) or _is_definite(
            stream, end
        ):
            return amount
    return amount._replace(end=stream.end(end), next=end, value=amount.value + fraction * one)


def _is_definite(stream: TokenStream, i: int) -> bool:
    """Whether a word with the article follows directly: «ونصف التفاحة» is a part of that."""
    return (
        any(stream.key(i).startswith(article) for article in stream.articles)
        and stream.key(i) not in stream.function_words
    )


def _after_of(stream: TokenStream, at: int, numeral: Numeral) -> int:
    """The index after "of" between a scale and its currency: «ملايين من الدولارات»."""
    of = stream.hit(at, WordClass.OF)
    return of.end if of is not None and numeral.scaled else at


def _quantity(stream: TokenStream, numeral: Numeral, start: int, end: int, unit: Unit) -> Amount:
    value = numeral.value
    below = stream.hit(end, WordClass.BELOW_ZERO)
    if below is not None and unit.name.startswith("temperature"):
        value, end = -value, below.end
    quantity = Amount(FactKind.QUANTITY, start, stream.end(end), end, value, unit.name, numeral)
    return _with_smaller(stream, _with_part(stream, quantity, Fraction(1)))


def _with_smaller(stream: TokenStream, quantity: Amount) -> Amount:
    """A smaller unit of the same measure after one: «متر وثمانون سنتيمترا», "5 feet 10 inches", in the larger one."""
    size = SIZES.get(quantity.unit)
    if size is None:
        return quantity
    at = quantity.next
    conjunction = stream.hit(at, WordClass.AND)
    if stream.features.units_in_row and stream.is_sign(at, ",") and conjunction is None:
        at += 1
    at = conjunction.end if conjunction else at
    numeral = numeral_at(stream, at, signed=False)
    if numeral is None or numeral.ordinal or not (conjunction or numeral.joined or stream.features.units_in_row):
        return quantity
    hit = stream.hit(numeral.end, WordClass.UNIT)
    if hit is None or hit.conjunction or hit.preposition:
        return quantity
    smaller = SIZES.get(meaning(hit, Unit).name)
    if (
        smaller is None
        or smaller[0] != size[0]
        or smaller[1] >= size[1]
        or numeral.value * smaller[1] >= _MOST * size[1]
    ):
        return quantity
    value = quantity.value + Fraction(numeral.value) * smaller[1] / size[1]
    more = quantity._replace(end=stream.end(hit.end), next=hit.end, value=int(value) if value == int(value) else value)
    return _with_smaller(stream, more)


_MOST = 3
"""What stands behind a unit in a smaller one adds up to less than this many of it: "2 yards 7 ft"."""

SIZES: dict[str, tuple[str, Fraction]] = {
    "length-kilometer": ("length", Fraction(1000)),
    "length-meter": ("length", Fraction(1)),
    "length-centimeter": ("length", Fraction(1, 100)),
    "length-millimeter": ("length", Fraction(1, 1000)),
    "length-mile": ("length-english", Fraction(63360)),
    "length-yard": ("length-english", Fraction(36)),
    "length-foot": ("length-english", Fraction(12)),
    "length-inch": ("length-english", Fraction(1)),
    "mass-tonne": ("mass", Fraction(10**6)),
    "mass-kilogram": ("mass", Fraction(1000)),
    "mass-gram": ("mass", Fraction(1)),
    "mass-milligram": ("mass", Fraction(1, 1000)),
    "mass-pound": ("mass-english", Fraction(16)),
    "mass-ounce": ("mass-english", Fraction(1)),
    "volume-liter": ("volume", Fraction(1)),
    "volume-milliliter": ("volume", Fraction(1, 1000)),
}
"""Which units add up in one measure, and how large each is in it."""


def _with_cents(stream: TokenStream, money: Amount) -> Amount:
    """A smaller coin after a sum: «سبعة دولارات وخمسة سنتات»."""
    if money.unit in _COINS:
        return money._replace(unit=_COINS[money.unit])
    at = money.next
    conjunction = stream.hit(at, WordClass.AND)
    at = conjunction.end if conjunction else at
    numeral = numeral_at(stream, at, signed=False)
    if numeral is None or numeral.ordinal or not (conjunction or numeral.joined or stream.features.coins_in_row):
        return money
    coin = _currency_at(stream, numeral.end)
    if coin is None and not conjunction and _are_cents(stream, money, numeral):
        value = Fraction(money.value) + Fraction(numeral.value) / 100
        return money._replace(end=stream.end(numeral.end), next=numeral.end, value=value)
    if coin is None or not isinstance(coin.value, Currency) or coin.value.part == 1 or coin.conjunction:
        return money
    value = Fraction(money.value) + Fraction(numeral.value) / coin.value.part
    return money._replace(end=stream.end(coin.end), next=coin.end, value=value)


def _are_cents(stream: TokenStream, money: Amount, numeral: Numeral) -> bool:
    """Whether two digits behind a sum, with nothing behind them, are its cents: "20 dollars 43"."""
    whole = isinstance(money.value, int) and isinstance(numeral.value, int) and 10 <= numeral.value < 100
    ends = numeral.end >= len(stream) or stream.is_sign(numeral.end, ".!?;،,")
    return whole and ends and not money.led and not (money.numeral is not None and money.numeral.scaled)


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


def _dual(stream: TokenStream, i: int) -> Amount | None:
    """Two of something in one word («مترين»), or one and a part («لتر وربع»)."""
    currency = _currency_at(stream, i)
    if currency is not None and not (currency.article or currency.preposition):
        coin = meaning(currency, Currency)
        start, end = stream.start_without(i, currency.shed), currency.end
        one = 1 / Fraction(coin.part)
        single = Amount(FactKind.MONEY, start, stream.end(end), end, (2 if coin.dual else 1) * one, coin.code)
        more = _with_cents(stream, _with_part(stream, single, one))
        if coin.dual or more.next > single.next:
            return more
    unit = stream.hit(i, WordClass.UNIT)
    if unit is None or not isinstance(unit.value, Unit) or unit.preposition:
        return None
    if unit.article or (len(stream.key(i)) == 1 and not unit.value.dual):
        return None
    numeral = Numeral(i, unit.end, Fraction(2 if unit.value.dual else 1), words=True)
    found = _quantity(stream, numeral, stream.start_without(i, unit.shed), unit.end, unit.value)
    return found if unit.value.dual or found.value != 1 else None


def _one(stream: TokenStream, i: int) -> Amount | None:
    """A thing and the word "one" after it: «دولار واحد», אחוז אחד."""
    if not i and stream.key(0) in stream.words.indefinite and len(stream) > 1:
        return _one_of(stream)
    if not stream.word_classes(i) & (WordClass.PERCENT | WordClass.CURRENCY | WordClass.UNIT):
        return None
    for word_class in (WordClass.PERCENT, WordClass.CURRENCY, WordClass.UNIT):
        hit = _currency_at(stream, i) if word_class is WordClass.CURRENCY else stream.hit(i, word_class)
        if hit is None or hit.article or hit.preposition:
            continue
        one = stream.hit(hit.end, WordClass.NUMBER)
        if one is None or one.article or one.conjunction or one.value != NumberWord(Slot.UNIT, 1):
            continue
        start, end = stream.start_without(i, hit.shed), one.end
        if isinstance(hit.value, Currency):
            coin = 1 / Fraction(hit.value.part)
            return Amount(FactKind.MONEY, start, stream.end(end), end, coin, _COINS.get(hit.value.code, hit.value.code))
        if isinstance(hit.value, Unit):
            return Amount(FactKind.QUANTITY, start, stream.end(end), end, 1, hit.value.name)
        return Amount(FactKind.PERCENT, start, stream.end(end), end, 1)
    return None


def _one_of(stream: TokenStream) -> Amount | None:
    """A text that is nothing but one of a unit: "a kilogram"."""
    for word_class in (WordClass.CURRENCY, WordClass.UNIT):
        hit = _currency_at(stream, 1) if word_class is WordClass.CURRENCY else stream.hit(1, word_class)
        if hit is not None and hit.end == len(stream):
            named = hit.value
            if isinstance(named, Currency):
                return Amount(FactKind.MONEY, 0, stream.end(hit.end), hit.end, 1 / Fraction(named.part), named.code)
            if isinstance(named, Unit):
                return Amount(FactKind.QUANTITY, 0, stream.end(hit.end), hit.end, 1, named.name)
    return None


def _is_the_century(stream: TokenStream, numeral: Numeral) -> bool:
    """Whether a numeral is a word like המאה, "the century" far more often than "the hundredth"."""
    single = numeral.end == numeral.start + 1 and len(stream) > 1
    return single and numeral.definite and stream.hit(numeral.start, WordClass.CENTURY) is not None


def _is_before(stream: TokenStream, numeral: Numeral) -> bool:
    """Whether a numeral is a word like پہلے, which is "before" unless an oblique noun follows it (پہلے مرحلے میں)."""
    words = stream.words
    if stream.key(numeral.start) not in words.before_first or numeral.end != numeral.start + 1:
        return False
    noun = stream.key(numeral.end)
    return len(stream) > 1 and not noun.endswith(tuple(words.oblique_endings)) and noun not in words.oblique


def _ordinal(stream: TokenStream, numeral: Numeral) -> Amount | None:
    return Amount(
        FactKind.ORDINAL, _start(stream, numeral), stream.end(numeral.end), numeral.end, numeral.value, "", numeral
    )


def _counted(stream: TokenStream, numeral: Numeral) -> Amount | None:
    """A large number and the noun it counts: «مليار تحميل». Smaller numbers are numbers."""
    if (
        not isinstance(numeral.value, int)
        or numeral.value < 1000
        or not (numeral.scaled or numeral.words)
        or numeral.definite
    ):
        return None
    at = numeral.end
    if (
        at >= len(stream)
        or stream.tokens[at].kind is not TokenKind.WORD
        or stream.is_glued(at)
        or len(stream.key(at)) < 3
    ):
        return None
    key = stream.key(at)
    if (
        key in stream.function_words
        or stream.lexicon.analyses(key)
        or any(key.startswith(prefix) for prefix in stream.articles)
    ):
        return None
    noun = stream.text[stream.tokens[at].start : stream.tokens[at].end]
    return Amount(FactKind.COUNT, _start(stream, numeral), stream.end(at + 1), at + 1, numeral.value, noun, numeral)


def _bare(stream: TokenStream, numeral: Numeral, *, bound: bool) -> Amount | None:
    """A number by itself, unless letters touch its digits, which then are part of a name."""
    lettered = _lettered(stream, numeral)
    if lettered is not None:
        return Amount(
            FactKind.NUMBER,
            _start(stream, lettered),
            stream.end(lettered.end),
            lettered.end,
            lettered.value,
            "",
            lettered,
        )
    if not numeral.words and _touches_letters(stream, numeral):
        return None
    if _is_mere_one(stream, numeral) and not bound:
        return None
    if numeral.words and not bound and len(stream) > numeral.end - numeral.start and _is_other_word(stream, numeral):
        return None
    end = numeral.end
    return Amount(FactKind.NUMBER, _start(stream, numeral), stream.end(end), end, numeral.value, "", numeral)


def _lettered(stream: TokenStream, numeral: Numeral) -> Numeral | None:
    """A bare number with its scale in a letter: ``1.2M``, ``100k``; names as "3M" and "4K" are none."""
    at = numeral.end
    if (
        numeral.words
        or numeral.scaled
        or not stream.is_glued(at)
        or (stream.is_glued(at + 1) and not stream.is_sign(at + 1, ",.;:!?)-–"))
    ):
        return None
    letter = stream.text[stream.start(at) : stream.end(at + 1)] if at < len(stream) else ""
    factor = {"k": 10**3, "K": 10**3, "M": 10**6, "B": 10**9}.get(letter, 0)
    alone = at + 1 >= len(stream)
    if (
        not factor
        or (numeral.value in (2, 3, 4, 8) and not alone)
        or (letter == "B" and isinstance(numeral.value, int))
    ):
        return None
    lettered = numeral._replace(end=at + 1, value=numeral.value * factor, scaled=True)
    if _touches_letters(stream, lettered):
        return None
    return lettered._replace(value=int(lettered.value)) if lettered.value == int(lettered.value) else lettered


def _is_other_word(stream: TokenStream, numeral: Numeral) -> bool:
    """Whether a word for a number is more likely another: a day of the week («الاثنين»), what tables call unsure."""
    start = stream.start_without(numeral.start, numeral.cut)
    if numeral.unsure or any(
        stream.text.startswith(other, start)
        and (not other.isalpha() or start + len(other) == stream.end(numeral.start + 1))
        for other in stream.language.other_words
    ):
        return True
    word = stream.text[stream.start(numeral.start) : stream.end(numeral.start + 1)]
    doubled = stream.words.doubled
    if (
        doubled
        and SHADDA in word
        and numeral.end == numeral.start + 1
        and not any(root in stream.key(numeral.start) for root in doubled)
    ):
        return True
    if _is_compound(stream, numeral):
        return True
    if stream.key(numeral.start) in stream.words.counting_only and numeral.end == numeral.start + 1:
        return (
            numeral.end >= len(stream)
            or stream.tokens[numeral.end].kind is not TokenKind.WORD
            or (stream.hit(numeral.end, WordClass.AND) is not None)
        )
    named = numeral.definite or stream.hit(numeral.start - 1, WordClass.DAY_CUE) is not None
    return named and numeral.end == numeral.start + 1 and stream.hit(numeral.start, WordClass.WEEKDAY) is not None


def _is_compound(stream: TokenStream, numeral: Numeral) -> bool:
    """Whether a zero-width non-joiner makes the number part of another word: سه‌تار, پنج‌ضلعی."""
    end = stream.end(numeral.end)
    return stream.text[end : end + 1] == "\u200c" and stream.hit(numeral.end, WordClass.AND) is None


def _is_mere_one(stream: TokenStream, numeral: Numeral) -> bool:
    """Whether a number is the word "one" in a sentence, which counts nothing: «أحد», "no one", פעם אחת."""
    return numeral.words and numeral.value == 1 and numeral.end == numeral.start + 1 and len(stream) > 1


def _touches_letters(stream: TokenStream, numeral: Numeral) -> bool:
    """Whether a name holds the digits: ``R1``, ``o3-mini``, ``COVID-19``, ``#5``.

    A particle of one or two letters is no name.
    """
    tokens = stream.tokens
    first, after = numeral.start, numeral.end
    if first and tokens[first].glued:
        before = tokens[first - 1]
        if before.kind is TokenKind.WORD and not _is_particle(before.key):
            return True
        if before.key in ("#", "@", "_", "\\"):
            return True
        if before.key in ("-", "/", ".") and before.glued and first > 1:
            name = tokens[first - 2]
            if name.kind is TokenKind.WORD and not stream.lexicon.is_particle(name.key):
                return True
    if after < len(tokens) and tokens[after].glued:
        follower = tokens[after]
        if follower.kind is TokenKind.WORD:
            return follower.key not in stream.words.enclitics
        if follower.key in "-_/" and after + 1 < len(tokens) and tokens[after + 1].glued:
            name = tokens[after + 1]
            return name.kind is TokenKind.WORD and (name.key.isascii() or (follower.key == "/" and len(name.key) < 3))
    return False


def _is_particle(key: str) -> bool:
    return len(key) <= 2 and not key.isascii()
