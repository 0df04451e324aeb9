"""A language's names, as its table says them: the words they rest on, and the shapes of words that may be one.

Section ``names`` holds words and section ``shapes`` patterns of whole folded words, both by the attributes of
:class:`Names`; the sections of institutions, ``kind``, ``only_kind``, ``last_kind`` and ``whole_name``, hold words by
the attributes of :class:`Institution`.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from reader.facts.languages.tables import Row, Table, folded_words, table_of, words_in
from reader.facts.lexicon import phrase_keys
from reader.facts.scripts import folded
from reader.facts.tokens import REMEMBERED
from reader.model import FactKind
from reader.named_tuples import NamedTuple
from reader.values import dataclass, field

INSTITUTIONS = ("kind", "only_kind", "last_kind", "whole_name")
"""The sections of institutions: words that stand first, definite ones, words that stand last, whole names."""
_NEVER = re.compile(r"(?!)")


class Institution(NamedTuple):
    """A kind of institution, and how its names are built.

    Attributes:
        kind: The kind of fact.
        kept: The word belongs to the name (else ``apart``: «شركة»).
        free: A name of no shape of the language, or a person, may follow.
        definite: Definite words may follow (else ``indefinite``).
        conjoined: More of them may follow behind "and".
        bare: A word of any shape that is no adjective may follow.
    """

    kind: FactKind
    kept: bool = True
    free: bool = False
    definite: bool = True
    conjoined: bool = False
    bare: bool = False


Phrases = dict[str, tuple[tuple[str, ...], ...]]
"""Phrases by their folded first word: the words after it, the longest first."""
Kinds = dict[str, tuple[tuple[tuple[str, ...], Institution], ...]]
"""Kinds by the folded first word of their phrases: the words after it and the kind, the longest first."""


@dataclass(frozen=True, slots=True)
class Names:
    """The words that names rest on in a language, folded; where it has none of a sort, empty.

    Attributes:
        given: Given names that are no common words.
        weak_title: Titles that are other words as well: a given name must follow.
        place_end: Last words that make a name a place's («ابراہیم پور»).
        bound_title: Professions that a definite noun follows before the name («وزير الخارجية …»).
        possessive: What is written on to them instead («محافظه»).
        joining: They join a name to what is before it (van, بن, خان).
        compound: First words of given names of two words (عبد).
        honorific: They end a name and are no family name; ``name_part``: they may stand anywhere behind a given name.
        father: They begin the name of a person by a relative («أبو …»); ``son``: of these, behind a given name.
        kin: Words behind those that are no name.
        doing: Verbs of human doing: a name may follow, and no verb then follows it.
        verb: Words that no name is: verbs.
        light_verb: Verbs that make one with the noun before them («تمجید کرد»).
        ordinary: Words that no name is: adjectives and frequent nouns.
        following: Words behind a name that show it has ended.
        told_by: What tells that an unknown word behind a given name is its family name: a ``title`` before, or one
            and no given name (``title_alone``), a
            ``verb`` of doing before, a sure ``given`` name, what is ``following``, its ``shape``.
        family_end: Second words of family names (زاده).
        suffix: What is written behind a noun with a non-joiner, and behind no name.
        abbreviating: The sign that may stand behind a title.
        person_particles, kind_particles: Particles that may be written on to a person's name, and to a kind.
        only: Adjectives that make a kind the only one of it.
        only_pair: A definite kind and an adjective that are a name without more.
        qualifying: Other adjectives of names.
        generic: Definite nouns that make no name with a kind: «قانون المدينة».
        never_last: Words that a name does not end in.
        topic: Words that say what an institution is for.
        conjunction: The word for "and".
        bare_kind: Kinds that are other words with a particle (בקרב).
        purpose: The particle that leads to what an institution is for («لحقوق الإنسان», לזכויות הילד).
        purpose_end: Last words of what it is for.
        profession: Words before a name that say what the person is.
        first_kind: Kinds that stand before "of": "University of …".
        no_given: Given names that are more often other words.
        share: Words that stand before "of" and a company: "shares of …".
        private_law: Kinds of law that are more often something else; ``law_field``: words that make them laws.
        purposeful: Kinds that stand first, with what they are for behind "for".
        epithet: What a person is called behind "the".
        roman: Numbers behind a name.
        plain_kind: Kinds behind "new" that are any of them.
        people_given, people_family: The same of the generated table, of the languages that row ``people`` names.
        greeting: Words that begin a sentence before a name: "Hey Tom".
        work: Words before the title of a work in quotation marks («رواية»).
        weak_place: Places that are more often other words: a word of place must stand by them («الجليل»).
        common: Names of companies and products that are everyday words where they begin a sentence ("Shell").
        acting: What a company does: behind one of those it is no everyday word ("Shell said").
        state: What is written behind a place and a comma: "Spring, TX".
        of: Words behind a kind that lead to what it is of; ``share_of``: of these, behind shares and first kinds.
        joint: Words without a capital that may stand within a name; ``behind_kind``: of these, only behind a kind.
        article: The article before an epithet.
        place_first: Words that make a place with the next one: "Lake Erie".
        plain_before: Words that make a plain kind behind them no name: "New Post".
        direction: Words before a place's name that belong to it.
        swallowed: ``only_kind`` by words without an article of one letter, which a preposition before it swallows.
        title: Titles and professions before a name.
        kind, only_kind, last_kind, whole_name: Institutions by the word that stands first; by a definite one that an
            adjective makes the only one; by the word that stands last; those that are names by themselves.
        verbal: The shape of verbs, which are no name unless known to be a person's.
        no_name: The shape of words that are no name; ``unlikely``: of those that are none unless foreign to the
            language or known to be a person's.
        long_vowel: A foreign word has about as many as consonants; ``native``: unless it has this shape.
        sure_given: The shape of given names that are nothing else.
        family: The shape of words that may be a family name, as told by ``shape``.
        surname: The shape of definite words that are family names; ``likely_surname``: behind a sure name.
        adjective: The shape of what stands between a title and the name; ``qualifying_shape``: of what may go on with
            an institution's name.
        behind_name: The shape of words behind a name that show it has ended.
        infinitive: The shape of a word that shows the one before to be a verb.
        no_free: The shape of words that name no institution behind its kind; ``no_bare``: that stand not bare there.
        no_part: The shape of words that do not stand before a kind that stands last.
        other_kind: How a word is written that is no kind though folded like one.
    """

    given: frozenset[str] = frozenset()
    bound_title: frozenset[str] = frozenset()
    possessive: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    compound: frozenset[str] = frozenset()
    honorific: frozenset[str] = frozenset()
    weak_title: frozenset[str] = frozenset()
    place_end: frozenset[str] = frozenset()
    name_part: frozenset[str] = frozenset()
    father: frozenset[str] = frozenset()
    son: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    doing: frozenset[str] = frozenset()
    verb: frozenset[str] = frozenset()
    light_verb: frozenset[str] = frozenset()
    ordinary: frozenset[str] = frozenset()
    following: frozenset[str] = frozenset()
    told_by: frozenset[str] = frozenset()
    family_end: frozenset[str] = frozenset()
    suffix: frozenset[str] = frozenset()
    abbreviating: frozenset[str] = frozenset()
    person_particles: frozenset[str] = frozenset()
    kind_particles: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    only_pair: frozenset[str] = frozenset()
    qualifying: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    never_last: frozenset[str] = frozenset()
    topic: frozenset[str] = frozenset()
    conjunction: frozenset[str] = frozenset()
    bare_kind: frozenset[str] = frozenset()
    purpose: frozenset[str] = frozenset()
    purpose_end: frozenset[str] = frozenset()
    profession: frozenset[str] = frozenset()
    first_kind: frozenset[str] = frozenset()
    no_given: frozenset[str] = frozenset()
    share: frozenset[str] = frozenset()
    private_law: frozenset[str] = frozenset()
    law_field: frozenset[str] = frozenset()
    purposeful: frozenset[str] = frozenset()
    epithet: frozenset[str] = frozenset()
    roman: frozenset[str] = frozenset()
    plain_kind: frozenset[str] = frozenset()
    direction: frozenset[str] = frozenset()
    greeting: frozenset[str] = frozenset()
    work: frozenset[str] = frozenset()
    weak_place: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    acting: frozenset[str] = frozenset()
    state: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    share_of: frozenset[str] = frozenset()
    joint: frozenset[str] = frozenset()
    behind_kind: frozenset[str] = frozenset()
    article: frozenset[str] = frozenset()
    place_first: frozenset[str] = frozenset()
    plain_before: frozenset[str] = frozenset()
    title: Phrases = field(default_factory=dict)
    kind: Kinds = field(default_factory=dict)
    only_kind: Kinds = field(default_factory=dict)
    last_kind: Kinds = field(default_factory=dict)
    whole_name: Kinds = field(default_factory=dict)
    no_name: re.Pattern[str] = _NEVER
    verbal: re.Pattern[str] = _NEVER
    unlikely: re.Pattern[str] = _NEVER
    native: re.Pattern[str] = _NEVER
    long_vowel: re.Pattern[str] = _NEVER
    sure_given: re.Pattern[str] = _NEVER
    family: re.Pattern[str] = _NEVER
    surname: re.Pattern[str] = _NEVER
    likely_surname: re.Pattern[str] = _NEVER
    adjective: re.Pattern[str] = _NEVER
    qualifying_shape: re.Pattern[str] = _NEVER
    infinitive: re.Pattern[str] = _NEVER
    behind_name: re.Pattern[str] = _NEVER
    no_free: re.Pattern[str] = _NEVER
    no_bare: re.Pattern[str] = _NEVER
    no_part: re.Pattern[str] = _NEVER
    other_kind: re.Pattern[str] = _NEVER
    people_given: frozenset[str] = frozenset()
    people_family: frozenset[str] = frozenset()
    swallowed: Kinds = field(default_factory=dict)
    begins: dict[str, bool] = field(default_factory=dict)

    def is_foreign(self, word: str) -> bool:
        """Whether a word has more long vowels than the language's own words have."""
        long = len(self.long_vowel.findall(word))
        return bool(long) and long >= (len(word) + 1) // 2 - 1 and not self.native.fullmatch(word)

    def is_given(self, word: str) -> bool:
        """Whether a word is a given name and nothing else."""
        return word in self.given or self.sure_given.fullmatch(word) is not None

    def is_person(self, word: str) -> bool:
        """Whether a word is a given or family name, whatever else it may be."""
        return self.is_given(word) or word in self.people_given or word in self.people_family

    def may_be_family(self, word: str) -> bool:
        """Whether a word alone may stand for a person who was named in full: no title, kind or verb."""
        tables = (self.title, self.bound_title, self.ordinary, self.verb, self.doing, self.kind, self.last_kind)
        if self.is_person(word):
            return True
        return not (any(word in table for table in tables) or word in self.weak_title)

    def may_begin(self, word: str) -> bool:
        """Whether a rule may begin at a word: asked of every word, so remembered."""
        known = self.begins.get(word)
        if known is None:
            if len(self.begins) >= REMEMBERED:
                self.begins.clear()
            cuts = (cut for cut in range(3) if all(letter in self._particles for letter in word[:cut]))
            known = self.begins[word] = any(self._begins(word[cut:]) or word[cut:] in self.swallowed for cut in cuts)
        return known

    @property
    def _particles(self) -> frozenset[str]:
        return self.person_particles | self.kind_particles

    def _begins(self, word: str) -> bool:
        words = (self.kind, self.only_kind, self.whole_name, self.title, self.bound_title, self.father, self.compound)
        if any(word in each for each in words) or self.is_given(word) or word in self.people_given:
            return True
        return any(word.endswith(each) and word.removesuffix(each) in self.bound_title for each in self.possessive)


