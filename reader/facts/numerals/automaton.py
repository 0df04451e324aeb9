"""Owns numerals in words: one automaton for all languages adds word after word while each fits an open place.

What differs between languages is told by :class:`~reader.facts.grammar_language.Features`.
"""

from reader.facts.grammar_language import Features
from reader.facts.grammar_values import Number, NumberWord, Numeral, Slot
from reader.facts.lexicon import Hit, WordClass, meaning
from reader.facts.scripts import FATHATAN
from reader.facts.token_stream import TokenStream
from reader.facts.tokens import TokenKind
from reader.values import dataclass

LONGEST = 40
"""The most words a numeral may take, which keeps reading linear."""


@dataclass(slots=True, eq=False)
class PartialNumeral:
    """A numeral under composition."""

    total: Number = 0  # the sum of the scales done
    group: Number = 0  # the number below the next scale
    limit: int = 10**9  # what the next addition to the group must lie below
    scale: int = 10**40  # the smallest scale so far
    ordinal: bool = False
    definite: bool = False
    words: int = 0
    last: Slot | None = None
    scales: bool = True  # False in a part of a number that a scale does not belong to

    @property
    def value(self) -> Number:
        """The number so far."""
        return self.total + self.group


def words_at(stream: TokenStream, i: int) -> Numeral | None:
    """Number words from token ``i`` on."""
    return compose(stream, PartialNumeral(), i, i)


def compose(stream: TokenStream, state: PartialNumeral, start: int, i: int, *, commas: bool = True) -> Numeral | None:
    """Goes on composing at token ``i`` a numeral that began at ``start``; None when no word there fits."""
    features = stream.features
    end = tail = 0
    first: Hit | None = None
    unsure = by_article = False
    while state.words < LONGEST:
        at, joined = _after_joint(stream, state, i, commas=commas) if state.words else (i, False)
        if stream.is_digits(at) and state.words:
            if not _take_digits(stream, state, at, joined=joined or not features.conjunction_needed):
                break
            i = end = at + 1
            tail = 0
            continue
        hit = stream.hit(at, WordClass.NUMBER)
        if hit is None or (hit.preposition and (state.words or hit.preposition in stream.words.comparing)):
            break
        word = meaning(hit, NumberWord)
        joined = joined or bool(hit.conjunction)
        if not state.words:
            if _is_vague(stream, word, i, hit.end):
                break
            if word.construct and _is_construct(stream, hit.end):
                word = NumberWord(Slot.SCALED, 2 * word.value)
            unsure, first, joined = word.unsure, hit, False
            state.definite = bool(hit.article)
        elif not _fits(state, features, word, joined=joined, article=bool(hit.article)):
            break
        _take(state, features, word)
        by_article = by_article or (bool(hit.article) and _is_ordinal_by_article(stream, state, word, at))
        tail = word.value if joined and word.slot is Slot.UNIT else 0
        i = end = hit.end
        if word.ordinal and not features.units_first:
            break
    if not state.words or not end:
        return None
    return Numeral(
        start,
        end,
        state.value,
        state.ordinal or by_article,
        words=True,
        cut=first.shed if first else 0,
        scaled=state.last in (Slot.SCALE, Slot.SCALED),
        definite=state.definite,
        tail=tail,
        unsure=unsure and state.words == 1,
        joined=first is not None and bool(first.conjunction),
    )


def _after_joint(stream: TokenStream, state: PartialNumeral, i: int, *, commas: bool) -> tuple[int, bool]:
    """The index after what may join the next word of a numeral, and whether it is a conjunction."""
    conjunction = stream.hit(i, WordClass.AND)
    if conjunction is not None:
        return conjunction.end, True
    if _is_hyphen(stream, state, i) or (commas and _is_comma(stream, state, i)):
        end = stream.skip(i + 1, WordClass.AND)
        return end, end > i + 1
    return i, False


