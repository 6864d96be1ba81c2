<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Actions</name>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>Voriges Ereignis</translation>
    </message>
    <message>
        <source>← →</source>
        <translation>← →</translation>
    </message>
    <message>
        <source>previous, next event</source>
        <translation>voriges, nächstes Ereignis</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>Nächstes Ereignis</translation>
    </message>
    <message>
        <source>Previous await</source>
        <translation>Voriges await</translation>
    </message>
    <message>
        <source>Ctrl+← →</source>
        <translation>Strg+← →</translation>
    </message>
    <message>
        <source>previous, next await</source>
        <translation>voriges, nächstes await</translation>
    </message>
    <message>
        <source>Next await</source>
        <translation>Nächstes await</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>An den Anfang</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>to the start, the end</source>
        <translation>an den Anfang, ans Ende</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Ans Ende</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>[ ]</source>
        <translation>[ ]</translation>
    </message>
    <message>
        <source>slower, faster</source>
        <translation>langsamer, schneller</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>1 ms earlier</source>
        <translation>1 ms früher</translation>
    </message>
    <message>
        <source>Alt+← →</source>
        <translation>Alt+← →</translation>
    </message>
    <message>
        <source>1 ms earlier, later</source>
        <translation>1 ms früher, später</translation>
    </message>
    <message>
        <source>1 ms later</source>
        <translation>1 ms später</translation>
    </message>
    <message>
        <source>10 ms earlier</source>
        <translation>10 ms früher</translation>
    </message>
    <message>
        <source>Alt+Shift+← →</source>
        <translation>Alt+Umschalt+← →</translation>
    </message>
    <message>
        <source>10 ms earlier, later</source>
        <translation>10 ms früher, später</translation>
    </message>
    <message>
        <source>10 ms later</source>
        <translation>10 ms später</translation>
    </message>
    <message>
        <source>Type the timeout</source>
        <translation>Den Timeout tippen</translation>
    </message>
    <message>
        <source>No timeout</source>
        <translation>Kein Timeout</translation>
    </message>
    <message>
        <source>Cancel here, and keep this run to compare</source>
        <translation>Hier abbrechen und diesen Lauf zum Vergleich behalten</translation>
    </message>
    <message>
        <source>C, D</source>
        <translation>C, D</translation>
    </message>
    <message>
        <source>cancel here, first difference</source>
        <translation>hier abbrechen, erster Unterschied</translation>
    </message>
    <message>
        <source>Drop the earlier run</source>
        <translation>Den früheren Lauf weglegen</translation>
    </message>
    <message>
        <source>To the first difference</source>
        <translation>Zum ersten Unterschied</translation>
    </message>
    <message>
        <source>The next meaning of a cancel</source>
        <translation>Die nächste Bedeutung von Abbrechen</translation>
    </message>
    <message>
        <source>what a cancel is: next</source>
        <translation>was Abbrechen heißt: nächstes</translation>
    </message>
    <message>
        <source>What cancelling means</source>
        <translation>Was Abbrechen bedeutet</translation>
    </message>
    <message>
        <source>Previous scene</source>
        <translation>Vorige Szene</translation>
    </message>
    <message>
        <source>Page Up, Down</source>
        <translation>Bild auf, ab</translation>
    </message>
    <message>
        <source>previous, next scene</source>
        <translation>vorige, nächste Szene</translation>
    </message>
    <message>
        <source>Next scene</source>
        <translation>Nächste Szene</translation>
    </message>
    <message>
        <source>Go to the question</source>
        <translation>Zur Frage</translation>
    </message>
    <message>
        <source>Q, H, R</source>
        <translation>Q, H, R</translation>
    </message>
    <message>
        <source>question, hint, answer</source>
        <translation>Frage, Tipp, Antwort</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Tipp</translation>
    </message>
    <message>
        <source>Reveal the answer</source>
        <translation>Die Antwort aufdecken</translation>
    </message>
    <message>
        <source>Export progress…</source>
        <translation>Fortschritt exportieren…</translation>
    </message>
    <message>
        <source>Import progress…</source>
        <translation>Fortschritt importieren…</translation>
    </message>
    <message>
        <source>Reset progress</source>
        <translation>Fortschritt zurücksetzen</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorführen</translation>
    </message>
    <message>
        <source>F5, B</source>
        <translation>F5, B</translation>
    </message>
    <message>
        <source>present, blank</source>
        <translation>vorführen, dunkel</translation>
    </message>
    <message>
        <source>On, step by step and scene by scene</source>
        <translation>Weiter, Schritt für Schritt und Szene für Szene</translation>
    </message>
    <message>
        <source>steps, then scenes</source>
        <translation>Schritte, dann Szenen</translation>
    </message>
    <message>
        <source>Back, step by step and scene by scene</source>
        <translation>Zurück, Schritt für Schritt und Szene für Szene</translation>
    </message>
    <message>
        <source>Back to the scene&apos;s start</source>
        <translation>Zurück zum Anfang der Szene</translation>
    </message>
    <message>
        <source>the scene&apos;s start</source>
        <translation>der Anfang der Szene</translation>
    </message>
    <message>
        <source>Blank the screen</source>
        <translation>Den Bildschirm verdunkeln</translation>
    </message>
    <message>
        <source>Set piece %1</source>
        <translation>Station %1</translation>
    </message>
    <message>
        <source>1 … 9</source>
        <translation>1 … 9</translation>
    </message>
    <message>
        <source>set pieces</source>
        <translation>Stationen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>+ −</source>
        <translation>+ −</translation>
    </message>
    <message>
        <source>zoom in, out</source>
        <translation>vergrößern, verkleinern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>The whole axis</source>
        <translation>Die ganze Achse</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Geschichte</translation>
    </message>
    <message>
        <source>Code, console and table</source>
        <translation>Code, Konsole und Tabelle</translation>
    </message>
    <message>
        <source>All steps in words</source>
        <translation>Alle Schritte in Worten</translation>
    </message>
    <message>
        <source>Copy all steps</source>
        <translation>Alle Schritte kopieren</translation>
    </message>
    <message>
        <source>The code in the next language</source>
        <translation>Der Code in der nächsten Sprache</translation>
    </message>
    <message>
        <source>the same story in another language</source>
        <translation>dieselbe Geschichte in einer anderen Sprache</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>Farben des Systems</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>High contrast, for projectors</source>
        <translation>Hoher Kontrast, für Projektoren</translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation>Nächste Farben</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>Sprache des Systems</translation>
    </message>
    <message>
        <source>Larger type</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Ctrl+ + −</source>
        <translation>Strg+ + −</translation>
    </message>
    <message>
        <source>larger, smaller type</source>
        <translation>größere, kleinere Schrift</translation>
    </message>
    <message>
        <source>Smaller type</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Type as it was</source>
        <translation>Schrift wie zuvor</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Ctrl+Z, Ctrl+Y</source>
        <translation>Strg+Z, Strg+Y</translation>
    </message>
    <message>
        <source>undo, redo</source>
        <translation>rückgängig, wiederholen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Eine Datei öffnen…</translation>
    </message>
    <message>
        <source>Ctrl+O, Ctrl+S</source>
        <translation>Strg+O, Strg+S</translation>
    </message>
    <message>
        <source>open, save a file</source>
        <translation>Datei öffnen, speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Copy a link to this</source>
        <translation>Einen Link hierher kopieren</translation>
    </message>
    <message>
        <source>Copy this as a command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Paste a link</source>
        <translation>Einen Link einfügen</translation>
    </message>
    <message>
        <source>Copy a picture</source>
        <translation>Ein Bild kopieren</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Strg+E</translation>
    </message>
    <message>
        <source>save a picture</source>
        <translation>ein Bild speichern</translation>
    </message>
    <message>
        <source>Save a picture…</source>
        <translation>Ein Bild speichern…</translation>
    </message>
    <message>
        <source>Save a trace for Perfetto…</source>
        <translation>Eine Spur für Perfetto speichern…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>? or F1</source>
        <translation>? oder F1</translation>
    </message>
    <message>
        <source>these keys</source>
        <translation>diese Tasten</translation>
    </message>
    <message>
        <source>A tour in three steps</source>
        <translation>Ein Rundgang in drei Schritten</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>F10 or Alt</source>
        <translation>F10 oder Alt</translation>
    </message>
    <message>
        <source>the menu</source>
        <translation>das Menü</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Die Meldung schließen</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of the language that this is</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Presenting</source>
        <translation>Vorführen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>type as it was</source>
        <translation>Schrift wie zuvor</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
