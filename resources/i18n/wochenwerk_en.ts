<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CampaignsPage</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation><numerusform>%n post</numerusform><numerusform>%n posts</numerusform></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message numerus="yes">
        <source>%n post(s) added</source>
        <translation><numerusform>%n post added</numerusform><numerusform>%n posts added</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) would be added</source>
        <translation><numerusform>%n post would be added</numerusform><numerusform>%n posts would be added</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>, %n known already</source>
        <translation><numerusform>, %n known already</numerusform><numerusform>, %n known already</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>; and %n more</source>
        <translation><numerusform>; and %n more</numerusform><numerusform>; and %n more</numerusform></translation>
    </message>
</context>
<context>
    <name>Courier</name>
    <message numerus="yes">
        <source>%n post(s) added</source>
        <translation><numerusform>%n post added</numerusform><numerusform>%n posts added</numerusform></translation>
    </message>
</context>
<context>
    <name>FileWishes</name>
    <message numerus="yes">
        <source>Table with %n post(s) written to {file}</source>
        <translation><numerusform>Table with %n post written to {file}</numerusform><numerusform>Table with %n posts written to {file}</numerusform></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n post(s) would be added:</source>
        <translation><numerusform>%n post would be added:</numerusform><numerusform>%n posts would be added:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are known already and stay as they are.</source>
        <translation><numerusform>%n row are known already and stay as they are.</numerusform><numerusform>%n rows are known already and stay as they are.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be understood and are left out:</source>
        <translation><numerusform>%n row cannot be understood and are left out:</numerusform><numerusform>%n rows cannot be understood and are left out:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Add %n post(s)</source>
        <translation><numerusform>Add %n post</numerusform><numerusform>Add %n posts</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Take the %n good one(s)</source>
        <translation><numerusform>Take the %n good one</numerusform><numerusform>Take the %n good ones</numerusform></translation>
    </message>
</context>
<context>
    <name>MiniMonth</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation><numerusform>%n item</numerusform><numerusform>%n items</numerusform></translation>
    </message>
</context>
<context>
    <name>Month</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) without a post</source>
        <translation><numerusform>%n day without a post</numerusform><numerusform>%n days without a post</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation><numerusform>%n post</numerusform><numerusform>%n posts</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) planned</source>
        <translation><numerusform>%n post planned</numerusform><numerusform>%n posts planned</numerusform></translation>
    </message>
</context>
<context>
    <name>MonthFooter</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
</context>
<context>
    <name>PlatformsPage</name>
    <message numerus="yes">
        <source>%n post(s) in {month}</source>
        <translation><numerusform>%n post in {month}</numerusform><numerusform>%n posts in {month}</numerusform></translation>
    </message>
</context>
<context>
    <name>PostPanel</name>
    <message numerus="yes">
        <source>%n version(s) with a text of their own</source>
        <translation><numerusform>%n version with a text of their own</numerusform><numerusform>%n versions with a text of their own</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Base text for all %n version(s)</source>
        <translation><numerusform>Base text for all %n version</numerusform><numerusform>Base text for all %n versions</numerusform></translation>
    </message>
</context>
<context>
    <name>PreferencesPage</name>
    <message numerus="yes">
        <source>“{name}” is kept: it is the format of %n post(s).</source>
        <translation><numerusform>“{name}” is kept: it is the format of %n post.</numerusform><numerusform>“{name}” is kept: it is the format of %n posts.</numerusform></translation>
    </message>
</context>
<context>
    <name>PrintPage</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation><numerusform>%n page</numerusform><numerusform>%n pages</numerusform></translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message numerus="yes">
        <source>also the %n past date(s)</source>
        <translation><numerusform>also the %n past date</numerusform><numerusform>also the %n past dates</numerusform></translation>
    </message>
</context>
<context>
    <name>Repeat</name>
    <message numerus="yes">
        <source>%n date(s)</source>
        <translation><numerusform>%n date</numerusform><numerusform>%n dates</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation><numerusform>%n month</numerusform><numerusform>%n months</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation><numerusform>%n week</numerusform><numerusform>%n weeks</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation><numerusform>%n year</numerusform><numerusform>%n years</numerusform></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message numerus="yes">
        <source>%n platform(s), {hours} per week.</source>
        <translation><numerusform>%n platform, {hours} per week.</numerusform><numerusform>%n platforms, {hours} per week.</numerusform></translation>
    </message>
</context>
</TS>
