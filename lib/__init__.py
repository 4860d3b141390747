"""Fieldwork: what people said about their work, counted and compared."""
