"""Owns the extraction of a document's facts: block by block, then what only the whole document can tell.

The first pass reads each block by itself, in stretches no longer than :data:`STRETCH`, so memory stays bounded and a
worker can stop between any two. The second pass merges: a currency whose country the text tells elsewhere, mentions of
one entity under one name with their number, quoted names that are entities, the glossary. The result does not depend on
how the caller chunks the document.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from reader.facts.acronyms import AcronymExtractor
from reader.facts.currencies import country_hints, resolved
from reader.facts.extractor import Context, Extractor, Found, installed_extractors
from reader.facts.glossary import Term, TermCounter
from reader.facts.grammar.reading import GrammarExtractor
from reader.facts.language import language_of_text
from reader.facts.languages import LANGUAGES, language_of
from reader.facts.links import LinkExtractor
from reader.facts.names import Mention, fold_name, kind_before, mentions
from reader.facts.phones import PhoneExtractor
from reader.facts.quotes import QuoteExtractor
from reader.facts.scan import Scan
from reader.model import Block, BlockKind, Document, Fact, FactKind, Mark, Range, range_of

STRETCH = 20_000
"""The longest stretch read at once, in code points; a longer block is cut between sentences, else between words."""

_ALWAYS: tuple[Extractor, ...] = (
    PhoneExtractor(),
    LinkExtractor(),
    AcronymExtractor(),
    GrammarExtractor(),
    QuoteExtractor(),
)


def _never() -> bool:
    return False


def extract(
    document: Document,
    *,
    part: Range | None = None,
    cancelled: Callable[[], bool] = _never,
    progress: Callable[[float], None] | None = None,
) -> tuple[Fact, ...]:
    """The facts of a document, in order of their start, longer before shorter.

    Args:
        document: The document.
        part: Only facts inside this range are returned; what the rest of the document tells about them still counts.
        cancelled: Asked between stretches; once it says True, what was found so far is merged and returned.
        progress: Told the fraction of the text that was read, 0 to 1.
    """
    reading = Reading(document)
    for done in reading.stretches():
        if progress is not None:
            progress(done)
        if cancelled():
            break
    facts = reading.merged()
    if part is None:
        return facts
    return tuple(fact for fact in facts if part.start <= fact.range.start and fact.range.end <= part.end)


def glossary(document: Document) -> tuple[Term, ...]:
    """The glossary of a document, best term first."""
    reading = Reading(document)
    for _ in reading.stretches():
        pass
    return reading.terms.terms()


def extract_blocks(document: Document) -> Iterator[tuple[Fact, ...]]:
    """For workers: the facts each block states by itself, as blocks are read.

    Then, last, all facts of the document, merged.
    """
    reading = Reading(document)
    seen = 0
    for _ in reading.stretches():
        yield tuple(reading.found[seen:])
        seen = len(reading.found)
    yield reading.merged()


@dataclass(slots=True)
class Reading:
    """The two passes over a document. ``found`` holds what the first pass has found so far."""

    document: Document
    found: list[Fact] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    terms: TermCounter = field(default_factory=TermCounter)
    countries: Counter[str] = field(default_factory=Counter)
    announced: dict[str, FactKind] = field(default_factory=dict)

    def stretches(self) -> Iterator[float]:
        """Reads one stretch after another; yields the fraction of the text read so far."""
        usual = self.document.meta.language.partition("-")[0]
        extractors = (*_ALWAYS, *installed_extractors())
        total = max(1, len(self.document))
        for block in self.document.blocks:
            if block.kind is not BlockKind.CODE:
                language = _language(self.document, block, usual)
                for stretch in _stretches(self.document, block):
                    self._read(stretch, language, extractors)
                    yield min(1.0, stretch.end / total)
            self._read_links(block)

    def _read(self, stretch: Range, language: str, extractors: tuple[Extractor, ...]) -> None:
        text = self.document.slice(stretch)
        scan = Scan(text, language_of(language))
        context = Context(language, scan)
        offset = int(stretch.start)
        taken = _Taken(len(text))
        for extractor in extractors:
            for found in extractor.extract(text, context):
                if 0 <= found.start < found.end <= len(text) and taken.admit(found):
                    self.found.append(_fact(found, offset))
                    if found.kind is FactKind.QUOTED_TERM:
                        self._listen(text, found)
        for mention in mentions(text, context):
            self.mentions.append(mention._replace(start=mention.start + offset, end=mention.end + offset))
        self.countries.update(_HINTS[token.key] for token in scan.tokens if token.key in _HINTS)
        self.terms.add(scan, offset)

    def _listen(self, text: str, quoted: Found) -> None:
        """Notes a quoted term that the words before it announce as a name: «نموذج ‘قمرة’»."""
        kind = kind_before(text, quoted.start)
        if kind is not None:
            self.announced.setdefault(fold_name(str(quoted.value)), kind)

    def _quoted_names(self) -> Iterator[Mention]:
        """Mentions of what is quoted again and again, and was once announced as a name."""
        quoted = [fact for fact in self.found if fact.kind is FactKind.QUOTED_TERM]
        uses = Counter(fold_name(str(fact.value)) for fact in quoted)
        known = {(mention.start, mention.end) for mention in self.mentions}
        for fact in quoted:
            name, span = fold_name(str(fact.value)), (int(fact.range.start), int(fact.range.end))
            kind = self.announced.get(name)
            if kind is not None and uses[name] >= _NAMED_FROM and span not in known:
                yield Mention(*span, kind, name, str(fact.value), known=False)

    def _read_links(self, block: Block) -> None:
        for span in block.spans:
            if span.mark is Mark.LINK and span.target and not span.target.startswith("#"):
                self.found.append(Fact(FactKind.LINK, span.range, span.target))

    def merged(self) -> tuple[Fact, ...]:
        """All facts, with what the document as a whole tells of each."""
        named = _named([*self.mentions, *self._quoted_names()])
        names = {(int(fact.range.start), int(fact.range.end)) for fact in named}
        places = self.countries + Counter(mention.entity for mention in self.mentions if mention.kind is FactKind.PLACE)
        facts = [fact for fact in resolved(self.found, places) if not _is_named(fact, names)]
        facts.extend(named)
        facts.extend(
            Fact(FactKind.TERM, range_of(term.start, term.end), term.words, entity=term.words, count=term.uses)
            for term in self.terms.terms()
            if (term.start, term.end) not in names
        )
        facts.sort(key=lambda fact: (fact.range.start, -fact.range.end, _RANK[fact.kind]))
        return tuple(facts)


_RANK = {kind: rank for rank, kind in enumerate(FactKind)}
_HINTS = country_hints()
_NAMED_FROM = 3
"""A quoted term that was announced as a name is one when the document quotes it this often."""


class _Taken:
    """Which code points of a stretch telephone numbers and addresses hold: what is read inside them is no fact."""

    __slots__ = ("_held",)

    def __init__(self, length: int) -> None:
        self._held = bytearray(length)

    def admit(self, found: Found) -> bool:
        """Whether a fact may stand; quotations and acronyms may lie over others."""
        if found.kind in (FactKind.QUOTATION, FactKind.QUOTED_TERM, FactKind.ACRONYM):
            return True
        if 1 in self._held[found.start : found.end]:
            return False
        if found.kind in (FactKind.PHONE, FactKind.LINK, FactKind.EMAIL):
            self._held[found.start : found.end] = bytes([1]) * (found.end - found.start)
        return True


def _fact(found: Found, offset: int) -> Fact:
    return Fact(
        found.kind,
        range_of(found.start + offset, found.end + offset),
        found.value,
        found.unit,
        found.modifier,
        found.calendar,
        found.gregorian,
    )


def _is_named(fact: Fact, names: set[tuple[int, int]]) -> bool:
    """Whether a quoted term is just a name in quotation marks."""
    return fact.kind is FactKind.QUOTED_TERM and (int(fact.range.start), int(fact.range.end)) in names


def _named(found: list[Mention]) -> list[Fact]:
    """A fact for every mention: its entity's usual name in the document, and how often the document names it."""
    spellings: dict[str, Counter[str]] = {}
    for mention in found:
        spellings.setdefault(mention.entity, Counter())[mention.name] += 1
    usual = {entity: counter.most_common(1)[0][0] for entity, counter in spellings.items()}
    counts = {entity: counter.total() for entity, counter in spellings.items()}
    return [
        Fact(
            mention.kind,
            range_of(mention.start, mention.end),
            usual[mention.entity],
            entity=usual[mention.entity],
            count=counts[mention.entity],
        )
        for mention in found
    ]


def _language(document: Document, block: Block, usual: str) -> str:
    stated = block.language.partition("-")[0]
    if stated in LANGUAGES:
        return stated
    return language_of_text(document.slice(block.range), usual)


_SENTENCE_END = re.compile(r"[.!?؟。]\s|\n")


def _stretches(document: Document, block: Block) -> Iterator[Range]:
    start, end = int(block.range.start), int(block.range.end)
    while end - start > STRETCH:
        text = document.slice(range_of(start, start + STRETCH))
        cut = start + _cut(text)
        yield range_of(start, cut)
        start = cut
    yield range_of(start, end)


def _cut(text: str) -> int:
    """Where to cut a stretch: after the last sentence in its second half, else after the last word."""
    last = 0
    for match in _SENTENCE_END.finditer(text, len(text) // 2):
        last = match.end()
    return last or text.rfind(" ", len(text) // 2) + 1 or len(text)
