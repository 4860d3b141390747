"""The writes: verbs that change one thing and commit nothing; the caller's `with` does."""
