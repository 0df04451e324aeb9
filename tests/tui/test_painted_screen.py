"""The screen painted without widgets is the one that Textual paints: :func:`pictures` compares them."""

import pytest

from reader.model import Document
from reader.terminal.identity import Terminal
from tests.samples import article, english
from tests.tui.pictures import Step, pictures

WALK: list[Step] = [
    *((200, 50), "T", "down", "enter", "L", "tab", "tab", ":", "5", "escape"),
    *((99, 31), "L", "m", "z", "z", "f", "/", "l", "enter"),
    *((80, 24), "T", "down", "enter", "tab", "L", "tab", ":"),
    *((25, 9), "escape", "tab", "L", "tab", "/", "a"),
    *((10, 3), "escape", "j", "tab"),
    *((40, 12), "tab", "L", "s", "d"),
]
"""Panes beside and over the text, prompts, messages, a search, every language."""


@pytest.mark.parametrize("document", [article(), english()], ids=["right to left", "left to right"])
async def test_it_is_the_same_at_any_size(document: Document) -> None:
    assert len(await pictures(document, WALK, Terminal())) == len(WALK) + 1
