"""The table of actions: each does what it is for, and deleting a handler is seen."""

from dataclasses import replace

import pytest

from reader.formats import parse_text
from reader.view import effects as asked
from reader.view.actions import ACTIONS
from reader.view.arrange import PaneName
from reader.view.keys import Action
from reader.view.popups import ListKind
from reader.view.steps import plain
from tests.samples import article
from tests.view.replaying import Replay

ARTICLE = article()

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
def test_every_action_does_something_by_its_handler(action: Action, monkeypatch: pytest.MonkeyPatch) -> None:
    replay = Replay.of(ARTICLE)
    replay.press(*_BEFORE.get(action, ()))
    workspace = replace(replay.workspace, notice="")

    def is_seen() -> bool:
        replay.workspace = workspace
        before = _seen(replay)
        replay.happen(action)
        return _seen(replay) != before

    assert is_seen()
    deleted = (row._replace(handler=plain(lambda w: w)) if row.action is action else row for row in ACTIONS)
    monkeypatch.setattr("reader.view.update.ACTIONS", tuple(deleted))
    assert not is_seen()


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


@pytest.mark.parametrize("size", [(1, 1), (10, 3), (59, 7), (60, 8), (80, 24), (300, 100)])
def test_every_action_in_every_window(size: tuple[int, int]) -> None:
    for document in (ARTICLE, parse_text("")):
        replay = Replay.of(document, size)
        for row in ACTIONS:
            replay.happen(row.action)
            replay.happen(Action.CANCEL)
            assert sum(width for _, width in replay.workspace.arrangement.widths) == size[0]
