"""When a way in pays back what it costs. Refuses to promise where there is no gain."""


def payback(
    *, cost: float, months: float, alongside: bool, current_pay: float, entry_pay: float
) -> float | None:
    """Months of the new pay until a way in has paid for itself; None: it does not pay back.

    (cost + months x current pay / 12, unless it is done alongside work) / ((entry pay - current
    pay) / 12), pay a year, all in one currency (definitions.md, Payback). 9,000 and six months,
    from 48,000 to 60,000: 33,000 / 1,000 = 33.
    """
    gain = (entry_pay - current_pay) / 12
    if gain <= 0:
        return None
    lost = 0.0 if alongside else months * current_pay / 12
    return (cost + lost) / gain
