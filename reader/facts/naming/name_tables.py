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

from reader.facts.grammar_language import NONE, Folded
from reader.facts.languages.tables import Table, folded_in, folded_words, table_of
from reader.facts.lexicon import phrase_keys
from reader.facts.scripts import folded
from reader.facts.tokens import REMEMBERED
from reader.model import FactKind
from reader.named_tuples import NamedTuple
from reader.values import dataclass, field

INSTITUTIONS = ("kind", "only_kind", "last_kind", "whole_name")
"""The sections of institutions: words that stand first, definite ones, words that stand last, whole names."""
Shape = re.Pattern[str]
_NEVER: Shape = re.compile(r"(?!)")


class Institution(NamedTuple):
    """A kind of institution, and how its names are built."""

    kind: FactKind
    apart: bool = False  # the word is no part of the name («شركة»)
    free: bool = False  # a name of no shape of the language, or a person, may follow
    indefinite: bool = False  # no definite words may follow
    conjoined: bool = False  # more of them may follow behind "and"
    bare: bool = False  # a word of any shape that is no adjective may follow


Phrases = dict[str, tuple[tuple[str, ...], ...]]
"""Phrases by their folded first word: the words after it, the longest first."""
Kinds = dict[str, tuple[tuple[tuple[str, ...], Institution], ...]]
"""Kinds by the folded first word of their phrases: the words after it and the kind, the longest first."""


