"""Whole sessions replayed: keys in, effects out, no application and no terminal."""

from dataclasses import replace

import pytest

from reader.formats import parse_text
from reader.model import AnchorState, Direction, ExitCode, Pos
from reader.search import Index, Matching
from reader.store import Store
from reader.view import effects as asked
from reader.view.actions import ACTIONS
from reader.view.arrange import PaneName
from reader.view.events import (
    POPUP,
    DocumentGrown,
    DocumentOpened,
    Dragged,
    FactsFailed,
    HitsFound,
    ItemClicked,
    LaunchFailed,
    ListMoved,
    LoadFailed,
    Pasted,
    Pointed,
    Resized,
    Wheeled,
)
from reader.view.keys import Action
from reader.view.page import painted_page
from reader.view.popups import ListKind, ListPopup, SidePanel
from reader.view.session import Memory
from reader.view.update import step
from tests.formats.making import parsed
from tests.samples import article, english, find, history
from tests.view.replaying import Replay

ARTICLE = article()


def test_a_session_is_replayed_without_a_screen() -> None:
    replay = Replay.of(ARTICLE)
    replay.press(
        "]", "]", "m", "/", *"اللائحه", "enter", "y", "tab", "enter", "backspace", "backspace", "'", "enter", "q"
    )
    workspace = replay.workspace
    (placed,) = workspace.reading.annotations
    assert placed.state is AnchorState.EXACT
    assert workspace.reading.target == placed.range
    assert [effect.query for effect in replay.asked if isinstance(effect, asked.Search)][-1] == "اللائحه"
    copied = replay.last(asked.Copy)
    assert isinstance(copied, asked.Copy)
    assert "اللائحة" in copied.text
    assert replay.asked[-1] == asked.Quit(ExitCode.DONE)
    assert isinstance(replay.last(asked.SavePosition), asked.SavePosition)
    # The screen is there to be painted at any moment.
    assert len(painted_page(workspace.reading, 59)) == workspace.reading.height


def test_the_same_keys_give_the_same_session() -> None:
    keys = (
        "]",
        "j",
        "space",
        "tab",
        "down",
        "enter",
        "n",
        "u",
        "w",
        "L",
        "J",
        "d",
        "=",
        "?",
        "escape",
        "/",
        *"a",
        "escape",
    )
    one, other = Replay.of(ARTICLE), Replay.of(ARTICLE)
    one.press(*keys)
    other.press(*keys)
    assert one.asked == other.asked
    assert one.workspace.reading.cursor == other.workspace.reading.cursor
    assert one.workspace.set_up == other.workspace.set_up


# Every action does what it is for: a handler that is gone, or does nothing, fails here.

_BEFORE = {
    Action.UNDO: ("m",),
    Action.PREVIOUS_LINK: ("G",),
    Action.COLOUR: ("H",),
    Action.LINE_UP: ("j", "j"),
    Action.PAGE_UP: ("space", "space"),
    Action.HALF_UP: ("space", "space"),
    Action.START: ("space",),
    Action.PREVIOUS_SECTION: ("]", "]"),
    Action.OPEN: ("shift+tab", "down"),
    Action.FOLD_LEFT: ("w", "tab", "g"),
    Action.FOLD_RIGHT: ("tab", "right"),
    Action.NEXT_HIT: ("/", *"DeepSeek", "enter"),
    Action.PREVIOUS_HIT: ("/", *"DeepSeek", "enter"),
    Action.BACK: ("]",),
    Action.FORWARD: ("]", "backspace"),
    Action.COPY_VALUE: ("tab", "enter", "shift+tab"),
    Action.CANCEL: ("/", *"DeepSeek", "enter"),
    Action.NARROWER: ("=",),
}


def _seen(replay: Replay) -> tuple[object, ...]:
    """What a reader of the screen can tell apart, and what was asked for."""
    w = replay.workspace
    return (
        w.reading.viewpoint,
        w.reading.target,
        w.reading.hits,
        w.reading.flow.width,
        w.reading.flow.marks,
        w.set_up,
        w.focus,
        w.prompt,
        w.popup,
        w.notice,
        w.sections.model,
        (len(w.panel.model.items), w.panel.model.cursor),
        len(replay.asked),
    )


@pytest.mark.parametrize("action", list(Action))
def test_every_action_does_something(action: Action) -> None:
    replay = Replay.of(ARTICLE)
    replay.press(*_BEFORE.get(action, ()))
    before = _seen(replay)
    replay.happen(action)
    assert _seen(replay) != before


