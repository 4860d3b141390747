"""The report as a file: a page that opens from disk without a network, or a paper to print."""

from lib.report.making import ENDINGS, made

__all__ = ["ENDINGS", "made"]
