<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Agenda</name>
    <message numerus="yes">
        <source>%n block(s) open again</source>
        <translation><numerusform>%n block open again</numerusform><numerusform>%n blocks open again</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) ticked off</source>
        <translation><numerusform>%n block ticked off</numerusform><numerusform>%n blocks ticked off</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) later</source>
        <translation><numerusform>%n day later</numerusform><numerusform>%n days later</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted</source>
        <translation><numerusform>%n item deleted</numerusform><numerusform>%n items deleted</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) duplicated</source>
        <translation><numerusform>%n item duplicated</numerusform><numerusform>%n items duplicated</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) moved</source>
        <translation><numerusform>%n item moved</numerusform><numerusform>%n items moved</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n past date(s) as well</source>
        <translation><numerusform>%n past date as well</numerusform><numerusform>%n past dates as well</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation><numerusform>%n post</numerusform><numerusform>%n posts</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) back among the ideas</source>
        <translation><numerusform>%n post back among the ideas</numerusform><numerusform>%n posts back among the ideas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) now: {status}</source>
        <translation><numerusform>%n post now: {status}</numerusform><numerusform>%n posts now: {status}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) later</source>
        <translation><numerusform>%n week later</numerusform><numerusform>%n weeks later</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>(%n item(s) unchanged)</source>
        <translation><numerusform>(%n item unchanged)</numerusform><numerusform>(%n items unchanged)</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>(%n published post(s) stay put)</source>
        <translation><numerusform>(%n published post stay put)</numerusform><numerusform>(%n published posts stay put)</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>(not for work and published posts: %n item(s))</source>
        <translation><numerusform>(not for work and published posts: %n item)</numerusform><numerusform>(not for work and published posts: %n items)</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Change the status of %n item(s)</source>
        <translation><numerusform>Change the status of %n item</numerusform><numerusform>Change the status of %n items</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n item(s)</source>
        <translation><numerusform>Delete %n item</numerusform><numerusform>Delete %n items</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n item(s)</source>
        <translation><numerusform>Duplicate %n item</numerusform><numerusform>Duplicate %n items</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Move %n item(s)</source>
        <translation><numerusform>Move %n item</numerusform><numerusform>Move %n items</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Take %n post(s) back to the ideas</source>
        <translation><numerusform>Take %n post back to the ideas</numerusform><numerusform>Take %n posts back to the ideas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Take back %n tick(s)</source>
        <translation><numerusform>Take back %n tick</numerusform><numerusform>Take back %n ticks</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Tick off %n item(s)</source>
        <translation><numerusform>Tick off %n item</numerusform><numerusform>Tick off %n items</numerusform></translation>
    </message>
</context>
<context>
    <name>AgendaList</name>
    <message numerus="yes">
        <source>%n line(s) chosen</source>
        <translation><numerusform>%n line chosen</numerusform><numerusform>%n lines chosen</numerusform></translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message numerus="yes">
        <source>%n item(s) chosen</source>
        <translation><numerusform>%n item chosen</numerusform><numerusform>%n items chosen</numerusform></translation>
    </message>
</context>
<context>
    <name>BusyWords</name>
    <message numerus="yes">
        <source>%n broken event(s) left out.</source>
        <translation><numerusform>%n broken event left out.</numerusform><numerusform>%n broken events left out.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n busy time(s)</source>
        <translation><numerusform>%n busy time</numerusform><numerusform>%n busy times</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) that repeat by the minute left out.</source>
        <translation><numerusform>%n event that repeats by the minute left out.</numerusform><numerusform>%n events that repeat by the minute left out.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) with a rule that nobody understands left out.</source>
        <translation><numerusform>%n event with a rule that nobody understands left out.</numerusform><numerusform>%n events with a rule that nobody understands left out.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) without a time left out.</source>
        <translation><numerusform>%n event without a time left out.</numerusform><numerusform>%n events without a time left out.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Read %n minute(s) ago</source>
        <translation><numerusform>Read %n minute ago</numerusform><numerusform>Read %n minutes ago</numerusform></translation>
    </message>
</context>
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
    <name>Check</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation><numerusform>%n event</numerusform><numerusform>%n events</numerusform></translation>
    </message>
</context>
<context>
    <name>ClipActions</name>
    <message numerus="yes">
        <source>%n card(s) copied. Choose a place in any week and paste.</source>
        <translation><numerusform>%n card copied. Choose a place in any week and paste.</numerusform><numerusform>%n cards copied. Choose a place in any week and paste.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) cut. Choose a place in any week and paste.</source>
        <translation><numerusform>%n card cut. Choose a place in any week and paste.</numerusform><numerusform>%n cards cut. Choose a place in any week and paste.</numerusform></translation>
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
        <source>, %n work block(s)</source>
        <translation><numerusform>, %n work block</numerusform><numerusform>, %n work blocks</numerusform></translation>
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
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation><numerusform>%n event</numerusform><numerusform>%n events</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Split into %n file(s), because many programs take no larger ones</source>
        <translation><numerusform>Split into %n file, because many programs take no larger ones</numerusform><numerusform>Split into %n files, because many programs take no larger ones</numerusform></translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message numerus="yes">
        <source>%n event(s) written</source>
        <translation><numerusform>%n event written</numerusform><numerusform>%n events written</numerusform></translation>
    </message>
</context>
<context>
    <name>FeedPopover</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
