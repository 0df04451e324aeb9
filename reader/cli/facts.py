"""``reader facts``: a document's facts."""

from collections.abc import Iterator

from reader.cli.documents import document_of
from reader.cli.options import Options
from reader.cli.output import Printer
from reader.facts import as_json, extract
from reader.locale import Messages, language_of_environment
from reader.model import Document, ExitCode, Fact
from reader.view.fact_list import shown_value
from reader.view.styled import Role, StyledText, isolated, styled


def run(options: Options) -> ExitCode:
    """Print the facts in document order; the exit status says whether there are any."""
    document = document_of(options, options.path)
    facts = extract(document)
    with Printer(options) as printer:
        if options.json:
            for line in as_json(document, facts):
                printer.write_text(line)
        else:
            for text in _lines(document, facts, Messages(options.lang or language_of_environment())):
                printer.write(text, document.direction)
    return ExitCode.DONE if facts else ExitCode.NOTHING_FOUND


def _lines(document: Document, facts: tuple[Fact, ...], messages: Messages) -> Iterator[StyledText]:
    """A line a fact: its kind, its words, its value where that says more."""
    for fact in facts:
        kind = isolated(messages.text(f"kind.{fact.kind}"), Role.MUTED)
        words, value = " ".join(document.slice(fact.range).split()), shown_value(fact)
        stated = styled("  ") + isolated(value) if value != words else StyledText()
        yield kind + styled("  ") + isolated(words) + stated
