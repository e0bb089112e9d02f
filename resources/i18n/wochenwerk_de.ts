<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Built on the work of others</source>
        <translation>Beruht auf der Arbeit anderer</translation>
    </message>
    <message>
        <source>Copy the path: {title}</source>
        <translation>Pfad kopieren: {title}</translation>
    </message>
    <message>
        <source>Everything stays on this computer. No account, no cloud.</source>
        <translation>Alles bleibt auf diesem Rechner. Ohne Konto, ohne Cloud.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer</translation>
    </message>
    <message>
        <source>Inter, the typeface</source>
        <translation>Inter, die Schrift</translation>
    </message>
    <message>
        <source>Log of failures</source>
        <translation>Fehlerprotokoll</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Show in folder: {title}</source>
        <translation>Im Ordner zeigen: {title}</translation>
    </message>
    <message>
        <source>Tabler, the icons</source>
        <translation>Tabler, die Symbole</translation>
    </message>
    <message>
        <source>The platforms' names and marks belong to their owners and only name the platforms.</source>
        <translation>Namen und Zeichen der Plattformen gehören ihren Inhabern und benennen hier nur die Plattformen.</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Version {number}</translation>
    </message>
</context>
<context>
    <name>AccountPopover</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Another platform has this name.</source>
        <translation>So heißt schon eine andere Plattform.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>It has the colours of its kind, and a name, a target and posts of its own.</source>
        <translation>Es hat die Farben seiner Art, aber eigenen Namen, eigenes Soll und eigene Beiträge.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Second account</source>
        <translation>Zweites Konto</translation>
    </message>
    <message>
        <source>The platform needs a name.</source>
        <translation>Die Plattform braucht einen Namen.</translation>
    </message>
</context>
<context>
    <name>ActivityGrid</name>
    <message>
        <source>As of {moment}</source>
        <translation>Stand {moment}</translation>
    </message>
    <message>
        <source>Done and planned</source>
        <translation>Erledigt und geplant</translation>
    </message>
</context>
<context>
    <name>Addresses</name>
    <message>
        <source>Check the address: comma instead of full stop</source>
        <translation>Adresse prüfen: Komma statt Punkt</translation>
    </message>
    <message>
        <source>Check the address: it has a space in it</source>
        <translation>Adresse prüfen: Leerzeichen darin</translation>
    </message>
    <message>
        <source>Check the address: write it like cafe-lindenhof.de</source>
        <translation>Adresse prüfen: zum Beispiel cafe-lindenhof.de</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message numerus="yes">
        <source>%n block(s) open again</source>
        <translation><numerusform>%n Arbeitsblock ist wieder offen</numerusform><numerusform>%n Arbeitsblöcke sind wieder offen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) ticked off</source>
        <translation><numerusform>%n Arbeitsblock abgehakt</numerusform><numerusform>%n Arbeitsblöcke abgehakt</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) later</source>
        <translation><numerusform>%n Tag später</numerusform><numerusform>%n Tage später</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted</source>
        <translation><numerusform>%n Eintrag gelöscht</numerusform><numerusform>%n Einträge gelöscht</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) duplicated</source>
        <translation><numerusform>%n Eintrag dupliziert</numerusform><numerusform>%n Einträge dupliziert</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) moved</source>
        <translation><numerusform>%n Eintrag verschoben</numerusform><numerusform>%n Einträge verschoben</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n past date(s) as well</source>
        <translation><numerusform>auch %n vergangener Termin</numerusform><numerusform>auch %n vergangene Termine</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation><numerusform>%n Beitrag</numerusform><numerusform>%n Beiträge</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) back among the ideas</source>
        <translation><numerusform>%n Beitrag liegt wieder bei den Ideen</numerusform><numerusform>%n Beiträge liegen wieder bei den Ideen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) now: {status}</source>
        <translation><numerusform>%n Beitrag jetzt: {status}</numerusform><numerusform>%n Beiträge jetzt: {status}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) later</source>
        <translation><numerusform>%n Woche später</numerusform><numerusform>%n Wochen später</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>(%n item(s) unchanged)</source>
        <translation><numerusform>(%n Eintrag unverändert)</numerusform><numerusform>(%n Einträge unverändert)</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>(%n published post(s) stay put)</source>
        <translation><numerusform>(%n veröffentlichter Beitrag bleibt)</numerusform><numerusform>(%n veröffentlichte Beiträge bleiben)</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>(not for work and published posts: %n item(s))</source>
        <translation><numerusform>(nicht für Arbeit und Veröffentlichtes: %n Eintrag)</numerusform><numerusform>(nicht für Arbeit und Veröffentlichtes: %n Einträge)</numerusform></translation>
    </message>
    <message>
        <source>A day earlier</source>
        <translation>Einen Tag früher</translation>
    </message>
    <message>
        <source>A day later</source>
        <translation>Einen Tag später</translation>
    </message>
    <message>
        <source>A filter of the same name is replaced.</source>
        <translation>Ein Filter mit demselben Namen wird ersetzt.</translation>
    </message>
    <message>
        <source>A week earlier</source>
        <translation>Eine Woche früher</translation>
    </message>
    <message>
        <source>A week later</source>
        <translation>Eine Woche später</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Alt Page down</source>
        <translation>Alt Bild ab</translation>
    </message>
    <message>
        <source>Alt Page up</source>
        <translation>Alt Bild auf</translation>
    </message>
    <message>
        <source>Alt ←</source>
        <translation>Alt ←</translation>
    </message>
    <message>
        <source>Alt →</source>
        <translation>Alt →</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Back to the ideas</source>
        <translation>Zu den Ideen</translation>
    </message>
    <message>
        <source>By another number …</source>
        <translation>Um eine andere Zahl …</translation>
    </message>
    <message>
        <source>By campaign</source>
        <translation>Nach Kampagne</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Nach Tag</translation>
    </message>
    <message>
        <source>By platform</source>
        <translation>Nach Plattform</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>Nach Status</translation>
    </message>
    <message numerus="yes">
        <source>Change the status of %n item(s)</source>
        <translation><numerusform>Status von %n Eintrag ändern</numerusform><numerusform>Status von %n Einträgen ändern</numerusform></translation>
    </message>
    <message>
        <source>Change the status of “{name}”</source>
        <translation>Status von „{name}“ ändern</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>Correct the date</source>
        <translation>Datum berichtigen</translation>
    </message>
    <message>
        <source>Ctrl D</source>
        <translation>Strg D</translation>
    </message>
    <message>
        <source>Ctrl Enter</source>
        <translation>Strg Enter</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n item(s)</source>
        <translation><numerusform>%n Eintrag löschen</numerusform><numerusform>%n Einträge löschen</numerusform></translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation>„{name}“ löschen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n item(s)</source>
        <translation><numerusform>%n Eintrag duplizieren</numerusform><numerusform>%n Einträge duplizieren</numerusform></translation>
    </message>
    <message>
        <source>Duplicate “{name}”</source>
        <translation>„{name}“ duplizieren</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>Gib einen Namen ein.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Merken</translation>
    </message>
    <message>
        <source>Keep this filter</source>
        <translation>Diesen Filter merken</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message numerus="yes">
        <source>Move %n item(s)</source>
        <translation><numerusform>%n Eintrag verschieben</numerusform><numerusform>%n Einträge verschieben</numerusform></translation>
    </message>
    <message>
        <source>Move to …</source>
        <translation>Verschieben nach …</translation>
    </message>
    <message>
        <source>Move “{name}”</source>
        <translation>„{name}“ verschieben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>Name des Filters</translation>
    </message>
    <message>
        <source>Not done after all</source>
        <translation>Doch nicht erledigt</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>Nur dieser Termin</translation>
    </message>
    <message>
        <source>Open in the week</source>
        <translation>In der Woche öffnen</translation>
    </message>
    <message>
        <source>Plan a copy</source>
        <translation>Kopie planen</translation>
    </message>
    <message>
        <source>Plan copy</source>
        <translation>Kopie planen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Noch offen</translation>
    </message>
    <message numerus="yes">
        <source>Take %n post(s) back to the ideas</source>
        <translation><numerusform>%n Beitrag zu den Ideen legen</numerusform><numerusform>%n Beiträge zu den Ideen legen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Take back %n tick(s)</source>
        <translation><numerusform>%n Haken zurücknehmen</numerusform><numerusform>%n Haken zurücknehmen</numerusform></translation>
    </message>
    <message>
        <source>Take back the tick of “{name}”</source>
        <translation>Haken von „{name}“ zurücknehmen</translation>
    </message>
    <message>
        <source>Take “{name}” back to the ideas</source>
        <translation>„{name}“ zu den Ideen legen</translation>
    </message>
    <message>
        <source>This and following</source>
        <translation>Dieser und folgende</translation>
    </message>
    <message>
        <source>This post is already online</source>
        <translation>Dieser Beitrag ist schon online</translation>
    </message>
    <message>
        <source>Tick off</source>
        <translation>Abhaken</translation>
    </message>
    <message numerus="yes">
        <source>Tick off %n item(s)</source>
        <translation><numerusform>%n Arbeitsblock abhaken</numerusform><numerusform>%n Arbeitsblöcke abhaken</numerusform></translation>
    </message>
    <message>
        <source>Tick off “{name}”</source>
        <translation>„{name}“ abhaken</translation>
    </message>
    <message>
        <source>Today, {day}</source>
        <translation>Heute, {day}</translation>
    </message>
    <message>
        <source>Which dates to delete?</source>
        <translation>Welche Termine löschen?</translation>
    </message>
    <message>
        <source>Which dates to move?</source>
        <translation>Welche Termine verschieben?</translation>
    </message>
    <message>
        <source>Without campaign</source>
        <translation>Ohne Kampagne</translation>
    </message>
    <message>
        <source>Without platform</source>
        <translation>Ohne Plattform</translation>
    </message>
    <message>
        <source>from {day} on</source>
        <translation>ab {day}</translation>
    </message>
    <message>
        <source>it went online {at}</source>
        <translation>er ging {at} online</translation>
    </message>
    <message>
        <source>new draft {at}, without approval and hours</source>
        <translation>neuer Entwurf {at}, ohne Freigabe und Stunden</translation>
    </message>
    <message>
        <source>only {day}, the series goes on</source>
        <translation>nur {day}, die Serie geht weiter</translation>
    </message>
    <message>
        <source>the whole series</source>
        <translation>die ganze Serie</translation>
    </message>
    <message>
        <source>{hours} of work</source>
        <translation>{hours} Arbeit</translation>
    </message>
    <message>
        <source>{weekday} {day} {month}</source>
        <translation>{weekday} {day}. {month}</translation>
    </message>
    <message>
        <source>“{name}” deleted</source>
        <translation>„{name}“ gelöscht</translation>
    </message>
    <message>
        <source>“{name}” is back among the ideas</source>
        <translation>„{name}“ liegt wieder bei den Ideen</translation>
    </message>
    <message>
        <source>“{name}” is now: {status}</source>
        <translation>„{name}“ ist jetzt: {status}</translation>
    </message>
    <message>
        <source>“{name}” is open again</source>
        <translation>„{name}“ ist wieder offen</translation>
    </message>
    <message>
        <source>“{name}” moved to {place}</source>
        <translation>„{name}“ auf {place} verschoben</translation>
    </message>
    <message>
        <source>“{name}” ticked off</source>
        <translation>„{name}“ abgehakt</translation>
    </message>
</context>
<context>
    <name>AgendaHeader</name>
    <message>
        <source>Next week</source>
        <translation>Nächste Woche</translation>
    </message>
    <message>
        <source>Previous week</source>
        <translation>Vorige Woche</translation>
    </message>
</context>
<context>
    <name>AgendaList</name>
    <message numerus="yes">
        <source>%n line(s) chosen</source>
        <translation><numerusform>%n Zeile gewählt</numerusform><numerusform>%n Zeilen gewählt</numerusform></translation>
    </message>
    <message>
        <source>15 minutes earlier</source>
        <translation>15 Minuten früher</translation>
    </message>
    <message>
        <source>15 minutes later</source>
        <translation>15 Minuten später</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Back to the ideas</source>
        <translation>Zu den Ideen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Move to …</source>
        <translation>Verschieben nach …</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>Nächster Tag</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Nächste Woche</translation>
    </message>
    <message>
        <source>Previous day</source>
        <translation>Vorheriger Tag</translation>
    </message>
    <message>
        <source>Previous week</source>
        <translation>Vorige Woche</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Tick off</source>
        <translation>Abhaken</translation>
    </message>
</context>
<context>
    <name>AgendaPage</name>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Create post</source>
        <translation>Beitrag anlegen</translation>
    </message>
    <message>
        <source>Create work block</source>
        <translation>Arbeitsblock anlegen</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Strg Z</translation>
    </message>
    <message>
        <source>Everything in this week is done.</source>
        <translation>In dieser Woche ist alles erledigt.</translation>
    </message>
    <message>
        <source>Filter removed</source>
        <translation>Filter entfernt</translation>
    </message>
    <message>
        <source>Filter “{name}” kept</source>
        <translation>Filter „{name}“ gemerkt</translation>
    </message>
    <message>
        <source>Keep filter “{name}”</source>
        <translation>Filter „{name}“ merken</translation>
    </message>
    <message>
        <source>Nothing in this week fits the filter.</source>
        <translation>Nichts in dieser Woche passt zum Filter.</translation>
    </message>
    <message>
        <source>Nothing in this week yet. Ctrl N makes a post, Ctrl Shift N a work block.</source>
        <translation>In dieser Woche steht noch nichts. Strg N legt einen Beitrag an, Strg Umschalt N einen Arbeitsblock.</translation>
    </message>
    <message>
        <source>Remove filter</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>This filter was kept by a newer version and cannot be read.</source>
        <translation>Diesen Filter hat eine neuere Version gespeichert, er lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>AgendaRow</name>
    <message>
        <source>Change status</source>
        <translation>Status ändern</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>AllDayStrip</name>
    <message>
        <source>all day</source>
        <translation>ganztägig</translation>
    </message>
</context>
<context>
    <name>BlockCard</name>
    <message>
        <source>1 post</source>
        <translation>1 Beitrag</translation>
    </message>
    <message>
        <source>{count} posts</source>
        <translation>{count} Beiträge</translation>
    </message>
</context>
<context>
    <name>BlockPanel</name>
    <message>
        <source>A rule of another program; choosing one here replaces it.</source>
        <translation>Eine Regel aus einem anderen Programm; wenn du hier eine wählst, ersetzt sie diese.</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Tätigkeit</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verknüpfen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Posts in this block</source>
        <translation>Beiträge in diesem Block</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Title, if it needs one</source>
        <translation>Titel, falls er einen braucht</translation>
    </message>
    <message>
        <source>Work block</source>
        <translation>Arbeitsblock</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
</context>
<context>
    <name>BlockPlatforms</name>
    <message>
        <source>Come from the linked posts. Without them: {platforms}.</source>
        <translation>Kommen von den verknüpften Beiträgen. Ohne sie: {platforms}.</translation>
    </message>
    <message>
        <source>Comes from the linked post. Without it: {platforms}.</source>
        <translation>Kommt vom verknüpften Beitrag. Ohne ihn: {platforms}.</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Plattformen</translation>
    </message>
    <message>
        <source>{time} each</source>
        <translation>je {time}</translation>
    </message>
</context>
<context>
    <name>BlockTime</name>
    <message>
        <source>A block needs a date</source>
        <translation>Ein Block braucht ein Datum</translation>
    </message>
    <message>
        <source>At {time} or later, up to 24:00</source>
        <translation>{time} oder später, bis 24:00</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>From 0:00 to 23:45</source>
        <translation>Von 0:00 bis 23:45</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
</context>
<context>
    <name>Budget</name>
    <message>
        <source>1 missing</source>
        <translation>1 fehlt</translation>
    </message>
    <message>
        <source>1 post</source>
        <translation>1 Beitrag</translation>
    </message>
    <message>
        <source>on budget</source>
        <translation>genau im Budget</translation>
    </message>
    <message>
        <source>within the cap, {excess} above target</source>
        <translation>im Rahmen, {excess} über Soll</translation>
    </message>
    <message>
        <source>{0} missing</source>
        <translation>{0} fehlen</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>{0} posts</source>
        <translation>{0} Beiträge</translation>
    </message>
    <message>
        <source>{0} → {1}, over {2}</source>
        <translation>{0} → {1}, über {2}</translation>
    </message>
    <message>
        <source>{0}, over {1}</source>
        <translation>{0}, über {1}</translation>
    </message>
    <message>
        <source>{done} of {target} done</source>
        <translation>{done} von {target} erledigt</translation>
    </message>
    <message>
        <source>{excess} over</source>
        <translation>{excess} drüber</translation>
    </message>
    <message>
        <source>{platform}: {planned} of {target} hours planned, {verdict}</source>
        <translation>{platform}: {planned} von {target} Stunden geplant, {verdict}</translation>
    </message>
    <message>
        <source>{platform}: {verdict}</source>
        <translation>{platform}: {verdict}</translation>
    </message>
    <message>
        <source>{rest} open</source>
        <translation>{rest} offen</translation>
    </message>
</context>
<context>
    <name>BudgetCell</name>
    <message>
        <source>Show remedies</source>
        <translation>Abhilfe zeigen</translation>
    </message>
</context>
<context>
    <name>BudgetHint</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Move {block} to {week}</source>
        <translation>{block} nach {week} schieben</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>Schieben</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>Erhöhen</translation>
    </message>
    <message>
        <source>Set the budget for {week} only to {hours}</source>
        <translation>Budget nur für {week} auf {hours} setzen</translation>
    </message>
    <message>
        <source>Shorten</source>
        <translation>Kürzen</translation>
    </message>
    <message>
        <source>Shorten {block} to {hours}</source>
        <translation>{block} auf {hours} kürzen</translation>
    </message>
    <message>
        <source>Then {planned} / {target}</source>
        <translation>Danach {planned} / {target}</translation>
    </message>
    <message>
        <source>This is a hint. Your plan stays as it is.</source>
        <translation>Das ist ein Hinweis. Deine Planung bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>{platform} still has {hours} free</source>
        <translation>{platform} hat noch {hours} frei</translation>
    </message>
    <message>
        <source>{platform}: {hours} over budget</source>
        <translation>{platform}: {hours} über Budget</translation>
    </message>
</context>
<context>
    <name>BudgetStrip</name>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>More platforms to the left</source>
        <translation>Weitere Plattformen links</translation>
    </message>
    <message>
        <source>More platforms to the right</source>
        <translation>Weitere Plattformen rechts</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message numerus="yes">
        <source>%n item(s) chosen</source>
        <translation><numerusform>%n Eintrag gewählt</numerusform><numerusform>%n Einträge gewählt</numerusform></translation>
    </message>
    <message>
        <source>Back to the ideas</source>
        <translation>Zu den Ideen</translation>
    </message>
    <message>
        <source>Choose nothing</source>
        <translation>Nichts wählen</translation>
    </message>
    <message>
        <source>Chosen lines</source>
        <translation>Gewählte Zeilen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Tick off</source>
        <translation>Abhaken</translation>
    </message>
</context>
<context>
    <name>BusyKeeper</name>
    <message>
        <source>Add calendar “{0}”</source>
        <translation>Kalender „{0}“ hinzufügen</translation>
    </message>
    <message>
        <source>Hide calendar</source>
        <translation>Kalender ausblenden</translation>
    </message>
    <message>
        <source>Remove calendar</source>
        <translation>Kalender entfernen</translation>
    </message>
    <message>
        <source>Rename calendar</source>
        <translation>Kalender umbenennen</translation>
    </message>
    <message>
        <source>Show calendar</source>
        <translation>Kalender einblenden</translation>
    </message>
</context>
<context>
    <name>BusyPage</name>
    <message>
        <source>Calendars (*.ics *.ical *.ifb *.icalendar);;All files (*)</source>
        <translation>Kalender (*.ics *.ical *.ifb *.icalendar);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Copy a calendar file</source>
        <translation>Kalenderdatei kopieren</translation>
    </message>
    <message>
        <source>Follow a calendar file</source>
        <translation>Kalenderdatei folgen</translation>
    </message>
    <message>
        <source>{name} was not added: {reason}</source>
        <translation>{name} wurde nicht hinzugefügt: {reason}</translation>
    </message>
    <message>
        <source>“{name}” lies behind the week now</source>
        <translation>„{name}“ liegt jetzt hinter der Woche</translation>
    </message>
    <message>
        <source>“{name}” removed</source>
        <translation>„{name}“ entfernt</translation>
    </message>
</context>
<context>
    <name>BusyView</name>
    <message>
        <source>Add a calendar</source>
        <translation>Kalender hinzufügen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>An address is asked when you press the button, at no other time.</source>
        <translation>Eine Adresse wird nur abgerufen, wenn du den Knopf drückst.</translation>
    </message>
    <message>
        <source>Copy a file …</source>
        <translation>Datei kopieren …</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Abrufen</translation>
    </message>
    <message>
        <source>Follow a file …</source>
        <translation>Datei folgen …</translation>
    </message>
    <message>
        <source>Most calendars can be saved as an .ics file. A file that is followed is read again whenever it changes.</source>
        <translation>Die meisten Kalender lassen sich als .ics-Datei speichern. Eine Datei, der Wochenwerk folgt, wird neu gelesen, sobald sie sich ändert.</translation>
    </message>
    <message>
        <source>No other calendar yet.</source>
        <translation>Noch kein anderer Kalender.</translation>
    </message>
    <message>
        <source>Other calendars</source>
        <translation>Andere Kalender</translation>
    </message>
    <message>
        <source>The calendar is being read …</source>
        <translation>Der Kalender wird gelesen …</translation>
    </message>
    <message>
        <source>Your appointments lie greyed behind the week: free time is looked for around them. Nothing of them leaves this computer.</source>
        <translation>Deine Termine liegen grau hinter der Woche: Freie Zeit wird um sie herum gesucht. Nichts davon verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
</context>
<context>
    <name>BusyWords</name>
    <message numerus="yes">
        <source>%n broken event(s) left out.</source>
        <translation><numerusform>%n defekter Termin ausgelassen.</numerusform><numerusform>%n defekte Termine ausgelassen.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n busy time(s)</source>
        <translation><numerusform>%n belegte Zeit</numerusform><numerusform>%n belegte Zeiten</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) that repeat by the minute left out.</source>
        <translation><numerusform>%n Termin im Minutentakt ausgelassen.</numerusform><numerusform>%n Termine im Minutentakt ausgelassen.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) with a rule that nobody understands left out.</source>
        <translation><numerusform>%n Termin mit unverständlicher Wiederholung ausgelassen.</numerusform><numerusform>%n Termine mit unverständlicher Wiederholung ausgelassen.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) without a time left out.</source>
        <translation><numerusform>%n Termin ohne Zeit ausgelassen.</numerusform><numerusform>%n Termine ohne Zeit ausgelassen.</numerusform></translation>
    </message>
    <message>
        <source>All of its events repeat by the minute or the second.</source>
        <translation>Alle seine Termine wiederholen sich im Minuten- oder Sekundentakt.</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Busy {time}</source>
        <translation>Belegt {time}</translation>
    </message>
    <message>
        <source>Busy: {title} {time}</source>
        <translation>Belegt: {title} {time}</translation>
    </message>
    <message>
        <source>Copied from a file</source>
        <translation>Aus einer Datei kopiert</translation>
    </message>
    <message>
        <source>Follows a file</source>
        <translation>Folgt einer Datei</translation>
    </message>
    <message>
        <source>From an address</source>
        <translation>Von einer Adresse</translation>
    </message>
    <message>
        <source>None of its events can be read. Export it again.</source>
        <translation>Keiner seiner Termine lässt sich lesen. Exportiere ihn noch einmal.</translation>
    </message>
    <message>
        <source>None of its events says when it takes place.</source>
        <translation>Keiner seiner Termine sagt, wann er ist.</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message numerus="yes">
        <source>Read %n minute(s) ago</source>
        <translation><numerusform>Vor %n Minute gelesen</numerusform><numerusform>Vor %n Minuten gelesen</numerusform></translation>
    </message>
    <message>
        <source>Read at {time}</source>
        <translation>Um {time} gelesen</translation>
    </message>
    <message>
        <source>Read just now</source>
        <translation>Gerade gelesen</translation>
    </message>
    <message>
        <source>Read on {day} at {time}</source>
        <translation>Am {day} um {time} gelesen</translation>
    </message>
    <message>
        <source>Reading it takes too long. Export fewer years of it.</source>
        <translation>Ihn zu lesen dauert zu lange. Exportiere weniger Jahre.</translation>
    </message>
    <message>
        <source>That is no calendar. Have the other program save an .ics file, or take its address.</source>
        <translation>Das ist kein Kalender. Lass das andere Programm eine .ics-Datei speichern oder nimm seine Adresse.</translation>
    </message>
    <message>
        <source>The address has to begin with https://, so that nobody reads along.</source>
        <translation>Die Adresse muss mit https:// beginnen, damit niemand mitliest.</translation>
    </message>
    <message>
        <source>The address is not complete. Copy it from your provider.</source>
        <translation>Die Adresse ist nicht vollständig. Kopiere sie bei deinem Anbieter.</translation>
    </message>
    <message>
        <source>The address leads somewhere else. Copy it from your provider.</source>
        <translation>Die Adresse führt woandershin. Kopiere sie bei deinem Anbieter.</translation>
    </message>
    <message>
        <source>The calendar has more than 20,000 events. Export fewer years of it.</source>
        <translation>Der Kalender hat mehr als 20.000 Termine. Exportiere weniger Jahre.</translation>
    </message>
    <message>
        <source>The calendar is larger than 20 MB. Export fewer years of it.</source>
        <translation>Der Kalender ist größer als 20 MB. Exportiere weniger Jahre.</translation>
    </message>
    <message>
        <source>The file cannot be opened. Check who may read it.</source>
        <translation>Die Datei lässt sich nicht öffnen. Prüf, wer sie lesen darf.</translation>
    </message>
    <message>
        <source>The file is empty. Export it again.</source>
        <translation>Die Datei ist leer. Exportiere sie noch einmal.</translation>
    </message>
    <message>
        <source>The file is not there. Was it moved, or is a drive missing?</source>
        <translation>Die Datei ist nicht da. Wurde sie verschoben, oder fehlt ein Laufwerk?</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the network and the address.</source>
        <translation>Der Server ist nicht erreichbar. Prüf das Netz und die Adresse.</translation>
    </message>
    <message>
        <source>The server does not show it. Use the calendar's secret address from your provider.</source>
        <translation>Der Server zeigt ihn nicht. Nimm die geheime Adresse des Kalenders von deinem Anbieter.</translation>
    </message>
    <message>
        <source>The server gave no sensible answer. Ask your provider if that stays so.</source>
        <translation>Der Server antwortet nicht sinnvoll. Frag deinen Anbieter, wenn das so bleibt.</translation>
    </message>
    <message>
        <source>The server takes too long to answer.</source>
        <translation>Der Server braucht zu lange für eine Antwort.</translation>
    </message>
    <message>
        <source>The server wants a password. Use the calendar's secret address from your provider.</source>
        <translation>Der Server will ein Passwort. Nimm die geheime Adresse des Kalenders von deinem Anbieter.</translation>
    </message>
    <message>
        <source>The server's certificate does not fit. Check the address, or ask your provider.</source>
        <translation>Das Zertifikat des Servers passt nicht. Prüf die Adresse oder frag deinen Anbieter.</translation>
    </message>
    <message>
        <source>There is nothing at this address. Copy it from your provider.</source>
        <translation>Unter dieser Adresse ist nichts. Kopiere sie bei deinem Anbieter.</translation>
    </message>
    <message>
        <source>Unknown time zone {zones}: its times are taken for those of the plan.</source>
        <translation>Unbekannte Zeitzone {zones}: Ihre Zeiten gelten als die des Plans.</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>ganztägig</translation>
    </message>
    <message>
        <source>takes no time</source>
        <translation>belegt keine Zeit</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
