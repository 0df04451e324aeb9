"""A document that grows while it is read, and one whose end is followed."""

from dataclasses import replace

import pytest

from reader.formats import parse_text
from reader.model import NoticeCode, Pos, notice_of
from reader.search import Matching
from reader.view import effects as asked
from reader.view.events import (
    DocumentGrown,
)
from reader.view.session import Memory
from tests.samples import article, english
from tests.view.replaying import Replay

ARTICLE = article()


def test_a_document_grows_around_the_reader() -> None:
    text = ARTICLE.slice(ARTICLE.range)
    cut = text.index("\n\n", 1500) + 2
    beginning = replace(parse_text(text[:cut], meta=ARTICLE.meta), complete=False)
    replay = Replay.of(beginning)
    assert not any(isinstance(effect, asked.FindFacts) for effect in replay.asked)
    replay.press("]", "m", "/", *"لاما", "enter")
    assert not any(isinstance(effect, asked.Annotate | asked.SavePosition) for effect in replay.asked)
    place = replay.workspace.reading.cursor
    replay.happen(DocumentGrown(ARTICLE, Memory(Pos(900))))
    assert replay.workspace.document is ARTICLE
    assert replay.workspace.reading.cursor == place
    assert replay.workspace.facts_complete
    assert asked.SearchAgain(ARTICLE, "لاما", Matching()) in replay.asked


@pytest.mark.parametrize("keys", [["G"], [":", *"50%", "enter"], ["5", "0", "G"]], ids=["end", "share", "line"])
def test_a_place_still_to_come_is_reached_as_the_text_comes(keys: list[str]) -> None:
    text = ARTICLE.slice(ARTICLE.range)
    parts = [
        replace(parse_text(text[: text.index("\n\n", at) + 2], meta=ARTICLE.meta), complete=False) for at in (700, 1500)
    ]
    whole, here, left = Replay.of(ARTICLE), Replay.of(parts[0]), Replay.of(parts[0])
    for replay in (whole, here, left):
        replay.press(*keys)
    assert "on to there" in here.workspace.notice
    left.press("k")
    place = left.workspace.reading.cursor
    for document in (parts[1], ARTICLE):
        for replay in (here, left):
            replay.happen(DocumentGrown(document, Memory()))
    assert here.workspace.reading.viewpoint == whole.workspace.reading.viewpoint
    assert (here.workspace.notice, here.workspace.awaited) == ("", None)
    assert len(here.workspace.reading.back) == 1
    assert left.workspace.reading.cursor == place


def test_a_text_is_followed_until_a_key_is_pressed() -> None:
    text = "One line of a log that grows.\n\n" * 200
    meta = replace(english().meta, path="/a/b.txt", format="text")
    whole = parse_text(text, meta=meta)
    replay = Replay.of(whole)
    replay.press("F")
    assert asked.Follow(whole) in replay.asked
    longer = replace(parse_text(text * 2, meta=meta), complete=False)
    replay.happen(DocumentGrown(longer, Memory()))
    assert replay.workspace.reading.cursor == longer.blocks[-1].range.start
    assert len(replay.workspace.reading.back) == 1
    replay.press("k")
    end = longer.blocks[-1].range.start
    assert replay.asked[-2:] == [asked.StopFollowing(), asked.SavePosition(longer, end, at_once=True)]
    assert replay.workspace.reading.cursor < longer.blocks[-1].range.start
    place = replay.workspace.reading.cursor
    replay.happen(DocumentGrown(parse_text(text * 3, meta=meta), Memory()))
    assert replay.workspace.reading.cursor == place
    assert not replay.workspace.follows
    count = len(replay.asked)
    replay.press("F", "F")  # the same key ends it
    effects = [type(effect) for effect in replay.asked[count:]]
    assert [one for one in effects if one is not asked.SavePosition] == [asked.Follow, asked.StopFollowing]


def test_a_followed_file_that_begins_anew_is_told_once_and_its_end_shown() -> None:
    text = "A line of the log.\n" * 40
    meta = replace(english().meta, path="/a/b.txt", format="text")
    replay = Replay.of(parse_text(text, meta=meta))
    replay.press("F")
    for code, words in ((NoticeCode.FOLLOWED_GONE, "is gone"), (NoticeCode.FOLLOWED_ANEW, "begun anew")):
        other = parse_text(f"{code}\n" * 30, meta=replace(meta, notices=(notice_of(code),)))
        replay.happen(DocumentGrown(replace(other, complete=False), Memory()))
        assert words in replay.workspace.notice
        assert replay.workspace.follows
        assert replay.workspace.reading.cursor == other.blocks[-1].range.start
    replay.happen(DocumentGrown(replace(parse_text(text, meta=meta), complete=False), Memory()))
    assert replay.workspace.notice == "Following the end; any key stops"


@pytest.mark.parametrize(("path", "form"), [("-", "terminal"), ("/a/b.epub", "epub")])
def test_what_does_not_grow_is_not_followed(path: str, form: str) -> None:
    replay = Replay.of(parse_text("A line.\n", meta=replace(english().meta, path=path, format=form)))
    count = len(replay.asked)
    replay.press("F")
    assert replay.asked[count:] == []
    assert "can be followed" in replay.workspace.notice
