"""The kind `customers`: one customer a line."""

from workbench.importing.fields import Field, Kind
from workbench.strings import marked

NUMBER = Field(
    "number", marked("Customer number"), "number",
    "customer number|customer no|customer id|customer code|customer cd|cust id|client id|client number|client code|account number|account no|account id|account code"
    "|company id|corporate id|corporate number|record id|debtor number|kundennummer|kunden nr|kundennr|numéro client|external id"
    "|得意先コード|得意先CD|得意先番号|得意先ID|得意先No|顧客コード|顧客CD|顧客番号|顧客ID|顧客No|取引先コード|取引先CD|取引先番号|取引先ID|会社コード|会社番号|法人番号|お客様番号|お客様コード|客先コード|請求先コード|販売先コード",
    "id|code|cd|no|number|key|identification|identifier|property|コード|番号|管理番号|ＩＤ",
)  # fmt: skip
NAME = Field(
    "name", marked("Customer name"), "name",
    "customer name|customer|client name|client|company name|company|account name|account|corporate name|organisation|organization|organisation name|organization name"
    "|business name|firm|shop name|store name|facility name|full name|billing name|kunde|kundenname|firma|firmenname|nom|raison sociale|société|client nom"
    "|得意先名|得意先|得意先名称|得意先名1|顧客名|顧客|顧客名称|会社名|会社|企業名|企業名称|法人名|法人名称|商号|商号又は名称|取引先名|取引先|取引先名称|客先名|客先|お客様名|お客様名称|名称|屋号|店名|店舗名|施設名|施設名称|事業所名|事業者名|団体名|請求先名|請求先|販売先|販売先名|納入先名|納入先|届け先名",
    "name|property name|氏名|名前|お名前",
)  # fmt: skip
NAME_LOCAL = Field(
    "name_local", marked("Name, second line"), "text",
    "name 2|second name|local name|name local|name kana|kana|furigana|reading|corporate kana|full name in kana|english name|name english|romaji|name in english|trade name"
    "|現地名|得意先名2|得意先名カナ|得意先カナ|顧客名カナ|会社名カナ|フリガナ|ふりがな|カナ|カナ名|名称カナ|名称_カナ|商号カナ|法人名カナ|英語名|英字名|略称|得意先略称|部署名|部署|支店名|営業所名",
)  # fmt: skip
FIRST_NAME = Field("first_name", marked("First name"), "person", "first name|given name|forename|christian name|vorname|prénom|名")
LAST_NAME = Field("last_name", marked("Last name"), "person", "last name|family name|surname|nachname|nom de famille|姓|苗字")
CONTACT = Field(
    "contact", marked("Contact person"), "person",
    "contact|contact name|contact person|attention|attn|buyer|ansprechpartner|interlocuteur|representative name|代表者|代表者名|ご担当者|ご担当者名|先方担当者|先方担当|先方担当者名|担当者氏名|窓口|窓口担当|お客様担当|相手先担当者",
)  # fmt: skip
INDUSTRY = Field(
    "industry", marked("Industry"), "text",
    "industry|sector|branch|line of business|business type|customer type|customer group|customer category|customer segment|segment|branche|secteur"
    "|業種|業種名|業界|業態|業種分類|得意先分類|顧客分類|顧客区分|得意先区分|分類|区分|セグメント|種別",
)  # fmt: skip
POSTAL_CODE = Field(
    "postal_code", marked("Postal code"), "postal",
    "postal code|postcode|post code|zip|zip code|zipcode|plz|code postal|billing postal code|mailing postal code|shipping postal code|郵便番号|〒|郵便|郵便番号1",
)  # fmt: skip
PREFECTURE = Field(
    "prefecture", marked("Prefecture or state"), "text",
    "prefecture|pref|state|province|county|region name|bundesland|département|billing state|mailing state|shipping state|billing state province|state province|都道府県|都道府県名|県|府県|都道府県|州",
    "region|地域|地区",
)  # fmt: skip
CITY = Field(
    "city", marked("City"), "text",
    "city|town|municipality|locality|billing city|mailing city|shipping city|ort|stadt|ville|suburb|市区町村|市区町村名|市町村|市町村名|市区郡|市",
)  # fmt: skip
ADDRESS = Field(
    "address", marked("Address"), "address",
    "address|street|street address|address 1|address line 1|billing address|billing street|mailing street|mailing address|shipping street|shipping address|full address|location"
    "|strasse|straße|adresse|rue|office address|property address|住所|所在地|住所1|住所１|ご住所|所在地住所|番地|町名番地|得意先住所|顧客住所|会社住所|本社所在地|納入先住所|設置場所住所|所在地_連結表記",
)  # fmt: skip
COUNTRY = Field(
    "country",
    marked("Country"),
    "text",
    "country|country code|country name|nation|land|pays|billing country|mailing country|shipping country|国|国名|国コード",
)
LAT = Field("lat", marked("Latitude"), "latitude", "latitude|lat|y coordinate|geo lat|billing latitude|mailing latitude|緯度|北緯")
LNG = Field(
    "lng",
    marked("Longitude"),
    "longitude",
    "longitude|lng|lon|long|x coordinate|geo lng|geo lon|billing longitude|mailing longitude|経度|東経",
)
LAT_LNG = Field(
    "lat_lng", marked("Latitude and longitude in one cell"), "pair",
    "lat lng|latlng|lat long|lat lon|latitude longitude|coordinates|location coordinates|gps|geo|geo point|position|緯度経度|座標|位置情報|緯度・経度",
    "location|位置",
)  # fmt: skip
PHONE = Field(
    "phone", marked("Phone"), "phone",
    "phone|phone number|telephone|telephone number|tel|tel no|mobile|mobile phone|cell|contact phone number|contact phone|telefon|téléphone|電話|電話番号|ＴＥＬ|代表電話|代表電話番号|連絡先|連絡先電話番号|携帯|携帯電話|TEL番号",
)  # fmt: skip
EMAIL = Field(
    "email",
    marked("E-mail"),
    "email",
    "email|e-mail|email address|mail|mail address|e mail|courriel|メール|メールアドレス|Eメール|電子メール|e-mailアドレス",
)
REP = Field(
    "rep", marked("Rep"), "person",
    "rep|sales rep|sales representative|representative|salesperson|salesman|account manager|account owner|owner|owner name|sales person|support rep|verkäufer|vertreter"
    "|担当|担当者|担当者名|営業担当|営業担当者|営業担当者名|自社担当|自社担当者|当社担当|弊社担当|営業員|営業|セールス担当|販売担当",
)  # fmt: skip
TAGS = Field("tags", marked("Tags"), "text", "tag|tags|label|labels|keyword|keywords|タグ|ラベル|キーワード")
NOTE = Field(
    "note",
    marked("Note"),
    "text",
    "note|notes|remark|remarks|comment|comments|description|memo|bemerkung|bemerkungen|notiz|備考|メモ|注記|特記事項|摘要|コメント|備考1",
)

