"""Documents on the screen: opened from each other, taken in while they arrive, and gone back to."""

from pathlib import Path
from typing import assert_never

from reader.model import Pos, range_of
from reader.values import replace
from reader.view import conversing, fact_following, file_searching, growing
from reader.view.arrange import PaneName
from reader.view.beginnings import AtEnd, AtFollowed, AtHit, AtLine, AtPlace, AtRecent, AtWords, Beginning
from reader.view.effects import (
    EditFile,
    Effect,
    FindAnnotations,
    ListRecent,
    OpenDocument,
    RecallConversation,
    SavePosition,
    Search,
    SearchAgain,
    StopFindingFacts,
    StopLoading,
    StopSearching,
)
from reader.view.events import (
    DocumentGrown,
    DocumentOpened,
    FileChanged,
    LoadFailed,
    RecentListed,
    Started,
)
from reader.view.list_model import ListModel
from reader.view.opening import opened_workspace
from reader.view.popups import ListKind, ListPopup
from reader.view.recent_list import recent_items
from reader.view.reloading import place_in
from reader.view.steps import Step, jump
from reader.view.viewpoint import Viewpoint
from reader.view.workspace import Workspace

EDITED = frozenset({"text", "markdown", "code", "json", "log", "csv", "tsv", "html", "openiti", "fictionbook"})
"""Formats of files that are text: what an editor shows is what was read."""

KEPT = 8
"""Documents left that stay in memory on either side."""


def begun(workspace: Workspace, started: Started | None = None) -> Step:
    """The first thing on the screen: what the user should know, and the facts looked for."""
    if started and started.notice:
        workspace = workspace.said(started.notice, **dict(started.values))
    elif notices := workspace.document.meta.notices:
        workspace = workspace.said("message.warning", text=workspace.messages.notice(notices[0]))
    elif started and started.state_path and not workspace.greeted and not workspace.document.is_piped:
        workspace = replace(workspace.said("greeting.lines"), greeted=True)
    effects: tuple[Effect, ...] = ()
    if started:
        workspace, effects = _begun_at(replace(workspace, state_path=started.state_path), started.beginning)
    return workspace, (*effects, *fact_following.wanted(workspace), *_annotations_wanted(workspace))


def _annotations_wanted(workspace: Workspace) -> tuple[Effect, ...]:
    """Find what is marked in a document of which everything is there."""
    return (FindAnnotations(workspace.document),) if workspace.document.complete else ()


def _begun_at(workspace: Workspace, beginning: Beginning | None) -> Step:
    """At the place that was asked for; one can go back to where the document was left."""
    reading = workspace.reading
    match beginning:
        case None:
            return workspace, ()
        case AtLine():
            return growing.gone_to(workspace, str(beginning.line)) or workspace, ()
        case AtPlace():
            return growing.gone_to(workspace, beginning.asked) or workspace, ()
        case AtRecent():
            return ask_for_recent(workspace)
        case AtFollowed():
            return growing.follow(workspace)
        case AtEnd():
            return growing.to_end(workspace), ()
        case AtHit() if not (workspace.document.complete or beginning.pos < len(workspace.document)):
            return replace(workspace, awaited=beginning), ()
        case AtHit():
            shown = reading.showing(range_of(beginning.pos, beginning.pos + 1))
            search = Search(beginning.query, shown.viewpoint, workspace.searches.matching, asked_before=True)
            return replace(workspace.with_reading(shown), awaited=None), (search,)
        case AtWords():
            return workspace, (
                Search(beginning.query, Viewpoint(Pos(0), Pos(0)), workspace.searches.matching, asked_before=True),
            )
        case _:
            assert_never(beginning)


def open_file(workspace: Workspace, path: str, beginning: Beginning | None = None) -> Step:
    """Open another document, at a place or where it was left; the key for back leads back to this one."""
    if not workspace.document.complete and workspace.document.meta.path == "-":
        return workspace.said("message.arriving"), ()  # standard input comes once
    return workspace.said("message.opening", name=Path(path).name), (OpenDocument(path, beginning=beginning),)


