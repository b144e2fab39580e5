import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ballotFields } from '../../../server/domain/meeting/ballot.ts';
import { newCommittee } from '../../../server/domain/meeting/committee.ts';
import { newMeeting } from '../../../server/domain/meeting/meeting.ts';
import { type OpenStore, openStore } from '../../../server/store/open-store.ts';
import { SQUARE } from '../../fixtures/meeting-app.ts';
import { voteOf } from '../../fixtures/votes.ts';
import { temporaryFolder } from './temporary-folder.ts';

const DEVICES = 300;
const act = { actor: null, at: '2025-03-01T12:00:00.000Z' };
const folder = temporaryFolder();

async function openBallot(store: OpenStore): Promise<string> {
  const nothing = { parentId: null, datasetId: null, sourceId: null, timezone: null };
  const ground = {
    name: 'Here',
    kind: 'custom' as const,
    geometry: SQUARE,
    population: null,
    dwellings: null,
  };
  const area = await store.areas.create({ ...nothing, ...ground }, act);
  const committee = await store.committees.create(newCommittee.parse({ name: 'Here', areaId: area.id }), act);
  const planned = newMeeting.parse({ committeeId: committee.id, startsAt: act.at });
  const meeting = await store.meetings.create(planned, act);
  await store.meetings.start(meeting.id, meeting.version, act);
  const options = ['lamps', 'stops'].map((id) => ({ id, text: id }));
  const asked = ballotFields.parse({ kind: 'dots', question: 'What first?', options });
  const ballot = await store.ballots.create(meeting.id, asked, act);
  return (await store.ballots.open(ballot.id, ballot.version, act)).id;
}

/** The devices whose votes were acknowledged before the process was killed in the middle of them. */
async function voteUntilKilled(file: string, ballotId: string): Promise<number[]> {
  const script = fileURLToPath(new URL('../../fixtures/vote-until-killed.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, file, ballotId, String(DEVICES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
    if (output.split('\n').length > DEVICES / 4) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.once('close', resolve));
  return output.split('\n').slice(0, -1).map(Number);
}

it('loses no vote that was acknowledged and counts none twice when the server is killed in the middle', async () => {
  const file = join(folder, 'votes.sqlite');
  const before = await openStore({ file });
  const ballotId = await openBallot(before);
  await before.close();
  const acknowledged = await voteUntilKilled(file, ballotId);
  expect(acknowledged.length).toBeGreaterThan(DEVICES / 5);
  expect(acknowledged.length).toBeLessThan(DEVICES);

  const after = await openStore({ file });
  for (const device of acknowledged) {
    const kept = await after.ballots.votesOf(voteOf(device).voter, [ballotId]);
    expect(kept.get(ballotId), `device ${device}`).toEqual(voteOf(device).marks);
  }
  // Every telephone sends what it has again: it cannot know what arrived.
  const answers = new Map<string, number>();
  for (let device = 0; device < DEVICES; device++) {
    const answer = await after.ballots.vote(ballotId, voteOf(device), act.at);
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
  }
  expect(answers.get('changed')).toBeUndefined();
  expect(answers.get('again')).toBeGreaterThanOrEqual(acknowledged.length);
  const { version } = (await after.ballots.get(ballotId)) ?? { version: 0 };
  const { result } = await after.ballots.close(
    ballotId,
    version,
    { quorumNeeded: null, present: null },
    null,
    act,
  );
  expect(result).toMatchObject({
    devices: DEVICES,
    counts: [
      { option: 'lamps', points: 200 },
      { option: 'stops', points: 100 },
    ],
  });
  await after.close();
});
