<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
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
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Usage: switchyard [--data-dir DIR] [--demo] [COMMAND]

One prompt to many models side by side, every attempt in a local ledger.

Without a command the window opens. Commands:
  accounts add NAME [--preset P] [--base-url URL] (--key-env VAR | --key-stdin | --no-key)
  accounts list | remove NAME | test NAME | models NAME            [--json]
  compare -m ACCOUNT/MODEL [-m ...] [--line-up NAME] [--task T] [--system S]
          [--param NAME=VALUE ...] [--meta KEY=VALUE ...] [--repeat N] [--timeout SECONDS]
          [--max-cost USD] [--json | --markdown] (PROMPT | -)
  usage   [--since 30d | DATE] [--until DATE] [--by day,model,vendor,account,task,source,tag:KEY]
          [--zone ZONE] [--json | --csv]
  history search WORDS | show RUN [--json] | export RUN --format markdown|json|html

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
  usage   [--since 30d | DATE] [--until DATE] [--by day,model,vendor,account,task,source,tag:KEY]
          [--zone ZONE] [--json | --csv]
  history search WORDS | show RUN [--json] | export RUN --format markdown|json|html

Optionen:
  --data-dir DIR   alles unter DIR ablegen statt in den Ordnern des Desktops
  --demo           mit dem Konto „demo“, einem eingebauten Simulator: kein Netz, kein Schlüssel
  --help           dieser Text
  --version        die Version

Rückgabewerte: 0 alles gut; 1 erledigt, aber etwas schlug fehl; 2 falscher Aufruf; 3 Fehler der Konfiguration oder des Speichers.</translation>
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
        <source>%1 of %2, %3</source>
        <translation>%1 von %2, %3</translation>
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
    <name>ui::LaneFooter</name>
    <message>
        <source>Maximise this lane</source>
        <translation>Diese Spur maximieren</translation>
    </message>
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
        <source>Show all lanes</source>
        <translation>Alle Spuren zeigen</translation>
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
</context>
<context>
    <name>ui::LaneStrip</name>
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
        <translation>Einstellungen</translation>
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
    <message>
        <source>%1 + unpriced</source>
        <translation>%1 + ohne Preis</translation>
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
    <name>ui::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>ui::ReasoningToggle</name>
    <message>
        <source>Show or hide what the model thought first</source>
        <translation>Zeigen oder verbergen, was das Modell zuvor gedacht hat</translation>
    </message>
</context>
<context>
    <name>ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
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
</context>
<context>
    <name>ui::ToastArea</name>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
</TS>
