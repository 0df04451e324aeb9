"""Owns Urdu's rules of names, and the words they rest on.

Persons: a given name and what follows it, up to the particle that marks it («نے», «کے», «کو»). Institutions: English
kinds stand last («پنجاب یونیورسٹی»), Persian and Arabic ones first («وزارت خارجہ»).
"""

from collections.abc import Iterator
from typing import NamedTuple

from reader.facts.naming import DetectedName, Reader, detected_in, people, phrases_of, words_of
from reader.facts.stream import TokenStream
from reader.facts.tokens import fold
from reader.model import FactKind

_TITLES = phrases_of(
    "وزیراعظم|وزیر اعظم|صدر|ڈاکٹر|جناب|مسٹر|جنرل|جسٹس|چیف جسٹس|مولانا|علامہ|وزیر خارجہ|وزیر خزانہ|وزیر صحت|"
    "وزیر داخلہ|پروفیسر|شاعر|وکیل|کپتان|گورنر|گلوکار|گلوکارہ|اداکار|اداکارہ|مصنف|مصنفہ|رہنما|وزیر اعلی|سر|"
    "شہنشاہ|بادشاہ|ملکہ|مفتی|میجر|کرنل|لیفٹیننٹ|بیرسٹر|سینیٹر|کھلاڑی|فلم ساز|صحافی|ترجمان|چیئرمین|سائنسدان|"
    "مورخ|حضرت|امام|شیخ|قائد اعظم"
)
_GIVEN = words_of(
    "محمد|احمد|علی|حسن|حسین|عمران|نواز|شہباز|بلاول|آصف|بینظیر|عارف|خالد|طارق|سلیم|جاوید|فیض|فاطمہ|عائشہ|مریم|"
    "ملالہ|نریندر|راہول|عبدالسلام|عبدالقدیر|عبدالستار|عبدالرحمن|وسیم|وقار|شاہد|یونس|ثاقب|عاصمہ|ثانیہ|رضا|شیریں|"
    "پرویز|ذوالفقار|یحیی|ایوب|فواد|اسد|شوکت|حفیظ|سعادت|منٹو|جوش|جون|پروین|کشور|فہمیدہ|امتیاز|مستنصر|اشفاق|بانو|"
    "قرۃ|نصرت|راحت|غلام|مہدی|نور|لتا|امیتابھ|شاہ|مودی|جواہر|موہن|اندرا|راجیو|سونیا|ابراہیم|یوسف|اسماعیل|یعقوب|"
    "موسی|عیسی|داؤد|سلیمان|عثمان|عمر|ابوبکر|حمزہ|بلال|زینب|خدیجہ|آمنہ|صفیہ|سلمی|نازیہ|ثنا|حنا|شیری|مشتاق|"
    "سرفراز|بابر|محمود|مسعود|سعید|حمید|مجید|رشید|وحید|نعیم|کلیم|ندیم|فہیم|جمیل|شکیل|عقیل"
)
_LINKING = words_of("خان|شاہ|بن|ابن|میاں|بیگم|چوہدری|ملک|سید|قریشی|بٹ|بھٹو|شریف|زرداری")
_AFTER = words_of("نے|کے|کی|کو|اور|کا|سے|بھی")
_ORDINARY = words_of(
    "بڑی|بڑے|بڑا|نئی|نئے|نیا|چھوٹی|چھوٹا|اچھی|اچھا|اچھے|ہر|اس|ان|یہ|وہ|ایک|کوئی|کسی|دوسری|دوسرے|پہلی|سیاسی|"
    "سرکاری|نجی|مقامی|غیر|پرانی|پرانے|ہماری|ہمارے|اپنی|اپنے|مشہور|بند|عالمی|گھر|کتاب|کام|شہر|لوگ|بات|صاحب|"
    "حکومت|سابق|موجودہ|ملک|قوم|وقت|فیصلہ|تمام|صدر|وزیر|چیف|سفیر|تفصیل|تعلیم|حاصل|مرکز|خطے|شمالی|جنوبی|مشرقی|"
    "مغربی"
)


