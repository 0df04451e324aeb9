"""Everything on the screen in one frozen value: the panes, which of them is focused, and what stands over them.

Every method gives a new one. What actions and events do to it is told in :mod:`reader.view.update`.
"""

from functools import lru_cache
from typing import Self

from reader.locale import Messages
from reader.model import Direction, Document, Fact, FactKind, Pos
from reader.values import dataclass, field, replace
from reader.view.arrange import BAR, FRAME, TITLE, Arrangement, PaneName, Window, arrange, room_beside
from reader.view.beginnings import Beginning
from reader.view.changes import Changes
from reader.view.facts_known import FactsFound
from reader.view.first_page import shares_asked
from reader.view.hit_jumps import next_hit
from reader.view.keys import Keymap
from reader.view.pace import Pace
from reader.view.panel.grouping import FactGroup
from reader.view.panel.panel import Panel
from reader.view.panes.conversation import ConversationPane
from reader.view.panes.facts import FactsPane, marked
from reader.view.panes.pane import GoThrough, Grown, Moved, News, Pane, Side, Translated, Underlined
from reader.view.panes.sections import SectionsPane
from reader.view.panes.table import PANES, PaneRow
from reader.view.panes.text import TextPane
from reader.view.popups import Popup
from reader.view.prompt import Prompt
from reader.view.reading_state import ReadingState
from reader.view.rejected import Rejected
from reader.view.searches import Searches
from reader.view.session import Memory, SetUp, Share
from reader.view.styled import LINE_ENDS, StyledText, TextRole, styled, wrapped
from reader.view.viewpoint import Viewpoint


