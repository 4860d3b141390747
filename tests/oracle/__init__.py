"""The definitions a second time, in plain Python over an export, and held against the app.

`python -m tests.oracle` compares every figure of the Explore screens on generated databases.
Nothing here imports `lib.statistics` or `lib.answers` but `compared`, which reads what they say.
"""
