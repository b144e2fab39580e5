/**
 * Meetings, and days by which something is to be done, as a calendar file (RFC 5545): lines end with CR LF and are folded after 75 octets, texts are escaped, times are
 * in UTC. A meeting keeps its UID, and its version is the SEQUENCE by which a calendar program knows a newer entry.
 */
import type { Route } from './meeting.ts';

export interface CalendarEntry {
  readonly id: string;
  readonly version: number;
  /** Instants. */
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly updatedAt: string;
  readonly summary: string;
  readonly place: string;
  readonly state: string;
  readonly route: Route | null;
}

const MOST_OCTETS = 75;
/** A meeting without an end stands in calendars for this long. */
const USUAL_HOURS = 2;
const HOUR_MS = 3_600_000;

/** Something that is to be done by a day: it fills the day and keeps nobody from anything else. */
export interface DueDay {
  readonly id: string;
  readonly version: number;
  /** A date. */
  readonly dueOn: string;
  readonly updatedAt: string;
  readonly summary: string;
  readonly description: string;
}

/** Meetings, and beside them the days by which something is to be done. */
export function calendarFile(
  name: string,
  entries: readonly CalendarEntry[],
  days: readonly DueDay[] = [],
): string {
  return fileOf(name, 'Meetings', [...entries.flatMap(eventOf), ...days.flatMap(dueDayOf)]);
}

export function dueDaysFile(name: string, days: readonly DueDay[]): string {
  return fileOf(name, 'Promises', days.flatMap(dueDayOf));
}

function fileOf(name: string, product: string, events: readonly string[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Common Ground//${product}//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf(entry: CalendarEntry): string[] {
  const endsAt = entry.endsAt ?? new Date(Date.parse(entry.startsAt) + USUAL_HOURS * HOUR_MS).toISOString();
  const way = entry.route === null ? '' : wayOf(entry.route);
  return [
    'BEGIN:VEVENT',
    `UID:${entry.id}@common-ground`,
    `SEQUENCE:${entry.version}`,
    `DTSTAMP:${momentOf(entry.updatedAt)}`,
    `DTSTART:${momentOf(entry.startsAt)}`,
    `DTEND:${momentOf(endsAt)}`,
    `SUMMARY:${escaped(entry.summary)}`,
    ...(entry.place === '' ? [] : [`LOCATION:${escaped(entry.place)}`]),
    ...(way === '' ? [] : [`DESCRIPTION:${escaped(way)}`]),
    `STATUS:${entry.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

function dueDayOf({ id, version, dueOn, updatedAt, summary, description }: DueDay): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}-due@common-ground`,
    `SEQUENCE:${version}`,
    `DTSTAMP:${momentOf(updatedAt)}`,
    `DTSTART;VALUE=DATE:${dueOn.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${dayAfter(dueOn).replaceAll('-', '')}`,
    `SUMMARY:${escaped(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    'TRANSP:TRANSPARENT',
    'STATUS:CONFIRMED',
    'END:VEVENT',
  ];
}

const DAY_MS = 86_400_000;
const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

/** The stops of a walkabout, one a line. */
const wayOf = ({ stops }: Route): string => stops.map(({ text }, i) => `${i + 1}. ${text}`).join('\n');

/** 20250304T180000Z */
const momentOf = (instant: string): string => `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n');
}

/** No line longer than 75 octets, none broken inside a character; a line that goes on begins with a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > MOST_OCTETS) {
      parts.push(part);
      [part, octets] = [' ', 1];
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
