"""Tables as wikis and Markdown write them: rows of cells, without the marks around them."""

import re

_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_HEADED = re.compile(r"\|\|[^|]+(?:\|\|[^|]+)+\|\|")
_CELL = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]|\[([^\]]*)\]\((?:[^()\s]*)\)")
_ATTRIBUTES = re.compile(r"^\s*(?:\w+\s*=\s*(?:\"[^\"]*\"|\S+)\s*)+\|(?!\|)")


def pasted_rows(text: str) -> list[list[str]] | None:
    """The rows of a Markdown or wiki table; None for any other text."""
    lines = text.strip().splitlines()
    top = [line.strip() for line in lines[:12]]
    if any(line.startswith("{|") for line in top):
        begin = next(place for place, line in enumerate(top) if line.startswith("{|"))
        return _of_wiki(lines[begin:])
    if any(_HEADED.fullmatch(line) for line in top):
        return [_of_jira(line) for line in lines if line.strip().startswith("|")]
    if any(_RULE.fullmatch(line.strip()) and "|" in line for line in lines[:12]):
        return [_of_markdown(line) for line in lines if line.strip()]
    return None


def _of_markdown(line: str) -> list[str]:
    bare = line.strip()
    bare = bare.removeprefix("|")
    bare = bare.removesuffix("|") if not bare.endswith("\\|") else bare
    return [_plain(cell).replace("\\|", "|") for cell in _CELL.split(bare)]


def _of_jira(line: str) -> list[str]:
    """A row as Jira and Confluence write it, headings between double bars."""
    bars = "||" if line.strip().startswith("||") else "|"
    return [_plain(cell) for cell in line.strip().strip("|").split(bars)]


def _of_wiki(lines: list[str]) -> list[list[str]]:
    rows: list[list[str]] = [[]]
    for line in map(str.strip, lines[1:]):
        if line.startswith("|}"):
            break
        if line.startswith("|-"):
            rows.append([])
        elif line.startswith("|+"):
            rows.append([line[2:].strip()])
            rows.append([])
        elif line[:1] in ("|", "!"):
            cells = re.split(r"\|\||!!" if line[0] == "!" else r"\|\|", line[1:])
            rows[-1] += [_plain(_ATTRIBUTES.sub("", cell)) for cell in cells]
        elif line and rows[-1]:
            rows[-1][-1] += f"\n{line}"
    return [row for row in rows if row]


def _plain(cell: str) -> str:
    """Without the marks of links and of emphasis."""
    text = _LINK.sub(lambda match: match[1] or match[2] or "", cell).strip()
    return re.sub(r"(?<!\w)(\*\*|__|''')(?=\S)(.+?)(?<=\S)\1(?!\w)", r"\2", text)
