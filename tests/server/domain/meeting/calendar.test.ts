import { describe, expect, it } from 'vitest';
import { type CalendarEntry, calendarFile, dueDaysFile } from '../../../../server/domain/meeting/calendar.ts';

const MEETING: CalendarEntry = {
  id: 'm1',
  version: 3,
  startsAt: '2025-03-04T18:00:00.000Z',
  endsAt: '2025-03-04T19:30:00.000Z',
  updatedAt: '2025-03-01T12:00:00.000Z',
  summary: 'Riverside committee',
  place: 'Town hall',
  state: 'planned',
  route: null,
};

/** Reads a calendar as RFC 5545 has it: unfolds, splits name and value, takes the escapes away. Written apart from the writer. */
function read(file: string): Record<string, string>[] {
  const lines = file
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '');
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    const at = line.indexOf(':');
    const [name, value] = [line.slice(0, at), line.slice(at + 1)];
    if (line === 'BEGIN:VEVENT') events.push({});
    const event = events.at(-1);
    if (event && !['BEGIN', 'END'].includes(name))
      event[name] = value.replace(/\\(.)/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
  }
  return events;
}

describe('a calendar', () => {
  it('says of a meeting when, where and which version', () => {
    expect(read(calendarFile('Riverside', [MEETING]))).toEqual([
      {
        UID: 'm1@common-ground',
        SEQUENCE: '3',
        DTSTAMP: '20250301T120000Z',
        DTSTART: '20250304T180000Z',
        DTEND: '20250304T193000Z',
        SUMMARY: 'Riverside committee',
        LOCATION: 'Town hall',
        STATUS: 'CONFIRMED',
      },
    ]);
  });

  it('says of a promise by which day, the whole of it, and is in nobody’s way', () => {
    const days = [
      {
        id: 'c1',
        version: 2,
        dueOn: '2024-02-29',
        updatedAt: '2024-02-01T12:00:00.000Z',
        summary: 'City lighting: repair lamps, all seven',
        description: 'They are lit',
      },
      {
        id: 'c2',
        version: 1,
        dueOn: '2024-12-31',
        updatedAt: '2024-02-01T12:00:00.000Z',
        summary: 'x',
        description: '',
      },
    ];
    expect(read(dueDaysFile('Promises', days))).toEqual([
      {
        UID: 'c1-due@common-ground',
        SEQUENCE: '2',
        DTSTAMP: '20240201T120000Z',
        'DTSTART;VALUE=DATE': '20240229',
        'DTEND;VALUE=DATE': '20240301',
        SUMMARY: 'City lighting: repair lamps, all seven',
        DESCRIPTION: 'They are lit',
        TRANSP: 'TRANSPARENT',
        STATUS: 'CONFIRMED',
      },
      expect.objectContaining({ 'DTSTART;VALUE=DATE': '20241231', 'DTEND;VALUE=DATE': '20250101' }),
    ]);
  });

  it('has lines of at most 75 octets that end with CR LF and break inside no character', () => {
    const long = {
      ...MEETING,
      summary: 'اجتماع اللجنة في قاعة البلدية 🏛️ '.repeat(9),
      place: 'x'.repeat(200),
    };
    const file = calendarFile('Riverside', [long]);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of file.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain('\uFFFD');
    }
    expect(read(file)[0]).toMatchObject({ SUMMARY: long.summary, LOCATION: long.place });
  });

  it('escapes what would end a value, so that no text begins a line of its own', () => {
    const sly = 'Lamps, stops; a \\ and\r\nEND:VEVENT\nATTENDEE:mailto:x';
    const [event, ...more] = read(calendarFile('Riverside', [{ ...MEETING, summary: sly }]));
    expect(more).toEqual([]);
    expect(event).not.toHaveProperty('ATTENDEE');
    expect(event.SUMMARY).toBe(sly.replace('\r\n', '\n'));
  });

  it('gives an open end two hours, strikes what was called off, and names the stops of a walkabout', () => {
    const stops = [
      { position: [0, 0] as [number, number], text: 'Stairs' },
      { position: [0, 1] as [number, number], text: 'Stop' },
    ];
    const walk = { ...MEETING, endsAt: null, state: 'cancelled', route: { line: null, stops } };
    expect(read(calendarFile('Riverside', [walk]))[0]).toMatchObject({
      DTEND: '20250304T200000Z',
      STATUS: 'CANCELLED',
      DESCRIPTION: '1. Stairs\n2. Stop',
    });
  });

  it('of nothing is a calendar all the same', () => {
    expect(calendarFile('Riverside', [])).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  });
});
