"""Owns the extraction of a document's facts: block by block, then what only the whole document can tell.

The first pass reads each block by itself, in chunks no longer than :data:`CHUNK`, so memory stays bounded and a
worker can stop between any two. The second pass merges: a currency whose country the text tells elsewhere, mentions of
one entity under one name with their number, quoted names that are entities, the glossary. The result does not depend on
how the caller chunks the document.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise

from reader.facts.acronyms import AcronymExtractor
from reader.facts.currencies import country_hints, resolved
from reader.facts.detection import language_of_text
from reader.facts.entities import Entities, Short, facts_of, one_name
from reader.facts.extractor import Context, Extractor, Found, installed_extractors
from reader.facts.glossary import Term, TermCounter
from reader.facts.grammar.longest_match import GrammarExtractor
from reader.facts.languages import LANGUAGES, language_of
from reader.facts.links import LinkExtractor
from reader.facts.machine_text import machine_ranges
from reader.facts.names import Mention, fold_name, kind_before, mentions
from reader.facts.phones import PhoneExtractor
from reader.facts.quotes import QuoteExtractor
from reader.facts.repeated import Aliases, Chunk, common_forms, found_again
from reader.facts.token_stream import TokenStream
from reader.model import Block, BlockKind, Document, Fact, FactKind, Mark, Range, range_of
from reader.values import dataclass, field

CHUNK = 20_000
"""The longest chunk read at once, in code points; a longer block is cut between sentences, else between words."""

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
    within: Range | None = None,
    cancelled: Callable[[], bool] = _never,
    progress: Callable[[float], None] | None = None,
    failed: Callable[[Exception], None] | None = None,
) -> tuple[Fact, ...]:
    """The facts of a document, in order of their start, longer before shorter.

    Args:
        document: The document.
        part: Only facts inside this range are returned; what the rest of the document tells about them still counts.
        within: Only the chunks that begin in this range are read: what the rest of the document tells does not count.
        cancelled: Asked between chunks; once it says True, what was found so far is merged and returned.
        progress: Told the fraction of the text that was read, 0 to 1.
        failed: Told at the end what an extractor raised, once, whatever else was raised: what it would have found
            there is missing, everything else is not.
    """
    reading = Reading(document)
    for done in reading.chunks(within):
        if progress is not None:
            progress(done)
        if cancelled():
            break
    facts = reading.merged()
    if failed is not None and reading.failure is not None:
        failed(reading.failure)
    if part is None:
        return facts
    return tuple(fact for fact in facts if part.start <= fact.range.start and fact.range.end <= part.end)


def glossary(document: Document) -> tuple[Term, ...]:
    """The glossary of a document, best term first."""
    reading = Reading(document)
    for _ in reading.chunks():
        pass
    return reading.terms.terms()


def extract_blocks(document: Document) -> Iterator[tuple[Fact, ...]]:
    """For workers: the facts each block states by itself, as blocks are read.

    Then, last, all facts of the document, merged.
    """
    reading = Reading(document)
    seen = 0
    for _ in reading.chunks():
        yield tuple(reading.found[seen:])
        seen = len(reading.found)
    yield reading.merged()


@dataclass(slots=True)
class Reading:
    """The two passes over a document.

    Attributes:
        found: What the first pass has found so far.
        failure: What an extractor, the search for names or the merging raised first: it costs the document what would
            have been found there, and nothing else.
    """

    document: Document
    found: list[Fact] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    terms: TermCounter = field(default_factory=TermCounter)
    countries: Counter[str] = field(default_factory=Counter)
    announced: dict[str, FactKind] = field(default_factory=dict)
    shorts: list[Short] = field(default_factory=list)
    pairs: list[tuple[Mention, Mention]] = field(default_factory=list)
    chunks_read: list[Chunk] = field(default_factory=list)
    failure: Exception | None = None

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Whatever is raised inside is kept, and ends only what is inside."""
        try:
            yield
        except Exception as error:  # noqa: BLE001 - an extractor of another package may raise anything
            self.failure = self.failure or error

    def chunks(self, within: Range | None = None) -> Iterator[float]:
        """Reads one chunk after another; yields the fraction read so far of the text, or of the range they begin in."""
        usual = self.document.meta.language.partition("-")[0]
        extractors = (*_ALWAYS, *installed_extractors())
        part = within or self.document.range
        total = max(1, part.length)
        for block in _blocks_in(self.document, part):
            if block.kind is not BlockKind.CODE and block.range.start < block.range.end:
                language = _language(self.document, block, usual)
                for chunk in _chunks(self.document, block):
                    if chunk.start not in part:
                        continue
                    with self._guarded():
                        self._read(block, chunk, language, extractors)
                    yield min(1.0, (chunk.end - part.start) / total)
            self._read_links(block, part)

    def _read(self, block: Block, chunk: Range, language: str, extractors: tuple[Extractor, ...]) -> None:
        code = [
            (int(span.range.start - chunk.start), int(span.range.end - chunk.start))
            for span in block.spans
            if span.mark in (Mark.CODE, Mark.NOTE_REFERENCE)
        ]
        text = self.document.slice(chunk)
        stream = TokenStream(text, language_of(language))
        names: tuple[Mention, ...] = ()
        with self._guarded():
            names = mentions(stream)
        context = Context(stream.language.code, stream, names)
        offset = int(chunk.start)
        taken = _Taken(len(text))
        for start, end in (*machine_ranges(text), *code):
            taken.hold(start, end)
        for extractor in extractors:
            with self._guarded():
                for found in extractor.extract(text, context):
                    if 0 <= found.start < found.end <= len(text) and taken.admit(found):
                        self._take(text, found, offset)
        named = [name._replace(start=name.start + offset, end=name.end + offset) for name in names]
        self.pairs.extend(_pairs(text, named, offset))
        self.mentions.extend(named)
        self.chunks_read.append(Chunk(stream.language.code, offset, int(chunk.end)))
        self.countries.update(_HINTS[token.key] for token in stream.tokens if token.key in _HINTS)
        with self._guarded():
            self.terms.add(stream, names, offset)

    def _take(self, text: str, found: Found, offset: int) -> None:
        """Takes a fact, and notes what it tells of others: «نموذج ‘قمرة’» announces a name."""
        self.found.append(_fact(found, offset))
        if found.kind is FactKind.QUOTED_TERM:
            kind = kind_before(text, found.start)
            if kind is not None:
                self.announced.setdefault(fold_name(str(found.value)), kind)
        elif found.kind is FactKind.ACRONYM:
            self._note_short(text, found, offset)

    def _note_short(self, text: str, acronym: Found, offset: int) -> None:
        """Notes where the two forms of an acronym stand."""
        bracket = text.index("(", acronym.start, acronym.end)
        first = acronym.start + offset, len(text[:bracket].rstrip()) + offset
        second = bracket + 1 + offset, acronym.end - 1 + offset
        self.shorts.append(Short(*sorted((second, first), key=lambda form: form[1] - form[0])))

    def _quoted_names(self) -> Iterator[Mention]:
        """Mentions of what is quoted again and again, and was once announced as a name."""
        quoted = [fact for fact in self.found if fact.kind is FactKind.QUOTED_TERM]
        uses = Counter(fold_name(str(fact.value)) for fact in quoted)
        for fact in quoted:
            name, span = fold_name(str(fact.value)), (int(fact.range.start), int(fact.range.end))
            kind = self.announced.get(name)
            if kind is not None and uses[name] >= _NAMED_FROM:
                yield Mention(*span, kind, name, str(fact.value), known=False, reason="quotation")

    def _named(self) -> list[Mention]:
        """All mentions of names in the document, each under the key of its entity."""
        entities = Entities(self.mentions, lambda span: self.document.slice(range_of(*span)))
        for mention in self._quoted_names():
            entities.add(mention)
        entities.join(self.pairs, self.shorts)
        aliases = entities.aliases()
        if aliases:
            for mention in self._used_again(aliases, entities.mentions()):
                entities.add(mention)
        return entities.mentions()

    def _used_again(self, aliases: dict[str, Aliases], named: list[Mention]) -> Iterator[Mention]:
        """Where the document uses its names again, unless something else is named there."""
        starts, ends = [mention.start for mention in named], [mention.end for mention in named]
        again: list[tuple[str, Mention]] = []
        ordinary: set[str] = set()
        languages = {chunk.language for chunk in self.chunks_read}
        common = {code: common_forms(language_of(code), aliases) for code in languages}
        for chunk in self.chunks_read:
            text = self.document.slice(range_of(chunk.start, chunk.end))
            for first, mention in found_again(text, chunk, aliases, common[chunk.language]):
                before = bisect_left(starts, mention.end) - 1
                if not mention.entity:
                    ordinary.add(first)
                elif before < 0 or ends[before] <= mention.start:
                    again.append((first, mention))
        return (mention for first, mention in again if first not in ordinary)

    def _read_links(self, block: Block, part: Range) -> None:
        for span in block.spans:
            if span.mark is Mark.LINK and span.range.start in part and span.target and not span.target.startswith("#"):
                self.found.append(Fact(FactKind.LINK, span.range, span.target))

    def merged(self) -> tuple[Fact, ...]:
        """All facts, with what the document as a whole tells of each."""
        mentioned: list[Mention] = []
        named: list[Fact] = []
        terms: tuple[Term, ...] = ()
        with self._guarded():
            mentioned = self._named()
            named = list(facts_of(mentioned))
        with self._guarded():
            terms = self.terms.terms()
        names = {range_of(mention.start, mention.end) for mention in mentioned}
        places = self.countries + Counter(mention.entity for mention in mentioned if mention.kind is FactKind.PLACE)
        stated = self.found
        with self._guarded():
            stated = list(resolved(self.found, places))
        spoken = (
            Fact(FactKind.TERM, range_of(term.start, term.end), term.words, entity=term.words, count=term.uses)
            for term in terms
        )
        again = (FactKind.QUOTED_TERM, FactKind.TERM)  # of these, what is just a name is told as such
        facts = [fact for fact in (*stated, *spoken) if fact.kind not in again or fact.range not in names]
        facts.extend(named)
        rank = {kind: i for i, kind in enumerate(FactKind.known())}
        facts.sort(key=lambda fact: (fact.range.start, -fact.range.end, rank[fact.kind]))
        return tuple(facts)


