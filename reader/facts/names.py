"""Owns names: which chunks of a text name a person, organisation, product, place, event or law.

Three witnesses, in this order: the gazetteer (:mod:`reader.facts.gazetteer`), whose entries hold one entity's names in
all languages; the words around and inside a name (:mod:`reader.facts.naming`); and Latin letters inside text of another
script, which are names unless they are the document's language. What the document as a whole tells of names is in
:mod:`reader.facts.entities`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from reader.facts.gazetteer import Known, gazetteer_of, is_latin
from reader.facts.languages import LATIN, words_of_all
from reader.facts.lexicon import WordClass
from reader.facts.naming import DetectedName, detected_names
from reader.facts.naming.capitals import kind_of_words
from reader.facts.naming.name_tables import names_of
from reader.facts.scripts import FATHATAN, ZWNJ
from reader.facts.token_stream import TokenStream
from reader.facts.tokens import TokenKind, fold
from reader.facts.transliteration import is_like
from reader.model import FactKind
from reader.named_tuples import NamedTuple


class Mention(NamedTuple):
    """A name in a chunk of text.

    ``entity`` is the key mentions of one thing share, ``name`` the words without particles; ``reason`` as in
    :class:`~reader.model.Fact`.
    """

    start: int
    end: int
    kind: FactKind
    entity: str
    name: str
    known: bool
    reason: str = "words"


_LATIN_NAME = re.compile(
    r"(?<![\w@./&<-])(?:[A-Z][\w’']*(?:[&-][A-Za-z0-9]+)*|[a-z]+[A-Z][\w]*|[a-z]+\d[\w]*(?:-[A-Za-z0-9]+)*)"
    r"(?:[ \u00a0](?:(?:of|and|for|the|&)[ \u00a0])?(?:[A-Z0-9][\w’']*(?:[&-][A-Za-z0-9]+)*))*(?![\w@])"
)
_EVENT = re.compile(r"(?:Con|Conf|Conference|Summit|Expo|Fest|Festival|Forum|Cup|Olympics)\b")
_MODEL = re.compile(r"(?:[A-Z]{1,3}|[A-Za-z]*[a-z])-?\d[\w.]*(?:-[A-Za-z0-9]+)*")
_CAMEL = re.compile(r"[A-Z]+[a-z][\w’']*[A-Z][\w’']*")
_WORDS = re.compile(r"[A-Z][\w’']*(?:[ \u00a0](?:(?:of|and|for|the|&) )?[A-Z][\w’']*)+")

_IN_BRACKETS = re.compile(r" ?\(([A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{0,30}){0,3})\)")
_PART = re.compile(r"[A-Z][^A-Z ]*|[A-Z]+")
"""A part of a name in Latin letters that may be a word of its own elsewhere: "DeepMind"."""
_BEFORE_BRACKETS = 80


def mentions(stream: TokenStream) -> tuple[Mention, ...]:
    """The names in a chunk of text, in order, none overlapping another; the longer of two stands."""
    found = _merged(list(_gazetteer_mentions(stream)), detected_names(stream), stream.text)
    if not stream.features.latin_names:
        found.extend(_latin_names(stream.text, [(mention.start, mention.end) for mention in found]))
        found.sort()
        found.extend(_spelt_twice(stream, {mention.end for mention in found}))
    return tuple(sorted(found))


def fold_name(name: str) -> str:
    """The key of a name of several words."""
    return " ".join(map(fold, name.split()))


def _merged(known: list[Mention], told: Iterable[DetectedName], text: str) -> list[Mention]:
    """The gazetteer's names and those that were told, in order; a told name stands for the shorter ones inside it."""
    found: list[Mention] = []
    at = 0
    for name in told:
        while at < len(known) and known[at].end <= name.start:
            found.append(known[at])
            at += 1
        inner = at
        while inner < len(known) and known[inner].start < name.end:
            inner += 1
        within = known[at:inner]
        if any(mention.start < name.start or mention.end > name.end for mention in within) or (
            len(within) == 1 and within[0].end - within[0].start == name.end - name.start
        ):
            continue
        at = inner
        words = text[name.start : name.end]
        found.append(Mention(name.start, name.end, name.kind, fold_name(words), words, known=False))
    found.extend(known[at:])
    return found


