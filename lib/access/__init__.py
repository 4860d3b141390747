"""Who is looking: this computer, a passphrase, an OpenID sign-in, or a coach with a link."""