</context>
<context>
    <name>Appearance</name>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
</context>
<context>
    <name>AskedCode</name>
    <message>
        <source>✓ runs to its end</source>
        <translation>✓ läuft bis zum Ende</translation>
    </message>
    <message>
        <source>✓ runs</source>
        <translation>✓ läuft</translation>
    </message>
    <message>
        <source>runs to its end?</source>
        <translation>läuft bis zum Ende?</translation>
    </message>
    <message>
        <source>runs?</source>
        <translation>läuft?</translation>
    </message>
</context>
<context>
    <name>CodeWords</name>
    <message>
        <source>ran at </source>
        <translation>lief nach </translation>
    </message>
    <message>
        <source>ran %1 times, last at %2</source>
        <translation>lief %1-mal, zuletzt nach %2</translation>
    </message>
    <message>
        <source>ran %1 times</source>
        <translation>lief %1-mal</translation>
    </message>
    <message>
        <source>, too late for the race</source>
        <translation>, zu spät für das Rennen</translation>
    </message>
    <message>
        <source>, late</source>
        <translation>, zu spät</translation>
    </message>
    <message>
        <source>ran</source>
        <translation>lief</translation>
    </message>
    <message>
        <source>never ran</source>
        <translation>lief nie</translation>
    </message>
    <message>
        <source>threw here</source>
        <translation>warf hier</translation>
    </message>
    <message>
        <source>threw before it started</source>
        <translation>warf vor dem Beginn</translation>
    </message>
    <message>
        <source>threw</source>
        <translation>warf</translation>
    </message>
    <message>
        <source>dropped here</source>
        <translation>fallen gelassen</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>fallen gelassen</translation>
    </message>
    <message>
        <source>goes on here</source>
        <translation>läuft hier weiter</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>läuft weiter</translation>
    </message>
    <message>
        <source>waits for ever</source>
        <translation>wartet für immer</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>waits here</source>
        <translation>wartet hier</translation>
    </message>
    <message>
        <source>not stopped: goes on unseen</source>
        <translation>nicht angehalten: läuft ungesehen weiter</translation>
    </message>
    <message>
        <source>not stopped, unseen</source>
        <translation>nicht angehalten, ungesehen</translation>
    </message>
    <message>
        <source>not stopped</source>
        <translation>nicht angehalten</translation>
    </message>
    <message>
        <source>, caught</source>
        <translation>, gefangen</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Predict first</source>
        <translation>Erst vorhersagen</translation>
    </message>
    <message>
        <source>Covered until you have answered the question in the story (Q). R shows the answer.</source>
        <translation>Verdeckt, bis die Frage in der Geschichte beantwortet ist (Q). R zeigt die Antwort.</translation>
    </message>
