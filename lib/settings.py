"""What the environment says, read once into a frozen value; nothing else reads it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"


@dataclass(frozen=True)
class Settings:
    """Where the data lie and under which address Fieldwork is served."""

    data_dir: Path
    database_url: str
    base_url: str
    allowed: tuple[str, ...] = ()
    """Who may come in through an OpenID sign-in: addresses, domains, or * for all of them."""

    @property
    def sqlite_file(self) -> Path | None:
        """The embedded database's file; None on another engine."""
        prefix = "sqlite:///"
        if not self.database_url.startswith(prefix):
            return None
        return Path(self.database_url.removeprefix(prefix))


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings, with SQLite in the data folder where nothing else is said."""
    data_dir = Path(environment.get("FIELDWORK_DATA_DIR") or DATA).resolve()
    url = environment.get("FIELDWORK_DATABASE_URL") or f"sqlite:///{data_dir / 'fieldwork.db'}"
    return Settings(
        data_dir=data_dir,
        database_url=url.replace("postgresql://", "postgresql+psycopg://", 1),
        base_url=environment.get("FIELDWORK_BASE_URL", ""),
        allowed=_listed(environment.get("FIELDWORK_ALLOWED", "")),
    )


def _listed(text: str) -> tuple[str, ...]:
    """Addresses and domains, with commas or spaces between; @example.org is example.org."""
    return tuple(entry.removeprefix("@") for entry in text.lower().replace(",", " ").split())
