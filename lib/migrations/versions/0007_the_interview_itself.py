"""The interview itself: letters, its hour and calendar file, agenda, checklist, what came of it."""

from collections.abc import Callable, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

from lib.searching import body

revision = "0007"
down_revision = "0006"

Row = dict[str, Any]
BEFORE = "'idea', 'requested', 'scheduled', 'held', 'declined', 'cancelled'"
NOW = "'idea', 'requested', 'no answer', 'scheduled', 'moved', 'held', 'declined', 'cancelled'"
TOPICS = "'day to day', 'skills', 'training', 'path', 'pay', 'outlook', 'whom next'"
MARKS = "'skill', 'pay', 'way in', 'good', 'hard', 'person', ''"
CASES = "'', 'self-employed', 'trades', 'public service', 'first weeks', 'leaving the field'"
PROMISES = (
    "'thank-you', 'introduction', 'send something', 'check in', 'next step', 'say what came of it'"
)
OUTCOMES = "'introduction', 'lead', 'application', 'offer', 'position', 'field ruled out'"
READY = (
    "'questions', 'agenda', 'way there', 'dress', 'telephone', 'something to write with', "
    "'about me'"
)
SOURCES = "'bank', 'own', 'coach', 'contradiction', 'earlier talk', 'host'"


def upgrade() -> None:
    for name, column in (("interview", "status"), ("status_change", "to_status")):
        _more_words(name, column)
    _more_columns()
    questions = _rows("question", topic=sa.Text, text=sa.Text, comment_id=sa.Uuid)
    asked = {(row["explorer_id"], row["id"]): row for row in questions}
    _rebuilt("agenda_item", _agenda_item, lambda row: _with_its_question(row, asked), AGENDA)
    _rebuilt("follow_up", _follow_up, lambda row: {**row, "owed_by": "me"}, OWED)
    _rebuilt("outcome", _outcome, lambda row: {**row, "person_id": None}, CAME)
    _message()
    _calendar_event()
    _checklist_tick()
    _calendar_feed()
    _findable()


AGENDA = {
    "question_id": sa.Uuid,
    "position": sa.Integer,
    "minutes": sa.Integer,
    "answered": sa.Boolean,
    "answer": sa.Text,
}
OWED = {"kind": sa.Text, "due_on": sa.Date, "done_on": sa.Date, "text": sa.Text}
CAME = {"kind": sa.Text, "happened_on": sa.Date, "note": sa.Text}


def _more_words(table: str, column: str) -> None:
    """A status is one of more words.

    SQLite has no statement for it, and rebuilding a table that others refer to would drop what
    refers to it: the words are changed where they stand, as its documentation of ALTER TABLE
    describes for checks ("making other kinds of table schema changes").
    """
    name = f"ck_{table}_{column}"
    if op.get_bind().dialect.name != "sqlite":
        op.drop_constraint(op.f(name), table, type_="check")
        op.create_check_constraint(op.f(name), table, f"{column} IN ({NOW})")
        return
    connection = op.get_bind()
    version = connection.execute(sa.text("PRAGMA schema_version")).scalar_one()
    connection.execute(sa.text("PRAGMA writable_schema = ON"))
    changed = connection.execute(
        sa.text(
            "UPDATE sqlite_master SET sql = replace(sql, :before, :now)"
            " WHERE type = 'table' AND name = :name AND instr(sql, :before) > 0"
        ),
        {"before": f"{column} IN ({BEFORE})", "now": f"{column} IN ({NOW})", "name": table},
    )
    if changed.rowcount != 1:
        raise RuntimeError(f"the table {table} is not as it was made")
    connection.execute(sa.text(f"PRAGMA schema_version = {version + 1}"))
    connection.execute(sa.text("PRAGMA writable_schema = OFF"))


def _more_columns() -> None:
    for name, length in (("zone", 64), ("day_begins", 5), ("day_ends", 5), ("working_days", 7)):
        op.add_column("person", sa.Column(name, sa.String(length=length), nullable=True))
    for name, most in (("travel_minutes", 1440), ("more_minutes", 60)):
        _add("interview", name, sa.Integer(), f"{name} BETWEEN 0 AND {most}")
    for name in ("begun_at", "ended_at"):
        op.add_column("interview", sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    _add("interview", "recording", sa.String(30), "recording IN ('', 'agreed', 'refused')", "")
    _add("note", "mark", sa.String(30), f"mark IN ({MARKS})", "")
    _add("question", "special", sa.String(30), f"special IN ({CASES})", "")
    about_me = sa.Column("about_me", sa.Text(), nullable=False, server_default="")
    op.add_column("explorer", about_me)


def _add(table: str, name: str, kind: Any, rule: str, default: str | None = None) -> None:
    check = sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))
    column = sa.Column(name, kind, check, nullable=default is None, server_default=default)
    op.add_column(table, column)


def _rows(table: str, **columns: Any) -> list[Row]:
    kinds = {"explorer_id": sa.Uuid, "id": sa.Uuid, **columns}
    source = sa.table(table, *(sa.column(name, kind) for name, kind in kinds.items()))
    return [dict(row) for row in op.get_bind().execute(sa.select(source)).mappings()]


