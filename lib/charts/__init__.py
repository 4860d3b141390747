"""Charts: frames in, a drawing out (compiled once a process); one module a subject."""
