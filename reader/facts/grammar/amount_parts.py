"""Smaller parts of an amount: halves and quarters of it, smaller units, cents."""

from fractions import Fraction

from reader.facts.grammar.amount import Amount
from reader.facts.grammar_values import Currency, Numeral, Unit, exact
from reader.facts.lexicon import Hit, WordClass, meaning
from reader.facts.numerals import numeral_at
from reader.facts.token_stream import TokenStream


def currency_at(stream: TokenStream, i: int) -> Hit | None:
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
    single = len(written) < 2 and not (i and stream.key(i - 1) in stream.function_words)
    if signed and written.isalpha() and not glued and (single or token.key in stream.function_words):
        return None  # "vitamin c $5", "gave us $5"
    nation = stream.hit(hit.end, WordClass.NATION)
    if nation is not None and not nation.conjunction:
        code = meaning(nation, dict).get(currency.code)
        return hit if code is None else hit._replace(value=currency._replace(code=code), end=nation.end)
    code = stream.language.respelt.get(stream.text[token.start : stream.end(hit.end)])
    return hit if code is None else hit._replace(value=currency._replace(code=code))


def with_part(stream: TokenStream, amount: Amount, one: Fraction) -> Amount:
    """«عشرة جنيهات ونصف», «ريالين ونصف الريال», שלושה שקלים וחצי: a part of the unit, which may be named again.

    ``one`` is what one of the unit is worth.
    """
    at = stream.skip(amount.end, WordClass.AND)
    part = stream.hit(at, WordClass.FRACTION)
    if part is None or not (at > amount.end or part.conjunction) or part.preposition or part.article:
        return amount
    fraction, end = meaning(part, Fraction), part.end
    currency, unit = currency_at(stream, end), stream.hit(end, WordClass.UNIT)
    again = currency if currency is not None and not currency.conjunction else unit
    if again is not None and not again.conjunction:
        named, end = measured_by(again), again.end
        if named != amount.unit:
            return amount
    elif stream.word_classes(end) & _OTHER_MEASURES:
        return amount
    elif stream.is_definite(end) and stream.key(end) not in stream.function_words:
        return amount  # «ونصف التفاحة» is a part of that
    return amount if fraction >= 1 else amount._replace(end=end, value=amount.value + fraction * one)


_OTHER_MEASURES = WordClass.PERIOD | WordClass.PERCENT | WordClass.NUMBER


def measured_by(hit: Hit) -> str:
    """The unit of an amount that a currency or a unit by its name measures."""
    return hit.value.code if isinstance(hit.value, Currency) else meaning(hit, Unit).name


def with_smaller(stream: TokenStream, quantity: Amount) -> Amount:
    """A smaller unit of the same measure after one: «متر وثمانون سنتيمترا», "5 feet 10 inches", in the larger one."""
    size = _SIZES.get(quantity.unit)
    if size is None:
        return quantity
    at = stream.skip(quantity.end, WordClass.AND)
    joined = at > quantity.end or stream.features.units_in_row
    at += at == quantity.end and stream.features.units_in_row and stream.is_sign(at, ",")
    numeral = numeral_at(stream, at, signed=False)
    if numeral is None or numeral.ordinal or not (joined or numeral.joined):
        return quantity
    hit = stream.hit(numeral.end, WordClass.UNIT)
    if hit is None and _is_inch(stream, numeral.end) and quantity.unit in ("length-foot", "length-yard"):
        hit = Hit(Unit("length-inch"), numeral.end + 1, "", "", "", 0)
    if hit is None or hit.conjunction or hit.preposition:
        return quantity
    measure, part = _SIZES.get(meaning(hit, Unit).name, ("", size[1]))
    if measure != size[0] or part >= size[1] or numeral.value * part >= _MOST * size[1]:
        return quantity
    value = exact(quantity.value + numeral.value * part / size[1])
    return with_smaller(stream, quantity._replace(end=hit.end, value=value))


def _is_inch(stream: TokenStream, i: int) -> bool:
    """Whether "in" behind feet and a number is short for inches: "5 ft 10 in", not "5 ft 10 in the shade"."""
    after = stream.key(i + 1)
    return stream.key(i) == "in" and after not in stream.function_words and not stream.is_digits(i + 1)


_MOST = 3
"""A part in a smaller unit behind a larger one adds up to less than this many of it: "2 yards 7 ft"."""

_SIZES: dict[str, tuple[str, Fraction]] = {
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


def with_cents(stream: TokenStream, money: Amount) -> Amount:
    """A smaller coin after a sum: «سبعة دولارات وخمسة سنتات»."""
    if money.unit in COINS:
        return money._replace(unit=COINS[money.unit])
    at = stream.skip(money.end, WordClass.AND)
    numeral = numeral_at(stream, at, signed=False)
    if numeral is None or numeral.ordinal:
        return money
    if not (at > money.end or numeral.joined or stream.features.coins_in_row):
        return money
    coin = currency_at(stream, numeral.end)
    if coin is None:
        cents = _are_cents(stream, money, numeral, joined=at > money.end)
        return money._replace(end=numeral.end, value=money.value + Fraction(numeral.value) / 100) if cents else money
    part = meaning(coin, Currency).part
    if part == 1 or coin.conjunction:
        return money
    return money._replace(end=coin.end, value=money.value + numeral.value / part)


def _are_cents(stream: TokenStream, money: Amount, numeral: Numeral, *, joined: bool) -> bool:
    """Whether two digits behind a sum, with nothing behind them, are its cents: "20 dollars 43".

    With "and" they are where the text is nothing else: "20 dollars and three".
    """
    if not isinstance(money.value, int) or not isinstance(numeral.value, int):
        return False
    if joined:
        alone = money.start == stream.start(0) and numeral.end == len(stream)
        return alone and stream.features.coins_in_row and 0 < numeral.value < 100
    whole = 10 <= numeral.value < 100
    ends = numeral.end >= len(stream) or stream.is_sign(numeral.end, ".!?;،,")
    return whole and ends and not money.led and not (money.numeral is not None and money.numeral.scaled)


COINS = {
    "cent": "USD",
    "qirsh": "EGP",
    "halala": "SAR",
    "fils": "fils",
    "baisa": "OMR",
    "agora": "ILS",
    "pence": "GBP",
    "paisa": "rupee",
}
"""The currency that the name of a small coin alone points to."""
