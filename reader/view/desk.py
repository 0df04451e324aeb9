"""Everything on the screen in one frozen value.

The text, the section tree and the facts follow each other; one of them has the keys.

Every method gives a new desk; what reaches outside (saving, copying, quitting) is the application's.
"""

from dataclasses import dataclass, replace

from reader.locale import Messages
from reader.model import Document, Fact, Pos, Range
from reader.view.arrange import PaneName
from reader.view.fact_list import FactGroup, fact_details, fact_items, facts_in
from reader.view.flow import Flow
from reader.view.listing import Item, Listing
from reader.view.outline import outline_items, visible_section
from reader.view.session import Session
from reader.view.state import Spot, State

_ORDER = (PaneName.SECTIONS, PaneName.TEXT, PaneName.FACTS)


@dataclass(frozen=True, slots=True)
class Desk:
    """What the panes show; see the module.

    Attributes:
        reading: The text and the place in it.
        messages: The interface's language.
        sections: The section tree's visible lines.
        facts: The facts panel's lines.
        folded: Sections folded away, by where their titles start.
        wanted: The panes the user wants to see; a narrow window may show fewer.
        focus: The pane that has the keys.
        whole: Whether the panel shows the whole document's facts rather than the current section's.
        complete: Whether all facts have been found.
    """

    reading: State
    messages: Messages
    sections: Listing = Listing()
    facts: Listing = Listing()
    folded: frozenset[Pos] = frozenset()
    wanted: frozenset[PaneName] = frozenset(PaneName)
    focus: PaneName = PaneName.TEXT
    whole: bool = False
    complete: bool = False

    @classmethod
    def opened(cls, reading: State, messages: Messages, wanted: frozenset[PaneName]) -> "Desk":
        """The desk a document is opened on."""
        desk = cls(reading, messages, wanted=wanted)
        return desk._with_outline()._following()

    @property
    def document(self) -> Document:
        """The document that is read."""
        return self.reading.document

    @property
    def title(self) -> str:
        """The document's title on one line."""
        return " ".join(self.document.meta.title.split())

    @property
    def scope(self) -> Range:
        """The part of the document whose facts the panel shows."""
        return self.document.range if self.whole else self.reading.section.range

    @property
    def fact(self) -> FactGroup | None:
        """The fact under the panel's cursor."""
        item = self.facts.current
        key = item.key if item and item.selectable else None
        return key[1] if isinstance(key, tuple) and isinstance(key[1], FactGroup) else None

    @property
    def fact_details(self) -> str:
        """What is known of that fact."""
        return fact_details(self.document, self.fact.first, self.messages) if self.fact else ""

    @property
    def hits_remark(self) -> str:
        """Which hit of how many one stands on; "" when nothing is searched."""
        hits, hit = self.reading.hits, self.reading.hit
        if hits is None:
            return ""
        if hit is None:
            return self.messages.text("search.none")
        return self.messages.text("search.count", n=hits.ordinal(hit) + 1, total=hits.count())

    # The text

    def with_reading(self, reading: State) -> "Desk":
        """Another place in the text; the tree's cursor and the section's facts follow."""
        before = self.reading
        desk = replace(self, reading=reading)
        if reading.section is not before.section:
            desk = desk._following()
        elif reading.facts is not before.facts:
            desk = desk._with_facts()
        return desk

    def with_facts(self, facts: tuple[Fact, ...], *, complete: bool) -> "Desk":
        """The facts found so far."""
        return replace(self, complete=complete).with_reading(self.reading.with_facts(facts))

    def grown(self, document: Document, session: Session) -> "Desk":
        """A longer snapshot of the document, in the same place.

        When all of it is there, so are its bookmarks, and who has not moved yet is taken to where it was left.
        """
        reading = self.reading.grown(document)
        if document.complete:
            reading = reading.with_bookmarks(session.bookmarks)
            left = session.position
            if left is not None and not reading.cursor and not reading.back:
                reading = reading.at(Spot(left, left))
        return replace(self, reading=reading)._with_outline()._following()

    # The panes

    def moved(self, rows: int) -> "Desk":
        """A line in the pane that has the keys."""
        match self.focus:
            case PaneName.SECTIONS:
                return replace(self, sections=self.sections.moved(rows))
            case PaneName.FACTS:
                return replace(self, facts=self.facts.moved(rows))
            case PaneName.TEXT:
                return self.with_reading(self.reading.moved(rows))

    def paged(self, pages: int) -> "Desk":
        """A screen further in the pane that has the keys."""
        if self.focus is PaneName.TEXT:
            return self.with_reading(self.reading.paged(pages))
        return self.moved(pages * max(1, self.reading.height - 1))

    def to_end(self, *, last: bool) -> "Desk":
        """The start or the end of the pane that has the keys."""
        if self.focus is PaneName.TEXT:
            return self.with_reading(self.reading.to_end() if last else self.reading.to_start())
        far = len(self.sections.items) + len(self.facts.items)
        return self.moved(far if last else -far)

    def focused(self, focus: PaneName) -> "Desk":
        """The keys given to a pane."""
        return replace(self, focus=focus)

    def focus_moved(self, step: int) -> "Desk":
        """The keys given to the next or previous pane that is wanted."""
        panes = [name for name in _ORDER if name in self.wanted]
        at = panes.index(self.focus) if self.focus in panes else 0
        return self.focused(panes[(at + step) % len(panes)])

    def toggled(self, pane: PaneName) -> "Desk":
        """A side pane shown or hidden; the keys go back to the text when their pane goes."""
        wanted = self.wanted ^ {pane}
        focus = self.focus if self.focus in wanted else PaneName.TEXT
        return replace(self, wanted=wanted, focus=focus)

    def entered(self) -> "Desk":
        """Jump to the thing under the cursor of the pane that has the keys."""
        match self.focus:
            case PaneName.SECTIONS:
                return self.chosen(PaneName.SECTIONS, self.sections.current)
            case PaneName.FACTS:
                return self.chosen(PaneName.FACTS, self.facts.current)
            case PaneName.TEXT:
                return self

    def chosen(self, pane: PaneName, item: Item | None) -> "Desk":
        """Jump to an item; choosing a fact again goes on to its next mention."""
        if item is None or item.target is None:
            return self
        if pane is PaneName.SECTIONS:
            return self.with_reading(self.reading.at_section(item.target))
        group = item.key[1] if isinstance(item.key, tuple) else None
        target = group.next_after(self.reading.focus) if isinstance(group, FactGroup) else item.target
        # The list must not change under the cursor, though the jump may lead into another section.
        reading = self.reading.jumped(target)
        return replace(self, reading=reading)._following_tree()

    def with_listing(self, pane: PaneName, listing: Listing) -> "Desk":
        """A side pane's list moved with the mouse."""
        return replace(self, sections=listing) if pane is PaneName.SECTIONS else replace(self, facts=listing)

    def folded_towards(self, *, right: bool) -> "Desk":
        """Fold or unfold the tree's current section; the arrows mean left and right on the screen."""
        item = self.sections.current
        if item is None or not isinstance(item.key, int):
            return self
        deeper = right != self.document.direction.is_rtl
        key = Pos(item.key)
        folded = self.folded - {key} if deeper else self.folded | {key}
        return replace(self, folded=folded)._with_outline()

    def scope_toggled(self) -> "Desk":
        """The facts of the section or of the whole document."""
        return replace(self, whole=not self.whole)._with_facts()

    def shown_as(self, messages: Messages, wanted: frozenset[PaneName]) -> "Desk":
        """Taken up again: in the language, and with the panes, that have been chosen since."""
        focus = self.focus if self.focus in wanted else PaneName.TEXT
        return replace(self, wanted=wanted, focus=focus).translated(messages)

    def translated(self, messages: Messages) -> "Desk":
        """Another interface language."""
        return replace(self, messages=messages)._with_facts()

    # Within

    def _with_outline(self) -> "Desk":
        return replace(self, sections=self.sections.with_items(outline_items(self.document, self.folded)))

    def _with_facts(self) -> "Desk":
        items = fact_items(self.document, facts_in(self.reading.facts, self.scope), self.messages)
        return replace(self, facts=self.facts.with_items(items))

    def _following_tree(self) -> "Desk":
        section = visible_section(self.document, self.reading.cursor, self.folded)
        return replace(self, sections=self.sections.at_key(section.title.start)) if section else self

    def _following(self) -> "Desk":
        return self._following_tree()._with_facts()


def opened_desk(session: Session, flow: Flow, messages: Messages, wanted: frozenset[PaneName]) -> Desk:
    """The desk of a document that is opened: at the place where it was left, its bookmarks on it.

    Of a folder there are no facts, and its files are chosen in the tree.
    """
    document = flow.document
    start = (session.position if document.complete else None) or Pos(0)
    bookmarks = session.bookmarks if document.complete else ()
    desk = Desk.opened(State(flow, top=start, cursor=start, bookmarks=bookmarks), messages, wanted)
    if not document.is_folder:
        return desk
    return replace(desk, complete=True, focus=PaneName.SECTIONS if PaneName.SECTIONS in wanted else PaneName.TEXT)
