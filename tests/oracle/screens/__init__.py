"""A module a screen: what the app shows there, and what the definitions make of the same rows.

Both are figures by (name, where), compared by `tests.oracle.differences`.
"""
