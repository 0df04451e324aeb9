"""Owns the passages: prose marked by hand with the names and terms it states, and how extraction is scored on them.

A file ``LANGUAGE.SET.txt`` holds passages parted by empty lines; the first line of each, ``# subject``, names it. What
is marked stands in braces, ``{kind:words}``, or ``{kind=entity:words}`` where one entity is named in two ways; marks
nest. The kinds: ``p`` person, ``o`` organisation, ``d`` product, ``l`` place, ``e`` event, ``w`` law, ``a`` acronym
(both its forms), ``q`` quoted term, ``Q`` quotation.

A name is marked without titles, particles and the bare kind of thing before it («شركة», «مدينة»); the kind of an
institution belongs to it («جامعة القاهرة»). Of names in each other the longest is marked; a name in quotation marks is
a name and no term. Every fact of these kinds that is not marked is false, in every passage.

The sets: rules were made with ``dev`` in sight. ``held`` and then ``fresh`` were written without it, scored once before
any of their results were looked at, and have been worked with since: what can be claimed of unseen text is the figures
of those first looks (precision .96 and .97, recall .83 and .78 over all names), no later ones. Who wrote the passages
knew the rules: text by others may score lower.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from reader.facts import extract
from reader.model import Fact, FactKind
from tests.documents import document_of
from tests.evaluation.score import Score

KINDS = {
    "p": FactKind.PERSON,
    "o": FactKind.ORGANISATION,
    "d": FactKind.PRODUCT,
    "l": FactKind.PLACE,
    "e": FactKind.EVENT,
    "w": FactKind.LAW,
    "a": FactKind.ACRONYM,
    "q": FactKind.QUOTED_TERM,
    "Q": FactKind.QUOTATION,
}
NAMES = frozenset(KINDS[letter] for letter in "podlew")
SAME_ENTITY = "same entity"
"""The row of the table that scores pairs of mentions: named as one entity, or not."""

_MARK = re.compile(r"\{(\w)(?:=([\w-]+))?:|\}")
_ACRONYM = re.compile(r"(.+?) ?\((.+)\)")


class Marked(NamedTuple):
    """One mark: code points ``start`` to ``end`` of the passage's text."""

    kind: FactKind
    start: int
    end: int
    entity: str


class Passage(NamedTuple):
    """A passage without its marks, and the marks in order of their start."""

    language: str
    subject: str
    text: str
    marks: tuple[Marked, ...]


def passages_in(path: Path) -> Iterator[Passage]:
    """The passages of one file; its name begins with the language."""
    language = path.name.partition(".")[0]
    for part in path.read_text("utf-8").strip().split("\n\n"):
        subject, _, marked = part.partition("\n")
        text, marks = unmarked(marked)
        yield Passage(language, subject.removeprefix("# "), text, marks)


def unmarked(marked: str) -> tuple[str, tuple[Marked, ...]]:
    """A text without its marks, and the marks."""
    text, marks, open_marks, last = "", [], [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        if match[1]:
            open_marks.append((KINDS[match[1]], len(text), match[2]))
        else:
            kind, start, entity = open_marks.pop()
            marks.append(Marked(kind, start, len(text), entity or text[start:]))
    if open_marks:
        raise ValueError(f"a mark is not closed: {marked[:60]}")
    text += marked[last:]
    return text, tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))


def scores_of(passages: Iterable[Passage]) -> dict[tuple[str, str], Score]:
    """The score of every kind, and of the grouping of names, in every language."""
    table: dict[tuple[str, str], Score] = defaultdict(Score)
    for passage in passages:
        facts = extract(document_of(*passage.text.split("\n"), language=passage.language))
        for kind in KINDS.values():
            _judge(table[kind, passage.language], passage, kind, facts)
        _judge_grouping(table[SAME_ENTITY, passage.language], passage, facts)
    return table


def _judge(score: Score, passage: Passage, kind: FactKind, facts: Iterable[Fact]) -> None:
    wanted = Counter(_marked(passage, mark) for mark in passage.marks if mark.kind is kind)
    found = Counter(_stated(fact) for fact in facts if fact.kind is kind)
    score.right += (wanted & found).total()
    for name, over in (("missed", wanted - found), ("false", found - wanted)):
        for (start, end, *_), count in over.items():
            setattr(score, name, getattr(score, name) + count)
            score.notes.append(f"{name} {passage.text[start:end]!r} in {passage.text[max(0, start - 25) : end + 15]!r}")


def _marked(passage: Passage, mark: Marked) -> tuple[int, int, str, str]:
    if mark.kind is not FactKind.ACRONYM:
        return mark.start, mark.end, "", ""
    parts = _ACRONYM.fullmatch(passage.text[mark.start : mark.end])
    if parts is None:
        raise ValueError(f"an acronym needs both its forms: {passage.text[mark.start : mark.end]}")
    short, long = sorted(parts.groups(), key=len)
    return mark.start, mark.end, short, long


def _stated(fact: Fact) -> tuple[int, int, str, str]:
    value = fact.value if isinstance(fact.value, dict) else {}
    return int(fact.range.start), int(fact.range.end), str(value.get("short", "")), str(value.get("long", ""))


def _judge_grouping(score: Score, passage: Passage, facts: Iterable[Fact]) -> None:
    """Pairs of names that were found right: each pair that is one entity should be called one, and no other."""
    wanted = {(mark.kind, mark.start, mark.end): mark.entity for mark in passage.marks if mark.kind in NAMES}
    found = {(fact.kind, int(fact.range.start), int(fact.range.end)): fact.entity for fact in facts}
    for one, other in combinations([key for key in wanted if key in found], 2):
        same, called = wanted[one] == wanted[other], found[one] == found[other]
        score.right += same and called
        if same != called:
            name = "missed" if same else "false"
            setattr(score, name, getattr(score, name) + 1)
            score.notes.append(f"{name} {passage.text[one[1] : one[2]]!r} = {passage.text[other[1] : other[2]]!r}")
