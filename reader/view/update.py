"""The one function through which everything passes: a workspace and what happened give the next one and effects.

It is pure: a whole session can be replayed from its events, and nothing happens until somebody performs the effects.
"""

from typing import assert_never

from reader.model import ExitCode
from reader.values import replace
from reader.view import (
    autoscroll,
    bookmark_list,
    bookmarking,
    choosing,
    command_palette,
    conversing,
    fact_following,
    following,
    growing,
    hinting,
    keying,
    leaving,
    moving,
    navigation,
    note_editor,
    pointing,
    prompting,
    rejecting,
    searching,
    selecting,
)
from reader.view.action_rows import row_of
from reader.view.actions import ACTIONS
from reader.view.annotation_events import (
    Annotated,
    AnnotationAnswer,
    AnnotationsFound,
    AnnotationsListed,
    ChangeTold,
    Exported,
    KeepingTried,
    SavedElsewhere,
    TextEdited,
)
from reader.view.arrange import Window
from reader.view.command_palette import CommandsPopup
from reader.view.conversation.state import (
    AllowanceAsked,
    AnswerGrew,
    ConversationRecalled,
    ConversationWaits,
    ConversationWritten,
)
from reader.view.effects import Effect, Quit, Remember, SavePosition, Suspend
from reader.view.events import (
    Answer,
    BarPointed,
    Clicked,
    CopiedElsewhere,
    DocumentGrown,
    DocumentOpened,
    Dragged,
    EdgeDragged,
    EncodingChanged,
    Event,
    FactsFailed,
    FileChanged,
    FileEdited,
    FilesSearched,
    HitsCounted,
    HitsFound,
    HitSought,
    HitsRenewed,
    ItemClicked,
    KeyPressed,
    LaunchFailed,
    ListMoved,
    LoadFailed,
    OpenerFound,
    Pasted,
    Pointed,
    ReadOn,
    RecentListed,
    Resized,
    Started,
    TitleClicked,
    UserEvent,
    Waited,
    Wheeled,
)
from reader.view.fact_index import FactIndex
from reader.view.facts_known import AboutKnown, FactsFound, FactsProgressed
from reader.view.keys import Action
from reader.view.panel.groupings import Groupings
from reader.view.session import SetUp
from reader.view.steps import Step
from reader.view.workspace import Workspace


def step(workspace: Workspace, happened: Action | Event) -> Step:
    """The next workspace, and what is asked of the shell."""
    match happened:
        case Action():
            after, effects = _act(replace(hinting.ended(workspace), notice=""), happened)
        case (
            KeyPressed()
            | Pasted()
            | Resized()
            | Wheeled()
            | Pointed()
            | Clicked()
            | TitleClicked()
            | BarPointed()
            | Dragged()
            | ListMoved()
            | ItemClicked()
            | EdgeDragged()
        ):
            numbered = isinstance(happened, KeyPressed)
            before = workspace if isinstance(happened, Resized) else replace(workspace, awaited=None)
            after, effects = _done_by_user(before if numbered else hinting.ended(before), happened)
        case _:
            after, effects = _answered(workspace, happened)
    after = rejecting.followed(workspace, bookmark_list.followed(before=workspace, after=after))
    after, sought = fact_following.followed(after)
    after = conversing.asked_when_free(after).placed()
    return after, (*effects, *sought, *_to_remember(workspace, after))


def _act(workspace: Workspace, action: Action) -> Step:
    """Perform an action in the focused pane."""
    handler, _ = row_of(ACTIONS, action).in_pane(workspace.focus)
    return handler(workspace)


def _done_by_user(workspace: Workspace, event: UserEvent) -> Step:
    match event:
        case KeyPressed():
            return _pressed(replace(workspace, notice=""), event)
        case Pasted():
            return prompting.insert(workspace, event.text)
        case Resized():
            return replace(workspace, window=Window(event.columns, event.rows)), ()
        case (
            Wheeled()
            | Pointed()
            | Clicked()
            | TitleClicked()
            | BarPointed()
            | Dragged()
            | ListMoved()
            | ItemClicked()
            | EdgeDragged()
        ):
            return pointing.pointed_at(workspace, event, _act)
        case _:
            assert_never(event)


def _answered(workspace: Workspace, event: Answer) -> Step:
    """Take the outcomes of effects."""
    match event:
        case Waited():
            return autoscroll.waited(workspace, event)
        case ReadOn():
            return replace(workspace, pace=workspace.pace.after(event.characters, event.seconds)), ()
        case Started():
            return navigation.begun(workspace, event)
        case DocumentOpened() | DocumentGrown() | FileChanged() | LoadFailed() | RecentListed():
            return navigation.arrived(workspace, event)
        case HitsFound() | HitsCounted() | HitsRenewed() | HitSought() | FilesSearched():
            return _searched(workspace, event)
        case AboutKnown() | FactsProgressed() | FactsFound() | FactsFailed():
            return _known(workspace, event), ()
        case (
            AnnotationsFound()
            | Annotated()
            | ChangeTold()
            | KeepingTried()
            | SavedElsewhere()
            | AnnotationsListed()
            | Exported()
            | TextEdited()
        ):
            return _kept(workspace, event)
        case AnswerGrew() | AllowanceAsked() | ConversationRecalled() | ConversationWritten() | ConversationWaits():
            return conversing.answered(workspace, event)
        case EncodingChanged():
            return workspace.said("message.encoding", name=event.name), ()
        case OpenerFound():
            return following.show_address(workspace, event), ()
        case FileEdited():
            return (workspace.said("message.no_editor", reason=event.reason) if event.reason else workspace), ()
        case CopiedElsewhere(by):
            return (workspace.said("message.copied_by", program=by) if by else workspace.said("message.not_copied")), ()
        case LaunchFailed():
            return workspace.said("message.not_opened", target=event.address), ()
        case _:
            assert_never(event)


