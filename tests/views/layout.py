"""What a good layout is, as checks over a window that is shown: nothing cut, nothing overlapping, readable, named, reachable, translated.

`faults(drive)` gives one sentence a fault. Tests of single panes call it too, for states that the walk does not reach.
"""

import re
from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter, QPixmap, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollBar,
    QSplitterHandle,
    QToolTip,
    QWidget,
)

from tests.views.driving import Drive
from views.theme import current_theme
from views.theme.paint import Painted, recording
from views.widgets import KeyHint, Toast
from workbench.strings import language

LEAST_CONTRAST = 4.5
SLACK = 1
TAB_LIMIT = 400


def faults(drive: Drive, *, tab: bool = False) -> list[str]:
    """Everything that is wrong with what the window shows now. `tab` also walks the focus order, which takes longer."""
    root = drive._top()
    picture = Picture(drive.window)
    found: list[str] = []
    for widget in shown_widgets(root):
        if not shiboken6.isValid(widget):
            continue
        painted = texts_of(widget)
        found += cut_text(widget, painted)
        found += hard_to_read(widget, painted, picture)
        found += nameless(widget)
        found += overlapping(widget)
        if language() == "ja":
            found += untranslated(widget, painted)
    if tab:
        drive.settle()
        found += unreachable(root)
    return found


