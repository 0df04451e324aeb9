"""Prompts at the foot of the screen: searching as one types, going somewhere, filtering facts, writing a note."""

from dataclasses import replace
from typing import assert_never

from reader.view import (
    bookmark_list,
    command_palette,
    conversation_reading,
    conversing,
    leaving,
    note_editor,
    searching,
)
from reader.view.effects import Effect, StopSearching
from reader.view.events import KeyPressed
from reader.view.field import Field
from reader.view.goto import place_asked_for
from reader.view.popups import NotePopup
from reader.view.prompt import Prompt, Question
from reader.view.steps import Step
from reader.view.workspace import Workspace


def ask(workspace: Workspace, question: Question) -> Workspace:
    """Open a prompt; those for what facts and sections are filtered by hold what they are."""
    filters = {Question.FILTER: workspace.panel.query, Question.TREE: workspace.sections.query}
    text = filters.get(question, "")
    field = Field(text, len(text), workspace.document.direction)
    return replace(workspace, prompt=Prompt(question, workspace.reading.viewpoint, field))


def press(workspace: Workspace, prompt: Prompt, event: KeyPressed) -> Step:
    """A key in the open prompt."""
    if event.key == "escape" or (event.key == "backspace" and not prompt.text):
        return _given_up(replace(workspace, prompt=None), prompt), (StopSearching(),)
    if event.key == "enter":
        return _accepted(replace(workspace, prompt=None), prompt)
    if prompt.question is Question.SEARCH and (step := searching.press(workspace, prompt, event)):
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
            case Question.SEARCH:
                return searching.looked_for(workspace, prompt)
            case Question.FILTER:
                workspace = workspace.filtered(prompt.text)
            case Question.TREE:
                workspace = workspace.sections_filtered(prompt.text)
            case Question.MARKS_FILTER:
                workspace = bookmark_list.filtered(workspace, prompt.text)
            case Question.COMMAND:
                workspace = command_palette.filtered(workspace, prompt.text)
            case Question.FIND:
                return conversation_reading.looked_for(workspace, prompt), ()
            case Question.GOTO | Question.ELSEWHERE | Question.EXPORT | Question.ASK | Question.WRITE:
                pass
            case _:
                assert_never(prompt.question)
    return replace(workspace, prompt=prompt), effects


def _stepped(workspace: Workspace, prompt: Prompt, step: int) -> Workspace:
    """Down (1) and up (-1) while the line is typed: through what it has found."""
    match prompt.question:
        case Question.FILTER | Question.TREE:
            return workspace.moved(step)
        case Question.FIND:
            return conversation_reading.to_hit(workspace, step)[0]
        case _:
            return workspace


def _accepted(workspace: Workspace, prompt: Prompt) -> Step:
    """The line stands."""
    match prompt.question:
        case Question.SEARCH:
            return searching.kept(workspace, prompt)
        case Question.FILTER | Question.TREE | Question.COMMAND:
            return workspace, ()
        case Question.ELSEWHERE:
            return leaving.save(workspace, prompt.text)
        case Question.MARKS_FILTER:
            return workspace, ()
        case Question.ASK:
            return conversing.ask(workspace, prompt.text)
        case Question.FIND:
            return workspace, ()
        case Question.WRITE:
            return conversation_reading.write(workspace, prompt.text)
        case Question.EXPORT:
            return bookmark_list.export(workspace, prompt.text)
        case Question.GOTO:
            target = place_asked_for(workspace.document, prompt.text)
            if target:
                return workspace.with_reading(workspace.reading.jumped(target)), ()
            nowhere = bool(prompt.text.strip())
            return workspace.said("goto.nowhere", place=prompt.text) if nowhere else workspace, ()
        case _:
            assert_never(prompt.question)


def _given_up(workspace: Workspace, prompt: Prompt) -> Workspace:
    """As it was before the prompt was opened."""
    match prompt.question:
        case Question.SEARCH:
            return workspace.with_reading(workspace.reading.search_left(prompt.origin))
        case Question.FILTER:
            return workspace.filtered("")
        case Question.TREE:
            return workspace.sections_filtered("")
        case Question.MARKS_FILTER:
            return bookmark_list.filtered(workspace, "")
        case Question.COMMAND:
            return command_palette.given_up(workspace)
        case Question.FIND:
            found = workspace.conversation.reading.search_left(prompt.origin)
            return conversation_reading.with_reading(workspace, found)
        case Question.GOTO | Question.ELSEWHERE | Question.EXPORT | Question.ASK | Question.WRITE:
            return workspace
        case _:
            assert_never(prompt.question)
