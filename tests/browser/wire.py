"""All that one browser window is sent and sends: frames, pages, media and downloads, decoded.

A frame is protobuf with tables of Arrow inside, whose strings may be compressed: searching its
bytes alone would find nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pyarrow as pa
from google.protobuf.message import (  # type: ignore[import-untyped]
    DecodeError,
    Message,
)
from playwright.sync_api import Error, Page, Response, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


@dataclass
class Wire:
    """What went over it: texts to search by where they were met, and raw bytes."""

    said: list[tuple[str, str]] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    frames: int = 0
    tables: int = 0
    files: list[str] = field(default_factory=list)

    def listen(self, window: Page) -> None:
        """From now on to everything that the window sends and gets."""
        window.on("websocket", self._socket)
        window.on("response", self._response)

    def _socket(self, socket: WebSocket) -> None:
        self.said.append(("address of a socket", socket.url))
        socket.on("framereceived", lambda payload: self._frame(ForwardMsg, payload))
        socket.on("framesent", lambda payload: self._frame(BackMsg, payload))

    def _frame(self, kind: type[Any], payload: str | bytes) -> None:
        self.frames += 1
        if isinstance(payload, str):
            self.said.append(("frame of text", payload))
            return
        self.raw.append(payload)
        message = kind()
        try:
            message.ParseFromString(payload)
        except DecodeError:  # Tornado's and Starlette's own handshakes
            self.said.append(("frame", payload.decode(errors="replace")))
            return
        for where, value in leaves(message, kind.__name__):
            self.value(where, value)

    def value(self, where: str, value: str | bytes) -> None:
        """One leaf of a message: text, a table, or other bytes."""
        if isinstance(value, str):
            self.said.append((where, value))
            return
        self.raw.append(value)
        table = as_table(value)
        if table is None:
            self.said.append((where, value.decode(errors="replace")))
            return
        self.tables += 1
        self.raw += [bytes(part) for part in buffers(table)]
        self.said += [(f"{where}: {name}", str(v)) for name, v in cells(table)]
        self.said.append((where, str(table.schema)))  # its metadata too

    def _response(self, response: Response) -> None:
        path = urlsplit(response.url).path
        self.said.append(("address", response.url))
        self.said += [("header", f"{k}: {v}") for k, v in response.headers.items()]
        if "/static/" in path and not path.startswith("/media"):
            return
        try:
            self.file(path, response.body())
        except Error:  # a redirect has none, and a page that was left took its own along
            return

    def file(self, name: str, body: bytes) -> None:
        """A whole file: of the server's, or a download."""
        self.files.append(name)
        self.raw.append(body)
        self.said.append((name, without_pixels(body).decode(errors="replace")))

    def saved(self, name: str, path: Path) -> None:
        self.file(f"download {name}", path.read_bytes())


def without_pixels(body: bytes) -> bytes:
    """What a PNG says in its other chunks: packed pixels hold every short word by chance."""
    if not body.startswith(b"\x89PNG"):
        return body
    kept, at = b"", 8
    while at < len(body):
        length = int.from_bytes(body[at : at + 4], "big")
        chunk = body[at + 4 : at + 8 + length]
        kept += b"" if chunk.startswith(b"IDAT") else chunk
        at += 12 + length
    return kept


def leaves(message: Message, where: str) -> Iterator[tuple[str, str | bytes]]:
    """Every text and every run of bytes in it, however deep, with the way to it."""
    for descriptor, value in message.ListFields():
        name = f"{where}.{descriptor.name}"
        for one in _each(value):
            if isinstance(one, Message):
                yield from leaves(one, name)
            elif isinstance(one, str | bytes):
                yield name, one


def _each(value: Any) -> Iterator[Any]:
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from (key, one)
    elif isinstance(value, Sequence) and not isinstance(value, str | bytes):
        yield from value
    else:
        yield value


def as_table(value: bytes) -> pa.Table | None:
    """The table that the bytes hold, if they do."""
    for opened in (pa.ipc.open_stream, pa.ipc.open_file):
        try:
            return opened(pa.BufferReader(value)).read_all()
        except (pa.ArrowInvalid, OSError):
            continue
    return None


def cells(table: pa.Table) -> Iterator[tuple[str, Any]]:
    for name in table.column_names:
        yield name, name
        for value in table.column(name).to_pylist():
            if value is not None:
                yield name, value


def buffers(table: pa.Table) -> Iterator[pa.Buffer]:
    """The memory of every column, uncompressed."""
    for column in table.columns:
        for chunk in column.chunks:
            yield from (part for part in chunk.buffers() if part is not None)
