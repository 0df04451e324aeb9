"""Owns Persian's rules of names, and the words they rest on.

Persons: a given name and a family name behind it, told by its ending, its table, a title before, or what follows a
subject («که», «گفت», a comma, a profession). Institutions: the kind, then topics («وزارت امور خارجه»), then a known
name or one that is no common word; nothing marks where such a chain ends but the words that cannot be in it.
"""

from collections.abc import Iterator

from reader.facts.naming import (
    MOST_WORDS,
    DetectedName,
    Institution,
    Reader,
    detected_in,
    people,
    phrases_of,
    words_of,
)
from reader.facts.stream import TokenStream
from reader.facts.tokens import fold
from reader.model import FactKind

_TITLES = phrases_of(
    "آقای|خانم|دکتر|مهندس|رئیس جمهور|وزیر خارجه|وزیر امور خارجه|وزیر بهداشت|وزیر نفت|وزیر کشور|سردار|پروفسور|"
    "استاد|حجت الاسلام|آیت الله|نخست وزیر|نویسنده|شاعر|سید|سیده|امام|ملا|شیخ|ژنرال|سرهنگ|پرزیدنت|کارگردان|"
    "بازیگر|خواننده|مربی|سرمربی|حقوقدان|فیلسوف|مورخ|دانشمند|ریاضی دان|پادشاه|ملکه|شاه|شاهزاده|پاپ|سناتور|سفیر|"
    "روزنامه نگار|نقاش|آهنگساز|مهاجم|دروازه بان|کاپیتان"
)
_GIVEN = words_of(
    "محمد|احمد|علی|حسن|حسین|رضا|مهدی|محسن|مسعود|سعید|حمید|مجید|بهرام|پرویز|داریوش|کوروش|فرهاد|بیژن|ناصر|اکبر|"
    "اصغر|جواد|عباس|محمود|ابراهیم|فاطمه|زهرا|مریم|سارا|شیرین|لیلا|نرگس|پروین|فروغ|عبدالله|عبدالناصر|محمدرضا|"
    "محمدجواد|محمدعلی|علیرضا|حمیدرضا|غلامرضا|حسنعلی|سهراب|سیمین|جلال|هوشنگ|منوچهر|ایرج|کامران|کیومرث|شهرام|"
    "بهمن|اسماعیل|یوسف|یعقوب|موسی|عیسی|داوود|سلیمان|جعفر|صادق|باقر|کاظم|هاشم|قاسم|طاهره|معصومه|نسرین|مهین|"
    "مهناز|شهلا|فرح|اشرف|جمشید|رستم|اسفندیار|خسرو|کریم|نادر|هادی|جان|جورج|دیوید|مایکل|رابرت|جیمز|توماس|پیتر|پل|"
    "ماریا|ماری|آنگلا|هیلاری|کاترین|الیزابت|ویلیام|ریچارد|ولادیمیر|سرگئی|امانوئل|دونالد|باراک|جو|بیل|ایلان|"
    "مارک|لئونل|کریستیانو|کارلوس|آلبرت|ایزاک|چارلز|هنری|ادوارد|ژوزف|ژان|پیر|فرانسوا|نلسون|مارتین|آدولف|کارل|"
    "هانس|یورگن|گابریل|ارنست|فیدل|بنیامین|لودویگ|یوهان|زیگموند|ویکتور|میشل|برانکو|الکساندر|نیکولا|آنتونیو"
)
_LINKING = words_of("سید|عبد|ابن|بن|فون|وان|دو|دی|میرزا|خان|شاه|آقا|ابو")
_ENDINGS = tuple(
    map(
        fold,
        (
            "زاده",
            "زاد",
            "پور",
            "نژاد",
            "یان",
            "فر",
            "نیا",
            "وند",
            "لو",
            "خانی",
            "دوست",
            "فرد",
            "منش",
            "راد",
            "چی",
            "ی",
            "ویچ",
        ),
    )
)
_FOLLOWING = words_of(
    "که|گفت|گفته|می|در|به|از|با|نیز|هم|و|را|اعلام|افزود|تأکید|نوشت|رئیس|وزیر|رییس|سرمربی|کارگردان|نویسنده|شاعر|"
    "نماینده|سخنگوی|مدیر|استاد|معاون|سفیر|مربی|بازیکن|است|بود|درگذشت|متولد|زاده|ریاضی|دانشمند|بنیان|خواند|"
    "دانست|برای|تا|مدال|دبیر|رهبر"
)
_ORDINARY = words_of(
    "بزرگ|کوچک|جدید|تازه|قدیم|قدیمی|خوب|بد|زیاد|کم|همین|همان|چند|دیگر|های|ها|هایی|ای|یک|کتاب|خانه|مردم|کار|روز|"
    "شب|آنها|ایشان|جان|سرد|گرم|مهم|اصلی|نخست|پیشین|سابق|کنونی|فعلی|آینده|آزاد|باز|بسته|جای|سود|منتظر|قیمت|ما|"
    "شما|سخن|گوش|نیاز|دولتی|خصوصی|خارجی|داخلی|کوچکی|بزرگی|گاز|خود|حمل|بیمه|محل|شهر|روستا|جنگ|صلح|تیم|فیلم|شعر|"
    "بازی|وکالت|محترم"
)
_VERBS = words_of(
    "رفت|آمد|شد|کرد|داد|دید|خواند|نوشت|گرفت|زد|خورد|رسید|ماند|گذشت|افتاد|برد|آورد|خواست|توانست|دانست|گفت|افزود|یافت"
)
_LIGHT_VERBS = words_of("کرد|کردند|کرده|شد|شدند|داد|دادند|گرفت|زد|داشت|داشتند|خواند|کند|می|بود")
"""Verbs that make one with the noun before them: «تمجید کرد»."""
_VERBAL = tuple(map(fold, ("تند", "دند", "ردند", "نند", "یند", "ستیم", "شدند", "شتیم", "شود", "کنند")))
"""How verbs end that stand where a name would."""
_TOPICS = words_of(
    "امور|خارجه|بهداشت|درمان|آموزش|پرورش|علوم|پزشکی|صنعتی|کشور|نفت|نیرو|دفاع|اطلاعات|اقتصاد|اقتصادی|دارایی|"
    "فرهنگ|ارشاد|اسلامی|رفاه|دادگستری|شهرسازی|کشاورزی|ورزش|جوانان|ملی|بین|المللی|بینالمللی|جهانی|مرکزی|عالی|"
    "انقلاب|نگهبان|خبرگان|شورای|شورا|رهبری|مجلس|ملل|متحد|انرژی|اتمی|هنرهای|هنر|معاصر|هنری|فوتبال|المپیک|حقوق|"
    "بشر|زنان|کودک|کودکان|خانواده|حمایت|مبارزه|کارگران|صنعت|معدن|تجارت|اوراق|بهادار|تأمین|اجتماعی|حفاظت|محیط|"
    "زیست|میراث|فرهنگی|قهرمانان|جنگلها|مدنی|اساسی|کیفری|مجازات|کن|فجر|مشروطه|سفید|آزادی|جمهوری|خلق|سرخ|هلال|"
    "صلیب|عفو|پول|توسعه|تحقیقات|فناوری|ارتباطات|راه|مسکن|تعاون|کار|ایران"
)
"""Words that say what an institution is for."""