def edit_document(workspace: Workspace) -> Step:
    """The file in the user's editor, at the line one reads; where that would be another text, why not."""
    document = workspace.document
    meta = document.meta
    if document.is_piped or document.is_folder or meta.format not in EDITED:
        return workspace.said("message.no_edit", format=meta.format or "?"), ()
    block = document.blocks[document.block_index_at(workspace.reading.cursor)] if document.blocks else None
    line = 1
    if block:
        before = document.slice(range_of(block.range.start, max(block.range.start, workspace.reading.cursor)))
        line = max(1, block.source.line) + before.count("\n")
    return workspace, (EditFile(meta.path, line),)


def reload(workspace: Workspace) -> Step:
    """Read the document again, as its file is now."""
    path = workspace.document.meta.path
    if workspace.document.is_piped:
        return workspace.said("message.no_reload"), ()
    return workspace.said("message.opening", name=Path(path).name), (OpenDocument(path, again=True),)


def arrived(
    workspace: Workspace, event: DocumentOpened | DocumentGrown | FileChanged | LoadFailed | RecentListed
) -> Step:
    """A document, more of it, why there is none, or a list of some to choose from."""
    match event:
        case DocumentOpened():
            return _opened(workspace, event)
        case DocumentGrown():
            return _grown(workspace, event)
        case FileChanged():
            same = event.document is workspace.document
            return (workspace.said("message.changed") if same else workspace), ()
        case LoadFailed():
            return _failed(workspace, event)
        case RecentListed():
            return _list_recent(workspace, event)
        case _:
            assert_never(event)


def _opened(workspace: Workspace, event: DocumentOpened) -> Step:
    """Another document on the screen, set up as this one."""
    flow = workspace.reading.flow
    fresh = opened_workspace(
        event.document,
        replace(event.memory, set_up=workspace.set_up),
        workspace.messages,
        workspace.keymap,
        measure=workspace.text.measure,
        justification=flow.justification,
        isolate=flow.isolate,
        marks=flow.marks,
        rows=workspace.rows,
        theme=workspace.theme,
    )
    if event.again and event.document.meta.path == workspace.document.meta.path:
        return _read_again(workspace, fresh)
    opened = replace(fresh, before=(*workspace.before, _left(workspace))[-KEPT:])
    switched, effects = _switch_to(workspace, opened)
    begun_there, more = _begun_at(switched, event.beginning)
    return begun_there, (*effects, *more)


def _read_again(workspace: Workspace, fresh: Workspace) -> Step:
    """The same document as it is now, at the place one read at."""
    old, new = workspace.document, fresh.document
    place = Viewpoint(place_in(new, old, workspace.reading.shown_top), place_in(new, old, workspace.reading.cursor))
    fresh = fresh.with_reading(fresh.reading.at(place))
    focus = workspace.focus if workspace.focus in fresh.wanted else PaneName.TEXT
    again = replace(
        fresh,
        focus=focus,
        before=workspace.before,
        after=workspace.after,
        window=workspace.window,
        state_path=workspace.state_path,
    )
    begun_again, effects = begun(again)
    talked = (RecallConversation(new, shown=False),) if workspace.conversation.exchanges else ()
    ended = (StopSearching(), StopFindingFacts(), *conversing.stop(workspace)[1])
    return begun_again.said("message.reloaded"), (*ended, *effects, *talked)


def _grown(workspace: Workspace, event: DocumentGrown) -> Step:
    """A longer snapshot of the document that is read."""
    hits = workspace.reading.hits
    workspace = workspace.grown(event.document, event.memory)
    workspace = growing.kept_at_end(workspace)
    again = (SearchAgain(event.document, hits.query, hits.matching),) if hits else ()
    begins: tuple[Effect, ...] = ()
    if isinstance(workspace.awaited, AtEnd | AtPlace):
        workspace = growing.on_to(workspace, workspace.awaited)
    else:
        workspace, begins = _begun_at(workspace, workspace.awaited)
    again = (*again, *begins, *file_searching.to_go_on(workspace))
    return workspace, (*again, *fact_following.wanted(workspace), *_annotations_wanted(workspace))


