"""Searching a folder: its names as one types, then what its files say, in another thread."""

from reader.values import replace
from reader.view.effects import Effect, SearchFiles, StopSearching
from reader.view.events import FilesSearched
from reader.view.prompt import Prompt
from reader.view.steps import Step
from reader.view.workspace import Workspace


def looked_for(workspace: Workspace, prompt: Prompt) -> Step:
    """The line of the prompt: names with it are listed at once, the files are searched for it."""
    listed = replace(workspace.sections_filtered(prompt.text), prompt=prompt)
    return listed, to_go_on(listed) or (StopSearching(),)


def to_go_on(workspace: Workspace) -> tuple[Effect, ...]:
    """Search the files of a folder for what its tree is filtered by, where that has not come to its end.

    A folder that is still being listed is searched when all of it is there.
    """
    document, tree = workspace.document, workspace.sections
    if not document.is_folder or not document.complete or not tree.query or tree.contents.ended:
        return ()
    return (SearchFiles(document, tree.query, workspace.searches.matching),)


def answered(workspace: Workspace, event: FilesSearched) -> Workspace:
    """Take what was found so far, unless something else is read or looked for since."""
    tree = workspace.sections
    if event.document is not workspace.document or event.query != tree.query:
        return workspace
    return workspace.with_pane(tree.with_contents(event.contents))
