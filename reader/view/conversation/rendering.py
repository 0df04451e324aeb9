"""A conversation as a document, through the reader's own engine: an answer is Markdown, its citations are links.

Every exchange is a document by itself, made once and remembered while it stays the same; the conversation is these one
behind the other. What a model writes cannot make a link of ours: theirs are named by a digest of its own words.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.locale import Messages
from reader.model import (
    Block,
    BlockKind,
    Blocks,
    Citation,
    Direction,
    Document,
    Mark,
    Metadata,
    Plain,
    Pos,
    Range,
    Section,
    Standing,
    Table,
    Text,
    range_of,
)
from reader.model.digests import blake2b
from reader.model.distinct import distinct
from reader.named_tuples import NamedTuple
from reader.text.direction import base_level, without
from reader.values import dataclass, field, replace
from reader.view.conversation.state import AnswerState, Exchange, Taken

if TYPE_CHECKING:
    from reader.formats.builder import Builder

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FOLDED, _UNFOLDED = "▸", "▾"
MOVED = "*"
"""Behind the number of a quotation that stands elsewhere than was said."""

_REMEMBERED = 64


@distinct
class FoldedThought(NamedTuple):
    """The reasoning of an exchange, which is folded and unfolded."""

    exchange: int


Aim = Citation | FoldedThought


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A conversation to be painted.

    Attributes:
        document: It.
        aims: What its own links lead to, by their targets.
        starts: Where each exchange begins.
    """

    document: Document
    aims: Mapping[str, Aim] = field(default_factory=dict)
    starts: tuple[Pos, ...] = ()


def page_of(exchanges: Iterable[Exchange], unfolded: frozenset[int], messages: Messages, direction: Direction) -> Page:
    """The page of a conversation.

    Args:
        exchanges: The exchanges, in order.
        unfolded: Those whose reasoning shows.
        messages: The interface's language.
        direction: The direction of the text beside it, which the screen is laid out by.
    """
    return _joined([_page_of(each, each.number in unfolded, messages, direction) for each in exchanges], direction)


@lru_cache(maxsize=_REMEMBERED)
def _page_of(exchange: Exchange, unfolded: bool, messages: Messages, direction: Direction) -> Page:  # noqa: FBT001
    """One exchange: question, reasoning and steps, answer, who answered."""
    from reader.formats.builder import Builder  # noqa: PLC0415 - what reads markup is loaded when there is an answer

    secret = blake2b(exchange.answer.encode("utf-8", "replace"), digest_size=8).hexdigest()
    aims: dict[str, Aim] = {}
    builder = Builder()
    builder.begin(BlockKind.HEADING, depth=1)
    builder.text(exchange.question)
    if line := _steps_line(exchange, messages, unfolded=unfolded):
        builder.begin(BlockKind.NOTE, direction=_own(messages))
        if exchange.thought:
            aims[f"#{secret}"] = FoldedThought(exchange.number)
            builder.begin_mark(Mark.LINK, f"#{secret}")
        builder.text(line)
        if exchange.thought:
            builder.end_mark()
    for paragraph in exchange.thought.splitlines() if unfolded else ():
        builder.begin(BlockKind.QUOTE, depth=1)
        builder.text(paragraph)
    builder.end()
    _write_answer(builder, _markdown(exchange, messages, secret, aims))
    builder.begin(BlockKind.NOTE, direction=_own(messages))
    builder.text(_last_line(exchange, messages))
    document = builder.document(Metadata(title=exchange.question), stated=direction)
    return Page(replace(document, blocks=Blocks(_of_ours(block, document, aims) for block in document.blocks)), aims)


def _own(messages: Messages) -> Direction:
    return Direction.RTL if messages.is_rtl else Direction.LTR


def _of_ours(block: Block, document: Document, aims: Mapping[str, Aim]) -> Block:
    """A block without links to places that nobody but us makes, in the direction of the words that are the model's."""
    spans = tuple(span for span in block.spans if not span.target.startswith("#") or span.target in aims)
    ours = [(span.range.start, span.range.end) for span in spans if isinstance(aims.get(span.target), Citation)]
    if not ours or block.row or block.kind is BlockKind.CODE:
        return replace(block, spans=spans)
    start = block.range.start
    words = without(document.slice(block.range), [(first - start, last - start) for first, last in ours])
    level = base_level(words, int(document.direction.is_rtl))
    return replace(block, spans=spans, direction=Direction.RTL if level else Direction.LTR)