def _gazetteer_mentions(stream: TokenStream) -> Iterator[Mention]:
    gazetteer = gazetteer_of(stream.language.code)
    tokens = stream.tokens
    i = 0
    while i < len(tokens):
        hit = gazetteer.find(tokens, i) if tokens[i].kind is TokenKind.WORD else None
        if hit is None or not _is_name(stream, i, hit):
            i += 1
            continue
        start = stream.start_without(i, len(hit.conjunction) + len(hit.preposition))
        end = stream.end(hit.end)
        name = (
            hit.merged + stream.text[stream.start_without(i, hit.cut) : end] if hit.merged else stream.text[start:end]
        )
        yield Mention(start, end, hit.name.kind, hit.name.entity, name, known=True, reason="table")
        i = hit.end


def _is_name(stream: TokenStream, i: int, hit: Known) -> bool:
    """Whether a gazetteer word is used as a name.

    Names take no article, and Latin ones a capital unless they have none; a smaller city needs a word of place by it. A
    word that the grammar of numbers knows, or a particle, is no place.
    """
    if hit.article or stream.in_saying(i) or (stream.is_definite(i) and stream.key(i - 1) in stream.words.pointing):
        return False
    key = stream.key(i)
    if hit.name.kind is FactKind.PLACE and hit.preposition in stream.words.likening:
        return False
    if _is_inflected(stream, hit.end) or _is_other_word(stream, i, hit):
        return False
    if single_letter_led(hit) and stream.is_digits(hit.end):
        return False  # «بقطر 16 مترا»
    single = hit.end == i + 1 and hit.name.kind is FactKind.PLACE
    if single and _may_be_possessive(stream, i) and not _is_place(stream, i, hit.end):
        return False  # «جده» is his grandfather
    if (single or hit.conjunction or hit.preposition) and (
        stream.lexicon.means(key, _OTHERWISE) or key in stream.function_words
    ):
        return False
    token = stream.tokens[i]
    written = stream.text[token.start : token.end]
    if written[0].isascii() and written[0].isalpha() and not hit.name.small:
        if not written[0].isupper() or _is_in_compound(stream, i):
            return False
        if _is_part_of_a_name(stream, i, hit) or _leads_a_name(stream, i, hit):
            return False  # "Dion Jordan", "Air Jordan", "Perth Glory"
        if hit.end == i + 1 and (_is_everyday(stream, i) or _is_eponym(stream, i, hit)):
            return False  # "Windows were broken", "a Turing machine"
        short = hit.end == i + 1 and len(key) <= _SHORTEST and hit.name.entity.lower() != key
        if short and not written.isupper():
            return False  # "Who wants", "Us too"
    if (
        not stream.features.latin_names
        and hit.name.kind is FactKind.ORGANISATION
        and _is_in_latin_run(stream, i, hit.end)
    ):
        return False  # "Intel 386", "Bash Shell"
    weak = hit.name.weak or (hit.name.kind is FactKind.PLACE and _is_weak(stream, key))
    if not weak or _is_place(stream, i, hit.end):
        return True
    return hit.preposition in stream.words.place_particles and len(stream.key(i)) > _SURE_LENGTH


def _is_weak(stream: TokenStream, key: str) -> bool:
    names = names_of(stream.language.code)
    return names is not None and key in names.weak_place


def _is_other_word(stream: TokenStream, i: int, hit: Known) -> bool:
    """Whether a single word is another, as it is written («فئات», folded like فيات) or because its language uses it."""
    if hit.end > i + 1:
        return False
    if stream.text[stream.start(i) : stream.end(i + 1)] in stream.language.other_words:
        return True
    names = names_of(stream.language.code)
    place = hit.name.kind is FactKind.PLACE and not stream.features.latin_names
    return place and names is not None and stream.key(i) in names.ordinary


def _is_inflected(stream: TokenStream, end: int) -> bool:
    """Whether a name's last word is written as no name is: with tanwin («إسبانيًا»), or a suffix (تازه‌ترین)."""
    if FATHATAN in stream.text[max(stream.tokens[end - 1].start, stream.end(end) - 2) : stream.end(end)]:
        return True
    names = names_of(stream.language.code)
    if names is None or not names.suffix or stream.key(end) not in names.suffix:
        return False
    return stream.text[stream.end(end) : stream.start(end)] == ZWNJ


