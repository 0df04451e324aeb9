"""The documents most tests read, and finding one's way in them by what they say."""

from pathlib import Path

from reader.formats import open_document, parse_text
from reader.model import Document, Pos, Range, range_of

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "llama-one-billion-downloads.ar.txt"

ENGLISH = """The quiet terminal

A terminal is a grid of cells. It has two colours at least, and a cursor that blinks when nobody asked it to.

What it cannot do

It cannot join letters. Most of them never try, and a reader of Arabic (العربية) learns to read backwards.

What it can do

It can be fast! It can be reached from anywhere, over a line that carries 300 bytes a second. It can stay out of the
way.
"""

HISTORY = (
    "A short history of the terminal\n\n"
    "The Teletype Corporation was founded in 1928 in Chicago. On 12 March 1963 it presented the Model 33 for "
    "$700.\n\n"
    "Glass terminals\n\n"
    "In August 1978 Digital Equipment Corporation introduced the VT100 at a price of $1,595. Digital sold 6 "
    "million of them between 1978 and 1995.\n\n"
    "Emulators\n\n"
    "Linux was published on 17 September 1991 in Helsinki. PuTTY first appeared on 8 January 1999. Microsoft "
    "published Windows Terminal on 19 May 2020; Microsoft said that Linux ran in it. Helsinki was pleased.\n\n"
)

CHRONICLE = (
    "تاريخ بيت الحكمة في بغداد\n\n"
    "تأسست بغداد عام 762 ميلادية على يد الخليفة المنصور. أسس هارون الرشيد بيت الحكمة عام 800، ووسّعه المأمون "
    "سنة 813. سقطت بغداد في 10 فبراير 1258 على يد هولاكو.\n\n"
    "العصر الحديث\n\n"
    "احتلت بريطانيا بغداد في 11 مارس 1917. استقل العراق في 3 أكتوبر 1932. تأسست جامعة بغداد عام 1957 بميزانية "
    "5 ملايين دينار. في 15 رمضان 1445 هـ افتتحت الجامعة معرضا في بغداد. بين عامي 2005 و2010 نما عدد الطلاب "
    "بنسبة 12٪. زار الرئيس بغداد في 5 مارس 2021، وأعلن أن العراق سيستثمر 3 مليارات دولار في بغداد بحلول 2030.\n\n"
)


def chronicle() -> Document:
    """A right-to-left document with many dates, far apart, one of another calendar."""
    return parse_text(CHRONICLE)


def history() -> Document:
    """A left-to-right document with many dates."""
    return parse_text(HISTORY)


def article() -> Document:
    """The seed article."""
    return open_document(SEED)


def english() -> Document:
    """A short left-to-right document with an Arabic word in it."""
    return parse_text(ENGLISH)


def find(document: Document, needle: str, nth: int = 0) -> Range:
    """Where a text says something, the first time or a later one."""
    text = document.slice(document.range)
    at = -1
    for _ in range(nth + 1):
        at = text.index(needle, at + 1)
    return range_of(at, at + len(needle))


def pos_of(document: Document, needle: str, nth: int = 0) -> Pos:
    """The position before a needle."""
    return find(document, needle, nth).start
