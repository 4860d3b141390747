"""Reads a packed file of texts from standard input: Markdown pages, or a project of coded texts.

Run as a program of its own, as `workbook_apart` is, with the kind as its argument. Of pages a line
of JSON a page, `[name, text]`, by name; of a project one a text, `{"id", "name", "text", "said":
{variable: value}, "coded": [[begin, end, [parent, code], description], ...]}`; or `"..."`, why
nothing can be read.
"""

import io
import json
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any
from xml.etree import ElementTree

MOST_MEMORY = 1_000_000_000
MOST_BYTES = 100_000_000
"""Of all parts that are read, unpacked."""
LOCKED, DAMAGED, LONG = "locked", "damaged", "long"
PROJECT = "project.qde"
_QDA = "{urn:QDA-XML:project:1.0}"
_WRONG = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError, ValueError,
    ElementTree.ParseError, RuntimeError,
)  # fmt: skip


def main() -> None:
    """The texts, or in one word why there are none."""
    bound()
    try:
        with zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())) as packed:
            found = list(KINDS[sys.argv[1]](Parts(packed)))
    except _Refused as refused:
        found = [str(refused)]
    except _WRONG:
        found = [DAMAGED]
    for line in found:
        sys.stdout.write(json.dumps(line) + "\n")


class _Refused(Exception):
    """In one word, why there are no texts."""


def bound() -> None:
    """No more memory than this, where the system can be told so."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


class Parts:
    """The parts of a packed file by their names, read as long as they stay small together."""

    def __init__(self, packed: zipfile.ZipFile) -> None:
        self.packed, self.left = packed, MOST_BYTES
        self.by_name = {part.filename: part for part in packed.infolist()}

    def text(self, name: str) -> str:
        """The text of a part, counted by what comes out, whatever was said of its size."""
        part = self.by_name[name]
        if part.flag_bits & 1:
            raise _Refused(LOCKED)
        with self.packed.open(part) as opened:
            content = opened.read(self.left + 1)
        self.left -= len(content)
        if self.left < 0:
            raise _Refused(LONG)
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError:
            return content.decode("cp1252", errors="replace")


def pages(parts: Parts) -> Iterator[Any]:
    """The Markdown files, but for what a system keeps beside them."""
    for name in sorted(parts.by_name):
        hidden = any(one.startswith((".", "__")) for one in name.split("/"))
        if name.lower().endswith(".md") and not hidden:
            yield [name, parts.text(name)]


def project(parts: Parts) -> Iterator[Any]:
    """The texts of a project, each with its variables and the stretches that are coded."""
    text = parts.text(PROJECT)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise _Refused(DAMAGED)  # the standard has none; they make much of little
    root = ElementTree.fromstring(text)
    codes = dict(_codes(root.find(f"{_QDA}CodeBook/{_QDA}Codes"), ""))
    names = {one.get("guid", ""): one.get("name", "") for one in root.iter(f"{_QDA}Variable")}
    sources = {name.lower(): name for name in parts.by_name}
    for source in root.iter(f"{_QDA}TextSource"):
        yield {
            "id": source.get("guid", ""),
            "name": source.get("name", ""),
            "text": _text(source, parts, sources),
            "said": dict(_said(source, names)),
            "coded": [_stretch(one, codes) for one in source.iter(f"{_QDA}PlainTextSelection")],
        }


def _codes(above: Any, parent: str) -> Iterator[tuple[str, list[str]]]:
    """Each code's name under that of its parent, by its id."""
    for code in above if above is not None else ():
        if code.tag == f"{_QDA}Code":
            name = code.get("name", "")
            yield code.get("guid", ""), [parent, name]
            yield from _codes(code, name)


def _text(source: Any, parts: Parts, sources: dict[str, str]) -> str:
    path = source.get("plainTextPath", "").replace("internal://", "sources/").lower()
    if path in sources:
        return parts.text(sources[path]).replace("\r\n", "\n")
    return source.findtext(f"{_QDA}PlainTextContent") or ""


def _said(source: Any, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    for one in source.findall(f"{_QDA}VariableValue"):
        variable, *value = list(one)
        yield names.get(variable.get("targetGUID", ""), ""), (value[0].text or "") if value else ""


def _stretch(one: Any, codes: dict[str, list[str]]) -> list[Any]:
    named = one.find(f"{_QDA}Coding/{_QDA}CodeRef")
    code = codes.get(named.get("targetGUID", ""), []) if named is not None else []
    ends = int(one.get("startPosition", "0")), int(one.get("endPosition", "0"))
    return [*ends, code or ["", ""], one.findtext(f"{_QDA}Description") or ""]


KINDS: dict[str, Callable[[Parts], Iterator[Any]]] = {"pages": pages, "project": project}


if __name__ == "__main__":
    main()