</context>
<context>
    <name>CalendarFilter</name>
    <message>
        <source>Other calendars</source>
        <translation>Andere Kalender</translation>
    </message>
</context>
<context>
    <name>CalendarHeader</name>
    <message>
        <source>Capture idea</source>
        <translation>Idee festhalten</translation>
    </message>
    <message>
        <source>Ctrl I</source>
        <translation>Strg I</translation>
    </message>
    <message>
        <source>Fill week</source>
        <translation>Woche füllen</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Nächste Woche</translation>
    </message>
    <message>
        <source>Previous week</source>
        <translation>Vorige Woche</translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>Another program changed the plan. It has been read again.</source>
        <translation>Ein anderes Programm hat den Plan geändert. Er ist neu geladen.</translation>
    </message>
    <message>
        <source>Done again: {step}</source>
        <translation>Wiederholt: {step}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>Rückgängig gemacht: {step}</translation>
    </message>
</context>
<context>
    <name>CampaignForm</name>
    <message>
        <source>Both days belong to it. Deleting a campaign keeps its posts.</source>
        <translation>Beide Tage gehören dazu. Wird eine Kampagne gelöscht, bleiben ihre Beiträge.</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Change the brief of “{name}”</source>
        <translation>Beschreibung von „{name}“ ändern</translation>
    </message>
    <message>
        <source>Change the budget of “{name}”</source>
        <translation>Budget von „{name}“ ändern</translation>
    </message>
    <message>
        <source>Change the days of “{name}”</source>
        <translation>Zeitraum von „{name}“ ändern</translation>
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
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>„{name}“ umbenennen</translation>
    </message>
    <message>
        <source>The last day cannot lie before the first.</source>
        <translation>Der letzte Tag kann nicht vor dem ersten liegen.</translation>
    </message>
    <message>
        <source>Whom should it reach, and what should they do?</source>
        <translation>Wen soll sie erreichen, und was sollen diese Menschen tun?</translation>
    </message>
</context>
<context>
    <name>CampaignsPage</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n Tag</numerusform><numerusform>%n Tage</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation><numerusform>%n Beitrag</numerusform><numerusform>%n Beiträge</numerusform></translation>
    </message>
    <message>
        <source>A campaign is a band above its days in the week and month. A post joins it in its side panel.</source>
        <translation>Eine Kampagne steht als Band über ihren Tagen in Woche und Monat. Ein Beitrag kommt in seiner Seitenleiste dazu.</translation>
    </message>
    <message>
        <source>Add a campaign</source>
        <translation>Kampagne hinzufügen</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>Neue Kampagne</translation>
    </message>
    <message>
        <source>No posts yet</source>
        <translation>Noch keine Beiträge</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Vorbei</translation>
    </message>
    <message>
        <source>Posts over several weeks with one aim.</source>
        <translation>Beiträge über mehrere Wochen mit einem Ziel.</translation>
    </message>
    <message>
        <source>Running and coming</source>
        <translation>Laufend und geplant</translation>
    </message>
    <message>
        <source>The campaign needs a name.</source>
        <translation>Die Kampagne braucht einen Namen.</translation>
    </message>
    <message>
        <source>about {amount} per post</source>
        <translation>rund {amount} je Beitrag</translation>
    </message>
</context>
<context>
    <name>CapField</name>
    <message>
        <source>The cap cannot be below the target.</source>
        <translation>Der Deckel darf nicht unter dem Soll liegen.</translation>
    </message>
</context>
<context>
    <name>CaptureField</name>
    <message>
        <source>Capture idea</source>
        <translation>Idee festhalten</translation>
    </message>
    <message>
        <source>Ctrl I</source>
        <translation>Strg I</translation>
    </message>
    <message>
        <source>Enter files the idea</source>
        <translation>Enter hält die Idee fest</translation>
    </message>
</context>
<context>
    <name>CardEdits</name>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
</context>
<context>
    <name>CardMenus</name>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Back to the ideas</source>
        <translation>Zu den Ideen</translation>
    </message>
    <message>
        <source>Ctrl D</source>
        <translation>Strg D</translation>
    </message>
    <message>
        <source>Ctrl Enter</source>
        <translation>Strg Enter</translation>
    </message>
    <message>
        <source>Ctrl V</source>
        <translation>Strg V</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Move only {platform} …</source>
        <translation>Nur {platform} verschieben …</translation>
    </message>
    <message>
        <source>Move to …</source>
        <translation>Verschieben nach …</translation>
    </message>
    <message>
        <source>Move …</source>
        <translation>Verschieben …</translation>
    </message>
    <message>
        <source>New post here</source>
        <translation>Neuer Beitrag hier</translation>
    </message>
    <message>
        <source>New work block here</source>
        <translation>Neuer Arbeitsblock hier</translation>
    </message>
    <message>
        <source>Not done after all</source>
        <translation>Doch nicht erledigt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Plan into the next free slot</source>
        <translation>In den nächsten freien Platz planen</translation>
    </message>
    <message>
        <source>Repeat …</source>
        <translation>Wiederholen …</translation>
    </message>
    <message>
        <source>Save as a calendar file …</source>
        <translation>Als Kalender-Datei sichern …</translation>
    </message>
    <message>
        <source>Save the week as a calendar file …</source>
        <translation>Woche als Kalender-Datei sichern …</translation>
    </message>
    <message>
        <source>Schedule idea</source>
        <translation>Idee einplanen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation><numerusform>%n Termin</numerusform><numerusform>%n Termine</numerusform></translation>
    </message>
    <message>
        <source>A password is asked for, which other programs do not have. Share it without one.</source>
        <translation>Es wird ein Passwort verlangt, das andere Programme nicht haben. Gib den Kalender ohne frei.</translation>
    </message>
    <message>
        <source>A web page lies there instead of a calendar. Use the direct link to the file, not the share page.</source>
        <translation>Dort liegt eine Webseite statt eines Kalenders. Nimm den direkten Link zur Datei, nicht die Seite zum Teilen.</translation>
    </message>
    <message>
        <source>An older state of your plan lies there. Publish it again.</source>
        <translation>Dort liegt ein älterer Stand deines Plans. Veröffentliche ihn noch einmal.</translation>
    </message>
    <message>
        <source>Another calendar lies there. Check the public address.</source>
        <translation>Dort liegt ein anderer Kalender. Prüfe die öffentliche Adresse.</translation>
    </message>
    <message>
        <source>Apple Calendar</source>
        <translation>Apple Kalender</translation>
    </message>
    <message>
        <source>Can be seen in: {names}</source>
        <translation>Zu sehen in: {names}</translation>
    </message>
    <message>
        <source>Cannot be seen in: {names}</source>
        <translation>Nicht zu sehen in: {names}</translation>
    </message>
    <message>
        <source>Exactly your plan lies there.</source>
        <translation>Dort liegt genau dein Plan.</translation>
    </message>
    <message>
        <source>Google Calendar</source>
        <translation>Google Kalender</translation>
    </message>
    <message>
        <source>It has more than 1,000 events: Google leaves some out. Take fewer days.</source>
        <translation>Es hat mehr als 1.000 Termine: Google lässt einige weg. Nimm weniger Tage.</translation>
    </message>
    <message>
        <source>It is larger than 1 MB: Google leaves events out. Take fewer days.</source>
        <translation>Es ist größer als 1 MB: Google lässt Termine weg. Nimm weniger Tage.</translation>
    </message>
    <message>
        <source>It says METHOD:{detail}, which Outlook takes for an invitation. Publish it again.</source>
        <translation>Darin steht METHOD:{detail}, das hält Outlook für eine Einladung. Veröffentliche ihn noch einmal.</translation>
    </message>
    <message>
        <source>More than 5 MB lie there. Take fewer days or leave work blocks out.</source>
        <translation>Dort liegen mehr als 5 MB. Nimm weniger Tage oder lass Arbeitsblöcke weg.</translation>
    </message>
    <message>
        <source>Not all of it, or not surely, in: {names}</source>
        <translation>Nicht alles oder nicht sicher in: {names}</translation>
    </message>
    <message>
        <source>Nothing lies at the public address. Check its path.</source>
        <translation>An der öffentlichen Adresse liegt nichts. Prüfe ihren Pfad.</translation>
    </message>
    <message>
        <source>Outlook (classic)</source>
        <translation>Outlook (klassisch)</translation>
    </message>
    <message>
        <source>The address does not begin with https://. Use the secure one.</source>
        <translation>Die Adresse beginnt nicht mit https://. Nimm die sichere.</translation>
    </message>
    <message>
        <source>The address does not end with .ics, which the new Outlook wants.</source>
        <translation>Die Adresse endet nicht auf .ics, wie es das neue Outlook verlangt.</translation>
    </message>
    <message>
        <source>The address is one of this computer, which nobody else reaches.</source>
        <translation>Es ist eine Adresse dieses Rechners, den sonst niemand erreicht.</translation>
    </message>
    <message>
        <source>The address is one of your own network, which nobody reaches from the internet.</source>
        <translation>Es ist eine Adresse in deinem eigenen Netz, das vom Internet aus niemand erreicht.</translation>
    </message>
    <message>
        <source>The address leads on to {detail}. Enter the address at the end.</source>
        <translation>Die Adresse führt weiter zu {detail}. Gib die letzte Adresse ein.</translation>
    </message>
    <message>
        <source>The public address is not complete. Copy it from your provider.</source>
        <translation>Die öffentliche Adresse ist nicht vollständig. Kopiere sie bei deinem Anbieter.</translation>
    </message>
    <message>
        <source>The server answers with an error ({detail}). Ask your provider.</source>
        <translation>Der Server antwortet mit einem Fehler ({detail}). Frag deinen Anbieter.</translation>
    </message>
    <message>
        <source>The server calls it “{detail}” instead of “text/calendar”. Most programs take it all the same.</source>
        <translation>Der Server nennt es „{detail}“ statt „text/calendar“. Die meisten Programme nehmen es trotzdem.</translation>
    </message>
    <message>
        <source>The server lets nobody read it. Share it publicly there.</source>
        <translation>Der Server lässt niemanden lesen. Gib den Kalender dort öffentlich frei.</translation>
    </message>
    <message>
        <source>The server's certificate does not fit, so other programs refuse it. Ask your provider.</source>
        <translation>Das Zertifikat des Servers passt nicht, andere Programme lehnen ihn ab. Frag deinen Anbieter.</translation>
    </message>
    <message>
        <source>There is no event in it, which Outlook takes for a broken file.</source>
        <translation>Es steht kein Termin darin, das hält Outlook für eine kaputte Datei.</translation>
    </message>
    <message>
        <source>Thunderbird</source>
        <translation>Thunderbird</translation>
    </message>
    <message>
        <source>What lies there is no whole calendar. Publish it again.</source>
        <translation>Was dort liegt, ist kein ganzer Kalender. Veröffentliche ihn noch einmal.</translation>
    </message>
    <message>
        <source>new Outlook</source>
        <translation>neues Outlook</translation>
    </message>
    <message>
        <source>robots.txt of the website keeps Google out. Allow this file there.</source>
        <translation>Die robots.txt der Website sperrt Google aus. Erlaube dort diese Datei.</translation>
    </message>
    <message>
        <source>{detail} cannot be reached. Check the network and the address.</source>
        <translation>{detail} ist nicht erreichbar. Prüfe das Netz und die Adresse.</translation>
    </message>
    <message>
        <source>{detail} takes too long to answer. Try again later.</source>
        <translation>{detail} antwortet zu langsam. Versuche es später wieder.</translation>
    </message>
    <message>
        <source>{events}, last changed on {day} at {time}</source>
        <translation>{events}, zuletzt geändert am {day} um {time}</translation>
    </message>
    <message>
        <source>{events}, last changed today at {time}</source>
        <translation>{events}, zuletzt geändert heute um {time}</translation>
    </message>
    <message>
        <source>{events}, last changed yesterday at {time}</source>
        <translation>{events}, zuletzt geändert gestern um {time}</translation>
    </message>
</context>
<context>
    <name>ClipActions</name>
    <message numerus="yes">
        <source>%n card(s) copied. Choose a place in any week and paste.</source>
        <translation><numerusform>%n Karte kopiert. Wähle einen Platz in einer beliebigen Woche und füge ein.</numerusform><numerusform>%n Karten kopiert. Wähle einen Platz in einer beliebigen Woche und füge ein.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) cut. Choose a place in any week and paste.</source>
        <translation><numerusform>%n Karte ausgeschnitten. Wähle einen Platz in einer beliebigen Woche und füge ein.</numerusform><numerusform>%n Karten ausgeschnitten. Wähle einen Platz in einer beliebigen Woche und füge ein.</numerusform></translation>
    </message>
    <message>
        <source>What was cut or copied is not in this plan.</source>
        <translation>Was ausgeschnitten oder kopiert wurde, ist nicht in diesem Plan.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message numerus="yes">
        <source>%n post(s) added</source>
        <translation><numerusform>%n Beitrag eingelesen</numerusform><numerusform>%n Beiträge eingelesen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) would be added</source>
        <translation><numerusform>%n Beitrag käme dazu</numerusform><numerusform>%n Beiträge kämen dazu</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>, %n known already</source>
        <translation><numerusform>, %n schon bekannt</numerusform><numerusform>, %n schon bekannt</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>, %n work block(s)</source>
        <translation><numerusform>, %n Arbeitsblock</numerusform><numerusform>, %n Arbeitsblöcke</numerusform></translation>
    </message>
    <message>
        <source>--to lies before --from. Exchange the two days.</source>
        <translation>--to liegt vor --from. Tausche die beiden Tage.</translation>
    </message>
    <message numerus="yes">
        <source>; and %n more</source>
        <translation><numerusform>; und %n weitere</numerusform><numerusform>; und %n weitere</numerusform></translation>
    </message>
    <message>
        <source>Calendar “{name}” added: {times}.</source>
        <translation>Kalender „{name}“ hinzugefügt: {times}.</translation>
    </message>
    <message>
        <source>Calendar “{name}” read again: {times}.</source>
        <translation>Kalender „{name}“ neu gelesen: {times}.</translation>
    </message>
    <message>
        <source>Calendar “{name}” would be added: {times}.</source>
        <translation>Kalender „{name}“ würde hinzugefügt: {times}.</translation>
    </message>
    <message>
        <source>Calendar “{name}” would be read again: {times}.</source>
        <translation>Kalender „{name}“ würde neu gelesen: {times}.</translation>
    </message>
    <message>
        <source>No folder is set up on this computer. Open the window, “Calendar feeds” in the settings, and switch on “Keep files in a folder up to date”; for a single file use “wochenwerk export OUT.ics”.</source>
        <translation>Auf diesem Rechner ist kein Ordner eingerichtet. Öffne das Fenster, in den Einstellungen „Kalender-Feeds“, und schalte „Dateien im Ordner aktuell halten“ ein; für eine einzelne Datei nimm „wochenwerk export OUT.ics“.</translation>
    </message>
    <message>
        <source>Port {port} is in use, perhaps by a window that serves the same calendars. Close it, or name another port with --port.</source>
        <translation>Port {port} ist belegt, vielleicht von einem Fenster, das dieselben Kalender anbietet. Schließe es, oder nenne mit --port einen anderen Port.</translation>
    </message>
    <message>
        <source>The answer cannot be written to the standard output. Check where it leads.</source>
        <translation>Die Antwort lässt sich nicht auf die Standardausgabe schreiben. Prüfe, wohin sie führt.</translation>
    </message>
    <message>
        <source>The plan has no platform “{key}”. Its platforms are: {known}.</source>
        <translation>Der Plan hat keine Plattform „{key}“. Er hat: {known}.</translation>
    </message>
    <message>
        <source>The sample plan is thrown away anyway. Name a plan with --plan.</source>
        <translation>Der Beispielplan wird ohnehin verworfen. Nenne mit --plan einen Plan.</translation>
    </message>
    <message>
        <source>There is no file {file}. Check the path.</source>
        <translation>Die Datei {file} gibt es nicht. Prüfe den Pfad.</translation>
    </message>
    <message>
        <source>This version has no picture of “{view}”. It has: {known}.</source>
        <translation>Diese Version hat kein Bild von „{view}“. Sie hat: {known}.</translation>
    </message>
    <message>
        <source>This version imports plans and busy times, no figures.</source>
        <translation>Diese Version importiert Pläne und belegte Zeiten, aber keine Zahlen.</translation>
    </message>
    <message>
        <source>{file} cannot be read as a table. Save it again as CSV or XLSX.</source>
        <translation>{file} lässt sich nicht als Tabelle lesen. Speichere sie noch einmal als CSV oder XLSX.</translation>
    </message>
    <message>
        <source>{file} cannot be read. Check its rights.</source>
        <translation>{file} lässt sich nicht lesen. Prüfe ihre Zugriffsrechte.</translation>
    </message>
    <message>
        <source>{file} cannot be written. Check the folder, its rights and the free space.</source>
        <translation>{file} lässt sich nicht schreiben. Prüfe den Ordner, seine Rechte und den freien Platz.</translation>
    </message>
    <message>
        <source>{file} comes from another program, and its events belong to no platform. Import it as busy times.</source>
        <translation>{file} kommt aus einem anderen Programm, und ihre Termine gehören zu keiner Plattform. Importiere sie als belegte Zeiten.</translation>
    </message>
    <message>
        <source>{file} has an event that makes no sense. Export it again.</source>
        <translation>{file} hat einen Termin, der keinen Sinn ergibt. Exportiere sie noch einmal.</translation>
    </message>
    <message>
        <source>{file} is larger than any plan of ours. Export it in parts.</source>
        <translation>{file} ist größer, als ein Plan sein kann. Exportiere sie in Teilen.</translation>
    </message>
    <message>
        <source>{file} is neither CSV nor XLSX. Save the table in one of these formats.</source>
        <translation>{file} ist weder CSV noch XLSX. Speichere die Tabelle in einem dieser Formate.</translation>
    </message>
    <message>
        <source>{file} is no calendar file, or a damaged one. Export it again.</source>
        <translation>{file} ist keine Kalenderdatei oder beschädigt. Exportiere sie noch einmal.</translation>
    </message>
    <message>
        <source>{file} is not sound: {findings}. Put a backup in its place.</source>
        <translation>{file} ist nicht in Ordnung: {findings}. Setze eine Sicherung an seine Stelle.</translation>
    </message>
    <message>
        <source>{file} names the platform “{detail}”, which this version does not know. Update Wochenwerk.</source>
        <translation>{file} nennt die Plattform „{detail}“, die diese Version nicht kennt. Aktualisiere Wochenwerk.</translation>
    </message>
    <message>
        <source>{file} tells when something is, but not what. Export it again with all texts.</source>
        <translation>{file} sagt, wann etwas ist, aber nicht, was. Exportiere sie noch einmal mit allen Texten.</translation>
    </message>
    <message>
        <source>{file} was planned in the time zone {detail}, this plan in another. Choose that zone in its settings.</source>
        <translation>{file} wurde in der Zeitzone {detail} geplant, dieser Plan in einer anderen. Wähle diese Zone in seinen Einstellungen.</translation>
    </message>
    <message>
        <source>{file}: unchanged</source>
        <translation>{file}: unverändert</translation>
    </message>
    <message>
        <source>{file}: written</source>
        <translation>{file}: geschrieben</translation>
    </message>
    <message>
        <source>{file}: {problems}. Nothing was imported; correct the rows and try again.</source>
        <translation>{file}: {problems}. Eingelesen wurde nichts; berichtige die Zeilen und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>{file}: {problem} Nothing was imported.</source>
        <translation>{file}: {problem} Nichts wurde importiert.</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>as of {date}</source>
        <translation>Stand {date}</translation>
    </message>
    <message>
        <source>limit not certain</source>
        <translation>Grenze nicht sicher</translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation>{count} übrig</translation>
    </message>
    <message>
        <source>{platform} has no limit</source>
        <translation>{platform} hat keine Grenze</translation>
    </message>
    <message>
        <source>{platform}: {count}</source>
        <translation>{platform}: {count}</translation>
    </message>
</context>
<context>
    <name>Courier</name>
    <message numerus="yes">
        <source>%n post(s) added</source>
        <translation><numerusform>%n Beitrag hinzugefügt</numerusform><numerusform>%n Beiträge hinzugefügt</numerusform></translation>
    </message>
    <message>
        <source>Adding the posts …</source>
        <translation>Die Beiträge kommen in den Plan …</translation>
    </message>
    <message>
        <source>Back up plan</source>
        <translation>Plan sichern</translation>
    </message>
    <message>
        <source>Backing up …</source>
        <translation>Der Plan wird gesichert …</translation>
    </message>
    <message>
        <source>Backups (*.zip)</source>
        <translation>Sicherungen (*.zip)</translation>
    </message>
    <message>
        <source>Import plan</source>
        <translation>Plan importieren</translation>
    </message>
    <message>
        <source>Import “{file}”</source>
        <translation>„{file}“ importieren</translation>
    </message>
    <message>
        <source>Plan and pictures backed up to &lt;b&gt;{file}&lt;/b&gt;</source>
        <translation>Plan und Bilder gesichert in &lt;b&gt;{file}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Plans ({kinds})</source>
        <translation>Pläne ({kinds})</translation>
    </message>
    <message>
        <source>Reading “{file}” …</source>
        <translation>„{file}“ wird gelesen …</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>April</source>
        <translation>April</translation>
    </message>
    <message>
        <source>August</source>
        <translation>August</translation>
    </message>
    <message>
        <source>December</source>
        <translation>Dezember</translation>
    </message>
    <message>
        <source>February</source>
        <translation>Februar</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>Fr</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Freitag</translation>
    </message>
    <message>
        <source>January</source>
        <translation>Januar</translation>
    </message>
    <message>
        <source>July</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>June</source>
        <translation>Juni</translation>
    </message>
    <message>
        <source>March</source>
        <translation>März</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Montag</translation>
    </message>
    <message>
        <source>November</source>
        <translation>November</translation>
    </message>
    <message>
        <source>October</source>
        <translation>Oktober</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>Sa</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Samstag</translation>
    </message>
    <message>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>So</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Sonntag</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>Do</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Donnerstag</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>Di</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Dienstag</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>Mi</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Mittwoch</translation>
    </message>
    <message>
        <source>Week {number}</source>
        <translation>KW {number}</translation>
    </message>
    <message>
        <source>{day} {month_short}</source>
        <translation>{day}.{month}.</translation>
    </message>
    <message>
        <source>{first} {first_month} {first_year} – {last} {month} {year}</source>
        <translation>{first}. {first_month} {first_year} – {last}. {month} {year}</translation>
    </message>
    <message>
        <source>{first} {first_month} – {last} {month} {year}</source>
        <translation>{first}. {first_month} – {last}. {month} {year}</translation>
    </message>
    <message>
        <source>{first}–{last} {month} {year}</source>
        <translation>{first}.–{last}. {month} {year}</translation>
    </message>
    <message>
        <source>{weekday} {day} {month_short} {year}</source>
        <translation>{weekday} {day}.{month}.{year}</translation>
    </message>
    <message>
        <source>{weekday}, {day} {month}</source>
        <translation>{weekday}, {day}. {month}</translation>
    </message>
</context>
<context>
    <name>DayHeader</name>
    <message>
        <source>{day}, 1 post, {hours}</source>
        <translation>{day}, 1 Beitrag, {hours}</translation>
    </message>
    <message>
        <source>{day}, nothing planned</source>
        <translation>{day}, nichts geplant</translation>
    </message>
    <message>
        <source>{day}, {count} posts, {hours}</source>
        <translation>{day}, {count} Beiträge, {hours}</translation>
    </message>
</context>
<context>
    <name>DayPopover</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Closed day</source>
        <translation>Ruhetag</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>Jedes Jahr</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New closed day</source>
        <translation>Neuer Ruhetag</translation>
    </message>
    <message>
        <source>New occasion</source>
        <translation>Neuer Anlass</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Anlass</translation>
    </message>
    <message>
        <source>On one day</source>
        <translation>An einem Tag</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Einmal</translation>
    </message>
    <message>
        <source>Open {week}</source>
        <translation>{week} öffnen</translation>
    </message>
    <message>
        <source>The day needs a name.</source>
        <translation>Der Tag braucht einen Namen.</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Wochentag</translation>
    </message>
