"""Watching what is typed leaves no warning behind when a field goes or is replaced."""

import warnings

from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from tests.views.driving import Drive


def test_a_line_that_is_replaced_while_it_has_the_keyboard_leaves_no_warning(drive: Drive) -> None:
    pane = drive.open("customers")
    combo = QComboBox(pane)
    combo.setEditable(True)
    combo.show()
    combo.setFocus()
    drive.settle()
    assert QApplication.focusWidget() is not None
    combo.setLineEdit(QLineEdit(combo))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        drive.window.undo_keys._moved(combo, pane)
    combo.deleteLater()
