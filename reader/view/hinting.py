"""Following a link of the screen by its number: the numbers stand in the text until one is typed.

A number is taken as soon as no other begins like it; Enter takes a shorter one. The key that showed the numbers lists
the links, Esc takes them away, and any other key does what it does without them.
"""

from collections.abc import Callable

from reader.values import replace
from reader.view import following
from reader.view.events import KeyPressed
from reader.view.keys import Action
from reader.view.link_hints import seen_at
from reader.view.links import Link, links_in
from reader.view.reading_state import LinkHint
from reader.view.steps import Step
from reader.view.workspace import Workspace


def begin(workspace: Workspace) -> Step:
    """The links on the screen numbered; a single one is followed at once."""
    reading = workspace.reading
    rows = (*reading.standing, *reading.rows())
    links = tuple(link for part in reading.parts_shown for link in links_in(reading, part))
    hints = tuple(LinkHint(*link, "") for link in links if seen_at(reading, rows, link.range))
    match hints:
        case ():
            return workspace.said("message.no_link"), ()
        case (hint,):
            return following.follow(workspace, _link(hint))
        case _:
            return _typed(workspace.with_reading(replace(reading, hints=hints)), ""), ()


def press(workspace: Workspace, event: KeyPressed, otherwise: Callable[[Workspace, KeyPressed], Step]) -> Step:
    """A key while the links are numbered; one that is not for them goes on to what it does otherwise."""
    hints, typed, left = workspace.reading.hints, workspace.count, ended(workspace)
    key = event.command
    if len(key) == 1 and key.isascii() and key.isdecimal():
        return _digit(workspace, typed + key)
    match workspace.keymap.action_of(key):
        case Action.BACK if typed:
            return _typed(workspace, typed[:-1]), ()
        case Action.OPEN if typed:
            return following.follow(left, _link(hints[int(typed) - 1]))
        case Action.LINKS:
            return following.listed(left, [_link(hint) for hint in hints]), ()
        case Action.CANCEL:
            return left, ()
        case _:
            return otherwise(left, event)


def ended(workspace: Workspace) -> Workspace:
    """Without the numbers."""
    if not workspace.reading.hints:
        return workspace
    return replace(workspace.with_reading(replace(workspace.reading, hints=())), count="")


def _digit(workspace: Workspace, typed: str) -> Step:
    hints = workspace.reading.hints
    match [number for number in range(1, len(hints) + 1) if str(number).startswith(typed)]:
        case []:
            return _typed(workspace, workspace.count), ()
        case [number]:
            return following.follow(ended(workspace), _link(hints[number - 1]))
        case _:
            return _typed(workspace, typed), ()


def _typed(workspace: Workspace, typed: str) -> Workspace:
    """The numbers that begin with what is typed."""
    reading, digits = workspace.reading, workspace.messages.digits
    numbers = map(str, range(1, len(reading.hints) + 1))
    labels = (digits(number) if number.startswith(typed) else "" for number in numbers)
    hints = tuple(hint._replace(label=label) for hint, label in zip(reading.hints, labels, strict=True))
    shown = replace(workspace.with_reading(replace(reading, hints=hints)), count=typed)
    return shown.remarked(digits(typed)) if typed else shown.said("message.hints")


def _link(hint: LinkHint) -> Link:
    return Link(hint.range, hint.target)
