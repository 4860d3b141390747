"""`python -m lib.server`: Fieldwork for others to open (lib/serving/server.py)."""

import sys

from lib.serving.server import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
