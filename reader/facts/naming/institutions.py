"""Institutions, places, events and laws where names have no capitals: told by the word that says what they are."""

from reader.facts.naming.chunk import MOST_WORDS, DetectedName, NameReader, bare_words
from reader.facts.naming.name_tables import Institution
from reader.facts.naming.persons import may_be_name, name_end
from reader.facts.scripts import ZWNJ
from reader.model import FactKind


def institution_at(reader: NameReader, i: int, key: str) -> DetectedName | None:
    """The name that begins with the word that says what it is, or with the words before that one."""
    names = reader.names
    for rest, kind in names.whole_name.get(key, ()):
        if reader.follows(i + 1, rest):
            return reader.told(kind.kind, i, i + 1 + len(rest))
    for cut, bare in bare_words(key, names.kind_particles):
        for rest, kind in names.kind.get(bare, ()):
            if reader.follows(i + 1, rest) and not _is_another(reader, i, bare, cut):
                found = _bound(reader, i, i + 1 + len(rest), kind, cut)
                if found is not None or not names.last_kind:
                    return found
        for _, kind in names.only_kind.get(bare) or (cut and names.swallowed.get(bare)) or ():
            return _only_one(reader, i, kind.kind, cut)
    return _last(reader, i) if names.last_kind else None


def _is_another(reader: NameReader, i: int, word: str, cut: int) -> bool:
    """Whether what looks like a kind is another word: a plural, with a possessive, or with a particle."""
    names = reader.names
    if (cut and word in names.bare_kind) or reader.suffixed(i):
        return True
    possessed = word.endswith(tuple(names.possessive))
    return possessed and names.other_kind.fullmatch(reader.stream.written(i)) is not None


def _bound(reader: NameReader, i: int, first: int, kind: Institution, cut: int) -> DetectedName | None:
    """«وزارة الخارجية», «جامعة هارفارد», «اتفاقية مناهضة التعذيب», «وزارت امور خارجه», «בנק ישראל», «חברת פייזר»."""
    if not reader.joined(first):
        return None
    names = reader.names
    known = reader.known(first, weak=kind.free)
    if known is not None and kind.apart:
        organisation = kind.kind is FactKind.ORGANISATION
        longer = organisation and reader.joined(known.end)
        ends = may_be_name(reader, known.end) and reader.ends_name(known.end)
        longer = longer and (ends or reader.key(known.end) in names.last_kind)
        called = kind.kind is FactKind.PLACE and known.name.kind is FactKind.PERSON  # «محافظة صلاح الدين»
        whole = organisation or called or known.name.kind is kind.kind
        return reader.told(kind.kind, first, known.end + longer) if whole else None
    if known is not None:
        one = reader.known(i)  # and what it is for is no part of it
        if one is not None and one.end >= known.end and not _is_qualifying(reader, reader.key(one.end)):
            return None
        whose = known.name.kind is FactKind.PLACE
        end = _tail_end(reader, _both_end(reader, known.end, kind), i, kind, whose=whose)
        return reader.told(kind.kind, i, end, cut)
    hyphen = reader.sign(first + 1) == "-" and reader.stream.is_glued(first + 2) and reader.key(first + 2)
    if hyphen and not kind.apart and reader.key(first) in names.joining:
        return reader.told(kind.kind, i, _tail_end(reader, first + 3, i, kind), cut)
    if reader.stream.is_definite(first):
        return _definite(reader, i, first, kind, cut)
    end = _topics_end(reader, first)
    known = reader.known(end) if end > first and reader.joined(end) else None
    if known is not None and known.name.kind is not FactKind.PERSON and not kind.apart:
        return reader.told(kind.kind, i, _both_end(reader, known.end, kind), cut)
    free = _free_end(reader, end, kind) if kind.free else None
    if free is not None and kind.apart:
        return reader.told(kind.kind, first, free)
    if free is not None:
        return reader.told(kind.kind, i, _tail_end(reader, free, i, kind), cut)
    while end > first and (reader.key(end - 1) in names.never_last or reader.key(end) in names.light_verb):
        end -= 1
    if end > first:
        return None if kind.apart else reader.told(kind.kind, i, end, cut)
    return _noun_bound(reader, i, first, kind, cut)


def _definite(reader: NameReader, i: int, first: int, kind: Institution, cut: int) -> DetectedName | None:
    """«وزارة الخارجية»: a kind and a definite noun."""
    word, names = reader.key(first), reader.names
    if kind.indefinite or not reader.plain(first) or len(word) <= _ARTICLE_AND_MORE or names.verbal.fullmatch(word):
        return None
    end = _tail_end(reader, first + 1, i, kind)
    if word in names.generic and end == first + 1:
        return None
    return reader.told(kind.kind, first, end) if kind.apart and kind.free else reader.told(kind.kind, i, end, cut)


