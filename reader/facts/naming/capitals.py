"""Names where they have capitals: a run of words with capitals, joined by "of", "the" and the like where that fits.

At the start of a sentence the first word counts only if it is no particle. What a run names is told by one of its own
words ("Treaty", "University", "War", "River"), by its first word, which is a given name or title, or by a profession
before it.
"""

import re

from reader.facts.naming.chunk import MOST_WORDS, DetectedName, NameReader
from reader.facts.naming.name_tables import Names, names_of
from reader.facts.tokens import fold
from reader.model import FactKind


def kind_of_words(name: str, code: str) -> FactKind | None:
    """The kind that a name in capitals has by its own words alone; None where they do not tell.

    Args:
        name: The name.
        code: The language whose table tells.
    """
    names = names_of(code)
    words = [fold(word) for word in re.split(r"[\s\u00a0-]+", name)]
    if len(words) < 2 or (len(words) == 2 and words[0] in names.plain_before):
        return None
    if words[-1] in names.kind or (words[0] in names.first_kind and words[1] in names.of):
        return _kind(names, words[-1]) or _kind(names, words[0])
    shouted = name.partition(" ")[0].isupper()
    given = words[0] in names.people_given and words[0] not in names.no_given
    return FactKind.PERSON if given and not shouted and name.isascii() and "-" not in name else None


def _kind(names: Names, word: str) -> FactKind | None:
    """The kind that a word alone tells."""
    return next((kind.kind for rest, kind in names.kind.get(word, ()) if not rest), None)


def capitals_at(reader: NameReader, i: int, key: str) -> DetectedName | None:
    """The name that begins at a word with a capital."""
    if not _is_capital(reader, i):
        return None
    if reader.sign(i - 1) == "@":
        return _handle(reader, i)
    names = reader.names
    headline = reader.in_headline(i)
    titled = reader.phrase(i, names.title)
    if titled is not None:
        titled += reader.sign(titled) == "."
        following = reader.key(titled)  # "General Manager"
        other = any(following in each for each in (names.profession, names.title, names.ordinary))
        if _is_part(reader, titled) and not other:
            end = _person_end(reader, titled)
            if not _kind_in(reader, titled, end) and not (headline and end - titled < _SHORTEST):
                return reader.told(FactKind.PERSON, titled, end)
    if key in reader.function_words:
        return None
    longer = reader.key(i + 1) in names.of or reader.sign(i + 1) == "&" or not reader.joined(i)
    if reader.key(i - 1) in names.share_of and reader.key(i - 2) in names.share and not longer:
        return reader.told(FactKind.ORGANISATION, i, _person_end(reader, i))
    if headline:
        person = _person(reader, i, key)
        return person if person is not None and person.next - i <= _LONGEST_IN_HEADLINE else None
    return _headed(reader, i) or _more_of_known(reader, i) or _person(reader, i, key)


_SHORTEST = 2
"""The words of a person's name behind a title in a line where every word has a capital."""
_LONGEST_IN_HEADLINE = 3
_HANDLE = re.compile(r"([A-Z][a-z]+)[A-Z]\w\w")


def _handle(reader: NameReader, i: int) -> DetectedName | None:
    """An account's name that a given name begins: "@JaneDoe"."""
    match = _HANDLE.match(reader.stream.text, reader.stream.start(i))
    given = match is not None and fold(match[1]) in reader.names.given
    return reader.told(FactKind.PERSON, i, i + 1) if given else None


def _more_of_known(reader: NameReader, i: int) -> DetectedName | None:
    """A known organisation with more behind it: its branch in a place ("BBC Scotland"), or what it makes."""
    known = reader.known(i)
    if known is None or known.name.kind is not FactKind.ORGANISATION or not reader.joined(known.end):
        return None
    place = reader.known(known.end)
    if place is not None:
        return reader.told(FactKind.ORGANISATION, i, place.end) if place.name.kind is FactKind.PLACE else None
    end = known.end
    while _is_product(reader, end):
        end += 1
    return reader.told(FactKind.PRODUCT, i, end) if end > known.end else None


def _is_product(reader: NameReader, i: int) -> bool:
    """Whether a word with a capital behind an organisation's name may be part of what it makes."""
    names, key, start = reader.names, reader.key(i), reader.stream.start(i)
    if not _is_capital(reader, i) or not reader.plain(i) or reader.stream.text[start : start + 2].isupper():
        return False
    return not (key in names.title or key in names.kind or key in names.profession or reader.in_headline(i))


def _headed(reader: NameReader, i: int) -> DetectedName | None:
    """A run of capitals of which one word says what it names; "of" and "and" join where a capital follows."""
    names, end, plain_end = reader.names, i, None
    while end - i < MOST_WORDS + 4:
        if _is_part(reader, end) and (end == i or reader.joined(end)):
            end += 1
            continue
        if end > i and _is_hyphen(reader, end + 1):
            end += 2
            continue
        plain_end = plain_end or end
        joint = end
        while joint - end < 2 and reader.key(joint) in names.joint and reader.joined(joint):
            joint += 1
        if joint == end or not _is_part(reader, joint) or not reader.joined(joint):
            if not reader.sign(end) or reader.sign(end) not in "'’&" or not _is_capital(reader, end + 1):
                break
            end += 1
            continue
        if not _joins(reader, i, end):
            break
        end = joint
    if reader.key(i) in names.plain_before and end - i == 2 and reader.key(end - 1) in names.plain_kind:
        return None
    for stop in dict.fromkeys((end, plain_end or end)):
        kind = _kind_of(reader, i, stop)
        if kind is not None and (kind is not FactKind.LAW or _is_public(reader, i, stop)):
            return reader.told(kind, i, stop)
    state = reader.sign(end) == "," and reader.key(end + 1) in names.state and _is_shouted(reader, end + 1)
    return reader.told(FactKind.PLACE, i, end) if state and not _is_shouted(reader, end - 1) else None


