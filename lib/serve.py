"""`python -m lib.serve`: Fieldwork on one's own computer (lib/serving/serve.py)."""

import sys

from lib.serving.serve import main

if __name__ == "__main__":
    main(sys.argv[1:])
