import { z } from 'zod';
import { BALLOT_KINDS, BALLOT_STATES, VOICE_GROUPS } from '../domain/meeting/ballot.ts';
import { DECISION_KINDS, DECISION_RESULTS, DECISION_WAYS } from '../domain/meeting/decision.ts';

/** Ballots and decisions as they are given out. */

const MOST_OPTIONS = 100;
const MOST_LANGUAGES = 20;

export const inLanguages = z.record(z.string(), z.string()).meta({ maxProperties: MOST_LANGUAGES });
export const marks = z.record(z.string(), z.int()).meta({ maxProperties: MOST_OPTIONS });
export const ballotOption = z.object({ id: z.string(), text: z.string(), texts: inLanguages });
const voiceGroup = z.enum(VOICE_GROUPS);
const counts = z.array(z.object({ option: z.string(), points: z.int() })).max(MOST_OPTIONS);
const groupCount = z.object({ group: voiceGroup.nullable(), voices: z.int(), counts });
const quorum = z.object({
  needed: z.int().nullable(),
  present: z.int().nullable(),
  met: z.boolean().nullable(),
});

export const ballotResult = z
  .object({
    devices: z.int(),
    typed: z.int(),
    counts,
    byGroup: z.array(groupCount).max(VOICE_GROUPS.length + 1),
    merged: z.array(voiceGroup).max(VOICE_GROUPS.length),
  })
  .meta({ id: 'BallotResult' });

export const ballotBatch = z
  .object({
    id: z.string(),
    kind: z.enum(['paper', 'hands']),
    group: voiceGroup.nullable(),
    papers: z.int(),
    note: z.string(),
    createdAt: z.string(),
  })
  .meta({ id: 'BallotBatch' });

export const ballot = z
  .object({
    id: z.string(),
    meetingId: z.string(),
    agendaItemId: z.string().nullable(),
    problemId: z.string().nullable(),
    commitmentId: z.string().nullable(),
    kind: z.enum(BALLOT_KINDS),
    question: z.string(),
    questions: inLanguages,
    options: z.array(ballotOption).max(MOST_OPTIONS),
    dotsEach: z.int(),
    state: z.enum(BALLOT_STATES),
    openedAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    quorum,
    /** Null until it is closed: nobody sees counts before. */
    result: ballotResult.nullable(),
    version: z.int(),
    createdBy: z.string(),
    /** Devices and accounts that have voted so far. */
    votesCast: z.int(),
    /** What your account chose, as long as it can be changed. */
    ownMarks: marks.nullable(),
    batches: z.array(ballotBatch).max(1000),
  })
  .meta({ id: 'Ballot' });

export const decision = z
  .object({
    id: z.string(),
    meetingId: z.string(),
    agendaItemId: z.string().nullable(),
    text: z.string(),
    kind: z.enum(DECISION_KINDS),
    problemId: z.string().nullable(),
    commitmentId: z.string().nullable(),
    result: z.enum(DECISION_RESULTS),
    how: z.enum(DECISION_WAYS),
    ballotId: z.string().nullable(),
    for: z.int().nullable(),
    against: z.int().nullable(),
    abstain: z.int().nullable(),
    byGroup: z.array(groupCount).max(VOICE_GROUPS.length + 1),
    quorum,
    createdBy: z.string(),
    createdAt: z.string(),
  })
  .meta({ id: 'Decision' });