_ARTICLE_AND_MORE = 3


def _both_end(reader: NameReader, end: int, kind: Institution) -> int:
    """Where an event of two ends: «جنگ ایران و عراق»."""
    if kind.kind is FactKind.EVENT and reader.key(end) in reader.names.conjunction and reader.joined(end + 1):
        other = reader.known(end + 1)
        return end if other is None else other.end
    return end


def _topics_end(reader: NameReader, at: int) -> int:
    """Where a chain of words ends that say what an institution is for: «آموزش و پرورش»; an adjective is none."""
    names, first = reader.names, at
    while at - first < MOST_WORDS and reader.joined(at):
        if reader.key(at) in names.topic and not reader.suffixed(at):
            at += 1
        elif at > first and reader.key(at) in names.conjunction and reader.key(at + 1) in names.topic:
            at += 2
        else:
            break
    adjective = at == first + 1 and reader.key(first) in names.ordinary and reader.gap(at) != ZWNJ
    return first if adjective else at  # «کتابخانه عالی», but «کاخ عالی‌قاپو»


def _free_end(reader: NameReader, first: int, kind: Institution) -> int | None:
    """Where an unknown name behind a kind ends: a person's, or words of no shape of the language."""
    names, word = reader.names, reader.key(first)
    named = _couple_end(reader, first) or name_end(reader, first)
    if named is not None:
        return None if kind.kind is FactKind.PLACE and word in names.son and kind.apart else named
    bare = kind.bare and reader.plain(first) and len(word) > 2 and word not in names.ordinary
    if not may_be_name(reader, first) and not (bare and not names.no_bare.fullmatch(word)):
        return None
    if names.no_free.fullmatch(word) and kind.kind is not FactKind.LAW:
        return None
    end = first + 1
    place = reader.known(end) if not kind.apart and reader.joined(end) else None
    if place is not None and place.name.kind is FactKind.PLACE and names.following:
        return place.end
    if names.following and not reader.ends_name(first) and kind.kind is not FactKind.LAW:
        return None
    more = kind.bare or names.is_foreign(word) or names.is_given(word) or reader.ends_name(end)
    if more and kind.kind is not FactKind.PLACE and not names.following and may_be_name(reader, end):
        end += 1
    if reader.sign(end) == "-" and reader.stream.is_glued(end + 1) and reader.key(end + 1):
        end += 2
    return end


def _couple_end(reader: NameReader, i: int) -> int | None:
    """Where «بيل وميليندا غيتس» ends: two given names with "and" and the family name they share."""
    second = reader.key(i + 1)
    conjunctions = reader.stream.language.proclitics.conjunctions
    both = reader.names.is_given(reader.key(i)) and reader.joined(i + 1) and second[:1] in conjunctions
    return i + 3 if both and len(second) > 4 and may_be_name(reader, i + 2) else None


def _noun_bound(reader: NameReader, i: int, first: int, kind: Institution, cut: int) -> DetectedName | None:
    """«اتفاقية مناهضة التعذيب»: a noun and the place or definite noun that it is bound to."""
    word, names, noun = reader.key(first), reader.names, first + 1
    if kind.indefinite or kind.apart or not reader.stream.features.definite_terms or not reader.plain(first):
        return None
    led = any(len(each) > 1 and word.endswith(each) for each in names.possessive)
    if word in names.ordinary or word in names.verb or led:
        return None
    known = reader.known(noun)
    if known is not None and known.name.kind is FactKind.PLACE and len(word) > 3 and word not in names.kind:
        return reader.told(kind.kind, i, _tail_end(reader, known.end, i, kind), cut)
    if reader.joined(noun) and reader.stream.is_definite(noun) and reader.plain(noun):
        return reader.told(kind.kind, i, _tail_end(reader, noun + 1, i, kind), cut)
    return None


def _only_one(reader: NameReader, i: int, kind: FactKind, cut: int) -> DetectedName | None:
    """«البنك المركزي المصري», «האוניברסיטה העברית», «הארגון לשחרור פלסטין», «الثورة الفرنسية».

    «الشركة الأمريكية» is any; «الرابطة التونسية لحقوق الإنسان» is one by what it is for.
    """
    names, adjective = reader.names, reader.key(i + 1)
    only = adjective in names.only
    if not reader.joined(i + 1):
        return None
    telling = only or names.adjective.fullmatch(adjective) or adjective in names.never_last
    if not telling and _purpose_end(reader, i + 1, Institution(kind), more=False) < i + 3:
        return None
    end = _tail_end(reader, i + 2 if telling else i + 1, i, Institution(kind, conjoined=True))
    if end == i + 1 or reader.key(end - 1) in names.never_last:
        return None
    purposeful = any(reader.key(k)[:1] in names.purpose for k in range(i + 1, end))
    if kind is FactKind.ORGANISATION and not only and not purposeful:
        return None
    word = reader.key(i)[cut:]
    pair = word in names.only_pair or f"{word} {adjective}" in names.only_pair
    return reader.told(kind, i, end, cut) if end > i + 2 or pair or not names.only_pair else None