</context>
<context>
    <name>Diagnostics</name>
    <message>
        <source>The scenario {1} is too long. Allowed: up to {2} bytes.</source>
        <translation>Das Szenario {1} ist zu lang. Erlaubt: bis zu {2} Bytes.</translation>
    </message>
    <message>
        <source>The scenario {1} is not UTF-8.</source>
        <translation>Das Szenario {1} ist kein UTF-8.</translation>
    </message>
    <message>
        <source>{1} names no lesson. Allowed: a lesson such as {2}, or a scenario such as {3}.</source>
        <translation>{1} nennt keine Lektion. Erlaubt: eine Lektion wie {2} oder ein Szenario wie {3}.</translation>
    </message>
    <message>
        <source>{1} names no lesson. Allowed: a whole scenario such as {2}.</source>
        <translation>{1} nennt keine Lektion. Erlaubt: ein ganzes Szenario wie {2}.</translation>
    </message>
    <message>
        <source>The setting {1} has no value. Allowed: key=value, joined by &amp;.</source>
        <translation>Die Einstellung {1} hat keinen Wert. Erlaubt: Schlüssel=Wert, verbunden durch &amp;.</translation>
    </message>
    <message>
        <source>The setting {1} has a % without two hexadecimal digits after it. Write %25 for a percent sign.</source>
        <translation>Die Einstellung {1} hat ein % ohne zwei hexadezimale Ziffern dahinter. Schreib %25 für ein Prozentzeichen.</translation>
    </message>
    <message>
        <source>The setting {1} is not UTF-8 once its %XX are decoded.</source>
        <translation>Die Einstellung {1} ist kein UTF-8, wenn ihre %XX entschlüsselt sind.</translation>
    </message>
    <message>
        <source>There is no setting {1}. Allowed: {2}.</source>
        <translation>Es gibt keine Einstellung {1}. Erlaubt: {2}.</translation>
    </message>
    <message>
        <source>The scenario is for the lesson {1}, not for {2}.</source>
        <translation>Das Szenario gehört zur Lektion {1}, nicht zu {2}.</translation>
    </message>
    <message>
        <source>The setting {1} is there twice. Allowed: each setting once.</source>
        <translation>Die Einstellung {1} steht zweimal da. Erlaubt: jede Einstellung einmal.</translation>
    </message>
    <message>
        <source>There are both await and timeout. Allowed: one of them, as both say when the timeout fires.</source>
        <translation>Es stehen await und timeout da. Erlaubt: eines davon, denn beide sagen, wann der Timeout kommt.</translation>
    </message>
    <message>
        <source>There is no lesson {1}. Allowed: {2}.</source>
        <translation>Es gibt keine Lektion {1}. Erlaubt: {2}.</translation>
    </message>
    <message>
        <source>time={1} lies past the end: the timeline of this scenario ends at {2}.</source>
        <translation>time={1} liegt hinter dem Ende: Die Zeitachse dieses Szenarios endet bei {2}.</translation>
    </message>
    <message>
        <source>await={1}: the variant {2} reaches no await that can be a target.</source>
        <translation>await={1}: Die Fassung {2} erreicht kein await, das ein Ziel sein kann.</translation>
    </message>
    <message>
        <source>await={1}: the variant {2} reaches one await; only await=1 is possible.</source>
        <translation>await={1}: Die Fassung {2} erreicht ein einziges await; möglich ist nur await=1.</translation>
    </message>
    <message>
        <source>await={1}: the variant {2} reaches {3} awaits; allowed are 1 to {4}.</source>
        <translation>await={1}: Die Fassung {2} erreicht {3} awaits; erlaubt sind 1 bis {4}.</translation>
    </message>
    <message>
        <source>{1} does not come to an end: {2} events were run and it still goes on. Let its loop wait for time to pass, or end.</source>
        <translation>{1} kommt zu keinem Ende: {2} Ereignisse liefen, und es geht noch weiter. Lass die Schleife auf Zeit warten oder enden.</translation>
    </message>
    <message>
        <source>{1} left the caller; the last coroutine to run was {2}. Catch it in the caller, or let the work not throw it.</source>
        <translation>{1} verließ den Aufrufer; zuletzt lief die Coroutine {2}. Fang es im Aufrufer, oder lass die Arbeit es nicht werfen.</translation>
    </message>
    <message>
        <source>The file is empty. Allowed: {1}.</source>
        <translation>Die Datei ist leer. Erlaubt: {1}.</translation>
    </message>
    <message>
        <source>This is no scenario of Awaitscope. Allowed: {1}.</source>
        <translation>Das ist kein Szenario von Awaitscope. Erlaubt: {1}.</translation>
    </message>
    <message>
        <source>The file is of version {1}, and this Awaitscope reads version {2}. Open it with a newer Awaitscope.</source>
        <translation>Die Datei hat Version {1}, und dieses Awaitscope liest Version {2}. Öffne sie mit einem neueren Awaitscope.</translation>
    </message>
    <message>
        <source>There is no key {1}. Allowed: {2}.</source>
        <translation>Es gibt keinen Schlüssel {1}. Erlaubt: {2}.</translation>
    </message>
    <message>
        <source>The file holds edits of the code, which this Awaitscope cannot run. Open it with a newer one.</source>
        <translation>Die Datei enthält Änderungen am Code, die dieses Awaitscope nicht ausführen kann. Öffne sie mit einem neueren.</translation>
    </message>
    <message>
        <source>{1} It is left as it is: save under another name.</source>
        <translation>{1} Sie bleibt, wie sie ist: Speichere unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>scenario: {1}</source>
        <translation>scenario: {1}</translation>
    </message>
    <message>
        <source>The file is not UTF-8. Allowed: {1}.</source>
        <translation>Die Datei ist kein UTF-8. Erlaubt: {1}.</translation>
    </message>
    <message>
        <source>There is the invisible character {1}. Allowed: text, tabs and line ends.</source>
        <translation>Da steht das unsichtbare Zeichen {1}. Erlaubt: Text, Tabulatoren und Zeilenenden.</translation>
    </message>
    <message>
        <source>This is nested too deep. Allowed: up to {1} brackets inside each other.</source>
        <translation>Das ist zu tief geschachtelt. Erlaubt: bis zu {1} Klammern ineinander.</translation>
    </message>
    <message>
        <source>The key {1} is there twice in one object. Allowed: each key once.</source>
        <translation>Der Schlüssel {1} steht zweimal in einem Objekt. Erlaubt: jeder Schlüssel einmal.</translation>
    </message>
    <message>
        <source>There are too many keys in one object, such as {1}. Allowed: up to {2}.</source>
        <translation>In einem Objekt sind zu viele Schlüssel, etwa {1}. Erlaubt: bis zu {2}.</translation>
    </message>
    <message>
        <source>This is not JSON: {1}. Allowed: {2}.</source>
        <translation>Das ist kein JSON: {1}. Erlaubt: {2}.</translation>
    </message>
    <message>
        <source>This progress was written by a newer Awaitscope (version {1} of the file; known here: {2}). Read it with that one.</source>
        <translation>Diesen Fortschritt hat ein neueres Awaitscope geschrieben (Version {1} der Datei; hier bekannt: {2}). Lies ihn mit jenem.</translation>
    </message>
    <message>
        <source>This is a folder. Name a file.</source>
        <translation>Das ist ein Ordner. Nenn eine Datei.</translation>
    </message>
    <message>
        <source>The file is too long. Allowed: up to {1} bytes.</source>
        <translation>Die Datei ist zu lang. Erlaubt: bis zu {1} Bytes.</translation>
    </message>
    <message>
        <source>The file cannot be read: {1}.</source>
        <translation>Die Datei ist nicht zu lesen: {1}.</translation>
    </message>
    <message>
        <source>{1} cannot be {2}. Allowed: {3}.</source>
        <translation>{1} kann nicht {2} sein. Erlaubt: {3}.</translation>
    </message>
    <message>
        <source>an empty value</source>
        <translation>ein leerer Wert</translation>
    </message>
    <message>
        <source>an exception</source>
        <translation>eine Ausnahme</translation>
    </message>
    <message>
        <source>the exception {1}</source>
        <translation>die Ausnahme {1}</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>das Programm</translation>
    </message>
    <message>
        <source>missing or null</source>
        <translation>fehlend oder null</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>a list of up to {1} objects</source>
        <translation>eine Liste von bis zu {1} Objekten</translation>
    </message>
    <message>
        <source>a list of {1}</source>
        <translation>eine Liste von {1}</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a text of up to {1} bytes</source>
        <translation>ein Text von bis zu {1} Bytes</translation>
    </message>
    <message>
        <source>a text without control characters</source>
        <translation>ein Text ohne Steuerzeichen</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>null, or {1}</source>
        <translation>null, oder {1}</translation>
    </message>
    <message>
        <source>none, or {1}</source>
        <translation>none, oder {1}</translation>
    </message>
    <message>
        <source>a whole number from {1} to {2}</source>
        <translation>eine ganze Zahl von {1} bis {2}</translation>
    </message>
    <message>
        <source>a whole number and us, ms or s, up to 1 hour, such as {1}</source>
        <translation>eine ganze Zahl und us, ms oder s, bis zu 1 Stunde, etwa {1}</translation>
    </message>
    <message>
        <source>{1} to {2}, as a whole number and us, ms or s</source>
        <translation>{1} bis {2}, als ganze Zahl und us, ms oder s</translation>
    </message>
    <message>
        <source>one or more of {1}, each once, with commas between them</source>
        <translation>eines oder mehrere von {1}, jedes einmal, mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>the number of an await, from 1, such as 2, or 2+ for after its operation completed</source>
        <translation>die Nummer eines await, ab 1, etwa 2, oder 2+ für den Augenblick, in dem seine Operation fertig ist</translation>
    </message>
    <message>
        <source>what Awaitscope saves, beginning with {1}</source>
        <translation>was Awaitscope speichert, beginnend mit {1}</translation>
    </message>
    <message>
        <source>a file of progress, as Awaitscope writes it</source>
        <translation>eine Datei mit Fortschritt, wie Awaitscope sie schreibt</translation>
    </message>
    <message>
        <source>{1} or {2}</source>
        <translation>{1} oder {2}</translation>
    </message>
    <message>
        <source>{1} and {2}</source>
        <translation>{1} und {2}</translation>
    </message>
</context>
<context>
    <name>OutcomeMap</name>
    <message>
        <source>a timeout of %1 or more</source>
        <translation>ein Timeout von %1 oder mehr</translation>
    </message>
    <message>
        <source>a timeout of exactly %1</source>
        <translation>ein Timeout von genau %1</translation>
    </message>
    <message>
        <source>every timeout from %1 to %2</source>
        <translation>jeder Timeout von %1 bis %2</translation>
    </message>
    <message>
        <source>violated</source>
        <translation>verletzt</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>gilt</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>trifft nicht zu</translation>
    </message>
    <message>
        <source>%1, a timeout while %2 %3 is pending: %4</source>
        <translation>%1, ein Timeout, während %2 %3 wartet: %4</translation>
    </message>
    <message>
        <source>%1, a timeout when %2 %3 has completed and its coroutine has not been resumed yet: %4</source>
        <translation>%1, ein Timeout, wenn %2 %3 fertig ist und seine Coroutine noch nicht weiterläuft: %4</translation>
    </message>
    <message>
        <source>
Click: the timeout fires there.</source>
        <translation>
Klick: Der Timeout kommt dort.</translation>
    </message>
</context>
<context>
    <name>Predictions</name>
    <message>
        <source>%1 of %2 scenes seen, %3 of %4 questions right</source>
        <translation>%1 von %2 Szenen gesehen, %3 von %4 Fragen richtig</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>none of them</source>
        <translation>keine davon</translation>
    </message>
    <message>
        <source>%1, for example</source>
        <translation>zum Beispiel %1</translation>
    </message>
    <message>
        <source>**Not quite: %1.** %2</source>
        <translation>**Nicht ganz: %1.** %2</translation>
    </message>
    <message>
        <source>**Not with %1.** See above what happened, and try another place.</source>
        <translation>**Nicht mit %1.** Sieh oben, was geschah, und versuch eine andere Stelle.</translation>
    </message>
    <message>
        <source>**✓ Right.** %1</source>
        <translation>**✓ Richtig.** %1</translation>
    </message>
    <message>
        <source>**The answer: %1.** %2</source>
        <translation>**Die Antwort: %1.** %2</translation>
    </message>
