"""A key outside prompts: a digit of a count, an action done so many times, or a word on what the key is not."""

from collections.abc import Callable

from reader.values import replace
from reader.view import growing
from reader.view.action_rows import ActionRow
from reader.view.events import KeyPressed
from reader.view.keys import Action, shown_key
from reader.view.steps import Step
from reader.view.workspace import Workspace

LONGEST_COUNT = 6
"""Digits of a count."""

REPEATED_MOST = 1000
"""Times that an action is done at most for one count."""

_REPEATED = frozenset(
    {
        Action.LINE_DOWN, Action.LINE_UP, Action.PAGE_DOWN, Action.PAGE_UP, Action.HALF_DOWN, Action.HALF_UP,
        Action.NEXT_SECTION, Action.PREVIOUS_SECTION, Action.NEXT_HIT, Action.PREVIOUS_HIT, Action.BACK, Action.FORWARD,
        Action.NEXT_PANE, Action.PREVIOUS_PANE, Action.NARROWER, Action.WIDER,
    }
)  # fmt: skip
"""Actions that a count repeats; for start and end it is a line of the file, for others it means nothing."""

Act = Callable[[Workspace, Action], Step]


def counted(workspace: Workspace, event: KeyPressed) -> Workspace | None:
    """The workspace with another digit of the count; None for a key that is none."""
    key, count = event.command, workspace.count
    if len(key) != 1 or not key.isdecimal() or not key.isascii() or (key == "0" and not count):
        return None
    count = (count + key)[:LONGEST_COUNT]
    return replace(workspace, count=count).remarked(workspace.messages.digits(count))


def shared(workspace: Workspace, event: KeyPressed) -> Workspace | None:
    """To so many per cent of the document, where the sign for it follows a count; None for any other key."""
    if not workspace.count or not {event.command, event.character} & {"%", "٪"}:
        return None
    return growing.gone_to(replace(workspace, count=""), f"{workspace.count}%")


def done(workspace: Workspace, action: Action, act: Act) -> Step:
    """An action, as often as the count says; what changes nothing says so."""
    count, workspace = workspace.count, replace(workspace, count="")
    if not count:
        return act(workspace, action)
    if action is Action.CANCEL:
        return workspace, ()
    if action in {Action.START, Action.END}:
        return growing.gone_to(workspace, count) or workspace, ()
    after, effects = act(workspace, action)
    for _ in range(min(int(count), REPEATED_MOST) - 1 if action in _REPEATED else 0):
        before = after
        after, more = act(before, action)
        effects = (*effects, *more)
        if after.notice or (after.reading is before.reading and after.panes == before.panes):
            break
    return after, effects


def explained(before: Workspace, step: Step, row: ActionRow) -> Step:
    """A step that changed nothing and said nothing: why."""
    after, effects = step
    if effects or after.notice or not _looks_as(before, after):
        return step
    match row.action:
        case Action.LINE_DOWN | Action.PAGE_DOWN | Action.HALF_DOWN | Action.END:
            return after.said("message.end_reached"), ()
        case Action.LINE_UP | Action.PAGE_UP | Action.HALF_UP | Action.START:
            return after.said("message.start_reached"), ()
        case Action.CANCEL:
            return step
        case _:
            return after.said("message.nothing_here", what=after.messages.text(row.help)), ()


def _looks_as(before: Workspace, after: Workspace) -> bool:
    """Whether nothing has changed but by which way the text came to stand where it stands."""
    old, new = before.reading, after.reading
    if new is not old:
        same_place = new.viewpoint == old.viewpoint
        new = replace(new, scrolled=old.scrolled, top=old.top if same_place else new.top)
        after = replace(after, panes=tuple(replace(p, reading=new) if p is after.text else p for p in after.panes))
    return after == before


def unknown(workspace: Workspace, event: KeyPressed) -> Workspace:
    """A key that stands for nothing."""
    typed = event.character if event.character and event.character.isprintable() else ""
    key = typed if typed and "+" not in event.key[:-1] else shown_key(event.key)
    return replace(workspace, count="").said("message.no_such_key", name=key)
