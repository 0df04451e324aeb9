"""Owns Urdu's words of number, money, time and measure. Urdu has a word of its own for every number below a hundred."""

from collections.abc import Iterator
from fractions import Fraction

from reader.facts.languages.shared import Grammar, Phrase, cues, limits, numbers, phrases
from reader.facts.lexicon import Proclitics, Role
from reader.facts.numerals import Style
from reader.facts.values import Currency, Era, Month, NumberWord, PartOfDay, Period, Slot, Unit

_BELOW_HUNDRED = [
    "صفر",
    "ایک",
    "دو",
    "تین",
    "چار",
    "پانچ",
    "چھ",
    "سات",
    "آٹھ",
    "نو",
    "دس",
    "گیارہ",
    "بارہ",
    "تیرہ",
    "چودہ",
    "پندرہ",
    "سولہ",
    "سترہ",
    "اٹھارہ",
    "انیس",
    "بیس",
    "اکیس",
    "بائیس",
    "تئیس",
    "چوبیس",
    "پچیس",
    "چھبیس",
    "ستائیس",
    "اٹھائیس",
    "انتیس",
    "تیس",
    "اکتیس",
    "بتیس",
    "تینتیس",
    "چونتیس",
    "پینتیس",
    "چھتیس",
    "سینتیس",
    "اڑتیس",
    "انتالیس",
    "چالیس",
    "اکتالیس",
    "بیالیس",
    "تینتالیس",
    "چوالیس",
    "پینتالیس",
    "چھیالیس",
    "سینتالیس",
    "اڑتالیس",
    "انچاس",
    "پچاس",
    "اکاون",
    "باون",
    "ترپن",
    "چون",
    "پچپن",
    "چھپن",
    "ستاون",
    "اٹھاون",
    "انسٹھ",
    "ساٹھ",
    "اکسٹھ",
    "باسٹھ",
    "تریسٹھ",
    "چونسٹھ",
    "پینسٹھ",
    "چھیاسٹھ",
    "سڑسٹھ",
    "اڑسٹھ",
    "انہتر",
    "ستر",
    "اکہتر",
    "بہتر",
    "تہتر",
    "چوہتر",
    "پچہتر",
    "چھہتر",
    "ستتر",
    "اٹھہتر",
    "اناسی",
    "اسی",
    "اکیاسی",
    "بیاسی",
    "تراسی",
    "چوراسی",
    "پچاسی",
    "چھیاسی",
    "ستاسی",
    "اٹھاسی",
    "نواسی",
    "نوے",
    "اکانوے",
    "بانوے",
    "ترانوے",
    "چورانوے",
    "پچانوے",
    "چھیانوے",
    "ستانوے",
    "اٹھانوے",
    "ننانوے",
]
_VARIANTS = {
    6: "چھے|چھہ",
    17: "ستره|سترا",
    23: "تیئیس|تیئس",
    29: "انتیس",
    32: "بتیس",
    49: "اننچاس",
    54: "چوّن",
    59: "انسٹھ",
    66: "چھیاسٹھ",
    67: "سرسٹھ",
    77: "ستہتر",
    79: "انیاسی",
    89: "نواسی",
    96: "چھیانوے",
    99: "نناوے",
}
_SCALES = {
    12: "درجن",
    10**3: "ہزار|ہزاروں",
    10**5: "لاکھ|لاکھوں",
    10**6: "ملین",
    10**7: "کروڑ|کروڑوں",
    10**9: "ارب|بلین|اربوں",
    10**11: "کھرب|کھربوں",
    10**12: "ٹریلین",
}
_ORDINALS = {
    1: "پہلا|پہلی|پہلے|اول",
    2: "دوسرا|دوسری|دوسرے|دوم",
    3: "تیسرا|تیسری|تیسرے|سوم",
    4: "چوتھا|چوتھی|چوتھے|چہارم",
    5: "پانچواں|پانچویں|پنجم",
    6: "چھٹا|چھٹی|چھٹے",
    9: "نواں|نویں",
}
_FRACTIONS = {
    Fraction(1, 2): "آدھا|آدھی|آدھے|نصف",
    Fraction(1, 3): "تہائی|ایک تہائی",
    Fraction(2, 3): "دو تہائی",
    Fraction(1, 4): "چوتھائی|ایک چوتھائی|پاؤ",
    Fraction(3, 4): "تین چوتھائی|پون|پونا",
    Fraction(3, 2): "ڈیڑھ",
    Fraction(5, 2): "ڈھائی|اڑھائی",
}
_CURRENCIES = {
    Currency("PKR"): "پاکستانی روپے|پاکستانی روپیہ|پاکستانی روپیے",
    Currency("INR"): "بھارتی روپے|ہندوستانی روپے|انڈین روپے",
    Currency("rupee"): "روپے|روپیہ|روپیے|روپئے|روپیوں|روپوں|روپۓ",
    Currency("USD"): "ڈالر|امریکی ڈالر|ڈالرز|ڈالروں",
    Currency("EUR"): "یورو",
    Currency("GBP"): "پاؤنڈ|برطانوی پاؤنڈ|پاؤنڈز|پاونڈ",
    Currency("SAR"): "سعودی ریال",
    Currency("rial"): "ریال",
    Currency("AED"): "اماراتی درہم",
    Currency("dirham"): "درہم",
    Currency("KWD"): "کویتی دینار",
    Currency("dinar"): "دینار",
    Currency("CNY"): "یوآن|چینی یوآن",
    Currency("JPY"): "ین",
    Currency("paisa", 100): "پیسے|پیسہ|پیسوں",
    Currency("cent", 100): "سینٹ",
}
_UNITS_OF_MEASURE = {
    Unit("mass-gram"): "گرام",
    Unit("mass-kilogram"): "کلوگرام|کلو گرام|کلو|کے جی",
    Unit("mass-milligram"): "ملی گرام|ملیگرام",
    Unit("mass-tonne"): "ٹن",
    Unit("mass-pound"): "پونڈ",
    Unit("mass-ounce"): "اونس",
    Unit("length-meter"): "میٹر",
    Unit("length-kilometer"): "کلومیٹر|کلو میٹر",
    Unit("length-centimeter"): "سینٹی میٹر|سنٹی میٹر",
    Unit("length-millimeter"): "ملی میٹر",
    Unit("length-mile"): "میل",
    Unit("length-foot"): "فٹ",
    Unit("length-inch"): "انچ",
    Unit("length-yard"): "گز",
    Unit("volume-liter"): "لیٹر|لٹر",
    Unit("volume-milliliter"): "ملی لیٹر",
    Unit("volume-gallon"): "گیلن",
    Unit("volume-barrel"): "بیرل",
    Unit("area-square-meter"): "مربع میٹر",
    Unit("area-square-kilometer"): "مربع کلومیٹر|مربع کلو میٹر",
    Unit("area-acre"): "ایکڑ",
    Unit("area-hectare"): "ہیکٹر",
    Unit("temperature-celsius"): "ڈگری سینٹی گریڈ|سینٹی گریڈ|ڈگری سیلسیس|درجہ سینٹی گریڈ|درجے سینٹی گریڈ",
    Unit("temperature-fahrenheit"): "ڈگری فارن ہائیٹ|فارن ہائیٹ",
    Unit("temperature-generic"): "ڈگری|درجے",
    Unit("speed-kilometer-per-hour"): "کلومیٹر فی گھنٹہ|کلو میٹر فی گھنٹہ|کلومیٹر فی گھنٹا",
    Unit("power-watt"): "واٹ",
    Unit("power-kilowatt"): "کلوواٹ|کلو واٹ",
    Unit("power-megawatt"): "میگاواٹ|میگا واٹ",
    Unit("digital-megabyte"): "میگا بائٹ|میگابائٹ|ایم بی",
    Unit("digital-gigabyte"): "گیگا بائٹ|گیگابائٹ|جی بی",
    Unit("energy-calorie"): "کیلوریز|کیلوری",
}
_PERIODS = {
    Period("TS"): "سیکنڈ|سیکنڈز",
    Period("TM"): "منٹ|منٹوں",
    Period("TH"): "گھنٹہ|گھنٹے|گھنٹا|گھنٹوں",
    Period("D"): "دن|روز|دنوں|یوم",
    Period("W"): "ہفتہ|ہفتے|ہفتوں",
    Period("M"): "ماہ|مہینہ|مہینے|مہینوں",
    Period("Y"): "سال|برس|سالوں|سالہ",
    Period("Y", 10): "دہائی|دہائیوں|عشرے|عشرہ",
    Period("Y", 100): "صدی|صدیوں|صدیاں",
}
_MONTHS = {
    Month("gregorian", 1): "جنوری",
    Month("gregorian", 2): "فروری",
    Month("gregorian", 3): "مارچ",
    Month("gregorian", 4): "اپریل",
    Month("gregorian", 5): "مئی",
    Month("gregorian", 6): "جون",
    Month("gregorian", 7): "جولائی",
    Month("gregorian", 8): "اگست",
    Month("gregorian", 9): "ستمبر",
    Month("gregorian", 10): "اکتوبر",
    Month("gregorian", 11): "نومبر",
    Month("gregorian", 12): "دسمبر",
    Month("islamic", 1): "محرم|محرم الحرام",
    Month("islamic", 2, sure=False): "صفر|صفر المظفر",
    Month("islamic", 3): "ربیع الاول|ربیع‌الاول",
    Month("islamic", 4): "ربیع الثانی|ربیع الآخر",
    Month("islamic", 5): "جمادی الاول|جمادی الاولیٰ|جمادی الاولی",
    Month("islamic", 6): "جمادی الثانی|جمادی الثانیہ|جمادی الآخر",
    Month("islamic", 7, sure=False): "رجب|رجب المرجب",
    Month("islamic", 8, sure=False): "شعبان|شعبان المعظم",
    Month("islamic", 9): "رمضان|رمضان المبارک",
    Month("islamic", 10, sure=False): "شوال|شوال المکرم",
    Month("islamic", 11): "ذوالقعدہ|ذی القعدہ|ذیقعدہ|ذو القعدہ",
    Month("islamic", 12): "ذوالحجہ|ذی الحجہ|ذو الحجہ",
}
_WEEKDAYS = "پیر|سوموار|منگل|بدھ|جمعرات|جمعہ|ہفتہ|اتوار"
_MODIFIERS = {
    "<=": "زیادہ سے زیادہ",
    "<": "سے کم",
    ">=": "کم از کم|کم سے کم",
    ">": "سے زیادہ",
    "~": "تقریباً|تقریبا|لگ بھگ|قریباً|قریبا|کوئی|اندازاً",
}
_MODIFIERS_AFTER = {"<": "سے کم", ">": "سے زیادہ|سے زائد|سے اوپر|سے بھی زیادہ", "~": "کے لگ بھگ|کے قریب", "<=": "تک"}
_PARTS_OF_DAY = {
    PartOfDay.MORNING: "صبح|صبح کے|علی الصبح",
    PartOfDay.NOON: "دوپہر|دوپہر کے",
    PartOfDay.AFTERNOON: "سہ پہر|سہ پہر کے",
    PartOfDay.EVENING: "شام|شام کے",
    PartOfDay.NIGHT: "رات|رات کے",
}
_ERAS = {
    Era("gregorian"): "ء|عیسوی",
    Era("gregorian", before=True): "قبل مسیح|ق م",
    Era("islamic"): "ہجری|ھ|ہ",
}
_DECADES: dict[object, str] = {-1: "دہائی"}
_CUES = {
    Role.NEGATIVE: "منفی",
    Role.POINT: "اعشاریہ",
    Role.OVER: "بٹا",
    Role.OF: "کے|کی|کا",
    Role.PERCENT: "%|٪|فیصد|فی صد|فیصدی",
    Role.AND: "اور",
    Role.DAY_CUE: "بروز|مورخہ|بتاریخ",
    Role.MONTH_CUE: "ماہ|مہینے",
    Role.YEAR_CUE: "سال|سن|سنہ",
    Role.QUARTER: "سہ ماہی",
    Role.HALF: "ششماہی|نصف",
    Role.BELOW_ZERO: "صفر سے نیچے",
    Role.CENTURY: "صدی",
    Role.CLOCK: "بجے|بج کر",
    Role.FROM: "از",
    Role.TO: "سے|تا",
    Role.BETWEEN: "درمیان",
    Role.FOR: "دوران",
    Role.IN: "سن|سنہ|سال|میں|بعد از",
    Role.WHOLE: "پورا|پورے|مکمل",
    Role.EVERY: "ہر",
    Role.RELATIVE: "گزشتہ|آئندہ|اگلے|پچھلے|رواں|بعد|پہلے|قبل|اس|اگلی|پچھلی|موجودہ|آج|کل|ہر",
}
FUNCTION_WORDS = (
    "کے کی کا میں سے کو نے پر اور ہے ہیں تھا تھی تھے یہ وہ اس ان بھی کہ تو ہی جو ہو گا گی گے کر کیا لیے ایک نہیں "
    "ساتھ بعد تک اپنے اپنی کوئی ہوئے ہوا گیا گئی دیا کرنے والے والی والا جس پھر اب مگر لیکن یا نہ جب تب کچھ سب ہم "
    "آپ وہاں یہاں طور بارے جا رہا رہی رہے"
)


