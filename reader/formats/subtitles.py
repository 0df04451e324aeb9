"""Subtitles: SubRip (SRT) and WebVTT, a paragraph a cue with the time it begins at, a section every ten minutes.

Cues are told by the line of their times (WebVTT 4.3), so that numbers, names and blank lines that are missing lose
nothing. What a cue says of its place on a picture is left out.
"""

import re
from html import escape

from reader.formats.builder import Builder
from reader.formats.pages import element, write_page
from reader.formats.raw import Raw
from reader.model import Document

_TIMES = re.compile(r"[ \t]*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})[ \t]*-->[ \t]*[\d:.,]+.*")
_SECTION = 10
_UNREAD = ("STYLE", "REGION", "NOTE", "WEBVTT")
_SPEAKER = re.compile(r"<v(?:\.[^\s>]{0,100})?[ \t]+([^>\n]{1,200})>")
_LOOK = re.compile(r"&lt;(/?)([ibu])(?:\.[^\s&]{0,100})?&gt;", re.IGNORECASE)
_TAG = re.compile(r"</?(?:c|v|lang|ruby|rt|font|\d\d)\b[^<>\n]{0,300}>|\{\\[^{}\n]{0,100}\}", re.IGNORECASE)
_ESCAPES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&lrm;": "\u200e", "&rlm;": "\u200f", "&nbsp;": "\u00a0"}
_ESCAPE = re.compile("|".join(_ESCAPES))


def document_of(raw: Raw) -> Document:
    """The document of some subtitles.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    decoded = raw.decoded()
    builder = Builder()
    write_page(builder, "".join(_cues(decoded.text.split("\n"))))
    return builder.document(raw.meta("subtitles", decoded), direction=raw.options.direction)


def _cues(lines: list[str]) -> list[str]:
    """The elements of all cues."""
    page: list[str] = []
    section = 0
    at = 0
    while at < len(lines):
        times = _TIMES.match(lines[at])
        at += 1
        if not times:
            if lines[at - 1].startswith(_UNREAD):
                while at < len(lines) and lines[at].strip() and not _TIMES.match(lines[at]):
                    at += 1
            elif (text := lines[at - 1].strip()) and not _is_name(lines, at):
                page.append(element("p", text, at))
            continue
        hours, minutes, seconds = int(times[1] or 0), int(times[2]), int(times[3])
        begun = at
        cue: list[str] = []
        while at < len(lines) and lines[at].strip() and not _TIMES.match(lines[at]):
            cue.append(lines[at].strip())
            at += 1
        if at < len(lines) and _TIMES.match(lines[at]) and cue and cue[-1].isdecimal():
            cue.pop()  # the number of the next cue, with no blank line before it
        if not cue:
            continue
        if (hours * 60 + minutes) // _SECTION > section:
            section = (hours * 60 + minutes) // _SECTION
            page.append(element("h2", f"{section * _SECTION // 60}:{section * _SECTION % 60:02}:00", begun))
        time = f"{hours}:{minutes:02}:{seconds:02}"
        page.append(f"<p data-line={begun}><code>{time}</code> {'<br>'.join(map(_marked, cue))}</p>")
    return page


def _is_name(lines: list[str], at: int) -> bool:
    """Whether the line before one is the number or name of the cue that begins there."""
    return (at < len(lines) and bool(_TIMES.match(lines[at]))) or lines[at - 1].strip().isdecimal()


def _marked(line: str) -> str:
    """A line of a cue as HTML: who speaks, and what is slanted, bold or underlined."""
    line = _TAG.sub("", _SPEAKER.sub(r"\1: ", line))
    return _LOOK.sub(r"<\1\2>", escape(_ESCAPE.sub(lambda found: _ESCAPES[found[0]], line), quote=False))
