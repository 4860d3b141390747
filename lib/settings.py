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
    )