HOURS = Field(
    "hours", marked("Opening hours"), "hours",
    "opening hours|business hours|open hours|hours of business|visiting hours|trading hours|öffnungszeiten|heures d'ouverture"
    "|営業時間|訪問できる時間|訪問可能時間|営業時間帯|受付時間|診療時間|対応時間|開店時間",
    "hours|時間帯",
)  # fmt: skip
CLOSED = Field(
    "closed", marked("Closed weekday"), "weekdays",
    "closed weekday|closed weekdays|closed on|closing day|closing days|closed day|closed days|day off|days off|regular holiday|weekly holiday|ruhetag"
    "|定休日|休業日|休日|定休|休診日|休み",
)  # fmt: skip
OFTEN = Field(
    "often", marked("Visit frequency"), "often",
    "visit frequency|call frequency|visits frequency|visit cadence|cadence|visit cycle|call cycle|besuchsfrequenz|訪問頻度|訪問周期|訪問サイクル|訪問回数|巡回頻度",
    "frequency|頻度|周期",
)  # fmt: skip
MINUTES = Field(
    "minutes", marked("Visit duration"), "minutes",
    "visit duration|visit minutes|minutes a visit|minutes per visit|visit length|call duration|service time|besuchsdauer|訪問時間|所要時間|滞在時間|面談時間|商談時間|作業時間",
    "duration|minutes|所要",
)  # fmt: skip

CUSTOMERS = Kind(
    "customers", marked("Customers, one a line"), marked("Each line is a customer."),
    (NUMBER, NAME, NAME_LOCAL, FIRST_NAME, LAST_NAME, CONTACT, INDUSTRY, POSTAL_CODE, PREFECTURE, CITY, ADDRESS, COUNTRY,
     LAT, LNG, LAT_LNG, PHONE, EMAIL, REP, TAGS, NOTE, HOURS, CLOSED, OFTEN, MINUTES),
)  # fmt: skip
