"""Units: the names of money, percentages and measures beside a number. Not here: the numbers (`measured.py`)."""

from __future__ import annotations

import re

PERCENT = re.compile(r"[ \u00a0-]?(?:%|percent(?:age)?s?\b(?! points?)|per cent\b(?! points?)|pct\b)")
"""What makes the number before it a percentage."""

_SYMBOLS = "$€£¥₹₽₩₪₺₴₦₱฿₫₡₾₭₿元"
_PREFIXED = r"(?:US|U\.S\.?|C|CA|CAD|A|AU|AUD|HK|NZ|NZD|S|R|NT|MX|MXN|Mex|USD)"
BEFORE = re.compile(
    rf"((?:(?-i:\b{_PREFIXED})[ ]?)?[{_SYMBOLS}]|\b(?:dollar|rmb|RMB|M?[A-Z]{{3}}|Rs\.?))[ \u00a0]?$", re.IGNORECASE
)
"""A currency written before its number."""

SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SCALE_AFTER = re.compile(r"[ \u00a0](thousand|million|billion|trillion)\b")
"""A scale written after the currency: "75 USD million"."""

# Names, then the currency as it is shown.
_CODE_NAMES = """
usd dollar=$; eur=€; gbp=£; jpy=¥; cny rmb=yuan; inr rs=rupees; chf=francs; cad=C$; aud=A$; nzd=NZ$; hkd=HK$;
sek=kronor; nok dkk=kroner; rub=rubles; brl=reais; mxn=Mexican pesos; krw=won; zar=rand;  pln=zloty;
btc=bitcoin; sgd=S$; ils=shekels
"""
_MONEY_NAMES = """
dollar dollars buck bucks=$; euro euros=€; cent cents=cents; penny pence=pence; yen=¥; yuan renminbi kuai=yuan;
rupee rupees=rupees; ruble rubles rouble roubles=rubles; peso pesos=pesos; franc francs=francs; won=won; lira
lire=lira; krona kronor=kronor; kroner krone=kroner; peseta pesetas=pesetas; guilder guilders=guilders;
markka=markka; marks=marks; rand=rand; shekel shekels=shekels; reais=reais; dinar dinars=dinars; dirham
dirhams=dirhams; riyal riyals=riyals; baht=baht; zloty=zloty; hryvnia=hryvnia; bitcoin bitcoins=bitcoin;
satoshis=satoshis; naira=naira; ringgit=ringgit; rupiah=rupiah; schilling schillings=schillings; sterling=£
"""


def _by_name(entries: str) -> dict[str, str]:
    """The unit of each name: `;` parts the entries, `_` stands for a space in a name."""
    found = {}
    for entry in " ".join(entries.split()).split(";"):
        names, unit = entry.strip().split("=")
        found.update({name.replace("_", " "): unit for name in names.split()})
    return found


_CODES = _by_name(_CODE_NAMES)
_NAMES = _by_name(_MONEY_NAMES)
_NATION = (
    r"(?:(?:us|u\.s\.|american|australian|canadian|hong kong|new zealand|singapore|chinese|japanese|swiss|french|"
    r"belgian|mexican|turkish|indian|russian|dutch|finnish|german|british|danish|swedish|norwegian)[ ])?"
)
_NOT_VERB = r"(?<!\b[wW]on(?= (?:the|an?|in|at|by|her|his|their|and|it|seat|seats|gold)\b))"
AFTER = re.compile(
    rf"[ \u00a0-]?(?:([{_SYMBOLS}])(?!\d)"
    rf"|{_NATION}({'|'.join(sorted(_NAMES, key=len, reverse=True))})\b{_NOT_VERB}"
    rf"|(M?(?:{'|'.join(c for c in _CODES if len(c) == 3)}))(?![\w]))",
    re.IGNORECASE,
)
"""A currency written after its number."""

