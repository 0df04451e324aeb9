"""Whole sessions replayed: keys in, effects out, no application and no terminal."""

from reader.model import AnchorState, Direction, ExitCode
from reader.search import Index
from reader.store import Store
from reader.view import effects as asked
from reader.view.events import (
    POPUP,
    Dragged,
    FactsFailed,
    HitsFound,
    ItemClicked,
    LaunchFailed,
    ListMoved,
    Pasted,
    Pointed,
    Resized,
    Wheeled,
)
from reader.view.keys import Action
from reader.view.page import painted_page
from reader.view.popups import ListPopup, SidePanel
from reader.view.update import step
from tests.formats.making import parsed
from tests.samples import article, find, history
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


def test_facts_that_failed_are_none() -> None:
    document = history()
    replay = Replay.of(document, store=Store.in_memory())
    replay.happen(FactsFailed(ARTICLE, "TypeError"))
    assert list(replay.workspace.reading.facts)
    replay.happen(FactsFailed(document, "TypeError"))
    assert list(replay.workspace.reading.facts) == []
    assert "TypeError" in replay.workspace.notice


def test_a_step_leaves_what_it_was_given() -> None:
    before = Replay.of(ARTICLE).workspace
    after, _ = step(before, Action.PAGE_DOWN)
    assert after is not before
    assert before.reading.top == 0
    assert before.document.direction is Direction.RTL