</context>
<context>
    <name>DaysPage</name>
    <message>
        <source>Add a closed day</source>
        <translation>Ruhetag hinzufügen</translation>
    </message>
    <message>
        <source>Add an occasion</source>
        <translation>Anlass hinzufügen</translation>
    </message>
    <message>
        <source>Add “{name}”</source>
        <translation>„{name}“ anlegen</translation>
    </message>
    <message>
        <source>An anniversary, the market, a fair: whatever is worth a post.</source>
        <translation>Ein Jubiläum, der Markt, eine Messe: alles, was einen Beitrag wert ist.</translation>
    </message>
    <message>
        <source>Change the region</source>
        <translation>Region ändern</translation>
    </message>
    <message>
        <source>Change “{name}”</source>
        <translation>„{name}“ ändern</translation>
    </message>
    <message>
        <source>Closed day</source>
        <translation>Ruhetag</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>Ruhetage</translation>
    </message>
    <message>
        <source>In {region}; they follow from the region.</source>
        <translation>In {region}; sie folgen aus der Region.</translation>
    </message>
    <message>
        <source>No closed day so far.</source>
        <translation>Noch kein Ruhetag.</translation>
    </message>
    <message>
        <source>No occasion of your own so far.</source>
        <translation>Noch kein eigener Anlass.</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Anlass</translation>
    </message>
    <message>
        <source>Occasions &amp; closed days</source>
        <translation>Anlässe &amp; Ruhetage</translation>
    </message>
    <message>
        <source>On these days the business is closed; the week says so above its days.</source>
        <translation>An diesen Tagen ist der Betrieb zu; die Woche zeigt es über ihren Tagen.</translation>
    </message>
    <message>
        <source>Own occasions</source>
        <translation>Eigene Anlässe</translation>
    </message>
    <message>
        <source>Public holidays</source>
        <translation>Feiertage</translation>
    </message>
    <message>
        <source>Suggest occasions</source>
        <translation>Anlässe vorschlagen</translation>
    </message>
    <message>
        <source>Suggested occasions</source>
        <translation>Vorgeschlagene Anlässe</translation>
    </message>
    <message>
        <source>They stand in the week as a reminder while this is switched on.</source>
        <translation>Sie stehen zur Erinnerung in der Woche, solange das eingeschaltet ist.</translation>
    </message>
    <message>
        <source>What stands above the days in week and month, besides the campaigns.</source>
        <translation>Was in Woche und Monat über den Tagen steht, neben den Kampagnen.</translation>
    </message>
    <message>
        <source>every year {day}</source>
        <translation>jedes Jahr {day}</translation>
    </message>
    <message>
        <source>every {weekday}</source>
        <translation>jeden {weekday}</translation>
    </message>
</context>
<context>
    <name>DaysPopover</name>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Move by</source>
        <translation>Verschieben um</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>Write a whole number from 1 to {most}.</source>
        <translation>Schreib eine ganze Zahl von 1 bis {most}.</translation>
    </message>
</context>
<context>
    <name>DoneSection</name>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Time entries</source>
        <translation>Zeiteinträge</translation>
    </message>
    <message>
        <source>With the tick: {entries}</source>
        <translation>Mit dem Haken: {entries}</translation>
    </message>
    <message>
        <source>all of its time is entered already</source>
        <translation>die ganze Zeit ist schon eingetragen</translation>
    </message>
    <message>
        <source>enters another {time}</source>
        <translation>trägt noch {time} ein</translation>
    </message>
    <message>
        <source>enters {time}</source>
        <translation>trägt {time} ein</translation>
    </message>
    <message>
        <source>{booked} of {planned}</source>
        <translation>{booked} von {planned}</translation>
    </message>
    <message>
        <source>{time} entered</source>
        <translation>{time} eingetragen</translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>Found in other weeks</source>
        <translation>In anderen Wochen gefunden</translation>
    </message>
</context>
<context>
    <name>EmptyWeek</name>
    <message>
        <source>1 idea is waiting for a date</source>
        <translation>1 Idee wartet auf einen Termin</translation>
    </message>
    <message>
        <source>1 work block, {hours}</source>
        <translation>1 Arbeitsblock, {hours}</translation>
    </message>
    <message>
        <source>Capture idea</source>
        <translation>Idee festhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Copy one-off blocks of {week}</source>
        <translation>Einmalige Blöcke aus {week} übernehmen</translation>
    </message>
    <message>
        <source>None is written down yet</source>
        <translation>Noch keine ist aufgeschrieben</translation>
    </message>
    <message>
        <source>Show ideas</source>
        <translation>Ideen zeigen</translation>
    </message>
    <message>
        <source>Start with an idea</source>
        <translation>Mit einer Idee starten</translation>
    </message>
    <message>
        <source>What would you like to begin with?</source>
        <translation>Womit möchtest du anfangen?</translation>
    </message>
    <message>
        <source>{n} ideas are waiting for a date</source>
        <translation>{n} Ideen warten auf einen Termin</translation>
    </message>
    <message>
        <source>{n} work blocks, together {hours}</source>
        <translation>{n} Arbeitsblöcke, zusammen {hours}</translation>
    </message>
    <message>
        <source>{week} is still empty</source>
        <translation>{week} ist noch leer</translation>
    </message>
</context>
<context>
    <name>EntryEditor</name>
    <message>
        <source>Activity</source>
        <translation>Tätigkeit</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Eintragen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>The end lies after the start.</source>
        <translation>Das Ende liegt nach dem Beginn.</translation>
    </message>
</context>
<context>
    <name>EntryHead</name>
    <message>
        <source>Activity</source>
        <translation>Tätigkeit</translation>
    </message>
    <message>
        <source>Block or post</source>
        <translation>Block oder Beitrag</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>New time entry</source>
        <translation>Neuer Zeiteintrag</translation>
    </message>
    <message>
        <source>No time entries on this platform in this week.</source>
        <translation>In dieser Woche gibt es auf dieser Plattform keine Zeiteinträge.</translation>
    </message>
    <message>
        <source>No time entries yet. Tick off a block, start the timer, or fill in what you remember.</source>
        <translation>Noch keine Zeiteinträge. Hake einen Block ab, starte den Zeitmesser oder trage nach, woran du dich erinnerst.</translation>
    </message>
    <message>
        <source>Time entries</source>
        <translation>Zeiteinträge</translation>
    </message>
    <message>
        <source>{count}, together {hours}</source>
        <translation>{count}, zusammen {hours}</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Show in the week</source>
        <translation>In der Woche zeigen</translation>
    </message>
</context>
<context>
    <name>ExampleCard</name>
    <message>
        <source>As soon as a post has a date, its event is shown here.</source>
        <translation>Sobald ein Beitrag einen Termin hat, steht er hier als Beispiel.</translation>
    </message>
    <message>
        <source>What an event looks like</source>
        <translation>So sieht ein Termin aus</translation>
    </message>
</context>
<context>
    <name>ExportCard</name>
    <message>
        <source>Export a file</source>
        <translation>Datei exportieren</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>One copy as an .ics file, to be imported.</source>
        <translation>Einmalige Kopie als .ics-Datei zum Importieren.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation><numerusform>%n Termin</numerusform><numerusform>%n Termine</numerusform></translation>
    </message>
    <message>
        <source>A file is a copy. Imported again, Thunderbird skips what it knows and Outlook may show it twice. A subscription follows every change.</source>
        <translation>Eine Datei ist eine Kopie. Beim zweiten Importieren überspringt Thunderbird, was es kennt, und Outlook zeigt manches doppelt. Ein Abo folgt jeder Änderung.</translation>
    </message>
    <message>
        <source>Campaigns and occasions</source>
        <translation>Kampagnen und Anlässe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>Counting … {percent}%</source>
        <translation>Wird gezählt … {percent} %</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Eigene Tage</translation>
    </message>
    <message>
        <source>Drafts too</source>
        <translation>Auch Entwürfe</translation>
    </message>
    <message>
        <source>Export a calendar file</source>
        <translation>Kalender-Datei exportieren</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Darin steht</translation>
    </message>
    <message>
        <source>Nothing of the plan is in there. Choose more.</source>
        <translation>Darin steht nichts aus dem Plan. Wähle mehr aus.</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Plattformen</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message numerus="yes">
        <source>Split into %n file(s), because many programs take no larger ones</source>
        <translation><numerusform>Wird auf %n Datei verteilt, weil viele Programme keine größeren annehmen</numerusform><numerusform>Wird auf %n Dateien verteilt, weil viele Programme keine größeren annehmen</numerusform></translation>
    </message>
    <message>
        <source>Tells</source>
        <translation>Zeigt</translation>
    </message>
    <message>
        <source>The last day lies before the first one. Exchange them.</source>
        <translation>Der letzte Tag liegt vor dem ersten. Tausche die beiden.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>To the calendar feeds</source>
        <translation>Zu den Kalender-Feeds</translation>
    </message>
    <message>
        <source>Whole plan</source>
        <translation>Ganzer Plan</translation>
    </message>
    <message>
        <source>Work blocks</source>
        <translation>Arbeitsblöcke</translation>
    </message>
    <message>
        <source>{events}, {size}</source>
        <translation>{events}, {size}</translation>
    </message>
    <message>
        <source>{events}, {size}. {files}.</source>
        <translation>{events}, {size}. {files}.</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message numerus="yes">
        <source>%n event(s) written</source>
        <translation><numerusform>%n Termin geschrieben</numerusform><numerusform>%n Termine geschrieben</numerusform></translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>Kalender-Dateien (*.ics)</translation>
    </message>
    <message>
        <source>Export a calendar file</source>
        <translation>Kalender-Datei exportieren</translation>
    </message>
    <message>
        <source>Save as a calendar file</source>
        <translation>Als Kalender-Datei sichern</translation>
    </message>
    <message>
        <source>Writing the calendar file …</source>
        <translation>Kalender-Datei wird geschrieben …</translation>
    </message>
    <message>
        <source>{events} to the files {first} to {last}</source>
        <translation>{events}: {first} bis {last}</translation>
    </message>
    <message>
        <source>{events} to {file}</source>
        <translation>{events}: {file}</translation>
    </message>
</context>
<context>
    <name>FeedFoot</name>
    <message>
        <source>To the calendar feeds</source>
        <translation>Zu den Kalender-Feeds</translation>
    </message>
</context>
<context>
    <name>FeedGuide</name>
    <message>
        <source>A copy does not change any more. Switch on the subscription above for one that does.</source>
        <translation>Eine Kopie ändert sich nicht mehr. Das Abo oben bleibt aktuell, wenn du es einschaltest.</translation>
    </message>
    <message>
        <source>About every 3 hours, sometimes only after a day. It shows no reminders.</source>
        <translation>Etwa alle 3 Stunden, manchmal erst nach einem Tag. Erinnerungen zeigt es dabei nicht.</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Events and Tasks › Import&lt;/b&gt;, and the file.</source>
        <translation>&lt;b&gt;Termine und Aufgaben › Importieren&lt;/b&gt; und die Datei wählen.</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;File › Import&lt;/b&gt; on the Mac, and the file.</source>
        <translation>Am Mac &lt;b&gt;Ablage › Importieren&lt;/b&gt; und die Datei wählen.</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;File › New Calendar Subscription&lt;/b&gt; on the Mac.</source>
        <translation>Am Mac &lt;b&gt;Ablage › Neues Kalenderabonnement&lt;/b&gt; wählen.</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;File › Open &amp;amp; Export › Import/Export&lt;/b&gt;.</source>
        <translation>&lt;b&gt;Datei › Öffnen und Exportieren › Importieren/Exportieren&lt;/b&gt; wählen.</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Home › Add Calendar&lt;/b&gt; in the calendar.</source>
        <translation>Im Kalender &lt;b&gt;Start › Kalender hinzufügen&lt;/b&gt; wählen.</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Import an iCalendar file&lt;/b&gt; and the file.</source>
        <translation>&lt;b&gt;iCalendar-Datei importieren&lt;/b&gt; und die Datei wählen.</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;New Calendar&lt;/b&gt;: then nothing mixes with your own.</source>
        <translation>&lt;b&gt;Neuer Kalender&lt;/b&gt; wählen: So mischt sich nichts mit deinem eigenen.</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;On the Network&lt;/b&gt;.</source>
        <translation>&lt;b&gt;Im Netzwerk&lt;/b&gt; wählen.</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Subscribe from web&lt;/b&gt;.</source>
        <translation>&lt;b&gt;Aus dem Internet abonnieren&lt;/b&gt; wählen.</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Upload from file&lt;/b&gt; and the file.</source>
        <translation>&lt;b&gt;Aus Datei hochladen&lt;/b&gt; und die Datei wählen.</translation>
    </message>
    <message>
        <source>Choose a calendar of its own and click &lt;b&gt;Import&lt;/b&gt;.</source>
        <translation>Einen eigenen Zielkalender wählen und &lt;b&gt;Importieren&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Choose a new calendar of its own and import.</source>
        <translation>Einen neuen, eigenen Kalender wählen und importieren.</translation>
    </message>
    <message>
        <source>Click &lt;b&gt;Add calendar&lt;/b&gt; in the calendar.</source>
        <translation>Im Kalender &lt;b&gt;Kalender hinzufügen&lt;/b&gt; anklicken.</translation>
    </message>
    <message>
        <source>Click &lt;b&gt;Find Calendars&lt;/b&gt;, then &lt;b&gt;Subscribe&lt;/b&gt;.</source>
        <translation>&lt;b&gt;Kalender suchen&lt;/b&gt;, dann &lt;b&gt;Abonnieren&lt;/b&gt; anklicken.</translation>
    </message>
    <message>
        <source>Click &lt;b&gt;From Internet&lt;/b&gt;.</source>
        <translation>&lt;b&gt;Aus dem Internet&lt;/b&gt; anklicken.</translation>
    </message>
    <message>
        <source>Click &lt;b&gt;New Calendar&lt;/b&gt; in the calendar.</source>
        <translation>Im Kalender &lt;b&gt;Neuer Kalender&lt;/b&gt; anklicken.</translation>
    </message>
    <message>
        <source>Click &lt;b&gt;Open as New&lt;/b&gt;: then nothing mixes with your own calendar.</source>
        <translation>&lt;b&gt;Als neuen Kalender öffnen&lt;/b&gt;: So mischt sich nichts mit deinem eigenen.</translation>
    </message>
    <message>
        <source>Click the plus beside &lt;b&gt;Other calendars&lt;/b&gt;, then &lt;b&gt;From URL&lt;/b&gt;.</source>
        <translation>Neben &lt;b&gt;Weitere Kalender&lt;/b&gt; auf das Plus, dann &lt;b&gt;Per URL&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Done: Microsoft fetches the plan by itself.</source>
        <translation>Fertig: Microsoft holt den Plan von selbst.</translation>
    </message>
    <message>
        <source>Done: Outlook asks for changes with every &lt;b&gt;Send/Receive&lt;/b&gt;.</source>
        <translation>Fertig: Outlook fragt bei jedem &lt;b&gt;Senden/Empfangen&lt;/b&gt; nach Änderungen.</translation>
    </message>
    <message>
        <source>Done: it also shows in the app on your phone.</source>
        <translation>Fertig: Er steht auch in der App auf deinem Handy.</translation>
    </message>
    <message>
        <source>Export the file above.</source>
        <translation>Oben die Datei exportieren.</translation>
    </message>
    <message>
        <source>Gear, &lt;b&gt;Settings&lt;/b&gt;, then &lt;b&gt;Import &amp;amp; export&lt;/b&gt;: choose the file.</source>
        <translation>Zahnrad, &lt;b&gt;Einstellungen&lt;/b&gt;, dann &lt;b&gt;Importieren &amp;amp; Exportieren&lt;/b&gt;: Datei wählen.</translation>
    </message>
    <message>
        <source>Google does not reach your computer, and a copy does not change any more. A published address does.</source>
        <translation>Google erreicht deinen Rechner nicht. Eine Kopie ändert sich nicht mehr, laufend aktuell bleibt es mit einer veröffentlichten Adresse.</translation>
    </message>
    <message>
        <source>Google fetches every 4 to 24 hours and has no button for it. Reminders are those of the Google calendar.</source>
        <translation>Google holt alle 4 bis 24 Stunden neu und hat keinen Knopf dafür. Erinnerungen sind die des Google-Kalenders.</translation>
    </message>
    <message>
        <source>Importing again brings nothing new: Thunderbird skips what it knows. A subscription follows every change.</source>
        <translation>Noch einmal importieren bringt nichts Neues: Thunderbird überspringt, was es kennt. Ein Abo folgt jeder Änderung.</translation>
    </message>
    <message>
        <source>In Apple Calendar</source>
        <translation>In Apple Kalender</translation>
    </message>
    <message>
        <source>In Google Calendar</source>
        <translation>In Google Kalender</translation>
    </message>
    <message>
        <source>In Outlook</source>
        <translation>In Outlook</translation>
    </message>
    <message>
        <source>In Thunderbird</source>
        <translation>In Thunderbird</translation>
    </message>
    <message>
        <source>It is refreshed only while Wochenwerk runs. {more}</source>
        <translation>Aktuell wird es nur, solange Wochenwerk läuft. {more}</translation>
    </message>
    <message>
        <source>Location &lt;b&gt;On My Mac&lt;/b&gt;: iCloud does not reach your computer.</source>
        <translation>Ort &lt;b&gt;Auf meinem Mac&lt;/b&gt;: iCloud erreicht deinen Rechner nicht.</translation>
    </message>
    <message>
        <source>Location &lt;b&gt;iCloud&lt;/b&gt;: then it is on iPhone and iPad too.</source>
        <translation>Ort &lt;b&gt;iCloud&lt;/b&gt;: So steht er auch auf iPhone und iPad.</translation>
    </message>
    <message>
        <source>Microsoft does not reach your computer, and a copy does not change any more. A published address does.</source>
        <translation>Microsoft erreicht deinen Rechner nicht. Eine Kopie ändert sich nicht mehr, laufend aktuell bleibt es mit einer veröffentlichten Adresse.</translation>
    </message>
    <message>
        <source>On the iPhone alone: Calendars › Add Calendar › Add Subscription Calendar.</source>
        <translation>Nur auf dem iPhone: Kalender › Hinzufügen › Kalenderabonnement hinzufügen.</translation>
    </message>
    <message>
        <source>Only while Wochenwerk runs. iPhone and iPad need a published address.</source>
        <translation>Nur solange Wochenwerk läuft. iPhone und iPad brauchen eine veröffentlichte Adresse.</translation>
    </message>
    <message>
        <source>Open &lt;b&gt;calendar.google.com&lt;/b&gt; on a computer.</source>
        <translation>&lt;b&gt;calendar.google.com&lt;/b&gt; am Rechner öffnen.</translation>
    </message>
    <message>
        <source>Outlook shows no reminders of subscriptions.</source>
        <translation>Erinnerungen aus Abos zeigt Outlook nicht.</translation>
    </message>
    <message>
        <source>Paste the address above and click &lt;b&gt;Subscribe&lt;/b&gt;.</source>
        <translation>Die Adresse oben einfügen und &lt;b&gt;Abonnieren&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Paste the address above and confirm with &lt;b&gt;OK&lt;/b&gt;.</source>
        <translation>Die Adresse oben einfügen und mit &lt;b&gt;OK&lt;/b&gt; bestätigen.</translation>
    </message>
    <message>
        <source>Paste the address above.</source>
        <translation>Die Adresse oben einfügen.</translation>
    </message>
    <message>
        <source>Paste the published address and click &lt;b&gt;Add calendar&lt;/b&gt;.</source>
        <translation>Die veröffentlichte Adresse einfügen, dann &lt;b&gt;Kalender hinzufügen&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Paste the published address and click &lt;b&gt;Subscribe&lt;/b&gt;.</source>
        <translation>Die veröffentlichte Adresse einfügen und &lt;b&gt;Abonnieren&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Paste the published address and confirm with &lt;b&gt;OK&lt;/b&gt;.</source>
        <translation>Die veröffentlichte Adresse einfügen und mit &lt;b&gt;OK&lt;/b&gt; bestätigen.</translation>
    </message>
    <message>
        <source>Paste the published address, name the calendar and click &lt;b&gt;Import&lt;/b&gt;.</source>
        <translation>Die veröffentlichte Adresse einfügen, dem Kalender einen Namen geben, &lt;b&gt;Importieren&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Paste the published address.</source>
        <translation>Die veröffentlichte Adresse einfügen.</translation>
    </message>
    <message>
        <source>Set &lt;b&gt;Auto-refresh&lt;/b&gt;, for example every 5 minutes.</source>
        <translation>&lt;b&gt;Automatisch aktualisieren&lt;/b&gt; einstellen, zum Beispiel alle 5 Minuten.</translation>
    </message>
    <message>
        <source>Set &lt;b&gt;Auto-refresh&lt;/b&gt;, for example every hour.</source>
        <translation>&lt;b&gt;Automatisch aktualisieren&lt;/b&gt; einstellen, zum Beispiel jede Stunde.</translation>
    </message>
    <message>
        <source>Take &lt;b&gt;{file}&lt;/b&gt; from your folder.</source>
        <translation>&lt;b&gt;{file}&lt;/b&gt; aus deinem Ordner nehmen.</translation>
    </message>
    <message>
        <source>Thunderbird asks every 30 minutes and names the calendar after the file.</source>
        <translation>Thunderbird fragt alle 30 Minuten nach und benennt den Kalender nach der Datei.</translation>
    </message>
</context>
<context>
    <name>FeedPopover</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n Tag</numerusform><numerusform>%n Tage</numerusform></translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add the calendar “{name}”</source>
        <translation>Kalender „{name}“ hinzufügen</translation>
    </message>
    <message>
        <source>All platforms, campaigns and people where none is chosen.</source>
        <translation>Wo nichts gewählt ist: alle Plattformen, Kampagnen und Personen.</translation>
    </message>
    <message>
        <source>Another calendar has this name.</source>
        <translation>Ein anderer Kalender heißt so.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Campaigns and occasions</source>
        <translation>Kampagnen und Anlässe</translation>
    </message>
    <message>
        <source>Change the calendar “{name}”</source>
        <translation>Kalender „{name}“ ändern</translation>
    </message>
    <message>
        <source>Choose at least one thing that the calendar holds.</source>
        <translation>Wähle mindestens eines, das im Kalender steht.</translation>
    </message>
    <message>
        <source>Drafts too</source>
        <translation>Auch Entwürfe</translation>
    </message>
    <message>
        <source>For example Advent</source>
        <translation>Zum Beispiel Advent</translation>
    </message>
    <message>
        <source>From today</source>
        <translation>Ab heute</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Darin steht</translation>
    </message>
    <message>
        <source>Looks ahead</source>
        <translation>Reicht voraus</translation>
    </message>
    <message>
        <source>Looks back</source>
        <translation>Reicht zurück</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New calendar</source>
        <translation>Neuer Kalender</translation>
    </message>
    <message>
        <source>Only for these people</source>
        <translation>Nur für diese Personen</translation>
    </message>
    <message>
        <source>Only these campaigns</source>
        <translation>Nur diese Kampagnen</translation>
    </message>
    <message>
        <source>Only these platforms</source>
        <translation>Nur diese Plattformen</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Tells</source>
        <translation>Zeigt</translation>
    </message>
    <message>
        <source>The calendar needs a name.</source>
        <translation>Der Kalender braucht einen Namen.</translation>
    </message>
    <message>
        <source>Work blocks</source>
        <translation>Arbeitsblöcke</translation>
    </message>
</context>
<context>
    <name>FeedTable</name>
    <message>
        <source>Add a calendar …</source>
        <translation>Kalender hinzufügen …</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Give “{name}” another address</source>
        <translation>„{name}“ eine neue Adresse geben</translation>
    </message>
    <message>
        <source>Make a new address</source>
        <translation>Neue Adresse machen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>These are suggestions: they come to be when you switch one on, copy or change it.</source>
        <translation>Das sind Vorschläge: Sie entstehen, sobald du etwas einschaltest, kopierst oder änderst.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>What the calendars hold</source>
        <translation>Was im Kalender steht</translation>
    </message>
