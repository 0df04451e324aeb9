"""Persons where names have no capitals: a title or profession and the name behind it, or a given name and more."""

from reader.facts.lexicon import WordClass
from reader.facts.naming.chunk import MOST_WORDS, DetectedName, NameReader, bare_words
from reader.model import FactKind


def person_at(reader: NameReader, i: int, key: str) -> DetectedName | None:
    """The person whose name, or title, begins at a word."""
    return _titled(reader, i, key) or _given(reader, i, key)


def _titled(reader: NameReader, i: int, key: str) -> DetectedName | None:
    """A name behind a title, its adjectives («الرئيس المصري») and a point."""
    names = reader.names
    at = reader.phrase(i, names.title, names.person_particles) or _behind_bound_title(reader, i, key)
    if at is None:
        return None
    while reader.joined(at) and (reader.key(at) in names.only or names.adjective.fullmatch(reader.key(at))):
        if _is_surname(reader, at + 1):
            break
        at += 1
    at += reader.sign(at) in names.abbreviating and reader.stream.is_glued(at)
    if not reader.joined(at):
        return None
    weak = any(bare in names.weak_title for _, bare in bare_words(key, names.person_particles, 1))
    end = name_end(reader, at, titled=not weak)
    return None if end is None else _told(reader, at, end)


def _told(reader: NameReader, i: int, end: int, cut: int = 0) -> DetectedName:
    """A person's name, or that of a place that is called after one."""
    place = reader.key(end - 1) in reader.names.place_end
    return reader.told(FactKind.PLACE if place else FactKind.PERSON, i, end, cut)


def _behind_bound_title(reader: NameReader, i: int, key: str) -> int | None:
    """Behind «وزير الخارجية المصري», «عالم الكيمياء», «محافظه»."""
    names = reader.names
    for _, bare in bare_words(key, names.person_particles, 1):
        at = i + 1
        if bare in names.bound_title:
            while reader.stream.is_definite(at) and reader.joined(at) and at - i < _MOST_BOUND:
                at += 1
            known = reader.known(at) if at == i + 1 and reader.joined(at) else None
            if known is not None and known.name.kind is not FactKind.PERSON:
                at = known.end
            return at if at > i + 1 else None
        if names.is_possessed_title(bare):
            return at if reader.joined(at) and _is_given(reader, reader.key(at)) else None
    return None


_MOST_BOUND = 5


def _given(reader: NameReader, i: int, key: str) -> DetectedName | None:
    """A name that begins with a given name which is nothing else, or with another one that has a witness."""
    names = reader.names
    for cut, bare in bare_words(key, names.person_particles, 1):
        if cut == 0 and _has_father(reader, i):
            return reader.told(FactKind.PERSON, i, _fathers_end(reader, i + 1))
        if cut == 0 and reader.joined(i) and reader.key(i) in names.son and reader.key(i - 2) in names.son:
            continue  # «… بن يعرب بن قحطان»: a chain of fathers that is longer than a name is read
        sure = names.is_given(bare)
        if not sure and not _is_given(reader, bare) and not _leads(reader, i, bare):
            continue
        before = reader.key(i - 1)
        led = before[:1] in reader.stream.language.proclitics.conjunctions and before[1:] in names.doing
        acting = cut == 0 and reader.joined(i) and (led or before in names.doing)
        end = name_end(reader, i, acting=acting, first=bare)
        witnessed = end is not None and _is_witnessed(reader, i, end, bare)
        if end is not None and (witnessed or acting or (sure and not (cut and "shape" in names.told_by))):
            return _told(reader, i, end, cut)
    return None


def _is_given(reader: NameReader, word: str) -> bool:
    names = reader.names
    common = word in reader.function_words or word in names.verb or word in names.ordinary
    return names.is_given(word) or (word in names.people_given and not common)


def _leads(reader: NameReader, i: int, word: str) -> bool:
    """Whether a word makes a name with the next one: «أبو …», «عبد ال…»."""
    names, following = reader.names, reader.key(i + 1)
    if not reader.plain(i + 1) or following in names.kin:
        return False
    definite = reader.stream.is_definite(i + 1)
    return (word in names.father and not definite) or (
        word in names.compound and (definite or names.is_given(following))
    )


def _has_father(reader: NameReader, i: int) -> bool:
    """Whether a son's word and the name of a father follow a word that may be a name."""
    word, names = reader.key(i), reader.names
    if not _is_fathers(reader, i + 1) or len(word) < _SHORTEST or reader.stream.is_definite(i):
        return False
    return not any(word in words for words in (reader.function_words, names.verb, names.joining))


def _is_fathers(reader: NameReader, i: int) -> bool:
    son = reader.key(i) in reader.names.son and reader.key(i + 1) not in reader.names.kin
    return son and reader.joined(i) and reader.joined(i + 1)


_SHORTEST = 2


def _fathers_end(reader: NameReader, i: int) -> int:
    """Where a chain of fathers ends: «بن أبي طالب», «بن عبد الله الأنصاري»."""
    while _is_fathers(reader, i):
        i = _led_end(reader, i)
    sure = reader.names.surname.fullmatch(reader.key(i)) and reader.key(i) not in reader.names.only
    return i + 1 if reader.joined(i) and sure else i


def _led_end(reader: NameReader, i: int) -> int:
    """The index behind words that lead to a name and the name: «بن أبي طالب», «عبد الله»."""
    while reader.key(i) in reader.names.joining and reader.joined(i + 1):
        i += 1
    return i + 1


