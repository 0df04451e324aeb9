"""Searching: while the query is typed, from a key, and going on through the hits."""

from itertools import islice
from typing import assert_never

from reader.search import word_from
from reader.values import replace
from reader.view import file_searching, hit_jumps
from reader.view.effects import Search
from reader.view.events import FilesSearched, HitsCounted, HitsFound, HitsRenewed, KeyPressed
from reader.view.hit_list import LISTED_MOST, hit_items
from reader.view.list_model import ListModel
from reader.view.popups import ListKind, ListPopup
from reader.view.prompt import Prompt, PromptKind
from reader.view.remarks import hits_remark
from reader.view.steps import Step
from reader.view.viewpoint import Viewpoint
from reader.view.workspace import Workspace

_OPTIONS = {"alt+c": "case", "alt+w": "words", "alt+x": "exact", "alt+r": "pattern"}
"""Keys that change how the query is meant, while it is typed."""


def press(workspace: Workspace, prompt: Prompt, event: KeyPressed) -> Step | None:
    """Act on a key that does something while a query is typed, and nowhere else; None for any other.

    Up and down go through the hits; from an empty line, through the queries asked before.
    """
    if option := _OPTIONS.get(event.command):
        return looked_for(replace(workspace, searches=workspace.searches.toggled(option)), prompt)
    if event.key not in {"down", "up"}:
        return None
    if prompt.text and prompt.recalled is None:
        step = 1 if event.key == "down" else -1
        return _remarked(workspace.with_reading(hit_jumps.next_previewed(workspace.reading, step))), ()
    return _recalled(workspace, prompt, 1 if event.key == "up" else -1)


def _recalled(workspace: Workspace, prompt: Prompt, step: int) -> Step:
    """An earlier (1) or later (-1) query in the line; before the latest stands the empty one."""
    past = workspace.searches.past
    number = (-1 if prompt.recalled is None else prompt.recalled) + step
    if not past or number < -1:
        return workspace, ()
    number = min(number, len(past) - 1)
    recalled = prompt.recalling("", None) if number < 0 else prompt.recalling(past[number], number)
    return looked_for(workspace, recalled)


def looked_for(workspace: Workspace, prompt: Prompt) -> Step:
    """The line of the prompt is searched for, in another thread."""
    prompt = prompt.remarked(workspace.messages.text("search.running") if prompt.text else "")
    search = Search(prompt.text, prompt.origin, workspace.searches.matching)
    return replace(workspace, prompt=prompt, searches=replace(workspace.searches, wrapped=0)), (search,)


def answered(workspace: Workspace, event: HitsFound | HitsCounted | HitsRenewed | FilesSearched) -> Workspace:
    """Take the result of a search, unless something else is typed or read since."""
    reading = workspace.reading
    match event:
        case FilesSearched():
            return file_searching.answered(workspace, event)
        case HitsRenewed():
            same = event.document is workspace.document
            return workspace.with_reading(replace(reading, hits=event.hits)) if same else workspace
        case HitsCounted():
            if event.hits is not reading.hits:
                return workspace
            return _remarked(workspace.with_reading(replace(reading, spread=event.spread)))
        case HitsFound(asked_before=True):
            found = hit_jumps.first_hit(reading, event.hits, event.origin)
            if found.hit is None:
                return workspace.said("search.nowhere", text=event.query)
            there_already = found.hit.start == reading.cursor
            return workspace.with_reading(found if there_already else hit_jumps.kept(found, reading.viewpoint))
        case HitsFound():
            prompt = workspace.prompt
            if prompt is None or prompt.question is not PromptKind.SEARCH or prompt.text != event.query:
                return workspace
            if event.hits.matching != workspace.searches.matching:
                return workspace
            found = hit_jumps.first_hit(reading, event.hits if event.query else None, event.origin)
            return _remarked(workspace.with_reading(found))
        case _:
            assert_never(event)


def kept(workspace: Workspace, prompt: Prompt) -> Step:
    """Enter: the search stands; one that found nothing is left in the line, to be mended."""
    workspace = replace(workspace, searches=workspace.searches.asked(prompt.text))
    hits, matching = workspace.reading.hits, workspace.searches.matching
    if prompt.text and (hits is None or (hits.query, hits.matching) != (prompt.text, matching)):
        search = Search(prompt.text, prompt.origin, matching, asked_before=True)  # Enter came before what is found
        return workspace, (search,)
    if prompt.text and workspace.reading.hit is None:
        return replace(workspace, prompt=prompt), ()
    return workspace.with_reading(hit_jumps.kept(workspace.reading, prompt.origin)), ()


def of_word(workspace: Workspace) -> Step:
    """The selection, or the word at the reading position, as a query: on to where it stands next."""
    reading, document = workspace.reading, workspace.document
    part = reading.selection or word_from(document, reading.cursor)
    query = " ".join(document.slice(part).split()) if part else ""
    if part is None or not query:
        return workspace.said("search.no_word"), ()
    matching = replace(workspace.searches.matching, exact=False, pattern=False, words=reading.selection is None)
    asked = replace(workspace, searches=replace(workspace.searches.asked(query), wrapped=0))
    return asked, (Search(query, Viewpoint(reading.shown_top, part.end), matching, asked_before=True),)


def again(workspace: Workspace) -> Step:
    """The query asked last, from here; "no search yet" where there was none."""
    past = workspace.searches.past
    if not past:
        return workspace.said("message.no_search"), ()
    return workspace, (Search(past[0], workspace.reading.viewpoint, workspace.searches.matching, asked_before=True),)


def list_hits(workspace: Workspace) -> Step:
    """The hits of the search with what stands around them, to go to one."""
    hits = workspace.reading.hits or workspace.reading.put_away
    if hits is None:
        return workspace.said("message.no_search"), ()
    if not hits.counted:
        return workspace.said("search.running"), ()
    listed = tuple(islice(hits, LISTED_MOST))
    items = hit_items(workspace.document, listed)
    here = next((i for i, hit in enumerate(listed) if hit.start >= workspace.reading.cursor), 0)
    model = replace(ListModel(items), cursor=here).moved(0)
    return replace(workspace, popup=ListPopup(ListKind.HITS, model)), ()


def _remarked(workspace: Workspace) -> Workspace:
    """Say in the prompt which hit of how many one stands on."""
    prompt = workspace.prompt
    if prompt is None or prompt.question is not PromptKind.SEARCH:
        return workspace
    return replace(workspace, prompt=prompt.remarked(hits_remark(workspace)))