</context>
<context>
    <name>FeedWords</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation><numerusform>%n Termin</numerusform><numerusform>%n Termine</numerusform></translation>
    </message>
    <message>
        <source>Another program holds it right now.</source>
        <translation>Ein anderes Programm hält es gerade fest.</translation>
    </message>
    <message>
        <source>Another program uses the address. Close it, or restart the computer.</source>
        <translation>Ein anderes Programm benutzt die Adresse. Schließe es oder starte den Rechner neu.</translation>
    </message>
    <message>
        <source>Being published</source>
        <translation>Wird gerade veröffentlicht</translation>
    </message>
    <message>
        <source>Being switched on</source>
        <translation>Wird eingeschaltet</translation>
    </message>
    <message>
        <source>Being written</source>
        <translation>Wird gerade geschrieben</translation>
    </message>
    <message>
        <source>Calendar file is old</source>
        <translation>Kalender-Datei veraltet</translation>
    </message>
    <message>
        <source>Calendar file up to date</source>
        <translation>Kalender-Datei aktuell</translation>
    </message>
    <message>
        <source>Calendar not published</source>
        <translation>Kalender nicht veröffentlicht</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>File on your web space</source>
        <translation>Datei auf deinem Webspace</translation>
    </message>
    <message>
        <source>Files in a folder</source>
        <translation>Dateien in einem Ordner</translation>
    </message>
    <message>
        <source>Last on {day}, {events}</source>
        <translation>Zuletzt am {day}, {events}</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht dich</translation>
    </message>
    <message>
        <source>Online calendar</source>
        <translation>Online-Kalender</translation>
    </message>
    <message>
        <source>Only “Busy”</source>
        <translation>Nur „Belegt“</translation>
    </message>
    <message numerus="yes">
        <source>Published %n minute(s) ago</source>
        <translation><numerusform>Vor %n Minute veröffentlicht</numerusform><numerusform>Vor %n Minuten veröffentlicht</numerusform></translation>
    </message>
    <message>
        <source>Published at {time}</source>
        <translation>Um {time} veröffentlicht</translation>
    </message>
    <message>
        <source>Published in a moment</source>
        <translation>Wird gleich veröffentlicht</translation>
    </message>
    <message>
        <source>Published just now</source>
        <translation>Gerade eben veröffentlicht</translation>
    </message>
    <message>
        <source>Published on {day} at {time}</source>
        <translation>Am {day} um {time} veröffentlicht</translation>
    </message>
    <message numerus="yes">
        <source>Reachable, %n subscription(s) active</source>
        <translation><numerusform>Erreichbar, %n Abo aktiv</numerusform><numerusform>Erreichbar, %n Abos aktiv</numerusform></translation>
    </message>
    <message>
        <source>Reachable, nobody has subscribed yet</source>
        <translation>Erreichbar, noch kein Abo</translation>
    </message>
    <message>
        <source>Set up on another computer, which keeps it up to date</source>
        <translation>Auf einem anderen Rechner eingerichtet, der es aktuell hält</translation>
    </message>
    <message>
        <source>Set up on “{computer}”, which keeps it up to date</source>
        <translation>Auf „{computer}“ eingerichtet und von dort aktuell gehalten</translation>
    </message>
    <message>
        <source>Something else lies there and was left alone. Choose another file name or an empty calendar.</source>
        <translation>Dort liegt etwas anderes, das unberührt blieb. Wähle einen anderen Dateinamen oder einen leeren Kalender.</translation>
    </message>
    <message>
        <source>Stopped before everything was there.</source>
        <translation>Angehalten, bevor alles da war.</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>The address has to begin with https://, so that nobody reads along.</source>
        <translation>Die Adresse muss mit https:// beginnen, damit niemand mitliest.</translation>
    </message>
    <message>
        <source>The address is not complete. Copy it from your provider.</source>
        <translation>Die Adresse ist nicht vollständig. Kopiere sie bei deinem Anbieter.</translation>
    </message>
    <message>
        <source>The folder cannot be written to. Choose another one.</source>
        <translation>In den Ordner kann nicht geschrieben werden. Wähle einen anderen.</translation>
    </message>
    <message>
        <source>The folder is not there. Connect the drive, or choose another folder.</source>
        <translation>Der Ordner ist nicht da. Schließe das Laufwerk an oder wähle einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The keyring of this computer does not answer. Unlock it, then enter the password again.</source>
        <translation>Der Schlüsselbund dieses Rechners antwortet nicht. Entsperre ihn und gib das Passwort dann neu ein.</translation>
    </message>
    <message>
        <source>The password is not on this computer. Enter it again.</source>
        <translation>Das Passwort ist nicht auf diesem Rechner. Gib es neu ein.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the network and the address.</source>
        <translation>Der Server ist nicht erreichbar. Prüfe das Netz und die Adresse.</translation>
    </message>
    <message>
        <source>The server does not take this name and password. Enter them again; many providers want an app password.</source>
        <translation>Der Server nimmt Namen und Passwort nicht an. Gib sie neu ein; viele Anbieter verlangen ein App-Passwort.</translation>
    </message>
    <message>
        <source>The server gave no sensible answer. Ask your provider if that stays so.</source>
        <translation>Der Server hat keine brauchbare Antwort gegeben. Frag deinen Anbieter, wenn es so bleibt.</translation>
    </message>
    <message>
        <source>The server knows no such place. Check the path of the address.</source>
        <translation>Diesen Platz kennt der Server nicht. Prüfe den Pfad der Adresse.</translation>
    </message>
    <message>
        <source>The server names another address. Enter that one.</source>
        <translation>Der Server nennt eine andere Adresse. Gib diese ein.</translation>
    </message>
    <message>
        <source>The server takes no files there. Ask your provider for the WebDAV address.</source>
        <translation>Dort nimmt der Server keine Dateien an. Frag deinen Anbieter nach der WebDAV-Adresse.</translation>
    </message>
    <message>
        <source>The server takes nothing so large. Leave work blocks out, or take fewer days.</source>
        <translation>Der Server nimmt nichts so Großes an. Lass Arbeitsblöcke weg oder nimm weniger Tage.</translation>
    </message>
    <message>
        <source>The server takes too long to answer.</source>
        <translation>Der Server antwortet zu langsam.</translation>
    </message>
    <message>
        <source>The server's certificate does not fit, so nothing was sent. Check the address, or ask your provider.</source>
        <translation>Das Zertifikat des Servers passt nicht, darum wurde nichts gesendet. Prüfe die Adresse oder frag deinen Anbieter.</translation>
    </message>
    <message>
        <source>There is no calendar at this address. Choose one of those that the server offers.</source>
        <translation>An dieser Adresse liegt kein Kalender. Wähle einen, den der Server anbietet.</translation>
    </message>
    <message>
        <source>There is no calendar to bring. Add one to the list below.</source>
        <translation>Es gibt keinen Kalender dafür. Füge unten in der Liste einen hinzu.</translation>
    </message>
    <message>
        <source>There is no room left on the disk. Free some space.</source>
        <translation>Auf dem Datenträger ist kein Platz mehr. Schaffe Platz.</translation>
    </message>
    <message>
        <source>There is no room left on the server. Free some space there.</source>
        <translation>Auf dem Server ist kein Platz mehr. Schaffe dort Platz.</translation>
    </message>
    <message>
        <source>Titles only</source>
        <translation>Nur Titel</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Waits for another try</source>
        <translation>Wartet auf den nächsten Versuch</translation>
    </message>
    <message>
        <source>Writing calendar file</source>
        <translation>Kalender-Datei entsteht</translation>
    </message>
    <message numerus="yes">
        <source>Written %n minute(s) ago</source>
        <translation><numerusform>Vor %n Minute geschrieben</numerusform><numerusform>Vor %n Minuten geschrieben</numerusform></translation>
    </message>
    <message>
        <source>Written at {time}</source>
        <translation>Um {time} geschrieben</translation>
    </message>
    <message>
        <source>Written in a moment</source>
        <translation>Wird gleich geschrieben</translation>
    </message>
    <message>
        <source>Written just now</source>
        <translation>Gerade eben geschrieben</translation>
    </message>
    <message>
        <source>Written on {day} at {time}</source>
        <translation>Am {day} um {time} geschrieben</translation>
    </message>
    <message>
        <source>You may not write there. Choose another place on the server.</source>
        <translation>Dort darfst du nicht schreiben. Wähle einen anderen Platz auf dem Server.</translation>
    </message>
    <message>
        <source>the posts' texts</source>
        <translation>die Texte der Beiträge</translation>
    </message>
    <message>
        <source>what is over</source>
        <translation>was vorbei ist</translation>
    </message>
    <message>
        <source>what lies far ahead</source>
        <translation>was weit voraus liegt</translation>
    </message>
    <message>
        <source>{why} Next try at {time}.</source>
        <translation>{why} Nächster Versuch um {time}.</translation>
    </message>
    <message>
        <source>“{name}” would be too large for Google. Left out: {what}. Take fewer days, or several calendars.</source>
        <translation>„{name}“ wäre für Google zu groß. Weggelassen: {what}. Nimm weniger Tage oder mehrere Kalender.</translation>
    </message>
</context>
<context>
    <name>Feeds</name>
    <message>
        <source>Also on</source>
        <translation>Auch auf</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>No entries</source>
        <translation>Keine Einträge</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Anlass</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Work block</source>
        <translation>Arbeitsblock</translation>
    </message>
    <message>
        <source>Work blocks</source>
        <translation>Arbeitsblöcke</translation>
    </message>
    <message>
        <source>{day} {month_short} {year}, {hour}:{minute:02d}</source>
        <translation>{day}.{month}.{year}, {hour}:{minute:02d}</translation>
    </message>
</context>
<context>
    <name>FeedsPage</name>
    <message>
        <source>A calendar holds posts or work blocks at least. Remove it if you want neither.</source>
        <translation>In einem Kalender stehen mindestens Beiträge oder Arbeitsblöcke. Entferne ihn, wenn du beides nicht willst.</translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation>Adresse kopiert</translation>
    </message>
    <message>
        <source>Address of “{name}” copied</source>
        <translation>Adresse von „{name}“ kopiert</translation>
    </message>
    <message>
        <source>Calendar “{name}” removed</source>
        <translation>Kalender „{name}“ entfernt</translation>
    </message>
    <message>
        <source>Change the order of the calendars</source>
        <translation>Reihenfolge der Kalender ändern</translation>
    </message>
    <message>
        <source>Change where a calendar is published</source>
        <translation>Ändern, wo ein Kalender veröffentlicht wird</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Folder for the calendar files</source>
        <translation>Ordner für die Kalender-Dateien</translation>
    </message>
    <message>
        <source>Keep files in another folder up to date</source>
        <translation>Dateien in einem anderen Ordner aktuell halten</translation>
    </message>
    <message>
        <source>Keep files up to date</source>
        <translation>Dateien aktuell halten</translation>
    </message>
    <message>
        <source>Keep files up to date no longer</source>
        <translation>Dateien nicht mehr aktuell halten</translation>
    </message>
    <message>
        <source>Looking at the public address as other programs do …</source>
        <translation>Die öffentliche Adresse wird so abgeholt wie von anderen Programmen …</translation>
    </message>
    <message>
        <source>Publish a calendar</source>
        <translation>Kalender veröffentlichen</translation>
    </message>
    <message>
        <source>Publish a calendar no longer</source>
        <translation>Kalender nicht mehr veröffentlichen</translation>
    </message>
    <message>
        <source>Remove the calendar “{name}”</source>
        <translation>Kalender „{name}“ entfernen</translation>
    </message>
    <message>
        <source>Set up the calendars</source>
        <translation>Kalender anlegen</translation>
    </message>
    <message>
        <source>Switch on the subscription on this computer first: until then nobody answers.</source>
        <translation>Schalte erst das Abo auf diesem Rechner ein: Bis dahin antwortet dort niemand.</translation>
    </message>
    <message>
        <source>What was published stays there until you remove it on the server.</source>
        <translation>Was veröffentlicht ist, bleibt dort, bis du es auf dem Server löschst.</translation>
    </message>
    <message>
        <source>Work blocks</source>
        <translation>Arbeitsblöcke</translation>
    </message>
</context>
<context>
    <name>FeedsView</name>
    <message>
        <source>Calendar feeds</source>
        <translation>Kalender-Feeds</translation>
    </message>
    <message>
        <source>Your posts and work blocks in Outlook, Google Calendar and on the phone. Changes there do not come back.</source>
        <translation>Deine Beiträge und Arbeitsblöcke in Outlook, Google Kalender und auf dem Handy. Änderungen dort kommen nicht zurück.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Write a day like 26/11 or 26 Nov 2026.</source>
        <translation>Schreib einen Tag wie 26.11. oder 26.11.2026.</translation>
    </message>
    <message>
        <source>Write a time like 9:00 or 14:30.</source>
        <translation>Schreib eine Uhrzeit wie 9:00 oder 14:30.</translation>
    </message>
    <message>
        <source>Write an amount like 0:45 or 1:30.</source>
        <translation>Schreib eine Dauer wie 0:45 oder 1:30.</translation>
    </message>
    <message>
        <source>Write an amount like 120 or 49.90.</source>
        <translation>Schreib einen Betrag wie 120 oder 49,90.</translation>
    </message>
</context>
<context>
    <name>FileQuestions</name>
    <message>
        <source>New name or place of the plan</source>
        <translation>Neuer Name oder Ort des Plans</translation>
    </message>
    <message>
        <source>Open another plan</source>
        <translation>Anderen Plan öffnen</translation>
    </message>
    <message>
        <source>Place of the new plan</source>
        <translation>Ort des neuen Plans</translation>
    </message>
    <message>
        <source>Plans ({kinds})</source>
        <translation>Pläne ({kinds})</translation>
    </message>
    <message>
        <source>Save the plan as a table</source>
        <translation>Plan als Tabelle speichern</translation>
    </message>
    <message>
        <source>Tables ({kinds})</source>
        <translation>Tabellen ({kinds})</translation>
    </message>
</context>
<context>
    <name>FileWishes</name>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Table with %n post(s) written to {file}</source>
        <translation><numerusform>Tabelle mit %n Beitrag gespeichert: {file}</numerusform><numerusform>Tabelle mit %n Beiträgen gespeichert: {file}</numerusform></translation>
    </message>
</context>
<context>
    <name>FillList</name>
    <message>
        <source>1 step, can be undone</source>
        <translation>1 Schritt, rückgängig machbar</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>Passt nicht hinein</translation>
    </message>
    <message>
        <source>Fill week</source>
        <translation>Woche füllen</translation>
    </message>
    <message>
        <source>Nothing that exists is moved. The lock keeps a place while the rest is recalculated.</source>
        <translation>Nichts Vorhandenes wird verschoben. Mit dem Schloss bleibt ein Platz beim Neurechnen.</translation>
    </message>
    <message>
        <source>Plan ideas, too</source>
        <translation>Ideen mit einplanen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>There is nothing to add</source>
        <translation>Es gibt nichts mehr einzuplanen</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>of {hours}</source>
        <translation>von {hours}</translation>
    </message>
</context>
<context>
    <name>FillPreview</name>
    <message>
        <source>Ctrl Z</source>
        <translation>Strg Z</translation>
    </message>
    <message>
        <source>Fill {week}</source>
        <translation>{week} füllen</translation>
    </message>
    <message>
        <source>In the preview only what is new can be changed.</source>
        <translation>In der Vorschau lässt sich nur Neues ändern.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{week} has nothing left to fill.</source>
        <translation>In {week} gibt es nichts mehr zu füllen.</translation>
    </message>
</context>
<context>
    <name>FillRow</name>
    <message>
        <source>Keep: {title}</source>
        <translation>Festhalten: {title}</translation>
    </message>
    <message>
        <source>Leave out: {title}</source>
        <translation>Weglassen: {title}</translation>
    </message>
    <message>
        <source>Show each one</source>
        <translation>Einzeln zeigen</translation>
    </message>
    <message>
        <source>Show them as one</source>
        <translation>Zusammenfassen</translation>
    </message>
</context>
<context>
    <name>FillWords</name>
    <message>
        <source>1 post</source>
        <translation>1 Beitrag</translation>
    </message>
    <message>
        <source>1 post from your ideas</source>
        <translation>1 Beitrag aus deinen Ideen</translation>
    </message>
    <message>
        <source>1 post missing, no idea fits</source>
        <translation>1 Beitrag fehlt, keine Idee passt</translation>
    </message>
    <message>
        <source>1 work block</source>
        <translation>1 Arbeitsblock</translation>
    </message>
    <message>
        <source>A week later</source>
        <translation>Eine Woche später</translation>
    </message>
    <message>
        <source>Add {day}</source>
        <translation>{day} dazunehmen</translation>
    </message>
    <message>
        <source>Capture idea</source>
        <translation>Idee festhalten</translation>
    </message>
    <message>
        <source>Create shortly before</source>
        <translation>Umsetzung bis kurz vorher</translation>
    </message>
    <message>
        <source>Fewer will do</source>
        <translation>Weniger genügen</translation>
    </message>
    <message>
        <source>Leave open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Leave with the ideas</source>
        <translation>In den Ideen lassen</translation>
    </message>
    <message>
        <source>Preview: {things}</source>
        <translation>Vorschau: {things}</translation>
    </message>
    <message>
        <source>Up to {hours} a day</source>
        <translation>Bis {hours} am Tag</translation>
    </message>
    <message>
        <source>because a little on many days is best</source>
        <translation>weil wenig an vielen Tagen am besten ist</translation>
    </message>
    <message>
        <source>because a week begins with planning</source>
        <translation>weil eine Woche mit Planung beginnt</translation>
    </message>
    <message>
        <source>because answers are due on days without a post, too</source>
        <translation>weil auch Tage ohne Beitrag Antworten brauchen</translation>
    </message>
    <message>
        <source>because answers count soon after the post</source>
        <translation>weil Antworten bald nach dem Beitrag zählen</translation>
    </message>
    <message>
        <source>because its creation ends {moment}</source>
        <translation>weil die Umsetzung {moment} endet</translation>
    </message>
    <message>
        <source>because nothing goes out on {platform} yet</source>
        <translation>weil auf {platform} noch nichts steht</translation>
    </message>
    <message>
        <source>because the hour after {posts} counts</source>
        <translation>weil die Stunde nach {posts} zählt</translation>
    </message>
    <message>
        <source>because the hour after {posts} is taken</source>
        <translation>weil die Stunde nach {posts} belegt ist</translation>
    </message>
    <message>
        <source>because you put it there</source>
        <translation>weil du es dorthin gelegt hast</translation>
    </message>
    <message>
        <source>because {hours} of it are open on {platform}</source>
        <translation>weil davon {hours} auf {platform} offen sind</translation>
    </message>
    <message>
        <source>because {platform} has nothing after {day}</source>
        <translation>weil seit {day} nichts auf {platform} steht</translation>
    </message>
    <message>
        <source>because {platform} has nothing the day before</source>
        <translation>weil auf {platform} am Tag davor nichts steht</translation>
    </message>
    <message>
        <source>because {platform} is silent for {days} days</source>
        <translation>weil {platform} sonst {days} Tage schweigt</translation>
    </message>
    <message>
        <source>because {posts} need it by {moment}</source>
        <translation>weil {posts} das bis {moment} brauchen</translation>
    </message>
    <message>
        <source>because {posts} needs it by {moment}</source>
        <translation>weil {posts} das bis {moment} braucht</translation>
    </message>
    <message>
        <source>because {posts} takes {hours}</source>
        <translation>weil für {posts} {hours} nötig sind</translation>
    </message>
    <message>
        <source>{activity} {hours}</source>
        <translation>{activity} {hours}</translation>
    </message>
    <message>
        <source>{activity}, {count} times {hours}</source>
        <translation>{activity}, {count}-mal {hours}</translation>
    </message>
    <message>
        <source>{count} posts</source>
        <translation>{count} Beiträge</translation>
    </message>
    <message>
        <source>{count} posts from your ideas</source>
        <translation>{count} Beiträge aus deinen Ideen</translation>
    </message>
    <message>
        <source>{count} posts missing, no idea fits</source>
        <translation>{count} Beiträge fehlen, keine Idee passt</translation>
    </message>
    <message>
        <source>{count} work blocks</source>
        <translation>{count} Arbeitsblöcke</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} und {other}</translation>
    </message>
    <message>
        <source>{things} scheduled</source>
        <translation>{things} eingeplant</translation>
    </message>
    <message>
        <source>“{post}”: no date found, {hours}</source>
        <translation>„{post}“: Datum fehlt, {hours}</translation>
    </message>
    <message>
        <source>“{post}”: {activity} {hours}</source>
        <translation>„{post}“: {activity} {hours}</translation>
    </message>
    <message>
        <source>“{post}”: {activity} {hours} by {moment}</source>
        <translation>„{post}“: {activity} {hours} bis {moment}</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>„{title}“</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All platforms</source>
        <translation>Alle Plattformen</translation>
    </message>
    <message>
        <source>Every status</source>
        <translation>Jeder Status</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>Gruppierung</translation>
    </message>
    <message>
        <source>Hide what is done</source>
        <translation>Erledigtes ausblenden</translation>
    </message>
    <message>
        <source>Keep this filter …</source>
        <translation>Diesen Filter merken …</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Plattformen</translation>
    </message>
    <message>
        <source>Platforms: {count}</source>
        <translation>Plattformen: {count}</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the agenda</source>
        <translation>Agenda durchsuchen</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status: {count}</source>
        <translation>Status: {count}</translation>
    </message>
    <message>
        <source>Work blocks</source>
        <translation>Arbeitsblöcke</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>a series has a rule that gives no dates ({detail})</source>
        <translation>eine Serie hat eine Regel, die keine Termine ergibt ({detail})</translation>
    </message>
    <message>
        <source>something that is referred to is missing ({detail})</source>
        <translation>etwas, worauf verwiesen wird, fehlt ({detail})</translation>
    </message>
    <message>
        <source>the file is damaged ({detail})</source>
        <translation>die Datei ist beschädigt ({detail})</translation>
    </message>
    <message>
        <source>the picture {detail} is missing or damaged</source>
        <translation>das Bild {detail} fehlt oder ist beschädigt</translation>
    </message>
    <message>
        <source>the post “{detail}” is on no platform</source>
        <translation>der Beitrag „{detail}“ steht auf keiner Plattform</translation>
    </message>
    <message>
        <source>the time zone “{detail}” is unknown</source>
        <translation>die Zeitzone „{detail}“ ist unbekannt</translation>
    </message>
</context>
<context>
    <name>FolderCard</name>
    <message>
        <source>Change …</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Choose a folder for the calendar files</source>
        <translation>Ordner für die Kalender-Dateien wählen</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Keep files in a folder up to date</source>
        <translation>Dateien im Ordner aktuell halten</translation>
    </message>
    <message>
        <source>No folder chosen yet</source>
        <translation>Noch kein Ordner gewählt</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Written anew after every change.</source>
        <translation>Werden nach jeder Änderung neu geschrieben.</translation>
    </message>
</context>
<context>
    <name>FormatHeads</name>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>FormatRow</name>
    <message>
        <source>Change the effort of “{name}”</source>
        <translation>Aufwand von „{name}“ ändern</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>More about {format}</source>
        <translation>Mehr zu {format}</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Name of {format}</source>
        <translation>Name von {format}</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>„{name}“ umbenennen</translation>
    </message>
    <message>
        <source>Reset to the built-in values</source>
        <translation>Auf die Vorgabe zurücksetzen</translation>
    </message>
    <message>
        <source>Reset “{name}”</source>
        <translation>„{name}“ zurücksetzen</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Carousel</source>
        <translation>Karussell</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Poll</source>
        <translation>Umfrage</translation>
    </message>
    <message>
        <source>Reel</source>
        <translation>Reel</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Story</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
</context>
<context>
    <name>FormatsPage</name>
    <message>
        <source>Add a format</source>
        <translation>Format hinzufügen</translation>
    </message>
    <message>
        <source>Another format has this name.</source>
        <translation>So heißt schon ein anderes Format.</translation>
    </message>
    <message>
        <source>Bring back the built-in ones</source>
        <translation>Vorgaben wiederherstellen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Formats &amp; effort</source>
        <translation>Formate &amp; Aufwand</translation>
    </message>
    <message>
        <source>New format</source>
        <translation>Neues Format</translation>
    </message>
    <message>
        <source>Posts that are there already keep their effort. A post without a format spreads its effort over the four activities: {planning} / {creation} / {interaction} / {monitoring} %. The order is that of the lists to choose from; move with the grip, or with Alt+↑ and Alt+↓.</source>
        <translation>Vorhandene Beiträge behalten ihren Aufwand. Ein Beitrag ohne Format verteilt seinen Aufwand auf die vier Tätigkeiten: {planning} / {creation} / {interaction} / {monitoring} %. Die Reihenfolge gilt in allen Auswahllisten; verschieben mit dem Griff oder mit Alt+↑ und Alt+↓.</translation>
    </message>
    <message>
        <source>The format needs a name.</source>
        <translation>Das Format braucht einen Namen.</translation>
    </message>
    <message>
        <source>What a post usually costs. A new post with a format begins with these minutes.</source>
        <translation>Was ein Beitrag meistens kostet. Mit diesen Minuten beginnt ein neuer Beitrag des Formats.</translation>
    </message>
</context>
<context>
    <name>GridKeys</name>
    <message>
        <source>15 minutes earlier</source>
        <translation>15 Minuten früher</translation>
    </message>
    <message>
        <source>15 minutes later</source>
        <translation>15 Minuten später</translation>
    </message>
    <message>
        <source>Back to the ideas</source>
        <translation>Zu den Ideen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Longer</source>
        <translation>Länger</translation>
    </message>
    <message>
        <source>Move …</source>
        <translation>Verschieben …</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>Nächster Tag</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Previous day</source>
        <translation>Vorheriger Tag</translation>
    </message>
    <message>
        <source>Shorter</source>
        <translation>Kürzer</translation>
    </message>
    <message>
        <source>Tick off</source>
        <translation>Abhaken</translation>
    </message>
</context>
<context>
    <name>Grip</name>
    <message>
        <source>Drag into the week, or press Enter for the next free slot</source>
        <translation>In die Woche ziehen, oder Enter für den nächsten freien Platz</translation>
    </message>
    <message>
        <source>Move with the mouse, or with Alt+↑ and Alt+↓</source>
        <translation>Verschieben mit der Maus oder mit Alt+↑ und Alt+↓</translation>
    </message>
    <message>
        <source>Move “{name}”</source>
        <translation>„{name}“ verschieben</translation>
    </message>
    <message>
        <source>Schedule time: {activity}</source>
        <translation>Zeit einplanen: {activity}</translation>
    </message>
</context>
<context>
    <name>GroupActions</name>
    <message numerus="yes">
        <source>%n card(s) selected</source>
        <translation><numerusform>%n Karte ausgewählt</numerusform><numerusform>%n Karten ausgewählt</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) on {platform} no more</source>
        <translation><numerusform>%n Beitrag nicht mehr auf {platform}</numerusform><numerusform>%n Beiträge nicht mehr auf {platform}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) on {platform} too</source>
        <translation><numerusform>%n Beitrag auch auf {platform}</numerusform><numerusform>%n Beiträge auch auf {platform}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s): {status}</source>
        <translation><numerusform>%n Beitrag: {status}</numerusform><numerusform>%n Beiträge: {status}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n published post(s) stay(s)</source>
        <translation><numerusform>%n veröffentlichter Beitrag bleibt</numerusform><numerusform>%n veröffentlichte Beiträge bleiben</numerusform></translation>
    </message>
    <message>
        <source>A day earlier</source>
        <translation>Einen Tag früher</translation>
    </message>
    <message>
        <source>A day later</source>
        <translation>Einen Tag später</translation>
    </message>
    <message>
        <source>A week earlier</source>
        <translation>Eine Woche früher</translation>
    </message>
    <message>
        <source>A week later</source>
        <translation>Eine Woche später</translation>
    </message>
    <message>
        <source>Alt Page down</source>
        <translation>Alt Bild ab</translation>
    </message>
    <message>
        <source>Alt Page up</source>
        <translation>Alt Bild auf</translation>
    </message>
    <message>
        <source>Alt ←</source>
        <translation>Alt ←</translation>
    </message>
    <message>
        <source>Alt →</source>
        <translation>Alt →</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Back to the ideas</source>
        <translation>Zu den Ideen</translation>
    </message>
    <message>
        <source>By another number …</source>
        <translation>Um eine andere Zahl …</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Strg Z</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n card(s)</source>
        <translation><numerusform>%n Karte löschen</numerusform><numerusform>%n Karten löschen</numerusform></translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Save as a calendar file …</source>
        <translation>Als Kalender-Datei sichern …</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Close the settings</source>
        <translation>Einstellungen schließen</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Alles gespeichert</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>HintList</name>
    <message>
        <source>Hints for {week}</source>
        <translation>Hinweise zu {week}</translation>
    </message>
    <message>
        <source>These are hints. Your plan stays as it is.</source>
        <translation>Das sind Hinweise. Dein Plan bleibt, wie er ist.</translation>
    </message>
