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
        <translation>Den Timeout eintippen</translation>
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
        <source>Drop the earlier run</source>
        <translation>Den früheren Lauf verwerfen</translation>
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
        <translation>Abbrechen: nächste Bedeutung</translation>
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
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Copy a link to this</source>
        <translation>Einen Link hierauf kopieren</translation>
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
        <source>Save a picture…</source>
        <translation>Ein Bild speichern…</translation>
    </message>
    <message>
        <source>Save a trace for Perfetto…</source>
        <translation>Einen Trace für Perfetto speichern…</translation>
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
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Edit the code</source>
        <translation>Den Code ändern</translation>
    </message>
    <message>
        <source>Run my version</source>
        <translation>Meine Fassung ausführen</translation>
    </message>
    <message>
        <source>Stop compiling and running</source>
        <translation>Übersetzen und Ausführen anhalten</translation>
    </message>
    <message>
        <source>Run as I type</source>
        <translation>Ausführen, während ich tippe</translation>
    </message>
    <message>
        <source>Watch memory while it runs (AddressSanitizer)</source>
        <translation>Beim Lauf den Speicher überwachen (AddressSanitizer)</translation>
    </message>
    <message>
        <source>The next error</source>
        <translation>Der nächste Fehler</translation>
    </message>
    <message>
        <source>All that the compiler said…</source>
        <translation>Alles, was der Compiler sagte…</translation>
    </message>
    <message>
        <source>Restore these lines</source>
        <translation>Diese Zeilen zurückholen</translation>
    </message>
    <message>
        <source>Restore the whole original</source>
        <translation>Das ganze Original zurückholen</translation>
    </message>
    <message>
        <source>Copy code from a file…</source>
        <translation>Code aus einer Datei kopieren…</translation>
    </message>
    <message>
        <source>Save my version as…</source>
        <translation>Meine Fassung speichern unter…</translation>
    </message>
    <message>
        <source>Put my version away</source>
        <translation>Meine Fassung beiseitelegen</translation>
    </message>
    <message>
        <source>Clear compiled code</source>
        <translation>Übersetzten Code löschen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Open a lesson from a folder…</source>
        <translation>Eine Lektion aus einem Ordner öffnen…</translation>
    </message>
    <message>
        <source>Asio: stop the operation, not the coroutine</source>
        <translation>Asio: die Operation anhalten, nicht die Coroutine</translation>
    </message>
    <message>
        <source>Asio: stop the operation</source>
        <translation>Asio: die Operation anhalten</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>The room says %1</source>
        <translation>Das Publikum sagt %1</translation>
    </message>
    <message>
        <source>A … F</source>
        <translation>A … F</translation>
    </message>
    <message>
        <source>what the room answers</source>
        <translation>was das Publikum antwortet</translation>
    </message>
    <message>
        <source>Keep this as A</source>
        <translation>Als A behalten</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>A und B tauschen</translation>
    </message>
    <message>
        <source>Drop A</source>
        <translation>A beiseitelegen</translation>
    </message>
    <message>
        <source>Find what breaks it</source>
        <translation>Schwachstelle suchen</translation>
    </message>
    <message>
        <source>New sandbox</source>
        <translation>Neue Seite</translation>
    </message>
    <message>
        <source>Lanes: which, how high, in which order…</source>
        <translation>Spuren: welche, wie hoch, in welcher Reihenfolge…</translation>
    </message>
    <message>
        <source>0, Shift+L</source>
        <translation>0, Umschalt+L</translation>
    </message>
    <message>
        <source>the whole axis, the lanes</source>
        <translation>ganze Achse, die Spuren</translation>
    </message>
    <message>
        <source>Ctrl+N, O, S</source>
        <translation>Strg+N, O, S</translation>
    </message>
    <message>
        <source>new page, open, save</source>
        <translation>neue Seite, öffnen, speichern</translation>
    </message>
    <message>
        <source>Ctrl+ + − 0</source>
        <translation>Strg+ + − 0</translation>
    </message>
    <message>
        <source>larger, smaller, usual type</source>
        <translation>größere, kleinere, übliche Schrift</translation>
    </message>
    <message>
        <source>The path: all lessons…</source>
        <translation>Der Weg: alle Lektionen…</translation>
    </message>
    <message>
        <source>the path: all lessons</source>
        <translation>der Weg: alle Lektionen</translation>
    </message>
    <message>
        <source>Copy an earlier version of mine…</source>
        <translation>Eine frühere Fassung von mir übernehmen…</translation>
    </message>
    <message>
        <source>F5, V, B or .</source>
        <translation>F5, V, B oder .</translation>
    </message>
    <message>
        <source>Speaker&apos;s view</source>
        <translation>Rednersicht</translation>
    </message>
    <message>
        <source>A light at the pointer</source>
        <translation>Laser am Zeiger</translation>
    </message>
    <message>
        <source>a light at the pointer</source>
        <translation>Laser am Zeiger</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch (englisch)</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>About Awaitscope</source>
        <translation>Über Awaitscope</translation>
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
        <source>Ctrl+E</source>
        <translation>Strg+E</translation>
    </message>
    <message>
        <source>save a picture</source>
        <translation>ein Bild speichern</translation>
    </message>
    <message>
        <source>Weeks of traffic</source>
        <translation>Die Wochen im Betrieb</translation>
    </message>
    <message>
        <source>present, notes, blank</source>
        <translation>vorführen, Rednersicht, dunkel</translation>
    </message>
    <message>
        <source>X (held)</source>
        <translation>X (gehalten)</translation>
    </message>
    <message>
        <source>Cancel run() from outside: terminal</source>
        <translation>run() von außen abbrechen: terminal</translation>
    </message>
    <message>
        <source>Cancel run() from outside: partial</source>
        <translation>run() von außen abbrechen: partial</translation>
    </message>
    <message>
        <source>Cancel run() from outside: total</source>
        <translation>run() von außen abbrechen: total</translation>
    </message>
    <message>
        <source>K, Shift+K, F9</source>
        <translation>K, Umschalt+K, F9</translation>
    </message>
    <message>
        <source>keep as A, swap, break it</source>
        <translation>A behalten, tauschen, Schwachstelle</translation>
    </message>
    <message>
        <source>Put lines in order</source>
        <translation>Zeilen ordnen</translation>
    </message>
    <message>
        <source>Ctrl+↑ ↓, Enter</source>
        <translation>Strg+↑ ↓, Enter</translation>
    </message>
    <message>
        <source>move a line, in or out</source>
        <translation>Zeile rücken, rein, raus</translation>
    </message>
    <message>
        <source>E, Ctrl+R, F4, F8</source>
        <translation>E, Strg+R, F4, F8</translation>
    </message>
    <message>
        <source>edit, run, what there is, error</source>
        <translation>ändern, ausführen, was es gibt, Fehler</translation>
    </message>
    <message>
        <source>What the code can use</source>
        <translation>Was der Code benutzen kann</translation>
    </message>
    <message>
        <source>Read the lesson&apos;s folder again</source>
        <translation>Den Ordner der Lektion neu lesen</translation>
    </message>
    <message>
        <source>F7, Shift+F7</source>
        <translation>F7, Umschalt+F7</translation>
    </message>
    <message>
        <source>reread a folder, verify</source>
        <translation>Ordner neu lesen, prüfen</translation>
    </message>
    <message>
        <source>Verify the lesson</source>
        <translation>Die Lektion prüfen</translation>
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
    <name>AskPack</name>
    <message>
        <source>Run this code?</source>
        <translation>Diesen Code ausführen?</translation>
    </message>
    <message>
        <source>Compile and run it</source>
        <translation>Übersetzen und ausführen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
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
    <message>
        <source>, caught in line %1</source>
        <translation>, gefangen in Zeile %1</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>nichts wartet</translation>
    </message>
    <message>
        <source>the run ends here, by a fault</source>
        <translation>der Lauf endet hier, durch eine Störung</translation>
    </message>
    <message>
        <source>ends here</source>
        <translation>endet hier</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>Störung</translation>
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
        <translation>{1} kommt zu keinem Ende: {2} Ereignisse liefen, und es geht noch weiter. Beende die Schleife, oder lass in ihr Zeit vergehen.</translation>
    </message>
    <message>
        <source>{1} left the caller; the last coroutine to run was {2}. Catch it in the caller, or let the work not throw it.</source>
        <translation>{1} verließ den Aufrufer; zuletzt lief die Coroutine {2}. Fang sie im Aufrufer, oder lass die Arbeit sie nicht werfen.</translation>
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
        <translation>null oder {1}</translation>
    </message>
    <message>
        <source>none, or {1}</source>
        <translation>none oder {1}</translation>
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
    <message>
        <source>The stack has run over: a function calls itself without an end, or has very large local variables. Give the recursion an end.</source>
        <translation>Der Stapel ist übergelaufen: Eine Funktion ruft sich ohne Ende selbst auf oder hat sehr große lokale Variablen. Gib der Rekursion ein Ende.</translation>
    </message>
    <message>
        <source>It reads or writes memory that is not its own ({1}). Look for a null pointer, or a reference, pointer or iterator to something that is gone.</source>
        <translation>Er liest oder schreibt Speicher, der ihm nicht gehört ({1}). Such nach einem Nullzeiger, oder nach einer Referenz, einem Zeiger oder Iterator auf etwas, das es nicht mehr gibt.</translation>
    </message>
    <message>
        <source>It divides by zero, or the result is too large (SIGFPE).</source>
        <translation>Er teilt durch null, oder das Ergebnis ist zu groß (SIGFPE).</translation>
    </message>
    <message>
        <source>It ran into code that is no code (SIGILL): often a function that ends without its return.</source>
        <translation>Er geriet an etwas, das kein Code ist (SIGILL): oft eine Funktion, die ohne ihr return endet.</translation>
    </message>
    <message>
        <source>It gave up with abort(), after saying: {1}</source>
        <translation>Er gab mit abort() auf, nachdem er sagte: {1}</translation>
    </message>
    <message>
        <source>It gave up with abort().</source>
        <translation>Er gab mit abort() auf.</translation>
    </message>
    <message>
        <source>It wrote a file that grew beyond what it may: 1 MB.</source>
        <translation>Er schrieb eine Datei, die größer wurde, als er darf: 1 MB.</translation>
    </message>
    <message>
        <source>It asked the system for something that it may not do.</source>
        <translation>Er verlangte vom System etwas, das er nicht darf.</translation>
    </message>
    <message>
        <source>The system ended it (SIGKILL), most often because the machine had no memory left.</source>
        <translation>Das System hat ihn beendet (SIGKILL), meist weil der Rechner keinen Speicher mehr hatte.</translation>
    </message>
    <message>
        <source>It was ended by signal {1}.</source>
        <translation>Er wurde durch das Signal {1} beendet.</translation>
    </message>
    <message>
        <source>It does not come to an end: it computed for two seconds without reaching an await that takes time. Let the loop end, or wait in it.</source>
        <translation>Er kommt zu keinem Ende: Er rechnete zwei Sekunden, ohne ein await zu erreichen, das Zeit braucht. Beende die Schleife, oder warte in ihr.</translation>
    </message>
    <message>
        <source>It used up its memory, {1}. Look for a container that grows without an end.</source>
        <translation>Er hat seinen Speicher verbraucht, {1}. Such nach einem Container, der ohne Ende wächst.</translation>
    </message>
    <message>
        <source>It prints without an end: more than 1000 lines in one run. Print less, or let the loop end.</source>
        <translation>Er gibt ohne Ende Text aus: mehr als 1000 Zeilen in einem Lauf. Gib weniger aus, oder beende die Schleife.</translation>
    </message>
    <message>
        <source>It called exit({1}), which ends the whole program. End a coroutine with co_return.</source>
        <translation>Er rief exit({1}) auf, was das ganze Programm beendet. Beende eine Coroutine mit co_return.</translation>
    </message>
    <message>
        <source>The exception {1} was thrown where nobody can catch it: in a destructor, a noexcept function or a thread. Catch it there.</source>
        <translation>Die Ausnahme {1} wurde dort geworfen, wo niemand sie fangen kann: in einem Destruktor, einer noexcept-Funktion oder einem Thread. Fang sie dort.</translation>
    </message>
    <message>
        <source>An exception was thrown where nobody can catch it: in a destructor, a noexcept function or a thread. Catch it there.</source>
        <translation>Eine Ausnahme wurde dort geworfen, wo niemand sie fangen kann: in einem Destruktor, einer noexcept-Funktion oder einem Thread. Fang sie dort.</translation>
    </message>
    <message>
        <source>The program did not end when it was asked to: the destructor of a static object does not come back.</source>
        <translation>Das Programm endete nicht, als es sollte: Der Destruktor eines statischen Objekts kehrt nicht zurück.</translation>
    </message>
    <message>
        <source>It ended for a reason that it could not tell.</source>
        <translation>Er endete aus einem Grund, den er nicht nennen konnte.</translation>
    </message>
    <message>
        <source>It closed the file through which it answers, or broke it. Leave descriptors that you have not opened alone.</source>
        <translation>Er schloss die Datei, über die er antwortet, oder machte sie unbrauchbar. Lass Deskriptoren in Ruhe, die du nicht geöffnet hast.</translation>
    </message>
    <message>
        <source>It closed the file through which it answers. Leave descriptors that you have not opened alone.</source>
        <translation>Er schloss die Datei, über die er antwortet. Lass Deskriptoren in Ruhe, die du nicht geöffnet hast.</translation>
    </message>
    <message>
        <source>It did not answer, not even when it was asked to stop. It was ended.</source>
        <translation>Er antwortete nicht, auch nicht, als er aufhören sollte. Er wurde beendet.</translation>
    </message>
    <message>
        <source>It ended the whole program at once, with status {1} (_exit, quick_exit). End a coroutine with co_return.</source>
        <translation>Er beendete das ganze Programm auf der Stelle, mit dem Status {1} (_exit, quick_exit). Beende eine Coroutine mit co_return.</translation>
    </message>
    <message>
        <source>It uses memory that was given back before. ({1})</source>
        <translation>Er benutzt Speicher, der schon zurückgegeben war. ({1})</translation>
    </message>
    <message>
        <source>It reads or writes beyond the end of what it allocated. ({1})</source>
        <translation>Er liest oder schreibt hinter dem Ende dessen, was er angefordert hat. ({1})</translation>
    </message>
    <message>
        <source>It uses a local variable of a function that has returned. ({1})</source>
        <translation>Er benutzt eine lokale Variable einer Funktion, die zurückgekehrt ist. ({1})</translation>
    </message>
    <message>
        <source>It uses a local variable whose block is over. ({1})</source>
        <translation>Er benutzt eine lokale Variable, deren Block vorbei ist. ({1})</translation>
    </message>
    <message>
        <source>It reads or writes beyond the end of a local variable. ({1})</source>
        <translation>Er liest oder schreibt hinter dem Ende einer lokalen Variablen. ({1})</translation>
    </message>
    <message>
        <source>The stack has run over: a function calls itself without an end. ({1})</source>
        <translation>Der Stapel ist übergelaufen: Eine Funktion ruft sich ohne Ende selbst auf. ({1})</translation>
    </message>
    <message>
        <source>It reads or writes beyond the end of a global variable. ({1})</source>
        <translation>Er liest oder schreibt hinter dem Ende einer globalen Variablen. ({1})</translation>
    </message>
    <message>
        <source>It gives memory back twice. ({1})</source>
        <translation>Er gibt Speicher zweimal zurück. ({1})</translation>
    </message>
    <message>
        <source>It gives memory back in another way than it got it. ({1})</source>
        <translation>Er gibt Speicher auf andere Weise zurück, als er ihn bekam. ({1})</translation>
    </message>
    <message>
        <source>It reads or writes memory that is not its own. ({1})</source>
        <translation>Er liest oder schreibt Speicher, der ihm nicht gehört. ({1})</translation>
    </message>
    <message>
        <source>AddressSanitizer found: {1}.</source>
        <translation>AddressSanitizer fand: {1}.</translation>
    </message>
    <message>
        <source>It does what C++ does not define: {1}. ({2})</source>
        <translation>Er tut, was C++ nicht definiert: {1}. ({2})</translation>
    </message>
    <message>
        <source>What it answered is no run. Leave the files alone that you have not opened.</source>
        <translation>Was er antwortete, ist kein Lauf. Lass Dateien in Ruhe, die du nicht geöffnet hast.</translation>
    </message>
    <message>
        <source>The run was stopped.</source>
        <translation>Der Lauf wurde angehalten.</translation>
    </message>
    <message>
        <source>The lesson calls {1}, which the file does not define. Define it with just these parameters.</source>
        <translation>Die Lektion ruft {1} auf, was die Datei nicht definiert. Definier es mit genau diesen Parametern.</translation>
    </message>
    <message>
        <source>The compiled code cannot be loaded: {1}</source>
        <translation>Der übersetzte Code lässt sich nicht laden: {1}</translation>
    </message>
    <message>
        <source>This is no module of Awaitscope: it lacks what every module has.</source>
        <translation>Das ist kein Modul von Awaitscope: Ihm fehlt, was jedes Modul hat.</translation>
    </message>
    <message>
        <source>The module was made for another version of Awaitscope. Clear the cache of compiled code, and run it again.</source>
        <translation>Das Modul wurde für eine andere Version von Awaitscope gemacht. Leere den Speicher für übersetzten Code, und führ den Code noch einmal aus.</translation>
    </message>
    <message>
        <source>This system refuses the limits within which changed code runs.</source>
        <translation>Dieses System verweigert die Grenzen, in denen geänderter Code läuft.</translation>
    </message>
    <message>
        <source>There is no C++ compiler, which running changed code needs. What you type is kept. Install one (Debian, Ubuntu: {1}) and run it again.</source>
        <translation>Es gibt keinen C++-Compiler, den geänderter Code zum Laufen braucht. Was du tippst, bleibt erhalten. Installier einen (Debian, Ubuntu: {1}), und führ den Code noch einmal aus.</translation>
    </message>
    <message>
        <source>The program awaitscope-worker, which runs changed code, is not beside this one. Install or build Awaitscope again.</source>
        <translation>Das Programm awaitscope-worker, das geänderten Code ausführt, liegt nicht neben diesem. Installier oder bau Awaitscope neu.</translation>
    </message>
    <message>
        <source>The compiler has no AddressSanitizer (Debian: libasan8). Install it, or run without.</source>
        <translation>Der Compiler hat keinen AddressSanitizer (Debian: libasan8). Installier ihn, oder führ den Code ohne ihn aus.</translation>
    </message>
    <message>
        <source>The folder for compiled code cannot be written. Make it writable, or set XDG_CACHE_HOME to another one.</source>
        <translation>In den Ordner für übersetzten Code kann nicht geschrieben werden. Erlaub es, oder nenn mit XDG_CACHE_HOME einen anderen.</translation>
    </message>
    <message>
        <source>There is no room to compile in: a folder in {1} could not be written. Make room there, or set TMPDIR to another folder.</source>
        <translation>Zum Übersetzen ist kein Platz: Ein Ordner in {1} ließ sich nicht schreiben. Schaff dort Platz, oder nenn mit TMPDIR einen anderen Ordner.</translation>
    </message>
    <message>
        <source>There is no room to run in: no folder can be made in {1}. Make room there, or set TMPDIR to another folder.</source>
        <translation>Zum Ausführen ist kein Platz: In {1} lässt sich kein Ordner anlegen. Schaff dort Platz, oder nenn mit TMPDIR einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The program that runs changed code cannot be started: {1}. Install or build Awaitscope again.</source>
        <translation>Das Programm, das geänderten Code ausführt, lässt sich nicht starten: {1}. Installier oder bau Awaitscope neu.</translation>
    </message>
    <message>
        <source>The compiler took too long for {1}. Try it again when the machine has less to do.</source>
        <translation>Der Compiler brauchte zu lange für {1}. Versuch es noch einmal, wenn der Rechner weniger zu tun hat.</translation>
    </message>
    <message>
        <source>The compiler cannot make {1}: {2} Does this machine have the packages that Awaitscope was built with (libboost1.81-dev)?</source>
        <translation>Der Compiler kann {1} nicht machen: {2} Hat dieser Rechner die Pakete, mit denen Awaitscope gebaut wurde (libboost1.81-dev)?</translation>
    </message>
    <message>
        <source>The compiler did not come to an end.</source>
        <translation>Der Compiler kam zu keinem Ende.</translation>
    </message>
    <message>
        <source>What you type cannot be saved: {1}. Make room, or make the folder writable. Until then it is in this window only.</source>
        <translation>Was du tippst, lässt sich nicht speichern: {1}. Schaff Platz, oder erlaub das Schreiben in den Ordner. Bis dahin steht es nur in diesem Fenster.</translation>
    </message>
    <message>
        <source>A conditional operator stands inside a co_await expression.</source>
        <translation>In einem co_await-Ausdruck steht ein bedingter Operator.</translation>
    </message>
    <message>
        <source>g++ 12 destroys a temporary of such an expression twice, and the program may crash or lose what it holds. Give the result of ?: a name in a line of its own, and await that.</source>
        <translation>g++ 12 zerstört ein temporäres Objekt eines solchen Ausdrucks zweimal, und das Programm kann abstürzen oder verlieren, was es hält. Gib dem Ergebnis von ?: in einer eigenen Zeile einen Namen, und warte auf diesen.</translation>
    </message>
    <message>
        <source>g++ 12 uses what was awaited between ? and : after it was destroyed. Use if and else.</source>
        <translation>g++ 12 benutzt, worauf zwischen ? und : gewartet wurde, nachdem es zerstört ist. Nimm if und else.</translation>
    </message>
    <message>
        <source>A co_await stands inside the braces of an initialiser.</source>
        <translation>In den geschweiften Klammern einer Initialisierung steht ein co_await.</translation>
    </message>
    <message>
        <source>If they are those of an aggregate, g++ 12 copies the awaited value out of memory that was given back. Give the value a name in a line of its own, and put that between the braces.</source>
        <translation>Sind es die eines Aggregats, so kopiert g++ 12 den erwarteten Wert aus Speicher, der schon zurückgegeben ist. Gib dem Wert in einer eigenen Zeile einen Namen, und setz diesen zwischen die Klammern.</translation>
    </message>
    <message>
        <source>The condition of this {1} holds a co_await, and the coroutine has no variable.</source>
        <translation>In der Bedingung dieses {1} steht ein co_await, und die Coroutine hat keine Variable.</translation>
    </message>
    <message>
        <source>g++ 12 makes code of such a coroutine that never runs, or that is no code. Give what is awaited a name in a line of its own, and test that.</source>
        <translation>g++ 12 macht aus einer solchen Coroutine Code, der nie läuft oder keiner ist. Gib in einer eigenen Zeile dem Erwarteten einen Namen, und prüf diesen.</translation>
    </message>
    <message>
        <source>The coroutine {1} takes a reference.</source>
        <translation>Die Coroutine {1} nimmt eine Referenz.</translation>
    </message>
    <message>
        <source>A coroutine goes on after its caller&apos;s expression is over. What the reference refers to may be gone by the first co_await. Take it by value.</source>
        <translation>Eine Coroutine läuft weiter, wenn der Ausdruck ihres Aufrufers vorbei ist. Worauf die Referenz verweist, kann es beim ersten co_await nicht mehr geben. Nimm den Wert selbst.</translation>
    </message>
    <message>
        <source>A lambda that captures is a coroutine.</source>
        <translation>Ein Lambda, das Variablen einfängt, ist eine Coroutine.</translation>
    </message>
    <message>
        <source>What it captures lives in the lambda, not in the coroutine. If the lambda is gone at the first co_await, the coroutine reads memory that is not its own. Pass what it needs as parameters by value, or keep the lambda until the coroutine has ended.</source>
        <translation>Was es einfängt, lebt im Lambda, nicht in der Coroutine. Gibt es das Lambda beim ersten co_await nicht mehr, liest die Coroutine Speicher, der ihr nicht gehört. Übergib, was sie braucht, als Parameter und als Wert, oder behalt das Lambda, bis die Coroutine geendet hat.</translation>
    </message>
    <message>
        <source>A co_await is missing: the line makes the coroutine or the operation and throws it away, so that it never runs. Write co_await before it.</source>
        <translation>Es fehlt ein co_await: Die Zeile macht die Coroutine oder Operation und wirft sie weg, sodass sie nie läuft. Schreib co_await davor.</translation>
    </message>
    <message>
        <source>A co_await is missing: without it one has the awaitable, and not what comes of it. Write co_await before the call.</source>
        <translation>Es fehlt ein co_await: Ohne es hat man das Awaitable und nicht, was daraus wird. Schreib co_await vor den Aufruf.</translation>
    </message>
    <message>
        <source>A coroutine ends with co_return, not with return.</source>
        <translation>Eine Coroutine endet mit co_return, nicht mit return.</translation>
    </message>
    <message>
        <source>This coroutine is an awaitable&lt;void&gt;: it has nothing to give back. Write co_return; alone, or let it return awaitable&lt;T&gt; of what it gives.</source>
        <translation>Diese Coroutine ist ein awaitable&lt;void&gt;: Sie hat nichts zurückzugeben. Schreib nur co_return; oder lass sie awaitable&lt;T&gt; dessen zurückgeben, was sie liefert.</translation>
    </message>
    <message>
        <source>This coroutine promises a value: its co_return must name one.</source>
        <translation>Diese Coroutine verspricht einen Wert: Ihr co_return muss einen nennen.</translation>
    </message>
    <message>
        <source>the precompiled header</source>
        <translation>den vorübersetzten Header</translation>
    </message>
    <message>
        <source>the lesson&apos;s scenario.cpp</source>
        <translation>das scenario.cpp der Lektion</translation>
    </message>
    <message>
        <source>your file</source>
        <translation>deine Datei</translation>
    </message>
    <message>
        <source>It does not go on: it waits outside of the virtual clock. Wait with co_await and the sandbox&apos;s own sleep_for, which take no real time.</source>
        <translation>Er geht nicht weiter: Er wartet außerhalb der virtuellen Uhr. Warte mit co_await und dem sleep_for des Sandkastens, die keine wirkliche Zeit brauchen.</translation>
    </message>
    <message>
        <source>The lesson&apos;s scenario.cpp does not compile: {1}</source>
        <translation>Das scenario.cpp der Lektion lässt sich nicht übersetzen: {1}</translation>
    </message>
    <message>
        <source>The lesson {1} cannot be run, as its files have mistakes: {2} All of them: awaitscope-cli verify {3}.</source>
        <translation>Die Lektion {1} kann nicht laufen, weil ihre Dateien Fehler haben: {2} Alle davon: awaitscope-cli verify {3}.</translation>
    </message>
    <message>
        <source>The lesson has no parameter {1}. Those of its lesson.toml: {2}.</source>
        <translation>Die Lektion hat keinen Parameter {1}. Die in ihrer lesson.toml: {2}.</translation>
    </message>
    <message>
        <source>The lesson has no parameter {1}. Its lesson.toml names none.</source>
        <translation>Die Lektion hat keinen Parameter {1}. Ihre lesson.toml nennt keine.</translation>
    </message>
    <message>
        <source>{1} left a handler; the last coroutine to run was {2}. Catch it in the handler, or let the work not throw it.</source>
        <translation>{1} verließ einen Handler; die letzte Coroutine, die lief, war {2}. Fang sie im Handler, oder lass die Arbeit sie nicht werfen.</translation>
    </message>
    <message>
        <source>{1} left the scenario&apos;s {2}, where nobody catches it. Mend what throws it.</source>
        <translation>{1} verließ {2} des Szenarios, wo niemand sie fängt. Bring in Ordnung, was sie wirft.</translation>
    </message>
    <message>
        <source>It made something of Asio&apos;s that belongs to the real world, such as a socket, a pipe or a signal set, and neither network nor devices are to be had on the virtual clock. Use the parts of the teaching world.</source>
        <translation>Er hat etwas von Asio angelegt, das zur wirklichen Welt gehört, etwa einen Socket, eine Pipe oder ein signal_set, und auf der virtuellen Uhr gibt es weder Netz noch Geräte. Nimm die Teile der Lehrwelt.</translation>
    </message>
    <message>
        <source>It makes a socket, and no network is to be had on the virtual clock. Use http.make_request, or a Stream of the teaching world.</source>
        <translation>Er legt einen Socket an, und auf der virtuellen Uhr gibt es kein Netz. Nimm http.make_request oder einen Stream der Lehrwelt.</translation>
    </message>
    <message>
        <source>It makes an acceptor, and no network is to be had on the virtual clock. Let the client be a coroutine that is started with spawn, and give both a Stream of the teaching world.</source>
        <translation>Er legt einen Acceptor an, und auf der virtuellen Uhr gibt es kein Netz. Lass den Client eine Coroutine sein, die mit spawn gestartet wird, und gib beiden einen Stream der Lehrwelt.</translation>
    </message>
    <message>
        <source>It looks up a name of the network, and no network is to be had on the virtual clock. Use http.make_request, which needs no address.</source>
        <translation>Er sucht einen Namen im Netz, und auf der virtuellen Uhr gibt es kein Netz. Nimm http.make_request, das keine Adresse braucht.</translation>
    </message>
    <message>
        <source>It waits for signals of the system, and none comes on the virtual clock. Let the timeout cancel, or emit an asio::cancellation_signal.</source>
        <translation>Er wartet auf Signale des Systems, und auf der virtuellen Uhr kommt keines. Lass den Timeout abbrechen, oder lös ein asio::cancellation_signal aus.</translation>
    </message>
    <message>
        <source>It opens a serial port, and no devices are to be had on the virtual clock. Use a Stream of the teaching world.</source>
        <translation>Er öffnet eine serielle Schnittstelle, und auf der virtuellen Uhr gibt es keine Geräte. Nimm einen Stream der Lehrwelt.</translation>
    </message>
    <message>
        <source>It makes a pipe, and nothing of the system can be waited for on the virtual clock. Use a Stream or a Queue of the teaching world.</source>
        <translation>Er legt eine Pipe an, und auf der virtuellen Uhr kann man auf nichts vom System warten. Nimm einen Stream oder eine Queue der Lehrwelt.</translation>
    </message>
    <message>
        <source>It opens a file to wait for it, and nothing of the system can be waited for on the virtual clock. Keep the text in a variable, or use a Stream of the teaching world.</source>
        <translation>Er öffnet eine Datei, um auf sie zu warten, und auf der virtuellen Uhr kann man auf nichts vom System warten. Behalt den Text in einer Variablen, oder nimm einen Stream der Lehrwelt.</translation>
    </message>
    <message>
        <source>It asks for a descriptor to wait for, and nothing of the system can be waited for on the virtual clock. Use a Stream or a Queue of the teaching world.</source>
        <translation>Er verlangt einen Deskriptor, um auf ihn zu warten, und auf der virtuellen Uhr kann man auf nichts vom System warten. Nimm einen Stream oder eine Queue der Lehrwelt.</translation>
    </message>
    <message>
        <source>It makes a thread pool, and a run has one thread, so that it is the same each time. Start work with spawn, or post to the coroutine&apos;s own executor: co_await asio::this_coro::executor.</source>
        <translation>Er legt einen Thread-Pool an, und ein Lauf hat einen einzigen Thread, damit er jedes Mal gleich ist. Starte Arbeit mit spawn, oder stell sie dem Executor der Coroutine zu: co_await asio::this_coro::executor.</translation>
    </message>
    <message>
        <source>It starts a thread (std::thread, std::jthread, std::async), and a run has one thread, so that it is the same each time. Start work with spawn, or await several coroutines at once with &amp;&amp;.</source>
        <translation>Er startet einen Thread (std::thread, std::jthread, std::async), und ein Lauf hat einen einzigen Thread, damit er jedes Mal gleich ist. Starte Arbeit mit spawn, oder warte mit &amp;&amp; auf mehrere Coroutinen zugleich.</translation>
    </message>
    <message>
        <source>It makes an io_context of its own, whose time is real, while that of a run is virtual. Use the coroutine&apos;s own executor: co_await asio::this_coro::executor.</source>
        <translation>Er legt einen eigenen io_context an, dessen Zeit wirklich ist, während die eines Laufs virtuell ist. Nimm den Executor der Coroutine: co_await asio::this_coro::executor.</translation>
    </message>
    <message>
        <source>It uses the system_executor, which runs work on threads of its own, and a run has one thread. Use the coroutine&apos;s own executor: co_await asio::this_coro::executor.</source>
        <translation>Er benutzt den system_executor, der Arbeit auf eigenen Threads ausführt, und ein Lauf hat einen einzigen Thread. Nimm den Executor der Coroutine: co_await asio::this_coro::executor.</translation>
    </message>
    <message>
        <source>It makes an execution context of Asio&apos;s own, whose time is real, while that of a run is virtual. Use the coroutine&apos;s own executor: co_await asio::this_coro::executor.</source>
        <translation>Er legt einen eigenen Ausführungskontext von Asio an, dessen Zeit wirklich ist, während die eines Laufs virtuell ist. Nimm den Executor der Coroutine: co_await asio::this_coro::executor.</translation>
    </message>
    <message>
        <source>It makes a timer whose clock is none of the standard library&apos;s: that waits in real time. Use asio::steady_timer or asio::system_timer, which wait in virtual time.</source>
        <translation>Er legt einen Timer an, dessen Uhr keine der Standardbibliothek ist: Er wartet in wirklicher Zeit. Nimm asio::steady_timer oder asio::system_timer, die in virtueller Zeit warten.</translation>
    </message>
    <message>
        <source>It puts the thread to sleep in real time, while virtual time stands still. Wait with co_await: sleep_for of the teaching world, or async_wait of an asio::steady_timer.</source>
        <translation>Er lässt den Thread in wirklicher Zeit schlafen, während die virtuelle Zeit stillsteht. Warte mit co_await: auf sleep_for der Lehrwelt oder async_wait eines asio::steady_timer.</translation>
    </message>
    <message>
        <source>It waits for a timer with the thread, and no virtual time passes meanwhile. Use co_await timer.async_wait(asio::use_awaitable).</source>
        <translation>Er wartet mit dem Thread auf einen Timer, und währenddessen vergeht keine virtuelle Zeit. Nimm co_await timer.async_wait(asio::use_awaitable).</translation>
    </message>
    <message>
        <source>It waits for a future with the thread, which alone could bring its value: that would be for ever. Use co_await with asio::use_awaitable in place of asio::use_future.</source>
        <translation>Er wartet mit dem Thread auf ein Future, dessen Wert nur dieser Thread bringen könnte: Das wäre für immer. Nimm co_await mit asio::use_awaitable statt asio::use_future.</translation>
    </message>
    <message>
        <source>It waits with the thread for another one, to free a mutex or to wake it, and a run has one thread: that would be for ever. Wait with co_await, for a Queue of the teaching world or a timer.</source>
        <translation>Er wartet mit dem Thread auf einen anderen, der einen Mutex freigibt oder ihn weckt, und ein Lauf hat einen einzigen Thread: Das wäre für immer. Warte mit co_await, auf eine Queue der Lehrwelt oder einen Timer.</translation>
    </message>
    <message>
        <source>It starts another process, and a run is one process, so that it is the same each time. Let a coroutine do the work, or use http.make_request for what another program would answer.</source>
        <translation>Er startet einen anderen Prozess, und ein Lauf ist ein einziger Prozess, damit er jedes Mal gleich ist. Lass eine Coroutine die Arbeit tun, oder nimm http.make_request für das, was ein anderes Programm antworten würde.</translation>
    </message>
    <message>
        <source>There is more than one co_await in this statement. Give each a statement on a line of its own.</source>
        <translation>In dieser Anweisung steht mehr als ein co_await. Gib jedem eine Anweisung in einer eigenen Zeile.</translation>
    </message>
    <message>
        <source>An await is known by its line: those of one statement have one name and one number between them, and a timeout cannot be aimed at each.</source>
        <translation>Ein await erkennt man an seiner Zeile: Die einer Anweisung haben zusammen einen Namen und eine Nummer, und ein Timeout kann nicht auf jedes einzelne zielen.</translation>
    </message>
    <message>
        <source>No file can be waited for on the virtual clock. Keep the text in a variable, or use a Stream of the teaching world.</source>
        <translation>Auf der virtuellen Uhr kann man auf keine Datei warten. Behalt den Text in einer Variablen, oder nimm einen Stream der Lehrwelt.</translation>
    </message>
    <message>
        <source>Rust drop cannot take {1} from where it waits, {2}: what waits in a strand&apos;s queue, or in a channel without a cancellation slot, is out of its reach. Await it in the race itself, or choose Asio cancel.</source>
        <translation>Rust-Drop kann {1} nicht von dort holen, wo es wartet, {2}: Was in der Queue eines strand wartet oder an einem Kanal ohne cancellation slot, erreicht es nicht. Warte darauf im Rennen selbst, oder wähl Asio-Abbruch.</translation>
    </message>
    <message>
        <source>A channel of Boost before 1.82 is used.</source>
        <translation>Hier steht ein Kanal eines Boost vor 1.82.</translation>
    </message>
    <message>
        <source>Once a receive was cancelled it takes nothing into its buffer, and who sends waits for ever (Asio&apos;s issue 1241). Queue of the teaching world does not.</source>
        <translation>Wurde einmal ein Empfang abgebrochen, nimmt er nichts mehr in seinen Puffer auf, und wer sendet, wartet für immer (Asios Issue 1241). Die Queue der Lehrwelt tut das nicht.</translation>
    </message>
    <message>
        <source>The teaching world has a name like it. Write :: before it to mean your own, or call yours otherwise.</source>
        <translation>Die Lehrwelt hat denselben Namen. Schreib :: davor, um deinen zu meinen, oder nenn ihn anders.</translation>
    </message>
    <message>
        <source>cancel is for a sandbox, a C++ file of one&apos;s own; in a lesson the caller&apos;s race cancels. Allowed: timeout.</source>
        <translation>cancel ist für einen Sandkasten, eine eigene C++-Datei; in einer Lektion bricht das Rennen des Aufrufers ab. Erlaubt: timeout.</translation>
    </message>
    <message>
        <source>There are both cancel and {1}, and the file does not call timeout(): both would cancel run(). Allowed: one of them.</source>
        <translation>Es stehen cancel und {1} da, und die Datei ruft timeout() nicht auf: Beide brächen run() ab. Erlaubt: eines davon.</translation>
    </message>
    <message>
        <source>A semicolon is missing at the end of this line.</source>
        <translation>Am Ende dieser Zeile fehlt ein Semikolon.</translation>
    </message>
    <message>
        <source>There is one } too many, or a { is missing before it.</source>
        <translation>Hier ist eine } zu viel, oder davor fehlt eine {.</translation>
    </message>
    <message>
        <source>The { of this line is never closed: a } is missing.</source>
        <translation>Die { dieser Zeile wird nie geschlossen: Eine } fehlt.</translation>
    </message>
    <message>
        <source>This } closes the { of line {1}: a { is missing between them.</source>
        <translation>Diese } schließt die { von Zeile {1}: Dazwischen fehlt eine {.</translation>
    </message>
    <message>
        <source>Nothing here is called {1}. Did you mean {2}?</source>
        <translation>Nichts heißt hier {1}. Meinst du {2}?</translation>
    </message>
    <message>
        <source>Nothing here is called {1}.</source>
        <translation>Nichts heißt hier {1}.</translation>
    </message>
    <message>
        <source>{1} has nothing called {2}. Did you mean {3}?</source>
        <translation>{1} hat nichts, das {2} heißt. Meinst du {3}?</translation>
    </message>
    <message>
        <source>{1} has nothing called {2}.</source>
        <translation>{1} hat nichts, das {2} heißt.</translation>
    </message>
    <message>
        <source>There is no co_await and no co_return in it: it is an ordinary function that gives back nothing, and no coroutine. Write co_return; at its end.</source>
        <translation>Darin steht weder co_await noch co_return: Es ist eine gewöhnliche Funktion, die nichts zurückgibt, und keine Coroutine. Schreib co_return; an ihr Ende.</translation>
    </message>
    <message>
        <source>1 to {1}, the number of a scene</source>
        <translation>1 bis {1}, die Nummer einer Szene</translation>
    </message>
    <message>
        <source>There is cancel_type={1} with {2}, which sends no type to run(). Allowed: cancel_type with model=asio and cancel_on=coroutine.</source>
        <translation>Da steht cancel_type={1} mit {2}, was run() keine Art schickt. Erlaubt: cancel_type mit model=asio und cancel_on=coroutine.</translation>
    </message>
    <message>
        <source>There is cancel_type={1}, and nothing cancels run() from outside, as the file calls timeout() itself. Allowed: cancel_type with a cancel, such as cancel=100ms.</source>
        <translation>Da steht cancel_type={1}, und nichts bricht run() von außen ab, da die Datei timeout() selbst aufruft. Erlaubt: cancel_type mit einem cancel wie cancel=100ms.</translation>
    </message>
</context>
<context>
    <name>EditedLessons</name>
    <message>
        <source>My version</source>
        <translation>Meine Fassung</translation>
    </message>
    <message>
        <source>My %1 version</source>
        <translation>Meine Fassung, %1</translation>
    </message>
</context>
<context>
    <name>Flag</name>
    <message>
        <source>ends the page&apos;s own timeout()</source>
        <translation>beendet timeout() der Seite</translation>
    </message>
    <message>
        <source>stops the operation that run() waits for, from outside</source>
        <translation>hält von außen die Operation an, auf die run() wartet</translation>
    </message>
    <message>
        <source>drops run(): its frames are destroyed where they wait</source>
        <translation>verwirft run(): Seine Frames werden zerstört, wo sie warten</translation>
    </message>
    <message>
        <source>stops nobody: the page has no timeout() to lose against</source>
        <translation>hält niemanden an: Die Seite hat kein timeout(), gegen das sie verlieren könnte</translation>
    </message>
    <message>
        <source>%1; run() is cancelled from outside at %2 (%3)</source>
        <translation>%1; run() wird nach %2 von außen abgebrochen (%3)</translation>
    </message>
    <message>
        <source>cancels run() from outside (%1)</source>
        <translation>bricht run() von außen ab (%1)</translation>
    </message>
    <message>
        <source>cancels run() from outside (%1): heard only where it enables that</source>
        <translation>bricht run() von außen ab (%1): gehört nur, wo es das einschaltet</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Low, without words</source>
        <translation>Niedrig, ohne Worte</translation>
    </message>
    <message>
        <source>As they begin</source>
        <translation>Nach Beginn</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>The busiest first</source>
        <translation>Die beschäftigtsten zuerst</translation>
    </message>
    <message>
        <source>Show all lanes in full</source>
        <translation>Alle Spuren ganz zeigen</translation>
    </message>
</context>
<context>
    <name>LessonPath</name>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Anfangen</translation>
    </message>
    <message>
        <source>The sandbox</source>
        <translation>Der Sandkasten</translation>
    </message>
    <message>
        <source>A blank page for coroutines of your own.</source>
        <translation>Eine leere Seite für eigene Coroutinen.</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Left over: %1</source>
        <translation>Übrig: %1</translation>
    </message>
    <message>
        <source>Line %1 of %2: %3</source>
        <translation>Zeile %1 von %2: %3</translation>
    </message>
    <message>
        <source>No line lies yet. Drag them up, or press Enter:</source>
        <translation>Noch ist nichts gelegt. Zieh Zeilen hinauf, oder drück Enter:</translation>
    </message>
    <message>
        <source>None is left over.</source>
        <translation>Keine ist übrig.</translation>
    </message>
    <message>
        <source>Left over:</source>
        <translation>Übrig:</translation>
    </message>
</context>
<context>
    <name>Offered</name>
    <message>
        <source>Waits for what follows. Here a cancellation can arrive, and then the lines below may never run.</source>
        <translation>Wartet auf das, was folgt. Hier kann ein Abbruch ankommen, und dann laufen die Zeilen darunter vielleicht nie.</translation>
    </message>
    <message>
        <source>A timer of Asio&apos;s, in virtual time: expires_after(), expires_at(), cancel(). Throws operation_aborted when it is cancelled.</source>
        <translation>Ein Timer von Asio, in virtueller Zeit: expires_after(), expires_at(), cancel(). Wirft operation_aborted, wenn er abgebrochen wird.</translation>
    </message>
    <message>
        <source>Waits for that much virtual time, without a timer of one&apos;s own.</source>
        <translation>Wartet so viel virtuelle Zeit, ohne einen eigenen Timer.</translation>
    </message>
    <message>
        <source>Work against the timeout that you drag; whoever comes second is cancelled, in the way that was chosen. What it gives tells the winner.</source>
        <translation>Arbeit gegen den Timeout, den du ziehst; wer Zweiter wird, wird abgebrochen, und zwar so, wie es gewählt ist. Das Ergebnis nennt den Gewinner.</translation>
    </message>
    <message>
        <source>The first of two, by Asio&apos;s own operator; &amp;&amp; waits for both.</source>
        <translation>Das Erste von zweien, mit Asios eigenem Operator; &amp;&amp; wartet auf beide.</translation>
    </message>
    <message>
        <source>Starts a coroutine that goes on beside this one, with a row of its own. Nobody here waits for it.</source>
        <translation>Startet eine Coroutine, die neben dieser weiterläuft, mit einer eigenen Spur. Hier wartet niemand auf sie.</translation>
    </message>
    <message>
        <source>A line in the console, with its time.</source>
        <translation>Eine Zeile in der Konsole, mit ihrer Zeit.</translation>
    </message>
    <message>
        <source>Something that happened to the world and stays so, as a write does. The map and the table tell runs apart by it.</source>
        <translation>Etwas, das in der Welt geschehen ist und so bleibt, wie nach dem Schreiben. Karte und Tabelle unterscheiden die Läufe daran.</translation>
    </message>
    <message>
        <source>What must be true here, most often in judge(), after all is over; with the sentence that says so.</source>
        <translation>Was hier wahr sein muss, meist in judge(), wenn alles vorbei ist; mit dem Satz, der es sagt.</translation>
    </message>
    <message>
        <source>A stretch on a row of your own, until what it gives is destroyed or its end() is called.</source>
        <translation>Ein Abschnitt auf einer eigenen Spur, bis das Ergebnis zerstört oder sein end() aufgerufen wird.</translation>
    </message>
    <message>
        <source>What that part of the world holds from now on.</source>
        <translation>Was dieser Teil der Welt ab jetzt enthält.</translation>
    </message>
    <message>
        <source>The value, if it is still fresh; nothing otherwise. It does not wait.</source>
        <translation>Der Wert, wenn er noch frisch ist; sonst nichts. Wartet nicht.</translation>
    </message>
    <message>
        <source>What there is, fresh or expired, with its age in words.</source>
        <translation>Was da ist, frisch oder abgelaufen, mit dem Alter in Worten.</translation>
    </message>
    <message>
        <source>Stores the value. It does not wait: an effect, “cache.set”.</source>
        <translation>Speichert den Wert. Wartet nicht: eine Wirkung, „cache.set“.</translation>
    </message>
    <message>
        <source>Asks the service downstream and waits for its answer. A cancellation of the type “total” does not stop it.</source>
        <translation>Fragt den Dienst dahinter und wartet auf seine Antwort. Ein Abbruch vom Typ „total“ hält es nicht auf.</translation>
    </message>
    <message>
        <source>Waits until the client is ready, then it gets the message. Cancelled before, it gets nothing, and the message is gone.</source>
        <translation>Wartet, bis der Client bereit ist, dann bekommt er die Nachricht. Wird das Warten abgebrochen, bekommt er nichts, und die Nachricht ist weg.</translation>
    </message>
    <message>
        <source>Answers the client with what a cache had. It waits for nobody.</source>
        <translation>Antwortet dem Client mit dem, was ein Cache hatte. Wartet auf niemanden.</translation>
    </message>
    <message>
        <source>Waits for room, then the item is in the queue. Cancelled while it waits, the item is gone: who must not lose it reserves first.</source>
        <translation>Wartet auf Platz, dann ist das Element in der Queue. Wird das Warten abgebrochen, ist das Element weg: Wer es nicht verlieren darf, reserviert zuerst.</translation>
    </message>
    <message>
        <source>Waits for a place in the queue; the permit&apos;s send(item) then puts one there without waiting.</source>
        <translation>Wartet auf einen Platz in der Queue; send(item) auf der Reservierung legt dann sofort eines hinein.</translation>
    </message>
    <message>
        <source>Waits for an item. Cancelled while it waits, none is lost.</source>
        <translation>Wartet auf ein Element. Wird das Warten abgebrochen, geht keines verloren.</translation>
    </message>
    <message>
        <source>Puts it into the queue at once, or gives false: the queue is full or closed.</source>
        <translation>Legt es sofort in die Queue, oder liefert false: Sie ist voll oder geschlossen.</translation>
    </message>
    <message>
        <source>An item at once; nothing if the queue is empty.</source>
        <translation>Sofort ein Element; nichts, wenn die Queue leer ist.</translation>
    </message>
    <message>
        <source>Waits for the lock, which is held until what it gives is destroyed. First come, first served.</source>
        <translation>Wartet auf die Sperre, die gehalten wird, bis das Ergebnis zerstört wird. Wer zuerst kommt, bekommt sie zuerst.</translation>
    </message>
    <message>
        <source>Waits for one of so many permits. Nobody gives it back for you: call release().</source>
        <translation>Wartet auf eine von so vielen Erlaubnissen. Niemand gibt sie für dich zurück: Ruf release() auf.</translation>
    </message>
    <message>
        <source>Waits until somebody calls event.set().</source>
        <translation>Wartet, bis jemand event.set() aufruft.</translation>
    </message>
    <message>
        <source>All who wait go on, and those who come later need not wait; reset() ends that.</source>
        <translation>Alle, die warten, laufen weiter, und wer später kommt, muss nicht warten; reset() beendet das.</translation>
    </message>
    <message>
        <source>Waits for a connection, which goes back as it is, when what it gives is destroyed; discard() closes it.</source>
        <translation>Wartet auf eine Verbindung, die zurückgeht, wie sie ist, wenn das Ergebnis zerstört wird; discard() schließt sie.</translation>
    </message>
    <message>
        <source>Waits for bytes and reads some of them; asio::async_read, async_read_until and async_write work on a stream too.</source>
        <translation>Wartet auf Bytes und liest einige davon; auch asio::async_read, async_read_until und async_write arbeiten auf einem Stream.</translation>
    </message>
    <message>
        <source>Waits for room and writes some of the bytes.</source>
        <translation>Wartet auf Platz und schreibt einige der Bytes.</translation>
    </message>
    <message>
        <source>Waits until the task has ended; what it threw comes out here.</source>
        <translation>Wartet, bis die Aufgabe zu Ende ist; was sie geworfen hat, kommt hier heraus.</translation>
    </message>
    <message>
        <source>Stops the task, in the way that was chosen for cancelling.</source>
        <translation>Hält die Aufgabe an, und zwar so, wie es für das Abbrechen gewählt ist.</translation>
    </message>
    <message>
        <source>A timer of Asio&apos;s, in virtual time; system_timer too.</source>
        <translation>Ein Timer von Asio, in virtueller Zeit; auch system_timer.</translation>
    </message>
    <message>
        <source>A cache whose entries expire; its row shows what it holds.</source>
        <translation>Ein Cache, dessen Einträge ablaufen; seine Spur zeigt, was er enthält.</translation>
    </message>
    <message>
        <source>A service downstream, how long it takes, and what it answers to a key.</source>
        <translation>Ein Dienst dahinter, wie lange er braucht und was er auf einen Schlüssel antwortet.</translation>
    </message>
    <message>
        <source>The way to a client that is not ready for so long after it is first sent something.</source>
        <translation>Der Weg zu einem Client, der so lange nicht bereit ist, nachdem ihm zum ersten Mal etwas gesendet wird.</translation>
    </message>
    <message>
        <source>A queue with room for so many; first come, first served on both sides.</source>
        <translation>Eine Queue mit Platz für so viele; auf beiden Seiten kommt zuerst dran, wer zuerst kommt.</translation>
    </message>
    <message>
        <source>A lock that can be held across an await.</source>
        <translation>Eine Sperre, die über ein await hinweg gehalten werden kann.</translation>
    </message>
    <message>
        <source>So many at a time.</source>
        <translation>So viele auf einmal.</translation>
    </message>
    <message>
        <source>Something that has happened, or not yet.</source>
        <translation>Etwas, das geschehen ist oder noch nicht.</translation>
    </message>
    <message>
        <source>So many connections, which are lent out and come back.</source>
        <translation>So viele Verbindungen, die verliehen werden und zurückkommen.</translation>
    </message>
    <message>
        <source>Two ends of a connection: what is written to one is read from the other.</source>
        <translation>Zwei Enden einer Verbindung: Was in das eine geschrieben wird, wird aus dem anderen gelesen.</translation>
    </message>
    <message>
        <source>A coroutine that goes on by itself, with a handle to join or to abort it.</source>
        <translation>Eine Coroutine, die für sich weiterläuft, mit einem Handle, um auf sie zu warten oder sie abzubrechen.</translation>
    </message>
    <message>
        <source>A row of your own on the timeline.</source>
        <translation>Eine eigene Spur auf der Zeitachse.</translation>
    </message>
</context>
<context>
    <name>OutcomeMap</name>
    <message>
        <source>a timeout of %1 or more</source>
        <translation>ein Timeout von %1 oder mehr</translation>
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
    <message>
        <source>from %1 to %2: %3</source>
        <translation>von %1 bis %2: %3</translation>
    </message>
    <message>
        <source>from %1 on: %2</source>
        <translation>ab %1: %2</translation>
    </message>
    <message>
        <source>no timeout fires here</source>
        <translation>hier kommt kein Timeout</translation>
    </message>
    <message>
        <source>%1, a timeout when %2 has been spawned and has not taken its first step: %3</source>
        <translation>%1, ein Timeout, wenn %2 gestartet ist und den ersten Schritt noch nicht getan hat: %3</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a line that was printed</comment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>stuck</source>
        <translation>hängt</translation>
    </message>
    <message>
        <source>spins</source>
        <translation>dreht sich</translation>
    </message>
    <message>
        <source>threw an exception</source>
        <translation>warf eine Ausnahme</translation>
    </message>
    <message>
        <source>threw %1</source>
        <translation>warf %1</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>an effect that did not happen, or a line that was not printed</comment>
        <translation>nicht %1</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>cancelled in line %1</source>
        <translation>abgebrochen in Zeile %1</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>dropped in line %1</source>
        <translation>verworfen in Zeile %1</translation>
    </message>
    <message>
        <source>never began</source>
        <translation>begann nie</translation>
    </message>
    <message>
        <source> · or </source>
        <translation> · oder </translation>
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
        <source>%1 ×%2</source>
        <comment>an effect that happened several times</comment>
        <translation>%1 ×%2</translation>
    </message>
    <message>
        <source>threw</source>
        <translation>warf</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>fault in line %1</source>
        <translation>Störung in Zeile %1</translation>
    </message>
</context>
<context>
    <name>PageRepair</name>
    <message>
        <source>This is a program with a main(). A page has a run(): what its context is given before it runs can be that.</source>
        <translation>Das ist ein Programm mit main(). Eine Seite hat ein run(): Was sein Kontext bekommt, bevor er läuft, kann das sein.</translation>
    </message>
    <message>
        <source>There is no run() yet. One that awaits %1() is enough.</source>
        <translation>Es gibt noch kein run(). Eines, das auf %1() wartet, genügt.</translation>
    </message>
    <message>
        <source>There is no run() yet. One that makes a %1 and awaits its %2() is enough.</source>
        <translation>Es gibt noch kein run(). Eines, das ein %1 anlegt und auf dessen %2() wartet, genügt.</translation>
    </message>
    <message>
        <source>There is no run() yet, and every coroutine here wants arguments. Write an awaitable&lt;void&gt; run() that calls one.</source>
        <translation>Es gibt noch kein run(), und jede Coroutine hier will Argumente. Schreib ein awaitable&lt;void&gt; run(), das eine aufruft.</translation>
    </message>
    <message>
        <source>Line %1 needs the outside world (%2), which a run on virtual time has not got. Put a timer or one of the world&apos;s parts there, such as a Stream.</source>
        <translation>Zeile %1 braucht die Außenwelt (%2), die ein Lauf auf virtueller Zeit nicht hat. Setz dort einen Timer oder einen der Teile der Welt ein, etwa einen Stream.</translation>
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
        <source>**Not quite. Right is: %1.** %2</source>
        <translation>**Nicht ganz. Richtig ist: %1.** %2</translation>
    </message>
    <message>
        <source>**Not with %1.** See on the right what happened, and try another place.</source>
        <translation>**Nicht mit %1.** Sieh rechts, was geschah, und versuch eine andere Stelle.</translation>
    </message>
    <message>
        <source>**✓ Right.** %1</source>
        <translation>**✓ Richtig.** %1</translation>
    </message>
    <message>
        <source>**The answer: %1.** %2</source>
        <translation>**Die Antwort: %1.** %2</translation>
    </message>
    <message>
        <source>**Not “%1”.** You have another try.</source>
        <translation>**Nicht „%1“.** Du hast noch einen Versuch.</translation>
    </message>
    <message>
        <source>as in “%1”, for example</source>
        <translation>zum Beispiel die Fassung „%1“</translation>
    </message>
    <message>
        <source>It was right once. *Check* says whether it is now.</source>
        <translation>Es war schon einmal richtig. *Prüfen* sagt, ob es das noch ist.</translation>
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
    <name>QuestionSlide</name>
    <message>
        <source>Call out the lines. A click in the code marks one, R shows which of them run.</source>
        <translation>Lass die Zeilen nennen. Ein Klick im Code markiert eine, R zeigt, welche laufen.</translation>
    </message>
    <message>
        <source>Call out a time. Drag the flag there, or type it with T. R shows one that does it.</source>
        <translation>Lass eine Zeit nennen. Zieh die Flagge dorthin, oder tipp sie mit T ein. R zeigt eine, die es tut.</translation>
    </message>
    <message>
        <source>Say what to change. E opens the code, Ctrl+R runs it. R shows a fix.</source>
        <translation>Lass sagen, was zu ändern ist. E öffnet den Code, Strg+R lässt ihn laufen. R zeigt eine Lösung.</translation>
    </message>
    <message>
        <source>Say what has to come first. R shows the version that the lines make.</source>
        <translation>Lass sagen, was zuerst kommen muss. R zeigt die Fassung, die die Zeilen ergeben.</translation>
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
        <translation>%1: %2, ab %3</translation>
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
        <translation>await %1</translation>
    </message>
    <message>
        <source>%1 threw at %2, before it started: the cancel had come already.</source>
        <translation>%1 warf nach %2, bevor es begann: Der Abbruch war schon gekommen.</translation>
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
Das Rennen war nach %1 vorbei; niemand hielt es an.</translation>
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
        <source>%1 never ran. Without the timeout: %2, at %3.
Click: its line lights up.</source>
        <translation>%1 lief nie. Ohne den Timeout: %2, nach %3.
Klick: Die Zeile leuchtet auf.</translation>
    </message>
    <message>
        <source>threw %1, unseen</source>
        <translation>warf %1, ungesehen</translation>
    </message>
    <message>
        <source>threw %1</source>
        <translation>warf %1</translation>
    </message>
    <message>
        <source>threw, unseen</source>
        <translation>warf, ungesehen</translation>
    </message>
    <message>
        <source>threw</source>
        <translation>warf</translation>
    </message>
    <message>
        <source>%1, at %2.</source>
        <translation>%1, nach %2.</translation>
    </message>
    <message>
        <source>%1: %2, at %3.</source>
        <translation>%1: %2, nach %3.</translation>
    </message>
    <message>
        <source>%1 never ran. Without the timeout: at %2.
Click: its line lights up.</source>
        <translation>%1 lief nie. Ohne den Timeout: nach %2.
Klick: Die Zeile leuchtet auf.</translation>
    </message>
    <message>
        <source>a fault in line %1 ends the run</source>
        <translation>eine Störung in Zeile %1 beendet den Lauf</translation>
    </message>
    <message>
        <source>a fault ends the run</source>
        <translation>eine Störung beendet den Lauf</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>where a fault ended the run while it waited</source>
        <translation>wo eine Störung den Lauf beendet hat, während es wartete</translation>
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
        <translation>%1 hört noch nicht auf, sondern wartet noch bei %2.</translation>
    </message>
    <message>
        <source>Nobody stops %1: </source>
        <translation>Niemand hält %1 an: </translation>
    </message>
    <message>
        <source>it goes on unseen.</source>
        <translation>Ungesehen geht es weiter.</translation>
    </message>
    <message>
        <source>%1 %2 done, it goes on unseen and %3.</source>
        <translation>%1 %2 fertig, und ungesehen geht es weiter: %3.</translation>
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
        <translation>: Hier ist für immer Schluss.</translation>
    </message>
    <message>
        <source>, and %1 with it: they stop here for ever.</source>
        <translation>, und %1 damit auch: Hier ist für immer Schluss.</translation>
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
        <translation>%1: jetzt %2.</translation>
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
    <message>
        <source>%1 with %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <comment>an exception: its type and its words</comment>
        <translation>%1 „%2“</translation>
    </message>
    <message>
        <source>From here on no time passes: %1 comes by %2 again and again. Shown is how it begins.</source>
        <translation>Von hier an vergeht keine Zeit mehr: %1 kommt immer wieder bei %2 vorbei. Zu sehen ist, wie es beginnt.</translation>
    </message>
    <message>
        <source>From here on no time passes: the run goes on in this instant for ever. Shown is how it begins.</source>
        <translation>Von hier an vergeht keine Zeit mehr: Der Lauf bleibt für immer in diesem Augenblick. Zu sehen ist, wie es beginnt.</translation>
    </message>
    <message>
        <source>%1 leaves the caller, and with it the run ends.</source>
        <translation>%1 verlässt den Aufrufer, und damit endet der Lauf.</translation>
    </message>
    <message>
        <source>%1 ends with %2: no coroutine sees it.</source>
        <translation>%1 endet mit %2: Keine Coroutine sieht das.</translation>
    </message>
    <message>
        <source> and catches it in line %1</source>
        <translation> und fängt es in Zeile %1</translation>
    </message>
    <message>
        <source>: %1 catches it in line %2</source>
        <translation>: %1 fängt es in Zeile %2</translation>
    </message>
    <message>
        <source>The timeout fires before the first step of %1.</source>
        <translation>Der Timeout kommt vor dem ersten Schritt von %1.</translation>
    </message>
    <message>
        <source>The timeout fires before the first step of %1: its body never runs.</source>
        <translation>Der Timeout kommt vor dem ersten Schritt von %1: Der Rumpf läuft nie.</translation>
    </message>
    <message>
        <source>The timeout finds no operation to stop, as %1 has completed: the stop is lost for good.</source>
        <translation>Der Timeout findet keine Operation zum Anhalten, weil %1 schon fertig ist: Er verpufft endgültig.</translation>
    </message>
    <message>
        <source>The timeout stops the operation that is pending, %1, and not its coroutine.</source>
        <translation>Der Timeout hält die wartende Operation an, %1, und nicht ihre Coroutine.</translation>
    </message>
    <message>
        <source>The timeout fires and stops no operation.</source>
        <translation>Der Timeout kommt und hält keine Operation an.</translation>
    </message>
    <message>
        <source>%1 is %2: %3.</source>
        <translation>%1: %2 (%3).</translation>
    </message>
    <message>
        <source>%1 is no longer %2: %3.</source>
        <translation>%1: nicht mehr %2 (%3).</translation>
    </message>
    <message>
        <source>saves %1</source>
        <translation>sichert %1</translation>
    </message>
    <message>
        <source>Both: </source>
        <translation>Beide: </translation>
    </message>
    <message>
        <source>All: </source>
        <translation>Alle: </translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>In line %1 a fault ends the run: %2</source>
        <translation>In Zeile %1 beendet eine Störung den Lauf: %2</translation>
    </message>
    <message>
        <source>A fault ends the run: %1</source>
        <translation>Eine Störung beendet den Lauf: %1</translation>
    </message>
    <message>
        <source>Its price: %1</source>
        <translation>Der Preis: %1</translation>
    </message>
    <message>
        <source>Caller, of %1</source>
        <translation>Aufrufer, von %1</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Aufrufer</translation>
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
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>holds %1</source>
        <translation>zuletzt %1</translation>
    </message>
    <message>
        <source>From %1 on: %2</source>
        <translation>Ab %1: %2</translation>
    </message>
    <message>
        <source>from %1 %2</source>
        <translation>ab %1 %2</translation>
    </message>
    <message>
        <source>ended by the fault</source>
        <translation>von der Störung beendet</translation>
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
        <translation>–</translation>
    </message>
    <message>
        <source>A page is one C++ file with a `run()`, which starts at time 0. `effect(…)` is what stays, `println(…)` a line in the console, `expect(text, bool)` what must be true, and `timeout()` ends when the flag fires; in a page that does not call it the flag cancels `run()` from outside.</source>
        <translation>Eine Seite ist eine C++-Datei mit einem `run()`, das zur Zeit 0 beginnt. `effect(…)` ist, was bleibt, `println(…)` eine Zeile in der Konsole, `expect(text, bool)` was gelten muss, und `timeout()` endet, wenn der Timeout kommt; ruft eine Seite es nicht auf, so bricht er `run()` von außen ab.</translation>
    </message>
    <message>
        <source>**Pages to start from**</source>
        <translation>**Seiten für den Anfang**</translation>
    </message>
    <message>
        <source>[Another page to start from](page:)</source>
        <translation>[Eine andere Seite für den Anfang](page:)</translation>
    </message>
    <message>
        <source>**What you take along:** %1</source>
        <translation>**Was du mitnimmst:** %1</translation>
    </message>
    <message>
        <source>**What next?** [Change the code](edit:) (E): break it, mend it, and see what every timeout does to your version.</source>
        <translation>**Und jetzt?** [Ändere den Code](edit:) (E): Mach ihn kaputt, mach ihn heil, und sieh, was jeder Timeout mit deiner Fassung tut.</translation>
    </message>
    <message>
        <source>Or go on with the next lesson: [%1](lesson:%2).</source>
        <translation>Oder weiter mit der nächsten Lektion: [%1](lesson:%2).</translation>
    </message>
    <message>
        <source>A coroutine of your own runs without a lesson: begin [a page](page:) (Ctrl+N).</source>
        <translation>Eine eigene Coroutine läuft auch ohne Lektion: Beginn [eine Seite](page:) (Strg+N).</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>When the timeout fires at %1</source>
        <translation>Wenn der Timeout nach %1 kommt</translation>
    </message>
    <message>
        <source>When the timeout fires at await %1, which has completed and has not been resumed</source>
        <translation>Wenn der Timeout bei await %1 kommt, das fertig und noch nicht fortgesetzt ist</translation>
    </message>
    <message>
        <source>When the timeout fires at await %1</source>
        <translation>Wenn der Timeout bei await %1 kommt</translation>
    </message>
    <message>
        <source>Without a timeout</source>
        <translation>Ohne Timeout</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>“%1” is not kept. %2</source>
        <translation>„%1“ gilt nicht. %2</translation>
    </message>
    <message>
        <source>it does not run to an end: %1</source>
        <translation>Sie läuft nicht zu Ende: %1</translation>
    </message>
    <message>
        <source>it does not come to its end: %1</source>
        <translation>Sie kommt nicht an ihr Ende: %1</translation>
    </message>
    <message>
        <source>there is nothing to keep where there should be. “%1” %2</source>
        <translation>Es gibt nichts einzuhalten, wo es etwas geben sollte. „%1“ %2</translation>
    </message>
    <message>
        <source>%1. Expected: %2.</source>
        <translation>%1. Erwartet: %2.</translation>
    </message>
    <message>
        <source>its effects are: %1. Expected: %2.</source>
        <translation>Ihre Wirkungen sind: %1. Erwartet: %2.</translation>
    </message>
    <message>
        <source>`%1` happens at %2, before there is anything to do it with: not before %3.</source>
        <translation>`%1` geschieht nach %2, bevor es etwas dafür gibt: nicht vor %3.</translation>
    </message>
    <message>
        <source>the caller still waits, until %1. Expected: until %2.</source>
        <translation>Der Aufrufer wartet noch, bis %1. Erwartet: bis %2.</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>zum Schluss</translation>
    </message>
    <message>
        <source>`%1` happens at %2, later than it need be: by %3.</source>
        <translation>`%1` geschieht nach %2, später als nötig: spätestens nach %3.</translation>
    </message>
    <message>
        <source>`%1` works %2. Expected: %3.</source>
        <translation>`%1` arbeitet %2. Erwartet: %3.</translation>
    </message>
    <message>
        <source>when something else comes from outside, it goes on with a value of its own: %1. Expected: %2.</source>
        <translation>Kommt von außen etwas anderes, rechnet sie mit einem eigenen Wert weiter: %1. Erwartet: %2.</translation>
    </message>
    <message>
        <source>run again with nothing changed it does something else, from %1 on. Something static keeps what an earlier run did.</source>
        <translation>Läuft sie unverändert noch einmal, tut sie ab %1 etwas anderes. Etwas Statisches behält, was ein früherer Lauf tat.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1-mal</translation>
    </message>
    <message>
        <source>%1 and %2 is %3</source>
        <translation>%1 und %2 ist %3</translation>
    </message>
    <message>
        <source>the client %1</source>
        <translation>der Client %1</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>the answer is what no version gives: %1.</source>
        <translation>Die Antwort ist eine, die keine Fassung gibt: %1.</translation>
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
        <source>What came of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Here you read whether the response was kept. Beside it the code shows which line ran, which one was stopped, and which one never ran. F1 lists all keys.</source>
        <translation>Hier steht, ob die Antwort behalten wurde. Daneben zeigt der Code, welche Zeile lief, welche angehalten wurde und welche nie lief. F1 zeigt alle Tasten.</translation>
    </message>
    <message>
        <source>Once the story has a timeout, a flag above the timelines shows it. Drag it, or click an await: the timeout fires there, and the coroutine is really cancelled.</source>
        <translation>Sobald die Geschichte einen Timeout hat, zeigt ihn eine Flagge über den Zeitachsen. Zieh sie, oder klick auf ein await: Der Timeout kommt dort, und die Coroutine wird wirklich abgebrochen.</translation>
    </message>
</context>
<context>
    <name>Traffic</name>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>the timeout comes in</source>
        <translation>der Timeout kommt dazu</translation>
    </message>
    <message>
        <source>Answers that were old, hour by hour</source>
        <translation>Alte Antworten, Stunde für Stunde</translation>
    </message>
    <message>
        <source>% of the answers</source>
        <translation>% der Antworten</translation>
    </message>
    <message>
        <source>%1, expected</source>
        <translation>%1, erwartet</translation>
    </message>
    <message>
        <source>Age of what clients got</source>
        <translation>Alter dessen, was Clients bekamen</translation>
    </message>
    <message>
        <source>hours since the downstream gave it</source>
        <translation>Stunden, seit der Downstream sie gab</translation>
    </message>
    <message>
        <source>% of the answers that were old</source>
        <translation>% der alten Antworten</translation>
    </message>
    <message>
        <source>fresh up to here</source>
        <translation>bis hierher frisch</translation>
    </message>
    <message>
        <source>How long clients waited</source>
        <translation>Wie lange Clients warteten</translation>
    </message>
    <message>
        <source>ms since the request</source>
        <translation>ms seit der Anfrage</translation>
    </message>
    <message>
        <source>% of the answers, per 10 ms</source>
        <translation>% der Antworten, je 10 ms</translation>
    </message>
    <message>
        <source>lost: obtained, and not yet delivered</source>
        <translation>verloren: erhalten, noch nicht zugestellt</translation>
    </message>
    <message>
        <source>a timeout here loses the usual request</source>
        <translation>ein Timeout hier verliert die übliche Anfrage</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>How often the downstream was asked</source>
        <translation>Wie oft der Downstream gefragt wurde</translation>
    </message>
    <message>
        <source>times a day</source>
        <translation>mal am Tag</translation>
    </message>
    <message>
        <source>A click opens a request from there.</source>
        <translation>Ein Klick öffnet eine Anfrage von dort.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 answers were old (%4 %), %5 were lost</source>
        <translation>%1: %2 von %3 Antworten waren alt (%4 %), %5 gingen verloren</translation>
    </message>
    <message>
        <source>; expected: %1 ± %2 old</source>
        <translation>; erwartet: %1 ± %2 alte</translation>
    </message>
    <message>
        <source>Dashboards, before and after the release: mean latency %1 → %2 ms, errors %3 → %4 %, hits %5 → %6 %.</source>
        <translation>Dashboards, vor und nach der Einführung: mittlere Wartezeit %1 → %2 ms, Fehler %3 → %4 %, Treffer %5 → %6 %.</translation>
    </message>
    <message>
        <source>The first complaint comes %1 days after the release.</source>
        <translation>Die erste Beschwerde kommt %1 Tage nach der Einführung.</translation>
    </message>
    <message>
        <source>Nobody has complained by the end.</source>
        <translation>Bis zum Ende hat sich niemand beschwert.</translation>
    </message>
    <message>
        <source>A sample: all requests for one key in %1, %2 of %3. The same requests as in the whole.</source>
        <translation>Eine Stichprobe: alle Anfragen zu einem von %1 Schlüsseln, %2 von %3. Dieselben Anfragen wie im Ganzen.</translation>
    </message>
    <message>
        <source>All %1 requests of %2 weeks, each run by itself.</source>
        <translation>Alle %1 Anfragen aus %2 Wochen, jede einzeln ausgeführt.</translation>
    </message>
</context>
<context>
    <name>TypedTimeout</name>
    <message>
        <source>“%1” is no timeout. Type milliseconds (250), a time (250 ms, 0.25 s, 200001 us), or none.</source>
        <translation>„%1“ ist kein Timeout. Tipp Millisekunden (250), eine Zeit (250 ms, 0,25 s, 200001 us) oder „none“ für keinen.</translation>
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
    <message>
        <source>Asio, operation</source>
        <translation>Asio, Operation</translation>
    </message>
    <message>
        <source>The timeout stops the operation that is pending, as timer.cancel() does, and not its coroutine: one that has completed is not stopped, and no later await hears of it.</source>
        <translation>Der Timeout hält die wartende Operation an, wie timer.cancel() es tut, und nicht ihre Coroutine: Eine, die fertig ist, wird nicht angehalten, und kein späteres await erfährt davon.</translation>
    </message>
    <message>
        <source>Asio, %1</source>
        <comment>of a cancel: partial or total</comment>
        <translation>Asio, %1</translation>
    </message>
    <message>
        <source>The cancel from outside has the type %1. What co_spawn starts lets terminal alone through: run() hears of others once it has enabled them, by this_coro::reset_cancellation_state().</source>
        <translation>Der Abbruch von außen hat den Typ %1. Was co_spawn startet, lässt nur terminal durch: Von anderen hört run() erst, wenn es sie eingeschaltet hat, mit this_coro::reset_cancellation_state().</translation>
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
        <translation>%1 nach %2%3</translation>
    </message>
    <message>
        <source>the client %1</source>
        <translation>der Client %1</translation>
    </message>
    <message>
        <source>stuck: %1 waits at %2</source>
        <translation>steckt fest: %1 wartet bei %2</translation>
    </message>
    <message>
        <source>stuck: it waits for ever</source>
        <translation>steckt fest und wartet für immer</translation>
    </message>
    <message>
        <source>spins at %1, and no time passes</source>
        <translation>dreht sich bei %1, und keine Zeit vergeht</translation>
    </message>
    <message>
        <source>spins, and no time passes</source>
        <translation>dreht sich, und keine Zeit vergeht</translation>
    </message>
    <message>
        <source>ended by %1</source>
        <translation>beendet von %1</translation>
    </message>
    <message>
        <source>run() never began</source>
        <translation>run() begann nie</translation>
    </message>
    <message>
        <source>cancelled at %1</source>
        <translation>abgebrochen nach %1</translation>
    </message>
    <message>
        <source>dropped at %1</source>
        <translation>verworfen nach %1</translation>
    </message>
    <message>
        <source>finished at %1</source>
        <translation>beendet nach %1</translation>
    </message>
    <message>
        <source>Nothing of this page has run yet</source>
        <translation>Von dieser Seite lief noch nichts</translation>
    </message>
    <message>
        <source>%1 ran at %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>davor: %1</translation>
    </message>
    <message>
        <source>violated: %1</source>
        <translation>verletzt: %1</translation>
    </message>
    <message>
        <source>holds: %1</source>
        <translation>gilt: %1</translation>
    </message>
    <message>
        <source>ended by a fault</source>
        <translation>durch eine Störung beendet</translation>
    </message>
    <message>
        <source>ended by a fault in line %1</source>
        <translation>durch eine Störung in Zeile %1 beendet</translation>
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
    <message>
        <source>the work wins</source>
        <translation>die Arbeit gewinnt</translation>
    </message>
    <message>
        <source>the timeout wins</source>
        <translation>der Timeout gewinnt</translation>
    </message>
    <message>
        <source>held</source>
        <translation>gehalten</translation>
    </message>
    <message>
        <source>set</source>
        <translation>gesetzt</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>zu Ende</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>failed: {1}</source>
        <translation>gescheitert: {1}</translation>
    </message>
    <message>
        <source>{1} free</source>
        <translation>{1} frei</translation>
    </message>
    <message>
        <source>{1} of {2} in use</source>
        <translation>{1} von {2} in Gebrauch</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>empty; closed</source>
        <translation>leer; geschlossen</translation>
    </message>
    <message>
        <source>{1}; closed</source>
        <translation>{1}; geschlossen</translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>nothing to read</source>
        <translation>nichts zu lesen</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>waits for the work, which the timeout stops</source>
        <translation>wartet auf die Arbeit, die der Timeout anhält</translation>
    </message>
    <message>
        <source>{1} reserved</source>
        <translation>{1} reserviert</translation>
    </message>
</context>
<context>
    <name>awaitscope::AwaitRows</name>
    <message>
        <source>Every await, tried</source>
        <translation>Jedes await</translation>
    </message>
    <message>
        <source>start %1</source>
        <translation>Start %1</translation>
    </message>
</context>
<context>
    <name>awaitscope::AwaitStackLine</name>
    <message>
        <source>Who waits for whom, down to the operation that is pending:</source>
        <translation>Wer auf wen wartet, bis hinab zur Operation, die noch aussteht:</translation>
    </message>
    <message>
        <source>Await stack: %1</source>
        <translation>Stapel der awaits: %1</translation>
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
    <name>awaitscope::BreakFinder</name>
    <message>
        <source>With a timeout of %1</source>
        <translation>Mit einem Timeout von %1</translation>
    </message>
    <message>
        <source>Without a timeout</source>
        <translation>Ohne Timeout</translation>
    </message>
    <message>
        <source>%1, when %2 %3 (line %4) has completed and has not been resumed</source>
        <translation>%1, wenn %2 %3 (Zeile %4) fertig und noch nicht fortgesetzt ist</translation>
    </message>
    <message>
        <source>%1, in %2 %3 (line %4)</source>
        <translation>%1, in %2 %3 (Zeile %4)</translation>
    </message>
    <message>
        <source>%1, and with %2 for %3 in line %4</source>
        <translation>%1, und mit %2 statt %3 in Zeile %4</translation>
    </message>
    <message>
        <source>%1: “%2” is violated.</source>
        <translation>%1: „%2“ ist verletzt.</translation>
    </message>
    <message>
        <source>%1: run() is stuck.</source>
        <translation>%1: run() hängt.</translation>
    </message>
    <message>
        <source>%1: run() spins, and no time passes.</source>
        <translation>%1: run() dreht sich, und keine Zeit vergeht.</translation>
    </message>
    <message>
        <source>%1: run() ends by an exception.</source>
        <translation>%1: run() endet mit einer Ausnahme.</translation>
    </message>
    <message>
        <source>%1: run() ends by the exception “%2”.</source>
        <translation>%1: run() endet mit der Ausnahme „%2“.</translation>
    </message>
    <message>
        <source>%1 runs so far; time %2 of %3 is moved…</source>
        <translation>%1 Läufe bisher; Zeit %2 von %3 wird verschoben…</translation>
    </message>
    <message>
        <source>%1 runs so far…</source>
        <translation>%1 Läufe bisher…</translation>
    </message>
    <message>
        <source>%1 runs: every timeout, exact to 1 µs, and %2 awaits in both windows.</source>
        <translation>%1 Läufe: jeder Timeout, auf 1 µs genau, und %2 awaits, jedes wartend und fertig.</translation>
    </message>
    <message>
        <source>The same with times of the file halved and doubled, %1 in all.</source>
        <translation>Dasselbe mit halbierten und verdoppelten Zeiten der Datei, %1 insgesamt.</translation>
    </message>
    <message>
        <source>%1 of these do not compile and were not tried.</source>
        <translation>%1 davon lassen sich nicht übersetzen und blieben unversucht.</translation>
    </message>
    <message>
        <source>Stopped. Nothing broke it so far.</source>
        <translation>Angehalten. Bisher keine Schwachstelle.</translation>
    </message>
    <message>
        <source>Nothing breaks it.</source>
        <translation>Keine Schwachstelle gefunden.</translation>
    </message>
    <message>
        <source>It always ends. The page expects nothing more: say with expect(text, bool) what must be true.</source>
        <translation>Sie endet immer. Mehr erwartet die Seite nicht: Sag mit expect(text, bool), was gelten muss.</translation>
    </message>
    <message>
        <source>%1: a fault ends run(). %2</source>
        <translation>%1: Eine Störung beendet run(). %2</translation>
    </message>
</context>
<context>
    <name>awaitscope::BreakSheet</name>
    <message>
        <source>Also with each other time of the file by its half and its double (compiles each)</source>
        <translation>Auch mit jeder anderen Zeit der Datei, halb und doppelt (wird jedes Mal übersetzt)</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Find what breaks it</source>
        <translation>Schwachstelle suchen</translation>
    </message>
    <message>
        <source>Tries every timeout, and every await while it is pending and when it has completed.</source>
        <translation>Probiert jeden Timeout und jedes await, während es wartet und wenn es fertig ist.</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>awaitscope::CallerCodePane</name>
    <message>
        <source>Source of the caller</source>
        <translation>Quelltext des Aufrufers</translation>
    </message>
</context>
<context>
    <name>awaitscope::CallerView</name>
    <message>
        <source>Timeline, caller</source>
        <translation>Zeitachse, Aufrufer</translation>
    </message>
    <message>
        <source>The flag</source>
        <translation>Die Flagge</translation>
    </message>
</context>
<context>
    <name>awaitscope::CancellingSheet</name>
    <message>
        <source>What cancelling means</source>
        <translation>Was Abbrechen bedeutet</translation>
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
    <message>
        <source> at start %1</source>
        <translation> bei Start %1</translation>
    </message>
</context>
<context>
    <name>awaitscope::CodePane</name>
    <message>
        <source>Source of %1%2</source>
        <translation>Quelltext von %1%2</translation>
    </message>
    <message>
        <source>, %1</source>
        <translation>, %1</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change this code and run it (%1)</source>
        <translation>Diesen Code ändern und ausführen (%1)</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>What happens in this language is asked in the story: predict first.</source>
        <translation>Was in dieser Sprache geschieht, fragt die Geschichte: erst vorhersagen.</translation>
    </message>
    <message>
        <source>Timeout and await end in the same instant. Which of them comes first each language settles in its own way, so no run is shown here.</source>
        <translation>Timeout und await enden im selben Augenblick. Was zuerst kommt, regelt jede Sprache auf ihre Weise, deshalb ist hier kein Lauf zu sehen.</translation>
    </message>
    <message>
        <source>What happens in this language: %1. The timeline shows %2.</source>
        <translation>Was in dieser Sprache geschieht: %1. Die Zeitachse zeigt %2.</translation>
    </message>
    <message>
        <source>Show %1 there too</source>
        <translation>Dort auch %1 zeigen</translation>
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
    <name>awaitscope::Columns</name>
    <message>
        <source>Drag it to make a column wider or narrower. A double click resets the layout.</source>
        <translation>Zieh daran, um eine Spalte breiter oder schmaler zu machen. Ein Doppelklick setzt die Anordnung zurück.</translation>
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
        <translation>Erster Unterschied nach %1</translation>
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
    <name>awaitscope::DifferenceSheet</name>
    <message>
        <source>Make this change</source>
        <translation>So ändern</translation>
    </message>
    <message>
        <source>The smallest change</source>
        <translation>Die kleinste Änderung</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
</context>
<context>
    <name>awaitscope::EditActions</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Your changes to the code are kept: %1 opens them.</source>
        <translation>Deine Änderungen am Code sind noch da: %1 öffnet sie.</translation>
    </message>
    <message>
        <source>Nothing was changed yet: %1 opens the code.</source>
        <translation>Noch ist nichts geändert: %1 öffnet den Code.</translation>
    </message>
    <message>
        <source>Open C++ code</source>
        <translation>C++-Code öffnen</translation>
    </message>
    <message>
        <source>C++ (*.cpp *.cc *.cxx *.hpp *.h)</source>
        <translation>C++ (*.cpp *.cc *.cxx *.hpp *.h)</translation>
    </message>
    <message>
        <source>Copied from %1, which stays as it is. Ctrl+Z brings back what was here.</source>
        <translation>Kopiert aus %1; die Datei bleibt, wie sie ist. Strg+Z bringt zurück, was hier stand.</translation>
    </message>
    <message>
        <source>Save my version</source>
        <translation>Meine Fassung speichern</translation>
    </message>
    <message>
        <source>C++ (*.cpp)</source>
        <translation>C++ (*.cpp)</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Gespeichert in %1</translation>
    </message>
    <message>
        <source>All that the compiler said</source>
        <translation>Alles, was der Compiler sagte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>My version is still running.</source>
        <translation>Meine Fassung läuft noch.</translation>
    </message>
    <message>
        <source>Open an earlier version</source>
        <translation>Eine frühere Fassung öffnen</translation>
    </message>
    <message>
        <source>All that was kept (*)</source>
        <translation>Alles, was aufgehoben wurde (*)</translation>
    </message>
</context>
<context>
    <name>awaitscope::EditPane</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Back to all of the code. What you typed is kept.</source>
        <translation>Zurück zum ganzen Code. Was du getippt hast, bleibt.</translation>
    </message>
    <message>
        <source>What is wrong with the code</source>
        <translation>Was am Code nicht stimmt</translation>
    </message>
    <message>
        <source>Where the code stands</source>
        <translation>Wie weit der Code ist</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>Bei der Arbeit</translation>
    </message>
    <message>
        <source>My version of “%1”</source>
        <translation>Meine Fassung von „%1“</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Run (%1)</source>
        <translation>Ausführen (%1)</translation>
    </message>
    <message>
        <source>The original has nothing here.</source>
        <translation>Im Original steht hier nichts.</translation>
    </message>
    <message>
        <source>The original:</source>
        <translation>Das Original:</translation>
    </message>
    <message>
        <source>All of it…</source>
        <translation>Alles…</translation>
    </message>
    <message>
        <source>Escape gives the keys back to the window.</source>
        <translation>Esc gibt die Tasten an das Fenster zurück.</translation>
    </message>
</context>
<context>
    <name>awaitscope::Edits</name>
    <message>
        <source>Another window has changed this as well. Its text is kept as %1.</source>
        <translation>Ein anderes Fenster hat dies auch geändert. Sein Text bleibt erhalten als %1.</translation>
    </message>
    <message>
        <source>The version before: %1</source>
        <translation>Die vorige Fassung: %1</translation>
    </message>
    <message>
        <source>Your version is kept as %1.</source>
        <translation>Deine Fassung bleibt erhalten als %1.</translation>
    </message>
    <message>
        <source>Changed since it ran: the timeline shows the version before</source>
        <translation>Seit dem Lauf geändert: Die Zeitachse zeigt die vorige Fassung</translation>
    </message>
    <message>
        <source>Saved as you type. Not run yet</source>
        <translation>Beim Tippen gespeichert. Noch nicht ausgeführt</translation>
    </message>
    <message>
        <source>Preparing the compiler, once: some seconds…</source>
        <translation>Der Compiler wird vorbereitet, einmal: einige Sekunden…</translation>
    </message>
    <message>
        <source>Compiling…</source>
        <translation>Wird übersetzt…</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Läuft…</translation>
    </message>
    <message>
        <source>In the timeline, as it is</source>
        <translation>In der Zeitachse, so wie sie hier steht</translation>
    </message>
    <message>
        <source>It did not run to its end</source>
        <translation>Sie lief nicht bis zum Ende</translation>
    </message>
    <message>
        <source>%1 faults</source>
        <translation>%1 Störungen</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 Fehler</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 Warnung</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 Warnungen</translation>
    </message>
    <message>
        <source>✗ Error</source>
        <translation>✗ Fehler</translation>
    </message>
    <message>
        <source>✗ When it ran</source>
        <translation>✗ Beim Lauf</translation>
    </message>
    <message>
        <source>! Warning</source>
        <translation>! Warnung</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>In the compiler&apos;s words: %1</source>
        <translation>In den Worten des Compilers: %1</translation>
    </message>
    <message>
        <source>The compiler found it at %1, because of this line.</source>
        <translation>Der Compiler fand es in %1, wegen dieser Zeile.</translation>
    </message>
    <message>
        <source>Not in the timeline, which shows the version before</source>
        <translation>Die Zeitachse zeigt noch die vorige Fassung</translation>
    </message>
    <message>
        <source>Not in the timeline</source>
        <translation>Nicht in der Zeitachse</translation>
    </message>
    <message>
        <source>The file was changed elsewhere, and is shown as it is now. What you had typed is kept as %1.</source>
        <translation>Die Datei wurde anderswo geändert und wird gezeigt, wie sie jetzt ist. Was du getippt hattest, liegt in %1.</translation>
    </message>
    <message>
        <source>What you had typed and not run is kept as %1.</source>
        <translation>Was du getippt hattest und nicht lief, liegt in %1.</translation>
    </message>
    <message>
        <source>A is kept as %1.</source>
        <translation>A liegt in %1.</translation>
    </message>
    <message>
        <source>✗ When no timeout fires</source>
        <translation>✗ Wenn kein Timeout kommt</translation>
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
        <translation>Der Timeout, einer für alle. Zieh ihn, oder tipp ihn nach einem Doppelklick ein (%1).</translation>
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
        <translation>Bedeutung von Abbrechen</translation>
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
    <message>
        <source>The playhead. Drag it.</source>
        <translation>Der Abspielkopf. Zieh ihn.</translation>
    </message>
</context>
<context>
    <name>awaitscope::LessonPacks</name>
    <message>
        <source>The lesson “%1” holds C++ code that is not part of Awaitscope: %2.</source>
        <translation>Die Lektion „%1“ enthält C++-Code, der nicht zu Awaitscope gehört: %2.</translation>
    </message>
    <message>
        <source>Its files do not say who wrote it. They are in %1 and belong to %2.</source>
        <translation>Ihre Dateien sagen nicht, wer sie geschrieben hat. Sie liegen in %1 und gehören %2.</translation>
    </message>
    <message>
        <source>Its files say that %1 wrote it. They are in %2 and belong to %3.</source>
        <translation>Ihre Dateien sagen, %1 habe sie geschrieben. Sie liegen in %2 und gehören %3.</translation>
    </message>
    <message>
        <source>To show it, the code is compiled and run on this computer, in a process with limits on time, memory and files. The limits hold off mistakes, and not somebody who means harm: such code could read your files. Run it only if you trust whoever wrote it.</source>
        <translation>Um sie zu zeigen, wird der Code auf diesem Rechner übersetzt und ausgeführt, in einem Prozess mit Grenzen für Zeit, Speicher und Dateien. Die Grenzen halten Fehler ab, nicht jemanden, der schaden will: Solcher Code könnte deine Dateien lesen. Führ ihn nur aus, wenn du dem traust, der ihn geschrieben hat.</translation>
    </message>
    <message>
        <source>You are asked once for just this code, and again when it changes.</source>
        <translation>Du wirst für genau diesen Code einmal gefragt, und wieder, wenn er sich ändert.</translation>
    </message>
    <message>
        <source>Another lesson is being compiled. Open this one when it is there.</source>
        <translation>Eine andere Lektion wird gerade übersetzt. Öffne diese, wenn jene da ist.</translation>
    </message>
    <message>
        <source>Awaitscope has a lesson %1 of its own. Give the folder %2 another name.</source>
        <translation>Awaitscope hat selbst eine Lektion %1. Gib dem Ordner %2 einen anderen Namen.</translation>
    </message>
    <message>
        <source>Nothing was compiled.</source>
        <translation>Es wurde nichts übersetzt.</translation>
    </message>
    <message>
        <source>Compiling “%1”…</source>
        <translation>„%1“ wird übersetzt…</translation>
    </message>
    <message>
        <source>Opened: %1</source>
        <translation>Geöffnet: %1</translation>
    </message>
    <message>
        <source>The lesson does not compile: %1</source>
        <translation>Die Lektion lässt sich nicht übersetzen: %1</translation>
    </message>
    <message>
        <source>The page “%1” holds C++ code that is not part of Awaitscope.</source>
        <translation>Die Seite „%1“ enthält C++-Code, der nicht Teil von Awaitscope ist.</translation>
    </message>
    <message>
        <source>The file does not say who wrote it. It is in %1 and belongs to %2.</source>
        <translation>Die Datei sagt nicht, wer ihn schrieb. Sie liegt in %1 und gehört %2.</translation>
    </message>
    <message>
        <source>%1 (and %2 more: Shift+F7 lists them)</source>
        <translation>%1 (und %2 weitere: Umschalt+F7 zählt sie auf)</translation>
    </message>
</context>
<context>
    <name>awaitscope::LineBoard</name>
    <message>
        <source>The lines, to be put in order</source>
        <translation>Die Zeilen, die zu ordnen sind</translation>
    </message>
    <message>
        <source>Drag the lines, or press ↑ and ↓ to choose one, Ctrl+↑ and Ctrl+↓ to move it, Enter to put it in or leave it out, Ctrl+Z to take back.</source>
        <translation>Zieh die Zeilen, oder wähl mit ↑ und ↓ eine, verschieb sie mit Strg+↑ und Strg+↓, nimm sie mit Enter hinein oder heraus, und mit Strg+Z zurück.</translation>
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
    <message>
        <source>Recently open</source>
        <translation>Zuletzt offen</translation>
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
    <message>
        <source>Copied without your version: no link can hold code. %1 saves it in a file.</source>
        <translation>Kopiert ohne deine Fassung: In einen Link passt kein Code. %1 speichert sie in einer Datei.</translation>
    </message>
    <message>
        <source>The lesson %1 has no traffic.</source>
        <translation>Die Lektion %1 hat keinen Betrieb.</translation>
    </message>
    <message>
        <source>One request of the traffic. %1 leads back.</source>
        <translation>Eine einzelne Anfrage aus dem Betrieb. %1 führt zurück.</translation>
    </message>
    <message>
        <source>The type is as large as this screen allows: nothing is cut.</source>
        <translation>Die Schrift ist so groß, wie dieser Bildschirm erlaubt: Nichts ist abgeschnitten.</translation>
    </message>
</context>
<context>
    <name>awaitscope::OfferedPane</name>
    <message>
        <source>Search what the code can use</source>
        <translation>Suche, was der Code benutzen kann</translation>
    </message>
    <message>
        <source>Enter puts it at the caret, Escape goes back to the code.</source>
        <translation>Enter setzt es an die Schreibmarke, Escape geht zurück zum Code.</translation>
    </message>
    <message>
        <source>What the code can use</source>
        <translation>Was der Code benutzen kann</translation>
    </message>
    <message>
        <source>Nothing is called so. Ordinary #include lines work too.</source>
        <translation>So heißt nichts. Gewöhnliche Zeilen mit #include gehen auch.</translation>
    </message>
</context>
<context>
    <name>awaitscope::OutcomeMap</name>
    <message>
        <source>Every timeout at once</source>
        <translation>Alle Timeouts auf einmal</translation>
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
    <name>awaitscope::PackActions</name>
    <message>
        <source>Copied: what is to be mended</source>
        <translation>Kopiert: was zu ändern ist</translation>
    </message>
</context>
<context>
    <name>awaitscope::PackVerifier</name>
    <message>
        <source>Compiling “%1” and running it at every timeout…</source>
        <translation>„%1“ wird übersetzt und mit jedem Timeout ausgeführt…</translation>
    </message>
    <message>
        <source>Nothing was compiled.</source>
        <translation>Es wurde nichts übersetzt.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>✓ “%1” keeps its promises. Variants: %2, scenes: %3, questions: %4. It was run under each meaning of cancelling that it names.</source>
        <translation>✓ „%1“ hält, was es verspricht. Fassungen: %2, Szenen: %3, Fragen: %4. Es lief unter jeder Bedeutung des Abbrechens, die es nennt.</translation>
    </message>
    <message>
        <source>“%1” does not hold yet. What is to be mended: %2</source>
        <translation>„%1“ hält noch nicht, was es verspricht. Was zu ändern ist: %2</translation>
    </message>
    <message>
        <source>“%1” cannot be opened as it is. What is to be mended: %2</source>
        <translation>„%1“ lässt sich so nicht öffnen. Was zu ändern ist: %2</translation>
    </message>
</context>
<context>
    <name>awaitscope::PageActions</name>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Kept as A. What you type on is B.</source>
        <translation>Als A behalten. Woran du weiterschreibst, ist B.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>No page is shown that could be saved.</source>
        <translation>Es ist keine Seite da, die sich speichern ließe.</translation>
    </message>
</context>
<context>
    <name>awaitscope::Pages</name>
    <message>
        <source>What you typed into %1 last is here and not yet in the file.</source>
        <translation>Was du zuletzt in %1 getippt hast, ist hier und noch nicht in der Datei.</translation>
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
    <name>awaitscope::PathSheet</name>
    <message>
        <source>The path</source>
        <translation>Der Weg</translation>
    </message>
    <message>
        <source>Each lesson is a bug that shipped, and the law behind it.</source>
        <translation>Jede Lektion ist ein Fehler, der ausgeliefert wurde, und das Gesetz dahinter.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
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
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Set it up</source>
        <translation>So einstellen</translation>
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
        <source>The answer</source>
        <translation>Die Antwort</translation>
    </message>
    <message>
        <source>Shows the run that is asked about</source>
        <translation>Zeigt den Lauf, nach dem gefragt ist</translation>
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
        <translation>Verdeckt: R oder noch einmal Bild ab deckt die Antwort auf.</translation>
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
    <name>awaitscope::PresenterBar</name>
    <message>
        <source>A cancel is: %1</source>
        <translation>Abbrechen heißt: %1</translation>
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
    <message>
        <source>A–%1 vote</source>
        <translation>A–%1 Stimme</translation>
    </message>
    <message>
        <source>. blank</source>
        <translation>. dunkel</translation>
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
    <name>awaitscope::QuestionFrame</name>
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
        <translation>Ein Denkanstoß, ohne die Antwort (%1)</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Zeig es mir</translation>
    </message>
    <message>
        <source>The answer, without a guess (%1)</source>
        <translation>Die Antwort, ohne zu raten (%1)</translation>
    </message>
    <message>
        <source>**Hint %1.** %2</source>
        <translation>**Tipp %1.** %2</translation>
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
    <name>awaitscope::RepairBar</name>
    <message>
        <source>Show the change…</source>
        <translation>Änderung zeigen…</translation>
    </message>
</context>
<context>
    <name>awaitscope::ScenarioDocument</name>
    <message>
        <source>The file has a version of the code. E shows it, Ctrl+R runs it.</source>
        <translation>Die Datei hat eine Fassung des Codes. E zeigt sie, Strg+R lässt sie laufen.</translation>
    </message>
    <message>
        <source>%1 has a version of the code, which runs in a window alone.</source>
        <translation>%1 hat eine Fassung des Codes, die nur in einem Fenster läuft.</translation>
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
        <translation>Es gibt keinen Timeout zum Setzen. Tipp einen mit T ein, oder zieh die Flagge.</translation>
    </message>
</context>
<context>
    <name>awaitscope::Sharing</name>
    <message>
        <source>%1 is there already and was left as it is. Save under that name to replace it.</source>
        <translation>%1 gibt es schon und bleibt, wie es ist. Speichere unter diesem Namen, um es zu ersetzen.</translation>
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
        <translation>Einen Trace für ui.perfetto.dev speichern</translation>
    </message>
    <message>
        <source>Traces (*.json)</source>
        <translation>Traces (*.json)</translation>
    </message>
    <message>
        <source>Saving: %1</source>
        <translation>Speichert: %1</translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <translation>Eine Lektion öffnen</translation>
    </message>
    <message>
        <source>Lessons (lesson.toml)</source>
        <translation>Lektionen (lesson.toml)</translation>
    </message>
    <message>
        <source>Open a page or a scenario</source>
        <translation>Seite oder Szenario öffnen</translation>
    </message>
    <message>
        <source>C++ pages and scenarios (*.cpp *.cc *.cxx *%1)</source>
        <translation>C++-Seiten und Szenarien (*.cpp *.cc *.cxx *%1)</translation>
    </message>
    <message>
        <source>Save the page</source>
        <translation>Seite speichern</translation>
    </message>
    <message>
        <source>C++ pages, and pages with what is shown (*.cpp *%1)</source>
        <translation>C++-Seiten, und Seiten mit dem, was gezeigt wird (*.cpp *%1)</translation>
    </message>
</context>
<context>
    <name>awaitscope::SlideQuestion</name>
    <message>
        <source>%1, what the room says</source>
        <translation>%1, sagt das Publikum</translation>
    </message>
</context>
<context>
    <name>awaitscope::SpeakerNotes</name>
    <message>
        <source>What comes next is covered: R reveals the answer.</source>
        <translation>Was als Nächstes kommt, ist verdeckt: R deckt die Antwort auf.</translation>
    </message>
    <message>
        <source>The next scene: %1</source>
        <translation>Die nächste Szene: %1</translation>
    </message>
    <message>
        <source>This is the last scene.</source>
        <translation>Das ist die letzte Szene.</translation>
    </message>
    <message>
        <source>The answer to the question.</source>
        <translation>Die Antwort auf die Frage.</translation>
    </message>
    <message>
        <source>The next question: %1</source>
        <translation>Die nächste Frage: %1</translation>
    </message>
</context>
<context>
    <name>awaitscope::SpeakerView</name>
    <message>
        <source>Speaker&apos;s view – Awaitscope</source>
        <translation>Rednersicht – Awaitscope</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>Die Antwort</translation>
    </message>
    <message>
        <source>The demo&apos;s script</source>
        <translation>Das Drehbuch der Vorführung</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The lesson has no script for this scene.</source>
        <translation>Die Lektion hat kein Drehbuch für diese Szene.</translation>
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
    <name>awaitscope::TaskFrame</name>
    <message>
        <source>Change the code</source>
        <translation>Den Code ändern</translation>
    </message>
    <message>
        <source>Opens the version that is to be mended (%1)</source>
        <translation>Öffnet die Fassung, die zu korrigieren ist (%1)</translation>
    </message>
    <message>
        <source>Runs it with every timeout, and says what came of it</source>
        <translation>Lässt sie mit jedem Timeout laufen und sagt, was daraus wurde</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>Bei der Arbeit</translation>
    </message>
    <message>
        <source>Put the lines in order</source>
        <translation>Ordne die Zeilen</translation>
    </message>
    <message>
        <source>Fix it</source>
        <translation>Behebe den Fehler</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Stops it</source>
        <translation>Hält sie an</translation>
    </message>
    <message>
        <source>Something else is being checked.</source>
        <translation>Gerade wird etwas anderes geprüft.</translation>
    </message>
    <message>
        <source>Answer the prediction of this scene first: a check would tell.</source>
        <translation>Beantworte erst die Vorhersage dieser Szene: Eine Prüfung würde sie verraten.</translation>
    </message>
</context>
<context>
    <name>awaitscope::TaskJudge</name>
    <message>
        <source>The code cannot be changed here.</source>
        <translation>Der Code lässt sich hier nicht ändern.</translation>
    </message>
    <message>
        <source>Nothing was changed yet. Change the code first.</source>
        <translation>Noch wurde nichts geändert. Ändere zuerst den Code.</translation>
    </message>
    <message>
        <source>No line lies there yet.</source>
        <translation>Noch ist nichts gelegt.</translation>
    </message>
    <message>
        <source>This is none of the orders that are known to be right, and no other can be tried here.</source>
        <translation>Das ist keine der Reihenfolgen, die als richtig bekannt sind, und andere lassen sich hier nicht ausprobieren.</translation>
    </message>
    <message>
        <source>It was not compiled.</source>
        <translation>Sie wurde nicht übersetzt.</translation>
    </message>
    <message>
        <source>This is none of the orders that are known to be right. No other can be tried: %1</source>
        <translation>Das ist keine der Reihenfolgen, die als richtig bekannt sind. Andere lassen sich nicht ausprobieren: %1</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>%1 runs so far…</source>
        <translation>%1 Läufe bisher…</translation>
    </message>
    <message>
        <source>**✓ Right**, in all of %1 runs. %2</source>
        <translation>**✓ Richtig**, in allen %1 Läufen. %2</translation>
    </message>
    <message>
        <source>**Not yet.** %1 [See it happen](%2)</source>
        <translation>**Noch nicht.** %1 [Sieh es dir an](%2)</translation>
    </message>
    <message>
        <source>Stopped: the code was run anew meanwhile.</source>
        <translation>Angehalten: Der Code lief inzwischen neu.</translation>
    </message>
</context>
<context>
    <name>awaitscope::TextSheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>A coroutine can be cancelled at any co_await, and then the code after it never runs. Awaitscope runs real Boost.Asio coroutines on a virtual clock and draws every await.</source>
        <translation>Eine Coroutine kann an jedem co_await abgebrochen werden, und der Code danach läuft dann nie. Awaitscope lässt echte Coroutinen von Boost.Asio auf einer virtuellen Uhr laufen und zeichnet jedes await.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty. *%1* in the menu shows it whole.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später, ohne jede Gewähr. *%1* im Menü zeigt sie ganz.</translation>
    </message>
    <message>
        <source>Made with Boost.Asio 1.81, Qt %1, QCustomPlot and QScintilla. The story of Alan is retold from [Alan tries to cache requests](https://rust-lang.github.io/wg-async/vision/submitted_stories/status_quo/alan_builds_a_cache.html) of the Async Rust working group.</source>
        <translation>Gemacht mit Boost.Asio 1.81, Qt %1, QCustomPlot und QScintilla. Alans Geschichte ist nacherzählt nach [Alan tries to cache requests](https://rust-lang.github.io/wg-async/vision/submitted_stories/status_quo/alan_builds_a_cache.html) der Async Rust Working Group.</translation>
    </message>
</context>
<context>
    <name>awaitscope::TimeRuler</name>
    <message>
        <source>Time. Press or drag: the playhead goes there. The wheel zooms.</source>
        <translation>Zeit. Drücken oder ziehen: Der Abspielkopf geht dorthin. Das Mausrad vergrößert.</translation>
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
        <translation>250 ms oder „none“</translation>
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
    <name>awaitscope::TrafficGuess</name>
    <message>
        <source>Show me</source>
        <translation>Zeig es mir</translation>
    </message>
    <message>
        <source>Before you look: what do you think?</source>
        <translation>Bevor du hinsiehst: Was glaubst du?</translation>
    </message>
    <message>
        <source>Of 10,000 clients of the buggy version, how many get old data?</source>
        <translation>Wie viele von 10.000 Clients der fehlerhaften Fassung bekommen alte Daten?</translation>
    </message>
    <message>
        <source>Hardly any</source>
        <translation>Fast keiner</translation>
    </message>
    <message>
        <source>About 10</source>
        <translation>Etwa 10</translation>
    </message>
    <message>
        <source>About 100</source>
        <translation>Etwa 100</translation>
    </message>
    <message>
        <source>More than 300</source>
        <translation>Mehr als 300</translation>
    </message>
    <message>
        <source>One in 100 of those complains. How long after the release does the first?</source>
        <translation>Einer von 100 davon beschwert sich. Wie lange nach der Einführung tut es der Erste?</translation>
    </message>
    <message>
        <source>The same day</source>
        <translation>Am selben Tag</translation>
    </message>
    <message>
        <source>The same week</source>
        <translation>In derselben Woche</translation>
    </message>
    <message>
        <source>Within three weeks</source>
        <translation>Binnen drei Wochen</translation>
    </message>
    <message>
        <source>Later, or never</source>
        <translation>Später oder nie</translation>
    </message>
    <message>
        <source>after %1 days</source>
        <translation>nach %1 Tagen</translation>
    </message>
    <message>
        <source>not by the end</source>
        <translation>bis zum Ende nicht</translation>
    </message>
    <message>
        <source>You were right: one in 100 complaining, the first came %1.</source>
        <translation>Richtig: Wenn sich einer von 100 beschwert, kam der Erste %1.</translation>
    </message>
    <message>
        <source>You thought “%2”: one in 100 complaining, the first came %1.</source>
        <translation>Du dachtest „%2“: Wenn sich einer von 100 beschwert, kam der Erste %1.</translation>
    </message>
    <message>
        <source>You were right: since the release, of 10,000 clients %1 got old data.</source>
        <translation>Richtig: Seit der Einführung bekamen von 10.000 Clients %1 alte Daten.</translation>
    </message>
    <message>
        <source>You thought “%2”: since the release, of 10,000 clients %1 got old data.</source>
        <translation>Du dachtest „%2“: Seit der Einführung bekamen von 10.000 Clients %1 alte Daten.</translation>
    </message>
</context>
<context>
    <name>awaitscope::TrafficSheet</name>
    <message>
        <source>Weeks of traffic: %1</source>
        <translation>Wochen im Betrieb: %1</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>Slow clients</source>
        <translation>Langsame Clients</translation>
    </message>
    <message>
        <source>Requests a day</source>
        <translation>Anfragen am Tag</translation>
    </message>
    <message>
        <source>Fresh for</source>
        <translation>Frisch für</translation>
    </message>
    <message>
        <source>One in so many complains</source>
        <translation>Einer von so vielen beschwert sich</translation>
    </message>
    <message>
        <source>Save pictures…</source>
        <translation>Bilder speichern…</translation>
    </message>
    <message>
        <source>Save tables…</source>
        <translation>Tabellen speichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Serving …</source>
        <translation>Es läuft…</translation>
    </message>
    <message>
        <source>The whole is %1 % done.</source>
        <translation>Vom Ganzen sind %1 % gelaufen.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose a folder that can be written to.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Wähl einen Ordner, in den geschrieben werden kann.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Save the plots as pictures</source>
        <translation>Die Diagramme als Bilder speichern</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Save the plots as tables</source>
        <translation>Die Diagramme als Tabellen speichern</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
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
<context>
    <name>awaitscope::VerifySheet</name>
    <message>
        <source>Copy the list</source>
        <translation>Die Liste kopieren</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Die Datei öffnen</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>Bei der Arbeit</translation>
    </message>
    <message>
        <source>What is to be mended</source>
        <translation>Was zu ändern ist</translation>
    </message>
    <message>
        <source>With the program that the desktop opens such files with</source>
        <translation>Mit dem Programm, mit dem der Desktop solche Dateien öffnet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
</context>
</TS>