</context>
<context>
    <name>FeedWords</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation><numerusform>%n event</numerusform><numerusform>%n events</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Published %n minute(s) ago</source>
        <translation><numerusform>Published %n minute ago</numerusform><numerusform>Published %n minutes ago</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Reachable, %n subscription(s) active</source>
        <translation><numerusform>Reachable, %n subscription active</numerusform><numerusform>Reachable, %n subscriptions active</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Written %n minute(s) ago</source>
        <translation><numerusform>Written %n minute ago</numerusform><numerusform>Written %n minutes ago</numerusform></translation>
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
    <name>GroupActions</name>
    <message numerus="yes">
        <source>%n card(s) selected</source>
        <translation><numerusform>%n card selected</numerusform><numerusform>%n cards selected</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) on {platform} no more</source>
        <translation><numerusform>%n post on {platform} no more</numerusform><numerusform>%n posts on {platform} no more</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) on {platform} too</source>
        <translation><numerusform>%n post on {platform} too</numerusform><numerusform>%n posts on {platform} too</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s): {status}</source>
        <translation><numerusform>%n post: {status}</numerusform><numerusform>%n posts: {status}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n published post(s) stay(s)</source>
        <translation><numerusform>%n published post stays</numerusform><numerusform>%n published posts stay</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n card(s)</source>
        <translation><numerusform>Delete %n card</numerusform><numerusform>Delete %n cards</numerusform></translation>
    </message>
</context>
<context>
    <name>Ideas</name>
    <message numerus="yes">
        <source>%n idea(s) collected</source>
        <translation><numerusform>%n idea collected</numerusform><numerusform>%n ideas collected</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{platform} lacks %n post(s), {free} are open.</source>
        <translation><numerusform>{platform} lacks %n post, {free} are open.</numerusform><numerusform>{platform} lacks %n posts, {free} are open.</numerusform></translation>
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
        <translation><numerusform>%n more</numerusform><numerusform>%n more</numerusform></translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message numerus="yes">
        <source>%n card(s) deleted</source>
        <translation><numerusform>%n card deleted</numerusform><numerusform>%n cards deleted</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) duplicated</source>
        <translation><numerusform>%n card duplicated</numerusform><numerusform>%n cards duplicated</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) moved</source>
        <translation><numerusform>%n card moved</numerusform><numerusform>%n cards moved</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) lie(s) with the ideas again</source>
        <translation><numerusform>%n post lies with the ideas again</numerusform><numerusform>%n posts lie with the ideas again</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n card(s)</source>
        <translation><numerusform>Delete %n card</numerusform><numerusform>Delete %n cards</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n card(s)</source>
        <translation><numerusform>Duplicate %n card</numerusform><numerusform>Duplicate %n cards</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Move %n card(s)</source>
        <translation><numerusform>Move %n card</numerusform><numerusform>Move %n cards</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Put %n post(s) back to the ideas</source>
        <translation><numerusform>Put %n post back to the ideas</numerusform><numerusform>Put %n posts back to the ideas</numerusform></translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message numerus="yes">
        <source>%n post(s) and work block(s) are known already and stay as they are.</source>
        <translation><numerusform>%n post or work block is known already and stays as it is.</numerusform><numerusform>%n posts and work blocks are known already and stay as they are.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) would be added:</source>
        <translation><numerusform>%n post would be added:</numerusform><numerusform>%n posts would be added:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n work block(s) would be added:</source>
        <translation><numerusform>%n work block would be added:</numerusform><numerusform>%n work blocks would be added:</numerusform></translation>
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
    <name>PostSeries</name>
    <message numerus="yes">
        <source>%n new date(s)</source>
        <translation><numerusform>%n new date</numerusform><numerusform>%n new dates</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n untouched idea(s) go(es)</source>
        <translation><numerusform>%n untouched idea goes</numerusform><numerusform>%n untouched ideas go</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>also %n past post(s); what is online stays</source>
        <translation><numerusform>also %n past post; what is online stays</numerusform><numerusform>also %n past posts; what is online stays</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>ends before {day}; %n untouched idea(s) go(es)</source>
        <translation><numerusform>ends before {day}; %n untouched idea goes</numerusform><numerusform>ends before {day}; %n untouched ideas go</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>ends; %n untouched idea(s) ahead go(es), the rest stays</source>
        <translation><numerusform>ends; %n untouched idea ahead goes, the rest stays</numerusform><numerusform>ends; %n untouched ideas ahead go, the rest stays</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>from {day} on, with %n untouched idea(s); edited ones stay</source>
        <translation><numerusform>from {day} on, with %n untouched idea; edited ones stay</numerusform><numerusform>from {day} on, with %n untouched ideas; edited ones stay</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>this one and %n untouched idea(s); edited ones stay</source>
        <translation><numerusform>this one and %n untouched idea; edited ones stay</numerusform><numerusform>this one and %n untouched ideas; edited ones stay</numerusform></translation>
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
    <name>Removals</name>
    <message numerus="yes">
        <source>“{name}” is kept: it is the format of %n post(s).</source>
        <translation><numerusform>“{name}” is kept: it is the format of %n post.</numerusform><numerusform>“{name}” is kept: it is the format of %n posts.</numerusform></translation>
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
    <name>RepeatForm</name>
    <message numerus="yes">
        <source>The next %n date(s) are made as ideas with a date.</source>
        <translation><numerusform>%n further date is made as an idea with a date.</numerusform><numerusform>The next %n dates are made as ideas with a date.</numerusform></translation>
    </message>
</context>
<context>
    <name>SeriesGrowth</name>
    <message numerus="yes">
        <source>Next dates of %n series</source>
        <translation><numerusform>Next dates of %n series</numerusform><numerusform>Next dates of %n series</numerusform></translation>
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