</context>
<context>
    <name>ProgressFile</name>
    <message>
        <source>The progress could not be written to %1: %2.</source>
        <translation>Der Fortschritt konnte nicht in %1 geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Your progress could not be read, and begins anew. The old file is kept as %1. %2</source>
        <translation>Der Fortschritt war nicht zu lesen und beginnt von vorn. Die alte Datei liegt jetzt in %1. %2</translation>
    </message>
    <message>
        <source>Your progress could not be read, and the file cannot be moved aside. Nothing is kept until you move it away. %1</source>
        <translation>Der Fortschritt war nicht zu lesen, und die Datei lässt sich nicht beiseitelegen. Bis du sie verschiebst, wird nichts behalten. %1</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>QuestionActions</name>
    <message>
        <source>This scene asks nothing.</source>
        <translation>Diese Szene fragt nichts.</translation>
    </message>
    <message>
        <source>There is no open question here.</source>
        <translation>Hier ist keine Frage offen.</translation>
    </message>
    <message>
        <source>There is no further hint. R shows the answer.</source>
        <translation>Mehr Tipps gibt es nicht. R zeigt die Antwort.</translation>
    </message>
    <message>
        <source>Nothing is covered here.</source>
        <translation>Hier ist nichts verdeckt.</translation>
    </message>
    <message>
        <source>Predict first: Q leads to the question, R shows the answer.</source>
        <translation>Erst vorhersagen: Q führt zur Frage, R zeigt die Antwort.</translation>
    </message>
</context>
<context>
    <name>ScopeWords</name>
    <message>
        <source>Without the timeout %1 would have gone on to %2.</source>
        <translation>Ohne den Timeout wäre %1 bis %2 weitergegangen.</translation>
    </message>
    <message>
        <source>%1 was not reached. Without the timeout: from %2 to %3.</source>
        <translation>%1 wurde nicht erreicht. Ohne den Timeout: von %2 bis %3.</translation>
    </message>
    <message>
        <source>
Click: the timeout fires in the middle of this await.</source>
        <translation>
Klick: Der Timeout kommt mitten in diesem await.</translation>
    </message>
    <message>
        <source>never ran</source>
        <translation>lief nie</translation>
    </message>
    <message>
        <source>%1 already ran</source>
        <translation>%1 lief schon</translation>
    </message>
    <message>
        <source>already ran</source>
        <translation>lief schon</translation>
    </message>
    <message>
        <source>%1: %2, from %3</source>
        <translation>%1: %2, ab %3</translation>
    </message>
    <message>
        <source> to %1</source>
        <translation> bis %1</translation>
    </message>
    <message>
        <source>%1 holds %2 from %3</source>
        <translation>%1 enthält %2 ab %3</translation>
    </message>
    <message>
        <source>
Click: the playhead goes there, and its line lights up.</source>
        <translation>
Klick: Der Abspielkopf geht dorthin, und die Zeile leuchtet auf.</translation>
    </message>
    <message>
        <source>and waits</source>
        <translation>und wartet</translation>
    </message>
    <message>
        <source>then %1 went on</source>
        <translation>dann lief %1 weiter</translation>
    </message>
    <message>
        <source>then the cancel made it throw operation_aborted here</source>
        <translation>dann ließ der Abbruch es hier operation_aborted werfen</translation>
    </message>
    <message>
        <source>then %1 was dropped here: nothing after it runs</source>
        <translation>dann wurde %1 hier fallen gelassen: Nichts danach läuft</translation>
    </message>
    <message>
        <source>then it threw</source>
        <translation>dann warf es</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Await %1</source>
        <translation>Await %1</translation>
    </message>
    <message>
        <source>%1 threw at %2, before it started: the cancel had come already.</source>
        <translation>%1 warf bei %2, bevor es begann: Der Abbruch war schon gekommen.</translation>
    </message>
    <message>
        <source>%1: from %2 </source>
        <translation>%1: von %2 </translation>
    </message>
    <message>
        <source>to %1, </source>
        <translation>bis %1, </translation>
    </message>
    <message>
        <source>
The timeout fired when it had completed and its result was on its way.</source>
        <translation>
Der Timeout kam, als es fertig war und sein Ergebnis unterwegs.</translation>
    </message>
    <message>
        <source>
The race was over at %1; nobody stopped it.</source>
        <translation>
Das Rennen war bei %1 vorbei; niemand hielt es an.</translation>
    </message>
    <message>
        <source>%1: the timeout cut %2. %3 throws operation_aborted here.</source>
        <translation>%1: Der Timeout schnitt %2 ab. %3 wirft hier operation_aborted.</translation>
    </message>
    <message>
        <source>%1: %2 had completed, but %3 stops here for ever before it gets the result.</source>
        <translation>%1: %2 war fertig, aber %3 hört hier für immer auf, bevor es das Ergebnis bekommt.</translation>
    </message>
    <message>
        <source>%1: the timeout cut %2. %3 stops here for ever.</source>
        <translation>%1: Der Timeout schnitt %2 ab. %3 hört hier für immer auf.</translation>
    </message>
    <message>
        <source>%1: %2 throws before it starts: the cancel had come already.</source>
        <translation>%1: %2 wirft, bevor es beginnt: Der Abbruch war schon gekommen.</translation>
    </message>
    <message>
        <source>%1: %2, at %3%4.</source>
        <translation>%1: %2, bei %3%4.</translation>
    </message>
    <message>
        <source>%1 never ran. Without the timeout: %2, at %3.
Click: its line lights up.</source>
        <translation>%1 lief nie. Ohne den Timeout: %2, bei %3.
