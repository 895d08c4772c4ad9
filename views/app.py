"""Starting the window: application, look, language, what happens with faults, and which file is shown first."""

import views.quick_start  # isort: skip  # noqa: F401  (before Qt)

import logging
import sys
from datetime import date
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, QMessageLogContext, QObject, Qt, QtMsgType, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from views import settings as declared
from views.settings import Settings
from views.theme import Theme, install
from views.window import Window
from workbench import clock, log
from workbench.errors import WorkbenchError
from workbench.strings import set_language

_log = logging.getLogger("asaichi")
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def open_window(words: list[str]) -> int:
    """`./run`, `./run FILE` or `./run FILE --today 2026-11-24`: show the window; returns the exit code."""
    if "--today" in words:
        at = words.index("--today")
        try:
            clock.set_today(date.fromisoformat(words[at + 1]))
        except (IndexError, ValueError):
            sys.stderr.write("--today wants a day like 2026-11-24.\n")
            return 2
        words = words[:at] + words[at + 2 :]
    return run(Path(words[0]) if words else None)


def run(path: Path | None = None) -> int:
    """Show the window and return when it is closed. `path` is the file to open, else the last one, else the welcome page is shown."""
    log.start()
    app = application()
    qInstallMessageHandler(qt_message)
    shell = Shell(app, Settings())
    sys.excepthook = shell.fault
    shell.open_first(path)
    shell.window.show()
    return app.exec()


def application() -> QApplication:
    """The QApplication, made once."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Asaichi")
    app.setDesktopFileName("asaichi")
    return app


class Shell(QObject):
    """Ties settings, theme, language and window together and takes the faults of the event loop."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self.settings = settings
        set_language(chosen_language(settings))
        self.theme: Theme = install(app, settings.get(declared.THEME), settings.get(declared.TEXT_SIZE) / 100)
        self.window = Window(settings, self.theme)
        settings.changed.connect(self._changed)

    def open_first(self, path: Path | None) -> None:
        """Open `path` or the last file; where there is none, or it cannot be opened, the welcome page."""
        last = self.settings.get(declared.LAST_FILE)
        first = path or (Path(last) if last and Path(last).is_file() else None)
        if first is not None:
            self.window.open_path(first)
        if self.window.frame is None:
            self.window.show_welcome()

    @Slot(str)
    def _changed(self, key: str) -> None:
        if key == declared.LANGUAGE.key:
            set_language(chosen_language(self.settings))
            self.window.translate()
        elif key == declared.THEME.key:
            self.theme.set_mode(self.settings.get(declared.THEME))
        elif key == declared.TEXT_SIZE.key:
            self.theme.set_text_scale(self.settings.get(declared.TEXT_SIZE) / 100)
        if key in (declared.THEME.key, declared.TEXT_SIZE.key) and self.window.frame is not None:
            self.window.frame.translate()

    def fault(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An exception reached the event loop: what the user can mend is told in place, a fault of ours opens the report."""
        if issubclass(kind, KeyboardInterrupt):
            self.window.close()
            return
        if isinstance(error, WorkbenchError):
            self.window.show_problem(error)
            return
        from views.dialogs.error_report import report

        text = report(kind, trace)
        _log.error("%s", text)
        self.window.navigate("error", text=text)


def chosen_language(settings: Settings) -> str:
    """The window's language: the one chosen, else the system's where we speak it."""
    chosen = settings.get(declared.LANGUAGE)
    if chosen != "system":
        return chosen
    return "ja" if QLocale.system().language() == QLocale.Language.Japanese else "en"


def qt_message(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Qt's own messages go to the log."""
    logging.getLogger("qt").log(LEVELS.get(kind, logging.WARNING), "%s", text)
