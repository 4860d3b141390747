"""Names of skills: the official ones, the explorer's own, what was meant, lists of them."""
