"""Several servers behind nginx, as the guide sets them up."""
