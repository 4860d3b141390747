"""What the conversations say against official figures: where most people's pay lies outside."""

from collections.abc import Iterator

from lib import statistics
from lib.access.viewer import Share, Viewer
from lib.answers.data_pay import Paid
from lib.answers.fields import FieldShown
from lib.answers.official import official
from lib.answers.official_outside import Outside, outside, subject
from lib.answers.sentence import Asked, Groups, Sentence
from lib.answers.words import capital, number
from lib.answers.yearly import MAIN
from lib.charts.base import key
from lib.frames import Row
from lib.markdown import Markdown
from lib.queries.explorer import Profile


def official_sentences(
    paid: Paid, targets: list[FieldShown], asked: Asked, me: Profile, viewer: Viewer
) -> Iterator[Sentence]:
    """A sentence a field and level where more than half of three people or more lie outside."""
    wages = official(targets, me).wages
    fewest = viewer.threshold if isinstance(viewer, Share) else 1
    for field in targets:
        if field.field_id not in wages:
            continue
        levels = paid.get(field.field_id, {})
        for one in outside(levels, wages[field.field_id], fewest):
            groups = asked.get((field.field_id, "pay"), {})
            found = _sentence(one, levels[one.level], field, groups, fewest)
            if found is not None:
                yield found


def _sentence(
    one: Outside, said: list[Row], field: FieldShown, groups: Groups, fewest: int
) -> Sentence | None:
    voices = [(groups[person], person in one.lies.those) for person in one.compared]
    strength = statistics.claim(voices)
    if strength is None:
        return None
    people = len({row["person_id"] for row in said})
    name, others = subject(one.level), people - len(one.compared)
    who = number(others) if others >= fewest else "others"
    apart = f", and {who} whose figures are not compared" if others else ""
    words = Markdown("**{} in {}** lies {}{}.").format(capital(name), field.field, one.words, apart)
    opens = key("pay", field.field_id, one.level, MAIN)
    weight = statistics.independent(voices).n
    label = f"{capital(name)}, {field.field}"
    return Sentence("pay", words, opens, label, people, strength, weight)
