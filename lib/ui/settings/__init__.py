"""Profile, names of skills, files in and out, history, the account."""
