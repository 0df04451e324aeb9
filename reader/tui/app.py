"""The application: one frozen desk, panes that paint it, and keys that turn it into the next one.

What a movement does is decided in :mod:`reader.view`; here keys become calls, what must be remembered goes to the session, and slow work
(search, facts) to worker threads whose results are dropped when what they were for is gone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from textual import events, work
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import get_current_worker

from reader.facts import extract
from reader.locale import LANGUAGES, Messages
from reader.model import Document, Fact, Pos
from reader.search import Hits, Index
from reader.tui.bars import FootBar, HeaderBar, Prompt
from reader.tui.list_pane import ListPane
from reader.tui.overlays import ListScreen
from reader.tui.pane import BAR, TITLE, Pane
from reader.tui.reading_pane import ReadingPane
from reader.view.arrange import PaneName, arrange
from reader.view.bookmark_list import bookmark_items
from reader.view.desk import Desk
from reader.view.field import Field
from reader.view.flow import Flow
from reader.view.goto import place_asked_for
from reader.view.help_list import footer_line, help_items, list_hints
from reader.view.keys import Action, Keymap
from reader.view.listing import Item, Listing
from reader.view.page import MEASURE, column_width
from reader.view.session import Session
from reader.view.state import Spot, State
from reader.view.styled import Role, StyledText, styled

SAVE_AFTER = 0.3
"""Seconds of rest after which the reading position is saved, so that a killed program loses no more."""

MEASURE_STEP = 4
NARROWEST = 20
WIDEST = 240


@dataclass(frozen=True, slots=True)
class Settings:
    """How the application looks and answers.

    Attributes:
        language: The interface's language.
        theme: A name in :data:`reader.tui.themes.THEMES`.
        measure: Cells of the text column at most.
        keymap: Which key does what.
    """

    language: str = "en"
    theme: str = "terminal"
    measure: int = MEASURE
    keymap: Keymap = Keymap()


@dataclass(frozen=True, slots=True)
class Asking:
    """A prompt being answered: for a search or a place, and where one was when it was opened."""

    action: Action
    field: Field
    origin: Spot
    remark: str = ""


class MainScreen(Screen[None], inherit_bindings=False):
    """The screen of the three panes; keys come to it when nothing else takes them."""


class ReaderApp(App[int], inherit_bindings=False):
    """The reader for one document."""

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "reader.tcss"

    def __init__(self, document: Document, session: Session, settings: Settings) -> None:
        super().__init__(ansi_color=True)
        self.settings = settings
        self._session = session
        self._index = Index(document)
        messages = Messages(settings.language)
        start = session.position or Pos(0)
        reading = State(Flow(document, 1), top=start, cursor=start, bookmarks=session.bookmarks)
        self.desk = Desk.opened(reading, messages, session.panes)
        self._asking: Asking | None = None
        self._notice: StyledText | None = None
        self._saving: Timer | None = None
        self._measure = settings.measure
        theme = settings.theme
        self._header, self._foot = HeaderBar(theme), FootBar(theme)
        self._text_pane = ReadingPane(theme)
        self._sections_pane, self._facts_pane = ListPane(PaneName.SECTIONS, theme), ListPane(PaneName.FACTS, theme)
        self._panes: dict[PaneName, Pane] = {
            PaneName.SECTIONS: self._sections_pane,
            PaneName.TEXT: self._text_pane,
            PaneName.FACTS: self._facts_pane,
        }
        self._effects: dict[Action, Callable[[], None]] = {
            Action.SEARCH: lambda: self._ask(Action.SEARCH),
            Action.GOTO: lambda: self._ask(Action.GOTO),
            Action.BOOKMARK: self._toggle_bookmark,
            Action.BOOKMARKS: self._list_bookmarks,
            Action.COPY: self._copy,
            Action.MARKS: self._toggle_marks,
            Action.NARROWER: lambda: self._change_measure(-MEASURE_STEP),
            Action.WIDER: lambda: self._change_measure(MEASURE_STEP),
            Action.LANGUAGE: self._next_language,
            Action.HELP: self._show_help,
            Action.QUIT: self._quit,
        }

    # Screen

    def get_default_screen(self) -> Screen[None]:
        """The screen of the three panes."""
        return MainScreen(id="main")

    def compose(self) -> ComposeResult:
        """Header, panes in the document's direction, foot."""
        panes = list(self._panes.values())
        yield self._header
        with Horizontal(id="panes"):
            yield from reversed(panes) if self.desk.document.direction.is_rtl else panes
        yield self._foot

    def on_mount(self) -> None:
        """Show the text at once; facts follow."""
        self._arrange()
        if notice := self._session.notice:
            self._say("message.state_lost", reason=notice)
        self._extract_facts()

    def on_resize(self) -> None:
        """Share the window out anew."""
        self._arrange()

    def _arrange(self) -> None:
        """Give the panes their cells and lay the text out in its own."""
        columns, rows = self.size
        shares = arrange(columns, rows, self.desk.wanted, self.desk.focus)
        foot = shares.bars or self._asking is not None or self._notice is not None
        self._header.display, self._foot.display = shares.bars, foot
        for name, pane in self._panes.items():
            width = shares.width_of(name)
            pane.display = width > 0
            pane.styles.width = width
            pane.titled = shares.bars
        height = rows - shares.bars - foot - shares.bars * TITLE
        width = column_width(shares.text - BAR, self._measure)
        if shares.text:
            self.desk = self.desk.with_reading(self.desk.reading.resized(width, height))
        if not self._asking:
            self._panes[self.desk.focus].focus()
        self._show()

    def _show(self) -> None:
        """Let every pane paint the desk as it is now; each repaints only what has changed for it."""
        desk, text = self.desk, self.desk.messages.text
        direction = desk.document.direction
        reading = desk.reading
        empty = len(desk.document.blocks) == 0
        self._header.show(desk.title, f"{reading.progress:.0%}", direction)
        self._sections_pane.frame(direction, text("pane.sections"), titled=self._sections_pane.titled)
        self._sections_pane.show(desk.sections, empty=text("pane.no_sections"))
        self._text_pane.frame(direction, text("pane.empty_document" if empty else "pane.text"), titled=self._text_pane.titled)
        self._text_pane.show(reading)
        scope = text("pane.in_document" if desk.whole else "pane.in_section")
        self._facts_pane.frame(direction, text("pane.facts"), scope, titled=self._facts_pane.titled)
        nothing = text("pane.no_facts" if desk.complete else "pane.facts_running")
        self._facts_pane.show(desk.facts, empty=nothing, details=desk.fact_details)
        self._foot.show(self._notice or footer_line(self.settings.keymap, desk.messages), self._prompt(), direction)

    def _prompt(self) -> Prompt | None:
        if self._asking is None:
            return None
        label = "search.prompt" if self._asking.action is Action.SEARCH else "goto.prompt"
        return Prompt(self.desk.messages.text(label), self._asking.field, self._asking.remark)

    def _turn_to(self, desk: Desk) -> None:
        """Another desk; the screen, and soon the disk, follow."""
        moved = desk.reading.spot != self.desk.reading.spot
        rearranged = (desk.wanted, desk.focus) != (self.desk.wanted, self.desk.focus)
        self.desk = desk
        if rearranged:
            self._session.panes = desk.wanted
            self._arrange()
        else:
            self._show()
        if moved:
            if self._saving:
                self._saving.stop()
            self._saving = self.set_timer(SAVE_AFTER, self._save_position)

    def _read(self, reading: State) -> None:
        self._turn_to(self.desk.with_reading(reading))

    def _save_position(self) -> None:
        self._session.position = self.desk.reading.cursor

    def _say(self, key: str, **values: object) -> None:
        """A message at the foot, until the next key."""
        self._notice = styled(self.desk.messages.text(key, **values), Role.NOTICE)
        self._arrange()

    # Keys

    async def on_key(self, event: events.Key) -> None:
        """A key: into the prompt when one is open, else to its action."""
        event.stop()
        if self._notice is not None:
            self._notice = None
            self._arrange()
        if self._asking:
            self._type(event)
        elif action := self.action_of(event):
            self._act(action)

    def action_of(self, event: events.Key) -> Action | None:
        """The action of a key press, whatever keyboard layout is active."""
        return self.settings.keymap.action_of(key_of(event))

    def _act(self, action: Action) -> None:
        desk = self.desk
        if action in _DESK_ACTIONS:
            self._turn_to(_DESK_ACTIONS[action](desk))
        elif action in _JUMPS:
            jump, refusal = _JUMPS[action]
            reading = jump(desk.reading)
            if reading is desk.reading:
                self._say(refusal)
            else:
                self._read(reading)
        else:
            self._effects[action]()

    def on_reading_pane_wheeled(self, message: ReadingPane.Wheeled) -> None:
        """The wheel over the text."""
        self._read(self.desk.reading.moved(message.rows))

    def on_reading_pane_pointed(self, message: ReadingPane.Pointed) -> None:
        """A click in the text."""
        self._turn_to(self.desk.focused(PaneName.TEXT).with_reading(self.desk.reading.pointed(message.pos)))

    def on_reading_pane_dragged(self, message: ReadingPane.Dragged) -> None:
        """A selection in the text."""
        self._read(self.desk.reading.selected(message.anchor, message.pos))

    def on_list_pane_moved(self, message: ListPane.Moved) -> None:
        """The wheel or a click in a side pane."""
        self._turn_to(self.desk.with_listing(PaneName(message.pane.id or ""), message.listing))

    def on_list_pane_chosen(self, message: ListPane.Chosen) -> None:
        """A click on a section or a fact."""
        self._turn_to(self.desk.chosen(PaneName(message.pane.id or ""), message.item))

    # Prompts

    def _ask(self, action: Action) -> None:
        self._asking = Asking(action, Field(), self.desk.reading.spot)
        self._arrange()

    def _type(self, event: events.Key) -> None:
        """A key in the prompt."""
        asking = self._asking
        if asking is None:
            return
        match event.key:
            case "escape" | "ctrl+c":
                self._leave_prompt()
            case "enter":
                self._answer(asking)
            case "backspace" if not asking.field.text:
                self._leave_prompt()
            case "down" | "up" if asking.action is Action.SEARCH:
                self._read(self.desk.reading.hit_previewed(1 if event.key == "down" else -1))
                self._remark_hits()
            case _:
                self._typed(_EDITS[event.key](asking.field) if event.key in _EDITS else _inserted(asking.field, event))

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text goes into the prompt."""
        event.stop()
        if self._asking:
            self._typed(self._asking.field.inserted(event.text))

    def _typed(self, field: Field) -> None:
        asking = self._asking
        if asking is None or field == asking.field:
            return
        self._asking = replace(asking, field=field)
        if asking.action is Action.SEARCH and field.text != asking.field.text:
            self._asking = replace(self._asking, remark=self.desk.messages.text("search.running"))
            self._search(field.text, asking.origin)
        self._show()

    def _answer(self, asking: Asking) -> None:
        self._asking = None
        if asking.action is Action.SEARCH:
            self._read(self.desk.reading.search_kept(asking.origin))
        elif target := place_asked_for(self.desk.document, asking.field.text):
            self._read(self.desk.reading.jumped(target))
        elif asking.field.text.strip():
            self._say("goto.nowhere", place=asking.field.text)
        self._arrange()

    def _leave_prompt(self) -> None:
        asking, self._asking = self._asking, None
        if asking and asking.action is Action.SEARCH:
            self.workers.cancel_group(self, "search")
            self._read(self.desk.reading.search_left(asking.origin))
        self._arrange()

    @work(thread=True, exclusive=True, group="search")
    def _search(self, query: str, origin: Spot) -> None:
        """Find in a thread; a later keystroke supersedes this one."""
        worker = get_current_worker()
        hits = self._index.find(query)
        hits.after(origin.cursor)
        if worker.is_cancelled:
            return
        self.call_from_thread(self._found, query, hits, origin)
        hits.count(lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.call_from_thread(self._remark_hits)

    def _found(self, query: str, hits: Hits, origin: Spot) -> None:
        if self._asking and self._asking.field.text == query:
            self._read(self.desk.reading.searching(hits if query else None, origin))

    def _remark_hits(self) -> None:
        """Say in the prompt which hit of how many this is."""
        if self._asking:
            self._asking = replace(self._asking, remark=hits_remark(self.desk))
            self._show()

    # Effects

    def _toggle_bookmark(self) -> None:
        reading = self.desk.reading
        here = reading.bookmarks_here()
        chosen = reading.chosen
        if not here and not chosen.length:
            return
        if here:
            for placed in here:
                self._session.remove_bookmark(placed.bookmark.id)
        else:
            self._session.add_bookmark(chosen)
        self._turn_to(self.desk.with_reading(reading.with_bookmarks(self._session.bookmarks)))
        text = " ".join(self.desk.document.slice(here[0].range if here and here[0].range else chosen).split())
        self._say("message.bookmark_removed" if here else "message.bookmark_added", text=text)

    def _list_bookmarks(self) -> None:
        self._list("bookmarks", self._bookmark_listing(), self._bookmark_chosen, removed=self._bookmark_removed)

    def _bookmark_listing(self) -> Listing:
        return Listing(bookmark_items(self.desk.document, self.desk.reading.bookmarks, self.desk.messages))

    def _bookmark_chosen(self, item: Item | None) -> None:
        if item and item.target:
            self._read(self.desk.reading.jumped(item.target))

    def _bookmark_removed(self, item: Item) -> Listing:
        self._session.remove_bookmark(str(item.key))
        self._read(self.desk.reading.with_bookmarks(self._session.bookmarks))
        return self._bookmark_listing()

    def _show_help(self) -> None:
        self._list("help", Listing(help_items(self.settings.keymap, self.desk.messages)), lambda _: None)

    def _list(
        self,
        name: str,
        listing: Listing,
        chosen: Callable[[Item | None], None],
        removed: Callable[[Item], Listing] | None = None,
    ) -> None:
        """A list over the text."""
        messages = self.desk.messages
        screen = ListScreen(
            name,
            messages.text(f"pane.{name}"),
            listing,
            empty=messages.text("pane.no_bookmarks"),
            hints=list_hints(self.settings.keymap, messages, removable=removed is not None),
            direction=self.desk.document.direction,
            theme=self.settings.theme,
            action_of=self.action_of,
            removed=removed,
        )
        self.push_screen(screen, chosen)

    def _copy(self) -> None:
        chosen = self.desk.reading.chosen
        text = self.desk.document.slice(chosen)
        if not text:
            self._say("message.nothing_to_copy")
            return
        self.copy_to_clipboard(text)
        self._say("message.copied", text=" ".join(text.split()))

    def _next_language(self) -> None:
        language = LANGUAGES[(LANGUAGES.index(self.desk.messages.language) + 1) % len(LANGUAGES)]
        self._turn_to(self.desk.translated(Messages(language)))
        self._session.language = language
        self._say("message.language", name=self.desk.messages.name)

    def _toggle_marks(self) -> None:
        marks = not self.desk.reading.flow.marks
        self._read(self.desk.reading.with_marks(marks=marks))
        self._say("message.marks_shown" if marks else "message.marks_hidden")

    def _change_measure(self, step: int) -> None:
        shown = self.desk.reading.flow.width
        self._measure = max(NARROWEST, min(WIDEST, shown + step))
        self._arrange()
        self._say("message.column", width=self.desk.reading.flow.width)

    def _quit(self) -> None:
        self._save_position()
        self.exit(0)

    # Facts

    @work(thread=True, exclusive=True, group="facts")
    def _extract_facts(self) -> None:
        worker = get_current_worker()
        facts = extract(self.desk.document, cancelled=lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.call_from_thread(self._facts_found, facts)

    def _facts_found(self, facts: tuple[Fact, ...]) -> None:
        self._turn_to(self.desk.with_facts(facts, complete=True))


_DESK_ACTIONS: Mapping[Action, Callable[[Desk], Desk]] = {
    Action.LINE_DOWN: lambda desk: desk.moved(1),
    Action.LINE_UP: lambda desk: desk.moved(-1),
    Action.PAGE_DOWN: lambda desk: desk.paged(1),
    Action.PAGE_UP: lambda desk: desk.paged(-1),
    Action.START: lambda desk: desk.to_end(last=False),
    Action.END: lambda desk: desk.to_end(last=True),
    Action.NEXT_PANE: lambda desk: desk.focus_moved(1),
    Action.PREVIOUS_PANE: lambda desk: desk.focus_moved(-1),
    Action.OPEN: Desk.entered,
    Action.FOLD_LEFT: lambda desk: desk.folded_towards(right=False),
    Action.FOLD_RIGHT: lambda desk: desk.folded_towards(right=True),
    Action.SECTIONS: lambda desk: desk.toggled(PaneName.SECTIONS),
    Action.FACTS: lambda desk: desk.toggled(PaneName.FACTS),
    Action.SCOPE: Desk.scope_toggled,
    Action.CANCEL: lambda desk: desk.with_reading(desk.reading.without_highlight()),
}
"""What only changes the desk."""

_JUMPS: Mapping[Action, tuple[Callable[[State], State], str]] = {
    Action.NEXT_SECTION: (lambda state: state.section_moved(1), "message.last_section"),
    Action.PREVIOUS_SECTION: (lambda state: state.section_moved(-1), "message.first_section"),
    Action.NEXT_HIT: (lambda state: state.hit_moved(1), "message.no_search"),
    Action.PREVIOUS_HIT: (lambda state: state.hit_moved(-1), "message.no_search"),
    Action.BACK: (State.went_back, "message.no_back"),
    Action.FORWARD: (State.went_forward, "message.no_forward"),
}
"""Jumps, and what is said when there is nowhere to go."""

_EDITS: Mapping[str, Callable[[Field], Field]] = {
    "backspace": Field.erased_before,
    "delete": Field.erased_after,
    "ctrl+w": Field.erased_word,
    "ctrl+u": Field.cleared_before,
    "left": Field.moved_left,
    "right": Field.moved_right,
    "home": Field.to_start,
    "end": Field.to_end,
    "ctrl+a": Field.to_start,
    "ctrl+e": Field.to_end,
}
"""Keys that edit the prompt's field."""


def _inserted(field: Field, event: events.Key) -> Field:
    return field.inserted(event.character) if event.is_printable and event.character else field


def key_of(event: events.Key) -> str:
    """A key press as the key table writes it: the character it types, else its name."""
    if event.is_printable and event.character and event.character != " ":
        return event.character
    return event.key


def hits_remark(desk: Desk) -> str:
    """Which hit of how many one stands on."""
    hits, hit = desk.reading.hits, desk.reading.hit
    if hits is None:
        return ""
    if hit is None:
        return desk.messages.text("search.none")
    return desk.messages.text("search.count", n=hits.ordinal(hit) + 1, total=hits.count())