def _kinds() -> dict[str, Institution]:
    organisation, place, event, law = FactKind.ORGANISATION, FactKind.PLACE, FactKind.EVENT, FactKind.LAW
    table = {
        "وزارت|سازمان|مجلس|شورای|دیوان|دادگاه|کمیسیون|کنفدراسیون|فدراسیون|آژانس|صندوق|اتحادیه|کمیته|جبهه|سپاه|"
        "نیروی|بنیاد|انجمن|موزه|کتابخانه|فرهنگستان|پژوهشگاه|پژوهشکده|ستاد": Institution(organisation),
        "دانشگاه|بانک|انستیتو|موسسه|باشگاه|حزب|بیمارستان|دانشکده|انتشارات|خبرگزاری|آکادمی": Institution(
            organisation, free=True
        ),
        "شرکت|مجله|هفته نامه|گروه": Institution(organisation, kept=False),
        "روزنامه": Institution(organisation, kept=False, free=True),
        "تیم": Institution(organisation, kept=False, free=True),
        "شهر|استان|روستای|شهرستان|پایتخت|بندر": Institution(place, kept=False, free=True),
        "رود|رودخانه|دریاچه|جزیره|کوه|خیابان|میدان|خلیج|دریای|تنگه|فرودگاه|کاخ|ورزشگاه": Institution(place),
        "جنگ|نبرد|جشنواره|جام|لیگ|انقلاب|کودتای|قیام|المپیک|مسابقات|واقعه|نهضت": Institution(event),
        "عهدنامه|معاهده": Institution(law, free=True),
        "قانون|پیمان|توافق|قرارداد|کنوانسیون|منشور|اعلامیه|لایحه|میثاق": Institution(law),
    }
    return {fold(word): kind for words, kind in table.items() for word in words.split("|")}


KINDS = _kinds()


def names(stream: TokenStream) -> Iterator[DetectedName]:
    """The names in a chunk of Persian."""
    return detected_in(stream, _detect_at)


def _detect_at(reader: Reader, i: int) -> DetectedName | None:
    key = reader.key(i)
    if not key:
        return None
    return _institution(reader, i, key) or _titled(reader, i) or _person(reader, i, titled=False)


def _titled(reader: Reader, i: int) -> DetectedName | None:
    at = reader.phrase(i, _TITLES, "")
    return None if at is None or not reader.joined(at) else _person(reader, at, titled=True)


