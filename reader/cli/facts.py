"""``reader facts``: the facts of documents, to read or for other programs."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, nullcontext

from reader.cli.arguments import Options
from reader.cli.defects import defect_line
from reader.cli.diagnostics import say
from reader.cli.documents import Documents
from reader.cli.output import Printer
from reader.cli.progress_line import Progress
from reader.facts import as_csv, as_json, as_markdown, extract
from reader.locale import Messages, language_of_environment
from reader.model import Document, ExitCode, Fact, StateError
from reader.store import AnnotationKind, Store
from reader.view.fact_index import FactIndex
from reader.view.fact_looks import label_of
from reader.view.goto import section_named
from reader.view.panel.fact_values import shown_value
from reader.view.rejected import Rejected, rejected_among, without
from reader.view.styled import StyledText, TextRole, isolated, styled

_Shape = Callable[[Document, Iterable[Fact], str], Iterator[str]]
_SHAPES: Mapping[str, _Shape] = {"json": as_json, "csv": as_csv, "markdown": as_markdown}


def run(options: Options) -> ExitCode:
    """Print the facts file by file, in document order; the exit status says whether there are any."""
    shape = next((shape for name, shape in _SHAPES.items() if getattr(options, name)), None)
    messages = Messages(options.lang or language_of_environment())
    documents = Documents(options)
    progress = Progress(wanted=documents.several)
    found = headed = False
    store = None if options.hidden or options.no_state else Store.kept()
    with Printer(options) as printer, closing(store) if store is not None else nullcontext():
        for path, document in documents:
            progress.begin(path)
            failures: list[Exception] = []
            facts = extract(document, progress=progress.show, failed=failures.append)
            progress.clear()
            if store is not None:
                facts = without(facts, _rejected(store, document))
            facts = _chosen(options, document, facts)
            for failure in failures:
                say(f"{path}: some facts are missing: {defect_line(failure)}")
            named = path if documents.several else ""
            lines = shape(document, facts, named) if shape else iter(())
            if shape is as_csv and headed:
                next(lines)  # one header for all files
            headed, found = True, found or bool(facts)
            for line in lines:
                printer.write_text(line)
            if shape is None:
                for text in _lines(document, facts, messages, named):
                    printer.write(text, document.direction)
    return documents.status(found=found)


def _rejected(store: Store, document: Document) -> Rejected:
    """The facts the user has hidden in a document; its marks are looked for only where something was hidden in any."""
    try:
        if not any(mark.kind is AnnotationKind.REJECTION for mark in store.all_annotations()):
            return frozenset()
        return rejected_among(store.annotations(document))
    except StateError as error:
        say(f"what was hidden is shown: {error}")
        return frozenset()


def _chosen(options: Options, document: Document, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts of the kinds and the section that were asked for."""
    if options.kind:
        facts = tuple(fact for fact in facts if fact.kind in options.kind)
    if options.section is not None:
        section = section_named(document, options.section)
        facts = FactIndex(facts).starting_in(section.range) if section else ()
    return facts


def _lines(document: Document, facts: tuple[Fact, ...], messages: Messages, path: str) -> Iterator[StyledText]:
    """A line a fact: its kind, its words, its value where that says more; before them the path, of several."""
    if path and facts:
        yield isolated(path, TextRole.HEADING)
    for fact in facts:
        kind = isolated(label_of(fact.kind, messages), TextRole.MUTED)
        words, value = " ".join(document.slice(fact.range).split()), shown_value(fact, messages)
        stated = styled("  ") + isolated(value) if value != words else StyledText()
        yield kind + styled("  ") + isolated(words) + stated
