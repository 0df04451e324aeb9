"""E-mail (RFC 5322, MIME) and mailboxes (mbox, RFC 4155): a section a message, with what it says of itself.

The best of alternatives that can be read is (RFC 2046 5.1.4: the last); attachments are listed, not opened. Nothing a
message refers to is fetched.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from html import escape

from reader.formats.builder import Builder
from reader.formats.charsets import decoded
from reader.formats.pages import element, lines_as, write_page
from reader.formats.raw import Raw
from reader.formats.under_way import InSteps, UnderWay
from reader.model import DocumentError, NoticeCode, notice_of

LARGEST = 64 << 20
MOST_MESSAGES = 5_000
MOST_PARTS = 500
_SENT = re.compile(rb"(?:\A|\r?\n\r?\n)(?=From [^\n]{1,300}\d\d:\d\d[^\n]{0,60}\n)")
_FROM = re.compile(rb"From [^\n]*\n")
_STUFFED = re.compile(rb"^>(>*From )", re.MULTILINE)
_FIELDS = ("From", "To", "Cc", "Date")
_QUOTED = re.compile(r"(?:^>.*(?:\n|\Z))+", re.MULTILINE)
_SIGN = re.compile(r"^> ?", re.MULTILINE)


def written(raw: Raw) -> UnderWay:
    """The document of a message or a mailbox.

    Raises:
        DocumentError: Its parts are nested too deep to be read.
    """
    builder = Builder()
    return InSteps(builder, _messages(raw, builder), raw.meta("mail"), raw.options.direction)


def _messages(raw: Raw, builder: Builder) -> Iterator[None]:
    """Write the messages, one a step."""
    data = raw.data[:LARGEST]
    if len(raw.data) > LARGEST:
        builder.notice(notice_of(NoticeCode.CHARACTERS_CUT, count=LARGEST >> 20))
    messages = [piece for piece in _SENT.split(data, maxsplit=MOST_MESSAGES) if piece.strip()]
    if len(messages) > MOST_MESSAGES:
        messages.pop()
        builder.notice(notice_of(NoticeCode.TEXT_CUT))
    is_box = data.startswith(b"From ")
    for message in messages if is_box else [data]:
        text = _STUFFED.sub(rb"\1", _FROM.sub(b"", message, count=1)) if is_box else message
        try:
            _write(message_from_bytes(text), builder)
        except RecursionError:
            raise DocumentError("damaged: a message whose parts are nested too deep to be read") from None
        yield


def _write(message: "Message[str, str]", builder: Builder) -> None:
    """One message: its subject, who and when, its text, its attachments."""
    page = element("h1", _field(message, "Subject") or _field(message, "From"))
    page += "".join(f"<p><b>{name}:</b> {escape(value)}</p>" for name in _FIELDS if (value := _field(message, name)))
    write_page(builder, page + "<hr>")
    attached: list[str] = []
    for count, part in enumerate(_read_parts(message)):
        if count >= MOST_PARTS:
            builder.notice(notice_of(NoticeCode.TEXT_CUT))
            break
        name = _name(part)
        if name or part.get_content_maintype() != "text" or part.get_content_disposition() == "attachment":
            size = len(_bytes(part))
            attached.append(element("li", f"{name or part.get_content_type()} ({part.get_content_type()}, {size:,} B)"))
            continue
        text = decoded(_bytes(part), declared=_charset(part)).text
        if part.get_content_subtype() == "html":
            write_page(builder, text)
        else:
            write_page(builder, "".join(_paragraphs(text)))
    if attached:
        write_page(builder, f"<ul>{''.join(attached)}</ul>")


def _read_parts(message: "Message[str, str]") -> Iterator["Message[str, str]"]:
    """The parts that are read or listed, in their order, one of those that say the same."""
    if not message.is_multipart():
        yield message
        return
    parts = [part for part in message.get_payload() if isinstance(part, Message)]
    if message.get_content_subtype() == "alternative":
        readable = [part for part in parts if part.get_content_maintype() in ("text", "multipart")]
        known = [p for p in readable if p.get_content_type() in ("text/plain", "text/html") or p.is_multipart()]
        parts = (known or readable or parts)[-1:]
    for part in parts:
        yield from _read_parts(part)


def _paragraphs(text: str) -> Iterator[str]:
    """Plain text as HTML: paragraphs, and what is quoted from other messages."""
    at = 0
    for quoted in _QUOTED.finditer(text):
        yield from _plain(text[at : quoted.start()])
        yield f"<blockquote>{''.join(_plain(_SIGN.sub('', quoted[0])))}</blockquote>"
        at = quoted.end()
    yield from _plain(text[at:])


def _plain(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n[ \t]*\n", text):
        if paragraph.strip():
            yield lines_as("p", paragraph)


def _field(message: "Message[str, str]", name: str) -> str:
    """A header field, its encoded words decoded (RFC 2047); as it stands where they are damaged."""
    stored = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    value = decoded(stored.encode("ascii", "surrogateescape")).text  # as many write it: letters without encoded words
    with suppress(MessageError, LookupError, ValueError):
        value = str(make_header(decode_header(value)))
    return " ".join(value.split())


def _name(part: "Message[str, str]") -> str:
    """The name of an attachment; "" for what is none."""
    try:
        name = part.get_filename() or ""
        return " ".join(str(make_header(decode_header(name))).split())
    except (MessageError, LookupError, ValueError, TypeError, AttributeError):
        return part.get_content_type()


def _charset(part: "Message[str, str]") -> str:
    try:
        return str(part.get_content_charset() or "")
    except (LookupError, ValueError, TypeError, AttributeError):
        return ""


def _bytes(part: "Message[str, str]") -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