class Picture:
    """The window as painted, taken when first asked for."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._image: QImage | None = None

    @property
    def image(self) -> QImage:
        """The picture."""
        if self._image is None:
            self._image = self._window.grab().toImage()
        return self._image


def shown_widgets(root: QWidget) -> list[QWidget]:
    """All visible widgets with some room under `root`, itself included."""
    widgets = [root, *root.findChildren(QWidget)]
    return [widget for widget in widgets if widget.isVisible() and not widget.visibleRegion().isEmpty()]


def texts_of(widget: QWidget) -> list[Painted]:
    """What the widget alone paints through `draw_text`."""
    target = QPixmap(widget.size())
    target.fill(Qt.GlobalColor.transparent)
    with recording() as seen:
        painter = QPainter(target)
        widget.render(painter, QPoint(), QRegion(), QWidget.RenderFlag(0))
        painter.end()
    area = QRectF(widget.rect())
    return [one for one in seen if area.intersects(one.rect)]


def cut_text(widget: QWidget, painted: list[Painted]) -> Iterator[str]:
    """Text that sticks out of its place, or that is cut without the whole of it in a tooltip."""
    for one in painted:
        if one.clipped:
            yield f"{called(widget)}: “{one.text}” does not fit"
        elif one.elided and not told_by_tooltip(widget, one):
            yield f"{called(widget)}: “{one.text}” is cut to “{one.shown}” without a tooltip"
        elif not in_scroll_area(widget) and one.rect.bottom() > widget.height() + SLACK + 3:
            yield f"{called(widget)}: “{one.text}” sticks out below by {one.rect.bottom() - widget.height():.0f} px"
    if (
        not painted
        and isinstance(widget, QLabel)
        and widget.text()
        and not widget.wordWrap()
        and widget.sizeHint().width() > widget.width() + SLACK
    ):
        yield f"{called(widget)}: “{widget.text()}” does not fit"
    if isinstance(widget, QLineEdit) and not widget.text() and widget.placeholderText():
        room = widget.width() - widget.textMargins().left() - widget.textMargins().right() - 16
        if widget.fontMetrics().horizontalAdvance(widget.placeholderText()) > room + SLACK:
            yield f"{called(widget)}: the placeholder “{widget.placeholderText()}” does not fit"


def told_by_tooltip(widget: QWidget, one: Painted) -> bool:
    """Whether hovering the cut text tells the whole of it."""
    if one.text in widget.toolTip() or (widget.parentWidget() is not None and one.text in widget.parentWidget().toolTip()):
        return True
    area = one.rect.intersected(QRectF(widget.rect()))
    place = QPoint(round(area.x() + min(area.width() / 2, 12)), round(area.center().y()))
    QTest.mouseMove(widget, place)
    if one.text in widget.toolTip():
        return True
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    told = QToolTip.text()
    QToolTip.hideText()
    return one.text in told


def hard_to_read(widget: QWidget, painted: list[Painted], picture: Picture) -> Iterator[str]:
    """Text with a contrast under 4.5 to 1 to what it stands on."""
    for one in painted:
        ground = one.background or ground_under(widget, one.rect, picture.image)
        if ground.alpha() < 255:
            ground = over(ground, current_theme().colour("app"))
        ratio = contrast(over(one.colour, ground), ground)
        if ratio < LEAST_CONTRAST and any(letter.isalnum() for letter in one.text):
            yield f"{called(widget)}: “{one.text}” has a contrast of {ratio:.1f} ({one.colour.name()} on {ground.name()})"


def ground_under(widget: QWidget, rect: QRectF, picture: QImage) -> QColor:
    """The commonest colour where the text stands."""
    ratio = picture.devicePixelRatio()
    corner = widget.mapTo(widget.window(), QPoint(0, 0))
    counts: dict[int, int] = {}
    for column in range(9):
        for line in range(5):
            x = round((corner.x() + rect.x() + rect.width() * column / 8) * ratio)
            y = round((corner.y() + rect.y() + rect.height() * line / 4) * ratio)
            if picture.valid(x, y):
                pixel = picture.pixel(x, y)
                counts[pixel] = counts.get(pixel, 0) + 1
    return QColor(max(counts, key=lambda pixel: counts[pixel])) if counts else current_theme().colour("app")


def over(front: QColor, back: QColor) -> QColor:
    """`front` laid over an opaque `back`."""
    share = front.alphaF()
    return QColor.fromRgbF(*(a * share + b * (1 - share) for a, b in zip(front.getRgbF()[:3], back.getRgbF()[:3], strict=True)))


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    """Relative luminance of WCAG 2."""
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def nameless(widget: QWidget) -> Iterator[str]:
    """A control that a screen reader could not name."""
    if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or isinstance(widget, QScrollBar | QHeaderView | QSplitterHandle):
        return
    if (
        isinstance(widget, QAbstractScrollArea)
        and not isinstance(widget, QAbstractItemView)
        and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ):
        return
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    if not (widget.accessibleName() or text):
        yield f"{called(widget)} has no accessible name"


def overlapping(parent: QWidget) -> Iterator[str]:
    """Visible children that lie on each other, or stick out of their parent."""
    if isinstance(parent, QAbstractScrollArea | QComboBox | QScrollBar | QHeaderView) or in_scroll_area(parent):
        return
    layout = parent.layout()
    children = [
        child
        for child in parent.children()
        if isinstance(child, QWidget)
        and child.isVisible()
        and not child.isWindow()
        and not floats(child)
        and (layout is None or layout.indexOf(child) >= 0)
    ]
    for index, child in enumerate(children):
        box = child.geometry()
        if not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(box) and not box.isEmpty():
            yield f"{called(child)} {shape(box)} sticks out of {called(parent)} {shape(parent.rect())}"
        for other in children[index + 1 :]:
            both = box.intersected(other.geometry())
            if both.width() > SLACK and both.height() > SLACK:
                yield f"{called(child)} {shape(box)} and {called(other)} {shape(other.geometry())} overlap"


def floats(widget: QWidget) -> bool:
    """Whether the widget is meant to lie over others."""
    through = widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return through or isinstance(widget, Toast) or bool(widget.property("floats"))


def in_scroll_area(widget: QWidget) -> bool:
    """Whether the widget is the viewport or the content of something that scrolls."""
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractScrollArea):
        return True
    return parent is not None and isinstance(parent.parentWidget(), QAbstractScrollArea)


def unreachable(root: QWidget) -> Iterator[str]:
    """Controls that Tab never comes to."""
    wanted = {
        widget
        for widget in shown_widgets(root)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not isinstance(widget, QScrollBar)
    }
    if not wanted:
        return
    start = next(iter(wanted))
    start.setFocus(Qt.FocusReason.TabFocusReason)
    seen: set[QWidget] = set()
    for _ in range(TAB_LIMIT):
        focused = QApplication.focusWidget()
        if focused is None or focused in seen:
            break
        seen.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    for widget in wanted - seen:
        if not exclusive_twin(widget, seen):
            yield f"Tab never comes to {called(widget)} (it went {[called(one) for one in list(seen)[:4]]} ...)"


def exclusive_twin(widget: QWidget, seen: set[QWidget]) -> bool:
    """Radio buttons of one group are one stop; arrows go on from there."""
    if not isinstance(widget, QAbstractButton) or not widget.autoExclusive():
        return False
    return any(isinstance(other, QAbstractButton) and other.autoExclusive() and other.parent() is widget.parent() for other in seen)


def untranslated(widget: QWidget, painted: list[Painted]) -> Iterator[str]:
    """English words of ours in a Japanese window."""
    texts = {one.text for one in painted} | {widget.accessibleName(), widget.toolTip(), widget.accessibleDescription()}
    if isinstance(widget, QLabel | QAbstractButton):
        texts.add(widget.text().replace("&&", "&"))
    if isinstance(widget, QLineEdit):
        texts.add(widget.placeholderText())
    for text in texts - ({widget.key} if isinstance(widget, KeyHint) else set()):
        if text and is_ours(text):
            yield f"{called(widget)}: “{text}” is not translated"


_ours: dict[str, bool] = {}
_patterns: list[re.Pattern[str]] = []


def is_ours(text: str) -> bool:
    """Whether the text is one of the program's English strings that has a Japanese one."""
    if text not in _ours:
        if not _patterns:
            _patterns.extend(english_patterns())
        _ours[text] = text.isascii() and any(pattern.fullmatch(text) for pattern in _patterns)
    return _ours[text]


def english_patterns() -> list[re.Pattern[str]]:
    """One pattern a message with letters of its own, its fields standing for anything."""
    import importlib.util
    from pathlib import Path

    file = Path(__file__).parents[2] / "resources" / "translations" / "compile.py"
    spec = importlib.util.spec_from_file_location("compile_translations", file)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    from workbench.strings import tr

    patterns = []
    for one, many in module.used_strings().items():
        for message in filter(None, (one, many)):
            fixed = re.sub(r"\{[^}]*\}", "", message)
            if len(re.findall(r"[A-Za-z]", fixed)) >= 3 and tr(message) != message:
                parts = re.split(r"\{[^}]*\}", message)
                patterns.append(re.compile(".+".join(map(re.escape, parts)), re.DOTALL))
    return patterns


def called(widget: QWidget) -> str:
    """A widget's class and name, and what it is part of."""
    name = widget.accessibleName() or widget.objectName()
    outer = widget.parentWidget()
    inside = f" in {type(outer).__name__}" if outer is not None else ""
    return f"{type(widget).__name__}{f' “{name}”' if name else ''}{inside}"


def shape(box: QRect) -> str:
    """ "10,20 300x40" """
    return f"{box.x()},{box.y()} {box.width()}x{box.height()}"
