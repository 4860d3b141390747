"""What reads bytes, text, delimited lines and workbooks, for imports and reference data alike."""
