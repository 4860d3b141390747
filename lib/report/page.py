"""The report as one page of HTML that asks nothing of any network: charts, their tables, no link.

What was typed is escaped where it is text and stands as JSON where it is data. A policy in the page
runs its two scripts, known by their digests, and loads nothing else.
"""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from pathlib import Path

import pandas as pd

from lib.answers.report import Part, Report, Section
from lib.charts.base import Drawing
from lib.markdown import pieces, text
from lib.report.figures import as_json, cells, specification

HERE = Path(__file__).parent
ABOUT = "What this holds, and how to read it"
WITHOUT = (
    "The charts are drawn where scripts may run, as in a browser. Here the tables under each "
    "question hold the same figures."
)


def page(report: Report, engine: str) -> bytes:
    """The whole page; `engine` is what draws the charts."""
    own, style = _read("page.js"), _read("page.css")
    opening = report.opening
    first, *others = (_section(n, one) for n, one in enumerate(report.sections, 1))
    rest = "".join(others)
    policy = (
        f"default-src 'none'; script-src {_digest(engine)} {_digest(own)}; "
        "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    )
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">'
        f"<title>{escape(opening.title)}, {opening.day.day} {opening.day:%B %Y}</title>"
        f"<style>{style}</style></head><body>"
        f"{_opening(report)}<main>{first}{_about(report)}{rest}</main>"
        f"<script>{engine}</script><script>{own}</script></body></html>\n"
    ).encode()


def _read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _digest(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def _opening(report: Report) -> str:
    opening = report.opening
    links = "".join(
        f'<li><a href="#s{n}">{escape(one.title)}</a></li>'
        for n, one in enumerate(report.sections, 1)
    )
    return (
        f'<header><h1>{escape(opening.title)}</h1><p class="day">As of '
        f"{opening.day.day} {opening.day:%B %Y}. {opening.counts}.</p>"
        f'<nav aria-label="Sections"><ul>{links}</ul></nav>'
        f'<noscript><p class="noscript">{WITHOUT}</p></noscript></header>'
    )


def _about(report: Report) -> str:
    """What is in and out, and how to read it: behind the answers."""
    opening = report.opening
    fields = "".join(f"<li>{escape(name)}: {people}</li>" for name, people in opening.fields)
    rules = "".join(f"<li>{escape(rule)}</li>" for rule in opening.how_to_read)
    return (
        f'<section aria-label="{ABOUT}"><h2>{ABOUT}</h2>'
        f"<dl><dt>Fields</dt><dd><ul>{fields}</ul></dd>"
        f"<dt>What is in</dt><dd>{escape(opening.within)}</dd>"
        f"<dt>What is out</dt><dd>{escape(opening.out)}</dd>"
        f'<dt>How to read it</dt><dd><ul class="read">{rules}</ul></dd></dl></section>'
    )


def _section(number: int, section: Section) -> str:
    parts = "".join(_part(f"s{number}p{n}", part) for n, part in enumerate(section.parts, 1))
    head = f'<h2 id="s{number}">{escape(section.title)}</h2>'
    return f'<section aria-labelledby="s{number}">{head}{parts}</section>'


def _part(name: str, part: Part) -> str:
    told = f"<p>{_markup(part.answer)}</p>" if part.answer else ""
    points = "".join(f"<li>{_markup(point)}</li>" for point in part.points)
    told += f'<ul class="read">{points}</ul>' if points else ""
    return f"<h3>{escape(part.question)}</h3>{told}{''.join(_shown(name, part))}"


def _shown(name: str, part: Part) -> Iterator[str]:
    caption = _markup(part.caption)
    if part.drawing is not None:
        yield _figure(name, part, part.drawing, caption)
    elif part.table is not None:
        yield _table(part.table, part.question)
        yield f'<p class="caption">{caption}</p>' if caption else ""


def _figure(name: str, part: Part, drawing: Drawing, caption: str) -> str:
    """The chart, its count below it, and its figures in a table behind a line that opens."""
    spec = {
        **specification(drawing),
        "width": "container",
        "autosize": {"type": "fit-x", "contains": "padding"},
        "description": f"{part.question} {text(part.answer)} The table below holds its figures.",
    }
    return (
        f'<figure><div class="chart" id="{name}"></div>'
        f'<script type="application/json" data-chart="{name}">{as_json(spec)}</script>'
        f"<figcaption>{caption}</figcaption>"
        f"<details><summary>The figures in a table</summary>"
        f"{_table(drawing.table, part.question)}</details></figure>"
    )


def _table(table: pd.DataFrame, title: str) -> str:
    heads = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in table.columns)
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in cells(table)
    )
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(title)}">'
        f"<table><caption>{escape(title)}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def _markup(sentence: str) -> str:
    told = ""
    for piece in pieces(sentence):
        words = escape(piece.text).replace("\n", "<br>")
        told += f"<strong>{words}</strong>" if piece.bold else words
    return told