</context>
<context>
    <name>HintRow</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>HintWatch</name>
    <message>
        <source>Ctrl Z</source>
        <translation>Strg Z</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>HintWords</name>
    <message>
        <source>1 hint</source>
        <translation>1 Hinweis</translation>
    </message>
    <message>
        <source>A work block to {hours}</source>
        <translation>Einen Arbeitsblock auf {hours}</translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation>Text ändern</translation>
    </message>
    <message>
        <source>It is out</source>
        <translation>Ist raus</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Move work</source>
        <translation>Arbeit verschieben</translation>
    </message>
    <message>
        <source>Move “{post}”</source>
        <translation>„{post}“ verschieben</translation>
    </message>
    <message>
        <source>Plan post</source>
        <translation>Beitrag planen</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>Erhöhen</translation>
    </message>
    <message>
        <source>Raise the budget of {platform}</source>
        <translation>Budget von {platform} erhöhen</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Einplanen</translation>
    </message>
    <message>
        <source>Schedule time for “{post}”</source>
        <translation>Zeit für „{post}“ einplanen</translation>
    </message>
    <message>
        <source>Shorten</source>
        <translation>Kürzen</translation>
    </message>
    <message>
        <source>Shorten work block</source>
        <translation>Arbeitsblock kürzen</translation>
    </message>
    <message>
        <source>This week's budget to {hours}</source>
        <translation>Budget dieser Woche auf {hours}</translation>
    </message>
    <message>
        <source>To {moment}</source>
        <translation>Auf {moment}</translation>
    </message>
    <message>
        <source>{count} hints</source>
        <translation>{count} Hinweise</translation>
    </message>
    <message>
        <source>{day} to {last}: nothing goes out</source>
        <translation>{day} bis {last}: nichts geht raus</translation>
    </message>
    <message>
        <source>{day}: nothing goes out</source>
        <translation>{day}: nichts geht raus</translation>
    </message>
    <message>
        <source>{day}: {hours} more work than working hours</source>
        <translation>{day}: {hours} mehr Arbeit als Arbeitszeit</translation>
    </message>
    <message>
        <source>{day}: {hours} of work outside working hours</source>
        <translation>{day}: {hours} Arbeit außerhalb der Arbeitszeit</translation>
    </message>
    <message>
        <source>{hours} from {moment}</source>
        <translation>{hours} ab {moment}</translation>
    </message>
    <message>
        <source>{moment} is free</source>
        <translation>{moment} ist frei</translation>
    </message>
    <message>
        <source>{platform}: 1 post missing</source>
        <translation>{platform}: 1 Beitrag fehlt</translation>
    </message>
    <message>
        <source>{platform}: 1 post more than planned for</source>
        <translation>{platform}: 1 Beitrag mehr als vorgesehen</translation>
    </message>
    <message>
        <source>{platform}: {count} posts missing</source>
        <translation>{platform}: {count} Beiträge fehlen</translation>
    </message>
    <message>
        <source>{platform}: {count} posts more than planned for</source>
        <translation>{platform}: {count} Beiträge mehr als vorgesehen</translation>
    </message>
    <message>
        <source>{platform}: {hours} over budget</source>
        <translation>{platform}: {hours} über Budget</translation>
    </message>
    <message>
        <source>“{post}” goes out {moment}, {hours} of work have no time yet</source>
        <translation>„{post}“ geht {moment} raus, {hours} Arbeit sind ohne Termin</translation>
    </message>
    <message>
        <source>“{post}” published</source>
        <translation>„{post}“ veröffentlicht</translation>
    </message>
    <message>
        <source>“{post}” should have gone out {moment}</source>
        <translation>„{post}“ sollte {moment} rausgehen</translation>
    </message>
    <message>
        <source>“{post}”, {day}: same text as {other}</source>
        <translation>„{post}“, {day}: gleicher Text wie am {other}</translation>
    </message>
    <message>
        <source>“{post}”, {moment}: less than an hour from another post</source>
        <translation>„{post}“, {moment}: keine Stunde Abstand zu einem anderen Beitrag</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Done again: {step}</source>
        <translation>Wiederholt: {step}</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>Rückgängig gemacht: {step}</translation>
    </message>
</context>
<context>
    <name>HistoryButtons</name>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Hours</name>
    <message>
        <source>Block {title}</source>
        <translation>Block {title}</translation>
    </message>
    <message>
        <source>Fill in later: click, or type a time</source>
        <translation>Nachtragen: klicken oder eine Zeit tippen</translation>
    </message>
    <message>
        <source>Post published</source>
        <translation>Beitrag veröffentlicht</translation>
    </message>
    <message>
        <source>Tick on a work block</source>
        <translation>Haken an einem Arbeitsblock</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>Zeitmesser</translation>
    </message>
    <message>
        <source>Your posts “{format}” take {learned} instead of {template} minutes.</source>
        <translation>Deine Beiträge „{format}“ dauern {learned} statt {template} Minuten.</translation>
    </message>
    <message>
        <source>Your {formats} take {learned} instead of {template} minutes.</source>
        <translation>Deine {formats} dauern {learned} statt {template} Minuten.</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>carousels</source>
        <translation>Karussells</translation>
    </message>
    <message>
        <source>entered by hand</source>
        <translation>von Hand eingetragen</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Veranstaltungen</translation>
    </message>
    <message>
        <source>image posts</source>
        <translation>Bildbeiträge</translation>
    </message>
    <message>
        <source>of {planned}</source>
        <translation>von {planned}</translation>
    </message>
    <message>
        <source>polls</source>
        <translation>Umfragen</translation>
    </message>
    <message>
        <source>reels</source>
        <translation>Reels</translation>
    </message>
    <message>
        <source>since {clock}</source>
        <translation>seit {clock}</translation>
    </message>
    <message>
        <source>stories</source>
        <translation>Storys</translation>
    </message>
    <message>
        <source>text posts</source>
        <translation>Textbeiträge</translation>
    </message>
    <message>
        <source>videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>{name}: {done} of {planned} hours done</source>
        <translation>{name}: {done} von {planned} Stunden erledigt</translation>
    </message>
    <message>
        <source>{origin}, corrected</source>
        <translation>{origin}, berichtigt</translation>
    </message>
</context>
<context>
    <name>HoursHeader</name>
    <message>
        <source>As CSV …</source>
        <translation>Als CSV …</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Nächste Woche</translation>
    </message>
    <message>
        <source>Previous week</source>
        <translation>Vorige Woche</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
</context>
<context>
    <name>HoursPage</name>
    <message>
        <source>Change time entry</source>
        <translation>Zeiteintrag ändern</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Strg Z</translation>
    </message>
    <message>
        <source>Delete time entry</source>
        <translation>Zeiteintrag löschen</translation>
    </message>
    <message>
        <source>Enter time</source>
        <translation>Zeit eintragen</translation>
    </message>
    <message>
        <source>Fill in {cell}</source>
        <translation>{cell} nachtragen</translation>
    </message>
    <message>
        <source>Hours {part}</source>
        <translation>Stunden {part}</translation>
    </message>
    <message>
        <source>Less than a minute: nothing recorded</source>
        <translation>Weniger als eine Minute: nichts eingetragen</translation>
    </message>
    <message>
        <source>Measured time discarded</source>
        <translation>Gemessene Zeit verworfen</translation>
    </message>
    <message>
        <source>New effort for “{format}”</source>
        <translation>Neuer Aufwand für „{format}“</translation>
    </message>
    <message>
        <source>New posts “{format}” take {hours}</source>
        <translation>Neue Beiträge „{format}“ brauchen {hours}</translation>
    </message>
    <message>
        <source>Tick off {block}</source>
        <translation>{block} abhaken</translation>
    </message>
    <message>
        <source>Time entry deleted</source>
        <translation>Zeiteintrag gelöscht</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Geschrieben: {file}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>since {clock}</source>
        <translation>seit {clock}</translation>
    </message>
    <message>
        <source>{block} ticked off, {hours} entered</source>
        <translation>{block} abgehakt, {hours} eingetragen</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}</source>
        <translation>{file} konnte nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
        <source>{hours} of this were not entered by hand. Correct them in the list below.</source>
        <translation>{hours} davon sind nicht von Hand eingetragen. Berichtige sie unten in der Liste.</translation>
    </message>
    <message>
        <source>{hours} recorded</source>
        <translation>{hours} eingetragen</translation>
    </message>
</context>
<context>
    <name>HoursTable</name>
    <message>
        <source>Activity</source>
        <translation>Tätigkeit</translation>
    </message>
    <message>
        <source>Block or post</source>
        <translation>Block oder Beitrag</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Hours as CSV</source>
        <translation>Stunden als CSV</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
</context>
<context>
    <name>IdeaCard</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Move …</source>
        <translation>Verschieben …</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open in the week</source>
        <translation>In der Woche öffnen</translation>
    </message>
    <message>
        <source>Plan into the next free slot</source>
        <translation>In den nächsten freien Platz planen</translation>
    </message>
</context>
<context>
    <name>IdeaDetail</name>
    <message>
        <source>Add tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Chosen idea</source>
        <translation>Gewählte Idee</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Remove tag {tag}</source>
        <translation>Schlagwort {tag} entfernen</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Einplanen</translation>
    </message>
    <message>
        <source>Write draft</source>
        <translation>Entwurf schreiben</translation>
    </message>
</context>
<context>
    <name>IdeaGrid</name>
    <message>
        <source>Ideas</source>
        <translation>Ideen</translation>
    </message>
</context>
<context>
    <name>IdeaTray</name>
    <message>
        <source>Close ideas</source>
        <translation>Ideen zuklappen</translation>
    </message>
    <message>
        <source>Ideas</source>
        <translation>Ideen</translation>
    </message>
    <message>
        <source>No ideas yet. Write down the first one above, with Enter it lies here.</source>
        <translation>Noch keine Ideen. Schreib die erste oben auf, mit Enter liegt sie hier.</translation>
    </message>
    <message>
        <source>Open ideas</source>
        <translation>Ideen aufklappen</translation>
    </message>
    <message>
        <source>Open to plan, and drag into the week</source>
        <translation>Zum Planen aufklappen und in die Woche ziehen</translation>
    </message>
</context>
<context>
    <name>Ideas</name>
    <message numerus="yes">
        <source>%n idea(s) collected</source>
        <translation><numerusform>%n gesammelt</numerusform><numerusform>%n gesammelt</numerusform></translation>
    </message>
    <message>
        <source>By occasion</source>
        <translation>Nach Anlass</translation>
    </message>
    <message>
        <source>Fits into {week}.</source>
        <translation>Passt in {week}.</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Next free slot: {place}.</source>
        <translation>Nächster freier Platz: {place}.</translation>
    </message>
    <message>
        <source>On {platform} {free} are open.</source>
        <translation>Auf {platform} sind {free} frei.</translation>
    </message>
    <message>
        <source>Own order</source>
        <translation>Eigene Reihenfolge</translation>
    </message>
    <message>
        <source>Shortest first</source>
        <translation>Kürzeste zuerst</translation>
    </message>
    <message>
        <source>fits this week</source>
        <translation>passt diese Woche</translation>
    </message>
    <message>
        <source>{collected}, {count} fit into this week</source>
        <translation>{collected}, {count} passen in diese Woche</translation>
    </message>
    <message numerus="yes">
        <source>{platform} lacks %n post(s), {free} are open.</source>
        <translation><numerusform>{platform} fehlt %n Beitrag, {free} sind frei.</numerusform><numerusform>{platform} fehlen %n Beiträge, {free} sind frei.</numerusform></translation>
    </message>
</context>
<context>
    <name>IdeasPage</name>
    <message>
        <source>All ideas</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Capture idea</source>
        <translation>Idee festhalten</translation>
    </message>
    <message>
        <source>Change the tags of “{name}”</source>
        <translation>Schlagwörter von „{name}“ ändern</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Strg Z</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation>„{name}“ löschen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Fits this week</source>
        <translation>Passt diese Woche</translation>
    </message>
    <message>
        <source>Ideas</source>
        <translation>Ideen</translation>
    </message>
    <message>
        <source>No idea fits the filter.</source>
        <translation>Keine Idee passt zum Filter.</translation>
    </message>
    <message>
        <source>No ideas yet. Type a title above; it needs neither a date nor a text.</source>
        <translation>Noch keine Ideen. Tippe oben einen Titel ein, er braucht weder Datum noch Text.</translation>
    </message>
    <message>
        <source>Open in the week</source>
        <translation>In der Woche öffnen</translation>
    </message>
    <message>
        <source>Plan into the next free slot</source>
        <translation>In den nächsten freien Platz planen</translation>
    </message>
    <message>
        <source>Put “{name}” in another place</source>
        <translation>„{name}“ umordnen</translation>
    </message>
    <message>
        <source>Schedule “{name}”</source>
        <translation>„{name}“ einplanen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>There is no free slot in this week and the next.</source>
        <translation>In dieser und der nächsten Woche ist kein Platz frei.</translation>
    </message>
    <message>
        <source>To the top</source>
        <translation>Ganz nach oben</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>“{name}” deleted</source>
        <translation>„{name}“ gelöscht</translation>
    </message>
    <message>
        <source>“{name}” scheduled for {place}</source>
        <translation>„{name}“ für {place} eingeplant</translation>
    </message>
    <message>
        <source>“{name}”, place {place} of {count}</source>
        <translation>„{name}“, Platz {place} von {count}</translation>
    </message>
</context>
<context>
    <name>IdeasView</name>
    <message>
        <source>Capture idea</source>
        <translation>Idee festhalten</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Ablegen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search ideas</source>
        <translation>Ideen durchsuchen</translation>
    </message>
    <message>
        <source>What comes to mind? Type a title, Enter files the idea.</source>
        <translation>Was fällt dir ein? Titel eintippen, Enter legt die Idee ab.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n post(s) would be added:</source>
        <translation><numerusform>%n Beitrag kommt dazu:</numerusform><numerusform>%n Beiträge kommen dazu:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are known already and stay as they are.</source>
        <translation><numerusform>%n Zeile ist schon im Plan und bleibt, wie sie ist.</numerusform><numerusform>%n Zeilen sind schon im Plan und bleiben, wie sie sind.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be understood and are left out:</source>
        <translation><numerusform>%n Zeile ist nicht zu verstehen und bleibt weg:</numerusform><numerusform>%n Zeilen sind nicht zu verstehen und bleiben weg:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Add %n post(s)</source>
        <translation><numerusform>%n Beitrag übernehmen</numerusform><numerusform>%n Beiträge übernehmen</numerusform></translation>
    </message>
    <message>
        <source>Import “{file}”</source>
        <translation>„{file}“ importieren</translation>
    </message>
    <message>
        <source>New platforms come with them: {names}</source>
        <translation>Dazu kommen neue Plattformen: {names}</translation>
    </message>
    <message>
        <source>New posts</source>
        <translation>Neue Beiträge</translation>
    </message>
    <message>
        <source>Rows with mistakes</source>
        <translation>Zeilen mit Fehlern</translation>
    </message>
    <message numerus="yes">
        <source>Take the %n good one(s)</source>
        <translation><numerusform>Den einen guten übernehmen</numerusform><numerusform>Die %n guten übernehmen</numerusform></translation>
    </message>
    <message>
        <source>The table has nothing that is new to the plan.</source>
        <translation>Die Tabelle enthält nichts, was im Plan noch fehlt.</translation>
    </message>
</context>
<context>
    <name>KeyBar</name>
    <message>
        <source>15 min</source>
        <translation>15 Min.</translation>
    </message>
    <message>
        <source>Arrow keys move, Enter drops, Escape goes back</source>
        <translation>Pfeiltasten verschieben, Enter legt ab, Escape bringt zurück</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Ablegen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>No key has these words.</source>
        <translation>Keine Taste hat diese Wörter.</translation>
    </message>
    <message>
        <source>Search keys …</source>
        <translation>Tasten suchen …</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>15 minutes earlier, later</source>
        <translation>15 Minuten früher, später</translation>
    </message>
    <message>
        <source>15 minutes up, down</source>
        <translation>15 Minuten hinauf, hinab</translation>
    </message>
    <message>
        <source>A day back, on</source>
        <translation>Einen Tag zurück, weiter</translation>
    </message>
    <message>
        <source>A day earlier, later</source>
        <translation>Einen Tag früher, später</translation>
    </message>
    <message>
        <source>A week earlier, later</source>
        <translation>Eine Woche früher, später</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>An hour up, down</source>
        <translation>Eine Stunde hinauf, hinab</translation>
    </message>
    <message>
        <source>Back to the ideas</source>
        <translation>Zu den Ideen</translation>
    </message>
    <message>
        <source>Back to the week</source>
        <translation>Zurück zur Woche</translation>
    </message>
    <message>
        <source>Back where it was</source>
        <translation>Zurück an den alten Platz</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Capture idea</source>
        <translation>Idee festhalten</translation>
    </message>
    <message>
        <source>Carry</source>
        <translation>Tragen</translation>
    </message>
    <message>
        <source>Carry into the week</source>
        <translation>In die Woche tragen</translation>
    </message>
    <message>
        <source>Carry: drop</source>
        <translation>Tragen: ablegen</translation>
    </message>
    <message>
        <source>Change an entry</source>
        <translation>Eintrag ändern</translation>
    </message>
    <message>
        <source>Choose all lines</source>
        <translation>Alle Zeilen auswählen</translation>
    </message>
    <message>
        <source>Choose several in a row</source>
        <translation>Mehrere hintereinander auswählen</translation>
    </message>
    <message>
        <source>Choose, choose no longer</source>
        <translation>Auswählen, nicht mehr auswählen</translation>
    </message>
    <message>
        <source>Context menu</source>
        <translation>Kontextmenü</translation>
    </message>
    <message>
        <source>Copy instead of moving</source>
        <translation>Kopieren statt verschieben</translation>
    </message>
    <message>
        <source>Copy, cut, paste</source>
        <translation>Kopieren, ausschneiden, einfügen</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete an entry</source>
        <translation>Eintrag löschen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>End of a block earlier, later</source>
        <translation>Ende eines Blocks früher, später</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>First card, last card of the week</source>
        <translation>Erste, letzte Karte der Woche</translation>
    </message>
    <message>
        <source>First day, last day of the month</source>
        <translation>Erster, letzter Tag des Monats</translation>
    </message>
    <message>
        <source>First line, last line</source>
        <translation>Erste, letzte Zeile</translation>
    </message>
    <message>
        <source>Fit the working hours, then the whole day</source>
        <translation>Arbeitszeit einpassen, dann den ganzen Tag</translation>
    </message>
    <message>
        <source>Former card, next card</source>
        <translation>Vorige, nächste Karte</translation>
    </message>
    <message>
        <source>Former card, next card in time</source>
        <translation>Vorige, nächste Karte in der Zeit</translation>
    </message>
    <message>
        <source>Go from card to card</source>
        <translation>Von Karte zu Karte</translation>
    </message>
    <message>
        <source>Go from day to day</source>
        <translation>Von Tag zu Tag</translation>
    </message>
    <message>
        <source>Go from idea to idea</source>
        <translation>Von Idee zu Idee</translation>
    </message>
    <message>
        <source>Go from line to line</source>
        <translation>Von Zeile zu Zeile</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Hours higher, lower</source>
        <translation>Stunden höher, niedriger</translation>
    </message>
    <message>
        <source>Ideas</source>
        <translation>Ideen</translation>
    </message>
    <message>
        <source>In steps of 5 minutes</source>
        <translation>In Schritten von 5 Minuten</translation>
    </message>
    <message>
        <source>In the agenda</source>
        <translation>In der Agenda</translation>
    </message>
    <message>
        <source>In the hours</source>
        <translation>In den Stunden</translation>
    </message>
    <message>
        <source>In the month</source>
        <translation>Im Monat</translation>
    </message>
    <message>
        <source>In the week</source>
        <translation>In der Woche</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>Leave the card</source>
        <translation>Karte verlassen</translation>
    </message>
    <message>
        <source>Mark all of the week</source>
        <translation>Alle der Woche markieren</translation>
    </message>
    <message>
        <source>Mark several in a row</source>
        <translation>Mehrere der Reihe nach markieren</translation>
    </message>
    <message>
        <source>Mark, mark no longer</source>
        <translation>Markieren, nicht mehr markieren</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>Menüleiste</translation>
    </message>
    <message>
        <source>Menu key</source>
        <translation>Menütaste</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Month back, month on</source>
        <translation>Monat zurück, weiter</translation>
    </message>
    <message>
        <source>Move to a day and a time</source>
        <translation>Auf Tag und Uhrzeit verschieben</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>Neuer Beitrag</translation>
    </message>
    <message>
        <source>New work block</source>
        <translation>Neuer Arbeitsblock</translation>
    </message>
    <message>
        <source>New work block there</source>
        <translation>Neuer Arbeitsblock dort</translation>
    </message>
    <message>
        <source>Next area, former area</source>
        <translation>Nächster Bereich, voriger Bereich</translation>
    </message>
    <message>
        <source>On a card</source>
        <translation>Auf einer Karte</translation>
    </message>
    <message>
        <source>On a free place</source>
        <translation>Auf einem freien Platz</translation>
    </message>
    <message>
        <source>On an idea below the week</source>
        <translation>Auf einer Idee unter der Woche</translation>
    </message>
    <message>
        <source>On the page of ideas</source>
        <translation>Auf der Seite der Ideen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open in the week</source>
        <translation>In der Woche öffnen</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>Paste there</source>
        <translation>Dort einfügen</translation>
    </message>
    <message>
        <source>Plan into the next free slot</source>
        <translation>In den nächsten freien Platz planen</translation>
    </message>
    <message>
        <source>Print or save as PDF</source>
        <translation>Drucken oder als PDF speichern</translation>
    </message>
    <message>
        <source>Quick add, as any letter does</source>
        <translation>Schnelleingabe, wie jeder Buchstabe</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Rename a block, open a post</source>
        <translation>Block umbenennen, Beitrag öffnen</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>Suchen und Befehle</translation>
    </message>
    <message>
        <source>Search in the ideas</source>
        <translation>In den Ideen suchen</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>In der Liste suchen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Start of a block earlier, later</source>
        <translation>Anfang eines Blocks früher, später</translation>
    </message>
    <message>
        <source>Start of work, end of work</source>
        <translation>Arbeitsbeginn, Arbeitsende</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Diese Liste</translation>
    </message>
    <message>
        <source>Tick off, publish</source>
        <translation>Abhaken, veröffentlichen</translation>
    </message>
    <message>
        <source>To another place in the order</source>
        <translation>An einen anderen Platz</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Week back, week on</source>
        <translation>Woche zurück, weiter</translation>
    </message>
    <message>
        <source>When printing</source>
        <translation>Beim Drucken</translation>
    </message>
    <message>
        <source>While dragging or carrying</source>
        <translation>Beim Ziehen oder Tragen</translation>
    </message>
</context>
<context>
    <name>LearnedCard</name>
    <message>
        <source>From {posts} finished posts of a format on, your time is compared with its template here.</source>
        <translation>Ab {posts} fertigen Beiträgen eines Formats steht hier deine Zeit neben der Vorlage.</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Dazugelernt</translation>
    </message>
</context>
<context>
    <name>LegendCard</name>
    <message>
        <source>Where an entry comes from</source>
        <translation>Woher ein Eintrag kommt</translation>
    </message>
</context>
<context>
    <name>LinkPicker</name>
    <message>
        <source>Link a post</source>
        <translation>Beitrag verknüpfen</translation>
    </message>
</context>
<context>
    <name>LinkedPost</name>
    <message>
        <source>Unlink: {title}</source>
        <translation>Verknüpfung lösen: {title}</translation>
    </message>
    <message>
        <source>needs {needed}, {covered} covered</source>
        <translation>braucht {needed}, {covered} gedeckt</translation>
    </message>
    <message>
        <source>takes time once it has a date</source>
        <translation>nimmt Zeit, sobald er einen Termin hat</translation>
    </message>
</context>
<context>
    <name>LinkedPosts</name>
    <message>
        <source>Link a post and this time counts for it.</source>
        <translation>Verknüpfe einen Beitrag, dann zählt diese Zeit für ihn.</translation>
    </message>
    <message>
        <source>{time} do not fit in</source>
        <translation>{time} passen nicht hinein</translation>
    </message>
    <message>
        <source>{time} used</source>
        <translation>{time} verplant</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Colours and text</source>
        <translation>Farben und Text</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Everything grows with the text</source>
        <translation>Alles wächst mit dem Text</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Holds on this computer, whatever plan is open. Everything applies at once.</source>
        <translation>Gilt auf diesem Rechner für jeden Plan und wirkt sofort.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Motion and contrast</source>
        <translation>Bewegung und Kontrast</translation>
    </message>
    <message>
        <source>Nothing slides or fades, and messages stay until they are closed</source>
        <translation>Nichts gleitet oder blendet, Meldungen bleiben bis zum Schließen</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Bewegung verringern</translation>
    </message>
    <message>
        <source>Stronger lines and texts, no tinted surfaces</source>
        <translation>Kräftigere Linien und Texte, keine getönten Flächen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>What is in the plan stays as it is</source>
        <translation>Was im Plan steht, bleibt, wie es ist</translation>
    </message>
    <message>
        <source>“System” turns dark when the computer does</source>
        <translation>„System“ wird dunkel, wenn der Rechner es wird</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Strg+,</translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation>Strg+1</translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation>Strg+2</translation>
    </message>
    <message>
        <source>Ctrl+3</source>
        <translation>Strg+3</translation>
    </message>
    <message>
        <source>Ctrl+4</source>
        <translation>Strg+4</translation>
    </message>
    <message>
        <source>Ctrl+5</source>
        <translation>Strg+5</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Ideas</source>
        <translation>Ideen</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
</context>
<context>
    <name>Measuring</name>
    <message>
        <source>Ctrl Z</source>
        <translation>Strg Z</translation>
    </message>
    <message>
        <source>Less than a minute: nothing recorded</source>
        <translation>Weniger als eine Minute: nichts eingetragen</translation>
    </message>
    <message>
        <source>Pause timer</source>
        <translation>Zeitmesser anhalten</translation>
    </message>
    <message>
        <source>Resume timer</source>
        <translation>Zeitmesser weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Start timer</source>
        <translation>Zeit starten</translation>
    </message>
    <message>
        <source>Stop and record</source>
        <translation>Stoppen und eintragen</translation>
    </message>
    <message>
        <source>Timer paused, {hours}</source>
        <translation>Zeitmesser wartet, {hours}</translation>
    </message>
    <message>
        <source>Timer runs, {hours}</source>
        <translation>Zeitmesser läuft, {hours}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{hours} recorded</source>
        <translation>{hours} eingetragen</translation>
    </message>
</context>
<context>
    <name>MemberForm</name>
    <message>
        <source>Change the initials of “{name}”</source>
        <translation>Kürzel von „{name}“ ändern</translation>
    </message>
    <message>
        <source>Change the time of “{name}”</source>
        <translation>Zeit von „{name}“ ändern</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>No longer here since</source>
        <translation>Nicht mehr dabei seit</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>„{name}“ umbenennen</translation>
    </message>
    <message>
        <source>Time per week</source>
        <translation>Zeit je Woche</translation>
    </message>
    <message>
        <source>Who has left stays in posts and hours, but is no longer offered. Both fields may stay empty.</source>
        <translation>Wer nicht mehr dabei ist, bleibt in Beiträgen und Stunden stehen, wird aber nicht mehr angeboten. Beide Felder dürfen leer bleiben.</translation>
    </message>
    <message>
        <source>“{name}” is back</source>
        <translation>„{name}“ ist wieder dabei</translation>
    </message>
    <message>
        <source>“{name}” leaves</source>
        <translation>„{name}“ ist nicht mehr dabei</translation>
    </message>
</context>
<context>
    <name>MiniMonth</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation><numerusform>%n Eintrag</numerusform><numerusform>%n Einträge</numerusform></translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Nächster Monat</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Voriger Monat</translation>
    </message>
</context>
<context>
    <name>MomentPopover</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Verschieben nach</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>€{amount}</source>
        <translation>{amount} €</translation>
    </message>
