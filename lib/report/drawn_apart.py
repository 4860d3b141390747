"""Draws charts: a JSON line in, a JSON line out; "engine" asks for the script of a page.

A specification is drawn as SVG, one under "png" as a picture in base64.

Run as a program of its own: the library holds Python's one lock while it draws, so that a server
would answer nobody meanwhile, and beside it the next section is read.
"""

import json
import sys
from base64 import b64encode

ENGINE = "engine"


def main() -> None:
    """Answer each line in its order."""
    import vl_convert  # noqa: PLC0415  (30 MB of engine: this program alone loads it)

    fonts = sys.argv[1:]
    for folder in fonts:
        vl_convert.register_font_directory(folder)
    for line in sys.stdin:
        asked = json.loads(line)
        if asked == ENGINE:
            drawn = vl_convert.javascript_bundle()  # type: ignore[call-arg]  # it has a default
        elif "png" in asked:
            drawn = b64encode(vl_convert.vegalite_to_png(asked["png"], scale=2)).decode()
        else:
            drawn = vl_convert.vegalite_to_svg(asked)
        sys.stdout.write(json.dumps(drawn) + "\n")


if __name__ == "__main__":
    main()