@pytest.mark.parametrize(
    ("action", "does"),
    [
        (Action.WIDER, lambda old, new: new.reading.flow.width > old.reading.flow.width),
        (Action.NARROWER, lambda old, new: new.reading.flow.width < old.reading.flow.width),
        (Action.MARKS, lambda old, new: new.reading.flow.marks is not old.reading.flow.marks),
        (Action.LANGUAGE, lambda old, new: new.messages.language != old.messages.language),
        (Action.JUSTIFY, lambda old, new: new.set_up.justification is not old.set_up.justification),
        (Action.SECTIONS, lambda old, new: new.wanted == old.wanted - {PaneName.SECTIONS}),
        (Action.FACTS, lambda old, new: new.wanted == old.wanted - {PaneName.FACTS}),
        (Action.SCOPE, lambda old, new: new.panel.whole is not old.panel.whole),
        (Action.UNDERLINE, lambda _, new: bool(new.reading.underlined)),
        (Action.NEXT_PANE, lambda _, new: new.focus == PaneName.FACTS),
        (Action.PREVIOUS_PANE, lambda _, new: new.focus == PaneName.SECTIONS),
        (Action.HELP, lambda _, new: new.popup.kind is ListKind.COMMANDS),
        (Action.BOOKMARKS, lambda _, new: new.popup.kind is ListKind.BOOKMARKS),
        (Action.RECENT, lambda _, new: new.popup.kind is ListKind.RECENT),
    ],
)
def test_what_an_action_changes(action: Action, does: object) -> None:
    replay = Replay.of(ARTICLE, (160, 40))
    old = replay.workspace
    replay.happen(action)
    assert callable(does)
    assert does(old, replay.workspace)


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        (Action.ENCODING, asked.NextEncoding),
        (Action.QUIT, asked.Quit),
        (Action.RECENT, asked.ListRecent),
        (Action.COPY, asked.Copy),
        (Action.BOOKMARK, asked.Annotate),
        (Action.HIGHLIGHT, asked.Annotate),
        (Action.LANGUAGE, asked.Remember),
        (Action.NEXT_SECTION, asked.SavePosition),
    ],
)
def test_what_an_action_asks_for(action: Action, kind: type[asked.Effect]) -> None:
    replay = Replay.of(ARTICLE)
    replay.asked.clear()
    replay.happen(action)
    assert isinstance(replay.last(kind), kind)


def test_only_what_changed_is_remembered() -> None:
    replay = Replay.of(ARTICLE)
    replay.asked.clear()
    replay.press("s", "u", "L")
    changes = [effect.changes for effect in replay.asked if isinstance(effect, asked.Remember)]
    assert [change.panes for change in changes] == [frozenset({"text", "facts"}), None, None]
    assert [bool(change.underlined) for change in changes] == [False, True, False]
    assert [change.language for change in changes] == [None, None, "ar"]


# Keys go where they belong


def test_interrupting_and_suspending_work_everywhere() -> None:
    for keys in ((), ("?",), ("/", "x")):
        replay = Replay.of(ARTICLE)
        replay.press(*keys, "ctrl+z", "ctrl+c")
        assert replay.asked[-2:] == [asked.Suspend(), asked.Quit(ExitCode.INTERRUPTED)]


def test_what_is_pasted_goes_into_the_prompt_and_nowhere_else() -> None:
    replay = Replay.of(ARTICLE)
    replay.happen(Pasted("q"))
    assert asked.Quit() not in replay.asked
    replay.press("/")
    replay.happen(Pasted("ميتا"))
    assert replay.workspace.prompt is not None
    assert replay.workspace.prompt.text == "ميتا"
    assert replay.workspace.reading.hit is not None


def test_hits_of_what_was_typed_before_come_too_late() -> None:
    replay = Replay.of(ARTICLE)
    replay.press("/", *"zzz")
    late = replay.last(asked.Search)
    assert isinstance(late, asked.Search)

    before = replay.workspace
    replay.happen(HitsFound("ميتا", Index(ARTICLE).find("ميتا"), late.origin))
    assert replay.workspace.reading is before.reading


def test_a_message_stands_until_the_next_key() -> None:
    replay = Replay.of(ARTICLE)
    replay.press("G", "]")
    assert replay.workspace.notice
    replay.press("k")
    assert replay.workspace.notice == ""


# Lists and panels over the text


def test_a_bookmark_is_removed_from_its_list_and_the_cursor_stays_near() -> None:
    replay = Replay.of(ARTICLE)
    replay.press("m", "]", "m", "]", "m", "'", "down", "m")
    popup = replay.workspace.popup
    assert isinstance(popup, ListPopup)
    assert (len(popup.model.items), popup.model.cursor) == (2, 1)
    assert len(replay.workspace.reading.annotations) == 2
    replay.press("delete", "escape")
    assert replay.workspace.popup is None
    assert len(replay.workspace.reading.annotations) == 1