</context>
<context>
    <name>Month</name>
    <message>
        <source> (above {limit})</source>
        <translation> (über {limit})</translation>
    </message>
    <message>
        <source> (below {limit})</source>
        <translation> (unter {limit})</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n Tag</numerusform><numerusform>%n Tage</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) without a post</source>
        <translation><numerusform>%n Tag ohne Beitrag</numerusform><numerusform>%n Tage ohne Beitrag</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation><numerusform>%n Beitrag</numerusform><numerusform>%n Beiträge</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) planned</source>
        <translation><numerusform>%n Beitrag geplant</numerusform><numerusform>%n Beiträge geplant</numerusform></translation>
    </message>
    <message>
        <source>Budget stays</source>
        <translation>Budget bleibt</translation>
    </message>
    <message>
        <source>Campaign “{name}”</source>
        <translation>Kampagne „{name}“</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>Correct the date</source>
        <translation>Datum berichtigen</translation>
    </message>
    <message>
        <source>Duplicate “{0}”</source>
        <translation>„{0}“ duplizieren</translation>
    </message>
    <message>
        <source>Format mix {month}</source>
        <translation>Formatmix {month}</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>Move “{0}”</source>
        <translation>„{0}“ verschieben</translation>
    </message>
    <message>
        <source>Plan a copy</source>
        <translation>Kopie planen</translation>
    </message>
    <message>
        <source>Plan copy</source>
        <translation>Kopie planen</translation>
    </message>
    <message>
        <source>This post is already online</source>
        <translation>Dieser Beitrag ist schon online</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Wk</source>
        <translation>KW</translation>
    </message>
    <message>
        <source>it went online {to} instead of {was}</source>
        <translation>er ging {to} online statt {was}</translation>
    </message>
    <message>
        <source>new draft {at}, without approval and hours</source>
        <translation>neuer Entwurf {at}, ohne Freigabe und Stunden</translation>
    </message>
    <message>
        <source>no post</source>
        <translation>kein Beitrag</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>bis {day}</translation>
    </message>
    <message>
        <source>without format</source>
        <translation>ohne Format</translation>
    </message>
    <message>
        <source>{day} free.</source>
        <translation>{day} frei.</translation>
    </message>
    <message>
        <source>{first}–{last}</source>
        <translation>{first}.–{last}</translation>
    </message>
    <message>
        <source>{hours} of work</source>
        <translation>{hours} Arbeit</translation>
    </message>
    <message>
        <source>{month_short}</source>
        <translation>{month_short}.</translation>
    </message>
    <message>
        <source>{planned} of {target} hours planned, {done} done</source>
        <translation>{planned} von {target} Stunden geplant, {done} erledigt</translation>
    </message>
    <message>
        <source>{platform} {planned} of {target}</source>
        <translation>{platform} {planned} von {target}</translation>
    </message>
    <message>
        <source>{platform}: in all {of} weeks above {limit}</source>
        <translation>{platform}: in allen {of} Wochen über {limit}</translation>
    </message>
    <message>
        <source>{platform}: in all {of} weeks below {limit}</source>
        <translation>{platform}: in allen {of} Wochen unter {limit}</translation>
    </message>
    <message>
        <source>{platform}: in {weeks} of {of} weeks above {limit}</source>
        <translation>{platform}: in {weeks} von {of} Wochen über {limit}</translation>
    </message>
    <message>
        <source>{platform}: in {weeks} of {of} weeks below {limit}</source>
        <translation>{platform}: in {weeks} von {of} Wochen unter {limit}</translation>
    </message>
    <message>
        <source>“{name}” copied to {place}</source>
        <translation>„{name}“ auf {place} kopiert</translation>
    </message>
    <message>
        <source>“{name}” moved to {place}</source>
        <translation>„{name}“ auf {place} verschoben</translation>
    </message>
</context>
<context>
    <name>MonthCanvas</name>
    <message>
        <source>One day earlier</source>
        <translation>Einen Tag früher</translation>
    </message>
    <message>
        <source>One day later</source>
        <translation>Einen Tag später</translation>
    </message>
    <message>
        <source>One week earlier</source>
        <translation>Eine Woche früher</translation>
    </message>
    <message>
        <source>One week later</source>
        <translation>Eine Woche später</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open week</source>
        <translation>Woche öffnen</translation>
    </message>
    <message>
        <source>Show all posts of the day</source>
        <translation>Alle Beiträge des Tages zeigen</translation>
    </message>
</context>
<context>
    <name>MonthFooter</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation><numerusform>%n weitere</numerusform><numerusform>%n weitere</numerusform></translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>Dots in a day: one hour of planned work each.</source>
        <translation>Punkte im Tag: eine Stunde geplante Arbeit.</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>No campaign in this month.</source>
        <translation>In diesem Monat läuft keine Kampagne.</translation>
    </message>
    <message>
        <source>No gaps: something goes out regularly.</source>
        <translation>Keine Lücken: Es geht regelmäßig etwas hinaus.</translation>
    </message>
    <message>
        <source>Plan an idea</source>
        <translation>Idee einplanen</translation>
    </message>
    <message>
        <source>also: {names}</source>
        <translation>außerdem: {names}</translation>
    </message>
</context>
<context>
    <name>MonthHeader</name>
    <message>
        <source>Next month</source>
        <translation>Nächster Monat</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Voriger Monat</translation>
    </message>
</context>
<context>
    <name>MonthPage</name>
    <message>
        <source>Create post</source>
        <translation>Beitrag anlegen</translation>
    </message>
    <message>
        <source>Create work block</source>
        <translation>Arbeitsblock anlegen</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Mover</name>
    <message>
        <source>Ctrl Z</source>
        <translation>Strg Z</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>NewPlanPopover</name>
    <message>
        <source>Choose the place …</source>
        <translation>Ort wählen …</translation>
    </message>
    <message>
        <source>It begins with the platforms, formats, working hours and region of this plan, but without posts, blocks and hours. This plan stays as it is.</source>
        <translation>Er beginnt mit Plattformen, Formaten, Arbeitszeiten und Region dieses Plans, aber ohne Beiträge, Blöcke und Stunden. Dieser Plan bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Name of the business</source>
        <translation>Name des Betriebs</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>Neuer Plan</translation>
    </message>
    <message>
        <source>The plan needs a name.</source>
        <translation>Der Plan braucht einen Namen.</translation>
    </message>
</context>
<context>
    <name>NewsDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>OpenCard</name>
    <message>
        <source>Past, but not ticked off:</source>
        <translation>Vergangen, aber ohne Haken:</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Noch offen</translation>
    </message>
</context>
<context>
    <name>OrderedRows</name>
    <message>
        <source>{name}, place {place} of {count}</source>
        <translation>{name}, Platz {place} von {count}</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message numerus="yes">
        <source>%n card(s) deleted</source>
        <translation><numerusform>%n Karte gelöscht</numerusform><numerusform>%n Karten gelöscht</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) duplicated</source>
        <translation><numerusform>%n Karte dupliziert</numerusform><numerusform>%n Karten dupliziert</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) moved</source>
        <translation><numerusform>%n Karte verschoben</numerusform><numerusform>%n Karten verschoben</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) lie(s) with the ideas again</source>
        <translation><numerusform>%n Beitrag liegt wieder bei den Ideen</numerusform><numerusform>%n Beiträge liegen wieder bei den Ideen</numerusform></translation>
    </message>
    <message>
        <source>Bring the series of “{0}” into line</source>
        <translation>Serie von „{0}“ angleichen</translation>
    </message>
    <message>
        <source>Budget stays</source>
        <translation>Budget bleibt</translation>
    </message>
    <message>
        <source>Budget stays at {hours}</source>
        <translation>Budget bleibt {hours}</translation>
    </message>
    <message>
        <source>Capture idea “{0}”</source>
        <translation>Idee „{0}“ festhalten</translation>
    </message>
    <message>
        <source>Change how “{0}” repeats</source>
        <translation>Wiederholung von „{0}“ ändern</translation>
    </message>
    <message>
        <source>Change the posts of “{0}”</source>
        <translation>Beiträge von „{0}“ ändern</translation>
    </message>
    <message>
        <source>Change the time of “{0}”</source>
        <translation>Zeit von „{0}“ ändern</translation>
    </message>
    <message>
        <source>Change “{0}”</source>
        <translation>„{0}“ ändern</translation>
    </message>
    <message>
        <source>Create “{0}”</source>
        <translation>„{0}“ anlegen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n card(s)</source>
        <translation><numerusform>%n Karte löschen</numerusform><numerusform>%n Karten löschen</numerusform></translation>
    </message>
    <message>
        <source>Delete “{0}”</source>
        <translation>„{0}“ löschen</translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n card(s)</source>
        <translation><numerusform>%n Karte duplizieren</numerusform><numerusform>%n Karten duplizieren</numerusform></translation>
    </message>
    <message>
        <source>Duplicate “{0}”</source>
        <translation>„{0}“ duplizieren</translation>
    </message>
    <message>
        <source>Idea “{name}” captured</source>
        <translation>Idee „{name}“ festgehalten</translation>
    </message>
    <message numerus="yes">
        <source>Move %n card(s)</source>
        <translation><numerusform>%n Karte verschieben</numerusform><numerusform>%n Karten verschieben</numerusform></translation>
    </message>
    <message>
        <source>Move “{0}”</source>
        <translation>„{0}“ verschieben</translation>
    </message>
    <message numerus="yes">
        <source>Put %n post(s) back to the ideas</source>
        <translation><numerusform>%n Beitrag zu den Ideen legen</numerusform><numerusform>%n Beiträge zu den Ideen legen</numerusform></translation>
    </message>
    <message>
        <source>Put “{0}” back to the ideas</source>
        <translation>„{0}“ zu den Ideen legen</translation>
    </message>
    <message>
        <source>Schedule time for “{0}”</source>
        <translation>Zeit für „{0}“ einplanen</translation>
    </message>
    <message>
        <source>Schedule “{0}”</source>
        <translation>„{0}“ einplanen</translation>
    </message>
    <message>
        <source>The series of “{name}” is in line</source>
        <translation>Die Serie von „{name}“ ist angeglichen</translation>
    </message>
    <message>
        <source>Time for “{name}” scheduled: {place}</source>
        <translation>Zeit für „{name}“ eingeplant: {place}</translation>
    </message>
    <message>
        <source>{platform} {planned} of {target}</source>
        <translation>{platform} {planned} von {target}</translation>
    </message>
    <message>
        <source>“{name}” changed</source>
        <translation>„{name}“ geändert</translation>
    </message>
    <message>
        <source>“{name}” copied to {place}</source>
        <translation>„{name}“ auf {place} kopiert</translation>
    </message>
    <message>
        <source>“{name}” deleted</source>
        <translation>„{name}“ gelöscht</translation>
    </message>
    <message>
        <source>“{name}” does not repeat any more</source>
        <translation>„{name}“ wiederholt sich nicht mehr</translation>
    </message>
    <message>
        <source>“{name}” is now {span}</source>
        <translation>„{name}“ ist jetzt {span}</translation>
    </message>
    <message>
        <source>“{name}” lies with the ideas again</source>
        <translation>„{name}“ liegt wieder bei den Ideen</translation>
    </message>
    <message>
        <source>“{name}” moved to {place}</source>
        <translation>„{name}“ auf {place} verschoben</translation>
    </message>
    <message>
        <source>“{name}” repeats now</source>
        <translation>„{name}“ wiederholt sich jetzt</translation>
    </message>
    <message>
        <source>“{name}” scheduled for {place}</source>
        <translation>„{name}“ für {place} eingeplant</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>OverridePopover</name>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Deckel</translation>
    </message>
    <message>
        <source>For example Christmas</source>
        <translation>Zum Beispiel Weihnachten</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Other values for one week</source>
        <translation>Andere Werte für eine Woche</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
</context>
<context>
    <name>OverrideTable</name>
    <message>
        <source>Cap</source>
        <translation>Deckel</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Every week has the same target so far.</source>
        <translation>Bisher hat jede Woche dasselbe Soll.</translation>
    </message>
    <message>
        <source>Give a week other values</source>
        <translation>Einer Woche andere Werte geben</translation>
    </message>
    <message>
        <source>Other values for single weeks</source>
        <translation>Andere Werte für einzelne Wochen</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
</context>
<context>
    <name>PanelFrame</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Speichert …</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message numerus="yes">
        <source>%n post(s) and work block(s) are known already and stay as they are.</source>
        <translation><numerusform>%n Beitrag oder Arbeitsblock ist schon im Plan und bleibt, wie er ist.</numerusform><numerusform>%n Beiträge und Arbeitsblöcke sind schon im Plan und bleiben, wie sie sind.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) would be added:</source>
        <translation><numerusform>%n Beitrag kommt dazu:</numerusform><numerusform>%n Beiträge kommen dazu:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n work block(s) would be added:</source>
        <translation><numerusform>%n Arbeitsblock kommt dazu:</numerusform><numerusform>%n Arbeitsblöcke kommen dazu:</numerusform></translation>
    </message>
    <message>
        <source>Add to the plan</source>
        <translation>In den Plan aufnehmen</translation>
    </message>
    <message>
        <source>Campaigns and days come with them: {names}</source>
        <translation>Dazu kommen Kampagnen und Tage: {names}</translation>
    </message>
    <message>
        <source>Import “{file}”</source>
        <translation>„{file}“ importieren</translation>
    </message>
    <message>
        <source>New platforms come with them: {names}</source>
        <translation>Dazu kommen neue Plattformen: {names}</translation>
    </message>
    <message>
        <source>New posts</source>
        <translation>Neue Beiträge</translation>
    </message>
    <message>
        <source>New work blocks</source>
        <translation>Neue Arbeitsblöcke</translation>
    </message>
    <message>
        <source>The calendar has nothing that is new to the plan.</source>
        <translation>Der Kalender hat nichts, was für den Plan neu wäre.</translation>
    </message>
</context>
<context>
    <name>PlanFiles</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>New plan …</source>
        <translation>Neuer Plan …</translation>
    </message>
    <message>
        <source>Open another plan …</source>
        <translation>Anderen Plan öffnen …</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Rename or move …</source>
        <translation>Umbenennen oder verschieben …</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>{size}, pictures {pictures} on top; last saved {moment}</source>
        <translation>{size}, dazu Bilder {pictures}; zuletzt gespeichert {moment}</translation>
    </message>
    <message>
        <source>{size}; last saved {moment}</source>
        <translation>{size}; zuletzt gespeichert {moment}</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Business</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Canton for public holidays</source>
        <translation>Kanton für Feiertage</translation>
    </message>
    <message>
        <source>Change the name of the plan</source>
        <translation>Namen des Plans ändern</translation>
    </message>
    <message>
        <source>Change the place</source>
        <translation>Ort ändern</translation>
    </message>
    <message>
        <source>Change the region of public holidays</source>
        <translation>Bundesland für Feiertage ändern</translation>
    </message>
    <message>
        <source>Change the time of new posts</source>
        <translation>Uhrzeit neuer Beiträge ändern</translation>
    </message>
    <message>
        <source>Change the time zone</source>
        <translation>Zeitzone ändern</translation>
    </message>
    <message>
        <source>Change the website</source>
        <translation>Webseite ändern</translation>
    </message>
    <message>
        <source>Change the working hours</source>
        <translation>Arbeitszeiten ändern</translation>
    </message>
    <message>
        <source>Holds for this plan: “{name}”.</source>
        <translation>Gilt für diesen Plan: „{name}“.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Region for public holidays</source>
        <translation>Bundesland für Feiertage</translation>
    </message>
    <message>
        <source>The plan needs a name.</source>
        <translation>Der Plan braucht einen Namen.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Time of new posts</source>
        <translation>Uhrzeit neuer Beiträge</translation>
    </message>
    <message>
        <source>Time zone of the plan</source>
        <translation>Zeitzone des Plans</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Weeks begin on Monday and are called week 48. In another time zone, 12:15 stays 12:15.</source>
        <translation>Wochen beginnen am Montag und heißen KW 48. Bei einer neuen Zeitzone bleibt 12:15 Uhr 12:15 Uhr.</translation>
    </message>
</context>
<context>
    <name>PlanTable</name>
    <message>
        <source>CSV …</source>
        <translation>CSV …</translation>
    </message>
    <message>
        <source>Excel (XLSX) …</source>
        <translation>Excel (XLSX) …</translation>
    </message>
    <message>
        <source>Plan as a table</source>
        <translation>Plan als Tabelle</translation>
    </message>
    <message>
        <source>Saves all posts and ideas, one row each.</source>
        <translation>Speichert alle Beiträge und Ideen, je eine Zeile.</translation>
    </message>
    <message>
        <source>The import reads the table back. Where the versions of a post differ, the row has the earliest date; their own texts, work blocks and hours are not in it. A backup keeps everything.</source>
        <translation>Der Import liest die Tabelle wieder ein. Wo sich die Fassungen eines Beitrags unterscheiden, steht der früheste Termin in der Zeile; eigene Texte der Fassungen, Arbeitsblöcke und Stunden fehlen darin. Eine Sicherung behält alles.</translation>
    </message>
</context>
<context>
    <name>PlatformFilter</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Plattformen</translation>
    </message>
</context>
<context>
    <name>PlatformForm</name>
    <message>
        <source>A higher cap leaves room: up to it a week is “within the cap”, only above it “over”.</source>
        <translation>Ein höherer Deckel lässt Luft: Bis dahin heißt es „im Rahmen“, erst darüber „drüber“.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Address to open</source>
        <translation>Adresse zum Öffnen</translation>
    </message>
    <message>
        <source>Another platform has this name.</source>
        <translation>So heißt schon eine andere Plattform.</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Deckel</translation>
    </message>
    <message>
        <source>Change the account of “{name}”</source>
        <translation>Konto von „{name}“ ändern</translation>
    </message>
    <message>
        <source>Change the address of “{name}”</source>
        <translation>Adresse von „{name}“ ändern</translation>
    </message>
    <message>
        <source>Change the cap of “{name}”</source>
        <translation>Deckel von „{name}“ ändern</translation>
    </message>
    <message>
        <source>Change the posts per week of “{name}”</source>
        <translation>Beiträge je Woche von „{name}“ ändern</translation>
    </message>
    <message>
        <source>Change the split of “{name}”</source>
        <translation>Aufteilung von „{name}“ ändern</translation>
    </message>
    <message>
        <source>Change the target of “{name}”</source>
        <translation>Soll von „{name}“ ändern</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Posts per week</source>
        <translation>Beiträge je Woche</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>„{name}“ umbenennen</translation>
    </message>
    <message>
        <source>Second account …</source>
        <translation>Zweites Konto …</translation>
    </message>
    <message>
        <source>Show in the week</source>
        <translation>In der Woche zeigen</translation>
    </message>
    <message>
        <source>Target per week</source>
        <translation>Soll je Woche</translation>
    </message>
    <message>
        <source>The platform needs a name.</source>
        <translation>Die Plattform braucht einen Namen.</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>{least} bis {most}</translation>
    </message>
</context>
<context>
    <name>PlatformList</name>
    <message>
        <source>Hidden</source>
        <translation>Ausgeblendet</translation>
    </message>
    <message>
        <source>In the week</source>
        <translation>In der Woche</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Plattformen</translation>
    </message>
    <message>
        <source>{name}, place {place} of {count}</source>
        <translation>{name}, Platz {place} von {count}</translation>
    </message>
</context>
<context>
    <name>PlatformsPage</name>
    <message numerus="yes">
        <source>%n post(s) in {month}</source>
        <translation><numerusform>%n Beitrag im {month}</numerusform><numerusform>%n Beiträge im {month}</numerusform></translation>
    </message>
    <message>
        <source>Hide “{name}”</source>
        <translation>„{name}“ ausblenden</translation>
    </message>
    <message>
        <source>Key {key}, {posts}</source>
        <translation>Schlüssel {key}, {posts}</translation>
    </message>
    <message>
        <source>Platform …</source>
        <translation>Plattform …</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Plattformen</translation>
    </message>
    <message>
        <source>Second account …</source>
        <translation>Zweites Konto …</translation>
    </message>
    <message>
        <source>Second account: {kind} …</source>
        <translation>Zweites Konto: {kind} …</translation>
    </message>
    <message>
        <source>Show “{name}”</source>
        <translation>„{name}“ zeigen</translation>
    </message>
    <message>
        <source>The order holds everywhere: in the budget strip, in the side bar and for the first tile of a card. Move with the grip, or with Alt+↑ and Alt+↓.</source>
        <translation>Die Reihenfolge gilt überall: in der Budgetleiste, in der Seitenleiste und für die erste Kachel einer Karte. Verschieben mit dem Griff oder Alt+↑ und Alt+↓.</translation>
    </message>
    <message>
        <source>Which channels you use, how much time they get and how many posts they shall have.</source>
        <translation>Welche Kanäle du bespielst, wie viel Zeit sie bekommen und wie viele Beiträge es werden sollen.</translation>
    </message>
</context>
<context>
    <name>Popover</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>PostEdit</name>
    <message>
        <source>Change campaign</source>
        <translation>Kampagne ändern</translation>
    </message>
    <message>
        <source>Change date</source>
        <translation>Termin ändern</translation>
    </message>
    <message>
        <source>Change effort</source>
        <translation>Aufwand ändern</translation>
    </message>
    <message>
        <source>Change format</source>
        <translation>Format ändern</translation>
    </message>
    <message>
        <source>Change note</source>
        <translation>Notiz ändern</translation>
    </message>
    <message>
        <source>Change owner</source>
        <translation>Zuständige Person ändern</translation>
    </message>
    <message>
        <source>Change platforms</source>
        <translation>Plattformen ändern</translation>
    </message>
    <message>
        <source>Change text</source>
        <translation>Text ändern</translation>
    </message>
    <message>
        <source>Change title</source>
        <translation>Titel ändern</translation>
    </message>
</context>
<context>
    <name>PostList</name>
    <message>
        <source>No post of these weeks has these words in its title</source>
        <translation>Kein Beitrag dieser Wochen hat diese Wörter im Titel</translation>
    </message>
    <message>
        <source>Search posts</source>
        <translation>Beiträge suchen</translation>
    </message>
</context>
<context>
    <name>PostPanel</name>
    <message numerus="yes">
        <source>%n version(s) with a text of their own</source>
        <translation><numerusform>%n Fassung mit eigenem Text</numerusform><numerusform>%n Fassungen mit eigenem Text</numerusform></translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>All of the effort has its time</source>
        <translation>Für den ganzen Aufwand ist Zeit eingeplant</translation>
    </message>
    <message numerus="yes">
        <source>Base text for all %n version(s)</source>
        <translation><numerusform>Basistext für die Fassung</numerusform><numerusform>Basistext für alle %n Fassungen</numerusform></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Drag by the grip into the week, or “Schedule time”</source>
        <translation>Am Griff in die Woche ziehen oder „Zeit einplanen“</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>No effort given yet</source>
        <translation>Noch kein Aufwand angegeben</translation>
    </message>
    <message>
        <source>No format</source>
        <translation>Ohne Format</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Platforms and dates</source>
        <translation>Plattformen und Termine</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>Schedule time</source>
        <translation>Zeit einplanen</translation>
    </message>
    <message>
        <source>Template {time}</source>
        <translation>Vorlage {time}</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Use the template, {time}</source>
        <translation>Vorlage übernehmen, {time}</translation>
    </message>
    <message>
        <source>What do you want to tell?</source>
        <translation>Was möchtest du erzählen?</translation>
    </message>
    <message>
        <source>With a date for the post its time can be scheduled</source>
        <translation>Sobald der Beitrag einen Termin hat, lässt sich Zeit dafür einplanen</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>{time} not yet scheduled</source>
        <translation>{time} noch ohne Termin</translation>
    </message>
</context>
<context>
    <name>PostSeries</name>
    <message numerus="yes">
        <source>%n new date(s)</source>
        <translation><numerusform>%n neuer Termin</numerusform><numerusform>%n neue Termine</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n untouched idea(s) go(es)</source>
        <translation><numerusform>%n unberührte Idee verschwindet</numerusform><numerusform>%n unberührte Ideen verschwinden</numerusform></translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Bring into line</source>
        <translation>Angleichen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>End series</source>
        <translation>Serie beenden</translation>
    </message>
    <message>
        <source>From when on does the new rule hold?</source>
        <translation>Ab wann gilt die neue Regel?</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Only this post</source>
        <translation>Nur dieser Beitrag</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herauslösen</translation>
    </message>
    <message>
        <source>This and following</source>
        <translation>Dieser und folgende</translation>
    </message>
    <message>
        <source>What becomes of the series?</source>
        <translation>Was wird aus der Serie?</translation>
    </message>
    <message>
        <source>Which posts to bring into line?</source>
        <translation>Welche Beiträge angleichen?</translation>
    </message>
    <message>
        <source>Which posts to change?</source>
        <translation>Welche Beiträge ändern?</translation>
    </message>
    <message>
        <source>Which posts to delete?</source>
        <translation>Welche Beiträge löschen?</translation>
    </message>
    <message>
        <source>Which posts to move?</source>
        <translation>Welche Beiträge verschieben?</translation>
    </message>
    <message numerus="yes">
        <source>also %n past post(s); what is online stays</source>
        <translation><numerusform>auch %n vergangener; was online ist, bleibt</numerusform><numerusform>auch %n vergangene; was online ist, bleibt</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>ends before {day}; %n untouched idea(s) go(es)</source>
        <translation><numerusform>endet vor dem {day}; %n unberührte Idee verschwindet</numerusform><numerusform>endet vor dem {day}; %n unberührte Ideen verschwinden</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>ends; %n untouched idea(s) ahead go(es), the rest stays</source>
        <translation><numerusform>endet; %n unberührte Idee verschwindet, der Rest bleibt</numerusform><numerusform>endet; %n unberührte Ideen verschwinden, der Rest bleibt</numerusform></translation>
    </message>
    <message>
        <source>from the beginning: {what}</source>
        <translation>von Anfang an: {what}</translation>
    </message>
    <message numerus="yes">
        <source>from {day} on, with %n untouched idea(s); edited ones stay</source>
        <translation><numerusform>ab {day}, mit %n unberührten Idee; bearbeitete bleiben</numerusform><numerusform>ab {day}, mit %n unberührten Ideen; bearbeitete bleiben</numerusform></translation>
    </message>
    <message>
        <source>from {day} on: {what}</source>
        <translation>ab {day}: {what}</translation>
    </message>
    <message>
        <source>from {day} on; those moved on their own stay</source>
        <translation>ab {day}; eigens verschobene bleiben</translation>
    </message>
    <message>
        <source>from {day} on; what was edited on its own stays</source>
        <translation>ab {day}; was eigens geändert ist, bleibt</translation>
    </message>
    <message>
        <source>on {day} instead of {was}, the series stays</source>
        <translation>am {day} statt {was}, die Serie bleibt</translation>
    </message>
    <message>
        <source>only {day}, the series goes on</source>
        <translation>nur {day}, die Serie geht weiter</translation>
    </message>
    <message>
        <source>only {day}, the series stays as it is</source>
        <translation>nur {day}, die Serie bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>repeats {frequency}</source>
        <translation>wiederholt sich {frequency}</translation>
    </message>
    <message>
        <source>the whole series; what is online stays</source>
        <translation>die ganze Serie; was online ist, bleibt</translation>
    </message>
    <message numerus="yes">
        <source>this one and %n untouched idea(s); edited ones stay</source>
        <translation><numerusform>dieser und %n unberührte Idee; bearbeitete bleiben</numerusform><numerusform>dieser und %n unberührte Ideen; bearbeitete bleiben</numerusform></translation>
    </message>
    <message>
        <source>{day} at {time}, the series stays at {series}</source>
        <translation>{day} um {time}, die Serie bleibt um {series}</translation>
    </message>
    <message>
        <source>{day} leaves the series, which goes on</source>
        <translation>{day} löst sich heraus, die Serie geht weiter</translation>
    </message>
