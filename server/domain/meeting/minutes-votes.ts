/** What minutes say of votes and decisions. Of a vote there is a count once it was closed, and nothing before. */
import type { CommitmentVisibility } from '../commitment.ts';
import type { BallotFields, BallotKind, VoiceGroup } from './ballot.ts';
import type { BallotResult, GroupCount } from './ballot-result.ts';
import { type DecisionInput, type Quorum, votesOf } from './decision.ts';
import type { MeetingKind } from './meeting.ts';

/** What was asked, in the languages it was asked in. */
export interface Question {
  readonly question: string;
  readonly questions: Readonly<Record<string, string>>;
}

export interface RecordedBallot extends Question, Pick<BallotFields, 'kind' | 'dotsEach'> {
  /** Empty where the answers follow from the kind. */
  readonly options: BallotFields['options'];
  readonly result: BallotResult;
  readonly quorum: Quorum;
  readonly visibility: CommitmentVisibility;
}

/** Votes of a group that is large enough to stand by itself; null: all others. */
export interface GroupVotes {
  readonly group: VoiceGroup | null;
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
}

export interface RecordedDecision
  extends Pick<DecisionInput, 'text' | 'kind' | 'result' | 'how' | 'for' | 'against' | 'abstain'> {
  /** The case or the promise it was about; empty: none. */
  readonly about: string;
  /** The vote it follows. */
  readonly after: Question | null;
  readonly byGroup: readonly GroupVotes[];
  readonly quorum: Quorum;
  readonly visibility: CommitmentVisibility;
}

export interface Voted {
  readonly decisions: readonly RecordedDecision[];
  readonly ballots: readonly RecordedBallot[];
}

/** What puts things in an order: the lists of a round stand side by side. */
export const LIST_KINDS: readonly BallotKind[] = ['dots', 'ranking', 'hands'];

/** The lists of a session of the same round. They stand beside those of the meeting, and are never added to them. */
export interface SessionLists {
  readonly kind: MeetingKind;
  readonly startsAt: string;
  readonly ballots: readonly RecordedBallot[];
}

export const NO_VOTES: Voted = { decisions: [], ballots: [] };

/** For, against and abstained by group, of a vote that asked yes or no; none of any other. */
export function groupVotesOf(byGroup: readonly GroupCount[]): GroupVotes[] {
  return byGroup.flatMap(({ group, counts }) => {
    const votes = votesOf({ counts });
    return votes === null ? [] : [{ group, ...votes }];
  });
}

type Kept = { readonly id: string; readonly agendaItemId: string | null };
interface Placed {
  readonly ballots: readonly (Kept & { readonly said: RecordedBallot })[];
  readonly decisions: readonly (Kept & { readonly said: RecordedDecision })[];
}

/** Under one of these items, or with null under none of them: an item may have been dropped after it was voted on. */
export function votedUnder(all: Placed, items: readonly string[], item: string | null): Voted {
  const isHere = ({ agendaItemId }: Kept) =>
    item === null ? agendaItemId === null || !items.includes(agendaItemId) : agendaItemId === item;
  return {
    decisions: all.decisions.filter(isHere).map(({ said }) => said),
    ballots: all.ballots.filter(isHere).map(({ said }) => said),
  };
}