def _is_ordinal_by_article(stream: TokenStream, state: PartialNumeral, word: NumberWord, i: int) -> bool:
    """Whether a definite word makes an ordinal where the language says so: «العشرون», הפרק האחד עשר, השני."""
    if not stream.features.article_is_ordinal or not (state.words == 1 or state.ordinal or state.definite):
        return False
    return (
        word.slot in (Slot.TENS, Slot.HUNDRED, Slot.HUNDREDS)
        or (word.slot is Slot.TEEN and stream.features.definite_teens_ordinal)
        or stream.key(i) in stream.words.definite_ordinals
    )


def _is_vague(stream: TokenStream, word: NumberWord, start: int, end: int) -> bool:
    """Whether a word that begins a numeral says no exact number: «آلاف الناس», "several thousand", صدها."""
    before = stream.key(start - 1)
    if word.slot in (Slot.HUNDRED, Slot.SCALE) and (word.several or before in stream.words.vague):
        return True
    return stream.key(end) in stream.words.vague_after and not stream.is_glued(end)


def _is_construct(stream: TokenStream, i: int) -> bool:
    """Whether a dual without its ending stands before what it counts: «ألفا دولار» is 2000, «ألفًا وخمسمئة» is 1500."""
    key = stream.key(i)
    if i >= len(stream) or stream.tokens[i].kind is not TokenKind.WORD or key in stream.function_words:
        return False
    if FATHATAN in stream.text[stream.tokens[i - 1].start : stream.tokens[i - 1].end]:
        return False
    return not key.startswith(
        (*stream.language.proclitics.conjunctions[:1], *stream.articles)
    ) or stream.lexicon.is_bare(key)


def _is_hyphen(stream: TokenStream, state: PartialNumeral, i: int) -> bool:
    """Whether a hyphen at ``i`` joins two words of one number: "twenty-one", "two-hundred", שלוש־מאות."""
    if state.last is Slot.TENS:
        return stream.is_inside(i, "-—\u05be‐")
    if not stream.is_inside(i, "-\u05be‐"):
        return False
    if stream.hit(i + 1, WordClass.AND) is not None:
        return state.last in (Slot.HUNDRED, Slot.SCALE)
    hit = stream.hit(i + 1, WordClass.NUMBER)
    return hit is not None and meaning(hit, NumberWord).slot in (Slot.HUNDRED, Slot.SCALE)


def _is_comma(stream: TokenStream, state: PartialNumeral, i: int) -> bool:
    """Whether a comma at ``i`` stands between the thousands of one number: "two million, three hundred thousand"."""
    if not (stream.features.comma_between_scales and state.last is Slot.SCALE and stream.is_sign(i, ",")):
        return False
    at = stream.skip(i + 1, WordClass.AND)
    more = compose(stream, PartialNumeral(), at, at, commas=False)
    return more is not None and not more.ordinal and more.value < state.scale and (at > i + 1 or more.value >= 100)


def _take_digits(stream: TokenStream, state: PartialNumeral, i: int, *, joined: bool) -> bool:
    """Digits inside words: «3 مئة و21», «2 مليون و300 ألف»."""
    key = stream.tokens[i].key
    if not joined or len(key) > 3 or state.last not in (Slot.HUNDRED, Slot.HUNDREDS, Slot.SCALE, Slot.SCALED):
        return False
    value, scale = int(key), _scale_behind(stream, i + 1)
    led = stream.key(i - 1) in stream.language.proclitics.conjunctions  # «و21»
    if scale is None:
        if not led and stream.hit(i - 1, WordClass.AND) is None:
            return False
        if state.last in (Slot.SCALE, Slot.SCALED) and len(key) < 3:
            return False
    elif scale == state.scale or (scale > state.scale and state.total >= scale):
        return False
    if not 0 < value < min(state.limit, state.scale) or stream.is_sign(i + 1, ".,:/٫٬%٪-"):
        return False
    state.group += value
    state.limit = 1
    state.last = Slot.UNIT
    state.words += 1
    return True


def _scale_behind(stream: TokenStream, i: int) -> int | None:
    """The scale that a word at ``i``, joined to nothing, is."""
    hit = stream.hit(i, WordClass.NUMBER)
    word = None if hit is None or hit.conjunction else meaning(hit, NumberWord)
    return word.value if word and word.slot in (Slot.SCALE, Slot.HUNDRED) and not word.ordinal else None