def _is_witnessed(reader: NameReader, i: int, end: int, first: str) -> bool:
    """Whether behind a given name that may be a common word there is another that is not, or a family name."""
    names = reader.names
    if first in names.father or first in names.compound:
        return True
    rest = [reader.key(k) for k in range(i + 1, end)]
    return any(names.is_given(word) or word in names.father or word in names.people_family for word in rest)


def name_end(reader: NameReader, i: int, *, titled: bool = False, acting: bool = False, first: str = "") -> int | None:
    """Where the name that begins at ``i`` ends; None when it is no name, or only a given name.

    Args:
        reader: The text.
        i: The first token of the name.
        titled: A title stands before it.
        acting: A verb of doing stands before it.
        first: Its first word without particles, where it has some.
    """
    names = reader.names
    key = first or reader.key(i)
    known = _is_given(reader, key)
    linked = key in names.joining and reader.plain(i + 1)
    if not known and not linked and not (titled and may_be_name(reader, i)):
        return None
    shaped = names.is_given(key) or linked or titled
    end = _led_end(reader, i) if linked else i + 1
    unknown = 0 if known or linked else 1
    while end - i < MOST_WORDS - 2 and reader.joined(end):
        word = reader.key(end)
        if word in names.joining and reader.joined(end + 1) and reader.key(end + 1) not in names.kin:
            end = _led_end(reader, end)
        elif word in names.honorific or word in names.place_end:
            end += 1
            break
        elif _is_given(reader, word) or word in names.name_part:
            end += 1
        elif _is_surname(reader, end, shaped=shaped):
            end += 1
            break
        elif _is_pair(reader, end, middle=titled and known and not unknown):
            end += 2
            break
        elif (
            unknown < (3 if titled else 2)
            and _is_told(reader, end, titled=titled, acting=acting, known=known)
            and may_be_name(reader, end)
        ):
            unknown += 1
            end += 1
            if known:
                break
        else:
            break
    if end - i < 2:
        return end if titled and names.is_given(key) and len(key) > _SURE else None
    hyphen = reader.sign(end) == "-" and reader.stream.is_glued(end) and reader.stream.is_glued(end + 1)
    return end + 2 if hyphen and reader.key(end + 1) else end


_SURE = 3
"""A given name of more letters may stand alone behind a title."""


def _is_pair(reader: NameReader, i: int, *, middle: bool) -> bool:
    """Whether a family name of two words begins at a word, or a ``middle`` name that a family name stands behind."""
    word, names, following = reader.key(i), reader.names, reader.key(i + 1)
    if reader.joined(i + 1) and following in names.family_end and may_be_name(reader, i):
        return True
    if not middle or not may_be_name(reader, i + 1):
        return False
    if "following" in names.told_by:
        return bool(names.family.fullmatch(following)) and reader.ends_name(i + 1) and may_be_name(reader, i)
    return len(word) == _SHORT and reader.plain(i) and word not in names.verb and word not in names.ordinary


_SHORT = 3
"""Letters of a middle name that no shape tells."""


def _is_told(reader: NameReader, i: int, *, titled: bool, acting: bool, known: bool) -> bool:
    """Whether something tells that an unknown word behind a name is its family name."""
    names = reader.names
    told = names.told_by
    return (
        (titled and "title" in told)
        or (titled and "title_alone" in told and not known)
        or (acting and "verb" in told)
        or ("given" in told and names.is_given(reader.key(i - 1)))
        or ("shape" in told and names.family.fullmatch(reader.key(i)) is not None)
        or ("following" in told and reader.ends_name(i))
    )


def _is_surname(reader: NameReader, i: int, *, shaped: bool = True) -> bool:
    """Whether a word is a family name whatever stands by it: of the table, or definite and of the shape of one."""
    word, names = reader.key(i), reader.names
    common = (names.title, names.only, names.ordinary, names.verb, reader.function_words)
    if any(word in each for each in common):
        return False
    if reader.stream.features.definite_terms and not reader.stream.is_definite(i):
        return False
    if word in names.people_family:
        return True
    if any(word.removeprefix(article) in names.kind for article in reader.stream.articles):
        return False
    return bool(names.surname.fullmatch(word) or (shaped and names.likely_surname.fullmatch(word)))


def may_be_name(reader: NameReader, i: int) -> bool:
    """Whether an unknown word may be a name: no particle, verb, adjective, adverb, kind or definite noun."""
    word, names = reader.key(i), reader.names
    if not reader.plain(i) or names.no_name.fullmatch(word) or reader.suffixed(i):
        return False
    tables = (names.verb, names.ordinary, names.kind, names.last_kind, names.title, names.bound_title, names.topic)
    if any(word in each for each in tables) or word in names.only or reader.key(i + 1) in names.light_verb:
        return False
    if names.is_person(word):
        return True
    place = reader.known(i)
    if place is not None and place.name.kind is FactKind.PLACE and place.end == i + 1:
        return False
    following = reader.key(i + 1)
    if word[0] in names.person_particles and reader.stream.hit(i + 1, WordClass.NUMBER) is not None:
        return False  # בפרק העשירי
    if reader.joined(i + 1) and names.infinitive.fullmatch(following) and not names.is_person(following):
        return False
    return not (_is_ordinary(reader, word) or reader.led(i))


def _is_ordinary(reader: NameReader, word: str) -> bool:
    """Whether the shape of a word is that of a verb or noun, or of one with a particle written on to it."""
    names = reader.names
    if names.verbal.fullmatch(word):
        return True
    if names.unlikely.fullmatch(word):
        return not names.is_foreign(word)
    return any(
        cut and (bare in reader.function_words or bare in names.verb or bare in names.kind or names.is_given(bare))
        for cut, bare in bare_words(word, names.person_particles, 1)
    )