def _is_shouted(reader: NameReader, i: int) -> bool:
    return reader.stream.text[reader.stream.start(i) : reader.stream.end(i + 1)].isupper()


def _is_part(reader: NameReader, i: int) -> bool:
    """Whether a word with a capital may be part of a name: in a title, "The" and "At" have one, too."""
    return _is_capital(reader, i) and reader.key(i) not in reader.function_words


def _joins(reader: NameReader, i: int, at: int) -> bool:
    """Whether the joint at a word stands inside the name.

    "And" does behind a kind and "of" or "for", never between two names of their own; "for", "in" and "on" do behind a
    kind.
    """
    names, joint = reader.names, reader.key(at)
    if joint in names.conjunction:
        return any(reader.key(k) in names.of or reader.key(k) in names.behind_kind for k in range(i, at))
    if joint in names.behind_kind:
        kind = joint in names.of and any(reader.key(k) in names.kind for k in range(i, at))
        return kind or reader.key(i) in names.first_kind
    return True


def _kind_of(reader: NameReader, i: int, end: int) -> FactKind | None:
    """The kind of a run by its last word, or by a word before "of" or "for"."""
    names = reader.names
    if end - i < 2:
        return None
    if reader.key(i) in names.first_kind and end - i > 2 and reader.key(i + 1) in names.share_of:
        return _kind(names, reader.key(i)) or FactKind.ORGANISATION
    for k in range(i + 1, end):
        joint = reader.key(k)
        if (joint in names.of and k - 1 > i) or joint in names.behind_kind:
            kind = _kind(names, reader.key(k - 1))
            if kind is not None:
                return kind
    if reader.key(i) in names.purposeful and end - i > 2:
        return FactKind.ORGANISATION
    if reader.key(i) in names.place_first and end - i <= _LONGEST_PLACE:
        return FactKind.PLACE
    last = reader.key(end - 1)
    return _kind(names, reader.key(end - 2) if last in names.roman or last.isdigit() else last)


_LONGEST_PLACE = 3
"""Words of a place that its first word tells: "San Luis Obispo"."""


def _is_public(reader: NameReader, i: int, end: int) -> bool:
    """Whether an "Agreement" or "Code" is a state's: a country, or a field of law, is in its name."""
    names = reader.names
    if not any(reader.key(k) in names.private_law for k in range(i, end)):
        return True
    return any(reader.key(k) in names.law_field or reader.known(k) is not None for k in range(i, end))


def _person(reader: NameReader, i: int, key: str) -> DetectedName | None:
    """A given name and the capitals behind it, or alone where it is nothing else; any capitals behind a profession."""
    names = reader.names
    sure = key in names.given
    given = sure or (key in names.people_given and key not in names.no_given)
    if not given and not _profession_before(reader, i):
        return None
    end = _person_end(reader, i)
    shouted = reader.stream.text[reader.stream.start(i) :][:2].isupper()
    if reader.key(end - 1) in names.ordinary or (reader.joined(i) and reader.key(i - 1) in names.place_first):
        return None
    if _kind_in(reader, i, end) or (shouted and (not given or end - i < _SHORTEST)):
        return None
    if end - i < _SHORTEST and not (sure and _stands_alone(reader, i)):
        return None
    return reader.told(FactKind.PERSON, i, end)


def _stands_alone(reader: NameReader, i: int) -> bool:
    """Whether a given name is no part of a longer name or of an address: no sign written on to it, no capital before.

    The first word of a sentence has a capital, too; one that greets is no name.
    """
    if reader.stream.is_glued(i) and reader.sign(i - 1) in _ADDRESS:
        return False
    before = reader.key(i - 1)
    names = reader.names
    return not (reader.joined(i) and _is_part(reader, i - 1)) or before in names.greeting


_ADDRESS = ("@", "/", "_", "-", ".", "&")


def _profession_before(reader: NameReader, i: int) -> bool:
    at = i - 1
    if reader.sign(at) == "," and i > 1:
        at -= 1
    elif not reader.joined(i):
        return False
    return reader.key(at) in reader.names.profession and reader.stream.text[reader.stream.start(at)].islower()


def _person_end(reader: NameReader, i: int) -> int:
    """Where the person's name that begins at ``i`` ends: capitals, initials, linking words, a number, an epithet."""
    names, end = reader.names, i + 1
    while end - i < MOST_WORDS - 2:
        key, capital = reader.key(end), _is_capital(reader, end)
        initial = len(reader.key(end - 1)) == 1 and reader.sign(end) == "."
        linking = reader.joined(end) and key in names.joining
        if reader.joined(end) and capital and key not in reader.function_words:
            end += 1
        elif (initial or _is_hyphen(reader, end + 1) or linking) and _is_capital(reader, end + 1):
            end += 2
        elif linking and reader.key(end + 1) in names.joining and _is_capital(reader, end + 2):
            end += 3
        elif reader.joined(end) and key in names.article and reader.key(end + 1) in names.epithet:
            end += 2
        else:
            break
    return end


def _kind_in(reader: NameReader, i: int, end: int) -> bool:
    return any(_kind(reader.names, reader.key(k)) is not None for k in range(i, end))


def _is_hyphen(reader: NameReader, i: int) -> bool:
    return reader.sign(i - 1) == "-" and reader.stream.is_glued(i)


def _is_capital(reader: NameReader, i: int) -> bool:
    return bool(reader.key(i)) and reader.stream.text[reader.stream.start(i)].isupper()
