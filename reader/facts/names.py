"""Owns names: which chunks of a text name a person, organisation, product, place, event or law.

Three witnesses, in this order: the gazetteer (:mod:`reader.facts.gazetteer`), whose entries hold one entity's names in
all languages; the words around and inside a name (:mod:`reader.facts.naming`); and Latin letters inside text of another
script, which are names unless they are the document's language. What the document as a whole tells of names is in
:mod:`reader.facts.entities`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from reader.facts.gazetteer import Known, is_latin
from reader.facts.languages import LATIN, words_of_all
from reader.facts.lexicon import WordClass
from reader.facts.naming import DetectedName, NameReader, detected_names
from reader.facts.naming.capitals import kind_of_words
from reader.facts.scripts import FATHATAN
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
    r"(?=[A-Za-z])(?<![\w@./&<-])(?:[A-Z][\w’']*(?:[&-][A-Za-z0-9]+)*|[a-z]+[A-Z][\w]*|[a-z]+\d[\w]*(?:-[A-Za-z0-9]+)*)"
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
    reader = NameReader(stream)
    found = _merged(list(_known_names(reader)), detected_names(reader), stream.text)
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
        if any(mention.start < name.start or mention.end > name.end for mention in within):
            continue
        called = name.kind is FactKind.PLACE and within and within[0].kind is FactKind.PERSON  # «محافظة صلاح الدين»
        if len(within) == 1 and within[0].end - within[0].start == name.end - name.start and not called:
            continue
        at = inner
        words = text[name.start : name.end]
        found.append(Mention(name.start, name.end, name.kind, fold_name(words), words, known=False))
    found.extend(known[at:])
    return found


def _known_names(reader: NameReader) -> Iterator[Mention]:
    """The names of the gazetteer that are used as names."""
    stream, i = reader.stream, 0
    while i < len(stream):
        hit = reader.find(i)
        if hit is None or not _is_name(reader, i, hit):
            i += 1
            continue
        start, end = stream.start_without(i, len(hit.conjunction) + len(hit.preposition)), stream.end(hit.end)
        name = stream.text[stream.start_without(i, hit.cut) if hit.merged else start : end]
        yield Mention(start, end, hit.name.kind, hit.name.entity, hit.merged + name, known=True, reason="table")
        i = hit.end


def _is_name(reader: NameReader, i: int, hit: Known) -> bool:
    """Whether a gazetteer word is used as a name.

    Names take no article, and Latin ones a capital unless they have none; a smaller city needs a word of place by it. A
    word that the grammar of numbers knows, or a particle, is no place.
    """
    stream, names, key = reader.stream, reader.names, reader.key(i)
    words, latin = stream.words, stream.features.latin_names
    if hit.article or stream.in_saying(i) or (stream.is_definite(i) and stream.key(i - 1) in words.pointing):
        return False
    place, single = hit.name.kind is FactKind.PLACE, hit.end == i + 1
    if place and hit.preposition and (hit.preposition in words.likening or stream.is_digits(hit.end)):
        return False  # «كمصر», «بقطر 16 مترا»
    if FATHATAN in stream.written(hit.end - 1)[-2:] or reader.suffixed(hit.end - 1):
        return False  # «إسبانيًا», تازه‌ترین
    if single and (stream.written(i) in stream.language.other_words or (place and not latin and key in names.ordinary)):
        return False  # «فئات», folded like فيات
    told = _is_told_place(stream, i, hit.end)
    if place and single and not told and len(key) <= _SHORTEST and names.other_kind.fullmatch(stream.written(i)):
        return False  # «جده» is his grandfather
    doubtful = (place and single) or hit.conjunction or hit.preposition
    if doubtful and (stream.lexicon.means(key, _OTHERWISE) or key in stream.function_words):
        return False
    if key[0].isascii() and not hit.name.small and not _is_latin_name(reader, i, hit):
        return False
    if not latin and hit.name.kind is FactKind.ORGANISATION and _is_in_latin_run(reader, i, hit.end):
        return False  # "Intel 386", "Bash Shell"
    if told or not (hit.name.weak or (place and key in names.weak_place)):
        return True
    return hit.preposition in words.place_particles and len(key) > _SURE_LENGTH


def _is_told_place(stream: TokenStream, i: int, end: int) -> bool:
    """Whether the words by a name say that it is a place: «في», «مدينة», "from"; in Urdu those behind it."""
    by_place, before = stream.words.by_place, stream.key(i - 1)
    if stream.features.postpositions:
        return stream.key(end) in by_place
    return before in by_place or (before[:1] in stream.language.proclitics.conjunctions and before[1:] in by_place)


def _is_in_latin_run(reader: NameReader, i: int, end: int) -> bool:
    """Whether a name in Latin letters goes on, in a text of another script, with a word or a number: "Intel 386"."""
    tokens = reader.stream.tokens
    if not is_latin(tokens[i]) or end >= len(tokens) or reader.gap(end) not in ("", " "):
        return False
    number = reader.stream.is_digits(end) and reader.stream.written(end).isascii()
    return number or is_latin(tokens[end])


def _is_latin_name(reader: NameReader, i: int, hit: Known) -> bool:
    """Whether a word in Latin letters is written as a name is, and is no part of another one."""
    stream, key = reader.stream, reader.key(i)
    compound = stream.is_inside(i - 1, "-") and stream.written(i - 2).islower()  # "Île-de-France"
    if compound or not stream.written(i)[0].isupper():
        return False
    place = hit.name.kind is FactKind.PLACE and stream.features.latin_names
    if place and (_is_part_of_a_name(reader, i) or _leads_a_name(reader, i, hit.end)):
        return False  # "Dion Jordan", "Air Jordan", "Perth Glory"
    if hit.end > i + 1:
        return True
    if _is_everyday(reader, i) or (hit.name.kind is FactKind.PERSON and _is_eponym(stream, i)):
        return False  # "Windows were broken", "a Turing machine"
    short = len(key) <= _SHORTEST and hit.name.entity.lower() != key
    return not short or stream.written(i).isupper()  # "Who wants", "Us too"


def _is_part_of_a_name(reader: NameReader, i: int) -> bool:
    """Whether a place's name in Latin letters stands behind another capital that is no part of a place's name."""
    before, word = reader.key(i - 1), reader.stream.written(i - 1)
    capital = before and reader.gap(i) == " " and word[0].isupper() and not word.isupper()
    starts = i < 2 or reader.stream.tokens[i - 2].kind is TokenKind.SIGN
    return bool(capital) and not (starts or before in reader.function_words or before in reader.names.direction)


def _leads_a_name(reader: NameReader, i: int, end: int) -> bool:
    """Whether a place in Latin letters stands before a capital that makes another name of it: "Perth Glory".

    Titles, professions, given names and other known names stand behind a place by themselves.
    """
    stream, names, key = reader.stream, reader.names, reader.key(end)
    if stream.is_sign(i - 1, "#") or not key or reader.gap(end) != " ":
        return False
    if not stream.written(end)[0].isupper() or stream.written(end - 1).isupper():
        return False
    parts = (names.title, names.profession, names.given, names.people_given, names.kind, reader.function_words)
    return not (any(key in part for part in parts) or stream.word_classes(end)) and reader.find(end) is None


def _is_everyday(reader: NameReader, i: int) -> bool:
    """Whether a company's name that is an everyday word begins a sentence and does nothing that companies do."""
    stream, names = reader.stream, reader.names
    if stream.key(i) not in names.common:
        return False
    begins = not i or stream.key(i - 1) in _SENTENCE_SIGNS or "\n" in reader.gap(i)
    shows = stream.key(i + 1) in names.acting or (stream.written(i + 1)[:1].isupper() and not stream.is_glued(i + 1))
    return begins and not shows


_SENTENCE_SIGNS = tuple('.!?:;"“”‘’«»-–—•*#>')


def _is_eponym(stream: TokenStream, i: int) -> bool:
    """Whether a person's name in Latin letters says whose a thing is: "a Turing machine", "Bose-Einstein"."""
    if not stream.features.latin_names:
        return False
    led = stream.key(i - 1) in stream.words.indefinite or stream.key(i - 1) in stream.words.definite
    return led or stream.is_inside(i - 1, "-–") or stream.is_inside(i + 1, "-–")


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
        if end in named or match.end(1) in named:
            continue
        words = stream.text[max(0, end - _BEFORE_BRACKETS) : end].split(" ")[-len(_PART.findall(latin)) :]
        name = " ".join(words)
        start = end - len(name)
        spelt = all(word.isalpha() and not word.isascii() for word in words) and is_like(name, latin)
        kind = kind_before(stream.text, start) or kind_of_words(latin, LATIN) if spelt else None
        if kind is not None:
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
