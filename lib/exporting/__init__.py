"""Ways out: everything as JSON, sheets, workbooks, highlights, vCards."""
