/**
 * Meetings as a calendar file (RFC 5545): lines end with CR LF and are folded after 75 octets, texts are escaped, times are
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

export function calendarFile(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Common Ground//Meetings//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap(eventOf),
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
