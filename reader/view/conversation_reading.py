"""Reading the conversation: places in it, words looked for, its quotations, and the file it is written to."""

from reader.model import Standing
from reader.search import Index
from reader.values import replace
from reader.view.effects import WriteConversation
from reader.view.field import Field
from reader.view.hit_jumps import first_hit, next_hit
from reader.view.links import next_link
from reader.view.list_model import Item, ListModel
from reader.view.panes.pane import Cite
from reader.view.popups import ListKind, ListPopup
from reader.view.prompt import Prompt, PromptKind
from reader.view.reading_state import ReadingState
from reader.view.steps import Step
from reader.view.styled import TextRole, isolated
from reader.view.workspace import Workspace

FILE = "conversation.md"
"""The name suggested for a file of a conversation."""


def with_reading(workspace: Workspace, reading: ReadingState) -> Workspace:
    """Another place in the conversation."""
    return workspace.with_pane(workspace.conversation.with_reading(reading))


def to_link(workspace: Workspace, step: int) -> Step:
    """To the next (1) or previous (-1) citation, or other link, of the conversation."""
    pane = workspace.conversation
    link = next_link(pane.reading, step)
    if link is None:
        return workspace.said("message.no_next_link" if step > 0 else "message.no_previous_link"), ()
    return with_reading(workspace, pane.reading.showing(link.range)), ()


def list_quotations(workspace: Workspace) -> Step:
    """The quotations of the answer one reads, in full, to jump to one; that one is in the text nowhere is said."""
    here = workspace.conversation.here
    citations = here.citations if here else ()
    if not citations:
        return workspace.said("message.no_link"), ()
    items = tuple(
        Item(
            isolated(" ".join(citation.quotation.split())),
            None,
            Cite(citation),
            guide=f"{workspace.messages.number(citation.n)} ",
            trail=isolated("⚠" if citation.found.state is Standing.NONE else "", TextRole.ERROR),
        )
        for citation in citations
    )
    return replace(workspace, popup=ListPopup(ListKind.CITATIONS, ListModel(items).moved(0))), ()


def ask_for_words(workspace: Workspace) -> Step:
    """The prompt for what is looked for in the conversation."""
    field = Field(base=workspace.document.direction)
    return replace(workspace, prompt=Prompt(PromptKind.FIND, workspace.conversation.reading.viewpoint, field)), ()


def looked_for(workspace: Workspace, prompt: Prompt) -> Workspace:
    """The first place of some words in the conversation, while they are typed."""
    pane = workspace.conversation
    hits = Index(pane.page.document).find(prompt.text) if prompt.text else None
    found = first_hit(pane.reading, hits, prompt.origin)
    none = workspace.messages.text("search.none") if hits is not None and found.hit is None else ""
    return replace(with_reading(workspace, found), prompt=prompt.remarked(none))


def to_hit(workspace: Workspace, step: int) -> Step:
    """The next (1) or previous (-1) place of the words looked for in the conversation."""
    before = workspace.conversation.reading
    after = next_hit(before, step)
    if after is before:
        return workspace.said("message.no_search" if not (before.hits or before.put_away) else "search.none"), ()
    return with_reading(workspace, after), ()


def ask_for_file(workspace: Workspace) -> Step:
    """The prompt for the file a conversation is written to."""
    if workspace.conversation.vacancy:
        return workspace.said(workspace.conversation.vacancy), ()
    return replace(workspace, prompt=Prompt(PromptKind.WRITE, workspace.reading.viewpoint).inserted(FILE)), ()


def write(workspace: Workspace, path: str) -> Step:
    """Write the conversation to a file, in Markdown with its quotations and their places."""
    if not path.strip():
        return workspace, ()
    exchanges = workspace.conversation.exchanges
    return workspace, (WriteConversation(path.strip(), workspace.document, exchanges),)
