/**
 * Voices, counted once the ballot is closed. Groups stand side by side, never averaged, and no group is shown that is so
 * small that one could tell who chose what: it is counted with those who said nothing of themselves.
 */
import { SUPPRESSION_THRESHOLD } from '../../../analysis/suppression.ts';
import {
  type BallotFields,
  type Marks,
  optionIdsOf,
  pointsOf,
  VOICE_GROUPS,
  type VoiceGroup,
} from './ballot.ts';

/** So many voices at least are shown as a group: as many as the smallest count the public is shown. */
export const FEWEST_VOICES = SUPPRESSION_THRESHOLD;

/** One device or account, or many papers together. */
export interface Voice {
  readonly group: VoiceGroup | null;
  readonly voices: number;
  readonly points: Readonly<Record<string, number>>;
}

export interface Count {
  option: string;
  points: number;
}

export interface GroupCount {
  /** Null: those who said nothing of themselves, with the groups that are too small to be shown. */
  group: VoiceGroup | null;
  voices: number;
  counts: Count[];
}

export interface BallotResult {
  /** Devices and accounts. */
  devices: number;
  /** Papers and hands. */
  typed: number;
  counts: Count[];
  /** Empty where no group may be shown. */
  byGroup: GroupCount[];
  /** Groups that are counted with the rest. */
  merged: VoiceGroup[];
}

/** The voice of one device. */
export function voiceOf(
  ballot: Pick<BallotFields, 'kind' | 'options' | 'dotsEach'>,
  vote: { readonly group: VoiceGroup | null; readonly marks: Marks },
): Voice {
  return { group: vote.group, voices: 1, points: pointsOf(ballot, vote.marks) };
}

export function resultOf(
  ballot: Pick<BallotFields, 'kind' | 'options' | 'dotsEach'>,
  devices: readonly Voice[],
  typed: readonly Voice[],
): BallotResult {
  const options = optionIdsOf(ballot);
  const all = [...devices, ...typed];
  const { shown, merged } = groupsShown(all);
  const isMerged = (group: VoiceGroup | null) => group === null || merged.includes(group);
  const rest = all.filter(({ group }) => isMerged(group));
  const groups = shown.map((group) =>
    grouped(
      group,
      all.filter((voice) => voice.group === group),
      options,
    ),
  );
  const others = rest.length > 0 && shown.length > 0 ? [grouped(null, rest, options)] : [];
  return {
    devices: voicesIn(devices),
    typed: voicesIn(typed),
    counts: countsOf(all, options),
    byGroup: [...groups, ...others],
    merged,
  };
}

/**
 * Which groups stand by themselves. What is left over is itself a group to whoever subtracts: while it is too small, the
 * smallest that is shown goes with it.
 */
export function groupsShown(all: readonly Voice[]): { shown: VoiceGroup[]; merged: VoiceGroup[] } {
  const sizes = VOICE_GROUPS.map((group) => ({
    group,
    voices: voicesIn(all.filter((voice) => voice.group === group)),
  })).filter(({ voices }) => voices > 0);
  const bySize = [...sizes].sort((a, b) => b.voices - a.voices);
  let shown = bySize.filter(({ voices }) => voices >= FEWEST_VOICES);
  const left = () => voicesIn(all) - shown.reduce((sum, { voices }) => sum + voices, 0);
  while (shown.length > 0 && left() > 0 && left() < FEWEST_VOICES) shown = shown.slice(0, -1);
  const isShown = new Set(shown.map(({ group }) => group));
  // One group alone, with nobody beside it, is the total again.
  if (isShown.size === 1 && left() === 0) isShown.clear();
  return {
    shown: sizes.flatMap(({ group }) => (isShown.has(group) ? [group] : [])),
    merged: sizes.flatMap(({ group }) => (isShown.has(group) ? [] : [group])),
  };
}

function grouped(group: VoiceGroup | null, voices: readonly Voice[], options: readonly string[]): GroupCount {
  return { group, voices: voicesIn(voices), counts: countsOf(voices, options) };
}

const voicesIn = (voices: readonly Voice[]) => voices.reduce((sum, voice) => sum + voice.voices, 0);

function countsOf(voices: readonly Voice[], options: readonly string[]): Count[] {
  return options.map((option) => ({
    option,
    points: voices.reduce(
      (sum, { points }) => sum + (Object.hasOwn(points, option) ? (points[option] ?? 0) : 0),
      0,
    ),
  }));
}
