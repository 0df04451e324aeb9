"""Everything on the screen in one frozen value.

The text, the section tree and the facts follow each other; one of them is focused.

Every method gives a new workspace; what reaches outside (saving, copying, quitting) is the application's.
"""

from dataclasses import dataclass, replace

from reader.locale import Messages
from reader.model import Document, FactKind, Pos, Range
from reader.view.arrange import PaneName
from reader.view.fact_index import FactIndex
from reader.view.flow import Flow
from reader.view.list_model import Item, ListModel
from reader.view.outline import outline_items, visible_section
from reader.view.panel.about import About
from reader.view.panel.grouping import FactGroup
from reader.view.panel.keys import Part
from reader.view.panel.panel import Panel
from reader.view.panel.values import plain_value
from reader.view.reading_state import ReadingState, Viewpoint
from reader.view.session import Session

_ORDER = (PaneName.SECTIONS, PaneName.TEXT, PaneName.FACTS)


@dataclass(frozen=True, slots=True)
class Workspace:
    """What the panes show; see the module.

    Attributes:
        reading: The text and the place in it.
        messages: The interface's language.
        panel: The facts.
        sections: The section tree's visible lines.
        folded: Sections folded away, by where their titles start.
        wanted: The panes the user wants to see; a narrow window may show fewer.
        focus: The pane that is focused.
        walked: The fact that was last jumped to, whose mentions the keys of hits go through until a search is made.
        rows: Rows of the side panes' lists.
    """

    reading: ReadingState
    messages: Messages
    panel: Panel
    sections: ListModel = ListModel()
    folded: frozenset[Pos] = frozenset()
    wanted: frozenset[PaneName] = frozenset(PaneName)
    focus: PaneName = PaneName.TEXT
    walked: FactGroup | None = None
    rows: int = 1

    @classmethod
    def opened(cls, reading: ReadingState, messages: Messages, wanted: frozenset[PaneName]) -> "Workspace":
        """The workspace a document is opened on."""
        panel = Panel.of(reading.document, messages, reading.section.range)
        workspace = cls(reading, messages, panel, wanted=wanted)
        return workspace._with_outline()._following_tree()

    @property
    def document(self) -> Document:
        """The document that is read."""
        return self.reading.document

    @property
    def title(self) -> str:
        """The document's title on one line."""
        return " ".join(self.document.meta.title.split())

    @property
    def complete(self) -> bool:
        """Whether all facts have been found."""
        return self.panel.progress is None

    @property
    def hits_remark(self) -> str:
        """Which hit of how many one stands on; "" when nothing is searched."""
        hits, hit = self.reading.hits, self.reading.hit
        if hits is None:
            return ""
        if hit is None:
            return self.messages.text("search.none")
        return self.messages.text("search.count", n=hits.ordinal(hit) + 1, total=hits.count())

    @property
    def walk_remark(self) -> str:
        """Which mention of a fact one stands on, and what it says; "" where none was jumped to."""
        ranges = [fact.range for fact in self.walked.facts] if self.walked else []
        if self.reading.target not in ranges:
            return ""
        number = self.messages.number
        place, total = ranges.index(self.reading.target) + 1, len(ranges)
        text = " ".join(self.document.slice(self.reading.target).split())
        return self.messages.text("message.mention", n=number(place), total=number(total), text=text)

    # The text

    def with_reading(self, reading: ReadingState) -> "Workspace":
        """Another place in the text; the tree's cursor and the section's facts follow."""
        before = self.reading
        workspace = replace(self, reading=reading)
        if reading.hits is not before.hits and reading.hits is not None:
            workspace = replace(workspace, walked=None)
        panel = workspace.panel
        if reading.section is not before.section:
            panel = panel.in_section(reading.section.range)
            workspace = workspace._following_tree()
        return replace(workspace, panel=panel)._with_marks(follow=reading.cursor != before.cursor)

    def with_facts(self, index: FactIndex) -> "Workspace":
        """All facts, found."""
        workspace = replace(self, reading=self.reading.with_facts(index), panel=self.panel.with_facts(index))
        return workspace._with_marks(follow=False)

    def with_progress(self, progress: float) -> "Workspace":
        """So much of the text has been looked through for facts."""
        return replace(self, panel=self.panel.with_progress(progress))

    def with_about(self, about: About) -> "Workspace":
        """What had to be worked out of the document as a whole."""
        return replace(self, panel=self.panel.with_about(about))

    def grown(self, document: Document, session: Session) -> "Workspace":
        """A longer snapshot of the document, in the same place.

        When all of it is there, so are its bookmarks, and who has not moved yet is taken to where it was left.
        """
        reading = self.reading.grown(document)
        if document.complete:
            reading = reading.with_bookmarks(session.annotations)
            left = session.position
            if left is not None and not reading.cursor and not reading.back:
                reading = reading.at(Viewpoint(left, left))
        panel = self.panel.over(document, reading.section.range)
        return replace(self, reading=reading, panel=panel, walked=None)._with_outline()._following_tree()

    # The panes

    def moved(self, rows: int) -> "Workspace":
        """A line in the pane that is focused."""
        match self.focus:
            case PaneName.SECTIONS:
                return replace(self, sections=self.sections.moved(rows).shown(self.rows))
            case PaneName.FACTS:
                return replace(self, panel=self.panel.moved(rows))
            case PaneName.TEXT:
                return self.with_reading(self.reading.moved(rows))

    def paged(self, pages: int) -> "Workspace":
        """A screen further in the pane that is focused."""
        if self.focus is PaneName.TEXT:
            return self.with_reading(self.reading.paged(pages))
        return self.moved(pages * max(1, self.rows - 1))

    def to_end(self, *, last: bool) -> "Workspace":
        """The start or the end of the pane that is focused."""
        if self.focus is PaneName.TEXT:
            return self.with_reading(self.reading.to_end() if last else self.reading.to_start())
        far = len(self.sections.items) + len(self.panel.model.items)
        return self.moved(far if last else -far)

    def sized(self, rows: int, facts_width: int) -> "Workspace":
        """Another number of rows of the side panes, and other cells of the facts."""
        panel = self.panel.sized(facts_width, rows) if facts_width > 0 else self.panel
        return replace(self, rows=max(1, rows), sections=self.sections.shown(max(1, rows)), panel=panel)

    def focused(self, focus: PaneName) -> "Workspace":
        """The keys given to a pane."""
        return replace(self, focus=focus)

    def focus_moved(self, step: int) -> "Workspace":
        """The keys given to the next or previous pane that is wanted."""
        panes = [name for name in _ORDER if name in self.wanted]
        at = panes.index(self.focus) if self.focus in panes else 0
        return self.focused(panes[(at + step) % len(panes)])

    def toggled(self, pane: PaneName) -> "Workspace":
        """A side pane shown or hidden; the keys go back to the text when their pane goes."""
        wanted = self.wanted ^ {pane}
        focus = self.focus if self.focus in wanted else PaneName.TEXT
        return replace(self, wanted=wanted, focus=focus)._marking(follow=False)

    def entered(self) -> "Workspace":
        """Jump to the thing under the cursor of the pane that is focused."""
        match self.focus:
            case PaneName.SECTIONS:
                return self.chosen(PaneName.SECTIONS, self.sections.current)
            case PaneName.FACTS:
                return self._jumped_to_fact()
            case PaneName.TEXT:
                return self

    def chosen(self, pane: PaneName, item: Item | None, column: int | None = None) -> "Workspace":
        """Jump to an item that was clicked, in a column, or entered; a fact chosen again leads to its next mention."""
        if pane is PaneName.FACTS:
            pointed = self if column is None else replace(self, panel=self.panel.pointed(column))
            return pointed._jumped_to_fact()
        return self.with_reading(self.reading.at_section(item.target)) if item and item.target else self

    def _jumped_to_fact(self) -> "Workspace":
        """To the mention under the panel's cursor; from there on to the next; a heading folds or unfolds."""
        group, key, fact = self.panel.group, self.panel.key, self.panel.fact
        if group is None or key is None or fact is None:
            return replace(self, panel=self.panel.opened())
        if key.part is not Part.MENTION:
            fact = group.neighbour(self.reading.target, 1)
        return self._walked_to(group, fact.range)

    def _walked_to(self, group: FactGroup, target: Range) -> "Workspace":
        # The list must not change under the cursor, though the jump may lead into another section.
        workspace = replace(self, reading=self.reading.jumped(target), walked=group)._following_tree()
        return workspace._marking(follow=False)

    def hit_moved(self, step: int) -> "Workspace":
        """The next (1) or previous (-1) mention of the fact under the panel's cursor, or of the one jumped to last.

        Else the next or previous hit of the search.
        """
        group = self.panel.group if self.focus is PaneName.FACTS else None
        group = group or self.walked
        if group is None:
            return self.with_reading(self.reading.hit_moved(step))
        return self._walked_to(group, group.neighbour(self.reading.target, step).range)

    def with_model(self, pane: PaneName, model: ListModel) -> "Workspace":
        """A side pane's list moved with the mouse."""
        if pane is PaneName.SECTIONS:
            return replace(self, sections=model)
        return replace(self, panel=self.panel.with_model(model))

    def folded_towards(self, *, right: bool) -> "Workspace":
        """Fold or unfold the section or the fact under the cursor; the arrows mean left and right on the screen."""
        if self.focus is PaneName.FACTS:
            return replace(self, panel=self.panel.turned(right=right))
        item = self.sections.current
        if item is None or not isinstance(item.key, int):
            return self
        deeper = right != self.document.direction.is_rtl
        key = Pos(item.key)
        folded = self.folded - {key} if deeper else self.folded | {key}
        return replace(self, folded=folded)._with_outline()

    def scope_toggled(self) -> "Workspace":
        """The facts of the section or of the whole document."""
        return replace(self, panel=self.panel.scope_toggled())._with_marks()

    def filtered(self, query: str) -> "Workspace":
        """Only the facts that match."""
        return replace(self, panel=self.panel.filtered(query))

    def cancelled(self) -> "Workspace":
        """Nothing highlighted, no search, no fact walked through; in the facts, first of all, no filter."""
        if self.focus is PaneName.FACTS and self.panel.query:
            return self.filtered("")._with_marks()
        return replace(self, walked=None).with_reading(self.reading.without_highlight())

    def underline_toggled(self) -> "Workspace":
        """Facts underlined in the text or not: all of them, in the panel those of the kind under the cursor."""
        kinds = self.reading.underlined
        key = self.panel.key if self.focus is PaneName.FACTS else None
        if key and key.kind:
            return self.with_underlined(kinds ^ {key.kind})
        return self.with_underlined(frozenset() if kinds else frozenset(FactKind))

    def with_underlined(self, kinds: frozenset[FactKind]) -> "Workspace":
        """These kinds underlined in the text."""
        reading, panel = self.reading.with_underlined(kinds), self.panel.with_underlined(kinds)
        return replace(self, reading=reading, panel=panel)

    def copied(self, *, value: bool) -> str:
        """What copying takes: the text or the value of the line under the panel's cursor.

        In the text the chosen text, or the value of the first fact at the reading position. "" where there is nothing.
        """
        if self.focus is PaneName.FACTS:
            return self.panel.copied(value=value)
        if not value:
            return self.document.slice(self.reading.chosen)
        here = self.reading.facts_here
        return plain_value(here[0]) if here else ""

    def shown_as(self, messages: Messages, wanted: frozenset[PaneName]) -> "Workspace":
        """Taken up again: in the language, and with the panes, that have been chosen since."""
        focus = self.focus if self.focus in wanted else PaneName.TEXT
        return replace(self, wanted=wanted, focus=focus).translated(messages)

    def translated(self, messages: Messages) -> "Workspace":
        """Another interface language."""
        return replace(self, messages=messages, panel=self.panel.translated(messages))

    # Within

    def _with_outline(self) -> "Workspace":
        return replace(self, sections=self.sections.with_items(outline_items(self.document, self.folded)))

    def _with_marks(self, *, follow: bool = True) -> "Workspace":
        """The facts at the reading position marked; the panel's cursor follows while it is not focused."""
        return self._marking(follow=follow and self.focus is not PaneName.FACTS)

    def _marking(self, *, follow: bool) -> "Workspace":
        if PaneName.FACTS not in self.wanted:  # finding the sentence has its cost
            return self
        return replace(self, panel=self.panel.at(self.reading.facts_here, follow=follow))

    def _following_tree(self) -> "Workspace":
        section = visible_section(self.document, self.reading.cursor, self.folded)
        if section is None:
            return self
        return replace(self, sections=self.sections.at_key(section.title.start).shown(self.rows))


def opened_workspace(session: Session, flow: Flow, messages: Messages, wanted: frozenset[PaneName]) -> Workspace:
    """The workspace of a document that is opened: at the place where it was left, its bookmarks on it.

    Of a folder there are no facts, and its files are chosen in the tree.
    """
    document = flow.document
    start = (session.position if document.complete else None) or Pos(0)
    bookmarks = session.annotations if document.complete else ()
    workspace = Workspace.opened(ReadingState(flow, top=start, cursor=start, bookmarks=bookmarks), messages, wanted)
    workspace = workspace.with_underlined(session.underlined)
    if session.whole:
        workspace = workspace.scope_toggled()
    if not document.is_folder:
        return workspace
    focus = PaneName.SECTIONS if PaneName.SECTIONS in wanted else PaneName.TEXT
    return replace(workspace.with_facts(FactIndex()), focus=focus)
