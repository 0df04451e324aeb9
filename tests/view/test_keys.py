"""The table of keys."""

import pytest

from reader.locale import LANGUAGES, Messages
from reader.model import UsageError
from reader.view.help_list import footer_line, help_items, list_hints
from reader.view.keys import DEFAULT_KEYS, HELP, Action, Keymap


def test_every_action_has_a_key_and_no_key_two_actions() -> None:
    assert set(DEFAULT_KEYS) == set(Action)
    keys = [key for bound in DEFAULT_KEYS.values() for key in bound]
    assert len(keys) == len(set(keys))


def test_every_action_but_giving_up_is_in_the_help() -> None:
    assert {action for line in HELP for action in line.actions} == set(Action) - {Action.CANCEL}


def test_keys_can_be_rebound() -> None:
    keymap = Keymap({"page_down": ["ctrl+f", "space"]})
    assert keymap.action_of("ctrl+f") is Action.PAGE_DOWN
    assert keymap.action_of("pagedown") is None


def test_an_unknown_action_is_refused() -> None:
    with pytest.raises(UsageError, match="no action 'fly'"):
        Keymap({"fly": ["x"]})


def test_a_key_for_two_actions_is_refused() -> None:
    with pytest.raises(UsageError, match="'q' is bound to both"):
        Keymap({"copy": ["q"]})


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_and_footer_speak_every_language(language: str) -> None:
    messages = Messages(language)
    assert len(help_items(Keymap(), messages)) == len(HELP)
    assert footer_line(Keymap(), messages).text
    assert list_hints(Keymap(), messages, choosable=True, removable=True).text
