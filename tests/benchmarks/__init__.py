"""Speeds as ratios, each from one command; nothing here is an assertion."""
