// What ical.js, the parser inside Thunderbird, reads: zones come from the file's VTIMEZONEs alone.
// node icaljs.mjs MODULE FIRST LAST < FILE; FIRST and LAST in seconds since 1970. One JSON list per instance.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';

const [, , module, first, last] = process.argv;
const { default: ICAL } = await import(pathToFileURL(module));
const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(0, 'utf8')));
for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);

const seconds = (time) => (time.isDate ? Date.UTC(time.year, time.month - 1, time.day) / 1000 : time.toUnixTime());
const words = (time) =>
  time.isDate ? time.toICALString() : time.convertToZone(ICAL.Timezone.utcTimezone).toICALString();

const events = new Map();
for (const component of calendar.getAllSubcomponents('vevent')) {
  const uid = String(component.getFirstPropertyValue('uid'));
  events.set(uid, [...(events.get(uid) ?? []), component]);
}

const said = [];
for (const [uid, components] of events) {
  const tell = (start, end, event) => {
    if (seconds(start) >= +first && seconds(start) < +last) {
      said.push(JSON.stringify([uid, words(start), words(end), event.summary ?? '', event.description ?? '']));
    }
  };
  const exceptions = components.filter((each) => each.hasProperty('recurrence-id'));
  const moved = new Set(exceptions.map((each) => seconds(each.getFirstPropertyValue('recurrence-id'))));
  for (const component of components) {
    const event = new ICAL.Event(component, { exceptions: [], strictExceptions: true });
    if (component.hasProperty('recurrence-id') || !event.isRecurring()) {
      tell(event.startDate, event.endDate, event);
      continue;
    }
    const instances = event.iterator();
    for (let next = instances.next(); next && seconds(next) < +last; next = instances.next()) {
      if (moved.has(seconds(next))) continue;
      const details = event.getOccurrenceDetails(next);
      tell(details.startDate, details.endDate, event);
    }
  }
}
process.stdout.write(said.join('\n'));