_HINTS = country_hints()
_NAMED_FROM = 3
"""A quoted term that was announced as a name is one when the document quotes it this often."""


class _Taken:
    """Which code points of a chunk telephone numbers, addresses, code, references and other machine text hold.

    What is read inside them is no fact.
    """

    __slots__ = ("_held",)

    def __init__(self, length: int) -> None:
        self._held = bytearray(length)

    def admit(self, found: Found) -> bool:
        """Whether a fact may stand; quotations and acronyms may lie over others."""
        if found.kind in (FactKind.QUOTATION, FactKind.QUOTED_TERM, FactKind.ACRONYM):
            return True
        address = found.kind in (FactKind.LINK, FactKind.EMAIL)
        if not address and 1 in self._held[found.start : found.end]:
            return False
        if found.kind in (FactKind.PHONE, FactKind.LINK, FactKind.EMAIL):
            self.hold(found.start, found.end)
        return True

    def hold(self, start: int, end: int) -> None:
        """Takes what stands between these code points, as far as they are the chunk's."""
        start, end = max(0, start), min(end, len(self._held))
        if start < end:
            self._held[start:end] = b"\1" * (end - start)


def _fact(found: Found, offset: int) -> Fact:
    return Fact(
        FactKind.of(found.kind),
        range_of(found.start + offset, found.end + offset),
        found.value,
        found.unit,
        found.modifier,
        found.calendar,
        found.gregorian,
        reason=found.reason,
    )


