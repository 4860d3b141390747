"""The two servers: one's own computer's, and the one that others may open."""