def _person(reader: Reader, i: int, *, titled: bool) -> DetectedName | None:
    """«مریم میرزاخانی», «دکتر سعید نمکی», «برانکو ایوانکوویچ سرمربی»."""
    given = people("fa", "given")
    key = reader.key(i)
    sure = key in _GIVEN or (key.endswith("الدين") and len(key) > len("الدين"))
    compound = key in _LINKING and reader.plain(i + 1) and reader.key(i + 1) in _GIVEN
    if not sure and not compound and not (titled and (key in given or _may_be_name(reader, i))):
        return None
    end = i + 2 if compound else i + 1
    while reader.joined(end) and end - i < 3 and (reader.key(end) in _GIVEN or reader.key(end) in _LINKING):
        if reader.key(end) == "الدين" or not _ends_name(reader, end):
            end += 1
        else:
            end += 1
            break
    last = end
    if reader.key(end - 1) not in _HONORIFICS and _may_be_name(reader, end):
        word = reader.key(end)
        middle = titled and _may_be_name(reader, end + 1) and _is_family(reader.key(end + 1))
        family = _is_family(word)
        split = reader.joined(end + 1) and reader.key(end + 1) in _SPLIT_ENDINGS
        if split or middle:
            last = end + 2
        elif (family and (titled or _ends_name(reader, end) or len(word) > 5)) or (
            (titled or sure) and _ends_name(reader, end) and reader.key(end + 1) != "را"
        ):
            last = end + 1
    if last - i < 2:
        return None
    return reader.told(FactKind.PERSON, i, last)


_HONORIFICS = words_of("شاه|خان|آقا|میرزا")
_SPLIT_ENDINGS = words_of("زاده|پور|نژاد|فر|نیا|وند")


def _is_family(word: str) -> bool:
    return word in people("fa", "family") or (word.endswith(_ENDINGS) and len(word) > 3)


def _ends_name(reader: Reader, i: int) -> bool:
    """Whether what follows token ``i`` shows that a name has ended: a sign, a particle, a verb or a profession."""
    following = reader.key(i + 1)
    if not reader.joined(i + 1) or following in _FOLLOWING or following in reader.function_words:
        return following not in _LIGHT_VERBS
    return reader.key(i + 2) in _LIGHT_VERBS


def _may_be_name(reader: Reader, i: int) -> bool:
    word = reader.key(i)
    return (
        len(word) > 2
        and reader.plain(i)
        and word not in _ORDINARY
        and word not in _VERBS
        and word not in KINDS
        and word not in _TITLES
        and word not in _TOPICS
        and not _is_plural(reader, i)
        and not word.endswith(_VERBAL)
        and reader.key(i + 1) not in _LIGHT_VERBS
    )


def _is_plural(reader: Reader, i: int) -> bool:
    """Whether «ها», «های», «ای» or «تر» is written behind a word with a non-joiner: no name takes them."""
    stream = reader.stream
    if i + 1 >= len(stream) or stream.text[stream.end(i + 1) : stream.start(i + 1)] != "\u200c":
        return reader.key(i).endswith(("هاي", "ها", "هايي"))
    return reader.key(i + 1) in _SUFFIXES


_SUFFIXES = words_of("ها|های|هایی|ای|تر|ترین|اش|ام|ات|شان|هایش")


def _institution(reader: Reader, i: int, key: str) -> DetectedName | None:
    """«وزارت امور خارجه», «دانشگاه صنعتی شریف», «جنگ ایران و روسیه»."""
    kind = KINDS.get(key)
    if kind is None or _is_plural(reader, i):
        return None
    end = i + 1
    if key == fold("پیمان") and reader.key(end) == fold("نامه"):
        end += 1
    start = end
    topics = 0
    while end - i < MOST_WORDS and reader.joined(end):
        known = reader.known(end, weak=kind.free)
        if known is not None and known.name.kind is not FactKind.PERSON:
            if not kind.kept:
                longer = kind.kind is FactKind.ORGANISATION and _may_be_name(reader, known.end)
                return reader.told(kind.kind, end, known.end + longer) if end == start else None
            end = known.end
            if reader.key(end) == "و" and kind.kind is FactKind.EVENT:
                other = reader.known(end + 1) if reader.joined(end + 1) else None
                if other is not None:
                    end = other.end
            return reader.told(kind.kind, i, end)
        word = reader.key(end)
        if kind.kept and word in _TOPICS and (word in _PLURAL_TOPICS or not _is_plural(reader, end)):
            topics += 1
            end += 1
        elif topics and word == "و" and reader.joined(end + 1) and reader.key(end + 1) in _TOPICS:
            end += 2
            topics += 1
        else:
            break
    free = kind.free or (topics and kind.kind is FactKind.ORGANISATION)
    shaped = kind.kind is FactKind.LAW or not reader.key(end).endswith(fold("ی"))
    if kind.free and _may_be_name(reader, end) and shaped and (free or end == start):
        place = reader.known(end + 1) if reader.joined(end + 1) else None
        if kind.kept and place is not None and place.name.kind is FactKind.PLACE:
            return reader.told(kind.kind, i, place.end)
        if _ends_name(reader, end) or kind.kind is FactKind.LAW:
            return reader.told(kind.kind, i if kind.kept else end, end + 1)
    while end > start and (reader.key(end - 1) in _NEVER_LAST or reader.key(end) in _LIGHT_VERBS):
        end -= 1
    return reader.told(kind.kind, i, end) if end > start and topics and kind.kept else None


_PLURAL_TOPICS = words_of("هنرهای|جنگلها")
_NEVER_LAST = words_of("شورای|هنرهای|امور|بین|حقوق|مبارزه")
