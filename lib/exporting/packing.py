"""Several files in one packed one: the same files give the same bytes."""

import io
import zipfile
from collections.abc import Iterable

MADE = (2026, 1, 1, 0, 0, 0)
"""The day written beside every file."""


def packed(files: Iterable[tuple[str, str]]) -> bytes:
    """The texts under their names, in their order."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, text in files:
            part = zipfile.ZipInfo(name, MADE)
            # What kind of file it is stands first in an OpenDocument, and not packed.
            part.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            pack.writestr(part, text.encode())
    return made.getvalue()
