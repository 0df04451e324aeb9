"""A whole session without a screen: keys in, effects out, the answers of a shell that keeps everything in memory."""

from dataclasses import dataclass, field

from reader.facts import extract
from reader.locale import Messages
from reader.model import AnchorState, Document
from reader.search import Index
from reader.store import PlacedAnnotation, Store
from reader.store.outcomes import Fate, Reason
from reader.view import effects as asked
from reader.view import events as came
from reader.view.actions import keymap_of
from reader.view.annotation_events import Annotated, AnnotationsFound, AnnotationsListed, ChangeTold, KeepingTried
from reader.view.effects import Effect, KeepChange
from reader.view.events import Event, KeyPressed, Resized, Started
from reader.view.fact_index import FactIndex
from reader.view.fact_parts import PartFacts, facts_of, range_of_part
from reader.view.facts_known import FactsFound
from reader.view.hit_jumps import sought
from reader.view.keys import Action
from reader.view.opening import opened_workspace
from reader.view.panel.groupings import Groupings
from reader.view.panes.table import PANES, PaneRow
from reader.view.session import Session
from reader.view.update import step
from reader.view.workspace import Workspace

_TYPED = {"space": " "}


@dataclass
class Replay:
    """A workspace, everything that was asked of the shell so far, the store it remembers in, and why that fails."""

    workspace: Workspace
    store: Store
    asked: list[Effect] = field(default_factory=list)
    failing: Reason | None = None

    @classmethod
    def of(
        cls,
        document: Document,
        size: tuple[int, int] = (120, 40),
        *,
        store: Store | None = None,
        rows: tuple[PaneRow, ...] = PANES,
    ) -> "Replay":
        """A session begun on a document, its facts found."""
        store = store or Store.in_memory()
        memory = Session(store, document).memory
        replay = cls(opened_workspace(document, memory, Messages("en"), keymap_of(), rows=rows), store)
        replay.happen(Resized(*size))
        replay.happen(Started())
        return replay

    def press(self, *keys: str) -> None:
        """Keys, as a person at a United States keyboard presses them."""
        for key in keys:
            typed = _TYPED.get(key, key if len(key) == 1 else None)
            self.happen(KeyPressed(key, typed, key))

    def happen(self, happened: Action | Event) -> None:
        """One step, and the answers to what it asks for."""
        self.workspace, effects = step(self.workspace, happened)
        for effect in effects:
            self.asked.append(effect)
            for answer in self._answers(effect):
                self.happen(answer)

    def _answers(self, effect: Effect) -> list[Event]:
        document = self.workspace.document
        match effect:
            case asked.Search():
                hits = Index(document).find(effect.query, effect.matching)
                hits.count()
                return [
                    came.HitsFound(effect.query, hits, effect.origin, effect.asked_before),
                    came.HitsCounted(hits, tuple(hit.start for hit in hits)),
                ]
            case asked.SeekHit():
                sought(effect.hits, effect.origin, effect.step, lambda: False)
                return [came.HitSought(*effect)]
            case asked.FindFacts():
                return [_facts_found(effect)]
            case asked.FindAnnotations():
                session = Session(self.store, effect.document)
                return [AnnotationsFound(effect.document, session.annotations)]
            case asked.Annotate():
                made = Session(self.store, document).made(effect.part, effect.kind, note=effect.note)
                return [Annotated(document, PlacedAnnotation(made, AnchorState.EXACT, effect.part))]
            case KeepChange():
                return self._kept(effect)
            case asked.TryKeeping():
                return [KeepingTried(kept=self.failing is None)]
            case asked.ListAnnotations():
                return [AnnotationsListed(self.store.all_annotations())]
            case asked.FindOpener():
                return [came.OpenerFound(effect.address, effect.words, exists=True)]
            case asked.ListRecent():
                return [came.RecentListed(Session(self.store, document).recent)]
            case asked.NextEncoding():
                return [came.EncodingChanged("l")]
            case _:
                return []

    def _kept(self, effect: KeepChange) -> list[Event]:
        """A change kept at once, or waiting for as long as the store fails."""
        if self.failing:
            return [ChangeTold(effect.number, Fate.WAITING, self.failing, "/state")]
        kept = [one.annotation for one in effect.change.after]
        ids = {one.id for one in kept}
        dropped = [one.annotation for one in effect.change.before if one.annotation.id not in ids]
        Session(self.store, self.workspace.document).keep(*kept, dropped=dropped)
        return [ChangeTold(effect.number, Fate.KEPT)]

    def count(self, kind: type[Effect]) -> int:
        """How often a kind of effect was asked for."""
        return sum(isinstance(effect, kind) for effect in self.asked)

    def last(self, kind: type[Effect]) -> Effect:
        """The latest effect of a kind."""
        return next(effect for effect in reversed(self.asked) if isinstance(effect, kind))


def _facts_found(effect: asked.FindFacts) -> FactsFound:
    document, number = effect.document, effect.part
    if number is None:
        return FactsFound(document, Groupings(document, FactIndex(extract(document))))
    facts = extract(document, within=range_of_part(document, number))
    parts = (PartFacts(number, facts), *effect.known)
    return FactsFound(document, Groupings(document, FactIndex(facts_of(parts))), (), parts)