def _rebuilt(
    name: str,
    made: Callable[[], sa.Table],
    new: Callable[[Row], Row],
    columns: Mapping[str, Any],
) -> None:
    """The table anew with its rows; nothing refers to it."""
    there = _rows(name, interview_id=sa.Uuid, **columns)
    op.drop_table(name)
    table = made()
    if there:
        op.get_bind().execute(sa.insert(table), [new(row) for row in there])


def _with_its_question(row: Row, asked: Mapping[tuple[Any, Any], Row]) -> Row:
    question = asked[row["explorer_id"], row["question_id"]]
    source = "own" if question["comment_id"] is None else "coach"
    words = {"topic": question["topic"], "text": question["text"], "why": "", "bank_key": ""}
    state = "asked" if row["answered"] else "waiting"
    return {**row, **words, "source": source, "state": state, "begun_at": None}


def _owned(name: str, *columns: Any, indexed: tuple[str, ...] = ()) -> sa.Table:
    """A table whose rows belong to one explorer."""
    table = op.create_table(
        name,
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f(f"fk_{name}_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f(f"pk_{name}")),
        sqlite_with_rowid=False,
    )
    if indexed:
        index = op.f(f"ix_{name}_{'_'.join(('explorer_id', *indexed))}")
        op.create_index(index, name, ["explorer_id", *indexed])
    assert table is not None
    return table


def _refers(name: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["explorer_id", column],
        [f"{other}.explorer_id", f"{other}.id"],
        name=op.f(f"fk_{name}_explorer_id_{column}"),
    )


def _check(name: str, column: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} {rule}", name=op.f(f"ck_{name}_{column}"))


def _unique(name: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{name}_{'_'.join(columns)}"))


def _agenda_item() -> sa.Table:
    name = "agenda_item"
    return _owned(
        name,
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("question_id", sa.Uuid(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(length=30), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=30), nullable=False),
        sa.Column("bank_key", sa.String(length=200), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=30), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        _check(name, "topic", f"IN ({TOPICS})"),
        _check(name, "source", f"IN ({SOURCES})"),
        _check(name, "state", "IN ('waiting', 'asked', 'skipped')"),
        _check(name, "minutes", "BETWEEN 1 AND 240"),
        _refers(name, "interview_id", "interview"),
        _refers(name, "question_id", "question"),
        indexed=("interview_id", "position"),
    )


def _follow_up() -> sa.Table:
    name = "follow_up"
    return _owned(
        name,
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owed_by", sa.String(length=30), nullable=False),
        _check(name, "kind", f"IN ({PROMISES})"),
        _check(name, "owed_by", "IN ('me', 'them')"),
        _refers(name, "interview_id", "interview"),
        indexed=("interview_id",),
    )


def _outcome() -> sa.Table:
    name = "outcome"
    return _owned(
        name,
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        _check(name, "kind", f"IN ({OUTCOMES})"),
        _refers(name, "interview_id", "interview"),
        _refers(name, "person_id", "person"),
        indexed=("interview_id",),
    )


def _message() -> None:
    name = "message"
    _owned(
        name,
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("tone", sa.String(length=30), nullable=False),
        sa.Column("length", sa.String(length=30), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        _check(name, "kind", "IN ('ask', 'second', 'thank')"),
        _check(name, "tone", "IN ('warm', 'plain', 'formal')"),
        _check(name, "length", "IN ('short', 'medium', 'long')"),
        _refers(name, "interview_id", "interview"),
        _unique(name, "explorer_id", "interview_id", "kind"),
    )


def _calendar_event() -> None:
    name = "calendar_event"
    _owned(
        name,
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("uid", sa.String(length=200), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.String(length=16), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("setting", sa.String(length=30), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        _check(name, "setting", "IN ('office', 'video', 'phone', 'other', '')"),
        _check(name, "minutes", "BETWEEN 1 AND 1440"),
        _check(name, "sequence", ">= 0"),
        _refers(name, "interview_id", "interview"),
        _unique(name, "explorer_id", "interview_id"),
    )


def _checklist_tick() -> None:
    name = "checklist_tick"
    _owned(
        name,
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("item", sa.String(length=30), nullable=False),
        sa.Column("ticked_at", sa.DateTime(timezone=True), nullable=False),
        _check(name, "item", f"IN ({READY})"),
        _refers(name, "interview_id", "interview"),
        _unique(name, "explorer_id", "interview_id", "item"),
    )


def _calendar_feed() -> None:
    name = "calendar_feed"
    _owned(
        name,
        sa.Column("token_digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        _unique(name, "token_digest"),
    )


def _findable() -> None:
    """What is there already of agendas, promises and outcomes is found too."""
    told = sa.table(
        "search_text",
        sa.column("explorer_id", sa.Uuid),
        sa.column("id", sa.Uuid),
        sa.column("interview_id", sa.Uuid),
        sa.column("kind", sa.Text),
        sa.column("body", sa.Text),
    )
    for name, kind, columns in (
        ("agenda_item", "agenda", ("text", "answer")),
        ("follow_up", "promise", ("text",)),
        ("outcome", "outcome", ("note",)),
    ):
        texts = dict.fromkeys(columns, sa.Text)
        for row in _rows(name, interview_id=sa.Uuid, **texts):
            said = [row[column] for column in columns if row[column]]
            if said:
                of = {key: row[key] for key in ("explorer_id", "id", "interview_id")}
                kept = {**of, "kind": kind, "body": body(row["explorer_id"], *said)}
                op.get_bind().execute(sa.insert(told), [kept])
