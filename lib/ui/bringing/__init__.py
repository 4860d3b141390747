"""Bringing a file in, on the screen Data: matched, compared, asked about, written by one press."""

from lib.ui.bringing.bring_in import bring_in

__all__ = ["bring_in"]
