"""Prompts at the foot of the screen: searching as one types, going somewhere, filtering facts, writing a note."""

from typing import assert_never

from reader.values import replace
from reader.view import (
    bookmark_list,
    command_palette,
    conversation_reading,
    conversing,
    file_searching,
    growing,
    hit_jumps,
    leaving,
    moving,
    note_editor,
    searching,
)
from reader.view.effects import Effect, StopSearching
from reader.view.events import KeyPressed
from reader.view.field import Field
from reader.view.popups import NotePopup
from reader.view.prompt import Prompt, PromptKind
from reader.view.steps import Step
from reader.view.workspace import Workspace


def ask(workspace: Workspace, question: PromptKind) -> Workspace:
    """Open a prompt; those for what facts and sections are filtered by hold what they are."""
    tree = workspace.sections.query
    filters = {PromptKind.FILTER: workspace.panel.query, PromptKind.TREE: tree, PromptKind.FILES: tree}
    text = filters.get(question, "")
    field = Field(text, len(text), workspace.document.direction)
    return replace(workspace, prompt=Prompt(question, workspace.reading.viewpoint, field))


def press(workspace: Workspace, prompt: Prompt, event: KeyPressed) -> Step:
    """A key in the open prompt."""
    if event.key == "escape" or (event.key == "backspace" and not prompt.text):
        searched = prompt.question in {PromptKind.SEARCH, PromptKind.FILES}
        return _given_up(replace(workspace, prompt=None), prompt), (StopSearching(),) if searched else ()
    if event.key == "enter":
        return _accepted(replace(workspace, prompt=None), prompt)
    if prompt.question is PromptKind.SEARCH and (step := searching.press(workspace, prompt, event)):
        return step
    if event.key in {"down", "up"}:
        return _stepped(workspace, prompt, 1 if event.key == "down" else -1), ()
    return _typed(workspace, prompt, prompt.pressed(event.key, event.character))


def insert(workspace: Workspace, text: str) -> Step:
    """Pasted text goes into the open prompt or note; without one, nowhere."""
    prompt, popup = workspace.prompt, workspace.popup
    if prompt:
        return _typed(workspace, prompt, prompt.inserted(text))
    return (note_editor.insert(workspace, popup, text) if isinstance(popup, NotePopup) else workspace), ()


def _typed(workspace: Workspace, before: Prompt, prompt: Prompt) -> Step:
    """The line after a key or a paste; a search is another thread's to make."""
    effects: tuple[Effect, ...] = ()
    if prompt.text != before.text:
        match prompt.question:
            case PromptKind.SEARCH:
                return searching.looked_for(workspace, prompt)
            case PromptKind.FILTER:
                workspace = workspace.filtered(prompt.text)
            case PromptKind.TREE:
                workspace = workspace.sections_filtered(prompt.text)
            case PromptKind.FILES:
                return file_searching.looked_for(workspace, prompt)
            case PromptKind.MARKS_FILTER:
                workspace = bookmark_list.filtered(workspace, prompt.text)
            case PromptKind.COMMAND:
                workspace = command_palette.filtered(workspace, prompt.text)
            case PromptKind.FIND:
                return conversation_reading.looked_for(workspace, prompt), ()
            case PromptKind.GOTO | PromptKind.ELSEWHERE | PromptKind.EXPORT | PromptKind.ASK | PromptKind.WRITE:
                pass
            case _:
                assert_never(prompt.question)
    return replace(workspace, prompt=prompt), effects


def _stepped(workspace: Workspace, prompt: Prompt, step: int) -> Workspace:
    """Down (1) and up (-1) while the line is typed: through what it has found."""
    match prompt.question:
        case PromptKind.FILTER | PromptKind.TREE | PromptKind.FILES:
            return workspace.moved(step)
        case PromptKind.FIND:
            return conversation_reading.to_hit(workspace, step)[0]
        case _:
            return workspace


def _accepted(workspace: Workspace, prompt: Prompt) -> Step:
    """The line stands."""
    match prompt.question:
        case PromptKind.SEARCH if not prompt.text and workspace.searches.past:
            return moving.to_hit(workspace, 1)
        case PromptKind.SEARCH:
            return searching.kept(workspace, prompt)
        case PromptKind.FILTER | PromptKind.TREE | PromptKind.FILES | PromptKind.COMMAND:
            return workspace, ()
        case PromptKind.ELSEWHERE:
            return leaving.save(workspace, prompt.text)
        case PromptKind.MARKS_FILTER:
            return workspace, ()
        case PromptKind.ASK:
            return conversing.ask(workspace, prompt.text)
        case PromptKind.FIND:
            return workspace, ()
        case PromptKind.WRITE:
            return conversation_reading.write(workspace, prompt.text)
        case PromptKind.EXPORT:
            return bookmark_list.export(workspace, prompt.text)
        case PromptKind.GOTO:
            if there := growing.gone_to(workspace, prompt.text):
                return there, ()
            nowhere = bool(prompt.text.strip())
            return workspace.said("goto.nowhere", place=prompt.text) if nowhere else workspace, ()
        case _:
            assert_never(prompt.question)


def _given_up(workspace: Workspace, prompt: Prompt) -> Workspace:
    """As it was before the prompt was opened."""
    match prompt.question:
        case PromptKind.SEARCH:
            return workspace.with_reading(hit_jumps.left(workspace.reading, prompt.origin))
        case PromptKind.FILTER:
            return workspace.filtered("")
        case PromptKind.TREE | PromptKind.FILES:
            return workspace.sections_filtered("")
        case PromptKind.MARKS_FILTER:
            return bookmark_list.filtered(workspace, "")
        case PromptKind.COMMAND:
            return command_palette.given_up(workspace)
        case PromptKind.FIND:
            found = hit_jumps.left(workspace.conversation.reading, prompt.origin)
            return conversation_reading.with_reading(workspace, found)
        case PromptKind.GOTO | PromptKind.ELSEWHERE | PromptKind.EXPORT | PromptKind.ASK | PromptKind.WRITE:
            return workspace
        case _:
            assert_never(prompt.question)