def _leads_a_name(stream: TokenStream, i: int, hit: Known) -> bool:
    """Whether a place in Latin letters stands before a capital that makes another name of it: "Perth Glory".

    Titles, professions, given names and other known names stand behind a place by themselves.
    """
    end, names = hit.end, names_of(stream.language.code)
    if hit.name.kind is not FactKind.PLACE or names is None or not stream.features.latin_names or end >= len(stream):
        return False
    if stream.is_sign(i - 1, "#"):
        return False
    token = stream.tokens[end]
    joined = stream.text[stream.end(end) : token.start] == " " and token.kind is TokenKind.WORD
    word = stream.text[token.start : token.end]
    if not joined or not word[0].isupper() or stream.text[stream.start(end - 1) : stream.end(end)].isupper():
        return False
    key = token.key
    parts = (names.title, names.profession, names.given, names.people_given, names.kind, stream.function_words)
    if any(key in part for part in parts) or stream.word_classes(end):
        return False
    return gazetteer_of(stream.language.code).find(stream.tokens, end) is None


def _is_everyday(stream: TokenStream, i: int) -> bool:
    """Whether a company's name that is an everyday word begins a sentence and does nothing that companies do."""
    names = names_of(stream.language.code)
    if names is None or stream.key(i) not in names.common:
        return False
    before = stream.tokens[i - 1] if i else None
    begins = before is None or before.key in _SENTENCE_SIGNS or "\n" in stream.text[before.end : stream.start(i)]
    following = stream.tokens[i + 1] if i + 1 < len(stream) else None
    shows = following is not None and (
        following.key in names.acting or (stream.text[following.start].isupper() and not stream.is_glued(i + 1))
    )
    return begins and not shows


_SENTENCE_SIGNS = tuple('.!?:;"“”‘’«»-–—•*#>')


def _is_eponym(stream: TokenStream, i: int, hit: Known) -> bool:
    """Whether a person's name in Latin letters says whose a thing is: "a Turing machine", "Bose-Einstein"."""
    if hit.name.kind is not FactKind.PERSON or not stream.features.latin_names:
        return False
    led = stream.key(i - 1) in stream.words.indefinite or stream.key(i - 1) in stream.words.definite
    hyphen = any(stream.is_sign(k, "-–") and stream.is_glued(k) and stream.is_glued(k + 1) for k in (i - 1, i + 1))
    return led or hyphen


def _may_be_possessive(stream: TokenStream, i: int) -> bool:
    """Whether a short word is written as one with a possessive, whose folded form alone is a name's."""
    names = names_of(stream.language.code)
    written = stream.text[stream.start(i) : stream.end(i + 1)]
    return names is not None and len(stream.key(i)) <= _SHORTEST and names.other_kind.fullmatch(written) is not None


def _is_in_compound(stream: TokenStream, i: int) -> bool:
    """Whether a name in Latin letters ends a compound of small letters: "Île-de-France"."""
    if i < 2 or not stream.is_sign(i - 1, "-") or not (stream.is_glued(i) and stream.is_glued(i - 1)):
        return False
    return stream.text[stream.start(i - 2) : stream.end(i - 1)].islower()


def _is_in_latin_run(stream: TokenStream, i: int, end: int) -> bool:
    """Whether a name in Latin letters goes on, in a text of another script, with a word or a number: "Intel 386"."""
    if not is_latin(stream.tokens[i]) or end >= len(stream):
        return False
    following = stream.tokens[end]
    joined = stream.text[stream.end(end) : following.start] in ("", " ")
    return joined and (is_latin(following) or (stream.is_digits(end) and stream.text[following.start].isascii()))


def _is_place(stream: TokenStream, i: int, end: int) -> bool:
    """Whether the words by a name say that it is a place: «في», «مدينة», "from"; in Urdu those behind it."""
    by_place, before = stream.words.by_place, stream.key(i - 1)
    if stream.features.postpositions:
        return stream.key(end) in by_place
    led = before[:1] in stream.language.proclitics.conjunctions and before[1:] in by_place
    return before in by_place or led


def _is_part_of_a_name(stream: TokenStream, i: int, hit: Known) -> bool:
    """Whether a place's name in Latin letters stands behind another capital that is no part of a place's name."""
    if hit.name.kind is not FactKind.PLACE or not stream.features.latin_names or not i:
        return False
    before = stream.tokens[i - 1]
    gap = stream.text[before.end : stream.tokens[i].start]
    word = stream.text[before.start : before.end]
    capital = before.kind is TokenKind.WORD and gap == " " and word[0].isupper() and not word.isupper()
    starts = i < 2 or stream.tokens[i - 2].kind is TokenKind.SIGN
    names = names_of(stream.language.code)
    part = before.key in stream.function_words or (names is not None and before.key in names.direction)
    return capital and not starts and not part


