"""Who is looking at this window, and the page to sign in."""
