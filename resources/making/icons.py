"""Icons of the window: the few of Lucide that we use."""

import shutil
from pathlib import Path

from making import licences
from making.packages import Packages

PACKAGE, VERSION = "lucide-static", "1.62.0"
NAMES = """
    sun sunrise moon target layers users user user-plus user-check contact calendar calendar-check calendar-clock calendar-days
    calendar-plus calendar-range calendar-x file-text file file-plus file-down files file-spreadsheet book-open search plus minus x check
    check-check chevron-down chevron-up chevron-left chevron-right chevrons-down chevrons-up chevrons-left chevrons-right chevrons-up-down
    arrow-down arrow-up arrow-left arrow-right arrow-up-down arrow-up-right arrow-down-right arrow-left-right lock lock-open undo-2 redo-2
    download upload printer folder folder-open folder-plus settings sliders-horizontal map map-pin map-pin-off map-pinned phone phone-call
    mail clock timer hourglass trash-2 archive archive-restore pencil square-pen tag tags building building-2 store factory house car
    footprints train-front briefcase handshake route navigation locate-fixed sparkles triangle-alert circle-alert info circle-check
    circle-question-mark circle-x circle circle-dot circle-plus ban copy clipboard clipboard-list clipboard-check save database
    database-backup hard-drive external-link link link-2 unlink list list-checks list-filter list-ordered list-todo layout-dashboard
    layout-grid grid-2x2 grid-2x2-plus columns-2 columns-3 rows-3 table table-2 filter funnel funnel-x history rotate-ccw rotate-cw
    refresh-cw loader-circle qr-code gift flag compass swords lightbulb gem heart star award trophy crown shield grip-vertical
    grip-horizontal eye eye-off ellipsis ellipsis-vertical panel-right panel-left panel-right-close panel-right-open keyboard command
    languages globe palette bell message-square message-circle notebook-pen notebook-text quote activity gauge trending-up trending-down
    chart-column chart-bar chart-line chart-pie chart-scatter chart-no-axes-column chart-gantt scale percent coins banknote wallet
    japanese-yen git-branch git-merge waypoints split merge move zoom-in zoom-out maximize maximize-2 minimize-2 play pause square
    square-check skip-forward log-out paperclip send share-2 power hash type monitor bug import
"""


def make(store: Packages, resources: Path) -> None:
    """Write resources/icons, one SVG a name; the icons of an earlier run are removed."""
    package = store.npm(PACKAGE, VERSION)
    folder = resources / "icons"
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.svg"):
        old.unlink()
    for name in NAMES.split():
        shutil.copyfile(package / "icons" / f"{name}.svg", folder / f"{name}.svg")
    notice = licences.Notice(
        "lucide", "Lucide, Lucide Icons and Contributors; parts from Feather, Cole Bemis", f"npm {PACKAGE} {VERSION}", "ISC; MIT",
        ("icons/*.svg",), "none",
    )
    licences.write(resources, notice, package / "LICENSE")