Klick: Die Zeile leuchtet auf.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>The race is over.</source>
        <translation>Das Rennen ist vorbei.</translation>
    </message>
    <message>
        <source>The timeout wins.</source>
        <translation>Der Timeout gewinnt.</translation>
    </message>
    <message>
        <source>The timeout fires too late: %1 has won.</source>
        <translation>Der Timeout kommt zu spät: %1 hat gewonnen.</translation>
    </message>
    <message>
        <source>The timeout fires.</source>
        <translation>Der Timeout kommt.</translation>
    </message>
    <message>
        <source>%1 wins</source>
        <translation>%1 gewinnt</translation>
    </message>
    <message>
        <source>The work</source>
        <translation>Die Arbeit</translation>
    </message>
    <message>
        <source>The race is over, %1 after the timeout: it had to wait for the loser.</source>
        <translation>Das Rennen ist vorbei, %1 nach dem Timeout: Es musste auf den Verlierer warten.</translation>
    </message>
    <message>
        <source>the work</source>
        <translation>die Arbeit</translation>
    </message>
    <message>
        <source>, before it starts</source>
        <translation>, bevor es beginnt</translation>
    </message>
    <message>
        <source>%1 was done already.</source>
        <translation>%1 war schon fertig.</translation>
    </message>
    <message>
        <source>%1: %2 goes on and %3.</source>
        <translation>%1: %2 läuft weiter und %3.</translation>
    </message>
    <message>
        <source>%1 does not stop yet: it still waits at %2.</source>
        <translation>%1 hört noch nicht auf: Noch wartet es bei %2.</translation>
    </message>
    <message>
        <source>Nobody stops %1: </source>
        <translation>Niemand hält %1 an: </translation>
    </message>
    <message>
        <source>it goes on unseen.</source>
        <translation>Es läuft ungesehen weiter.</translation>
    </message>
    <message>
        <source>%1 %2 done, it goes on unseen and %3.</source>
        <translation>%1 %2 fertig, es läuft ungesehen weiter und %3.</translation>
    </message>
    <message>
        <source>are</source>
        <translation>sind</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>waits at %1</source>
        <translation>wartet bei %1</translation>
    </message>
    <message>
        <source>%1 had completed, but its result never arrives. </source>
        <translation>%1 war fertig, aber sein Ergebnis kommt nie an. </translation>
    </message>
    <message>
        <source>: it stops here for ever.</source>
        <translation>: Hier hört es für immer auf.</translation>
    </message>
    <message>
        <source>, and %1 with it: they stop here for ever.</source>
        <translation>, und %1 damit auch: Hier hören sie für immer auf.</translation>
    </message>
    <message>
        <source>%1 is dropped at %2</source>
        <translation>%1 wird bei %2 fallen gelassen</translation>
    </message>
    <message>
        <source>%1 throws operation_aborted at %2%3</source>
        <translation>%1 wirft operation_aborted bei %2%3</translation>
    </message>
    <message>
        <source>, and so does %1</source>
        <translation>, und %1 ebenso</translation>
    </message>
    <message>
        <source> and catches it</source>
        <translation> und fängt es</translation>
    </message>
    <message>
        <source>%1 throws at %2</source>
        <translation>%1 wirft bei %2</translation>
    </message>
    <message>
        <source>, and it ends %1</source>
        <translation>, und das beendet %1</translation>
    </message>
    <message>
        <source>: %1 catches it</source>
        <translation>: %1 fängt es</translation>
    </message>
    <message>
        <source>%1 %2 done: %3 goes on</source>
        <translation>%1 %2 fertig: %3 läuft weiter</translation>
    </message>
    <message>
        <source>%1 begins</source>
        <translation>%1 beginnt</translation>
    </message>
    <message>
        <source>%1 goes on</source>
        <translation>%1 läuft weiter</translation>
    </message>
    <message>
        <source>Nothing is left to run, and %1 still waits at %2.</source>
        <translation>Nichts läuft mehr, und %1 wartet noch immer bei %2.</translation>
    </message>
    <message>
        <source>%1 holds %2.</source>
        <translation>%1 enthält %2.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>not </source>
        <comment>the start of a state that is the absence of another</comment>
        <translation>nicht </translation>
    </message>
    <message>
        <source>%1 is now %2.</source>
        <translation>%1: jetzt %2.</translation>
    </message>
    <message>
        <source>%1 is no longer %2.</source>
        <translation>%1: nicht mehr %2.</translation>
    </message>
    <message>
        <source>The console shows “%1”.</source>
        <translation>Die Konsole zeigt „%1“.</translation>
    </message>
    <message>
        <source> had completed, its result was on its way</source>
        <translation> war fertig, das Ergebnis war unterwegs</translation>
    </message>
    <message>
        <source> was done already</source>
        <translation> war schon fertig</translation>
    </message>
    <message>
        <source>returns</source>
        <translation>kehrt zurück</translation>
    </message>
    <message>
        <source>ends with an exception</source>
        <translation>endet mit einer Ausnahme</translation>
    </message>
    <message>
        <source>ends with operation_aborted</source>
        <translation>endet mit operation_aborted</translation>
    </message>
    <message>
        <source>is dropped</source>
        <translation>wird fallen gelassen</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>läuft weiter</translation>
    </message>
    <message>
        <source>, then waits at %1</source>
        <translation>, wartet dann bei %1</translation>
    </message>
    <message>
        <source>, then %1</source>
        <translation>, %1 dann</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>stores %1</source>
        <translation>speichert %1</translation>
    </message>
    <message>
        <source>removes %1</source>
        <translation>entfernt %1</translation>
    </message>
    <message>
        <source>sends %1</source>
        <translation>sendet %1</translation>
    </message>
    <message>
        <source>writes %1</source>
        <translation>schreibt %1</translation>
    </message>
    <message>
        <source>runs: %1</source>
        <translation>läuft: %1</translation>
    </message>
    <message>
        <source>, %1 after the race was over</source>
        <translation>, %1 nach dem Ende des Rennens</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>The settings cannot be kept: %1 is a folder. Move it away.</source>
        <translation>Die Einstellungen können nicht behalten werden: %1 ist ein Ordner. Verschieb ihn.</translation>
    </message>
    <message>
        <source>The settings in %1 are damaged, and the file cannot be moved aside. Nothing is kept until you move it away.</source>
        <translation>Die Einstellungen in %1 sind beschädigt, und die Datei lässt sich nicht beiseitelegen. Bis du sie verschiebst, wird nichts behalten.</translation>
    </message>
    <message>
        <source>The settings were damaged, so that the usual ones are used. The old file is kept as %1.</source>
        <translation>Die Einstellungen waren beschädigt, darum gelten die üblichen. Die alte Datei liegt jetzt in %1.</translation>
    </message>
    <message>
        <source>The settings could not be written to %1. Is the disk full, or the folder not yours to write in? Close again to leave without keeping them.</source>
        <translation>Die Einstellungen konnten nicht in %1 geschrieben werden. Ist die Platte voll, oder darfst du in den Ordner nicht schreiben? Schließ noch einmal, um zu gehen, ohne sie zu behalten.</translation>
    </message>
</context>
<context>
    <name>Share</name>
    <message>
        <source>%1: a picture is written as .png, .svg or .pdf. Give the file one of these endings.</source>
        <translation>%1: Ein Bild wird als .png, .svg oder .pdf geschrieben. Gib der Datei eine dieser Endungen.</translation>
    </message>
    <message>
        <source>%1 could not be written: it is a folder. Give the file another name.</source>
        <translation>%1 konnte nicht geschrieben werden: Es ist ein Ordner. Gib der Datei einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose a folder that exists, that you may write to and that has room.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Wähl einen Ordner, den es gibt, in den du schreiben darfst und der Platz hat.</translation>
    </message>
</context>
<context>
    <name>SourceText</name>
    <message>
        <source>two</source>
        <translation>zwei</translation>
    </message>
    <message>
        <source>three</source>
        <translation>drei</translation>
    </message>
    <message>
        <source>four</source>
        <translation>vier</translation>
    </message>
    <message>
        <source>five</source>
        <translation>fünf</translation>
    </message>
    <message>
        <source>six</source>
        <translation>sechs</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>sieben</translation>
    </message>
    <message>
        <source>eight</source>
        <translation>acht</translation>
    </message>
    <message>
        <source>nine</source>
        <translation>neun</translation>
    </message>
    <message>
        <source>one line moved</source>
        <translation>eine Zeile verschoben</translation>
    </message>
    <message>
        <source>%1 lines moved</source>
        <translation>%1 Zeilen verschoben</translation>
    </message>
    <message>
        <source>one line added</source>
        <translation>eine Zeile dazu</translation>
    </message>
    <message>
        <source>%1 lines added</source>
        <translation>%1 Zeilen dazu</translation>
    </message>
    <message>
        <source>one line removed</source>
        <translation>eine Zeile weniger</translation>
    </message>
    <message>
        <source>%1 lines removed</source>
        <translation>%1 Zeilen weniger</translation>
    </message>
    <message>
        <source>one line differs</source>
        <translation>eine Zeile anders</translation>
    </message>
    <message>
        <source>%1 lines differ</source>
        <translation>%1 Zeilen anders</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>fallen gelassen</translation>
    </message>
    <message>
        <source>threw before it started</source>
        <translation>warf vor dem Beginn</translation>
    </message>
    <message>
        <source>threw</source>
        <translation>warf</translation>
    </message>
    <message>
        <source>still going on</source>
        <translation>noch nicht zu Ende</translation>
    </message>
    <message>
        <source>await %1, %2</source>
        <translation>await %1, %2</translation>
    </message>
    <message>
        <source>%1, %2 to %3, %4</source>
        <translation>%1, %2 bis %3, %4</translation>
    </message>
    <message>
        <source>%1 never ran</source>
        <translation>%1 lief nie</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>holds %1</source>
        <translation>enthält %1</translation>
    </message>
    <message>
        <source>From %1 on: %2</source>
        <translation>Ab %1: %2</translation>
    </message>
    <message>
        <source>from %1 %2</source>
        <translation>ab %1 %2</translation>
    </message>
