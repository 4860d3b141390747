"""Each layer reads its own rows and columns alone: what a browser need not sift at every change.

A drawing keeps its marks in one set with a column `part`. Here a layer that begins with
`datum.part == 'x'` is given the set `marks/x`, which holds that part and the columns it names.
"""

import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

_PART = re.compile(r"datum\.part == '([^'|]+)'")


def split(spec: dict[str, Any]) -> dict[str, Any]:
    """The specification with a data set a part, where a layer asks for one part."""
    whole = spec.get("data")
    if "layer" in spec:
        spec["layer"] = [_own_set(layer, whole) for layer in spec["layer"]]
    return spec


def _own_set(layer: dict[str, Any], inherited: Any) -> dict[str, Any]:
    data, steps = layer.get("data", inherited), layer.get("transform", [])
    found = [step for step in steps if _PART.fullmatch(str(step.get("filter", "")))]
    if not data or len(found) != 1:
        return layer
    part = _PART.fullmatch(found[0]["filter"])
    name = f"{data['name']}/{part[1] if part else ''}"
    left = [step for step in steps if step is not found[0]]
    return {**layer, "data": {"name": name}, "transform": left}


def sliced(spec: dict[str, Any], data: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The sets that the specification names, by name."""
    named: dict[str, set[str]] = {}
    for name, words in _read(spec, None):
        named.setdefault(name, {"key"}).update(words)
    return {name: _slice(data, name, words) for name, words in named.items()}


def _slice(data: dict[str, pd.DataFrame], name: str, words: set[str]) -> pd.DataFrame:
    whole, _, part = name.partition("/")
    rows = data[whole]
    rows = rows[rows["part"] == part] if part else rows
    return rows[[column for column in rows.columns if column in words]]


def _read(spec: dict[str, Any], inherited: Any) -> Iterator[tuple[str, set[str]]]:
    """Each layer's set, with every word of the layer: the columns are among them."""
    data = spec.get("data", inherited)
    for layer in spec.get("layer", ()):
        yield from _read(layer, data)
    if data and "layer" not in spec:
        yield data["name"], set(re.findall(r"\w+", repr(spec)))
