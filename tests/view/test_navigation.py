"""From one document to another, and back."""

from dataclasses import replace

from reader.view import effects as asked
from reader.view.events import (
    DocumentOpened,
    LoadFailed,
)
from reader.view.session import Memory
from tests.samples import article, english
from tests.view.replaying import Replay

ARTICLE = article()


def test_another_document_is_opened_and_gone_back_from() -> None:
    replay = Replay.of(ARTICLE)
    replay.press("]", "f", "L")
    other = english()
    replay.happen(DocumentOpened(other, Memory()))
    assert replay.workspace.document is other
    assert replay.workspace.wanted == {"sections", "text"}
    assert replay.workspace.messages.language == "ar"
    assert replay.workspace.facts_complete
    assert any(isinstance(e, asked.SavePosition) and e.at_once and e.document is ARTICLE for e in replay.asked)
    replay.press("f", "backspace")
    assert replay.workspace.document is ARTICLE
    assert replay.workspace.wanted == {"sections", "text", "facts"}
    assert replay.workspace.reading.target == ARTICLE.sections[1].title
    replay.press("shift+backspace")
    assert replay.workspace.document is other


def test_a_document_that_cannot_be_opened_leaves_this_one_which_is_read_on() -> None:
    beginning = replace(english(), complete=False, meta=replace(english().meta, path="/a/b.txt"))
    replay = Replay.of(beginning)
    replay.happen(LoadFailed("no such file", anew=True))
    assert "no such file" in replay.workspace.notice
    assert replay.asked[-1] == asked.OpenDocument("/a/b.txt", anew=False)
    replay.happen(LoadFailed("/a/b.txt: is gone", anew=False))
    assert replay.workspace.notice.startswith("Not read on: ")
    assert sum(isinstance(effect, asked.OpenDocument) for effect in replay.asked) == 1
