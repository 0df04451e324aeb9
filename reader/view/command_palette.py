"""The command palette: everything that can be done, grouped, filtered as one types, and done by Enter.

The query is matched against what a command is called in the interface's language and in English, and against its keys,
folded as a search folds. The focused pane's own commands stand first. Where the cursor is on a theme, the screen shows
it; giving up brings back the one before.
"""

from collections.abc import Iterable, Mapping, Sequence

from reader.locale import Messages
from reader.model import Direction
from reader.text.folding import folded
from reader.values import dataclass, replace
from reader.view import keying
from reader.view.action_rows import ActionRow, row_of
from reader.view.events import KeyPressed
from reader.view.field import Field
from reader.view.filtering import words_of
from reader.view.keying import Act
from reader.view.keys import Action
from reader.view.list_model import Column, Item, ListModel
from reader.view.popups import ListKind, ListPopup
from reader.view.prompt import Prompt, PromptKind
from reader.view.steps import Step
from reader.view.styled import TextRole, isolated, one_line, styled
from reader.view.theme_names import OWN_THEMES, THEMES
from reader.view.workspace import Workspace

_ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class PaletteCommand:
    """One line.

    Attributes:
        does: An action, or the name of a theme.
        row: The action's row; None for a theme.
        group: What it stands under.
        name: What it is called.
        keys: Its keys, as they are shown.
        sought: What a query is looked for in, folded.
    """

    does: Action | str
    row: ActionRow | None
    group: str
    name: str
    keys: str
    sought: str


@dataclass(frozen=True, slots=True)
class CommandsPopup(ListPopup):
    """The palette over the text.

    Attributes:
        commands: All commands, in order.
    """

    commands: tuple[PaletteCommand, ...] = ()

    @property
    def title(self) -> str:
        """The name of the text that is its title."""
        return "group.themes" if self.width == _THEMES_WIDTH else f"pane.{self.kind}"


def opened(workspace: Workspace, rows: Sequence[ActionRow], groups: Mapping[Action, str]) -> Workspace:
    """The palette opened.

    Args:
        workspace: The screen.
        rows: The table of actions.
        groups: Its groups, by the first action of each.
    """
    return _opened(
        workspace, (*_own_commands(workspace, rows), *_other_commands(workspace, rows, groups), *_themes(workspace))
    )


def themes_opened(workspace: Workspace) -> Workspace:
    """The same with themes alone, the cursor on the one in use."""
    workspace = _opened(workspace, tuple(_themes(workspace)))
    popup = workspace.popup
    if not isinstance(popup, CommandsPopup):
        return workspace
    popup = replace(popup, width=_THEMES_WIDTH)
    names = [item.key.does if isinstance(item.key, PaletteCommand) else "" for item in popup.model.items]
    cursor = names.index(workspace.theme) if workspace.theme in names else popup.model.cursor
    return shown(workspace, popup.with_model(replace(popup.model, cursor=cursor)))


_THEMES_WIDTH = 32
"""Cells of the list of themes: beside it the text shows how each looks."""


def _opened(workspace: Workspace, commands: tuple[PaletteCommand, ...]) -> Workspace:
    popup = CommandsPopup(ListKind.COMMANDS, ListModel(), commands=commands).placed(workspace.window)
    field = Field("", 0, workspace.document.direction)
    prompt = Prompt(PromptKind.COMMAND, workspace.reading.viewpoint, field)
    return filtered(replace(workspace, popup=popup, prompt=prompt), "")


def filtered(workspace: Workspace, query: str) -> Workspace:
    """Only the commands that have every word of a query."""
    popup = workspace.popup
    if not isinstance(popup, CommandsPopup):
        return workspace
    words = words_of(query)
    found = [command for command in popup.commands if all(word in command.sought for word in words)]
    model = ListModel(tuple(_items(found))).moved(0)
    return shown(workspace, replace(popup, model=model))


def shown(workspace: Workspace, popup: ListPopup) -> Workspace:
    """The palette as it is now, the screen in the theme that its cursor is on."""
    command = popup.model.current.key if popup.model.current else None
    on_theme = isinstance(command, PaletteCommand) and command.row is None
    preview = str(command.does) if on_theme and isinstance(command, PaletteCommand) else ""
    return replace(workspace, popup=popup, preview=preview)


