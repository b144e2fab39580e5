import { Hono } from 'hono';
import { z } from 'zod';
import { heldMeetings, readMeetingHealth } from '../committee-health.ts';
import { concernDays } from '../concern-days.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import type { MeetingHealth } from '../domain/meeting/health.ts';
import { MEETING_KINDS, SESSION_KINDS } from '../domain/meeting/meeting.ts';
import { dayIn } from '../domain/time-zone.ts';
import { csvCell } from '../imports/refused-csv.ts';
import { createInReach } from '../in-reach.ts';
import { describe, idParam, valid } from '../openapi.ts';
import type { Committee } from '../store/ports.ts';
import { pageOfRecords, paging } from './paging.ts';
import { personOf } from './reply.ts';

const TAG = 'Committees';
/** Two years of a committee that meets every month. */
const USUAL = '24';
const MOST = 999;

const day = z.iso.date('Must be a day, as in 2026-03-31.');
const query = z
  .object({
    ...paging,
    /** Days of the meetings, both included. */
    from: day.optional(),
    to: day.optional(),
  })
  .strict();
type Asked = z.infer<typeof query>;

const few = z.int().nullable().describe('Null: fewer than five, or it would tell of fewer than five.');
const meetingHealth = z
  .object({
    meetingId: z.string(),
    kind: z.enum(MEETING_KINDS),
    on: z.string(),
    present: z
      .object({
        ...{ members: z.int(), police: z.int(), public: z.int() },
        ...{ women: few, men: few, youth: few, older: few },
      })
      .nullable()
      .describe('Null: nobody was counted.'),
    isQuorate: z.boolean().nullable(),
    sessions: z.array(z.enum(MEETING_KINDS)).max(SESSION_KINDS.length),
    raisedHere: z.int(),
    itemsOfResidents: z.int(),
    items: z.int(),
    made: z.int(),
    toReview: z.int(),
    reviewed: z.int(),
    kept: z.object({ verified: z.int(), due: z.int() }),
    answers: z.object({
      raised: z.int(),
      answered: z.int(),
      waiting: z.int(),
      medianDays: z.int().nullable().describe('Null: fewer than five were answered.'),
    }),
    minutes: z.object({ approved: z.boolean(), days: z.int().nullable() }),
  })
  .meta({ id: 'MeetingHealth' }) satisfies z.ZodType<MeetingHealth>;

const health = z
  .object({
    items: z.array(meetingHealth).max(MOST),
    next: z.string().nullable(),
    answerDays: z.int().describe('Days within which a concern is to be answered.'),
  })
  .meta({ id: 'CommitteeHealth' });

/** How a committee is doing, meeting by meeting: counts and days, nobody's name, no ranking and no score. */
export function committeeHealthRoutes(deps: AppDeps) {
  const { store } = deps;
  const { meetings } = createInReach(deps);
  return new Hono<AppEnv>()
    .get(
      '/:id/health',
      describe({
        may: 'meeting.read',
        placed: true,
        tag: TAG,
        summary: 'How a committee is doing, the newest meeting first',
        description:
          'Who came by group, what residents raised, promises made, reviewed and verified, days to an answer, sessions held, minutes approved.',
        replies: { 200: health },
        errors: [404],
      }),
      valid('param', idParam),
      valid('query', query),
      async (c) => {
        const committee = await meetings.committee(personOf(c), c.req.valid('param').id, 'meeting.read');
        const { answerDays } = await concernDays(store);
        return c.json({ ...(await pageOf(committee, c.req.valid('query'))), answerDays });
      },
    )
    .get(
      '/:id/health.csv',
      describe({
        may: 'meeting.read',
        placed: true,
        tag: TAG,
        summary: 'The same as CSV',
        replies: { 200: { media: 'text/csv', description: 'One line a meeting, the newest first.' } },
        errors: [404],
      }),
      valid('param', idParam),
      valid('query', query),
      async (c) => {
        const committee = await meetings.committee(personOf(c), c.req.valid('param').id, 'meeting.read');
        const { items } = await pageOf(committee, { limit: String(MOST), ...c.req.valid('query') });
        c.header('Content-Type', 'text/csv; charset=utf-8');
        c.header('Content-Disposition', 'attachment; filename="committee-health.csv"');
        return c.body([COLUMNS.map(([name]) => name), ...items.map(cellsOf)].map(lineOf).join(''));
      },
    );

  async function pageOf(committee: Committee, { from, to, ...page }: Asked) {
    const timeZone = (await store.settings.get('workspace.timezone')) ?? 'UTC';
    const { main, sessions } = await heldMeetings(store, committee);
    const wanted = main.filter(({ startsAt }) => {
      const on = dayIn(timeZone, new Date(startsAt));
      return (from === undefined || on >= from) && (to === undefined || on <= to);
    });
    const { items, next } = pageOfRecords(wanted.reverse(), { limit: USUAL, ...page });
    const chosen = items.toReversed();
    const before = main.findIndex(({ id }) => id === chosen[0]?.id) - 1;
    const found = await readMeetingHealth(store, committee, chosen, sessions, main[before] ?? null);
    return { items: found.reverse(), next };
  }
}

type Cell = string | number | boolean | null | undefined;

const COLUMNS: readonly (readonly [string, (of: MeetingHealth) => Cell])[] = [
  ['on', ({ on }) => on],
  ['kind', ({ kind }) => kind],
  ['members', ({ present }) => present?.members],
  ['police', ({ present }) => present?.police],
  ['public', ({ present }) => present?.public],
  ['women', ({ present }) => present?.women],
  ['men', ({ present }) => present?.men],
  ['youth', ({ present }) => present?.youth],
  ['older', ({ present }) => present?.older],
  ['quorate', ({ isQuorate }) => isQuorate],
  ['sessions', ({ sessions }) => sessions.join(' ')],
  ['items', ({ items }) => items],
  ['itemsOfResidents', ({ itemsOfResidents }) => itemsOfResidents],
  ['raisedHere', ({ raisedHere }) => raisedHere],
  ['promisesMade', ({ made }) => made],
  ['promisesToReview', ({ toReview }) => toReview],
  ['promisesReviewed', ({ reviewed }) => reviewed],
  ['promisesDue', ({ kept }) => kept.due],
  ['promisesVerified', ({ kept }) => kept.verified],
  ['concernsRaised', ({ answers }) => answers.raised],
  ['concernsAnswered', ({ answers }) => answers.answered],
  ['concernsWaiting', ({ answers }) => answers.waiting],
  ['medianDaysToAnswer', ({ answers }) => answers.medianDays],
  ['minutesApproved', ({ minutes }) => minutes.approved],
  ['daysToApproval', ({ minutes }) => minutes.days],
];

const cellsOf = (one: MeetingHealth): string[] => COLUMNS.map(([, read]) => String(read(one) ?? ''));
const lineOf = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;
