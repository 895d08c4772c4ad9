"""Pictures of the real window without a screen: for the `screenshot` verb and the README."""

import argparse
import os
import tempfile
from datetime import date
from pathlib import Path

from views.panes import PANES
from workbench import clock
from workbench.commands.line import Answer, Verb
from workbench.commands.opened import opened
from workbench.errors import BadInput
from workbench.output.files import write_whole
from workbench.strings import LANGUAGES, tr
from workbench.workspace import Workspace, backups

SIZE = (1440, 900)
README_PANES = ("today", "goals", "swot", "segments", "tiers", "plan", "customers")
README_FOLDER = Path(__file__).parents[1] / "resources" / "pictures"
README_DAY = date(2026, 11, 24)


def pane_names() -> tuple[str, ...]:
    """The panes that can be pictured, in rail order."""
    return tuple(place.name for place in PANES)


def shoot(workspace: Workspace, pane: str, out: Path, size: tuple[int, int] = SIZE, dark: bool = False, lang: str = "en") -> Path:
    """Write a PNG of the window on `pane` at `size` px and close the workspace.

    Raises BadInput for an unknown pane or where a workspace stands at `out`, and CannotDo where `out` cannot be written.
    """
    if pane not in pane_names():
        raise BadInput(tr("There is no pane called {name}.", name=pane), "", tr("Use one of: {names}.", names=", ".join(pane_names())))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray

    from views import settings as declared
    from views.app import Shell, application
    from views.settle import settle

    application()
    with tempfile.TemporaryDirectory() as folder:
        settings = declared.Settings(Path(folder) / "window.json")
        settings.set(declared.LANGUAGE, lang)
        settings.set(declared.THEME, "dark" if dark else "light")
        window = Shell(application(), settings).window
        window.resize(*size)
        window.show()
        window.show_file(workspace)
        window.navigate(pane)
        settle(window)
        picture = window.grab().toImage()
        window.close()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    write_whole(out, content.data())
    return out


def shoot_readme(folder: Path = README_FOLDER, size: tuple[int, int] = SIZE, dark: bool = False, lang: str = "en") -> Path:
    """Write the README's pictures into `folder`: the sample company as it is on the README's day, so that they only change with the program.

    Raises CannotDo where they cannot be written.
    """
    from workbench.workspace.sample import create_sample

    with tempfile.TemporaryDirectory() as made, clock.fixed_today(README_DAY):
        file = Path(made) / "kitagawa.asaichi"
        create_sample(file, lang).close()
        for pane in README_PANES:
            shoot(Workspace.open(file), pane, folder / f"{pane}.png", size, dark, lang)
    return folder


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the workspace; without it the README's pictures are made anew")
    parser.add_argument("--pane", metavar="NAME", help="the pane; `list` names them all")
    parser.add_argument("--out", type=Path, metavar="PNG", help="where the picture goes")
    parser.add_argument("--size", default=f"{SIZE[0]}x{SIZE[1]}", metavar="WxH", help="size of the window in px (default: 1440x900)")
    parser.add_argument("--dark", action="store_true", help="the dark appearance")
    parser.add_argument("--lang", choices=sorted(LANGUAGES), default="en", help="language of the window (default: en)")


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit() and 1100 <= int(width) <= 8000 and 700 <= int(height) <= 8000):
        raise BadInput(tr("The size is two numbers from 1100x700 to 8000x8000."), text, tr("Write it like 1440x900."))
    return int(width), int(height)


def _do(words: argparse.Namespace) -> Answer:
    if words.file is None:
        return {"path": str(shoot_readme(README_FOLDER, _size(words.size), words.dark, words.lang)), "panes": list(README_PANES)}
    if words.pane is None:
        raise BadInput(tr("A picture shows one pane."), "", tr("Name it with --pane; `--pane list` names them all."))
    if words.pane == "list":
        with opened(words.file):
            return {"path": None, "panes": list(pane_names())}
    if words.out is None:
        raise BadInput(tr("A picture needs a place."), "", tr("Name it with --out."))
    size = _size(words.size)
    with tempfile.TemporaryDirectory() as folder:
        copy = backups.save_copy(words.file, Path(folder) / words.file.name)
        path = shoot(Workspace.open(copy), words.pane, words.out, size, words.dark, words.lang)
    return {"path": str(path), "panes": [words.pane]}


def _say(answer: Answer) -> str:
    panes = answer["panes"]
    return str(answer["path"]) if answer["path"] else "\n".join(panes if isinstance(panes, list) else [])


VERB = Verb("screenshot", "a pane as a picture", _arguments, _do, _say)
