<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BlockCard</name>
    <message>
        <source>1 post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} posts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Budget</name>
    <message>
        <source>1 post</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} → {1}, over {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, over {1}</source>
        <translation type="unfinished"></translation>
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
    <name>BudgetStrip</name>
    <message>
        <source>Budgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More platforms to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More platforms to the right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalendarHeader</name>
    <message>
        <source>Capture idea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl I</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl Shift N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More to create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New work block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New work block in the next free slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work block</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaptureField</name>
    <message>
        <source>Capture idea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl I</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter files the idea</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>as of {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit not certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{platform} has no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{platform}: {count}</source>
        <translation type="unfinished"></translation>
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
    <name>Grip</name>
    <message>
        <source>Drag into the week, or press Enter for the next free slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule time: {activity}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdeaTray</name>
    <message>
        <source>Close ideas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ideas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ideas yet. Write down the first one above, with Enter it lies here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open ideas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open to plan, and drag into the week</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Ctrl+,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelFrame</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PostEdit</name>
    <message>
        <source>Change campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change effort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change platforms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>A picture for {file} is too large. Use one below 50 MB.</source>
        <translation>Ein Bild für {file} ist zu groß. Nimm eines unter 50 MB.</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another plan …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
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
    <name>StatusMark</name>
    <message>
        <source>{platform}: {status}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusRow</name>
    <message>
        <source>More statuses</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TotalCell</name>
    <message>
        <source>Whole week</source>
        <translation type="unfinished"></translation>
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
    <name>_PlatformFilter</name>
    <message>
        <source>Platforms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_PlatformRow</name>
    <message>
        <source>Show or hide {platform} in the week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {platform}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{activity}, minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} in the block {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} unscheduled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Segment</name>
    <message>
        <source>Status: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>menu</name>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