class _Kind(NamedTuple):
    """A kind of institution: what it is, and whether the word is part of the name."""

    kind: FactKind
    kept: bool = True


def _table(rows: dict[str, _Kind]) -> dict[str, _Kind]:
    return {" ".join(map(fold, phrase.split())): kind for words, kind in rows.items() for phrase in words.split("|")}


_ORGANISATION, _PLACE, _EVENT, _LAW = FactKind.ORGANISATION, FactKind.PLACE, FactKind.EVENT, FactKind.LAW
LAST = _table(
    {
        "ہائی کورٹ|سپریم کورٹ|یونیورسٹی|بینک|پارٹی|لیگ|بورڈ|کورٹ|اسمبلی|کمیشن|کونسل|کالج|ہسپتال|ایجنسی|"
        "ایسوسی ایشن|فاؤنڈیشن|ایکسچینج|ٹائمز|کلب|کارپوریشن|انسٹی ٹیوٹ|اکیڈمی|آرگنائزیشن|فیڈریشن|یونین|پریس|"
        "ائیرلائنز|ایئرلائنز|ریلوے|سوسائٹی|کانگریس|پارلیمنٹ|سینیٹ": _Kind(_ORGANISATION),
        "کپ|ورلڈ کپ|ٹرافی|اولمپکس|چیمپئن شپ|سپر لیگ|فیسٹیول": _Kind(_EVENT),
        "ایکٹ|بل|آرڈیننس|کنونشن": _Kind(_LAW),
        "ایئرپورٹ|ائیرپورٹ|اسٹیڈیم|روڈ|پارک": _Kind(_PLACE),
    }
)
FIRST = _table(
    {
        "وزارت|جامعہ|مجلس|انجمن": _Kind(_ORGANISATION),
        "جنگ|تحریک|معرکہ": _Kind(_EVENT),
        "قانون|آئین|معاہدہ|قرارداد|میثاق|منشور|اعلان": _Kind(_LAW),
        "دریائے|کوہ|خلیج|جزیرہ|بحیرہ": _Kind(_PLACE),
        "اخبار|روزنامہ|رسالہ": _Kind(_ORGANISATION, kept=False),
    }
)
_WHOLE = {
    _ORGANISATION: phrases_of(
        "سپریم کورٹ|قومی اسمبلی|ہائی کورٹ|اسٹیٹ بینک آف پاکستان|اسٹیٹ بینک|مسلم لیگ|پیپلز پارٹی|تحریک انصاف|"
        "پاکستان تحریک انصاف|الیکشن کمیشن|پاک فوج|آل انڈیا مسلم لیگ|انڈین نیشنل کانگریس|"
        "بین الاقوامی مالیاتی فنڈ|بین الاقوامی عدالت انصاف|نیب|سینیٹ"
    ),
}
_TOPICS = words_of(
    "خارجہ|داخلہ|خزانہ|دفاع|تعلیم|صحت|اطلاعات|قانون|تجارت|ریلوے|مذہبی|امور|آزادی|ہند|پاکستان|لاہور|ملیہ|"
    "اسلامیہ|مقاصد|خلافت|جمہوریت|شہریت"
)
_VOWEL_ENDS = tuple(map(fold, ("ی",)))


def names(stream: TokenStream) -> Iterator[DetectedName]:
    """The names in a chunk of Urdu."""
    return detected_in(stream, _detect_at)


def _detect_at(reader: Reader, i: int) -> DetectedName | None:
    if not reader.key(i):
        return None
    return _whole(reader, i) or _first(reader, i) or _last(reader, i) or _titled(reader, i) or _person(reader, i)


def _whole(reader: Reader, i: int) -> DetectedName | None:
    for kind, table in _WHOLE.items():
        end = reader.phrase(i, table, "")
        if end is not None:
            return reader.told(kind, i, end)
    return None


