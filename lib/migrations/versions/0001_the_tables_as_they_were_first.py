"""The tables as they were first."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "explorer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("subject", sa.String(length=255), nullable=True),
        sa.Column("base_currency", sa.String(length=3), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("hours_a_year", sa.Integer(), nullable=False),
        sa.Column("current_pay", sa.BigInteger(), nullable=True),
        sa.Column("looking_since", sa.Date(), nullable=True),
        sa.Column("applications", sa.Integer(), nullable=True),
        sa.Column("answers", sa.Integer(), nullable=True),
        sa.Column("least_pay", sa.BigInteger(), nullable=True),
        sa.Column("most_months", sa.Integer(), nullable=True),
        sa.Column("most_cost", sa.BigInteger(), nullable=True),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.CheckConstraint("hours_a_year > 0", name=op.f("ck_explorer_hours_a_year")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_explorer")),
        sa.UniqueConstraint("subject", name=op.f("uq_explorer_subject")),
    )
    op.create_table(
        "change",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("step", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("summary", sa.String(length=200), nullable=False),
        sa.Column("action", sa.String(length=30), nullable=False),
        sa.Column("table_name", sa.String(length=30), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("before", DOCUMENT, nullable=True),
        sa.Column("after", DOCUMENT, nullable=True),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "action IN ('added', 'changed', 'removed')", name=op.f("ck_change_action")
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"], ["explorer.id"], name=op.f("fk_change_explorer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_change")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_change_explorer_id_at"), ["explorer_id", "at"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_change_explorer_id_step"), ["explorer_id", "step"], unique=False
        )

    op.create_table(
        "criterion_weight",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("criterion", sa.String(length=30), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("scale_low", sa.Integer(), nullable=True),
        sa.Column("scale_high", sa.Integer(), nullable=True),
        sa.CheckConstraint("points BETWEEN 0 AND 10", name=op.f("ck_criterion_weight_points")),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_criterion_weight_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_criterion_weight")),
        sa.UniqueConstraint(
            "explorer_id", "criterion", name=op.f("uq_criterion_weight_explorer_id_criterion")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "draft",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("form", sa.String(length=120), nullable=False),
        sa.Column("content", DOCUMENT, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["explorer_id"], ["explorer.id"], name=op.f("fk_draft_explorer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_draft")),
        sa.UniqueConstraint("explorer_id", "form", name=op.f("uq_draft_explorer_id_form")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "field",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("folded", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("stage", sa.String(length=30), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("occupation_code", sa.String(length=10), nullable=True),
        sa.Column("area_code", sa.String(length=10), nullable=True),
        sa.Column("hours_a_year", sa.Integer(), nullable=True),
        sa.Column("colour_slot", sa.Integer(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.CheckConstraint("kind IN ('current', 'related', 'new')", name=op.f("ck_field_kind")),
        sa.CheckConstraint(
            "stage IN ('open', 'not now', 'ruled out')", name=op.f("ck_field_stage")
        ),
        sa.CheckConstraint("hours_a_year > 0", name=op.f("ck_field_hours_a_year")),
        sa.ForeignKeyConstraint(
            ["explorer_id"], ["explorer.id"], name=op.f("fk_field_explorer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_field")),
        sa.UniqueConstraint("explorer_id", "folded", name=op.f("uq_field_explorer_id_folded")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "person",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("folded", sa.String(length=200), nullable=False),
        sa.Column("nicknames", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.Column("organisation", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=200), nullable=False),
        sa.Column("profile_link", sa.String(length=500), nullable=False),
        sa.Column("how_met", sa.Text(), nullable=False),
        sa.Column("introduced_by_id", sa.Uuid(), nullable=True),
        sa.Column("attribution", sa.String(length=30), nullable=False),
        sa.Column("consent_on", sa.Date(), nullable=True),
        sa.Column("description", sa.String(length=200), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "attribution <> 'named' OR consent_on IS NOT NULL",
            name=op.f("ck_person_named_with_consent"),
        ),
        sa.CheckConstraint(
            "attribution IN ('described', 'named', 'off the record')",
            name=op.f("ck_person_attribution"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "introduced_by_id"],
            ["person.explorer_id", "person.id"],
            name=op.f("fk_person_explorer_id_introduced_by_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"], ["explorer.id"], name=op.f("fk_person_explorer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_person")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_person_explorer_id_folded"), ["explorer_id", "folded"], unique=False
        )

    op.create_table(
        "share",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("label", sa.String(length=200), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("token_digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("secret", sa.LargeBinary(length=32), nullable=False),
        sa.Column("scope", DOCUMENT, nullable=False),
        sa.Column("threshold", sa.Integer(), nullable=False),
        sa.Column("opening_view", sa.String(length=30), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("threshold IN (1, 2, 3)", name=op.f("ck_share_threshold")),
        sa.ForeignKeyConstraint(
            ["explorer_id"], ["explorer.id"], name=op.f("fk_share_explorer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_share")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_share_token_digest")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "skill",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("folded", sa.String(length=200), nullable=False),
        sa.Column("taxonomy_code", sa.String(length=60), nullable=True),
        sa.Column("merged_into_id", sa.Uuid(), nullable=True),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["explorer_id", "merged_into_id"],
            ["skill.explorer_id", "skill.id"],
            name=op.f("fk_skill_explorer_id_merged_into_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"], ["explorer.id"], name=op.f("fk_skill_explorer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_skill")),
        sa.UniqueConstraint("explorer_id", "folded", name=op.f("uq_skill_explorer_id_folded")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "comment",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("share_id", sa.Uuid(), nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("anchor", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "kind IN ('remark', 'question', 'person to meet', 'next step')",
            name=op.f("ck_comment_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "parent_id"],
            ["comment.explorer_id", "comment.id"],
            name=op.f("fk_comment_explorer_id_parent_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "share_id"],
            ["share.explorer_id", "share.id"],
            name=op.f("fk_comment_explorer_id_share_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_comment_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_comment")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_comment_explorer_id_share_id"), ["explorer_id", "share_id"], unique=False
        )

    op.create_table(
        "interview",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("field_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.Column("organisation", sa.String(length=200), nullable=False),
        sa.Column("organisation_folded", sa.String(length=200), nullable=False),
        sa.Column("status", sa.String(length=30), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("starts_at", sa.String(length=16), nullable=True),
        sa.Column("zone", sa.String(length=64), nullable=True),
        sa.Column("planned_minutes", sa.Integer(), nullable=True),
        sa.Column("setting", sa.String(length=30), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("interest_before", sa.Integer(), nullable=True),
        sa.Column("interest_after", sa.Integer(), nullable=True),
        sa.Column("talked", sa.Integer(), nullable=True),
        sa.Column("takeaway", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "setting IN ('office', 'video', 'phone', 'other', '')",
            name=op.f("ck_interview_setting"),
        ),
        sa.CheckConstraint(
            "status <> 'held' OR held_on IS NOT NULL", name=op.f("ck_interview_held_on")
        ),
        sa.CheckConstraint(
            "status IN ('idea', 'requested', 'scheduled', 'held', 'declined', 'cancelled')",
            name=op.f("ck_interview_status"),
        ),
        sa.CheckConstraint(
            "interest_after BETWEEN 1 AND 5", name=op.f("ck_interview_interest_after")
        ),
        sa.CheckConstraint(
            "interest_before BETWEEN 1 AND 5", name=op.f("ck_interview_interest_before")
        ),
        sa.CheckConstraint(
            "planned_minutes BETWEEN 1 AND 1440", name=op.f("ck_interview_planned_minutes")
        ),
        sa.CheckConstraint("talked BETWEEN 0 AND 4", name=op.f("ck_interview_talked")),
        sa.ForeignKeyConstraint(
            ["explorer_id", "field_id"],
            ["field.explorer_id", "field.id"],
            name=op.f("fk_interview_explorer_id_field_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "person_id"],
            ["person.explorer_id", "person.id"],
            name=op.f("fk_interview_explorer_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_interview_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_interview")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("interview", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_interview_explorer_id_person_id"),
            ["explorer_id", "person_id"],
            unique=False,
        )

    op.create_table(
        "own_skill",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("skill_id", sa.Uuid(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.CheckConstraint("level BETWEEN 1 AND 5", name=op.f("ck_own_skill_level")),
        sa.ForeignKeyConstraint(
            ["explorer_id", "skill_id"],
            ["skill.explorer_id", "skill.id"],
            name=op.f("fk_own_skill_explorer_id_skill_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_own_skill_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_own_skill")),
        sa.UniqueConstraint(
            "explorer_id", "skill_id", name=op.f("uq_own_skill_explorer_id_skill_id")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "share_field",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("share_id", sa.Uuid(), nullable=False),
        sa.Column("field_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["explorer_id", "field_id"],
            ["field.explorer_id", "field.id"],
            name=op.f("fk_share_field_explorer_id_field_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "share_id"],
            ["share.explorer_id", "share.id"],
            name=op.f("fk_share_field_explorer_id_share_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_share_field_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_share_field")),
        sa.UniqueConstraint(
            "explorer_id",
            "share_id",
            "field_id",
            name=op.f("uq_share_field_explorer_id_share_id_field_id"),
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "share_quote",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("share_id", sa.Uuid(), nullable=False),
        sa.Column("table_name", sa.String(length=30), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("column_name", sa.String(length=30), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["explorer_id", "share_id"],
            ["share.explorer_id", "share.id"],
            name=op.f("fk_share_quote_explorer_id_share_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_share_quote_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_share_quote")),
        sa.UniqueConstraint(
            "explorer_id",
            "share_id",
            "table_name",
            "row_id",
            "column_name",
            name=op.f("uq_share_quote_explorer_id_share_id_table_name_row_id_column_name"),
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "share_visit",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("share_id", sa.Uuid(), nullable=False),
        sa.Column("visited_on", sa.Date(), nullable=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["explorer_id", "share_id"],
            ["share.explorer_id", "share.id"],
            name=op.f("fk_share_visit_explorer_id_share_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_share_visit_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_share_visit")),
        sa.UniqueConstraint(
            "explorer_id",
            "share_id",
            "visited_on",
            name=op.f("uq_share_visit_explorer_id_share_id_visited_on"),
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "follow_up",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('thank-you', 'introduction', 'send something', 'check in', 'next step')",
            name=op.f("ck_follow_up_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "interview_id"],
            ["interview.explorer_id", "interview.id"],
            name=op.f("fk_follow_up_explorer_id_interview_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_follow_up_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_follow_up")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_follow_up_explorer_id_interview_id"),
            ["explorer_id", "interview_id"],
            unique=False,
        )

    op.create_table(
        "import_row",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("row_key", sa.String(length=400), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["explorer_id", "interview_id"],
            ["interview.explorer_id", "interview.id"],
            name=op.f("fk_import_row_explorer_id_interview_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_import_row_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_import_row")),
        sa.UniqueConstraint(
            "explorer_id",
            "source",
            "row_key",
            name=op.f("uq_import_row_explorer_id_source_row_key"),
        ),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("import_row", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_import_row_explorer_id_interview_id"),
            ["explorer_id", "interview_id"],
            unique=False,
        )

    op.create_table(
        "note",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(length=30), nullable=True),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["explorer_id", "interview_id"],
            ["interview.explorer_id", "interview.id"],
            name=op.f("fk_note_explorer_id_interview_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"], ["explorer.id"], name=op.f("fk_note_explorer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_note")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_note_explorer_id_interview_id_position"),
            ["explorer_id", "interview_id", "position"],
            unique=False,
        )

    op.create_table(
        "outcome",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('introduction', 'lead', 'application', 'offer', 'position', 'field ruled out')",
            name=op.f("ck_outcome_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "interview_id"],
            ["interview.explorer_id", "interview.id"],
            name=op.f("fk_outcome_explorer_id_interview_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_outcome_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_outcome")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("outcome", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_outcome_explorer_id_interview_id"),
            ["explorer_id", "interview_id"],
            unique=False,
        )

    op.create_table(
        "question",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("topic", sa.String(length=30), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("field_id", sa.Uuid(), nullable=True),
        sa.Column("comment_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "topic IN ('day to day', 'skills', 'training', 'path', 'pay', 'outlook', 'whom next')",
            name=op.f("ck_question_topic"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "comment_id"],
            ["comment.explorer_id", "comment.id"],
            name=op.f("fk_question_explorer_id_comment_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "field_id"],
            ["field.explorer_id", "field.id"],
            name=op.f("fk_question_explorer_id_field_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_question_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_question")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "status_change",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("from_status", sa.String(length=30), nullable=True),
        sa.Column("to_status", sa.String(length=30), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "to_status IN ('idea', 'requested', 'scheduled', 'held', 'declined', 'cancelled')",
            name=op.f("ck_status_change_to_status"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "interview_id"],
            ["interview.explorer_id", "interview.id"],
            name=op.f("fk_status_change_explorer_id_interview_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_status_change_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_status_change")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("status_change", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_status_change_explorer_id_interview_id"),
            ["explorer_id", "interview_id"],
            unique=False,
        )

    op.create_table(
        "topic_asked",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("topic", sa.String(length=30), nullable=False),
        sa.CheckConstraint(
            "topic IN ('day to day', 'skills', 'training', 'path', 'pay', 'outlook', 'whom next')",
            name=op.f("ck_topic_asked_topic"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "interview_id"],
            ["interview.explorer_id", "interview.id"],
            name=op.f("fk_topic_asked_explorer_id_interview_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_topic_asked_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_topic_asked")),
        sa.UniqueConstraint(
            "explorer_id",
            "interview_id",
            "topic",
            name=op.f("uq_topic_asked_explorer_id_interview_id_topic"),
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "agenda_item",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("question_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["explorer_id", "interview_id"],
            ["interview.explorer_id", "interview.id"],
            name=op.f("fk_agenda_item_explorer_id_interview_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "question_id"],
            ["question.explorer_id", "question.id"],
            name=op.f("fk_agenda_item_explorer_id_question_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_agenda_item_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_agenda_item")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_agenda_item_explorer_id_interview_id_position"),
            ["explorer_id", "interview_id", "position"],
            unique=False,
        )

    op.create_table(
        "aspect_finding",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.String(length=30), nullable=False),
        sa.Column("theme", sa.String(length=200), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("field_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("note_id", sa.Uuid(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.CheckConstraint("side IN ('upside', 'downside')", name=op.f("ck_aspect_finding_side")),
        sa.CheckConstraint(
            "theme <> '' OR quote <> ''", name=op.f("ck_aspect_finding_says_something")
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "field_id"],
            ["field.explorer_id", "field.id"],
            name=op.f("fk_aspect_finding_explorer_id_field_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "interview_id"],
            ["interview.explorer_id", "interview.id"],
            name=op.f("fk_aspect_finding_explorer_id_interview_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "note_id"],
            ["note.explorer_id", "note.id"],
            name=op.f("fk_aspect_finding_explorer_id_note_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "person_id"],
            ["person.explorer_id", "person.id"],
            name=op.f("fk_aspect_finding_explorer_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_aspect_finding_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_aspect_finding")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("aspect_finding", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_aspect_finding_explorer_id_interview_id"),
            ["explorer_id", "interview_id"],
            unique=False,
        )

    op.create_table(
        "outlook_finding",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("direction", sa.String(length=30), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("field_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("note_id", sa.Uuid(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "direction <> 'unstated' OR quote <> ''", name=op.f("ck_outlook_finding_says_something")
        ),
        sa.CheckConstraint(
            "direction IN ('growing', 'steady', 'shrinking', 'changing', 'unstated')",
            name=op.f("ck_outlook_finding_direction"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "field_id"],
            ["field.explorer_id", "field.id"],
            name=op.f("fk_outlook_finding_explorer_id_field_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "interview_id"],
            ["interview.explorer_id", "interview.id"],
            name=op.f("fk_outlook_finding_explorer_id_interview_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "note_id"],
            ["note.explorer_id", "note.id"],
            name=op.f("fk_outlook_finding_explorer_id_note_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "person_id"],
            ["person.explorer_id", "person.id"],
            name=op.f("fk_outlook_finding_explorer_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_outlook_finding_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_outlook_finding")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("outlook_finding", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_outlook_finding_explorer_id_interview_id"),
            ["explorer_id", "interview_id"],
            unique=False,
        )

    op.create_table(
        "salary_finding",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("level", sa.String(length=30), nullable=False),
        sa.Column("low", sa.BigInteger(), nullable=True),
        sa.Column("high", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=True),
        sa.Column("period", sa.String(length=30), nullable=False),
        sa.Column("basis", sa.String(length=30), nullable=False),
        sa.Column("tax", sa.String(length=30), nullable=False),
        sa.Column("employed", sa.String(length=30), nullable=False),
        sa.Column("whose", sa.String(length=30), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("benefits", sa.Text(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("field_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("note_id", sa.Uuid(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "basis IN ('base', 'total', 'unstated')", name=op.f("ck_salary_finding_basis")
        ),
        sa.CheckConstraint(
            "employed IN ('employed', 'freelance', 'unstated')",
            name=op.f("ck_salary_finding_employed"),
        ),
        sa.CheckConstraint(
            "level IN ('entry', 'mid', 'senior', 'unstated')", name=op.f("ck_salary_finding_level")
        ),
        sa.CheckConstraint(
            "low IS NOT NULL OR high IS NOT NULL OR quote <> ''",
            name=op.f("ck_salary_finding_says_something"),
        ),
        sa.CheckConstraint(
            "period IN ('hour', 'day', 'week', 'month', 'year', 'unstated')",
            name=op.f("ck_salary_finding_period"),
        ),
        sa.CheckConstraint(
            "tax IN ('gross', 'net', 'unstated')", name=op.f("ck_salary_finding_tax")
        ),
        sa.CheckConstraint(
            "whose IN ('own', 'seen', 'heard')", name=op.f("ck_salary_finding_whose")
        ),
        sa.CheckConstraint(
            "(low IS NULL OR low >= 0) AND (high IS NULL OR high >= 0) AND (low IS NULL OR high IS NULL OR low <= high)",
            name=op.f("ck_salary_finding_low_high"),
        ),
        sa.CheckConstraint("year BETWEEN 1950 AND 2100", name=op.f("ck_salary_finding_year")),
        sa.ForeignKeyConstraint(
            ["explorer_id", "field_id"],
            ["field.explorer_id", "field.id"],
            name=op.f("fk_salary_finding_explorer_id_field_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "interview_id"],
            ["interview.explorer_id", "interview.id"],
            name=op.f("fk_salary_finding_explorer_id_interview_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "note_id"],
            ["note.explorer_id", "note.id"],
            name=op.f("fk_salary_finding_explorer_id_note_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "person_id"],
            ["person.explorer_id", "person.id"],
            name=op.f("fk_salary_finding_explorer_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_salary_finding_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_salary_finding")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("salary_finding", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_salary_finding_explorer_id_interview_id"),
            ["explorer_id", "interview_id"],
            unique=False,
        )

    op.create_table(
        "skill_finding",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("skill_id", sa.Uuid(), nullable=True),
        sa.Column("said_as", sa.String(length=200), nullable=False),
        sa.Column("necessity", sa.String(length=30), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("field_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("note_id", sa.Uuid(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "necessity IN ('mandatory', 'helpful', 'not needed', 'unstated')",
            name=op.f("ck_skill_finding_necessity"),
        ),
        sa.CheckConstraint(
            "skill_id IS NOT NULL OR quote <> ''", name=op.f("ck_skill_finding_says_something")
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "field_id"],
            ["field.explorer_id", "field.id"],
            name=op.f("fk_skill_finding_explorer_id_field_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "interview_id"],
            ["interview.explorer_id", "interview.id"],
            name=op.f("fk_skill_finding_explorer_id_interview_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "note_id"],
            ["note.explorer_id", "note.id"],
            name=op.f("fk_skill_finding_explorer_id_note_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "person_id"],
            ["person.explorer_id", "person.id"],
            name=op.f("fk_skill_finding_explorer_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "skill_id"],
            ["skill.explorer_id", "skill.id"],
            name=op.f("fk_skill_finding_explorer_id_skill_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_skill_finding_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_skill_finding")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("skill_finding", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_skill_finding_explorer_id_interview_id"),
            ["explorer_id", "interview_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_skill_finding_explorer_id_skill_id"),
            ["explorer_id", "skill_id"],
            unique=False,
        )

    op.create_table(
        "step_finding",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("years_low", sa.Double(), nullable=True),
        sa.Column("years_high", sa.Double(), nullable=True),
        sa.Column("low", sa.BigInteger(), nullable=True),
        sa.Column("high", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=True),
        sa.Column("period", sa.String(length=30), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("field_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("note_id", sa.Uuid(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "period IN ('hour', 'day', 'week', 'month', 'year', 'unstated')",
            name=op.f("ck_step_finding_period"),
        ),
        sa.CheckConstraint(
            "title <> '' OR quote <> ''", name=op.f("ck_step_finding_says_something")
        ),
        sa.CheckConstraint(
            "(low IS NULL OR low >= 0) AND (high IS NULL OR high >= 0) AND (low IS NULL OR high IS NULL OR low <= high)",
            name=op.f("ck_step_finding_low_high"),
        ),
        sa.CheckConstraint(
            "(years_low IS NULL OR years_low >= 0) AND (years_high IS NULL OR years_high >= 0) AND (years_low IS NULL OR years_high IS NULL OR years_low <= years_high)",
            name=op.f("ck_step_finding_years_low_years_high"),
        ),
        sa.CheckConstraint("position BETWEEN 1 AND 40", name=op.f("ck_step_finding_position")),
        sa.ForeignKeyConstraint(
            ["explorer_id", "field_id"],
            ["field.explorer_id", "field.id"],
            name=op.f("fk_step_finding_explorer_id_field_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "interview_id"],
            ["interview.explorer_id", "interview.id"],
            name=op.f("fk_step_finding_explorer_id_interview_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "note_id"],
            ["note.explorer_id", "note.id"],
            name=op.f("fk_step_finding_explorer_id_note_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "person_id"],
            ["person.explorer_id", "person.id"],
            name=op.f("fk_step_finding_explorer_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_step_finding_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_step_finding")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("step_finding", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_step_finding_explorer_id_interview_id"),
            ["explorer_id", "interview_id"],
            unique=False,
        )

    op.create_table(
        "training_finding",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("months_low", sa.Double(), nullable=True),
        sa.Column("months_high", sa.Double(), nullable=True),
        sa.Column("cost_low", sa.BigInteger(), nullable=True),
        sa.Column("cost_high", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=True),
        sa.Column("required", sa.String(length=30), nullable=False),
        sa.Column("alongside_work", sa.Boolean(), nullable=True),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("field_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("note_id", sa.Uuid(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('degree', 'certificate', 'licence', 'bootcamp', 'apprenticeship', 'on the job', 'self-taught', 'other')",
            name=op.f("ck_training_finding_kind"),
        ),
        sa.CheckConstraint(
            "name <> '' OR quote <> ''", name=op.f("ck_training_finding_says_something")
        ),
        sa.CheckConstraint(
            "required IN ('yes', 'no', 'unstated')", name=op.f("ck_training_finding_required")
        ),
        sa.CheckConstraint(
            "(cost_low IS NULL OR cost_low >= 0) AND (cost_high IS NULL OR cost_high >= 0) AND (cost_low IS NULL OR cost_high IS NULL OR cost_low <= cost_high)",
            name=op.f("ck_training_finding_cost_low_cost_high"),
        ),
        sa.CheckConstraint(
            "(months_low IS NULL OR months_low >= 0) AND (months_high IS NULL OR months_high >= 0) AND (months_low IS NULL OR months_high IS NULL OR months_low <= months_high)",
            name=op.f("ck_training_finding_months_low_months_high"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "field_id"],
            ["field.explorer_id", "field.id"],
            name=op.f("fk_training_finding_explorer_id_field_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "interview_id"],
            ["interview.explorer_id", "interview.id"],
            name=op.f("fk_training_finding_explorer_id_interview_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "note_id"],
            ["note.explorer_id", "note.id"],
            name=op.f("fk_training_finding_explorer_id_note_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "person_id"],
            ["person.explorer_id", "person.id"],
            name=op.f("fk_training_finding_explorer_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_training_finding_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_training_finding")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("training_finding", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_training_finding_explorer_id_interview_id"),
            ["explorer_id", "interview_id"],
            unique=False,
        )