@dataclass(frozen=True, slots=True)
class Names:
    """The words that names rest on in a language, folded; where it has none of a sort, empty."""

    given: Folded = NONE  # given names that are no common words
    bound_title: Folded = NONE  # professions that a definite noun follows before the name («وزير الخارجية …»)
    possessive: Folded = NONE  # what is written on to them instead («محافظه»)
    joining: Folded = NONE  # they join a name to what is before it (van, بن, خان)
    compound: Folded = NONE  # first words of given names of two words (عبد)
    honorific: Folded = NONE  # they end a name and are no family name
    weak_title: Folded = NONE  # titles that are other words as well: a given name must follow
    place_end: Folded = NONE  # last words that make a name a place's («ابراہیم پور»)
    name_part: Folded = NONE  # they may stand anywhere behind a given name
    father: Folded = NONE  # they begin the name of a person by a relative («أبو …»)
    son: Folded = NONE  # of these, behind a given name
    kin: Folded = NONE  # words behind those that are no name
    doing: Folded = NONE  # verbs of human doing: a name may follow, and no verb then follows it
    verb: Folded = NONE  # words that no name is: verbs
    light_verb: Folded = NONE  # verbs that make one with the noun before them («تمجید کرد»)
    ordinary: Folded = NONE  # words that no name is: adjectives and frequent nouns
    following: Folded = NONE  # words behind a name that show it has ended
    # What tells that an unknown word behind a given name is its family name: a ``title`` before, or one and no given
    # name (``title_alone``), a ``verb`` of doing before, a sure ``given`` name, what is ``following``, its ``shape``.
    told_by: Folded = NONE
    family_end: Folded = NONE  # second words of family names (زاده)
    suffix: Folded = NONE  # what is written behind a noun with a non-joiner, and behind no name
    abbreviating: Folded = NONE  # the sign that may stand behind a title
    person_particles: Folded = NONE  # particles that may be written on to a person's name
    kind_particles: Folded = NONE  # and to a kind
    only: Folded = NONE  # adjectives that make a kind the only one of it
    only_pair: Folded = NONE  # a definite kind and an adjective that are a name without more
    qualifying: Folded = NONE  # other adjectives of names
    generic: Folded = NONE  # definite nouns that make no name with a kind: «قانون المدينة»
    never_last: Folded = NONE  # words that a name does not end in
    topic: Folded = NONE  # words that say what an institution is for
    conjunction: Folded = NONE  # the word for "and"
    bare_kind: Folded = NONE  # kinds that are other words with a particle (בקרב)
    purpose: Folded = NONE  # the particle that leads to what an institution is for («لحقوق الإنسان», לזכויות הילד)
    purpose_end: Folded = NONE  # last words of what it is for
    profession: Folded = NONE  # words before a name that say what the person is
    first_kind: Folded = NONE  # kinds that stand before "of": "University of …"
    no_given: Folded = NONE  # given names that are more often other words
    share: Folded = NONE  # words that stand before "of" and a company: "shares of …"
    private_law: Folded = NONE  # kinds of law that are more often something else
    law_field: Folded = NONE  # words that make them laws
    purposeful: Folded = NONE  # kinds that stand first, with what they are for behind "for"
    epithet: Folded = NONE  # what a person is called behind "the"
    roman: Folded = NONE  # numbers behind a name
    plain_kind: Folded = NONE  # kinds behind "new" that are any of them
    direction: Folded = NONE  # words before a place's name that belong to it
    greeting: Folded = NONE  # words that begin a sentence before a name: "Hey Tom"
    work: Folded = NONE  # words before the title of a work in quotation marks («رواية»)
    weak_place: Folded = NONE  # places that are more often other words: a word of place must stand by them («الجليل»)
    common: Folded = NONE  # names of companies that are everyday words where they begin a sentence ("Shell")
    acting: Folded = NONE  # what a company does: behind one of those it is no everyday word ("Shell said")
    state: Folded = NONE  # what is written behind a place and a comma: "Spring, TX"
    of: Folded = NONE  # words behind a kind that lead to what it is of
    share_of: Folded = NONE  # of these, behind shares and first kinds
    joint: Folded = NONE  # words without a capital that may stand within a name
    behind_kind: Folded = NONE  # of these, only behind a kind
    article: Folded = NONE  # the article before an epithet
    place_first: Folded = NONE  # words that make a place with the next one: "Lake Erie"
    plain_before: Folded = NONE  # words that make a plain kind behind them no name: "New Post"
    title: Phrases = field(default_factory=dict)  # titles and professions before a name
    kind: Kinds = field(default_factory=dict)  # institutions by the word that stands first
    only_kind: Kinds = field(default_factory=dict)  # by a definite one that an adjective makes the only one
    last_kind: Kinds = field(default_factory=dict)  # by the word that stands last
    whole_name: Kinds = field(default_factory=dict)  # those that are names by themselves
    no_name: Shape = _NEVER  # the shape of words that are no name
    verbal: Shape = _NEVER  # the shape of verbs, which are no name unless known to be a person's
    unlikely: Shape = _NEVER  # of those that are none unless foreign to the language or known to be a person's
    long_vowel: Shape = _NEVER  # a foreign word has about as many as consonants
    native: Shape = _NEVER  # the shape of words that are not foreign even so
    sure_given: Shape = _NEVER  # the shape of given names that are nothing else
    family: Shape = _NEVER  # the shape of words that may be a family name, as told by ``shape``
    surname: Shape = _NEVER  # the shape of definite words that are family names
    likely_surname: Shape = _NEVER  # likewise, behind a sure name
    adjective: Shape = _NEVER  # the shape of what stands between a title and the name
    qualifying_shape: Shape = _NEVER  # of what may go on with an institution's name
    infinitive: Shape = _NEVER  # the shape of a word that shows the one before to be a verb
    behind_name: Shape = _NEVER  # the shape of words behind a name that show it has ended
    no_free: Shape = _NEVER  # the shape of words that name no institution behind its kind
    no_bare: Shape = _NEVER  # of those that stand not bare there
    no_part: Shape = _NEVER  # the shape of words that do not stand before a kind that stands last
    other_kind: Shape = _NEVER  # how a word is written that is no kind though folded like one
    people_given: Folded = NONE  # of the generated table, of the languages that row ``people`` names
    people_family: Folded = NONE  # likewise
    # ``only_kind`` by words without an article of one letter, which a preposition before it swallows.
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

    def is_possessed_title(self, word: str) -> bool:
        """Whether a word is a profession with a possessive that is written on to it: «محافظه»."""
        return any(word.endswith(each) and word.removesuffix(each) in self.bound_title for each in self.possessive)

    def may_be_family(self, word: str) -> bool:
        """Whether a word alone may stand for a person who was named in full: no title, kind or verb."""
        tables = (
            self.title, self.bound_title, self.weak_title, self.ordinary, self.verb, self.doing, self.kind,
            self.last_kind,
        )  # fmt: skip
        return self.is_person(word) or not any(word in table for table in tables)

    def may_begin(self, word: str) -> bool:
        """Whether a rule may begin at a word: asked of every word, so remembered."""
        known = self.begins.get(word)
        if known is None:
            if len(self.begins) >= REMEMBERED:
                self.begins.clear()
            particles = self.person_particles | self.kind_particles
            cuts = (cut for cut in range(3) if all(letter in particles for letter in word[:cut]))
            known = self.begins[word] = any(self._begins(word[cut:]) or word[cut:] in self.swallowed for cut in cuts)
        return known

    def _begins(self, word: str) -> bool:
        words = (
            self.kind, self.only_kind, self.whole_name, self.title, self.bound_title, self.father, self.compound,
            self.people_given,
        )  # fmt: skip
        return any(word in each for each in words) or self.is_given(word) or self.is_possessed_title(word)


@cache
def names_of(code: str) -> Names:
    """The table of names of a language; it is empty where there is none."""
    table = table_of(code)
    if "names" not in table:
        return Names()
    words = {row.key: frozenset(folded_in(row)) - {""} for row in table["names"]}
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
        kind = Institution(FactKind(name), **dict.fromkeys(flags, True))
        for first, rests in _phrases(folded_in(row)).items():
            found.setdefault(first, {}).update(dict.fromkeys(rests, kind))
    return {first: tuple(sorted(rests.items(), key=lambda rest: -len(rest[0]))) for first, rests in found.items()}


@cache
def _people() -> dict[tuple[str, str], str]:
    """The generated table of people's names: by language and ``given`` or ``family``, folded words parted by ``|``."""
    lines = (files("reader.facts.data") / "people.tsv").read_text("utf-8").splitlines()
    return {(language, part): words for language, part, words in (line.split("\t") for line in lines)}