@cache
def names_of(code: str) -> Names | None:
    """The table of names of a language; None where it has none."""
    table = table_of(code)
    if "names" not in table:
        return None
    words = {row.key: frozenset(folded_words(table, "names", row.key)) - {""} for row in table["names"]}
    found: dict[str, Any] = {key: each for key, each in words.items() if key not in ("title", "people")}
    found.update((row.key, re.compile(folded(row.spellings))) for row in table.get("shapes", ()))
    found.update((section, _kinds(table, section)) for section in INSTITUTIONS)
    for part in ("given", "family"):
        of_part = (_people().get((each, part), "") for each in words.get("people", (code,)))
        found[f"people_{part}"] = frozenset("|".join(of_part).split("|")) - {""}
    articles = folded_words(table, "proclitics", "articles")
    only = found["only_kind"].items()
    found["swallowed"] = {word[len(each) :]: kinds for word, kinds in only for each in articles if len(each) == 1}
    return Names(**found, title=_phrases(words["title"]))


def _phrases(words: Iterable[str]) -> Phrases:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words:
        first, *rest = phrase_keys(phrase)
        found.setdefault(first, []).append(tuple(rest))
    return {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in found.items()}


def _kinds(table: Table, section: str) -> Kinds:
    found: dict[str, dict[tuple[str, ...], Institution]] = {}
    for row in table.get(section, ()):
        name, *flags = row.key.split()
        kind = Institution(
            FactKind(name),
            "apart" not in flags,
            "free" in flags,
            "indefinite" not in flags,
            "conjoined" in flags,
            "bare" in flags,
        )
        for first, rests in _phrases(words_in(Row(row.key, folded(row.spellings)))).items():
            found.setdefault(first, {}).update(dict.fromkeys(rests, kind))
    return {first: tuple(sorted(rests.items(), key=lambda rest: -len(rest[0]))) for first, rests in found.items()}


@cache
def _people() -> dict[tuple[str, str], str]:
    """The generated table of people's names: by language and ``given`` or ``family``, folded words parted by ``|``."""
    lines = (files("reader.facts.data") / "people.tsv").read_text("utf-8").splitlines()
    return {(language, part): words for language, part, words in (line.split("\t") for line in lines)}