</context>
<context>
    <name>PreferencesPage</name>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Add “{name}”</source>
        <translation>„{name}“ anlegen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Bring back the built-in formats</source>
        <translation>Vorgegebene Formate wiederherstellen</translation>
    </message>
    <message>
        <source>Calendar feeds</source>
        <translation>Kalender-Feeds</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>Change the order of the formats</source>
        <translation>Reihenfolge der Formate ändern</translation>
    </message>
    <message>
        <source>Change the order of the platforms</source>
        <translation>Reihenfolge der Plattformen ändern</translation>
    </message>
    <message>
        <source>Change the values of {week}</source>
        <translation>Werte von {week} ändern</translation>
    </message>
    <message>
        <source>Formats &amp; effort</source>
        <translation>Formate &amp; Aufwand</translation>
    </message>
    <message>
        <source>Occasions &amp; closed days</source>
        <translation>Anlässe &amp; Ruhetage</translation>
    </message>
    <message>
        <source>Other calendars</source>
        <translation>Andere Kalender</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Plattformen</translation>
    </message>
    <message>
        <source>Remove the values of {week}</source>
        <translation>Werte von {week} entfernen</translation>
    </message>
    <message>
        <source>Suggest no occasions</source>
        <translation>Keine Anlässe vorschlagen</translation>
    </message>
    <message>
        <source>Suggest occasions</source>
        <translation>Anlässe vorschlagen</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>The built-in formats are as they were; your own stand behind them.</source>
        <translation>Die vorgegebenen Formate sind wie am Anfang; deine eigenen stehen dahinter.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>PreviewNotice</name>
    <message>
        <source>Preview: dashed is new. Dragging, keeping and leaving out recalculates the rest.</source>
        <translation>Vorschau: gestrichelt ist neu. Ziehen, festhalten und weglassen rechnet den Rest neu.</translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>As of {day}, {clock} · Wochenwerk</source>
        <translation>Stand {day}, {clock} · Wochenwerk</translation>
    </message>
    <message>
        <source>Campaign “{name}”</source>
        <translation>Kampagne „{name}“</translation>
    </message>
    <message>
        <source>Campaign “{name}” from {day}</source>
        <translation>Kampagne „{name}“ ab {day}</translation>
    </message>
    <message>
        <source>Campaign “{name}” until {day}</source>
        <translation>Kampagne „{name}“ bis {day}</translation>
    </message>
    <message>
        <source>Ideas for {week}</source>
        <translation>Ideen für {week}</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>Nichts geplant</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Seite {number} von {count}</translation>
    </message>
    <message>
        <source>Questions from guests</source>
        <translation>Fragen von Gästen</translation>
    </message>
    <message>
        <source>Still to photograph</source>
        <translation>Noch zu fotografieren</translation>
    </message>
    <message>
        <source>continued over the page</source>
        <translation>weiter auf der nächsten Seite</translation>
    </message>
    <message>
        <source>{day}</source>
        <translation>{day}.</translation>
    </message>
    <message>
        <source>{day}, continued</source>
        <translation>{day} (weiter)</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>{hours} of work</source>
        <translation>{hours} Arbeit</translation>
    </message>
</context>
<context>
    <name>PrintHeader</name>
    <message>
        <source>1 week</source>
        <translation>1 Woche</translation>
    </message>
    <message>
        <source>4 weeks</source>
        <translation>4 Wochen</translation>
    </message>
    <message>
        <source>Back to the week</source>
        <translation>Zurück zur Woche</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Nächste Woche</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Poster</translation>
    </message>
    <message>
        <source>Previous week</source>
        <translation>Vorige Woche</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Als PDF speichern …</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
</context>
<context>
    <name>PrintPage</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation><numerusform>%n Seite</numerusform><numerusform>%n Seiten</numerusform></translation>
    </message>
    <message>
        <source>Ctrl S</source>
        <translation>Strg S</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Als PDF speichern …</translation>
    </message>
    <message>
        <source>Saved as &lt;b&gt;{file}&lt;/b&gt;</source>
        <translation>Gespeichert als &lt;b&gt;{file}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Gespeichert als {file}</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>An den Drucker geschickt</translation>
    </message>
    <message>
        <source>The printer did not answer. Check whether it is switched on and connected.</source>
        <translation>Der Drucker hat nicht geantwortet. Prüfe, ob er eingeschaltet und verbunden ist.</translation>
    </message>
    <message>
        <source>This computer knows no printer. Save the pages as PDF and print them elsewhere.</source>
        <translation>Dieser Rechner kennt keinen Drucker. Speichere die Seiten als PDF und drucke sie woanders.</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>A picture for {file} is too large. Use one below 50 MB.</source>
        <translation>Ein Bild für {file} ist zu groß. Nimm eines unter 50 MB.</translation>
    </message>
    <message>
        <source>Nothing was changed: this is no longer in the plan.</source>
        <translation>Nichts wurde geändert: Das steht nicht mehr im Plan.</translation>
    </message>
    <message>
        <source>There is no plan at {file}. Check the path, or start a new plan.</source>
        <translation>Unter {file} liegt kein Plan. Prüfe den Pfad oder lege einen neuen Plan an.</translation>
    </message>
    <message>
        <source>There is no room left on the disk for {file}. Free some space and try again; nothing is lost.</source>
        <translation>Für {file} ist auf dem Datenträger kein Platz mehr. Schaffe Platz und versuche es noch einmal; verloren ist nichts.</translation>
    </message>
    <message>
        <source>This step can no longer be undone: the plan has changed meanwhile.</source>
        <translation>Dieser Schritt lässt sich nicht mehr zurücknehmen: Der Plan hat sich inzwischen geändert.</translation>
    </message>
    <message>
        <source>{file} cannot be written. Remove its write protection, or copy it to another folder.</source>
        <translation>{file} lässt sich nicht schreiben. Hebe den Schreibschutz auf oder kopiere den Plan in einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{file} exists already and was left alone. Choose another name.</source>
        <translation>{file} gibt es schon und bleibt, wie es ist. Wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>{file} is being written by another program. Try again in a moment.</source>
        <translation>{file} wird gerade von einem anderen Programm geschrieben. Versuche es gleich noch einmal.</translation>
    </message>
    <message>
        <source>{file} is damaged and was left as it is. Put a backup in its place with “wochenwerk restore”.</source>
        <translation>{file} ist beschädigt und bleibt, wie es ist. Setze mit „wochenwerk restore“ eine Sicherung an seine Stelle.</translation>
    </message>
    <message>
        <source>{file} is not a Wochenwerk plan. Choose another file.</source>
        <translation>{file} ist kein Wochenwerk-Plan. Wähle eine andere Datei.</translation>
    </message>
    <message>
        <source>{file} is open in a window. Close the window and try again.</source>
        <translation>{file} ist in einem Fenster offen. Schließe das Fenster und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>{file} was written by a newer Wochenwerk and was left as it is. Update the program to open it.</source>
        <translation>{file} stammt von einem neueren Wochenwerk und bleibt, wie es ist. Aktualisiere das Programm, um es zu öffnen.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Open another plan</source>
        <translation>Anderen Plan öffnen</translation>
    </message>
    <message>
        <source>Open another plan …</source>
        <translation>Anderen Plan öffnen …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Something went wrong in the program. Your plan is saved; you can go on working.</source>
        <translation>Im Programm ist etwas schiefgegangen. Dein Plan ist gespeichert; du kannst weiterarbeiten.</translation>
    </message>
    <message>
        <source>The plan lies in {file} now.</source>
        <translation>Der Plan liegt jetzt in {file}.</translation>
    </message>
    <message>
        <source>The plan lies in {file} now. The former file is still there: {old}</source>
        <translation>Der Plan liegt jetzt in {file}. Die bisherige Datei ist noch da: {old}</translation>
    </message>
    <message>
        <source>The report stands in {file}. It holds nothing of your plan.</source>
        <translation>Der Bericht steht in {file}. Aus deinem Plan enthält er nichts.</translation>
    </message>
    <message>
        <source>This plan is open already.</source>
        <translation>Dieser Plan ist schon offen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>PublishPopover</name>
    <message>
        <source>Address of the calendar, or of the server</source>
        <translation>Adresse des Kalenders oder des Servers</translation>
    </message>
    <message>
        <source>Address of the file</source>
        <translation>Adresse der Datei</translation>
    </message>
    <message>
        <source>An address is needed.</source>
        <translation>Eine Adresse ist nötig.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Calendars found there</source>
        <translation>Dort gefundene Kalender</translation>
    </message>
    <message>
        <source>Choose one of them</source>
        <translation>Wähle einen davon</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Make a new one there</source>
        <translation>Dort einen neuen anlegen</translation>
    </message>
    <message>
        <source>Making a calendar …</source>
        <translation>Kalender wird angelegt …</translation>
    </message>
    <message>
        <source>Nextcloud, mailbox.org, Radicale and others: every event is written into a calendar there.</source>
        <translation>Nextcloud, mailbox.org, Radicale und andere: Jeder Termin wird dort in einen Kalender geschrieben.</translation>
    </message>
    <message>
        <source>Nextcloud: share the calendar, copy the public link and add “?export” to it.</source>
        <translation>Nextcloud: Kalender teilen, öffentlichen Link kopieren und „?export“ anhängen.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Public address, if there is one</source>
        <translation>Öffentliche Adresse, falls es eine gibt</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Publish a calendar</source>
        <translation>Kalender veröffentlichen</translation>
    </message>
    <message>
        <source>Published calendar</source>
        <translation>Veröffentlichter Kalender</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>The server answers and knows you.</source>
        <translation>Der Server antwortet und kennt dich.</translation>
    </message>
    <message>
        <source>The server answers, but has no calendar yet.</source>
        <translation>Der Server antwortet, hat aber noch keinen Kalender.</translation>
    </message>
    <message>
        <source>The server answers, the calendar is there.</source>
        <translation>Der Server antwortet, der Kalender ist da.</translation>
    </message>
    <message>
        <source>The server answers. Choose an empty calendar: Wochenwerk fills it.</source>
        <translation>Der Server antwortet. Wähle einen leeren Kalender: Wochenwerk füllt ihn.</translation>
    </message>
    <message>
        <source>This is another server. Type the password that holds there.</source>
        <translation>Das ist ein anderer Server. Gib das Passwort ein, das dort gilt.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Where Google and Outlook fetch the file: often the same address without “dav”.</source>
        <translation>Wo Google und Outlook die Datei holen: oft dieselbe Adresse ohne „dav“.</translation>
    </message>
    <message>
        <source>Your web space takes a file by WebDAV, as many hosting providers and Nextcloud do.</source>
        <translation>Dein Webspace nimmt eine Datei über WebDAV an, wie bei vielen Hostern und Nextcloud.</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>in the keyring</source>
        <translation>im Schlüsselbund</translation>
    </message>
</context>
<context>
    <name>Publishing</name>
    <message>
        <source>Add …</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Google Calendar, the new Outlook and phones fetch the plan from your web space or online calendar. Whoever knows the public address can read it; the password stays in the keyring of this computer.</source>
        <translation>Google Kalender, das neue Outlook und Handys holen den Plan von deinem Webspace oder Online-Kalender. Wer die öffentliche Adresse kennt, kann ihn lesen; das Passwort bleibt im Schlüsselbund dieses Rechners.</translation>
    </message>
    <message>
        <source>Publish now</source>
        <translation>Jetzt veröffentlichen</translation>
    </message>
    <message>
        <source>Publish on the internet</source>
        <translation>Im Internet veröffentlichen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code of {address}</source>
        <translation>QR-Code von {address}</translation>
    </message>
</context>
<context>
    <name>QrPopover</name>
    <message>
        <source>Hold the camera over the code and subscribe to the calendar.</source>
        <translation>Kamera auf den Code halten und den Kalender abonnieren.</translation>
    </message>
    <message>
        <source>To your phone</source>
        <translation>Aufs Handy</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>Correct the date</source>
        <translation>Datum berichtigen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Fridays</source>
        <translation>Freitage</translation>
    </message>
    <message>
        <source>Mondays</source>
        <translation>Montage</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>Nur dieser Termin</translation>
    </message>
    <message>
        <source>Plan a copy</source>
        <translation>Kopie planen</translation>
    </message>
    <message>
        <source>Plan copy</source>
        <translation>Kopie planen</translation>
    </message>
    <message>
        <source>Saturdays</source>
        <translation>Samstage</translation>
    </message>
    <message>
        <source>Sundays</source>
        <translation>Sonntage</translation>
    </message>
    <message>
        <source>This and following</source>
        <translation>Dieser und folgende</translation>
    </message>
    <message>
        <source>This post is already online</source>
        <translation>Dieser Beitrag ist schon online</translation>
    </message>
    <message>
        <source>Thursdays</source>
        <translation>Donnerstage</translation>
    </message>
    <message>
        <source>Tuesdays</source>
        <translation>Dienstage</translation>
    </message>
    <message>
        <source>Wednesdays</source>
        <translation>Mittwoche</translation>
    </message>
    <message>
        <source>Which dates to change?</source>
        <translation>Welche Termine ändern?</translation>
    </message>
    <message>
        <source>Which dates to delete?</source>
        <translation>Welche Termine löschen?</translation>
    </message>
    <message>
        <source>Which dates to move?</source>
        <translation>Welche Termine verschieben?</translation>
    </message>
    <message numerus="yes">
        <source>also the %n past date(s)</source>
        <translation><numerusform>auch den vergangenen Termin</numerusform><numerusform>auch die %n vergangenen Termine</numerusform></translation>
    </message>
    <message>
        <source>also the {count} past {weekdays}</source>
        <translation>auch die {count} vergangenen {weekdays}</translation>
    </message>
    <message>
        <source>every date of the series</source>
        <translation>jeder Termin der Serie</translation>
    </message>
    <message>
        <source>from {day} on, the earlier ones stay</source>
        <translation>ab {day}, die früheren bleiben</translation>
    </message>
    <message>
        <source>from {day} on; ticks and hours go along</source>
        <translation>ab {day}; Häkchen und Stunden gehen mit</translation>
    </message>
    <message>
        <source>it went online {to} instead of {was}</source>
        <translation>er ging {to} online statt {was}</translation>
    </message>
    <message>
        <source>new draft {at}, without approval and hours</source>
        <translation>neuer Entwurf {at}, ohne Freigabe und Stunden</translation>
    </message>
    <message>
        <source>on {day} instead of {was}, the series stays</source>
        <translation>am {day} statt {was}, die Serie bleibt</translation>
    </message>
    <message>
        <source>only {day}, the series goes on</source>
        <translation>nur {day}, die Serie geht weiter</translation>
    </message>
    <message>
        <source>only {day}, the series stays as it is</source>
        <translation>nur {day}, die Serie bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>{day} at {time}, the series stays at {series}</source>
        <translation>{day} um {time}, die Serie bleibt um {series}</translation>
    </message>
    <message>
        <source>{day}, {times}; the series stays {series}</source>
        <translation>{day}, {times}; die Serie bleibt {series}</translation>
    </message>
</context>
<context>
    <name>QuickAdd</name>
    <message>
        <source>{hours} effort</source>
        <translation>{hours} Aufwand</translation>
    </message>
</context>
<context>
    <name>QuickEntry</name>
    <message>
        <source>Ctrl Z</source>
        <translation>Strg Z</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>“{title}” created, &lt;b&gt;{moment}&lt;/b&gt;</source>
        <translation>„{title}“ angelegt, &lt;b&gt;{moment}&lt;/b&gt;</translation>
    </message>
</context>
<context>
    <name>QuickField</name>
    <message>
        <source>Enter creates</source>
        <translation>Enter legt an</translation>
    </message>
    <message>
        <source>Quick add</source>
        <translation>Schnelleingabe</translation>
    </message>
    <message>
        <source>Thu 6pm 45min #instagram Recipe …</source>
        <translation>Do 18 Uhr 45min #instagram Rezept …</translation>
    </message>
</context>
<context>
    <name>RecordHead</name>
    <message>
        <source>Delete “{name}”</source>
        <translation>„{name}“ löschen</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>A series cannot begin in the hour of a clock change. Choose another time or day.</source>
        <translation>Eine Serie kann nicht in der Stunde einer Zeitumstellung beginnen. Wähle eine andere Zeit oder einen anderen Tag.</translation>
    </message>
    <message>
        <source>All time for this is scheduled already.</source>
        <translation>Alle Zeit dafür ist schon eingeplant.</translation>
    </message>
    <message>
        <source>At least one platform is needed.</source>
        <translation>Mindestens eine Plattform ist nötig.</translation>
    </message>
    <message>
        <source>This is no longer in the plan.</source>
        <translation>Das steht nicht mehr im Plan.</translation>
    </message>
    <message>
        <source>This way of repeating gives no date. Change the rule.</source>
        <translation>Diese Wiederholung ergibt keinen Termin. Ändere die Regel.</translation>
    </message>
    <message>
        <source>“{name}” is published and keeps its date.</source>
        <translation>„{name}“ ist veröffentlicht und behält sein Datum.</translation>
    </message>
</context>
<context>
    <name>Removals</name>
    <message>
        <source>At least one platform stays in the week. Show another one first.</source>
        <translation>Mindestens eine Plattform bleibt in der Woche. Zeige erst eine andere.</translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation>„{name}“ löschen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Hide “{name}”</source>
        <translation>„{name}“ ausblenden</translation>
    </message>
    <message>
        <source>No longer here</source>
        <translation>Nicht mehr dabei</translation>
    </message>
    <message>
        <source>“{name}” deleted</source>
        <translation>„{name}“ gelöscht</translation>
    </message>
    <message>
        <source>“{name}” has posts or hours and is kept. Hide it instead.</source>
        <translation>„{name}“ hat Beiträge oder Stunden und bleibt erhalten. Blende es stattdessen aus.</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is kept: it is the format of %n post(s).</source>
        <translation><numerusform>„{name}“ bleibt: Es ist das Format von %n Beitrag.</numerusform><numerusform>„{name}“ bleibt: Es ist das Format von %n Beiträgen.</numerusform></translation>
    </message>
    <message>
        <source>“{name}” is kept: it is the format of a series of posts.</source>
        <translation>„{name}“ bleibt: Es ist das Format einer Beitragsserie.</translation>
    </message>
    <message>
        <source>“{name}” is named in posts, blocks or hours and is kept.</source>
        <translation>„{name}“ ist in Beiträgen, Blöcken oder Stunden genannt und bleibt.</translation>
    </message>
    <message>
        <source>“{name}” leaves</source>
        <translation>„{name}“ ist nicht mehr dabei</translation>
    </message>
</context>
<context>
    <name>Repeat</name>
    <message numerus="yes">
        <source>%n date(s)</source>
        <translation><numerusform>%n Termin</numerusform><numerusform>%n Termine</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n Tag</numerusform><numerusform>%n Tage</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation><numerusform>%n Monat</numerusform><numerusform>%n Monate</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation><numerusform>%n Woche</numerusform><numerusform>%n Wochen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation><numerusform>%n Jahr</numerusform><numerusform>%n Jahre</numerusform></translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Jeden Monat</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>Jedes Jahr</translation>
    </message>
    <message>
        <source>Every {interval}</source>
        <translation>Alle {interval}</translation>
    </message>
    <message>
        <source>That is {hours} per week.</source>
        <translation>Das sind {hours} pro Woche.</translation>
    </message>
    <message>
        <source>on day {day}</source>
        <translation>am {day}.</translation>
    </message>
    <message>
        <source>on the last day</source>
        <translation>am letzten Tag</translation>
    </message>
    <message>
        <source>on the last day of {month}</source>
        <translation>am letzten Tag im {month}</translation>
    </message>
    <message>
        <source>on the last {weekday}</source>
        <translation>am letzten {weekday}</translation>
    </message>
    <message>
        <source>on the last {weekday} in {month}</source>
        <translation>am letzten {weekday} im {month}</translation>
    </message>
    <message>
        <source>on {day} {month}</source>
        <translation>am {day}. {month}</translation>
    </message>
    <message>
        <source>on {weekday} no. {n}</source>
        <translation>am {n}. {weekday}</translation>
    </message>
    <message>
        <source>on {weekday} no. {n} in {month}</source>
        <translation>am {n}. {weekday} im {month}</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} und {last}</translation>
    </message>
    <message>
        <source>{rhythm} {what}, {dates}.</source>
        <translation>{rhythm} {what}, {dates}.</translation>
    </message>
</context>
<context>
    <name>RepeatForm</name>
    <message>
        <source>Choose a day after the first date</source>
        <translation>Wähle einen Tag nach dem ersten Termin</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Täglich</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Enter a number from 1 to 999</source>
        <translation>Gib eine Zahl von 1 bis 999 ein</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Last date</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Linked posts stay with the first date.</source>
        <translation>Verknüpfte Beiträge bleiben beim ersten Termin.</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>Monatlich</translation>
    </message>
    <message>
        <source>Number of dates</source>
        <translation>Zahl der Termine</translation>
    </message>
    <message>
        <source>On these days</source>
        <translation>An diesen Tagen</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>Rhythmus</translation>
    </message>
    <message>
        <source>The block stays once.</source>
        <translation>Der Block bleibt einmalig.</translation>
    </message>
    <message numerus="yes">
        <source>The next %n date(s) are made as ideas with a date.</source>
        <translation><numerusform>%n weiterer Termin wird als Idee mit Termin angelegt.</numerusform><numerusform>Die nächsten %n Termine werden als Ideen mit Termin angelegt.</numerusform></translation>
    </message>
    <message>
        <source>The post stays alone.</source>
        <translation>Der Beitrag bleibt einzeln.</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>Wöchentlich</translation>
    </message>
    <message>
        <source>Yearly</source>
        <translation>Jährlich</translation>
    </message>
    <message>
        <source>after some dates</source>
        <translation>nach Terminen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>on a date</source>
        <translation>an einem Tag</translation>
    </message>
</context>
<context>
    <name>RepeatKind</name>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Own rule …</source>
        <translation>Eigene Regel …</translation>
    </message>
    <message>
        <source>Rule …</source>
        <translation>Regel …</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
</context>
<context>
    <name>RepeatPopover</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Do not repeat</source>
        <translation>Nicht wiederholen</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>RepeatSection</name>
    <message>
        <source>Bring the series into line …</source>
        <translation>Serie angleichen …</translation>
    </message>
    <message>
        <source>It stands for {moment}.</source>
        <translation>Er steht für {moment}.</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>This is no. {number} of {count}, the last one comes on {day}.</source>
        <translation>Dies ist Nr. {number} von {count}, der letzte kommt am {day}.</translation>
    </message>
    <message>
        <source>This is no. {number}; the posts are there up to {day}.</source>
        <translation>Dies ist Nr. {number}; Beiträge sind bis {day} angelegt.</translation>
    </message>
