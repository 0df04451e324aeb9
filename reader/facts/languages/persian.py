"""Owns Persian's words of number, money, time and measure.

Arabic letters for Persian ones (ي, ك) are folded by the lexicon.
"""

from collections.abc import Iterator
from fractions import Fraction

from reader.facts.languages.shared import Grammar, Phrase, cues, limits, numbers, phrases, spelt
from reader.facts.lexicon import Proclitics, WordClass
from reader.facts.numerals import Style
from reader.facts.tokens import fold
from reader.facts.values import Currency, Era, Month, NumberWord, PartOfDay, Period, Slot, Unit

_UNITS = {
    1: "یک|یه",
    2: "دو",
    3: "سه",
    4: "چهار|چار",
    5: "پنج|پنچ",
    6: "شش|شیش",
    7: "هفت",
    8: "هشت",
}
_TEENS = {
    10: "ده",
    11: "یازده",
    12: "دوازده",
    13: "سیزده",
    14: "چهارده|چارده",
    15: "پانزده|پونزده",
    16: "شانزده|شونزده",
    17: "هفده|هیفده",
    18: "هجده|هیجده|هژده",
    19: "نوزده",
}
_TENS = {20: "بیست", 30: "سی", 40: "چهل", 50: "پنجاه", 60: "شصت", 70: "هفتاد", 80: "هشتاد", 90: "نود"}
_HUNDREDS = {
    200: "دویست|دوصد|دو صد|دیویست",
    300: "سیصد|سی صد|سه صد",
    400: "چهارصد|چهار صد|چارصد|چار صد",
    500: "پانصد|پونصد|پان صد|پنج صد",
    600: "ششصد|شش صد|شیشصد|شیش صد",
    700: "هفتصد|هفت صد",
    800: "هشتصد|هشت صد",
    900: "نهصد|نه صد",
}
_SCALES = {
    12: "دوجین",
    10**3: "هزار|یکهزار",
    10**6: "میلیون|ملیون",
    10**9: "میلیارد|ملیارد|بیلیون",
    10**12: "تریلیون|تریلیارد",
    10**15: "کوادریلیون|کادریلیون",
}
_ORDINAL_UNITS = {
    1: "یکم|اول|نخست|اولین|نخستین|یکمین",
    2: "دوم|دومین|دویم",
    3: "سوم|سومین|سیم|سه‌ام",
    4: "چهارم|چهارمین",
    5: "پنجم|پنجمین",
    6: "ششم|ششمین",
    7: "هفتم|هفتمین",
    8: "هشتم|هشتمین",
    9: "نهم|نهمین",
}
_FRACTIONS = {
    Fraction(1, 2): "نیم|نصف|نیمی از|یک دوم",
    Fraction(1, 3): "ثلث|یک سوم|سوم",
    Fraction(2, 3): "دو سوم|دو ثلث",
    Fraction(1, 4): "ربع|یک ربع|یک چهارم|چهارم",
    Fraction(3, 4): "سه چهارم|سه ربع",
    Fraction(1, 5): "یک پنجم|پنجم|خمس",
    Fraction(1, 6): "یک ششم|ششم",
    Fraction(1, 7): "یک هفتم|هفتم",
    Fraction(1, 8): "یک هشتم|هشتم",
    Fraction(1, 9): "یک نهم|نهم",
    Fraction(1, 10): "یک دهم|دهم",
    Fraction(1, 100): "یک صدم|صدم",
    Fraction(1, 1000): "یک هزارم|هزارم",
}
_CURRENCIES = {
    Currency("IRT"): "تومان|تومن|تومانی|تومنی",
    Currency("IRT", Fraction(1, 10**12)): "همت",
    Currency("IRR"): "ریال|ریالی|ریال ایران",
    Currency("QAR"): "ریال قطر",
    Currency("OMR"): "ریال عمان",
    Currency("YER"): "ریال یمن",
    Currency("EGP"): "پوند مصر",
    Currency("LBP"): "لیره لبنان|لیر لبنان|پوند لبنان",
    Currency("SYP"): "لیره سوریه|لیر سوریه|پوند سوریه",
    Currency("lira"): "لیره",
    Currency("NZD"): "دلار نیوزیلند|دلار نیوزلند",
    Currency("BHD"): "دینار بحرین",
    Currency("JOD"): "دینار اردن",
    Currency("SEK"): "کرون سوئد",
    Currency("NOK"): "کرون نروژ",
    Currency("DKK"): "کرون دانمارک",
    Currency("krona"): "کرون",
    Currency("KRW"): "وون کره جنوبی|وون کره",
    Currency("won"): "وون",
    Currency("INR"): "روپیه هند",
    Currency("PKR"): "روپیه پاکستان",
    Currency("peso"): "پزو",
    Currency("MXN"): "پزوی مکزیک|پزو مکزیک",
    Currency("THB"): "بات تایلند|بات",
    Currency("MYR"): "رینگیت|رینگیت مالزی",
    Currency("AMD"): "درام ارمنستان|درام",
    Currency("AZN"): "منات آذربایجان|منات",
    Currency("TJS"): "سامانی",
    Currency("BRL"): "رئال برزیل",
    Currency("ZAR"): "راند آفریقای جنوبی|رند آفریقای جنوبی",
    Currency("USD"): "دلار|دلار آمریکا|دلار امریکا|دلاری",
    Currency("CAD"): "دلار کانادا",
    Currency("AUD"): "دلار استرالیا",
    Currency("EUR"): "یورو|یورویی",
    Currency("GBP"): "پوند|پوند انگلیس|پوند استرلینگ",
    Currency("AED"): "درهم امارات|درهم",
    Currency("IQD"): "دینار عراق",
    Currency("KWD"): "دینار کویت",
    Currency("SAR"): "ریال سعودی|ریال عربستان",
    Currency("dinar"): "دینار",
    Currency("TRY"): "لیر ترکیه|لیر",
    Currency("AFN"): "افغانی",
    Currency("JPY"): "ین ژاپن|ین",
    Currency("CNY"): "یوان|یوان چین",
    Currency("RUB"): "روبل",
    Currency("CHF"): "فرانک سوئیس",
    Currency("rupee"): "روپیه",
    Currency("BTC"): "بیت‌کوین",
    Currency("cent", 100): "سنت",
}
_UNITS_OF_MEASURE = {
    Unit("mass-gram"): "گرم|گرمی",
    Unit("mass-kilogram"): "کیلوگرم|کیلو گرم|کیلو|کیلویی|کیلوگرمی",
    Unit("mass-milligram"): "میلی‌گرم|میلیگرم",
    Unit("mass-tonne"): "تن|تنی",
    Unit("mass-pound"): "پوند وزن",
    Unit("mass-ounce"): "اونس",
    Unit("mass-carat"): "قیراط",
    Unit("length-meter"): "متر|متری",
    Unit("length-kilometer"): "کیلومتر|کیلو متر|کیلومتری",
    Unit("length-centimeter"): "سانتی‌متر|سانتیمتر|سانت|سانتی",
    Unit("length-millimeter"): "میلی‌متر|میلیمتر",
    Unit("length-mile"): "مایل",
    Unit("length-foot"): "فوت|پا",
    Unit("length-inch"): "اینچ|اینچی",
    Unit("volume-liter"): "لیتر|لیتری",
    Unit("volume-milliliter"): "میلی‌لیتر|میلیلیتر|سی‌سی",
    Unit("volume-gallon"): "گالن",
    Unit("volume-barrel"): "بشکه|بشکه‌ای",
    Unit("volume-cubic-meter"): "متر مکعب|مترمکعب",
    Unit("area-square-meter"): "متر مربع|مترمربع",
    Unit("area-square-kilometer"): "کیلومتر مربع|کیلومترمربع",
    Unit("area-hectare"): "هکتار|هکتاری",
    Unit("temperature-celsius"): "درجه سانتی‌گراد|درجه سانتیگراد|درجه سلسیوس|سانتی‌گراد|سانتیگراد",
    Unit("temperature-fahrenheit"): "درجه فارنهایت|فارنهایت",
    Unit("temperature-generic"): "درجه",
    Unit("speed-kilometer-per-hour"): "کیلومتر بر ساعت|کیلومتر در ساعت",
    Unit("speed-meter-per-second"): "متر بر ثانیه|متر در ثانیه",
    Unit("speed-mile-per-hour"): "مایل بر ساعت|مایل در ساعت",
    Unit("length-nautical-mile"): "مایل دریایی",
    Unit("length-light-year"): "سال نوری",
    Unit("length-yard"): "یارد",
    Unit("length-decimeter"): "دسی‌متر|دسیمتر",
    Unit("length-micrometer"): "میکرون|میکرومتر",
    Unit("length-nanometer"): "نانومتر",
    Unit("mass-microgram"): "میکروگرم",
    Unit("area-acre"): "ایکر|جریب",
    Unit("area-square-mile"): "مایل مربع",
    Unit("area-square-foot"): "فوت مربع",
    Unit("area-square-centimeter"): "سانتی‌متر مربع|سانتیمتر مربع",
    Unit("volume-cubic-centimeter"): "سانتی‌متر مکعب|سانتیمتر مکعب",
    Unit("volume-cubic-kilometer"): "کیلومتر مکعب",
    Unit("volume-cubic-foot"): "فوت مکعب",
    Unit("volume-teaspoon"): "قاشق چای‌خوری|قاشق چایخوری",
    Unit("volume-tablespoon"): "قاشق غذاخوری",
    Unit("volume-cup"): "فنجان|پیمانه",
    Unit("electric-volt"): "ولت|ولتی",
    Unit("electric-ampere"): "آمپر|آمپری",
    Unit("electric-milliampere"): "میلی‌آمپر",
    Unit("power-horsepower"): "اسب بخار",
    Unit("power-gigawatt"): "گیگاوات",
    Unit("energy-kilowatt-hour"): "کیلووات ساعت|کیلووات‌ساعت",
    Unit("energy-joule"): "ژول",
    Unit("energy-kilojoule"): "کیلوژول",
    Unit("digital-megabit"): "مگابیت",
    Unit("digital-gigabit"): "گیگابیت",
    Unit("digital-kilobit"): "کیلوبیت",
    Unit("digital-petabyte"): "پتابایت",
    Unit("frequency-kilohertz"): "کیلوهرتز",
    Unit("pressure-pascal"): "پاسکال",
    Unit("pressure-bar"): "بار فشار",
    Unit("pressure-millimeter-ofhg"): "میلی‌متر جیوه|میلیمتر جیوه",
    Unit("power-watt"): "وات",
    Unit("power-kilowatt"): "کیلووات",
    Unit("power-megawatt"): "مگاوات",
    Unit("digital-byte"): "بایت",
    Unit("digital-kilobyte"): "کیلوبایت",
    Unit("digital-megabyte"): "مگابایت",
    Unit("digital-gigabyte"): "گیگابایت|گیگ",
    Unit("digital-terabyte"): "ترابایت",
    Unit("frequency-hertz"): "هرتز",
    Unit("frequency-megahertz"): "مگاهرتز",
    Unit("frequency-gigahertz"): "گیگاهرتز",
    Unit("energy-calorie"): "کالری",
    Unit("energy-kilocalorie"): "کیلوکالری",
}
_PERIODS = {
    Period("TS"): "ثانیه|ثانیه‌ای",
    Period("TM"): "دقیقه|دقیقه‌ای",
    Period("TH"): "ساعت|ساعته|ساعتی",
    Period("D"): "روز|روزه|روزی|شب|شبانه‌روز|شبانه روز|شبانروز",
    Period("W"): "هفته|هفته‌ای",
    Period("M"): "ماه|ماهه",
    Period("Y"): "سال|ساله",
    Period("Y", 10): "دهه",
    Period("Y", 100): "قرن|سده",
}
_MONTHS = {
    Month("persian", 1): "فروردین|فروردینماه",
    Month("persian", 2): "اردیبهشت|اردیبهشتماه",
    Month("persian", 3): "خرداد|خردادماه",
    Month("persian", 4, sure=False): "تیر",
    Month("persian", 4): "تیرماه",
    Month("persian", 5): "مرداد|امرداد|مردادماه",
    Month("persian", 6): "شهریور|شهریورماه",
    Month("persian", 7, sure=False): "مهر",
    Month("persian", 7): "مهرماه",
    Month("persian", 8): "آبان|آبانماه",
    Month("persian", 9, sure=False): "آذر",
    Month("persian", 9): "آذرماه",
    Month("persian", 10, sure=False): "دی",
    Month("persian", 10): "دیماه",
    Month("persian", 11, sure=False): "بهمن",
    Month("persian", 11): "بهمنماه",
    Month("persian", 12): "اسفند|اسفندماه",
    Month("gregorian", 1): "ژانویه|جنوری",
    Month("gregorian", 2): "فوریه|فبریه|فوریهٔ|فوریۀ",
    Month("gregorian", 3): "مارس|مارچ",
    Month("gregorian", 4): "آوریل|اپریل|آپریل",
    Month("gregorian", 5, sure=False): "مه|می",
    Month("gregorian", 6): "ژوئن|جون|ژوین",
    Month("gregorian", 7): "ژوئیه|جولای|ژوئیهٔ|جولاى",
    Month("gregorian", 8): "اوت|آگوست|اگست|آگست",
    Month("gregorian", 9): "سپتامبر|سپتمبر",
    Month("gregorian", 10): "اکتبر|اکتوبر",
    Month("gregorian", 11): "نوامبر|نومبر",
    Month("gregorian", 12): "دسامبر|دسمبر",
    Month("islamic", 1): "محرم‌الحرام|محرم الحرام",
    Month("islamic", 1, sure=False): "محرم",
    Month("islamic", 2, sure=False): "صفر",
    Month("islamic", 3): "ربیع‌الاول|ربیع الاول|ربیع الأول",
    Month("islamic", 4): "ربیع‌الثانی|ربیع الثانی|ربیع‌الآخر",
    Month("islamic", 5): "جمادی‌الاول|جمادی الاول|جمادی‌الاولی|جمادی الاولی",
    Month("islamic", 6): "جمادی‌الثانی|جمادی الثانی|جمادی‌الآخر",
    Month("islamic", 7, sure=False): "رجب",
    Month("islamic", 8, sure=False): "شعبان",
    Month("islamic", 9, sure=False): "رمضان",
    Month("islamic", 10, sure=False): "شوال",
    Month("islamic", 11): "ذی‌القعده|ذیقعده|ذی القعده|ذوالقعده",
    Month("islamic", 12): "ذی‌الحجه|ذیحجه|ذی الحجه|ذوالحجه",
}
_WEEKDAYS = (
    "شنبه|یکشنبه|یک‌شنبه|دوشنبه|دو‌شنبه|سه‌شنبه|سه شنبه|سشنبه|چهارشنبه|چهار‌شنبه|پنجشنبه|پنج‌شنبه|پنج شنبه|جمعه|آدینه"
)
_MODIFIERS = {
    "<=": "حداکثر|تا سقف|نهایتا|نهایتاً|کمتر یا مساوی",
    "<": "کمتر از|کم‌تر از|زیر|پایین‌تر از|کوچکتر از",
    ">=": "حداقل|دست‌کم|دستکم|لااقل|کم‌کم",
    ">": "بیش از|بیشتر از|بالای|افزون بر|فراتر از|بزرگتر از|بالغ بر|متجاوز از",
    "~": "حدود|حدودا|حدوداً|تقریبا|تقریباً|نزدیک به|در حدود|قریب به|حوالی",
}
_MODIFIERS_AFTER = {"<=": "یا کمتر|به پایین", ">=": "یا بیشتر|به بالا"}
_PARTS_OF_DAY = {
    PartOfDay.MORNING: "صبح|بامداد|سحر|ق . ظ|ق.ظ|قبل از ظهر|پیش از ظهر",
    PartOfDay.NOON: "ظهر",
    PartOfDay.AFTERNOON: "بعدازظهر|بعد از ظهر|عصر|ب.ظ|ب . ظ",
    PartOfDay.EVENING: "غروب",
    PartOfDay.NIGHT: "شب|نیمه‌شب",
}
_ERAS = {
    Era("gregorian"): "میلادی|م",
    Era("gregorian", before=True): "قبل از میلاد|پیش از میلاد|ق.م|ق . م",
    Era("persian"): "شمسی|خورشیدی|هجری شمسی|هجری خورشیدی|ه.ش|ه . ش|هجری‌شمسی",
    Era("islamic"): "قمری|هجری قمری|هجری|ه.ق|ه . ق|هجری‌قمری",
}
_SAYINGS = (
    "سه تار|چهار راه|چهارراه|سه راه|صد البته|هفت سین|هفت خوان|هزار و یک شب|سی و سه پل|چهل ستون|شش دانگ|نه تنها"
    "|نه فقط|نه چندان|نه خیر|چهار محال|یک به یک|دو به دو|دو دل|پنج تن|هشت بهشت|هزار تو|دو پهلو|یک طرف|یک طرفه"
    "|نه این|نه آن|هفت رنگ"
)
_CUES = {
    WordClass.NEGATIVE: "منفی|منهای",
    WordClass.POINT: "ممیز|اعشار",
    WordClass.OVER: "تقسیم بر|روی",
    WordClass.OF: "از|ی",
    WordClass.PERCENT: "%|٪|درصد|در صد|درصدی",
    WordClass.AND: "و",
    WordClass.DAY_CUE: "روز|تاریخ|مورخ|مورخه",
    WordClass.MONTH_CUE: "ماه|ماه‌های",
    WordClass.YEAR_CUE: "سال|سال‌های|سنه",
    WordClass.QUARTER: "سه‌ماهه|سه ماهه|فصل|ربع",
    WordClass.HALF: "نیمه|نیم‌سال",
    WordClass.BELOW_ZERO: "زیر صفر",
    WordClass.LAST: "آخرین",
    WordClass.CENTURY: "قرن|سده",
    WordClass.CLOCK: "ساعت|رأس ساعت|راس ساعت",
    WordClass.BEFORE_HOUR: "به|مانده به",
    WordClass.FROM: "از",
    WordClass.TO: "تا|الی|لغایت",
    WordClass.BETWEEN: "بین|میان|مابین",
    WordClass.FOR: "به مدت|برای|طی|ظرف|در طول|مدت|در مدت",
    WordClass.IN: "در|از|تا|طی|به|اوایل|اواخر|اواسط",
    WordClass.WHOLE: "کامل|تمام",
    WordClass.EVERY: "هر",
    WordClass.RELATIVE: (
        "امسال|پارسال|آینده|گذشته|جاری|بعد|قبل|پیش|دیگر|اخیر|بعدی|قبلی|این|همین|امروز|فردا|دیروز|حاضر|سال جاری|هر"
    ),
}
FUNCTION_WORDS = (
    "و در به از که این آن را با است برای های شد می بود تا بر یا هم نیز اما اگر هر خود کرد شده دارد ما من او ای "
    "شود باید پس کند کنند بین پیش پس روی زیر چه چون همه هیچ یکی دیگر ولی بی نمی باشد هستند بودند دارند کرده گفت "
    "ها تر ترین اند"
)