</context>
<context>
    <name>StoryPane</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Weiter: %1</translation>
    </message>
    <message>
        <source>A An The What Why How When Where Who Which And But Or In On At To From With Weeks Days One Two Three Every Some No</source>
        <comment>first words of titles that begin with a small letter within a sentence</comment>
        <translation>Ein Eine Der Die Das Was Warum Wie Wann Wo Wer Und Aber Oder In An Auf Zu Von Mit Jeder Jede Kein Keine</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The story</source>
        <translation>Die Geschichte</translation>
    </message>
    <message>
        <source>Alan&apos;s story is told here, scene by scene. Links in it change what you see on the right, and some scenes ask you to predict before they show. Page Down leads on.</source>
        <translation>Hier wird Alans Geschichte erzählt, Szene für Szene. Links darin ändern, was rechts zu sehen ist, und manche Szenen lassen dich vorhersagen, bevor sie etwas zeigen. Bild ab führt weiter.</translation>
    </message>
    <message>
        <source>The timeout</source>
        <translation>Der Timeout</translation>
    </message>
    <message>
        <source>Drag this flag, or click an await: the timeout fires there, and the coroutine is really cancelled. In the first scene there is none; it waits at the right end.</source>
        <translation>Zieh diese Flagge, oder klick auf ein await: Der Timeout kommt dort, und die Coroutine wird wirklich abgebrochen. In der ersten Szene gibt es keinen; er wartet am rechten Ende.</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Here you read whether the response was kept. Beside it the code shows which line ran, which one was stopped, and which one never ran. F1 lists all keys.</source>
        <translation>Hier steht, ob die Antwort behalten wurde. Daneben zeigt der Code, welche Zeile lief, welche angehalten wurde und welche nie lief. F1 zeigt alle Tasten.</translation>
    </message>
</context>
<context>
    <name>TypedTimeout</name>
    <message>
        <source>“%1” is no timeout. Type milliseconds (250), a time (250 ms, 0.25 s, 200001 us), or none.</source>
        <translation>„%1“ ist kein Timeout. Tipp Millisekunden (250), eine Zeit (250 ms, 0,25 s, 200001 us) oder none.</translation>
    </message>
    <message>
        <source>“%1” is finer than a microsecond. The finest timeout is 1 us.</source>
        <translation>„%1“ ist feiner als eine Mikrosekunde. Der feinste Timeout ist 1 us.</translation>
    </message>
    <message>
        <source>“%1” is too long. The longest timeout is %2.</source>
        <translation>„%1“ ist zu lang. Der längste Timeout ist %2.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>“%1” is no time. %2: type milliseconds (250) or a time (250 ms, 0.25 s), %3.</source>
        <translation>„%1“ ist keine Zeit. %2: Tipp Millisekunden (250) oder eine Zeit (250 ms, 0,25 s), %3.</translation>
    </message>
    <message>
        <source>%1 is out of range. %2: %3.</source>
        <translation>%1 ist außerhalb des Bereichs. %2: %3.</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>Asio cancel</source>
        <translation>Asio-Abbruch</translation>
    </message>
    <message>
        <source>Rust drop</source>
        <translation>Rust-Drop</translation>
    </message>
    <message>
        <source>JS race</source>
        <translation>JS-Rennen</translation>
    </message>
    <message>
        <source>The await that is pending throws operation_aborted; catch blocks run, and the race waits for them.</source>
        <translation>Das await, das gerade wartet, wirft operation_aborted; catch-Blöcke laufen, und das Rennen wartet auf sie.</translation>
    </message>
    <message>
        <source>The coroutine is destroyed where it is suspended: destructors run, nothing else.</source>
        <translation>Die Coroutine wird dort zerstört, wo sie angehalten ist: Destruktoren laufen, sonst nichts.</translation>
    </message>
    <message>
        <source>The loser is not stopped: it goes on after the race is over.</source>
        <translation>Der Verlierer wird nicht angehalten: Er läuft weiter, wenn das Rennen vorbei ist.</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>violated</source>
        <translation>verletzt</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>gilt</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>trifft nicht zu</translation>
    </message>
    <message>
        <source>%1 never ran</source>
        <translation>%1 lief nie</translation>
    </message>
    <message>
        <source>%1 ran at %2%3</source>
        <translation>%1 lief nach %2%3</translation>
    </message>
    <message>
        <source>the client %1</source>
        <translation>der Client %1</translation>
    </message>
</context>
<context>
    <name>World</name>
    <message>
        <source>not ready</source>
        <translation>nicht bereit</translation>
    </message>
    <message>
        <source>working</source>
        <translation>arbeitet</translation>
    </message>
    <message>
        <source>waits for the first of two</source>
        <translation>wartet auf das erste von zweien</translation>
    </message>
    <message>
        <source>{1}, expired</source>
        <translation>{1}, abgelaufen</translation>
    </message>
    <message>
        <source>{1} comes too late: already answered</source>
        <translation>{1} kommt zu spät: schon beantwortet</translation>
    </message>
    <message>
        <source>gets {1}</source>
        <translation>bekommt {1}</translation>
    </message>
    <message>
        <source>gets nothing</source>
        <translation>bekommt nichts</translation>
    </message>
</context>
<context>
    <name>awaitscope::AwaitRows</name>
    <message>
        <source>Every await, tried</source>
        <translation>Jedes await</translation>
    </message>
</context>
<context>
    <name>awaitscope::AwaitTableView</name>
    <message>
        <source>Every await, tried</source>
        <translation>Jedes await</translation>
    </message>
</context>
<context>
    <name>awaitscope::BlankScreen</name>
    <message>
        <source>The screen is blank. B brings it back.</source>
        <translation>Der Bildschirm ist dunkel. B bringt ihn zurück.</translation>
    </message>
</context>
<context>
    <name>awaitscope::CallerCodePane</name>
    <message>
        <source>Caller</source>
        <translation>Aufrufer</translation>
    </message>
    <message>
        <source>Source of the caller</source>
        <translation>Quelltext des Aufrufers</translation>
    </message>
</context>
<context>
    <name>awaitscope::CallerView</name>
    <message>
        <source>Caller</source>
        <translation>Aufrufer</translation>
    </message>
    <message>
        <source>Timeline, caller</source>
        <translation>Zeitachse, Aufrufer</translation>
    </message>
</context>
<context>
    <name>awaitscope::CancellingSheet</name>
    <message>
        <source>What cancelling means</source>
        <translation>Was Abbrechen bedeutet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>:/cancelling.md</source>
        <comment>the file that holds the text in this language</comment>
        <translation>:/cancelling.de.md</translation>
    </message>
</context>
<context>
    <name>awaitscope::CentreColumn</name>
    <message>
        <source>whole run</source>
        <translation>ganzer Lauf</translation>
    </message>
    <message>
        <source>You have zoomed in. Show the whole run again (%1)</source>
        <translation>Das ist ein Ausschnitt. Wieder den ganzen Lauf zeigen (%1)</translation>
    </message>
    <message>
        <source>no timeout</source>
        <translation>kein Timeout</translation>
    </message>
    <message>
        <source> at %1</source>
        <translation> bei %1</translation>
    </message>
    <message>
        <source>timeout %1</source>
        <translation>Timeout %1</translation>
    </message>
    <message>
        <source>← timeout %1</source>
        <translation>← Timeout %1</translation>
    </message>
    <message>
        <source>timeout %1 →</source>
        <translation>Timeout %1 →</translation>
    </message>
</context>
<context>
    <name>awaitscope::CodePane</name>
    <message>
        <source>Both at once: each runtime has its own order.</source>
        <translation>Beides zugleich: Jede Laufzeit hat ihre eigene Reihenfolge.</translation>
    </message>
    <message>
        <source>Source of %1%2</source>
        <translation>Quelltext von %1%2</translation>
    </message>
    <message>
        <source>, %1</source>
        <translation>, %1</translation>
    </message>
