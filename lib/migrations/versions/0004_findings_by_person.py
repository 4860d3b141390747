"""What somebody said is found by the person: without it each person cost all the findings."""

from alembic import op

revision = "0004"
down_revision = "0003"

FINDINGS = ("skill", "training", "salary", "aspect", "step", "outlook")


def upgrade() -> None:
    for name in FINDINGS:
        table = f"{name}_finding"
        columns = ["explorer_id", "person_id"]
        op.create_index(op.f(f"ix_{table}_explorer_id_person_id"), table, columns)
