"""Hits against the rules applied naively, with chunks and segments so small that hits cross them."""

import errno
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Document, Pos, Range, range_of
from reader.search import Hits, Index, find, kept, segment
from reader.text import alphabet
from reader.text.folding import CONTINUING, Folding
from reader.text.graphemes import boundaries
from reader.text.properties import GRAPHEME_BREAK
from tests.documents import document_of

LETTERS = (
    "ااببلآـ\u064e\u0651\u200c\u200f  \n\tﻻﷲßsfﬃaA1١é\u0301かが\u3099ｶﾞ=\u0338한\u1112\u1161\u11ab"
    "👨👩\u200d🇸🇦क\u094dष\u0903\u06dd"
)
PARAGRAPH = st.text(st.sampled_from(LETTERS), max_size=30) | st.text(st.sampled_from("aاか\u3099 "), max_size=30)
PARAGRAPHS = st.lists(PARAGRAPH, max_size=6)
QUERY = st.text(st.sampled_from(LETTERS), max_size=4) | st.sampled_from(["aa", "aaa", "اا", "ا ا", "かか"])


STORES = {"in memory": (kept.MUCH, 255, 1000), "on disk": (-1, 150, 3)}


@pytest.fixture(autouse=True, scope="module", params=STORES.values(), ids=list(STORES))
def small_pieces(request: pytest.FixtureRequest) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        much, bytes_, screenful = request.param
        patch.setattr(kept, "MUCH", much)
        patch.setattr(alphabet, "OTHER", bytes_)
        patch.setattr(segment, "CHUNK", 4)
        patch.setattr(find, "SEGMENT", 16)
        patch.setattr(find, "SCREENFUL", screenful)
        patch.setattr(find, "STEPS_BACK", 2)
        yield


def expected(document: Document, query: str) -> list[Range]:
    folding = Folding()
    wanted = folding.fold(query)
    if not wanted or GRAPHEME_BREAK[ord(wanted[0])] in "EZSVT":
        return []
    hits: list[Range] = []
    for block in document.blocks:
        source = document.slice(block.range)
        text, sources = folding.fold(source), folding.sources(source)
        ends = [0, *boundaries(source)] if source else [0]
        at = 0
        last = range_of(0, 0)
        while (at := text.find(wanted, at)) >= 0:
            stop = at + len(wanted)
            if text[stop : stop + 1] in CONTINUING:
                at += 1
                continue
            start, end = sources[at], sources[stop - 1] + 1
            wide = range_of(
                block.range.start + max(e for e in ends if e <= start),
                block.range.start + min(e for e in ends if e >= end),
            )
            if not (last.start <= block.range.start + start and block.range.start + end <= last.end):
                hits.append(wide)
                last = wide
            at = stop
    return hits


def both(paragraphs: list[str], query: str) -> tuple[Document, Hits, list[Range]]:
    document = document_of(*paragraphs)
    return document, Index(document).find(query), expected(document, query)


@given(PARAGRAPHS, QUERY)
def test_hits_are_those_of_the_rules(paragraphs: list[str], query: str) -> None:
    _, hits, wanted = both(paragraphs, query)
    assert list(hits) == wanted
    assert hits.count() == len(wanted)
    assert [hits.ordinal(hit) for hit in dict.fromkeys(wanted)] == [wanted.index(hit) for hit in dict.fromkeys(wanted)]


@given(PARAGRAPHS, QUERY)
def test_what_a_query_is_cut_from_is_found(paragraphs: list[str], query: str) -> None:
    document = document_of(*[paragraph + query + paragraph for paragraph in paragraphs])
    for hit in Index(document).find(query):
        assert Folding().fold(query) in Folding().fold(document.slice(hit))


@given(PARAGRAPHS, QUERY, st.integers(0, 200))
def test_next_and_previous_agree_with_all(paragraphs: list[str], query: str, at: int) -> None:
    document, hits, wanted = both(paragraphs, query)
    pos = Pos(min(at, len(document) + 1))
    assert hits.after(pos) == next((hit for hit in wanted if hit.start >= pos), None)
    assert hits.before(pos) == next((hit for hit in reversed(wanted) if hit.start < pos), None)


@given(PARAGRAPHS, QUERY, st.integers(0, 200), st.integers(0, 40))
def test_what_a_screen_shows_agrees_with_all(paragraphs: list[str], query: str, at: int, size: int) -> None:
    document, hits, wanted = both(paragraphs, query)
    part = range_of(min(at, len(document)), min(at + size, len(document)))
    overlapping = tuple(hit for hit in wanted if hit.overlaps(part))
    assert hits.within(part) == overlapping
    hits.count()  # from now on all of it is folded
    assert hits.within(part) == overlapping


def test_a_full_disk_costs_no_more_memory_than_some_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int, __: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(kept, "MUCH", -1)
    monkeypatch.setattr("reader.model.spool.os.write", full)
    monkeypatch.setattr(find, "_HELD", 2)
    paragraphs = [f"كلمة {number} باب" for number in range(40)]
    document = document_of(*paragraphs)
    index = Index(document)
    assert list(index.find("باب")) == expected(document, "باب")
    assert index.find("39").after(Pos(0)) == expected(document, "39")[0]
    assert sum(index._segments[number] is not None for number in range(len(index))) <= 2
