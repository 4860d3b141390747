"""What carries a person through one conversation, pure: agenda, letters, its hour, readiness."""