</context>
<context>
    <name>Rescheduler</name>
    <message>
        <source>Ctrl Z</source>
        <translation>Strg Z</translation>
    </message>
    <message>
        <source>Move the work for “{post}”</source>
        <translation>Arbeit für „{post}“ verschieben</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Nächste Woche</translation>
    </message>
    <message>
        <source>Take work along ({count})</source>
        <translation>Arbeitszeit mitnehmen ({count})</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>RoomHeader</name>
    <message>
        <source>Ctrl N</source>
        <translation>Strg N</translation>
    </message>
    <message>
        <source>Ctrl Shift N</source>
        <translation>Strg Umschalt N</translation>
    </message>
    <message>
        <source>More to create</source>
        <translation>Mehr anlegen</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>Neuer Beitrag</translation>
    </message>
    <message>
        <source>New work block</source>
        <translation>Neuer Arbeitsblock</translation>
    </message>
    <message>
        <source>New work block in the next free slot</source>
        <translation>Neuer Arbeitsblock im nächsten freien Platz</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Work block</source>
        <translation>Arbeitsblock</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Campaigns and occasions</source>
        <translation>Kampagnen und Anlässe</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Idea</source>
        <translation>Idee</translation>
    </message>
    <message>
        <source>New post “{title}”</source>
        <translation>Neuer Beitrag „{title}“</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Plattformen</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>Suchen und Befehle</translation>
    </message>
    <message>
        <source>Search posts, weeks, commands …</source>
        <translation>Beiträge, Wochen, Befehle suchen …</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings, not in use</source>
        <translation>Einstellungen, nicht in Gebrauch</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>ab {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>bis {day}</translation>
    </message>
</context>
<context>
    <name>Series</name>
    <message>
        <source>daily</source>
        <translation>täglich</translation>
    </message>
    <message>
        <source>every {n} days</source>
        <translation>alle {n} Tage</translation>
    </message>
    <message>
        <source>every {n} months</source>
        <translation>alle {n} Monate</translation>
    </message>
    <message>
        <source>every {n} weeks</source>
        <translation>alle {n} Wochen</translation>
    </message>
    <message>
        <source>every {n} years</source>
        <translation>alle {n} Jahre</translation>
    </message>
    <message>
        <source>monthly</source>
        <translation>monatlich</translation>
    </message>
    <message>
        <source>weekly</source>
        <translation>wöchentlich</translation>
    </message>
    <message>
        <source>yearly</source>
        <translation>jährlich</translation>
    </message>
</context>
<context>
    <name>SeriesGrowth</name>
    <message numerus="yes">
        <source>Next dates of %n series</source>
        <translation><numerusform>Nächste Termine von %n Serie</numerusform><numerusform>Nächste Termine von %n Serien</numerusform></translation>
    </message>
    <message>
        <source>Next dates of “{title}”</source>
        <translation>Nächste Termine von „{title}“</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Correct the date</source>
        <translation>Datum berichtigen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Set “{title}” to {status}</source>
        <translation>„{title}“ auf {status} setzen</translation>
    </message>
    <message>
        <source>Text copied</source>
        <translation>Text kopiert</translation>
    </message>
    <message>
        <source>There is no free slot in the coming weeks. Drag the time into the week.</source>
        <translation>In den nächsten Wochen ist kein Platz frei. Zieh die Zeit in die Woche.</translation>
    </message>
    <message>
        <source>Tick off “{title}”</source>
        <translation>„{title}“ abhaken</translation>
    </message>
    <message>
        <source>Untick “{title}”</source>
        <translation>Häkchen von „{title}“ entfernen</translation>
    </message>
</context>
<context>
    <name>Sliders</name>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
</context>
<context>
    <name>SplitEditor</name>
    <message>
        <source>Moving an edge changes only its two neighbours. Together they always make 100 %.</source>
        <translation>Ziehst du eine Grenze, ändern sich nur die beiden Nachbarn. Zusammen sind es immer 100 %.</translation>
    </message>
    <message>
        <source>Reset to {split}</source>
        <translation>Auf {split} zurücksetzen</translation>
    </message>
    <message>
        <source>Split over the activities</source>
        <translation>Aufteilung auf die Tätigkeiten</translation>
    </message>
    <message>
        <source>Write a number from 0 to 100.</source>
        <translation>Schreib eine Zahl von 0 bis 100.</translation>
    </message>
</context>
<context>
    <name>StatusMark</name>
    <message>
        <source>{platform}: {status}</source>
        <translation>{platform}: {status}</translation>
    </message>
</context>
<context>
    <name>StatusMenu</name>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Ausfallen lassen</translation>
    </message>
</context>
<context>
    <name>StatusRow</name>
    <message>
        <source>More statuses</source>
        <translation>Weitere Status</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Done again: {step}</source>
        <translation>Wiederholt: {step}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>Rückgängig gemacht: {step}</translation>
    </message>
</context>
<context>
    <name>SubscriptionCard</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>For calendars on this computer, while Wochenwerk runs.</source>
        <translation>Für Kalender auf diesem Rechner, läuft mit Wochenwerk.</translation>
    </message>
    <message>
        <source>No address while it is off</source>
        <translation>Ausgeschaltet gibt es keine Adresse</translation>
    </message>
    <message>
        <source>Subscription on this computer</source>
        <translation>Abo auf diesem Rechner</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>row {row}: {what}</source>
        <translation>Zeile {row}: {what}</translation>
    </message>
    <message>
        <source>the column “{field}” is missing</source>
        <translation>die Spalte „{field}“ fehlt</translation>
    </message>
    <message>
        <source>the column “{field}” is there twice</source>
        <translation>die Spalte „{field}“ gibt es doppelt</translation>
    </message>
    <message>
        <source>the table is empty</source>
        <translation>die Tabelle ist leer</translation>
    </message>
    <message>
        <source>there is a time, but no date</source>
        <translation>da steht eine Uhrzeit, aber kein Datum</translation>
    </message>
    <message>
        <source>“{field}” is empty</source>
        <translation>„{field}“ ist leer</translation>
    </message>
    <message>
        <source>“{value}” follows from the date and cannot be given</source>
        <translation>„{value}“ folgt aus dem Datum und lässt sich nicht angeben</translation>
    </message>
    <message>
        <source>“{value}” is no date; write 26.11.2026 or 2026-11-26</source>
        <translation>„{value}“ ist kein Datum; schreibe 26.11.2026 oder 2026-11-26</translation>
    </message>
    <message>
        <source>“{value}” is no format of the plan</source>
        <translation>„{value}“ ist kein Format des Plans</translation>
    </message>
    <message>
        <source>“{value}” is no known platform</source>
        <translation>„{value}“ ist keine bekannte Plattform</translation>
    </message>
    <message>
        <source>“{value}” is no number of minutes</source>
        <translation>„{value}“ ist keine Zahl von Minuten</translation>
    </message>
    <message>
        <source>“{value}” is no status</source>
        <translation>„{value}“ ist kein Status</translation>
    </message>
    <message>
        <source>“{value}” is no time; write 12:15</source>
        <translation>„{value}“ ist keine Uhrzeit; schreibe 12:15</translation>
    </message>
    <message>
        <source>“{value}” stands beyond the last column</source>
        <translation>„{value}“ steht hinter der letzten Spalte</translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>In the team</source>
        <translation>Im Team</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>No longer here</source>
        <translation>Nicht mehr dabei</translation>
    </message>
    <message>
        <source>One letter at least.</source>
        <translation>Mindestens ein Buchstabe.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>The person needs a name.</source>
        <translation>Die Person braucht einen Namen.</translation>
    </message>
    <message>
        <source>Three letters at most.</source>
        <translation>Höchstens drei Buchstaben.</translation>
    </message>
    <message>
        <source>Who does or approves what. Nobody logs in; names stay on this computer.</source>
        <translation>Wer was macht oder freigibt. Niemand meldet sich an; die Namen bleiben auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Whoever stands here can be named as the owner or approver of a post, and for hours and blocks.</source>
        <translation>Wer hier steht, kann für Beiträge zuständig sein oder sie freigeben und bei Stunden und Blöcken genannt werden.</translation>
    </message>
    <message>
        <source>no longer here since {day}</source>
        <translation>nicht mehr dabei seit {day}</translation>
    </message>
    <message>
        <source>{hours} per week</source>
        <translation>{hours} je Woche</translation>
    </message>
</context>
<context>
    <name>Tick</name>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
</context>
<context>
    <name>TimerBar</name>
    <message>
        <source>Activity</source>
        <translation>Tätigkeit</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>No post or block</source>
        <translation>Ohne Block und Beitrag</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note, for example “comments”</source>
        <translation>Notiz, zum Beispiel „Kommentare“</translation>
    </message>
    <message>
        <source>Pause timer</source>
        <translation>Zeitmesser anhalten</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Start timer</source>
        <translation>Zeit starten</translation>
    </message>
    <message>
        <source>Stop and record</source>
        <translation>Stoppen und eintragen</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>Zeitmesser</translation>
    </message>
    <message>
        <source>Worked for</source>
        <translation>Wofür</translation>
    </message>
</context>
<context>
    <name>TimerFoot</name>
    <message>
        <source>All of the time since {time} counts.</source>
        <translation>Du hast weitergearbeitet: Die Zeit seit {time} zählt ganz.</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kundschaft</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>I was working</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Nothing happened here since {time}.</source>
        <translation>Seit {time} ist hier nichts passiert.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause, customers or on with {activity}?</source>
        <translation>Pause, Kundschaft oder weiter mit {activity}?</translation>
    </message>
    <message>
        <source>Recorded until {time}, the timer goes on from now.</source>
        <translation>Eingetragen wird bis {time}, der Zeitmesser läuft ab jetzt weiter.</translation>
    </message>
    <message>
        <source>Recorded until {time}, the timer waits for you.</source>
        <translation>Eingetragen wird bis {time}, der Zeitmesser wartet auf dich.</translation>
    </message>
    <message>
        <source>Timer paused</source>
        <translation>Zeitmesser wartet</translation>
    </message>
    <message>
        <source>Timer runs</source>
        <translation>Zeitmesser läuft</translation>
    </message>
    <message>
        <source>Timer stopped</source>
        <translation>Zeitmesser gestoppt</translation>
    </message>
</context>
<context>
    <name>TimerRow</name>
    <message>
        <source>Pause timer</source>
        <translation>Zeitmesser anhalten</translation>
    </message>
    <message>
        <source>Resume timer</source>
        <translation>Zeitmesser weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Start timer</source>
        <translation>Zeit starten</translation>
    </message>
    <message>
        <source>Stop and record</source>
        <translation>Stoppen und eintragen</translation>
    </message>
</context>
<context>
    <name>TitleEditor</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>Was ist zu tun?</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>ToldHistory</name>
    <message>
        <source>Done again: {step}</source>
        <translation>Wiederholt: {step}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>Rückgängig gemacht: {step}</translation>
    </message>
</context>
<context>
    <name>TotalCell</name>
    <message>
        <source>Whole week</source>
        <translation>Woche gesamt</translation>
    </message>
</context>
<context>
    <name>VersionRow</name>
    <message>
        <source>unscheduled</source>
        <translation>ohne Termin</translation>
    </message>
    <message>
        <source>{platform}, date</source>
        <translation>{platform}, Datum</translation>
    </message>
    <message>
        <source>{platform}, time</source>
        <translation>{platform}, Uhrzeit</translation>
    </message>
</context>
<context>
    <name>VersionRows</name>
    <message>
        <source>Remove version</source>
        <translation>Fassung entfernen</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Ohne Termin</translation>
    </message>
</context>
<context>
    <name>WeekActions</name>
    <message>
        <source>Ctrl Z</source>
        <translation>Strg Z</translation>
    </message>
    <message>
        <source>One-off blocks of {week} copied</source>
        <translation>Einmalige Blöcke aus {week} übernommen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{week} has no free slot left. Drag the idea into the week.</source>
        <translation>In {week} ist kein Platz mehr frei. Zieh die Idee in die Woche.</translation>
    </message>
    <message>
        <source>“{title}” is published, &lt;b&gt;{moment}&lt;/b&gt;</source>
        <translation>„{title}“ ist veröffentlicht, &lt;b&gt;{moment}&lt;/b&gt;</translation>
    </message>
</context>
<context>
    <name>WeekField</name>
    <message>
        <source>Choose a week</source>
        <translation>Woche wählen</translation>
    </message>
    <message>
        <source>Write a week like 51, or a day in it.</source>
        <translation>Schreib eine Woche wie 51 oder einen Tag darin.</translation>
    </message>
    <message>
        <source>{day} {month_short} {year}</source>
        <translation>{day}.{month}.{year}</translation>
    </message>
    <message>
        <source>{first_day}–{last}</source>
        <translation>{first_day}.–{last}</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first}–{last}</translation>
    </message>
</context>
<context>
    <name>WeekGrid</name>
    <message>
        <source>Back to the ideas</source>
        <translation>Zu den Ideen</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>skipped (summer time)</source>
        <translation>entfällt (Sommerzeit)</translation>
    </message>
    <message>
        <source>{count} cards · {place}</source>
        <translation>{count} Karten · {place}</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>{day} · next free slot</source>
        <translation>{day} · nächster freier Platz</translation>
    </message>
    <message>
        <source>{time} is skipped</source>
        <translation>{time} entfällt</translation>
    </message>
</context>
<context>
    <name>WeekView</name>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message numerus="yes">
        <source>%n platform(s), {hours} per week.</source>
        <translation><numerusform>%n Plattform, {hours} pro Woche.</numerusform><numerusform>%n Plattformen, {hours} pro Woche.</numerusform></translation>
    </message>
    <message>
        <source>A complete café to try out; it is thrown away on closing</source>
        <translation>Ein fertiges Café zum Ausprobieren, beim Schließen verworfen</translation>
    </message>
    <message>
        <source>Advice: start small, 6:00 h per platform and week</source>
        <translation>Empfehlung: klein anfangen, 6:00 h je Plattform und Woche</translation>
    </message>
    <message>
        <source>Choose at least one platform to begin with.</source>
        <translation>Wähle für den Anfang mindestens eine Plattform.</translation>
    </message>
    <message>
        <source>Create my week</source>
        <translation>Woche anlegen</translation>
    </message>
    <message>
        <source>For example Café Lindenhof</source>
        <translation>Zum Beispiel Café Lindenhof</translation>
    </message>
    <message>
        <source>Four answers, all of them can be changed later.</source>
        <translation>Vier Angaben, alles später änderbar.</translation>
    </message>
    <message>
        <source>Look at sample data</source>
        <translation>Beispieldaten ansehen</translation>
    </message>
    <message>
        <source>My business</source>
        <translation>Mein Betrieb</translation>
    </message>
    <message>
        <source>Public holidays and occasions</source>
        <translation>Feiertage und Anlässe</translation>
    </message>
    <message>
        <source>Set up your week</source>
        <translation>Richte deine Woche ein</translation>
    </message>
    <message>
        <source>Suggest occasions: Advent, Mother's Day, Black Friday</source>
        <translation>Anlässe vorschlagen: Advent, Muttertag, Black Friday</translation>
    </message>
    <message>
        <source>That makes {per_day} per working day and {posts}.</source>
        <translation>Das sind {per_day} pro Arbeitstag und {posts}.</translation>
    </message>
    <message>
        <source>That makes {posts}.</source>
        <translation>Das sind {posts}.</translation>
    </message>
    <message>
        <source>When do you work on it?</source>
        <translation>Wann arbeitest du daran?</translation>
    </message>
    <message>
        <source>Which platforms do you use?</source>
        <translation>Welche Plattformen nutzt du?</translation>
    </message>
    <message>
        <source>Work ends</source>
        <translation>Arbeitsende</translation>
    </message>
    <message>
        <source>Work has to end after it starts.</source>
        <translation>Das Arbeitsende muss nach dem Beginn liegen.</translation>
    </message>
    <message>
        <source>Work starts</source>
        <translation>Arbeitsbeginn</translation>
    </message>
    <message>
        <source>Your business</source>
        <translation>Dein Betrieb</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>{fewest} to {most} posts</source>
        <translation>{fewest} bis {most} Beiträge</translation>
    </message>
</context>
<context>
    <name>WindowMenu</name>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>About Wochenwerk</source>
        <translation>Über Wochenwerk</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Alt Home</source>
        <translation>Alt Pos1</translation>
    </message>
    <message>
        <source>Back up plan …</source>
        <translation>Plan sichern …</translation>
    </message>
    <message>
        <source>Calendar feeds</source>
        <translation>Kalender-Feeds</translation>
    </message>
    <message>
        <source>Capture idea</source>
        <translation>Idee festhalten</translation>
    </message>
    <message>
        <source>Copy the calendar address</source>
        <translation>Kalender-Adresse kopieren</translation>
    </message>
    <message>
        <source>Ctrl ,</source>
        <translation>Strg ,</translation>
    </message>
    <message>
        <source>Ctrl 0</source>
        <translation>Strg 0</translation>
    </message>
    <message>
        <source>Ctrl 1</source>
        <translation>Strg 1</translation>
    </message>
    <message>
        <source>Ctrl 2</source>
        <translation>Strg 2</translation>
    </message>
    <message>
        <source>Ctrl 3</source>
        <translation>Strg 3</translation>
    </message>
    <message>
        <source>Ctrl 4</source>
        <translation>Strg 4</translation>
    </message>
    <message>
        <source>Ctrl 5</source>
        <translation>Strg 5</translation>
    </message>
    <message>
        <source>Ctrl I</source>
        <translation>Strg I</translation>
    </message>
    <message>
        <source>Ctrl N</source>
        <translation>Strg N</translation>
    </message>
    <message>
        <source>Ctrl P</source>
        <translation>Strg P</translation>
    </message>
    <message>
        <source>Ctrl Q</source>
        <translation>Strg Q</translation>
    </message>
    <message>
        <source>Ctrl Shift N</source>
        <translation>Strg Umschalt N</translation>
    </message>
    <message>
        <source>Ctrl Y</source>
        <translation>Strg Y</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Strg Z</translation>
    </message>
    <message>
        <source>Export calendar file …</source>
        <translation>Kalender-Datei exportieren …</translation>
    </message>
    <message>
        <source>Export plan as table (CSV) …</source>
        <translation>Plan als Tabelle exportieren (CSV) …</translation>
    </message>
    <message>
        <source>Export plan as table (XLSX) …</source>
        <translation>Plan als Tabelle exportieren (XLSX) …</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Fill week</source>
        <translation>Woche füllen</translation>
    </message>
    <message>
        <source>Fit the whole day</source>
        <translation>Ganzen Tag einpassen</translation>
    </message>
    <message>
        <source>Fit working hours</source>
        <translation>Arbeitszeit einpassen</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Ideas</source>
        <translation>Ideen</translation>
    </message>
    <message>
        <source>Import plan …</source>
        <translation>Plan importieren …</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>New plan …</source>
        <translation>Neuer Plan …</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>Neuer Beitrag</translation>
    </message>
    <message>
        <source>New work block</source>
        <translation>Neuer Arbeitsblock</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Nächste Woche</translation>
    </message>
    <message>
        <source>Open another plan …</source>
        <translation>Anderen Plan öffnen …</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>Previous week</source>
        <translation>Vorige Woche</translation>
    </message>
    <message>
        <source>Print or save as PDF …</source>
        <translation>Drucken oder als PDF speichern …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Creation</source>
        <translation>Umsetzung</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Google profile</source>
        <translation>Google-Profil</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Idea</source>
        <translation>Idee</translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation>Interaktion</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>Monitoring</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planung</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>WhatsApp channel</source>
        <translation>WhatsApp-Kanal</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
</context>
<context>
    <name>WorkTimer</name>
    <message>
        <source>Change note</source>
        <translation>Notiz ändern</translation>
    </message>
    <message>
        <source>Discard measured time</source>
        <translation>Gemessene Zeit verwerfen</translation>
    </message>
    <message>
        <source>Leave out time away</source>
        <translation>Zeit ohne dich auslassen</translation>
    </message>
    <message>
        <source>Pause timer</source>
        <translation>Zeitmesser anhalten</translation>
    </message>
    <message>
        <source>Resume timer</source>
        <translation>Zeitmesser weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Start timer</source>
        <translation>Zeit starten</translation>
    </message>
    <message>
        <source>Stop timer</source>
        <translation>Zeit eintragen</translation>
    </message>
</context>
<context>
    <name>WorkingHours</name>
    <message>
        <source>Within these hours Wochenwerk suggests free places.</source>
        <translation>In diesen Stunden schlägt Wochenwerk freie Plätze vor.</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>Arbeitszeiten</translation>
    </message>
    <message>
        <source>{hours} altogether. Posts may appear outside of them too; closed days are under “Occasions &amp; closed days”.</source>
        <translation>Zusammen {hours}. Beiträge dürfen auch außerhalb erscheinen; Ruhetage stehen unter „Anlässe &amp; Ruhetage“.</translation>
    </message>
</context>
<context>
    <name>_CalendarRow</name>
    <message>
        <source>Show or hide {calendar} in the week</source>
        <translation>{calendar} in der Woche ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show {calendar}</source>
        <translation>{calendar} anzeigen</translation>
    </message>
</context>
<context>
    <name>_Chip</name>
    <message>
        <source>Campaign “{name}”</source>
        <translation>Kampagne „{name}“</translation>
    </message>
    <message>
        <source>{campaign} · until {day}</source>
        <translation>{campaign} · bis {day}</translation>
    </message>
    <message>
        <source>{name} · until {day}</source>
        <translation>{name} · bis {day}</translation>
    </message>
</context>
<context>
    <name>_ClientCard</name>
    <message>
        <source>Classic</source>
        <translation>Klassisch</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
</context>
<context>
    <name>_Combo</name>
    <message>
        <source>Choose</source>
        <translation>Auswählen</translation>
    </message>
</context>
<context>
    <name>_Day</name>
    <message>
        <source>Hours on {weekday}</source>
        <translation>Stunden am {weekday}</translation>
    </message>
    <message>
        <source>Work on {weekday}</source>
        <translation>Am {weekday} arbeiten</translation>
    </message>
    <message>
        <source>day off</source>
        <translation>frei</translation>
    </message>
</context>
<context>
    <name>_Event</name>
    <message>
        <source>Category: {names}</source>
        <translation>Kategorie: {names}</translation>
    </message>
</context>
<context>
    <name>_Head</name>
    <message>
        <source>Ideas</source>
        <translation>Ideen</translation>
    </message>
</context>
<context>
    <name>_Heads</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Own address</source>
        <translation>Eigene Adresse</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Tells</source>
        <translation>Zeigt</translation>
    </message>
    <message>
        <source>Work blocks</source>
        <translation>Arbeitsblöcke</translation>
    </message>
</context>
<context>
    <name>_Left</name>
    <message>
        <source>Everything stays on this computer.
No account, no cloud.</source>
        <translation>Alles bleibt auf diesem Rechner.
Ohne Konto, ohne Cloud.</translation>
    </message>
    <message>
        <source>Posts and working time stand in one week. So you see what the six hours per platform are enough for.</source>
        <translation>Beiträge und Arbeitszeit stehen in einer Woche. So siehst du, wofür die sechs Stunden je Plattform reichen.</translation>
    </message>
    <message>
        <source>Social media,
planned in hours.</source>
        <translation>Social Media,
in Stunden geplant.</translation>
    </message>
</context>
<context>
    <name>_More</name>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
</context>
<context>
    <name>_Offer</name>
    <message>
        <source>Apply {hours}</source>
        <translation>{hours} übernehmen</translation>
    </message>
    <message>
        <source>Mean of the last {posts} posts, without the longest.</source>
        <translation>Mittel aus den letzten {posts} Beiträgen, ohne den längsten.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Really</source>
        <translation>Wirklich</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>{split}. Applies to new posts, existing ones stay.</source>
        <translation>{split}. Gilt für neue Beiträge, vorhandene bleiben.</translation>
    </message>
</context>
<context>
    <name>_OpenRow</name>
    <message>
        <source>Show in the week</source>
        <translation>In der Woche zeigen</translation>
    </message>
    <message>
        <source>The tick enters another {rest}: {planned} planned, {measured} measured.</source>
        <translation>Der Haken trägt noch {rest} ein: {planned} geplant, {measured} gemessen.</translation>
    </message>
    <message>
        <source>Tick off: {block}</source>
        <translation>Abhaken: {block}</translation>
    </message>
</context>
<context>
    <name>_PlatformRow</name>
    <message>
        <source>Show or hide {platform} in the week</source>
        <translation>{platform} in der Woche zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Show {platform}</source>
        <translation>{platform} anzeigen</translation>
    </message>
</context>
<context>
    <name>_PostButton</name>
    <message>
        <source>undated</source>
        <translation>ohne Termin</translation>
    </message>
</context>
<context>
    <name>_Recent</name>
    <message>
        <source>Open {name}, {folder}</source>
        <translation>{name} öffnen, {folder}</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Change the calendar “{name}”</source>
        <translation>Kalender „{name}“ ändern</translation>
    </message>
    <message>
        <source>Change {name}, {when}</source>
        <translation>{name} ändern, {when}</translation>
    </message>
    <message>
        <source>Change {week}</source>
        <translation>{week} ändern</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Copy the address of “{name}”</source>
        <translation>Adresse von „{name}“ kopieren</translation>
    </message>
    <message>
        <source>Copy the public address</source>
        <translation>Öffentliche Adresse kopieren</translation>
    </message>
    <message>
        <source>Drafts in “{name}”</source>
        <translation>Entwürfe in „{name}“</translation>
    </message>
    <message>
        <source>Fetch “{name}” again</source>
        <translation>„{name}“ neu abrufen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More for {host}</source>
        <translation>Mehr zu {host}</translation>
    </message>
    <message>
        <source>More for “{name}”</source>
        <translation>Mehr zu „{name}“</translation>
    </message>
    <message>
        <source>Name of the calendar</source>
        <translation>Name des Kalenders</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Posts in “{name}”</source>
        <translation>Beiträge in „{name}“</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Öffentliche Adresse</translation>
    </message>
    <message>
        <source>Publish again</source>
        <translation>Wieder veröffentlichen</translation>
    </message>
    <message>
        <source>Publish no longer</source>
        <translation>Nicht mehr veröffentlichen</translation>
    </message>
    <message>
        <source>Publish to {host}</source>
        <translation>Auf {host} veröffentlichen</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR-Code</translation>
    </message>
    <message>
        <source>Read “{name}” again</source>
        <translation>„{name}“ neu lesen</translation>
    </message>
    <message>
        <source>Remove the values of {week}</source>
        <translation>Werte von {week} entfernen</translation>
    </message>
    <message>
        <source>Remove {name}, {when}</source>
        <translation>{name} entfernen, {when}</translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation>„{name}“ entfernen</translation>
    </message>
    <message>
        <source>Show in the week, and keep these times free</source>
        <translation>In der Woche zeigen und diese Zeiten freihalten</translation>
    </message>
    <message>
        <source>Show “{name}” in the week</source>
        <translation>„{name}“ in der Woche zeigen</translation>
    </message>
    <message>
        <source>What “{name}” tells</source>
        <translation>Was „{name}“ zeigt</translation>
    </message>
    <message>
        <source>Work blocks in “{name}”</source>
        <translation>Arbeitsblöcke in „{name}“</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>gedeckt</translation>
    </message>
    <message>
        <source>{activity}, hours and minutes</source>
        <translation>{activity}, Stunden und Minuten</translation>
    </message>
    <message>
        <source>{time} in the block {moment}</source>
        <translation>{time} im Block {moment}</translation>
    </message>
    <message>
        <source>{time} unscheduled</source>
        <translation>{time} ohne Termin</translation>
    </message>
</context>
<context>
    <name>_SearchRow</name>
    <message>
        <source>Ctrl K</source>
        <translation>Strg K</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Strg+K</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>{name} ({key})</source>
        <translation>{name} ({key})</translation>
    </message>
</context>
<context>
    <name>_Segment</name>
    <message>
        <source>Status: {name}</source>
        <translation>Status: {name}</translation>
    </message>
</context>
<context>
    <name>_Table</name>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
</context>
<context>
    <name>_Total</name>
    <message>
        <source>No working day</source>
        <translation>Kein Arbeitstag</translation>
    </message>
    <message>
        <source>Week altogether</source>
        <translation>Woche gesamt</translation>
    </message>
    <message>
        <source>{hours} on the one working day</source>
        <translation>{hours} an dem einen Arbeitstag</translation>
    </message>
    <message>
        <source>{hours} per working day, five days a week</source>
        <translation>{hours} je Arbeitstag bei fünf Tagen</translation>
    </message>
    <message>
        <source>{hours} per working day, four days a week</source>
        <translation>{hours} je Arbeitstag bei vier Tagen</translation>
    </message>
    <message>
        <source>{hours} per working day, seven days a week</source>
        <translation>{hours} je Arbeitstag bei sieben Tagen</translation>
    </message>
    <message>
        <source>{hours} per working day, six days a week</source>
        <translation>{hours} je Arbeitstag bei sechs Tagen</translation>
    </message>
    <message>
        <source>{hours} per working day, three days a week</source>
        <translation>{hours} je Arbeitstag bei drei Tagen</translation>
    </message>
    <message>
        <source>{hours} per working day, two days a week</source>
        <translation>{hours} je Arbeitstag bei zwei Tagen</translation>
    </message>
</context>
</TS>
