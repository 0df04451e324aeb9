"""Numbers without a unit: those that count a noun, and those that stand alone."""

from reader.facts.grammar.amount import Amount, start_of
from reader.facts.grammar_values import Numeral
from reader.facts.lexicon import WordClass
from reader.facts.naming.name_tables import names_of
from reader.facts.scripts import SHADDA
from reader.facts.token_stream import TokenStream
from reader.facts.tokens import TokenKind
from reader.model import FactKind


def counted(stream: TokenStream, numeral: Numeral) -> Amount | None:
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
    return Amount(FactKind.COUNT, start_of(stream, numeral), stream.end(at + 1), at + 1, numeral.value, noun, numeral)


def bare(stream: TokenStream, numeral: Numeral, *, bound: bool) -> Amount | None:
    """A number by itself, unless letters touch its digits, which then are part of a name."""
    lettered = _lettered(stream, numeral)
    if lettered is not None:
        return Amount(
            FactKind.NUMBER,
            start_of(stream, lettered),
            stream.end(lettered.end),
            lettered.end,
            lettered.value,
            "",
            lettered,
        )
    if not numeral.words and (_touches_letters(stream, numeral) or _is_rest(stream, numeral)):
        return None
    if _is_mere_one(stream, numeral) and not bound:
        return None
    if numeral.words and not bound and len(stream) > numeral.end - numeral.start and _is_other_word(stream, numeral):
        return None
    if numeral.words and not bound and _is_family_name(stream, numeral):
        return None
    end = numeral.end
    return Amount(FactKind.NUMBER, start_of(stream, numeral), stream.end(end), end, numeral.value, "", numeral)


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


def _is_rest(stream: TokenStream, numeral: Numeral) -> bool:
    """Whether digits are nothing but zeros, the rest of a number that was torn apart: "750, 000"."""
    return not numeral.value and numeral.end == numeral.start + 1 and len(stream.key(numeral.start)) > 1


def _is_family_name(stream: TokenStream, numeral: Numeral) -> bool:
    """Whether a word for a number stands behind a given name and counts nothing: «جون ستون»."""
    names = names_of(stream.language.code)
    if names is None or numeral.end != numeral.start + 1 or numeral.ordinal or numeral.joined or not numeral.start:
        return False
    before = stream.text[stream.end(numeral.start) : stream.start(numeral.start)]
    after = stream.key(numeral.end)
    if after.isalpha() and after not in stream.function_words:
        return False  # «زار محمد ستين مدينة»
    return before == " " and names.is_given(stream.key(numeral.start - 1))


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
