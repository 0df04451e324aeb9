"""The facts panel in one frozen value: what it shows of which part of the document, and where its cursor is.

Every method gives a new panel. What the line under the cursor stands for is told by :attr:`Panel.group`; going there is
the workspace's.
"""

from reader.locale import Messages
from reader.model import Document, Fact, FactKind, Range
from reader.values import dataclass, replace
from reader.view.fact_index import FactIndex
from reader.view.fact_looks import label_of
from reader.view.fact_parts import are_known
from reader.view.filtering import LONGEST
from reader.view.list_model import SIGN, Item, ListModel
from reader.view.panel.about import About, about_lines
from reader.view.panel.fact_values import plain_value, shown_value
from reader.view.panel.grouping import FOLDED, FactGroup, Grouping, key_of, shown_kind
from reader.view.panel.groupings import Groupings
from reader.view.panel.head import (
    ABOUT,
    CHART,
    MARKS,
    TIMELINE,
    about_part,
    chart_part,
    nothing_part,
    progress_part,
    timeline_part,
)
from reader.view.panel.line_keys import LineKey, Part
from reader.view.panel.lines import FactLines, one_line
from reader.view.panel.timeline import MarksRow, TimelineMark


@dataclass(frozen=True, slots=True)
class Panel:
    """See the module.

    Attributes:
        document: The document.
        messages: The interface's language.
        groupings: The facts found so far, gathered.
        grouping: Those of the scope, filtered.
        part: The section whose facts are shown.
        about: What had to be worked out of the document as a whole.
        whole: Whether those of the whole document are shown instead.
        query: What the facts are filtered by; "" for all.
        toggled: Headings and groups that are not folded as they are at first.
        underlined: Kinds that are underlined in the text.
        mark: The number of the time line's chosen mark.
        parts: The parts of a long document that have been looked through.
        progress: How much of the text has been looked through, 0 to 1; None when all of it has.
        width, height: Cells and rows of the list.
        here: The facts at the reading position.
        model: The lines, the cursor, and those of the reading position.
    """

    document: Document
    messages: Messages
    groupings: Groupings
    grouping: Grouping
    part: Range
    about: About | None = None
    whole: bool = False
    query: str = ""
    toggled: frozenset[LineKey] = frozenset()
    underlined: frozenset[FactKind] = frozenset()
    mark: int = 0
    parts: frozenset[int] = frozenset()
    progress: float | None = 0.0
    width: int = 1
    height: int = 1
    here: tuple[Fact, ...] = ()
    model: ListModel = ListModel(marked=frozenset())

    @classmethod
    def of(cls, document: Document, messages: Messages, part: Range) -> "Panel":
        """The panel before any fact has been found, for a section."""
        groupings = Groupings(document, FactIndex())
        return cls(document, messages, groupings, groupings.of(part), part)._relisted()

    def over(self, document: Document, part: Range) -> "Panel":
        """The same for another snapshot of the document, whose facts have not been looked for."""
        nothing = Groupings(document, FactIndex())
        panel = replace(self, document=document, part=part, groupings=nothing, about=None, here=())
        panel = replace(panel, parts=frozenset(), progress=0.0)
        return panel._regrouped()

    # What is under the cursor

    @property
    def scope(self) -> Range:
        """The part of the document whose facts are shown."""
        return self.document.range if self.whole else self.part

    @property
    def is_whole(self) -> bool:
        """Whether all of the scope has been looked through, or is being so at once."""
        return are_known(self.document, self.scope, self.parts)

    @property
    def key(self) -> LineKey | None:
        """The line under the cursor."""
        item = self.model.current
        return item.key if item and item.selectable and isinstance(item.key, LineKey) else None

    @property
    def group(self) -> FactGroup | None:
        """The meaning of the line under the cursor: a name's or value's mentions, or the dates of a mark."""
        key = self.key
        if key is None:
            return None
        if key == MARKS:
            return (
                FactGroup(FactKind.DATE, MARKS, tuple(each.fact for each in self.time_mark.dates))
                if self.time_mark
                else None
            )
        return self.grouping.group(key.kind, key.name)

    @property
    def fact(self) -> Fact | None:
        """The mention under the cursor; the first of a group."""
        group, key = self.group, self.key
        if group is None or key is None:
            return None
        return group.facts[key.mention] if key.part is Part.MENTION else group.first

    @property
    def time_mark(self) -> TimelineMark | None:
        """The chosen mark of the time line."""
        marks = self._time_marks
        return marks[min(self.mark, len(marks) - 1)] if marks else None

    @property
    def details(self) -> str:
        """The details of the line under the cursor beyond what it shows."""
        key, fact = self.key, self.fact
        if key and key.part is Part.ABOUT and isinstance(key.name, int):
            return self._about_lines[key.name][1]
        if fact is None:
            return ""
        value, words = shown_value(fact, self.messages), one_line(self.document, fact.range)
        if key == MARKS and self.group:
            more = len(self.group.facts)
            return f"{value} · {words}" + (f" ×{self.messages.number(more)}" if more > 1 else "")
        label = label_of(fact.kind, self.messages)
        return label if value == words else f"{label}: {value}"

    def copied(self, *, value: bool) -> str:
        """The text to copy from the line under the cursor: the mention's, or the fact's value."""
        key, fact = self.key, self.fact
        if key and key.part is Part.ABOUT and isinstance(key.name, int):
            return self._about_lines[key.name][1]
        if fact is None:
            return ""
        return plain_value(fact) if value else self.document.slice(fact.range)

    # Moving

    def moved(self, rows: int) -> "Panel":
        """The cursor so many lines further."""
        return self.with_model(self.model.moved(rows))

    def with_model(self, model: ListModel) -> "Panel":
        """The list moved by other means."""
        return replace(self, model=model.shown(self.height))

    def pointed(self, column: int) -> "Panel":
        """A cell of the line under the cursor clicked, counted from the left edge: on the time line the mark there."""
        if self.key != MARKS:
            return self
        base = self.document.direction
        before = 0 if base.is_rtl else SIGN
        mark = MarksRow(self.grouping.timeline, self.mark, frozenset()).mark_at(column - before, self._along, base)
        return replace(self, mark=mark)._relisted()

    def sized(self, width: int, height: int) -> "Panel":
        """Another size of the list."""
        if (width, height) == (self.width, self.height):
            return self
        return replace(self, width=width, height=max(1, height))._relisted()

    def turned(self, *, right: bool) -> "Panel":
        """The arrows: further in or out where the screen has it, along the time line on its marks."""
        key = self.key
        inwards = right != self.document.direction.is_rtl
        if key is None:
            return self
        if key == MARKS:
            at = min(self.mark, len(self._time_marks) - 1) + (1 if inwards else -1)
            return replace(self, mark=max(0, min(len(self._time_marks) - 1, at)))._relisted()
        return self._inwards(key) if inwards else self._outwards(key)

    def _inwards(self, key: LineKey) -> "Panel":
        """Unfold; where that has been done, go to the first line inside."""
        if self._can_unfold(key):
            return self._toggled(key)
        return self.moved(1) if self._is_unfolded(key) else self

    def _outwards(self, key: LineKey) -> "Panel":
        """Fold; where there is nothing to fold, go to the line a step further out."""
        if self._is_unfolded(key):
            return self._toggled(key)
        return self.with_model(self.model.at_key(key.outer)) if key.outer else self

    def opened(self) -> "Panel":
        """Enter on a heading: folded or unfolded; any other line stays as it is."""
        key = self.key
        return self._toggled(key) if key and key.is_heading else self

    def _is_unfolded(self, key: LineKey) -> bool:
        if key.part is Part.GROUP:
            return key in self.toggled
        return key.is_heading and (key in self.toggled) == self._starts_folded(key)

    def _can_unfold(self, key: LineKey) -> bool:
        if key.part is Part.GROUP:
            group = self.group
            return key not in self.toggled and group is not None and len(group.facts) > 1
        return key.is_heading and not self._is_unfolded(key)

    def _starts_folded(self, key: LineKey) -> bool:
        """The document and the pictures are folded away while one reads section by section, small things always."""
        if key.part is Part.KIND:
            return key.kind in FOLDED and not self.query.strip()
        return not self.whole

    def _toggled(self, key: LineKey) -> "Panel":
        return replace(self, toggled=self.toggled ^ {key})._relisted()

    # What is shown

    def with_facts(
        self, groupings: Groupings, *, progress: float | None = None, parts: frozenset[int] = frozenset()
    ) -> "Panel":
        """The facts found so far; of a long document those of some parts."""
        panel = replace(self, groupings=groupings, progress=progress, parts=parts)._regrouped()
        return panel._at_first_fact() if self.key == ABOUT and not len(self.groupings.index) else panel

    def with_progress(self, progress: float) -> "Panel":
        """So much of the text has been looked through."""
        return replace(self, progress=progress)._relisted()

    def with_about(self, about: About) -> "Panel":
        """The panel with the findings about the document as a whole."""
        return replace(self, about=about)._relisted()

    def in_section(self, part: Range) -> "Panel":
        """The facts of another section."""
        return replace(self, part=part)._regrouped()

    def scope_toggled(self) -> "Panel":
        """The facts of the section or of the whole document."""
        return replace(self, whole=not self.whole, toggled=self._kept_toggles())._regrouped()

    def _kept_toggles(self) -> frozenset[LineKey]:
        """The toggles to keep: a line that starts folded in the one scope and unfolded in the other starts anew."""
        return frozenset(key for key in self.toggled if key.part in (Part.KIND, Part.GROUP))

    def filtered(self, query: str) -> "Panel":
        """Only the facts that have every word of a query."""
        if query[:LONGEST] == self.query[:LONGEST]:
            return replace(self, query=query) if query != self.query else self
        return replace(self, query=query)._regrouped()

    def translated(self, messages: Messages) -> "Panel":
        """Another interface language."""
        return replace(self, messages=messages)._regrouped()

    def with_underlined(self, kinds: frozenset[FactKind]) -> "Panel":
        """Other kinds underlined in the text."""
        return replace(self, underlined=kinds)._relisted()

    def at(self, here: tuple[Fact, ...], *, follow: bool) -> "Panel":
        """The facts at the reading position marked; the cursor goes to one of them where it is to follow.

        To one that shows already, where there is one: the list moves no more than it must.
        """
        if here == self.here and not follow:
            return self
        panel = replace(self, here=here)._relisted() if here != self.here else self
        lit = sorted(panel.model.marked or ())
        if not follow or not lit or panel.model.cursor in lit:
            return panel
        shown = [i for i in lit if panel.model.top <= i < panel.model.top + panel.height]
        return panel.with_model(replace(panel.model, cursor=(shown or lit)[0]))

    # Within

    @property
    def _time_marks(self) -> tuple[TimelineMark, ...]:
        return self.grouping.timeline.scale(self._along).marks

    @property
    def _along(self) -> int:
        """The cells of the time line."""
        return max(1, self.width - SIGN)

    @property
    def _about_lines(self) -> tuple[tuple[str, str, object], ...]:
        return tuple(about_lines(self.document, self.about, self.messages))

    def _regrouped(self) -> "Panel":
        grouping = self.groupings.of(self.scope, self.part if self.whole else None)
        if self.query.strip():
            labels = {kind: label_of(kind, self.messages) for kind in grouping.kinds}
            grouping = grouping.filtered(self.query, labels)
        fresh = self.key is None or not self.model.items
        panel = replace(self, grouping=grouping)._relisted()
        lost = panel.key != self.key
        return panel._at_first_fact() if fresh or lost else panel

    def _at_first_fact(self) -> "Panel":
        """The cursor on the first fact, past the lines about the document; on the first line where there is none."""
        first = self.model.items.first_fact if isinstance(self.model.items, FactLines) else 0
        cursor = max(0, min(first, len(self.model.items) - 1))
        return self.with_model(replace(self.model, cursor=cursor, top=0).moved(0))

    def _relisted(self) -> "Panel":
        head = () if self.query else self._head()
        head += progress_part(self.progress, self.messages)
        if self.progress is None and not self.grouping.kinds:
            head += nothing_part(self.messages.text("filter.none" if self.query else "pane.no_facts"))
        lines = FactLines(
            self.document,
            self.messages,
            head,
            self.grouping,
            width=self.width,
            folded=frozenset(kind for kind in self.grouping.kinds if not self._is_unfolded(LineKey(Part.KIND, kind))),
            toggled=self.toggled,
            underlined=self.underlined,
        )
        panel = replace(self, model=self.model.with_items(lines))._marked()
        return panel.with_model(panel.model)

    def _head(self) -> tuple[Item, ...]:
        folded = {key: not self._is_unfolded(key) for key in (ABOUT, TIMELINE, CHART)}
        return (
            *about_part(self.document, self.about, self.messages, folded=folded[ABOUT]),
            *timeline_part(self.grouping, self.messages, self.mark, self.here, folded=folded[TIMELINE]),
            *chart_part(self.document, self.grouping, self.messages, folded=folded[CHART]),
        )

    def _marked(self) -> "Panel":
        lit: set[int] = set()
        for fact in self.here:
            kind = shown_kind(self.document, fact)
            key = LineKey(Part.GROUP, kind, key_of(fact))
            group = self.grouping.group(kind, key.name)
            if group is None:
                continue
            row = self.model.index_of(key)
            if row is None:
                row = self.model.index_of(key.outer)
            elif key in self.toggled:
                number = group.facts.index(fact) if fact in group.facts else 0
                inner = self.model.index_of(LineKey(Part.MENTION, kind, key.name, number))
                lit |= {inner} if inner is not None else set()
            lit |= {row} if row is not None else set()
        return replace(self, model=replace(self.model, marked=frozenset(lit)))