def _titled(reader: Reader, i: int) -> DetectedName | None:
    at = reader.phrase(i, _TITLES, "")
    return None if at is None or not reader.joined(at) else _person(reader, at, titled=True)


def _person(reader: Reader, i: int, *, titled: bool = False) -> DetectedName | None:
    """«عمران خان», «ڈاکٹر عبدالسلام», «شاہ محمود قریشی»: the particle behind says that the name has ended."""
    key = reader.key(i)
    first = key in _GIVEN or (titled and key in _given())
    if not first and not (titled and _may_be_name(reader, i) and _may_be_name(reader, i + 1)):
        return None
    end = i + 1
    while end - i < 4 and reader.joined(end):
        word = reader.key(end)
        if word in _GIVEN or word in _LINKING or (titled and word in _given() and word not in reader.function_words):
            end += 1
        elif _may_be_name(reader, end) and (_is_marked(reader, end + 1) or (titled and not first)):
            end += 1
            break
        else:
            break
    if end - i < 2 and not (titled and len(key) > 4 and key in _GIVEN):
        return None
    return reader.told(FactKind.PERSON, i, end)


def _given() -> frozenset[str]:
    return people("ar", "given") | people("fa", "given")


def _is_marked(reader: Reader, i: int) -> bool:
    """Whether a particle of a subject or owner, or a sign, stands at ``i``."""
    known = reader.known(i)
    place = known is not None and known.name.kind is FactKind.PLACE
    return place or reader.key(i) in _AFTER or reader.sign(i) in ("،", "۔", ",", ".", ")")


def _may_be_name(reader: Reader, i: int) -> bool:
    word = reader.key(i)
    return len(word) > 2 and reader.plain(i) and word not in _ORDINARY and word not in LAST and word not in FIRST


def _last(reader: Reader, i: int) -> DetectedName | None:
    """«پنجاب یونیورسٹی», «پاکستان کرکٹ بورڈ»: at most three words before the kind."""
    if not _may_be_part(reader, i):
        return None
    for k in range(i + 1, i + 4):
        if not reader.joined(k):
            return None
        key = reader.key(k)
        pair = f"{key} {reader.key(k + 1)}"
        kind = LAST.get(pair) or LAST.get(key)
        if kind is not None:
            end = k + (2 if pair in LAST else 1)
            while reader.joined(end) and (longer := LAST.get(reader.key(end))) is not None:
                kind, end = longer, end + 1
            if reader.key(end) == fold("آف") and reader.known(end + 1) is not None:
                end += 2
            elif (
                reader.joined(end)
                and (known := reader.known(end)) is not None
                and known.name.kind is FactKind.PLACE
                and k == i + 1
            ):
                end = known.end
            return reader.told(kind.kind, i, end)
        if not _may_be_part(reader, k):
            return None
    return None


def _may_be_part(reader: Reader, i: int) -> bool:
    """Whether a word may stand before its kind: no particle, adjective or title."""
    word = reader.key(i)
    if (
        word in reader.function_words
        or word in _ORDINARY
        or reader.stream.word_classes(i)
        or word in _TITLES
        or len(word) < 3
    ):
        return False
    return reader.known(i) is not None or not word.endswith(_VOWEL_ENDS)


def _first(reader: Reader, i: int) -> DetectedName | None:
    """«وزارت خارجہ», «آئین پاکستان», «قرارداد لاہور»."""
    kind = FIRST.get(reader.key(i))
    if kind is None:
        return None
    end = i + 1
    if not kind.kept:
        while (end - i < 3 and _may_be_name(reader, end)) or reader.key(end) in LAST:
            end += 1
        return reader.told(kind.kind, i + 1, end) if end > i + 1 and _is_marked(reader, end) else None
    while end - i < 4 and reader.joined(end):
        known = reader.known(end)
        if known is not None and known.name.kind is FactKind.PLACE:
            end = known.end
        elif reader.key(end) in _TOPICS:
            end += 1
        else:
            break
    return reader.told(kind.kind, i, end) if end > i + 1 else None
