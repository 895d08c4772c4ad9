"""Fields that grow with their lines."""

from pytestqt.qtbot import QtBot

from views.widgets.board_text import GrowingText


def test_japanese_lines_are_not_cut_at_the_bottom(qtbot: QtBot) -> None:
    field = GrowingText("Interests")
    qtbot.addWidget(field)
    field.set_text("注文：ポンプハウジング試作（顧客9件中8）、内視鏡スリーブ（6）、鉗子先端部品（6）")
    field.resize(260, 20)
    field.show()
    qtbot.waitExposed(field)
    block = field.document().begin()
    assert block.layout().lineCount() > 1
    assert field.sizeHint().height() >= field.blockBoundingRect(block).height() + field.contentOffset().y()
