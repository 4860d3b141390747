"""Periods in a line: "a year", "/Std.", "al mese", "monthly", and where each of them ends."""

from lib.money.items import Item


def period_end(items: list[Item], at: int, limit: int) -> int:
    """Behind the period that begins here ("a year", "/Std.", "monthly"); 0 where none does."""
    one = items[at]
    if "period" in one.roles:
        return at + 1
    end = at
    while end < limit and end < at + 4 and "per" in items[end].roles:
        end += 1
        if end < limit and _is_noun(items, at, end):
            return end + 1
    return 0


def _is_noun(items: list[Item], at: int, end: int) -> bool:
    word = items[end].text.lower()
    if "noun" not in items[end].roles:
        return False
    if len(word) <= 2:
        return items[end - 1].text in ("/", "per", "pro", "par", "p/", "p", "pr") or (
            (not word.isascii() or (word in ("an", "yr", "hr", "wk", "mo", "år") and at != end - 2))
            and items[end - 1].text != "a"
        )
    return items[end - 1].text.lower() not in ("a", "an", "each") or not word.endswith("s")


def period_at(items: list[Item], at: int, end: int) -> str:
    """The period that stands at [at, end)."""
    facts = items[end - 1].facts
    return str(items[at].facts["period"] if "period" in items[at].roles else facts["noun"])