def _fits(state: PartialNumeral, features: Features, word: NumberWord, *, joined: bool, article: bool) -> bool:
    """Whether a word can continue the numeral, and stands joined as the language asks."""
    slot, value = word.slot, word.value
    if word.several and (joined or not state.group):
        return False
    if state.ordinal and not (features.units_first and slot in (Slot.TENS, Slot.HUNDRED, Slot.HUNDREDS, Slot.SCALE)):
        return joined and features.units_first and value < state.limit and slot is not Slot.ZERO
    if state.last is Slot.ZERO or slot is Slot.ZERO:
        return False
    if article and not (word.ordinal or state.ordinal or state.definite):
        return False
    if slot is Slot.SCALE:
        if not state.scales:
            return False
        if not joined and state.group and value < state.scale:
            return True
        if not joined and state.last is Slot.SCALE and not features.conjunction_needed and value != state.scale:
            return value > state.scale or state.total < 10**12
        if not joined and value > state.scale and (not state.group or state.total < value):
            return True
        return joined and not state.group and value < state.scale
    if slot is Slot.SCALED:
        fits = value < (state.limit if state.group else state.scale)
        return fits and (joined or (not features.conjunction_needed and not state.group))
    if slot is Slot.HUNDRED and not joined and _multiplies_hundred(state, features):
        return True
    behind_hundred = features.units_first and state.last in (Slot.HUNDRED, Slot.HUNDREDS)
    if features.conjunction_needed and not joined and not behind_hundred:
        return False
    if slot is Slot.TENS and features.units_first and state.last is Slot.UNIT:
        return 0 < state.group % 100 < 10 and state.limit == 1
    room = min(state.limit, 1000 if state.total else 10**9, state.scale)
    return value < room


def _multiplies_hundred(state: PartialNumeral, features: Features) -> bool:
    """Whether the group counts hundreds: "three hundred", "nineteen hundred"; Arabic's hundred by itself is one."""
    if features.units_first:
        return state.last is Slot.UNIT and 1 < state.group < 10
    if state.last is Slot.UNIT and 20 < state.group < 100:
        return True  # "twenty-one hundred"
    return state.last in (Slot.UNIT, Slot.TEEN, Slot.BELOW_HUNDRED) and 1 <= state.group < 20


def _take(state: PartialNumeral, features: Features, word: NumberWord) -> None:
    slot, value = word.slot, word.value
    state.words += 1
    state.ordinal = state.ordinal or word.ordinal
    if slot is Slot.SCALE:
        if value == _DOZEN and state.group > 100 and state.last is Slot.UNIT:
            state.total += state.group + state.group % 100 * (value - 1)
        elif state.group and value > state.scale and state.total:
            state.total = (state.total + state.group) * value
        elif state.group:
            state.total += state.group * value
        elif state.last is Slot.SCALE and value > state.scale:
            state.total *= value
        else:
            state.total += value
        close_group(state, value)
    elif slot is Slot.SCALED:
        state.total += state.group + value
        close_group(state, scale_in(value))
    elif slot is Slot.HUNDRED and _multiplies_hundred(state, features):
        state.group *= value
        state.limit = 100
    else:
        state.group += value
        tens = slot is Slot.TENS and not features.units_first
        state.limit = 100 if slot in (Slot.HUNDRED, Slot.HUNDREDS) else 10 if tens else 1
    state.last = slot


_DOZEN = 12
"""A scale that counts what stands directly before it alone: "three hundred and two dozen" are 324."""


def scale_in(value: int) -> int:
    """The scale of a word that holds several of one: 1000 for ألفان, a dozen for دزينتان."""
    scale = 12 if value < 1000 else 1000
    while scale >= 1000 and value >= scale * 1000:
        scale *= 1000
    return scale


def close_group(state: PartialNumeral, scale: int) -> None:
    """Start a new group behind a scale, below it."""
    state.group = 0
    state.scale = scale
    state.limit = 10**9
