"""What actions do to the desk, as far as they need nothing outside it."""

from collections.abc import Callable, Mapping

from reader.view.arrange import PaneName
from reader.view.desk import Desk
from reader.view.keys import Action
from reader.view.state import State

DESK_ACTIONS: Mapping[Action, Callable[[Desk], Desk]] = {
    Action.LINE_DOWN: lambda desk: desk.moved(1),
    Action.LINE_UP: lambda desk: desk.moved(-1),
    Action.PAGE_DOWN: lambda desk: desk.paged(1),
    Action.PAGE_UP: lambda desk: desk.paged(-1),
    Action.START: lambda desk: desk.to_end(last=False),
    Action.END: lambda desk: desk.to_end(last=True),
    Action.NEXT_PANE: lambda desk: desk.focus_moved(1),
    Action.PREVIOUS_PANE: lambda desk: desk.focus_moved(-1),
    Action.FOLD_LEFT: lambda desk: desk.folded_towards(right=False),
    Action.FOLD_RIGHT: lambda desk: desk.folded_towards(right=True),
    Action.SECTIONS: lambda desk: desk.toggled(PaneName.SECTIONS),
    Action.FACTS: lambda desk: desk.toggled(PaneName.FACTS),
    Action.SCOPE: Desk.scope_toggled,
    Action.UNDERLINE: Desk.underline_toggled,
    Action.CANCEL: Desk.cancelled,
}
"""Actions that always do something, if only nothing."""

JUMPS: Mapping[Action, tuple[Callable[[Desk], Desk], str]] = {
    Action.NEXT_SECTION: (lambda desk: _read(desk, desk.reading.section_moved(1)), "message.last_section"),
    Action.PREVIOUS_SECTION: (lambda desk: _read(desk, desk.reading.section_moved(-1)), "message.first_section"),
    Action.NEXT_HIT: (lambda desk: desk.hit_moved(1), "message.no_search"),
    Action.PREVIOUS_HIT: (lambda desk: desk.hit_moved(-1), "message.no_search"),
    Action.BACK: (lambda desk: _read(desk, desk.reading.went_back()), "message.no_back"),
    Action.FORWARD: (lambda desk: _read(desk, desk.reading.went_forward()), "message.no_forward"),
}
"""Jumps, and the text that says there is nowhere to go; then the state read is the very same object."""

RETURNS = frozenset((Action.BACK, Action.FORWARD))
"""Jumps that lead back to another document where there is none left in this one."""

MENTIONS = frozenset((Action.NEXT_HIT, Action.PREVIOUS_HIT))
"""Jumps that may go through a fact's mentions."""


def _read(desk: Desk, reading: State) -> Desk:
    return desk if reading is desk.reading else desk.with_reading(reading)