def _pairs(text: str, names: list[Mention], offset: int) -> Iterator[tuple[Mention, Mention]]:
    """Names that stand in brackets behind another and are its other spelling: «ميتا (Meta)»."""
    for before, inside in pairwise(names):
        gap, end = text[before.end - offset : inside.start - offset], inside.end - offset
        if gap in (" (", "(") and text[end : end + 1] == ")" and one_name(before, inside):
            yield before, inside


def _blocks_in(document: Document, part: Range) -> Iterator[Block]:
    """The blocks that have a share in a part of the document."""
    blocks = document.blocks
    if not blocks:
        return iter(())
    return blocks.between(document.block_index_at(part.start), blocks.first_from(part.end))


def _language(document: Document, block: Block, usual: str) -> str:
    stated = block.language.partition("-")[0]
    if stated in LANGUAGES:
        return stated
    return language_of_text(document.slice(block.range), usual)


_SENTENCE_END = re.compile(r"[.!?؟。]\s|\n")


def _chunks(document: Document, block: Block) -> Iterator[Range]:
    """The stretches that are read at once: a cell of a table by itself, for nothing is stated across two."""
    for part in [cell.range for cell in block.row.cells] if block.row is not None else [block.range]:
        start, end = int(part.start), int(part.end)
        while end - start > CHUNK:
            cut = start + _cut(document.slice(range_of(start, start + CHUNK)))
            yield range_of(start, cut)
            start = cut
        if start < end:
            yield range_of(start, end)


def _cut(text: str) -> int:
    """Where to cut a chunk: after the last sentence in its second half, else after the last word."""
    last = 0
    for match in _SENTENCE_END.finditer(text, len(text) // 2):
        last = match.end()
    return last or text.rfind(" ", len(text) // 2) + 1 or len(text)