def _failed(workspace: Workspace, event: LoadFailed) -> Step:
    """A document could not be read; where it was another one, this one is read to its end."""
    said = "message.cannot_open" if event.anew else "message.no_further"
    workspace = replace(workspace, follows=False, awaited=None).said(said, reason=event.reason)
    return workspace, _completed(workspace) if event.anew else ()


def back(workspace: Workspace) -> Step:
    """To where one was before the last jump; where none is left to undo, to the document one came from."""
    if workspace.reading.back or not workspace.before:
        return jump(workspace, workspace.with_reading(workspace.reading.went_back()), "message.no_back")
    after = (*workspace.after, _left(workspace))[-KEPT:]
    return _returned(workspace, replace(workspace.before[-1], before=workspace.before[:-1], after=after))


def forward(workspace: Workspace) -> Step:
    """To where one came back from, a place or a document."""
    if workspace.reading.forward or not workspace.after:
        return jump(workspace, workspace.with_reading(workspace.reading.went_forward()), "message.no_forward")
    before = (*workspace.before, _left(workspace))[-KEPT:]
    return _returned(workspace, replace(workspace.after[-1], before=before, after=workspace.after[:-1]))


def ask_for_recent(workspace: Workspace) -> Step:
    """The documents read last, to open one."""
    return workspace, (ListRecent(workspace.document),)


def _list_recent(workspace: Workspace, event: RecentListed) -> Step:
    """The list of them, and of the folder of this one; the last one read is under the cursor of one who begins."""
    items = recent_items(workspace.document, event.files, event.article, workspace.messages)
    first = 1 if workspace.document.is_folder and event.files else 0
    return replace(workspace, popup=ListPopup(ListKind.RECENT, replace(ListModel(items), cursor=first).moved(0))), ()


def _left(workspace: Workspace) -> Workspace:
    """A workspace as it is kept: without what stands over it, and without the way to others."""
    workspace, _ = conversing.stop(workspace)
    return replace(workspace, prompt=None, popup=None, notice="", before=(), after=())


def _returned(workspace: Workspace, other: Workspace) -> Step:
    """A document gone back to, with the panes and in the language that have been chosen since."""
    wanted, measure = workspace.wanted, workspace.text.measure
    other = replace(other, wanted=wanted, focus=other.focus if other.focus in wanted else PaneName.TEXT)
    other = replace(other, shares=workspace.shares, alone=workspace.alone, pace=workspace.pace)
    other = other.with_pane(replace(other.text, measure=measure)).translated(workspace.messages)
    switched, effects = _switch_to(workspace, other)
    return switched, (StopLoading(), *effects, *_completed(switched))


def _switch_to(workspace: Workspace, other: Workspace) -> Step:
    """Another document on the screen; the place in this one is remembered."""
    effects: tuple[Effect, ...] = (StopSearching(), StopFindingFacts(), *conversing.stop(workspace)[1])
    if workspace.document.complete:
        effects = (*effects, SavePosition(workspace.document, workspace.reading.cursor, at_once=True))
    other = replace(
        other,
        window=workspace.window,
        prompt=None,
        popup=None,
        notice="",
        changes=workspace.changes,
        searches=workspace.searches,
        state_path=workspace.state_path,
    )
    fresh, more = begun(other)
    return fresh, (*effects, *more, *file_searching.to_go_on(fresh))


def _completed(workspace: Workspace) -> tuple[Effect, ...]:
    """Read the document to its end where that was given up for another one."""
    document = workspace.document
    if document.complete or document.meta.path == "-":
        return ()
    return (OpenDocument(document.meta.path, anew=False),)