# Names of a unit, then the unit as it is shown; a plural s is understood, _ stands for a space.
_MEASURES = """
°c=°C; °f=°F; mah=mAh; nm=Nm; kv=kV; cc=cc; fps=fps; mbps=Mbps; gbps=Gbps; fold=fold; x=times;
percentage_point=percentage points; basis_point=basis points; kilometer kilometre km kms=km; mile=miles; meter
metre=metres; foot feet ft=feet; inch inches=inches; yard=yards; centimeter centimetre cm=cm; millimeter millimetre
mm=mm; mph miles_per_hour miles_an_hour=mph; kph km/h=km/h; knot=knots; light-year=light-years; acre=acres;
hectare=hectares; square_mile=square miles; square_kilometer square_kilometre=square km; square_foot square_feet
sq_ft=square feet; square_meter square_metre=square metres; ton=tons; tonne metric_ton=tonnes; kilogram kilogramme
kg kilo=kg; gram gramme=grams; milligram mg=mg; pound lb lbs=pounds; ounce oz=ounces; gallon=gallons; liter
litre=litres; milliliter millilitre ml=ml; barrel=barrels; bushel=bushels; cubic_foot cubic_feet=cubic feet;
watt=watts; kilowatt kw=kW; megawatt mw=MW; gigawatt gw=GW; kilowatt-hour kwh=kWh; horsepower hp bhp=hp; volt=volts;
hertz hz=Hz; mhz=MHz; ghz=GHz; byte=bytes; kilobyte kb=kB; megabyte mb=MB; gigabyte gb=GB; terabyte tb=TB; megapixel
mp=megapixels; mpg=mpg; degree=degrees; calorie=calories; second=seconds; minute=minutes; hour=hours; day=days;
week=weeks; month=months; quarter=quarters; year=years; decade=decades; century centuries=centuries; year-old
year_old years_old=years old; month-old month_old months_old=months old
"""
TIMES = frozenset(
    {"seconds", "minutes", "hours", "days", "weeks", "months", "quarters", "years", "decades", "centuries"}
)
"""Units of time, as they are shown."""
EXTENTS = frozenset(
    {"km", "miles", "metres", "feet", "yards", "acres", "hectares", "square miles", "square km", "square metres"}
)
"""Units of length and area, as they are shown."""


_BY_NAME = _by_name(_MEASURES)
_ATTACHED = (
    "km kms cm mm ft kg lb lbs oz ml mg mph kph km/h kw mw gw kwh hp bhp hz mhz ghz kb mb gb tb mp mpg "
    "mah nm kv cc fps mbps gbps x"
)
_SPELT = "|".join(re.escape(n) for n in sorted(_BY_NAME, key=len, reverse=True) if n[0] != "°" and n != "x")
MEASURE = re.compile(
    rf"(?:[ \u00a0-]|[ ]-[ ])(?:{_SPELT})s?\b|(?<=\d)(?:{_ATTACHED.replace(' ', '|')})\b|[ \u00a0]?°[ ]?[CF]\b",
    re.IGNORECASE,
)
"""A measure written after its number."""


def measure_unit(words: str) -> str:
    """The unit that the words of a measure mean: `km` for `-kilometre`."""
    name = " ".join(words.lower().strip(" -\u00a0").replace("-", " ").replace("° ", "°").split())
    for form in (name, name.removesuffix("s"), name.replace(" ", "-"), name.replace(" ", "-").removesuffix("s")):
        if form in _BY_NAME:
            return _BY_NAME[form]
    return name


def currency_before(words: str) -> str | None:
    """The currency that ends `words`; None where letters there are no currency."""
    name = words.lower().replace(" ", "").replace(".", "")
    if name[-1:] in _SYMBOLS:
        plain = name in _SYMBOLS or name in ("us$", "usd$")
        return name[-1] if plain else name.upper()
    return _CODES.get(name) or (_CODES.get(name[1:]) if name[0] == "m" and len(name) == 4 else None)


def currency_after(match: re.Match[str]) -> str:
    """The currency of a match of `AFTER`."""
    symbol, name, code = match.groups()
    if symbol:
        return symbol
    if name:
        return _NAMES[name.lower()]
    return _CODES.get(code.lower()) or _CODES[code.lower()[1:]]


def in_millions(words: str) -> bool:
    """Whether a currency code counts millions: `MUSD`."""
    code = words.strip().lower()
    return len(code) == 4 and code[0] == "m" and code[1:] in _CODES