_ENDINGS = ("م", "مین", "‌م", "‌مین")
_THIRTIETH = ("‌ام", "‌ اُم", "‌امین", "ام", "امین")
"""سی ends in a vowel: its ordinal has an alef."""


def _number_words() -> Iterator[Phrase]:
    yield "صفر", WordClass.NUMBER, NumberWord(Slot.ZERO, 0)
    yield from numbers(Slot.UNIT, _UNITS)
    yield from numbers(Slot.UNIT, {9: "نه"}, unsure=True)
    yield from numbers(Slot.TEEN, _TEENS)
    yield from numbers(Slot.TENS, _TENS)
    yield from numbers(Slot.HUNDRED, {100: "صد|یکصد|یک صد"})
    yield from numbers(Slot.HUNDREDS, _HUNDREDS)
    yield from numbers(Slot.SCALE, _SCALES)
    yield from numbers(Slot.UNIT, _ORDINAL_UNITS, ordinal=True)
    for slot, table in (
        (Slot.TEEN, _TEENS),
        (Slot.TENS, _TENS),
        (Slot.HUNDRED, {100: "صد|یکصد"}),
        (Slot.HUNDREDS, _HUNDREDS),
        (Slot.SCALE, _SCALES),
    ):
        for value, forms in table.items():
            for form in spelt(forms):
                for ending in _THIRTIETH if value == 30 else _ENDINGS:
                    yield form + ending, WordClass.NUMBER, NumberWord(slot, value, ordinal=True)


