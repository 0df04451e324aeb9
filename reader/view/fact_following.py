"""Where one reads a text whose facts come part by part, they are looked for: the step from place to place."""

from reader.values import replace
from reader.view.effects import FindFacts
from reader.view.fact_parts import KEPT, has_parts, parts_around
from reader.view.steps import Step
from reader.view.workspace import Workspace


def wanted(workspace: Workspace) -> tuple[FindFacts, ...]:
    """Look for the facts of a document of which everything is there, once: all, or those of the part one reads."""
    document = workspace.document
    if not document.complete or workspace.facts_complete:
        return ()
    if not has_parts(document):
        return (FindFacts(document),)
    here = parts_around(document, workspace.reading.cursor)[0]
    return (_find(workspace, here, first=workspace.panel.about is None),)


def followed(workspace: Workspace) -> Step:
    """Look for the facts of the part one has come to, or near to, where they are not known or looked for."""
    document, found = workspace.document, workspace.found
    if found is None or not document.complete or not has_parts(document):
        return workspace, ()
    around = parts_around(document, workspace.reading.cursor)
    here = around[0]
    if workspace.visited[:1] != (here,):
        others = [number for number in workspace.visited if number != here]
        workspace = replace(workspace, visited=(here, *others)[:KEPT])
    known = {part.number for part in found.parts}
    missing = next((number for number in around if number not in known), None)
    if missing is None or missing == workspace.sought:
        return workspace, ()
    workspace = replace(workspace, sought=missing)
    if missing == here:
        workspace = workspace.with_panel(workspace.panel.with_progress(0.0))
    return workspace, (_find(workspace, missing, first=False),)


def is_told(workspace: Workspace) -> bool:
    """Whether one is told how far the search for facts has come: not where those of the part one reads are known."""
    found, document = workspace.found, workspace.document
    if found is None or not has_parts(document):
        return True
    here = parts_around(document, workspace.reading.cursor)[0]
    return all(part.number != here for part in found.parts)


def _find(workspace: Workspace, number: int, *, first: bool) -> FindFacts:
    """Look for a part's facts; those of the parts that one was in last are kept beside them."""
    visited = workspace.visited
    known = workspace.found.parts if workspace.found else ()
    late = sorted(known, key=lambda part: visited.index(part.number) if part.number in visited else len(visited))
    return FindFacts(workspace.document, number, tuple(late[: KEPT - 1]), first=first)