def test_a_list_is_moved_and_chosen_from_with_the_mouse() -> None:
    replay = Replay.of(ARTICLE)
    replay.press("m", "]", "m", "'")
    popup = replay.workspace.popup
    assert isinstance(popup, ListPopup)
    replay.happen(ListMoved(POPUP, popup.model.moved(1)))
    replay.happen(ItemClicked(POPUP, 3))
    assert replay.workspace.popup is None
    assert replay.workspace.reading.target == ARTICLE.sections[1].title


def test_an_address_is_copied_shown_and_opened_when_asked_twice() -> None:
    document = parsed("markdown", "# Title\n\nSee [here](https://a.example/) now.\n")
    replay = Replay.of(document)
    replay.happen(Pointed("text", find(document, "here").start))
    replay.press("i")
    panel = replay.workspace.popup
    assert isinstance(panel, SidePanel)
    assert asked.Copy("https://a.example/") in replay.asked
    assert asked.Launch("https://a.example/") not in replay.asked
    assert panel.box.x + panel.box.width == 120
    replay.happen(Resized(50, 20))
    panel = replay.workspace.popup
    assert isinstance(panel, SidePanel)
    assert (panel.box.x, panel.box.width) == (0, 50)
    replay.press("enter")
    assert replay.asked[-1] == asked.Launch("https://a.example/")
    replay.happen(LaunchFailed("https://a.example/"))
    assert "https://a.example/" in replay.workspace.notice


def test_a_note_is_scrolled_selected_in_and_copied() -> None:
    document = parsed("markdown", "# T\n\nText[^1] here.\n\n[^1]: " + "A note of many words. " * 80 + "\n")
    replay = Replay.of(document, (100, 12))
    replay.happen(Pointed("text", find(document, "Text").start))
    replay.press("i")
    before = replay.workspace
    panel = before.popup
    assert isinstance(panel, SidePanel)
    replay.happen(Wheeled(POPUP, 3))
    assert replay.workspace.popup != panel
    assert replay.workspace.reading is before.reading
    note = find(document, "A note of many")
    replay.happen(Dragged(POPUP, note.start, note.end))
    replay.press("y")
    assert replay.asked[-1] == asked.Copy("A note of many")


# Documents


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


@pytest.mark.parametrize(("path", "form"), [("-", "terminal"), ("/a/b.epub", "epub")])
def test_what_does_not_grow_is_not_followed(path: str, form: str) -> None:
    replay = Replay.of(parse_text("A line.\n", meta=replace(english().meta, path=path, format=form)))
    count = len(replay.asked)
    replay.press("F")
    assert replay.asked[count:] == []
    assert "can be followed" in replay.workspace.notice


def test_a_document_that_cannot_be_opened_leaves_this_one_which_is_read_on() -> None:
    beginning = replace(english(), complete=False, meta=replace(english().meta, path="/a/b.txt"))
    replay = Replay.of(beginning)
    replay.happen(LoadFailed("no such file", anew=True))
    assert "no such file" in replay.workspace.notice
    assert replay.asked[-1] == asked.OpenDocument("/a/b.txt", anew=False)
    replay.happen(LoadFailed("/a/b.txt: is gone", anew=False))
    assert replay.workspace.notice.startswith("Not read on: ")
    assert sum(isinstance(effect, asked.OpenDocument) for effect in replay.asked) == 1


def test_facts_that_failed_are_none() -> None:
    document = history()
    replay = Replay.of(document, store=Store.in_memory())
    replay.happen(FactsFailed(ARTICLE, "TypeError"))
    assert list(replay.workspace.reading.facts)
    replay.happen(FactsFailed(document, "TypeError"))
    assert list(replay.workspace.reading.facts) == []
    assert "TypeError" in replay.workspace.notice


@pytest.mark.parametrize("size", [(1, 1), (10, 3), (59, 7), (60, 8), (80, 24), (300, 100)])
def test_every_action_in_every_window(size: tuple[int, int]) -> None:
    for document in (ARTICLE, parse_text("")):
        replay = Replay.of(document, size)
        for row in ACTIONS:
            replay.happen(row.action)
            replay.happen(Action.CANCEL)
            assert sum(width for _, width in replay.workspace.arrangement.widths) == size[0]


def test_a_step_leaves_what_it_was_given() -> None:
    before = Replay.of(ARTICLE).workspace
    after, _ = step(before, Action.PAGE_DOWN)
    assert after is not before
    assert before.reading.top == 0
    assert before.document.direction is Direction.RTL