@dataclass(frozen=True, slots=True)
class Workspace:
    """See the module.

    Attributes:
        panes: The panes, in reading order across the screen; one of them is the text.
        messages: The interface's language.
        keymap: Which key does what.
        wanted: The names of the panes the user wants to see; a narrow window may show fewer.
        focus: The name of the focused pane.
        window: The size of the window.
        shares: The widths that panes have been given.
        alone: Whether nothing but the text shows.
        pace: How fast its reader reads.
        walked: The fact that was last jumped to, whose mentions the keys of hits go through until a search is made.
        prompt: The line being typed at the foot.
        popup: What stands over the panes.
        searches: What was searched for, and how.
        count: The digits typed before a key; "" for none.
        notice: A message at the foot, until the next key; "" for none.
        changes: What was changed of what is marked, and is to be kept.
        selecting: The end that stands and the one that is moved, while one selects by keyboard.
        state_path: The file in which it is kept, as far as it is known.
        rows: What the panes of the next document are opened by.
        theme: The name of the theme.
        preview: That of one that is only looked at; "" for none.
        greeted: Whether a first start was told what to press.
        found: The facts of the document, as they were found; None as long as they are looked for.
        visited: The parts of a long document one has been in, the latest first.
        sought: The part whose facts were looked for last; None for none.
        rejected: Those that the user says are none.
        questioned: The fact of which it was just said why it is one.
        scrolling: The number of the run in which the text scrolls by itself; 0 while it does not.
        runs: How many such runs there have been.
        follows: Whether the document's end is kept in sight as it grows.
        awaited: The place to begin at, as long as the document has not grown so far.
        before, after: The documents one came through and came back from, as they were left, the nearest last.
    """

    panes: tuple[Pane, ...]
    messages: Messages
    keymap: Keymap
    wanted: frozenset[str]
    focus: str = PaneName.TEXT
    window: Window = Window(1, 1)
    shares: tuple[Share, ...] = ()
    alone: bool = False
    pace: Pace = field(default_factory=Pace)
    walked: FactGroup | None = None
    prompt: Prompt | None = None
    popup: Popup | None = None
    searches: Searches = Searches()
    count: str = ""
    notice: str = ""
    changes: Changes = Changes()
    selecting: tuple[Pos, Pos] | None = None
    state_path: str = ""
    rows: tuple[PaneRow, ...] = PANES
    theme: str = ""
    preview: str = ""
    greeted: bool = False
    found: FactsFound | None = None
    visited: tuple[int, ...] = ()
    sought: int | None = None
    rejected: Rejected = frozenset()
    questioned: Fact | None = None
    scrolling: int = 0
    runs: int = 0
    follows: bool = False
    awaited: Beginning | None = None
    before: "tuple[Workspace, ...]" = ()
    after: "tuple[Workspace, ...]" = ()

    # What is on it

    def pane(self, name: str) -> Pane:
        """The pane of a name."""
        return next(pane for pane in self.panes if pane.name == name)

    @property
    def text(self) -> TextPane:
        """The text."""
        return next(pane for pane in self.panes if isinstance(pane, TextPane))

    @property
    def reading(self) -> ReadingState:
        """The text and the place in it."""
        return self.text.reading

    @property
    def sections(self) -> SectionsPane:
        """The section tree."""
        return next(pane for pane in self.panes if isinstance(pane, SectionsPane))

    @property
    def panel(self) -> Panel:
        """The facts."""
        return next(pane for pane in self.panes if isinstance(pane, FactsPane)).panel

    @property
    def conversation(self) -> ConversationPane:
        """The conversation about the document."""
        return next(pane for pane in self.panes if isinstance(pane, ConversationPane))

    @property
    def focused(self) -> Pane:
        """The pane that keys act on."""
        return self.pane(self.focus)

    @property
    def document(self) -> Document:
        """The document that is read."""
        return self.reading.document

    @property
    def title(self) -> str:
        """The document's title on one line."""
        return " ".join(self.document.meta.title.split())

    @property
    def facts_complete(self) -> bool:
        """Whether all facts have been found."""
        return self.panel.progress is None

    @property
    def set_up(self) -> SetUp:
        """How the screen is set up."""
        reading = self.reading
        return SetUp(
            None if self.document.is_piped else self.wanted,
            self.messages.language,
            reading.flow.justification,
            reading.underlined,
            self.panel.whole,
            reading.flow.sideways,
            self.searches.past,
            self.shares,
            round(self.pace.per_minute),
            self.theme or None,
            self.greeted or None,
            reading.flow.spacing,
            reading.ruler,
        )

    # Panes

    def with_pane(self, pane: Pane) -> Self:
        """A pane changed; where it is the text, the others follow."""
        if isinstance(pane, TextPane):
            return self._with_text(pane)
        return replace(self, panes=tuple(pane if each.name == pane.name else each for each in self.panes))

    def with_reading(self, reading: ReadingState) -> Self:
        """Another place in the text; the other panes follow."""
        return self.with_pane(replace(self.text, reading=reading))

    def with_panel(self, panel: Panel) -> Self:
        """The facts shown otherwise."""
        return replace(
            self,
            panes=tuple(replace(each, panel=panel) if isinstance(each, FactsPane) else each for each in self.panes),
        )

    def told(self, news: News) -> Self:
        """Every pane told of something."""
        panes = (
            pane.told(news, shown=pane.name in self.wanted | {self.focus}, focused=pane.name == self.focus)
            for pane in self.panes
        )
        return replace(self, panes=tuple(panes))

    def focused_on(self, name: str) -> Self:
        """Another pane focused."""
        return replace(self, focus=name)

    def moved(self, rows: int) -> Self:
        """A line in the focused pane."""
        return self.with_pane(self.focused.moved(rows))

    def paged(self, pages: int) -> Self:
        """A screen further in the focused pane."""
        return self.with_pane(self.focused.paged(pages))

    @property
    def half_page(self) -> int:
        """Rows of half a screen of text."""
        return max(1, self.reading.height // 2)

    def to_end(self, *, last: bool) -> Self:
        """The start or the end of the focused pane."""
        return self.with_pane(self.focused.to_end(last=last))

    def folded_towards(self, *, right: bool) -> Self:
        """Fold or unfold under the cursor of the focused pane; from the text, the section one reads in."""
        pane = self.sections if self.focus == PaneName.TEXT else self.focused
        return self.with_pane(pane.turned(right=right))

    # The window

    @property
    def arrangement(self) -> Arrangement:
        """How the window is shared out."""
        if self.alone:
            return replace(arrange(self.window, (), self.focus), bars=False)
        sides = [
            pane.name
            for pane in self.panes
            if pane.side is not Side.TEXT and pane.name in self.wanted and not pane.vacancy
        ]
        shared = _shared_out(self.window, tuple(sides), self.focus, self.shares)
        # Of a folder there is nothing to read: its files may have all of the window.
        whole = self.document.is_folder and shared.over == PaneName.SECTIONS
        return replace(shared, over_width=self.window.columns) if whole else shared

    @property
    def sides_have_room(self) -> bool:
        """Whether panes may stand beside the text."""
        return not self.alone and room_beside(self.window.columns) > 0

    @property
    def message(self) -> StyledText:
        """The message at the foot, in the direction of the interface's language."""
        direction = Direction.RTL if self.messages.is_rtl else Direction.LTR
        first, *others = (styled(line, TextRole.NOTICE).isolated(direction) for line in self.notice.split("\n"))
        return sum((StyledText("\n") + other for other in others), first)

    @property
    def foot_rows(self) -> int:
        """The rows of the foot: a message has as many as it takes; in a small window there are none without need."""
        if self.prompt is None and self.notice:
            most = max(1, self.window.rows // 2)
            return max(1, len(wrapped(self.message, self.window.columns, most, self.document.direction)))
        return int(self.arrangement.bars or self.prompt is not None)

    def placed(self) -> Self:
        """Every pane and popup as large as it is in this window; a pane that has become empty is left."""
        workspace = self if not self.focused.vacancy else self.focused_on(PaneName.TEXT)
        shares = workspace.arrangement
        room = self.window.rows - workspace.foot_rows - shares.bars
        for pane in workspace.panes:
            width = shares.width_of(pane.name)
            if width and pane.name == shares.over and self.window.boxed:
                workspace = workspace.with_pane(pane.sized(width - BAR - FRAME, room - TITLE - FRAME))
            elif width:
                workspace = workspace.with_pane(pane.sized(width - BAR, room - shares.titled * TITLE))
        popup = self.popup.placed(self.window) if self.popup else None
        return workspace if popup == self.popup else replace(workspace, popup=popup)

    # Facts and hits

    def hit_moved(self, step: int) -> Self:
        """The next (1) or previous (-1) hit; where a fact was jumped to last, its next mention."""
        if self.walked is None:
            return self.with_reading(next_hit(self.reading, step))
        return self.mention_moved(self.walked, step)

    def mention_moved(self, group: FactGroup, step: int) -> Self:
        """The next (1) or previous (-1) mention of a fact."""
        return self.gone_through(GoThrough(group, group.neighbour(self.reading.target, step).range))

    def gone_through(self, choice: GoThrough) -> Self:
        """To one of a fact's mentions; no list changes under its cursor, though it may be in another section."""
        before, after = self.reading, self.reading.jumped(choice.target)
        return replace(
            self._with_text_alone(replace(self.text, reading=after)).told(Moved(before, after, through=True)),
            walked=choice.group,
        )

    def with_facts(self, found: FactsFound) -> Self:
        """All facts, found."""
        return replace(self, found=found).showing(found)

    def showing(self, found: FactsFound) -> Self:
        """Facts shown in the text and in the panel, and gone through where one goes through mentions."""
        reading, walked = self.reading.with_facts(found.groupings.index), self.walked
        if walked:
            walked = found.groupings.of(self.document.range).group(walked.kind, walked.key) or walked
        workspace = self._with_text_alone(replace(self.text, reading=reading)).told(found)
        return replace(workspace.told(Moved(reading, reading)), walked=walked)

    def scope_toggled(self) -> Self:
        """The facts of the section or of the whole document."""
        panel = self.panel.scope_toggled()
        if PaneName.FACTS in self.wanted:
            panel = marked(panel, self.reading, follow=self.focus != PaneName.FACTS)
        return self.with_panel(panel)

    def filtered(self, query: str) -> Self:
        """Only the facts that match."""
        return self.with_panel(self.panel.filtered(query))

    def sections_filtered(self, query: str) -> Self:
        """Only the sections that match."""
        return self.with_pane(self.sections.filtered(query))

    def underlined(self, kinds: frozenset[FactKind]) -> Self:
        """These kinds of facts underlined in the text."""
        text = replace(self.text, reading=self.reading.with_underlined(kinds))
        return self._with_text_alone(text).told(Underlined(kinds))

    def without_highlight(self) -> Self:
        """Nothing highlighted, no search, no fact walked through."""
        return replace(self, walked=None).with_reading(self.reading.without_highlight())

    # What is said, and in which language

    def said(self, name: str, /, **values: object) -> Self:
        """A message at the foot, by the name of its text."""
        one_line = {name: str(value).translate(LINE_ENDS) for name, value in values.items()}
        return replace(self, notice=self.messages.text(name, **one_line))

    def remarked(self, notice: str) -> Self:
        """A message at the foot that is worded already."""
        return replace(self, notice=notice)

    def translated(self, messages: Messages) -> Self:
        """Another interface language."""
        return replace(self, messages=messages).told(Translated(messages))

    # Documents

    def grown(self, document: Document, memory: Memory) -> Self:
        """A longer snapshot of the document, in the same place.

        When all of it is there, who has not moved yet is taken to where it was left.
        """
        reading = self.reading.grown(document)
        if document.complete:
            left = memory.position
            if left is not None and not reading.cursor and not reading.back:
                reading = reading.at(Viewpoint(left, left))
        workspace = self._with_text_alone(replace(self.text, reading=reading))
        return replace(workspace, walked=None, found=None, visited=(), sought=None, rejected=frozenset()).told(
            Grown(reading)
        )

    # Within

    def _with_text_alone(self, text: TextPane) -> Self:
        return replace(self, panes=tuple(text if isinstance(each, TextPane) else each for each in self.panes))

    def _with_text(self, text: TextPane) -> Self:
        before, after = self.reading, text.reading
        workspace = self._with_text_alone(text)
        if after is before:
            return workspace
        if after.hits is not before.hits and after.hits is not None:
            workspace = replace(workspace, walked=None)
        return workspace.told(Moved(before, after))


@lru_cache(maxsize=8)
def _shared_out(window: Window, sides: tuple[str, ...], focus: str, shares: tuple[Share, ...]) -> Arrangement:
    """A key asks for it a dozen times."""
    return arrange(window, sides, focus, shares_asked(shares, window), PaneName.CONVERSATION)
