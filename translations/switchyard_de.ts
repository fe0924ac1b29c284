<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AccountText</name>
    <message>
        <source>deprecated</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>delisted</source>
        <translation>nicht mehr gelistet</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>kein Schlüssel</translation>
    </message>
    <message>
        <source>%1 (set)</source>
        <translation>%1 (gesetzt)</translation>
    </message>
    <message>
        <source>%1 (not set)</source>
        <translation>%1 (nicht gesetzt)</translation>
    </message>
    <message>
        <source>keychain (does not answer)</source>
        <translation>Schlüsselbund (antwortet nicht)</translation>
    </message>
    <message>
        <source>keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>keychain (missing)</source>
        <translation>Schlüsselbund (fehlt)</translation>
    </message>
    <message>
        <source>session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>%1, use %2</source>
        <translation>%1, besser %2</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>An account needs a name that does not begin or end with a space.</source>
        <translation>Ein Konto braucht einen Namen, der nicht mit einem Leerzeichen beginnt oder endet.</translation>
    </message>
    <message>
        <source>An account&apos;s name cannot contain “/”: it separates the account from the model.</source>
        <translation>Der Name eines Kontos darf kein „/“ enthalten: es trennt das Konto vom Modell.</translation>
    </message>
    <message>
        <source>An account&apos;s name must fit on one line.</source>
        <translation>Der Name eines Kontos muss in eine Zeile passen.</translation>
    </message>
    <message>
        <source>The name “%1” is reserved.</source>
        <translation>Der Name „%1“ ist reserviert.</translation>
    </message>
    <message>
        <source>The base URL must begin with http:// or https:// and name a host.</source>
        <translation>Die Basis-URL muss mit http:// oder https:// beginnen und einen Rechner nennen.</translation>
    </message>
    <message>
        <source>The base URL cannot hold a user name or a password.</source>
        <translation>Die Basis-URL darf weder Benutzernamen noch Passwort enthalten.</translation>
    </message>
    <message>
        <source>The base URL cannot have a part after “?” or “#”.</source>
        <translation>Die Basis-URL darf keinen Teil nach „?“ oder „#“ haben.</translation>
    </message>
    <message>
        <source>“%1” is not a valid header.</source>
        <translation>„%1“ ist kein gültiger Header.</translation>
    </message>
    <message>
        <source>The header “%1” carries a credential. Extra headers are stored in plain text: keep the key as the account&apos;s key.</source>
        <translation>Der Header „%1“ enthält Zugangsdaten. Zusätzliche Header werden im Klartext gespeichert: Hinterlegen Sie den Schlüssel als Schlüssel des Kontos.</translation>
    </message>
    <message>
        <source>“%1” is not the name of an environment variable.</source>
        <translation>„%1“ ist kein Name einer Umgebungsvariablen.</translation>
    </message>
    <message>
        <source>The limit of parallel requests must be between 0 (none) and %1.</source>
        <translation>Die Grenze für gleichzeitige Anfragen muss zwischen 0 (keine) und %1 liegen.</translation>
    </message>
    <message>
        <source>The price multiplier must be between 0 and 1000.</source>
        <translation>Der Preisfaktor muss zwischen 0 und 1000 liegen.</translation>
    </message>
    <message>
        <source>A time limit cannot be negative.</source>
        <translation>Eine Zeitgrenze darf nicht negativ sein.</translation>
    </message>
    <message>
        <source>The proxy needs a host and a port.</source>
        <translation>Der Proxy braucht einen Rechner und einen Port.</translation>
    </message>
    <message>
        <source>There is already an account named “%1”.</source>
        <translation>Es gibt schon ein Konto namens „%1“.</translation>
    </message>
    <message>
        <source>The currency wants three capital letters such as EUR.</source>
        <translation>Die Währung braucht drei Großbuchstaben wie EUR.</translation>
    </message>
</context>
<context>
    <name>Attachment</name>
    <message>
        <source>The picture %1 has %2; at most %3 can be attached.</source>
        <translation>Das Bild %1 hat %2; höchstens %3 lassen sich anhängen.</translation>
    </message>
    <message>
        <source>The text file %1 has %2; at most %3 can be attached.</source>
        <translation>Die Textdatei %1 hat %2; höchstens %3 lassen sich anhängen.</translation>
    </message>
    <message>
        <source>The file %1 is neither text nor a PNG, JPEG, GIF or WebP picture.</source>
        <translation>Die Datei %1 ist weder Text noch ein Bild in PNG, JPEG, GIF oder WebP.</translation>
    </message>
    <message>
        <source>The file %1 is empty.</source>
        <translation>Die Datei %1 ist leer.</translation>
    </message>
    <message>
        <source>%1 is a folder; only files can be attached.</source>
        <translation>%1 ist ein Ordner; nur Dateien lassen sich anhängen.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Die Datei %1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>A prompt takes at most %1 pictures.</source>
        <translation>Ein Prompt nimmt höchstens %1 Bilder auf.</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
</context>
<context>
    <name>AttemptPolicy</name>
    <message>
        <source>The connection failed</source>
        <translation>Die Verbindung ist gescheitert</translation>
    </message>
    <message>
        <source>The server failed</source>
        <translation>Der Server ist gescheitert</translation>
    </message>
    <message>
        <source>The rate limit is reached</source>
        <translation>Das Anfragelimit ist erreicht</translation>
    </message>
    <message>
        <source>No answer came in time</source>
        <translation>Es kam rechtzeitig keine Antwort</translation>
    </message>
    <message>
        <source>The answer broke off or could not be read</source>
        <translation>Die Antwort brach ab oder war nicht lesbar</translation>
    </message>
    <message>
        <source>The key was rejected</source>
        <translation>Der Schlüssel wurde zurückgewiesen</translation>
    </message>
    <message>
        <source>The account is not allowed to use it</source>
        <translation>Das Konto darf es nicht benutzen</translation>
    </message>
    <message>
        <source>The account has no credit left</source>
        <translation>Das Konto hat kein Guthaben mehr</translation>
    </message>
    <message>
        <source>The provider does not know the model</source>
        <translation>Der Anbieter kennt das Modell nicht</translation>
    </message>
    <message>
        <source>The prompt is too long for it</source>
        <translation>Der Prompt ist zu lang dafür</translation>
    </message>
    <message>
        <source>The answer was refused</source>
        <translation>Die Antwort wurde verweigert</translation>
    </message>
    <message>
        <source>The spending limit is reached</source>
        <translation>Die Ausgabengrenze ist erreicht</translation>
    </message>
    <message>
        <source>The ledger could not be written</source>
        <translation>Das Kassenbuch war nicht beschreibbar</translation>
    </message>
    <message>
        <source>The request was rejected</source>
        <translation>Die Anfrage wurde zurückgewiesen</translation>
    </message>
    <message>
        <source>%1; a part of the answer was shown already.</source>
        <translation>%1; ein Teil der Antwort war schon zu sehen.</translation>
    </message>
    <message>
        <source>%1; the attempts of this call are used up.</source>
        <translation>%1; die Versuche dieses Aufrufs sind verbraucht.</translation>
    </message>
    <message>
        <source>%1; the time of this call is used up.</source>
        <translation>%1; die Zeit dieses Aufrufs ist verbraucht.</translation>
    </message>
    <message>
        <source>%1; nobody else is asked after a refusal.</source>
        <translation>%1; nach einer Weigerung wird niemand sonst gefragt.</translation>
    </message>
    <message>
        <source>%1; asking again would not help.</source>
        <translation>%1; noch einmal zu fragen würde nicht helfen.</translation>
    </message>
    <message>
        <source>%1; a wait of %2 is longer than this call may wait.</source>
        <translation>%1; %2 Wartezeit ist mehr, als dieser Aufruf warten darf.</translation>
    </message>
    <message>
        <source>%1; no target with a larger context window is left.</source>
        <translation>%1; es ist kein Ziel mit größerem Kontextfenster übrig.</translation>
    </message>
    <message>
        <source>%1; no other target is left.</source>
        <translation>%1; es ist kein anderes Ziel übrig.</translation>
    </message>
    <message>
        <source>%1; %2 is asked next.</source>
        <translation>%1; als Nächstes wird %2 gefragt.</translation>
    </message>
    <message>
        <source>%1; %2 is free again in %3 and asked then.</source>
        <translation>%1; %2 ist in %3 wieder frei und wird dann gefragt.</translation>
    </message>
    <message>
        <source>%1; %2 is asked next, although it is cooling down.</source>
        <translation>%1; als Nächstes wird %2 gefragt, obwohl es noch abkühlt.</translation>
    </message>
    <message>
        <source>%1; it is asked again in %2.</source>
        <translation>%1; erneute Anfrage in %2.</translation>
    </message>
    <message>
        <source>%1; it is asked again at once.</source>
        <translation>%1; sofort erneute Anfrage.</translation>
    </message>
    <message>
        <source>The answer is complete.</source>
        <translation>Die Antwort ist vollständig.</translation>
    </message>
    <message>
        <source>The answer reached its token limit.</source>
        <translation>Die Antwort hat ihre Tokengrenze erreicht.</translation>
    </message>
    <message>
        <source>The call was stopped.</source>
        <translation>Der Aufruf wurde angehalten.</translation>
    </message>
    <message>
        <source>No answer came within half of the time that was left</source>
        <translation>In der Hälfte der verbleibenden Zeit kam keine Antwort</translation>
    </message>
</context>
<context>
    <name>BacktestWords</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>before and after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Own medians to the first token, of %1 moved calls</source>
        <translation>Eigene Mediane bis zum ersten Token, von %1 verlegten Aufrufen</translation>
    </message>
    <message>
        <source>They depend on texts that were not kept</source>
        <translation>Sie hängen von Texten ab, die nicht aufbewahrt wurden</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>the draft</source>
        <translation>der Entwurf</translation>
    </message>
    <message>
        <source>%1 of %2 calls would go elsewhere by %3.</source>
        <translation>%1 von %2 Aufrufen gingen anderswohin: %3.</translation>
    </message>
    <message>
        <source>Cost: unknown, as no call has a known cost before and after.</source>
        <translation>Kosten: unbekannt, da von keinem Aufruf die Kosten vorher und nachher bekannt sind.</translation>
    </message>
    <message>
        <source>Cost: %1 → about %2, at today&apos;s prices and if answers stay as long as they were.</source>
        <translation>Kosten: %1 → etwa %2, zu heutigen Preisen und wenn die Antworten so lang bleiben, wie sie waren.</translation>
    </message>
    <message>
        <source>Cost: %1 → about %2 (%3 to %4, as long as own answers of the targets are), at today&apos;s prices.</source>
        <translation>Kosten: %1 → etwa %2 (%3 bis %4, nach der Länge eigener Antworten der Ziele), zu heutigen Preisen.</translation>
    </message>
    <message>
        <source>First token: %1 → %2, by own medians, of %3 moved calls.</source>
        <translation>Erstes Token: %1 → %2, nach eigenen Medianen, von %3 verlegten Aufrufen.</translation>
    </message>
    <message>
        <source>First token: unknown, as the targets have too few calls of your own.</source>
        <translation>Erstes Token: unbekannt, da es von den Zielen zu wenige eigene Aufrufe gibt.</translation>
    </message>
    <message>
        <source>Undecidable: %1. They depend on texts that were not kept.</source>
        <translation>Unentscheidbar: %1. Sie hängen von Texten ab, die nicht aufbewahrt wurden.</translation>
    </message>
    <message>
        <source>Unpriced: %1. Their cost is not known before or after; they are in no amount.</source>
        <translation>Ohne Preis: %1. Ihre Kosten sind vorher oder nachher nicht bekannt; sie stehen in keinem Betrag.</translation>
    </message>
    <message>
        <source>Stopped: the figures are of what was looked at so far.</source>
        <translation>Angehalten: Die Zahlen gelten für das bisher Betrachtete.</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verlegt</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Undecidable</source>
        <translation>Unentscheidbar</translation>
    </message>
    <message>
        <source>Unpriced</source>
        <translation>Ohne Preis</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>The run of this call was deleted.</source>
        <translation>Der Lauf dieses Aufrufs wurde gelöscht.</translation>
    </message>
    <message>
        <source>Enter opens the run.</source>
        <translation>Eingabe öffnet den Lauf.</translation>
    </message>
    <message>
        <source>%1, v%2</source>
        <comment>a figure by a version</comment>
        <translation>%1, v%2</translation>
    </message>
    <message>
        <source>%1, draft</source>
        <comment>a figure by the draft</comment>
        <translation>%1, Entwurf</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>A rule asks for the health of a target, which is taken for good, or for a budget, which is taken for unused.</source>
        <translation>Eine Regel fragt nach der Verfassung eines Ziels, die als gut gilt, oder nach einem Budget, das als unverbraucht gilt.</translation>
    </message>
</context>
<context>
    <name>Budgets</name>
    <message>
        <source>The key of the budget&apos;s tag is missing.</source>
        <translation>Der Schlüssel des Tags, das das Budget zählt, fehlt.</translation>
    </message>
    <message>
        <source>What the budget&apos;s scope “%1” is to count is missing.</source>
        <translation>Was der Bereich „%1“ des Budgets zählen soll, fehlt.</translation>
    </message>
    <message>
        <source>“%1” is no time zone such as Europe/Berlin.</source>
        <translation>„%1“ ist keine Zeitzone wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>A week starts on a day from 1 (Monday) to 7 (Sunday).</source>
        <translation>Eine Woche beginnt an einem Tag von 1 (Montag) bis 7 (Sonntag).</translation>
    </message>
    <message>
        <source>A month starts on a day from 1 to 31.</source>
        <translation>Ein Monat beginnt an einem Tag von 1 bis 31.</translation>
    </message>
    <message>
        <source>“%1” is no scope of a budget: there are all, account=NAME, vendor=NAME, model=ID, task=NAME, rule=RULE SET/RULE, tag:KEY=VALUE and source=NAME.</source>
        <translation>„%1“ ist kein Bereich eines Budgets: Es gibt all, account=NAME, vendor=NAME, model=ID, task=NAME, rule=REGELSATZ/REGEL, tag:SCHLÜSSEL=WERT und source=NAME.</translation>
    </message>
    <message>
        <source>“%1” cannot name a budget: 1 to 60 characters can, with no space at the ends.</source>
        <translation>„%1“ kann kein Budget benennen: 1 bis 60 Zeichen können es, ohne Leerzeichen an den Enden.</translation>
    </message>
    <message>
        <source>The amount of a budget is more than 0.</source>
        <translation>Der Betrag eines Budgets ist größer als 0.</translation>
    </message>
    <message>
        <source>A budget warns at 1 to 100 percent of its amount, or at 0 never.</source>
        <translation>Ein Budget warnt bei 1 bis 100 Prozent seines Betrags, bei 0 nie.</translation>
    </message>
    <message>
        <source>Budget “%1” refused a request</source>
        <translation>Das Budget „%1“ hat eine Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>Budget “%1”: %2 % spent</source>
        <translation>Budget „%1“: %2 % ausgegeben</translation>
    </message>
    <message>
        <source>%1 of %2 is spent; its period ends on %3.</source>
        <translation>%1 von %2 sind ausgegeben; der Zeitraum endet am %3.</translation>
    </message>
    <message>
        <source>%1 made %2 % of it.</source>
        <translation>%1 hat %2 % davon verursacht.</translation>
    </message>
    <message>
        <source>%1 is spent and its period ends on %2</source>
        <translation>%1 sind ausgegeben, und sein Zeitraum endet am %2</translation>
    </message>
    <message>
        <source>%1 is spent, %2 reserved for requests under way, and its period ends on %3</source>
        <translation>%1 sind ausgegeben, %2 für laufende Anfragen zurückgelegt, und sein Zeitraum endet am %3</translation>
    </message>
    <message>
        <source>The budget “%1” of %2 refused this request, which may cost up to %3: %4.</source>
        <translation>Das Budget „%1“ über %2 hat diese Anfrage abgelehnt, die bis zu %3 kosten kann: %4.</translation>
    </message>
    <message>
        <source>The budget “%1” of %2 refused this request, since nothing of it is left: %3.</source>
        <translation>Das Budget „%1“ über %2 hat diese Anfrage abgelehnt, weil nichts davon übrig ist: %3.</translation>
    </message>
    <message>
        <source>The budget “%1” of %2 refused this request because the price of %3 is unknown; add one on the page Accounts or let unpriced requests through in the budget (%4).</source>
        <translation>Das Budget „%1“ über %2 hat diese Anfrage abgelehnt, weil der Preis von %3 unbekannt ist; tragen Sie einen auf der Seite Konten ein, oder lassen Sie im Budget Anfragen ohne Preis durch (%4).</translation>
    </message>
    <message>
        <source>A budget cannot count what was imported, as others sent it: its source can be window, cli or gateway.</source>
        <translation>Ein Budget kann nicht zählen, was importiert wurde, da andere es gesendet haben: Seine Quelle kann window, cli oder gateway sein.</translation>
    </message>
    <message>
        <source>“%1” is no source: there are window, cli and gateway.</source>
        <translation>„%1“ ist keine Quelle: Es gibt window, cli und gateway.</translation>
    </message>
    <message>
        <source>“%1” names no rule: write its rule set, a slash and its name, such as buckets/cheap.</source>
        <translation>„%1“ benennt keine Regel: Schreiben Sie ihren Regelsatz, einen Schrägstrich und ihren Namen, etwa buckets/cheap.</translation>
    </message>
</context>
<context>
    <name>CallPlan</name>
    <message>
        <source>There is no account named &quot;%1&quot;.</source>
        <translation>Es gibt kein Konto namens „%1“.</translation>
    </message>
    <message>
        <source>The account &quot;%1&quot; is switched off.</source>
        <translation>Das Konto „%1“ ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>The rule set &quot;%1&quot; cannot decide about this prompt.</source>
        <translation>Der Regelsatz „%1“ kann über diesen Prompt nicht entscheiden.</translation>
    </message>
    <message>
        <source>The rule &quot;%1&quot; of the rule set &quot;%2&quot; leaves no model to ask.</source>
        <translation>Die Regel „%1“ des Regelsatzes „%2“ lässt kein Modell übrig, das gefragt werden könnte.</translation>
    </message>
    <message>
        <source>There is no rule set named &quot;%1&quot;.</source>
        <translation>Es gibt keinen Regelsatz namens „%1“.</translation>
    </message>
    <message>
        <source>No version of the rule set &quot;%1&quot; is active.</source>
        <translation>Vom Regelsatz „%1“ ist keine Version aktiv.</translation>
    </message>
</context>
<context>
    <name>CaseReader</name>
    <message>
        <source>Line %1, column %2: these bytes are no %3 text.</source>
        <translation>Zeile %1, Spalte %2: diese Bytes sind kein Text in %3.</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>No judge model is chosen.</source>
        <translation>Es ist kein Richtermodell gewählt.</translation>
    </message>
    <message>
        <source>Judging was cancelled.</source>
        <translation>Das Beurteilen wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>accounts add wants exactly one of --key-env VAR, --key-stdin and --no-key.</source>
        <translation>accounts add verlangt genau eines von --key-env VAR, --key-stdin und --no-key.</translation>
    </message>
    <message>
        <source>accounts wants one of: add, list, remove, test, models.</source>
        <translation>accounts verlangt eines von: add, list, remove, test, models.</translation>
    </message>
    <message>
        <source>accounts list takes no further words.</source>
        <translation>accounts list nimmt keine weiteren Wörter.</translation>
    </message>
    <message>
        <source>accounts %1 wants exactly one account name.</source>
        <translation>accounts %1 verlangt genau einen Kontonamen.</translation>
    </message>
    <message>
        <source>usage takes options only, not &quot;%1&quot;.</source>
        <translation>usage nimmt nur Optionen, nicht „%1“.</translation>
    </message>
    <message>
        <source>--until wants a time.</source>
        <translation>--until verlangt eine Zeit.</translation>
    </message>
    <message>
        <source>--zone wants an IANA name such as Europe/Berlin, not &quot;%1&quot;.</source>
        <translation>--zone verlangt einen IANA-Namen wie Europe/Berlin, nicht „%1“.</translation>
    </message>
    <message>
        <source>--json and --csv exclude each other.</source>
        <translation>--json und --csv schließen einander aus.</translation>
    </message>
    <message>
        <source>history %1 wants the number of one run.</source>
        <translation>history %1 verlangt die Nummer eines Laufs.</translation>
    </message>
    <message>
        <source>--format wants one of: markdown, json, html.</source>
        <translation>--format verlangt eines von: markdown, json, html.</translation>
    </message>
    <message>
        <source>history wants one of: search, show, export.</source>
        <translation>history verlangt eines von: search, show, export.</translation>
    </message>
    <message>
        <source>history search wants words to look for.</source>
        <translation>history search verlangt Suchwörter.</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;; see switchyard --help.</source>
        <translation>Es gibt keinen Befehl „%1“; siehe switchyard --help.</translation>
    </message>
    <message>
        <source>--%1 wants NAME=VALUE, not &quot;%2&quot;.</source>
        <translation>--%1 verlangt NAME=VALUE, nicht „%2“.</translation>
    </message>
    <message>
        <source>--param cannot set &quot;%1&quot;.</source>
        <translation>--param kann „%1“ nicht setzen.</translation>
    </message>
    <message>
        <source>--param %1 has a value that is no number in range: &quot;%2&quot;.</source>
        <translation>--param %1 hat als Wert keine zulässige Zahl: „%2“.</translation>
    </message>
    <message>
        <source>--repeat wants a whole number from 1 to 100.</source>
        <translation>--repeat verlangt eine ganze Zahl von 1 bis 100.</translation>
    </message>
    <message>
        <source>--timeout wants a number of seconds above 0, at most 86400.</source>
        <translation>--timeout verlangt eine Zahl von Sekunden über 0, höchstens 86400.</translation>
    </message>
    <message>
        <source>--max-cost wants an amount of US dollars such as 0.05.</source>
        <translation>--max-cost verlangt einen Betrag in US-Dollar, etwa 0.05.</translation>
    </message>
    <message>
        <source>compare wants at least one -m ACCOUNT/MODEL or a --line-up NAME.</source>
        <translation>compare verlangt mindestens ein -m ACCOUNT/MODEL oder ein --line-up NAME.</translation>
    </message>
    <message>
        <source>--json and --markdown exclude each other.</source>
        <translation>--json und --markdown schließen einander aus.</translation>
    </message>
    <message>
        <source>compare wants a prompt, or - to read it from standard input.</source>
        <translation>compare verlangt einen Prompt oder -, um ihn von der Standardeingabe zu lesen.</translation>
    </message>
    <message>
        <source>compare wants one prompt; put it in quotes.</source>
        <translation>compare verlangt einen einzigen Prompt; ihn in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>--data-dir wants a folder.</source>
        <translation>--data-dir verlangt einen Ordner.</translation>
    </message>
    <message>
        <source>%1 does not take --%2.</source>
        <translation>%1 nimmt kein --%2.</translation>
    </message>
    <message>
        <source>--check and --judge want a --set FILE.</source>
        <translation>--check und --judge verlangen ein --set FILE.</translation>
    </message>
    <message>
        <source>--set wants a file.</source>
        <translation>--set verlangt eine Datei.</translation>
    </message>
    <message>
        <source>--rules wants the name of a rule set.</source>
        <translation>--rules verlangt den Namen eines Regelsatzes.</translation>
    </message>
    <message>
        <source>ask wants a prompt, or - to read it from standard input.</source>
        <translation>ask verlangt einen Prompt oder -, um ihn von der Standardeingabe zu lesen.</translation>
    </message>
    <message>
        <source>ask wants one prompt; put it in quotes.</source>
        <translation>ask verlangt einen einzigen Prompt; ihn in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>rules list takes no further words.</source>
        <translation>rules list nimmt keine weiteren Wörter.</translation>
    </message>
    <message>
        <source>rules %1 wants exactly one file.</source>
        <translation>rules %1 verlangt genau eine Datei.</translation>
    </message>
    <message>
        <source>rules test wants the name of a rule set and a prompt; put each in quotes.</source>
        <translation>rules test verlangt den Namen eines Regelsatzes und einen Prompt, jeden in Anführungszeichen.</translation>
    </message>
    <message>
        <source>rules diff wants two of NAME, NAME@VERSION, NAME@draft and files; put each in quotes.</source>
        <translation>rules diff verlangt zwei von NAME, NAME@VERSION, NAME@draft und Dateien, jedes in Anführungszeichen.</translation>
    </message>
    <message>
        <source>rules %1 wants the name of exactly one rule set; put it in quotes.</source>
        <translation>rules %1 verlangt den Namen genau eines Regelsatzes, in Anführungszeichen.</translation>
    </message>
    <message>
        <source>--format wants one of: %1.</source>
        <translation>--format verlangt eines von: %1.</translation>
    </message>
    <message>
        <source>--against wants the number of a version, such as 3.</source>
        <translation>--against verlangt die Nummer einer Version, etwa 3.</translation>
    </message>
    <message>
        <source>--name wants a name.</source>
        <translation>--name verlangt einen Namen.</translation>
    </message>
    <message>
        <source>--comment is of a version, which --draft does not make.</source>
        <translation>--comment gehört zu einer Version, und --draft legt keine an.</translation>
    </message>
    <message>
        <source>rules wants one of: %1.</source>
        <translation>rules verlangt eines von: %1.</translation>
    </message>
    <message>
        <source>--%1 wants a whole number, not &quot;%2&quot;.</source>
        <translation>--%1 verlangt eine ganze Zahl, nicht „%2“.</translation>
    </message>
    <message>
        <source>budgets set wants --amount with US dollars, such as --amount 20.</source>
        <translation>budgets set verlangt --amount mit US-Dollar, etwa --amount 20.</translation>
    </message>
    <message>
        <source>budgets set wants --period day, week or month.</source>
        <translation>budgets set verlangt --period day, week oder month.</translation>
    </message>
    <message>
        <source>A day has no --start-day; weeks and months have.</source>
        <translation>Ein Tag hat kein --start-day; Wochen und Monate haben eines.</translation>
    </message>
    <message>
        <source>--unpriced wants refuse or allow.</source>
        <translation>--unpriced verlangt refuse oder allow.</translation>
    </message>
    <message>
        <source>budgets wants one of: list, set, remove.</source>
        <translation>budgets verlangt eines von: list, set, remove.</translation>
    </message>
    <message>
        <source>budgets list takes no further words.</source>
        <translation>budgets list nimmt keine weiteren Wörter.</translation>
    </message>
    <message>
        <source>budgets %1 wants the name of exactly one budget; put it in quotes.</source>
        <translation>budgets %1 verlangt den Namen genau eines Budgets; setzen Sie ihn in Anführungszeichen.</translation>
    </message>
    <message>
        <source>ledger prune wants --before with a date such as 2026-01-31.</source>
        <translation>ledger prune braucht --before mit einem Datum wie 2026-01-31.</translation>
    </message>
    <message>
        <source>ledger wants one of: status, verify, rebuild, backup, prune.</source>
        <translation>ledger braucht eines von: status, verify, rebuild, backup, prune.</translation>
    </message>
    <message>
        <source>ledger backup wants exactly one file to write.</source>
        <translation>ledger backup braucht genau eine Datei, in die geschrieben wird.</translation>
    </message>
    <message>
        <source>ledger %1 takes no further words.</source>
        <translation>ledger %1 nimmt keine weiteren Wörter.</translation>
    </message>
    <message>
        <source>prices show wants the id of one model.</source>
        <translation>prices show braucht die Id eines Modells.</translation>
    </message>
    <message>
        <source>prices set takes the id of one model.</source>
        <translation>prices set nimmt die Id eines Modells.</translation>
    </message>
    <message>
        <source>prices import wants either a file or --account NAME.</source>
        <translation>prices import braucht entweder eine Datei oder --account NAME.</translation>
    </message>
    <message>
        <source>prices %1 takes options only.</source>
        <translation>prices %1 nimmt nur Optionen.</translation>
    </message>
    <message>
        <source>prices set MODEL wants either prices such as --input 2.5 --output 10, or --remove.</source>
        <translation>prices set MODEL braucht entweder Preise wie --input 2.5 --output 10 oder --remove.</translation>
    </message>
    <message>
        <source>A rate is given as --rate EUR=1.08 --date 2026-11-01: US dollars for one euro on that day.</source>
        <translation>Ein Kurs wird als --rate EUR=1.08 --date 2026-11-01 angegeben: US-Dollar für einen Euro an diesem Tag.</translation>
    </message>
    <message>
        <source>--multiplier wants a factor such as 0.85, with at most six decimals.</source>
        <translation>--multiplier braucht einen Faktor wie 0.85 mit höchstens sechs Nachkommastellen.</translation>
    </message>
    <message>
        <source>--billed-in and --multiplier want --account NAME.</source>
        <translation>--billed-in und --multiplier brauchen --account NAME.</translation>
    </message>
    <message>
        <source>prices set wants one of: a model with its prices, --rate, or --account NAME with --billed-in or --multiplier.</source>
        <translation>prices set braucht eines von diesen: ein Modell mit seinen Preisen, --rate, oder --account NAME mit --billed-in oder --multiplier.</translation>
    </message>
    <message>
        <source>--date is the day of a --rate.</source>
        <translation>--date ist der Tag eines --rate.</translation>
    </message>
    <message>
        <source>--undo wants the number of a repricing, as prices reprice --log lists them.</source>
        <translation>--undo braucht die Nummer einer Neuberechnung, wie prices reprice --log sie auflistet.</translation>
    </message>
    <message>
        <source>--since and --until are for --unpriced.</source>
        <translation>--since und --until gehören zu --unpriced.</translation>
    </message>
    <message>
        <source>prices wants one of: list, show, set, import, reprice.</source>
        <translation>prices braucht eines von diesen: list, show, set, import, reprice.</translation>
    </message>
    <message>
        <source>--%1 wants an amount such as 2.5, not &quot;%2&quot;.</source>
        <translation>--%1 braucht einen Betrag wie 2.5, nicht „%2“.</translation>
    </message>
    <message>
        <source>--%1 wants tokens and prices such as 200000:input=4,output=18.</source>
        <translation>--%1 braucht Tokens und Preise wie 200000:input=4,output=18.</translation>
    </message>
    <message>
        <source>--%1 wants a day such as 2026-11-01, not &quot;%2&quot;.</source>
        <translation>--%1 braucht einen Tag wie 2026-11-01, nicht „%2“.</translation>
    </message>
    <message>
        <source>--hours wants days and hours in UTC such as 1-5@01:00-04:00; 1 is Monday.</source>
        <translation>--hours braucht Tage und Uhrzeiten in UTC wie 1-5@01:00-04:00; 1 ist Montag.</translation>
    </message>
    <message>
        <source>--match wants one of: exact, dated, prefix.</source>
        <translation>--match braucht eines von diesen: exact, dated, prefix.</translation>
    </message>
    <message>
        <source>--metric has no &quot;%1&quot;; there are %2.</source>
        <translation>--metric kennt „%1“ nicht; es gibt %2.</translation>
    </message>
    <message>
        <source>--change and --forecast do not go with --csv.</source>
        <translation>--change und --forecast vertragen sich nicht mit --csv.</translation>
    </message>
    <message>
        <source>--savings and --csv exclude each other.</source>
        <translation>--savings und --csv schließen einander aus.</translation>
    </message>
    <message>
        <source>report wants a month, such as --month 2026-11.</source>
        <translation>report braucht einen Monat, etwa --month 2026-11.</translation>
    </message>
    <message>
        <source>--format wants one of: html, pdf, json.</source>
        <translation>--format braucht eines von: html, pdf, json.</translation>
    </message>
    <message>
        <source>--json and --format %1 exclude each other.</source>
        <translation>--json und --format %1 schließen einander aus.</translation>
    </message>
    <message>
        <source>--out wants the name of a file.</source>
        <translation>--out braucht den Namen einer Datei.</translation>
    </message>
    <message>
        <source>--force goes with --out FILE, which it replaces.</source>
        <translation>--force gehört zu --out DATEI, die es ersetzt.</translation>
    </message>
    <message>
        <source>--format pdf wants --out with the name of a file.</source>
        <translation>--format pdf braucht --out mit dem Namen einer Datei.</translation>
    </message>
    <message>
        <source>report takes no further words; a month is --month YYYY-MM.</source>
        <translation>report nimmt keine weiteren Wörter; einen Monat nennt --month JJJJ-MM.</translation>
    </message>
    <message>
        <source>usage export takes no further words.</source>
        <translation>usage export nimmt keine weiteren Wörter.</translation>
    </message>
    <message>
        <source>usage export wants --format with one of: csv, jsonl, focus.</source>
        <translation>usage export braucht --format mit einem von: csv, jsonl, focus.</translation>
    </message>
    <message>
        <source>--%1 wants a value.</source>
        <translation>--%1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>--map is for tables; leave --format out.</source>
        <translation>--map ist für Tabellen; lassen Sie --format weg.</translation>
    </message>
    <message>
        <source>--undo wants the number of one import, and no file.</source>
        <translation>--undo braucht die Nummer eines Imports und keine Datei.</translation>
    </message>
    <message>
        <source>usage reconcile wants --account NAME.</source>
        <translation>usage reconcile braucht --account NAME.</translation>
    </message>
    <message>
        <source>usage %1 wants one file.</source>
        <translation>usage %1 braucht eine Datei.</translation>
    </message>
    <message>
        <source>Usage: switchyard [--data-dir DIR] [--demo] [COMMAND]

One prompt to many models side by side, every attempt in a local ledger.

Without a command the window opens. Commands:
  accounts add NAME [--preset P] [--base-url URL] (--key-env VAR | --key-stdin | --no-key)
  accounts list | remove NAME | test NAME | models NAME            [--json]
  compare -m ACCOUNT/MODEL [-m ...] [--line-up NAME] [--task T] [--system S]
          [--param NAME=VALUE ...] [--meta KEY=VALUE ...] [--repeat N] [--timeout SECONDS]
          [--max-cost USD] [--json | --markdown] (PROMPT | -)
  compare --set FILE [--check KIND:VALUE ...] [--judge ACCOUNT/MODEL] ... [PROMPT | -]
          FILE: CSV, TSV or JSONL whose columns are {{variables}} of PROMPT, else with a column &quot;prompt&quot;;
          or a promptfooconfig.yaml. KIND: contains not-contains equals regex json-schema (a file) max-chars
          max-ms max-usd number (VALUE+-TOLERANCE) judge (a rubric file)
  ask     [--rules NAME] [--task T] [--system S] [--param NAME=VALUE ...] [--meta KEY=VALUE ...]
          [--explain] [--json] (PROMPT | -)
          sends the prompt through a rule set, without --rules through the one activated last
  rules   list | show NAME | validate FILE | diff A B                          [--json]
  rules   import FILE [--name NAME] [--comment TEXT | --draft] [--json]
          makes a version of what the file holds and activates it; --draft keeps it as the draft only
  rules   export NAME [--format F] [--json]
          F: %1
  rules   test NAME PROMPT [--task T] [--param NAME=VALUE ...] [--meta KEY=VALUE ...] [--json]
  rules   backtest NAME [--since 30d | DATE] [--until DATE] [--against VERSION] [--include-compare] [--json]
          NAME is the active version of a rule set, else its draft; NAME@VERSION and NAME@draft name others;
          A and B may be files
  usage   [--since 30d | DATE] [--until DATE] [--by day,model,vendor,account,task,rule,source,tag:KEY]
          [--metric M[,M]] [--zone ZONE] [--change] [--forecast] [--savings]
          [--what-if ACCOUNT/MODEL|cheapest] [--json | --csv]
          --by takes hour, week, month, status and error too. M: cost requests attempts input_tokens
          output_tokens tokens cached_input_tokens errors error_rate cache_hit_rate rescued unpriced
          failed_cost; of the total also first_token and latency, in milliseconds, and output_rate, in tokens
          a second, each with _p50 _p90 _p95 or _p99
          --savings: what the active rule sets saved; --what-if: what the calls would have cost
          elsewhere, with --csv that alone
  usage   export --format csv|jsonl|focus [--since 30d | DATE] [--until DATE] [--zone ZONE] [--out FILE]
          every attempt: csv has all columns, jsonl OpenTelemetry&apos;s names, focus those of finance (FOCUS)
%3
%2
  budgets list | remove NAME                                                   [--json]
  budgets set NAME --amount USD --period day|week|month [--scope SCOPE] [--soft PERCENT] [--hard]
          [--zone ZONE] [--start-day DAY] [--unpriced refuse|allow] [--off] [--json]
          SCOPE: all account=NAME vendor=NAME model=ID task=NAME rule=SET/RULE tag:KEY=VALUE source=NAME;
          DAY: 1 to 31 of a month, 1 (Monday) to 7 of a week; a hard budget refuses what may pass it
  report  --month YYYY-MM [--zone ZONE] [--format html|pdf|json] [--out FILE [--force]] [--json]
          one month: its cost and why it changed, tasks, models, what is unpriced, what active rules saved
  history search WORDS | show RUN [--json] | export RUN --format markdown|json|html
  ledger  status | verify | rebuild | backup FILE | prune --before DATE [--dry-run]   [--json]

Options:
  --data-dir DIR   keep everything under DIR instead of the desktop&apos;s folders
  --demo           have the account &quot;demo&quot;, a built-in simulator: no network, no key
  --help           this text
  --version        the version

Exit codes: 0 all good; 1 done, but something failed; 2 wrong usage; 3 configuration or storage error.</source>
        <translation>Aufruf: switchyard [--data-dir DIR] [--demo] [BEFEHL]

Ein Prompt an viele Modelle nebeneinander, jeder Versuch in einem lokalen Kassenbuch.

Ohne Befehl öffnet sich das Fenster. Befehle:
  accounts add NAME [--preset P] [--base-url URL] (--key-env VAR | --key-stdin | --no-key)
  accounts list | remove NAME | test NAME | models NAME            [--json]
  compare -m ACCOUNT/MODEL [-m ...] [--line-up NAME] [--task T] [--system S]
          [--param NAME=VALUE ...] [--meta KEY=VALUE ...] [--repeat N] [--timeout SECONDS]
          [--max-cost USD] [--json | --markdown] (PROMPT | -)
  compare --set FILE [--check KIND:VALUE ...] [--judge ACCOUNT/MODEL] ... [PROMPT | -]
          FILE: CSV, TSV oder JSONL, deren Spalten {{variables}} von PROMPT sind, sonst mit einer Spalte „prompt“;
          oder eine promptfooconfig.yaml. KIND: contains not-contains equals regex json-schema (eine Datei)
          max-chars max-ms max-usd number (VALUE+-TOLERANCE) judge (eine Datei mit einem Kriterienkatalog)
  ask     [--rules NAME] [--task T] [--system S] [--param NAME=VALUE ...] [--meta KEY=VALUE ...]
          [--explain] [--json] (PROMPT | -)
          schickt den Prompt durch einen Regelsatz, ohne --rules durch das zuletzt aktivierte
  rules   list | show NAME | validate FILE | diff A B                          [--json]
  rules   import FILE [--name NAME] [--comment TEXT | --draft] [--json]
          macht aus dem Inhalt der Datei eine Version und aktiviert sie; --draft behält ihn nur als Entwurf
  rules   export NAME [--format F] [--json]
          F: %1
  rules   test NAME PROMPT [--task T] [--param NAME=VALUE ...] [--meta KEY=VALUE ...] [--json]
  rules   backtest NAME [--since 30d | DATE] [--until DATE] [--against VERSION] [--include-compare] [--json]
          NAME ist die aktive Version eines Regelsatzes, sonst sein Entwurf; NAME@VERSION und NAME@draft
          bezeichnen andere; A und B können Dateien sein
  usage   [--since 30d | DATE] [--until DATE] [--by day,model,vendor,account,task,rule,source,tag:KEY]
          [--metric M[,M]] [--zone ZONE] [--change] [--forecast] [--savings]
          [--what-if ACCOUNT/MODEL|cheapest] [--json | --csv]
          --by nimmt auch hour, week, month, status und error. M: cost requests attempts input_tokens
          output_tokens tokens cached_input_tokens errors error_rate cache_hit_rate rescued unpriced
          failed_cost; von der Summe auch first_token und latency, in Millisekunden, und output_rate, in Tokens
          je Sekunde, jeweils mit _p50 _p90 _p95 oder _p99
          --savings: was die aktiven Regelsätze gespart haben; --what-if: was die Aufrufe anderswo gekostet
          hätten, mit --csv nur das
  usage   export --format csv|jsonl|focus [--since 30d | DATE] [--until DATE] [--zone ZONE] [--out FILE]
          jeder Versuch: csv mit allen Spalten, jsonl mit den Namen von OpenTelemetry, focus mit denen der
          Buchhaltung (FOCUS)
%3
%2
  budgets list | remove NAME                                                   [--json]
  budgets set NAME --amount USD --period day|week|month [--scope SCOPE] [--soft PERCENT] [--hard]
          [--zone ZONE] [--start-day DAY] [--unpriced refuse|allow] [--off] [--json]
          SCOPE: all account=NAME vendor=NAME model=ID task=NAME rule=SET/RULE tag:KEY=VALUE source=NAME;
          DAY: 1 bis 31 eines Monats, 1 (Montag) bis 7 einer Woche; ein hartes Budget lehnt ab, was es überschreiten kann
  report  --month YYYY-MM [--zone ZONE] [--format html|pdf|json] [--out FILE [--force]] [--json]
          ein Monat: seine Kosten und warum sie sich änderten, Aufgaben, Modelle, was keinen Preis hat, was aktive
          Regeln gespart haben
  history search WORDS | show RUN [--json] | export RUN --format markdown|json|html
  ledger  status | verify | rebuild | backup FILE | prune --before DATE [--dry-run]   [--json]

Optionen:
  --data-dir DIR   alles unter DIR ablegen statt in den Ordnern des Desktops
  --demo           mit dem Konto „demo“, einem eingebauten Simulator: kein Netz, kein Schlüssel
  --help           dieser Text
  --version        die Version

Rückgabewerte: 0 alles gut; 1 erledigt, aber etwas schlug fehl; 2 falscher Aufruf; 3 Fehler der Konfiguration oder des Speichers.</translation>
    </message>
    <message>
        <source>--since must be before --until, and not in the future.</source>
        <translation>--since muss vor --until liegen und darf nicht in der Zukunft sein.</translation>
    </message>
    <message>
        <source>There is no account named &quot;%1&quot;.</source>
        <translation>Es gibt kein Konto namens „%1“.</translation>
    </message>
    <message>
        <source>  prices  list [--account NAME] [--model M] [--unpriced [--since 30d | DATE] [--until DATE]] [--json]
  prices  show MODEL [--account NAME] [--at TIME] [--json]
  prices  set MODEL [--account NAME] PRICES [--currency CUR] [--service-tier T] [--from DATE] [--to DATE]
          [--hours DAYS@START-END ...] [--above TOKENS:CLASS=PRICE,... ...] [--from-tokens TOKENS:... ...]
          [--match exact|dated|prefix] | --remove
          PRICES: --input P --output P --cache-read P --cache-write P --cache-write-1h P --reasoning P
          --audio-input P --audio-output P for a million tokens, --per-request P, --per-tool-call P;
          a price holds from the start of --from to the start of --to and in hours such as 1-5@09:00-17:00
          (1 is Monday), all in UTC; --above is for more input tokens, --from-tokens for so many or more
  prices  set --rate CUR=USD --date DATE | set --account NAME [--billed-in CUR] [--multiplier F]
  prices  import FILE | import --account NAME [--dry-run] [--json]
          FILE: LiteLLM&apos;s model_prices JSON, data of genai-prices, an answer of OpenRouter&apos;s /models, or an own
          list as JSON or CSV with the columns seller, model, input, output ...; - reads standard input
  prices  reprice [--dry-run] [--model M] [--account NAME] [--since 30d | DATE] [--until DATE] [--computed]
          [--reported] [--json] | --log | --undo NUMBER
          attempts without a known cost; --computed and --reported take those with one as well</source>
        <translation>  prices  list [--account NAME] [--model M] [--unpriced [--since 30d | DATE] [--until DATE]] [--json]
  prices  show MODEL [--account NAME] [--at TIME] [--json]
  prices  set MODEL [--account NAME] PRICES [--currency CUR] [--service-tier T] [--from DATE] [--to DATE]
          [--hours DAYS@START-END ...] [--above TOKENS:CLASS=PRICE,... ...] [--from-tokens TOKENS:... ...]
          [--match exact|dated|prefix] | --remove
          PRICES: --input P --output P --cache-read P --cache-write P --cache-write-1h P --reasoning P
          --audio-input P --audio-output P für eine Million Tokens, --per-request P, --per-tool-call P;
          ein Preis gilt vom Beginn von --from bis zum Beginn von --to und in Stunden wie 1-5@09:00-17:00
          (1 ist Montag), alles in UTC; --above gilt über so vielen Eingabe-Tokens, --from-tokens ab so vielen
  prices  set --rate CUR=USD --date DATE | set --account NAME [--billed-in CUR] [--multiplier F]
  prices  import FILE | import --account NAME [--dry-run] [--json]
          FILE: model_prices-JSON von LiteLLM, Daten von genai-prices, eine Antwort von OpenRouters /models oder eine
          eigene Liste als JSON oder CSV mit den Spalten seller, model, input, output ...; - liest die Standardeingabe
  prices  reprice [--dry-run] [--model M] [--account NAME] [--since 30d | DATE] [--until DATE] [--computed]
          [--reported] [--json] | --log | --undo NUMBER
          Versuche ohne bekannte Kosten; --computed und --reported nehmen auch die mit bekannten</translation>
    </message>
    <message>
        <source>--%1 %2 is too small to be counted; a million tokens cost at least 0.000001.</source>
        <translation>--%1 %2 ist zu klein, um gezählt zu werden; eine Million Tokens kostet mindestens 0.000001.</translation>
    </message>
    <message>
        <source>usage import --log takes no file.</source>
        <translation>usage import --log nimmt keine Datei.</translation>
    </message>
    <message>
        <source>  usage   import FILE [--account NAME] [--format F] [--map day=COLUMN,...] [--dry-run] [--json]
          takes in what a provider or another program counted; a request that was sent here is never
          counted twice; F: %1
          --map says which column is what: day or time, model, input or uncached_input, cached_input,
          cache_write, cache_write_1h, output, reasoning, cost, requests, project, key, user, id, tier
  usage   import --undo NUMBER | --log [--json]
  usage   reconcile FILE --account NAME [--format F] [--map day=COLUMN,...] [--json | --csv]
          compares a provider&apos;s export with what the ledger has, and says why they differ</source>
        <translation>  usage   import FILE [--account NAME] [--format F] [--map day=COLUMN,...] [--dry-run] [--json]
          nimmt auf, was ein Anbieter oder ein anderes Programm gezählt hat; eine Anfrage, die von hier kam,
          zählt nie doppelt; F: %1
          --map sagt, welche Spalte was ist: day oder time, model, input oder uncached_input, cached_input,
          cache_write, cache_write_1h, output, reasoning, cost, requests, project, key, user, id, tier
  usage   import --undo NUMBER | --log [--json]
  usage   reconcile FILE --account NAME [--format F] [--map day=COLUMN,...] [--json | --csv]
          vergleicht den Export eines Anbieters mit dem Kassenbuch und sagt, warum sie sich unterscheiden</translation>
    </message>
    <message>
        <source>--amount %1 is too large; a budget has at most 9223372 US dollars.</source>
        <translation>--amount %1 ist zu groß; ein Budget hat höchstens 9223372 US-Dollar.</translation>
    </message>
    <message>
        <source>--%1 is given more than once; it takes one value.</source>
        <translation>--%1 ist mehrmals angegeben; es nimmt nur einen Wert.</translation>
    </message>
    <message>
        <source>--%1 %2 is finer than can be counted; a price for a million tokens has at most six decimals.</source>
        <translation>--%1 %2 ist feiner, als gezählt werden kann; ein Preis für eine Million Tokens hat höchstens sechs Nachkommastellen.</translation>
    </message>
    <message>
        <source>--%1 %2 is finer than can be counted; a fee has at most twelve decimals.</source>
        <translation>--%1 %2 ist feiner, als gezählt werden kann; eine Gebühr hat höchstens zwölf Nachkommastellen.</translation>
    </message>
    <message>
        <source>--%1 %2 is too large to be counted.</source>
        <translation>--%1 %2 ist zu groß, um gezählt zu werden.</translation>
    </message>
    <message>
        <source>--%1 %2 gives %3 twice.</source>
        <translation>--%1 %2 nennt %3 zweimal.</translation>
    </message>
    <message>
        <source>--meta %1= has no value; name one, or leave the tag out.</source>
        <translation>--meta %1= hat keinen Wert; nennen Sie einen oder lassen Sie das Merkmal weg.</translation>
    </message>
    <message>
        <source>--%1 &quot;%2&quot; has an empty name; put one between its commas.</source>
        <translation>--%1 „%2“ hat einen leeren Namen; schreiben Sie einen zwischen die Kommas.</translation>
    </message>
    <message>
        <source>--%1 names &quot;%2&quot; twice; once is enough.</source>
        <translation>--%1 nennt „%2“ zweimal; einmal genügt.</translation>
    </message>
</context>
<context>
    <name>CompareCommand</name>
    <message>
        <source>There is no line-up named &quot;%1&quot;.</source>
        <translation>Es gibt keine Aufstellung namens „%1“.</translation>
    </message>
    <message>
        <source>-m wants ACCOUNT/MODEL, not &quot;%1&quot;.</source>
        <translation>-m verlangt ACCOUNT/MODEL, nicht „%1“.</translation>
    </message>
    <message>
        <source>compare wants at least one -m ACCOUNT/MODEL or a --line-up NAME.</source>
        <translation>compare verlangt mindestens ein -m ACCOUNT/MODEL oder ein --line-up NAME.</translation>
    </message>
    <message>
        <source>The check judge wants a --judge ACCOUNT/MODEL.</source>
        <translation>Die Prüfung judge verlangt ein --judge ACCOUNT/MODEL.</translation>
    </message>
    <message>
        <source>--judge wants ACCOUNT/MODEL, not &quot;%1&quot;.</source>
        <translation>--judge verlangt ACCOUNT/MODEL, nicht „%1“.</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>There is no display for the window; the commands need none, see switchyard --help.</source>
        <translation>Für das Fenster fehlt eine Anzeige; die Befehle brauchen keine, siehe switchyard --help.</translation>
    </message>
    <message>
        <source>Standard output could not be written.</source>
        <translation>Die Standardausgabe ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Standard input could not be read.</source>
        <translation>Die Standardeingabe ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>Standard input is longer than %1 bytes.</source>
        <translation>Die Standardeingabe ist länger als %1 Bytes.</translation>
    </message>
</context>
<context>
    <name>CsvReader</name>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>a closing quote is followed by more text.</source>
        <translation>auf ein schließendes Anführungszeichen folgt weiterer Text.</translation>
    </message>
    <message>
        <source>a quote is opened and never closed.</source>
        <translation>ein Anführungszeichen wird geöffnet und nie geschlossen.</translation>
    </message>
</context>
<context>
    <name>DisplayCurrency</name>
    <message>
        <source>1 %1 = US$ %2, your rate of %3</source>
        <translation>1 %1 = US$ %2, Ihr Kurs vom %3</translation>
    </message>
</context>
<context>
    <name>DraftWords</name>
    <message>
        <source>Another account has this name.</source>
        <translation>Ein anderes Konto hat diesen Namen.</translation>
    </message>
    <message>
        <source>Name the environment variable.</source>
        <translation>Die Umgebungsvariable nennen.</translation>
    </message>
    <message>
        <source>Enter the key.</source>
        <translation>Den Schlüssel eingeben.</translation>
    </message>
    <message>
        <source>A key has no spaces.</source>
        <translation>Ein Schlüssel hat keine Leerzeichen.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Put your own value in the place of the part in braces.</source>
        <translation>Den Teil in geschweiften Klammern durch den eigenen Wert ersetzen.</translation>
    </message>
</context>
<context>
    <name>ErrorTexts</name>
    <message>
        <source>The key was not accepted</source>
        <translation>Der Schlüssel wurde nicht angenommen</translation>
    </message>
    <message>
        <source>Check the key of this account, then retry.</source>
        <translation>Prüfen Sie den Schlüssel dieses Kontos und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>The provider is limiting requests</source>
        <translation>Der Anbieter begrenzt die Anfragen</translation>
    </message>
    <message>
        <source>Wait a little, then retry, or swap the model.</source>
        <translation>Warten Sie etwas und wiederholen Sie dann, oder wechseln Sie das Modell.</translation>
    </message>
    <message>
        <source>The account has no credit or quota left</source>
        <translation>Das Konto hat kein Guthaben oder Kontingent mehr</translation>
    </message>
    <message>
        <source>Add credit at the provider, or swap to another account.</source>
        <translation>Laden Sie beim Anbieter Guthaben auf oder wechseln Sie zu einem anderen Konto.</translation>
    </message>
    <message>
        <source>The prompt is too long for this model</source>
        <translation>Der Prompt ist für dieses Modell zu lang</translation>
    </message>
    <message>
        <source>Shorten it, or swap to a model with a larger context.</source>
        <translation>Kürzen Sie ihn oder wechseln Sie zu einem Modell mit größerem Kontext.</translation>
    </message>
    <message>
        <source>The provider&apos;s content filter stopped this</source>
        <translation>Der Inhaltsfilter des Anbieters hat das angehalten</translation>
    </message>
    <message>
        <source>Word the prompt differently, or swap the model.</source>
        <translation>Formulieren Sie den Prompt anders oder wechseln Sie das Modell.</translation>
    </message>
    <message>
        <source>The provider does not know this model or address</source>
        <translation>Der Anbieter kennt dieses Modell oder diese Adresse nicht</translation>
    </message>
    <message>
        <source>Swap the model, or check the account&apos;s base URL.</source>
        <translation>Wechseln Sie das Modell oder prüfen Sie die Basis-URL des Kontos.</translation>
    </message>
    <message>
        <source>A cost limit was reached</source>
        <translation>Eine Kostengrenze ist erreicht</translation>
    </message>
    <message>
        <source>Nothing was sent. Raise the limit to go on.</source>
        <translation>Es wurde nichts gesendet. Heben Sie die Grenze an, um fortzufahren.</translation>
    </message>
    <message>
        <source>The provider rejected the request</source>
        <translation>Der Anbieter hat die Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>Change the prompt or swap the model, then retry.</source>
        <translation>Ändern Sie den Prompt oder wechseln Sie das Modell und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>There is no connection to the provider</source>
        <translation>Es gibt keine Verbindung zum Anbieter</translation>
    </message>
    <message>
        <source>Check the network and the account&apos;s base URL, then retry.</source>
        <translation>Prüfen Sie das Netz und die Basis-URL des Kontos und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>The provider took too long</source>
        <translation>Der Anbieter hat zu lange gebraucht</translation>
    </message>
    <message>
        <source>Retry, or raise the time limits of the account.</source>
        <translation>Wiederholen Sie, oder heben Sie die Zeitgrenzen des Kontos an.</translation>
    </message>
    <message>
        <source>The provider has a fault of its own</source>
        <translation>Beim Anbieter liegt ein Fehler vor</translation>
    </message>
    <message>
        <source>Retry in a moment, or swap the model.</source>
        <translation>Wiederholen Sie gleich noch einmal oder wechseln Sie das Modell.</translation>
    </message>
    <message>
        <source>The answer could not be read</source>
        <translation>Die Antwort war nicht lesbar</translation>
    </message>
    <message>
        <source>Retry. If it happens again, check that the base URL is an API.</source>
        <translation>Wiederholen Sie. Geschieht es wieder, prüfen Sie, ob die Basis-URL zu einer API gehört.</translation>
    </message>
    <message>
        <source>The ledger could not be written</source>
        <translation>Das Kassenbuch ließ sich nicht schreiben</translation>
    </message>
    <message>
        <source>Check the free space and the permissions, then retry.</source>
        <translation>Prüfen Sie freien Platz und Rechte und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot;</source>
        <translation>%1: „%2“</translation>
    </message>
</context>
<context>
    <name>EstimateWords</name>
    <message>
        <source>1 lane</source>
        <translation>1 Spur</translation>
    </message>
    <message numerus="yes">
        <source>%n lanes</source>
        <translation>
            <numerusform>%n Spur</numerusform>
            <numerusform>%n Spuren</numerusform>
        </translation>
    </message>
    <message>
        <source>est. %1, a guess</source>
        <translation>ca. %1, grob geschätzt</translation>
    </message>
    <message>
        <source>est. %1</source>
        <translation>ca. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n unpriced</source>
        <translation>
            <numerusform>%n ohne Preis</numerusform>
            <numerusform>%n ohne Preis</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 input tokens a lane.</source>
        <translation>Etwa %1 Eingabetoken je Spur.</translation>
    </message>
    <message>
        <source>Output: the 10th to the 90th percentile of your own answers.</source>
        <translation>Ausgabe: 10. bis 90. Perzentil der eigenen Antworten.</translation>
    </message>
    <message>
        <source>Where you have fewer than ten answers yet, %1 to %2 output tokens are assumed.</source>
        <translation>Wo es noch keine zehn Antworten gibt, sind %1 bis %2 Ausgabetoken angenommen.</translation>
    </message>
    <message>
        <source>Not every lane has a known price: the cost is a lower bound.</source>
        <translation>Nicht jede Spur hat einen bekannten Preis: die Kosten sind eine Untergrenze.</translation>
    </message>
</context>
<context>
    <name>EvaluateWords</name>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>the name of column %1 is empty.</source>
        <translation>der Name der Spalte %1 ist leer.</translation>
    </message>
    <message>
        <source>two columns are named &quot;%1&quot;.</source>
        <translation>zwei Spalten heißen „%1“.</translation>
    </message>
    <message>
        <source>the row has more fields (%1) than there are columns (%2).</source>
        <translation>die Zeile hat mehr Felder (%1), als es Spalten gibt (%2).</translation>
    </message>
    <message>
        <source>the row has fewer fields (%1) than there are columns (%2).</source>
        <translation>die Zeile hat weniger Felder (%1), als es Spalten gibt (%2).</translation>
    </message>
    <message>
        <source>this is no JSON: %1.</source>
        <translation>das ist kein JSON: %1.</translation>
    </message>
    <message>
        <source>a line of JSONL must be an object.</source>
        <translation>eine Zeile JSONL muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>a member of the object has an empty name.</source>
        <translation>ein Feld des Objekts hat einen leeren Namen.</translation>
    </message>
    <message>
        <source>there is no row that names the columns.</source>
        <translation>es fehlt die Zeile, die die Spalten benennt.</translation>
    </message>
    <message>
        <source>there is no case, only the names of the columns.</source>
        <translation>es gibt keinen Fall, nur die Namen der Spalten.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MiB.</source>
        <translation>%1 ist größer als %2 MiB.</translation>
    </message>
    <message>
        <source>The check %1 wants a number that is not negative, not &quot;%2&quot;.</source>
        <translation>Die Prüfung %1 verlangt eine Zahl, die nicht negativ ist, nicht „%2“.</translation>
    </message>
    <message>
        <source>A check is written KIND:VALUE with KIND one of %1, not &quot;%2&quot;.</source>
        <translation>Eine Prüfung schreibt sich KIND:VALUE, mit KIND als einem von %1, nicht „%2“.</translation>
    </message>
    <message>
        <source>The check %1 wants a value behind its colon.</source>
        <translation>Die Prüfung %1 verlangt einen Wert hinter dem Doppelpunkt.</translation>
    </message>
    <message>
        <source>The check number wants VALUE+-TOLERANCE such as 3.14+-0.01, not &quot;%1&quot;.</source>
        <translation>Die Prüfung number verlangt VALUE+-TOLERANCE, etwa 3.14+-0.01, nicht „%1“.</translation>
    </message>
    <message>
        <source>The check regex cannot use &quot;%1&quot;: %2 at character %3.</source>
        <translation>Die Prüfung regex kann „%1“ nicht verwenden: %2 bei Zeichen %3.</translation>
    </message>
    <message>
        <source>The answer contains %1.</source>
        <translation>Die Antwort enthält %1.</translation>
    </message>
    <message>
        <source>The answer does not contain %1.</source>
        <translation>Die Antwort enthält %1 nicht.</translation>
    </message>
    <message>
        <source>The answer is %1.</source>
        <translation>Die Antwort ist %1.</translation>
    </message>
    <message>
        <source>The answer is %1, not %2.</source>
        <translation>Die Antwort ist %1, nicht %2.</translation>
    </message>
    <message>
        <source>%1 is no regular expression: %2.</source>
        <translation>%1 ist kein regulärer Ausdruck: %2.</translation>
    </message>
    <message>
        <source>The answer matches at %1.</source>
        <translation>Die Antwort passt bei %1.</translation>
    </message>
    <message>
        <source>The answer does not match %1.</source>
        <translation>Die Antwort passt nicht zu %1.</translation>
    </message>
    <message>
        <source>The schema %1 was not read.</source>
        <translation>Das Schema %1 wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The answer is no JSON: it is wrapped in a code block.</source>
        <translation>Die Antwort ist kein JSON: sie steckt in einem Codeblock.</translation>
    </message>
    <message>
        <source>The answer is no JSON: %1.</source>
        <translation>Die Antwort ist kein JSON: %1.</translation>
    </message>
    <message>
        <source>The answer breaks the schema: %1.</source>
        <translation>Die Antwort verletzt das Schema: %1.</translation>
    </message>
    <message>
        <source>The answer fits the schema.</source>
        <translation>Die Antwort passt zum Schema.</translation>
    </message>
    <message>
        <source>The answer has %1 characters of at most %2.</source>
        <translation>Die Antwort hat %1 von höchstens %2 Zeichen.</translation>
    </message>
    <message>
        <source>The time of the answer is not known.</source>
        <translation>Die Zeit der Antwort ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The answer took %1 of at most %2.</source>
        <translation>Die Antwort brauchte %1 von höchstens %2.</translation>
    </message>
    <message>
        <source>The cost of the answer is not known.</source>
        <translation>Die Kosten der Antwort sind nicht bekannt.</translation>
    </message>
    <message>
        <source>The answer cost %1 of at most %2.</source>
        <translation>Die Antwort kostete %1 von höchstens %2.</translation>
    </message>
    <message>
        <source>The answer has no number in it.</source>
        <translation>Die Antwort enthält keine Zahl.</translation>
    </message>
    <message>
        <source>The answer&apos;s last number is %1; wanted is %2.</source>
        <translation>Die letzte Zahl der Antwort ist %1; verlangt ist %2.</translation>
    </message>
    <message>
        <source>No judge was asked.</source>
        <translation>Es wurde kein Richter gefragt.</translation>
    </message>
    <message>
        <source>There is no whole answer to check.</source>
        <translation>Es gibt keine vollständige Antwort zum Prüfen.</translation>
    </message>
    <message>
        <source>The rubric %1 was not read.</source>
        <translation>Der Kriterienkatalog %1 wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The JSON schema is wrong at %1: %2</source>
        <translation>Das JSON-Schema ist bei %1 falsch: %2</translation>
    </message>
    <message>
        <source>a schema is an object, true or false.</source>
        <translation>ein Schema ist ein Objekt, true oder false.</translation>
    </message>
    <message>
        <source>the keyword &quot;%1&quot; is not supported.</source>
        <translation>das Schlüsselwort „%1“ wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>the value does not fit the keyword.</source>
        <translation>der Wert passt nicht zum Schlüsselwort.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no regular expression.</source>
        <translation>„%1“ ist kein regulärer Ausdruck.</translation>
    </message>
    <message>
        <source>a list of at least one schema is needed.</source>
        <translation>eine Liste mit mindestens einem Schema ist nötig.</translation>
    </message>
    <message>
        <source>an object of schemas is needed.</source>
        <translation>ein Objekt aus Schemas ist nötig.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; points to nothing in this schema; only references within it work.</source>
        <translation>„%1“ verweist in diesem Schema auf nichts; nur Verweise innerhalb des Schemas gehen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; points to something that is no schema.</source>
        <translation>„%1“ verweist auf etwas, das kein Schema ist.</translation>
    </message>
    <message>
        <source>The JSON schema is no JSON: %1 at byte %2.</source>
        <translation>Das JSON-Schema ist kein JSON: %1 bei Byte %2.</translation>
    </message>
    <message>
        <source>the file has to hold one JSON value.</source>
        <translation>die Datei muss einen einzigen JSON-Wert enthalten.</translation>
    </message>
    <message>
        <source>the document %1</source>
        <translation>das Dokument %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>must not be there</source>
        <translation>darf nicht vorhanden sein</translation>
    </message>
    <message>
        <source>is nested too deeply, or the schema refers to itself in a circle</source>
        <translation>ist zu tief verschachtelt, oder das Schema verweist im Kreis auf sich selbst</translation>
    </message>
    <message>
        <source>is %1, not of the type %2</source>
        <translation>ist %1, nicht vom Typ %2</translation>
    </message>
    <message>
        <source>is %1, not %2</source>
        <translation>ist %1, nicht %2</translation>
    </message>
    <message>
        <source>is %1, which is none of %2</source>
        <translation>ist %1, was keines ist von %2</translation>
    </message>
    <message>
        <source>is %1, less than %2</source>
        <translation>ist %1, weniger als %2</translation>
    </message>
    <message>
        <source>is %1, more than %2</source>
        <translation>ist %1, mehr als %2</translation>
    </message>
    <message>
        <source>is %1, not more than %2</source>
        <translation>ist %1, nicht mehr als %2</translation>
    </message>
    <message>
        <source>is %1, not less than %2</source>
        <translation>ist %1, nicht weniger als %2</translation>
    </message>
    <message>
        <source>is %1, no multiple of %2</source>
        <translation>ist %1, kein Vielfaches von %2</translation>
    </message>
    <message>
        <source>is %1, which does not match %2</source>
        <translation>ist %1, was nicht zu %2 passt</translation>
    </message>
    <message>
        <source>has the same item twice, at %1 and %2</source>
        <translation>hat dasselbe Element zweimal, bei %1 und %2</translation>
    </message>
    <message>
        <source>has no property &quot;%1&quot;</source>
        <translation>hat keine Eigenschaft „%1“</translation>
    </message>
    <message>
        <source>has the property &quot;%1&quot; but not &quot;%2&quot;</source>
        <translation>hat die Eigenschaft „%1“, aber nicht „%2“</translation>
    </message>
    <message>
        <source>has a name that is not allowed</source>
        <translation>hat einen Namen, der nicht erlaubt ist</translation>
    </message>
    <message>
        <source>has the property &quot;%1&quot;, which the schema does not know</source>
        <translation>hat die Eigenschaft „%1“, die das Schema nicht kennt</translation>
    </message>
    <message>
        <source>fits none of the alternatives (anyOf)</source>
        <translation>passt zu keiner der Alternativen (anyOf)</translation>
    </message>
    <message>
        <source>fits %1 of the alternatives (oneOf), not exactly one</source>
        <translation>passt zu %1 der Alternativen (oneOf), nicht zu genau einer</translation>
    </message>
    <message>
        <source>is what the schema excludes (not)</source>
        <translation>ist, was das Schema ausschließt (not)</translation>
    </message>
    <message>
        <source>**failed**</source>
        <translation>**nicht bestanden**</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>kein Urteil</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>Case %1, %2/%3</source>
        <translation>Fall %1, %2/%3</translation>
    </message>
    <message>
        <source>case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Cells: %1</source>
        <translation>Zellen: %1</translation>
    </message>
    <message>
        <source>without an answer: %1</source>
        <translation>ohne Antwort: %1</translation>
    </message>
    <message>
        <source>failed checks: %1</source>
        <translation>nicht bestandene Prüfungen: %1</translation>
    </message>
    <message>
        <source>checks without a verdict: %1</source>
        <translation>Prüfungen ohne Urteil: %1</translation>
    </message>
    <message>
        <source>cost: %1</source>
        <translation>Kosten: %1</translation>
    </message>
    <message>
        <source>cells of unknown cost: %1</source>
        <translation>Zellen mit unbekannten Kosten: %1</translation>
    </message>
    <message>
        <source>There is no check like the assertion &quot;%1&quot;.</source>
        <translation>Zur Assertion „%1“ gibt es keine entsprechende Prüfung.</translation>
    </message>
    <message>
        <source>The assertion &quot;%1&quot; has no threshold.</source>
        <translation>Die Assertion „%1“ hat keinen Schwellenwert.</translation>
    </message>
    <message>
        <source>A judge here passes or fails, without a score.</source>
        <translation>Ein Richter sagt hier nur bestanden oder nicht bestanden, ohne Punktzahl.</translation>
    </message>
    <message>
        <source>A set has one system prompt; that of the first prompt is used.</source>
        <translation>Eine Prompt-Sammlung hat nur einen Systemprompt; verwendet wird der des ersten Prompts.</translation>
    </message>
    <message>
        <source>Test %1: %2</source>
        <translation>Test %1: %2</translation>
    </message>
    <message>
        <source>The file has no prompt that can be used.</source>
        <translation>Die Datei hat keinen Prompt, der sich verwenden lässt.</translation>
    </message>
    <message>
        <source>%1: a configuration is a mapping with prompts, providers and tests.</source>
        <translation>%1: eine Konfiguration ist eine Zuordnung mit prompts, providers und tests.</translation>
    </message>
    <message>
        <source>Keys and headers are the account&apos;s here and are not taken from a file.</source>
        <translation>Schlüssel und Header gehören hier zum Konto und werden nicht aus einer Datei übernommen.</translation>
    </message>
    <message>
        <source>The setting &quot;%1&quot; is not known here.</source>
        <translation>Die Einstellung „%1“ ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>The provider &quot;%1&quot; has no equal here.</source>
        <translation>Der Anbieter „%1“ hat hier keine Entsprechung.</translation>
    </message>
    <message>
        <source>There is no account with the preset &quot;%1&quot; for the provider &quot;%2&quot;.</source>
        <translation>Es gibt kein Konto mit dem Preset „%1“ für den Anbieter „%2“.</translation>
    </message>
    <message>
        <source>There is no account with the base URL %1 for the provider &quot;%2&quot;.</source>
        <translation>Es gibt kein Konto mit der Basis-URL %1 für den Anbieter „%2“.</translation>
    </message>
    <message>
        <source>Only {{variable}} is known here; filters and statements stay as they are.</source>
        <translation>Nur {{variable}} ist hier bekannt; Filter und Anweisungen bleiben stehen, wie sie sind.</translation>
    </message>
    <message>
        <source>A chat with several turns is sent as one prompt.</source>
        <translation>Ein Chat mit mehreren Runden wird als ein einziger Prompt gesendet.</translation>
    </message>
    <message>
        <source>The program %1 is not run.</source>
        <translation>Das Programm %1 wird nicht ausgeführt.</translation>
    </message>
    <message>
        <source>Variables are taken from objects only.</source>
        <translation>Variablen werden nur aus Objekten übernommen.</translation>
    </message>
    <message>
        <source>The column %1 is taken as a variable, not as what it means there.</source>
        <translation>Die Spalte %1 wird als Variable übernommen, nicht in ihrer dortigen Bedeutung.</translation>
    </message>
    <message>
        <source>The variables make more than %1 tests.</source>
        <translation>Die Variablen ergeben mehr als %1 Tests.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Die Datei %1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>The file %1 is larger than %2 MiB.</source>
        <translation>Die Datei %1 ist größer als %2 MiB.</translation>
    </message>
    <message>
        <source>Tests in the file %1 are not read; CSV, TSV and JSONL are.</source>
        <translation>Tests in der Datei %1 werden nicht gelesen; gelesen werden CSV, TSV und JSONL.</translation>
    </message>
    <message>
        <source>%1 uses {{%2}}, but there is no column of that name; there are: %3.</source>
        <translation>%1 verwendet {{%2}}, aber es gibt keine Spalte dieses Namens; es gibt: %3.</translation>
    </message>
    <message>
        <source>There is no prompt: give a template, or name a column &quot;prompt&quot;; there are: %1.</source>
        <translation>Es gibt keinen Prompt: eine Vorlage angeben oder eine Spalte „prompt“ nennen; es gibt: %1.</translation>
    </message>
    <message>
        <source>The prompt</source>
        <translation>Der Prompt</translation>
    </message>
    <message>
        <source>The system prompt</source>
        <translation>Der Systemprompt</translation>
    </message>
    <message>
        <source>The check %1</source>
        <translation>Die Prüfung %1</translation>
    </message>
    <message>
        <source>The rubric %1</source>
        <translation>Der Kriterienkatalog %1</translation>
    </message>
    <message>
        <source>The prompt set has no case.</source>
        <translation>Die Prompt-Sammlung hat keinen Fall.</translation>
    </message>
    <message>
        <source>A prompt set has at most %1 checks.</source>
        <translation>Eine Prompt-Sammlung hat höchstens %1 Prüfungen.</translation>
    </message>
    <message>
        <source>The check %1 of case %2</source>
        <translation>Die Prüfung %1 des Falls %2</translation>
    </message>
    <message>
        <source>Case %1 has no value for {{%2}}.</source>
        <translation>Fall %1 hat keinen Wert für {{%2}}.</translation>
    </message>
    <message>
        <source>Case %1 has an empty prompt.</source>
        <translation>Fall %1 hat einen leeren Prompt.</translation>
    </message>
    <message>
        <source>has %1, fewer than %2</source>
        <translation>hat %1, weniger als %2</translation>
    </message>
    <message>
        <source>has %1, more than %2</source>
        <translation>hat %1, mehr als %2</translation>
    </message>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n Element</numerusform>
            <numerusform>%n Elemente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>has %n items of the kind wanted, fewer than %1</source>
        <translation>
            <numerusform>hat %n Element der verlangten Art, weniger als %1</numerusform>
            <numerusform>hat %n Elemente der verlangten Art, weniger als %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>has %n items of the kind wanted, more than %1</source>
        <translation>
            <numerusform>hat %n Element der verlangten Art, mehr als %1</numerusform>
            <numerusform>hat %n Elemente der verlangten Art, mehr als %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n properties</source>
        <translation>
            <numerusform>%n Eigenschaft</numerusform>
            <numerusform>%n Eigenschaften</numerusform>
        </translation>
    </message>
    <message>
        <source>Case %1 has two cells of lane %2.</source>
        <translation>Fall %1 hat zwei Zellen der Spur %2.</translation>
    </message>
    <message>
        <source>cells[%1] belongs to no case or no model of the document.</source>
        <translation>cells[%1] gehört zu keinem Fall oder keinem Modell des Dokuments.</translation>
    </message>
    <message>
        <source>The file is no JSON document: %1 at byte %2.</source>
        <translation>Die Datei ist kein JSON-Dokument: %1 bei Byte %2.</translation>
    </message>
    <message>
        <source>The file is JSON, but no evaluation that was exported: `definition` or `cells` is missing.</source>
        <translation>Die Datei ist JSON, aber keine exportierte Auswertung: `definition` oder `cells` fehlt.</translation>
    </message>
    <message>
        <source>definition.targets names no model.</source>
        <translation>definition.targets nennt kein Modell.</translation>
    </message>
</context>
<context>
    <name>ExploreWords</name>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>Eingabetoken</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>Ausgabetoken</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Cached input tokens</source>
        <translation>Eingabetoken aus dem Cache</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>Fehlerquote</translation>
    </message>
    <message>
        <source>Cache hits</source>
        <translation>Cache-Treffer</translation>
    </message>
    <message>
        <source>Rescued by fallback</source>
        <translation>Durch Ausweichen gerettet</translation>
    </message>
    <message>
        <source>Unpriced requests</source>
        <translation>Anfragen ohne Preis</translation>
    </message>
    <message>
        <source>Cost of failed requests</source>
        <translation>Kosten fehlgeschlagener Anfragen</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>Merkmal %1</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>vendor</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>per 15 minutes</source>
        <translation>je 15 Minuten</translation>
    </message>
    <message>
        <source>per hour</source>
        <translation>je Stunde</translation>
    </message>
    <message>
        <source>per day</source>
        <translation>je Tag</translation>
    </message>
    <message>
        <source>per week</source>
        <translation>je Woche</translation>
    </message>
    <message>
        <source>per month</source>
        <translation>je Monat</translation>
    </message>
    <message>
        <source>no rule</source>
        <translation>keine Regel</translation>
    </message>
    <message>
        <source>unknown vendor</source>
        <translation>Hersteller unbekannt</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no value of a tag</comment>
        <translation>keins</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Alle Anfragen</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a day with its year</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>from a day to a day of one month</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>d</source>
        <comment>a day within a month</comment>
        <translation>d.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from a day to a day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time of day</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month</comment>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>MMM yy</source>
        <comment>a month on an axis</comment>
        <translation>MMM yy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day on an axis</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>1 call</source>
        <translation>1 Aufruf</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 Aufrufe</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
</context>
<context>
    <name>FailoverBench</name>
    <message>
        <source>The first attempt is over the rate limit and asks to come back in two seconds.</source>
        <translation>Der erste Versuch ist über dem Anfragelimit und bittet, in zwei Sekunden wiederzukommen.</translation>
    </message>
    <message>
        <source>The target is asked again after the wait, or the next one answers at once.</source>
        <translation>Das Ziel wird nach der Wartezeit erneut gefragt, oder das nächste antwortet sofort.</translation>
    </message>
    <message>
        <source>Every attempt is over the rate limit, without a time to come back.</source>
        <translation>Jeder Versuch ist über dem Anfragelimit, ohne Angabe, wann es wieder geht.</translation>
    </message>
    <message>
        <source>The next target answers; the first one is not asked again and again.</source>
        <translation>Das nächste Ziel antwortet; das erste wird nicht immer wieder gefragt.</translation>
    </message>
    <message>
        <source>The first attempt fails with an internal error.</source>
        <translation>Der erste Versuch scheitert an einem internen Fehler.</translation>
    </message>
    <message>
        <source>The same target is asked once more and answers.</source>
        <translation>Dasselbe Ziel wird noch einmal gefragt und antwortet.</translation>
    </message>
    <message>
        <source>Every attempt finds the server overloaded.</source>
        <translation>Jeder Versuch trifft auf einen überlasteten Server.</translation>
    </message>
    <message>
        <source>The next target answers after few attempts.</source>
        <translation>Nach wenigen Versuchen antwortet das nächste Ziel.</translation>
    </message>
    <message>
        <source>The connection is reset before any answer.</source>
        <translation>Die Verbindung wird vor jeder Antwort zurückgesetzt.</translation>
    </message>
    <message>
        <source>The request is sent again or goes to the next target; either way it is answered.</source>
        <translation>Die Anfrage wird noch einmal gesendet oder geht an das nächste Ziel; beantwortet wird sie in jedem Fall.</translation>
    </message>
    <message>
        <source>The server takes the request and says nothing for two minutes.</source>
        <translation>Der Server nimmt die Anfrage an und sagt zwei Minuten lang nichts.</translation>
    </message>
    <message>
        <source>The next target is asked after one time limit; the silent one is not asked again.</source>
        <translation>Nach einer einzigen Frist wird das nächste Ziel gefragt; das stumme wird nicht noch einmal gefragt.</translation>
    </message>
    <message>
        <source>The first token takes twenty seconds.</source>
        <translation>Das erste Token braucht zwanzig Sekunden.</translation>
    </message>
    <message>
        <source>The next target answers within fifteen seconds.</source>
        <translation>Das nächste Ziel antwortet innerhalb von fünfzehn Sekunden.</translation>
    </message>
    <message>
        <source>The stream is cut after forty of sixty tokens.</source>
        <translation>Der Datenstrom reißt nach vierzig von sechzig Token ab.</translation>
    </message>
    <message>
        <source>The next target gives the whole answer; a part of one never passes for it.</source>
        <translation>Das nächste Ziel gibt die ganze Antwort; ein Teil gilt nie als eine.</translation>
    </message>
    <message>
        <source>The stream stops after twenty tokens and is silent for thirty seconds.</source>
        <translation>Der Datenstrom hält nach zwanzig Token an und schweigt dreißig Sekunden lang.</translation>
    </message>
    <message>
        <source>The stall is noticed in time, the next target answers, and later calls work.</source>
        <translation>Der Stillstand wird rechtzeitig bemerkt, das nächste Ziel antwortet, und spätere Aufrufe gelingen.</translation>
    </message>
    <message>
        <source>One event of the stream is no JSON.</source>
        <translation>Ein Ereignis des Datenstroms ist kein JSON.</translation>
    </message>
    <message>
        <source>The answer is whole, if need be from the next target; nothing unreadable is shown.</source>
        <translation>Die Antwort ist vollständig, notfalls vom nächsten Ziel; nichts Unlesbares wird gezeigt.</translation>
    </message>
    <message>
        <source>The stream ends without its end marker.</source>
        <translation>Der Datenstrom endet ohne seine Endmarke.</translation>
    </message>
    <message>
        <source>The answer is complete without any wait, and so is its usage.</source>
        <translation>Die Antwort ist ohne Wartezeit vollständig, und ihr Verbrauch auch.</translation>
    </message>
    <message>
        <source>The prompt is too long for the model.</source>
        <translation>Der Prompt ist zu lang für das Modell.</translation>
    </message>
    <message>
        <source>The model is not asked again; one with a larger context window answers.</source>
        <translation>Das Modell wird nicht noch einmal gefragt; eines mit größerem Kontextfenster antwortet.</translation>
    </message>
    <message>
        <source>The prompt is rejected for its content.</source>
        <translation>Der Prompt wird wegen seines Inhalts zurückgewiesen.</translation>
    </message>
    <message>
        <source>The call ends with the provider&apos;s reason; nobody else is asked.</source>
        <translation>Der Aufruf endet mit der Begründung des Anbieters; niemand sonst wird gefragt.</translation>
    </message>
    <message>
        <source>The stream is cut, and the next target takes no answer to be continued.</source>
        <translation>Der Datenstrom reißt ab, und das nächste Ziel setzt keine begonnene Antwort fort.</translation>
    </message>
    <message>
        <source>The next target is asked from the start and answers; its rejection never hides the fault.</source>
        <translation>Das nächste Ziel wird von vorn gefragt und antwortet; seine Zurückweisung verdeckt nie den Fehler.</translation>
    </message>
    <message>
        <source>The target is out of service for a minute while calls go on.</source>
        <translation>Das Ziel ist eine Minute lang ausgefallen, während weiter angefragt wird.</translation>
    </message>
    <message>
        <source>The next target answers meanwhile; the first one is in use again soon after it is back.</source>
        <translation>Währenddessen antwortet das nächste Ziel; das erste ist bald nach seiner Rückkehr wieder im Einsatz.</translation>
    </message>
    <message>
        <source>Every attempt fails and the next target answers.</source>
        <translation>Jeder Versuch scheitert, und das nächste Ziel antwortet.</translation>
    </message>
    <message>
        <source>Model and usage are those of the target that answered; failed attempts cost nothing.</source>
        <translation>Modell und Verbrauch sind die des Ziels, das geantwortet hat; gescheiterte Versuche kosten nichts.</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>Judged</source>
        <translation>Beurteilt</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Nicht beurteilt</translation>
    </message>
    <message>
        <source>Best chosen</source>
        <translation>Beste gewählt</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>All bad</source>
        <translation>Alle schlecht</translation>
    </message>
    <message>
        <source>Thumb up</source>
        <translation>Daumen hoch</translation>
    </message>
    <message>
        <source>Thumb down</source>
        <translation>Daumen runter</translation>
    </message>
    <message>
        <source>best: %1</source>
        <translation>beste: %1</translation>
    </message>
    <message>
        <source>good: %1</source>
        <translation>gut: %1</translation>
    </message>
    <message>
        <source>bad: %1</source>
        <translation>schlecht: %1</translation>
    </message>
    <message>
        <source>tie</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>all bad</source>
        <translation>alle schlecht</translation>
    </message>
    <message numerus="yes">
        <source>%n turns</source>
        <translation>
            <numerusform>%n Runde</numerusform>
            <numerusform>%n Runden</numerusform>
        </translation>
    </message>
    <message>
        <source>turn %1 of %2</source>
        <translation>Runde %1 von %2</translation>
    </message>
    <message>
        <source>The field “%1” has no place here</source>
        <translation>Das Feld „%1“ hat hier keinen Platz</translation>
    </message>
    <message>
        <source>Messages of the kind “%1” are no part of the talk</source>
        <translation>Nachrichten der Art „%1“ gehören nicht zum Gespräch</translation>
    </message>
    <message>
        <source>Files of the kind “%1” are not in the export</source>
        <translation>Dateien der Art „%1“ sind nicht im Export</translation>
    </message>
    <message>
        <source>Messages that follow none of the others</source>
        <translation>Nachrichten, die auf keine andere folgen</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>“mapping” has the node %1 without “children”</source>
        <translation>„mapping“ enthält den Knoten %1 ohne „children“</translation>
    </message>
    <message>
        <source>the conversation “%1” is no conversation of ChatGPT: %2</source>
        <translation>das Gespräch „%1“ ist kein Gespräch von ChatGPT: %2</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is an archive: unpack it and choose the conversations.json that is in it</source>
        <translation>%1 ist ein Archiv: bitte entpacken und die conversations.json darin wählen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a file and what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>element %1 is a request of a program; import such a log as traffic, on the Routes page</source>
        <translation>Element %1 ist eine Anfrage eines Programms; solche Protokolle lassen sich auf der Seite Routen als Verkehr importieren</translation>
    </message>
    <message>
        <source>element %1 is neither a conversation of ChatGPT&apos;s export (with “mapping”) nor a chat of Open WebUI&apos;s (with “chat.history”)</source>
        <translation>Element %1 ist weder ein Gespräch aus dem Export von ChatGPT (mit „mapping“) noch ein Chat aus dem von Open WebUI (mit „chat.history“)</translation>
    </message>
    <message>
        <source>element %1: %2</source>
        <translation>Element %1: %2</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>this is no JSON array or object</source>
        <translation>das ist weder eine JSON-Liste noch ein JSON-Objekt</translation>
    </message>
    <message>
        <source>there is something after the end of the JSON document</source>
        <translation>nach dem Ende des JSON-Dokuments steht noch etwas</translation>
    </message>
    <message>
        <source>a comma or the end of the array is missing</source>
        <translation>es fehlt ein Komma oder das Ende der Liste</translation>
    </message>
    <message>
        <source>the file ends before the array does</source>
        <translation>die Datei endet vor der Liste</translation>
    </message>
    <message>
        <source>the file ends in the middle of element %1</source>
        <translation>die Datei endet mitten in Element %1</translation>
    </message>
    <message>
        <source>element %1 is longer than %2 MB</source>
        <translation>Element %1 ist länger als %2 MB</translation>
    </message>
    <message>
        <source>element %1 is no object</source>
        <translation>Element %1 ist kein Objekt</translation>
    </message>
    <message>
        <source>element %1 is no JSON: %2</source>
        <translation>Element %1 ist kein JSON: %2</translation>
    </message>
    <message>
        <source>the message %1 has no “role”</source>
        <translation>die Nachricht %1 hat keine „role“</translation>
    </message>
    <message>
        <source>the chat “%1” is no chat of Open WebUI: %2</source>
        <translation>der Chat „%1“ ist kein Chat von Open WebUI: %2</translation>
    </message>
    <message>
        <source>the file is larger than 512 MB</source>
        <translation>die Datei ist größer als 512 MB</translation>
    </message>
</context>
<context>
    <name>Insight</name>
    <message>
        <source>%1 in and %2 out a million tokens</source>
        <translation>%1 Eingabe und %2 Ausgabe je Million Token</translation>
    </message>
    <message>
        <source>Fallback at another account and of another vendor.</source>
        <translation>Ersatz bei einem anderen Konto und von einem anderen Hersteller.</translation>
    </message>
    <message>
        <source>Fallback at another account, which sells the same vendor&apos;s models.</source>
        <translation>Ersatz bei einem anderen Konto, das Modelle desselben Herstellers anbietet.</translation>
    </message>
    <message>
        <source>Fallback of another vendor at the same account.</source>
        <translation>Ersatz von einem anderen Hersteller beim selben Konto.</translation>
    </message>
    <message>
        <source>Fallback at the same account and of the same vendor, since there is no other.</source>
        <translation>Ersatz beim selben Konto und vom selben Hersteller, weil es keinen anderen gibt.</translation>
    </message>
    <message>
        <source>Preferred by own votes on %1, with a chance of %2 %.</source>
        <translation>Bei eigenen Stimmen zu %1 bevorzugt, mit einer Wahrscheinlichkeit von %2 %.</translation>
    </message>
    <message>
        <source>It reasons; no price is known to compare by.</source>
        <translation>Denkt nach; zum Vergleichen ist kein Preis bekannt.</translation>
    </message>
    <message>
        <source>The first one; no price is known to compare by.</source>
        <translation>Das erste; zum Vergleichen ist kein Preis bekannt.</translation>
    </message>
    <message>
        <source>The dearest of the newest models that reason, short of rarely used ones: %1.</source>
        <translation>Das teuerste der neuesten Modelle, die nachdenken, ohne die für seltene Fälle: %1.</translation>
    </message>
    <message>
        <source>The dearest of the newest models, short of rarely used ones: %1.</source>
        <translation>Das teuerste der neuesten Modelle, ohne die für seltene Fälle: %1.</translation>
    </message>
    <message>
        <source>The cheapest of the newest models: %1.</source>
        <translation>Das billigste der neuesten Modelle: %1.</translation>
    </message>
    <message>
        <source>Nearly as cheap: %1.</source>
        <translation>Fast so billig: %1.</translation>
    </message>
    <message>
        <source>Of middle price among the newest models: %1.</source>
        <translation>Im mittleren Preis unter den neuesten Modellen: %1.</translation>
    </message>
    <message>
        <source>Cheap, %1, and usually begins after %2.</source>
        <translation>Billig, %1, und beginnt gewöhnlich nach %2.</translation>
    </message>
    <message>
        <source>Cheap, %1; how soon it begins is not known yet.</source>
        <translation>Billig, %1; wie bald es beginnt, ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>The cheapest with a window close to the largest: %1 tokens.</source>
        <translation>Das billigste mit einem Fenster nahe dem größten: %1 Token.</translation>
    </message>
    <message>
        <source>It runs on an own machine and costs nothing.</source>
        <translation>Läuft auf einem eigenen Rechner und kostet nichts.</translation>
    </message>
    <message>
        <source>It is there; no price is known to compare by.</source>
        <translation>Ist vorhanden; zum Vergleichen ist kein Preis bekannt.</translation>
    </message>
    <message>
        <source>%1 to %2 %</source>
        <comment>95 % interval of a share</comment>
        <translation>%1 bis %2 %</translation>
    </message>
    <message>
        <source>%1 was preferred to %2 in %3 of %4 votes on %5, %6 of them ties (95 % interval of its share: %7).</source>
        <translation>%1 wurde %2 in %3 von %4 Stimmen zu %5 vorgezogen, davon %6 unentschieden (95-%-Intervall des Anteils: %7).</translation>
    </message>
    <message>
        <source>%1 was no worse than %2, preferred in %3 of %4 votes on %5, %6 of them ties (95 % interval of its share: %7), and costs less.</source>
        <translation>%1 war nicht schlechter als %2, vorgezogen in %3 von %4 Stimmen zu %5, davon %6 unentschieden (95-%-Intervall des Anteils: %7), und kostet weniger.</translation>
    </message>
    <message>
        <source>A call costs %1 instead of %2.</source>
        <translation>Ein Aufruf kostet %1 statt %2.</translation>
    </message>
    <message>
        <source>It begins after %1 instead of %2.</source>
        <translation>Die Antwort beginnt nach %1 statt %2.</translation>
    </message>
    <message>
        <source>%1 by votes</source>
        <translation>%1 nach Stimmen</translation>
    </message>
    <message>
        <source>There is nothing to start.</source>
        <translation>Es gibt nichts zu starten.</translation>
    </message>
    <message>
        <source>Choose checks that need no judge model.</source>
        <translation>Prüfungen wählen, die kein Richtermodell brauchen.</translation>
    </message>
    <message>
        <source>Choose a judge model.</source>
        <translation>Ein Richtermodell wählen.</translation>
    </message>
    <message>
        <source>The new target refused to answer.</source>
        <translation>Das neue Ziel hat die Antwort abgelehnt.</translation>
    </message>
    <message>
        <source>The new target gave no whole answer.</source>
        <translation>Das neue Ziel hat keine vollständige Antwort gegeben.</translation>
    </message>
    <message>
        <source>The answers are the same.</source>
        <translation>Die Antworten sind gleich.</translation>
    </message>
    <message>
        <source>A check could not be decided.</source>
        <translation>Eine Prüfung konnte nicht entschieden werden.</translation>
    </message>
    <message>
        <source>%1 of %2 pairs have a verdict; a claim needs %3.</source>
        <translation>%1 von %2 Paaren haben ein Urteil; für eine Aussage sind %3 nötig.</translation>
    </message>
    <message>
        <source>Better: the new answers have %1 % of %2 pairs (95 % interval %3 to %4 %).</source>
        <translation>Besser: Die neuen Antworten haben %1 % von %2 Paaren (95-%-Intervall %3 bis %4 %).</translation>
    </message>
    <message>
        <source>Not worse: the new answers have %1 % of %2 pairs (95 % interval %3 to %4 %).</source>
        <translation>Nicht schlechter: Die neuen Antworten haben %1 % von %2 Paaren (95-%-Intervall %3 bis %4 %).</translation>
    </message>
    <message>
        <source>Worse: the new answers have %1 % of %2 pairs (95 % interval %3 to %4 %).</source>
        <translation>Schlechter: Die neuen Antworten haben %1 % von %2 Paaren (95-%-Intervall %3 bis %4 %).</translation>
    </message>
    <message>
        <source>Open: the new answers have %1 % of %2 pairs (95 % interval %3 to %4 %).</source>
        <translation>Offen: Die neuen Antworten haben %1 % von %2 Paaren (95-%-Intervall %3 bis %4 %).</translation>
    </message>
    <message>
        <source>No enabled account offers a model that runs on an own machine.</source>
        <translation>Kein eingeschaltetes Konto bietet ein Modell an, das auf einem eigenen Rechner läuft.</translation>
    </message>
    <message>
        <source>No enabled account offers a model to choose.</source>
        <translation>Kein eingeschaltetes Konto bietet ein Modell zur Wahl an.</translation>
    </message>
    <message>
        <source>Only models on own machines are there, whose price says nothing of what they can do.</source>
        <translation>Es gibt nur Modelle auf eigenen Rechnern, deren Preis nichts darüber sagt, was sie können.</translation>
    </message>
    <message>
        <source>reasoning for people</source>
        <translation>Nachdenken für Menschen</translation>
    </message>
    <message>
        <source>summaries, tags, extracts</source>
        <translation>Zusammenfassungen, Tags, Auszüge</translation>
    </message>
    <message>
        <source>background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>%1 is both the cheapest and the strongest that is there.</source>
        <translation>%1 ist zugleich das billigste und das stärkste, das da ist.</translation>
    </message>
    <message>
        <source>How much fits into a model is known of none of those that are there.</source>
        <translation>Bei keinem der vorhandenen Modelle ist bekannt, wie viel hineinpasst.</translation>
    </message>
    <message>
        <source>%1 has the largest window itself: no rule is needed.</source>
        <translation>%1 hat selbst das größte Fenster: Eine Regel ist nicht nötig.</translation>
    </message>
    <message>
        <source>long prompts</source>
        <translation>lange Prompts</translation>
    </message>
    <message>
        <source>Prompts from %1 tokens on, as %2 holds %3 with its answer.</source>
        <translation>Prompts ab %1 Token, da %2 samt der Antwort %3 fasst.</translation>
    </message>
    <message>
        <source>Prompts from %1 tokens on; how much %2 holds is not known.</source>
        <translation>Prompts ab %1 Token; wie viel %2 fasst, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Takes over what does not fit.</source>
        <translation>Übernimmt, was nicht hineinpasst.</translation>
    </message>
    <message>
        <source>No fallback goes to a provider: when no local model answers, the call fails.</source>
        <translation>Kein Ersatz geht an einen Anbieter: Antwortet kein lokales Modell, scheitert der Aufruf.</translation>
    </message>
    <message>
        <source>There is no model to fall back to.</source>
        <translation>Es gibt kein Modell als Ersatz.</translation>
    </message>
    <message>
        <source>There is no second account: when %1 is out of order, nothing answers.</source>
        <translation>Es gibt kein zweites Konto: Fällt %1 aus, antwortet nichts.</translation>
    </message>
    <message>
        <source>three buckets</source>
        <translation>drei Körbe</translation>
    </message>
    <message>
        <source>cheap first</source>
        <translation>billig zuerst</translation>
    </message>
    <message>
        <source>long context</source>
        <translation>langer Kontext</translation>
    </message>
    <message>
        <source>local only</source>
        <translation>nur lokal</translation>
    </message>
    <message>
        <source>Reasoning for people to a strong model, summaries, tags and extracts to cheap ones, background work by cost and speed.</source>
        <translation>Nachdenken für Menschen an ein starkes Modell, Zusammenfassungen, Tags und Auszüge an billige, Arbeit im Hintergrund nach Kosten und Tempo.</translation>
    </message>
    <message>
        <source>A cheap model for everything, a strong one when it fails.</source>
        <translation>Ein billiges Modell für alles, ein starkes, wenn es scheitert.</translation>
    </message>
    <message>
        <source>Prompts that need a large window to a model that has one.</source>
        <translation>Prompts, die ein großes Fenster brauchen, an ein Modell, das eines hat.</translation>
    </message>
    <message>
        <source>Only models on own machines; nothing goes to a provider.</source>
        <translation>Nur Modelle auf eigenen Rechnern; nichts geht an einen Anbieter.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>it is no JSON: %1 at its character %2</source>
        <translation>kein JSON: %1 beim Zeichen %2</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>kein JSON-Objekt</translation>
    </message>
    <message>
        <source>it is longer than 64 MB</source>
        <translation>länger als 64 MB</translation>
    </message>
    <message>
        <source>%1, line %2: %3.</source>
        <translation>%1, Zeile %2: %3.</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n more lines are no requests either.</source>
        <translation>
            <numerusform>%1 %n weitere Zeile ist ebenfalls keine Anfrage.</numerusform>
            <numerusform>%1 %n weitere Zeilen sind ebenfalls keine Anfragen.</numerusform>
        </translation>
    </message>
    <message>
        <source>it has an answer but no “messages” that were asked</source>
        <translation>enthält eine Antwort, aber keine „messages“, die gefragt wurden</translation>
    </message>
    <message>
        <source>it has no “messages”</source>
        <translation>enthält keine „messages“</translation>
    </message>
    <message>
        <source>it names no “model”</source>
        <translation>nennt kein „model“</translation>
    </message>
    <message>
        <source>messages[%1] %2</source>
        <translation>messages[%1] %2</translation>
    </message>
    <message>
        <source>is no object</source>
        <translation>ist kein Objekt</translation>
    </message>
    <message>
        <source>has no “role”</source>
        <translation>hat keine „role“</translation>
    </message>
    <message>
        <source>has a “content” that is neither a text nor a list</source>
        <translation>hat einen „content“, der weder Text noch Liste ist</translation>
    </message>
    <message>
        <source>its “messages” have none of the role “user”</source>
        <translation>unter den „messages“ ist keine mit der Rolle „user“</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
</context>
<context>
    <name>Judgement</name>
    <message>
        <source>With the answers the other way round, the judge chose the other one: a tie.</source>
        <translation>In umgekehrter Reihenfolge wählte der Richter die andere Antwort: unentschieden.</translation>
    </message>
    <message>
        <source>The judge decided differently when the answers came in the reverse order.</source>
        <translation>Der Richter entschied anders, als die Antworten in umgekehrter Reihenfolge kamen.</translation>
    </message>
    <message>
        <source>The judge was stopped before its verdict.</source>
        <translation>Der Richter wurde vor seinem Urteil angehalten.</translation>
    </message>
    <message>
        <source>What the judge wrote cannot be read as a verdict.</source>
        <translation>Was der Richter schrieb, lässt sich nicht als Urteil lesen.</translation>
    </message>
</context>
<context>
    <name>KeyPaste</name>
    <message>
        <source>No key was found in this text. Paste a key, a line of a .env file, or the code that makes an OpenAI client.</source>
        <translation>In diesem Text wurde kein Schlüssel gefunden. Fügen Sie einen Schlüssel, eine Zeile einer .env-Datei oder den Code ein, der einen OpenAI-Client anlegt.</translation>
    </message>
    <message>
        <source>This is an example without a key: put your key in the place of the placeholder.</source>
        <translation>Das ist ein Beispiel ohne Schlüssel: Setzen Sie Ihren Schlüssel an die Stelle des Platzhalters.</translation>
    </message>
</context>
<context>
    <name>LaneWords</name>
    <message>
        <source>fastest</source>
        <translation>am schnellsten</translation>
    </message>
    <message>
        <source>The whole answer after %1; the next one after %2.</source>
        <translation>Die ganze Antwort nach %1; die nächste nach %2.</translation>
    </message>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>The dearest answer was that of %1.</source>
        <translation>Die teuerste Antwort war die von %1.</translation>
    </message>
    <message>
        <source>%1× cheaper</source>
        <translation>%1× billiger</translation>
    </message>
    <message>
        <source>The cheapest whole answer, compared with the dearest, of %1.</source>
        <translation>Die billigste ganze Antwort, verglichen mit der teuersten, der von %1.</translation>
    </message>
    <message>
        <source>Waiting %1 s as it asked, then one more try.</source>
        <translation>Wartet wie verlangt %1 s, dann ein weiterer Versuch.</translation>
    </message>
    <message>
        <source>It asks to wait %1 s. Then retry, or swap the model.</source>
        <translation>Er bittet um %1 s Geduld. Wiederholen Sie danach oder wechseln Sie das Modell.</translation>
    </message>
    <message>
        <source>The model declined to answer</source>
        <translation>Das Modell hat die Antwort abgelehnt</translation>
    </message>
    <message>
        <source>Word the prompt differently, or swap the model.</source>
        <translation>Formulieren Sie den Prompt anders oder wechseln Sie das Modell.</translation>
    </message>
    <message>
        <source>The answer was cut at the output limit</source>
        <translation>Die Antwort wurde an der Ausgabegrenze abgeschnitten</translation>
    </message>
    <message>
        <source>The provider ended it with &quot;%1&quot;.</source>
        <translation>Der Anbieter beendete sie mit „%1“.</translation>
    </message>
    <message>
        <source>The answer broke off</source>
        <translation>Die Antwort brach ab</translation>
    </message>
    <message>
        <source>The stream ended without an end mark. What had come is kept; it may be billed.</source>
        <translation>Der Datenstrom endete ohne Endmarke. Was angekommen war, bleibt erhalten; es wird womöglich berechnet.</translation>
    </message>
    <message>
        <source>%1 is retired</source>
        <translation>%1 ist abgeschaltet</translation>
    </message>
    <message>
        <source>%1 will be retired</source>
        <translation>%1 wird abgeschaltet</translation>
    </message>
    <message>
        <source>Its successor is %1.</source>
        <translation>Der Nachfolger ist %1.</translation>
    </message>
    <message>
        <source>Answered by %1, not the requested %2</source>
        <translation>Es antwortete %1, nicht das verlangte %2</translation>
    </message>
    <message>
        <source>The model asks for the tool %1</source>
        <translation>Das Modell verlangt das Werkzeug %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as plain text</source>
        <translation>Als reinen Text kopieren</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Swap model</source>
        <translation>Modell wechseln</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Open accounts</source>
        <translation>Konten öffnen</translation>
    </message>
    <message>
        <source>Maximise</source>
        <translation>Maximieren</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Remove lane</source>
        <translation>Spur entfernen</translation>
    </message>
    <message>
        <source>waiting %1 s</source>
        <translation>wartet %1 s</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>in der Schlange</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>schreibt</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>denkt</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>truncated</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 Tok/s</translation>
    </message>
    <message>
        <source>queued: %1 ms, not part of the other times</source>
        <translation>in der Schlange: %1 ms, nicht Teil der übrigen Zeiten</translation>
    </message>
    <message>
        <source>connected: %1 ms</source>
        <translation>verbunden: %1 ms</translation>
    </message>
    <message>
        <source>headers: %1 ms</source>
        <translation>Kopfzeilen: %1 ms</translation>
    </message>
    <message>
        <source>first reasoning: %1 ms</source>
        <translation>erster Gedanke: %1 ms</translation>
    </message>
    <message>
        <source>first text: %1 ms</source>
        <translation>erster Text: %1 ms</translation>
    </message>
    <message>
        <source>last: %1 ms</source>
        <translation>letzter Text: %1 ms</translation>
    </message>
    <message>
        <source>input: %1 tokens</source>
        <translation>Eingabe: %1 Token</translation>
    </message>
    <message>
        <source>of it read from cache: %1</source>
        <translation>davon aus dem Cache gelesen: %1</translation>
    </message>
    <message>
        <source>of it written to cache: %1</source>
        <translation>davon in den Cache geschrieben: %1</translation>
    </message>
    <message>
        <source>output: %1 tokens</source>
        <translation>Ausgabe: %1 Token</translation>
    </message>
    <message>
        <source>of it reasoning: %1</source>
        <translation>davon Gedanken: %1</translation>
    </message>
    <message>
        <source>Estimated here: the provider reported no usage.</source>
        <translation>Hier geschätzt: der Anbieter meldete keinen Verbrauch.</translation>
    </message>
    <message>
        <source>The provider&apos;s total does not fit its parts.</source>
        <translation>Die Summe des Anbieters passt nicht zu ihren Teilen.</translation>
    </message>
    <message>
        <source>~%1 out</source>
        <translation>~%1 aus</translation>
    </message>
    <message>
        <source>%1 in   %2 out</source>
        <translation>%1 ein   %2 aus</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>gemeldet</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>berechnet</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>bisher</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>Kosten unbekannt</translation>
    </message>
    <message>
        <source>No price is known for this model, or the provider reported no usage.</source>
        <translation>Für dieses Modell ist kein Preis bekannt, oder der Anbieter meldete keinen Verbrauch.</translation>
    </message>
    <message>
        <source>between $%1 and $%2</source>
        <translation>zwischen $%1 und $%2</translation>
    </message>
    <message>
        <source>prices of %1</source>
        <translation>Preise vom %1</translation>
    </message>
    <message>
        <source>finish: %1</source>
        <translation>Ende: %1</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>Thinking …</source>
        <translation>Denkt …</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>about %1 tokens</source>
        <translation>etwa %1 Token</translation>
    </message>
    <message>
        <source>Thought, %1</source>
        <translation>Gedanken, %1</translation>
    </message>
    <message>
        <source>Thought for %1, %2</source>
        <translation>Dachte %1, %2</translation>
    </message>
    <message>
        <source>%1, simulated</source>
        <translation>%1, simuliert</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 in, %2 out per million tokens</source>
        <translation>%1 ein, %2 aus je Million Token</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>%1 tokens of context</source>
        <translation>%1 Token Kontext</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>Schlussfolgern</translation>
    </message>
    <message>
        <source>The account %1 is switched off</source>
        <translation>Das Konto %1 ist ausgeschaltet</translation>
    </message>
    <message>
        <source>There is no account %1</source>
        <translation>Es gibt kein Konto %1</translation>
    </message>
    <message>
        <source>Swap the model or remove the lane; with it nothing can be sent.</source>
        <translation>Das Modell wechseln oder die Spur entfernen; mit ihr lässt sich nichts senden.</translation>
    </message>
    <message>
        <source>~%1 tok/s</source>
        <translation>~%1 Tok/s</translation>
    </message>
    <message>
        <source>not in the account&apos;s list: use this id as it is typed</source>
        <translation>nicht in der Liste des Kontos: diese ID verwenden wie eingegeben</translation>
    </message>
    <message>
        <source>will be retired</source>
        <translation>wird abgeschaltet</translation>
    </message>
    <message>
        <source>successor: %1</source>
        <translation>Nachfolger: %1</translation>
    </message>
    <message>
        <source>in the line-up ×%1</source>
        <translation>in der Aufstellung ×%1</translation>
    </message>
    <message>
        <source>in the line-up</source>
        <translation>in der Aufstellung</translation>
    </message>
    <message>
        <source>Something is wrong with this answer</source>
        <translation>Mit dieser Antwort stimmt etwas nicht</translation>
    </message>
    <message>
        <source>What it is would tell whose answer it is; you will see it after the vote.</source>
        <translation>Was es ist, würde verraten, von wem die Antwort stammt; es erscheint nach der Abstimmung.</translation>
    </message>
    <message>
        <source>Shown after the vote</source>
        <translation>Erscheint nach der Abstimmung</translation>
    </message>
    <message>
        <source>figures after the vote</source>
        <translation>Zahlen nach der Abstimmung</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Gedanken</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>× %1</source>
        <comment>a factor</comment>
        <translation>× %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Model asked</source>
        <translation>Gefragtes Modell</translation>
    </message>
    <message>
        <source>Model that answered</source>
        <translation>Antwortendes Modell</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>Eingabetoken</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>Ausgabetoken</translation>
    </message>
    <message>
        <source>of it reasoning</source>
        <translation>davon Gedanken</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Last token</source>
        <translation>Letztes Token</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>One of the two gave no text, so the answers cannot be compared.</source>
        <translation>Eine der beiden lieferte keinen Text, daher lassen sich die Antworten nicht vergleichen.</translation>
    </message>
    <message>
        <source>Another model answered than the one asked for. The texts agree to %1 %.</source>
        <translation>Es antwortete ein anderes Modell als das gefragte. Die Texte stimmen zu %1 % überein.</translation>
    </message>
    <message>
        <source>Both answered the same, character by character.</source>
        <translation>Beide antworteten gleich, Zeichen für Zeichen.</translation>
    </message>
    <message>
        <source>The texts agree to %1 % (pairs of neighbouring words both have).</source>
        <translation>Die Texte stimmen zu %1 % überein (gemeinsame Paare benachbarter Wörter).</translation>
    </message>
    <message>
        <source>%1 cannot take pictures: it was given the text alone</source>
        <translation>%1 nimmt keine Bilder an: es bekam nur den Text</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Beste</translation>
    </message>
    <message>
        <source>Good answer</source>
        <translation>Gute Antwort</translation>
    </message>
    <message>
        <source>Poor answer</source>
        <translation>Schlechte Antwort</translation>
    </message>
    <message>
        <source>Diff</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Use as base</source>
        <translation>Als Vergleichsspur</translation>
    </message>
    <message>
        <source>Parameters …</source>
        <translation>Parameter …</translation>
    </message>
    <message>
        <source>Into a window of its own</source>
        <translation>In eigenes Fenster</translation>
    </message>
    <message>
        <source>%1 / month</source>
        <comment>an amount of money</comment>
        <translation>%1 / Monat</translation>
    </message>
    <message>
        <source>at %1 calls</source>
        <translation>bei %1 Aufrufen</translation>
    </message>
    <message>
        <source>%1, replay</source>
        <translation>%1, Wiedergabe</translation>
    </message>
    <message>
        <source>nothing is sent</source>
        <translation>nichts wird gesendet</translation>
    </message>
    <message>
        <source>best</source>
        <translation>beste</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>name of a parameter</comment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>JSON object</source>
        <translation>JSON-Objekt</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON-Schema</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>reiner Text</translation>
    </message>
    <message>
        <source>temp %1</source>
        <translation>Temp. %1</translation>
    </message>
    <message>
        <source>top p %1</source>
        <translation>Top p %1</translation>
    </message>
    <message>
        <source>max %1</source>
        <translation>max. %1</translation>
    </message>
    <message>
        <source>frequency %1</source>
        <translation>Häufigkeit %1</translation>
    </message>
    <message>
        <source>presence %1</source>
        <translation>Präsenz %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Seed %1</translation>
    </message>
    <message>
        <source>effort %1</source>
        <translation>Aufwand %1</translation>
    </message>
    <message>
        <source>stop %1</source>
        <translation>Stopp %1</translation>
    </message>
    <message>
        <source>1 tool</source>
        <translation>1 Werkzeug</translation>
    </message>
    <message numerus="yes">
        <source>%n tools</source>
        <translation>
            <numerusform>%n Werkzeug</numerusform>
            <numerusform>%n Werkzeuge</numerusform>
        </translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Most output tokens</source>
        <translation>Max. Ausgabetoken</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>Häufigkeitsstrafe</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation>Präsenzstrafe</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation>Denkaufwand</translation>
    </message>
    <message>
        <source>Stop sequences</source>
        <translation>Stoppsequenzen</translation>
    </message>
    <message>
        <source>Response format</source>
        <translation>Antwortformat</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Further members</source>
        <translation>Weitere Felder</translation>
    </message>
    <message>
        <source>From 0, which is nearly always the same answer, to 2.</source>
        <translation>Von 0, fast immer dieselbe Antwort, bis 2.</translation>
    </message>
    <message>
        <source>From 0 to 1: only the likeliest tokens that together have this share.</source>
        <translation>Von 0 bis 1: nur die wahrscheinlichsten Token, die zusammen diesen Anteil haben.</translation>
    </message>
    <message>
        <source>Where an answer is cut off; reasoning counts. The estimate knows it.</source>
        <translation>Wo eine Antwort abgeschnitten wird; Gedanken zählen mit. Die Schätzung berücksichtigt es.</translation>
    </message>
    <message>
        <source>From -2 to 2; more makes the model repeat itself less.</source>
        <translation>Von -2 bis 2; je mehr, desto weniger wiederholt sich das Modell.</translation>
    </message>
    <message>
        <source>A whole number; the same one asks for the same answer again.</source>
        <translation>Eine ganze Zahl; dieselbe verlangt wieder dieselbe Antwort.</translation>
    </message>
    <message>
        <source>How long a reasoning model may think: low, medium, high or what it knows.</source>
        <translation>Wie lange ein denkendes Modell denken darf: low, medium, high oder was es sonst kennt.</translation>
    </message>
    <message>
        <source>Where the answer ends; one in a line. \n stands for the end of a line.</source>
        <translation>Wo die Antwort endet; eine je Zeile. \n steht für ein Zeilenende.</translation>
    </message>
    <message>
        <source>text, json_object, or a JSON object with a schema.</source>
        <translation>text, json_object oder ein JSON-Objekt mit einem Schema.</translation>
    </message>
    <message>
        <source>A JSON array of tools that the model may ask for.</source>
        <translation>Ein JSON-Array mit Werkzeugen, die das Modell verlangen darf.</translation>
    </message>
    <message>
        <source>A JSON object; its members are added to the request as they are.</source>
        <translation>Ein JSON-Objekt; seine Felder kommen unverändert in die Anfrage.</translation>
    </message>
    <message>
        <source>%1 must be a number.</source>
        <translation>%1 muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>%1 must be a whole number.</source>
        <translation>%1 muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>%1 must be between %2 and %3; raw JSON takes any value.</source>
        <translation>%1 muss zwischen %2 und %3 liegen; rohes JSON nimmt jeden Wert.</translation>
    </message>
    <message>
        <source>%1 is no JSON: line %2, column %3: %4.</source>
        <translation>%1 ist kein JSON: Zeile %2, Spalte %3: %4.</translation>
    </message>
    <message>
        <source>%1 must be a JSON object.</source>
        <translation>%1 muss ein JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>%1 must be a JSON array.</source>
        <translation>%1 muss ein JSON-Array sein.</translation>
    </message>
    <message>
        <source>%1 lacks %2, or it is of the wrong type.</source>
        <translation>In %1 fehlt %2, oder der Typ ist falsch.</translation>
    </message>
    <message>
        <source>%1 cannot hold %2, which has a row of its own.</source>
        <translation>%1 kann %2 nicht enthalten: dafür gibt es eine eigene Zeile.</translation>
    </message>
    <message>
        <source>%1 cannot hold %2, which the application sends.</source>
        <translation>%1 kann %2 nicht enthalten: das sendet die Anwendung.</translation>
    </message>
    <message>
        <source>no %1</source>
        <comment>a parameter that is not sent</comment>
        <translation>ohne %1</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>Any JSON object</source>
        <translation>Beliebiges JSON-Objekt</translation>
    </message>
    <message>
        <source>A JSON schema</source>
        <translation>Ein JSON-Schema</translation>
    </message>
    <message>
        <source>An example</source>
        <translation>Ein Beispiel</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>median %1, longest %2</source>
        <translation>Median %1, längste %2</translation>
    </message>
    <message>
        <source>Connections opened first</source>
        <translation>Verbindungen vorab geöffnet</translation>
    </message>
    <message>
        <source>From the first connection begun to the last one open or failed, before any lane was released.</source>
        <translation>Vom Beginn der ersten Verbindung, bis die letzte offen oder gescheitert war, bevor eine Spur freigegeben wurde.</translation>
    </message>
    <message>
        <source>Lanes released within</source>
        <translation>Spuren freigegeben innerhalb von</translation>
    </message>
    <message>
        <source>Between the first and the last dispatch of lanes that had not to wait for a slot.</source>
        <translation>Zwischen dem ersten und dem letzten Absenden der Spuren, die nicht auf einen Platz warten mussten.</translation>
    </message>
    <message>
        <source>Dispatch until the request is written</source>
        <translation>Vom Absenden, bis die Anfrage geschrieben ist</translation>
    </message>
    <message>
        <source>On open connections, as the HTTP library says that it wrote the request; on a fresh one it holds the connecting.</source>
        <translation>Auf offenen Verbindungen, sobald die HTTP-Bibliothek das Schreiben der Anfrage meldet; auf einer neuen ist der Verbindungsaufbau enthalten.</translation>
    </message>
    <message>
        <source>Waiting in the network thread, longest</source>
        <translation>Warten im Netz-Thread, längstes</translation>
    </message>
    <message>
        <source>Whenever bytes come an event is posted to the same thread; this is how long one of them waited.</source>
        <translation>Immer wenn Bytes kommen, geht ein Ereignis an denselben Thread; so lange hat eines davon gewartet.</translation>
    </message>
    <message>
        <source>Decoding before the stamp, longest</source>
        <translation>Dekodieren vor dem Zeitstempel, längstes</translation>
    </message>
    <message>
        <source>From taking bytes over until what they say was decoded and stamped.</source>
        <translation>Von der Übernahme der Bytes, bis ihr Inhalt dekodiert und mit einem Zeitstempel versehen war.</translation>
    </message>
    <message>
        <source>Until the window has the text</source>
        <translation>Bis das Fenster den Text hat</translation>
    </message>
    <message>
        <source>From the stamp of the newest text to its arrival in the window&apos;s thread; not part of any time above. Drawing comes after it.</source>
        <translation>Vom Zeitstempel des neuesten Textes bis zu seiner Ankunft im Thread des Fensters; in keiner Zeit oben enthalten. Das Zeichnen kommt danach.</translation>
    </message>
    <message>
        <source>%1 ms   +%2 ms   %3</source>
        <comment>when, how much later, how much</comment>
        <translation>%1 ms   +%2 ms   %3</translation>
    </message>
    <message>
        <source>No answer came.</source>
        <translation>Es kam keine Antwort.</translation>
    </message>
    <message>
        <source>Status %1, headers after %2 ms</source>
        <translation>Status %1, Kopfzeilen nach %2 ms</translation>
    </message>
    <message>
        <source>Ended by: %1</source>
        <translation>Beendet durch: %1</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>%1, the first %2 kept</source>
        <translation>%1, die ersten %2 behalten</translation>
    </message>
    <message>
        <source>%1 more characters are not shown; Copy and the saved recording have them.</source>
        <translation>%1 weitere Zeichen werden nicht gezeigt; „Kopieren“ und die gespeicherte Aufzeichnung enthalten sie.</translation>
    </message>
    <message>
        <source>%1 (%2–%3)</source>
        <comment>median, least, most</comment>
        <translation>%1 (%2–%3)</translation>
    </message>
    <message>
        <source>%1: least %2, median %3, most %4</source>
        <translation>%1: min. %2, Median %3, max. %4</translation>
    </message>
    <message>
        <source>output tokens</source>
        <translation>Ausgabetoken</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 Zeichen</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>erstes Token</translation>
    </message>
    <message>
        <source>whole answer</source>
        <translation>ganze Antwort</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>answers of unknown cost: %1</source>
        <translation>Antworten mit unbekannten Kosten: %1</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 fertig</translation>
    </message>
    <message>
        <source>%1 of %2 identical</source>
        <translation>%1 von %2 identisch</translation>
    </message>
    <message>
        <source>1 of %1, like no other</source>
        <translation>1 von %1, wie keine andere</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>which of how many answers</comment>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>asked %n times</source>
        <translation>
            <numerusform>einmal gefragt</numerusform>
            <numerusform>%n-mal gefragt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n identical</source>
        <translation>
            <numerusform>eine Antwort</numerusform>
            <numerusform>alle %n gleich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n different answers</source>
        <translation>
            <numerusform>eine Antwort</numerusform>
            <numerusform>%n verschiedene Antworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asked %n times in each run</source>
        <translation>
            <numerusform>in jedem Lauf einmal gefragt</numerusform>
            <numerusform>in jedem Lauf %n-mal gefragt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 gave no answer, %2 was asked</source>
        <translation>%1 gab keine Antwort, %2 wurde gefragt</translation>
    </message>
    <message>
        <source>Ask the next model</source>
        <translation>Das nächste Modell fragen</translation>
    </message>
    <message>
        <source>Ask %1</source>
        <translation>%1 fragen</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) may have cost something that is not known</source>
        <translation>
            <numerusform>%n Versuch kann etwas gekostet haben, das nicht bekannt ist</numerusform>
            <numerusform>%n Versuche können etwas gekostet haben, das nicht bekannt ist</numerusform>
        </translation>
    </message>
    <message>
        <source>→ %1, rule %2</source>
        <translation>→ %1, Regel %2</translation>
    </message>
    <message>
        <source>rule set</source>
        <translation>Regelsatz</translation>
    </message>
    <message>
        <source>%1, answered by %2, rule %3</source>
        <translation>%1, beantwortet von %2, Regel %3</translation>
    </message>
    <message>
        <source>rule set: decides for each prompt which model is asked</source>
        <translation>Regelsatz: entscheidet bei jedem Prompt, welches Modell gefragt wird</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>antwortet</translation>
    </message>
</context>
<context>
    <name>LedgerWords</name>
    <message>
        <source>queued</source>
        <translation>in der Schlange</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>truncated</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>Zeitüberschreitung</translation>
    </message>
    <message>
        <source>key not accepted</source>
        <translation>Schlüssel nicht angenommen</translation>
    </message>
    <message>
        <source>rate limited</source>
        <translation>Anfragelimit</translation>
    </message>
    <message>
        <source>no credit</source>
        <translation>kein Guthaben</translation>
    </message>
    <message>
        <source>request rejected</source>
        <translation>Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>too long for the model</source>
        <translation>zu lang für das Modell</translation>
    </message>
    <message>
        <source>content filter</source>
        <translation>Inhaltsfilter</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>storage error</source>
        <translation>Speicherfehler</translation>
    </message>
    <message>
        <source>budget reached</source>
        <translation>Budget erreicht</translation>
    </message>
    <message>
        <source>unreadable answer</source>
        <translation>unlesbare Antwort</translation>
    </message>
    <message>
        <source>reported by the provider</source>
        <translation>vom Anbieter gemeldet</translation>
    </message>
    <message>
        <source>tokens times list price</source>
        <translation>Token mal Listenpreis</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>Kommandozeile</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>no task</source>
        <translation>keine Aufgabe</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1 Anfrage</translation>
    </message>
    <message>
        <source>no errors</source>
        <translation>keine Fehler</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 Fehler</translation>
    </message>
    <message>
        <source>1 lane</source>
        <translation>1 Spur</translation>
    </message>
    <message>
        <source>1 sample</source>
        <translation>1 Messwert</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <comment>time of day</comment>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a day</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>under 0.1 %</source>
        <translation>unter 0,1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 unpriced</source>
        <translation>%1 ohne Preis</translation>
    </message>
    <message>
        <source>%1 + %2 unpriced</source>
        <comment>cost, requests</comment>
        <translation>%1 + %2 ohne Preis</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>%1 lanes</source>
        <translation>%1 Spuren</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 Messwerte</translation>
    </message>
</context>
<context>
    <name>MoneyWords</name>
    <message>
        <source>%1 %2–%3 UTC</source>
        <comment>days of the week, hours</comment>
        <translation>%1 %2–%3 UTC</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>within budget</source>
        <translation>im Budget</translation>
    </message>
    <message>
        <source>warned</source>
        <translation>gewarnt</translation>
    </message>
    <message>
        <source>used up</source>
        <translation>aufgebraucht</translation>
    </message>
    <message>
        <source>refuses</source>
        <translation>lehnt ab</translation>
    </message>
    <message>
        <source>all requests</source>
        <translation>alle Anfragen</translation>
    </message>
    <message>
        <source>account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>vendor</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>task type</source>
        <translation>Aufgabentyp</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>%1 %2=%3</source>
        <comment>tag, key, value</comment>
        <translation>%1 %2=%3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind of scope, name</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>each day</source>
        <translation>jeden Tag</translation>
    </message>
    <message>
        <source>each week from %1</source>
        <translation>jede Woche ab %1</translation>
    </message>
    <message>
        <source>each month</source>
        <translation>jeden Monat</translation>
    </message>
    <message>
        <source>each month from day %1</source>
        <translation>jeden Monat ab Tag %1</translation>
    </message>
    <message>
        <source>less than a day left</source>
        <translation>weniger als ein Tag übrig</translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>noch %n Tag</numerusform>
            <numerusform>noch %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>price of input, of output</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>first day, day after the last</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message numerus="yes">
        <source>%n days old</source>
        <translation>
            <numerusform>%n Tag alt</numerusform>
            <numerusform>%n Tage alt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <comment>price list, its day, its age</comment>
        <translation>%1 vom %2, %3</translation>
    </message>
    <message>
        <source>%1 unpriced</source>
        <translation>%1 ohne Preis</translation>
    </message>
    <message>
        <source>%1 + %2 unpriced</source>
        <translation>%1 + %2 ohne Preis</translation>
    </message>
    <message>
        <source>%1 of today</source>
        <comment>price list</comment>
        <translation>%1 von heute</translation>
    </message>
</context>
<context>
    <name>MonthlyReport</name>
    <message>
        <source>between %1 and %2, as a part is estimated</source>
        <translation>zwischen %1 und %2, da ein Teil geschätzt ist</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <comment>+12 % against October 2026</comment>
        <translation>%1 gegenüber %2</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message numerus="yes">
        <source>of %n calls</source>
        <translation>
            <numerusform>von %n Aufruf</numerusform>
            <numerusform>von %n Aufrufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Tokens in / out</source>
        <translation>Token ein / aus</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>Fehlerquote</translation>
    </message>
    <message numerus="yes">
        <source>%n requests failed, were cut off or refused</source>
        <translation>
            <numerusform>%n Anfrage scheiterte, brach ab oder wurde abgelehnt</numerusform>
            <numerusform>%n Anfragen scheiterten, brachen ab oder wurden abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Cache hit rate</source>
        <translation>Cache-Trefferquote</translation>
    </message>
    <message>
        <source>of the input tokens were read from a cache</source>
        <translation>der Eingabetokens kamen aus einem Cache</translation>
    </message>
    <message>
        <source>Rescued</source>
        <translation>Gerettet</translation>
    </message>
    <message>
        <source>answers after another attempt of the same call had failed</source>
        <translation>Antworten, nachdem ein anderer Versuch desselben Aufrufs gescheitert war</translation>
    </message>
    <message>
        <source>Cost of failed attempts</source>
        <translation>Kosten gescheiterter Versuche</translation>
    </message>
    <message>
        <source>is a part of the cost</source>
        <translation>sind ein Teil der Kosten</translation>
    </message>
    <message>
        <source>First token p95</source>
        <translation>Erstes Token p95</translation>
    </message>
    <message>
        <source>half of them within %1</source>
        <translation>die Hälfte binnen %1</translation>
    </message>
    <message>
        <source>too few requests for a percentile, which takes 20</source>
        <translation>zu wenige Anfragen für ein Perzentil, das 20 braucht</translation>
    </message>
    <message>
        <source>The ledger has no request in this month.</source>
        <translation>Das Kassenbuch hat in diesem Monat keine Anfrage.</translation>
    </message>
    <message>
        <source>The month is under way; its figures are those of %1.</source>
        <translation>Der Monat läuft noch; die Zahlen gelten für %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n requests may have cost something that nobody knows; the total is without them.</source>
        <translation>
            <numerusform>%n Anfrage hat vielleicht etwas gekostet, das niemand kennt; sie ist nicht in der Summe.</numerusform>
            <numerusform>%n Anfragen haben vielleicht etwas gekostet, das niemand kennt; sie sind nicht in der Summe.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, in days of %2; made on %3</source>
        <comment>days, zone, moment</comment>
        <translation>%1, in Tagen von %2; erstellt am %3</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the language of this translation, as in HTML&apos;s lang</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>Usage report for %1</source>
        <comment>November 2026</comment>
        <translation>Verbrauchsbericht für %1</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <comment>a rule set</comment>
        <translation>%1, Version %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <comment>saved money with its bounds</comment>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>%1 a %2</source>
        <comment>money, month</comment>
        <translation>%1 pro %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>how many of how many periods</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Of the cost, %1 was sent by Switchyard and %2 was imported.</source>
        <translation>Von den Kosten entfallen %1 auf Anfragen von Switchyard und %2 auf importierte.</translation>
    </message>
    <message>
        <source>Simulated requests are counted.</source>
        <translation>Simulierte Anfragen sind mitgezählt.</translation>
    </message>
    <message numerus="yes">
        <source>%n simulated requests are left out.</source>
        <translation>
            <numerusform>%n simulierte Anfrage ist nicht mitgezählt.</numerusform>
            <numerusform>%n simulierte Anfragen sind nicht mitgezählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Savings of active rules</source>
        <translation>Ersparnis durch aktive Regeln</translation>
    </message>
    <message>
        <source>What the calls of a rule set cost since its version runs, against an estimate of what the version before would have cost for the same calls. A minus means that more was spent.</source>
        <translation>Was die Aufrufe eines Regelsatzes kosten, seit seine Version läuft, gegenüber einer Schätzung, was dieselben Aufrufe mit der Version davor gekostet hätten. Ein Minus bedeutet, dass mehr ausgegeben wurde.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Gegenüber</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespart</translation>
    </message>
    <message>
        <source>version %1</source>
        <comment>of a rule set</comment>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>The calls that cost most</source>
        <translation>Die Aufrufe, die am meisten kosteten</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Token ein</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Token aus</translation>
    </message>
    <message>
        <source>no task</source>
        <translation>keine Aufgabe</translation>
    </message>
    <message>
        <source>Most expensive calls</source>
        <translation>Teuerste Aufrufe</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>The budgets as they are set today, each with the period that spent most of it.</source>
        <translation>Die Budgets, wie sie heute eingestellt sind, jeweils mit dem Zeitraum, der am meisten davon ausgab.</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Geltung</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Periods over it</source>
        <translation>Zeiträume darüber</translation>
    </message>
    <message>
        <source>Some requests were pruned before these periods were counted, so that more may have been spent.</source>
        <translation>Einige Anfragen wurden ausgedünnt, bevor diese Zeiträume gezählt wurden; es kann also mehr ausgegeben worden sein.</translation>
    </message>
    <message>
        <source>Unpriced</source>
        <translation>Ohne Preis</translation>
    </message>
    <message>
        <source>What these requests cost is not known and in no sum. A price that is added for the model can be applied to them.</source>
        <translation>Was diese Anfragen kosteten, ist nicht bekannt und in keiner Summe. Ein Preis, der für das Modell hinzugefügt wird, lässt sich auf sie anwenden.</translation>
    </message>
    <message>
        <source>Models with requests of unknown cost</source>
        <translation>Modelle mit Anfragen unbekannter Kosten</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>The report holds what is in this ledger: requests that Switchyard sent or that were imported.</source>
        <translation>Der Bericht enthält, was in diesem Kassenbuch steht: Anfragen, die Switchyard gesendet hat oder die importiert wurden.</translation>
    </message>
    <message>
        <source>Its first request is of %1, its last of %2.</source>
        <comment>moments</comment>
        <translation>Seine erste Anfrage ist vom %1, seine letzte vom %2.</translation>
    </message>
    <message>
        <source>Single requests before %1 were pruned; their sums are kept and counted.</source>
        <translation>Einzelne Anfragen vor dem %1 wurden ausgedünnt; ihre Summen sind erhalten und mitgezählt.</translation>
    </message>
    <message>
        <source>About these figures</source>
        <translation>Zu diesen Zahlen</translation>
    </message>
    <message>
        <source>Cost per day by model</source>
        <translation>Kosten pro Tag nach Modell</translation>
    </message>
    <message>
        <source>Stacked bars, one a day from %1; the highest is %2 on %3. The figures are in the table.</source>
        <translation>Gestapelte Balken, einer pro Tag, %1; der höchste ist %2 am %3. Die Zahlen stehen in der Tabelle.</translation>
    </message>
    <message>
        <source>Other models</source>
        <translation>Andere Modelle</translation>
    </message>
    <message>
        <source>Volume: more or fewer answers</source>
        <translation>Menge: mehr oder weniger Antworten</translation>
    </message>
    <message>
        <source>Model mix: other models than before</source>
        <translation>Modellmix: andere Modelle als zuvor</translation>
    </message>
    <message>
        <source>Tokens per call: longer or shorter prompts and answers</source>
        <translation>Token je Aufruf: längere oder kürzere Prompts und Antworten</translation>
    </message>
    <message>
        <source>Cache: more or less of the input read from it</source>
        <translation>Cache: mehr oder weniger der Eingabe daraus gelesen</translation>
    </message>
    <message>
        <source>Price: another price of the same tokens</source>
        <translation>Preis: ein anderer Preis derselben Token</translation>
    </message>
    <message>
        <source>Retries and failures: paid attempts without an answer</source>
        <translation>Wiederholungen und Fehler: bezahlte Versuche ohne Antwort</translation>
    </message>
    <message>
        <source>The known cost is the same as that of %1 (%2).</source>
        <comment>days, cost</comment>
        <translation>Die bekannten Kosten sind dieselben wie die vom Zeitraum %1 (%2).</translation>
    </message>
    <message>
        <source>The known cost is %1 more than that of %2 (%3).</source>
        <comment>money, days, cost</comment>
        <translation>Die bekannten Kosten sind um %1 höher als im Zeitraum %2 (%3).</translation>
    </message>
    <message>
        <source>The known cost is %1 less than that of %2 (%3).</source>
        <comment>money, days, cost</comment>
        <translation>Die bekannten Kosten sind um %1 niedriger als im Zeitraum %2 (%3).</translation>
    </message>
    <message>
        <source>Why the cost changed</source>
        <translation>Warum sich die Kosten änderten</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Part of the change</source>
        <translation>Anteil an der Änderung</translation>
    </message>
    <message>
        <source>Change in all</source>
        <translation>Änderung insgesamt</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>Tag für Tag</translation>
    </message>
    <message>
        <source>Every day of the month</source>
        <translation>Jeder Tag des Monats</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Change and why</source>
        <translation>Änderung und Gründe</translation>
    </message>
    <message>
        <source>What this month or that of %1 cost is not known, so that they cannot be compared.</source>
        <comment>days</comment>
        <translation>Was dieser Monat oder der Zeitraum %1 kostete, ist nicht bekannt; sie lassen sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>Requests of unknown cost are in neither sum.</source>
        <translation>Anfragen unbekannter Kosten sind in keiner der beiden Summen.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>%1 others</source>
        <comment>models, tasks or accounts</comment>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>%1 + %2 unpriced</source>
        <comment>cost, attempts of unknown cost</comment>
        <translation>%1 + %2 ohne Preis</translation>
    </message>
    <message>
        <source>under %1 %</source>
        <comment>a percentage</comment>
        <translation>unter %1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>wie zuvor</translation>
    </message>
    <message>
        <source>over 10 times as much</source>
        <translation>mehr als das Zehnfache</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>format of a date, as QLocale takes it</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>days</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day and time of day</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no month: write it as 2026-11.</source>
        <translation>„%1“ ist kein Monat: Schreiben Sie ihn als 2026-11.</translation>
    </message>
    <message>
        <source>%1 has not begun; a report wants a month that has.</source>
        <translation>%1 hat noch nicht begonnen; ein Bericht braucht einen Monat, der begonnen hat.</translation>
    </message>
    <message>
        <source>all requests</source>
        <translation>alle Anfragen</translation>
    </message>
    <message>
        <source>account %1</source>
        <translation>Konto %1</translation>
    </message>
    <message>
        <source>vendor %1</source>
        <translation>Hersteller %1</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>Modell %1</translation>
    </message>
    <message>
        <source>task type %1</source>
        <translation>Aufgabentyp %1</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>tag %1=%2</source>
        <translation>Tag %1=%2</translation>
    </message>
    <message>
        <source>source %1</source>
        <translation>Quelle %1</translation>
    </message>
    <message>
        <source>Imported requests count in no budget.</source>
        <translation>Importierte Anfragen zählen in keinem Budget.</translation>
    </message>
</context>
<context>
    <name>PriceListWords</name>
    <message>
        <source>its price has a constraint that is not known.</source>
        <translation>sein Preis hat eine Bedingung, die nicht bekannt ist.</translation>
    </message>
    <message>
        <source>a model has no id.</source>
        <translation>ein Modell hat keine Id.</translation>
    </message>
    <message>
        <source>the model is no JSON object.</source>
        <translation>das Modell ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known; there may be %2.</source>
        <translation>„%1“ ist nicht bekannt; es kann %2 geben.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; wants a day such as 2026-11-01, not &quot;%2&quot;.</source>
        <translation>„%1“ braucht einen Tag wie 2026-11-01, nicht „%2“.</translation>
    </message>
    <message>
        <source>a price needs its seller, the preset of an account such as openai.</source>
        <translation>ein Preis braucht seinen Verkäufer, die Vorlage eines Kontos wie openai.</translation>
    </message>
    <message>
        <source>&quot;match&quot; wants exact, dated or prefix, not &quot;%1&quot;.</source>
        <translation>„match“ braucht exact, dated oder prefix, nicht „%1“.</translation>
    </message>
    <message>
        <source>it repeats the price of %1.</source>
        <translation>es wiederholt den Preis von %1.</translation>
    </message>
    <message>
        <source>it wants a day such as 2026-11-01, not &quot;%1&quot;.</source>
        <translation>hier gehört ein Tag wie 2026-11-01 hin, nicht „%1“.</translation>
    </message>
    <message>
        <source>the price is no JSON object.</source>
        <translation>der Preis ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>the column &quot;%1&quot; is not known; columns are %2.</source>
        <translation>die Spalte „%1“ ist nicht bekannt; Spalten sind %2.</translation>
    </message>
    <message>
        <source>the columns &quot;seller&quot; and &quot;model&quot; are missing.</source>
        <translation>die Spalten „seller“ und „model“ fehlen.</translation>
    </message>
    <message>
        <source>it has more fields than the first line.</source>
        <translation>sie hat mehr Felder als die erste Zeile.</translation>
    </message>
    <message>
        <source>it is of %1, older than the list &quot;%2&quot; that is in use, of %3; nothing was changed.</source>
        <translation>sie ist vom %1, älter als die verwendete Liste „%2“ vom %3; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>it has a price for only %1 models where the list &quot;%2&quot; of %3 has %4, as if it were cut off; nothing was changed.</source>
        <translation>sie hat nur für %1 Modelle einen Preis, die Liste „%2“ vom %3 dagegen für %4, als wäre sie abgeschnitten; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>it is no JSON: %1 at byte %2.</source>
        <translation>es ist kein JSON: %1 bei Byte %2.</translation>
    </message>
    <message>
        <source>it is JSON, but no price list of LiteLLM, genai-prices or OpenRouter, and has no &quot;prices&quot; of its own.</source>
        <translation>es ist JSON, aber keine Preisliste von LiteLLM, genai-prices oder OpenRouter und hat keine eigenen „prices“.</translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation>es ist leer.</translation>
    </message>
    <message>
        <source>it is a web page, no price list.</source>
        <translation>es ist eine Webseite, keine Preisliste.</translation>
    </message>
    <message>
        <source>no price is in it that can be used.</source>
        <translation>es enthält keinen Preis, der sich verwenden lässt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is below zero.</source>
        <translation>„%1“ ist kleiner als null.</translation>
    </message>
    <message>
        <source>the file ends within it; it was cut off.</source>
        <translation>die Datei endet mitten darin; sie wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is too small to be counted; a million tokens cost at least 0.000001.</source>
        <translation>„%1“ ist zu klein, um gezählt zu werden; eine Million Tokens kostet mindestens 0.000001.</translation>
    </message>
    <message>
        <source>the tier that starts at %1 tokens is given twice.</source>
        <translation>die Stufe ab %1 Tokens ist zweimal angegeben.</translation>
    </message>
    <message>
        <source>it has fewer fields than the first line; leave a field empty where a price is not known.</source>
        <translation>sie hat weniger Felder als die erste Zeile; wo ein Preis nicht bekannt ist, bleibt das Feld leer.</translation>
    </message>
</context>
<context>
    <name>Prices</name>
    <message>
        <source>Reported by the provider</source>
        <translation>Vom Anbieter gemeldet</translation>
    </message>
    <message>
        <source>Your own price</source>
        <translation>Ihr eigener Preis</translation>
    </message>
    <message>
        <source>Free of charge on your own machine</source>
        <translation>Kostenlos auf dem eigenen Rechner</translation>
    </message>
    <message>
        <source>Model list of %1</source>
        <translation>Modellliste von %1</translation>
    </message>
    <message>
        <source>%1 list price via %2</source>
        <translation>Listenpreis von %1 über %2</translation>
    </message>
    <message>
        <source>%1 list price</source>
        <translation>Listenpreis von %1</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Es wurde nichts gesendet</translation>
    </message>
    <message>
        <source>at 1 %1 = $%2 of %3</source>
        <translation>zu 1 %1 = $%2 vom %3</translation>
    </message>
    <message>
        <source>standard price, none is known for &quot;%1&quot;</source>
        <translation>Standardpreis, für „%1“ ist keiner bekannt</translation>
    </message>
    <message>
        <source>no rate from %1 to US dollars is given</source>
        <translation>kein Kurs von %1 in US-Dollar ist angegeben</translation>
    </message>
    <message>
        <source>A rate wants a currency of three capital letters such as EUR, not &quot;%1&quot;.</source>
        <translation>Ein Kurs braucht eine Währung aus drei Großbuchstaben wie EUR, nicht „%1“.</translation>
    </message>
    <message>
        <source>US dollars need no rate.</source>
        <translation>US-Dollar brauchen keinen Kurs.</translation>
    </message>
    <message>
        <source>The rate of %1 must be above zero.</source>
        <translation>Der Kurs von %1 muss größer als null sein.</translation>
    </message>
    <message>
        <source>The rate of %1 wants its day.</source>
        <translation>Der Kurs von %1 braucht seinen Tag.</translation>
    </message>
    <message>
        <source>the %1 price of %2 is below zero.</source>
        <translation>der Preis „%1“ von %2 ist kleiner als null.</translation>
    </message>
    <message>
        <source>the %1 price of %2 is beyond any model&apos;s; prices are per million tokens, or per token where the format says so.</source>
        <translation>der Preis „%1“ von %2 übersteigt den jedes Modells; Preise gelten je Million Tokens, oder je Token, wo das Format es so will.</translation>
    </message>
    <message>
        <source>the hours of %1 want weekdays from 1 to 7 and a start before their end.</source>
        <translation>die Uhrzeiten von %1 brauchen Wochentage von 1 bis 7 und einen Beginn vor ihrem Ende.</translation>
    </message>
    <message>
        <source>a price needs a model.</source>
        <translation>ein Preis braucht ein Modell.</translation>
    </message>
    <message>
        <source>the currency of %1 wants three capital letters such as EUR, not &quot;%2&quot;.</source>
        <translation>die Währung von %1 braucht drei Großbuchstaben wie EUR, nicht „%2“.</translation>
    </message>
    <message>
        <source>%1 has no price.</source>
        <translation>%1 hat keinen Preis.</translation>
    </message>
    <message>
        <source>a fee of %1 is below zero.</source>
        <translation>eine Gebühr von %1 ist kleiner als null.</translation>
    </message>
    <message>
        <source>a long-context tier of %1 wants a number of tokens and a price.</source>
        <translation>eine Stufe für langen Kontext von %1 braucht eine Zahl von Tokens und einen Preis.</translation>
    </message>
    <message>
        <source>the price of %1 ends before it begins.</source>
        <translation>der Preis von %1 endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>The rate of %1 is of %2, which is still to come; give the day that it was taken from.</source>
        <translation>Der Kurs von %1 ist vom %2, und der Tag kommt erst noch; anzugeben ist der Tag, von dem der Kurs stammt.</translation>
    </message>
    <message>
        <source>the long-context limit of %1 input tokens is given twice for %2; give it once, with all its prices.</source>
        <translation>die Grenze von %1 Eingabe-Tokens für langen Kontext ist bei %2 zweimal angegeben; sie gehört einmal hin, mit allen ihren Preisen.</translation>
    </message>
</context>
<context>
    <name>PricesCommand</name>
    <message>
        <source>in</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>out</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>cache read</source>
        <translation>Cache lesen</translation>
    </message>
    <message>
        <source>cache write</source>
        <translation>Cache schreiben</translation>
    </message>
    <message>
        <source>cache write 1 h</source>
        <translation>Cache schreiben 1 h</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>Reasoning</translation>
    </message>
    <message>
        <source>audio in</source>
        <translation>Audio ein</translation>
    </message>
    <message>
        <source>audio out</source>
        <translation>Audio aus</translation>
    </message>
    <message>
        <source>%1 for a million tokens</source>
        <translation>%1 für eine Million Tokens</translation>
    </message>
    <message>
        <source>from %1 input tokens: %2</source>
        <translation>ab %1 Eingabe-Tokens: %2</translation>
    </message>
    <message>
        <source>above %1 input tokens: %2</source>
        <translation>über %1 Eingabe-Tokens: %2</translation>
    </message>
    <message>
        <source>service tier %1: %2</source>
        <translation>Dienststufe %1: %2</translation>
    </message>
    <message>
        <source>%1 for each request</source>
        <translation>%1 je Anfrage</translation>
    </message>
    <message>
        <source>%1 for each tool call of the provider&apos;s</source>
        <translation>%1 je Werkzeugaufruf des Anbieters</translation>
    </message>
    <message>
        <source>1 %1 = $%2, of %3</source>
        <translation>1 %1 = $%2, vom %3</translation>
    </message>
    <message>
        <source>%1, %2 (%3)</source>
        <translation>%1, %2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2, %n day(s) old</source>
        <translation>
            <numerusform>%1 vom %2, %n Tag alt</numerusform>
            <numerusform>%1 vom %2, %n Tage alt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PromptSet</name>
    <message>
        <source>The matrix does not exist any more.</source>
        <translation>Die Matrix gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is no model to send the prompts to.</source>
        <translation>Es gibt kein Modell, an das die Prompts gehen könnten.</translation>
    </message>
    <message>
        <source>Another window or command runs this matrix.</source>
        <translation>Ein anderes Fenster oder ein Befehl führt diese Matrix gerade aus.</translation>
    </message>
    <message>
        <source>The prompt set does not exist any more.</source>
        <translation>Die Prompt-Sammlung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The matrix is running; pause it before it can be removed.</source>
        <translation>Die Matrix läuft; vor dem Entfernen muss sie pausiert werden.</translation>
    </message>
</context>
<context>
    <name>Reconcile</name>
    <message>
        <source>it ends before it starts.</source>
        <translation>es endet vor seinem Anfang.</translation>
    </message>
    <message>
        <source>amounts are in %1; only US dollars can be read.</source>
        <translation>die Beträge sind in %1; nur US-Dollar können gelesen werden.</translation>
    </message>
    <message>
        <source>it is missing.</source>
        <translation>es fehlt.</translation>
    </message>
    <message>
        <source>The provider&apos;s answer has no balance.</source>
        <translation>Die Antwort des Anbieters enthält kein Guthaben.</translation>
    </message>
    <message>
        <source>OpenRouter tells the balance to a management key only (%1).</source>
        <translation>OpenRouter nennt das Guthaben nur einem Verwaltungsschlüssel (%1).</translation>
    </message>
    <message>
        <source>The provider of %1 tells no balance.</source>
        <translation>Der Anbieter von %1 nennt kein Guthaben.</translation>
    </message>
    <message>
        <source>The export does not reach to this day.</source>
        <translation>Der Export reicht nicht bis zu diesem Tag.</translation>
    </message>
    <message>
        <source>The export has nothing for this model on this day: it may be of another key or project, or the provider counts it under another name.</source>
        <translation>Der Export enthält zu diesem Modell an diesem Tag nichts: Er kann zu einem anderen Schlüssel oder Projekt gehören, oder der Anbieter zählt es unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>Switchyard sent this model nothing on this day: other programs use the account as well.</source>
        <translation>Switchyard hat diesem Modell an diesem Tag nichts gesendet: Auch andere Programme benutzen das Konto.</translation>
    </message>
    <message>
        <source>The provider counts more of everything (%1 requests, here %2): other programs use the account as well.</source>
        <translation>Der Anbieter zählt von allem mehr (%1 Anfragen, hier %2): Auch andere Programme benutzen das Konto.</translation>
    </message>
    <message>
        <source>The day next to it differs the other way by as much: the provider counts requests around midnight UTC to another day.</source>
        <translation>Der Tag daneben weicht um ebenso viel in die andere Richtung ab: Der Anbieter zählt Anfragen um Mitternacht (UTC) zu einem anderen Tag.</translation>
    </message>
    <message>
        <source>The input is split in another way: %1 cached tokens at the provider, %2 here.</source>
        <translation>Die Eingabe ist anders aufgeteilt: %1 Token aus dem Cache beim Anbieter, %2 hier.</translation>
    </message>
    <message>
        <source>The outputs differ by the reasoning: %1 tokens at the provider, %2 here.</source>
        <translation>Die Ausgaben unterscheiden sich um das Nachdenken: %1 Token beim Anbieter, %2 hier.</translation>
    </message>
    <message>
        <source>Answers that were cut off are estimates here; the provider counted %1 output tokens, here are %2.</source>
        <translation>Abgebrochene Antworten sind hier geschätzt; der Anbieter hat %1 Ausgabetoken gezählt, hier sind es %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n requests have no price here: add one.</source>
        <translation>
            <numerusform>%n Anfrage hat hier keinen Preis: Tragen Sie einen ein.</numerusform>
            <numerusform>%n Anfragen haben hier keinen Preis: Tragen Sie einen ein.</numerusform>
        </translation>
    </message>
    <message>
        <source>The tokens are the same, and the provider billed %1 instead of %2: a service tier or a batch at a discount.</source>
        <translation>Die Token sind gleich, und der Anbieter hat %1 statt %2 berechnet: eine Dienststufe oder ein Stapel mit Rabatt.</translation>
    </message>
    <message>
        <source>The tokens are the same, the price is not: a million tokens cost %1 at the provider, %2 here.</source>
        <translation>Die Token sind gleich, der Preis nicht: Eine Million Token kostet beim Anbieter %1, hier %2.</translation>
    </message>
    <message>
        <source>The figures do not tell why.</source>
        <translation>Die Zahlen sagen nicht, warum.</translation>
    </message>
    <message>
        <source>it could not be read: %1.</source>
        <translation>sie konnte nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>it is no logs.db of llm: there is no responses.%1.</source>
        <translation>sie ist keine logs.db von llm: responses.%1 fehlt.</translation>
    </message>
    <message>
        <source>response %1 has no time that can be read: &quot;%2&quot;.</source>
        <translation>Antwort %1 hat keine lesbare Zeit: „%2“.</translation>
    </message>
    <message>
        <source>There is no column &quot;%1&quot;; columns are %2.</source>
        <translation>Es gibt keine Spalte „%1“; Spalten sind %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no column; write day=Date.</source>
        <translation>„%1“ nennt keine Spalte; schreiben Sie day=Date.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is nothing that a column can hold; these are: %2.</source>
        <translation>„%1“ kann keine Spalte enthalten; möglich sind: %2.</translation>
    </message>
    <message>
        <source>it does not look like %1.</source>
        <translation>sie sieht nicht nach %1 aus.</translation>
    </message>
    <message>
        <source>it is JSON of no known kind; export the usage as a table instead.</source>
        <translation>sie ist JSON unbekannter Art; exportieren Sie die Nutzung als Tabelle.</translation>
    </message>
    <message>
        <source>it is no text.</source>
        <translation>sie ist kein Text.</translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation>sie ist leer.</translation>
    </message>
    <message>
        <source>it could not be opened: %1.</source>
        <translation>sie konnte nicht geöffnet werden: %1.</translation>
    </message>
    <message>
        <source>it is longer than 256 MB.</source>
        <translation>sie ist länger als 256 MB.</translation>
    </message>
    <message>
        <source>it could not be read.</source>
        <translation>sie konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The import was stopped; nothing of it was kept.</source>
        <translation>Der Import wurde angehalten; nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>imported before</source>
        <translation>schon früher importiert</translation>
    </message>
    <message>
        <source>of a time that an earlier import covers</source>
        <translation>aus einer Zeit, die ein früherer Import abdeckt</translation>
    </message>
    <message>
        <source>sent by Switchyard itself</source>
        <translation>von Switchyard selbst gesendet</translation>
    </message>
    <message>
        <source>sums of a time in which the ledger has requests of the model</source>
        <translation>Summen einer Zeit, in der das Kassenbuch Anfragen an das Modell hat</translation>
    </message>
    <message>
        <source>of a time whose rows were pruned</source>
        <translation>aus einer Zeit, deren Zeilen ausgedünnt wurden</translation>
    </message>
    <message>
        <source>Rows of the import of %1 were pruned since: it cannot be undone.</source>
        <translation>Zeilen des Imports von %1 wurden seither ausgedünnt: Er kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>There is no import %1.</source>
        <translation>Es gibt keinen Import %1.</translation>
    </message>
    <message>
        <source>it is no object.</source>
        <translation>es ist kein Objekt.</translation>
    </message>
    <message>
        <source>it is no whole number.</source>
        <translation>es ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>it is no amount.</source>
        <translation>es ist kein Betrag.</translation>
    </message>
    <message>
        <source>it is no time.</source>
        <translation>es ist keine Zeit.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>it has no array &quot;data&quot;.</source>
        <translation>es hat kein Array „data“.</translation>
    </message>
    <message>
        <source>it is no array.</source>
        <translation>es ist kein Array.</translation>
    </message>
    <message>
        <source>there are two columns &quot;%1&quot;.</source>
        <translation>es gibt zwei Spalten „%1“.</translation>
    </message>
    <message>
        <source>it has more fields than the first line.</source>
        <translation>sie hat mehr Felder als die erste Zeile.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in %2 is no whole number.</source>
        <translation>„%1“ in %2 ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in %2 is no amount.</source>
        <translation>„%1“ in %2 ist kein Betrag.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in %2 is no time; write it as 2026-11-30 or 2026-11-30T13:45:00Z.</source>
        <translation>„%1“ in %2 ist keine Zeit; schreiben Sie sie als 2026-11-30 oder 2026-11-30T13:45:00Z.</translation>
    </message>
    <message>
        <source>No column is known to hold the day or the time, such as %1; columns are %2.</source>
        <translation>Von keiner Spalte ist bekannt, dass in ihr der Tag oder die Zeit steht, etwa %1; Spalten sind %2.</translation>
    </message>
    <message>
        <source>No column is known to hold tokens or the cost, such as %1; columns are %2.</source>
        <translation>Von keiner Spalte ist bekannt, dass in ihr Token oder die Kosten stehen, etwa %1; Spalten sind %2.</translation>
    </message>
    <message>
        <source>%1 was imported on %2 already, as import %3; undo that one to do it again.</source>
        <translation>%1 wurde schon am %2 importiert, als Import %3; machen Sie ihn rückgängig, um ihn zu wiederholen.</translation>
    </message>
    <message>
        <source>the file ends within a row; it was cut off.</source>
        <translation>die Datei endet mitten in einer Zeile; sie wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>The file is one page of several (&quot;has_more&quot; is true): the totals are incomplete until the other pages are imported too.</source>
        <translation>Die Datei ist eine von mehreren Seiten („has_more“ ist true): Die Summen sind unvollständig, bis auch die anderen Seiten importiert sind.</translation>
    </message>
    <message>
        <source>it has fewer fields than the first line.</source>
        <translation>sie hat weniger Felder als die erste Zeile.</translation>
    </message>
    <message>
        <source>it may have thousands or a fraction; write plain numbers with a point, as in 1234.5.</source>
        <translation>es kann Tausender oder Nachkommastellen haben; schreiben Sie einfache Zahlen mit Punkt, wie 1234.5.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in %2 may have thousands or a fraction; write plain numbers with a point, as in 1234.5.</source>
        <translation>„%1“ in %2 kann Tausender oder Nachkommastellen haben; schreiben Sie einfache Zahlen mit Punkt, wie 1234.5.</translation>
    </message>
    <message>
        <source>the amount is larger than 9.2 million US dollars, the most that can be kept.</source>
        <translation>der Betrag ist größer als 9,2 Millionen US-Dollar; mehr kann nicht gespeichert werden.</translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>is over its rate limit once, for two seconds</source>
        <translation>ist einmal über dem Ratenlimit, für zwei Sekunden</translation>
    </message>
    <message>
        <source>is over its rate limit for a minute</source>
        <translation>ist für eine Minute über dem Ratenlimit</translation>
    </message>
    <message>
        <source>fails once with a server error</source>
        <translation>scheitert einmal mit einem Serverfehler</translation>
    </message>
    <message>
        <source>fails with a server error each time</source>
        <translation>scheitert jedes Mal mit einem Serverfehler</translation>
    </message>
    <message>
        <source>resets the connection</source>
        <translation>bricht die Verbindung ab</translation>
    </message>
    <message>
        <source>says nothing</source>
        <translation>schweigt</translation>
    </message>
    <message>
        <source>takes twenty seconds to its first token</source>
        <translation>braucht zwanzig Sekunden bis zum ersten Token</translation>
    </message>
    <message>
        <source>is cut off after 40 of 60 tokens</source>
        <translation>wird nach 40 von 60 Token abgeschnitten</translation>
    </message>
    <message>
        <source>stalls after 20 tokens</source>
        <translation>stockt nach 20 Token</translation>
    </message>
    <message>
        <source>sends something unreadable</source>
        <translation>sendet Unlesbares</translation>
    </message>
    <message>
        <source>finds the prompt too long</source>
        <translation>findet den Prompt zu lang</translation>
    </message>
    <message>
        <source>rejects the prompt for its content</source>
        <translation>weist den Prompt wegen seines Inhalts ab</translation>
    </message>
    <message>
        <source>rejects the key</source>
        <translation>weist den Schlüssel ab</translation>
    </message>
    <message>
        <source>does not know the model</source>
        <translation>kennt das Modell nicht</translation>
    </message>
    <message>
        <source>has no credit left</source>
        <translation>hat kein Guthaben mehr</translation>
    </message>
    <message>
        <source>Rehearsed.</source>
        <translation>Geprobt.</translation>
    </message>
    <message>
        <source>No target is left to ask.</source>
        <translation>Kein Ziel ist übrig, das gefragt werden kann.</translation>
    </message>
    <message>
        <source>%1 answers after %2, at attempt %3.</source>
        <translation>%1 antwortet nach %2, beim Versuch %3.</translation>
    </message>
    <message>
        <source>The answer of %1 breaks off in view after %2; going on with the next target is up to you.</source>
        <translation>Die Antwort von %1 bricht nach %2 sichtbar ab; ob beim nächsten Ziel weitergefragt wird, bleibt offen.</translation>
    </message>
    <message>
        <source>Nobody answers; the call ends after %1. %2</source>
        <translation>Niemand antwortet; die Anfrage endet nach %1. %2</translation>
    </message>
</context>
<context>
    <name>Repricing</name>
    <message>
        <source>The log has no repricing with the number %1.</source>
        <translation>Das Protokoll hat keine Neuberechnung mit der Nummer %1.</translation>
    </message>
    <message>
        <source>Repricing %1 is undone already.</source>
        <translation>Neuberechnung %1 ist schon rückgängig gemacht.</translation>
    </message>
    <message>
        <source>A later repricing changed some of the same attempts; undo that one first.</source>
        <translation>Eine spätere Neuberechnung hat einige derselben Versuche geändert; zuerst diese rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>RouteText</name>
    <message>
        <source>matched</source>
        <translation>trifft zu</translation>
    </message>
    <message>
        <source>not matched</source>
        <translation>trifft nicht zu</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>not matched: limit</source>
        <translation>trifft nicht zu: Grenze</translation>
    </message>
    <message>
        <source>undecidable</source>
        <translation>nicht entscheidbar</translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation>Gewicht %1</translation>
    </message>
    <message>
        <source>fallback</source>
        <translation>Ausweichziel</translation>
    </message>
    <message>
        <source>only with a larger context window</source>
        <translation>nur mit größerem Kontextfenster</translation>
    </message>
    <message>
        <source>only after %1</source>
        <translation>nur nach %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; version %2</source>
        <translation>„%1“ Version %2</translation>
    </message>
    <message>
        <source>the draft of &quot;%1&quot;</source>
        <translation>dem Entwurf von „%1“</translation>
    </message>
    <message>
        <source>everything else</source>
        <translation>alles andere</translation>
    </message>
    <message>
        <source>Rules of %1:</source>
        <translation>Regeln von %1:</translation>
    </message>
    <message>
        <source>Targets of the rule %1, in their order:</source>
        <translation>Ziele der Regel %1, in ihrer Reihenfolge:</translation>
    </message>
    <message>
        <source>Left out:</source>
        <translation>Ausgelassen:</translation>
    </message>
    <message>
        <source>Attempts:</source>
        <translation>Versuche:</translation>
    </message>
    <message>
        <source>after a wait of %1</source>
        <translation>nach einer Wartezeit von %1</translation>
    </message>
    <message>
        <source>asked because: %1</source>
        <translation>gefragt, weil: %1</translation>
    </message>
    <message>
        <source>said: %1</source>
        <translation>sagte: %1</translation>
    </message>
</context>
<context>
    <name>RouteWords</name>
    <message>
        <source>the rules of another set decide</source>
        <translation>die Regeln eines anderen Satzes entscheiden</translation>
    </message>
    <message>
        <source>%1 / %2 per million tokens</source>
        <comment>price of input and output</comment>
        <translation>%1 / %2 je Million Token</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>%1 context</source>
        <translation>%1 Kontext</translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation>erstes Token %1</translation>
    </message>
    <message>
        <source>new</source>
        <comment>a rule</comment>
        <translation>neu</translation>
    </message>
    <message>
        <source>removed</source>
        <comment>a rule</comment>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>moved</source>
        <comment>a rule</comment>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>changed</source>
        <comment>a rule</comment>
        <translation>geändert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a rule and what differs</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>after any error</source>
        <translation>nach jedem Fehler</translation>
    </message>
    <message>
        <source>only after: %1</source>
        <comment>kinds of error</comment>
        <translation>nur nach: %1</translation>
    </message>
</context>
<context>
    <name>Router</name>
    <message>
        <source>The rule is switched off.</source>
        <translation>Die Regel ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>It holds, but was passed over by hand.</source>
        <translation>Trifft zu, wurde aber von Hand übergangen.</translation>
    </message>
    <message>
        <source>Chosen by hand.</source>
        <translation>Von Hand gewählt.</translation>
    </message>
    <message>
        <source>Not all that it asks for is known of this call: %1.</source>
        <translation>Nicht alles, wonach die Regel fragt, ist von diesem Aufruf bekannt: %1.</translation>
    </message>
    <message>
        <source>A regular expression was given up at its match limit: %1.</source>
        <translation>Ein regulärer Ausdruck wurde an seiner Schrittgrenze aufgegeben: %1.</translation>
    </message>
    <message>
        <source>No rule before it matched.</source>
        <translation>Keine Regel davor hat zugetroffen.</translation>
    </message>
    <message>
        <source>It holds for every call.</source>
        <translation>Trifft für jeden Aufruf zu.</translation>
    </message>
    <message>
        <source>For this call, %1.</source>
        <translation>Für diesen Aufruf gilt: %1.</translation>
    </message>
    <message>
        <source>None of it holds: %1.</source>
        <translation>Nichts davon trifft zu: %1.</translation>
    </message>
    <message>
        <source>by the tag %1, weight %2</source>
        <translation>nach dem Tag %1, Gewicht %2</translation>
    </message>
    <message>
        <source>by chance, weight %1</source>
        <translation>nach Zufall, Gewicht %1</translation>
    </message>
    <message>
        <source>by price, which is not known</source>
        <translation>nach Preis, der nicht bekannt ist</translation>
    </message>
    <message>
        <source>by price, about %1</source>
        <translation>nach Preis, etwa %1</translation>
    </message>
    <message>
        <source>by speed, usually %1 to the first token</source>
        <translation>nach Geschwindigkeit, meist %1 bis zum ersten Token</translation>
    </message>
    <message>
        <source>by speed, which is not known from enough calls</source>
        <translation>nach Geschwindigkeit, für die es zu wenige Aufrufe gibt</translation>
    </message>
    <message>
        <source>by votes, of which there are none for this task</source>
        <translation>nach Stimmen, von denen es für diese Aufgabe keine gibt</translation>
    </message>
    <message>
        <source>by votes, preferred with a chance of %1 %</source>
        <translation>nach Stimmen, mit einer Chance von %1 % bevorzugt</translation>
    </message>
    <message>
        <source>as listed</source>
        <translation>in der Reihenfolge der Liste</translation>
    </message>
    <message>
        <source>the only target</source>
        <translation>das einzige Ziel</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%1 von %2 %3</translation>
    </message>
    <message>
        <source>Its price is not known, and the call may cost at most %1.</source>
        <translation>Der Preis ist nicht bekannt; der Aufruf darf höchstens %1 kosten.</translation>
    </message>
    <message>
        <source>It would cost about %1, and the call may cost at most %2.</source>
        <translation>Würde etwa %1 kosten; der Aufruf darf höchstens %2 kosten.</translation>
    </message>
    <message>
        <source>fallback %1 of %2</source>
        <translation>Ersatz %1 von %2</translation>
    </message>
    <message>
        <source>It reaches itself.</source>
        <translation>Führt zu sich selbst.</translation>
    </message>
    <message>
        <source>There is no active rule set of that name.</source>
        <translation>Es gibt keinen aktiven Regelsatz dieses Namens.</translation>
    </message>
    <message>
        <source>Too many rule sets name one another.</source>
        <translation>Zu viele Regelsätze verweisen aufeinander.</translation>
    </message>
    <message>
        <source>%1: Not all that its rules ask for is known of this call.</source>
        <translation>%1: Nicht alles, wonach die Regeln fragen, ist von diesem Aufruf bekannt.</translation>
    </message>
    <message>
        <source>%1, rule %2: %3</source>
        <translation>%1, Regel %2: %3</translation>
    </message>
    <message>
        <source>It is not available.</source>
        <translation>Nicht verfügbar.</translation>
    </message>
</context>
<context>
    <name>RuleCheck</name>
    <message>
        <source>The price ceiling is below 0.</source>
        <translation>Die Preisobergrenze liegt unter 0.</translation>
    </message>
    <message>
        <source>The weight is not above 0.</source>
        <translation>Das Gewicht liegt nicht über 0.</translation>
    </message>
    <message>
        <source>There is only one target, so its weight decides nothing.</source>
        <translation>Es gibt nur ein Ziel, sein Gewicht entscheidet also nichts.</translation>
    </message>
    <message>
        <source>No account is chosen.</source>
        <translation>Es ist kein Konto gewählt.</translation>
    </message>
    <message>
        <source>No model is chosen.</source>
        <translation>Es ist kein Modell gewählt.</translation>
    </message>
    <message>
        <source>%1 is in this chain already.</source>
        <translation>%1 steht schon in dieser Kette.</translation>
    </message>
    <message>
        <source>%1 leads back to this rule set.</source>
        <translation>%1 führt zu diesem Regelsatz zurück.</translation>
    </message>
    <message>
        <source>There is no active rule set “%1”.</source>
        <translation>Es gibt keinen aktiven Regelsatz „%1“.</translation>
    </message>
    <message>
        <source>“%1” is not known to offer the model %2.</source>
        <translation>Dass „%1“ das Modell %2 anbietet, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 is no longer offered.</source>
        <translation>%1 wird nicht mehr angeboten.</translation>
    </message>
    <message>
        <source>%1 is no longer offered; %2 took its place.</source>
        <translation>%1 wird nicht mehr angeboten; an seine Stelle trat %2.</translation>
    </message>
    <message>
        <source>The rule is for calls with pictures, which %1 does not take.</source>
        <translation>Die Regel gilt für Aufrufe mit Bildern, die %1 nicht annimmt.</translation>
    </message>
    <message>
        <source>The rule is for calls with tools, which %1 does not call.</source>
        <translation>Die Regel gilt für Aufrufe mit Werkzeugen, die %1 nicht aufruft.</translation>
    </message>
    <message>
        <source>The rule is for prompts of at least %1 tokens; the window of %2 holds %3.</source>
        <translation>Die Regel gilt für Prompts ab %1 Token; das Fenster von %2 fasst %3.</translation>
    </message>
    <message>
        <source>It is never asked: a larger window is only looked for after context_length.</source>
        <translation>Wird nie gefragt: Ein größeres Fenster wird nur nach context_length gesucht.</translation>
    </message>
    <message>
        <source>It is never asked: no target before it has a smaller window.</source>
        <translation>Wird nie gefragt: Kein Ziel davor hat ein kleineres Fenster.</translation>
    </message>
    <message>
        <source>It is never asked: a refusal is the answer unless the limits say otherwise.</source>
        <translation>Wird nie gefragt: Eine Ablehnung ist die Antwort, solange die Grenzen nichts anderes sagen.</translation>
    </message>
    <message>
        <source>It has the account “%1” and the vendor of the target before it, and so may be out of order together with it.</source>
        <translation>Hat das Konto „%1“ und den Hersteller des Ziels davor und kann deshalb zusammen mit ihm ausfallen.</translation>
    </message>
    <message>
        <source>It has the account “%1” of the target before it, and so may be out of order together with it.</source>
        <translation>Hat das Konto „%1“ des Ziels davor und kann deshalb zusammen mit ihm ausfallen.</translation>
    </message>
    <message>
        <source>A call takes at least one attempt.</source>
        <translation>Ein Aufruf braucht mindestens einen Versuch.</translation>
    </message>
    <message>
        <source>With one attempt only the first target is asked, no fallback ever.</source>
        <translation>Mit einem einzigen Versuch wird nur das erste Ziel gefragt, nie ein Ersatz.</translation>
    </message>
    <message>
        <source>The number of retries is below 0.</source>
        <translation>Die Zahl der Wiederholungen liegt unter 0.</translation>
    </message>
    <message>
        <source>An answer cannot be taken for good after less than one token.</source>
        <translation>Eine Antwort kann nicht nach weniger als einem Token endgültig sein.</translation>
    </message>
    <message>
        <source>A time limit is below 0.</source>
        <translation>Eine Zeitgrenze liegt unter 0.</translation>
    </message>
    <message>
        <source>The account “%1” is unknown or switched off.</source>
        <translation>Das Konto „%1“ ist unbekannt oder ausgeschaltet.</translation>
    </message>
    <message>
        <source>“%1” cannot be asked of “%2”.</source>
        <translation>„%1“ passt nicht zu „%2“.</translation>
    </message>
    <message>
        <source>The key of the tag is missing.</source>
        <translation>Der Schlüssel des Tags fehlt.</translation>
    </message>
    <message>
        <source>The target whose health is asked for is missing.</source>
        <translation>Das Ziel, nach dessen Zustand gefragt wird, fehlt.</translation>
    </message>
    <message>
        <source>A rule set has no health of its own, its targets have.</source>
        <translation>Ein Regelsatz hat keinen eigenen Zustand, seine Ziele haben einen.</translation>
    </message>
    <message>
        <source>A value is missing.</source>
        <translation>Ein Wert fehlt.</translation>
    </message>
    <message>
        <source>A value is empty.</source>
        <translation>Ein Wert ist leer.</translation>
    </message>
    <message>
        <source>“%1” is no weekday; there are %2.</source>
        <translation>„%1“ ist kein Wochentag; es gibt %2.</translation>
    </message>
    <message>
        <source>“%1” is no source; there are window, cli, gateway and import.</source>
        <translation>„%1“ ist keine Quelle; es gibt window, cli, gateway und import.</translation>
    </message>
    <message>
        <source>“%1” is no language code of two letters, such as en.</source>
        <translation>„%1“ ist kein Sprachkürzel aus zwei Buchstaben wie en.</translation>
    </message>
    <message>
        <source>One regular expression is needed.</source>
        <translation>Es braucht genau einen regulären Ausdruck.</translation>
    </message>
    <message>
        <source>The regular expression is wrong at character %1: %2.</source>
        <translation>Der reguläre Ausdruck ist an Zeichen %1 falsch: %2.</translation>
    </message>
    <message>
        <source>A number is missing.</source>
        <translation>Eine Zahl fehlt.</translation>
    </message>
    <message>
        <source>The number is below 0.</source>
        <translation>Die Zahl liegt unter 0.</translation>
    </message>
    <message>
        <source>An error rate is a number from 0 to 1.</source>
        <translation>Eine Fehlerrate ist eine Zahl von 0 bis 1.</translation>
    </message>
    <message>
        <source>A beginning and an end are needed.</source>
        <translation>Es braucht einen Beginn und ein Ende.</translation>
    </message>
    <message>
        <source>“%1” is no time such as 09:30.</source>
        <translation>„%1“ ist keine Uhrzeit wie 09:30.</translation>
    </message>
    <message>
        <source>The time begins and ends at the same minute.</source>
        <translation>Die Zeit beginnt und endet zur selben Minute.</translation>
    </message>
    <message>
        <source>There is no time zone “%1”.</source>
        <translation>Es gibt keine Zeitzone „%1“.</translation>
    </message>
    <message>
        <source>Conditions nest more than %1 deep.</source>
        <translation>Bedingungen sind mehr als %1-fach geschachtelt.</translation>
    </message>
    <message>
        <source>What is not to hold is missing.</source>
        <translation>Es fehlt, was nicht gelten soll.</translation>
    </message>
    <message>
        <source>“%1” is no name of a rule set: it takes at most 60 letters, digits, dots, spaces, - and _, with no space at the ends.</source>
        <translation>„%1“ ist kein Name eines Regelsatzes: Erlaubt sind höchstens 60 Buchstaben, Ziffern, Punkte, Leerzeichen, - und _, ohne Leerzeichen an den Enden.</translation>
    </message>
    <message>
        <source>The rule has no target.</source>
        <translation>Die Regel hat kein Ziel.</translation>
    </message>
    <message>
        <source>The rule has no name.</source>
        <translation>Die Regel hat keinen Namen.</translation>
    </message>
    <message>
        <source>There is another rule “%1” before it.</source>
        <translation>Es gibt davor schon eine Regel „%1“.</translation>
    </message>
    <message>
        <source>No call can meet this condition.</source>
        <translation>Kein Aufruf kann diese Bedingung erfüllen.</translation>
    </message>
    <message>
        <source>No call comes to this rule: “%1” before it takes each that would.</source>
        <translation>Zu dieser Regel kommt kein Aufruf: „%1“ davor nimmt jeden, der passen würde.</translation>
    </message>
    <message>
        <source>The default cannot be off.</source>
        <translation>Die Vorgabe kann nicht ausgeschaltet sein.</translation>
    </message>
    <message>
        <source>The default cannot have a condition.</source>
        <translation>Die Vorgabe kann keine Bedingung haben.</translation>
    </message>
    <message>
        <source>The default has no target: a call that no rule takes would fail.</source>
        <translation>Die Vorgabe hat kein Ziel: Ein Aufruf, den keine Regel nimmt, würde scheitern.</translation>
    </message>
    <message>
        <source>A target that stays silent takes all the time of the call, %1, so that no other is asked.</source>
        <translation>Ein Ziel, das schweigt, braucht die ganze Zeit des Aufrufs, %1, sodass kein anderes gefragt wird.</translation>
    </message>
    <message>
        <source>The name of the budget is missing.</source>
        <translation>Der Name des Budgets fehlt.</translation>
    </message>
    <message>
        <source>There is no budget named “%1”, so the condition is not met.</source>
        <translation>Es gibt kein Budget namens „%1“, deshalb ist die Bedingung nicht erfüllt.</translation>
    </message>
</context>
<context>
    <name>RuleDiff</name>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>any</source>
        <translation>jedem Fehler</translation>
    </message>
    <message>
        <source>%1: %3 instead of %2</source>
        <translation>%1: %3 statt %2</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>Gewicht von %1</translation>
    </message>
    <message>
        <source>Parameters of %1</source>
        <translation>Parameter von %1</translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation>Ersatzziele</translation>
    </message>
    <message>
        <source>%1 only for a larger window</source>
        <translation>%1 nur für ein größeres Fenster</translation>
    </message>
    <message>
        <source>%1 only after</source>
        <translation>%1 nur nach</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Retries of one target</source>
        <translation>Wiederholungen an einem Ziel</translation>
    </message>
    <message>
        <source>Time of the whole call</source>
        <translation>Zeit des ganzen Aufrufs</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Längste Wartezeit</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>Zeit für die Verbindung</translation>
    </message>
    <message>
        <source>Time to the first token</source>
        <translation>Zeit bis zum ersten Token</translation>
    </message>
    <message>
        <source>Time without a token</source>
        <translation>Zeit ohne Token</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Tokens held back (unused)</source>
        <translation>Zurückgehaltene Token (ungenutzt)</translation>
    </message>
    <message>
        <source>A refusal goes on to the next target</source>
        <translation>Eine Ablehnung geht an das nächste Ziel weiter</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Price ceiling</source>
        <translation>Preisobergrenze</translation>
    </message>
    <message>
        <source>Tag that keeps the order</source>
        <translation>Tag, der die Reihenfolge festhält</translation>
    </message>
    <message>
        <source>Name: %2 instead of %1</source>
        <translation>Name: %2 statt %1</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Condition: %2 instead of %1</source>
        <translation>Bedingung: %2 statt %1</translation>
    </message>
    <message>
        <source>The note is another</source>
        <translation>Die Notiz ist eine andere</translation>
    </message>
    <message>
        <source>The evidence is another</source>
        <translation>Der Beleg ist ein anderer</translation>
    </message>
    <message>
        <source>Members that this version does not know are others</source>
        <translation>Angaben, die diese Version nicht kennt, sind andere</translation>
    </message>
    <message>
        <source>New, at place %1</source>
        <translation>Neu, an Stelle %1</translation>
    </message>
    <message>
        <source>From place %1 to place %2</source>
        <translation>Von Stelle %1 an Stelle %2</translation>
    </message>
    <message>
        <source>Gone from place %1</source>
        <translation>Von Stelle %1 entfernt</translation>
    </message>
</context>
<context>
    <name>RuleDocument</name>
    <message>
        <source>%1: expected account/model or route/NAME</source>
        <translation>%1: erwartet wird account/model oder route/NAME</translation>
    </message>
    <message>
        <source>%1: expected an amount in US dollars such as &quot;0.01&quot;</source>
        <translation>%1: erwartet wird ein Betrag in US-Dollar wie &quot;0.01&quot;</translation>
    </message>
    <message>
        <source>%1: expected conditions to nest at most %2 deep</source>
        <translation>%1: Bedingungen dürfen höchstens %2-fach geschachtelt sein</translation>
    </message>
    <message>
        <source>the document</source>
        <translation>das Dokument</translation>
    </message>
    <message>
        <source>%1: expected an object</source>
        <translation>%1: erwartet wird ein Objekt</translation>
    </message>
    <message>
        <source>%1: expected one of %2</source>
        <translation>%1: erwartet wird eines von %2</translation>
    </message>
    <message>
        <source>%1: expected a text</source>
        <translation>%1: erwartet wird ein Text</translation>
    </message>
    <message>
        <source>%1: expected true or false</source>
        <translation>%1: erwartet wird true oder false</translation>
    </message>
    <message>
        <source>%1: expected a whole number from 0 to %2</source>
        <translation>%1: erwartet wird eine ganze Zahl von 0 bis %2</translation>
    </message>
    <message>
        <source>%1: expected a number</source>
        <translation>%1: erwartet wird eine Zahl</translation>
    </message>
    <message>
        <source>%1: expected a whole number</source>
        <translation>%1: erwartet wird eine ganze Zahl</translation>
    </message>
    <message>
        <source>%1: expected a list</source>
        <translation>%1: erwartet wird eine Liste</translation>
    </message>
    <message>
        <source>%1: expected a list of at most %2</source>
        <translation>%1: erwartet wird eine Liste von höchstens %2</translation>
    </message>
    <message>
        <source>%1: not expected; there may only be %2</source>
        <translation>%1: nicht erwartet; hier darf es nur %2 geben</translation>
    </message>
    <message>
        <source>The document is larger than %1 MiB</source>
        <translation>Das Dokument ist größer als %1 MiB</translation>
    </message>
    <message>
        <source>Line %1, column %2: this is no JSON: %3</source>
        <translation>Zeile %1, Spalte %2: das ist kein JSON: %3</translation>
    </message>
    <message>
        <source>Line %1, column %2: expected %3 only once</source>
        <translation>Zeile %1, Spalte %2: %3 darf nur einmal vorkommen</translation>
    </message>
    <message>
        <source>%1: expected at most %2; the document is of a newer version of Switchyard</source>
        <translation>%1: erwartet wird höchstens %2; das Dokument stammt von einer neueren Version von Switchyard</translation>
    </message>
    <message>
        <source>%1: expected the number %2</source>
        <translation>%1: erwartet wird die Zahl %2</translation>
    </message>
    <message>
        <source>%1: expected at most 60 letters, digits, dots, spaces, - and _, with no space at the ends</source>
        <translation>%1: erwartet werden höchstens 60 Buchstaben, Ziffern, Punkte, Leerzeichen, - und _, ohne Leerzeichen an den Enden</translation>
    </message>
</context>
<context>
    <name>RuleFormats</name>
    <message>
        <source>The account “%1” of the file cannot be made: %2</source>
        <translation>Das Konto „%1“ der Datei kann nicht angelegt werden: %2</translation>
    </message>
    <message>
        <source>Parameters of a model cannot be said.</source>
        <translation>Parameter eines Modells lassen sich nicht sagen.</translation>
    </message>
    <message>
        <source>Bifrost has no provider for the account “%1”; one of that name has to be added there.</source>
        <translation>Bifrost hat keinen Anbieter für das Konto „%1“; einer dieses Namens muss dort angelegt werden.</translation>
    </message>
    <message>
        <source>The attempts of one call over all models cannot be limited.</source>
        <translation>Die Versuche eines Aufrufs über alle Modelle lassen sich nicht begrenzen.</translation>
    </message>
    <message>
        <source>A fallback after certain errors only cannot be said; it is asked after all of them.</source>
        <translation>Ein Ersatz nur nach bestimmten Fehlern lässt sich nicht sagen; er wird nach allen gefragt.</translation>
    </message>
    <message>
        <source>The next model is asked after every error there.</source>
        <translation>Das nächste Modell wird dort nach jedem Fehler gefragt.</translation>
    </message>
    <message>
        <source>%1: expected a list with at least one rule</source>
        <translation>%1: erwartet wird eine Liste mit mindestens einer Regel</translation>
    </message>
    <message>
        <source>A call that no rule matches goes to the model that it names there; here the models of the first rule answer.</source>
        <translation>Ein Aufruf, zu dem keine Regel passt, geht dort an das Modell, das er nennt; hier antworten die Modelle der ersten Regel.</translation>
    </message>
    <message>
        <source>%1 The rule is kept switched off.</source>
        <translation>%1 Die Regel bleibt ausgeschaltet erhalten.</translation>
    </message>
    <message>
        <source>Rules here have no customers, teams and keys (%1); the rule is kept switched off.</source>
        <translation>Regeln kennen hier keine Kunden, Teams und Schlüssel (%1); die Regel bleibt ausgeschaltet erhalten.</translation>
    </message>
    <message>
        <source>The rules are not asked again with the model that was found.</source>
        <translation>Die Regeln werden mit dem gefundenen Modell nicht noch einmal befragt.</translation>
    </message>
    <message>
        <source>The model that the caller names is passed on there; here one has to be filled in.</source>
        <translation>Das Modell, das der Aufrufer nennt, wird dort durchgereicht; hier muss eines eingetragen werden.</translation>
    </message>
    <message>
        <source>Which key is used follows the account here.</source>
        <translation>Welcher Schlüssel benutzt wird, richtet sich hier nach dem Konto.</translation>
    </message>
    <message>
        <source>%1: expected a model, &quot;provider/model&quot;</source>
        <translation>%1: erwartet wird ein Modell, &quot;provider/model&quot;</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>das Ende</translation>
    </message>
    <message>
        <source>Column %1: rules here do not know what begins with “%2”.</source>
        <translation>Spalte %1: Regeln kennen hier nicht, was mit „%2“ beginnt.</translation>
    </message>
    <message>
        <source>Tasks are not known there; the caller has to send the task as the header “task”.</source>
        <translation>Aufgaben sind dort nicht bekannt; der Aufrufer muss die Aufgabe als Kopfzeile „task“ senden.</translation>
    </message>
    <message>
        <source>The condition “%1 %2” cannot be said there, so the rule was left out.</source>
        <translation>Die Bedingung „%1 %2“ lässt sich dort nicht sagen, daher wurde die Regel ausgelassen.</translation>
    </message>
    <message>
        <source>Upper and lower case are told apart there.</source>
        <translation>Groß- und Kleinschreibung wird dort unterschieden.</translation>
    </message>
    <message>
        <source>There are at most five shares; the models are asked as they are listed.</source>
        <translation>Es gibt höchstens fünf Anteile; die Modelle werden in der Reihenfolge der Liste gefragt.</translation>
    </message>
    <message>
        <source>A model of a share is not followed by the others when it fails, only by the fallbacks.</source>
        <translation>Auf ein Modell eines Anteils folgen, wenn es scheitert, nicht die anderen, sondern nur der Ersatz.</translation>
    </message>
    <message>
        <source>Several models with the same share cannot be told apart there.</source>
        <translation>Mehrere Modelle mit gleichem Anteil lassen sich dort nicht unterscheiden.</translation>
    </message>
    <message>
        <source>Cloudflare does not know the provider of the account “%1”; it has to be added there.</source>
        <translation>Cloudflare kennt den Anbieter des Kontos „%1“ nicht; er muss dort hinzugefügt werden.</translation>
    </message>
    <message>
        <source>%1: expected an element of the type &quot;start&quot;</source>
        <translation>%1: erwartet wird ein Element vom Typ &quot;start&quot;</translation>
    </message>
    <message>
        <source>A way through the route asks no model; here the models of the first rule answer.</source>
        <translation>Ein Weg durch die Route fragt kein Modell; hier antworten die Modelle der ersten Regel.</translation>
    </message>
    <message>
        <source>%1: expected an id that no other element has</source>
        <translation>%1: erwartet wird eine Kennung, die kein anderes Element hat</translation>
    </message>
    <message>
        <source>It is not known here and was left out.</source>
        <translation>Es ist hier nicht bekannt und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>%1: expected the id of an element</source>
        <translation>%1: erwartet wird die Kennung eines Elements</translation>
    </message>
    <message>
        <source>%1: expected elements that do not lead back to themselves</source>
        <translation>%1: erwartet werden Elemente, die nicht zu sich selbst zurückführen</translation>
    </message>
    <message>
        <source>Limits of calls or cost in a time are no part of rules here; the way within the limit was taken.</source>
        <translation>Grenzen für Aufrufe oder Kosten in einer Zeit gehören hier nicht zu Regeln; der Weg innerhalb der Grenze wurde genommen.</translation>
    </message>
    <message>
        <source>Behind a model only other models can be asked; this was left out.</source>
        <translation>Hinter einem Modell können nur andere Modelle gefragt werden; dies wurde ausgelassen.</translation>
    </message>
    <message>
        <source>%1: expected a share such as &quot;10%&quot;, or &quot;else&quot;</source>
        <translation>%1: erwartet wird ein Anteil wie &quot;10%&quot; oder &quot;else&quot;</translation>
    </message>
    <message>
        <source>A share can only be that of a model; it was left out.</source>
        <translation>Einen Anteil kann nur ein Modell haben; er wurde ausgelassen.</translation>
    </message>
    <message>
        <source>%1: expected a text</source>
        <translation>%1: erwartet wird ein Text</translation>
    </message>
    <message>
        <source>Retries and time limits are those of a rule here, not of each model; those of the first were taken.</source>
        <translation>Wiederholungen und Zeitgrenzen gehören hier zur Regel, nicht zum Modell; die des ersten wurden genommen.</translation>
    </message>
    <message>
        <source>There is no active rule set “%1”, so it was left out.</source>
        <translation>Es gibt keinen aktiven Regelsatz „%1“, daher wurde er ausgelassen.</translation>
    </message>
    <message>
        <source>Rules inside rules cannot be said; the models of the default rule of “%1” take its place.</source>
        <translation>Regeln in Regeln lassen sich nicht sagen; die Modelle der Standardregel von „%1“ treten an die Stelle.</translation>
    </message>
    <message>
        <source>How often one model is asked again cannot be said.</source>
        <translation>Wie oft ein Modell noch einmal gefragt wird, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>The time of a whole call cannot be limited.</source>
        <translation>Die Zeit eines ganzen Aufrufs lässt sich nicht begrenzen.</translation>
    </message>
    <message>
        <source>The longest wait for a rate limit cannot be said.</source>
        <translation>Die längste Wartezeit bei einem Ratenlimit lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>The time to connect cannot be limited.</source>
        <translation>Die Zeit zum Verbinden lässt sich nicht begrenzen.</translation>
    </message>
    <message>
        <source>The time to the first token cannot be limited.</source>
        <translation>Die Zeit bis zum ersten Token lässt sich nicht begrenzen.</translation>
    </message>
    <message>
        <source>The silence within an answer cannot be limited.</source>
        <translation>Die Stille in einer Antwort lässt sich nicht begrenzen.</translation>
    </message>
    <message>
        <source>An answer cannot be held back until it is taken for good.</source>
        <translation>Eine Antwort lässt sich nicht zurückhalten, bis sie endgültig angenommen ist.</translation>
    </message>
    <message>
        <source>To ask another model after a refusal cannot be said.</source>
        <translation>Dass nach einer Weigerung ein anderes Modell gefragt wird, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>A key stands in the file itself; it was dropped, since keys are only taken from the keychain or from variables.</source>
        <translation>Ein Schlüssel steht in der Datei selbst; er wurde verworfen, denn Schlüssel kommen nur aus dem Schlüsselbund oder aus Variablen.</translation>
    </message>
    <message>
        <source>The rule is switched off and was left out.</source>
        <translation>Die Regel ist ausgeschaltet und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>An order by price, speed or votes cannot be found anew for each call; that of now was written down.</source>
        <translation>Eine Reihenfolge nach Preis, Tempo oder Stimmen lässt sich nicht bei jedem Aufruf neu finden; die jetzige wurde festgehalten.</translation>
    </message>
    <message>
        <source>One order for calls with the same tag cannot be said.</source>
        <translation>Eine gemeinsame Reihenfolge für Aufrufe mit demselben Tag lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>A ceiling for the price of a call cannot be said.</source>
        <translation>Eine Obergrenze für den Preis eines Aufrufs lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>The rules name the account “%1”, which does not exist.</source>
        <translation>Die Regeln nennen das Konto „%1“, das es nicht gibt.</translation>
    </message>
    <message>
        <source>LiteLLM refuses a model that no group is named after; the default rule has to be asked for as “%1”.</source>
        <translation>LiteLLM lehnt ein Modell ab, nach dem keine Gruppe benannt ist; die Standardregel muss als „%1“ verlangt werden.</translation>
    </message>
    <message>
        <source>LiteLLM picks by the model that is asked for alone; the rule has to be asked for as “%1”.</source>
        <translation>LiteLLM wählt nur nach dem verlangten Modell; die Regel muss als „%1“ verlangt werden.</translation>
    </message>
    <message>
        <source>A rule before it takes every call for “%1”.</source>
        <translation>Eine Regel davor nimmt jeden Aufruf für „%1“.</translation>
    </message>
    <message>
        <source>The time limit of the whole call becomes one of each attempt.</source>
        <translation>Die Zeitgrenze des ganzen Aufrufs wird zu einer jedes Versuchs.</translation>
    </message>
    <message>
        <source>LiteLLM asks fallbacks after a content filter too.</source>
        <translation>LiteLLM fragt den Ersatz auch nach einem Inhaltsfilter.</translation>
    </message>
    <message>
        <source>All groups share one strategy; the models of this one are asked as they are listed.</source>
        <translation>Alle Gruppen haben eine gemeinsame Strategie; die Modelle dieser werden in der Reihenfolge der Liste gefragt.</translation>
    </message>
    <message>
        <source>All groups are asked again equally often; the number of the default rule was taken.</source>
        <translation>Alle Gruppen werden gleich oft noch einmal gefragt; die Zahl der Standardregel wurde genommen.</translation>
    </message>
    <message>
        <source>Limits, prices and regions of one model are not kept in rules.</source>
        <translation>Grenzen, Preise und Regionen eines Modells werden nicht in Regeln aufbewahrt.</translation>
    </message>
    <message>
        <source>Facts of models come from the catalogue here.</source>
        <translation>Fakten über Modelle kommen hier aus dem Katalog.</translation>
    </message>
    <message>
        <source>LiteLLM refuses a model that no group is named after; here “%1” answers.</source>
        <translation>LiteLLM lehnt ein Modell ab, nach dem keine Gruppe benannt ist; hier antwortet „%1“.</translation>
    </message>
    <message>
        <source>The fallback “%1” names no group and was left out.</source>
        <translation>Der Ersatz „%1“ nennt keine Gruppe und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>As fallbacks, the models of “%1” are asked as they are listed, not by weight.</source>
        <translation>Als Ersatz werden die Modelle von „%1“ in der Reihenfolge der Liste gefragt, nicht nach Gewicht.</translation>
    </message>
    <message>
        <source>The strategy “%1” has no counterpart here; the models are picked by weight.</source>
        <translation>Die Strategie „%1“ hat hier keine Entsprechung; die Modelle werden nach Gewicht gewählt.</translation>
    </message>
    <message>
        <source>Time limits are those of a rule here, not of each model; those of the first were taken.</source>
        <translation>Zeitgrenzen gehören hier zur Regel, nicht zum Modell; die des ersten wurden genommen.</translation>
    </message>
    <message>
        <source>The time limit holds for one attempt there and for the whole call here.</source>
        <translation>Die Zeitgrenze gilt dort für einen Versuch und hier für den ganzen Aufruf.</translation>
    </message>
    <message>
        <source>%1: expected a list with at least one model</source>
        <translation>%1: erwartet wird eine Liste mit mindestens einem Modell</translation>
    </message>
    <message>
        <source>How long a failed model is left alone follows its failures here.</source>
        <translation>Wie lange ein gescheitertes Modell in Ruhe gelassen wird, folgt hier aus seinen Fehlern.</translation>
    </message>
    <message>
        <source>A model is left alone from its first failure on here.</source>
        <translation>Ein Modell wird hier vom ersten Fehler an in Ruhe gelassen.</translation>
    </message>
    <message>
        <source>A failed model is always left alone for a while here.</source>
        <translation>Ein gescheitertes Modell wird hier immer eine Weile in Ruhe gelassen.</translation>
    </message>
    <message>
        <source>The pause before asking again cannot be set here.</source>
        <translation>Die Pause vor dem nächsten Versuch lässt sich hier nicht einstellen.</translation>
    </message>
    <message>
        <source>Which errors are asked again is fixed here, not their number each.</source>
        <translation>Nach welchen Fehlern noch einmal gefragt wird, steht hier fest, nicht ihre jeweilige Zahl.</translation>
    </message>
    <message>
        <source>All fallbacks may be asked here, as far as the attempts of a call go.</source>
        <translation>Hier darf jeder Ersatz gefragt werden, soweit die Versuche eines Aufrufs reichen.</translation>
    </message>
    <message>
        <source>Budgets of providers are no part of rules here.</source>
        <translation>Budgets von Anbietern gehören hier nicht zu Regeln.</translation>
    </message>
    <message>
        <source>%1: expected a list of model names</source>
        <translation>%1: erwartet wird eine Liste von Modellnamen</translation>
    </message>
    <message>
        <source>The alias names no group and was left out.</source>
        <translation>Der Alias nennt keine Gruppe und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>%1: expected a list of queries</source>
        <translation>%1: erwartet wird eine Liste von Abfragen</translation>
    </message>
    <message>
        <source>Rules here do not know “%1”.</source>
        <translation>Regeln kennen hier „%1“ nicht.</translation>
    </message>
    <message>
        <source>%1: expected a number</source>
        <translation>%1: erwartet wird eine Zahl</translation>
    </message>
    <message>
        <source>Tags and models are not compared as numbers here.</source>
        <translation>Tags und Modelle werden hier nicht als Zahlen verglichen.</translation>
    </message>
    <message>
        <source>Numbers are only compared here.</source>
        <translation>Zahlen werden hier nur verglichen.</translation>
    </message>
    <message>
        <source>The operator “%1” is not known here.</source>
        <translation>Der Operator „%1“ ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>%1: expected a list of texts</source>
        <translation>%1: erwartet wird eine Liste von Texten</translation>
    </message>
    <message>
        <source>An empty condition cannot be said.</source>
        <translation>Eine leere Bedingung lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>Tasks are not known there; the caller has to send the task as the metadata “task”.</source>
        <translation>Aufgaben sind dort nicht bekannt; der Aufrufer muss die Aufgabe als Metadatum „task“ senden.</translation>
    </message>
    <message>
        <source>“%1” cannot be asked for there, so the rule was left out.</source>
        <translation>Nach „%1“ lässt sich dort nicht fragen, daher wurde die Regel ausgelassen.</translation>
    </message>
    <message>
        <source>OpenRouter knows no conditions; the rule was left out.</source>
        <translation>OpenRouter kennt keine Bedingungen; die Regel wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Shares by weight cannot be said; the models are asked as they are listed.</source>
        <translation>Anteile nach Gewicht lassen sich nicht sagen; die Modelle werden in der Reihenfolge der Liste gefragt.</translation>
    </message>
    <message>
        <source>None of the models of the default rule can be had at OpenRouter.</source>
        <translation>Keines der Modelle der Standardregel gibt es bei OpenRouter.</translation>
    </message>
    <message>
        <source>The account “%1” is not OpenRouter&apos;s; the model was left out.</source>
        <translation>Das Konto „%1“ ist nicht bei OpenRouter; das Modell wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The model is asked through OpenRouter instead of the account “%1”.</source>
        <translation>Das Modell wird über OpenRouter gefragt statt über das Konto „%1“.</translation>
    </message>
    <message>
        <source>All models get the same parameters; those of the first were taken.</source>
        <translation>Alle Modelle bekommen dieselben Parameter; die des ersten wurden genommen.</translation>
    </message>
    <message>
        <source>OpenRouter asks the next model after every error, a refusal too.</source>
        <translation>OpenRouter fragt das nächste Modell nach jedem Fehler, auch nach einer Weigerung.</translation>
    </message>
    <message>
        <source>What is asked is no part of rules and was left out.</source>
        <translation>Was gefragt wird, gehört nicht zu Regeln und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>All models of a chain are asked after the same errors; those of the first fallback were taken.</source>
        <translation>Alle Modelle einer Kette werden nach denselben Fehlern gefragt; die des ersten Ersatzes wurden genommen.</translation>
    </message>
    <message>
        <source>A fallback for a larger context window only cannot be said; it is asked after other errors too.</source>
        <translation>Ein Ersatz nur für ein größeres Kontextfenster lässt sich nicht sagen; er wird auch nach anderen Fehlern gefragt.</translation>
    </message>
    <message>
        <source>Errors are told apart by their HTTP status alone, and “%1” has none of its own.</source>
        <translation>Fehler werden nur am HTTP-Status unterschieden, und „%1“ hat keinen eigenen.</translation>
    </message>
    <message>
        <source>The next model is asked after every error there, a content filter and an invalid request too.</source>
        <translation>Das nächste Modell wird dort nach jedem Fehler gefragt, auch nach einem Inhaltsfilter und einer ungültigen Anfrage.</translation>
    </message>
    <message>
        <source>Portkey reads no variables: the key of %1, or a provider saved there, has to be put in its place.</source>
        <translation>Portkey liest keine Variablen: Der Schlüssel von %1 oder ein dort gespeicherter Anbieter muss an die Stelle treten.</translation>
    </message>
    <message>
        <source>Portkey waits for up to a minute.</source>
        <translation>Portkey wartet bis zu einer Minute.</translation>
    </message>
    <message>
        <source>Portkey refuses a call for which no condition holds; here the models of the first condition answer.</source>
        <translation>Portkey lehnt einen Aufruf ab, für den keine Bedingung gilt; hier antworten die Modelle der ersten Bedingung.</translation>
    </message>
    <message>
        <source>After which errors a model is asked again is fixed here.</source>
        <translation>Nach welchen Fehlern ein Modell noch einmal gefragt wird, steht hier fest.</translation>
    </message>
    <message>
        <source>Parameters of a model always take the place of those of the call.</source>
        <translation>Parameter eines Modells treten immer an die Stelle derer des Aufrufs.</translation>
    </message>
    <message>
        <source>%1: expected a provider or a list of targets</source>
        <translation>%1: erwartet wird ein Anbieter oder eine Liste von Zielen</translation>
    </message>
    <message>
        <source>Portkey passes on the model that the caller names; here one has to be filled in.</source>
        <translation>Portkey reicht das Modell durch, das der Aufrufer nennt; hier muss eines eingetragen werden.</translation>
    </message>
    <message>
        <source>%1: expected targets that nest less deep</source>
        <translation>%1: erwartet werden Ziele, die weniger tief verschachtelt sind</translation>
    </message>
    <message>
        <source>%1: expected a list with at least one target</source>
        <translation>%1: erwartet wird eine Liste mit mindestens einem Ziel</translation>
    </message>
    <message>
        <source>Of models inside a share, the first has the share; the others come after all shares.</source>
        <translation>Von mehreren Modellen in einem Anteil hat das erste den Anteil; die anderen kommen nach allen Anteilen.</translation>
    </message>
    <message>
        <source>Fallbacks are asked as they are listed, not by weight.</source>
        <translation>Ersatz wird in der Reihenfolge der Liste gefragt, nicht nach Gewicht.</translation>
    </message>
    <message>
        <source>Portkey asks the next model after an invalid request too; here the call ends with its error.</source>
        <translation>Portkey fragt das nächste Modell auch nach einer ungültigen Anfrage; hier endet der Aufruf mit deren Fehler.</translation>
    </message>
    <message>
        <source>Upper and lower case of letters beyond a to z are told apart there.</source>
        <translation>Groß- und Kleinschreibung von Buchstaben jenseits von a bis z wird dort unterschieden.</translation>
    </message>
    <message>
        <source>“%1” is not known to a program, so the rule was left out.</source>
        <translation>„%1“ ist einem Programm nicht bekannt, daher wurde die Regel ausgelassen.</translation>
    </message>
    <message>
        <source>A shell does not remember failures from one call to the next; no model is taken to cool down.</source>
        <translation>Eine Shell merkt sich Fehler nicht von einem Aufruf zum nächsten; kein Modell gilt als abkühlend.</translation>
    </message>
    <message>
        <source>A program does not measure models; the condition on “%1” is taken as not met.</source>
        <translation>Ein Programm misst keine Modelle; die Bedingung zu „%1“ gilt als nicht erfüllt.</translation>
    </message>
    <message>
        <source>The regular expression “%1” cannot be said in this language, so the rule was left out.</source>
        <translation>Der reguläre Ausdruck „%1“ lässt sich in dieser Sprache nicht sagen, daher wurde die Regel ausgelassen.</translation>
    </message>
    <message>
        <source>A regular expression that runs away is not stopped there.</source>
        <translation>Ein regulärer Ausdruck, der kein Ende findet, wird dort nicht angehalten.</translation>
    </message>
    <message>
        <source>The rule “%1” was left out.</source>
        <translation>Die Regel „%1“ wurde ausgelassen.</translation>
    </message>
    <message>
        <source>A program gives answers when they are whole, so that another model may take over until then.</source>
        <translation>Ein Programm gibt Antworten, wenn sie ganz sind, sodass bis dahin ein anderes Modell einspringen kann.</translation>
    </message>
    <message>
        <source>Where “%1” is reached is not known here; an account of that name has to be made by hand.</source>
        <translation>Wo „%1“ erreicht wird, ist hier nicht bekannt; ein Konto dieses Namens muss von Hand angelegt werden.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file holds rules of no known format; known are %1.</source>
        <translation>Die Datei enthält Regeln in keinem bekannten Format; bekannt sind %1.</translation>
    </message>
    <message>
        <source>Rules cannot be written as %1.</source>
        <translation>Regeln können nicht als %1 geschrieben werden.</translation>
    </message>
    <message>
        <source>curl knows one limit of silence, that for the first token, in whole seconds and none below seven.</source>
        <translation>curl kennt eine Grenze der Stille, die für den ersten Token, in ganzen Sekunden und keine unter sieben.</translation>
    </message>
    <message>
        <source>The account&apos;s time for a whole call is not kept; that of a rule is.</source>
        <translation>Die Zeit des Kontos für einen ganzen Aufruf wird nicht übernommen, die einer Regel schon.</translation>
    </message>
    <message>
        <source>The account&apos;s proxy and certificates are not taken along.</source>
        <translation>Proxy und Zertifikate des Kontos werden nicht mitgenommen.</translation>
    </message>
    <message>
        <source>A program does not count what is spent; the condition on the budget “%1” is taken as not met.</source>
        <translation>Ein Programm zählt nicht, was ausgegeben wird; die Bedingung an das Budget „%1“ gilt als nicht erfüllt.</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>task is %1</source>
        <translation>die Aufgabe ist %1</translation>
    </message>
    <message>
        <source>task is not %1</source>
        <translation>die Aufgabe ist nicht %1</translation>
    </message>
    <message>
        <source>a task is set</source>
        <translation>eine Aufgabe ist gesetzt</translation>
    </message>
    <message>
        <source>no task is set</source>
        <translation>keine Aufgabe ist gesetzt</translation>
    </message>
    <message>
        <source>the prompt is shorter than %1 tokens</source>
        <translation>der Prompt ist kürzer als %1 Token</translation>
    </message>
    <message>
        <source>the prompt has at most %1 tokens</source>
        <translation>der Prompt hat höchstens %1 Token</translation>
    </message>
    <message>
        <source>the prompt is longer than %1 tokens</source>
        <translation>der Prompt ist länger als %1 Token</translation>
    </message>
    <message>
        <source>the prompt has at least %1 tokens</source>
        <translation>der Prompt hat mindestens %1 Token</translation>
    </message>
    <message>
        <source>the newest message is shorter than %1 characters</source>
        <translation>die neueste Nachricht ist kürzer als %1 Zeichen</translation>
    </message>
    <message>
        <source>the newest message has at most %1 characters</source>
        <translation>die neueste Nachricht hat höchstens %1 Zeichen</translation>
    </message>
    <message>
        <source>the newest message is longer than %1 characters</source>
        <translation>die neueste Nachricht ist länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>the newest message has at least %1 characters</source>
        <translation>die neueste Nachricht hat mindestens %1 Zeichen</translation>
    </message>
    <message numerus="yes">
        <source>the conversation has fewer than %1 turns</source>
        <translation>
            <numerusform>das Gespräch hat weniger als %1 Runde</numerusform>
            <numerusform>das Gespräch hat weniger als %1 Runden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the conversation has at most %1 turns</source>
        <translation>
            <numerusform>das Gespräch hat höchstens %1 Runde</numerusform>
            <numerusform>das Gespräch hat höchstens %1 Runden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the conversation has more than %1 turns</source>
        <translation>
            <numerusform>das Gespräch hat mehr als %1 Runde</numerusform>
            <numerusform>das Gespräch hat mehr als %1 Runden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the conversation has at least %1 turns</source>
        <translation>
            <numerusform>das Gespräch hat mindestens %1 Runde</numerusform>
            <numerusform>das Gespräch hat mindestens %1 Runden</numerusform>
        </translation>
    </message>
    <message>
        <source>the text contains %1</source>
        <translation>der Text enthält %1</translation>
    </message>
    <message>
        <source>the text does not contain %1</source>
        <translation>der Text enthält nicht %1</translation>
    </message>
    <message>
        <source>the text matches %1</source>
        <translation>auf den Text passt %1</translation>
    </message>
    <message>
        <source>the text does not match %1</source>
        <translation>auf den Text passt %1 nicht</translation>
    </message>
    <message>
        <source>the language is %1</source>
        <translation>die Sprache ist %1</translation>
    </message>
    <message>
        <source>the language is not %1</source>
        <translation>die Sprache ist nicht %1</translation>
    </message>
    <message>
        <source>the text has code</source>
        <translation>der Text enthält Code</translation>
    </message>
    <message>
        <source>the text has no code</source>
        <translation>der Text enthält keinen Code</translation>
    </message>
    <message>
        <source>a picture is attached</source>
        <translation>ein Bild ist angehängt</translation>
    </message>
    <message>
        <source>no picture is attached</source>
        <translation>kein Bild ist angehängt</translation>
    </message>
    <message>
        <source>a file is attached</source>
        <translation>eine Datei ist angehängt</translation>
    </message>
    <message>
        <source>no file is attached</source>
        <translation>keine Datei ist angehängt</translation>
    </message>
    <message>
        <source>fewer than %1 output tokens are allowed</source>
        <translation>weniger als %1 Ausgabe-Token sind erlaubt</translation>
    </message>
    <message>
        <source>at most %1 output tokens are allowed</source>
        <translation>höchstens %1 Ausgabe-Token sind erlaubt</translation>
    </message>
    <message>
        <source>more than %1 output tokens are allowed</source>
        <translation>mehr als %1 Ausgabe-Token sind erlaubt</translation>
    </message>
    <message>
        <source>at least %1 output tokens are allowed</source>
        <translation>mindestens %1 Ausgabe-Token sind erlaubt</translation>
    </message>
    <message>
        <source>a limit of output tokens is set</source>
        <translation>eine Grenze für Ausgabe-Token ist gesetzt</translation>
    </message>
    <message>
        <source>no limit of output tokens is set</source>
        <translation>keine Grenze für Ausgabe-Token ist gesetzt</translation>
    </message>
    <message>
        <source>tools are given</source>
        <translation>Werkzeuge sind angegeben</translation>
    </message>
    <message>
        <source>no tools are given</source>
        <translation>keine Werkzeuge sind angegeben</translation>
    </message>
    <message>
        <source>JSON is asked for</source>
        <translation>JSON ist verlangt</translation>
    </message>
    <message>
        <source>JSON is not asked for</source>
        <translation>JSON ist nicht verlangt</translation>
    </message>
    <message>
        <source>temperature is below %1</source>
        <translation>die Temperatur liegt unter %1</translation>
    </message>
    <message>
        <source>temperature is at most %1</source>
        <translation>die Temperatur beträgt höchstens %1</translation>
    </message>
    <message>
        <source>temperature is above %1</source>
        <translation>die Temperatur liegt über %1</translation>
    </message>
    <message>
        <source>temperature is at least %1</source>
        <translation>die Temperatur beträgt mindestens %1</translation>
    </message>
    <message>
        <source>a temperature is set</source>
        <translation>eine Temperatur ist gesetzt</translation>
    </message>
    <message>
        <source>no temperature is set</source>
        <translation>keine Temperatur ist gesetzt</translation>
    </message>
    <message>
        <source>tag %1 is %2</source>
        <translation>der Tag %1 ist %2</translation>
    </message>
    <message>
        <source>tag %1 is not %2</source>
        <translation>der Tag %1 ist nicht %2</translation>
    </message>
    <message>
        <source>tag %1 contains %2</source>
        <translation>der Tag %1 enthält %2</translation>
    </message>
    <message>
        <source>tag %1 does not contain %2</source>
        <translation>der Tag %1 enthält nicht %2</translation>
    </message>
    <message>
        <source>tag %1 matches %2</source>
        <translation>auf den Tag %1 passt %2</translation>
    </message>
    <message>
        <source>tag %1 does not match %2</source>
        <translation>auf den Tag %1 passt %2 nicht</translation>
    </message>
    <message>
        <source>tag %1 is set</source>
        <translation>der Tag %1 ist gesetzt</translation>
    </message>
    <message>
        <source>tag %1 is not set</source>
        <translation>der Tag %1 ist nicht gesetzt</translation>
    </message>
    <message>
        <source>the requested model is %1</source>
        <translation>das verlangte Modell ist %1</translation>
    </message>
    <message>
        <source>the requested model is not %1</source>
        <translation>das verlangte Modell ist nicht %1</translation>
    </message>
    <message>
        <source>the requested model contains %1</source>
        <translation>das verlangte Modell enthält %1</translation>
    </message>
    <message>
        <source>the requested model does not contain %1</source>
        <translation>das verlangte Modell enthält nicht %1</translation>
    </message>
    <message>
        <source>the requested model matches %1</source>
        <translation>auf das verlangte Modell passt %1</translation>
    </message>
    <message>
        <source>the requested model does not match %1</source>
        <translation>auf das verlangte Modell passt %1 nicht</translation>
    </message>
    <message>
        <source>a model is requested</source>
        <translation>ein Modell ist verlangt</translation>
    </message>
    <message>
        <source>no model is requested</source>
        <translation>kein Modell ist verlangt</translation>
    </message>
    <message>
        <source>source is %1</source>
        <translation>die Quelle ist %1</translation>
    </message>
    <message>
        <source>source is not %1</source>
        <translation>die Quelle ist nicht %1</translation>
    </message>
    <message>
        <source>the time is from %1 to %2</source>
        <translation>es ist zwischen %1 und %2 Uhr</translation>
    </message>
    <message>
        <source>the time is not from %1 to %2</source>
        <translation>es ist nicht zwischen %1 und %2 Uhr</translation>
    </message>
    <message>
        <source>the time in %3 is from %1 to %2</source>
        <translation>in %3 ist es zwischen %1 und %2 Uhr</translation>
    </message>
    <message>
        <source>the time in %3 is not from %1 to %2</source>
        <translation>in %3 ist es nicht zwischen %1 und %2 Uhr</translation>
    </message>
    <message>
        <source>the day is %1</source>
        <translation>der Tag ist %1</translation>
    </message>
    <message>
        <source>the day in %2 is %1</source>
        <translation>in %2 ist der Tag %1</translation>
    </message>
    <message>
        <source>the day is not %1</source>
        <translation>der Tag ist nicht %1</translation>
    </message>
    <message>
        <source>the day in %2 is not %1</source>
        <translation>in %2 ist der Tag nicht %1</translation>
    </message>
    <message>
        <source>less than %2 of the calls to %1 fail</source>
        <translation>von den Aufrufen an %1 scheitern weniger als %2</translation>
    </message>
    <message>
        <source>at most %2 of the calls to %1 fail</source>
        <translation>von den Aufrufen an %1 scheitern höchstens %2</translation>
    </message>
    <message>
        <source>more than %2 of the calls to %1 fail</source>
        <translation>von den Aufrufen an %1 scheitern mehr als %2</translation>
    </message>
    <message>
        <source>at least %2 of the calls to %1 fail</source>
        <translation>von den Aufrufen an %1 scheitern mindestens %2</translation>
    </message>
    <message>
        <source>the p95 first token of %1 takes less than %2</source>
        <translation>das erste Token von %1 (p95) braucht weniger als %2</translation>
    </message>
    <message>
        <source>the p95 first token of %1 takes at most %2</source>
        <translation>das erste Token von %1 (p95) braucht höchstens %2</translation>
    </message>
    <message>
        <source>the p95 first token of %1 takes more than %2</source>
        <translation>das erste Token von %1 (p95) braucht mehr als %2</translation>
    </message>
    <message>
        <source>the p95 first token of %1 takes at least %2</source>
        <translation>das erste Token von %1 (p95) braucht mindestens %2</translation>
    </message>
    <message>
        <source>%1 is cooling down</source>
        <translation>%1 wird geschont</translation>
    </message>
    <message>
        <source>%1 is not cooling down</source>
        <translation>%1 wird nicht geschont</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>not (%1)</source>
        <translation>nicht (%1)</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>%1, and %2</source>
        <translation>%1, und %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1, or %2</source>
        <translation>%1, oder %2</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>Kommandozeile</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thailändisch</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>is shorter than</source>
        <translation>ist kürzer als</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>ist höchstens</translation>
    </message>
    <message>
        <source>is longer than</source>
        <translation>ist länger als</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>ist mindestens</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>ist kleiner als</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>ist größer als</translation>
    </message>
    <message>
        <source>task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>prompt length (tokens)</source>
        <translation>Länge des Prompts (Token)</translation>
    </message>
    <message>
        <source>message length (characters)</source>
        <translation>Länge der Nachricht (Zeichen)</translation>
    </message>
    <message>
        <source>turns of the conversation</source>
        <translation>Runden des Gesprächs</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>code in the text</source>
        <translation>Code im Text</translation>
    </message>
    <message>
        <source>attached picture</source>
        <translation>angehängtes Bild</translation>
    </message>
    <message>
        <source>attached file</source>
        <translation>angehängte Datei</translation>
    </message>
    <message>
        <source>limit of output tokens</source>
        <translation>Grenze der Ausgabe-Token</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>JSON mode</source>
        <translation>JSON-Modus</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>requested model</source>
        <translation>verlangtes Modell</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>weekday</source>
        <translation>Wochentag</translation>
    </message>
    <message>
        <source>error rate of a target</source>
        <translation>Fehlerrate eines Ziels</translation>
    </message>
    <message>
        <source>p95 first token of a target</source>
        <translation>erstes Token eines Ziels (p95)</translation>
    </message>
    <message>
        <source>cooling down of a target</source>
        <translation>Schonzeit eines Ziels</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>matches the regular expression</source>
        <translation>passt zum regulären Ausdruck</translation>
    </message>
    <message>
        <source>is between</source>
        <translation>liegt zwischen</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>ist vorhanden</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>as listed</source>
        <translation>wie aufgeführt</translation>
    </message>
    <message>
        <source>by weight</source>
        <translation>nach Gewicht</translation>
    </message>
    <message>
        <source>cheapest first</source>
        <translation>das billigste zuerst</translation>
    </message>
    <message>
        <source>fastest first</source>
        <translation>das schnellste zuerst</translation>
    </message>
    <message>
        <source>best rated first</source>
        <translation>das bestbewertete zuerst</translation>
    </message>
    <message>
        <source>commits at the first token</source>
        <translation>endgültig ab dem ersten Token</translation>
    </message>
    <message numerus="yes">
        <source>commits after %n tokens</source>
        <translation>
            <numerusform>endgültig nach %n Token</numerusform>
            <numerusform>endgültig nach %n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>commits when the answer is complete</source>
        <translation>endgültig, wenn die Antwort ganz da ist</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts, %1 in all</source>
        <translation>
            <numerusform>%n Versuch, insgesamt %1</numerusform>
            <numerusform>%n Versuche, insgesamt %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>a refusal goes on to the next target</source>
        <translation>eine Ablehnung geht an das nächste Ziel weiter</translation>
    </message>
    <message>
        <source>a first token within %1</source>
        <translation>erster Token innerhalb von %1</translation>
    </message>
    <message>
        <source>a first token within half of the time left while another target can be asked</source>
        <translation>erster Token innerhalb der Hälfte der verbleibenden Zeit, solange noch ein anderes Ziel gefragt werden kann</translation>
    </message>
    <message>
        <source>less than %2 of the budget %1 is used</source>
        <translation>vom Budget %1 sind weniger als %2 verbraucht</translation>
    </message>
    <message>
        <source>at most %2 of the budget %1 is used</source>
        <translation>vom Budget %1 sind höchstens %2 verbraucht</translation>
    </message>
    <message>
        <source>more than %2 of the budget %1 is used</source>
        <translation>vom Budget %1 sind mehr als %2 verbraucht</translation>
    </message>
    <message>
        <source>at least %2 of the budget %1 is used</source>
        <translation>vom Budget %1 sind mindestens %2 verbraucht</translation>
    </message>
    <message>
        <source>used part of a budget</source>
        <translation>verbrauchter Teil eines Budgets</translation>
    </message>
</context>
<context>
    <name>RulesCommand</name>
    <message>
        <source>The rule set &quot;%1&quot; has no draft.</source>
        <translation>Der Regelsatz „%1“ hat keinen Entwurf.</translation>
    </message>
    <message>
        <source>The rule set &quot;%1&quot; has neither an active version nor a draft; name one of its versions: %1@1.</source>
        <translation>Der Regelsatz „%1“ hat weder eine aktive Version noch einen Entwurf; eine seiner Versionen nennen: %1@1.</translation>
    </message>
    <message>
        <source>Version %1 of the rule set &quot;%2&quot; cannot be read: %3</source>
        <translation>Version %1 des Regelsatzes „%2“ kann nicht gelesen werden: %3</translation>
    </message>
    <message>
        <source>The rule set &quot;%1&quot; has no version %2.</source>
        <translation>Der Regelsatz „%1“ hat keine Version %2.</translation>
    </message>
    <message>
        <source>There is no rule set named &quot;%1&quot;; see switchyard rules list.</source>
        <translation>Es gibt keinen Regelsatz namens „%1“; siehe switchyard rules list.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no rules: use NAME, NAME@VERSION or NAME@draft.</source>
        <translation>„%1“ bezeichnet keine Regeln: NAME, NAME@VERSION oder NAME@draft verwenden.</translation>
    </message>
    <message>
        <source>There is no rule set and no file named &quot;%1&quot;.</source>
        <translation>Es gibt weder einen Regelsatz noch eine Datei namens „%1“.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>CALLS</source>
        <translation>AUFRUFE</translation>
    </message>
    <message>
        <source>MOVED</source>
        <translation>VERLEGT</translation>
    </message>
    <message>
        <source>BEFORE</source>
        <translation>VORHER</translation>
    </message>
    <message>
        <source>AFTER</source>
        <translation>NACHHER</translation>
    </message>
    <message>
        <source>UNPRICED</source>
        <translation>OHNE PREIS</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>Cost: unknown.</source>
        <translation>Kosten: unbekannt.</translation>
    </message>
    <message>
        <source>Cost: %1 before, %2 after, if answers stay as long as they were.</source>
        <translation>Kosten: vorher %1, nachher %2, wenn die Antworten so lang bleiben, wie sie waren.</translation>
    </message>
    <message>
        <source>Cost: %1 before, %2 after; %3 to %4 by the lengths of own answers.</source>
        <translation>Kosten: vorher %1, nachher %2; nach den Längen eigener Antworten %3 bis %4.</translation>
    </message>
    <message>
        <source>%1 of %2 calls would go elsewhere by %3.</source>
        <translation>Nach %3 würden %1 von %2 Aufrufen woanders hingehen.</translation>
    </message>
    <message>
        <source>Calls whose cost is not known before or after: %1.</source>
        <translation>Aufrufe, deren Kosten vorher oder nachher nicht bekannt sind: %1.</translation>
    </message>
    <message>
        <source>First token: %1 before, %2 after, by own medians of %3 moved calls.</source>
        <translation>Erstes Token: vorher %1, nachher %2, nach eigenen Medianen von %3 verlegten Aufrufen.</translation>
    </message>
    <message>
        <source>Calls that cannot be decided, as their texts were not kept: %1.</source>
        <translation>Aufrufe, die nicht entschieden werden können, da ihre Texte nicht aufbewahrt wurden: %1.</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>CALLS %1</source>
        <translation>AUFRUFE %1</translation>
    </message>
    <message>
        <source>MOVED %1</source>
        <translation>VERLEGT %1</translation>
    </message>
    <message>
        <source>AFTER %1</source>
        <translation>NACHHER %1</translation>
    </message>
    <message>
        <source>RULE</source>
        <translation>REGEL</translation>
    </message>
    <message>
        <source>--since must be before --until, and not in the future.</source>
        <translation>--since muss vor --until liegen und darf nicht in der Zukunft sein.</translation>
    </message>
    <message>
        <source>Deciding again: %1 %</source>
        <translation>Neu entschieden: %1 %</translation>
    </message>
    <message>
        <source>Stopped: the figures are of what was looked at so far.</source>
        <translation>Angehalten: Die Zahlen gelten für das bisher Betrachtete.</translation>
    </message>
    <message>
        <source>TASK</source>
        <translation>AUFGABE</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>added</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>ACTIVE</source>
        <translation>AKTIV</translation>
    </message>
    <message>
        <source>NEWEST</source>
        <translation>NEUESTE</translation>
    </message>
    <message>
        <source>DRAFT</source>
        <translation>ENTWURF</translation>
    </message>
    <message>
        <source>RULES</source>
        <translation>REGELN</translation>
    </message>
    <message>
        <source>NOTE</source>
        <translation>ANMERKUNG</translation>
    </message>
    <message>
        <source>asked by default</source>
        <translation>wird ohne Angabe gefragt</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1, which is active</source>
        <translation>%1, aktiv</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>%1 holds rules that cannot run.</source>
        <translation>%1 enthält Regeln, die nicht ausgeführt werden können.</translation>
    </message>
    <message>
        <source>%1 holds rules that can run; nothing is doubtful.</source>
        <translation>%1 enthält Regeln, die ausgeführt werden können; nichts ist zweifelhaft.</translation>
    </message>
    <message>
        <source>%1 holds rules that can run.</source>
        <translation>%1 enthält Regeln, die ausgeführt werden können.</translation>
    </message>
    <message>
        <source>The rules are the same.</source>
        <translation>Die Regeln sind gleich.</translation>
    </message>
    <message>
        <source>it is longer than %1 bytes.</source>
        <translation>sie ist länger als %1 Bytes.</translation>
    </message>
    <message>
        <source>A rule asks for the health of a target, which is taken for good, or for a budget, which is taken for unused.</source>
        <translation>Eine Regel fragt nach der Verfassung eines Ziels, die als gut gilt, oder nach einem Budget, das als unverbraucht gilt.</translation>
    </message>
    <message>
        <source>The period would end before it begins: without --since it begins 30 days ago. Give --since a time before --until.</source>
        <translation>Der Zeitraum würde enden, bevor er beginnt: Ohne --since beginnt er vor 30 Tagen. Geben Sie mit --since eine Zeit vor --until an.</translation>
    </message>
</context>
<context>
    <name>RunDocument</name>
    <message>
        <source>%1 is not an object</source>
        <translation>%1 ist kein Objekt</translation>
    </message>
    <message>
        <source>A run</source>
        <translation>Ein Lauf</translation>
    </message>
    <message>
        <source>%1 is not a text</source>
        <translation>%1 ist kein Text</translation>
    </message>
    <message>
        <source>%1 is not a number from 0</source>
        <translation>%1 ist keine Zahl ab 0</translation>
    </message>
    <message>
        <source>%1 is not a whole number</source>
        <translation>%1 ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>%1 is not an amount of dollars: “%2”</source>
        <translation>%1 ist kein Betrag in Dollar: „%2“</translation>
    </message>
    <message>
        <source>%1 is not a list</source>
        <translation>%1 ist keine Liste</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 is not a known state: “%2”</source>
        <translation>%1 ist kein bekannter Zustand: „%2“</translation>
    </message>
    <message>
        <source>%1: %2, of which only the last is described</source>
        <translation>%1: %2, von denen nur der letzte beschrieben ist</translation>
    </message>
    <message>
        <source>%1 is not a PNG, JPEG, GIF or WebP picture</source>
        <translation>%1 ist kein Bild in PNG, JPEG, GIF oder WebP</translation>
    </message>
    <message>
        <source>%1 is not a time: “%2”</source>
        <translation>%1 ist keine Zeit: „%2“</translation>
    </message>
    <message>
        <source>%1 has no lane</source>
        <translation>%1 hat keine Spur</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>Der Lauf</translation>
    </message>
    <message>
        <source>The file is no JSON document: %1 at byte %2</source>
        <translation>Die Datei ist kein JSON-Dokument: %1 bei Byte %2</translation>
    </message>
    <message>
        <source>The file is JSON, but no run: it has neither “lanes” nor “runs”</source>
        <translation>Die Datei ist JSON, aber kein Lauf: sie enthält weder „lanes“ noch „runs“</translation>
    </message>
    <message>
        <source>The file has no run in it</source>
        <translation>Die Datei enthält keinen Lauf</translation>
    </message>
</context>
<context>
    <name>RunHtml</name>
    <message>
        <source>Reasoning</source>
        <translation>Gedanken</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Tool call %1: %2</source>
        <translation>Werkzeugaufruf %1: %2</translation>
    </message>
    <message>
        <source>System: %1</source>
        <translation>System: %1</translation>
    </message>
    <message>
        <source>Picture %1 of the prompt</source>
        <translation>Bild %1 des Prompts</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message numerus="yes">
        <source>Conversation of %n turns</source>
        <translation>
            <numerusform>Gespräch mit %n Runde</numerusform>
            <numerusform>Gespräch mit %n Runden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunMarkdown</name>
    <message>
        <source>cost unknown</source>
        <translation>Kosten unbekannt</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Tool call `%1`: `%2`</source>
        <translation>Werkzeugaufruf `%1`: `%2`</translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation>erstes Token %1</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 Tok/s</translation>
    </message>
    <message>
        <source>%1 in</source>
        <translation>%1 ein</translation>
    </message>
    <message>
        <source>%1 out</source>
        <translation>%1 aus</translation>
    </message>
    <message>
        <source>%1 attempts</source>
        <translation>%1 Versuche</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>System: %1</source>
        <translation>System: %1</translation>
    </message>
    <message>
        <source>target | status | first token | tok/s | in | out | cost | attempts</source>
        <translation>Ziel | Status | erstes Token | Tok/s | ein | aus | Kosten | Versuche</translation>
    </message>
    <message>
        <source>Total: %1 + %2 unpriced</source>
        <translation>Gesamt: %1 + %2 ohne Preis</translation>
    </message>
    <message>
        <source>Total: %1</source>
        <translation>Gesamt: %1</translation>
    </message>
    <message>
        <source>%1, %2 bytes</source>
        <translation>%1, %2 Bytes</translation>
    </message>
    <message>
        <source>Pictures: %1</source>
        <translation>Bilder: %1</translation>
    </message>
    <message>
        <source>Turn %1 (run %2)</source>
        <translation>Runde %1 (Lauf %2)</translation>
    </message>
    <message>
        <source>Total: unknown</source>
        <translation>Gesamt: unbekannt</translation>
    </message>
    <message>
        <source>no cost</source>
        <translation>keine Kosten</translation>
    </message>
</context>
<context>
    <name>Savings</name>
    <message>
        <source>route/%1 version %2</source>
        <translation>route/%1 Version %2</translation>
    </message>
    <message>
        <source>No version ran before this one, so there is nothing to compare with.</source>
        <translation>Vor dieser Version lief keine, es gibt also nichts zum Vergleichen.</translation>
    </message>
    <message>
        <source>Version %1 cannot be read, so there is nothing to compare with.</source>
        <translation>Version %1 ist nicht lesbar, es gibt also nichts zum Vergleichen.</translation>
    </message>
    <message>
        <source>1 call, too few</source>
        <translation>1 Aufruf, zu wenig</translation>
    </message>
    <message>
        <source>%1 calls, too few</source>
        <translation>%1 Aufrufe, zu wenige</translation>
    </message>
    <message>
        <source>unknown: only %1 of %2 calls can be compared</source>
        <translation>unbekannt: nur %1 von %2 Aufrufen sind vergleichbar</translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>nichts geändert</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 mehr</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>%1 gespart</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <comment>an amount with its bounds</comment>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>%1 reported</source>
        <translation>%1 gemeldet</translation>
    </message>
    <message>
        <source>%1 computed</source>
        <translation>%1 berechnet</translation>
    </message>
    <message>
        <source>%1 estimated</source>
        <translation>%1 geschätzt</translation>
    </message>
    <message>
        <source>%1 unpriced</source>
        <translation>%1 ohne Preis</translation>
    </message>
    <message>
        <source>%1 for less</source>
        <translation>%1 für weniger</translation>
    </message>
    <message>
        <source>%1 calls on %2 would have cost %3 at %4 instead of %5; %6.</source>
        <translation>%1 Aufrufe zu %2 hätten bei %4 %3 statt %5 gekostet; %6.</translation>
    </message>
    <message>
        <source>Cached tokens count as other input where the other model has no price for them: %1 calls.</source>
        <translation>Token aus dem Cache zählen als übrige Eingabe, wo das andere Modell keinen Preis für sie hat: %1 Aufrufe.</translation>
    </message>
    <message>
        <source>Calls that do not fit into the other model are left out: %1.</source>
        <translation>Aufrufe, die nicht in das andere Modell passen, sind ausgelassen: %1.</translation>
    </message>
    <message>
        <source>Calls without a known price before or after are left out: %1.</source>
        <translation>Aufrufe ohne bekannten Preis vorher oder nachher sind ausgelassen: %1.</translation>
    </message>
    <message>
        <source>Calls without known tokens, such as failed ones, are left out: %1.</source>
        <translation>Aufrufe ohne bekannte Token, etwa fehlgeschlagene, sind ausgelassen: %1.</translation>
    </message>
    <message>
        <source>1 vote, too few</source>
        <translation>1 Stimme, zu wenig</translation>
    </message>
    <message>
        <source>%1 votes, too few</source>
        <translation>%1 Stimmen, zu wenige</translation>
    </message>
    <message>
        <source>%1 of %2 votes win or tie</source>
        <translation>%1 von %2 Stimmen gewonnen oder unentschieden</translation>
    </message>
    <message>
        <source>only %1 of %2 votes win or tie</source>
        <translation>nur %1 von %2 Stimmen gewonnen oder unentschieden</translation>
    </message>
    <message>
        <source>no votes</source>
        <translation>keine Stimmen</translation>
    </message>
    <message>
        <source>The same tokens are priced, though tokenizers and the lengths of answers differ.</source>
        <translation>Gerechnet wird mit denselben Token, obwohl sich Tokenizer und die Längen der Antworten unterscheiden.</translation>
    </message>
    <message>
        <source>Prices are those of the moment when each call was sent.</source>
        <translation>Es gelten die Preise des Augenblicks, in dem ein Aufruf gesendet wurde.</translation>
    </message>
    <message>
        <source>All attempts of a call count before, one attempt after.</source>
        <translation>Vorher zählen alle Versuche eines Aufrufs, nachher einer.</translation>
    </message>
    <message>
        <source>A model passes with at least %1 votes on it and the present one, and a 95 % interval of its share of wins, a tie being half a win, not below %2 %.</source>
        <translation>Ein Modell besteht mit mindestens %1 Stimmen über es und das jetzige und wenn das 95-%-Intervall seines Anteils an Siegen, unentschieden als halber, nicht unter %2 % liegt.</translation>
    </message>
    <message>
        <source>Calls before %1 were pruned; what is gone is left out.</source>
        <translation>Aufrufe vor dem %1 wurden ausgedünnt; was fehlt, ist ausgelassen.</translation>
    </message>
    <message>
        <source>Made of what calls would have cost elsewhere.</source>
        <translation>Entstanden aus dem, was Aufrufe anderswo gekostet hätten.</translation>
    </message>
    <message>
        <source>%1 calls without a task would have cost %2 at %3 instead of %4; %5.</source>
        <translation>%1 Aufrufe ohne Aufgabe hätten bei %3 %2 statt %4 gekostet; %5.</translation>
    </message>
    <message>
        <source>Calls without a task for less</source>
        <translation>Aufrufe ohne Aufgabe für weniger</translation>
    </message>
    <message>
        <source>what-if</source>
        <translation>Was-wäre-wenn</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
</context>
<context>
    <name>Secrets</name>
    <message>
        <source>The keychain is locked: unlock it and try again.</source>
        <translation>Der Schlüsselbund ist gesperrt: Entsperren Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>No keychain answers on this system (%1). Name an environment variable or keep the key for this session only.</source>
        <translation>Auf diesem System antwortet kein Schlüsselbund (%1). Nennen Sie eine Umgebungsvariable oder behalten Sie den Schlüssel nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>The keychain did not answer within %1 s. If it asks for its password, answer it and try again.</source>
        <translation>Der Schlüsselbund hat nicht innerhalb von %1 s geantwortet. Wenn er nach seinem Passwort fragt, antworten Sie ihm und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keychain refused access: unlock it and try again.</source>
        <translation>Der Schlüsselbund hat den Zugriff verweigert: Entsperren Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The environment variable %1 is not set.</source>
        <translation>Die Umgebungsvariable %1 ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>The key of “%1” was kept for one session only: enter it again.</source>
        <translation>Der Schlüssel von „%1“ galt nur für eine Sitzung: Geben Sie ihn neu ein.</translation>
    </message>
    <message>
        <source>The keychain holds no key for “%1”: enter it again.</source>
        <translation>Der Schlüsselbund enthält keinen Schlüssel für „%1“: Geben Sie ihn neu ein.</translation>
    </message>
    <message>
        <source>The password of the proxy of “%1” is not known: enter it again.%2</source>
        <translation>Das Passwort des Proxys von „%1“ ist nicht bekannt: Geben Sie es neu ein.%2</translation>
    </message>
    <message>
        <source>“%1” keeps no key of its own.</source>
        <translation>„%1“ hat keinen eigenen Schlüssel.</translation>
    </message>
</context>
<context>
    <name>SentPrompt</name>
    <message>
        <source>Picture %1</source>
        <translation>Bild %1</translation>
    </message>
</context>
<context>
    <name>Simulator</name>
    <message>
        <source>Rejects the key.</source>
        <translation>Weist den Schlüssel zurück.</translation>
    </message>
    <message>
        <source>Says that the model does not exist.</source>
        <translation>Sagt, dass es das Modell nicht gibt.</translation>
    </message>
    <message>
        <source>Is always over its rate limit; asks to come back in two seconds.</source>
        <translation>Ist immer über seinem Anfragelimit und bittet, in zwei Sekunden wiederzukommen.</translation>
    </message>
    <message>
        <source>Is over its rate limit at the first attempt and answers the second.</source>
        <translation>Ist beim ersten Versuch über seinem Anfragelimit und antwortet beim zweiten.</translation>
    </message>
    <message>
        <source>Fails with an internal error.</source>
        <translation>Scheitert an einem internen Fehler.</translation>
    </message>
    <message>
        <source>Is overloaded.</source>
        <translation>Ist überlastet.</translation>
    </message>
    <message>
        <source>Resets the connection instead of answering.</source>
        <translation>Setzt die Verbindung zurück, statt zu antworten.</translation>
    </message>
    <message>
        <source>Never answers.</source>
        <translation>Antwortet nie.</translation>
    </message>
    <message>
        <source>Stops after twenty tokens without closing.</source>
        <translation>Hält nach zwanzig Token an, ohne zu schließen.</translation>
    </message>
    <message>
        <source>Closes the connection in the middle of its answer.</source>
        <translation>Schließt die Verbindung mitten in der Antwort.</translation>
    </message>
    <message>
        <source>Sends something within the stream that is no JSON.</source>
        <translation>Sendet mitten im Datenstrom etwas, das kein JSON ist.</translation>
    </message>
    <message>
        <source>Finishes properly but leaves out the end marker.</source>
        <translation>Endet ordentlich, lässt aber die Endmarke weg.</translation>
    </message>
    <message>
        <source>Answers with a web page, as a proxy or a wrong address does.</source>
        <translation>Antwortet mit einer Webseite, wie es ein Proxy oder eine falsche Adresse tut.</translation>
    </message>
    <message>
        <source>Begins well and then sends an error within the stream.</source>
        <translation>Beginnt gut und sendet dann im Datenstrom einen Fehler.</translation>
    </message>
    <message>
        <source>Finds every prompt too long.</source>
        <translation>Findet jeden Prompt zu lang.</translation>
    </message>
    <message>
        <source>Is stopped by a content filter after a few words.</source>
        <translation>Wird nach wenigen Wörtern von einem Inhaltsfilter angehalten.</translation>
    </message>
    <message>
        <source>Declines to answer.</source>
        <translation>Lehnt die Antwort ab.</translation>
    </message>
    <message>
        <source>Never reports tokens, so that they have to be estimated.</source>
        <translation>Meldet nie Token, sodass sie geschätzt werden müssen.</translation>
    </message>
    <message>
        <source>Takes eight seconds before its first token.</source>
        <translation>Braucht acht Sekunden bis zum ersten Token.</translation>
    </message>
    <message>
        <source>Is cut off by its own limit of sixty tokens.</source>
        <translation>Wird von der eigenen Grenze von sechzig Token abgeschnitten.</translation>
    </message>
    <message>
        <source>Has no credit left.</source>
        <translation>Hat kein Guthaben mehr.</translation>
    </message>
    <message>
        <source>Answers at once and briefly; small and cheap.</source>
        <translation>Antwortet sofort und knapp; klein und billig.</translation>
    </message>
    <message>
        <source>The cheapest; says as little as it can.</source>
        <translation>Das billigste; sagt so wenig wie möglich.</translation>
    </message>
    <message>
        <source>Thorough, with headings, tables and code; slower and dearer.</source>
        <translation>Gründlich, mit Überschriften, Tabellen und Code; langsamer und teurer.</translation>
    </message>
    <message>
        <source>Thinks aloud before it answers; its thinking is paid for too.</source>
        <translation>Denkt laut, bevor es antwortet; auch das Denken wird bezahlt.</translation>
    </message>
    <message>
        <source>Unreliable: some prompts are refused, fail or break off half-way.</source>
        <translation>Unzuverlässig: manche Prompts werden abgelehnt, scheitern oder brechen auf halbem Weg ab.</translation>
    </message>
    <message>
        <source>Takes pictures and tells what their files say of themselves.</source>
        <translation>Nimmt Bilder an und sagt, was ihre Dateien über sich verraten.</translation>
    </message>
    <message>
        <source>Judges the answers of others by a plain rule: the longest is the best.</source>
        <translation>Beurteilt die Antworten anderer nach einer einfachen Regel: die längste ist die beste.</translation>
    </message>
    <message>
        <source>Is over its rate limit at the first attempt, asks to come back in two seconds and answers then.</source>
        <translation>Ist beim ersten Versuch über seinem Anfragelimit, bittet, in zwei Sekunden wiederzukommen, und antwortet dann.</translation>
    </message>
    <message>
        <source>Is always over its rate limit and does not say when to come back.</source>
        <translation>Ist immer über seinem Anfragelimit und sagt nicht, wann es wieder geht.</translation>
    </message>
    <message>
        <source>Fails with an internal error at the first attempt and answers the second.</source>
        <translation>Scheitert beim ersten Versuch an einem internen Fehler und antwortet beim zweiten.</translation>
    </message>
    <message>
        <source>Resets the connection at the first attempt and answers the second.</source>
        <translation>Setzt die Verbindung beim ersten Versuch zurück und antwortet beim zweiten.</translation>
    </message>
    <message>
        <source>Says nothing for two minutes and then closes the connection.</source>
        <translation>Sagt zwei Minuten lang nichts und schließt dann die Verbindung.</translation>
    </message>
    <message>
        <source>Takes twenty seconds before its first token.</source>
        <translation>Braucht zwanzig Sekunden bis zum ersten Token.</translation>
    </message>
    <message>
        <source>Closes the connection after forty of its sixty tokens.</source>
        <translation>Schließt die Verbindung nach vierzig von sechzig Token.</translation>
    </message>
    <message>
        <source>Stops after twenty tokens, is silent for thirty seconds and then closes the connection.</source>
        <translation>Hält nach zwanzig Token an, schweigt dreißig Sekunden lang und schließt dann die Verbindung.</translation>
    </message>
    <message>
        <source>Sends one piece of its answer as something that is no JSON and the rest well.</source>
        <translation>Sendet ein Stück der Antwort als etwas, das kein JSON ist, und den Rest ordentlich.</translation>
    </message>
    <message>
        <source>Rejects every prompt for its content.</source>
        <translation>Weist jeden Prompt wegen seines Inhalts zurück.</translation>
    </message>
    <message>
        <source>Answers, but not to a conversation that ends with the assistant&apos;s own words.</source>
        <translation>Antwortet, aber nicht auf ein Gespräch, das mit den Worten des Assistenten endet.</translation>
    </message>
    <message>
        <source>Is overloaded for a minute from its first request on and answers after it.</source>
        <translation>Ist von der ersten Anfrage an eine Minute lang überlastet und antwortet danach.</translation>
    </message>
</context>
<context>
    <name>SpendingWords</name>
    <message>
        <source>d MMM</source>
        <comment>a day on an axis</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a day with its year</comment>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>TaskSuggestion</name>
    <message>
        <source>The prompt has about %L1 tokens.</source>
        <translation>Der Prompt hat etwa %L1 Token.</translation>
    </message>
    <message>
        <source>The prompt says &quot;%1&quot;.</source>
        <translation>Im Prompt steht „%1“.</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>Schlussfolgern</translation>
    </message>
    <message>
        <source>summarize</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>extract</source>
        <translation>Extrahieren</translation>
    </message>
    <message>
        <source>long context</source>
        <translation>Langer Kontext</translation>
    </message>
    <message>
        <source>background</source>
        <translation>Hintergrund</translation>
    </message>
</context>
<context>
    <name>TestWords</name>
    <message>
        <source>The key was not accepted</source>
        <translation>Der Schlüssel wurde nicht angenommen</translation>
    </message>
    <message>
        <source>Check that the key belongs to this provider and region, replace it, then test again.</source>
        <translation>Prüfen, ob der Schlüssel zu diesem Anbieter und dieser Region gehört, ihn ersetzen und erneut testen.</translation>
    </message>
    <message>
        <source>There is no key to test with</source>
        <translation>Zum Testen fehlt ein Schlüssel</translation>
    </message>
    <message>
        <source>Enter it, then test again.</source>
        <translation>Ihn eingeben und erneut testen.</translation>
    </message>
    <message>
        <source>The key works, but the account has no credit</source>
        <translation>Der Schlüssel gilt, aber das Konto hat kein Guthaben</translation>
    </message>
    <message>
        <source>Add credit at the provider, then test again.</source>
        <translation>Beim Anbieter Guthaben aufladen und erneut testen.</translation>
    </message>
    <message>
        <source>The provider is limiting requests</source>
        <translation>Der Anbieter begrenzt die Anfragen</translation>
    </message>
    <message>
        <source>Wait a moment, then test again.</source>
        <translation>Kurz warten und erneut testen.</translation>
    </message>
    <message>
        <source>There is no connection</source>
        <translation>Es gibt keine Verbindung</translation>
    </message>
    <message>
        <source>Check the base URL, the network and the proxy, then test again.</source>
        <translation>Basis-URL, Netz und Proxy prüfen und erneut testen.</translation>
    </message>
    <message>
        <source>The endpoint took too long</source>
        <translation>Der Endpunkt hat zu lange gebraucht</translation>
    </message>
    <message>
        <source>Test again, or raise the time limits.</source>
        <translation>Erneut testen oder die Zeitgrenzen anheben.</translation>
    </message>
    <message>
        <source>There is no model list</source>
        <translation>Es gibt keine Modellliste</translation>
    </message>
    <message>
        <source>Correct the base URL; or, if this endpoint lists no models, type their ids by hand.</source>
        <translation>Die Basis-URL berichtigen; listet dieser Endpunkt keine Modelle auf, ihre IDs von Hand eingeben.</translation>
    </message>
    <message>
        <source>This is not the address of an API</source>
        <translation>Das ist nicht die Adresse einer API</translation>
    </message>
    <message>
        <source>Correct the base URL, then test again.</source>
        <translation>Die Basis-URL berichtigen und erneut testen.</translation>
    </message>
    <message>
        <source>The provider has a fault of its own</source>
        <translation>Beim Anbieter liegt ein Fehler vor</translation>
    </message>
    <message>
        <source>Test again in a moment.</source>
        <translation>Gleich noch einmal testen.</translation>
    </message>
    <message>
        <source>The provider rejected the request</source>
        <translation>Der Anbieter hat die Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>Check the settings of this account, then test again.</source>
        <translation>Die Einstellungen dieses Kontos prüfen und erneut testen.</translation>
    </message>
    <message numerus="yes">
        <source>It works: %n models, %1</source>
        <translation>
            <numerusform>Verbunden: %n Modell, %1</numerusform>
            <numerusform>Verbunden: %n Modelle, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The list is empty: type model ids by hand.</source>
        <translation>Die Liste ist leer: Modell-IDs von Hand eingeben.</translation>
    </message>
    <message>
        <source>The API is at another address</source>
        <translation>Die API liegt unter einer anderen Adresse</translation>
    </message>
    <message>
        <source>The base URL lacks a part of its path: it should be %1.</source>
        <translation>Der Basis-URL fehlt ein Teil des Pfads: richtig wäre %1.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; (HTTP %3)</source>
        <translation>%1: „%2“ (HTTP %3)</translation>
    </message>
</context>
<context>
    <name>TrackTexts</name>
    <message>
        <source>+ Target</source>
        <translation>+ Ziel</translation>
    </message>
    <message>
        <source>+ Fallback</source>
        <translation>+ Ersatz</translation>
    </message>
    <message>
        <source>+ Rule</source>
        <translation>+ Regel</translation>
    </message>
    <message>
        <source>asked first</source>
        <translation>wird zuerst gefragt</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 Token</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number and name of a rule</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>everything else</source>
        <translation>alles andere</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>matched</source>
        <translation>trifft zu</translation>
    </message>
    <message>
        <source>not matched</source>
        <translation>trifft nicht zu</translation>
    </message>
    <message>
        <source>match limit</source>
        <translation>Suchgrenze erreicht</translation>
    </message>
    <message>
        <source>undecidable</source>
        <translation>nicht entscheidbar</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>price of a million tokens in and out</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 context</source>
        <translation>%1 Kontext</translation>
    </message>
    <message>
        <source>fallback %1 of %2</source>
        <translation>Ersatz %1 von %2</translation>
    </message>
    <message>
        <source>target %1 of %2</source>
        <translation>Ziel %1 von %2</translation>
    </message>
    <message>
        <source>only larger context</source>
        <translation>nur größerer Kontext</translation>
    </message>
    <message>
        <source>if it fails</source>
        <translation>bei Fehler</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>place in a row: 1., 2.</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>&lt; 1 %</source>
        <translation>&lt; 1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>est. %1</source>
        <comment>cost</comment>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>estimated for this prompt: %1, with %2 tokens in and about %3 out</source>
        <translation>für diesen Prompt geschätzt: %1, bei %2 Token Eingabe und etwa %3 Token Ausgabe</translation>
    </message>
</context>
<context>
    <name>TryWords</name>
    <message>
        <source>est. %1</source>
        <comment>cost</comment>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>first token %1 (own median of %2)</source>
        <translation>erstes Token %1 (eigener Median von %2)</translation>
    </message>
    <message>
        <source>first token unknown</source>
        <translation>erstes Token unbekannt</translation>
    </message>
    <message>
        <source>it cannot be decided</source>
        <translation>es lässt sich nicht entscheiden</translation>
    </message>
    <message>
        <source>it cannot be decided: %1</source>
        <translation>es lässt sich nicht entscheiden: %1</translation>
    </message>
    <message>
        <source>no rule matched, so the default holds</source>
        <translation>keine Regel traf zu, also gilt die Vorgabe</translation>
    </message>
    <message>
        <source>rule %1 matched</source>
        <translation>Regel %1 traf zu</translation>
    </message>
    <message>
        <source>it has no target</source>
        <translation>sie hat kein Ziel</translation>
    </message>
    <message>
        <source>nobody can be asked: %1</source>
        <translation>niemand kann gefragt werden: %1</translation>
    </message>
    <message>
        <source>%1 is left alone at present</source>
        <translation>%1 wird zurzeit in Ruhe gelassen</translation>
    </message>
    <message>
        <source>rule %1: %2</source>
        <comment>a rule&apos;s number and why it did not match</comment>
        <translation>Regel %1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a rule and why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1. if that fails: %2</source>
        <comment>order and target</comment>
        <translation>%1. falls das scheitert: %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>order and target</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>left alone at present</source>
        <translation>zurzeit in Ruhe gelassen</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>ausgelassen: %1</translation>
    </message>
</context>
<context>
    <name>UsageChangeWords</name>
    <message>
        <source>CHANGE</source>
        <translation>ÄNDERUNG</translation>
    </message>
    <message>
        <source>COST</source>
        <translation>KOSTEN</translation>
    </message>
    <message>
        <source>MOST OF IT</source>
        <translation>DAS MEISTE DAVON</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>%1 unpriced requests are in no part.</source>
        <translation>%1 Anfragen ohne Preis sind in keinem Teil.</translation>
    </message>
    <message>
        <source>%1: no forecast before %2 days with requests; there are %3.</source>
        <translation>%1: keine Vorhersage vor %2 Tagen mit Anfragen; es gibt %3.</translation>
    </message>
    <message>
        <source>%1 forecast: %2 to %3, %4 so far</source>
        <translation>Vorhersage für %1: %2 bis %3, bisher %4</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 + %2 unpriced</source>
        <comment>forecast, requests</comment>
        <translation>%1 + %2 ohne Preis</translation>
    </message>
    <message>
        <source>%1: no forecast, as nothing is known of what its %2 unpriced requests cost.</source>
        <translation>%1: keine Vorhersage, da nicht bekannt ist, was die %2 Anfragen ohne Preis gekostet haben.</translation>
    </message>
</context>
<context>
    <name>UsageImport</name>
    <message>
        <source>an unknown amount</source>
        <translation>ein unbekannter Betrag</translation>
    </message>
    <message>
        <source>%1: %2, %3 to %4, account %5</source>
        <translation>%1: %2, %3 bis %4, Konto %5</translation>
    </message>
    <message>
        <source>%1 rows, %2 in all; %3 requests and %4 sums count, %5</source>
        <translation>%1 Zeilen, %2 insgesamt; %3 Anfragen und %4 Summen zählen, %5</translation>
    </message>
    <message>
        <source>replaced: %1 sums of earlier imports, %2</source>
        <translation>ersetzt: %1 Summen früherer Importe, %2</translation>
    </message>
    <message>
        <source>left out: %1 %2</source>
        <translation>ausgelassen: %1 %2</translation>
    </message>
    <message>
        <source>passed over: %1 rows that stand for no use, or for none that cost</source>
        <translation>übergangen: %1 Zeilen, die für keine Nutzung stehen oder für keine, die etwas kostete</translation>
    </message>
    <message>
        <source>without a cost: %1 rows; requests among them get the list price where one is known</source>
        <translation>ohne Kosten: %1 Zeilen; Anfragen darunter bekommen den Listenpreis, wo einer bekannt ist</translation>
    </message>
    <message>
        <source>not kept: %1 (%2)</source>
        <translation>nicht behalten: %1 (%2)</translation>
    </message>
    <message>
        <source>import %1 has this very file; undo that to import it again</source>
        <translation>Import %1 hat genau diese Datei; nehmen Sie ihn zurück, um sie wieder zu importieren</translation>
    </message>
    <message>
        <source>import %1; switchyard usage import --undo %1 takes it back</source>
        <translation>Import %1; switchyard usage import --undo %1 nimmt ihn zurück</translation>
    </message>
    <message>
        <source>nothing was written</source>
        <translation>nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>NUMMER</translation>
    </message>
    <message>
        <source>DONE</source>
        <translation>WANN</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>FORMAT</source>
        <translation>FORMAT</translation>
    </message>
    <message>
        <source>ACCOUNT</source>
        <translation>KONTO</translation>
    </message>
    <message>
        <source>ROWS</source>
        <translation>ZEILEN</translation>
    </message>
    <message>
        <source>COUNT</source>
        <translation>ZÄHLEN</translation>
    </message>
    <message>
        <source>COST</source>
        <translation>KOSTEN</translation>
    </message>
    <message>
        <source>DAY</source>
        <translation>TAG</translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation>MODELL</translation>
    </message>
    <message>
        <source>REQUESTS</source>
        <translation>ANFRAGEN</translation>
    </message>
    <message>
        <source>PROVIDER</source>
        <translation>ANBIETER</translation>
    </message>
    <message>
        <source>GAP %</source>
        <translation>ABSTAND %</translation>
    </message>
    <message>
        <source>LIKELY CAUSE</source>
        <translation>WAHRSCHEINLICHE URSACHE</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(ohne)</translation>
    </message>
    <message>
        <source>total</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>No account is called %1 here; what Switchyard sent itself is found, and left out, under the name of its own account alone.</source>
        <translation>Kein Konto heißt hier %1; was Switchyard selbst gesendet hat, wird nur unter dem Namen seines eigenen Kontos erkannt und ausgelassen.</translation>
    </message>
    <message>
        <source>%1 Names are %2.</source>
        <translation>%1 Namen sind %2.</translation>
    </message>
</context>
<context>
    <name>UsageSavings</name>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>%1, active since %2; calls since %3:</source>
        <translation>%1, aktiv seit %2; Aufrufe seit %3:</translation>
    </message>
    <message>
        <source>RULE</source>
        <translation>REGEL</translation>
    </message>
    <message>
        <source>CALLS</source>
        <translation>AUFRUFE</translation>
    </message>
    <message>
        <source>COST</source>
        <translation>KOSTEN</translation>
    </message>
    <message>
        <source>ESTIMATE</source>
        <translation>SCHÄTZUNG</translation>
    </message>
    <message>
        <source>SAVED</source>
        <translation>GESPART</translation>
    </message>
    <message>
        <source>BASIS</source>
        <translation>GRUNDLAGE</translation>
    </message>
    <message>
        <source>total</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>No rule set that is active now ran in this period.</source>
        <translation>In diesem Zeitraum lief kein Regelsatz, der jetzt aktiv ist.</translation>
    </message>
    <message>
        <source>Deciding again: %1 %</source>
        <translation>Neu entscheiden: %1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The compared calls are estimated by version %1, at its prices of today; THEIR COST is what these calls cost, COST what all did.</source>
        <translation>Die verglichenen Aufrufe sind nach Version %1 geschätzt, zu ihren heutigen Preisen; DEREN KOSTEN sind die Kosten dieser Aufrufe, KOSTEN die aller.</translation>
    </message>
    <message>
        <source>COMPARED</source>
        <translation>VERGLICHEN</translation>
    </message>
    <message>
        <source>THEIR COST</source>
        <translation>DEREN KOSTEN</translation>
    </message>
</context>
<context>
    <name>UsageWhatIf</name>
    <message>
        <source>TASK</source>
        <translation>AUFGABE</translation>
    </message>
    <message>
        <source>NOW</source>
        <translation>JETZT</translation>
    </message>
    <message>
        <source>INSTEAD</source>
        <translation>STATTDESSEN</translation>
    </message>
    <message>
        <source>CALLS</source>
        <translation>AUFRUFE</translation>
    </message>
    <message>
        <source>BEFORE</source>
        <translation>VORHER</translation>
    </message>
    <message>
        <source>AFTER</source>
        <translation>NACHHER</translation>
    </message>
    <message>
        <source>SAVED</source>
        <translation>GESPART</translation>
    </message>
    <message>
        <source>OF PERIOD</source>
        <translation>VOM ZEITRAUM</translation>
    </message>
    <message>
        <source>VOTES</source>
        <translation>STIMMEN</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>total</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>What if: all calls at %1.</source>
        <translation>Was wäre, wenn: alle Aufrufe bei %1.</translation>
    </message>
    <message>
        <source>What if: for each task the cheapest model that passed your votes.</source>
        <translation>Was wäre, wenn: für jede Aufgabe das günstigste Modell, das bei Ihren Stimmen bestand.</translation>
    </message>
    <message>
        <source>--what-if wants ACCOUNT/MODEL or &quot;cheapest&quot;, not &quot;%1&quot;.</source>
        <translation>--what-if braucht ACCOUNT/MODEL oder „cheapest“, nicht „%1“.</translation>
    </message>
    <message>
        <source>There is no account &quot;%1&quot; to price calls at.</source>
        <translation>Es gibt kein Konto „%1“, zu dessen Preisen gerechnet werden könnte.</translation>
    </message>
    <message>
        <source>Pricing: %1 %</source>
        <translation>Berechnen: %1 %</translation>
    </message>
    <message>
        <source>No price of %1 is known, so no call can be priced at it: add one with &quot;switchyard prices set %2 --account %3 --input P --output P&quot;, in US dollars for a million tokens.</source>
        <translation>Für %1 ist kein Preis bekannt, daher lässt sich kein Aufruf dazu berechnen: Fügen Sie einen mit „switchyard prices set %2 --account %3 --input P --output P“ hinzu, in US-Dollar für eine Million Token.</translation>
    </message>
</context>
<context>
    <name>Yaml</name>
    <message>
        <source>The YAML is too deep or too large once its anchors are followed.</source>
        <translation>Das YAML ist zu tief oder zu groß, sobald seine Anker aufgelöst sind.</translation>
    </message>
    <message>
        <source>Line %1, column %2: this is no YAML: %3.</source>
        <translation>Zeile %1, Spalte %2: das ist kein YAML: %3.</translation>
    </message>
    <message>
        <source>This is no YAML: %1.</source>
        <translation>Das ist kein YAML: %1.</translation>
    </message>
</context>
<context>
    <name>app::AccountsCommand</name>
    <message>
        <source>There is no account named &quot;%1&quot;.</source>
        <translation>Es gibt kein Konto namens „%1“.</translation>
    </message>
    <message>
        <source>There is no preset &quot;%1&quot;; known are %2.</source>
        <translation>Es gibt kein Preset „%1“; bekannt sind %2.</translation>
    </message>
    <message>
        <source>accounts add wants a --base-url or a --preset that has one.</source>
        <translation>accounts add verlangt eine --base-url oder ein --preset mit einer.</translation>
    </message>
    <message>
        <source>Standard input must hold the key on one line.</source>
        <translation>Die Standardeingabe muss den Schlüssel in einer Zeile enthalten.</translation>
    </message>
    <message>
        <source>The account was not added (--key-env VAR works without a keychain): %1</source>
        <translation>Das Konto wurde nicht angelegt (--key-env VAR geht ohne Schlüsselbund): %1</translation>
    </message>
    <message>
        <source>The key of account %1 was not stored: %2</source>
        <translation>Der Schlüssel des Kontos %1 wurde nicht gespeichert: %2</translation>
    </message>
    <message>
        <source>Added account %1 (%2).</source>
        <translation>Konto %1 (%2) angelegt.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>PRESET</source>
        <translation>PRESET</translation>
    </message>
    <message>
        <source>BASE URL</source>
        <translation>BASIS-URL</translation>
    </message>
    <message>
        <source>KEY</source>
        <translation>SCHLÜSSEL</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ZUSTAND</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>There are no accounts yet. Add one: switchyard accounts add NAME --preset openai --key-env OPENAI_API_KEY</source>
        <translation>Es gibt noch keine Konten. Eines anlegen: switchyard accounts add NAME --preset openai --key-env OPENAI_API_KEY</translation>
    </message>
    <message>
        <source>The account &quot;demo&quot; is built in and cannot be removed.</source>
        <translation>Das Konto „demo“ ist eingebaut und lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <source>Removed account %1; its rows in the ledger stay.</source>
        <translation>Konto %1 entfernt; seine Zeilen im Kassenbuch bleiben.</translation>
    </message>
    <message>
        <source>%1 answers: %2 models, %3.</source>
        <translation>%1 antwortet: %2 Modelle, %3.</translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation>MODELL</translation>
    </message>
    <message>
        <source>IN $/M</source>
        <translation>EIN $/M</translation>
    </message>
    <message>
        <source>OUT $/M</source>
        <translation>AUS $/M</translation>
    </message>
    <message>
        <source>CONTEXT</source>
        <translation>KONTEXT</translation>
    </message>
    <message>
        <source>NOTE</source>
        <translation>HINWEIS</translation>
    </message>
    <message>
        <source>%1 (a key works in its own region alone; other base URLs: %2)</source>
        <translation>%1 (ein Schlüssel gilt nur in seiner eigenen Region; andere Basis-URLs: %2)</translation>
    </message>
</context>
<context>
    <name>app::Application</name>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Switchyard</source>
        <translation>Switchyard</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>Prices as of</source>
        <translation>Preise vom</translation>
    </message>
    <message>
        <source>Ledger ok</source>
        <translation>Kassenbuch in Ordnung</translation>
    </message>
    <message>
        <source>Ledger: %1</source>
        <translation>Kassenbuch: %1</translation>
    </message>
    <message>
        <source>The simulator could not start: %1</source>
        <translation>Der Simulator konnte nicht starten: %1</translation>
    </message>
    <message>
        <source>Unsaved account</source>
        <translation>Konto nicht gespeichert</translation>
    </message>
    <message>
        <source>An account has edits that are not saved. Leave without them?</source>
        <translation>Ein Konto hat Änderungen, die nicht gespeichert sind. Ohne sie beenden?</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>The run cannot be opened: %1</source>
        <translation>Der Lauf lässt sich nicht öffnen: %1</translation>
    </message>
</context>
<context>
    <name>app::AskCommand</name>
    <message>
        <source>No version of the rule set &quot;%1&quot; is active; activate one on the page Routes.</source>
        <translation>Keine Version des Regelsatzes „%1“ ist aktiv; eine auf der Seite Routen aktivieren.</translation>
    </message>
    <message>
        <source>There is no rule set named &quot;%1&quot;; see switchyard rules list.</source>
        <translation>Es gibt keinen Regelsatz namens „%1“; siehe switchyard rules list.</translation>
    </message>
    <message>
        <source>There is no rule set yet; make one on the page Routes or with switchyard rules import FILE.</source>
        <translation>Es gibt noch keinen Regelsatz; einen auf der Seite Routen oder mit switchyard rules import FILE anlegen.</translation>
    </message>
    <message>
        <source>No rule set is active; activate one on the page Routes or import one with switchyard rules import FILE.</source>
        <translation>Kein Regelsatz ist aktiv; einen auf der Seite Routen aktivieren oder mit switchyard rules import FILE importieren.</translation>
    </message>
    <message>
        <source>The prompt is empty.</source>
        <translation>Der Prompt ist leer.</translation>
    </message>
    <message>
        <source>Used model: %1, rule %2, attempt %3</source>
        <translation>Verwendetes Modell: %1, Regel %2, Versuch %3</translation>
    </message>
    <message>
        <source>It was cancelled before the answer was whole.</source>
        <translation>Es wurde abgebrochen, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>%1 declined to answer.</source>
        <translation>%1 hat die Antwort verweigert.</translation>
    </message>
    <message>
        <source>%1 declined to answer: %2</source>
        <translation>%1 hat die Antwort verweigert: %2</translation>
    </message>
    <message>
        <source>The answer of %1 broke off: %2</source>
        <translation>Die Antwort von %1 brach ab: %2</translation>
    </message>
    <message>
        <source>The answer of %1 broke off before its end.</source>
        <translation>Die Antwort von %1 brach vor ihrem Ende ab.</translation>
    </message>
    <message>
        <source>There is no answer; attempt %1, the last, asked %2, which said: %3</source>
        <translation>Es gibt keine Antwort; Versuch %1, der letzte, ging an %2 und ergab: %3</translation>
    </message>
</context>
<context>
    <name>app::BudgetsCommand</name>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>warns at %1 %</source>
        <translation>warnt bei %1 %</translation>
    </message>
    <message>
        <source>hard, unpriced pass</source>
        <translation>hart, ohne Preis frei</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>hart</translation>
    </message>
    <message>
        <source>%1 + %2 unpriced</source>
        <translation>%1 + %2 ohne Preis</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>SCOPE</source>
        <translation>BEREICH</translation>
    </message>
    <message>
        <source>PERIOD</source>
        <translation>ZEITRAUM</translation>
    </message>
    <message>
        <source>AMOUNT</source>
        <translation>BETRAG</translation>
    </message>
    <message>
        <source>SPENT</source>
        <translation>AUSGEGEBEN</translation>
    </message>
    <message>
        <source>RESERVED</source>
        <translation>ZURÜCKGELEGT</translation>
    </message>
    <message>
        <source>USED</source>
        <translation>VERBRAUCHT</translation>
    </message>
    <message>
        <source>LIMIT</source>
        <translation>GRENZE</translation>
    </message>
    <message>
        <source>UNTIL</source>
        <translation>BIS</translation>
    </message>
    <message>
        <source>Removed the budget &quot;%1&quot;.</source>
        <translation>Das Budget „%1“ ist entfernt.</translation>
    </message>
    <message>
        <source>There are no budgets yet. Make one: switchyard budgets set NAME --amount 20 --period month</source>
        <translation>Es gibt noch keine Budgets. Legen Sie eines an: switchyard budgets set NAME --amount 20 --period month</translation>
    </message>
</context>
<context>
    <name>app::CompareCommand</name>
    <message>
        <source>%1 of %2 lanes have no known price, so --max-cost cannot hold for them.</source>
        <translation>%1 von %2 Spuren ohne bekannten Preis: dort kann --max-cost nicht gelten.</translation>
    </message>
    <message>
        <source>Nothing was sent: the run may cost up to %1, more than --max-cost %2.</source>
        <translation>Es wurde nichts gesendet: der Lauf kann bis zu %1 kosten, mehr als --max-cost %2.</translation>
    </message>
</context>
<context>
    <name>app::DataWiring</name>
    <message>
        <source>Export usage …</source>
        <translation>Verbrauch exportieren …</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
</context>
<context>
    <name>app::HistoryCommand</name>
    <message>
        <source>RUN</source>
        <translation>LAUF</translation>
    </message>
    <message>
        <source>AT</source>
        <translation>ZEIT</translation>
    </message>
    <message>
        <source>LANES</source>
        <translation>SPUREN</translation>
    </message>
    <message>
        <source>COST</source>
        <translation>KOSTEN</translation>
    </message>
    <message>
        <source>PROMPT</source>
        <translation>PROMPT</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>No run matches.</source>
        <translation>Kein Lauf passt.</translation>
    </message>
</context>
<context>
    <name>app::LaneProgress</name>
    <message>
        <source>waiting %1 s</source>
        <translation>wartet %1 s</translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation>erstes Token %1</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 Zeichen</translation>
    </message>
</context>
<context>
    <name>app::LedgerCommand</name>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>The sums were made anew.</source>
        <translation>Die Summen wurden neu gebildet.</translation>
    </message>
    <message>
        <source>The ledger was copied to %1 (%2).</source>
        <translation>Das Kassenbuch wurde nach %1 kopiert (%2).</translation>
    </message>
    <message>
        <source>--before must not be later than today.</source>
        <translation>--before darf nicht nach heute liegen.</translation>
    </message>
    <message>
        <source>Stopped; what was done until then stays.</source>
        <translation>Angehalten; was bis dahin getan wurde, bleibt.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>free in it</source>
        <translation>davon frei</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>of them imported</source>
        <translation>davon importiert</translation>
    </message>
    <message>
        <source>attempts counted</source>
        <translation>gezählte Versuche</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>of them with texts</source>
        <translation>davon mit Texten</translation>
    </message>
    <message>
        <source>oldest attempt</source>
        <translation>ältester Versuch</translation>
    </message>
    <message>
        <source>pruned before</source>
        <translation>ausgedünnt vor</translation>
    </message>
    <message>
        <source>days of</source>
        <translation>Tage von</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>The file is whole, and all sums are those of their attempts.</source>
        <translation>Die Datei ist unversehrt, und alle Summen sind die ihrer Versuche.</translation>
    </message>
    <message>
        <source>switchyard ledger rebuild makes the sums anew.</source>
        <translation>switchyard ledger rebuild bildet die Summen neu.</translation>
    </message>
    <message>
        <source>Pruning before %1 would remove %2 attempts of %3 calls, and %4 runs with %5 of texts.</source>
        <translation>Das Ausdünnen vor %1 würde %2 Versuche von %3 Aufrufen und %4 Läufe mit %5 an Texten entfernen.</translation>
    </message>
    <message>
        <source>Pruning before %1 removed %2 attempts of %3 calls, and %4 runs with %5 of texts.</source>
        <translation>Das Ausdünnen vor %1 hat %2 Versuche von %3 Aufrufen und %4 Läufe mit %5 an Texten entfernt.</translation>
    </message>
    <message>
        <source>%1 runs of that time stay: they are pinned, in a matrix or in a conversation that went on. Totals stay as they are.</source>
        <translation>%1 Läufe aus dieser Zeit bleiben: Sie sind angeheftet, in einer Matrix oder in einer Unterhaltung, die weiterging. Alle Summen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>%1 (%2): the kept times are not those of the attempts</source>
        <translation>%1 (%2): Die behaltenen Zeiten sind nicht die der Versuche</translation>
    </message>
    <message>
        <source>%1 (%2): the rows less the sums are %3 attempts and %4 USD</source>
        <translation>%1 (%2): Die Zeilen weniger die Summen sind %3 Versuche und %4 USD</translation>
    </message>
</context>
<context>
    <name>app::LedgerUpdate</name>
    <message>
        <source>Your ledger is brought up to date</source>
        <translation>Das Kassenbuch wird auf den neuen Stand gebracht</translation>
    </message>
    <message>
        <source>An older version of Switchyard wrote this ledger (%1).
It is copied, and then brought to the form of this version. Nothing is lost when you quit.</source>
        <translation>Eine ältere Version von Switchyard hat dieses Kassenbuch geschrieben (%1).
Es wird kopiert und dann in die Form dieser Version gebracht. Beim Beenden geht nichts verloren.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
</context>
<context>
    <name>app::MatrixCommand</name>
    <message>
        <source>%1 of %2 lanes have no known price, so --max-cost cannot hold for them.</source>
        <translation>%1 von %2 Spuren ohne bekannten Preis: dort kann --max-cost nicht gelten.</translation>
    </message>
    <message>
        <source>%1 of %2 cells, %3 running</source>
        <translation>%1 von %2 Zellen, %3 aktiv</translation>
    </message>
    <message>
        <source>%1 without an answer</source>
        <translation>%1 ohne Antwort</translation>
    </message>
    <message>
        <source>%1 with a failed check</source>
        <translation>%1 mit nicht bestandener Prüfung</translation>
    </message>
    <message>
        <source>%1 passed</source>
        <translation>%1 vergangen</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>%1 spent</source>
        <translation>%1 ausgegeben</translation>
    </message>
    <message>
        <source>Not sent: the cell might have passed --max-cost %1.</source>
        <translation>Nicht gesendet: die Zelle hätte --max-cost %1 überschreiten können.</translation>
    </message>
    <message>
        <source>Not sent: the matrix was stopped before.</source>
        <translation>Nicht gesendet: die Matrix wurde vorher angehalten.</translation>
    </message>
    <message>
        <source>Stopped at %1 of %2 cells: the next one might pass --max-cost %3.</source>
        <translation>Angehalten bei %1 von %2 Zellen: die nächste könnte --max-cost %3 überschreiten.</translation>
    </message>
</context>
<context>
    <name>app::PricesCommand</name>
    <message>
        <source>MODEL</source>
        <translation>MODELL</translation>
    </message>
    <message>
        <source>IN /M</source>
        <translation>EIN /M</translation>
    </message>
    <message>
        <source>OUT /M</source>
        <translation>AUS /M</translation>
    </message>
    <message>
        <source>CACHE READ /M</source>
        <translation>CACHE /M</translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation>QUELLE</translation>
    </message>
    <message>
        <source>Price lists: %1.</source>
        <translation>Preislisten: %1.</translation>
    </message>
    <message>
        <source>ATTEMPTS</source>
        <translation>VERSUCHE</translation>
    </message>
    <message>
        <source>IN</source>
        <translation>EIN</translation>
    </message>
    <message>
        <source>OUT</source>
        <translation>AUS</translation>
    </message>
    <message>
        <source>FIRST</source>
        <translation>ERSTER</translation>
    </message>
    <message>
        <source>LAST</source>
        <translation>LETZTER</translation>
    </message>
    <message>
        <source>WHAT IS MISSING</source>
        <translation>WAS FEHLT</translation>
    </message>
    <message>
        <source>a rate from %1 to US dollars</source>
        <translation>ein Kurs von %1 in US-Dollar</translation>
    </message>
    <message>
        <source>a price, or what was used</source>
        <translation>ein Preis, oder was verbraucht wurde</translation>
    </message>
    <message>
        <source>Every attempt has a known cost.</source>
        <translation>Jeder Versuch hat bekannte Kosten.</translation>
    </message>
    <message>
        <source>No price of %1 is known on any account asked for; set one: switchyard prices set MODEL --input P --output P</source>
        <translation>Für %1 ist auf keinem der gefragten Konten ein Preis bekannt; einen festlegen: switchyard prices set MODEL --input P --output P</translation>
    </message>
    <message>
        <source>Set your own price of %1 on %2: %3 (%4).</source>
        <translation>Eigener Preis von %1 auf %2 festgelegt: %3 (%4).</translation>
    </message>
    <message>
        <source>Set your own price of %1 on every account: %2 (%3).</source>
        <translation>Eigener Preis von %1 auf allen Konten festgelegt: %2 (%3).</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) of it have no known cost: switchyard prices reprice --model %1 --dry-run</source>
        <translation>
            <numerusform>%n Versuch damit hat keine bekannten Kosten: switchyard prices reprice --model %1 --dry-run</numerusform>
            <numerusform>%n Versuche damit haben keine bekannten Kosten: switchyard prices reprice --model %1 --dry-run</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no price of your own for %1 there.</source>
        <translation>Dort gibt es keinen eigenen Preis für %1.</translation>
    </message>
    <message>
        <source>Removed your own price of %1; what it priced stays priced.</source>
        <translation>Eigener Preis von %1 entfernt; was mit ihm berechnet wurde, bleibt berechnet.</translation>
    </message>
    <message>
        <source>1 %1 counts as $%2, as of %3.</source>
        <translation>1 %1 zählt als $%2, Stand %3.</translation>
    </message>
    <message>
        <source>The account &quot;demo&quot; is built in and cannot be changed.</source>
        <translation>Das Konto „demo“ ist eingebaut und lässt sich nicht ändern.</translation>
    </message>
    <message>
        <source>%1 is billed in %2, at %3 times the list price.</source>
        <translation>%1 wird in %2 abgerechnet, zum %3-fachen des Listenpreises.</translation>
    </message>
    <message>
        <source>1 %1 = $%2 of %3</source>
        <translation>1 %1 = $%2 vom %3</translation>
    </message>
    <message>
        <source>Rates: %1.</source>
        <translation>Kurse: %1.</translation>
    </message>
</context>
<context>
    <name>app::PricesImport</name>
    <message>
        <source>%1: it is longer than %2 bytes.</source>
        <translation>%1: es ist länger als %2 Bytes.</translation>
    </message>
    <message>
        <source>There is no account named &quot;%1&quot;.</source>
        <translation>Es gibt kein Konto namens „%1“.</translation>
    </message>
    <message>
        <source>Only the model list of an OpenRouter account is a price list; for %1 import a file.</source>
        <translation>Nur die Modellliste eines OpenRouter-Kontos ist eine Preisliste; für %1 eine Datei importieren.</translation>
    </message>
    <message>
        <source>PRICE</source>
        <translation>PREIS</translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation>MODELL</translation>
    </message>
    <message>
        <source>BEFORE, IN / OUT</source>
        <translation>VORHER, EIN / AUS</translation>
    </message>
    <message>
        <source>AFTER, IN / OUT</source>
        <translation>NACHHER, EIN / AUS</translation>
    </message>
    <message numerus="yes">
        <source>... and %n more; --json has them all.</source>
        <translation>
            <numerusform>... und %n weiterer; --json hat alle.</numerusform>
            <numerusform>... und %n weitere; --json hat alle.</numerusform>
        </translation>
    </message>
    <message>
        <source>Took the prices of %1 (%2): %3 new, %4 changed, %5 gone, %6 as before, %7 without a price that can be used.</source>
        <translation>Preise von %1 (%2) übernommen: %3 neu, %4 geändert, %5 entfallen, %6 wie zuvor, %7 ohne verwendbaren Preis.</translation>
    </message>
    <message>
        <source>%1 (%2) would bring: %3 new, %4 changed, %5 gone, %6 as before, %7 without a price that can be used. Nothing was changed.</source>
        <translation>%1 (%2) brächte: %3 neu, %4 geändert, %5 entfallen, %6 wie zuvor, %7 ohne verwendbaren Preis. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The prices in use stay as they are: %1.</source>
        <translation>Die verwendeten Preise bleiben, wie sie sind: %1.</translation>
    </message>
</context>
<context>
    <name>app::PricesReprice</name>
    <message>
        <source>%1 + %2 unpriced</source>
        <translation>%1 + %2 ohne Preis</translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation>MODELL</translation>
    </message>
    <message>
        <source>ATTEMPTS</source>
        <translation>VERSUCHE</translation>
    </message>
    <message>
        <source>CHANGED</source>
        <translation>GEÄNDERT</translation>
    </message>
    <message>
        <source>BEFORE</source>
        <translation>VORHER</translation>
    </message>
    <message>
        <source>AFTER</source>
        <translation>NACHHER</translation>
    </message>
    <message>
        <source>total</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>Done; to take it back: switchyard prices reprice --undo %1</source>
        <translation>Erledigt; rückgängig: switchyard prices reprice --undo %1</translation>
    </message>
    <message>
        <source>No cost changes.</source>
        <translation>Keine Kosten ändern sich.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) cost again what they did before: %1.</source>
        <translation>
            <numerusform>%n Versuch kostet wieder, was er vorher gekostet hat: %1.</numerusform>
            <numerusform>%n Versuche kosten wieder, was sie vorher gekostet haben: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>NUMMER</translation>
    </message>
    <message>
        <source>DONE</source>
        <translation>WANN</translation>
    </message>
    <message>
        <source>UNDONE</source>
        <translation>RÜCKGÄNGIG</translation>
    </message>
    <message>
        <source>(all)</source>
        <translation>(alle)</translation>
    </message>
    <message>
        <source>Nothing was priced again yet.</source>
        <translation>Noch wurde nichts neu berechnet.</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) can no longer be restored: their rows were pruned, and the sums of their days keep the new cost.</source>
        <translation>
            <numerusform>%n Versuch kann nicht mehr wiederhergestellt werden: Seine Zeile wurde ausgedünnt, und die Summen seines Tages behalten die neuen Kosten.</numerusform>
            <numerusform>%n Versuche können nicht mehr wiederhergestellt werden: Ihre Zeilen wurden ausgedünnt, und die Summen ihrer Tage behalten die neuen Kosten.</numerusform>
        </translation>
    </message>
    <message>
        <source>PRUNED</source>
        <translation>AUSGEDÜNNT</translation>
    </message>
</context>
<context>
    <name>app::ReportCommand</name>
    <message>
        <source>&quot;%1&quot; exists; --force replaces it.</source>
        <translation>„%1“ gibt es schon; --force ersetzt die Datei.</translation>
    </message>
    <message>
        <source>Comparing with the rules before: %1 %</source>
        <translation>Vergleich mit den Regeln davor: %1 %</translation>
    </message>
    <message>
        <source>The PDF could not be made; --format html can be printed from a browser.</source>
        <translation>Das PDF konnte nicht erstellt werden; --format html lässt sich aus einem Browser drucken.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be written: %2.</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>app::ReportWiring</name>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>app::RoutesWiring</name>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
</context>
<context>
    <name>app::RulesCommand</name>
    <message>
        <source>There are no rule sets yet. Import one: switchyard rules import FILE</source>
        <translation>Es gibt noch keine Regelsätze. Einen importieren: switchyard rules import FILE</translation>
    </message>
    <message>
        <source>The rules cannot decide about this prompt.</source>
        <translation>Die Regeln können über diesen Prompt nicht entscheiden.</translation>
    </message>
    <message>
        <source>The rule %1 leaves no model to ask.</source>
        <translation>Die Regel %1 lässt kein Modell übrig, das gefragt werden könnte.</translation>
    </message>
</context>
<context>
    <name>app::RulesImport</name>
    <message>
        <source>There is already a rule set named &quot;%1&quot;; choose another --name.</source>
        <translation>Es gibt schon einen Regelsatz namens „%1“; einen anderen --name wählen.</translation>
    </message>
    <message>
        <source>The rules of %1 cannot run, so nothing was changed; --draft keeps them as a draft.</source>
        <translation>Die Regeln von %1 können nicht ausgeführt werden, deshalb wurde nichts geändert; --draft behält sie als Entwurf.</translation>
    </message>
    <message>
        <source>Created the account %1 (%2); its key is read from the variable %3.</source>
        <translation>Konto %1 (%2) angelegt; sein Schlüssel wird aus der Variablen %3 gelesen.</translation>
    </message>
    <message>
        <source>Created the account %1 (%2); it is asked without a key.</source>
        <translation>Konto %1 (%2) angelegt; es wird ohne Schlüssel gefragt.</translation>
    </message>
    <message>
        <source>Imported from %1</source>
        <translation>Importiert aus %1</translation>
    </message>
    <message>
        <source>Imported the rule set &quot;%1&quot; as version %2, which is active now.</source>
        <translation>Regelsatz „%1“ als Version %2 importiert, die jetzt aktiv ist.</translation>
    </message>
    <message>
        <source>Imported the draft of the rule set &quot;%1&quot;.</source>
        <translation>Entwurf des Regelsatzes „%1“ importiert.</translation>
    </message>
    <message>
        <source>%1: it is not known here; it was kept.</source>
        <translation>%1: das ist hier nicht bekannt; es wurde behalten.</translation>
    </message>
</context>
<context>
    <name>app::Startup</name>
    <message>
        <source>Switchyard cannot start</source>
        <translation>Switchyard kann nicht starten</translation>
    </message>
</context>
<context>
    <name>app::UsageCommand</name>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>%1 + %2 unpriced</source>
        <translation>%1 + %2 ohne Preis</translation>
    </message>
    <message>
        <source>CALLS</source>
        <translation>AUFRUFE</translation>
    </message>
    <message>
        <source>ATTEMPTS</source>
        <translation>VERSUCHE</translation>
    </message>
    <message>
        <source>ERRORS</source>
        <translation>FEHLER</translation>
    </message>
    <message>
        <source>IN</source>
        <translation>EIN</translation>
    </message>
    <message>
        <source>OUT</source>
        <translation>AUS</translation>
    </message>
    <message>
        <source>COST</source>
        <translation>KOSTEN</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(ohne)</translation>
    </message>
    <message>
        <source>total</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time: use 30d, 12h, 2w or a date such as 2026-11-01.</source>
        <translation>„%1“ ist keine Zeit: 30d, 12h, 2w oder ein Datum wie 2026-11-01 angeben.</translation>
    </message>
    <message>
        <source>--since must be before --until, and not in the future.</source>
        <translation>--since muss vor --until liegen und darf nicht in der Zukunft sein.</translation>
    </message>
    <message>
        <source>Stopped: the figures are of what was looked at so far.</source>
        <translation>Angehalten: Die Zahlen gelten für das bis dahin Gelesene.</translation>
    </message>
    <message>
        <source>Not in the CSV, which has no total: %1.</source>
        <translation>Nicht in der CSV, die keine Summe hat: %1.</translation>
    </message>
    <message>
        <source>The period would end before it begins: without --since it begins 30 days ago. Give --since a time before --until.</source>
        <translation>Der Zeitraum würde enden, bevor er beginnt: Ohne --since beginnt er vor 30 Tagen. Geben Sie mit --since eine Zeit vor --until an.</translation>
    </message>
</context>
<context>
    <name>app::UsageExport</name>
    <message>
        <source>%1 of %2 attempts</source>
        <translation>%1 von %2 Versuchen</translation>
    </message>
    <message>
        <source>--since must be before --until, and not in the future.</source>
        <translation>--since muss vor --until liegen und nicht in der Zukunft.</translation>
    </message>
    <message>
        <source>Stopped: what was written is not all.</source>
        <translation>Angehalten: Was geschrieben wurde, ist nicht alles.</translation>
    </message>
    <message>
        <source>Stopped: %1 was not written.</source>
        <translation>Angehalten: %1 wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>%1 attempts, $%2</source>
        <translation>%1 Versuche, $%2</translation>
    </message>
    <message>
        <source>%1 of them are unpriced: their cost is unknown and left empty.</source>
        <translation>%1 davon sind ohne Preis: Ihre Kosten sind unbekannt und bleiben leer.</translation>
    </message>
    <message>
        <source>%1 of them have no row, as nothing was charged for them.</source>
        <translation>%1 davon haben keine Zeile, weil für sie nichts berechnet wurde.</translation>
    </message>
    <message>
        <source>%1 attempts</source>
        <translation>%1 Versuche</translation>
    </message>
</context>
<context>
    <name>app::UsageImportCommand</name>
    <message>
        <source>Whose use is in %1? Name the account with --account NAME.</source>
        <translation>Wessen Verbrauch steht in %1? Nennen Sie das Konto mit --account NAME.</translation>
    </message>
    <message>
        <source>The import of %1 is undone.</source>
        <translation>Der Import von %1 ist rückgängig gemacht.</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>%1; name yours as in --map day=COLUMN,model=COLUMN,cost=COLUMN.</source>
        <translation>%1; nennen Sie Ihre wie in --map day=SPALTE,model=SPALTE,cost=SPALTE.</translation>
    </message>
    <message>
        <source>No row of %1 stands for use, so there is nothing to import.</source>
        <translation>Keine Zeile von %1 steht für Nutzung; es gibt nichts zu importieren.</translation>
    </message>
    <message>
        <source>Nothing was imported yet.</source>
        <translation>Bisher wurde nichts importiert.</translation>
    </message>
</context>
<context>
    <name>app::UsageWiring</name>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation>Auffällig</translation>
    </message>
    <message>
        <source>Without a price</source>
        <translation>Ohne Preis</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importe</translation>
    </message>
</context>
<context>
    <name>core::AccountListModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, switched off, %2</source>
        <translation>%1, ausgeschaltet, %2</translation>
    </message>
    <message>
        <source>testing ...</source>
        <translation>Test läuft ...</translation>
    </message>
    <message numerus="yes">
        <source>ok, %n models, %1</source>
        <translation>
            <numerusform>ok, %n Modell, %1</numerusform>
            <numerusform>ok, %n Modelle, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>not tested yet</source>
        <translation>noch nicht getestet</translation>
    </message>
    <message numerus="yes">
        <source>%n models, listed %1</source>
        <translation>
            <numerusform>%n Modell, Liste vom %1</numerusform>
            <numerusform>%n Modelle, Liste vom %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>core::AccountModelsTable</name>
    <message>
        <source>The vendor has a list price that this account does not accept yet.</source>
        <translation>Der Hersteller hat einen Listenpreis, den dieses Konto noch nicht übernimmt.</translation>
    </message>
    <message>
        <source>No price is known for this model.</source>
        <translation>Für dieses Modell ist kein Preis bekannt.</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>Schlussfolgern</translation>
    </message>
    <message>
        <source>will be retired</source>
        <translation>wird abgeschaltet</translation>
    </message>
    <message>
        <source>no longer listed</source>
        <translation>nicht mehr gelistet</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>%1, use %2</source>
        <translation>%1, besser %2</translation>
    </message>
    <message>
        <source>typed by hand</source>
        <translation>von Hand eingegeben</translation>
    </message>
    <message>
        <source>$%1 a token
%2</source>
        <translation>$%1 je Token
%2</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>US dollars for a million tokens</source>
        <translation>US-Dollar je Million Token</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>In / M</source>
        <translation>Ein / M</translation>
    </message>
    <message>
        <source>Out / M</source>
        <translation>Aus / M</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Can</source>
        <translation>Kann</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>%1 %2 a token
%3</source>
        <comment>amount, currency, source</comment>
        <translation>%1 %2 je Token
%3</translation>
    </message>
</context>
<context>
    <name>core::AttemptTableModel</name>
    <message>
        <source>d MMM hh:mm:ss</source>
        <comment>date and time of a request</comment>
        <translation>d. MMM hh:mm:ss</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>failed: rate limited</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>The ledger knows no price for this request</source>
        <translation>Das Kassenbuch kennt keinen Preis für diese Anfrage</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>d MMM yyyy hh:mm:ss</source>
        <comment>date and time of a request</comment>
        <translation>d. MMM yyyy hh:mm:ss</translation>
    </message>
    <message>
        <source>It cost nothing: an error answered it, or it never left</source>
        <translation>Sie hat nichts gekostet: Ein Fehler kam als Antwort, oder sie ging nie hinaus</translation>
    </message>
</context>
<context>
    <name>core::BudgetStore</name>
    <message>
        <source>There is no budget named “%1”.</source>
        <translation>Es gibt kein Budget namens „%1“.</translation>
    </message>
    <message>
        <source>There is a budget named “%1” already.</source>
        <translation>Es gibt schon ein Budget namens „%1“.</translation>
    </message>
</context>
<context>
    <name>core::ExploreTableModel</name>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>Fehlerquote</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
</context>
<context>
    <name>core::KnownTargets</name>
    <message>
        <source>The account &quot;%1&quot; is switched off.</source>
        <translation>Das Konto „%1“ ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>There is no account named &quot;%1&quot;.</source>
        <translation>Es gibt kein Konto namens „%1“.</translation>
    </message>
</context>
<context>
    <name>core::Lane</name>
    <message>
        <source>The account &quot;%1&quot; is gone or switched off.</source>
        <translation>Das Konto „%1“ ist nicht mehr da oder ausgeschaltet.</translation>
    </message>
    <message>
        <source>The call&apos;s time ended while it waited for its turn.</source>
        <translation>Die Zeit des Aufrufs war um, während er auf einen freien Platz wartete.</translation>
    </message>
    <message>
        <source>The request is sent in the form that the provider takes.</source>
        <translation>Die Anfrage wird in der Form gesendet, die der Anbieter annimmt.</translation>
    </message>
    <message>
        <source>%1 was asked by hand after %2.</source>
        <translation>%1 wurde nach %2 von Hand gefragt.</translation>
    </message>
</context>
<context>
    <name>core::MatrixTableModel</name>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>%1 #%2</source>
        <translation>%1 #%2</translation>
    </message>
</context>
<context>
    <name>core::PromptSetStore</name>
    <message>
        <source>A prompt set needs a name.</source>
        <translation>Eine Prompt-Sammlung braucht einen Namen.</translation>
    </message>
</context>
<context>
    <name>core::ReconcileTableModel</name>
    <message>
        <source>Day (UTC)</source>
        <translation>Tag (UTC)</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Tokens here</source>
        <translation>Token hier</translation>
    </message>
    <message>
        <source>at the provider</source>
        <translation>beim Anbieter</translation>
    </message>
    <message>
        <source>Cost here</source>
        <translation>Kosten hier</translation>
    </message>
    <message>
        <source>billed</source>
        <translation>berechnet</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Likely cause</source>
        <translation>Wahrscheinliche Ursache</translation>
    </message>
    <message>
        <source>(no model)</source>
        <translation>(kein Modell)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1: %2 here, %3 at the provider</source>
        <translation>%1: %2 hier, %3 beim Anbieter</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Uncached input</source>
        <translation>Eingabe ohne Cache</translation>
    </message>
    <message>
        <source>Cache reads</source>
        <translation>Aus dem Cache gelesen</translation>
    </message>
    <message>
        <source>Cache writes</source>
        <translation>In den Cache geschrieben</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>of it reasoning</source>
        <translation>davon Nachdenken</translation>
    </message>
</context>
<context>
    <name>core::RuleSetStore</name>
    <message>
        <source>There is no rule set named “%1”.</source>
        <translation>Es gibt keinen Regelsatz namens „%1“.</translation>
    </message>
    <message>
        <source>The rule set “%1” has no version %2.</source>
        <translation>Der Regelsatz „%1“ hat keine Version %2.</translation>
    </message>
    <message>
        <source>Version %1 of the rule set “%2” cannot be read: %3</source>
        <translation>Version %1 des Regelsatzes „%2“ kann nicht gelesen werden: %3</translation>
    </message>
    <message>
        <source>The draft of the rule set “%1” cannot be read: %2</source>
        <translation>Der Entwurf des Regelsatzes „%1“ kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>There is already a rule set named “%1”.</source>
        <translation>Es gibt schon einen Regelsatz namens „%1“.</translation>
    </message>
    <message>
        <source>“%1” cannot name a rule set: 1 to 60 letters, digits, “-”, “_”, “.” and spaces between them can.</source>
        <translation>„%1“ kann keinen Regelsatz benennen: 1 bis 60 Buchstaben, Ziffern, „-“, „_“, „.“ und Leerzeichen dazwischen können es.</translation>
    </message>
    <message>
        <source>The name “%1” is reserved.</source>
        <translation>Der Name „%1“ ist reserviert.</translation>
    </message>
    <message>
        <source>The draft that could not be read</source>
        <translation>Der Entwurf, der nicht gelesen werden konnte</translation>
    </message>
</context>
<context>
    <name>core::RunListModel</name>
    <message>
        <source>Prompt not kept</source>
        <translation>Prompt nicht behalten</translation>
    </message>
</context>
<context>
    <name>core::ScoreTableModel</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Chosen (95 %)</source>
        <comment>how often, with its interval</comment>
        <translation>Gewählt (95 %)</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>Je Monat</translation>
    </message>
    <message>
        <source>A call</source>
        <comment>its cost</comment>
        <translation>Je Aufruf</translation>
    </message>
    <message>
        <source>First token p50</source>
        <translation>Erstes Token p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>not enough votes</source>
        <translation>zu wenige Stimmen</translation>
    </message>
    <message>
        <source>%1 % (%2–%3)</source>
        <comment>share, from, to</comment>
        <translation>%1 % (%2–%3)</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>best %1, tied %2, beaten %3, all bad %4; thumbs up %5, down %6</source>
        <translation>beste %1, unentschieden %2, geschlagen %3, alle schlecht %4; Daumen hoch %5, runter %6</translation>
    </message>
    <message>
        <source>How likely it is to be chosen over another rated model, with the 95 % interval</source>
        <translation>Wie wahrscheinlich es einem anderen gewerteten Modell vorgezogen wird, mit dem 95-%-Intervall</translation>
    </message>
    <message>
        <source>%1 of the %2 votes that a rating needs</source>
        <translation>%1 der %2 Stimmen, die eine Wertung braucht</translation>
    </message>
    <message numerus="yes">
        <source>Of %n calls</source>
        <translation>
            <numerusform>Aus %n Aufruf</numerusform>
            <numerusform>Aus %n Aufrufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>core::UsageTableModel</name>
    <message>
        <source>%1 tokens in, of them %2 from the cache</source>
        <translation>%1 Token ein, davon %2 aus dem Cache</translation>
    </message>
    <message>
        <source>%1 tokens out, of them %2 reasoning</source>
        <translation>%1 Token aus, davon %2 Gedanken</translation>
    </message>
    <message>
        <source>%1 of %2 requests failed, were interrupted or refused</source>
        <translation>%1 von %2 Anfragen fehlgeschlagen, abgebrochen oder abgelehnt</translation>
    </message>
    <message>
        <source>%1: too few for a percentile, which takes 20</source>
        <translation>%1: zu wenig für ein Perzentil, das 20 braucht</translation>
    </message>
    <message>
        <source>The ledger knows no price for these requests</source>
        <translation>Das Kassenbuch kennt keinen Preis für diese Anfragen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>HTTP requests, retries counted</source>
        <translation>HTTP-Anfragen, Wiederholungen mitgezählt</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>Eingabetoken</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>Ausgabetoken</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Failed, interrupted or refused</source>
        <translation>Fehlgeschlagen, abgebrochen oder abgelehnt</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Half of the answers began within this time</source>
        <translation>Die Hälfte der Antworten begann innerhalb dieser Zeit</translation>
    </message>
    <message>
        <source>p50</source>
        <comment>median of the first token</comment>
        <translation>p50</translation>
    </message>
    <message>
        <source>95 of 100 answers began within this time</source>
        <translation>95 von 100 Antworten begannen innerhalb dieser Zeit</translation>
    </message>
    <message>
        <source>p95 first token</source>
        <translation>p95 erstes Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
</context>
<context>
    <name>ui::AccountDetail</name>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>This could not be stored</source>
        <translation>Das ließ sich nicht speichern</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Neues Konto</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Something is missing or wrong; see the fields.</source>
        <translation>Etwas fehlt oder stimmt nicht; siehe die Felder.</translation>
    </message>
    <message>
        <source>Changes are not saved yet.</source>
        <translation>Änderungen sind noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Asking %1 for its models ...</source>
        <translation>%1 wird nach Modellen gefragt ...</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Type model ids</source>
        <translation>Modell-IDs eingeben</translation>
    </message>
    <message>
        <source>Replace key</source>
        <translation>Schlüssel ersetzen</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Erneut testen</translation>
    </message>
    <message>
        <source>The account was not saved</source>
        <translation>Das Konto wurde nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>ui::AccountList</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
</context>
<context>
    <name>ui::AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Save account</source>
        <translation>Konto speichern</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>Move account up</source>
        <translation>Konto nach oben</translation>
    </message>
    <message>
        <source>Move account down</source>
        <translation>Konto nach unten</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>The new account is not saved.</source>
        <translation>Das neue Konto ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>The changes of “%1” are not saved.</source>
        <translation>Die Änderungen an „%1“ sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>„%1“ entfernen?</translation>
    </message>
    <message>
        <source>Its key, its own prices and its list of models are removed. Every request it made stays in the history and in the totals.</source>
        <translation>Sein Schlüssel, seine eigenen Preise und seine Modellliste werden entfernt. Jede seiner Anfragen bleibt im Verlauf und in den Summen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>“%1” was removed.</source>
        <translation>„%1“ wurde entfernt.</translation>
    </message>
    <message>
        <source>“%1” was removed, but its key is still in the keychain: %2</source>
        <translation>„%1“ wurde entfernt, aber sein Schlüssel liegt noch im Schlüsselbund: %2</translation>
    </message>
</context>
<context>
    <name>ui::ActivationPopup</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Comment on this version</source>
        <translation>Kommentar zu dieser Version</translation>
    </message>
    <message>
        <source>What changes, and why (optional)</source>
        <translation>Was sich ändert und warum (freiwillig)</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>&amp;Kommentar</translation>
    </message>
    <message>
        <source>It is the first version of this set that runs.</source>
        <translation>Es ist die erste Version dieses Regelsatzes, die gilt.</translation>
    </message>
    <message>
        <source>Activate version %1 of “%2”</source>
        <translation>Version %1 von „%2“ aktivieren</translation>
    </message>
    <message>
        <source>&amp;Activate v%1</source>
        <comment>version</comment>
        <translation>v%1 &amp;aktivieren</translation>
    </message>
    <message>
        <source>The set cannot run so: %1</source>
        <translation>So kann der Regelsatz nicht gelten: %1</translation>
    </message>
    <message>
        <source>See the rule “%1”.</source>
        <translation>Siehe die Regel „%1“.</translation>
    </message>
    <message>
        <source>These rules went through a quality check; the activation records that.</source>
        <translation>Diese Regeln haben eine Qualitätsprüfung durchlaufen; die Aktivierung hält das fest.</translation>
    </message>
    <message>
        <source>No quality check was made of these rules. That is allowed; the activation records it.</source>
        <translation>Für diese Regeln gab es keine Qualitätsprüfung. Das ist erlaubt; die Aktivierung hält es fest.</translation>
    </message>
</context>
<context>
    <name>ui::AgreementBar</name>
    <message>
        <source>Previous disagreement (Shift+F8)</source>
        <translation>Vorige Abweichung (Umschalt+F8)</translation>
    </message>
    <message>
        <source>Next disagreement (F8)</source>
        <translation>Nächste Abweichung (F8)</translation>
    </message>
    <message>
        <source>Agreement of the lanes</source>
        <translation>Übereinstimmung der Spuren</translation>
    </message>
    <message>
        <source>Hide the agreement</source>
        <translation>Übereinstimmung verbergen</translation>
    </message>
    <message numerus="yes">
        <source>said by all %n lanes</source>
        <translation>
            <numerusform>von der %n Spur gesagt</numerusform>
            <numerusform>von allen %n Spuren gesagt</numerusform>
        </translation>
    </message>
    <message>
        <source>by 2 of 3</source>
        <translation>von 2 der 3</translation>
    </message>
    <message>
        <source>by 2 to %1 of %2</source>
        <translation>von 2 bis %1 der %2</translation>
    </message>
    <message>
        <source>by one alone</source>
        <translation>nur von einer</translation>
    </message>
    <message>
        <source>The lanes say the same.</source>
        <translation>Die Spuren sagen dasselbe.</translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) that one lane has alone</source>
        <translation>
            <numerusform>%n Stelle, die nur eine Spur hat</numerusform>
            <numerusform>%n Stellen, die nur eine Spur hat</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AgreementMarks</name>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>Alone in %1</source>
        <translation>Nur in %1</translation>
    </message>
    <message>
        <source>Only this lane says this.</source>
        <translation>Nur diese Spur sagt das.</translation>
    </message>
    <message>
        <source>%1 of %2 lanes say this: %3</source>
        <translation>%1 von %2 Spuren sagen das: %3</translation>
    </message>
</context>
<context>
    <name>ui::AnomalyList</name>
    <message>
        <source>No model, account or task cost %1 times its usual day and more than %2 on any day.</source>
        <translation>Kein Modell, kein Konto und keine Aufgabe kostete an einem Tag das %1-Fache eines gewöhnlichen Tages und mehr als %2.</translation>
    </message>
    <message>
        <source>task %1</source>
        <translation>Aufgabe %1</translation>
    </message>
    <message>
        <source>account %1</source>
        <translation>Konto %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, model or account or task</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 instead of the usual %2 (median of the %n days before)</source>
        <comment>amounts</comment>
        <translation>
            <numerusform>%1 statt der üblichen %2 (Median des Tages davor)</numerusform>
            <numerusform>%1 statt der üblichen %2 (Median der %n Tage davor)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>day and subject, what it cost</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Only days that cost more than, in US dollars</source>
        <translation>Nur Tage, die mehr kosteten als, in US-Dollar</translation>
    </message>
    <message>
        <source>A day that cost no more than this is never unusual.</source>
        <translation>Ein Tag, der nicht mehr als das kostete, ist nie ungewöhnlich.</translation>
    </message>
    <message>
        <source>Only days a&amp;bove (US$)</source>
        <translation>Nur Ta&amp;ge über (US$)</translation>
    </message>
    <message>
        <source>This must be an amount such as 0.50. The old one still holds.</source>
        <translation>Das muss ein Betrag sein, etwa 0.50. Der alte gilt weiter.</translation>
    </message>
    <message>
        <source>and %1 more; choose a shorter period to see them</source>
        <translation>und %1 weitere; ein kürzerer Zeitraum zeigt sie</translation>
    </message>
</context>
<context>
    <name>ui::AttachmentBar</name>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>Pasted picture %1</source>
        <translation>Eingefügtes Bild %1</translation>
    </message>
    <message>
        <source>Attach pictures or text files</source>
        <translation>Bilder oder Textdateien anhängen</translation>
    </message>
    <message>
        <source>Pictures and text files (*)</source>
        <translation>Bilder und Textdateien (*)</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp *.gif)</translation>
    </message>
</context>
<context>
    <name>ui::AttachmentChip</name>
    <message>
        <source>%1 · about %2 tokens</source>
        <translation>%1 · etwa %2 Token</translation>
    </message>
    <message>
        <source>Picture %1, %2</source>
        <translation>Bild %1, %2</translation>
    </message>
    <message>
        <source>Text file %1, %2</source>
        <translation>Textdatei %1, %2</translation>
    </message>
    <message>
        <source>%1, read as %2; its text goes into the prompt.</source>
        <translation>%1, gelesen als %2; der Text kommt in den Prompt.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>ui::AttemptDetails</name>
    <message>
        <source>Details of a request</source>
        <translation>Einzelheiten einer Anfrage</translation>
    </message>
    <message>
        <source>Open run</source>
        <translation>Lauf öffnen</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Usage as received</source>
        <translation>Verbrauch wie empfangen</translation>
    </message>
    <message>
        <source>Usage as the provider sent it</source>
        <translation>Verbrauch, wie ihn der Anbieter sandte</translation>
    </message>
    <message>
        <source>%1 (HTTP %2)</source>
        <translation>%1 (HTTP %2)</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <comment>account: its words</comment>
        <translation>%1: „%2“</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>Zwischen</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Grundlage</translation>
    </message>
    <message>
        <source>Price from</source>
        <translation>Preisquelle</translation>
    </message>
    <message>
        <source>Price of</source>
        <translation>Preis vom</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>of it from the cache</source>
        <translation>davon aus dem Cache</translation>
    </message>
    <message>
        <source>of it written to the cache</source>
        <translation>davon in den Cache geschrieben</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>of it reasoning</source>
        <translation>davon Gedanken</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>the provider&apos;s total does not fit its parts</source>
        <translation>die Summe des Anbieters passt nicht zu ihren Teilen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>d MMM yyyy, hh:mm:ss</source>
        <comment>date and time</comment>
        <translation>d. MMM yyyy, hh:mm:ss</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Waited for a slot</source>
        <translation>Auf Platz gewartet</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>connection was open</source>
        <translation>Verbindung bestand schon</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>First reasoning</source>
        <translation>Erster Gedanke</translation>
    </message>
    <message>
        <source>First text</source>
        <translation>Erster Text</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter Text</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 Tok/s</translation>
    </message>
    <message>
        <source>Finish reason</source>
        <translation>Grund des Endes</translation>
    </message>
    <message>
        <source>Model answered</source>
        <translation>Antwortendes Modell</translation>
    </message>
    <message>
        <source>In the price&apos;s currency</source>
        <translation>In der Währung des Preises</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Tokens times price</source>
        <translation>Token mal Preis</translation>
    </message>
    <message>
        <source>Price id</source>
        <translation>Preis-Nummer</translation>
    </message>
    <message>
        <source>of it audio</source>
        <translation>davon Audio</translation>
    </message>
    <message>
        <source>Billed tool calls</source>
        <translation>Berechnete Werkzeugaufrufe</translation>
    </message>
    <message>
        <source>Service tier</source>
        <translation>Dienststufe</translation>
    </message>
</context>
<context>
    <name>ui::AttemptsPane</name>
    <message>
        <source>Requests, newest first</source>
        <translation>Anfragen, neueste zuerst</translation>
    </message>
    <message>
        <source>The ledger could not be read</source>
        <translation>Das Kassenbuch ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>requests, errors, cost</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1 · the oldest requests were pruned</source>
        <comment>a summary</comment>
        <translation>%1 · die ältesten Anfragen wurden gelöscht</translation>
    </message>
    <message>
        <source>There is no such request in this period.</source>
        <translation>In diesem Zeitraum gibt es keine solche Anfrage.</translation>
    </message>
</context>
<context>
    <name>ui::AuditionCard</name>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Audition</source>
        <translation>Vorspielen</translation>
    </message>
    <message>
        <source>Task of the prompts</source>
        <translation>Aufgabe der Prompts</translation>
    </message>
    <message>
        <source>How many prompts</source>
        <translation>Anzahl der Prompts</translation>
    </message>
    <message>
        <source>The audition could not be prepared: %1</source>
        <translation>Das Vorspielen ließ sich nicht vorbereiten: %1</translation>
    </message>
    <message>
        <source>%1 has another price</source>
        <translation>%1 hat einen anderen Preis</translation>
    </message>
    <message>
        <source>%1 is new</source>
        <translation>%1 ist neu</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <comment>news</comment>
        <translation>
            <numerusform>%1, und %n weiteres</numerusform>
            <numerusform>%1, und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Once you have voted on answers, it can be tried on those prompts.</source>
        <translation>Sobald über Antworten abgestimmt ist, lässt es sich an diesen Prompts ausprobieren.</translation>
    </message>
    <message>
        <source>No judged prompt of this task can be asked again alone.</source>
        <translation>Kein beurteilter Prompt dieser Aufgabe lässt sich für sich allein noch einmal stellen.</translation>
    </message>
    <message numerus="yes">
        <source>Try it on your last %n judged prompts, beside %1.</source>
        <translation>
            <numerusform>Am letzten beurteilten Prompt ausprobieren, neben %1.</numerusform>
            <numerusform>An den letzten %n beurteilten Prompts ausprobieren, neben %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try it on your last %n judged prompts.</source>
        <translation>
            <numerusform>Am letzten beurteilten Prompt ausprobieren.</numerusform>
            <numerusform>An den letzten %n beurteilten Prompts ausprobieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Estimated %1.</source>
        <translation>Geschätzt %1.</translation>
    </message>
    <message>
        <source>Not every price is known.</source>
        <translation>Nicht jeder Preis ist bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>%n were left out: follow-up turns, pictures or texts not kept.</source>
        <translation>
            <numerusform>%n wurde ausgelassen: Folgerunden, Bilder oder nicht behaltene Texte.</numerusform>
            <numerusform>%n wurden ausgelassen: Folgerunden, Bilder oder nicht behaltene Texte.</numerusform>
        </translation>
    </message>
    <message>
        <source>This audition may be expensive</source>
        <translation>Dieses Vorspielen kann teuer werden</translation>
    </message>
    <message>
        <source>The audition will probably cost %1.</source>
        <translation>Das Vorspielen kostet voraussichtlich %1.</translation>
    </message>
    <message>
        <source>You are asked above $%1; the limit can be changed in the settings.</source>
        <translation>Über $%1 wird nachgefragt; die Grenze lässt sich in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>Start anyway</source>
        <translation>Trotzdem starten</translation>
    </message>
</context>
<context>
    <name>ui::AuditionDesk</name>
    <message>
        <source>Audition: %1</source>
        <translation>Vorspielen: %1</translation>
    </message>
</context>
<context>
    <name>ui::BacktestChoices</name>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>nichts weiter</translation>
    </message>
    <message>
        <source>Beside &amp;it</source>
        <translation>&amp;Daneben</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message numerus="yes">
        <source>the last %n days</source>
        <translation>
            <numerusform>der letzte %n Tag</numerusform>
            <numerusform>die letzten %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>from … to …</source>
        <translation>von … bis …</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Calls that &amp;rules decided</source>
        <translation>Aufrufe, über die &amp;Regeln entschieden</translation>
    </message>
    <message>
        <source>Calls of other &amp;programs through the gateway</source>
        <translation>Aufrufe anderer &amp;Programme über das Gateway</translation>
    </message>
    <message>
        <source>&amp;Imported requests</source>
        <translation>&amp;Importierte Anfragen</translation>
    </message>
    <message>
        <source>Runs of &amp;Compare, once each</source>
        <translation>&amp;Vergleichsläufe, je einmal</translation>
    </message>
    <message>
        <source>As what it was counts the answer that won the vote, else that of the chosen model, else the first one of the run</source>
        <translation>Als bisherige Antwort zählt die, die die Abstimmung gewann, sonst die des gewählten Modells, sonst die erste des Laufs</translation>
    </message>
    <message>
        <source>Calls of the &amp;simulator too</source>
        <translation>Auch Aufrufe des &amp;Simulators</translation>
    </message>
    <message>
        <source>Without a vote, the answer of %1</source>
        <translation>Ohne Stimme zählt die Antwort von %1</translation>
    </message>
    <message>
        <source>Without a vote, the answer of a chosen &amp;model …</source>
        <translation>Ohne Stimme zählt die Antwort eines gewählten &amp;Modells …</translation>
    </message>
    <message numerus="yes">
        <source>Calls: %n kinds</source>
        <translation>
            <numerusform>Aufrufe: %n Art</numerusform>
            <numerusform>Aufrufe: %n Arten</numerusform>
        </translation>
    </message>
    <message>
        <source>The first day of the period is after its last day.</source>
        <translation>Der erste Tag des Zeitraums liegt nach seinem letzten.</translation>
    </message>
    <message>
        <source>No kind of calls is chosen to be decided again.</source>
        <translation>Es ist keine Art von Aufrufen gewählt, über die neu entschieden werden soll.</translation>
    </message>
    <message>
        <source>version %1, active</source>
        <translation>Version %1, aktiv</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
</context>
<context>
    <name>ui::BacktestView</name>
    <message>
        <source>The rules have changed since; run it again.</source>
        <translation>Die Regeln sind inzwischen andere; bitte erneut rechnen.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>&amp;Alle zeigen</translation>
    </message>
    <message>
        <source>Show &amp;more calls</source>
        <translation>&amp;Weitere Aufrufe zeigen</translation>
    </message>
    <message>
        <source>By rule</source>
        <translation>Nach Regel</translation>
    </message>
    <message>
        <source>By task</source>
        <translation>Nach Aufgabe</translation>
    </message>
    <message>
        <source>By move</source>
        <translation>Nach Verlegung</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Calls that move</source>
        <translation>Verlegte Aufrufe</translation>
    </message>
    <message>
        <source>Only calls of the rule “%1”</source>
        <translation>Nur Aufrufe der Regel „%1“</translation>
    </message>
    <message>
        <source>Only calls of the task “%1”</source>
        <translation>Nur Aufrufe der Aufgabe „%1“</translation>
    </message>
    <message>
        <source>Only calls that would go to %1</source>
        <translation>Nur Aufrufe, die an %1 gingen</translation>
    </message>
    <message>
        <source>Beside the other</source>
        <translation>Neben der anderen</translation>
    </message>
    <message>
        <source>Beside the other version</source>
        <translation>Neben der anderen Version</translation>
    </message>
    <message>
        <source>Calls: %1</source>
        <translation>Aufrufe: %1</translation>
    </message>
</context>
<context>
    <name>ui::BacktestWindow</name>
    <message>
        <source>&amp;Run the back-test</source>
        <translation>&amp;Rückrechnung starten</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Quality check …</source>
        <translation>&amp;Qualitätsprüfung …</translation>
    </message>
    <message>
        <source>Progress of the back-test</source>
        <translation>Fortschritt der Rückrechnung</translation>
    </message>
    <message>
        <source>Ask some of the calls that move of their new targets, and compare the answers</source>
        <translation>Einige der verlegten Aufrufe ihren neuen Zielen stellen und die Antworten vergleichen</translation>
    </message>
    <message>
        <source>Try the rules on calls of the past</source>
        <translation>Die Regeln an vergangenen Aufrufen ausprobieren</translation>
    </message>
    <message>
        <source>Each call of the period is decided again by these rules. Nothing is sent: one sees which calls would go elsewhere and what that would cost.</source>
        <translation>Über jeden Aufruf des Zeitraums wird nach diesen Regeln neu entschieden. Es wird nichts gesendet: Zu sehen ist, welche Aufrufe anderswohin gingen und was das kosten würde.</translation>
    </message>
    <message>
        <source>Back-test of “%1”</source>
        <translation>Rückrechnung von „%1“</translation>
    </message>
    <message>
        <source>Back-test</source>
        <translation>Rückrechnung</translation>
    </message>
    <message>
        <source>There is nothing to look at</source>
        <translation>Es gibt nichts zu betrachten</translation>
    </message>
    <message>
        <source>The calls could not be read</source>
        <translation>Die Aufrufe ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>No such calls in this period</source>
        <translation>Keine solchen Aufrufe in diesem Zeitraum</translation>
    </message>
    <message>
        <source>Calls come here when rules decide them, from other programs, or by an import: a file of requests as OpenAI&apos;s chat API takes them, one a line (JSONL), as logs and batch files have them. Imported requests are in no total. Runs of Compare are looked at on request.</source>
        <translation>Aufrufe kommen hierher, wenn Regeln über sie entscheiden, von anderen Programmen oder durch einen Import: eine Datei mit Anfragen, wie OpenAIs Chat-Schnittstelle sie nimmt, eine je Zeile (JSONL), wie Protokolle und Stapeldateien sie enthalten. Importierte Anfragen zählen in keiner Summe. Vergleichsläufe werden auf Wunsch betrachtet.</translation>
    </message>
    <message>
        <source>Import requests …</source>
        <translation>Anfragen importieren …</translation>
    </message>
</context>
<context>
    <name>ui::BallotView</name>
    <message>
        <source>Blind vote</source>
        <translation>Blinde Abstimmung</translation>
    </message>
    <message>
        <source>End the vote</source>
        <translation>Abstimmung beenden</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>All bad</source>
        <translation>Alle schlecht</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Names, order, speed and cost are hidden; where an answer names itself it is masked as well as a list of phrases can.</source>
        <translation>Namen, Reihenfolge, Tempo und Kosten sind verborgen; nennt eine Antwort ihr Modell, wird das unkenntlich gemacht, so gut es eine Liste von Wendungen kann.</translation>
    </message>
    <message>
        <source>Case %1 of %2: which answer is best?</source>
        <translation>Fall %1 von %2: Welche Antwort ist die beste?</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>%1 is best</source>
        <translation>%1 ist die beste</translation>
    </message>
    <message numerus="yes">
        <source>%1: best %n times</source>
        <translation>
            <numerusform>%1: %n-mal die beste</numerusform>
            <numerusform>%1: %n-mal die beste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ties</source>
        <translation>
            <numerusform>%n-mal unentschieden</numerusform>
            <numerusform>%n-mal unentschieden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All bad: %n times</source>
        <translation>
            <numerusform>Alle schlecht: %n-mal</numerusform>
            <numerusform>Alle schlecht: %n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>All cases are voted on</source>
        <translation>Über alle Fälle ist abgestimmt</translation>
    </message>
</context>
<context>
    <name>ui::BlindBallot</name>
    <message>
        <source>Blind vote</source>
        <translation>Blinde Abstimmung</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Answer 1</source>
        <translation>Antwort 1</translation>
    </message>
    <message>
        <source>Answer 2</source>
        <translation>Antwort 2</translation>
    </message>
    <message>
        <source>&amp;1 is better</source>
        <translation>&amp;1 ist besser</translation>
    </message>
    <message>
        <source>They are as g&amp;ood</source>
        <translation>Beide &amp;gleich gut</translation>
    </message>
    <message>
        <source>&amp;2 is better</source>
        <translation>&amp;2 ist besser</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Taste %1</translation>
    </message>
    <message numerus="yes">
        <source>%n pairs wait for your vote. Which answer is the new one is not told.</source>
        <translation>
            <numerusform>%n Paar wartet auf eine Stimme. Welche Antwort die neue ist, wird nicht verraten.</numerusform>
            <numerusform>%n Paare warten auf eine Stimme. Welche Antwort die neue ist, wird nicht verraten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BudgetBar</name>
    <message>
        <source>Spent %1 %, with what is reserved %2 %</source>
        <translation>Ausgegeben %1 %, mit dem Zurückgelegten %2 %</translation>
    </message>
</context>
<context>
    <name>ui::BudgetForm</name>
    <message>
        <source>&amp;Refuse requests that may pass the amount</source>
        <translation>Anfragen ab&amp;lehnen, die den Betrag überschreiten können</translation>
    </message>
    <message>
        <source>Let requests without a known price through</source>
        <translation>Anfragen ohne bekannten Preis durchlassen</translation>
    </message>
    <message>
        <source>This budget is &amp;on</source>
        <translation>Dieses Budget ist &amp;eingeschaltet</translation>
    </message>
    <message>
        <source>&amp;Save budget</source>
        <translation>Budget &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source> % of it</source>
        <translation> % davon</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Their cost is in no sum, so that the amount can be passed unseen.</source>
        <translation>Ihre Kosten sind in keiner Summe, sodass der Betrag unbemerkt überschritten werden kann.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Coun&amp;ts</source>
        <translation>&amp;Zählt</translation>
    </message>
    <message>
        <source>&amp;Amount in US$</source>
        <translation>Be&amp;trag in US$</translation>
    </message>
    <message>
        <source>For &amp;each</source>
        <translation>&amp;Für</translation>
    </message>
    <message>
        <source>&amp;Warn at</source>
        <translation>&amp;Warnen bei</translation>
    </message>
    <message>
        <source>New budget</source>
        <translation>Neues Budget</translation>
    </message>
    <message>
        <source>Budget “%1”</source>
        <translation>Budget „%1“</translation>
    </message>
    <message>
        <source>A budget needs a name.</source>
        <translation>Ein Budget braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is a budget named “%1” already.</source>
        <translation>Ein Budget namens „%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>The amount is a number above 0, such as 60.</source>
        <translation>Der Betrag ist eine Zahl über 0, etwa 60.</translation>
    </message>
    <message>
        <source>The amount is too large; a budget has at most 9223372 US dollars.</source>
        <translation>Der Betrag ist zu groß; ein Budget hat höchstens 9223372 US-Dollar.</translation>
    </message>
</context>
<context>
    <name>ui::BudgetRow</name>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>spent, amount</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 % used</source>
        <translation>%1 % verbraucht</translation>
    </message>
    <message>
        <source>%1 reserved</source>
        <translation>%1 zurückgelegt</translation>
    </message>
    <message>
        <source>refuses what may pass it</source>
        <translation>lehnt ab, was es überschreiten kann</translation>
    </message>
    <message>
        <source>warns at %1 %</source>
        <translation>warnt bei %1 %</translation>
    </message>
    <message>
        <source>Edit the budget %1</source>
        <translation>Das Budget %1 bearbeiten</translation>
    </message>
    <message>
        <source>Remove the budget %1</source>
        <translation>Das Budget %1 entfernen</translation>
    </message>
    <message>
        <source>What Switchyard sent; imported requests are in no budget.</source>
        <translation>Was Switchyard gesendet hat; importierte Anfragen sind in keinem Budget.</translation>
    </message>
</context>
<context>
    <name>ui::BudgetsDialog</name>
    <message>
        <source>No budgets yet</source>
        <translation>Noch keine Budgets</translation>
    </message>
    <message>
        <source>A budget says how much may be spent in a day, a week or a month: on everything, or on one account, model, task type, rule or tag. It warns, and if you want it refuses what may pass the amount before it is sent.</source>
        <translation>Ein Budget sagt, wie viel an einem Tag, in einer Woche oder in einem Monat ausgegeben werden darf: für alles oder für ein Konto, ein Modell, einen Aufgabentyp, eine Regel oder ein Tag. Es warnt, und wenn Sie wollen, lehnt es vor dem Senden ab, was den Betrag überschreiten kann.</translation>
    </message>
    <message>
        <source>&amp;New budget</source>
        <translation>&amp;Neues Budget</translation>
    </message>
    <message>
        <source>Notify on the &amp;desktop when a budget warns or refuses</source>
        <translation>Auf dem &amp;Desktop melden, wenn ein Budget warnt oder ablehnt</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>New budget</source>
        <translation>Neues Budget</translation>
    </message>
    <message>
        <source>Budget “%1” changed.</source>
        <translation>Budget „%1“ geändert.</translation>
    </message>
    <message>
        <source>Budget “%1” made.</source>
        <translation>Budget „%1“ angelegt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The budget was not removed</source>
        <translation>Das Budget wurde nicht entfernt</translation>
    </message>
    <message>
        <source>Budget “%1” removed.</source>
        <translation>Budget „%1“ entfernt.</translation>
    </message>
    <message>
        <source>The budget was not restored</source>
        <translation>Das Budget wurde nicht wiederhergestellt</translation>
    </message>
</context>
<context>
    <name>ui::CallTrace</name>
    <message>
        <source>Attempts of the call</source>
        <translation>Versuche des Aufrufs</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>The call could not be read: %1</source>
        <translation>Der Aufruf ließ sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>Attempt %1 (this)</source>
        <translation>Versuch %1 (dieser)</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>waited</source>
        <translation>gewartet</translation>
    </message>
    <message>
        <source>Rule set</source>
        <translation>Regelwerk</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, Version %2</translation>
    </message>
    <message>
        <source>%1, draft</source>
        <translation>%1, Entwurf</translation>
    </message>
    <message>
        <source>Chosen by</source>
        <translation>Gewählt von</translation>
    </message>
    <message>
        <source>matched: %1</source>
        <translation>traf zu: %1</translation>
    </message>
    <message>
        <source>did not match: %1</source>
        <translation>traf nicht zu: %1</translation>
    </message>
</context>
<context>
    <name>ui::CandidateRow</name>
    <message>
        <source>Model ids, separated by commas</source>
        <translation>Modell-IDs, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Asking for the list of models ...</source>
        <translation>Modellliste wird geholt ...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Paste another key</source>
        <translation>Anderen Schlüssel einfügen</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Erneut testen</translation>
    </message>
    <message>
        <source>testing ...</source>
        <translation>Test läuft ...</translation>
    </message>
    <message numerus="yes">
        <source>%n ids typed</source>
        <translation>
            <numerusform>%n ID eingegeben</numerusform>
            <numerusform>%n IDs eingegeben</numerusform>
        </translation>
    </message>
    <message>
        <source>does not work yet</source>
        <translation>funktioniert noch nicht</translation>
    </message>
</context>
<context>
    <name>ui::CanvasFrame</name>
    <message>
        <source>Make the tracks smaller</source>
        <translation>Gleise verkleinern</translation>
    </message>
    <message>
        <source>Show the tracks at their normal size</source>
        <translation>Gleise in normaler Größe zeigen</translation>
    </message>
    <message>
        <source>Make the tracks larger</source>
        <translation>Gleise vergrößern</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show all tracks</source>
        <translation>Alle Gleise zeigen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>ui::CellDetail</name>
    <message>
        <source>The chosen cell</source>
        <translation>Die gewählte Zelle</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Values of the case</source>
        <translation>Werte des Falls</translation>
    </message>
    <message>
        <source>Open run in Compare</source>
        <translation>Lauf im Vergleich öffnen</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>%1, case %2</source>
        <translation>%1, Fall %2</translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation>erstes Token %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of error, its message</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The ledger keeps no text of this answer.</source>
        <translation>Das Kassenbuch enthält keinen Text dieser Antwort.</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>kein Urteil</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a check, its verdict</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::ChainList</name>
    <message>
        <source>None: when the targets fail, the call fails.</source>
        <translation>Keiner: Scheitern die Ziele, scheitert der Aufruf.</translation>
    </message>
    <message>
        <source>None yet: a call would fail here.</source>
        <translation>Noch keines: Ein Aufruf würde hier scheitern.</translation>
    </message>
    <message>
        <source>+ &amp;Fallback</source>
        <translation>+ &amp;Ersatz</translation>
    </message>
    <message>
        <source>+ &amp;Target</source>
        <translation>+ &amp;Ziel</translation>
    </message>
    <message>
        <source>Add a fallback</source>
        <translation>Ersatz hinzufügen</translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>+ Rule set</source>
        <translation>+ Regelsatz</translation>
    </message>
    <message>
        <source>The targets that another rule set decides on</source>
        <translation>Die Ziele, die ein anderer Regelsatz bestimmt</translation>
    </message>
</context>
<context>
    <name>ui::ChainRow</name>
    <message>
        <source>Drag to another place, or move it by Alt+Up and Alt+Down</source>
        <translation>An eine andere Stelle ziehen oder mit Alt+Auf und Alt+Ab verschieben</translation>
    </message>
    <message>
        <source>More for this target</source>
        <translation>Mehr zu diesem Ziel</translation>
    </message>
    <message>
        <source>Remove the target</source>
        <translation>Ziel entfernen</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>only with a larger context</source>
        <translation>nur bei größerem Kontext</translation>
    </message>
    <message>
        <source>Only when the call did not fit the window of the one that failed, and this one&apos;s is larger</source>
        <translation>Nur wenn der Aufruf nicht in das Fenster des gescheiterten Ziels passte und dieses hier größer ist</translation>
    </message>
    <message>
        <source>change when a fallback is asked</source>
        <translation>Bedingung eines Ersatzes ändern</translation>
    </message>
    <message>
        <source>%1: choose another model</source>
        <translation>%1: anderes Modell wählen</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>%1, choose another model</source>
        <translation>%1, anderes Modell wählen</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>Gewicht von %1</translation>
    </message>
    <message>
        <source>Parameters of %1 as JSON</source>
        <translation>Parameter von %1 als JSON</translation>
    </message>
    <message>
        <source>%1 is asked %2</source>
        <translation>%1 wird gefragt: %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Its share of the calls</source>
        <translation>Anteil an den Aufrufen</translation>
    </message>
    <message>
        <source>Not taken: %1</source>
        <translation>Nicht übernommen: %1</translation>
    </message>
    <message>
        <source>it must be a JSON object, such as {&quot;temperature&quot;: 0.2}</source>
        <translation>es muss ein JSON-Objekt sein wie {&quot;temperature&quot;: 0.2}</translation>
    </message>
    <message>
        <source>change parameters</source>
        <translation>Parameter ändern</translation>
    </message>
    <message>
        <source>&amp;Any error</source>
        <translation>&amp;Jeder Fehler</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Make it a &amp;target</source>
        <translation>Zum &amp;Ziel machen</translation>
    </message>
    <message>
        <source>Make it a &amp;fallback</source>
        <translation>Zum &amp;Ersatz machen</translation>
    </message>
    <message>
        <source>Set &amp;parameters</source>
        <translation>&amp;Parameter setzen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>choose another model</source>
        <translation>anderes Modell wählen</translation>
    </message>
</context>
<context>
    <name>ui::ChangePane</name>
    <message>
        <source>Volume</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Model mix</source>
        <translation>Modellmix</translation>
    </message>
    <message>
        <source>Tokens per call</source>
        <translation>Token je Aufruf</translation>
    </message>
    <message>
        <source>Cache share</source>
        <translation>Cache-Anteil</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Retries and failures</source>
        <translation>Wiederholungen und Fehlschläge</translation>
    </message>
    <message>
        <source>All time has no period before it. Choose a shorter one.</source>
        <translation>Vor der gesamten Zeit liegt kein Zeitraum. Wählen Sie einen kürzeren.</translation>
    </message>
    <message>
        <source>No requests in this period and in the one before.</source>
        <translation>Keine Anfragen in diesem Zeitraum und in dem davor.</translation>
    </message>
    <message>
        <source>%1 in this period, %2 in the one before: %3.</source>
        <comment>amount, amount, signed difference</comment>
        <translation>%1 in diesem Zeitraum, %2 in dem davor: %3.</translation>
    </message>
    <message>
        <source>Each part is what its figure changed after the ones above it, for every model and account; they sum to the difference exactly.</source>
        <translation>Jeder Teil ist, was seine Größe nach denen darüber noch änderte, für jedes Modell und Konto; zusammen ergeben sie genau die Differenz.</translation>
    </message>
    <message>
        <source>What this period or the one before cost is not known, so that they cannot be compared.</source>
        <translation>Was dieser Zeitraum oder der davor kostete, ist nicht bekannt; sie lassen sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>1 request without a price is in no part: one of %1.</source>
        <translation>1 Anfrage ohne Preis ist in keinem Teil enthalten: eine von %1.</translation>
    </message>
    <message>
        <source>%1 requests without a price are in no part, most of them of %2.</source>
        <translation>%1 Anfragen ohne Preis sind in keinem Teil enthalten, die meisten davon von %2.</translation>
    </message>
</context>
<context>
    <name>ui::ChartLegend</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ChartPicture</name>
    <message>
        <source>%1: %2</source>
        <comment>day: amount</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>day, model: amount</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n activations</source>
        <comment>on a chart</comment>
        <translation>
            <numerusform>%n Aktivierung</numerusform>
            <numerusform>%n Aktivierungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CheckRows</name>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>What every answer must fulfil. {{column}} stands for the case&apos;s value.</source>
        <translation>Was jede Antwort erfüllen muss. {{column}} steht für den Wert des Falls.</translation>
    </message>
    <message>
        <source>Add check</source>
        <translation>Prüfung hinzufügen</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Remove check</source>
        <translation>Prüfung entfernen</translation>
    </message>
    <message>
        <source>The check %1 names the column “%2”, which this set does not have.</source>
        <translation>Die Prüfung %1 nennt die Spalte „%2“, die es in dieser Sammlung nicht gibt.</translation>
    </message>
    <message>
        <source>text that must occur</source>
        <translation>Text, der vorkommen muss</translation>
    </message>
    <message>
        <source>text that must not occur</source>
        <translation>Text, der nicht vorkommen darf</translation>
    </message>
    <message>
        <source>the whole answer</source>
        <translation>die ganze Antwort</translation>
    </message>
    <message>
        <source>a regular expression</source>
        <translation>ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>a file with a JSON schema</source>
        <translation>eine Datei mit einem JSON-Schema</translation>
    </message>
    <message>
        <source>characters, such as 280</source>
        <translation>Zeichen, etwa 280</translation>
    </message>
    <message>
        <source>milliseconds, such as 3000</source>
        <translation>Millisekunden, etwa 3000</translation>
    </message>
    <message>
        <source>US dollars, such as 0.002</source>
        <translation>US-Dollar, etwa 0.002</translation>
    </message>
    <message>
        <source>value+-tolerance, such as 42+-0.5</source>
        <translation>Wert+-Toleranz, etwa 42+-0.5</translation>
    </message>
    <message>
        <source>a file with a rubric</source>
        <translation>eine Datei mit Bewertungskriterien</translation>
    </message>
    <message>
        <source>Kind of check %1</source>
        <translation>Art der Prüfung %1</translation>
    </message>
    <message>
        <source>Value of check %1</source>
        <translation>Wert der Prüfung %1</translation>
    </message>
</context>
<context>
    <name>ui::ColumnChoices</name>
    <message>
        <source>Which column holds what? Its first rows:</source>
        <translation>Welche Spalte enthält was? Die ersten Zeilen:</translation>
    </message>
    <message>
        <source>First rows of the table</source>
        <translation>Erste Zeilen der Tabelle</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Tag</translation>
    </message>
    <message>
        <source>&amp;Time of the request</source>
        <translation>&amp;Zeit der Anfrage</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>I&amp;nput tokens</source>
        <translation>Ei&amp;ngabetoken</translation>
    </message>
    <message>
        <source>&amp;Output tokens</source>
        <translation>A&amp;usgabetoken</translation>
    </message>
    <message>
        <source>of them &amp;reasoning</source>
        <translation>davon Nach&amp;denken</translation>
    </message>
    <message>
        <source>Cost in &amp;USD</source>
        <translation>K&amp;osten in USD</translation>
    </message>
    <message>
        <source>Re&amp;quests</source>
        <translation>An&amp;fragen</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projekt</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>of them cach&amp;ed</source>
        <translation>davon aus dem Cach&amp;e</translation>
    </message>
    <message>
        <source>Id o&amp;f the request</source>
        <translation>Kennung de&amp;r Anfrage</translation>
    </message>
</context>
<context>
    <name>ui::CommandPalette</name>
    <message>
        <source>Find an action</source>
        <translation>Aktion suchen</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
</context>
<context>
    <name>ui::CompareBar</name>
    <message>
        <source>Lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Choose which models are asked (Ctrl+Shift+L)</source>
        <translation>Wählen, welche Modelle gefragt werden (Strg+Umschalt+L)</translation>
    </message>
    <message>
        <source>Add a lane</source>
        <translation>Spur hinzufügen</translation>
    </message>
    <message>
        <source>Add a lane (Ctrl+T)</source>
        <translation>Spur hinzufügen (Strg+T)</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Shade what the lanes agree on (Ctrl+Shift+A)</source>
        <translation>Farbig unterlegen, worin die Spuren übereinstimmen (Strg+Umschalt+A)</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>Blind</translation>
    </message>
    <message>
        <source>Compare blind</source>
        <translation>Blind vergleichen</translation>
    </message>
    <message>
        <source>Hide names, order and figures until you have voted (Ctrl+Shift+B)</source>
        <translation>Namen, Reihenfolge und Zahlen bis zur Abstimmung verbergen (Strg+Umschalt+B)</translation>
    </message>
    <message>
        <source>Answers as the models wrote them (Ctrl+U)</source>
        <translation>Antworten, wie die Modelle sie schrieben (Strg+U)</translation>
    </message>
    <message>
        <source>Line-up: %1</source>
        <translation>Aufstellung: %1</translation>
    </message>
</context>
<context>
    <name>ui::ComparePage</name>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Add a lane</source>
        <translation>Spur hinzufügen</translation>
    </message>
    <message>
        <source>The answer is copied.</source>
        <translation>Die Antwort ist kopiert.</translation>
    </message>
    <message>
        <source>The ledger could not be written: %1</source>
        <translation>Das Kassenbuch ließ sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>Choose models</source>
        <translation>Modelle wählen</translation>
    </message>
    <message>
        <source>Ask several models at once</source>
        <translation>Mehrere Modelle zugleich fragen</translation>
    </message>
    <message>
        <source>Choose the models to compare</source>
        <translation>Modelle zum Vergleichen wählen</translation>
    </message>
    <message>
        <source>Add a provider account first: its models answer here side by side, with time, tokens and cost on every lane.</source>
        <translation>Zuerst ein Anbieterkonto hinzufügen: seine Modelle antworten hier nebeneinander, mit Zeit, Token und Kosten auf jeder Spur.</translation>
    </message>
    <message>
        <source>Every model you choose gets a lane. All lanes answer the same prompt at the same time.</source>
        <translation>Jedes gewählte Modell bekommt eine Spur. Alle Spuren beantworten denselben Prompt zur selben Zeit.</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>1 lane</source>
        <translation>1 Spur</translation>
    </message>
    <message numerus="yes">
        <source>%n lanes</source>
        <translation>
            <numerusform>%n Spur</numerusform>
            <numerusform>%n Spuren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 running</source>
        <translation>%1, %2 aktiv</translation>
    </message>
    <message>
        <source>This run may be expensive</source>
        <translation>Dieser Lauf kann teuer werden</translation>
    </message>
    <message>
        <source>This run will probably cost %1.</source>
        <translation>Dieser Lauf kostet voraussichtlich %1.</translation>
    </message>
    <message>
        <source>You are asked above $%1; the limit can be changed in the settings.</source>
        <translation>Über $%1 wird nachgefragt; die Grenze lässt sich in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Trotzdem senden</translation>
    </message>
    <message>
        <source>What still ran of the earlier prompt was stopped.</source>
        <translation>Was vom vorigen Prompt noch lief, wurde angehalten.</translation>
    </message>
    <message>
        <source>Nothing was sent: %1</source>
        <translation>Es wurde nichts gesendet: %1</translation>
    </message>
    <message>
        <source>Open this address?</source>
        <translation>Diese Adresse öffnen?</translation>
    </message>
    <message>
        <source>A model wrote this link. It opens outside of Switchyard:</source>
        <translation>Ein Modell hat diesen Link geschrieben. Er öffnet sich außerhalb von Switchyard:</translation>
    </message>
    <message>
        <source>This link is not opened: only web and mail addresses are.</source>
        <translation>Dieser Link wird nicht geöffnet: nur Web- und Mailadressen.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Send the prompt</source>
        <translation>Prompt senden</translation>
    </message>
    <message>
        <source>Stop all lanes</source>
        <translation>Alle Spuren anhalten</translation>
    </message>
    <message>
        <source>Start a new prompt</source>
        <translation>Neuen Prompt beginnen</translation>
    </message>
    <message>
        <source>Go to the prompt</source>
        <translation>Zum Prompt gehen</translation>
    </message>
    <message>
        <source>Choose the line-up</source>
        <translation>Aufstellung wählen</translation>
    </message>
    <message>
        <source>Show or hide the system prompt</source>
        <translation>Systemprompt zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Edit the sent prompt</source>
        <translation>Gesendeten Prompt bearbeiten</translation>
    </message>
    <message>
        <source>Send the same prompt again</source>
        <translation>Denselben Prompt noch einmal senden</translation>
    </message>
    <message>
        <source>Show answers rendered or as source</source>
        <translation>Antworten formatiert oder als Quelltext zeigen</translation>
    </message>
    <message>
        <source>Find in all lanes</source>
        <translation>In allen Spuren suchen</translation>
    </message>
    <message>
        <source>Find the next match</source>
        <translation>Nächsten Treffer suchen</translation>
    </message>
    <message>
        <source>Find the previous match</source>
        <translation>Vorigen Treffer suchen</translation>
    </message>
    <message>
        <source>Go to the next lane</source>
        <translation>Zur nächsten Spur gehen</translation>
    </message>
    <message>
        <source>Go to the previous lane</source>
        <translation>Zur vorigen Spur gehen</translation>
    </message>
    <message>
        <source>Open the lane&apos;s menu</source>
        <translation>Menü der Spur öffnen</translation>
    </message>
    <message>
        <source>Show or hide the lane&apos;s reasoning</source>
        <translation>Gedanken der Spur zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Copy the lane&apos;s answer</source>
        <translation>Antwort der Spur kopieren</translation>
    </message>
    <message>
        <source>Copy the lane&apos;s answer as plain text</source>
        <translation>Antwort der Spur als reinen Text kopieren</translation>
    </message>
    <message>
        <source>Retry the lane</source>
        <translation>Spur wiederholen</translation>
    </message>
    <message>
        <source>Stop the lane</source>
        <translation>Spur anhalten</translation>
    </message>
    <message>
        <source>Try the waiting lane now</source>
        <translation>Wartende Spur jetzt versuchen</translation>
    </message>
    <message>
        <source>Swap the lane&apos;s model</source>
        <translation>Modell der Spur wechseln</translation>
    </message>
    <message>
        <source>Maximise the lane, or show all</source>
        <translation>Spur maximieren oder alle zeigen</translation>
    </message>
    <message>
        <source>Move the lane left</source>
        <translation>Spur nach links</translation>
    </message>
    <message>
        <source>Move the lane right</source>
        <translation>Spur nach rechts</translation>
    </message>
    <message>
        <source>Remove the lane</source>
        <translation>Spur entfernen</translation>
    </message>
    <message>
        <source>Lane %1: %2 of %3</source>
        <translation>Spur %1: %2 von %3</translation>
    </message>
    <message>
        <source>Show or hide earlier turns</source>
        <translation>Frühere Runden zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Go to the previous turn</source>
        <translation>Zur vorigen Runde</translation>
    </message>
    <message>
        <source>Go to the next turn</source>
        <translation>Zur nächsten Runde</translation>
    </message>
    <message>
        <source>Show what will be sent</source>
        <translation>Zeigen, was gesendet wird</translation>
    </message>
    <message>
        <source>Nothing was sent: a file is still being read.</source>
        <translation>Es wurde nichts gesendet: eine Datei wird noch gelesen.</translation>
    </message>
    <message>
        <source>Nothing was sent: the variable {{%1}} has no value.</source>
        <translation>Es wurde nichts gesendet: die Variable {{%1}} hat keinen Wert.</translation>
    </message>
    <message>
        <source>Nothing was sent: there is no text for %1, which cannot take pictures.</source>
        <translation>Es wurde nichts gesendet: für %1 gibt es keinen Text, und Bilder nimmt das Modell nicht an.</translation>
    </message>
    <message>
        <source>Vote the lane&apos;s answer the best</source>
        <translation>Antwort der Spur zur besten wählen</translation>
    </message>
    <message>
        <source>Mark the lane&apos;s answer as good</source>
        <translation>Antwort der Spur als gut markieren</translation>
    </message>
    <message>
        <source>Mark the lane&apos;s answer as poor</source>
        <translation>Antwort der Spur als schlecht markieren</translation>
    </message>
    <message>
        <source>What will be sent names the models; you will see it after the vote.</source>
        <translation>Was gesendet wird, nennt die Modelle; zu sehen ist es nach der Abstimmung.</translation>
    </message>
    <message>
        <source>What still ran was stopped.</source>
        <translation>Was noch lief, wurde gestoppt.</translation>
    </message>
    <message>
        <source>The lanes can be changed after the vote.</source>
        <translation>Nach der Abstimmung lassen sich die Spuren ändern.</translation>
    </message>
    <message>
        <source>There is no sent prompt to edit.</source>
        <translation>Es gibt keinen gesendeten Prompt zum Bearbeiten.</translation>
    </message>
    <message>
        <source>The rules of “%1” choose who is asked.</source>
        <translation>Die Regeln von „%1“ wählen, wer gefragt wird.</translation>
    </message>
    <message>
        <source>Back to the other lanes</source>
        <translation>Zurück zu den anderen Spuren</translation>
    </message>
    <message>
        <source>Send the prompt through routes</source>
        <translation>Prompt über Routen senden</translation>
    </message>
    <message>
        <source>Ask the next model of the lane&apos;s rule</source>
        <translation>Das nächste Modell der Regel der Spur fragen</translation>
    </message>
</context>
<context>
    <name>ui::Composer</name>
    <message>
        <source>S&amp;ystem</source>
        <translation>S&amp;ystem</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Ask all lanes. Ctrl+Enter sends.</source>
        <translation>Alle Spuren fragen. Strg+Eingabe sendet.</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Systemprompt</translation>
    </message>
    <message>
        <source>System prompt: who the models should be, what always holds</source>
        <translation>Systemprompt: wer die Modelle sein sollen, was immer gilt</translation>
    </message>
    <message>
        <source>Send the prompt to every lane (Ctrl+Enter)</source>
        <translation>Den Prompt an jede Spur senden (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>S&amp;ystem: set</source>
        <translation>S&amp;ystem: gesetzt</translation>
    </message>
    <message>
        <source>Add a system prompt</source>
        <translation>Systemprompt hinzufügen</translation>
    </message>
    <message>
        <source>Ask a follow-up, or start a new prompt with Ctrl+N.</source>
        <translation>Weiterfragen, oder mit Strg+N neu beginnen.</translation>
    </message>
    <message>
        <source>&amp;Attach</source>
        <translation>&amp;Anhängen</translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation>&amp;Vorlage</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Send them anyway</source>
        <translation>Trotzdem senden</translation>
    </message>
    <message>
        <source>What is known of a model may be out of date.</source>
        <translation>Was über ein Modell bekannt ist, kann veraltet sein.</translation>
    </message>
    <message>
        <source>Remove these lanes</source>
        <translation>Diese Spuren entfernen</translation>
    </message>
    <message>
        <source>Attach pictures or text files; they can also be dropped or pasted here</source>
        <translation>Bilder oder Textdateien anhängen; sie lassen sich auch hierher ziehen oder einfügen</translation>
    </message>
    <message>
        <source>Use or save a prompt</source>
        <translation>Einen Prompt verwenden oder speichern</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of models</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>As far as is known, %1 cannot take pictures and may refuse them.</source>
        <translation>Soweit bekannt, nimmt %1 keine Bilder an und lehnt sie womöglich ab.</translation>
    </message>
    <message>
        <source>%1 cannot take pictures and gets the text alone.</source>
        <translation>%1 nimmt keine Bilder an und bekommt nur den Text.</translation>
    </message>
    <message>
        <source>As far as is known, these models cannot take pictures and may refuse them: %1.</source>
        <translation>Soweit bekannt, nehmen diese Modelle keine Bilder an und lehnen sie womöglich ab: %1.</translation>
    </message>
    <message>
        <source>These models cannot take pictures and get the text alone: %1.</source>
        <translation>Diese Modelle nehmen keine Bilder an und bekommen nur den Text: %1.</translation>
    </message>
    <message>
        <source>Send through &amp;routes</source>
        <translation>Über &amp;Routen senden</translation>
    </message>
    <message>
        <source>Send the prompt to the model that the rules of “%1” choose</source>
        <translation>Den Prompt an das Modell senden, das die Regeln von „%1“ wählen</translation>
    </message>
    <message>
        <source>Send the prompt to the model that a rule set chooses</source>
        <translation>Den Prompt an das Modell senden, das ein Regelsatz wählt</translation>
    </message>
</context>
<context>
    <name>ui::ComposerNote</name>
    <message>
        <source>Hide this note</source>
        <translation>Diesen Hinweis verbergen</translation>
    </message>
</context>
<context>
    <name>ui::ConditionEditor</name>
    <message>
        <source>+ &amp;Condition</source>
        <translation>+ &amp;Bedingung</translation>
    </message>
    <message>
        <source>+ &amp;Group</source>
        <translation>+ &amp;Gruppe</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
        <source>Add a group of conditions</source>
        <translation>Gruppe von Bedingungen hinzufügen</translation>
    </message>
    <message>
        <source>Conditions of which one or all must hold, as one part of this</source>
        <translation>Bedingungen, von denen eine oder alle gelten müssen, als ein Teil davon</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>+ Condition</source>
        <translation>+ Bedingung</translation>
    </message>
    <message>
        <source>Add a condition to this group</source>
        <translation>Bedingung zu dieser Gruppe hinzufügen</translation>
    </message>
    <message>
        <source>How many conditions of the group must hold</source>
        <translation>Wie viele Bedingungen der Gruppe gelten müssen</translation>
    </message>
    <message>
        <source>all of these</source>
        <translation>alle davon</translation>
    </message>
    <message>
        <source>any of these</source>
        <translation>eine davon</translation>
    </message>
    <message>
        <source>not all of these</source>
        <translation>nicht alle davon</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>keine davon</translation>
    </message>
    <message>
        <source>Remove the group</source>
        <translation>Gruppe entfernen</translation>
    </message>
</context>
<context>
    <name>ui::ConditionRow</name>
    <message>
        <source>not</source>
        <translation>nicht</translation>
    </message>
    <message>
        <source>More for this condition</source>
        <translation>Mehr zu dieser Bedingung</translation>
    </message>
    <message>
        <source>Remove the condition</source>
        <translation>Bedingung entfernen</translation>
    </message>
    <message>
        <source>Between the conditions of this group: “and” or “or”</source>
        <translation>Zwischen den Bedingungen dieser Gruppe: „und“ oder „oder“</translation>
    </message>
    <message>
        <source>The contrary of what follows; press to take it away</source>
        <translation>Das Gegenteil des Folgenden; ein Druck nimmt es weg</translation>
    </message>
    <message>
        <source>&amp;Not</source>
        <translation>&amp;Nicht</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>Put into a &amp;group</source>
        <translation>In eine &amp;Gruppe setzen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>%1, before condition %2</source>
        <translation>%1, vor Bedingung %2</translation>
    </message>
    <message>
        <source>Condition %1 must not hold</source>
        <translation>Bedingung %1 darf nicht gelten</translation>
    </message>
    <message>
        <source>Subject of condition %1</source>
        <translation>Gegenstand der Bedingung %1</translation>
    </message>
    <message>
        <source>Comparison of condition %1</source>
        <translation>Vergleich der Bedingung %1</translation>
    </message>
</context>
<context>
    <name>ui::ConnectStep</name>
    <message>
        <source>&amp;Start comparing</source>
        <translation>&amp;Vergleich beginnen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Testing the connection</source>
        <translation>Verbindung wird getestet</translation>
    </message>
    <message>
        <source>Ready to compare</source>
        <translation>Bereit zum Vergleichen</translation>
    </message>
    <message>
        <source>One more step</source>
        <translation>Noch ein Schritt</translation>
    </message>
    <message>
        <source>The account was not saved</source>
        <translation>Das Konto wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>Go back and keep the key in another place.</source>
        <translation>Zurückgehen und den Schlüssel an anderer Stelle aufbewahren.</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionSection</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Pro&amp;vider</source>
        <translation>&amp;Anbieter</translation>
    </message>
    <message>
        <source>Base &amp;URL</source>
        <translation>Basis-&amp;URL</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>%1 - %2</source>
        <translation>%1 - %2</translation>
    </message>
</context>
<context>
    <name>ui::ContextDialog</name>
    <message>
        <source>What will be sent</source>
        <translation>Was gesendet wird</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>about %L1 tokens</source>
        <translation>etwa %L1 Token</translation>
    </message>
    <message>
        <source>mark %1</source>
        <translation>Marke %1</translation>
    </message>
    <message>
        <source>left out, because there is no answer in this branch: turn %1</source>
        <translation>ausgelassen, weil es in diesem Zweig keine Antwort gibt: Runde %1</translation>
    </message>
    <message>
        <source>Lanes with the same mark are sent the same messages.</source>
        <translation>Spuren mit derselben Marke bekommen dieselben Nachrichten.</translation>
    </message>
</context>
<context>
    <name>ui::ConvertedLabel</name>
    <message>
        <source>%1 at %2; for display only</source>
        <comment>amount, rate</comment>
        <translation>%1 bei %2; nur zur Anzeige</translation>
    </message>
</context>
<context>
    <name>ui::CrossCheckWindow</name>
    <message>
        <source>Models answer differently each time unless they are asked with temperature 0, and often even then. More input tokens for the same prompt mean another tokenizer or words the seller adds.</source>
        <translation>Modelle antworten jedes Mal anders, wenn sie nicht mit Temperatur 0 gefragt werden, und oft selbst dann. Mehr Eingabetoken für denselben Prompt bedeuten einen anderen Tokenizer oder Wörter, die der Anbieter hinzufügt.</translation>
    </message>
    <message>
        <source>Cross-check</source>
        <translation>Gegenprobe</translation>
    </message>
    <message>
        <source>second to first</source>
        <translation>zweites zu erstem</translation>
    </message>
</context>
<context>
    <name>ui::CurrencyChoice</name>
    <message>
        <source>Currency that amounts are also shown in</source>
        <translation>Währung, in der Beträge auch angezeigt werden</translation>
    </message>
    <message>
        <source>&amp;Show amounts also in</source>
        <translation>Beträge auch an&amp;zeigen in</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no further currency</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>%1 (no rate)</source>
        <comment>a currency</comment>
        <translation>%1 (kein Kurs)</translation>
    </message>
    <message>
        <source>%1. For display only: costs, budgets and exports stay in US dollars.</source>
        <comment>a rate</comment>
        <translation>%1. Nur zur Anzeige: Kosten, Budgets und Exporte bleiben in US-Dollar.</translation>
    </message>
    <message>
        <source>There is no rate of %1 any more. Set one under “Exchange rates” below, or choose none.</source>
        <translation>Für %1 gibt es keinen Kurs mehr. Legen Sie unten unter „Wechselkurse“ einen fest, oder wählen Sie keine.</translation>
    </message>
    <message>
        <source>To choose a currency, set its rate under “Exchange rates” below; none is fetched.</source>
        <translation>Um eine Währung zu wählen, legen Sie unten unter „Wechselkurse“ ihren Kurs fest; keiner wird abgerufen.</translation>
    </message>
</context>
<context>
    <name>ui::DataPane</name>
    <message>
        <source>Reading the ledger …</source>
        <translation>Das Kassenbuch wird gelesen …</translation>
    </message>
    <message>
        <source>&amp;Check the ledger</source>
        <translation>Kassenbuch &amp;prüfen</translation>
    </message>
    <message>
        <source>Whether the file is whole and every sum is that of its attempts</source>
        <translation>Ob die Datei heil ist und jede Summe die ihrer Versuche</translation>
    </message>
    <message>
        <source>Back &amp;up …</source>
        <translation>Sich&amp;ern …</translation>
    </message>
    <message>
        <source>A copy of the whole ledger, made while it is in use</source>
        <translation>Eine Kopie des ganzen Kassenbuchs, die entsteht, während es benutzt wird</translation>
    </message>
    <message>
        <source>E&amp;xport usage …</source>
        <translation>Verbrauch e&amp;xportieren …</translation>
    </message>
    <message>
        <source>All attempts as a table or as lines of JSON, without texts</source>
        <translation>Alle Versuche als Tabelle oder als Zeilen von JSON, ohne Texte</translation>
    </message>
    <message>
        <source>Remove attempts from before this day</source>
        <translation>Versuche von vor diesem Tag entfernen</translation>
    </message>
    <message>
        <source>Remove attempts from be&amp;fore</source>
        <translation>Versuche entfernen von &amp;vor dem</translation>
    </message>
    <message>
        <source>&amp;See what would go</source>
        <translation>&amp;Zeigen, was wegfiele</translation>
    </message>
    <message>
        <source>The ledger could not be read</source>
        <translation>Das Kassenbuch konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Tr&amp;y again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1, of which %2 are not in use</source>
        <translation>%1, davon %2 nicht benutzt</translation>
    </message>
    <message>
        <source>File: %1, its log of what was written last: %2</source>
        <translation>Datei: %1, ihr Protokoll des zuletzt Geschriebenen: %2</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>%1, of which %2 were imported</source>
        <translation>%1, davon %2 importiert</translation>
    </message>
    <message>
        <source>In the totals</source>
        <translation>In den Summen</translation>
    </message>
    <message>
        <source>%1 attempts, also those of before %2 that were removed</source>
        <translation>%1 Versuche, auch die entfernten von vor dem %2</translation>
    </message>
    <message>
        <source>%1 attempts</source>
        <translation>%1 Versuche</translation>
    </message>
    <message>
        <source>Oldest attempt</source>
        <translation>Ältester Versuch</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message>
        <source>kept of %1 of %2 runs</source>
        <translation>von %1 der %2 Läufe behalten</translation>
    </message>
    <message>
        <source>Prompts and answers</source>
        <translation>Prompts und Antworten</translation>
    </message>
    <message>
        <source>%1; of new ones none are kept</source>
        <translation>%1; von neuen werden keine behalten</translation>
    </message>
    <message>
        <source>Checking the sums, then the file …</source>
        <translation>Erst werden die Summen geprüft, dann die Datei …</translation>
    </message>
    <message>
        <source>The check was cancelled</source>
        <translation>Die Prüfung wurde abgebrochen</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The ledger could not be checked</source>
        <translation>Das Kassenbuch konnte nicht geprüft werden</translation>
    </message>
    <message>
        <source>The file is whole, and all sums are those of their attempts</source>
        <translation>Die Datei ist heil, und alle Summen sind die ihrer Versuche</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>Die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>Copy it before you go on; SQLite&apos;s .recover command can save what is legible.</source>
        <translation>Kopiere sie, bevor es weitergeht; SQLites Befehl .recover kann retten, was lesbar ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n sums are not those of their attempts</source>
        <translation>
            <numerusform>%n Summe ist nicht die ihrer Versuche</numerusform>
            <numerusform>%n Summen sind nicht die ihrer Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>The attempts themselves are whole; the sums can be made from them anew.</source>
        <translation>Die Versuche selbst sind heil; aus ihnen können die Summen neu gebildet werden.</translation>
    </message>
    <message>
        <source>Make the su&amp;ms anew</source>
        <translation>Summen &amp;neu bilden</translation>
    </message>
    <message>
        <source>Making the sums anew …</source>
        <translation>Die Summen werden neu gebildet …</translation>
    </message>
    <message>
        <source>The sums are not all made anew</source>
        <translation>Noch sind nicht alle Summen neu gebildet</translation>
    </message>
    <message>
        <source>Totals stay right meanwhile; check the ledger to go on.</source>
        <translation>Gesamtwerte bleiben unterdessen richtig; mit einer Prüfung des Kassenbuchs geht es weiter.</translation>
    </message>
    <message>
        <source>The sums were made anew</source>
        <translation>Die Summen wurden neu gebildet</translation>
    </message>
    <message>
        <source>The sums could not be made anew</source>
        <translation>Die Summen konnten nicht neu gebildet werden</translation>
    </message>
    <message>
        <source>Back up the ledger</source>
        <translation>Kassenbuch sichern</translation>
    </message>
    <message>
        <source>Copying the ledger …</source>
        <translation>Das Kassenbuch wird kopiert …</translation>
    </message>
    <message>
        <source>The backup was cancelled</source>
        <translation>Die Sicherung wurde abgebrochen</translation>
    </message>
    <message>
        <source>No file was left.</source>
        <translation>Es blieb keine Datei zurück.</translation>
    </message>
    <message>
        <source>The ledger was copied</source>
        <translation>Das Kassenbuch wurde kopiert</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Sho&amp;w in file manager</source>
        <translation>In der Dateiver&amp;waltung zeigen</translation>
    </message>
    <message>
        <source>The ledger could not be copied</source>
        <translation>Das Kassenbuch konnte nicht kopiert werden</translation>
    </message>
    <message>
        <source>Counting what would go …</source>
        <translation>Es wird gezählt, was wegfiele …</translation>
    </message>
    <message>
        <source>The count was cancelled</source>
        <translation>Die Zählung wurde abgebrochen</translation>
    </message>
    <message>
        <source>Nothing from before %1 can be removed</source>
        <translation>Von vor dem %1 kann nichts entfernt werden</translation>
    </message>
    <message>
        <source>With them go %1 runs and %2 of prompts and answers. Totals stay as they are.</source>
        <translation>Mit ihnen gehen %1 Läufe und %2 an Prompts und Antworten. Gesamtwerte bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>%1 runs of that time stay: they are pinned, in an evaluation or in a conversation that went on.</source>
        <translation>%1 Läufe aus dieser Zeit bleiben: Sie sind angeheftet, Teil einer Auswertung oder eines Gesprächs, das weiterging.</translation>
    </message>
    <message>
        <source>%1 attempts from before %2 would be removed for good</source>
        <translation>%1 Versuche von vor dem %2 würden endgültig entfernt</translation>
    </message>
    <message>
        <source>Remo&amp;ve them</source>
        <translation>Entfer&amp;nen</translation>
    </message>
    <message>
        <source>Removing …</source>
        <translation>Es wird entfernt …</translation>
    </message>
    <message>
        <source>Removing was cancelled</source>
        <translation>Das Entfernen wurde abgebrochen</translation>
    </message>
    <message>
        <source>What is gone stays gone, the rest stays; totals are as they were.</source>
        <translation>Was weg ist, bleibt weg, der Rest bleibt; Gesamtwerte sind wie zuvor.</translation>
    </message>
    <message>
        <source>Not everything could be removed</source>
        <translation>Nicht alles konnte entfernt werden</translation>
    </message>
    <message>
        <source>%1 attempts and %2 runs were removed</source>
        <translation>%1 Versuche und %2 Läufe wurden entfernt</translation>
    </message>
    <message>
        <source>The room they took is used again for what comes; totals are as they were.</source>
        <translation>Ihr Platz wird für Kommendes wieder benutzt; Gesamtwerte sind wie zuvor.</translation>
    </message>
    <message>
        <source>Time zone of days</source>
        <translation>Zeitzone der Tage</translation>
    </message>
</context>
<context>
    <name>ui::DiffView</name>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Compare word by word</source>
        <translation>Wort für Wort vergleichen</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Compare line by line</source>
        <translation>Zeile für Zeile vergleichen</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Compare paragraphs and blocks of code as a whole</source>
        <translation>Absätze und Codeblöcke als Ganzes vergleichen</translation>
    </message>
    <message>
        <source>Show both answers side by side</source>
        <translation>Beide Antworten nebeneinander zeigen</translation>
    </message>
    <message>
        <source>Back to the answer</source>
        <translation>Zurück zur Antwort</translation>
    </message>
    <message>
        <source>Compared with %1</source>
        <translation>Verglichen mit %1</translation>
    </message>
    <message>
        <source>Difference between %1 and %2</source>
        <translation>Unterschied zwischen %1 und %2</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>Wird verglichen …</translation>
    </message>
    <message>
        <source>The answers are identical.</source>
        <translation>Die Antworten sind gleich.</translation>
    </message>
    <message>
        <source>Identical but for spaces and line ends.</source>
        <translation>Gleich bis auf Leerzeichen und Zeilenenden.</translation>
    </message>
    <message>
        <source>Words: %L1 removed, %L2 added</source>
        <translation>Wörter: %L1 entfernt, %L2 hinzugefügt</translation>
    </message>
    <message>
        <source>Lines: %L1 removed, %L2 added</source>
        <translation>Zeilen: %L1 entfernt, %L2 hinzugefügt</translation>
    </message>
    <message>
        <source>Blocks: %L1 removed, %L2 added</source>
        <translation>Blöcke: %L1 entfernt, %L2 hinzugefügt</translation>
    </message>
    <message>
        <source>%1; parts are too different to tell more</source>
        <translation>%1; Teile sind zu verschieden für Genaueres</translation>
    </message>
    <message>
        <source>%1 (base)</source>
        <translation>%1 (Vergleichsspur)</translation>
    </message>
</context>
<context>
    <name>ui::DifferenceDesk</name>
    <message>
        <source>Agreement needs the answers of two lanes.</source>
        <translation>Übereinstimmung braucht die Antworten zweier Spuren.</translation>
    </message>
    <message>
        <source>There is no other answer to compare with.</source>
        <translation>Es gibt keine andere Antwort zum Vergleichen.</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Show how the lane differs from the base</source>
        <translation>Zeigen, worin sich die Spur von der Vergleichsspur unterscheidet</translation>
    </message>
    <message>
        <source>Use the lane as the base of differences</source>
        <translation>Spur als Vergleichsspur verwenden</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Show or hide what the lanes agree on</source>
        <translation>Zeigen oder verbergen, worin die Spuren übereinstimmen</translation>
    </message>
    <message>
        <source>Go to the next difference in all lanes</source>
        <translation>Zum nächsten Unterschied in allen Spuren gehen</translation>
    </message>
    <message>
        <source>Go to the previous difference in all lanes</source>
        <translation>Zum vorigen Unterschied in allen Spuren gehen</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Alle Tasten zeigen</translation>
    </message>
</context>
<context>
    <name>ui::EmptyRoutes</name>
    <message>
        <source>Let rules choose the model</source>
        <translation>Regeln das Modell wählen lassen</translation>
    </message>
    <message>
        <source>A rule set sends each call to the model that fits it, by task, length, tags or load, and to another one when that fails. It stands wherever a model can, as route/NAME. Nothing changes before you activate it.</source>
        <translation>Ein Regelsatz schickt jeden Aufruf an das passende Modell, nach Aufgabe, Länge, Tags oder Auslastung, und an ein anderes, wenn jenes scheitert. Er steht überall, wo ein Modell stehen kann, als route/NAME. Vor der Aktivierung ändert sich nichts.</translation>
    </message>
    <message>
        <source>New rule set</source>
        <translation>Neuer Regelsatz</translation>
    </message>
    <message>
        <source>A set with nothing but a default</source>
        <translation>Ein Regelsatz nur mit einer Vorgabe</translation>
    </message>
</context>
<context>
    <name>ui::ErrorsChart</name>
    <message>
        <source>Errors by kind over time</source>
        <translation>Fehler nach Art im Zeitverlauf</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two days</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>count, kind of error</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: no errors in %2</source>
        <comment>days, requests</comment>
        <translation>%1: keine Fehler bei %2</translation>
    </message>
    <message>
        <source>%1: %2 in %3</source>
        <comment>days, errors, requests</comment>
        <translation>%1: %2 bei %3</translation>
    </message>
</context>
<context>
    <name>ui::ErrorsPane</name>
    <message>
        <source>No requests in this period.</source>
        <translation>Keine Anfragen in diesem Zeitraum.</translation>
    </message>
    <message>
        <source>No request failed in this period.</source>
        <translation>In diesem Zeitraum schlug keine Anfrage fehl.</translation>
    </message>
    <message>
        <source>%1 of %2 requests failed, were interrupted or refused (%3).</source>
        <comment>counts, share</comment>
        <translation>%1 von %2 Anfragen schlugen fehl, brachen ab oder wurden abgelehnt (%3).</translation>
    </message>
    <message>
        <source>They cost nothing.</source>
        <translation>Sie kosteten nichts.</translation>
    </message>
    <message>
        <source>They cost %1 all the same.</source>
        <translation>Sie kosteten trotzdem %1.</translation>
    </message>
    <message>
        <source>Errors: %1 at %2</source>
        <comment>kind, account</comment>
        <translation>Fehler: %1 bei %2</translation>
    </message>
    <message>
        <source>Show %1 more</source>
        <comment>kinds of errors at accounts</comment>
        <translation>%1 weitere zeigen</translation>
    </message>
</context>
<context>
    <name>ui::EvaluatePage</name>
    <message>
        <source>Parts of this page</source>
        <translation>Bereiche dieser Seite</translation>
    </message>
    <message>
        <source>Prompt sets</source>
        <translation>Prompt-Sammlungen</translation>
    </message>
    <message>
        <source>Scoreboard</source>
        <translation>Rangliste</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Show the prompt sets</source>
        <translation>Prompt-Sammlungen zeigen</translation>
    </message>
    <message>
        <source>Show the scoreboard</source>
        <translation>Rangliste zeigen</translation>
    </message>
</context>
<context>
    <name>ui::ExploreControls</name>
    <message>
        <source>Further figures</source>
        <translation>Weitere Größen</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>Aufgeteilt nach</translation>
    </message>
    <message>
        <source>Split further by</source>
        <translation>Weiter aufgeteilt nach</translation>
    </message>
    <message>
        <source>How many are shown, the rest as Other</source>
        <translation>Wie viele gezeigt werden, der Rest als Andere</translation>
    </message>
    <message>
        <source>Steps of time</source>
        <translation>Zeitschritte</translation>
    </message>
    <message>
        <source>Cumulative</source>
        <translation>Aufsummiert</translation>
    </message>
    <message>
        <source>How it is drawn</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>Was das Diagramm zeigt</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Input and output tokens</source>
        <translation>Eingabe- und Ausgabetoken</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Failed, interrupted or refused requests</source>
        <translation>Fehlgeschlagene, abgebrochene oder abgelehnte Anfragen</translation>
    </message>
    <message>
        <source>Sum up from the begin of the period</source>
        <translation>Vom Beginn des Zeitraums an aufsummieren</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>The first %1</source>
        <translation>Die ersten %1</translation>
    </message>
    <message>
        <source>top %1</source>
        <translation>erste %1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>As suits the period</source>
        <translation>Passend zum Zeitraum</translation>
    </message>
    <message>
        <source>Stacked bars</source>
        <translation>Gestapelte Balken</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Anteile</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>alles zusammen</translation>
    </message>
    <message>
        <source>Not further</source>
        <translation>Nicht weiter</translation>
    </message>
    <message>
        <source>and …</source>
        <translation>und …</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Nach %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>and %1</source>
        <translation>und %1</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>How soon answers began and ended</source>
        <translation>Wie bald Antworten begannen und endeten</translation>
    </message>
</context>
<context>
    <name>ui::ExplorePane</name>
    <message>
        <source>Back to the longer period</source>
        <translation>Zurück zum längeren Zeitraum</translation>
    </message>
    <message>
        <source>The view as a table</source>
        <translation>Die Ansicht als Tabelle</translation>
    </message>
    <message>
        <source>Reading the ledger …</source>
        <translation>Das Kassenbuch wird gelesen …</translation>
    </message>
    <message>
        <source>The ledger could not be read</source>
        <translation>Das Kassenbuch ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>Shown %1: %2 would be too many bars for this period.</source>
        <translation>Gezeigt %1: %2 wären es zu viele Balken für diesen Zeitraum.</translation>
    </message>
    <message>
        <source>No request failed in this period.</source>
        <translation>In diesem Zeitraum schlug keine Anfrage fehl.</translation>
    </message>
    <message>
        <source>No known cost in this period.</source>
        <translation>Keine bekannten Kosten in diesem Zeitraum.</translation>
    </message>
    <message>
        <source>No call was rescued by a fallback in this period.</source>
        <translation>In diesem Zeitraum rettete kein Ausweichziel einen Aufruf.</translation>
    </message>
    <message>
        <source>Every request in this period has a price.</source>
        <translation>Jede Anfrage in diesem Zeitraum hat einen Preis.</translation>
    </message>
    <message>
        <source>Nothing came from a cache in this period.</source>
        <translation>In diesem Zeitraum kam nichts aus einem Cache.</translation>
    </message>
    <message>
        <source>Nothing in this period.</source>
        <translation>Nichts in diesem Zeitraum.</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>figure, days, time zone</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>What was sent in this period cost nothing.</source>
        <translation>Was in diesem Zeitraum gesendet wurde, hat nichts gekostet.</translation>
    </message>
</context>
<context>
    <name>ui::ExplorePicture</name>
    <message>
        <source>%1 · %2 %</source>
        <comment>amount, share</comment>
        <translation>%1 · %2 %</translation>
    </message>
    <message>
        <source>Whole period</source>
        <translation>Ganzer Zeitraum</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>a day</comment>
        <translation>bis %1</translation>
    </message>
</context>
<context>
    <name>ui::ExportDialog</name>
    <message>
        <source>Export usage</source>
        <translation>Verbrauch exportieren</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Table with every column (CSV)</source>
        <translation>Tabelle mit allen Spalten (CSV)</translation>
    </message>
    <message>
        <source>OpenTelemetry names (JSON lines)</source>
        <translation>Namen von OpenTelemetry (JSON-Zeilen)</translation>
    </message>
    <message>
        <source>Charges for finance (FOCUS, CSV)</source>
        <translation>Kosten für die Buchhaltung (FOCUS, CSV)</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>&amp;Include simulated requests</source>
        <translation>S&amp;imulierte Anfragen einbeziehen</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>&amp;Zeitraum</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>One object a line with the attribute names of OpenTelemetry for generative AI, and the usage as the provider reported it. No prompts, no answers.</source>
        <translation>Ein Objekt je Zeile mit den Attributnamen von OpenTelemetry für generative KI und dem Verbrauch, wie der Anbieter ihn meldete. Keine Prompts, keine Antworten.</translation>
    </message>
    <message>
        <source>One charge a row with the columns of the FinOps Open Cost and Usage Specification. An unknown cost stays empty.</source>
        <translation>Ein Kostenposten je Zeile mit den Spalten der FinOps Open Cost and Usage Specification. Unbekannte Kosten bleiben leer.</translation>
    </message>
    <message>
        <source>One attempt a row with its tokens, times and exact cost. No prompts, no answers.</source>
        <translation>Ein Versuch je Zeile mit seinen Token, Zeiten und genauen Kosten. Keine Prompts, keine Antworten.</translation>
    </message>
    <message>
        <source>The export was cancelled</source>
        <translation>Der Export wurde abgebrochen</translation>
    </message>
    <message>
        <source>%1 was not written.</source>
        <translation>%1 wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>The usage could not be exported</source>
        <translation>Der Verbrauch konnte nicht exportiert werden</translation>
    </message>
    <message>
        <source>Writing attempts …</source>
        <translation>Versuche werden geschrieben …</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 are unpriced: their cost is left empty.</source>
        <translation>%1 sind ohne Preis: Ihre Kosten bleiben leer.</translation>
    </message>
    <message>
        <source>%1 have no row, as nothing was charged for them.</source>
        <translation>%1 haben keine Zeile, weil für sie nichts berechnet wurde.</translation>
    </message>
    <message>
        <source>%1 attempts of %2 in all</source>
        <translation>%1 Versuche für zusammen %2</translation>
    </message>
    <message>
        <source>Sho&amp;w in file manager</source>
        <translation>In der Dateiver&amp;waltung zeigen</translation>
    </message>
</context>
<context>
    <name>ui::ExportMenu</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Whole conversation</source>
        <translation>Ganzes Gespräch</translation>
    </message>
    <message>
        <source>Copy the figures as a Markdown table</source>
        <translation>Zahlen als Markdown-Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy the figures for a spreadsheet</source>
        <translation>Zahlen für eine Tabellenkalkulation kopieren</translation>
    </message>
    <message>
        <source>Markdown …</source>
        <translation>Markdown …</translation>
    </message>
    <message>
        <source>Web page (HTML) …</source>
        <translation>Webseite (HTML) …</translation>
    </message>
    <message>
        <source>Table (CSV) …</source>
        <translation>Tabelle (CSV) …</translation>
    </message>
    <message>
        <source>JSON, to be imported again …</source>
        <translation>JSON, wieder importierbar …</translation>
    </message>
    <message>
        <source>There is no run to export yet.</source>
        <translation>Es gibt noch keinen Lauf zum Exportieren.</translation>
    </message>
    <message>
        <source>The run could not be read: %1</source>
        <translation>Der Lauf ließ sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation>Lauf exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Export %n runs</source>
        <translation>
            <numerusform>%n Lauf exportieren</numerusform>
            <numerusform>%n Läufe exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Exportiert nach %1.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 ließ sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>The figures are copied as a Markdown table.</source>
        <translation>Die Zahlen sind als Markdown-Tabelle kopiert.</translation>
    </message>
    <message>
        <source>The figures are copied; paste them into a spreadsheet.</source>
        <translation>Die Zahlen sind kopiert und lassen sich in eine Tabellenkalkulation einfügen.</translation>
    </message>
</context>
<context>
    <name>ui::FindBar</name>
    <message>
        <source>Find in all lanes</source>
        <translation>In allen Spuren suchen</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>kein Treffer</translation>
    </message>
    <message>
        <source>Matches: %L1</source>
        <translation>Treffer: %L1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>ui::FollowUpButton</name>
    <message>
        <source>lane %1, %2</source>
        <translation>Spur %1, %2</translation>
    </message>
    <message>
        <source>Instead of turn %1</source>
        <translation>Statt Runde %1</translation>
    </message>
    <message>
        <source>The next prompt takes this turn&apos;s place in a new branch. The old one stays in the menu of turns.</source>
        <translation>Der nächste Prompt tritt in einem neuen Zweig an die Stelle dieser Runde. Die alte bleibt im Menü der Runden.</translation>
    </message>
    <message>
        <source>Follow-up: own history</source>
        <translation>Weiter: eigener Verlauf</translation>
    </message>
    <message>
        <source>Each lane is given what was said in that lane.</source>
        <translation>Jede Spur bekommt, was in ihr gesagt wurde.</translation>
    </message>
    <message>
        <source>Follow-up: all after %1</source>
        <translation>Weiter: alle nach %1</translation>
    </message>
    <message>
        <source>Every lane is given the history of one lane.</source>
        <translation>Alle Spuren bekommen den Verlauf einer Spur.</translation>
    </message>
    <message>
        <source>Follow-up: shared</source>
        <translation>Weiter: gemeinsam</translation>
    </message>
    <message>
        <source>Every lane is given the answers of all lanes.</source>
        <translation>Alle Spuren bekommen die Antworten aller Spuren.</translation>
    </message>
    <message>
        <source>Each lane its own history</source>
        <translation>Jede Spur ihren eigenen Verlauf</translation>
    </message>
    <message>
        <source>All follow %1</source>
        <translation>Alle folgen %1</translation>
    </message>
    <message>
        <source>Every lane is given the history of this lane.</source>
        <translation>Alle Spuren bekommen den Verlauf dieser Spur.</translation>
    </message>
    <message>
        <source>Shared: all answers to every lane</source>
        <translation>Gemeinsam: alle Antworten für jede Spur</translation>
    </message>
    <message>
        <source>Each answer is headed by its model&apos;s name.</source>
        <translation>Über jeder Antwort steht der Name ihres Modells.</translation>
    </message>
    <message>
        <source>Show what will be sent …</source>
        <translation>Zeigen, was gesendet wird …</translation>
    </message>
    <message>
        <source>All follow the winner of the vote</source>
        <translation>Alle folgen dem Sieger der Abstimmung</translation>
    </message>
    <message>
        <source>Every lane is given the history of the lane that you voted best, else of the first one that has an answer.</source>
        <translation>Jede Spur bekommt den Verlauf der Spur, die Sie zur besten gewählt haben, sonst den der ersten mit einer Antwort.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Follow up: each lane its own history</source>
        <translation>Folgefrage: jede Spur mit eigenem Verlauf</translation>
    </message>
    <message>
        <source>Follow up: all after the winner of the vote</source>
        <translation>Folgefrage: alle nach dem Sieger der Abstimmung</translation>
    </message>
    <message>
        <source>Follow up: all answers to every lane</source>
        <translation>Folgefrage: alle Antworten an jede Spur</translation>
    </message>
</context>
<context>
    <name>ui::ForecastLabel</name>
    <message numerus="yes">
        <source>%1: a forecast needs %n days with requests</source>
        <comment>month</comment>
        <translation>
            <numerusform>%1: Eine Prognose braucht %n Tag mit Anfragen</numerusform>
            <numerusform>%1: Eine Prognose braucht %n Tage mit Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n so far.</source>
        <comment>days with requests of the month</comment>
        <translation>
            <numerusform>Bisher ist es %n.</numerusform>
            <numerusform>Bisher sind es %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>from an amount to another</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Forecast for %1 %2</source>
        <comment>month, amounts</comment>
        <translation>Prognose für %1 %2</translation>
    </message>
    <message>
        <source>%1 so far. At the pace of the whole month: %2. At the pace of the last seven days, the latest weighing most: %3.</source>
        <translation>Bisher %1. Im Tempo des ganzen Monats: %2. Im Tempo der letzten sieben Tage, die jüngsten am stärksten gewichtet: %3.</translation>
    </message>
    <message>
        <source>%1: no forecast, as nothing is known of what it cost</source>
        <comment>month</comment>
        <translation>%1: keine Prognose, da über die Kosten nichts bekannt ist</translation>
    </message>
    <message>
        <source>1 request of the month is unpriced.</source>
        <translation>1 Anfrage des Monats ist ohne Preis.</translation>
    </message>
    <message>
        <source>%1 requests of the month are unpriced.</source>
        <translation>%1 Anfragen des Monats sind ohne Preis.</translation>
    </message>
    <message>
        <source>%1 + %2 unpriced</source>
        <comment>forecast, requests</comment>
        <translation>%1 + %2 ohne Preis</translation>
    </message>
</context>
<context>
    <name>ui::HeadersSection</name>
    <message>
        <source>Sent with every request of this account and stored in plain text.</source>
        <translation>Wird mit jeder Anfrage dieses Kontos gesendet und im Klartext gespeichert.</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>Zusätzliche Header</translation>
    </message>
    <message>
        <source>Remove header</source>
        <translation>Header entfernen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Add &amp;header</source>
        <translation>&amp;Header hinzufügen</translation>
    </message>
</context>
<context>
    <name>ui::HistogramChart</name>
    <message>
        <source>How many answers took how long</source>
        <translation>Wie viele Antworten wie lange dauerten</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <comment>lower and upper bound, samples</comment>
        <translation>%1 bis %2: %3</translation>
    </message>
</context>
<context>
    <name>ui::HistoryFilters</name>
    <message>
        <source>All models</source>
        <translation>Alle Modelle</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>Alle Aufgaben</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Gesamte Zeit</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Runs with a lane that failed, was interrupted or refused</source>
        <translation>Läufe mit einer Spur, die fehlgeschlagen ist, abgebrochen oder abgelehnt wurde</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Only pinned runs</source>
        <translation>Nur angeheftete Läufe</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Weitere Filter</translation>
    </message>
    <message>
        <source>State, verdict, tag and cost</source>
        <translation>Status, Urteil, Tags und Kosten</translation>
    </message>
    <message>
        <source>Any verdict</source>
        <translation>Alle Urteile</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Any tags</source>
        <translation>Alle Tags</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>from $</source>
        <translation>von $</translation>
    </message>
    <message>
        <source>Least cost in US dollars</source>
        <translation>Mindestkosten in US-Dollar</translation>
    </message>
    <message>
        <source>to $</source>
        <translation>bis $</translation>
    </message>
    <message>
        <source>Greatest cost in US dollars</source>
        <translation>Höchstkosten in US-Dollar</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Jeder Status</translation>
    </message>
    <message>
        <source>Only errors</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Between two days</source>
        <translation>Zwischen zwei Tagen</translation>
    </message>
</context>
<context>
    <name>ui::HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Search prompts and answers</source>
        <translation>Prompts und Antworten durchsuchen</translation>
    </message>
    <message>
        <source>All words must occur. &quot;Two words&quot; in quotes are a phrase, word* a beginning.</source>
        <translation>Alle Wörter müssen vorkommen. &quot;Zwei Wörter&quot; in Anführungszeichen sind eine Wortfolge, Wort* ein Wortanfang.</translation>
    </message>
    <message>
        <source>Runs, newest first</source>
        <translation>Läufe, neueste zuerst</translation>
    </message>
    <message>
        <source>Delete the chosen runs</source>
        <translation>Gewählte Läufe löschen</translation>
    </message>
    <message>
        <source>Set the task of the chosen runs …</source>
        <translation>Aufgabe der gewählten Läufe setzen …</translation>
    </message>
    <message>
        <source>Reload the list</source>
        <translation>Liste neu laden</translation>
    </message>
    <message>
        <source>No run fits</source>
        <translation>Kein Lauf passt</translation>
    </message>
    <message>
        <source>Other words or fewer filters may find more.</source>
        <translation>Andere Wörter oder weniger Filter finden vielleicht mehr.</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Suche und Filter löschen</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>Each prompt you send is kept here with its answers, tokens and costs, to be searched and opened again.</source>
        <translation>Jeder gesendete Prompt bleibt hier mit Antworten, Token und Kosten, zum Durchsuchen und erneuten Öffnen.</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>Modelle vergleichen</translation>
    </message>
    <message>
        <source>The ledger did not answer as it should</source>
        <translation>Das Kassenbuch hat nicht geantwortet, wie es sollte</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Add a tag to the chosen runs …</source>
        <translation>Den gewählten Läufen ein Tag hinzufügen …</translation>
    </message>
    <message>
        <source>Pin or unpin the chosen runs</source>
        <translation>Gewählte Läufe anheften oder lösen</translation>
    </message>
    <message>
        <source>Import conversations …</source>
        <translation>Gespräche importieren …</translation>
    </message>
    <message>
        <source>Bring in conversations of ChatGPT (conversations.json of its data export) or Open WebUI (its chat export), or runs that were exported as JSON</source>
        <translation>Gespräche aus ChatGPT (conversations.json des Datenexports) oder Open WebUI (dessen Chat-Export) holen, oder Läufe, die als JSON exportiert wurden</translation>
    </message>
</context>
<context>
    <name>ui::HoursField</name>
    <message>
        <source>Begins at, UTC</source>
        <translation>Beginnt um, UTC</translation>
    </message>
    <message>
        <source>Ends at, UTC; 00:00 is the end of the day</source>
        <translation>Endet um, UTC; 00:00 ist das Ende des Tages</translation>
    </message>
</context>
<context>
    <name>ui::ImportDialog</name>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>What had no place here:</source>
        <translation>Was hier keinen Platz hatte:</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>Gespräche importieren</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>What had no place here</source>
        <translation>Was hier keinen Platz hatte</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>First in</source>
        <translation>Zuerst in</translation>
    </message>
    <message>
        <source>Exports (*.json)</source>
        <translation>Exporte (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>Reading: %n conversations</source>
        <translation>
            <numerusform>Lesen: %n Gespräch</numerusform>
            <numerusform>Lesen: %n Gespräche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Writing: %n conversations</source>
        <translation>
            <numerusform>Schreiben: %n Gespräch</numerusform>
            <numerusform>Schreiben: %n Gespräche</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The ledger could not be written</source>
        <translation>Das Kassenbuch ließ sich nicht schreiben</translation>
    </message>
    <message>
        <source>The file could not be read; nothing was imported</source>
        <translation>Die Datei ließ sich nicht lesen; es wurde nichts importiert</translation>
    </message>
    <message numerus="yes">
        <source>%n turns are new.</source>
        <translation>
            <numerusform>%n Runde ist neu.</numerusform>
            <numerusform>%n Runden sind neu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turns were here already.</source>
        <translation>
            <numerusform>%n Runde war schon vorhanden.</numerusform>
            <numerusform>%n Runden waren schon vorhanden.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are in no total: this program sent none of them.</source>
        <translation>Sie zählen in keiner Summe: dieses Programm hat keine davon gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n conversations</source>
        <translation>
            <numerusform>Nach %n Gespräch angehalten</numerusform>
            <numerusform>Nach %n Gesprächen angehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversations imported</source>
        <translation>
            <numerusform>%n Gespräch importiert</numerusform>
            <numerusform>%n Gespräche importiert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportPreview</name>
    <message>
        <source>Recognised as</source>
        <translation>Erkannt als</translation>
    </message>
    <message>
        <source>Period (UTC)</source>
        <translation>Zeitraum (UTC)</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>%1, %2 in all</source>
        <translation>%1, zusammen %2</translation>
    </message>
    <message>
        <source>Will count</source>
        <translation>Wird gezählt</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Without a cost</source>
        <translation>Ohne Kosten</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>Nicht übernommen</translation>
    </message>
    <message>
        <source>Sums of a day stand for many requests: they are compared, and counted as imported, but are no requests of the ledger.</source>
        <translation>Tagessummen stehen für viele Anfragen: Sie werden verglichen und als importiert gezählt, sind aber keine Anfragen des Kassenbuchs.</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>Ersetzt</translation>
    </message>
    <message numerus="yes">
        <source>%n sums of earlier imports, %1</source>
        <translation>
            <numerusform>%n Summe früherer Importe, %1</numerusform>
            <numerusform>%n Summen früherer Importe, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sums of a day</source>
        <translation>
            <numerusform>%n Tagessumme</numerusform>
            <numerusform>%n Tagessummen</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what counts, its cost</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between requests and sums</comment>
        <translation> und </translation>
    </message>
    <message>
        <source>Requests go into every total, with the source “import”.</source>
        <translation>Anfragen gehen in jede Summe ein, mit der Quelle „import“.</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
</context>
<context>
    <name>ui::ImportRuns</name>
    <message>
        <source>Import runs</source>
        <translation>Läufe importieren</translation>
    </message>
    <message>
        <source>Exported runs (*.json)</source>
        <translation>Exportierte Läufe (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Nothing was imported: %1.</source>
        <translation>Es wurde nichts importiert: %1.</translation>
    </message>
    <message>
        <source>1 run was imported. It is in no total: this program did not send it.</source>
        <translation>1 Lauf wurde importiert. Er zählt in keiner Summe: dieses Programm hat ihn nicht gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n runs were imported. They are in no total: this program sent none of them.</source>
        <translation>
            <numerusform>%n Lauf wurde importiert. Er zählt in keiner Summe: dieses Programm hat ihn nicht gesendet.</numerusform>
            <numerusform>%n Läufe wurden importiert. Sie zählen in keiner Summe: dieses Programm hat keinen davon gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 run is in the ledger already.</source>
        <translation>1 Lauf ist schon im Kassenbuch.</translation>
    </message>
    <message numerus="yes">
        <source>%n runs are in the ledger already.</source>
        <translation>
            <numerusform>%n Lauf ist schon im Kassenbuch.</numerusform>
            <numerusform>%n Läufe sind schon im Kassenbuch.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not kept, because it means nothing here:</source>
        <translation>Nicht übernommen, weil es hier nichts bedeutet:</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 is larger than 512 MB</source>
        <translation>%1 ist größer als 512 MB</translation>
    </message>
</context>
<context>
    <name>ui::ImportUsageDialog</name>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Import usage</source>
        <translation>Verbrauch importieren</translation>
    </message>
    <message>
        <source>Account whose use it is</source>
        <translation>Konto, dessen Verbrauch es ist</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>Exports of usage (*.csv *.tsv *.json *.db)</source>
        <translation>Exporte von Verbrauch (*.csv *.tsv *.json *.db)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The table cannot be read yet</source>
        <translation>Die Tabelle kann noch nicht gelesen werden</translation>
    </message>
    <message>
        <source>The file could not be read</source>
        <translation>Die Datei konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Whose use is it?</source>
        <translation>Wessen Verbrauch ist es?</translation>
    </message>
    <message>
        <source>The ledger could not be read</source>
        <translation>Das Kassenbuch konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>This file was imported already</source>
        <translation>Diese Datei wurde schon importiert</translation>
    </message>
    <message>
        <source>On %1; undo that import to do it again.</source>
        <translation>Am %1; machen Sie diesen Import rückgängig, um ihn zu wiederholen.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>Nichts wurde importiert</translation>
    </message>
    <message>
        <source>Choose which column holds tokens or the cost.</source>
        <translation>Wählen Sie, in welcher Spalte Token oder die Kosten stehen.</translation>
    </message>
    <message>
        <source>Choose which column holds the day or the time of the request.</source>
        <translation>Wählen Sie, in welcher Spalte der Tag oder die Zeit der Anfrage steht.</translation>
    </message>
    <message>
        <source>Choose the account, or write a name such as “team”.</source>
        <translation>Wählen Sie das Konto, oder schreiben Sie einen Namen wie „team“.</translation>
    </message>
</context>
<context>
    <name>ui::InspectorWindow</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Formatted</source>
        <translation>Formatiert</translation>
    </message>
    <message>
        <source>As sent</source>
        <translation>Wie gesendet</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>By time</source>
        <translation>Nach Zeit</translation>
    </message>
    <message>
        <source>As received</source>
        <translation>Wie empfangen</translation>
    </message>
    <message>
        <source>Keys are masked. Host, Connection and encodings are added by the HTTP library; the response is shown without chunked framing and compression. Times are since dispatch.</source>
        <translation>Schlüssel sind unkenntlich gemacht. Host, Connection und Kodierungen fügt die HTTP-Bibliothek hinzu; die Antwort wird ohne Chunk-Rahmen und Kompression gezeigt. Zeiten zählen ab dem Absenden.</translation>
    </message>
    <message>
        <source>Nothing was recorded of this lane</source>
        <translation>Von dieser Spur wurde nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>Requests and answers of this session are kept in memory until 64 MB are full. “Keep raw streams” in the settings keeps them in the ledger.</source>
        <translation>Anfragen und Antworten dieser Sitzung bleiben im Speicher, bis 64 MB voll sind. „Rohe Datenströme behalten“ in den Einstellungen bewahrt sie im Kassenbuch auf.</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiedergeben</translation>
    </message>
    <message>
        <source>Save recording …</source>
        <translation>Aufzeichnung speichern …</translation>
    </message>
    <message>
        <source>A file without keys, to attach to a bug report</source>
        <translation>Eine Datei ohne Schlüssel, als Anhang für einen Fehlerbericht</translation>
    </message>
    <message>
        <source>How it is shown</source>
        <translation>Art der Darstellung</translation>
    </message>
    <message>
        <source>Copy the body</source>
        <translation>Inhalt kopieren</translation>
    </message>
    <message>
        <source>Request and response</source>
        <translation>Anfrage und Antwort</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Attempt 1</source>
        <translation>Versuch 1</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>The attempt is under way; its response is shown when it has ended.</source>
        <translation>Der Versuch läuft noch; seine Antwort wird gezeigt, sobald er beendet ist.</translation>
    </message>
</context>
<context>
    <name>ui::InstrumentWindow</name>
    <message>
        <source>%1: %2</source>
        <comment>window: what it shows</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::JudgeDesk</name>
    <message>
        <source>Choose the model to ask</source>
        <translation>Das zu fragende Modell wählen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Ask a model to judge the answers …</source>
        <translation>Antworten von einem Modell beurteilen lassen …</translation>
    </message>
    <message>
        <source>Merge the answers by a model …</source>
        <translation>Antworten von einem Modell zusammenführen lassen …</translation>
    </message>
    <message>
        <source>Summarise the answers by a model …</source>
        <translation>Antworten von einem Modell zusammenfassen lassen …</translation>
    </message>
    <message>
        <source>ask this model; what it costs is said first</source>
        <translation>dieses Modell fragen; die Kosten werden vorher genannt</translation>
    </message>
    <message>
        <source>The price of this model is not known.</source>
        <translation>Der Preis dieses Modells ist nicht bekannt.</translation>
    </message>
    <message>
        <source>It will probably cost %1.</source>
        <translation>Das kostet voraussichtlich %1.</translation>
    </message>
    <message>
        <source>Judge: %1</source>
        <translation>Richter: %1</translation>
    </message>
    <message numerus="yes">
        <source>It is asked twice about %n answers, without names and in two orders.</source>
        <translation>
            <numerusform>Gefragt wird zweimal, zu %n Antwort, ohne Namen und in zwei Reihenfolgen.</numerusform>
            <numerusform>Gefragt wird zweimal, zu %n Antworten, ohne Namen und in zwei Reihenfolgen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Merged by %1</source>
        <translation>Zusammengeführt von %1</translation>
    </message>
    <message>
        <source>Summarised by %1</source>
        <translation>Zusammengefasst von %1</translation>
    </message>
    <message numerus="yes">
        <source>It is given %n answers without their names.</source>
        <translation>
            <numerusform>Das Modell bekommt %n Antwort ohne Namen.</numerusform>
            <numerusform>Das Modell bekommt %n Antworten ohne Namen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Judging …</source>
        <translation>Urteilt …</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>Kosten unbekannt</translation>
    </message>
    <message>
        <source>The verdict could not be kept: %1</source>
        <translation>Das Urteil ließ sich nicht speichern: %1</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Schreibt …</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>The earlier turns go along, at most %L1 characters of them.</source>
        <translation>Die früheren Runden gehen mit, höchstens %L1 Zeichen davon.</translation>
    </message>
</context>
<context>
    <name>ui::JudgeWords</name>
    <message>
        <source>Best: %1</source>
        <translation>Die beste: %1</translation>
    </message>
    <message>
        <source>A tie</source>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>All bad</source>
        <translation>Alle schlecht</translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation>Kein Urteil</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>kein Urteil</translation>
    </message>
    <message>
        <source>best: %1</source>
        <translation>die beste: %1</translation>
    </message>
    <message>
        <source>a tie</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>all bad</source>
        <translation>alle schlecht</translation>
    </message>
    <message>
        <source>In the order %1: %2.</source>
        <translation>In der Reihenfolge %1: %2.</translation>
    </message>
    <message>
        <source>It wrote: “%1”</source>
        <translation>Es schrieb: „%1“</translation>
    </message>
    <message>
        <source>There is no run yet that both you and this judge have ranked.</source>
        <translation>Es gibt noch keinen Lauf, über den sowohl Sie als auch dieser Richter geurteilt haben.</translation>
    </message>
    <message numerus="yes">
        <source>It chose as you did in %1 of %n run(s), %2 %.</source>
        <translation>
            <numerusform>Bei %1 von %n Lauf entschied er wie Sie, %2 %.</numerusform>
            <numerusform>Bei %1 von %n Läufen entschied er wie Sie, %2 %.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Cohen&apos;s kappa is %2: 0 is what chance would give, 1 always alike.</source>
        <translation>%1 Cohens Kappa beträgt %2: 0 entspricht dem Zufall, 1 heißt immer gleich.</translation>
    </message>
</context>
<context>
    <name>ui::KeySection</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Replace key ...</source>
        <translation>Schlüssel e&amp;rsetzen ...</translation>
    </message>
    <message>
        <source>Where the key is kept</source>
        <translation>Wo der Schlüssel liegt</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>In the desktop&apos;s keychain</source>
        <translation>Im Schlüsselbund des Desktops</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>In an environment variable; only its name is stored</source>
        <translation>In einer Umgebungsvariablen; nur ihr Name wird gespeichert</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>Diese Sitzung</translation>
    </message>
    <message>
        <source>In memory; to be entered again after a restart</source>
        <translation>Nur im Speicher; nach einem Neustart neu einzugeben</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Kein Schlüssel</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>Schlüssel einfügen</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Liegt in</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>Sch&amp;lüssel</translation>
    </message>
    <message>
        <source>Variab&amp;le</source>
        <translation>&amp;Variable</translation>
    </message>
    <message>
        <source>No keychain answers on this desktop</source>
        <translation>Auf diesem Desktop antwortet kein Schlüsselbund</translation>
    </message>
    <message>
        <source>Keep the key for this session only, or name an environment variable. It is never written to a file.</source>
        <translation>Den Schlüssel nur für diese Sitzung behalten oder eine Umgebungsvariable nennen. Er wird nie in eine Datei geschrieben.</translation>
    </message>
    <message>
        <source>A key is kept in the desktop&apos;s keychain.</source>
        <translation>Ein Schlüssel liegt im Schlüsselbund des Desktops.</translation>
    </message>
    <message>
        <source>A key is in memory until the program ends.</source>
        <translation>Ein Schlüssel ist im Speicher, bis das Programm endet.</translation>
    </message>
    <message>
        <source>The key is in memory only and must be entered again after a restart.</source>
        <translation>Der Schlüssel ist nur im Speicher und nach einem Neustart neu einzugeben.</translation>
    </message>
    <message>
        <source>Only the variable&apos;s name is stored.</source>
        <translation>Nur der Name der Variablen wird gespeichert.</translation>
    </message>
    <message>
        <source>%1 is set.</source>
        <translation>%1 ist gesetzt.</translation>
    </message>
    <message>
        <source>%1 is not set: set it and start the program again.</source>
        <translation>%1 ist nicht gesetzt: setzen und das Programm neu starten.</translation>
    </message>
    <message>
        <source>Requests are sent without a key, as local servers take them.</source>
        <translation>Anfragen gehen ohne Schlüssel hinaus, wie lokale Server sie annehmen.</translation>
    </message>
</context>
<context>
    <name>ui::KeysOverlay</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Esc closes this</source>
        <translation>Esc schließt diese Übersicht</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Tasten und was sie tun</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>In a lane</source>
        <translation>In einer Spur</translation>
    </message>
    <message>
        <source>While a lane has the focus and nothing is typed in it</source>
        <translation>Solange eine Spur den Fokus hat und nichts in sie eingegeben wird</translation>
    </message>
</context>
<context>
    <name>ui::KpiRow</name>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Tokens in / out</source>
        <translation>Token ein / aus</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>First token p95</source>
        <translation>Erstes Token p95</translation>
    </message>
    <message>
        <source>none before either</source>
        <translation>auch vorher nichts</translation>
    </message>
    <message>
        <source>none before</source>
        <translation>vorher nichts</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>wie vorher</translation>
    </message>
    <message>
        <source>over 10 times as much</source>
        <translation>über 10-mal so viel</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>change in percent, signed</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 calls in %2 HTTP requests</source>
        <translation>%1 Aufrufe in %2 HTTP-Anfragen</translation>
    </message>
    <message>
        <source>%1 in, of them %2 from the cache; %3 out, of them %4 reasoning</source>
        <translation>%1 ein, davon %2 aus dem Cache; %3 aus, davon %4 Gedanken</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 pt</source>
        <comment>change in percentage points, signed</comment>
        <translation>%1 PP</translation>
    </message>
    <message>
        <source>%1 of %2 requests failed, were interrupted or refused</source>
        <translation>%1 von %2 Anfragen fehlgeschlagen, abgebrochen oder abgelehnt</translation>
    </message>
    <message>
        <source>too few samples</source>
        <translation>zu wenige Messwerte</translation>
    </message>
    <message>
        <source>Show the cost over time</source>
        <translation>Die Kosten über die Zeit zeigen</translation>
    </message>
    <message>
        <source>Show the requests over time</source>
        <translation>Die Anfragen über die Zeit zeigen</translation>
    </message>
    <message>
        <source>Show the tokens over time</source>
        <translation>Die Token über die Zeit zeigen</translation>
    </message>
    <message>
        <source>List the requests that failed</source>
        <translation>Die fehlgeschlagenen Anfragen auflisten</translation>
    </message>
    <message>
        <source>Cache hits</source>
        <translation>Cache-Treffer</translation>
    </message>
    <message>
        <source>Show the cache hits over time</source>
        <translation>Die Cache-Treffer über die Zeit zeigen</translation>
    </message>
    <message>
        <source>Rescued by fallback</source>
        <translation>Durch Ausweichen gerettet</translation>
    </message>
    <message>
        <source>List the requests that rescued a call</source>
        <translation>Die Anfragen auflisten, die einen Aufruf retteten</translation>
    </message>
    <message>
        <source>Show the latency</source>
        <translation>Die Latenz zeigen</translation>
    </message>
    <message>
        <source>%1, better</source>
        <comment>a change</comment>
        <translation>%1, besser</translation>
    </message>
    <message>
        <source>%1, worse</source>
        <comment>a change</comment>
        <translation>%1, schlechter</translation>
    </message>
    <message>
        <source>Answers after an attempt of the same call that failed</source>
        <translation>Antworten nach einem fehlgeschlagenen Versuch desselben Aufrufs</translation>
    </message>
    <message>
        <source>%1 of %2 input tokens came from a cache</source>
        <translation>%1 von %2 Eingabetoken kamen aus einem Cache</translation>
    </message>
    <message>
        <source>+ %1 unpriced</source>
        <translation>+ %1 ohne Preis</translation>
    </message>
</context>
<context>
    <name>ui::LaneFooter</name>
    <message>
        <source>More for this lane</source>
        <translation>Mehr zu dieser Spur</translation>
    </message>
    <message>
        <source>Copy the answer as Markdown</source>
        <translation>Die Antwort als Markdown kopieren</translation>
    </message>
    <message>
        <source>Ask this model again</source>
        <translation>Dieses Modell noch einmal fragen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take the vote for this answer back</source>
        <translation>Die Stimme für diese Antwort zurücknehmen</translation>
    </message>
    <message>
        <source>Vote this answer the best</source>
        <translation>Diese Antwort zur besten wählen</translation>
    </message>
    <message>
        <source>Take the vote for %1 back</source>
        <translation>Die Stimme für %1 zurücknehmen</translation>
    </message>
    <message>
        <source>%1 has the best answer</source>
        <translation>%1 hat die beste Antwort</translation>
    </message>
    <message>
        <source>Back to the answers</source>
        <translation>Zurück zu den Antworten</translation>
    </message>
    <message>
        <source>Show how this answer differs from the base lane&apos;s</source>
        <translation>Zeigen, worin sich diese Antwort von der der Vergleichsspur unterscheidet</translation>
    </message>
</context>
<context>
    <name>ui::LaneHeader</name>
    <message>
        <source>first token</source>
        <translation>erstes Token</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>noch nicht gefragt</translation>
    </message>
    <message>
        <source>Maximise this lane</source>
        <translation>Diese Spur maximieren</translation>
    </message>
    <message>
        <source>Show all lanes</source>
        <translation>Alle Spuren zeigen</translation>
    </message>
    <message>
        <source>The other lanes are compared with this one</source>
        <translation>Die anderen Spuren werden mit dieser verglichen</translation>
    </message>
    <message>
        <source>Put the lane back into the main window</source>
        <translation>Die Spur ins Hauptfenster zurückholen</translation>
    </message>
    <message>
        <source>base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Request and response</source>
        <translation>Anfrage und Antwort</translation>
    </message>
    <message>
        <source>Request and response, exactly as sent and received (Ctrl+Shift+I)</source>
        <translation>Anfrage und Antwort, genau wie gesendet und empfangen (Strg+Umschalt+I)</translation>
    </message>
</context>
<context>
    <name>ui::LaneInstruments</name>
    <message>
        <source>Layout of the lanes</source>
        <translation>Anordnung der Spuren</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>All lanes side by side (Ctrl+Shift+G)</source>
        <translation>Alle Spuren nebeneinander (Strg+Umschalt+G)</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Lanes in rows (Ctrl+Shift+G)</source>
        <translation>Spuren in Reihen (Strg+Umschalt+G)</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>Reiter</translation>
    </message>
    <message>
        <source>One lane at a time (Ctrl+Shift+G)</source>
        <translation>Eine Spur zurzeit (Strg+Umschalt+G)</translation>
    </message>
    <message>
        <source>Parameters: %1</source>
        <translation>Parameter: %1</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Run defaults, 1 parameter set</source>
        <translation>Laufvorgaben, 1 Parameter gesetzt</translation>
    </message>
    <message numerus="yes">
        <source>Run defaults, %n parameters set</source>
        <translation>
            <numerusform>Laufvorgaben, %n Parameter gesetzt</numerusform>
            <numerusform>Laufvorgaben, %n Parameter gesetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Run defaults: %1 (Ctrl+Shift+P)</source>
        <translation>Laufvorgaben: %1 (Strg+Umschalt+P)</translation>
    </message>
    <message>
        <source>Parameters that every lane is sent unless it sets them itself (Ctrl+Shift+P)</source>
        <translation>Parameter, die an jede Spur gehen, die sie nicht selbst setzt (Strg+Umschalt+P)</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Set the parameters of the lane, or of the selected lanes</source>
        <translation>Parameter der Spur oder der ausgewählten Spuren setzen</translation>
    </message>
    <message>
        <source>Set the run defaults</source>
        <translation>Laufvorgaben setzen</translation>
    </message>
    <message>
        <source>Select the lane, to tune several together</source>
        <translation>Spur auswählen, um mehrere zusammen einzustellen</translation>
    </message>
    <message>
        <source>Select all lanes</source>
        <translation>Alle Spuren auswählen</translation>
    </message>
    <message>
        <source>Put the lane into a window of its own, or back</source>
        <translation>Spur in ein eigenes Fenster lösen oder zurückholen</translation>
    </message>
    <message>
        <source>Show the next answer of a repeated lane</source>
        <translation>Nächste Antwort einer Spur mit Wiederholung zeigen</translation>
    </message>
    <message>
        <source>Show the previous answer of a repeated lane</source>
        <translation>Vorige Antwort einer Spur mit Wiederholung zeigen</translation>
    </message>
    <message>
        <source>Lay the lanes out the next way</source>
        <translation>Zur nächsten Anordnung der Spuren wechseln</translation>
    </message>
    <message>
        <source>Lay the lanes out in columns</source>
        <translation>Spuren in Spalten anordnen</translation>
    </message>
    <message>
        <source>Lay the lanes out in a grid</source>
        <translation>Spuren im Raster anordnen</translation>
    </message>
    <message>
        <source>Lay the lanes out in tabs</source>
        <translation>Spuren in Reitern anordnen</translation>
    </message>
    <message>
        <source>Ask the lane once in each run</source>
        <translation>Die Spur in jedem Lauf einmal fragen</translation>
    </message>
    <message>
        <source>Apply the line-up “%1”</source>
        <translation>Aufstellung „%1“ anwenden</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message numerus="yes">
        <source>Ask the lane %n times in each run</source>
        <translation>
            <numerusform>Die Spur in jedem Lauf einmal fragen</numerusform>
            <numerusform>Die Spur in jedem Lauf %n-mal fragen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LaneKeys</name>
    <message>
        <source>Go to the lane of that number</source>
        <translation>Zur Spur mit dieser Nummer gehen</translation>
    </message>
    <message>
        <source>Next block in all lanes</source>
        <translation>Nächster Block in allen Spuren</translation>
    </message>
    <message>
        <source>Previous block in all lanes</source>
        <translation>Voriger Block in allen Spuren</translation>
    </message>
</context>
<context>
    <name>ui::LanePlace</name>
    <message>
        <source>selected</source>
        <translation>ausgewählt</translation>
    </message>
</context>
<context>
    <name>ui::LaneStrip</name>
    <message>
        <source>Lanes</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Every lane is in a window of its own</source>
        <translation>Jede Spur ist in einem eigenen Fenster</translation>
    </message>
    <message>
        <source>They go on there. Closing a window brings its lane back here.</source>
        <translation>Dort laufen sie weiter. Wird ein Fenster geschlossen, kommt seine Spur hierher zurück.</translation>
    </message>
    <message>
        <source>Put them back</source>
        <translation>Zurückholen</translation>
    </message>
</context>
<context>
    <name>ui::LaneTabs</name>
    <message>
        <source>Lanes</source>
        <translation>Spuren</translation>
    </message>
</context>
<context>
    <name>ui::LaneView</name>
    <message>
        <source>Lane %1, %2</source>
        <translation>Spur %1, %2</translation>
    </message>
    <message>
        <source>Answer of %1</source>
        <translation>Antwort von %1</translation>
    </message>
    <message>
        <source>Reasoning of %1</source>
        <translation>Gedanken von %1</translation>
    </message>
    <message>
        <source>Show all lanes</source>
        <translation>Alle Spuren zeigen</translation>
    </message>
    <message>
        <source>Show or hide the earlier turns (Ctrl+H)</source>
        <translation>Frühere Runden zeigen oder verbergen (Strg+H)</translation>
    </message>
    <message>
        <source>Show or hide what the model thought first</source>
        <translation>Zeigen oder verbergen, was das Modell zuerst gedacht hat</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier turns</source>
        <translation>
            <numerusform>%n frühere Runde</numerusform>
            <numerusform>%n frühere Runden</numerusform>
        </translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Mehrfach fragen</translation>
    </message>
    <message>
        <source>Ask once</source>
        <translation>Einmal fragen</translation>
    </message>
    <message>
        <source>×%1</source>
        <translation>×%1</translation>
    </message>
    <message>
        <source>Put the lane back</source>
        <translation>Spur zurückholen</translation>
    </message>
    <message>
        <source>Answers are shown together once all have ended, so that speed does not tell whose they are.</source>
        <translation>Die Antworten erscheinen zusammen, sobald alle beendet sind, damit ihr Tempo nicht verrät, von wem sie sind.</translation>
    </message>
</context>
<context>
    <name>ui::LaneWindow</name>
    <message>
        <source>%1 (%2)</source>
        <comment>model, account</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>lane, state</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::LatencyPane</name>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 Tok/s</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>Was gemessen wird</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>Ganze Antwort</translation>
    </message>
    <message>
        <source>Output rate</source>
        <translation>Ausgaberate</translation>
    </message>
    <message>
        <source>Tokens a second, from the first to the last</source>
        <translation>Token je Sekunde, vom ersten bis zum letzten</translation>
    </message>
    <message>
        <source>How it is shown</source>
        <translation>Wie es gezeigt wird</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Every request by its time and first token</source>
        <translation>Jede Anfrage nach Zeitpunkt und erstem Token</translation>
    </message>
    <message>
        <source>No request of this period tells how fast it was.</source>
        <translation>Keine Anfrage dieses Zeitraums sagt, wie schnell sie war.</translation>
    </message>
    <message>
        <source>The more requests, the denser a cell; red where some failed.</source>
        <translation>Je mehr Anfragen, desto dichter die Zelle; rot, wo einige fehlschlugen.</translation>
    </message>
    <message>
        <source>The more requests, the denser a cell. In a long period errors are counted by day, without their first token.</source>
        <translation>Je mehr Anfragen, desto dichter die Zelle. In langen Zeiträumen zählen Fehler je Tag, ohne ihr erstes Token.</translation>
    </message>
    <message>
        <source>Values are right to %1 %.</source>
        <translation>Die Werte sind auf %1 % genau.</translation>
    </message>
    <message>
        <source>Percentiles are right to %1 %. A day of fewer than %2 answers shows none.</source>
        <translation>Perzentile sind auf %1 % genau. Ein Tag mit weniger als %2 Antworten zeigt keine.</translation>
    </message>
</context>
<context>
    <name>ui::LeaveGuard</name>
    <message numerus="yes">
        <source>%n lanes are still answering.</source>
        <translation>
            <numerusform>%n Spur antwortet noch.</numerusform>
            <numerusform>%n Spuren antworten noch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evaluations are running.</source>
        <translation>
            <numerusform>%n Auswertung läuft.</numerusform>
            <numerusform>%n Auswertungen laufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lanes are stopped; what came so far is kept and counted.</source>
        <translation>Spuren werden angehalten; was bisher kam, bleibt erhalten und wird gezählt.</translation>
    </message>
    <message>
        <source>An evaluation is paused and can be resumed.</source>
        <translation>Eine Auswertung wird pausiert und kann fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Quit now?</source>
        <translation>Jetzt beenden?</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>ui::LimitsEditor</name>
    <message>
        <source>Attempts &amp;in all</source>
        <translation>Versuche &amp;insgesamt</translation>
    </message>
    <message>
        <source>Retries of one target</source>
        <translation>Wiederholungen an einem Ziel</translation>
    </message>
    <message>
        <source>Time in all</source>
        <translation>Zeit insgesamt</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>Longest wait for a rate limit</source>
        <translation>Längste Wartezeit bei einem Ratenlimit</translation>
    </message>
    <message>
        <source>never wait</source>
        <translation>nie warten</translation>
    </message>
    <message>
        <source>as the account says</source>
        <translation>wie im Konto</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>Zeit für die Verbindung</translation>
    </message>
    <message>
        <source>Time to the first token</source>
        <translation>Zeit bis zum ersten Token</translation>
    </message>
    <message>
        <source>Silence between tokens</source>
        <translation>Stille zwischen Token</translation>
    </message>
    <message>
        <source>Go on when a model refuses</source>
        <translation>Weiter, wenn ein Modell ablehnt</translation>
    </message>
    <message>
        <source>A refusal, or an answer that a content filter stopped, is asked of the next target instead of being the answer</source>
        <translation>Bei einer Ablehnung oder einer vom Inhaltsfilter angehaltenen Antwort wird das nächste Ziel gefragt, statt dass sie die Antwort ist</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>at the first token</source>
        <translation>ab dem ersten Token</translation>
    </message>
    <message>
        <source>after some tokens</source>
        <translation>nach einigen Token</translation>
    </message>
    <message>
        <source>when it is complete</source>
        <translation>wenn sie vollständig ist</translation>
    </message>
    <message>
        <source>&amp;Keep an answer</source>
        <translation>Antwor&amp;t behalten</translation>
    </message>
    <message>
        <source>Tokens &amp;until then</source>
        <translation>Token bis &amp;dahin</translation>
    </message>
    <message>
        <source>Text is shown as it comes. From its first token on no other model takes over: an answer that breaks off stays broken off.</source>
        <translation>Text erscheint, wie er kommt. Ab dem ersten Token übernimmt kein anderes Modell: Eine abgebrochene Antwort bleibt abgebrochen.</translation>
    </message>
    <message>
        <source>Text is held back until so many tokens are there; until then another model can take over unseen.</source>
        <translation>Text wird zurückgehalten, bis so viele Token da sind; bis dahin kann unbemerkt ein anderes Modell übernehmen.</translation>
    </message>
    <message>
        <source>Text is held back until the answer is whole: the safest, and nothing is seen before the end.</source>
        <translation>Text wird zurückgehalten, bis die Antwort vollständig ist: am sichersten, und vor dem Ende ist nichts zu sehen.</translation>
    </message>
</context>
<context>
    <name>ui::LineUpCard</name>
    <message>
        <source>price unknown</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>%1 in, %2 out per million</source>
        <translation>%1 ein, %2 aus je Million</translation>
    </message>
    <message>
        <source>Your first comparison</source>
        <translation>Der erste Vergleich</translation>
    </message>
    <message>
        <source>Prompt of the first comparison</source>
        <translation>Prompt des ersten Vergleichs</translation>
    </message>
    <message>
        <source>&amp;Another sample</source>
        <translation>&amp;Anderes Beispiel</translation>
    </message>
    <message>
        <source>A sample prompt; change it as you like</source>
        <translation>Ein Beispielprompt; beliebig änderbar</translation>
    </message>
    <message>
        <source>Choose at least one model.</source>
        <translation>Mindestens ein Modell wählen.</translation>
    </message>
    <message>
        <source>What this will cost is not known: these models have no known price.</source>
        <translation>Was das kosten wird, ist nicht bekannt: diese Modelle haben keinen bekannten Preis.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>This will cost about %1, a guess before the first answers.</source>
        <translation>Das kostet etwa %1, grob geschätzt vor den ersten Antworten.</translation>
    </message>
    <message numerus="yes">
        <source>%n models without a known price not counted.</source>
        <translation>
            <numerusform>%n Modell ohne bekannten Preis nicht mitgezählt.</numerusform>
            <numerusform>%n Modelle ohne bekannten Preis nicht mitgezählt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LineUpDesk</name>
    <message>
        <source>“%1” deleted.</source>
        <translation>„%1“ gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The lanes can be changed after the vote.</source>
        <translation>Nach der Abstimmung lassen sich die Spuren ändern.</translation>
    </message>
    <message>
        <source>Choose models</source>
        <translation>Modelle wählen</translation>
    </message>
    <message>
        <source>1 model</source>
        <translation>1 Modell</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was removed. What it answered stays in the history.</source>
        <translation>%1 wurde entfernt. Die Antwort bleibt im Verlauf.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>ui::LineUpPicker</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Line-up</source>
        <translation>Aufstellung</translation>
    </message>
    <message>
        <source>add or remove</source>
        <translation>hinzufügen oder entfernen</translation>
    </message>
    <message>
        <source>Saved line-ups</source>
        <translation>Gespeicherte Aufstellungen</translation>
    </message>
    <message>
        <source>Save these lanes as …</source>
        <translation>Diese Spuren speichern als …</translation>
    </message>
    <message>
        <source>Name for these lanes</source>
        <translation>Name für diese Spuren</translation>
    </message>
    <message>
        <source>Another line-up has that name now.</source>
        <translation>Inzwischen heißt eine andere Aufstellung so.</translation>
    </message>
</context>
<context>
    <name>ui::LossReport</name>
    <message>
        <source>What is lost, and where</source>
        <translation>Was verloren geht und wo</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>Was verloren geht</translation>
    </message>
    <message>
        <source>Not known here, but kept and written back: %1</source>
        <translation>Hier nicht bekannt, aber aufbewahrt und wieder geschrieben: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Dieser Lauf</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Aktion suchen</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>Normale Größe</translation>
    </message>
    <message numerus="yes">
        <source>What %n requests cost is unknown; it is not in this sum.</source>
        <translation>
            <numerusform>Was %n Anfrage kostet, ist unbekannt und nicht in dieser Summe.</numerusform>
            <numerusform>Was %n Anfragen kosten, ist unbekannt und nicht in dieser Summe.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 unpriced</source>
        <translation>%1 ohne Preis</translation>
    </message>
    <message>
        <source>%1 + %2 unpriced</source>
        <translation>%1 + %2 ohne Preis</translation>
    </message>
    <message>
        <source>· budget %1 of %2</source>
        <comment>spent of the budget, its amount</comment>
        <translation>· Budget %1 von %2</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>a budget</comment>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>ui::MarkdownView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>Als &amp;Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy Code &amp;Block</source>
        <translation>Code&amp;block kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Link</source>
        <translation>&amp;Link kopieren</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Show &amp;Source</source>
        <translation>&amp;Quelltext zeigen</translation>
    </message>
</context>
<context>
    <name>ui::MatrixJudge</name>
    <message>
        <source>The price of this model is not known.</source>
        <translation>Der Preis dieses Modells ist nicht bekannt.</translation>
    </message>
    <message>
        <source>They will probably cost %1, a guess.</source>
        <translation>Sie kosten voraussichtlich %1, eine Schätzung.</translation>
    </message>
    <message>
        <source>Have a model judge</source>
        <translation>Ein Modell urteilen lassen</translation>
    </message>
    <message numerus="yes">
        <source>%1 is asked twice about each case: %n calls.</source>
        <translation>
            <numerusform>%1 wird zu jedem Fall zweimal gefragt: %n Aufruf.</numerusform>
            <numerusform>%1 wird zu jedem Fall zweimal gefragt: %n Aufrufe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
</context>
<context>
    <name>ui::MatrixList</name>
    <message>
        <source>Evaluations</source>
        <translation>Auswertungen</translation>
    </message>
    <message>
        <source>Running: %1 of %2 cells asked</source>
        <translation>Läuft: %1 von %2 Zellen gefragt</translation>
    </message>
    <message>
        <source>Paused: %1 of %2 cells left</source>
        <translation>Pausiert: %1 von %2 Zellen offen</translation>
    </message>
    <message>
        <source>Finished: %1 of %2 cells failed a check</source>
        <translation>Fertig: %1 von %2 Zellen mit nicht bestandener Prüfung</translation>
    </message>
    <message>
        <source>Finished: %1 cells</source>
        <translation>Fertig: %1 Zellen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>time, models</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Delete the evaluation</source>
        <translation>Auswertung löschen</translation>
    </message>
    <message>
        <source>Evaluation deleted.</source>
        <translation>Auswertung gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>ui::MatrixProxy</name>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>wird gefragt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>failed %1 of %2 checks</source>
        <translation>%1 von %2 nicht bestanden</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>kein Urteil</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>%1 passed</source>
        <translation>%1 bestanden</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 nicht bestanden</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 beantwortet</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unpriced</source>
        <comment>cells</comment>
        <translation>
            <numerusform>%n ohne Preis</numerusform>
            <numerusform>%n ohne Preis</numerusform>
        </translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>Median %1</translation>
    </message>
</context>
<context>
    <name>ui::MatrixView</name>
    <message>
        <source>Back to the prompt sets</source>
        <translation>Zurück zu den Prompt-Sammlungen</translation>
    </message>
    <message>
        <source>Re-run failed</source>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>Ask again every cell that has no answer</source>
        <translation>Jede Zelle ohne Antwort noch einmal fragen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>Als Tabelle kopieren</translation>
    </message>
    <message>
        <source>CSV file …</source>
        <translation>CSV-Datei …</translation>
    </message>
    <message>
        <source>Markdown file …</source>
        <translation>Markdown-Datei …</translation>
    </message>
    <message>
        <source>HTML file …</source>
        <translation>HTML-Datei …</translation>
    </message>
    <message>
        <source>JSON file …</source>
        <translation>JSON-Datei …</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Urteile</translation>
    </message>
    <message>
        <source>Say which answers are best: for the scoreboard</source>
        <translation>Sagen, welche Antworten die besten sind: für die Rangliste</translation>
    </message>
    <message>
        <source>Vote blind</source>
        <translation>Blind abstimmen</translation>
    </message>
    <message>
        <source>Have a model judge …</source>
        <translation>Ein Modell urteilen lassen …</translation>
    </message>
    <message numerus="yes">
        <source>The judge gave %n verdicts.</source>
        <translation>
            <numerusform>Der Richter hat %n Urteil gefällt.</numerusform>
            <numerusform>Der Richter hat %n Urteile gefällt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n cases have none.</source>
        <translation>
            <numerusform>%1 %n Fall hat keines.</numerusform>
            <numerusform>%1 %n Fälle haben keines.</numerusform>
        </translation>
    </message>
    <message>
        <source>Which cases are shown</source>
        <translation>Welche Fälle gezeigt werden</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>Cases in which a check failed</source>
        <translation>Fälle mit einer nicht bestandenen Prüfung</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Cases with a cell that has no answer</source>
        <translation>Fälle mit einer Zelle ohne Antwort</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Verschieden</translation>
    </message>
    <message>
        <source>Cases whose answers are not all the same</source>
        <translation>Fälle, deren Antworten nicht alle gleich sind</translation>
    </message>
    <message>
        <source>Cells done</source>
        <translation>Erledigte Zellen</translation>
    </message>
    <message>
        <source>Cases and answers</source>
        <translation>Fälle und Antworten</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Pause or resume the evaluation</source>
        <translation>Auswertung pausieren oder fortsetzen</translation>
    </message>
    <message>
        <source>Re-run the failed cells</source>
        <translation>Fehlgeschlagene Zellen wiederholen</translation>
    </message>
    <message>
        <source>Copy the evaluation as a table</source>
        <translation>Auswertung als Tabelle kopieren</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>set, task</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>%1 of %2 cells</source>
        <translation>%1 von %2 Zellen</translation>
    </message>
    <message>
        <source>%1, about %2 left</source>
        <comment>cells, time</comment>
        <translation>%1, noch etwa %2</translation>
    </message>
    <message numerus="yes">
        <source>Pausing: %n cells are still answering</source>
        <translation>
            <numerusform>Wird pausiert: %n Zelle antwortet noch</numerusform>
            <numerusform>Wird pausiert: %n Zellen antworten noch</numerusform>
        </translation>
    </message>
    <message>
        <source>Finished: %1 cells in %2</source>
        <translation>Fertig: %1 Zellen in %2</translation>
    </message>
    <message numerus="yes">
        <source>%n unpriced</source>
        <comment>cells</comment>
        <translation>
            <numerusform>%n ohne Preis</numerusform>
            <numerusform>%n ohne Preis</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1 left</source>
        <comment>money</comment>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>filter, cases</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No check has failed.</source>
        <translation>Keine Prüfung ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Every cell that was asked has an answer.</source>
        <translation>Jede gefragte Zelle hat eine Antwort.</translation>
    </message>
    <message>
        <source>All models answered alike in every case.</source>
        <translation>Alle Modelle antworteten in jedem Fall gleich.</translation>
    </message>
    <message>
        <source>Judging %1 of %2</source>
        <translation>Urteil %1 von %2</translation>
    </message>
    <message>
        <source>Export the evaluation</source>
        <translation>Auswertung exportieren</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2</source>
        <translation>%1 ließ sich nicht speichern: %2</translation>
    </message>
    <message>
        <source>Copied as a table</source>
        <translation>Als Tabelle kopiert</translation>
    </message>
    <message>
        <source>Stop the judge</source>
        <translation>Den Richter stoppen</translation>
    </message>
    <message>
        <source>Paused at the money cap: %1 of %2 cells left</source>
        <translation>An der Kostengrenze pausiert: %1 von %2 Zellen offen</translation>
    </message>
    <message>
        <source>Paused: %1 of %2 cells left</source>
        <translation>Pausiert: %1 von %2 Zellen offen</translation>
    </message>
</context>
<context>
    <name>ui::MessagePanel</name>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>ui::ModelChooser</name>
    <message>
        <source>Search models, or type account/model</source>
        <translation>Modelle suchen oder Konto/Modell eingeben</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>use the model</source>
        <translation>Modell verwenden</translation>
    </message>
    <message>
        <source>Enter: %1 · Ctrl+D: star · Esc: close</source>
        <translation>Eingabe: %1 · Strg+D: Stern · Esc: schließen</translation>
    </message>
    <message>
        <source>Models: %L1</source>
        <translation>Modelle: %L1</translation>
    </message>
    <message>
        <source>Models: %L1 of %L2</source>
        <translation>Modelle: %L1 von %L2</translation>
    </message>
</context>
<context>
    <name>ui::ModelPalette</name>
    <message>
        <source>Mo&amp;dels</source>
        <translation>&amp;Modelle</translation>
    </message>
    <message>
        <source>Find a model</source>
        <translation>Modell suchen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models to drag onto a chain</source>
        <translation>Modelle, die sich auf eine Kette ziehen lassen</translation>
    </message>
    <message>
        <source>Enter adds the model to the selected rule</source>
        <translation>Die Eingabetaste fügt das Modell der gewählten Regel hinzu</translation>
    </message>
    <message>
        <source>Drag a model onto a chain, or add it to the selected rule by Enter</source>
        <translation>Ein Modell auf eine Kette ziehen oder mit der Eingabetaste der gewählten Regel hinzufügen</translation>
    </message>
</context>
<context>
    <name>ui::ModelPicker</name>
    <message>
        <source>add the lane</source>
        <translation>Spur hinzufügen</translation>
    </message>
    <message>
        <source>use it in this lane</source>
        <translation>in dieser Spur verwenden</translation>
    </message>
    <message>
        <source>Add a lane</source>
        <translation>Spur hinzufügen</translation>
    </message>
    <message>
        <source>Swap the model</source>
        <translation>Modell wechseln</translation>
    </message>
</context>
<context>
    <name>ui::ModelsPane</name>
    <message>
        <source>Usage by model and account</source>
        <translation>Verbrauch nach Modell und Konto</translation>
    </message>
</context>
<context>
    <name>ui::ModelsSection</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>Modelle suchen</translation>
    </message>
    <message>
        <source>Own &amp;price ...</source>
        <translation>Eigener &amp;Preis ...</translation>
    </message>
    <message>
        <source>Drop own price</source>
        <translation>Eigenen Preis verwerfen</translation>
    </message>
    <message>
        <source>Remove id</source>
        <translation>ID entfernen</translation>
    </message>
    <message>
        <source>Model id, as the provider writes it</source>
        <translation>Modell-ID, wie der Anbieter sie schreibt</translation>
    </message>
    <message>
        <source>Model id to add by hand</source>
        <translation>Modell-ID zum Hinzufügen von Hand</translation>
    </message>
    <message>
        <source>Add &amp;id</source>
        <translation>&amp;ID hinzufügen</translation>
    </message>
    <message>
        <source>Models of this account</source>
        <translation>Modelle dieses Kontos</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No models yet: test the connection, or add an id by hand.</source>
        <translation>Noch keine Modelle: die Verbindung testen oder eine ID von Hand hinzufügen.</translation>
    </message>
    <message>
        <source>From the catalogue; a test asks the provider for its own list.</source>
        <translation>Aus dem Katalog; ein Test holt die Liste des Anbieters selbst.</translation>
    </message>
    <message>
        <source>Choose a model to see where its price comes from.</source>
        <translation>Ein Modell wählen, um zu sehen, woher sein Preis stammt.</translation>
    </message>
    <message>
        <source>All pr&amp;ices …</source>
        <translation>Alle Pre&amp;ise …</translation>
    </message>
</context>
<context>
    <name>ui::MoneyDesk</name>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Show the budgets</source>
        <translation>Budgets zeigen</translation>
    </message>
    <message>
        <source>Show requests without a price</source>
        <translation>Anfragen ohne Preis zeigen</translation>
    </message>
    <message>
        <source>Set a price</source>
        <translation>Einen Preis festlegen</translation>
    </message>
    <message>
        <source>Refresh the price lists</source>
        <translation>Preislisten auffrischen</translation>
    </message>
    <message>
        <source>Price requests again</source>
        <translation>Anfragen neu bepreisen</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
</context>
<context>
    <name>ui::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>ui::NetworkSection</name>
    <message>
        <source>Network and limits</source>
        <translation>Netz und Grenzen</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>&amp;Parallel requests</source>
        <translation>&amp;Gleichzeitige Anfragen</translation>
    </message>
    <message>
        <source>Parallel requests</source>
        <translation>Gleichzeitige Anfragen</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Time limit: %1</source>
        <translation>Zeitgrenze: %1</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>erstes Token</translation>
    </message>
    <message>
        <source>between tokens</source>
        <translation>zwischen Token</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>insgesamt</translation>
    </message>
    <message>
        <source>&amp;Time limits</source>
        <translation>&amp;Zeitgrenzen</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS5</source>
        <translation>SOCKS5</translation>
    </message>
    <message>
        <source>host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Host of the proxy</source>
        <translation>Rechner des Proxys</translation>
    </message>
    <message>
        <source>port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Port des Proxys</translation>
    </message>
    <message>
        <source>user (optional)</source>
        <translation>Benutzer (optional)</translation>
    </message>
    <message>
        <source>User at the proxy</source>
        <translation>Benutzer am Proxy</translation>
    </message>
    <message>
        <source>password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password at the proxy</source>
        <translation>Passwort am Proxy</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>Pro&amp;xy</translation>
    </message>
    <message>
        <source>none; a PEM file</source>
        <translation>keine; eine PEM-Datei</translation>
    </message>
    <message>
        <source>Extra certificates</source>
        <translation>Zusätzliche Zertifikate</translation>
    </message>
    <message>
        <source>Choose ...</source>
        <translation>Wählen ...</translation>
    </message>
    <message>
        <source>Extra &amp;certificates</source>
        <translation>Zusätzliche Z&amp;ertifikate</translation>
    </message>
    <message>
        <source>Hosts on this machine are reached without it. Its password is kept as the key is; leave it empty to keep the one stored.</source>
        <translation>Ziele auf diesem Rechner werden ohne ihn erreicht. Sein Passwort liegt dort, wo der Schlüssel liegt; leer lassen, um das gespeicherte zu behalten.</translation>
    </message>
    <message>
        <source>File of certificates</source>
        <translation>Zertifikatsdatei</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ui::OpinionPanel</name>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy the text as Markdown</source>
        <translation>Text als Markdown kopieren</translation>
    </message>
    <message>
        <source>What the model says</source>
        <translation>Was das Modell sagt</translation>
    </message>
</context>
<context>
    <name>ui::PaneStack</name>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Reading the ledger …</source>
        <translation>Das Kassenbuch wird gelesen …</translation>
    </message>
    <message>
        <source>The ledger could not be read.</source>
        <translation>Das Kassenbuch ließ sich nicht lesen.</translation>
    </message>
</context>
<context>
    <name>ui::PaneTabs</name>
    <message>
        <source>What is shown below the chart</source>
        <translation>Was unter dem Diagramm steht</translation>
    </message>
</context>
<context>
    <name>ui::ParameterRow</name>
    <message>
        <source>Unset “%1”</source>
        <translation>„%1“ zurücksetzen</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>raw JSON</source>
        <translation>rohes JSON</translation>
    </message>
    <message>
        <source>set</source>
        <translation>gesetzt</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>unset</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>run default</source>
        <translation>Laufvorgabe</translation>
    </message>
    <message>
        <source>any JSON</source>
        <translation>beliebiges JSON</translation>
    </message>
    <message>
        <source>not sent, whatever the run defaults say</source>
        <translation>nicht gesendet, was auch die Laufvorgaben sagen</translation>
    </message>
    <message>
        <source>unset: not sent</source>
        <translation>nicht gesetzt: nicht gesendet</translation>
    </message>
    <message>
        <source>%1, from the run defaults</source>
        <translation>%1, aus den Laufvorgaben</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>parameter: state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>How this parameter is sent</source>
        <translation>Wie dieser Parameter gesendet wird</translation>
    </message>
    <message>
        <source>Unset</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>As the run defaults have it</source>
        <translation>Wie in den Laufvorgaben</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>Rohes JSON</translation>
    </message>
</context>
<context>
    <name>ui::ParametersPanel</name>
    <message>
        <source>Unset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Parameters of %1</source>
        <translation>Parameter von %1</translation>
    </message>
    <message numerus="yes">
        <source>Parameters of %n lanes</source>
        <translation>
            <numerusform>Parameter von %n Spur</numerusform>
            <numerusform>Parameter von %n Spuren</numerusform>
        </translation>
    </message>
    <message>
        <source>They hold for these lanes from the next request on. What is unset here is taken from the run defaults.</source>
        <translation>Sie gelten für diese Spuren ab der nächsten Anfrage. Was hier nicht gesetzt ist, kommt aus den Laufvorgaben.</translation>
    </message>
    <message>
        <source>Run defaults</source>
        <translation>Laufvorgaben</translation>
    </message>
    <message>
        <source>They are sent to every lane that does not set them itself, from the next request on. What is unset is not sent: the provider decides.</source>
        <translation>Sie gehen ab der nächsten Anfrage an jede Spur, die sie nicht selbst setzt. Was nicht gesetzt ist, wird nicht gesendet: der Anbieter entscheidet.</translation>
    </message>
</context>
<context>
    <name>ui::PastPrompts</name>
    <message>
        <source>Find a prompt</source>
        <translation>Prompt suchen</translation>
    </message>
    <message>
        <source>Prompts of the history</source>
        <translation>Prompts des Verlaufs</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a prompt and when it was sent</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The history has no prompt whose text was kept.</source>
        <translation>Im Verlauf steht kein Prompt, dessen Text aufbewahrt wurde.</translation>
    </message>
    <message>
        <source>No prompt of the history has these words.</source>
        <translation>Kein Prompt des Verlaufs enthält diese Wörter.</translation>
    </message>
</context>
<context>
    <name>ui::PasteCard</name>
    <message>
        <source>Paste a key</source>
        <translation>Schlüssel einfügen</translation>
    </message>
    <message>
        <source>Key, .env line or client code</source>
        <translation>Schlüssel, .env-Zeile oder Client-Code</translation>
    </message>
    <message>
        <source>A key, a line of a .env file, or code that makes an OpenAI client in JavaScript, Python or curl</source>
        <translation>Ein Schlüssel, eine Zeile einer .env-Datei oder Code, der einen OpenAI-Client in JavaScript, Python oder curl anlegt</translation>
    </message>
    <message>
        <source>Base &amp;URL</source>
        <translation>Basis-&amp;URL</translation>
    </message>
    <message>
        <source>Another provider</source>
        <translation>Anderer Anbieter</translation>
    </message>
    <message>
        <source>another ...</source>
        <translation>anderer ...</translation>
    </message>
    <message>
        <source>Where the key is kept</source>
        <translation>Wo der Schlüssel liegt</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>In the desktop&apos;s keychain</source>
        <translation>Im Schlüsselbund des Desktops</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>Diese Sitzung</translation>
    </message>
    <message>
        <source>In memory; to be entered again after a restart</source>
        <translation>Nur im Speicher; nach einem Neustart neu einzugeben</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Only the name of a variable is stored</source>
        <translation>Nur der Name einer Variablen wird gespeichert</translation>
    </message>
    <message>
        <source>Environment variable</source>
        <translation>Umgebungsvariable</translation>
    </message>
    <message>
        <source>Keep the key in</source>
        <translation>Schlüssel aufbewahren in</translation>
    </message>
    <message>
        <source>A key was found, but many providers&apos; keys look like this. Whose is it?</source>
        <translation>Ein Schlüssel wurde gefunden, aber die vieler Anbieter sehen so aus. Von wem ist er?</translation>
    </message>
    <message>
        <source>Enter the base URL of the endpoint.</source>
        <translation>Die Basis-URL des Endpunkts eingeben.</translation>
    </message>
    <message>
        <source>This is the address of %1: paste your key for it, too.</source>
        <translation>Das ist die Adresse von %1: auch den Schlüssel dafür einfügen.</translation>
    </message>
    <message>
        <source>key from %1, which is set</source>
        <translation>Schlüssel aus %1 (gesetzt)</translation>
    </message>
    <message>
        <source>key from %1, which is not set</source>
        <translation>Schlüssel aus %1 (nicht gesetzt)</translation>
    </message>
    <message>
        <source>without a key</source>
        <translation>ohne Schlüssel</translation>
    </message>
    <message>
        <source>The pasted key is used for the test only; the variable must be set when the program starts.</source>
        <translation>Der eingefügte Schlüssel dient nur dem Test; die Variable muss beim Start des Programms gesetzt sein.</translation>
    </message>
    <message>
        <source>No keychain answers on this desktop</source>
        <translation>Auf diesem Desktop antwortet kein Schlüsselbund</translation>
    </message>
    <message>
        <source>The key can be kept for this session, or in an environment variable that you set. It is never written to a file.</source>
        <translation>Der Schlüssel lässt sich für diese Sitzung behalten oder in einer selbst gesetzten Umgebungsvariablen. Er wird nie in eine Datei geschrieben.</translation>
    </message>
</context>
<context>
    <name>ui::PercentileChart</name>
    <message>
        <source>Percentiles by day</source>
        <translation>Perzentile je Tag</translation>
    </message>
    <message>
        <source>%1: too few answers for percentiles (%2)</source>
        <comment>day, samples</comment>
        <translation>%1: zu wenige Antworten für Perzentile (%2)</translation>
    </message>
    <message>
        <source>%1: p50 %2, p90 %3, p95 %4, p99 %5 (%6)</source>
        <comment>day, percentiles, samples</comment>
        <translation>%1: p50 %2, p90 %3, p95 %4, p99 %5 (%6)</translation>
    </message>
</context>
<context>
    <name>ui::PeriodChoice</name>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Gesamte Zeit</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>days</comment>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>ui::PeriodField</name>
    <message>
        <source>Period of the budget</source>
        <translation>Zeitraum des Budgets</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>einen Tag</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>eine Woche</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>einen Monat</translation>
    </message>
    <message>
        <source>Day on which the week begins</source>
        <translation>Tag, an dem die Woche beginnt</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>a day of the week</comment>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>Day on which the month begins</source>
        <translation>Tag, an dem der Monat beginnt</translation>
    </message>
    <message>
        <source>from day </source>
        <translation>ab Tag </translation>
    </message>
    <message>
        <source>Time zone of its days</source>
        <translation>Zeitzone seiner Tage</translation>
    </message>
    <message>
        <source>“%1” is no time zone such as Europe/Berlin.</source>
        <translation>„%1“ ist keine Zeitzone wie Europe/Berlin.</translation>
    </message>
</context>
<context>
    <name>ui::PeriodPicker</name>
    <message>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Gesamte Zeit</translation>
    </message>
    <message>
        <source>Chosen days</source>
        <translation>Gewählte Tage</translation>
    </message>
    <message>
        <source>Choose days</source>
        <translation>Tage wählen</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>days, time zone</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Earlier period ([)</source>
        <translation>Früherer Zeitraum ([)</translation>
    </message>
    <message>
        <source>Later period (])</source>
        <translation>Späterer Zeitraum (])</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>Month to date</source>
        <translation>Laufender Monat</translation>
    </message>
    <message>
        <source>Chosen hours</source>
        <translation>Gewählte Stunden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time of day</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from a moment to a moment</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>ui::PhrasesCard</name>
    <message>
        <source>Prompts that are too long</source>
        <translation>Zu lange Prompts</translation>
    </message>
    <message numerus="yes">
        <source>When a provider says that a prompt is too long, rules go on to a model with a larger window. %n phrases are recognised, such as “%1”; a provider that says it otherwise can be added here.</source>
        <translation>
            <numerusform>Wenn ein Anbieter sagt, dass ein Prompt zu lang ist, gehen Regeln zu einem Modell mit größerem Fenster weiter. %n Wendung wird erkannt: „%1“; für einen Anbieter, der es anders sagt, lässt sich hier eine hinzufügen.</numerusform>
            <numerusform>Wenn ein Anbieter sagt, dass ein Prompt zu lang ist, gehen Regeln zu einem Modell mit größerem Fenster weiter. %n Wendungen werden erkannt, etwa „%1“; für einen Anbieter, der es anders sagt, lässt sich hier eine hinzufügen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Further &amp;phrases, one a line</source>
        <translation>Weitere &amp;Wendungen, eine je Zeile</translation>
    </message>
    <message>
        <source>Further phrases by which a provider says that a prompt is too long</source>
        <translation>Weitere Wendungen, mit denen ein Anbieter sagt, dass ein Prompt zu lang ist</translation>
    </message>
    <message>
        <source>&amp;Back to those that ship</source>
        <translation>&amp;Zurück zu den mitgelieferten</translation>
    </message>
    <message>
        <source>“%1” is too short: a phrase of less than %2 characters would be found in any error. The old ones still hold.</source>
        <translation>„%1“ ist zu kurz: Eine Wendung von weniger als %2 Zeichen fände sich in jedem Fehler. Es gelten noch die alten.</translation>
    </message>
    <message>
        <source>“%1…” is too long: a phrase has at most %2 characters. The old ones still hold.</source>
        <translation>„%1…“ ist zu lang: Eine Wendung hat höchstens %2 Zeichen. Es gelten noch die alten.</translation>
    </message>
</context>
<context>
    <name>ui::PickEditor</name>
    <message>
        <source>Not taken: an amount such as 0.002 is expected.</source>
        <translation>Nicht übernommen: erwartet wird ein Betrag wie 0.002.</translation>
    </message>
    <message>
        <source>Order of the targets</source>
        <translation>Reihenfolge der Ziele</translation>
    </message>
    <message>
        <source>Tag whose value keeps the order</source>
        <translation>Tag, dessen Wert die Reihenfolge festhält</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>Price ceiling of a call in US dollars</source>
        <translation>Preisobergrenze eines Aufrufs in US-Dollar</translation>
    </message>
    <message>
        <source>&amp;Same order for one value of the tag</source>
        <translation>Gleiche Reihenfolge bei &amp;selbem Wert des Tags</translation>
    </message>
    <message>
        <source>At most, $ &amp;per call</source>
        <translation>Höchstens, $ &amp;pro Aufruf</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>&amp;Reihenfolge</translation>
    </message>
    <message>
        <source>The first is asked; each next one when those before it failed.</source>
        <translation>Das erste wird gefragt, jedes weitere, wenn die davor scheiterten.</translation>
    </message>
    <message>
        <source>Each call begins with one of them by chance, in proportion to the weights.</source>
        <translation>Jeder Aufruf beginnt zufällig bei einem davon, im Verhältnis der Gewichte.</translation>
    </message>
    <message>
        <source>By the estimated cost of the call; those without a known price come last.</source>
        <translation>Nach den geschätzten Kosten des Aufrufs; Ziele ohne bekannten Preis kommen zuletzt.</translation>
    </message>
    <message numerus="yes">
        <source>By the median time to the first token of your own calls; those with fewer than %n samples come last.</source>
        <translation>
            <numerusform>Nach der mittleren Zeit bis zum ersten Token eigener Aufrufe; Ziele ohne %n Messung kommen zuletzt.</numerusform>
            <numerusform>Nach der mittleren Zeit bis zum ersten Token eigener Aufrufe; Ziele mit weniger als %n Messungen kommen zuletzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>By your own votes for the task of the call; those without votes come last.</source>
        <translation>Nach eigenen Stimmen zur Aufgabe des Aufrufs; Ziele ohne Stimmen kommen zuletzt.</translation>
    </message>
    <message>
        <source>change the order of targets</source>
        <translation>Reihenfolge der Ziele ändern</translation>
    </message>
    <message>
        <source>change the price ceiling</source>
        <translation>Preisobergrenze ändern</translation>
    </message>
</context>
<context>
    <name>ui::PictureStrip</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 Bild</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PresetPicker</name>
    <message>
        <source>One key, many vendors</source>
        <translation>Ein Schlüssel, viele Hersteller</translation>
    </message>
    <message>
        <source>Vendors and clouds</source>
        <translation>Hersteller und Clouds</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Anything else</source>
        <translation>Alles andere</translation>
    </message>
    <message>
        <source>Custom endpoint</source>
        <translation>Eigener Endpunkt</translation>
    </message>
</context>
<context>
    <name>ui::PresetWindow</name>
    <message>
        <source>&amp;Use these rules</source>
        <translation>Diese Regeln &amp;verwenden</translation>
    </message>
    <message>
        <source>New rules from a preset</source>
        <translation>Neue Regeln aus einer Vorlage</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>They become a draft that can be edited; nothing runs before it is activated</source>
        <translation>Sie werden ein Entwurf, der sich bearbeiten lässt; vor der Aktivierung gilt nichts</translation>
    </message>
    <message>
        <source>%1, if it fails: %2</source>
        <comment>a rule and a model</comment>
        <translation>%1, falls es scheitert: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a rule and a model</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No model that is there fits these rules.</source>
        <translation>Kein vorhandenes Modell passt zu diesen Regeln.</translation>
    </message>
</context>
<context>
    <name>ui::PriceDialog</name>
    <message>
        <source>%1, %2</source>
        <comment>source of a price, its day</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>What it makes of the requests so far</source>
        <translation>Was er aus den bisherigen Anfragen macht</translation>
    </message>
    <message>
        <source>&amp;Remove own prices</source>
        <translation>Eigene Preise ent&amp;fernen</translation>
    </message>
    <message>
        <source>&amp;Set price</source>
        <translation>Preis fe&amp;stlegen</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>In / out</source>
        <translation>Ein / Aus</translation>
    </message>
    <message>
        <source>Service tier</source>
        <translation>Servicestufe</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Gilt</translation>
    </message>
    <message>
        <source>Known prices</source>
        <translation>Bekannte Preise</translation>
    </message>
    <message>
        <source>Accou&amp;nt</source>
        <translation>Ko&amp;nto</translation>
    </message>
    <message>
        <source>Mode&amp;l</source>
        <translation>Mode&amp;ll</translation>
    </message>
    <message>
        <source>Prices of the model</source>
        <translation>Preise des Modells</translation>
    </message>
    <message>
        <source>all accounts</source>
        <translation>alle Konten</translation>
    </message>
    <message>
        <source>your own, this account</source>
        <translation>Ihr eigener, dieses Konto</translation>
    </message>
    <message>
        <source>your own, all accounts</source>
        <translation>Ihr eigener, alle Konten</translation>
    </message>
    <message>
        <source>%1 via %2</source>
        <comment>seller of a model, price list</comment>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>Holds now: %1 in / out for a million tokens (%2).</source>
        <translation>Jetzt gilt: %1 Ein / Aus für eine Million Token (%2).</translation>
    </message>
    <message>
        <source>No price is known now: what its requests cost is unknown.</source>
        <translation>Jetzt ist kein Preis bekannt: Was seine Anfragen kosten, ist unbekannt.</translation>
    </message>
    <message>
        <source>Write which model the price is for.</source>
        <translation>Geben Sie an, für welches Modell der Preis ist.</translation>
    </message>
    <message>
        <source>The price was not kept</source>
        <translation>Der Preis wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>The price is kept</source>
        <translation>Der Preis ist gespeichert</translation>
    </message>
    <message>
        <source>Requests from now on are priced by it; those so far keep their cost until you apply it to them below.</source>
        <translation>Anfragen werden ab jetzt danach berechnet; die bisherigen behalten ihre Kosten, bis Sie ihn unten auf sie anwenden.</translation>
    </message>
    <message>
        <source>The price was not removed</source>
        <translation>Der Preis wurde nicht entfernt</translation>
    </message>
    <message>
        <source>Your own prices of %1 removed.</source>
        <translation>Ihre eigenen Preise von %1 entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The price was not restored</source>
        <translation>Der Preis wurde nicht wiederhergestellt</translation>
    </message>
</context>
<context>
    <name>ui::PriceEditor</name>
    <message>
        <source>Set price</source>
        <translation>Preis setzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Enter at least one price.</source>
        <translation>Mindestens einen Preis eingeben.</translation>
    </message>
    <message>
        <source>Currency of the own price</source>
        <translation>Währung des eigenen Preises</translation>
    </message>
    <message>
        <source>Own price of %1, in %2 for a million tokens</source>
        <comment>model, currency</comment>
        <translation>Eigener Preis von %1, in %2 je Million Token</translation>
    </message>
    <message>
        <source>Own price in %1</source>
        <comment>currency</comment>
        <translation>Eigener Preis in %1</translation>
    </message>
    <message>
        <source>A price is an amount such as %1 with at most six decimals; an empty field is unknown.</source>
        <translation>Ein Preis ist ein Betrag wie %1 mit höchstens sechs Nachkommastellen; ein leeres Feld ist unbekannt.</translation>
    </message>
</context>
<context>
    <name>ui::PriceForm</name>
    <message>
        <source>Own price</source>
        <translation>Eigener Preis</translation>
    </message>
    <message>
        <source>Add prices for long &amp;contexts</source>
        <translation>Preise für lange &amp;Kontexte hinzufügen</translation>
    </message>
    <message>
        <source>Fee for each request</source>
        <translation>Gebühr für jede Anfrage</translation>
    </message>
    <message>
        <source>Fee for each call of a tool that the provider runs</source>
        <translation>Gebühr für jeden Aufruf eines Werkzeugs, das der Anbieter ausführt</translation>
    </message>
    <message>
        <source>First day, UTC</source>
        <translation>Erster Tag, UTC</translation>
    </message>
    <message>
        <source>since ever</source>
        <translation>seit jeher</translation>
    </message>
    <message>
        <source>Day after the last, UTC</source>
        <translation>Tag nach dem letzten, UTC</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>auf Dauer</translation>
    </message>
    <message>
        <source>For which model ids</source>
        <translation>Für welche Modell-IDs</translation>
    </message>
    <message>
        <source>this very id</source>
        <translation>genau diese ID</translation>
    </message>
    <message>
        <source>the id with any date</source>
        <translation>die ID mit beliebigem Datum</translation>
    </message>
    <message>
        <source>all ids that begin so</source>
        <translation>alle IDs, die so beginnen</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Service tier</source>
        <translation>Servicestufe</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>service tier</source>
        <translation>Servicestufe</translation>
    </message>
    <message>
        <source>a request</source>
        <translation>je Anfrage</translation>
    </message>
    <message>
        <source>a tool call</source>
        <translation>je Werkzeugaufruf</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>Fü&amp;r</translation>
    </message>
    <message>
        <source>&amp;Million tokens</source>
        <translation>&amp;Million Token</translation>
    </message>
    <message>
        <source>F&amp;ees</source>
        <translation>G&amp;ebühren</translation>
    </message>
    <message>
        <source>Long contexts</source>
        <translation>Lange Kontexte</translation>
    </message>
    <message>
        <source>&amp;Holds from</source>
        <translation>&amp;Gilt ab</translation>
    </message>
    <message>
        <source>Days such as 2026-11-01, UTC; the second one is the day after the last.</source>
        <translation>Tage wie 2026-11-01, UTC; der zweite ist der Tag nach dem letzten.</translation>
    </message>
    <message>
        <source>Hours, UTC</source>
        <translation>Stunden, UTC</translation>
    </message>
    <message numerus="yes">
        <source>%n further windows stay as they are.</source>
        <translation>
            <numerusform>%n weiteres Zeitfenster bleibt, wie es ist.</numerusform>
            <numerusform>%n weitere Zeitfenster bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>No day: all week. 00:00 as the end is the end of the day.</source>
        <translation>Kein Tag: die ganze Woche. 00:00 als Ende ist das Ende des Tages.</translation>
    </message>
    <message>
        <source>A day is written such as 2026-11-01.</source>
        <translation>Ein Tag wird wie 2026-11-01 geschrieben.</translation>
    </message>
    <message>
        <source>The price ends before it begins.</source>
        <translation>Der Preis endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>A currency is three letters such as EUR.</source>
        <translation>Eine Währung sind drei Buchstaben wie EUR.</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>das Modell</translation>
    </message>
    <message>
        <source>A price is an amount such as %1; an empty field is unknown.</source>
        <translation>Ein Preis ist ein Betrag wie %1; ein leeres Feld ist unbekannt.</translation>
    </message>
    <message>
        <source>A price is an amount such as %1 with at most six decimals; an empty field is unknown.</source>
        <translation>Ein Preis ist ein Betrag wie %1 mit höchstens sechs Nachkommastellen; ein leeres Feld ist unbekannt.</translation>
    </message>
    <message>
        <source>Prices for long contexts want a number of tokens such as 200000, and an amount with at most six decimals.</source>
        <translation>Preise für lange Kontexte brauchen eine Zahl von Token wie 200000 und einen Betrag mit höchstens sechs Nachkommastellen.</translation>
    </message>
</context>
<context>
    <name>ui::PriceSection</name>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Use the vendors&apos; &amp;list prices for models without a price</source>
        <translation>&amp;Für Modelle ohne Preis die Listenpreise der Hersteller verwenden</translation>
    </message>
    <message>
        <source>Price multiplier</source>
        <translation>Preisfaktor</translation>
    </message>
    <message>
        <source>&amp;Multiplier</source>
        <translation>Fakt&amp;or</translation>
    </message>
    <message>
        <source>What this account charges in relation to the vendors&apos; list prices: 0.8 is 20 % less.</source>
        <translation>Was dieses Konto im Verhältnis zu den Listenpreisen der Hersteller verlangt: 0.8 heißt 20 % weniger.</translation>
    </message>
    <message>
        <source>Billed in</source>
        <translation>Abgerechnet in</translation>
    </message>
    <message>
        <source>&amp;Billed in</source>
        <translation>Ab&amp;gerechnet in</translation>
    </message>
    <message>
        <source>Only prices in this currency are the account&apos;s; none is converted into it.</source>
        <translation>Nur Preise in dieser Währung gelten für das Konto; keiner wird in sie umgerechnet.</translation>
    </message>
</context>
<context>
    <name>ui::ProblemList</name>
    <message>
        <source>Show what is wrong with these rules</source>
        <translation>Zeigen, was an diesen Regeln nicht stimmt</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a rule and what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The set cannot run so.</source>
        <translation>So kann der Regelsatz nicht gelten.</translation>
    </message>
    <message>
        <source>The set runs, but hardly as meant.</source>
        <translation>Der Regelsatz gilt, aber kaum wie gemeint.</translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PromptLine</name>
    <message>
        <source>Show the whole prompt</source>
        <translation>Ganzen Prompt zeigen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>Put this prompt back into the composer</source>
        <translation>Diesen Prompt zurück ins Eingabefeld holen</translation>
    </message>
    <message>
        <source>Send the same prompt to the lanes as they are now</source>
        <translation>Denselben Prompt an die jetzigen Spuren senden</translation>
    </message>
    <message>
        <source>The whole prompt</source>
        <translation>Der ganze Prompt</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Ich</translation>
    </message>
    <message>
        <source>The text of this prompt was not kept.</source>
        <translation>Der Text dieses Prompts wurde nicht behalten.</translation>
    </message>
    <message>
        <source>System: %1</source>
        <translation>System: %1</translation>
    </message>
    <message>
        <source>no task</source>
        <translation>keine Aufgabe</translation>
    </message>
    <message>
        <source>task: %1 (suggested)</source>
        <translation>Aufgabe: %1 (vorgeschlagen)</translation>
    </message>
    <message>
        <source>task: %1</source>
        <translation>Aufgabe: %1</translation>
    </message>
    <message>
        <source>Change or confirm the task of this run; totals follow.</source>
        <translation>Die Aufgabe dieses Laufs ändern oder bestätigen; die Summen folgen.</translation>
    </message>
    <message>
        <source>Confirm &quot;%1&quot;</source>
        <translation>„%1“ bestätigen</translation>
    </message>
    <message>
        <source>No task</source>
        <translation>Keine Aufgabe</translation>
    </message>
    <message>
        <source>Show the prompt as one line</source>
        <translation>Prompt als eine Zeile zeigen</translation>
    </message>
    <message>
        <source>Show the turns of this conversation and its branches</source>
        <translation>Die Runden dieses Gesprächs und seine Zweige zeigen</translation>
    </message>
    <message>
        <source>Turn %1</source>
        <translation>Runde %1</translation>
    </message>
    <message>
        <source>Turn %1, show all turns</source>
        <translation>Runde %1, alle Runden zeigen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation>Lauf exportieren</translation>
    </message>
</context>
<context>
    <name>ui::PromptSetView</name>
    <message>
        <source>Rename the set</source>
        <translation>Sammlung umbenennen</translation>
    </message>
    <message>
        <source>Delete the set</source>
        <translation>Sammlung löschen</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Prompt template</source>
        <translation>Vorlage des Prompts</translation>
    </message>
    <message>
        <source>System prompt template</source>
        <translation>Vorlage des Systemprompts</translation>
    </message>
    <message>
        <source>No system prompt</source>
        <translation>Kein Systemprompt</translation>
    </message>
    <message>
        <source>Insert column</source>
        <translation>Spalte einfügen</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Systemprompt</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Task of the calls</source>
        <translation>Aufgabe der Aufrufe</translation>
    </message>
    <message>
        <source>Requests at the same time to one account</source>
        <translation>Gleichzeitige Anfragen an ein Konto</translation>
    </message>
    <message>
        <source>Money cap in US dollars</source>
        <translation>Kostengrenze in US-Dollar</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>Choose a judge model</source>
        <translation>Richtermodell wählen</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>Richter</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>At once per account</source>
        <translation>Gleichzeitig je Konto</translation>
    </message>
    <message>
        <source>Money cap, $</source>
        <translation>Kostengrenze, $</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message numerus="yes">
        <source>%n cases</source>
        <translation>
            <numerusform>%n Fall</numerusform>
            <numerusform>%n Fälle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>a file</comment>
        <translation>aus %1</translation>
    </message>
    <message>
        <source>Write a prompt: the set has no column “prompt” to take it from.</source>
        <translation>Einen Prompt schreiben: die Sammlung hat keine Spalte „prompt“, aus der er kommen könnte.</translation>
    </message>
    <message>
        <source>The prompt names “%1”, which is no column of this set.</source>
        <translation>Der Prompt nennt „%1“, aber diese Sammlung hat keine solche Spalte.</translation>
    </message>
    <message>
        <source>The money cap is no amount in US dollars: “%1”.</source>
        <translation>Die Kostengrenze ist kein Betrag in US-Dollar: „%1“.</translation>
    </message>
    <message>
        <source>Choose the model that answers the check “judge”.</source>
        <translation>Das Modell wählen, das die Prüfung „judge“ beantwortet.</translation>
    </message>
    <message>
        <source>Empty: the column “prompt” is sent as it is.</source>
        <translation>Leer: die Spalte „prompt“ wird gesendet, wie sie ist.</translation>
    </message>
    <message>
        <source>This evaluation may be expensive</source>
        <translation>Diese Auswertung kann teuer werden</translation>
    </message>
    <message>
        <source>%1 cells will probably cost %2.</source>
        <translation>%1 Zellen kosten voraussichtlich %2.</translation>
    </message>
    <message>
        <source>You are asked above $%1; the limit can be changed in the settings.</source>
        <translation>Über $%1 wird nachgefragt; die Grenze lässt sich in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>It stops before it passes the money cap of $%1.</source>
        <translation>Sie hält an, bevor sie die Kostengrenze von $%1 überschreitet.</translation>
    </message>
    <message>
        <source>Not every model has a known price: the cost is a lower bound.</source>
        <translation>Nicht jedes Modell hat einen bekannten Preis: die Kosten sind eine Untergrenze.</translation>
    </message>
    <message>
        <source>The calls of the judge come on top of it.</source>
        <translation>Die Aufrufe des Richters kommen noch hinzu.</translation>
    </message>
    <message>
        <source>Start anyway</source>
        <translation>Trotzdem starten</translation>
    </message>
    <message>
        <source>%1 with own checks</source>
        <comment>cases</comment>
        <translation>%1 mit eigenen Prüfungen</translation>
    </message>
</context>
<context>
    <name>ui::PromptSetsPane</name>
    <message>
        <source>No prompt sets yet</source>
        <translation>Noch keine Prompt-Sammlungen</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Datei importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Prompt sets</source>
        <translation>Prompt-Sammlungen</translation>
    </message>
    <message>
        <source>The prompt set could not be kept or read</source>
        <translation>Die Prompt-Sammlung ließ sich nicht speichern oder lesen</translation>
    </message>
    <message>
        <source>The evaluation cannot go on</source>
        <translation>Die Auswertung kann nicht weitergehen</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Import a prompt set</source>
        <translation>Prompt-Sammlung importieren</translation>
    </message>
    <message>
        <source>Rename the prompt set</source>
        <translation>Prompt-Sammlung umbenennen</translation>
    </message>
    <message>
        <source>Delete the prompt set</source>
        <translation>Prompt-Sammlung löschen</translation>
    </message>
    <message>
        <source>The ledger could not be read</source>
        <translation>Das Kassenbuch ließ sich nicht lesen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n cases</source>
        <translation>
            <numerusform>%1, %n Fall</numerusform>
            <numerusform>%1, %n Fälle</numerusform>
        </translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 was not imported</source>
        <translation>%1 wurde nicht importiert</translation>
    </message>
    <message>
        <source>%1 was imported, but not all of it</source>
        <translation>%1 wurde importiert, aber nicht vollständig</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The prompt set was not renamed</source>
        <translation>Die Prompt-Sammlung wurde nicht umbenannt</translation>
    </message>
    <message>
        <source>“%1” deleted.</source>
        <translation>„%1“ gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The prompt set was not deleted</source>
        <translation>Die Prompt-Sammlung wurde nicht gelöscht</translation>
    </message>
    <message>
        <source>Read cases from CSV, TSV, JSONL or promptfooconfig.yaml, or an evaluation that was exported as JSON</source>
        <translation>Fälle aus CSV, TSV, JSONL oder promptfooconfig.yaml lesen, oder eine als JSON exportierte Auswertung</translation>
    </message>
    <message>
        <source>Prompt sets and evaluations (*.csv *.tsv *.tab *.jsonl *.ndjson *.yaml *.yml *.json)</source>
        <translation>Prompt-Sammlungen und Auswertungen (*.csv *.tsv *.tab *.jsonl *.ndjson *.yaml *.yml *.json)</translation>
    </message>
    <message>
        <source>The evaluation was not imported</source>
        <translation>Die Auswertung wurde nicht importiert</translation>
    </message>
    <message>
        <source>A prompt set asks many cases of several models at once and checks each answer. Drop a CSV, TSV or JSONL file here, a promptfooconfig.yaml, or an evaluation saved as JSON.</source>
        <translation>Eine Prompt-Sammlung legt viele Fälle mehreren Modellen zugleich vor und prüft jede Antwort. Eine CSV-, TSV- oder JSONL-Datei hier ablegen, eine promptfooconfig.yaml oder eine als JSON gespeicherte Auswertung.</translation>
    </message>
</context>
<context>
    <name>ui::ProposalsWindow</name>
    <message>
        <source>No proposal yet</source>
        <translation>Noch kein Vorschlag</translation>
    </message>
    <message>
        <source>When your votes show for a task that another model is better, or cheaper and no worse, it is proposed here. Fewer votes than that claim nothing.</source>
        <translation>Wenn eigene Stimmen zu einer Aufgabe zeigen, dass ein anderes Modell besser ist oder billiger und nicht schlechter, wird es hier vorgeschlagen. Weniger Stimmen behaupten nichts.</translation>
    </message>
    <message>
        <source>Rules that your votes propose</source>
        <translation>Regeln, die eigene Stimmen nahelegen</translation>
    </message>
    <message>
        <source>The votes could not be read</source>
        <translation>Die Stimmen ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>Route %1 to %2</source>
        <comment>a task and a model</comment>
        <translation>%1 an %2 leiten</translation>
    </message>
    <message>
        <source>Make it a draft rule</source>
        <translation>Zur Regel im Entwurf machen</translation>
    </message>
</context>
<context>
    <name>ui::QualityChecks</name>
    <message>
        <source>+ &amp;Check</source>
        <translation>+ &amp;Prüfung</translation>
    </message>
    <message>
        <source>Add a check</source>
        <translation>Prüfung hinzufügen</translation>
    </message>
    <message>
        <source>Whichever answer passes more checks is the better one</source>
        <translation>Die Antwort, die mehr Prüfungen besteht, ist die bessere</translation>
    </message>
    <message>
        <source>the answer contains</source>
        <translation>die Antwort enthält</translation>
    </message>
    <message>
        <source>the answer does not contain</source>
        <translation>die Antwort enthält nicht</translation>
    </message>
    <message>
        <source>the answer is</source>
        <translation>die Antwort lautet</translation>
    </message>
    <message>
        <source>the answer matches</source>
        <translation>die Antwort entspricht</translation>
    </message>
    <message>
        <source>the number is (value+-tolerance)</source>
        <translation>die Zahl ist (Wert+-Toleranz)</translation>
    </message>
    <message>
        <source>characters at most</source>
        <translation>höchstens so viele Zeichen</translation>
    </message>
    <message>
        <source>Remove the check</source>
        <translation>Prüfung entfernen</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>Prüfung %1</translation>
    </message>
    <message>
        <source>What check %1 looks for</source>
        <translation>Wonach Prüfung %1 sucht</translation>
    </message>
    <message>
        <source>Say what the answers are checked for.</source>
        <translation>Angeben, worauf die Antworten geprüft werden.</translation>
    </message>
</context>
<context>
    <name>ui::QualityChoices</name>
    <message>
        <source>&amp;Calls</source>
        <translation>&amp;Aufrufe</translation>
    </message>
    <message>
        <source>at &amp;most US$</source>
        <translation>&amp;höchstens US$</translation>
    </message>
    <message>
        <source>compared &amp;by</source>
        <translation>&amp;verglichen durch</translation>
    </message>
    <message>
        <source>Calls to ask again</source>
        <translation>Aufrufe, die erneut gestellt werden</translation>
    </message>
    <message>
        <source>The most that it may cost, in US dollars</source>
        <translation>Was es höchstens kosten darf, in US-Dollar</translation>
    </message>
    <message>
        <source>What to judge by</source>
        <translation>Wonach zu urteilen ist</translation>
    </message>
    <message>
        <source>What to judge by (optional)</source>
        <translation>Wonach zu urteilen ist (freiwillig)</translation>
    </message>
    <message>
        <source>Who compares the answers</source>
        <translation>Wer die Antworten vergleicht</translation>
    </message>
    <message>
        <source>a judge model, in both orders</source>
        <translation>ein Richtermodell, in beiden Reihenfolgen</translation>
    </message>
    <message>
        <source>a blind vote of yours</source>
        <translation>eine eigene blinde Abstimmung</translation>
    </message>
    <message>
        <source>Judge: %1</source>
        <translation>Richter: %1</translation>
    </message>
    <message>
        <source>&amp;Pick a judge …</source>
        <translation>Richter &amp;wählen …</translation>
    </message>
    <message>
        <source>“%1” is no amount of US dollars, such as 1.50.</source>
        <translation>„%1“ ist kein Betrag in US-Dollar, wie etwa 1.50.</translation>
    </message>
    <message>
        <source>Pick the model that compares the answers.</source>
        <translation>Das Modell wählen, das die Antworten vergleicht.</translation>
    </message>
    <message>
        <source>checks that you choose</source>
        <translation>Prüfungen nach Wahl</translation>
    </message>
</context>
<context>
    <name>ui::QualityWindow</name>
    <message>
        <source>%1 % (%2 to %3)</source>
        <comment>share and its interval</comment>
        <translation>%1 % (%2 bis %3)</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>kein Urteil</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>before and after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Of all %1 calls that would move, by the back-test</source>
        <translation>Von allen %1 verlegten Aufrufen, nach der Rückrechnung</translation>
    </message>
    <message>
        <source>&amp;Ask them again</source>
        <translation>&amp;Erneut stellen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Quality check</source>
        <translation>Qualitätsprüfung</translation>
    </message>
    <message>
        <source>Progress of the quality check</source>
        <translation>Fortschritt der Qualitätsprüfung</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Besser</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>Schlechter</translation>
    </message>
    <message>
        <source>Share of the new</source>
        <translation>Anteil der neuen</translation>
    </message>
    <message>
        <source>Cost by the back-test</source>
        <translation>Kosten nach der Rückrechnung</translation>
    </message>
    <message>
        <source>Result by task</source>
        <translation>Ergebnis nach Aufgabe</translation>
    </message>
    <message>
        <source>The calls could not be read</source>
        <translation>Die Aufrufe ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>Drawing calls …</source>
        <translation>Aufrufe werden gezogen …</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Nichts wurde gesendet</translation>
    </message>
    <message>
        <source>None of the calls that would move can be asked again: their texts were not kept, or they had no whole answer.</source>
        <translation>Keiner der verlegten Aufrufe lässt sich erneut stellen: Ihre Texte wurden nicht aufbewahrt, oder sie hatten keine ganze Antwort.</translation>
    </message>
    <message numerus="yes">
        <source>%n calls, about %1, judges included.</source>
        <translation>
            <numerusform>%n Aufruf, etwa %1, Richter eingerechnet.</numerusform>
            <numerusform>%n Aufrufe, etwa %1, Richter eingerechnet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls, about %1 to %2, judges included.</source>
        <translation>
            <numerusform>%n Aufruf, etwa %1 bis %2, Richter eingerechnet.</numerusform>
            <numerusform>%n Aufrufe, etwa %1 bis %2, Richter eingerechnet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The price of %n requests is not known.</source>
        <translation>
            <numerusform>Der Preis von %n Anfrage ist nicht bekannt.</numerusform>
            <numerusform>Der Preis von %n Anfragen ist nicht bekannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawn calls cannot be asked again.</source>
        <translation>
            <numerusform>%n gezogener Aufruf lässt sich nicht erneut stellen.</numerusform>
            <numerusform>%n gezogene Aufrufe lassen sich nicht erneut stellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped at the limit</source>
        <translation>An der Grenze angehalten</translation>
    </message>
    <message>
        <source>The next call might cost more than you allowed.</source>
        <translation>Der nächste Aufruf könnte mehr kosten als erlaubt.</translation>
    </message>
    <message numerus="yes">
        <source>Spent: %1, and %n requests of unknown cost.</source>
        <translation>
            <numerusform>Ausgegeben: %1, dazu %n Anfrage mit unbekannten Kosten.</numerusform>
            <numerusform>Ausgegeben: %1, dazu %n Anfragen mit unbekannten Kosten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Spent: %1.</source>
        <translation>Ausgegeben: %1.</translation>
    </message>
</context>
<context>
    <name>ui::RaceClockWindow</name>
    <message>
        <source>What Switchyard itself adds</source>
        <translation>Was Switchyard selbst hinzufügt</translation>
    </message>
    <message>
        <source>The way from the network card to the program cannot be seen from here and is part of every time.</source>
        <translation>Der Weg von der Netzwerkkarte zum Programm ist von hier aus nicht zu sehen und steckt in jeder Zeit.</translation>
    </message>
    <message>
        <source>&amp;Open all connections first and release the lanes together</source>
        <translation>&amp;Erst alle Verbindungen öffnen, dann die Spuren gemeinsam starten</translation>
    </message>
    <message>
        <source>From the next run on; connecting is then no part of any lane&apos;s times</source>
        <translation>Ab dem nächsten Lauf; der Verbindungsaufbau zählt dann bei keiner Spur zu den Zeiten</translation>
    </message>
    <message>
        <source>Race clock</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Send a prompt: its lanes run here.</source>
        <translation>Einen Prompt senden: seine Spuren laufen hier.</translation>
    </message>
    <message>
        <source>Point at a bar, or go there with the arrow keys, to read its times.</source>
        <translation>Auf einen Balken zeigen oder mit den Pfeiltasten hingehen, um seine Zeiten zu lesen.</translation>
    </message>
    <message>
        <source>Nothing was measured of this run</source>
        <translation>Von diesem Lauf wurde nichts gemessen</translation>
    </message>
</context>
<context>
    <name>ui::RaceTrack</name>
    <message>
        <source>Time line of the run, one bar a lane</source>
        <translation>Zeitachse des Laufs, ein Balken je Spur</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>in der Schlange</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>Verbindungsaufbau</translation>
    </message>
    <message>
        <source>waiting for headers</source>
        <translation>Warten auf Kopfzeilen</translation>
    </message>
    <message>
        <source>waiting for the first token</source>
        <translation>Warten auf das erste Token</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>Gedanken</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>pause before another attempt</source>
        <translation>Pause vor einem weiteren Versuch</translation>
    </message>
    <message>
        <source>%1, begun %2 later</source>
        <translation>%1, %2 später begonnen</translation>
    </message>
    <message>
        <source>%1, open connection</source>
        <translation>%1, Verbindung offen</translation>
    </message>
    <message>
        <source>%1, attempt %2</source>
        <translation>%1, Versuch %2</translation>
    </message>
    <message>
        <source>%1 of %2: %3, %4 ms, from %5 to %6 ms</source>
        <translation>%1 von %2: %3, %4 ms, von %5 bis %6 ms</translation>
    </message>
</context>
<context>
    <name>ui::RatesCard</name>
    <message>
        <source>Exchange rates</source>
        <translation>Wechselkurse</translation>
    </message>
    <message>
        <source>Currency of the rate</source>
        <translation>Währung des Kurses</translation>
    </message>
    <message>
        <source>US dollars for one unit of the currency</source>
        <translation>US-Dollar für eine Einheit der Währung</translation>
    </message>
    <message>
        <source>Day of the rate</source>
        <translation>Tag des Kurses</translation>
    </message>
    <message>
        <source>Set &amp;rate</source>
        <translation>Ku&amp;rs festlegen</translation>
    </message>
    <message>
        <source>on</source>
        <translation>am</translation>
    </message>
    <message>
        <source>1 %1 = US$ %2, rate of %3</source>
        <translation>1 %1 = US$ %2, Kurs vom %3</translation>
    </message>
    <message>
        <source>Remove the rate of %1</source>
        <translation>Den Kurs von %1 entfernen</translation>
    </message>
    <message>
        <source>A currency is three letters other than USD, such as EUR.</source>
        <translation>Eine Währung sind drei Buchstaben außer USD, etwa EUR.</translation>
    </message>
    <message>
        <source>The rate is a number above 0, such as 1.08.</source>
        <translation>Der Kurs ist eine Zahl über 0, etwa 1.08.</translation>
    </message>
    <message>
        <source>The day is written such as 2026-11-22.</source>
        <translation>Der Tag wird wie 2026-11-22 geschrieben.</translation>
    </message>
    <message>
        <source>A price in another currency is its own price. To show and sum its cost in US dollars it needs a rate, which you give: none is fetched, and without one the cost in dollars is unknown. A request keeps the rate it was priced by.</source>
        <translation>Ein Preis in einer anderen Währung ist ein eigener Preis. Damit seine Kosten in US-Dollar gezeigt und summiert werden, braucht er einen Kurs, den Sie angeben: Keiner wird abgerufen, und ohne ihn sind die Kosten in Dollar unbekannt. Eine Anfrage behält den Kurs, mit dem sie bepreist wurde.</translation>
    </message>
</context>
<context>
    <name>ui::ReconcilePane</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Against the provider&apos;s figures</source>
        <translation>Gegen die Zahlen des Anbieters</translation>
    </message>
    <message>
        <source>Nothing to compare with yet</source>
        <translation>Noch nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>Import what a provider counted, or what other programs logged, and see where the figures differ and why.</source>
        <translation>Importieren Sie, was ein Anbieter gezählt oder andere Programme protokolliert haben, und sehen Sie, wo die Zahlen abweichen und warum.</translation>
    </message>
    <message>
        <source>&amp;Import usage …</source>
        <translation>Verbrauch &amp;importieren …</translation>
    </message>
    <message>
        <source>Ask for the &amp;balance</source>
        <translation>Nach dem &amp;Guthaben fragen</translation>
    </message>
    <message>
        <source>I&amp;mports</source>
        <translation>I&amp;mporte</translation>
    </message>
    <message>
        <source>Import usage …</source>
        <translation>Verbrauch importieren …</translation>
    </message>
    <message>
        <source>Account to compare</source>
        <translation>Konto zum Vergleichen</translation>
    </message>
    <message>
        <source>A&amp;ccount</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>Own figures and the provider&apos;s by day and model</source>
        <translation>Eigene Zahlen und die des Anbieters nach Tag und Modell</translation>
    </message>
    <message>
        <source>Undo %1 of %2 (%3 rows, %4)</source>
        <translation>%1 vom %2 rückgängig machen (%3 Zeilen, %4)</translation>
    </message>
    <message>
        <source>The figures could not be read</source>
        <translation>Die Zahlen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>No import of this account reaches into this period.</source>
        <translation>Kein Import dieses Kontos reicht in diesen Zeitraum.</translation>
    </message>
    <message>
        <source>All days agree within 10 %.</source>
        <translation>Alle Tage stimmen auf 10 % genau überein.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows differ by more than 10 %.</source>
        <translation>
            <numerusform>%n Zeile weicht um mehr als 10 % ab.</numerusform>
            <numerusform>%n Zeilen weichen um mehr als 10 % ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fewer than 7 days tell little, as providers count late.</source>
        <translation>Weniger als 7 Tage sagen wenig, da Anbieter spät zählen.</translation>
    </message>
    <message>
        <source>Sent by Switchyard %1, imported %2</source>
        <translation>Von Switchyard gesendet %1, importiert %2</translation>
    </message>
    <message>
        <source>%1 + %2 unpriced</source>
        <translation>%1 + %2 ohne Preis</translation>
    </message>
    <message>
        <source>%1 USD sent; %2 USD of imported requests, which are in every total; %3 USD of imported sums, which are here alone.</source>
        <translation>%1 USD gesendet; %2 USD importierter Anfragen, die in allen Summen sind; %3 USD importierter Summen, die nur hier stehen.</translation>
    </message>
    <message>
        <source>%1 imported: %2 of %3 rows count, %4.</source>
        <translation>%1 importiert: %2 von %3 Zeilen zählen, %4.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The import of %1 is undone.</source>
        <translation>Der Import von %1 ist rückgängig gemacht.</translation>
    </message>
    <message>
        <source>The import could not be undone</source>
        <translation>Der Import konnte nicht rückgängig gemacht werden</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>%1 did not tell the balance</source>
        <translation>%1 hat das Guthaben nicht genannt</translation>
    </message>
    <message>
        <source>Balance %1</source>
        <translation>Guthaben %1</translation>
    </message>
    <message>
        <source>%1, lasts %2 at the pace of the last 7 days</source>
        <translation>%1, reicht noch %2 im Tempo der letzten 7 Tage</translation>
    </message>
    <message>
        <source>%1, lasts %2 at the pace of the last 30 days</source>
        <translation>%1, reicht noch %2 im Tempo der letzten 30 Tage</translation>
    </message>
    <message>
        <source>Undoing the import …</source>
        <translation>Der Import wird rückgängig gemacht …</translation>
    </message>
    <message>
        <source>Stopped: what is left of the import can still be undone.</source>
        <translation>Angehalten: was vom Import noch da ist, lässt sich weiterhin rückgängig machen.</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>Kosten unbekannt</translation>
    </message>
</context>
<context>
    <name>ui::RefreshPricesDialog</name>
    <message>
        <source>The file is larger than 64 MiB.</source>
        <translation>Die Datei ist größer als 64 MiB.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>entfallen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>An&amp;wenden</translation>
    </message>
    <message>
        <source>Refresh prices</source>
        <translation>Preise auffrischen</translation>
    </message>
    <message>
        <source>The price list is on its way</source>
        <translation>Die Preisliste ist unterwegs</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Before, in / out</source>
        <translation>Vorher, Ein / Aus</translation>
    </message>
    <message>
        <source>After, in / out</source>
        <translation>Nachher, Ein / Aus</translation>
    </message>
    <message>
        <source>What the list would change</source>
        <translation>Was die Liste ändern würde</translation>
    </message>
    <message>
        <source>From a &amp;file …</source>
        <translation>Aus einer &amp;Datei …</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>Fetches %1; nothing of yours is sent.</source>
        <translation>Ruft %1 ab; von Ihnen wird nichts gesendet.</translation>
    </message>
    <message>
        <source>New prices hold from their day on. What requests cost so far stays; see “Price requests again”.</source>
        <translation>Neue Preise gelten ab ihrem Tag. Was Anfragen bisher gekostet haben, bleibt; siehe „Anfragen neu bepreisen“.</translation>
    </message>
    <message>
        <source>Bundled prices</source>
        <translation>Mitgelieferte Preise</translation>
    </message>
    <message>
        <source>In use: %1.</source>
        <translation>In Gebrauch: %1.</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Preisliste</translation>
    </message>
    <message>
        <source>Price lists (*.json *.csv *.tsv)</source>
        <translation>Preislisten (*.json *.csv *.tsv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Fetching %1 …</source>
        <translation>%1 wird abgerufen …</translation>
    </message>
    <message>
        <source>The server answered with HTTP status %1.</source>
        <translation>Der Server antwortete mit HTTP-Status %1.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>Abgebrochen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>%1: %2 new, %3 changed, %4 gone, %5 as before, %6 without a price that can be used.</source>
        <translation>%1: %2 neu, %3 geändert, %4 entfallen, %5 wie bisher, %6 ohne brauchbaren Preis.</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>The prices of %1 are in use</source>
        <translation>Die Preise von %1 sind in Gebrauch</translation>
    </message>
    <message numerus="yes">
        <source>%n models have a price in it.</source>
        <translation>
            <numerusform>%n Modell hat darin einen Preis.</numerusform>
            <numerusform>%n Modelle haben darin einen Preis.</numerusform>
        </translation>
    </message>
    <message>
        <source>The price list was not taken</source>
        <translation>Die Preisliste wurde nicht übernommen</translation>
    </message>
    <message>
        <source>The prices in use stay as they are.</source>
        <translation>Die Preise in Gebrauch bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Choose where prices come from: what they would change is shown here first.</source>
        <translation>Wählen Sie, woher die Preise kommen: Was sie ändern würden, wird hier erst gezeigt.</translation>
    </message>
</context>
<context>
    <name>ui::RehearsalPanel</name>
    <message>
        <source>Rehearse failures</source>
        <translation>Ausfälle proben</translation>
    </message>
    <message>
        <source>Timeline of the rehearsed call</source>
        <translation>Zeitachse des geprobten Aufrufs</translation>
    </message>
    <message>
        <source>What happens, step by step</source>
        <translation>Was geschieht, Schritt für Schritt</translation>
    </message>
    <message>
        <source>&amp;No faults</source>
        <translation>&amp;Keine Fehler</translation>
    </message>
    <message>
        <source>Let every target answer</source>
        <translation>Jedes Ziel antworten lassen</translation>
    </message>
    <message>
        <source>Close the rehearsal</source>
        <translation>Probe schließen</translation>
    </message>
    <message>
        <source>Rehearse failures of “%1”</source>
        <translation>Ausfälle von „%1“ proben</translation>
    </message>
    <message>
        <source>Fault of %1</source>
        <translation>Fehler von %1</translation>
    </message>
    <message>
        <source>%1: %2 is asked</source>
        <comment>when and who</comment>
        <translation>%1: %2 wird gefragt</translation>
    </message>
    <message>
        <source>first token at %1</source>
        <translation>erstes Token bei %1</translation>
    </message>
    <message>
        <source>ends at %1: %2</source>
        <comment>when and how</comment>
        <translation>endet bei %1: %2</translation>
    </message>
</context>
<context>
    <name>ui::RehearsalTimeline</name>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>endet</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>waits %1</source>
        <translation>wartet %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>times</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>first token at %1</source>
        <translation>erstes Token bei %1</translation>
    </message>
    <message>
        <source>taken for good at %1</source>
        <translation>gilt ab %1</translation>
    </message>
    <message>
        <source>breaks off</source>
        <translation>bricht ab</translation>
    </message>
</context>
<context>
    <name>ui::RepeatBar</name>
    <message>
        <source>Previous answer (Alt+Page Up)</source>
        <translation>Vorige Antwort (Alt+Bild auf)</translation>
    </message>
    <message>
        <source>Next answer (Alt+Page Down)</source>
        <translation>Nächste Antwort (Alt+Bild ab)</translation>
    </message>
</context>
<context>
    <name>ui::ReplayWindow</name>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>1×</source>
        <translation>1×</translation>
    </message>
    <message>
        <source>As fast as it was</source>
        <translation>So schnell, wie es war</translation>
    </message>
    <message>
        <source>10×</source>
        <translation>10×</translation>
    </message>
    <message>
        <source>Ten times as fast</source>
        <translation>Zehnmal so schnell</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>Without any wait</source>
        <translation>Ohne jede Wartezeit</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>Noch einmal abspielen</translation>
    </message>
    <message>
        <source>Save recording …</source>
        <translation>Aufzeichnung speichern …</translation>
    </message>
    <message>
        <source>A file without keys, to attach to a bug report</source>
        <translation>Eine Datei ohne Schlüssel, als Anhang für einen Fehlerbericht</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>A recording is played again: nothing is sent, nothing is paid, nothing is written.</source>
        <translation>Eine Aufzeichnung wird abgespielt: nichts wird gesendet, nichts bezahlt, nichts geschrieben.</translation>
    </message>
    <message>
        <source>Request and response</source>
        <translation>Anfrage und Antwort</translation>
    </message>
</context>
<context>
    <name>ui::ReportDialog</name>
    <message>
        <source>&amp;Save …</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>Monthly report</source>
        <translation>Monatsbericht</translation>
    </message>
    <message>
        <source>Month of the report</source>
        <translation>Monat des Berichts</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Art der Datei</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>One file that any browser shows and prints</source>
        <translation>Eine Datei, die jeder Browser zeigt und druckt</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Pages in A4 to hand on</source>
        <translation>Seiten in A4 zum Weitergeben</translation>
    </message>
    <message>
        <source>Progress of the report</source>
        <translation>Fortschritt des Berichts</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Month</source>
        <translation>&amp;Monat</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>%1 (under way)</source>
        <comment>a month</comment>
        <translation>%1 (läuft noch)</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>The report could not be made</source>
        <translation>Der Bericht konnte nicht erstellt werden</translation>
    </message>
    <message>
        <source>Choose another month, or this one again.</source>
        <translation>Einen anderen Monat wählen oder diesen noch einmal.</translation>
    </message>
    <message>
        <source>The report could not be saved</source>
        <translation>Der Bericht konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>%1 has no requests</source>
        <translation>%1 hat keine Anfragen</translation>
    </message>
    <message>
        <source>No other month has any. Send a prompt in Compare first.</source>
        <translation>Kein anderer Monat hat welche. Senden Sie zuerst unter Vergleich einen Prompt.</translation>
    </message>
    <message>
        <source>The nearest month that has some is %1.</source>
        <translation>Der nächstgelegene Monat mit Anfragen ist %1.</translation>
    </message>
    <message>
        <source>Sho&amp;w %1</source>
        <translation>%1 &amp;zeigen</translation>
    </message>
    <message>
        <source>The PDF could not be made.</source>
        <translation>Das PDF konnte nicht erstellt werden.</translation>
    </message>
</context>
<context>
    <name>ui::RepricingDialog</name>
    <message>
        <source>all models</source>
        <translation>alle Modelle</translation>
    </message>
    <message>
        <source>undone %1</source>
        <comment>when</comment>
        <translation>rückgängig %1</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>gilt</translation>
    </message>
    <message>
        <source>&amp;Undo this repricing</source>
        <translation>Diese Neuberechnung &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>Price requests again</source>
        <translation>Anfragen neu bepreisen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Repricings so far</source>
        <translation>Bisherige Neuberechnungen</translation>
    </message>
    <message>
        <source>A cost is kept as it was when the request ended. Here the prices of today, each for the time of the request, make new ones; nothing else ever changes a cost.</source>
        <translation>Kosten bleiben so, wie sie am Ende der Anfrage waren. Hier machen die heute bekannten Preise, jeweils für die Zeit der Anfrage, neue daraus; nichts anderes ändert sie je.</translation>
    </message>
    <message>
        <source>The log could not be read</source>
        <translation>Das Protokoll konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Nothing was priced again yet.</source>
        <translation>Noch wurde nichts neu bepreist.</translation>
    </message>
    <message numerus="yes">
        <source>%n pruned</source>
        <comment>requests whose old cost is gone</comment>
        <translation>
            <numerusform>%n ausgedünnt</numerusform>
            <numerusform>%n ausgedünnt</numerusform>
        </translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ui::RepricingPane</name>
    <message>
        <source>%1 requests in the period</source>
        <translation>%1 Anfragen im Zeitraum</translation>
    </message>
    <message>
        <source>Also what a price is &amp;known for</source>
        <translation>Auch was schon &amp;Kosten hat</translation>
    </message>
    <message>
        <source>Also what the provider re&amp;ported</source>
        <translation>Auch was der An&amp;bieter meldete</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>Computed and estimated costs are replaced by what the prices of today say.</source>
        <translation>Berechnete und geschätzte Kosten werden durch das ersetzt, was die heute bekannten Preise sagen.</translation>
    </message>
    <message>
        <source>Costs that providers told are replaced by computed ones.</source>
        <translation>Von Anbietern gemeldete Kosten werden durch berechnete ersetzt.</translation>
    </message>
    <message>
        <source>Pricing is under way</source>
        <translation>Die Neuberechnung läuft</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>What would change, by model</source>
        <translation>Was sich je Modell ändern würde</translation>
    </message>
    <message>
        <source>The requests could not be priced</source>
        <translation>Die Anfragen konnten nicht bepreist werden</translation>
    </message>
    <message>
        <source>No request of this period is to be priced.</source>
        <translation>Keine Anfrage dieses Zeitraums ist zu bepreisen.</translation>
    </message>
    <message>
        <source>No cost changes: for these requests no other price is known.</source>
        <translation>Keine Kosten ändern sich: Für diese Anfragen ist kein anderer Preis bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>%n requests change: %1 becomes %2.</source>
        <translation>
            <numerusform>%n Anfrage ändert sich: Aus %1 wird %2.</numerusform>
            <numerusform>%n Anfragen ändern sich: Aus %1 wird %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The new costs were not written</source>
        <translation>Die neuen Kosten wurden nicht geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%n requests have a new cost</source>
        <translation>
            <numerusform>%n Anfrage hat neue Kosten</numerusform>
            <numerusform>%n Anfragen haben neue Kosten</numerusform>
        </translation>
    </message>
    <message>
        <source>It is in the log of repricings, where it can be undone as well.</source>
        <translation>Es steht im Protokoll der Neuberechnungen, wo es sich auch rückgängig machen lässt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The requests cost again what they did before</source>
        <translation>Die Anfragen kosten wieder, was sie vorher kosteten</translation>
    </message>
    <message>
        <source>The repricing was not undone</source>
        <translation>Die Neuberechnung wurde nicht rückgängig gemacht</translation>
    </message>
    <message>
        <source>Giving the requests their new costs …</source>
        <translation>Die Anfragen bekommen ihre neuen Kosten …</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Requests that have a new cost already keep it; in the log of repricings this can be undone.</source>
        <translation>Anfragen, die schon neue Kosten haben, behalten sie; im Protokoll der Neuberechnungen lässt sich das rückgängig machen.</translation>
    </message>
    <message>
        <source>Putting the old costs back …</source>
        <translation>Die alten Kosten werden wiederhergestellt …</translation>
    </message>
    <message>
        <source>Nothing was put back: all requests keep their new cost.</source>
        <translation>Nichts wurde wiederhergestellt: Alle Anfragen behalten ihre neuen Kosten.</translation>
    </message>
    <message numerus="yes">
        <source>%n requests cost again what they did before</source>
        <translation>
            <numerusform>%n Anfrage kostet wieder, was sie vorher kostete</numerusform>
            <numerusform>%n Anfragen kosten wieder, was sie vorher kosteten</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing could be put back</source>
        <translation>Nichts konnte wiederhergestellt werden</translation>
    </message>
    <message numerus="yes">
        <source>%n requests can no longer be restored: their rows were pruned, and the sums of their days keep the new cost.</source>
        <translation>
            <numerusform>%n Anfrage kann nicht mehr wiederhergestellt werden: Ihre Zeile wurde ausgedünnt, und die Summen ihres Tages behalten die neuen Kosten.</numerusform>
            <numerusform>%n Anfragen können nicht mehr wiederhergestellt werden: Ihre Zeilen wurden ausgedünnt, und die Summen ihrer Tage behalten die neuen Kosten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RouteSavingsPane</name>
    <message>
        <source>What routes saved</source>
        <translation>Was Routen gespart haben</translation>
    </message>
    <message>
        <source>Rule sets and what their rules saved</source>
        <translation>Regelsätze und was ihre Regeln gespart haben</translation>
    </message>
    <message>
        <source>Deciding the calls again by the versions before …</source>
        <translation>Die Aufrufe werden nach den Versionen davor neu entschieden …</translation>
    </message>
    <message>
        <source>The calls could not be read</source>
        <translation>Die Aufrufe konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>No rule set that is active now ran in this period. Activate one in Routes: from then on its calls are compared with the version before.</source>
        <translation>In diesem Zeitraum lief kein Regelsatz, der jetzt aktiv ist. Aktivieren Sie einen unter Routen: Ab dann werden seine Aufrufe mit der Version davor verglichen.</translation>
    </message>
    <message>
        <source>Stopped: the figures are of the calls looked at so far.</source>
        <translation>Angehalten: Die Zahlen gelten für die bis dahin gelesenen Aufrufe.</translation>
    </message>
    <message>
        <source>%1, active since %2</source>
        <translation>%1, aktiv seit %2</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespart</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Grundlage</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>Alle Regeln</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Estimate: the compared calls by version %1, at its prices of today and, where own answers tell, with bounds for their lengths. Calls that cannot be decided again, or that have no known cost on both sides, are not compared.</source>
        <translation>Schätzung: die verglichenen Aufrufe nach Version %1, zu ihren heutigen Preisen und, wo eigene Antworten es hergeben, mit Grenzen für deren Längen. Nicht verglichen werden Aufrufe, die sich nicht neu entscheiden lassen oder deren Kosten nicht auf beiden Seiten bekannt sind.</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Verglichen</translation>
    </message>
    <message>
        <source>Cost of these</source>
        <comment>of the calls that are compared</comment>
        <translation>Kosten davon</translation>
    </message>
    <message>
        <source>Estimate of these</source>
        <comment>of the calls that are compared</comment>
        <translation>Schätzung davon</translation>
    </message>
    <message>
        <source>%1 of %2 calls</source>
        <translation>%1 von %2 Aufrufen</translation>
    </message>
    <message>
        <source>%1: %2; compared: %3</source>
        <comment>rule, what it saved, 31 of 198 calls</comment>
        <translation>%1: %2; verglichen: %3</translation>
    </message>
</context>
<context>
    <name>ui::RouteSets</name>
    <message>
        <source>new rules</source>
        <translation>neue Regeln</translation>
    </message>
    <message>
        <source>v%1 active</source>
        <comment>version</comment>
        <translation>v%1 aktiv</translation>
    </message>
    <message>
        <source>&amp;New rule set</source>
        <translation>&amp;Neuer Regelsatz</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>The rule set could not be made</source>
        <translation>Der Regelsatz ließ sich nicht anlegen</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Rename the rule set</source>
        <translation>Regelsatz umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The rule set was not renamed</source>
        <translation>Der Regelsatz wurde nicht umbenannt</translation>
    </message>
    <message>
        <source>“%1” deleted.</source>
        <translation>„%1“ gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The rule set was not deleted</source>
        <translation>Der Regelsatz wurde nicht gelöscht</translation>
    </message>
</context>
<context>
    <name>ui::RouteTools</name>
    <message>
        <source>&amp;Show all versions …</source>
        <translation>Alle Versionen &amp;zeigen …</translation>
    </message>
    <message>
        <source>&amp;Back to the version that runs</source>
        <translation>Zu&amp;rück zur geltenden Version</translation>
    </message>
    <message>
        <source>From a preset …</source>
        <translation>Aus einer Vorlage …</translation>
    </message>
    <message>
        <source>Ready-made rules, filled from the models of your accounts</source>
        <translation>Fertige Regeln, gefüllt mit den Modellen der eigenen Konten</translation>
    </message>
    <message>
        <source>Import rules …</source>
        <translation>Regeln importieren …</translation>
    </message>
    <message>
        <source>From your votes …</source>
        <translation>Aus eigenen Stimmen …</translation>
    </message>
    <message>
        <source>Rules that your votes on answers propose</source>
        <translation>Regeln, die eigene Stimmen zu Antworten nahelegen</translation>
    </message>
    <message>
        <source>Version %1 of “%2” runs now.</source>
        <translation>Version %1 von „%2“ gilt jetzt.</translation>
    </message>
    <message>
        <source>The draft has the rules of version %1 now.</source>
        <translation>Der Entwurf hat jetzt die Regeln von Version %1.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>from votes</source>
        <translation>aus Stimmen</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Try a prompt</source>
        <translation>Einen Prompt ausprobieren</translation>
    </message>
    <message>
        <source>Try a prompt of the history</source>
        <translation>Einen Prompt des Verlaufs ausprobieren</translation>
    </message>
    <message>
        <source>Clear the tried prompt</source>
        <translation>Ausprobierten Prompt leeren</translation>
    </message>
    <message>
        <source>Rehearse failures</source>
        <translation>Ausfälle proben</translation>
    </message>
    <message>
        <source>Back-test the rules</source>
        <translation>Regeln rückrechnen</translation>
    </message>
    <message>
        <source>Show the versions of the rules</source>
        <translation>Versionen der Regeln zeigen</translation>
    </message>
    <message>
        <source>Make rules from a preset</source>
        <translation>Regeln aus einer Vorlage anlegen</translation>
    </message>
    <message>
        <source>Show rules that your votes propose</source>
        <translation>Regeln zeigen, die eigene Stimmen nahelegen</translation>
    </message>
    <message>
        <source>Import rules</source>
        <translation>Regeln importieren</translation>
    </message>
    <message>
        <source>Import requests to try rules on</source>
        <translation>Anfragen importieren, um Regeln daran auszuprobieren</translation>
    </message>
    <message>
        <source>Export the rules: %1</source>
        <translation>Regeln exportieren: %1</translation>
    </message>
    <message>
        <source>Copy the rules as code: %1</source>
        <translation>Regeln als Code kopieren: %1</translation>
    </message>
    <message>
        <source>Rules of a file: own, LiteLLM, Portkey, OpenRouter, Cloudflare or Bifrost</source>
        <translation>Regeln aus einer Datei: eigene, LiteLLM, Portkey, OpenRouter, Cloudflare oder Bifrost</translation>
    </message>
</context>
<context>
    <name>ui::RoutesBar</name>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Gleise</translation>
    </message>
    <message>
        <source>The rules drawn as tracks</source>
        <translation>Die Regeln als Gleise gezeichnet</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Without the drawing: the list and everything about one rule</source>
        <translation>Ohne Zeichnung: die Liste und alles zu einer Regel</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Versions</source>
        <translation>&amp;Versionen</translation>
    </message>
    <message>
        <source>&amp;Back-test</source>
        <translation>Rü&amp;ckrechnung</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xport</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Mehr</translation>
    </message>
    <message>
        <source>No rule set</source>
        <translation>Kein Regelsatz</translation>
    </message>
    <message>
        <source>Rule set: %1</source>
        <translation>Regelsatz: %1</translation>
    </message>
    <message>
        <source>active · v%1</source>
        <comment>version</comment>
        <translation>aktiv · v%1</translation>
    </message>
    <message numerus="yes">
        <source>draft: %n changes</source>
        <translation>
            <numerusform>Entwurf: %n Änderung</numerusform>
            <numerusform>Entwurf: %n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>draft, never active</source>
        <translation>Entwurf, noch nie aktiv</translation>
    </message>
    <message>
        <source>&amp;Activate v%1</source>
        <comment>version</comment>
        <translation>v%1 &amp;aktivieren</translation>
    </message>
    <message>
        <source>Let calls go by these rules from now on</source>
        <translation>Aufrufe von jetzt an nach diesen Regeln gehen lassen</translation>
    </message>
    <message>
        <source>The version that runs has no changes</source>
        <translation>An der geltenden Version ist nichts geändert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>undo or redo and what</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::RoutesFoot</name>
    <message>
        <source>The prompt could not be taken from the history</source>
        <translation>Der Prompt ließ sich nicht aus dem Verlauf übernehmen</translation>
    </message>
</context>
<context>
    <name>ui::RoutesPage</name>
    <message>
        <source>The rules could not be kept</source>
        <translation>Die Regeln ließen sich nicht aufbewahren</translation>
    </message>
    <message>
        <source>Version %1 of “%2” runs now.</source>
        <translation>Version %1 von „%2“ gilt jetzt.</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Undo the change of rules</source>
        <translation>Änderung der Regeln rückgängig machen</translation>
    </message>
    <message>
        <source>Redo the change of rules</source>
        <translation>Änderung der Regeln wiederherstellen</translation>
    </message>
    <message>
        <source>Activate the rules</source>
        <translation>Regeln aktivieren</translation>
    </message>
    <message>
        <source>Discard the changes of the draft</source>
        <translation>Änderungen des Entwurfs verwerfen</translation>
    </message>
    <message>
        <source>Show the tracks, or only the list</source>
        <translation>Gleise zeigen oder nur die Liste</translation>
    </message>
    <message>
        <source>Go to the next part of the page</source>
        <translation>Zum nächsten Teil der Seite gehen</translation>
    </message>
    <message>
        <source>Add a condition to the rule</source>
        <translation>Bedingung zur Regel hinzufügen</translation>
    </message>
    <message>
        <source>Add a target to the rule</source>
        <translation>Ziel zur Regel hinzufügen</translation>
    </message>
    <message>
        <source>Make the tracks larger</source>
        <translation>Gleise vergrößern</translation>
    </message>
    <message>
        <source>Make the tracks smaller</source>
        <translation>Gleise verkleinern</translation>
    </message>
    <message>
        <source>Show all tracks</source>
        <translation>Alle Gleise zeigen</translation>
    </message>
    <message>
        <source>Choose a rule set</source>
        <translation>Regelsatz wählen</translation>
    </message>
    <message>
        <source>Make a new rule set</source>
        <translation>Neuen Regelsatz anlegen</translation>
    </message>
    <message>
        <source>Rename the rule set</source>
        <translation>Regelsatz umbenennen</translation>
    </message>
    <message>
        <source>Duplicate the rule set</source>
        <translation>Regelsatz duplizieren</translation>
    </message>
    <message>
        <source>Delete the rule set</source>
        <translation>Regelsatz löschen</translation>
    </message>
    <message>
        <source>A part of “%1” cannot be read</source>
        <translation>Ein Teil von „%1“ ist nicht lesbar</translation>
    </message>
    <message>
        <source>A draft that cannot be read becomes a version of its own with the first change here.</source>
        <translation>Ein Entwurf, der nicht gelesen werden kann, wird mit der ersten Änderung hier zu einer eigenen Version.</translation>
    </message>
</context>
<context>
    <name>ui::RuleDelegate</name>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>Name der Regel</translation>
    </message>
</context>
<context>
    <name>ui::RuleEditor</name>
    <message>
        <source>add a rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>remove a rule</source>
        <translation>Regel entfernen</translation>
    </message>
    <message>
        <source>move a rule</source>
        <translation>Regel verschieben</translation>
    </message>
    <message>
        <source>duplicate a rule</source>
        <translation>Regel duplizieren</translation>
    </message>
    <message>
        <source>rename a rule</source>
        <translation>Regel umbenennen</translation>
    </message>
    <message>
        <source>switch a rule on</source>
        <translation>Regel einschalten</translation>
    </message>
    <message>
        <source>switch a rule off</source>
        <translation>Regel ausschalten</translation>
    </message>
    <message>
        <source>change a condition</source>
        <translation>Bedingung ändern</translation>
    </message>
    <message>
        <source>change the note</source>
        <translation>Notiz ändern</translation>
    </message>
    <message>
        <source>new rule</source>
        <translation>neue Regel</translation>
    </message>
    <message>
        <source>discard the changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>change limits</source>
        <translation>Grenzen ändern</translation>
    </message>
    <message>
        <source>add a target</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>remove a target</source>
        <translation>Ziel entfernen</translation>
    </message>
    <message>
        <source>move a target</source>
        <translation>Ziel verschieben</translation>
    </message>
    <message>
        <source>change a weight</source>
        <translation>Gewicht ändern</translation>
    </message>
</context>
<context>
    <name>ui::RuleInspector</name>
    <message>
        <source>The selected rule</source>
        <translation>Die gewählte Regel</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wenn</translation>
    </message>
    <message>
        <source>Everything that no rule before it takes.</source>
        <translation>Alles, was keine Regel davor nimmt.</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>If they fail</source>
        <translation>Wenn sie scheitern</translation>
    </message>
    <message>
        <source>Not&amp;e</source>
        <translation>N&amp;otiz</translation>
    </message>
    <message>
        <source>Note on the rule</source>
        <translation>Notiz zur Regel</translation>
    </message>
    <message>
        <source>Why the rule is there</source>
        <translation>Warum es die Regel gibt</translation>
    </message>
    <message>
        <source>Note on the w&amp;hole set</source>
        <translation>Notiz zum &amp;ganzen Regelsatz</translation>
    </message>
    <message>
        <source>Note on the whole set</source>
        <translation>Notiz zum ganzen Regelsatz</translation>
    </message>
    <message>
        <source>What the rules are meant for</source>
        <translation>Wofür die Regeln gedacht sind</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>Name der Regel</translation>
    </message>
    <message>
        <source>O&amp;n</source>
        <translation>A&amp;n</translation>
    </message>
    <message>
        <source>The rule is on</source>
        <translation>Die Regel ist an</translation>
    </message>
    <message>
        <source>A rule that is off is passed over</source>
        <translation>Eine ausgeschaltete Regel wird übergangen</translation>
    </message>
    <message>
        <source>&amp;Limits</source>
        <translation>Grenze&amp;n</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Show what a call may take, to change it</source>
        <translation>Zeigen, was ein Aufruf darf, um es zu ändern</translation>
    </message>
    <message>
        <source>change the note</source>
        <translation>Notiz ändern</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>Stand %1.</translation>
    </message>
    <message>
        <source>rename a rule</source>
        <translation>Regel umbenennen</translation>
    </message>
</context>
<context>
    <name>ui::RuleList</name>
    <message>
        <source>+ &amp;Rule</source>
        <translation>+ Rege&amp;l</translation>
    </message>
    <message>
        <source>Rules, first match wins</source>
        <translation>Regeln, die erste passende gilt</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Add a rule behind the selected one (%1)</source>
        <translation>Regel hinter der gewählten hinzufügen (%1)</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Rename the rule</source>
        <translation>Regel umbenennen</translation>
    </message>
    <message>
        <source>Duplicate the rule</source>
        <translation>Regel duplizieren</translation>
    </message>
    <message>
        <source>Switch the rule on or off</source>
        <translation>Regel ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Move the rule up</source>
        <translation>Regel nach oben verschieben</translation>
    </message>
    <message>
        <source>Move the rule down</source>
        <translation>Regel nach unten verschieben</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>Regel entfernen</translation>
    </message>
</context>
<context>
    <name>ui::RuleListModel</name>
    <message>
        <source>everything else</source>
        <translation>alles andere</translation>
    </message>
    <message>
        <source>%1
The tried prompt: %2</source>
        <comment>a condition and what it says of a prompt</comment>
        <translation>%1
Der geprüfte Prompt: %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number and name</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>takes the tried prompt</source>
        <translation>nimmt den geprüften Prompt</translation>
    </message>
</context>
<context>
    <name>ui::RulesExchange</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 is larger than 16 MB.</source>
        <translation>%1 ist größer als 16 MB.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a file and what is wrong in it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2), its key from the variable %3</source>
        <translation>%1 (%2), Schlüssel aus der Variablen %3</translation>
    </message>
    <message>
        <source>%1 (%2), asked without a key</source>
        <translation>%1 (%2), ohne Schlüssel gefragt</translation>
    </message>
    <message>
        <source>Rules (JSON), to be imported again</source>
        <translation>Regeln (JSON), zum erneuten Import</translation>
    </message>
    <message>
        <source>Portkey (config JSON)</source>
        <translation>Portkey (Konfiguration, JSON)</translation>
    </message>
    <message>
        <source>OpenRouter (request JSON)</source>
        <translation>OpenRouter (Anfrage, JSON)</translation>
    </message>
    <message>
        <source>Cloudflare (dynamic route)</source>
        <translation>Cloudflare (dynamische Route)</translation>
    </message>
    <message>
        <source>Bifrost (routing rules)</source>
        <translation>Bifrost (Routing-Regeln)</translation>
    </message>
    <message>
        <source>%1 …</source>
        <comment>a format</comment>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>Save as &amp;code</source>
        <translation>Als &amp;Code speichern</translation>
    </message>
    <message>
        <source>C&amp;opy as code</source>
        <translation>Als Code k&amp;opieren</translation>
    </message>
    <message>
        <source>&amp;Import rules …</source>
        <translation>Regeln &amp;importieren …</translation>
    </message>
    <message>
        <source>The rules cannot be exported as %1</source>
        <translation>Die Regeln lassen sich nicht exportieren: %1</translation>
    </message>
    <message>
        <source>Export of rules</source>
        <translation>Export von Regeln</translation>
    </message>
    <message>
        <source>%1 The other side cannot say all that these rules say.</source>
        <comment>what was done</comment>
        <translation>%1 Die andere Seite kann nicht alles ausdrücken, was diese Regeln sagen.</translation>
    </message>
    <message>
        <source>Export the rules</source>
        <translation>Regeln exportieren</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Exportiert nach %1.</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 ließ sich nicht schreiben</translation>
    </message>
    <message>
        <source>The program is copied (%1).</source>
        <translation>Das Programm ist kopiert (%1).</translation>
    </message>
    <message>
        <source>Import rules</source>
        <translation>Regeln importieren</translation>
    </message>
    <message>
        <source>Rules (*.json *.yaml *.yml)</source>
        <translation>Regeln (*.json *.yaml *.yml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The rules were not imported; nothing was changed</source>
        <translation>Die Regeln wurden nicht importiert; nichts wurde geändert</translation>
    </message>
    <message>
        <source>Import of rules</source>
        <translation>Import von Regeln</translation>
    </message>
    <message numerus="yes">
        <source>%1 holds %n rules and a default.</source>
        <translation>
            <numerusform>%1 enthält %n Regel und eine Vorgabe.</numerusform>
            <numerusform>%1 enthält %n Regeln und eine Vorgabe.</numerusform>
        </translation>
    </message>
    <message>
        <source>These accounts will be made:
%1</source>
        <translation>Diese Konten werden angelegt:
%1</translation>
    </message>
    <message>
        <source>Rules here cannot say all that the file says:</source>
        <translation>Regeln können hier nicht alles ausdrücken, was die Datei sagt:</translation>
    </message>
    <message>
        <source>Import as a &amp;new set</source>
        <translation>Als &amp;neuen Regelsatz importieren</translation>
    </message>
    <message>
        <source>&amp;Replace the draft of “%1”</source>
        <translation>Entwurf von „%1“ e&amp;rsetzen</translation>
    </message>
    <message>
        <source>The account of an import was not made</source>
        <translation>Das Konto eines Imports wurde nicht angelegt</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts were made.</source>
        <translation>
            <numerusform>%n Konto wurde angelegt.</numerusform>
            <numerusform>%n Konten wurden angelegt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RunDelegate</name>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message numerus="yes">
        <source>%1 + %n unpriced</source>
        <translation>
            <numerusform>%1 + %n ohne Preis</numerusform>
            <numerusform>%1 + %n ohne Preis</numerusform>
        </translation>
    </message>
    <message>
        <source>The ledger keeps no text of this run.</source>
        <translation>Das Kassenbuch enthält keinen Text dieses Laufs.</translation>
    </message>
    <message>
        <source>Task: %1</source>
        <translation>Aufgabe: %1</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Tags: %1</translation>
    </message>
</context>
<context>
    <name>ui::RunEdits</name>
    <message numerus="yes">
        <source>%n runs now have the task “%1”.</source>
        <translation>
            <numerusform>%n Lauf hat jetzt die Aufgabe „%1“.</numerusform>
            <numerusform>%n Läufe haben jetzt die Aufgabe „%1“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs now have the tag “%1”.</source>
        <translation>
            <numerusform>%n Lauf hat jetzt das Tag „%1“.</numerusform>
            <numerusform>%n Läufe haben jetzt das Tag „%1“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tag “%1” is gone from %n runs.</source>
        <translation>
            <numerusform>Das Tag „%1“ ist von %n Lauf entfernt.</numerusform>
            <numerusform>Das Tag „%1“ ist von %n Läufen entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs pinned.</source>
        <translation>
            <numerusform>%n Lauf angeheftet.</numerusform>
            <numerusform>%n Läufe angeheftet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs no longer pinned.</source>
        <translation>
            <numerusform>%n Lauf nicht mehr angeheftet.</numerusform>
            <numerusform>%n Läufe nicht mehr angeheftet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs deleted. What they cost stays in every total.</source>
        <translation>
            <numerusform>%n Lauf gelöscht. Was er gekostet hat, bleibt in jeder Summe.</numerusform>
            <numerusform>%n Läufe gelöscht. Was sie gekostet haben, bleibt in jeder Summe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>ui::RunExporter</name>
    <message>
        <source>Markdown file …</source>
        <translation>Markdown-Datei …</translation>
    </message>
    <message>
        <source>HTML file …</source>
        <translation>HTML-Datei …</translation>
    </message>
    <message>
        <source>CSV file …</source>
        <translation>CSV-Datei …</translation>
    </message>
    <message>
        <source>JSON file …</source>
        <translation>JSON-Datei …</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>A Markdown file each …</source>
        <translation>Je eine Markdown-Datei …</translation>
    </message>
    <message>
        <source>An HTML file each …</source>
        <translation>Je eine HTML-Datei …</translation>
    </message>
    <message>
        <source>A JSON file each …</source>
        <translation>Je eine JSON-Datei …</translation>
    </message>
    <message>
        <source>Export runs</source>
        <translation>Läufe exportieren</translation>
    </message>
    <message>
        <source>run-%1</source>
        <comment>proposed file name</comment>
        <translation>lauf-%1</translation>
    </message>
    <message>
        <source>runs</source>
        <comment>proposed file name</comment>
        <translation>laeufe</translation>
    </message>
    <message>
        <source>Export runs into a folder</source>
        <translation>Läufe in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>Exporting runs …</source>
        <translation>Läufe werden exportiert …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n files saved in %1</source>
        <translation>
            <numerusform>%n Datei in %1 gespeichert</numerusform>
            <numerusform>%n Dateien in %1 gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied as Markdown</source>
        <translation>Als Markdown kopiert</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Stopped; nothing was saved.</source>
        <translation>Angehalten; es wurde nichts gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped; %n files are saved.</source>
        <translation>
            <numerusform>Angehalten; %n Datei ist gespeichert.</numerusform>
            <numerusform>Angehalten; %n Dateien sind gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be saved: %2</source>
        <translation>%1 ließ sich nicht speichern: %2</translation>
    </message>
</context>
<context>
    <name>ui::RunInstruments</name>
    <message>
        <source>Lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Show the lane&apos;s request and response</source>
        <translation>Anfrage und Antwort der Spur zeigen</translation>
    </message>
    <message>
        <source>Replay the run</source>
        <translation>Lauf wiedergeben</translation>
    </message>
    <message>
        <source>Replay the lane</source>
        <translation>Spur wiedergeben</translation>
    </message>
    <message>
        <source>Save the run&apos;s recording</source>
        <translation>Aufzeichnung des Laufs speichern</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>Copy the lane&apos;s request as a Python program</source>
        <translation>Anfrage der Spur als Python-Programm kopieren</translation>
    </message>
    <message>
        <source>Copy the lane&apos;s request as a JavaScript program</source>
        <translation>Anfrage der Spur als JavaScript-Programm kopieren</translation>
    </message>
    <message>
        <source>Copy the lane&apos;s request as a curl command</source>
        <translation>Anfrage der Spur als curl-Befehl kopieren</translation>
    </message>
    <message>
        <source>Show the race clock</source>
        <translation>Zeitverlauf zeigen</translation>
    </message>
    <message>
        <source>Request and response</source>
        <translation>Anfrage und Antwort</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Race clock</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Copy as code</source>
        <translation>Als Code kopieren</translation>
    </message>
    <message>
        <source>JavaScript (OpenAI SDK)</source>
        <translation>JavaScript (OpenAI SDK)</translation>
    </message>
    <message>
        <source>Python (OpenAI SDK)</source>
        <translation>Python (OpenAI SDK)</translation>
    </message>
    <message>
        <source>curl</source>
        <translation>curl</translation>
    </message>
    <message>
        <source>Cross-check through another account</source>
        <translation>Gegenprobe über ein anderes Konto</translation>
    </message>
    <message>
        <source>No other account that is switched on offers %1.</source>
        <translation>Kein anderes eingeschaltetes Konto bietet %1 an.</translation>
    </message>
    <message>
        <source>That tells which models were asked; you will see it after the vote.</source>
        <translation>Das verrät, welche Modelle gefragt wurden; nach der Abstimmung ist es zu sehen.</translation>
    </message>
    <message>
        <source>There is no recording to replay.</source>
        <translation>Es gibt keine Aufzeichnung zum Wiedergeben.</translation>
    </message>
    <message>
        <source>There is no recording to save.</source>
        <translation>Es gibt keine Aufzeichnung zum Speichern.</translation>
    </message>
    <message>
        <source>Save the recording</source>
        <translation>Aufzeichnung speichern</translation>
    </message>
    <message>
        <source>Saved as %1, without keys.</source>
        <translation>Als %1 gespeichert, ohne Schlüssel.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 ließ sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Recordings (*.json)</source>
        <translation>Aufzeichnungen (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 ließ sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 is larger than 512 MB, the most a recording may have.</source>
        <translation>%1 ist größer als 512 MB; mehr darf eine Aufzeichnung nicht haben.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file: what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Write a prompt first: it is what the program sends.</source>
        <translation>Zuerst einen Prompt schreiben: ihn sendet das Programm.</translation>
    </message>
    <message>
        <source>There is no account %1, so its address is unknown.</source>
        <translation>Es gibt kein Konto %1, daher ist seine Adresse unbekannt.</translation>
    </message>
    <message>
        <source>The ledger keeps no texts of this run, so there is nothing to send.</source>
        <translation>Das Kassenbuch enthält keine Texte dieses Laufs, daher gibt es nichts zu senden.</translation>
    </message>
    <message>
        <source>The program is copied.</source>
        <translation>Das Programm ist kopiert.</translation>
    </message>
    <message>
        <source>The program is copied; it takes its key from %1.</source>
        <translation>Das Programm ist kopiert; seinen Schlüssel nimmt es aus %1.</translation>
    </message>
    <message>
        <source>This run is from the ledger. Send its prompt again, then it can be cross-checked.</source>
        <translation>Dieser Lauf stammt aus dem Kassenbuch. Seinen Prompt noch einmal senden, dann ist eine Gegenprobe möglich.</translation>
    </message>
    <message>
        <source>The rule set decides when the prompt is sent. Send it, then the program can be copied.</source>
        <translation>Der Regelsatz entscheidet, wenn der Prompt gesendet wird. Erst senden, dann lässt sich das Programm kopieren.</translation>
    </message>
</context>
<context>
    <name>ui::RunMenus</name>
    <message>
        <source>Another task …</source>
        <translation>Andere Aufgabe …</translation>
    </message>
    <message>
        <source>New tag …</source>
        <translation>Neues Tag …</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message>
        <source>Set task</source>
        <translation>Aufgabe setzen</translation>
    </message>
    <message>
        <source>Task of the chosen runs</source>
        <translation>Aufgabe der gewählten Läufe</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Tag hinzufügen</translation>
    </message>
    <message>
        <source>Tag of the chosen runs, as key=value</source>
        <translation>Tag der gewählten Läufe, als Name=Wert</translation>
    </message>
</context>
<context>
    <name>ui::RunPreview</name>
    <message>
        <source>first token %1</source>
        <translation>erstes Token %1</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 Tok/s</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>%1 ein, %2 aus</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>The chosen run</source>
        <translation>Der gewählte Lauf</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Show the run on the Compare page as it was (Enter)</source>
        <translation>Den Lauf auf der Seite Vergleich zeigen, wie er war (Eingabe)</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Delete run</source>
        <translation>Lauf löschen</translation>
    </message>
    <message>
        <source>The ledger keeps no text of this run.</source>
        <translation>Das Kassenbuch enthält keinen Text dieses Laufs.</translation>
    </message>
    <message>
        <source>Prompt not kept</source>
        <translation>Prompt nicht behalten</translation>
    </message>
    <message>
        <source>System: %1</source>
        <translation>System: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 + %n unpriced</source>
        <translation>
            <numerusform>%1 + %n ohne Preis</numerusform>
            <numerusform>%1 + %n ohne Preis</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · from the %4</source>
        <comment>time, lanes, cost, source</comment>
        <translation>%1 · %2 · %3 · Quelle: %4</translation>
    </message>
    <message numerus="yes">
        <source>%n runs are selected.</source>
        <translation>
            <numerusform>%n Lauf ist ausgewählt.</numerusform>
            <numerusform>%n Läufe sind ausgewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a run to read it here.</source>
        <translation>Einen Lauf wählen, um ihn hier zu lesen.</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Earlier turn</source>
        <translation>Frühere Runde</translation>
    </message>
    <message>
        <source>Later turn</source>
        <translation>Spätere Runde</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Turn %1 of %2</source>
        <translation>Runde %1 von %2</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Tags: %1</translation>
    </message>
    <message>
        <source>cost not known</source>
        <translation>Kosten unbekannt</translation>
    </message>
</context>
<context>
    <name>ui::RunStrip</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Progress of reading the calls</source>
        <translation>Fortschritt beim Lesen der Aufrufe</translation>
    </message>
    <message>
        <source>Stop reading and show what was found so far</source>
        <translation>Nicht weiterlesen und zeigen, was bisher gefunden wurde</translation>
    </message>
</context>
<context>
    <name>ui::SampleBar</name>
    <message>
        <source>One question, answered by every lane at once. Try:</source>
        <translation>Eine Frage, von jeder Spur zugleich beantwortet. Zum Ausprobieren:</translation>
    </message>
</context>
<context>
    <name>ui::SavedLineUps</name>
    <message>
        <source>Rename the line-up (F2)</source>
        <translation>Aufstellung umbenennen (F2)</translation>
    </message>
    <message>
        <source>Remove the line-up (Delete)</source>
        <translation>Aufstellung entfernen (Entf)</translation>
    </message>
    <message>
        <source>Saved line-ups</source>
        <translation>Gespeicherte Aufstellungen</translation>
    </message>
</context>
<context>
    <name>ui::ScatterChart</name>
    <message>
        <source>Requests by time and first token</source>
        <translation>Anfragen nach Zeitpunkt und erstem Token</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no first token</comment>
        <translation>keins</translation>
    </message>
    <message>
        <source>d MMM hh:mm</source>
        <comment>a moment</comment>
        <translation>d. MMM hh:mm</translation>
    </message>
    <message>
        <source>first token %1 to %2</source>
        <translation>erstes Token %1 bis %2</translation>
    </message>
    <message>
        <source>no first token</source>
        <translation>kein erstes Token</translation>
    </message>
    <message>
        <source>From %1, %2: %3, %4</source>
        <comment>moment, first token, requests, errors</comment>
        <translation>Ab %1, %2: %3, %4</translation>
    </message>
    <message>
        <source>d MMM yyyy hh:mm</source>
        <comment>a moment</comment>
        <translation>d. MMM yyyy hh:mm</translation>
    </message>
</context>
<context>
    <name>ui::ScopeField</name>
    <message>
        <source>What the budget counts</source>
        <translation>Was das Budget zählt</translation>
    </message>
    <message>
        <source>Key of the tag</source>
        <translation>Schlüssel des Tags</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Name of what is counted</source>
        <translation>Name dessen, was gezählt wird</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>rule set/rule</source>
        <translation>Regelsatz/Regel</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>A tag has a key and a value, such as team and blue.</source>
        <translation>Ein Tag hat einen Schlüssel und einen Wert, etwa team und blue.</translation>
    </message>
    <message>
        <source>Write which %1 the budget counts.</source>
        <translation>Geben Sie an, was das Budget zählt (%1).</translation>
    </message>
</context>
<context>
    <name>ui::ScoreChart</name>
    <message numerus="yes">
        <source>%n models; arrow keys read each</source>
        <translation>
            <numerusform>%n Modell; die Pfeiltasten lesen es vor</numerusform>
            <numerusform>%n Modelle; die Pfeiltasten lesen jedes vor</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>ui::ScoreboardPane</name>
    <message>
        <source>No verdicts yet</source>
        <translation>Noch keine Urteile</translation>
    </message>
    <message>
        <source>Vote for the best answer of a comparison. From your votes, your costs and your waiting times this page shows which model is worth its money, task by task.</source>
        <translation>Für die beste Antwort eines Vergleichs stimmen. Aus Ihren Stimmen, Ihren Kosten und Ihren Wartezeiten zeigt diese Seite, welches Modell sein Geld wert ist, Aufgabe für Aufgabe.</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>Modelle vergleichen</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Whose votes</source>
        <translation>Wessen Stimmen</translation>
    </message>
    <message>
        <source>Your votes</source>
        <translation>Eigene Stimmen</translation>
    </message>
    <message>
        <source>Judge models</source>
        <translation>Richtermodelle</translation>
    </message>
    <message>
        <source>Votes of models that judged, apart from your own</source>
        <translation>Stimmen von Modellen, die geurteilt haben, getrennt von den eigenen</translation>
    </message>
    <message>
        <source>What quality is set against</source>
        <translation>Wogegen die Qualität gestellt wird</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Median time to the first token</source>
        <translation>Median der Zeit bis zum ersten Token</translation>
    </message>
    <message>
        <source>Per &amp;month</source>
        <translation>Je &amp;Monat</translation>
    </message>
    <message>
        <source>Show what a month of calls costs, here and below every lane</source>
        <translation>Zeigen, was ein Monat an Aufrufen kostet, hier und unter jeder Spur</translation>
    </message>
    <message>
        <source>Calls a month</source>
        <translation>Aufrufe je Monat</translation>
    </message>
    <message>
        <source>own traffic</source>
        <translation>eigene Aufrufe</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 Aufrufe</translation>
    </message>
    <message>
        <source>Models by quality</source>
        <translation>Modelle nach Qualität</translation>
    </message>
    <message>
        <source>Money per month or per call</source>
        <translation>Kosten je Monat oder je Aufruf</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Costs are those of %1 calls a month.</source>
        <translation>Die Kosten gelten für %1 Aufrufe je Monat.</translation>
    </message>
    <message numerus="yes">
        <source>Costs are those of your own traffic: %n calls of this task in the last 30 days.</source>
        <translation>
            <numerusform>Die Kosten gelten für die eigene Nutzung: %n Aufruf dieser Aufgabe in den letzten 30 Tagen.</numerusform>
            <numerusform>Die Kosten gelten für die eigene Nutzung: %n Aufrufe dieser Aufgabe in den letzten 30 Tagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This task had no calls in the last 30 days, so costs are those of one call.</source>
        <translation>Diese Aufgabe hatte in den letzten 30 Tagen keine Aufrufe, daher gelten die Kosten für einen Aufruf.</translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation>erstes Token %1</translation>
    </message>
    <message>
        <source>%1 a month</source>
        <translation>%1 je Monat</translation>
    </message>
    <message>
        <source>%1 a call</source>
        <translation>%1 je Aufruf</translation>
    </message>
    <message numerus="yes">
        <source>%1: chosen %2 by %n votes, %3</source>
        <comment>model, share, cost or time</comment>
        <translation>
            <numerusform>%1: zu %2 gewählt bei %n Stimme, %3</numerusform>
            <numerusform>%1: zu %2 gewählt bei %n Stimmen, %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Another one is at least as good in both.</source>
        <translation>%1. Ein anderes ist in beidem mindestens so gut.</translation>
    </message>
    <message>
        <source>Quality against the time to the first token</source>
        <translation>Qualität gegen Zeit bis zum ersten Token</translation>
    </message>
    <message>
        <source>Quality against cost</source>
        <translation>Qualität gegen Kosten</translation>
    </message>
    <message>
        <source>median first token</source>
        <translation>Median bis zum ersten Token</translation>
    </message>
    <message>
        <source>median cost of a month</source>
        <translation>Median der Kosten je Monat</translation>
    </message>
    <message>
        <source>median cost of a call</source>
        <translation>Median der Kosten je Aufruf</translation>
    </message>
    <message>
        <source>The ledger could not be read</source>
        <translation>Das Kassenbuch ließ sich nicht lesen</translation>
    </message>
    <message numerus="yes">
        <source>No model has the %n judged comparisons that a rating needs.</source>
        <translation>
            <numerusform>Kein Modell hat den %n beurteilten Vergleich, den eine Wertung braucht.</numerusform>
            <numerusform>Kein Modell hat die %n beurteilten Vergleiche, die eine Wertung braucht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No model has the %n votes that a rating needs. The table shows how many there are.</source>
        <translation>
            <numerusform>Kein Modell hat die %n Stimme, die eine Wertung braucht. Die Tabelle zeigt, wie viele es sind.</numerusform>
            <numerusform>Kein Modell hat die %n Stimmen, die eine Wertung braucht. Die Tabelle zeigt, wie viele es sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hollow and grey: another model is chosen at least as often and starts no later.</source>
        <translation>Hohl und grau: Ein anderes Modell wird mindestens so oft gewählt und beginnt nicht später.</translation>
    </message>
    <message>
        <source>Hollow and grey: another model is chosen at least as often and costs no more.</source>
        <translation>Hohl und grau: Ein anderes Modell wird mindestens so oft gewählt und kostet nicht mehr.</translation>
    </message>
</context>
<context>
    <name>ui::SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche löschen</translation>
    </message>
</context>
<context>
    <name>ui::SelectionBar</name>
    <message>
        <source>The chosen runs</source>
        <translation>Die gewählten Läufe</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 chosen, %n turns</source>
        <translation>
            <numerusform>%1 gewählt, %n Runde</numerusform>
            <numerusform>%1 gewählt, %n Runden</numerusform>
        </translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
</context>
<context>
    <name>ui::SetEstimator</name>
    <message>
        <source>%1 to %2</source>
        <comment>amounts of money</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 cells</source>
        <translation>%1 Zellen</translation>
    </message>
    <message>
        <source>est. %1, a guess</source>
        <translation>ca. %1, grob geschätzt</translation>
    </message>
    <message>
        <source>est. %1</source>
        <translation>ca. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n unpriced</source>
        <comment>models</comment>
        <translation>
            <numerusform>%n ohne Preis</numerusform>
            <numerusform>%n ohne Preis</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Size of &amp;text</source>
        <translation>&amp;Schriftgröße</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>&amp;Keep prompts and answers in the ledger</source>
        <translation>Prompts und Antworten im Kassenbuch &amp;behalten</translation>
    </message>
    <message>
        <source>Without them the ledger still has tokens, costs and times of every request, but the history has nothing to read or search.</source>
        <translation>Ohne sie hat das Kassenbuch weiterhin Token, Kosten und Zeiten jeder Anfrage, aber im Verlauf gibt es nichts zu lesen oder zu suchen.</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Ask before a run that may cost more than, in US dollars</source>
        <translation>Nachfragen vor einem Lauf, der mehr kosten kann als (in US-Dollar)</translation>
    </message>
    <message>
        <source>&amp;Ask before a run that may cost more than (US$)</source>
        <translation>&amp;Nachfragen vor einem Lauf, der mehr kosten kann als (US$)</translation>
    </message>
    <message>
        <source>This must be an amount such as 0.50. The old limit still holds.</source>
        <translation>Das muss ein Betrag sein, etwa 0.50. Die alte Grenze gilt weiter.</translation>
    </message>
    <message>
        <source>&amp;Include simulated requests in totals</source>
        <translation>S&amp;imulierte Anfragen in Summen einbeziehen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Ledger in</source>
        <translation>Kassenbuch in</translation>
    </message>
    <message>
        <source>Keys are not kept there: they stay in the system&apos;s keychain, in your environment or only in memory.</source>
        <translation>Schlüssel liegen nicht dort: sie bleiben im Schlüsselbund des Systems, in Ihrer Umgebung oder nur im Speicher.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Keep &amp;raw streams: requests as sent and answers as received</source>
        <translation>&amp;Rohe Datenströme behalten: Anfragen wie gesendet, Antworten wie empfangen</translation>
    </message>
    <message>
        <source>Of this session they are always there, in memory. Keeping them makes the ledger several times larger; keys are never in them, and without texts nothing is kept.</source>
        <translation>Für diese Sitzung sind sie immer da, im Speicher. Sie zu behalten macht das Kassenbuch um ein Mehrfaches größer; Schlüssel stehen nie darin, und ohne Texte wird nichts behalten.</translation>
    </message>
</context>
<context>
    <name>ui::SimulatorCard</name>
    <message>
        <source>Simulator</source>
        <translation>Simulator</translation>
    </message>
    <message>
        <source>Switched o&amp;n</source>
        <translation>Einges&amp;chaltet</translation>
    </message>
    <message>
        <source>Simulator switched on</source>
        <translation>Simulator eingeschaltet</translation>
    </message>
    <message>
        <source>Simulated; nothing leaves this machine.</source>
        <translation>Simuliert; nichts verlässt diesen Rechner.</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n models under the account name demo.</source>
        <translation>
            <numerusform>%1 %n Modell unter dem Kontonamen demo.</numerusform>
            <numerusform>%1 %n Modelle unter dem Kontonamen demo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TargetRows</name>
    <message>
        <source>Line-up</source>
        <translation>Aufstellung</translation>
    </message>
    <message>
        <source>Add model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>Choose a line-up, or add the models to ask.</source>
        <translation>Eine Aufstellung wählen oder die Modelle hinzufügen, die gefragt werden sollen.</translation>
    </message>
    <message>
        <source>Take the models of a saved line-up or of the lanes on Compare</source>
        <translation>Die Modelle einer gespeicherten Aufstellung oder der Spuren auf der Seite Vergleich übernehmen</translation>
    </message>
    <message>
        <source>Lanes on Compare (%1)</source>
        <comment>number of lanes</comment>
        <translation>Spuren im Vergleich (%1)</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>own parameters</source>
        <translation>eigene Parameter</translation>
    </message>
</context>
<context>
    <name>ui::TaskPicker</name>
    <message>
        <source>no task</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>The kind of work this is, for totals by task.</source>
        <translation>Die Art dieser Arbeit, für Summen nach Aufgabe.</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>Nothing is suggested for this prompt.</source>
        <translation>Für diesen Prompt gibt es keinen Vorschlag.</translation>
    </message>
    <message>
        <source>%1 (suggested)</source>
        <translation>%1 (vorgeschlagen)</translation>
    </message>
    <message>
        <source>Suggested: %1 Choose it in the menu to confirm.</source>
        <translation>Vorgeschlagen: %1 Zum Bestätigen im Menü wählen.</translation>
    </message>
    <message>
        <source>Task: %1</source>
        <translation>Aufgabe: %1</translation>
    </message>
    <message>
        <source>Confirm &quot;%1&quot;</source>
        <translation>„%1“ bestätigen</translation>
    </message>
    <message>
        <source>Auto: suggest one from the prompt</source>
        <translation>Automatisch: aus dem Prompt vorschlagen</translation>
    </message>
    <message>
        <source>By the prompt&apos;s length and some words in it; nothing is sent for that.</source>
        <translation>Nach der Länge des Prompts und einigen Wörtern darin; dafür wird nichts gesendet.</translation>
    </message>
    <message>
        <source>No task</source>
        <translation>Keine Aufgabe</translation>
    </message>
    <message>
        <source>Another label …</source>
        <translation>Andere Bezeichnung …</translation>
    </message>
    <message>
        <source>Task label</source>
        <translation>Bezeichnung der Aufgabe</translation>
    </message>
    <message>
        <source>A short label for this kind of work:</source>
        <translation>Eine kurze Bezeichnung für diese Art Arbeit:</translation>
    </message>
</context>
<context>
    <name>ui::TemplateEditor</name>
    <message>
        <source>&amp;Save template</source>
        <translation>Vorlage &amp;speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>Name der Vorlage</translation>
    </message>
    <message>
        <source>Folder of the template</source>
        <translation>Ordner der Vorlage</translation>
    </message>
    <message>
        <source>none; write work/mail for a folder in a folder</source>
        <translation>keiner; arbeit/mail für einen Ordner in einem Ordner</translation>
    </message>
    <message>
        <source>Kind of the template</source>
        <translation>Art der Vorlage</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Takes the place of the prompt</source>
        <translation>Tritt an die Stelle des Prompts</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Systemprompt</translation>
    </message>
    <message>
        <source>Takes the place of the system prompt</source>
        <translation>Tritt an die Stelle des Systemprompts</translation>
    </message>
    <message>
        <source>Text of the template</source>
        <translation>Text der Vorlage</translation>
    </message>
    <message>
        <source>Text with {{variables}} that are asked for when it is used</source>
        <translation>Text mit {{variables}}, nach denen beim Verwenden gefragt wird</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Neue Vorlage</translation>
    </message>
    <message>
        <source>Edit the template</source>
        <translation>Vorlage bearbeiten</translation>
    </message>
</context>
<context>
    <name>ui::TemplatePicker</name>
    <message>
        <source>Find a template</source>
        <translation>Vorlage suchen</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Verwenden</translation>
    </message>
    <message>
        <source>Edit, rename or move the template (Ctrl+E)</source>
        <translation>Vorlage bearbeiten, umbenennen oder verschieben (Strg+E)</translation>
    </message>
    <message>
        <source>Delete the template (Delete)</source>
        <translation>Vorlage löschen (Entf)</translation>
    </message>
    <message>
        <source>Save this prompt as a template …</source>
        <translation>Diesen Prompt als Vorlage speichern …</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Export all …</source>
        <translation>Alle exportieren …</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Templates by folder</source>
        <translation>Vorlagen nach Ordner</translation>
    </message>
    <message>
        <source>Text of the template</source>
        <translation>Text der Vorlage</translation>
    </message>
    <message>
        <source>Markdown files …</source>
        <translation>Markdown-Dateien …</translation>
    </message>
    <message>
        <source>A folder of Markdown files …</source>
        <translation>Ein Ordner mit Markdown-Dateien …</translation>
    </message>
    <message>
        <source>%1 (F2 renames, Delete deletes the folder with its templates)</source>
        <translation>%1 (F2 benennt um, Entf löscht den Ordner mit seinen Vorlagen)</translation>
    </message>
    <message>
        <source>Prompts and system prompts that you save are here. Write {{name}} for what changes from time to time; it is asked for when you use them.</source>
        <translation>Gespeicherte Prompts und Systemprompts stehen hier. {{name}} schreiben für das, was sich von Mal zu Mal ändert; beim Verwenden wird danach gefragt.</translation>
    </message>
    <message>
        <source>No template has these words.</source>
        <translation>Keine Vorlage enthält diese Wörter.</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Systemprompt</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>%1; asks for %2</source>
        <translation>%1; fragt nach %2</translation>
    </message>
    <message>
        <source>The template %1 is saved.</source>
        <translation>Die Vorlage %1 ist gespeichert.</translation>
    </message>
    <message>
        <source>The template %1 is changed.</source>
        <translation>Die Vorlage %1 ist geändert.</translation>
    </message>
    <message>
        <source>The template %1 is deleted.</source>
        <translation>Die Vorlage %1 ist gelöscht.</translation>
    </message>
    <message>
        <source>The folder %1 is deleted with its template.</source>
        <translation>Der Ordner %1 ist mit seiner Vorlage gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>The folder %1 is deleted with %n templates.</source>
        <translation>
            <numerusform>Der Ordner %1 ist mit %n Vorlage gelöscht.</numerusform>
            <numerusform>Der Ordner %1 ist mit %n Vorlagen gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>It could not be brought back: %1</source>
        <translation>Das ließ sich nicht zurückholen: %1</translation>
    </message>
    <message>
        <source>The folder is now %1.</source>
        <translation>Der Ordner heißt jetzt %1.</translation>
    </message>
</context>
<context>
    <name>ui::TemplateSession</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>ui::TemplateTransfer</name>
    <message>
        <source>Import templates</source>
        <translation>Vorlagen importieren</translation>
    </message>
    <message>
        <source>Markdown and text (*.md *.markdown *.txt)</source>
        <translation>Markdown und Text (*.md *.markdown *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import a folder of templates</source>
        <translation>Ordner mit Vorlagen importieren</translation>
    </message>
    <message>
        <source>Export all templates into a folder</source>
        <translation>Alle Vorlagen in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>1 template was exported.</source>
        <translation>1 Vorlage wurde exportiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n templates were exported.</source>
        <translation>
            <numerusform>%n Vorlage wurde exportiert.</numerusform>
            <numerusform>%n Vorlagen wurden exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Files of the same name with another text were left alone; numbers were added.</source>
        <translation>Gleichnamige Dateien mit anderem Text blieben unberührt; es wurden Nummern angehängt.</translation>
    </message>
    <message>
        <source>Export of templates</source>
        <translation>Export von Vorlagen</translation>
    </message>
    <message>
        <source>One of the templates is there already with another text.</source>
        <translation>Eine der Vorlagen gibt es schon mit anderem Text.</translation>
    </message>
    <message numerus="yes">
        <source>%n of the templates are there already with another text.</source>
        <translation>
            <numerusform>%n der Vorlagen gibt es schon mit anderem Text.</numerusform>
            <numerusform>%n der Vorlagen gibt es schon mit anderem Text.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keeping both adds a number to the name of the imported one.</source>
        <translation>Werden beide behalten, bekommt der Name der importierten eine Nummer.</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Replace mine</source>
        <translation>Eigene ersetzen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Eigene behalten</translation>
    </message>
    <message>
        <source>Nothing was imported: %1</source>
        <translation>Es wurde nichts importiert: %1</translation>
    </message>
    <message>
        <source>1 template was imported.</source>
        <translation>1 Vorlage wurde importiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n templates were imported.</source>
        <translation>
            <numerusform>%n Vorlage wurde importiert.</numerusform>
            <numerusform>%n Vorlagen wurden importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>%n war schon da.</numerusform>
            <numerusform>%n waren schon da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept, but without meaning here: %1</source>
        <translation>Behalten, aber hier ohne Bedeutung: %1</translation>
    </message>
    <message>
        <source>Import of templates</source>
        <translation>Import von Vorlagen</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und %n weitere.</numerusform>
            <numerusform>… und %n weitere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TestFields</name>
    <message>
        <source>tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>account/model</source>
        <translation>konto/modell</translation>
    </message>
    <message>
        <source>regular expression</source>
        <translation>regulärer Ausdruck</translation>
    </message>
    <message>
        <source>words, separated by commas</source>
        <translation>Wörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>durch Kommas getrennt</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> Token</translation>
    </message>
    <message>
        <source> characters</source>
        <translation> Zeichen</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>and</source>
        <comment>between two times</comment>
        <translation>und</translation>
    </message>
    <message>
        <source>this computer&apos;s time zone</source>
        <translation>Zeitzone dieses Rechners</translation>
    </message>
    <message>
        <source>Tag of condition %1</source>
        <translation>Tag der Bedingung %1</translation>
    </message>
    <message>
        <source>Model of condition %1</source>
        <translation>Modell der Bedingung %1</translation>
    </message>
    <message>
        <source>Values of condition %1</source>
        <translation>Werte der Bedingung %1</translation>
    </message>
    <message>
        <source>Figure of condition %1</source>
        <translation>Zahl der Bedingung %1</translation>
    </message>
    <message>
        <source>Time zone of condition %1</source>
        <translation>Zeitzone der Bedingung %1</translation>
    </message>
    <message>
        <source>Start of condition %1</source>
        <translation>Beginn der Bedingung %1</translation>
    </message>
    <message>
        <source>End of condition %1</source>
        <translation>Ende der Bedingung %1</translation>
    </message>
    <message>
        <source>Budget of condition %1</source>
        <translation>Budget der Bedingung %1</translation>
    </message>
    <message>
        <source>name of a budget</source>
        <translation>Name eines Budgets</translation>
    </message>
</context>
<context>
    <name>ui::TextDesk</name>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Attach pictures or text files</source>
        <translation>Bilder oder Textdateien anhängen</translation>
    </message>
    <message>
        <source>Use or manage templates</source>
        <translation>Vorlagen verwenden oder verwalten</translation>
    </message>
    <message>
        <source>Save the prompt as a template</source>
        <translation>Prompt als Vorlage speichern</translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation>Lauf exportieren</translation>
    </message>
    <message>
        <source>Copy the run&apos;s figures as a Markdown table</source>
        <translation>Zahlen des Laufs als Markdown-Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy the run&apos;s figures for a spreadsheet</source>
        <translation>Zahlen des Laufs für eine Tabellenkalkulation kopieren</translation>
    </message>
    <message>
        <source>Import a run from a JSON file</source>
        <translation>Lauf aus einer JSON-Datei importieren</translation>
    </message>
    <message>
        <source>There is no run to export yet.</source>
        <translation>Es gibt noch keinen Lauf zum Exportieren.</translation>
    </message>
    <message>
        <source>An export names the models; you can make it after the vote.</source>
        <translation>Ein Export nennt die Modelle; nach der Abstimmung ist er möglich.</translation>
    </message>
</context>
<context>
    <name>ui::TierBox</name>
    <message>
        <source>Long-context price</source>
        <translation>Preis für lange Kontexte</translation>
    </message>
    <message>
        <source>How the number of tokens counts</source>
        <translation>Wie die Zahl der Token zählt</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>mehr als</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>Input tokens from which this price holds</source>
        <translation>Eingabetoken, ab denen dieser Preis gilt</translation>
    </message>
    <message>
        <source>Remove these prices</source>
        <translation>Diese Preise entfernen</translation>
    </message>
    <message>
        <source>Requests with</source>
        <translation>Anfragen mit</translation>
    </message>
    <message>
        <source>input tokens</source>
        <translation>Eingabetoken</translation>
    </message>
</context>
<context>
    <name>ui::ToastArea</name>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>ui::TokenPricesGrid</name>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>cache read</source>
        <translation>Cache lesen</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>Denken</translation>
    </message>
    <message>
        <source>cache write, 5 min</source>
        <translation>Cache schreiben, 5 min</translation>
    </message>
    <message>
        <source>cache write, 1 h</source>
        <translation>Cache schreiben, 1 h</translation>
    </message>
    <message>
        <source>audio input</source>
        <translation>Audioeingabe</translation>
    </message>
    <message>
        <source>audio output</source>
        <translation>Audioausgabe</translation>
    </message>
    <message>
        <source>%1, %2, for a million tokens</source>
        <comment>what, class of tokens</comment>
        <translation>%1, %2, für eine Million Token</translation>
    </message>
</context>
<context>
    <name>ui::TrackCanvas</name>
    <message>
        <source>Rules as tracks</source>
        <translation>Regeln als Gleise</translation>
    </message>
</context>
<context>
    <name>ui::TrackScene</name>
    <message>
        <source>Add a target to this rule</source>
        <translation>Dieser Regel ein Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Add a fallback to this rule</source>
        <translation>Dieser Regel einen Ersatz hinzufügen</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Eine Regel hinzufügen</translation>
    </message>
</context>
<context>
    <name>ui::TrafficDialog</name>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Import requests</source>
        <translation>Anfragen importieren</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>What had no place here</source>
        <translation>Was hier keinen Platz hatte</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Requests, one a line (*.jsonl *.ndjson *.json)</source>
        <translation>Anfragen, eine je Zeile (*.jsonl *.ndjson *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading: %1 requests</source>
        <translation>Gelesen: %1 Anfragen</translation>
    </message>
    <message>
        <source>Writing: %1 requests</source>
        <translation>Geschrieben: %1 Anfragen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n requests were here already.</source>
        <translation>
            <numerusform>%n Anfrage war schon hier.</numerusform>
            <numerusform>%n Anfragen waren schon hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>The cost of %1 is not known.</source>
        <translation>Die Kosten von %1 sind nicht bekannt.</translation>
    </message>
    <message>
        <source>The tokens of %1 are estimated.</source>
        <translation>Die Token von %1 sind geschätzt.</translation>
    </message>
    <message>
        <source>Lines passed over: %1.</source>
        <translation>Übergangene Zeilen: %1.</translation>
    </message>
    <message>
        <source>They are in no total: this program sent none of them.</source>
        <translation>Sie zählen in keiner Summe: Dieses Programm hat keine davon gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n requests</source>
        <translation>
            <numerusform>Nach %n Anfrage angehalten</numerusform>
            <numerusform>Nach %n Anfragen angehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests imported</source>
        <translation>
            <numerusform>%n Anfrage importiert</numerusform>
            <numerusform>%n Anfragen importiert</numerusform>
        </translation>
    </message>
    <message>
        <source>The ledger could not be written</source>
        <translation>Das Kassenbuch war nicht beschreibbar</translation>
    </message>
    <message>
        <source>Nothing was imported, as a line is no request</source>
        <translation>Nichts wurde importiert, da eine Zeile keine Anfrage ist</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>Nichts wurde importiert</translation>
    </message>
    <message>
        <source>&amp;Pass over such lines</source>
        <translation>Solche Zeilen ü&amp;bergehen</translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <comment>a file and a line</comment>
        <translation>%1, Zeile %2</translation>
    </message>
</context>
<context>
    <name>ui::TranscriptView</name>
    <message>
        <source>Earlier turns</source>
        <translation>Frühere Runden</translation>
    </message>
    <message>
        <source>Answer of turn %1</source>
        <translation>Antwort der Runde %1</translation>
    </message>
</context>
<context>
    <name>ui::TryBar</name>
    <message>
        <source>Try a prompt</source>
        <translation>Einen Prompt ausprobieren</translation>
    </message>
    <message>
        <source>Why it goes there</source>
        <translation>Warum er dorthin geht</translation>
    </message>
    <message>
        <source>Tr&amp;y</source>
        <translation>Prob&amp;e</translation>
    </message>
    <message>
        <source>Prompt to try</source>
        <translation>Prompt zum Ausprobieren</translation>
    </message>
    <message>
        <source>Nothing is sent. Enter tries again, with a new draw where rules leave it to chance; Shift+Enter begins a line.</source>
        <translation>Es wird nichts gesendet. Eingabe probiert erneut, mit einer neuen Ziehung, wo Regeln es dem Zufall überlassen; Umschalt+Eingabe beginnt eine Zeile.</translation>
    </message>
    <message>
        <source>Unfold the prompt</source>
        <translation>Prompt aufklappen</translation>
    </message>
    <message>
        <source>Clear the tried prompt</source>
        <translation>Ausprobierten Prompt leeren</translation>
    </message>
    <message>
        <source>Take a prompt of the history</source>
        <translation>Einen Prompt aus dem Verlauf nehmen</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Warum</translation>
    </message>
    <message>
        <source>Show what every rule says of the prompt</source>
        <translation>Zeigen, was jede Regel zum Prompt sagt</translation>
    </message>
    <message>
        <source>Rehearse failures</source>
        <translation>Ausfälle proben</translation>
    </message>
    <message>
        <source>Go through the chain with faults, without sending anything</source>
        <translation>Die Kette mit Fehlern durchgehen, ohne etwas zu senden</translation>
    </message>
    <message>
        <source>&amp;Auto: as the prompt suggests</source>
        <translation>&amp;Automatisch: wie der Prompt nahelegt</translation>
    </message>
    <message>
        <source>&amp;No task</source>
        <translation>&amp;Keine Aufgabe</translation>
    </message>
    <message>
        <source>An&amp;other …</source>
        <translation>A&amp;ndere …</translation>
    </message>
    <message>
        <source>Task of the tried prompt</source>
        <translation>Aufgabe des ausprobierten Prompts</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>none</source>
        <comment>task</comment>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>auto</source>
        <comment>task</comment>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>%1 (suggested)</source>
        <comment>task</comment>
        <translation>%1 (vorgeschlagen)</translation>
    </message>
    <message>
        <source>Task: %1</source>
        <translation>Aufgabe: %1</translation>
    </message>
    <message>
        <source>What kind of work the prompt is</source>
        <translation>Welche Art von Arbeit der Prompt ist</translation>
    </message>
    <message>
        <source>Tags, parameters, pictures, earlier turns and more</source>
        <translation>Tags, Parameter, Bilder, frühere Runden und mehr</translation>
    </message>
    <message>
        <source>A prompt to try</source>
        <translation>Ein Prompt zum Ausprobieren</translation>
    </message>
</context>
<context>
    <name>ui::TryOptions</name>
    <message>
        <source>Not taken: it must be a JSON object.</source>
        <translation>Nicht übernommen: Es muss ein JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>with an &amp;attachment</source>
        <translation>mit einem &amp;Anhang</translation>
    </message>
    <message>
        <source>About the tried call</source>
        <translation>Zum ausprobierten Aufruf</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Requested model</source>
        <translation>Verlangtes Modell</translation>
    </message>
    <message>
        <source>Where the call comes from</source>
        <translation>Woher der Aufruf kommt</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>&amp;Tags</translation>
    </message>
    <message>
        <source>&amp;Requested model</source>
        <translation>&amp;Verlangtes Modell</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>Clear these</source>
        <translation>Diese leeren</translation>
    </message>
    <message>
        <source>Parameters as JSON</source>
        <translation>Parameter als JSON</translation>
    </message>
    <message>
        <source>Para&amp;meters</source>
        <translation>Para&amp;meter</translation>
    </message>
    <message>
        <source>A tag is written key=value; this is none: %1</source>
        <translation>Ein Tag wird Name=Wert geschrieben; dies ist keiner: %1</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Earlier turns</source>
        <translation>Frühere Runden</translation>
    </message>
    <message>
        <source>Tokens before the prompt</source>
        <translation>Token vor dem Prompt</translation>
    </message>
    <message>
        <source>Of the system prompt and the earlier turns, estimated</source>
        <translation>Von Systemprompt und früheren Runden, geschätzt</translation>
    </message>
    <message>
        <source>How often the person wrote before in this conversation</source>
        <translation>Wie oft die Person in diesem Gespräch zuvor geschrieben hat</translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation>&amp;Bilder</translation>
    </message>
    <message>
        <source>&amp;Earlier turns</source>
        <translation>&amp;Frühere Runden</translation>
    </message>
    <message>
        <source>Tokens &amp;before</source>
        <translation>T&amp;oken davor</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier turns</source>
        <translation>
            <numerusform>%n frühere Runde</numerusform>
            <numerusform>%n frühere Runden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens before</source>
        <translation>
            <numerusform>%n Token davor</numerusform>
            <numerusform>%n Token davor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TurnDesk</name>
    <message>
        <source>The turns could not be read: %1</source>
        <translation>Die Runden konnten nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>(its text was not kept)</source>
        <translation>(Text nicht aufbewahrt)</translation>
    </message>
    <message>
        <source>%1Turn %2: %3</source>
        <translation>%1Runde %2: %3</translation>
    </message>
    <message>
        <source>The turn could not be read: %1</source>
        <translation>Die Runde konnte nicht gelesen werden: %1</translation>
    </message>
</context>
<context>
    <name>ui::UnpricedDialog</name>
    <message>
        <source>Requests without a price</source>
        <translation>Anfragen ohne Preis</translation>
    </message>
</context>
<context>
    <name>ui::UnpricedPane</name>
    <message>
        <source>a price</source>
        <translation>ein Preis</translation>
    </message>
    <message>
        <source>a rate for %1</source>
        <comment>a currency</comment>
        <translation>ein Kurs für %1</translation>
    </message>
    <message>
        <source>Every request of this period has a cost</source>
        <translation>Jede Anfrage dieses Zeitraums hat Kosten</translation>
    </message>
    <message>
        <source>A model without a known price shows up here with its requests and tokens, so that a price can be given; until then its cost is unknown, not zero.</source>
        <translation>Ein Modell ohne bekannten Preis erscheint hier mit seinen Anfragen und Token, damit ein Preis angegeben werden kann; bis dahin sind seine Kosten unbekannt, nicht null.</translation>
    </message>
    <message>
        <source>Price &amp;again …</source>
        <translation>&amp;Neu bepreisen …</translation>
    </message>
    <message>
        <source>Add &amp;price …</source>
        <translation>&amp;Preis angeben …</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Es fehlt</translation>
    </message>
    <message>
        <source>Models without a price</source>
        <translation>Modelle ohne Preis</translation>
    </message>
    <message>
        <source>Give requests their cost that a price is known for by now</source>
        <translation>Anfragen ihre Kosten geben, für die inzwischen ein Preis bekannt ist</translation>
    </message>
    <message>
        <source>The ledger could not be read: %1</source>
        <translation>Das Kassenbuch ließ sich nicht lesen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 in no total, of %n models</source>
        <translation>
            <numerusform>%1 in keiner Summe, von %n Modell</numerusform>
            <numerusform>%1 in keiner Summe, von %n Modellen</numerusform>
        </translation>
    </message>
    <message>
        <source>pricing again</source>
        <translation>neue Bepreisung</translation>
    </message>
    <message>
        <source>Set &amp;rate …</source>
        <translation>&amp;Kurs festlegen …</translation>
    </message>
</context>
<context>
    <name>ui::UsageChart</name>
    <message>
        <source>Chart of the usage</source>
        <translation>Diagramm des Verbrauchs</translation>
    </message>
</context>
<context>
    <name>ui::UsageEmpty</name>
    <message>
        <source>Only simulated requests in this period</source>
        <translation>In diesem Zeitraum nur simulierte Anfragen</translation>
    </message>
    <message>
        <source>%1 to the built-in simulator, which cost nothing, are left out of the totals.</source>
        <translation>Nicht in den Summen: %1 an den eingebauten Simulator, ohne Kosten.</translation>
    </message>
    <message>
        <source>Include simulated</source>
        <translation>Simulierte einbeziehen</translation>
    </message>
    <message>
        <source>Nothing was sent in this period</source>
        <translation>In diesem Zeitraum wurde nichts gesendet</translation>
    </message>
    <message>
        <source>Choose other days above, or look at all of them.</source>
        <translation>Oben andere Tage wählen oder alle ansehen.</translation>
    </message>
    <message>
        <source>Show all time</source>
        <translation>Gesamte Zeit zeigen</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>Noch keine Anfragen</translation>
    </message>
    <message>
        <source>Every request you send is counted here, with its tokens, its cost and how long it took: by day, by model, down to the single request.</source>
        <translation>Jede gesendete Anfrage wird hier gezählt, mit Token, Kosten und Dauer: nach Tag, nach Modell, bis zur einzelnen Anfrage.</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>Modelle vergleichen</translation>
    </message>
</context>
<context>
    <name>ui::UsageExports</name>
    <message>
        <source>Copy the chart as an &amp;image</source>
        <translation>Das Diagramm als &amp;Bild kopieren</translation>
    </message>
    <message>
        <source>Copy the chart as S&amp;VG</source>
        <translation>Das Diagramm als S&amp;VG kopieren</translation>
    </message>
    <message>
        <source>Save the chart as &amp;PNG …</source>
        <translation>Das Diagramm als &amp;PNG speichern …</translation>
    </message>
    <message>
        <source>Save the chart as SV&amp;G …</source>
        <translation>Das Diagramm als SV&amp;G speichern …</translation>
    </message>
    <message>
        <source>&amp;Copy the view as CSV</source>
        <translation>Die Ansicht als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>Copy the view as &amp;TSV</source>
        <translation>Die Ansicht als &amp;TSV kopieren</translation>
    </message>
    <message>
        <source>&amp;Save the view as CSV …</source>
        <translation>Die Ansicht als CSV &amp;speichern …</translation>
    </message>
    <message>
        <source>Table of &amp;models as CSV …</source>
        <translation>Tabelle der &amp;Modelle als CSV …</translation>
    </message>
    <message>
        <source>&amp;Requests as CSV …</source>
        <translation>&amp;Anfragen als CSV …</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Copy the usage chart as an image</source>
        <translation>Verbrauchsdiagramm als Bild kopieren</translation>
    </message>
    <message>
        <source>Copy the usage chart as SVG</source>
        <translation>Verbrauchsdiagramm als SVG kopieren</translation>
    </message>
    <message>
        <source>Save the usage chart as PNG</source>
        <translation>Verbrauchsdiagramm als PNG speichern</translation>
    </message>
    <message>
        <source>Save the usage chart as SVG</source>
        <translation>Verbrauchsdiagramm als SVG speichern</translation>
    </message>
    <message>
        <source>Copy the view of usage as CSV</source>
        <translation>Verbrauchsansicht als CSV kopieren</translation>
    </message>
    <message>
        <source>Copy the view of usage as TSV</source>
        <translation>Verbrauchsansicht als TSV kopieren</translation>
    </message>
    <message>
        <source>Export the view of usage</source>
        <translation>Verbrauchsansicht exportieren</translation>
    </message>
    <message>
        <source>Export the usage table</source>
        <translation>Verbrauchstabelle exportieren</translation>
    </message>
    <message>
        <source>Export the requests</source>
        <translation>Anfragen exportieren</translation>
    </message>
    <message>
        <source>Copied the chart</source>
        <translation>Diagramm kopiert</translation>
    </message>
    <message>
        <source>Copied the chart as SVG</source>
        <translation>Diagramm als SVG kopiert</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Das Diagramm speichern</translation>
    </message>
    <message>
        <source>usage.png</source>
        <comment>proposed file name</comment>
        <translation>verbrauch.png</translation>
    </message>
    <message>
        <source>usage.svg</source>
        <comment>proposed file name</comment>
        <translation>verbrauch.svg</translation>
    </message>
    <message>
        <source>Copied the view as CSV</source>
        <translation>Ansicht als CSV kopiert</translation>
    </message>
    <message>
        <source>Copied the view as TSV</source>
        <translation>Ansicht als TSV kopiert</translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation>CSV speichern</translation>
    </message>
    <message>
        <source>usage-view.csv</source>
        <comment>proposed file name</comment>
        <translation>verbrauch-ansicht.csv</translation>
    </message>
    <message>
        <source>usage.csv</source>
        <comment>proposed file name</comment>
        <translation>verbrauch.csv</translation>
    </message>
    <message>
        <source>The ledger could not be read: %1</source>
        <translation>Das Kassenbuch ließ sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>requests.csv</source>
        <comment>proposed file name</comment>
        <translation>anfragen.csv</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2</source>
        <translation>%1 ließ sich nicht speichern: %2</translation>
    </message>
    <message>
        <source>Reading requests …</source>
        <translation>Anfragen werden gelesen …</translation>
    </message>
    <message>
        <source>The export was cancelled</source>
        <translation>Der Export wurde abgebrochen</translation>
    </message>
</context>
<context>
    <name>ui::UsagePage</name>
    <message>
        <source>Include &amp;simulated</source>
        <translation>&amp;Simulierte einbeziehen</translation>
    </message>
    <message>
        <source>Count requests to the built-in simulator in every total</source>
        <translation>Anfragen an den eingebauten Simulator in jeder Summe mitzählen</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>model, account</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Refresh the figures</source>
        <translation>Zahlen auffrischen</translation>
    </message>
    <message>
        <source>The ledger could not be read</source>
        <translation>Das Kassenbuch ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>Monthly report …</source>
        <translation>Monatsbericht …</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Requests of unknown cost</source>
        <translation>Anfragen mit unbekannten Kosten</translation>
    </message>
    <message>
        <source>Go to the period before</source>
        <translation>Zum Zeitraum davor gehen</translation>
    </message>
    <message>
        <source>Go to the period after</source>
        <translation>Zum Zeitraum danach gehen</translation>
    </message>
    <message>
        <source>Requests that failed, were interrupted or refused</source>
        <translation>Anfragen, die fehlschlugen, abbrachen oder abgelehnt wurden</translation>
    </message>
    <message>
        <source>Requests that rescued a call</source>
        <translation>Anfragen, die einen Aufruf retteten</translation>
    </message>
</context>
<context>
    <name>ui::VariableForm</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Values of the variables</source>
        <translation>Werte der Variablen</translation>
    </message>
    <message>
        <source>Show the prompt with these values, as it will be sent</source>
        <translation>Den Prompt mit diesen Werten zeigen, wie er gesendet wird</translation>
    </message>
    <message>
        <source>The prompt as it will be sent</source>
        <translation>Der Prompt, wie er gesendet wird</translation>
    </message>
    <message>
        <source>The prompt has a variable. Write \{{ for two plain braces.</source>
        <translation>Der Prompt hat eine Variable. Für zwei gewöhnliche Klammern \{{ schreiben.</translation>
    </message>
    <message numerus="yes">
        <source>The prompt has %n variables. Write \{{ for two plain braces.</source>
        <translation>
            <numerusform>Der Prompt hat %n Variable. Für zwei gewöhnliche Klammern \{{ schreiben.</numerusform>
            <numerusform>Der Prompt hat %n Variablen. Für zwei gewöhnliche Klammern \{{ schreiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>Wert von %1</translation>
    </message>
    <message>
        <source>Value of {{%1}}</source>
        <translation>Wert von {{%1}}</translation>
    </message>
</context>
<context>
    <name>ui::VerdictDesk</name>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Vote the answers a tie</source>
        <translation>Antworten als unentschieden werten</translation>
    </message>
    <message>
        <source>Vote all answers bad</source>
        <translation>Alle Antworten als schlecht werten</translation>
    </message>
    <message>
        <source>Take the vote back</source>
        <translation>Stimme zurücknehmen</translation>
    </message>
    <message>
        <source>Write a note on the vote</source>
        <translation>Notiz zur Stimme schreiben</translation>
    </message>
    <message>
        <source>Compare blind: hide names until the vote</source>
        <translation>Blind vergleichen: Namen bis zur Abstimmung verbergen</translation>
    </message>
    <message>
        <source>an answer that is gone</source>
        <translation>eine Antwort, die es nicht mehr gibt</translation>
    </message>
    <message>
        <source>tie</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>all bad</source>
        <translation>alle schlecht</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>verdict: %1</source>
        <translation>Urteil: %1</translation>
    </message>
    <message>
        <source>Vote on the answers, compare blind, or ask a model to judge or merge them</source>
        <translation>Über die Antworten abstimmen, blind vergleichen oder sie von einem Modell beurteilen oder zusammenführen lassen</translation>
    </message>
    <message>
        <source>Your vote: %1 is best</source>
        <translation>Ihre Stimme: %1 ist am besten</translation>
    </message>
    <message>
        <source>Your vote: %1</source>
        <translation>Ihre Stimme: %1</translation>
    </message>
    <message>
        <source>Voted best: %1</source>
        <translation>Als beste gewertet: %1</translation>
    </message>
    <message>
        <source>Voted a tie.</source>
        <translation>Als unentschieden gewertet.</translation>
    </message>
    <message>
        <source>Voted all bad.</source>
        <translation>Alle als schlecht gewertet.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The vote could not be kept: %1</source>
        <translation>Die Stimme ließ sich nicht speichern: %1</translation>
    </message>
</context>
<context>
    <name>ui::VersionsWindow</name>
    <message>
        <source>&amp;Edit as draft</source>
        <translation>Als &amp;Entwurf bearbeiten</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Put these rules in the place of the draft; undo brings that back</source>
        <translation>Diese Regeln an die Stelle des Entwurfs setzen; Rückgängig holt ihn zurück</translation>
    </message>
    <message>
        <source>What &amp;differs from</source>
        <translation>&amp;Unterschied zu</translation>
    </message>
    <message>
        <source>Versions of “%1”</source>
        <translation>Versionen von „%1“</translation>
    </message>
    <message>
        <source>The versions could not be read</source>
        <translation>Die Versionen ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>v%1, active</source>
        <comment>version</comment>
        <translation>v%1, aktiv</translation>
    </message>
    <message>
        <source>v%1</source>
        <comment>version</comment>
        <translation>v%1</translation>
    </message>
    <message>
        <source>the draft</source>
        <translation>der Entwurf</translation>
    </message>
    <message>
        <source>version %1, active</source>
        <translation>Version %1, aktiv</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>%1, with a quality check</source>
        <comment>when it was activated</comment>
        <translation>%1, mit Qualitätsprüfung</translation>
    </message>
    <message>
        <source>It was never active.</source>
        <translation>Sie war nie aktiv.</translation>
    </message>
    <message>
        <source>Activated: %1.</source>
        <translation>Aktiviert: %1.</translation>
    </message>
    <message>
        <source>Saved: %1.</source>
        <translation>Gespeichert: %1.</translation>
    </message>
    <message>
        <source>&amp;Activate v%1</source>
        <comment>version</comment>
        <translation>v%1 &amp;aktivieren</translation>
    </message>
    <message>
        <source>&amp;Activate</source>
        <translation>&amp;Aktivieren</translation>
    </message>
    <message>
        <source>No version yet</source>
        <translation>Noch keine Version</translation>
    </message>
    <message>
        <source>Each activation of the draft keeps its rules here as a version.</source>
        <translation>Jede Aktivierung des Entwurfs hält seine Regeln hier als Version fest.</translation>
    </message>
    <message>
        <source>Version %1, which runs</source>
        <translation>Version %1, die gilt</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Version %1 changed:</source>
        <translation>Version %1 änderte:</translation>
    </message>
    <message>
        <source>Changed since version %1:</source>
        <translation>Geändert seit Version %1:</translation>
    </message>
    <message>
        <source>Nothing: the rules are the same.</source>
        <translation>Nichts: Die Regeln sind dieselben.</translation>
    </message>
    <message>
        <source>Restore version %1</source>
        <translation>Version %1 wiederherstellen</translation>
    </message>
    <message>
        <source>The draft has these rules already.</source>
        <translation>Der Entwurf hat diese Regeln bereits.</translation>
    </message>
    <message>
        <source>Activate version %1</source>
        <translation>Version %1 aktivieren</translation>
    </message>
    <message>
        <source>Version %1 was not activated</source>
        <translation>Version %1 wurde nicht aktiviert</translation>
    </message>
</context>
<context>
    <name>ui::ViewsButton</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>A view that cannot be read</source>
        <translation>Eine unlesbare Ansicht</translation>
    </message>
    <message>
        <source>&amp;Save this view …</source>
        <translation>Diese Ansicht &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Name of the view:</source>
        <translation>Name der Ansicht:</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <source>Saved the view “%1”</source>
        <translation>Ansicht „%1“ gespeichert</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>Die Ansicht umbenennen</translation>
    </message>
    <message>
        <source>Removed the view “%1”</source>
        <translation>Ansicht „%1“ entfernt</translation>
    </message>
</context>
<context>
    <name>ui::VoteBar</name>
    <message>
        <source>Tie</source>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>All bad</source>
        <translation>Alle schlecht</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Namen zeigen</translation>
    </message>
    <message>
        <source>Close the vote&apos;s bar</source>
        <translation>Abstimmungsleiste schließen</translation>
    </message>
    <message>
        <source>None of the answers is better than the others</source>
        <translation>Keine der Antworten ist besser als die anderen</translation>
    </message>
    <message>
        <source>None of the answers is of use</source>
        <translation>Keine der Antworten ist brauchbar</translation>
    </message>
    <message>
        <source>Show names and figures without a vote</source>
        <translation>Namen und Zahlen ohne Abstimmung zeigen</translation>
    </message>
    <message>
        <source>Note on the vote</source>
        <translation>Notiz zur Stimme</translation>
    </message>
    <message>
        <source>Note: why?</source>
        <translation>Notiz: warum?</translation>
    </message>
    <message>
        <source>No vote on these answers yet.</source>
        <translation>Noch keine Stimme zu diesen Antworten.</translation>
    </message>
    <message>
        <source>Blind: the answers appear together once all have ended.</source>
        <translation>Blind: Die Antworten erscheinen zusammen, sobald alle beendet sind.</translation>
    </message>
    <message>
        <source>Blind: which answer is best? Names, order and figures are hidden until then; what answers say of themselves is masked by a list of phrases, as far as that goes.</source>
        <translation>Blind: Welche Antwort ist die beste? Namen, Reihenfolge und Zahlen bleiben bis dahin verborgen; was Antworten über sich selbst sagen, wird nach einer Liste von Wendungen verdeckt, so gut das geht.</translation>
    </message>
</context>
<context>
    <name>ui::WaterfallChart</name>
    <message>
        <source>Why the cost changed, part by part</source>
        <translation>Warum sich die Kosten änderten, Teil für Teil</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>%1/%2 %3</source>
        <comment>account, model, signed amount</comment>
        <translation>%1/%2 %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>part of a difference: who adds what to it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 (US$ %3)</source>
        <comment>part of a difference: amount, exact amount</comment>
        <translation>%1: %2 (US$ %3)</translation>
    </message>
</context>
<context>
    <name>ui::WaysIn</name>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>No local server answered on the usual ports.</source>
        <translation>Auf den üblichen Ports antwortete kein lokaler Server.</translation>
    </message>
    <message>
        <source>Use what is here</source>
        <translation>Vorhandenes verwenden</translation>
    </message>
    <message>
        <source>No known provider&apos;s key is set in the environment, such as OPENAI_API_KEY.</source>
        <translation>In der Umgebung ist kein Schlüssel eines bekannten Anbieters gesetzt, etwa OPENAI_API_KEY.</translation>
    </message>
    <message>
        <source>&amp;Look for local servers</source>
        <translation>&amp;Lokale Server suchen</translation>
    </message>
    <message>
        <source>Asks the usual ports of this machine only: Ollama, LM Studio, llama.cpp, vLLM</source>
        <translation>Fragt nur die üblichen Ports dieses Rechners: Ollama, LM Studio, llama.cpp, vLLM</translation>
    </message>
    <message>
        <source>Just look around</source>
        <translation>Nur umsehen</translation>
    </message>
    <message>
        <source>The simulator answers like several models, with invented prices. Simulated; nothing leaves this machine, and it stays out of your totals.</source>
        <translation>Der Simulator antwortet wie mehrere Modelle, mit erfundenen Preisen. Simuliert; nichts verlässt diesen Rechner, und in den Summen zählt es nicht.</translation>
    </message>
    <message>
        <source>&amp;Try the simulator</source>
        <translation>&amp;Simulator ausprobieren</translation>
    </message>
    <message>
        <source>Back to the accounts</source>
        <translation>Zurück zu den Konten</translation>
    </message>
    <message>
        <source>Fill in a &amp;form instead</source>
        <translation>Lieber ein &amp;Formular ausfüllen</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Ask several models the same question</source>
        <translation>Mehreren Modellen dieselbe Frage stellen</translation>
    </message>
    <message>
        <source>Paste a key, or use what this machine has.</source>
        <translation>Einen Schlüssel einfügen oder verwenden, was dieser Rechner hat.</translation>
    </message>
    <message>
        <source>Connect one provider and compare its models side by side, each answer with its time, tokens and cost. Keys stay in the desktop&apos;s keychain, never in a file of this program.</source>
        <translation>Einen Anbieter verbinden und seine Modelle nebeneinander vergleichen, jede Antwort mit Zeit, Token und Kosten. Schlüssel bleiben im Schlüsselbund des Desktops, nie in einer Datei dieses Programms.</translation>
    </message>
    <message>
        <source>Compare with the simulator</source>
        <translation>Mit dem Simulator vergleichen</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>Asking the usual ports of this machine ...</source>
        <translation>Die üblichen Ports dieses Rechners werden gefragt ...</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>wants a key</source>
        <translation>verlangt einen Schlüssel</translation>
    </message>
    <message>
        <source>%1 on %2, %3</source>
        <translation>%1 auf %2, %3</translation>
    </message>
    <message>
        <source>&amp;Connect %1</source>
        <translation>%1 &amp;verbinden</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Connect %n accounts</source>
        <translation>
            <numerusform>%n Konto &amp;verbinden</numerusform>
            <numerusform>%n Konten &amp;verbinden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::WhatIfPane</name>
    <message>
        <source>&amp;Assumptions</source>
        <translation>A&amp;nnahmen</translation>
    </message>
    <message>
        <source>&amp;Open in Routes</source>
        <translation>In &amp;Routen öffnen</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>Reprice this period with your own tokens.</source>
        <translation>Diesen Zeitraum mit den eigenen Token neu berechnen.</translation>
    </message>
    <message>
        <source>Tasks and what they would have cost</source>
        <translation>Aufgaben und was sie gekostet hätten</translation>
    </message>
    <message>
        <source>Make a draft of rules that ask the cheaper models</source>
        <translation>Einen Entwurf mit Regeln anlegen, die die günstigeren Modelle fragen</translation>
    </message>
    <message>
        <source>As &amp;CSV …</source>
        <translation>Als &amp;CSV …</translation>
    </message>
    <message>
        <source>Save the what-if</source>
        <translation>Vergleichsrechnung speichern</translation>
    </message>
    <message>
        <source>As &amp;JSON …</source>
        <translation>Als &amp;JSON …</translation>
    </message>
    <message>
        <source>&amp;Cheapest that passed your votes</source>
        <translation>&amp;Günstigstes nach Ihren Stimmen</translation>
    </message>
    <message>
        <source>Another &amp;model …</source>
        <translation>Anderes &amp;Modell …</translation>
    </message>
    <message>
        <source>Cheapest that passed your votes</source>
        <translation>Günstigstes nach Ihren Stimmen</translation>
    </message>
    <message>
        <source>Price at: %1</source>
        <translation>Preise von: %1</translation>
    </message>
    <message>
        <source>Pricing the calls of the period …</source>
        <translation>Die Aufrufe des Zeitraums werden berechnet …</translation>
    </message>
    <message>
        <source>The calls could not be read</source>
        <translation>Die Aufrufe konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>No calls of your own were sent in this period.</source>
        <translation>In diesem Zeitraum wurden keine eigenen Aufrufe gesendet.</translation>
    </message>
    <message>
        <source>No cheaper model has votes on your tasks yet: vote on answers in Compare, or choose a model here.</source>
        <translation>Noch hat kein günstigeres Modell Stimmen zu Ihren Aufgaben: Stimmen Sie unter Vergleich über Antworten ab oder wählen Sie hier ein Modell.</translation>
    </message>
    <message>
        <source>Stopped: the figures are of the calls looked at so far.</source>
        <translation>Angehalten: Die Zahlen gelten für die bis dahin gelesenen Aufrufe.</translation>
    </message>
    <message>
        <source>In total %1 (%2 %)</source>
        <translation>Insgesamt %1 (%2 %)</translation>
    </message>
    <message>
        <source>In total %1</source>
        <translation>Insgesamt %1</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2</source>
        <translation>%1 konnte nicht gespeichert werden: %2</translation>
    </message>
    <message>
        <source>Export the what-if</source>
        <translation>Was-wäre-wenn exportieren</translation>
    </message>
    <message>
        <source>Most of these calls ask that model already, so there is no rule to make.</source>
        <translation>Die meisten dieser Aufrufe fragen dieses Modell schon; eine Regel dafür ist nicht nötig.</translation>
    </message>
    <message>
        <source>No rule can do this: a judge and a prompt set name their models themselves. Choose the cheaper one there.</source>
        <translation>Keine Regel kann das: Ein Richter und eine Prompt-Sammlung nennen ihre Modelle selbst. Wählen Sie das günstigere dort.</translation>
    </message>
    <message>
        <source>A rule needs at least %1 votes on its task: vote on more answers in Compare.</source>
        <translation>Eine Regel braucht mindestens %1 Stimmen zu ihrer Aufgabe: Stimmen Sie unter Vergleich über mehr Antworten ab.</translation>
    </message>
</context>
<context>
    <name>ui::WhatIfRowView</name>
    <message>
        <source>no task</source>
        <translation>keine Aufgabe</translation>
    </message>
    <message>
        <source>%1 % of the period</source>
        <translation>%1 % des Zeitraums</translation>
    </message>
    <message>
        <source>%1 calls do not fit</source>
        <translation>%1 Aufrufe passen nicht hinein</translation>
    </message>
    <message>
        <source>%1 unpriced</source>
        <translation>%1 ohne Preis</translation>
    </message>
    <message>
        <source>nothing cheaper has passed</source>
        <translation>nichts Günstigeres hat bestanden</translation>
    </message>
</context>
<context>
    <name>ui::WordCombo</name>
    <message>
        <source>%1: %2</source>
        <comment>a choice and what is chosen</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::WorkStrip</name>
    <message>
        <source>Cance&amp;l</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Wie weit es ist</translation>
    </message>
</context>
</TS>
