"""Prompts at the foot of the screen: searching as one types, going somewhere, filtering facts, writing a note."""

from dataclasses import replace
from typing import assert_never

from reader.view import bookmark_list, leaving, note_editor
from reader.view.effects import Effect, Search, StopSearching
from reader.view.events import HitsCounted, HitsFound, HitsRenewed, KeyPressed
from reader.view.goto import place_asked_for
from reader.view.popups import NotePopup
from reader.view.prompt import Prompt, Question
from reader.view.remarks import hits_remark
from reader.view.steps import Step
from reader.view.workspace import Workspace


def ask(workspace: Workspace, question: Question) -> Workspace:
    """Open a prompt; that for what facts are filtered by holds what they are."""
    text = workspace.panel.query if question is Question.FILTER else ""
    return replace(workspace, prompt=Prompt(question, workspace.reading.viewpoint).inserted(text))


def press(workspace: Workspace, prompt: Prompt, event: KeyPressed) -> Step:
    """A key in the open prompt."""
    if event.key == "escape" or (event.key == "backspace" and not prompt.text):
        return _given_up(replace(workspace, prompt=None), prompt), (StopSearching(),)
    if event.key == "enter":
        return _accepted(replace(workspace, prompt=None), prompt)
    if event.key in {"down", "up"}:
        return _remarked(_stepped(workspace, prompt, 1 if event.key == "down" else -1)), ()
    return _typed(workspace, prompt, prompt.pressed(event.key, event.character))


def insert(workspace: Workspace, text: str) -> Step:
    """Pasted text goes into the open prompt or note; without one, nowhere."""
    prompt, popup = workspace.prompt, workspace.popup
    if prompt:
        return _typed(workspace, prompt, prompt.inserted(text))
    return (note_editor.insert(workspace, popup, text) if isinstance(popup, NotePopup) else workspace), ()


def answered(workspace: Workspace, event: HitsFound | HitsCounted | HitsRenewed) -> Workspace:
    """What a search has found, unless something else is typed or read since."""
    prompt, reading = workspace.prompt, workspace.reading
    if isinstance(event, HitsRenewed):
        same = event.document is workspace.document
        return workspace.with_reading(replace(reading, hits=event.hits)) if same else workspace
    if isinstance(event, HitsFound) and event.asked_before:
        found = reading.searching(event.hits, event.origin)
        return workspace.with_reading(found) if found.hit else workspace.said("search.none")
    if prompt is None or prompt.question is not Question.SEARCH or prompt.text != event.query:
        return workspace
    match event:
        case HitsFound():
            return workspace.with_reading(reading.searching(event.hits if event.query else None, event.origin))
        case HitsCounted():
            return _remarked(workspace)
        case _:
            assert_never(event)


def _remarked(workspace: Workspace) -> Workspace:
    """Say in the prompt which hit of how many one stands on."""
    prompt = workspace.prompt
    if prompt is None or prompt.question is not Question.SEARCH:
        return workspace
    return replace(workspace, prompt=prompt.remarked(hits_remark(workspace)))


def _typed(workspace: Workspace, before: Prompt, prompt: Prompt) -> Step:
    """The line after a key or a paste; a search is another thread's to make."""
    effects: tuple[Effect, ...] = ()
    if prompt.text != before.text:
        match prompt.question:
            case Question.SEARCH:
                prompt = prompt.remarked(workspace.messages.text("search.running"))
                effects = (Search(prompt.text, prompt.origin),)
            case Question.FILTER:
                workspace = workspace.filtered(prompt.text)
            case Question.MARKS_FILTER:
                workspace = bookmark_list.filtered(workspace, prompt.text)
            case Question.GOTO | Question.ELSEWHERE | Question.EXPORT:
                pass
            case _:
                assert_never(prompt.question)
    return replace(workspace, prompt=prompt), effects


def _stepped(workspace: Workspace, prompt: Prompt, step: int) -> Workspace:
    """Down (1) and up (-1) while the line is typed: through what it has found."""
    match prompt.question:
        case Question.SEARCH:
            return workspace.with_reading(workspace.reading.hit_previewed(step))
        case Question.FILTER:
            return workspace.moved(step)
        case Question.GOTO | Question.ELSEWHERE | Question.MARKS_FILTER | Question.EXPORT:
            return workspace
        case _:
            assert_never(prompt.question)


def _accepted(workspace: Workspace, prompt: Prompt) -> Step:
    """The line stands."""
    match prompt.question:
        case Question.SEARCH:
            return workspace.with_reading(workspace.reading.search_kept(prompt.origin)), ()
        case Question.FILTER:
            return workspace, ()
        case Question.ELSEWHERE:
            return leaving.save(workspace, prompt.text)
        case Question.MARKS_FILTER:
            return workspace, ()
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
        case Question.MARKS_FILTER:
            return bookmark_list.filtered(workspace, "")
        case Question.GOTO | Question.ELSEWHERE | Question.EXPORT:
            return workspace
        case _:
            assert_never(prompt.question)
