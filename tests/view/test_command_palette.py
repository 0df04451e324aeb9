"""The command palette, without an application: every action found, filtered, run; themes looked at."""

from dataclasses import replace

import pytest

from reader.locale import LANGUAGES, Messages
from reader.view.actions import ACTIONS
from reader.view.arrange import PaneName
from reader.view.command_palette import CommandsPopup, PaletteCommand
from reader.view.effects import Effect, Quit, Remember
from reader.view.events import KeyPressed, Pasted
from reader.view.keys import Action
from reader.view.theme_names import THEMES
from reader.view.update import step
from reader.view.workspace import Workspace
from tests.samples import article
from tests.view.replaying import Replay


def opened() -> Workspace:
    return Replay.of(article()).workspace


def pressed(workspace: Workspace, *keys: str) -> tuple[Workspace, tuple[Effect, ...]]:
    effects: tuple[Effect, ...] = ()
    for key in keys:
        workspace, more = step(workspace, KeyPressed(key, key if len(key) == 1 else None, key))
        effects = (*effects, *more)
    return workspace, effects


def shown(workspace: Workspace) -> list[Action | str]:
    """What the palette's lines do, from the top."""
    popup = workspace.popup
    assert isinstance(popup, CommandsPopup)
    return [item.key.does for item in popup.model.items if isinstance(item.key, PaletteCommand)]


def headings(workspace: Workspace) -> list[str]:
    popup = workspace.popup
    assert isinstance(popup, CommandsPopup)
    return [item.text.text for item in popup.model.items if item.key is None]


@pytest.mark.parametrize("key", ["?", "ctrl+p"])
def test_every_action_and_theme_stands_there_once(key: str) -> None:
    workspace, _ = pressed(opened(), key)
    assert sorted(shown(workspace)) == sorted([*(row.action for row in ACTIONS if row.help), *THEMES])
    assert len(headings(workspace)) == len(set(headings(workspace))) == 11


@pytest.mark.parametrize("pane", [PaneName.TEXT, PaneName.SECTIONS, PaneName.FACTS])
def test_the_focused_panes_group_is_first(pane: PaneName) -> None:
    workspace = opened().focused_on(pane)
    own = [action for actions in workspace.focused.footer for action in actions]
    workspace, _ = pressed(workspace, "?")
    assert shown(workspace)[: len(own)] == own
    assert headings(workspace)[0] == Messages("en").text(f"pane.{pane}")


@pytest.mark.parametrize(
    ("language", "query", "action"),
    [
        ("en", "colour hig", Action.COLOUR),
        ("ar", "colour hig", Action.COLOUR),
        ("ar", "الطرفيه", THEMES[0]),  # no hamza, no dots: as a search folds
        ("ar", "خروج", Action.QUIT),
        ("he", "ערכות", Action.THEME),
        ("fa", "ويرايشگر", Action.EDIT),  # with the Arabic ya
        ("ur", "ترميز", None),
        ("en", "ctrl+l", Action.REDRAW),
        ("en", "no such thing", None),
    ],
)
def test_it_is_filtered_in_either_language(language: str, query: str, action: Action | str | None) -> None:
    workspace, _ = pressed(replace(opened(), messages=Messages(language)), "?", *query)
    assert action in shown(workspace) if action else not shown(workspace)
    assert len(shown(workspace)) < len(ACTIONS) // 2
    pasted, _ = step(pressed(replace(workspace, popup=None, prompt=None), "?")[0], Pasted(query))
    assert shown(pasted) == shown(workspace)


def test_enter_runs_what_is_under_the_cursor_in_the_pane_that_was_focused() -> None:
    workspace, effects = pressed(opened(), "?", *"quit", "enter")
    assert workspace.popup is None
    assert workspace.prompt is None
    assert any(isinstance(effect, Quit) for effect in effects)
    workspace, _ = pressed(opened().focused_on(PaneName.FACTS), "?", *"section or of", "enter")
    assert workspace.panel.whole


def test_arrows_move_and_escape_closes() -> None:
    workspace, _ = pressed(opened(), "?", "down", "down", "up")
    popup = workspace.popup
    assert isinstance(popup, CommandsPopup)
    assert popup.model.cursor == 2
    closed, _ = pressed(workspace, "escape")
    assert (closed.popup, closed.prompt) == (None, None)


def test_a_theme_is_looked_at_and_given_up_or_kept() -> None:
    workspace, effects = pressed(opened(), "?", *"sepia")
    assert (workspace.preview, workspace.theme) == ("sepia", THEMES[0])
    assert not any(isinstance(effect, Remember) for effect in effects)
    given_up, _ = pressed(workspace, "escape")
    assert (given_up.preview, given_up.theme) == ("", THEMES[0])
    kept, effects = pressed(workspace, "enter")
    assert (kept.preview, kept.theme) == ("", "sepia")
    assert [effect.changes.theme for effect in effects if isinstance(effect, Remember)] == ["sepia"]
    again, _ = pressed(kept, "T")
    assert shown(again) == list(THEMES)
    assert again.preview == "sepia"
    assert pressed(again, "down")[0].preview == "high-contrast"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_has_a_name_of_its_own(language: str) -> None:
    names = [Messages(language).text(row.help) for row in ACTIONS if row.help]
    assert len(set(names)) == len(names)
