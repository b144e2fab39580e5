/** What is talked about at a meeting, one item after the other. */
import { z } from 'zod';

/** In the order in which a meeting goes through them (workflow step 10): promises are looked at before anything new. */
export const AGENDA_KINDS = [
  'welcome',
  'minutes',
  'commitments',
  'patterns',
  'concerns',
  'priorities',
  'gate',
  'new_commitments',
  'contact_sessions',
  'other_business',
  'next_meeting',
] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

export const AGENDA_STATES = ['open', 'done', 'deferred', 'dropped'] as const;
export type AgendaState = (typeof AGENDA_STATES)[number];

/** What its rule found: numbers, days and references, which the interface puts into words. */
export type Reason = Readonly<Record<string, string | number>>;

export const MOST_ITEMS = 200;
const MOST_TITLES = 8;
const MOST_LAYERS = 40;

const id = z.string().regex(/^[\w-]{1,64}$/, 'Must be an id as the server gave it.');
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/, 'Must be a language tag, as ar.');
const degrees = z.number().min(-180).max(180);

/** What the map shows while it is talked about. */
export const agendaView = z
  .object({
    bounds: z.tuple([degrees, degrees, degrees, degrees]).nullable(),
    layers: z.array(z.string().max(64)).max(MOST_LAYERS),
  })
  .strict();
export type AgendaView = z.infer<typeof agendaView>;

/** Links to what is talked about. */
export const AGENDA_LINKS = ['problemId', 'commitmentId', 'concernId', 'exhibitId'] as const;

const fields = {
  kind: z.enum(AGENDA_KINDS),
  title: z.string().trim().max(300),
  titles: z
    .record(language, z.string().trim().max(300))
    .refine((all) => Object.keys(all).length <= MOST_TITLES, `At most ${MOST_TITLES} languages.`)
    .meta({ maxProperties: MOST_TITLES }),
  minutes: z.int().min(1).max(600).nullable(),
  problemId: id.nullable(),
  commitmentId: id.nullable(),
  concernId: id.nullable(),
  exhibitId: id.nullable(),
  view: agendaView.nullable(),
  notes: z.string().trim().max(4000),
  outcome: z.string().trim().max(4000),
};

export const newAgendaItem = z
  .object({
    ...fields,
    title: fields.title.default(''),
    titles: fields.titles.default({}),
    minutes: fields.minutes.default(null),
    problemId: fields.problemId.default(null),
    commitmentId: fields.commitmentId.default(null),
    concernId: fields.concernId.default(null),
    exhibitId: fields.exhibitId.default(null),
    view: fields.view.default(null),
    notes: fields.notes.default(''),
    outcome: fields.outcome.default(''),
    /** Behind which item; without one it stands last. */
    after: id.nullable().default(null),
  })
  .strict();
export type AgendaFields = Omit<z.infer<typeof newAgendaItem>, 'after'>;

export const agendaChange = z
  .object({ ...fields, state: z.enum(AGENDA_STATES) })
  .partial()
  .strict();
export type AgendaChange = z.infer<typeof agendaChange>;

/** What whoever runs a meeting writes down of an item; the rest is of those who prepare it. */
export const RECORDED_IN_THE_ROOM: readonly (keyof AgendaChange)[] = ['outcome', 'state'];

export const orderBody = z.object({ ids: z.array(id).min(1).max(MOST_ITEMS) }).strict();
