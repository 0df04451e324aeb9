"""The mouse: what is pointed at, clicked, dragged or scrolled by the wheel, in panes and over them."""

from collections.abc import Callable
from typing import assert_never

from reader.values import replace
from reader.view import arranging, choosing, command_palette, conversation_reading, following
from reader.view.arrange import PaneName
from reader.view.command_palette import CommandsPopup
from reader.view.events import (
    POPUP,
    BarPointed,
    Clicked,
    Dragged,
    EdgeDragged,
    ItemClicked,
    ListMoved,
    MouseEvent,
    Pointed,
    TitleClicked,
    Wheeled,
)
from reader.view.keys import Action
from reader.view.links import links_at
from reader.view.panes.pane import ListContent
from reader.view.popups import ListPopup, SidePanel
from reader.view.selecting import word_at
from reader.view.sentence_at import sentence_at
from reader.view.steps import Step
from reader.view.workspace import Workspace


def pointed_at(workspace: Workspace, event: MouseEvent, act: Callable[[Workspace, Action], Step]) -> Step:
    """The mouse, in a pane or in what stands over them; ``act`` performs an action."""
    if event.pane == POPUP:
        return _pointed_at_popup(workspace, event, act)
    if event.pane == PaneName.CONVERSATION and isinstance(event, Wheeled | Pointed | Clicked | Dragged | BarPointed):
        return _pointed_at_conversation(workspace, event)
    match event:
        case Wheeled():
            return workspace.with_reading(workspace.reading.moved(event.rows)), ()
        case Pointed():
            focused = workspace.focused_on(PaneName.TEXT)
            return focused.with_reading(workspace.reading.pointed(event.pos)), ()
        case Clicked():
            return _clicked(workspace, event)
        case TitleClicked():
            return workspace.focused_on(event.pane), ()
        case BarPointed():
            return _scrolled_to(workspace, event), ()
        case Dragged():
            return workspace.with_reading(workspace.reading.selected(event.anchor, event.pos)), ()
        case ListMoved():
            return workspace.with_pane(workspace.pane(event.pane).with_model(event.model)), ()
        case ItemClicked():
            return choosing.choose(workspace.focused_on(event.pane), event.column)
        case EdgeDragged():
            return arranging.drag_edge(workspace, event), ()
        case _:
            assert_never(event)


def _pointed_at_conversation(workspace: Workspace, event: Wheeled | Pointed | Clicked | Dragged | BarPointed) -> Step:
    """The mouse in the conversation: as in the text, but that nothing is marked there."""
    reading = workspace.conversation.reading
    match event:
        case Wheeled():
            return conversation_reading.with_reading(workspace, reading.moved(event.rows)), ()
        case Pointed():
            focused = workspace.focused_on(PaneName.CONVERSATION)
            return conversation_reading.with_reading(focused, reading.pointed(event.pos)), ()
        case Dragged():
            return conversation_reading.with_reading(workspace, reading.selected(event.anchor, event.pos)), ()
        case BarPointed():
            return conversation_reading.with_reading(workspace, reading.at_fraction(event.fraction)), ()
        case Clicked(count=1):
            pointed = conversation_reading.with_reading(workspace, reading.pointed(event.pos))
            return choosing.choose(pointed) if links_at(reading, event.pos) else (workspace, ())
        case Clicked():
            find = word_at if event.count == 2 else sentence_at
            part = find(reading.document, event.pos)
            return conversation_reading.with_reading(workspace, reading.selected(part.start, part.end)), ()
        case _:
            assert_never(event)


def _clicked(workspace: Workspace, event: Clicked) -> Step:
    """A click follows the link under it; a second one takes the word, a third the sentence."""
    reading = workspace.reading
    if event.count == 1:
        on_link = bool(links_at(reading, event.pos))
        return following.follow_link(workspace.with_reading(reading.pointed(event.pos))) if on_link else (workspace, ())
    part = word_at(reading.document, event.pos) if event.count == 2 else sentence_at(reading.document, event.pos)
    return workspace.with_reading(reading.selected(part.start, part.end)), ()


def _scrolled_to(workspace: Workspace, event: BarPointed) -> Workspace:
    """A place on a scroll bar: the text there, or the line of a list."""
    pane = workspace.pane(event.pane)
    if event.pane == PaneName.TEXT:
        return workspace.with_reading(workspace.reading.at_fraction(event.fraction))
    content = pane.content(workspace.messages)
    if not isinstance(content, ListContent):
        return workspace
    model = content.model
    return workspace.with_pane(pane.with_model(model.moved(round(event.fraction * len(model.items)) - model.cursor)))


def _pointed_at_popup(workspace: Workspace, event: MouseEvent, act: Callable[[Workspace, Action], Step]) -> Step:
    """The mouse in a popup."""
    popup = workspace.popup
    match popup, event:
        case SidePanel(), Wheeled():
            return replace(workspace, popup=popup.with_reading(popup.reading.moved(event.rows))), ()
        case SidePanel(), Dragged():
            return replace(workspace, popup=popup.with_reading(popup.reading.selected(event.anchor, event.pos))), ()
        case CommandsPopup(), ListMoved():
            return command_palette.shown(workspace, popup.with_model(event.model)), ()
        case CommandsPopup(), ItemClicked():
            return command_palette.run(workspace, popup, act)
        case ListPopup(), ListMoved():
            return replace(workspace, popup=popup.with_model(event.model)), ()
        case ListPopup(), ItemClicked():
            return choosing.choose_in_popup(workspace, popup)
        case _:
            return workspace, ()
