"""The table of keys."""

import pytest

from reader.locale import LANGUAGES, Messages
from reader.view.actions import ACTIONS, keymap_of
from reader.view.events import KeyPressed
from reader.view.hint_line import footer_line, popup_hints
from reader.view.keying import unknown
from reader.view.keys import Action, Refused
from reader.view.list_model import ListModel
from reader.view.panes.conversation import ConversationPane
from reader.view.panes.facts import FactsPane
from reader.view.panes.sections import SectionsPane
from reader.view.panes.text import TextPane
from reader.view.popups import ListKind, ListPopup
from tests.samples import article
from tests.view.replaying import Replay


def test_every_action_has_one_row_and_a_key_and_no_key_two_actions() -> None:
    assert sorted(row.action for row in ACTIONS) == sorted(Action)
    keys = [key for row in ACTIONS for key in row.keys]
    assert all(row.keys for row in ACTIONS)
    assert len(keys) == len(set(keys))


def test_every_action_but_giving_up_is_in_the_help() -> None:
    assert {row.action for row in ACTIONS if not row.help} == {Action.CANCEL}


def test_keys_can_be_rebound() -> None:
    keymap = keymap_of({"page_down": ["ctrl+f", "space"]})
    assert keymap.action_of("ctrl+f") is Action.PAGE_DOWN
    assert keymap.action_of("pagedown") is None


def test_an_unknown_action_is_left_out() -> None:
    keymap = keymap_of({"fly": ["x"], "copy": ["X"]})
    assert keymap.refused == (Refused("fly"),)
    assert keymap.action_of("X") is Action.COPY


def test_a_key_stays_with_the_action_that_has_it() -> None:
    keymap = keymap_of({"copy": ["q"]})
    assert keymap.refused == (Refused("copy", "q", "quit"),)
    assert keymap.action_of("q") is Action.QUIT
    assert keymap.action_of("y") is Action.COPY


def test_two_actions_can_change_their_keys_with_each_other() -> None:
    keymap = keymap_of({"copy": ["q"], "quit": ["y"]})
    assert not keymap.refused
    assert keymap.action_of("y") is Action.QUIT


def test_of_two_that_are_given_one_key_the_first_has_it() -> None:
    keymap = keymap_of({"copy": ["ctrl+y"], "undo": ["ctrl+y"]})
    assert keymap.refused == (Refused("undo", "ctrl+y", "copy"),)
    assert keymap.action_of("U") is Action.UNDO


@pytest.mark.parametrize("language", LANGUAGES)
def test_footers_speak_every_language(language: str) -> None:
    messages, keymap = Messages(language), keymap_of()
    for pane in (SectionsPane, TextPane, ConversationPane, FactsPane):
        footer = footer_line(ACTIONS, keymap, messages, pane.name, pane.footer, width=300)
        assert len(footer.text.split("  ")) == len(pane.footer) + 2
        assert "footer." not in footer.text
    for kind in ListKind:
        assert popup_hints(keymap, messages, ListPopup(kind, ListModel()), 80).text


@pytest.mark.parametrize(
    ("key", "character", "named"),
    [("x", "é", "é"), ("alt+q", "q", "Alt+Q"), ("f5", None, "F5"), ("ctrl+f12", None, "Ctrl+F12"), ("plus", "+", "+")],
)
def test_a_dead_key_is_named_as_it_was_pressed(key: str, character: str | None, named: str) -> None:
    workspace = unknown(Replay.of(article()).workspace, KeyPressed(key, character, key))
    assert f"\u2066{named}\u2069" in workspace.notice