def single_letter_led(hit: Known) -> bool:
    """Whether a particle is written on to a place's name of few letters, which may be another word."""
    return hit.name.kind is FactKind.PLACE and bool(hit.preposition)


_OTHERWISE = ~int(WordClass.NATION | WordClass.SAYING | WordClass.CURRENCY)
"""Classes of words of the grammar of numbers: what is of one is no place."""
_SHORTEST = 3
"""A short form of so many Latin letters is written in capitals."""
_SURE_LENGTH = 4
"""A smaller city's name with its Hebrew preposition is longer than this, or is taken for another word."""


def _latin_names(text: str, taken: list[tuple[int, int]]) -> Iterator[Mention]:
    """Latin names in a text of another script that the gazetteer does not know."""
    at = 0
    for match in _LATIN_NAME.finditer(text):
        start, end = match.span()
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at < len(taken) and taken[at][0] < end:
            continue
        name = match[0]
        if name.startswith("The "):
            start, name = start + len("The "), name.removeprefix("The ")
        kind = _kind_of(text, start, name)
        if kind is not None:
            yield Mention(start, end, kind, fold_name(name), name, known=False, reason="letters")


def _spelt_twice(stream: TokenStream, named: set[int]) -> Iterator[Mention]:
    """Names that no rule knows but that stand in both scripts: «شركة قوريا (Qoria)», where both sound alike."""
    for match in _IN_BRACKETS.finditer(stream.text):
        latin, end = match[1], match.start()
        words = stream.text[max(0, end - _BEFORE_BRACKETS) : end].split(" ")[-len(_PART.findall(latin)) :]
        name = " ".join(words)
        start = end - len(name)
        spelt = all(word.isalpha() and not word.isascii() for word in words) and is_like(name, latin)
        kind = kind_before(stream.text, start) or kind_of_words(latin, LATIN) if spelt else None
        if kind is not None and end not in named and match.end(1) not in named:
            yield Mention(start, end, kind, fold_name(latin), name, known=False, reason="spellings")
            yield Mention(match.start(1), match.end(1), kind, fold_name(latin), latin, known=False, reason="spellings")


def _kind_of(text: str, start: int, name: str) -> FactKind | None:
    """The kind of unknown Latin letters, by the words before them, their own words and their shape; None for the rest.

    Letters with digits are a model (``R1``, ``GPT-4``); a capital inside a word (``DoorDash``) is what
    the sentence speaks of: companies or programs. Other words with capitals may be anything: a language, a button.
    """
    told = FactKind.EVENT if _EVENT.search(name) else kind_before(text, start)
    if told is not None and len(name) > 1:
        return told
    if _MODEL.fullmatch(name):
        return FactKind.PRODUCT
    if _CAMEL.fullmatch(name):
        return _kind_spoken_of(text, start)
    return kind_of_words(name, LATIN) if _WORDS.fullmatch(name) else None


def kind_before(text: str, start: int) -> FactKind | None:
    """The kind that the words before ``start`` announce: an event, an organisation, a product, a place, or nothing."""
    before = fold_name(text[max(0, start - 40) : start].rstrip("‘“\"'«( ")).split()
    if not before:
        return None
    if any(word.endswith(_announcing("announcing", FactKind.EVENT)) for word in before[-3:]):
        return FactKind.EVENT
    for kind in (FactKind.ORGANISATION, FactKind.PRODUCT, FactKind.PLACE):
        if before[-1].endswith(_announcing("announcing", kind)):
            return kind
    return None


def _kind_spoken_of(text: str, start: int) -> FactKind | None:
    """The kind the words before ``start`` speak of in general: «شركات … مثل DoorDash», «تطبيقات … مثل WhatsApp»."""
    before = fold_name(re.split(r"[.!?؟\n]", text[max(0, start - _SPOKEN_BEFORE) : start])[-1]).split()
    for word in reversed(before):
        for kind in (FactKind.ORGANISATION, FactKind.PRODUCT):
            if word.endswith(_announcing("spoken_of", kind)):
                return kind
    return None


@cache
def _announcing(section: str, kind: FactKind) -> tuple[str, ...]:
    """The words of all languages that announce a kind, for a name in Latin letters stands in any of them."""
    return tuple(words_of_all(section, str(kind)))


_SPOKEN_BEFORE = 80
