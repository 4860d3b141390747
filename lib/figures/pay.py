"""Pay and costs as people type them into a form or a line of a file, as values of a finding."""

import re
from typing import Any

from lib import money
from lib.errors import Refused

Values = dict[str, Any]

ALSO = ("level", "basis", "tax", "employed", "year", "times")
"""What else of a phrase has a place of its own in a finding about pay."""


def read_pay(text: str, dollar: str) -> Values:
    """low, high, currency and period of a phrase such as `60-72k USD/year`; raises Refused.

    With words around the figure also what they say (`ALSO`), where they say it, and the whole
    phrase as `quote`, so that nothing of it is lost.
    """
    found = money.read_phrase(text, dollar=dollar)
    if found is None:
        raise Refused(why_not(text, "60-72k USD/year"))
    values = _figure(found.pay)
    if money.parse(text, dollar=dollar, only=True) is not None:
        return values
    said = {name: getattr(found, name) for name in ALSO}
    stated = {name: value for name, value in said.items() if value not in (None, "unstated")}
    return values | stated | {"quote": " ".join(text.split())}


def added(finding: Values, read: Values) -> Values:
    """What a phrase says, added to a finding that says more already; raises Refused.

    What the finding states stands; a phrase that states something else is refused. Words that
    are not yet in its quote go there, or to its benefits where it has another quote.
    """
    values = dict(read)
    for name in ALSO:
        have = finding.get(name)
        if name in values and have not in (None, "", "unstated", values[name]):
            raise Refused(f"This says {values[name]}, and beside it stands {have}. Change one.")
    words, quote = values.pop("quote", ""), finding.get("quote") or ""
    if words and not quote:
        values["quote"] = words
    elif words and words not in " ".join(quote.split()):
        benefits = finding.get("benefits") or ""
        if words not in benefits:
            values["benefits"] = f"{benefits}; {words}" if benefits else words
    return values


def read_step_pay(text: str, dollar: str) -> Values:
    """low, high, currency and period of a phrase with nothing around it; raises Refused."""
    pay = money.parse(text, dollar=dollar, only=True)
    if pay is None:
        raise Refused(why_not(text, "60-72k USD/year"))
    return _figure(pay)


def read_cost(text: str, dollar: str) -> Values:
    """cost_low, cost_high and currency of a phrase such as `9,000 USD`; raises Refused."""
    cost = money.parse(text, dollar=dollar, only=True)
    if cost is None:
        raise Refused(why_not(text, "3,000-5,000 USD"))
    if cost.period is not None:
        raise Refused("A cost is what it takes in all: leave out the month or year.")
    return {"cost_low": cost.low, "cost_high": cost.high, "currency": cost.currency}


def why_not(text: str, example: str) -> str:
    """Why a phrase is not read, and how to write it."""
    codes = re.findall(r"\b[A-Z]{3}\b", text)
    for code in codes:
        without = text.replace(code, "", 1)
        if code not in money.CURRENCIES and money.read_phrase(without) is not None:
            return f"{code} is no currency we know. Use a code such as USD or EUR."
    return f"“{text[:100]}” cannot be read. Write it like {example}, the lower figure first."


def _figure(pay: money.Pay) -> Values:
    period = pay.period or "unstated"
    return {"low": pay.low, "high": pay.high, "currency": pay.currency, "period": period}
