"""Any conversation that Fieldwork keeps, for properties."""

from datetime import date
from decimal import Decimal
from typing import Any, get_args

from hypothesis import strategies as st

from lib.records import (
    AspectSaid,
    Conversation,
    NoteLine,
    OutlookSaid,
    PersonSaid,
    SalarySaid,
    SkillSaid,
    StepSaid,
    TrainingSaid,
)
from lib.words import (
    THEMES,
    TOPICS,
    Attribution,
    Basis,
    Direction,
    Employed,
    Level,
    Necessity,
    Period,
    Required,
    Setting,
    Side,
    Tax,
    TrainingKind,
    Whose,
)

letters = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
tricky = st.sampled_from(
    (
        *("SQL", ";", ",", ":", " ", ": ", "; ", ", ", '"', "\\", "\n", "\r\n", "\r", "\u2028"),
        *("private", '"private"', "\\n", "=1+1", "-x", "@a", "'=", "skill: ", "theme: ", "field: "),
        *(
            "2026",
            "own",
            "growing: ",
            "degree",
            "60000-72000 USD/year",
            "6 months",
            "'",
            "#",
            "Pay",
        ),
    )
)
words = st.lists(tricky | st.text(letters, max_size=6), max_size=5).map("".join).map(str.strip)
short = words.map(lambda text: text[:60].strip())
named = st.text(letters, min_size=1, max_size=5).map(str.strip).filter(bool)
days = st.dates(date(1950, 1, 1), date(2026, 10, 1))
spans = st.none() | st.floats(0, 600) | st.integers(0, 60).map(float)
amounts = st.none() | st.integers(0, 10**15 - 1).map(lambda n: Decimal(n).scaleb(-2))
currencies = st.sampled_from([None, "USD", "EUR", "CHF", "SEK", "TRY"])


def one(kind: Any) -> Any:
    return st.sampled_from(get_args(kind))


def ends(values: Any) -> Any:
    """Two ends in order, either open."""
    pairs = st.tuples(values, values)
    return pairs.map(lambda p: p if None in p else tuple(sorted(p)))


def built(kind: Any, ranges: Any = (), /, **parts: Any) -> Any:
    """Records of this kind; those that say nothing get a quote."""
    names = [name for pair in ranges for name in pair]

    def make(values: dict[str, Any], *pairs: Any) -> Any:
        flat = dict(zip(names, [end for pair in pairs for end in pair], strict=True))
        content = {**values, **flat}
        try:
            return kind(**content)
        except ValueError:
            return kind(**{**content, "quote": "x"})

    common = {"quote": words, "private": st.booleans(), "field": short}
    return st.builds(
        make,
        st.fixed_dictionaries({**common, **parts}),
        *(ends(amounts if "low" in pair or "cost_low" in pair else spans) for pair in ranges),
    )


skills = built(SkillSaid, skill=short, said_as=short, necessity=one(Necessity))
trainings = built(
    TrainingSaid,
    [("months_low", "months_high"), ("cost_low", "cost_high")],
    name=short,
    kind=one(TrainingKind),
    currency=currencies,
    required=one(Required),
    alongside_work=st.none() | st.booleans(),
)
salaries = built(
    SalarySaid,
    [("low", "high")],
    level=one(Level),
    currency=currencies,
    period=one(Period),
    basis=one(Basis),
    tax=one(Tax),
    employed=one(Employed),
    whose=one(Whose),
    year=st.none() | st.integers(1950, 2100),
    place=short,
    benefits=words,
)
aspects = built(AspectSaid, side=one(Side), theme=short | st.sampled_from(THEMES))
steps = built(
    StepSaid,
    [("years_low", "years_high"), ("low", "high")],
    title=short,
    position=st.integers(1, 40),
    currency=currencies,
    period=one(Period),
)
outlooks = built(OutlookSaid, direction=one(Direction))

times = st.sampled_from(["", "", "0:00:03", "101:02:03"])
notes = st.builds(NoteLine, text=words.filter(bool), said_at=times)


@st.composite
def people(draw: Any) -> PersonSaid:
    attribution = draw(one(Attribution))
    consent = draw(days if attribution == "named" else st.none() | days)
    texts = ("name", "nicknames", "email", "phone", "profile_link", "how_met", "description")
    values = {name: draw(short) for name in texts}
    return PersonSaid(**values, attribution=attribution, consent_on=consent)


@st.composite
def conversations(draw: Any) -> Conversation:
    """A conversation with few parts; what it is about is in any letters."""
    status = draw(st.sampled_from(["held", "held", "idea", "declined", "scheduled"]))
    person = draw(people())
    day = {name: draw(short) for name in ("role", "organisation")}
    now = {name: draw(st.just(text) | named) for name, text in day.items()}
    many: dict[str, Any] = {
        kind: tuple(draw(st.lists(values, max_size=3)))
        for kind, values in (
            ("skills", skills), ("trainings", trainings), ("salaries", salaries),
            ("aspects", aspects), ("steps", steps), ("outlooks", outlooks),
        )
    }  # fmt: skip
    texts: dict[str, Any] = {name: draw(words) for name in ("purpose", "takeaway")} | {
        "place": draw(short)
    }
    marks = st.none() | st.integers(1, 4)
    return Conversation(
        field=draw(named),
        person=person.model_copy(update=now if all(day.values()) else day),
        status=status,
        held_on=draw(days if status == "held" else st.none() | days),
        planned_on=draw(st.none() | days),
        starts_at=draw(st.sampled_from([None, "2026-03-01T09:30"])),
        zone=draw(st.sampled_from([None, "Europe/Zurich"])),
        planned_minutes=draw(st.none() | st.integers(1, 1440)),
        setting=draw(one(Setting)),
        **{name: draw(marks) for name in ("interest_before", "interest_after", "talked")},
        asked=tuple(draw(st.lists(st.sampled_from(TOPICS), unique=True))),
        notes=tuple(draw(st.lists(notes, max_size=3))),
        **day,
        **texts,
        **many,
    )