</context>
<context>
    <name>awaitscope::CodeTabs</name>
    <message>
        <source>The code that runs here: %1</source>
        <translation>Der Code, der hier läuft: %1</translation>
    </message>
    <message>
        <source>The same story in %1, with what it does at this timeout (next: %2)</source>
        <translation>Dieselbe Geschichte in %1, mit dem, was sie bei diesem Timeout tut (weiter: %2)</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>awaitscope::CodeView</name>
    <message>
        <source>Let the timeout fire while %1 is waiting</source>
        <translation>Den Timeout kommen lassen, während %1 wartet</translation>
    </message>
    <message>
        <source>Reached only because of the cancel</source>
        <translation>Nur wegen des Abbruchs erreicht</translation>
    </message>
    <message>
        <source>Not reached in this run</source>
        <translation>In diesem Lauf nicht erreicht</translation>
    </message>
    <message>
        <source>Click: does this line run to its end?</source>
        <translation>Klick: Läuft diese Zeile bis zum Ende?</translation>
    </message>
</context>
<context>
    <name>awaitscope::Comparison</name>
    <message>
        <source>before: timeout %1</source>
        <translation>zuvor: Timeout %1</translation>
    </message>
    <message>
        <source>before: no timeout</source>
        <translation>zuvor: kein Timeout</translation>
    </message>
    <message>
        <source>The run is over here. Go back to where it waits, then cancel.</source>
        <translation>Hier ist der Lauf vorbei. Geh dorthin zurück, wo er wartet, und brich dann ab.</translation>
    </message>
    <message>
        <source>The timeout fires here already.</source>
        <translation>Der Timeout kommt hier schon.</translation>
    </message>
    <message>
        <source>There is one run here. C cancels it at the playhead, and then there are two to compare.</source>
        <translation>Hier ist nur ein Lauf. C bricht ihn am Abspielkopf ab, und dann sind es zwei zum Vergleichen.</translation>
    </message>
    <message>
        <source>Nothing differs: both runs do the same at the same times.</source>
        <translation>Nichts ist anders: Beide Läufe tun dasselbe zu denselben Zeiten.</translation>
    </message>
    <message>
        <source>First difference at %1</source>
        <translation>Erster Unterschied bei %1</translation>
    </message>
</context>
<context>
    <name>awaitscope::ConsolePane</name>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>What println shows</source>
        <translation>Was println zeigt</translation>
    </message>
</context>
<context>
    <name>awaitscope::ErrorBar</name>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>awaitscope::FlagPill</name>
    <message>
        <source>The timeout, one for all. Drag it, or double-click to type it (%1).</source>
        <translation>Der Timeout, einer für alle. Zieh ihn, oder tipp ihn nach einem Doppelklick (%1).</translation>
    </message>
</context>
<context>
    <name>awaitscope::History</name>
    <message>
        <source>lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>what a cancel is</source>
        <translation>was Abbrechen heißt</translation>
    </message>
    <message>
        <source>import of progress</source>
        <translation>Import des Fortschritts</translation>
    </message>
    <message>
        <source>reset of progress</source>
        <translation>Zurücksetzen des Fortschritts</translation>
    </message>
    <message>
        <source>several settings</source>
        <translation>mehrere Einstellungen</translation>
    </message>
</context>
<context>
    <name>awaitscope::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>awaitscope::LanePlot</name>
    <message>
        <source>The timeout. Drag it.</source>
        <translation>Der Timeout. Zieh ihn.</translation>
    </message>
</context>
<context>
    <name>awaitscope::MainMenu</name>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <source>Set piece</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>awaitscope::MainWindow</name>
    <message>
        <source>%1 – Awaitscope</source>
        <translation>%1 – Awaitscope</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>There is no text to paste. Copy a link first, such as %1.</source>
        <translation>Es gibt keinen Text zum Einfügen. Kopier zuerst einen Link, etwa %1.</translation>
    </message>
    <message>
        <source>Shown: %1</source>
        <translation>Zu sehen: %1</translation>
    </message>
</context>
<context>
    <name>awaitscope::OutcomeMap</name>
    <message>
        <source>Every timeout at once</source>
        <translation>Jeder Timeout auf einmal</translation>
    </message>
    <message>
        <source>drag the flag, or click in the map</source>
        <translation>Flagge ziehen oder in die Karte klicken</translation>
    </message>
    <message>
        <source>running every timeout: %L1 runs so far</source>
        <translation>alle Timeouts laufen: bisher %L1 Läufe</translation>
    </message>
</context>
<context>
    <name>awaitscope::ParameterBar</name>
    <message>
        <source>parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>How long the world takes. Click to change it.</source>
        <translation>Wie lange die Welt braucht. Klick, um es zu ändern.</translation>
    </message>
    <message>
        <source>%1 %2. Click to change it.</source>
        <translation>%1 %2. Klick, um es zu ändern.</translation>
    </message>
</context>
<context>
    <name>awaitscope::ParameterSheet</name>
    <message>
        <source>As in the lesson</source>
        <translation>Wie in der Lektion</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
</context>
<context>
    <name>awaitscope::PictureSheet</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>A picture of what is shown</source>
        <translation>Ein Bild von dem, was zu sehen ist</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>Was es zeigt</translation>
    </message>
    <message>
        <source>The scopes</source>
        <translation>Die Zeitachsen</translation>
    </message>
    <message>
        <source>The whole window</source>
        <translation>Das ganze Fenster</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>1×</source>
        <translation>1×</translation>
    </message>
    <message>
        <source>2×</source>
        <translation>2×</translation>
    </message>
    <message>
        <source>3×</source>
        <translation>3×</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Put the picture on the clipboard</source>
        <translation>Das Bild in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>Choose a name and a folder</source>
        <translation>Namen und Ordner wählen</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>A drawing, sharp at every size</source>
        <translation>Eine Zeichnung, scharf in jeder Größe</translation>
    </message>
</context>
<context>
    <name>awaitscope::PlayheadSlider</name>
    <message>
        <source>Playhead</source>
        <translation>Abspielkopf</translation>
    </message>
</context>
<context>
    <name>awaitscope::PredictFrame</name>
    <message>
        <source>Predict first</source>
        <translation>Erst vorhersagen</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>Tipps</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>A nudge, without the answer (%1)</source>
        <translation>Ein Anstoß, ohne die Antwort (%1)</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>The answer, without a guess (%1)</source>
        <translation>Die Antwort, ohne zu raten (%1)</translation>
    </message>
    <message>
        <source>See it happen</source>
        <translation>Sieh, wie es geschieht</translation>
    </message>
    <message>
        <source>Plays the run that was asked about from where it was covered</source>
        <translation>Spielt den Lauf, nach dem gefragt war, ab der Stelle, wo er verdeckt war</translation>
    </message>
    <message>
        <source>Line %1: %2
Marked: it runs to its end.</source>
        <translation>Zeile %1: %2
Markiert: Sie läuft bis zum Ende.</translation>
    </message>
    <message>
        <source>**Hint %1.** %2</source>
        <translation>**Tipp %1.** %2</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Set it up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Fire at %1</source>
        <translation>%1 nehmen</translation>
    </message>
    <message>
        <source>No timeout yet</source>
        <translation>Noch kein Timeout</translation>
    </message>
    <message>
        <source>Your prediction</source>
        <translation>Deine Vorhersage</translation>
    </message>
    <message>
        <source>Next hint</source>
        <translation>Nächster Tipp</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Tipp</translation>
    </message>
</context>
<context>
    <name>awaitscope::Presentation</name>
    <message>
        <source>This scene has no set piece %1.</source>
        <translation>Diese Szene hat keine Station %1.</translation>
    </message>
</context>
<context>
    <name>awaitscope::Presenter</name>
    <message>
        <source>Covered. R reveals the answer, and so does going on once more.</source>
        <translation>Verdeckt. R deckt die Antwort auf, und noch einmal weiter auch.</translation>
    </message>
    <message>
        <source>This was the last scene.</source>
        <translation>Das war die letzte Szene.</translation>
    </message>
    <message>
        <source>This is the first scene.</source>
        <translation>Das ist die erste Szene.</translation>
    </message>