def _number_words() -> Iterator[Phrase]:
    for value, word in enumerate(_BELOW_HUNDRED):
        slot = Slot.ZERO if value == 0 else Slot.UNIT if value < 10 else Slot.BELOW_HUNDRED
        yield word, Role.NUMBER, NumberWord(slot, value)
        if value > 4:
            stem = word[:-1] if value == 9 else word
            for ending in ("واں", "ویں", "وے", "‌واں", "‌ویں"):
                yield stem + ending, Role.NUMBER, NumberWord(slot, value, ordinal=True)
    for value, forms in _VARIANTS.items():
        yield from numbers(Slot.UNIT if value < 10 else Slot.BELOW_HUNDRED, {value: forms})
    yield from numbers(Slot.HUNDRED, {100: "سو|صد|سینکڑوں"})
    yield from numbers(Slot.SCALE, _SCALES)
    yield from numbers(Slot.UNIT, _ORDINALS, ordinal=True)
    yield from numbers(Slot.HUNDRED, {100: "سوواں|سوویں"}, ordinal=True)


def grammar() -> Grammar:
    """Urdu."""
    table: list[Phrase] = [
        *_number_words(),
        *phrases(Role.FRACTION, _FRACTIONS),
        *phrases(Role.OFFSET, {Fraction(1, 2): "ساڑھے", Fraction(1, 4): "سوا", Fraction(-1, 4): "پونے"}),
        *phrases(Role.CURRENCY, _CURRENCIES),
        *phrases(Role.UNIT, _UNITS_OF_MEASURE),
        *phrases(Role.PERIOD, _PERIODS),
        *phrases(Role.MONTH, _MONTHS),
        *limits(_MODIFIERS),
        *phrases(Role.LIMIT_AFTER, _MODIFIERS_AFTER),
        *phrases(Role.PART_OF_DAY, _PARTS_OF_DAY),
        *phrases(Role.ERA, _ERAS),
        *phrases(Role.DECADE, _DECADES),
        *phrases(Role.HOUR_NAME, {0: "آدھی رات"}),
        *cues(_CUES),
        *cues({Role.WEEKDAY: _WEEKDAYS}),
    ]
    return Grammar(
        code="ur",
        phrases=tuple(table),
        style=Style(),
        proclitics=Proclitics(),
    )