def moved(workspace: Workspace, popup: CommandsPopup, action: Action) -> Workspace:
    """The cursor moved, as in any list."""
    return shown(workspace, popup.with_model(popup.moved(action).model))


_MOVES = {
    "down": Action.LINE_DOWN,
    "up": Action.LINE_UP,
    "pagedown": Action.PAGE_DOWN,
    "pageup": Action.PAGE_UP,
}
"""Keys that move in the list while one types."""


def press(workspace: Workspace, popup: CommandsPopup, event: KeyPressed, act: Act) -> Step | None:
    """Act on a key that does something here and in no other prompt; None for any other."""
    if move := _MOVES.get(event.key):
        return moved(workspace, popup, move), ()
    if event.key == "enter":
        return run(workspace, popup, act)
    if workspace.keymap.action_of(event.key) is Action.HELP and not event.character:
        return given_up(workspace), ()
    return None


def run(workspace: Workspace, popup: CommandsPopup, act: Act) -> Step:
    """The command under the cursor done, in the pane that was focused; a theme is kept."""
    command = popup.model.current.key if popup.model.current else None
    if not isinstance(command, PaletteCommand):
        return workspace, ()
    closed = given_up(workspace)
    if isinstance(command.does, Action) and command.row:
        return keying.explained(closed, act(closed, command.does), command.row)
    return replace(closed, theme=str(command.does)).said("message.theme", name=command.name), ()


def given_up(workspace: Workspace) -> Workspace:
    """The palette closed, and the theme as it was."""
    return replace(workspace, popup=None, prompt=None, preview="")


def theme_name(theme: str, messages: Messages) -> str:
    """The name of a theme; those of Textual have one name everywhere."""
    return messages.text(f"theme.{theme}") if theme in OWN_THEMES else theme


def _own_commands(workspace: Workspace, rows: Sequence[ActionRow]) -> Iterable[PaletteCommand]:
    """The commands that the focused pane's footer tells of."""
    pane = workspace.focused
    group = workspace.messages.text(f"pane.{pane.name}")
    for action in (action for actions in pane.footer for action in actions):
        yield _command(workspace, row_of(rows, action), group)


def _other_commands(
    workspace: Workspace, rows: Sequence[ActionRow], groups: Mapping[Action, str]
) -> Iterable[PaletteCommand]:
    own = {action for actions in workspace.focused.footer for action in actions}
    group = ""
    for row in rows:
        group = groups.get(row.action, group)
        if row.help and row.action not in own:
            yield _command(workspace, row, workspace.messages.text(f"group.{group}"))


def _command(workspace: Workspace, row: ActionRow, group: str) -> PaletteCommand:
    name, keys = workspace.messages.text(row.help), workspace.keymap.shown((row.action,))
    sought = folded("\n".join((name, Messages(_ENGLISH).text(row.help), row.action.replace("_", " "), keys, group)))
    return PaletteCommand(row.action, row, group, name, keys, sought)


def _themes(workspace: Workspace) -> Iterable[PaletteCommand]:
    messages, english = workspace.messages, Messages(_ENGLISH)
    group = messages.text("group.themes")
    for theme in THEMES:
        name = theme_name(theme, messages)
        words = (name, theme_name(theme, english), theme, group, messages.text("key.theme"), english.text("key.theme"))
        sought = folded("\n".join(words))
        yield PaletteCommand(theme, None, group, name, "", sought)


def _items(commands: Sequence[PaletteCommand]) -> Iterable[Item]:
    """A line a command, its keys before it, under the headings of their groups."""
    group = ""
    keys = [isolated(command.keys, TextRole.BAR_KEY) if command.keys else styled("") for command in commands]
    width = max((one_line(key.text, Direction.LTR).width for key in keys), default=0)
    for command, key in zip(commands, keys, strict=True):
        if command.group != group:
            group = command.group
            yield Item(styled(group, TextRole.HEADING), selectable=False)
        yield Item(styled(command.name), None, command, " ", column=Column(key, width) if width else None)
