"""``reader ask``: a question about documents, answered with quotations and their places."""

import sys
from contextlib import ExitStack

from reader.assist.abilities import context_of
from reader.assist.asking import Asking
from reader.assist.citations import parts_of
from reader.assist.client import Endpoint
from reader.assist.local import LocalModel
from reader.assist.passages import passages_of, passages_of_all
from reader.assist.prompts import english_name
from reader.assist.quotations import Quotations
from reader.assist.turn import Turn, asked
from reader.assist.using import Looking
from reader.cli.arguments import Options
from reader.cli.diagnostics import say
from reader.cli.documents import Documents
from reader.cli.output import Printer, write_json
from reader.locale import Messages, language_of_environment
from reader.model import AssistantError, Citation, Direction, Document, ExitCode, Plain, Standing, UsageError
from reader.store import Store
from reader.store.assistant import AssistantSettings, allow, assistant_settings, is_allowed
from reader.text.direction import document_level
from reader.view.goto import section_named
from reader.view.styled import TextRole, isolated, styled


def run(options: Options) -> ExitCode:
    """Ask, and print the answer; the exit status says whether there is one."""
    settings = assistant_settings()
    if settings is None:
        raise AssistantError("no assistant is configured; see 'Ask the document' in the README")
    documents = Documents(options)
    opened = list(documents)
    if not opened:
        return documents.status(found=False)
    texts = [document for _, document in opened]
    with ExitStack() as stack:
        endpoint = _endpoint(settings, options, sum(map(len, texts)), stack)
        turn, quotations = _answered(options, settings, endpoint, texts)
    _print(options, turn, quotations, opened, endpoint.model)
    if turn.failure:
        say(turn.failure)
        return ExitCode.UNREACHABLE
    return documents.status(found=bool(turn.answer.strip()))


def _endpoint(settings: AssistantSettings, options: Options, amount: int, stack: ExitStack) -> Endpoint:
    """Who is asked: a server, which is asked about once where it is not this machine, or a child of ours."""
    if settings.is_local:
        return stack.enter_context(LocalModel(settings.model, settings.context, settings.mmproj)).start()
    endpoint = Endpoint(settings.url, settings.model, settings.key)
    if endpoint.is_here or options.send:
        return endpoint
    store = Store.in_memory() if options.no_state else Store.open()
    try:
        if not is_allowed(store, endpoint.host):
            if not (sys.stdin.isatty() and sys.stderr.isatty()):
                raise UsageError(f"the text would be sent to {endpoint.host}; allow it with --send")
            print(f"reader: send up to {amount:,} characters to {endpoint.host}? [y/N] ", end="", file=sys.stderr)
            sys.stderr.flush()
            if sys.stdin.readline().strip().casefold() not in {"y", "yes"}:
                raise UsageError(f"nothing was sent to {endpoint.host}")
            allow(store, endpoint.host)
    finally:
        store.close()
    return endpoint


def _answered(
    options: Options, settings: AssistantSettings, endpoint: Endpoint, documents: list[Document]
) -> tuple[Turn, Quotations]:
    part = None
    if options.section is not None:
        section = section_named(documents[0], options.section) if len(documents) == 1 else None
        if section is None:
            raise UsageError(f"{options.section}: there is no such section; see reader outline")
        part = section.range
    passages = passages_of(documents[0], part) if len(documents) == 1 else passages_of_all(documents)
    looking = Looking(documents, passages)
    language = options.lang or documents[0].meta.language.partition("-")[0] or language_of_environment()

    def turn_within(context: int) -> Turn:
        return asked(
            documents,
            passages,
            looking.ranking,
            text=options.query,
            language=english_name(language),
            context=context,
        )

    asking = Asking(endpoint, lambda _, request: looking.result(request), turn_within)
    try:
        turn = asking.run(turn_within(settings.context or context_of(endpoint)), lambda _: None)
    except KeyboardInterrupt:
        asking.stop()
        raise
    return turn, Quotations(documents, passages)


def _print(
    options: Options, turn: Turn, quotations: Quotations, opened: list[tuple[str, Document]], model: str
) -> None:
    parts = parts_of(turn.answer.strip(), quotations)
    citations = [part for part in parts if isinstance(part, Citation)]
    text = "".join(part.text if isinstance(part, Plain) else f"[{part.n}]" for part in parts)
    if options.json:
        write_json(
            {
                "text": text,
                "citations": [_record(citation, opened) for citation in citations],
                "model": model,
                "interrupted": turn.interrupted,
            }
        )
        return
    messages = Messages(options.lang or language_of_environment())
    with Printer(options) as printer:
        for line in text.splitlines():
            printer.write_wrapped(styled(line), Direction.RTL if document_level(line) else Direction.LTR)
        for citation in citations:
            state, where, source = citation.found
            if state is Standing.NONE:
                place = styled(f"⚠ {messages.text('assist.unsupported')}", TextRole.ERROR)
            else:
                path, document = opened[source]
                line_number = document.blocks[document.block_index_at(where.start)].source.line
                place = isolated(f"{path}:{line_number}", TextRole.MUTED)
            quotation = isolated(citation.quotation)
            printer.write_wrapped(styled(f"[{citation.n}] ") + quotation + styled("  ") + place, opened[0][1].direction)


def _record(citation: Citation, opened: list[tuple[str, Document]]) -> dict[str, object]:
    state, where, source = citation.found
    found = {"path": opened[source][0], "start": where.start, "end": where.end} if state is not Standing.NONE else {}
    return {"n": citation.n, "state": str(state), **found, "quote": citation.quotation}
