"""The reader begun with nothing named: what was read last, else the files here."""

from dataclasses import replace
from datetime import UTC, datetime

from reader.model import Metadata
from reader.store import RecentDocument
from reader.view import effects as asked
from reader.view.beginnings import AtRecent
from reader.view.events import RecentListed, Started
from reader.view.popups import ListKind, ListPopup
from tests.samples import english
from tests.view.replaying import Replay

READ = RecentDocument("/a/b.txt", "A book", 0.4, datetime(2026, 1, 1, tzinfo=UTC))


def folder() -> Replay:
    return Replay.of(replace(english(), meta=Metadata(path="/a", format="folder")))


def test_what_was_read_last_is_under_the_cursor() -> None:
    replay = folder()
    replay.happen(Started(beginning=AtRecent()))
    assert any(isinstance(effect, asked.ListRecent) for effect in replay.asked)
    replay.happen(RecentListed((READ,)))
    popup = replay.workspace.popup
    assert isinstance(popup, ListPopup)
    assert popup.kind is ListKind.RECENT
    replay.press("enter")
    assert replay.asked[-1] == asked.OpenDocument("/a/b.txt")


def test_without_any_there_are_the_files_here_and_an_article_for_a_start() -> None:
    replay = folder()
    replay.happen(Started(beginning=AtRecent()))
    replay.happen(RecentListed((), "/share/article.txt"))
    popup = replay.workspace.popup
    assert isinstance(popup, ListPopup)
    assert [item.key for item in popup.model.items] == ["", "/share/article.txt"]
    replay.press("enter")
    assert replay.workspace.popup is None
    assert not any(isinstance(effect, asked.OpenDocument) for effect in replay.asked)


def test_an_article_that_was_read_is_listed_once() -> None:
    replay = folder()
    replay.happen(RecentListed((READ,), READ.path))
    popup = replay.workspace.popup
    assert isinstance(popup, ListPopup)
    assert [item.key for item in popup.model.items] == ["", READ.path]
