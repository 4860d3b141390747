"""What people say in generated conversations: few names in many spellings, round figures, ties."""

from dataclasses import dataclass
from random import Random
from typing import Any

from tests.oracle.written import Written

SKILLS = ("SQL", "T-SQL", "Triage", "Writing", "Welding", "Patience")
MERGED = {"T-SQL": "SQL"}
NECESSITY = ("mandatory", "mandatory", "helpful", "not needed", "unstated")
WAYS = ("Evening course", "evening  course", "EVENING COURSE", "Degree", "degree", "On the job")
MONTHS = ((3, 6), (6, 6), (6, 30), (8, 10), (12, None), (None, 9), (7, None), (None, None))
COSTS: tuple[tuple[int | None, int | None], ...] = (
    (0, 0),
    (500, 900),
    (3140, 11074),
    (7559, None),
    (None, 2000),
    (10131, 10131),
    (None, None),
)
CURRENCIES = ("USD", "USD", "EUR", "CHF", "BGN", None)
THEMES = ("Pay", "pay", "Autonomy", "Paperwork", "paperwork ", "Pace and deadlines")
LADDER = ("Helper", "Fitter", "Owner")
YEARS = ((2, 3), (2, 4), (3, 5), (1, 1), (8, None), (None, 2), (None, None))
PAY = (40, 42, 45, 50, 50, 52, 55, 58, 60, 60, 65, 70, 80, 82, 90)
DIRECTIONS = ("growing", "growing", "growing", "steady", "shrinking", "changing")


@dataclass(frozen=True)
class Habits:
    """How people of one database talk: `unstated` leaves out all that can be, `old` is long ago."""

    unstated: bool
    old: bool


def everything(made: Written, random: Random, talk: str, fields: list[str], habits: Habits) -> None:
    """A few findings of every kind, some about another field, private, or without a name yet."""
    for kind, most in (("skill", 3), ("training", 2), ("salary", 3), ("aspect", 3), ("outlook", 1)):
        for _ in range(random.randint(0, most)):
            values = SAID[kind](made, random, habits)
            if random.random() < 0.08:
                values = {"side": values["side"]} if kind == "aspect" else {}
                values["quote"] = "In so many words."
            common = {"private": random.random() < 0.1}
            about = random.choice(fields) if random.random() < 0.2 else ""
            made.said(talk, f"{kind}_findings", about=about, **values, **common)
    steps(made, random, talk)


def skill(made: Written, random: Random, habits: Habits) -> dict[str, Any]:
    name = random.choice(SKILLS)
    into = {"merged_into_id": made.skill(MERGED[name])} if name in MERGED else {}
    word = "unstated" if habits.unstated else random.choice(NECESSITY)
    return {"skill_id": made.skill(name, **into), "necessity": word}


def training(made: Written, random: Random, habits: Habits) -> dict[str, Any]:
    name = random.choice(WAYS)
    low, high = random.choice(MONTHS)
    least, most = random.choice(COSTS)
    of_degree: dict[str, Any] = {"kind": "degree" if name.lower() == "degree" else "other"}
    if habits.unstated:
        return {"name": name, **of_degree}
    return {
        **{"name": name, **of_degree, "months_low": low, "months_high": high},
        **{"cost_low": cents(least), "cost_high": cents(most)},
        **{"currency": random.choice(CURRENCIES)},
        **{"required": random.choice(["yes", "no", "unstated"])},
        **{"alongside_work": random.choice([True, False, None])},
    }


def salary(made: Written, random: Random, habits: Habits) -> dict[str, Any]:
    ends = sorted(random.choices(PAY, k=2))
    least, most = ends
    whole = (least, most)
    shapes: list[tuple[int | None, int | None]] = [(least, least), (least, None), (None, most)]
    low, high = random.choice([whole, whole, whole, *shapes])
    period = random.choice(["year"] * 6 + ["month", "hour", "day", "unstated"])
    share = {"month": 12, "hour": 2000, "day": 250}.get(period, 1)
    year = random.choice([None, None, None, 2022, 2023, 2025])
    figure: dict[str, Any] = {
        **{"low": cents(low, 1000 / share), "high": cents(high, 1000 / share), "period": period},
        **{"currency": random.choice(["USD"] * 4 + list(CURRENCIES))},
        **{"level": random.choice(["entry"] * 4 + ["mid", "mid", "senior", "unstated"])},
        **{"whose": random.choice(["own", "own", "seen", "heard"])},
        **{"year": 1996 if habits.old and random.random() < 0.5 else year},
        **{"times": None if year else {"month": 13, "hour": 1_500, "day": 180}.get(period)},
    }
    if habits.unstated:
        return figure
    return {
        **figure,
        **{"basis": random.choice(["base"] * 6 + ["total", "unstated"])},
        **{"tax": random.choice(["gross"] * 6 + ["net", "unstated"])},
        **{"employed": random.choice(["employed"] * 6 + ["freelance", "unstated"])},
    }


def aspect(made: Written, random: Random, habits: Habits) -> dict[str, Any]:
    return {"side": random.choice(["upside", "downside"]), "theme": random.choice(THEMES)}


def outlook(made: Written, random: Random, habits: Habits) -> dict[str, Any]:
    return {"direction": random.choice(DIRECTIONS)}


def steps(made: Written, random: Random, talk: str) -> None:
    """The rungs of one ladder from the first, each with its place, sometimes one left out."""
    if random.random() < 0.6:
        return
    private = random.random() < 0.1
    for position, title in enumerate(LADDER[: random.randint(1, 3)], start=1):
        if random.random() < 0.1:
            continue
        low, high = random.choice(YEARS)
        spelled = title.upper() if random.random() < 0.2 else title
        rung: dict[str, Any] = {"position": position, "title": spelled}
        rung |= {"years_low": low, "years_high": high}
        made.said(talk, "step_findings", private=private, **rung)


def cents(amount: float | None, times: float = 1) -> int | None:
    return None if amount is None else round(amount * times) * 100


SAID = {
    "skill": skill,
    "training": training,
    "salary": salary,
    "aspect": aspect,
    "outlook": outlook,
}
