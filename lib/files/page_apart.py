"""Reads one document from standard input, and writes its text to standard output.

Run as a program of its own, as `workbook_apart` is, with the kind as its argument: what reads
documents may hang, or end its process, on one that is damaged. A word as JSON says why not.
"""

import html
import io
import json
import re
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any
from xml.etree import ElementTree

MOST_MEMORY = 1_000_000_000
MOST_CHARACTERS = 2_000_000
LOCKED, DAMAGED, SCANNED = "locked", "damaged", "scanned"
_BLOCKS = "p, div, li, h1, h2, h3, h4, h5, h6, tr, br, section, article, blockquote, pre, dt, dd"
_ODT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CUE = re.compile(r"(?P<from>\d+:\d\d(?::\d\d)?[.,]\d{3}) --> .*")
LINE = 80
"""Characters of a turn from which on the next sentence is a line of its own, with its time."""
Turn = tuple[str, str, str]
"""Time, speaker, and what was said."""
_VOICE = re.compile(r"<v(?:\.[^ >]*)? (?P<who>[^>]*)>")
_RTF = re.compile(
    r"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-f]{2})|\\(?P<sign>[^a-z'])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)",
    re.IGNORECASE,
)
_RTF_ASIDE = frozenset(
    ("fonttbl", "colortbl", "stylesheet", "info", "pict", "header", "footer", "generator", "object")
)


def main() -> None:
    """The text, or in one word why there is none."""
    bound()
    kind, content = sys.argv[1], sys.stdin.buffer.read()
    try:
        told: Any = {"text": KINDS[kind](content)[:MOST_CHARACTERS]}
    except _Refused as refused:
        told = str(refused)
    sys.stdout.write(json.dumps(told))


class _Refused(Exception):
    """In one word, why there is no text."""


def bound() -> None:
    """No more memory than this, where the system can be told so."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def docx(content: bytes) -> str:
    """A Word document by way of its HTML: raw text would join what a line break parts."""
    import mammoth  # noqa: PLC0415  within the bounds

    return web(mammoth.convert_to_html(io.BytesIO(content)).value.encode())


def web(content: bytes) -> str:
    """A web page: what is shown, a line a block."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415

    page = LexborHTMLParser(content.decode("utf-8", errors="replace"))
    for node in page.css("script, style, head, noscript, template"):
        node.decompose()
    for node in page.css(_BLOCKS):
        node.insert_before("\n")
        if node.tag != "br":
            node.insert_after("\n")
    return _lines(page.body.text() if page.body else "")


def pdf(content: bytes) -> str:
    """A PDF's text, page after page; a scanned one has none."""
    import pypdfium2  # noqa: PLC0415

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _Refused(LOCKED if "password" in str(error).lower() else DAMAGED) from error
    pages = [document[at].get_textpage().get_text_bounded() for at in range(len(document))]
    text = _lines(_unbroken("\n".join(pages)))
    if not text:
        raise _Refused(SCANNED)
    return text


def _unbroken(text: str) -> str:
    """The words that a line's end had broken. PDFium 5.15 gives one sign for every hyphen there.

    Between letters it is taken for one that the setting made; beside a figure ("20-30 hours",
    "24-hour") it stays a hyphen, so that no two figures become one.
    """
    joined = re.sub(r"(?<=[^\W\d_])[\x02\ufffe](?=[^\W\d_])", "", text.replace("\xad", ""))
    return re.sub(r"[\x02\ufffe]", "-", joined)


def odt(content: bytes) -> str:
    """An OpenDocument text without what was struck from it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            root = ElementTree.fromstring(packed.read("content.xml"))
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, RuntimeError) as error:
        raise _Refused(DAMAGED) from error
    return _lines("".join(_odt(root)))


def _odt(node: ElementTree.Element) -> Iterator[str]:
    if node.tag == f"{_ODT}tracked-changes":
        return
    yield node.text or ""
    for child in node:
        yield {f"{_ODT}line-break": "\n", f"{_ODT}tab": "\t", f"{_ODT}s": " "}.get(child.tag, "")
        yield from _odt(child)
        yield child.tail or ""
    if node.tag in {f"{_ODT}p", f"{_ODT}h"}:
        yield "\n"


def rtf(content: bytes) -> str:
    """Rich text: its words, without tables of fonts and pictures."""
    out: list[str] = []
    aside, stack = False, []
    for found in _RTF.finditer(content.decode("latin-1")):
        if found["brace"] == "{":
            stack.append(aside)
        elif found["brace"]:
            aside = stack.pop() if stack else False
        elif found["sign"] == "*" or (found["word"] or "").lower() in _RTF_ASIDE:
            aside = True
        elif not aside:
            out.append(_rtf_text(found))
    return _lines(re.sub("\ufdd0.", "", "".join(out), flags=re.DOTALL))


def _rtf_text(found: "re.Match[str]") -> str:
    if found["byte"]:
        return bytes.fromhex(found["byte"]).decode("cp1252", errors="replace")
    if found["word"]:
        word = found["word"].lower()
        if word == "u" and found["number"]:
            return chr(int(found["number"]) % 65536) + "\ufdd0"  # and its stand-in goes
        return {"par": "\n", "line": "\n", "tab": "\t", "emdash": "\u2014", "endash": "\u2013",
                "rquote": "\u2019", "lquote": "\u2018", "ldblquote": "\u201c",
                "rdblquote": "\u201d"}.get(word, "")  # fmt: skip
    if found["sign"]:
        return {"~": " ", "_": "-"}.get(
            found["sign"], found["sign"] if found["sign"] in "\\{}" else ""
        )
    return found["text"] or ""


def cues(content: bytes) -> str:
    """Subtitles of a talk (.vtt, .srt): a line a turn, with who speaks where that is told."""
    text = content.decode("utf-8-sig", errors="replace")
    turns: list[Turn] = []
    at = ""
    for line in text.splitlines():
        cue = _CUE.match(line.strip())
        if cue or not line.strip():
            at = _moment(cue["from"]) if cue else ""
        elif at:
            _turn(turns, at, line.strip())
    return _lines("\n".join(f"[{at}] {who}{who and ': '}{said}" for at, who, said in turns))


def _moment(begins: str) -> str:
    """`01:02.500` as `0:01:02`."""
    *hours, minutes, seconds = (int(part) for part in re.split("[:.,]", begins)[:-1])
    return f"{sum(hours)}:{minutes:02}:{seconds:02}"


def _turn(turns: list[Turn], at: str, line: str) -> None:
    """One line of a cue: each voice of it its own; the same voice goes on until a sentence ends."""
    parts = _VOICE.split(line)
    voiced = list(zip(["", *parts[1::2]], parts[::2], strict=False))
    for who, words in voiced:
        said = html.unescape(re.sub(r"<[^>]*>", "", words)).strip()
        if said and turns and (turns[-1][1] == who or not who) and not _ends(turns[-1][2]):
            turns[-1] = (*turns[-1][:2], f"{turns[-1][2]} {said}")
        elif said:
            goes_on = turns[-1][1] if turns and not who else ""
            turns.append((at, html.unescape(who).strip() or goes_on, said))


def _ends(said: str) -> bool:
    """Whether a sentence ends here, and enough was said for a line."""
    return len(said) >= LINE and said.endswith((".", "?", "!"))


def _lines(text: str) -> str:
    """Without outer white space, and at most one empty line between."""
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


KINDS: dict[str, Callable[[bytes], str]] = {
    "docx": docx, "html": web, "pdf": pdf, "odt": odt, "rtf": rtf, "vtt": cues,
}  # fmt: skip


if __name__ == "__main__":
    main()
