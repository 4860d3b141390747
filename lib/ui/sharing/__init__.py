"""Links, the file for a coach, the coach's own page, and what they wrote."""