def _tail_end(reader: NameReader, end: int, start: int, kind: Institution, *, whose: bool = False) -> int:
    """Where a name ends with its adjectives, what it is for, and definite words behind "and" that belong to it.

    Behind the place ``whose`` it is, only an article tells what it is for: «معهد كاليفورنيا للتقنية», but
    «בנק ישראל לווה».
    """
    names, purposeful = reader.names, False
    while end - start < MOST_WORDS and reader.joined(end):
        word = reader.key(end)
        known = reader.known(end)
        if known is not None and known.name.kind is FactKind.PERSON:
            break
        aim = _purpose_end(reader, end, kind, more=purposeful, whose=whose)
        led = [bare for cut, bare in bare_words(word, names.kind_particles, 1) if cut]
        definite = bool(led) and led[0].startswith(reader.stream.articles or "\0") and word[:1] not in names.purpose
        if _is_qualifying(reader, word):
            end += 1
        elif aim:
            purposeful = True
            end = aim
        elif definite and word[0] in reader.stream.language.proclitics.conjunctions:
            if not (kind.conjoined or purposeful) or led[0] in names.only_kind or not names.qualifying:
                break
            end += 1
        elif definite and reader.key(end - 1) in names.never_last:
            purposeful = True
            end += 1
        else:
            break
    return end


def _is_qualifying(reader: NameReader, word: str) -> bool:
    """Whether a word behind a name may be its adjective: what else is definite there is a verb's object."""
    names = reader.names
    if word in names.title or word in reader.function_words:
        return False
    return word in names.only or word in names.qualifying or names.qualifying_shape.fullmatch(word) is not None


def _purpose_end(reader: NameReader, i: int, kind: Institution, *, more: bool, whose: bool = False) -> int:
    """Where what an institution is for ends, 0 where it does not begin: «للتربية», «لحقوق الإنسان», «למדע»."""
    names, stream = reader.names, reader.stream
    word = reader.key(i)
    led = word[1:] if more and word[:1] in stream.language.proclitics.conjunctions else word
    if led[:1] not in names.purpose or len(word) <= _ARTICLE_AND_MORE or word in names.title:
        return 0
    if any(led.startswith(spelt) for spelt, *_ in stream.language.proclitics.assimilated):
        return i + 1
    if not reader.plain(i) or (whose and not stream.features.definite_terms):
        return 0
    following, joined = reader.key(i + 1), reader.joined(i + 1)
    definite = joined and stream.is_definite(i + 1)
    if stream.features.definite_terms:
        return i + 2 if definite and kind.kind is not FactKind.PLACE else 0
    closes = joined and reader.plain(i + 1) and following not in names.verb
    closes = closes and not names.behind_name.fullmatch(following)
    closes = closes and (
        definite or reader.known(i + 1) is not None or not reader.joined(i + 2) or following in names.purpose_end
    )
    return i + 2 if closes else i + 1


def _last(reader: NameReader, i: int) -> DetectedName | None:
    """«پنجاب یونیورسٹی», «پاکستان کرکٹ بورڈ»: at most three words before the kind."""
    names = reader.names
    for k in range(i + 1, i + BEFORE_LAST + 1):
        if not _may_be_part(reader, k - 1) or not reader.joined(k):
            return None
        end, kind = _last_kind(reader, k)
        if kind is None:
            continue
        longer, other = _last_kind(reader, end)
        while other is not None and reader.joined(end):
            end, kind = longer, other
            longer, other = _last_kind(reader, end)
        place = reader.known(end) if reader.joined(end) else None
        if reader.key(end) in names.of and reader.known(end + 1) is not None:
            end += 2
        elif place is not None and place.name.kind is FactKind.PLACE and k == i + 1:
            end = place.end
        return reader.told(kind.kind, i, end)
    return None


BEFORE_LAST = 3
"""The most words before a kind that stands last."""


def _last_kind(reader: NameReader, i: int) -> tuple[int, Institution | None]:
    """The kind at a word that may stand last, and the index after it."""
    for rest, kind in reader.names.last_kind.get(reader.key(i), ()):
        if reader.follows(i + 1, rest):
            return i + 1 + len(rest), kind
    return i, None


def _may_be_part(reader: NameReader, i: int) -> bool:
    """Whether a word may stand before its kind: no particle, adjective or title."""
    word, names = reader.key(i), reader.names
    if word in reader.function_words or word in names.ordinary or word in names.title or reader.stream.word_classes(i):
        return False
    return reader.known(i) is not None or not names.no_part.fullmatch(word)
