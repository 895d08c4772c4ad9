"""The kind `orders`: one order line a line. Customers are made from them where they are new."""

from workbench.importing.fields import Field, Kind
from workbench.importing.kinds import customers
from workbench.strings import marked

ROW_ID = Field(
    "row_id",
    marked("Line number"),
    "number",
    "row id|row number|row no|line id|line number|line no|detail id|order line id|invoice line id|transaction id|明細番号|明細ID|明細No|行番号|行ID|行No|伝票行番号|連番|通番",
)
ORDER_NUMBER = Field(
    "order_number", marked("Order number"), "number",
    "order id|order number|order no|order code|invoice id|invoice number|invoice no|sales order|document number|document no|receipt number|receipt no|po number|auftragsnummer|rechnungsnummer"
    "|numéro de commande|受注番号|受注No|受注ID|注文番号|注文ID|注文No|伝票番号|伝票No|売上番号|売上伝票番号|請求番号|請求書番号|納品書番号|オーダー番号|オーダーNo",
)  # fmt: skip
DAY = Field(
    "day", marked("Order date"), "day",
    "order date|date of order|ordered|ordered on|invoice date|sale date|sales date|date of sale|transaction date|purchase date|posting date|booking date|auftragsdatum|rechnungsdatum|date de commande"
    "|受注日|受注年月日|注文日|注文日時|売上日|売上計上日|売上年月日|計上日|取引日|販売日|伝票日付|伝票日|請求日|購入日",
    "date|datum|day|日付|年月日|日|納品日|出荷日",
)  # fmt: skip
SHIP_DAY = Field(
    "ship_day",
    marked("Delivery date"),
    "day",
    "ship date|shipping date|shipped|delivery date|delivered|due date|dispatch date|lieferdatum|date de livraison|納品日|納入日|出荷日|発送日|納期|引渡日|配達日",
)
CUSTOMER_NUMBER = Field("customer_number", marked("Customer number"), "number", customers.NUMBER.headings)
CUSTOMER_NAME = Field("customer_name", marked("Customer name"), "name", customers.NAME.headings, "name|氏名|名前")
AMOUNT = Field(
    "amount", marked("Amount"), "money",
    "amount|sales|sales amount|revenue|net amount|total|total amount|order amount|order total|invoice total|line total|net sales|net|turnover|total price|total cost|grand total|betrag|umsatz|montant"
    "|金額|売上|売上金額|売上高|受注金額|受注額|税抜金額|税抜売上|税抜額|販売金額|注文金額|合計|合計金額|請求金額|請求額|取引金額|購入金額|小計|明細金額|売上額|金額円|金額千円|売上金額円",
    "price|value|gross amount|税込金額|税込額|価格|値段",
)  # fmt: skip
PROFIT = Field(
    "profit",
    marked("Gross profit"),
    "money",
    "profit|gross profit|margin|gross margin|contribution|gewinn|deckungsbeitrag|marge|粗利|粗利益|粗利額|粗利益額|売上総利益|利益|利益額|利益金額",
)
QUANTITY = Field(
    "quantity",
    marked("Quantity"),
    "money",
    "quantity|qty|units|pieces|count|menge|anzahl|quantité|数量|個数|受注数量|売上数量|受注数|本数|台数|注文数",
)
PRODUCT = Field(
    "product", marked("Product"), "text",
    "product|product name|item|item name|article|article name|goods|service|artikel|produit|material|商品|商品名|品名|製品|製品名|品目|品目名|件名|商品名称|サービス名|内容|品番品名",
    "description|摘要|品番|型番|商品コード",
)  # fmt: skip
CURRENCY = Field(
    "currency",
    marked("Currency"),
    "currency",
    "currency|currency code|currency iso code|iso currency|währung|devise|通貨|通貨コード|通貨単位",
)

ORDERS = Kind(
    "orders", marked("Orders, one a line"), marked("Customers are made from them."),
    (ROW_ID, ORDER_NUMBER, DAY, SHIP_DAY, CUSTOMER_NUMBER, CUSTOMER_NAME, customers.FIRST_NAME, customers.LAST_NAME, AMOUNT, PROFIT, QUANTITY, PRODUCT, CURRENCY,
     customers.INDUSTRY, customers.POSTAL_CODE, customers.PREFECTURE, customers.CITY, customers.ADDRESS, customers.COUNTRY, customers.REP),
)  # fmt: skip