</context>
<context>
    <name>awaitscope::PresenterHints</name>
    <message>
        <source>Page Down next</source>
        <translation>Bild ab weiter</translation>
    </message>
    <message>
        <source>Page Up back</source>
        <translation>Bild auf zurück</translation>
    </message>
    <message>
        <source>Space play</source>
        <translation>Leertaste abspielen</translation>
    </message>
    <message>
        <source>R answer</source>
        <translation>R Antwort</translation>
    </message>
    <message>
        <source>1 set piece</source>
        <translation>1 Station</translation>
    </message>
    <message>
        <source>1–%1 set pieces</source>
        <translation>1–%1 Stationen</translation>
    </message>
    <message>
        <source>Home restart</source>
        <translation>Pos1 von vorn</translation>
    </message>
    <message>
        <source>B blank</source>
        <translation>B dunkel</translation>
    </message>
    <message>
        <source>X laser</source>
        <translation>X Laser</translation>
    </message>
    <message>
        <source>? keys</source>
        <translation>? Tasten</translation>
    </message>
    <message>
        <source>F5 leave</source>
        <translation>F5 beenden</translation>
    </message>
</context>
<context>
    <name>awaitscope::ProgressActions</name>
    <message>
        <source>Export progress</source>
        <translation>Fortschritt exportieren</translation>
    </message>
    <message>
        <source>Import progress</source>
        <translation>Fortschritt importieren</translation>
    </message>
    <message>
        <source>Progress (*.json)</source>
        <translation>Fortschritt (*.json)</translation>
    </message>
    <message>
        <source>Progress exported to %1</source>
        <translation>Fortschritt exportiert nach %1</translation>
    </message>
    <message>
        <source>Nothing was imported. %1</source>
        <translation>Es wurde nichts importiert. %1</translation>
    </message>
    <message>
        <source>Imported: %1</source>
        <translation>Importiert: %1</translation>
    </message>
    <message>
        <source>Progress is reset. Ctrl+Z brings it back.</source>
        <translation>Der Fortschritt ist zurückgesetzt. Strg+Z holt ihn zurück.</translation>
    </message>
</context>
<context>
    <name>awaitscope::ScopePainter</name>
    <message>
        <source>≠ first difference</source>
        <translation>≠ erster Unterschied</translation>
    </message>
</context>
<context>
    <name>awaitscope::ScopeView</name>
    <message>
        <source>Timeline, %1</source>
        <translation>Zeitachse, %1</translation>
    </message>
</context>
<context>
    <name>awaitscope::Session</name>
    <message>
        <source>There is no variant &apos;%1&apos; here.</source>
        <translation>Hier gibt es keine Fassung „%1“.</translation>
    </message>
    <message>
        <source>This lesson has no parameter &apos;%1&apos;.</source>
        <translation>Diese Lektion hat keinen Parameter „%1“.</translation>
    </message>
    <message>
        <source>There is no timeout to place. Type one with T, or drag the flag.</source>
        <translation>Es gibt keinen Timeout zum Setzen. Tipp einen mit T, oder zieh die Flagge.</translation>
    </message>
</context>
<context>
    <name>awaitscope::Sharing</name>
    <message>
        <source>%1 is there already and was left as it is. Save under that name to replace it.</source>
        <translation>%1 gibt es schon und wurde gelassen, wie es ist. Speichere unter diesem Namen, um es zu ersetzen.</translation>
    </message>
    <message>
        <source>Opened: %1</source>
        <translation>Geöffnet: %1</translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation>Ein Szenario öffnen</translation>
    </message>
    <message>
        <source>Scenarios (*%1)</source>
        <translation>Szenarien (*%1)</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>Das Szenario speichern</translation>
    </message>
    <message>
        <source>%1: a scenario is saved as %2. Give the file this ending.</source>
        <translation>%1: Ein Szenario wird als %2 gespeichert. Gib der Datei diese Endung.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG-Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF-Dokumente (*.pdf)</translation>
    </message>
    <message>
        <source>Save a picture</source>
        <translation>Ein Bild speichern</translation>
    </message>
    <message>
        <source>Copied: a picture of the scopes, %1 × %2</source>
        <translation>Kopiert: ein Bild der Zeitachsen, %1 × %2</translation>
    </message>
    <message>
        <source>Copied: a picture of the window, %1 × %2</source>
        <translation>Kopiert: ein Bild des Fensters, %1 × %2</translation>
    </message>
    <message>
        <source>Save a trace for ui.perfetto.dev</source>
        <translation>Eine Spur für ui.perfetto.dev speichern</translation>
    </message>
    <message>
        <source>Traces (*.json)</source>
        <translation>Spuren (*.json)</translation>
    </message>
    <message>
        <source>Saving: %1</source>
        <translation>Speichert: %1</translation>
    </message>
</context>
<context>
    <name>awaitscope::StepSentence</name>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Es ist noch nichts geschehen.</translation>
    </message>
</context>
<context>
    <name>awaitscope::StepsPane</name>
    <message>
        <source>All steps</source>
        <translation>Alle Schritte</translation>
    </message>
    <message>
        <source>All steps in words</source>
        <translation>Alle Schritte in Worten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>awaitscope::StoryPane</name>
    <message>
        <source>Story</source>
        <translation>Geschichte</translation>
    </message>
    <message>
        <source>The scene before (Page Up)</source>
        <translation>Die Szene davor (Bild auf)</translation>
    </message>
    <message>
        <source>The next scene (Page Down)</source>
        <translation>Die nächste Szene (Bild ab)</translation>
    </message>
    <message>
        <source>Scene %1</source>
        <translation>Szene %1</translation>
    </message>
</context>
<context>
    <name>awaitscope::StoryText</name>
    <message>
        <source>Let the timeout fire while %1 is waiting</source>
        <translation>Den Timeout kommen lassen, während %1 wartet</translation>
    </message>
</context>
<context>
    <name>awaitscope::TimeRuler</name>
    <message>
        <source>Time. Press or drag: the playhead goes there. The wheel zooms.</source>
        <translation>Zeit. Drücken oder ziehen: Der Abspielkopf geht dorthin. Das Rad vergrößert.</translation>
    </message>
</context>
<context>
    <name>awaitscope::TimeoutField</name>
    <message>
        <source>No timeout</source>
        <translation>Kein Timeout</translation>
    </message>
    <message>
        <source>Let it run to its end (%1)</source>
        <translation>Bis zum Ende laufen lassen (%1)</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>250 ms, or none</source>
        <translation>250 ms, oder none</translation>
    </message>
</context>
<context>
    <name>awaitscope::TopBar</name>
    <message>
        <source>A cancel is</source>
        <translation>Abbrechen heißt</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Geschichte</translation>
    </message>
    <message>
        <source>Show or hide the story</source>
        <translation>Die Geschichte zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Show or hide the code, the console and the table</source>
        <translation>Code, Konsole und Tabelle zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Everything there is to do (%1)</source>
        <translation>Alles, was es zu tun gibt (%1)</translation>
    </message>
    <message>
        <source>Keys ?</source>
        <translation>Tasten ?</translation>
    </message>
    <message>
        <source>Theme: %1</source>
        <translation>Farben: %1</translation>
    </message>
    <message>
        <source>Light, dark, high contrast, or as the system. Next: %1</source>
        <translation>Hell, dunkel, hoher Kontrast oder wie das System. Weiter: %1</translation>
    </message>
</context>
<context>
    <name>awaitscope::Tour</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>End the tour (Escape). It is in the menu under Help.</source>
        <translation>Den Rundgang beenden (Esc). Er steht im Menü unter Hilfe.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>awaitscope::TransportBar</name>
    <message>
        <source>await</source>
        <translation>await</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>%1 loop</source>
        <translation>%1 Schleife</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <translation>Tempo %1</translation>
    </message>
    <message>
        <source>Speed (%1 %2), loop (%3); 1× plays the whole axis in 8 s</source>
        <translation>Tempo (%1 %2), Schleife (%3); 1× spielt die ganze Achse in 8 s</translation>
    </message>
</context>
</TS>