def grammar() -> Grammar:
    """Persian."""
    table: list[Phrase] = [
        *_number_words(),
        *phrases(WordClass.FRACTION, _FRACTIONS),
        *phrases(WordClass.CURRENCY, _CURRENCIES),
        *phrases(WordClass.UNIT, _UNITS_OF_MEASURE),
        *phrases(WordClass.PERIOD, _PERIODS),
        *phrases(WordClass.MONTH, _MONTHS),
        *limits(_MODIFIERS),
        *phrases(WordClass.LIMIT_AFTER, _MODIFIERS_AFTER),
        *phrases(WordClass.PART_OF_DAY, _PARTS_OF_DAY),
        *phrases(WordClass.ERA, _ERAS),
        *phrases(WordClass.DECADE, {-1: "دهه|دههٔ|دهه‌ی"}),
        *phrases(WordClass.HOUR_NAME, {0: "نیمه‌شب|نیمه شب"}),
        *cues(_CUES),
        *cues({WordClass.WEEKDAY: _WEEKDAYS, WordClass.SAYING: _SAYINGS}),
    ]
    return Grammar(
        code="fa",
        phrases=tuple(table),
        style=Style(vague=frozenset(map(fold, ("چند", "چندین", "ها")))),
        proclitics=Proclitics(("و",)),
    )
