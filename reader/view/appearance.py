"""How the text and the interface look, changed by keys."""

from reader.locale import LANGUAGES, Messages
from reader.text.layout import Justification
from reader.values import replace
from reader.view.steps import Step
from reader.view.workspace import Workspace

MEASURE_STEP = 4
NARROWEST = 20
WIDEST = 240


def next_language(workspace: Workspace) -> Step:
    """The interface in another language."""
    language = LANGUAGES[(LANGUAGES.index(workspace.messages.language) + 1) % len(LANGUAGES)]
    translated = workspace.translated(Messages(language))
    return translated.said("message.language", name=translated.messages.name), ()


def next_justification(workspace: Workspace) -> Step:
    """Lines filled in another way."""
    ways = list(Justification)
    following = ways[(ways.index(workspace.reading.flow.justification) + 1) % len(ways)]
    return workspace.with_reading(workspace.reading.with_justify(following)).said(f"message.justify_{following}"), ()


def toggle_marks(workspace: Workspace) -> Step:
    """Vowel marks shown or hidden."""
    marks = not workspace.reading.flow.marks
    shown = workspace.with_reading(workspace.reading.with_marks(marks=marks))
    return shown.said("message.marks_shown" if marks else "message.marks_hidden"), ()


def toggle_sideways(workspace: Workspace) -> Step:
    """Wide lines of code, tables, and what commands print, broken or scrolled sideways.

    Where nothing was said, a table that is scrolled because it has to becomes cards.
    """
    was = workspace.reading.flow.sideways
    sideways = not (workspace.reading.is_wide if was is None else was)
    shown = workspace.with_reading(workspace.reading.with_sideways(sideways=sideways))
    return shown.said("message.wide_scrolled" if sideways else "message.wide_broken"), ()


def toggle_spacing(workspace: Workspace) -> Step:
    """An empty row between the lines of running text, or none."""
    spacing = 0 if workspace.reading.flow.spacing else 1
    shown = workspace.with_reading(workspace.reading.with_spacing(spacing))
    return shown.said("message.lines_apart" if spacing else "message.lines_close"), ()


def toggle_ruler(workspace: Workspace) -> Step:
    """The line one reads lit, or no longer."""
    ruler = not workspace.reading.ruler
    shown = workspace.with_reading(replace(workspace.reading, ruler=ruler))
    return shown.said("message.ruler_shown" if ruler else "message.ruler_hidden"), ()


def turn(workspace: Workspace, *, right: bool) -> Step:
    """In the text: wide lines further to the right or left, or where there are none, the section folded."""
    reading = workspace.reading
    if not reading.is_wide:
        return workspace.folded_towards(right=right), ()
    return workspace.with_reading(reading.turned(right=right)), ()


def change_measure(workspace: Workspace, step: int) -> Step:
    """A narrower or wider column of text."""
    measure = max(NARROWEST, min(WIDEST, workspace.reading.flow.width + step))
    changed = workspace.with_pane(replace(workspace.text, measure=measure)).placed()
    return changed.said("message.column", width=changed.reading.flow.width), ()