def _steps_line(exchange: Exchange, messages: Messages, *, unfolded: bool) -> str:
    parts = []
    if exchange.thought:
        sign = _UNFOLDED if unfolded else _FOLDED
        under_way = exchange.state is AnswerState.THINKING
        parts.append(f"{sign} {messages.text('ask.thinking' if under_way else 'ask.thought', count=exchange.seconds)}")
    parts += [_step(step, messages) for step in exchange.steps]
    return " · ".join(parts)


def _step(step: Taken, messages: Messages) -> str:
    return messages.text(f"ask.step_{step.name}", text=step.about, n=messages.number(step.found))


def _markdown(exchange: Exchange, messages: Messages, secret: str, aims: dict[str, Aim]) -> str:
    """The answer, with a link in the place of every quotation."""
    pieces: list[str] = []
    for part in exchange.parts:
        match part:
            case Plain():
                pieces.append(part.text)
            case Citation():
                if pieces and part.found.state is not Standing.NONE:
                    pieces[-1] = pieces[-1].rstrip(" ")  # the number stands at the words it belongs to
                target = f"#{secret}-{part.n}"
                aims[target] = part
                pieces.append(f"[{_sign(part, messages)}]({target})")
    return "".join(pieces)


def _sign(citation: Citation, messages: Messages) -> str:
    match citation.found.state:
        case Standing.NONE:
            return f"⚠ {messages.text('assist.unsupported')}"
        case Standing.ELSEWHERE:
            return str(citation.n).translate(_RAISED) + f"\\{MOVED}"
        case Standing.EXACT:
            return str(citation.n).translate(_RAISED)


def _write_answer(builder: "Builder", text: str) -> None:
    from reader.formats.markdown import html_of  # noqa: PLC0415
    from reader.formats.markup import Markup  # noqa: PLC0415
    from reader.formats.trees import html_tree, name_of  # noqa: PLC0415

    root = html_tree(html_of(text)) if text.strip() else None
    if root is not None:
        body = next((child for child in root if name_of(child) == "body"), root)
        Markup(builder, lines=False).write(body)


def _last_line(exchange: Exchange, messages: Messages) -> str:
    """Who answers from how much, how far it is, and what went wrong."""
    source = exchange.source
    parts = [messages.text("ask.here") if not source.host else source.host]
    if source.model:
        parts.append(source.model)
    if source.total:
        parts.append(messages.text("ask.passages", given=source.given, count=source.total))
    if exchange.state is AnswerState.FAILED:
        return f"⚠ {exchange.failure}"
    if exchange.state is not AnswerState.WHOLE:
        shown = AnswerState.ANSWERING if exchange.state is AnswerState.THINKING else exchange.state
        parts.append(messages.text(f"ask.{shown}"))
    if source.cut:
        parts.append(messages.text("ask.read_less"))
    if exchange.failure:
        parts.append(exchange.failure)
    return f"── {' · '.join(parts)}"


def _joined(pages: list[Page], direction: Direction) -> Page:
    """Pages one behind the other."""
    texts: list[str] = []
    blocks: list[Block] = []
    aims: dict[str, Aim] = {}
    starts: list[Pos] = []
    at = 0
    for page in pages:
        starts.append(Pos(at))
        text = page.document.slice(page.document.range)
        tables: dict[int, Table] = {}
        before = len(blocks)
        blocks += [_shifted(block, at, before, tables) for block in page.document.blocks]
        aims.update(page.aims)
        texts.append(text)
        at += len(text) + 1
    whole = "\n".join(texts)
    root = Section(range_of(0, 0), range_of(0, len(whole)), 0)
    return Page(Document(Text(whole), Blocks(blocks), root, direction), aims, tuple(starts))


def _shifted(block: Block, by: int, first: int, tables: dict[int, Table]) -> Block:
    """A block as it stands behind others: so many code points, and so many blocks."""
    row = block.row
    if row is not None:
        table = tables.setdefault(id(row.table), replace(row.table, first=row.table.first + first))
        cells = tuple(cell._replace(range=_moved(cell.range, by)) for cell in row.cells)
        row = row._replace(table=table, cells=cells)
    spans = tuple(span._replace(range=_moved(span.range, by)) for span in block.spans)
    return replace(block, range=_moved(block.range, by), spans=spans, row=row)


def _moved(part: Range, by: int) -> Range:
    return range_of(part.start + by, part.end + by)
