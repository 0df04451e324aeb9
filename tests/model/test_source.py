"""A text that is on disk is read, laid out and searched as one in memory is, and only where it is looked at."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reader.facts import extract
from reader.formats import parse_text
from reader.model import Blocks, Document, Pos
from reader.search import Index
from reader.view.flow import Flow
from tests.model_sources import CountedBlocks, PagedText
from tests.samples import article


@pytest.fixture
def paged(tmp_path: Path) -> Callable[[Document], tuple[Document, PagedText, CountedBlocks]]:
    def moved_to_disk(document: Document) -> tuple[Document, PagedText, CountedBlocks]:
        text = PagedText(tmp_path / "text", document.slice(document.range))
        blocks = CountedBlocks(Blocks(document.blocks))
        return replace(document, source=text, blocks=blocks), text, blocks

    return moved_to_disk


Paged = Callable[[Document], tuple[Document, PagedText, CountedBlocks]]


def screens(document: Document) -> list[str]:
    flow = Flow(document, 60)
    tops = [Pos(len(document) * share // 7) for share in range(7)]
    return [row.line.text if row.line else "" for top in tops for row in flow.window(top, 20)]


def test_screens_facts_and_hits_are_the_same(paged: Paged) -> None:
    memory = article()
    disk, _, _ = paged(memory)
    assert screens(disk) == screens(memory)
    assert extract(disk) == extract(memory)
    assert disk.digest == memory.digest
    assert list(Index(disk).find("لاما")) == list(Index(memory).find("لاما"))


def test_a_screen_asks_for_what_it_shows(paged: Paged) -> None:
    disk, text, blocks = paged(parse_text("كلمة وأخرى وثالثة ورابعة.\n\n" * 20_000))
    blocks.asked = text.read = 0
    assert len(Flow(disk, 60).window(Pos(len(disk) // 2), 40)) == 40
    assert blocks.asked < 500
    assert text.read < 5_000
