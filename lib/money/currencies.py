"""Currencies: which codes are known, and which of them a sign or word may mean; picks none itself.

A sign that several currencies share stands for all of them ("kr" is Swedish, Norwegian, Danish
or Icelandic); only a code beside it, or for "$" the reader of the phrase, can say which.
"""

_CODES = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP
    BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP
    GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS
    KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR
    MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF
    SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD
    TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
"""
CURRENCIES = frozenset(_CODES.split())
"""ISO 4217 codes of money in use, and BGN and HRK, in which recent years were still paid."""

_NAMESAKES = "all bob cad cup gel lak mad mop pen ron sos top try"
WORDS = frozenset(_NAMESAKES.split())
"""Codes that are also words or names in lower case ("60k all in"): read in capitals alone."""

_SAME_SIGN = """
    USD ARS AUD BBD BMD BND BSD BZD CAD CLP COP CUP CVE DOP FJD GYD HKD JMD KYD LRD MXN NAD NIO
    NZD SBD SGD SRD SVC TOP TTD TWD UYU WST XCD
"""
DOLLARS = frozenset(_SAME_SIGN.split())
"""Currencies written with the sign $."""

SIGNS = {
    "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "AUD": "A$", "CAD": "C$",
    "NZD": "NZ$", "HKD": "HK$", "SGD": "S$", "TWD": "NT$", "BRL": "R$", "MXN": "MX$", "KRW": "₩",
    "CNY": "CN¥", "ILS": "₪", "PHP": "₱", "NGN": "₦", "UAH": "₴", "VND": "₫",
}  # fmt: skip
"""How screens write a currency before its amount; any other by its code. $ alone is USD."""


def _one(code: str) -> frozenset[str]:
    return frozenset({code})


_KRONE = frozenset({"DKK", "NOK"})
_KRONA = frozenset({"SEK", "ISK"})
_RUPEE = frozenset({"INR", "PKR", "LKR", "NPR", "MUR", "SCR"})
_YUAN = _one("CNY")

MEANINGS: dict[str, frozenset[str]] = {
    "$": DOLLARS, "dollar": DOLLARS, "dollars": DOLLARS, "bucks": DOLLARS,
    "us$": _one("USD"), "us dollars": _one("USD"), "a$": _one("AUD"), "au$": _one("AUD"),
    "australian dollars": _one("AUD"), "c$": _one("CAD"), "ca$": _one("CAD"),
    "canadian dollars": _one("CAD"), "nz$": _one("NZD"), "hk$": _one("HKD"), "s$": _one("SGD"),
    "sg$": _one("SGD"), "nt$": _one("TWD"), "r$": _one("BRL"), "mx$": _one("MXN"),
    "€": _one("EUR"), "euro": _one("EUR"), "euros": _one("EUR"),
    "£": _one("GBP"), "pound": _one("GBP"), "pounds": _one("GBP"), "quid": _one("GBP"),
    "¥": _YUAN | {"JPY"}, "cn¥": _YUAN, "yen": _one("JPY"), "yuan": _YUAN, "rmb": _YUAN,
    "kr": _KRONE | _KRONA, "kronor": _one("SEK"), "kroner": _KRONE,
    "₹": _one("INR"), "rs": _RUPEE, "rs.": _RUPEE, "rupees": _RUPEE,
    "francs": frozenset({"CHF", "XAF", "XOF"}), "sfr": _one("CHF"), "sfr.": _one("CHF"),
    "pesos": frozenset({"MXN", "ARS", "CLP", "COP", "CUP", "DOP", "PHP", "UYU"}),
    "zł": _one("PLN"), "kč": _one("CZK"), "ft": _one("HUF"), "r": _one("ZAR"),
    "rand": _one("ZAR"), "₩": frozenset({"KRW", "KPW"}), "₪": _one("ILS"), "₱": _one("PHP"),
    "₦": _one("NGN"), "₴": _one("UAH"), "₫": _one("VND"), "₺": _one("TRY"), "₽": _one("RUB"),
    "฿": _one("THB"),
}  # fmt: skip
"""Sign or word in lower case: the currencies that it may mean."""


def dollar_of(currency: str | None) -> str:
    """What $ alone means to somebody whose own money is `currency`: that dollar, else USD.

    >>> dollar_of("CAD"), dollar_of("EUR")
    ('CAD', 'USD')
    """
    return currency if currency in DOLLARS else "USD"


def among(stated: list[frozenset[str]], dollar: str | None) -> tuple[bool, str | None]:
    """Whether the signs of one phrase agree, and the one currency they mean, if one it is.

    "$" alone means `dollar`; beside a code it only has to fit ("$80k CAD" is Canadian).
    """
    if not stated:
        return True, None
    common = frozenset.intersection(*stated)
    if common == DOLLARS and dollar in DOLLARS:
        return True, dollar
    return bool(common), next(iter(common)) if len(common) == 1 else None