def _searched(workspace: Workspace, event: HitsFound | HitsCounted | HitsRenewed | HitSought | FilesSearched) -> Step:
    """Take the outcomes of searches."""
    if isinstance(event, HitSought):
        return moving.hit_sought(workspace, event)
    return searching.answered(workspace, event), ()


def _kept(workspace: Workspace, event: AnnotationAnswer) -> Step:
    """Take the outcomes of marking."""
    match event:
        case AnnotationsFound():
            return bookmarking.found(workspace, event), ()
        case Annotated():
            return bookmarking.annotated(workspace, event)
        case ChangeTold():
            return bookmarking.told(workspace, event), ()
        case KeepingTried():
            return leaving.tried(workspace, event)
        case SavedElsewhere():
            return leaving.saved(workspace, event)
        case AnnotationsListed():
            return bookmark_list.listed(workspace, event), ()
        case Exported():
            return bookmark_list.exported(workspace, event), ()
        case TextEdited():
            return note_editor.edited(workspace, event)
        case _:
            assert_never(event)


def _pressed(workspace: Workspace, event: KeyPressed) -> Step:
    """A key: into what stands over the panes, into the prompt, else to its action."""
    if event.key == "ctrl+c":
        return workspace, (Quit(ExitCode.INTERRUPTED),)
    if event.key == "ctrl+z":
        return workspace, (Suspend(),)
    if isinstance(workspace.popup, CommandsPopup) and (
        step := command_palette.press(workspace, workspace.popup, event, _act)
    ):
        return step
    if workspace.follows:
        workspace, ended = growing.stopped(workspace)
        is_all = workspace.keymap.action_of(event.command) in (Action.FOLLOW, Action.CANCEL)
        workspace, effects = (workspace, ()) if is_all else _pressed(workspace, event)
        return workspace, (*ended, *effects)
    if workspace.prompt:
        return prompting.press(workspace, workspace.prompt, event)
    if workspace.popup:
        return choosing.press_in_popup(workspace, workspace.popup, event)
    if workspace.selecting:
        return selecting.press(workspace, event, _act)
    if workspace.reading.hints:
        return hinting.press(workspace, event, _pressed_in_pane)
    return _pressed_in_pane(workspace, event)


def _pressed_in_pane(workspace: Workspace, event: KeyPressed) -> Step:
    """A key with nothing over the panes: its action, a digit of a count, or none."""
    action = workspace.keymap.action_of(event.command)
    if action:
        step = keying.done(workspace, action, _act)
        return keying.explained(replace(workspace, count=""), step, row_of(ACTIONS, action))
    known = keying.counted(workspace, event) or keying.shared(workspace, event)
    return known or keying.unknown(workspace, event), ()


def _known(workspace: Workspace, event: AboutKnown | FactsProgressed | FactsFound | FactsFailed) -> Workspace:
    """Take the facts that were found; those of another document come too late."""
    if event.document is not workspace.document:
        return workspace
    match event:
        case FactsProgressed():
            return workspace.told(event) if fact_following.is_told(workspace) else workspace
        case AboutKnown():
            return workspace.told(event)
        case FactsFound():
            found = workspace.with_facts(event)
            return found.said("message.facts_missing", reason=event.failures[0]) if event.failures else found
        case FactsFailed():
            nothing = FactsFound(event.document, Groupings(event.document, FactIndex()))
            others = workspace.found if workspace.found and workspace.found.parts else nothing
            return workspace.with_facts(others).said("message.facts_failed", reason=event.reason)
        case _:
            assert_never(event)


def _to_remember(before: Workspace, after: Workspace) -> tuple[Effect, ...]:
    """The effects that remember what has changed, while the same document is read."""
    if after.before is not before.before or after.after is not before.after:
        return ()
    effects: tuple[Effect, ...] = ()
    old, new = before.set_up, after.set_up
    if new != old:
        changes = SetUp(
            new.panes if new.panes != old.panes else None,
            new.language if new.language != old.language else None,
            new.justification if new.justification is not old.justification else None,
            new.underlined if new.underlined != old.underlined else None,
            new.whole if new.whole is not old.whole else None,
            new.sideways if new.sideways is not old.sideways else None,
            new.searches if new.searches != old.searches else None,
            new.shares if new.shares != old.shares else None,
            new.pace if new.pace != old.pace else None,
            new.theme if new.theme != old.theme else None,
            new.greeted if new.greeted is not old.greeted else None,
            new.spacing if new.spacing != old.spacing else None,
            new.ruler if new.ruler is not old.ruler else None,
        )
        effects = (Remember(changes),)
    if after.document.complete and after.reading.cursor != before.reading.cursor:
        effects = (*effects, SavePosition(after.document, after.reading.cursor))
    return effects
