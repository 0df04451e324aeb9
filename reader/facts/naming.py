"""Owns names that no gazetteer has, told by the words around and inside them: titles, given names, institutions.

A person is a given name and what follows it: anything after a title («الدكتور سامي حداد»), another given name, a family
name with the article or a linking word («خالد بن الوليد») without one; in English, capitalised words. An institution is
its kind of institution and the definite words after it («وزارة الخارجية»); in English, capitalised words of which one
says what it is ("University of Jordan"). What else a text may name is left alone: a name missed is better than a word
made a name.
"""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from reader.facts.scan import Scan
from reader.facts.tokens import TokenKind, fold
from reader.model import FactKind

MOST_WORDS = 5
"""The longest name, in words."""


class _Clues(NamedTuple):
    """A language's words that tell names, folded; ``titles`` by their first word."""

    titles: dict[str, tuple[tuple[str, ...], ...]]
    given: frozenset[str]
    linking: frozenset[str]
    organisations: frozenset[str]


class Told(NamedTuple):
    """A name that was told: code points ``start`` to ``end`` of the text, and the token after it."""

    kind: FactKind
    start: int
    end: int
    next: int


@cache
def _clues(language: str) -> _Clues:
    tables: dict[str, dict[str, str]] = json.loads((files("reader.facts.data") / "naming.json").read_text("utf-8"))
    table = tables[language]
    titles: dict[str, list[tuple[str, ...]]] = {}
    for title in table["titles"].split("|"):
        first, *rest = map(fold, title.replace("\u200c", " ").split())
        titles.setdefault(first, []).append(tuple(rest))
    given, linking, organisations = (
        frozenset(map(fold, table[name].split("|"))) for name in ("given", "linking", "organisations")
    )
    longest_first = {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in titles.items()}
    return _Clues(longest_first, given, linking, organisations)


def told_names(scan: Scan) -> Iterator[Told]:
    """The names that a text's own words tell, in order, none overlapping another."""
    clues = _clues(scan.language)
    i = 0
    while i < len(scan):
        found = _name_at(scan, clues, i) if scan.tokens[i].kind is TokenKind.WORD else None
        if found is None:
            i += 1
        else:
            yield found
            i = found.next


def _name_at(scan: Scan, clues: _Clues, i: int) -> Told | None:
    after = _after_title(scan, clues, i)
    if after is not None:
        person = _person(scan, clues, after, titled=True)
        if person is not None:
            return person
    if scan.language == "en":
        return _capitalised(scan, clues, i)
    return _person(scan, clues, i, titled=False) or _institution(scan, clues, i)


def _after_title(scan: Scan, clues: _Clues, i: int) -> int | None:
    """The index after a title at ``i``, with the adjectives of its country («الرئيس الأمريكي») and a point."""
    key = scan.key(i)
    rests = clues.titles.get(key) or (clues.titles.get(key[1:]) if key[:1] in "وبلה" else None)
    for rest in rests or ():
        if all(scan.key(i + 1 + k) == word for k, word in enumerate(rest)):
            at = i + 1 + len(rest)
            while scan.language == "ar" and scan.key(at).startswith("ال") and scan.key(at).endswith(("ي", "يه", "ى")):
                at += 1
            return at + 1 if scan.is_sign(at, ".") and scan.is_glued(at) else at
    return None


def _person(scan: Scan, clues: _Clues, i: int, *, titled: bool) -> Told | None:
    if scan.language == "en":
        return _capitals(scan, clues, i, FactKind.PERSON) if titled else None
    key = scan.key(i)
    cut = 0
    if key not in clues.given:
        if key[:1] not in "ولב" or key[1:] not in clues.given:
            return None
        cut = 1
    end = i + 1
    while end - i < MOST_WORDS and _is_word(scan, end):
        word = scan.key(end)
        linked = word in clues.linking and _is_word(scan, end + 1)
        family = word.startswith("ال") and word.endswith(("ي", "ى")) and len(word) > 4
        if word in clues.given or family or (titled and end == i + 1 and not _is_ordinary(scan, end)):
            end += 1
        elif linked:
            end += 2
        else:
            break
    if end == i + 1:
        return None
    return Told(FactKind.PERSON, scan.start_without(i, cut), scan.end(end), end)


def _institution(scan: Scan, clues: _Clues, i: int) -> Told | None:
    """«وزارة الخارجية الأمريكية», «جامعة القاهرة», אוניברסיטת חיפה."""
    key = scan.key(i)
    cut = 0
    if key not in clues.organisations:
        if key[:1] not in "وبلב" or key[1:] not in clues.organisations:
            return None
        cut = 1
    article = {"ar": "ال", "he": "ה"}.get(scan.language)
    end = i + 1
    while (
        article is not None and end - i < MOST_WORDS - 1 and _is_word(scan, end) and scan.key(end).startswith(article)
    ):
        end += 1
    if end == i + 1:
        return None
    return Told(FactKind.ORGANISATION, scan.start_without(i, cut), scan.end(end), end)


def _capitalised(scan: Scan, clues: _Clues, i: int) -> Told | None:
    """English words with capitals: a person by a given name, an institution by a word that says so."""
    if not _is_capital(scan, i):
        return None
    if scan.key(i) in clues.given:
        return _capitals(scan, clues, i, FactKind.PERSON, least=2)
    if scan.key(i) in scan.function_words:
        return None
    found = _capitals(scan, clues, i, FactKind.ORGANISATION, least=2)
    if found is None or not any(scan.key(k) in clues.organisations for k in range(i, found.next)):
        return None
    return found


def _capitals(scan: Scan, clues: _Clues, i: int, kind: FactKind, *, least: int = 1) -> Told | None:
    """The run of capitalised words at ``i``; "of" and linking words join those of one name."""
    end = i
    words = 0
    while end - i < MOST_WORDS + 1:
        if _is_capital(scan, end) and (end == i or not _breaks(scan, end)):
            end += 1
            words += 1
        elif words and not _breaks(scan, end) and _is_joint(scan, clues, end, kind) and _is_capital(scan, end + 1):
            end += 2
            words += 1
        else:
            break
    return Told(kind, scan.start(i), scan.end(end), end) if words >= least else None


def _is_joint(scan: Scan, clues: _Clues, i: int, kind: FactKind) -> bool:
    return scan.key(i) in clues.linking or (kind is FactKind.ORGANISATION and scan.key(i) in ("of", "for"))


def _is_capital(scan: Scan, i: int) -> bool:
    if not 0 <= i < len(scan) or scan.tokens[i].kind is not TokenKind.WORD:
        return False
    return scan.text[scan.start(i)].isupper()


def _is_word(scan: Scan, i: int) -> bool:
    """Whether token ``i`` is a word after one space, not glued to a sign."""
    if not 0 < i < len(scan) or scan.tokens[i].kind is not TokenKind.WORD:
        return False
    return not _breaks(scan, i) and scan.key(i) not in scan.function_words


def _breaks(scan: Scan, i: int) -> bool:
    return 0 < i < len(scan) and scan.text[scan.end(i) : scan.start(i)] != " "


def _is_ordinary(scan: Scan, i: int) -> bool:
    """Whether a word after a title and a given name is no family name, for the grammar knows it as something else."""
    return bool(scan.roles(i))
