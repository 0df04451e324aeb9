"""The facts as a pane."""

from typing import ClassVar, Self, assert_never

from reader.locale import Messages
from reader.values import dataclass, replace
from reader.view.arrange import PaneName
from reader.view.fact_parts import are_known
from reader.view.facts_known import AboutKnown, FactsFound, FactsProgressed
from reader.view.keys import Action
from reader.view.list_model import ListModel
from reader.view.panel.line_keys import Part
from reader.view.panel.panel import Panel
from reader.view.panes.pane import (
    Choice,
    Footer,
    GoThrough,
    Grown,
    ListContent,
    Moved,
    News,
    Pane,
    PaneHeading,
    Side,
    Translated,
    Underlined,
)
from reader.view.reading_position import facts_here
from reader.view.reading_state import ReadingState


@dataclass(frozen=True, slots=True)
class FactsPane(Pane):
    """The facts of the section one reads in, or of the document; see :class:`~reader.view.panel.panel.Panel`."""

    name: ClassVar[str] = PaneName.FACTS
    side: ClassVar[Side] = Side.AFTER
    footer: ClassVar[Footer] = (
        (Action.OPEN,),
        (Action.FOLD_LEFT, Action.FOLD_RIGHT),
        (Action.NEXT_HIT,),
        (Action.SEARCH,),
        (Action.SCOPE,),
        (Action.UNDERLINE,),
        (Action.WHY,),
        (Action.COPY,),
        (Action.COPY_VALUE,),
        (Action.NEXT_PANE,),
    )

    panel: Panel

    @classmethod
    def opened(cls, reading: ReadingState, messages: Messages) -> Self:
        """The pane before any fact has been found."""
        return cls(Panel.of(reading.document, messages, reading.section.range))

    @property
    def model(self) -> ListModel:
        """The list of facts."""
        return self.panel.model

    @property
    def vacancy(self) -> str:
        """Whether the document has no facts, which is known when all of it has been looked through."""
        panel = self.panel
        known = panel.progress is None and not len(panel.groupings.index)
        return "message.no_facts" if known and are_known(panel.document, panel.document.range, panel.parts) else ""

    def heading(self, messages: Messages) -> PaneHeading:
        """The title; beside it what the facts are filtered by, or what they are the facts of."""
        panel = self.panel
        scope = messages.text(
            "pane.in_parts" if not panel.is_whole else "pane.in_document" if panel.whole else "pane.in_section"
        )
        remark = messages.text("pane.filtered", text=panel.query) if panel.query else scope
        return PaneHeading(messages.text("pane.facts"), remark)

    def content(self, messages: Messages) -> ListContent:
        """The lines, and what is known of the one under the cursor."""
        del messages
        return ListContent(self.panel.model, details=self.panel.details)

    def with_model(self, model: ListModel) -> Self:
        """The list moved with the mouse."""
        return replace(self, panel=self.panel.with_model(model))

    def sized(self, width: int, height: int) -> Self:
        """Another size of the list."""
        return replace(self, panel=self.panel.sized(width, max(1, height)))

    def moved(self, rows: int) -> Self:
        """The cursor so many lines further."""
        return replace(self, panel=self.panel.moved(rows))

    def paged(self, pages: int) -> Self:
        """A screen further, the last line staying in sight."""
        return self.moved(pages * max(1, self.panel.height - 1))

    def to_end(self, *, last: bool) -> Self:
        """The last line, or the first."""
        far = len(self.panel.model.items)
        return self.moved(far if last else -far)

    def turned(self, *, right: bool) -> Self:
        """Fold or unfold the line under the cursor; along the time line to its next mark."""
        return replace(self, panel=self.panel.turned(right=right))

    def chosen(self, reading: ReadingState, column: int | None = None) -> tuple[Self, Choice | None]:
        """To the mention under the cursor, from there on to the next; a heading folds or unfolds."""
        panel = self.panel if column is None else self.panel.pointed(column)
        group, key, fact = panel.group, panel.key, panel.fact
        if group is None or key is None or fact is None:
            return replace(self, panel=panel.opened()), None
        if key.part is not Part.MENTION:
            fact = group.neighbour(reading.target, 1)
        return replace(self, panel=panel), GoThrough(group, fact.range)

    def copied(self, *, value: bool) -> str:
        """The words or the value of the line under the cursor."""
        return self.panel.copied(value=value)

    def told(self, news: News, *, shown: bool, focused: bool) -> Self:
        """The facts of another section, those at the reading position marked, others found."""
        match news:
            case Moved():
                panel = self.panel
                if not news.through and news.after.section != news.before.section:
                    panel = panel.in_section(news.after.section.range)
                follow = not news.through and not focused and news.after.cursor != news.before.cursor
                return replace(self, panel=marked(panel, news.after, follow=follow) if shown else panel)
            case Grown():
                return replace(self, panel=self.panel.over(news.reading.document, news.reading.section.range))
            case Translated():
                return replace(self, panel=self.panel.translated(news.messages))
            case Underlined():
                return replace(self, panel=self.panel.with_underlined(news.kinds))
            case FactsFound():
                parts = frozenset(part.number for part in news.parts)
                return replace(self, panel=self.panel.with_facts(news.groupings, parts=parts))
            case FactsProgressed():
                return replace(self, panel=self.panel.with_progress(news.progress))
            case AboutKnown():
                return replace(self, panel=self.panel.with_about(news.about))
            case _:
                assert_never(news)


def marked(panel: Panel, reading: ReadingState, *, follow: bool) -> Panel:
    """The facts at the reading position marked; the cursor goes to one of them where it is to follow."""
    return panel.at(facts_here(reading), follow=follow)
