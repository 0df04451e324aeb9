"""Numbers without a unit: those that count a noun, and those that stand alone."""

from reader.facts.grammar.amount import Amount, amount_of
from reader.facts.grammar_values import Numeral, exact
from reader.facts.lexicon import WordClass
from reader.facts.naming.name_tables import names_of
from reader.facts.scripts import SHADDA, ZWNJ
from reader.facts.token_stream import TokenStream
from reader.facts.tokens import TokenKind
from reader.model import FactKind


def counted(stream: TokenStream, numeral: Numeral) -> Amount | None:
    """A large number and the noun it counts: «مليار تحميل». Smaller numbers are numbers."""
    large = isinstance(numeral.value, int) and numeral.value >= 1000 and (numeral.scaled or numeral.words)
    at = numeral.end
    if not large or numeral.definite or at >= len(stream) or stream.is_glued(at):
        return None
    key = stream.key(at)
    if stream.tokens[at].kind is not TokenKind.WORD or len(key) < 3 or key in stream.function_words:
        return None
    if stream.lexicon.analyses(key) or stream.is_definite(at):
        return None
    return amount_of(stream, FactKind.COUNT, numeral, stream.written(at), at + 1)


def bare(stream: TokenStream, numeral: Numeral, *, bound: bool) -> Amount | None:
    """A number by itself, unless letters touch its digits, which then are part of a name."""
    lettered = _lettered(stream, numeral)
    if lettered is not None:
        return amount_of(stream, FactKind.NUMBER, lettered)
    single = numeral.end == numeral.start + 1
    if not numeral.words:
        rest = single and not numeral.value and len(stream.key(numeral.start)) > 1  # of a torn number: "750, 000"
        other = rest or _touches_letters(stream, numeral)
    elif bound:
        other = False
    else:
        one = single and numeral.value == 1  # «أحد», "no one", פעם אחת
        whole = len(stream) == numeral.end - numeral.start
        other = _is_family_name(stream, numeral) or (not whole and (one or _is_other_word(stream, numeral)))
    return None if other else amount_of(stream, FactKind.NUMBER, numeral)


def _lettered(stream: TokenStream, numeral: Numeral) -> Numeral | None:
    """A bare number with its scale in a letter: ``1.2M``, ``100k``; names as "3M" and "4K" are none."""
    at = numeral.end
    factor = _LETTERS.get(stream.written(at), 0) if stream.is_glued(at) else 0
    if not factor or numeral.words or numeral.scaled:
        return None
    if stream.is_glued(at + 1) and not stream.is_sign(at + 1, ",.;:!?)-–"):
        return None
    named = numeral.value in (2, 3, 4, 8) and at + 1 < len(stream)
    if named or (stream.written(at) == "B" and isinstance(numeral.value, int)):
        return None
    lettered = numeral._replace(end=at + 1, value=exact(numeral.value * factor), scaled=True)
    return None if _touches_letters(stream, lettered) else lettered


_LETTERS = {"k": 10**3, "K": 10**3, "M": 10**6, "B": 10**9}


def _is_other_word(stream: TokenStream, numeral: Numeral) -> bool:
    """Whether a word for a number is more likely another: a day of the week («الاثنين»), what tables call unsure."""
    start, end = stream.start_without(numeral.start, numeral.cut), stream.end(numeral.start + 1)
    after = stream.end(numeral.end)
    compound = stream.text[after : after + 1] == ZWNJ and stream.hit(numeral.end, WordClass.AND) is None
    if numeral.unsure or compound:  # سه‌تار, پنج‌ضلعی
        return True
    for other in stream.language.other_words:
        if stream.text.startswith(other, start) and (not other.isalpha() or start + len(other) == end):
            return True
    if numeral.end > numeral.start + 1:
        return False
    key, doubled = stream.key(numeral.start), stream.words.doubled
    if doubled and SHADDA in stream.written(numeral.start) and not any(root in key for root in doubled):
        return True
    if key in stream.words.counting_only:
        counts = numeral.end < len(stream) and stream.tokens[numeral.end].kind is TokenKind.WORD
        return not counts or stream.hit(numeral.end, WordClass.AND) is not None
    named = numeral.definite or stream.hit(numeral.start - 1, WordClass.DAY_CUE) is not None
    return named and stream.hit(numeral.start, WordClass.WEEKDAY) is not None


def _is_family_name(stream: TokenStream, numeral: Numeral) -> bool:
    """Whether a word for a number stands behind a given name and counts nothing: «جون ستون»."""
    names = names_of(stream.language.code)
    if numeral.end != numeral.start + 1 or numeral.ordinal or numeral.joined or not numeral.start:
        return False
    before = stream.text[stream.end(numeral.start) : stream.start(numeral.start)]
    after = stream.key(numeral.end)
    if after.isalpha() and after not in stream.function_words:
        return False  # «زار محمد ستين مدينة»
    return before == " " and names.is_given(stream.key(numeral.start - 1))


def _touches_letters(stream: TokenStream, numeral: Numeral) -> bool:
    """Whether a name holds the digits: ``R1``, ``o3-mini``, ``COVID-19``, ``#5``.

    A particle of one or two letters is no name.
    """
    tokens = stream.tokens
    first, after = numeral.start, numeral.end
    if first and tokens[first].glued:
        before = tokens[first - 1]
        if before.kind is TokenKind.WORD and (len(before.key) > 2 or before.key.isascii()):
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
        if follower.key in "-_/" and stream.is_glued(after + 1):
            name = tokens[after + 1]
            return name.kind is TokenKind.WORD and (name.key.isascii() or (follower.key == "/" and len(name.key) < 3))
    return False
