import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { ShownCard } from '../../../api/meeting-show.ts';
import type { MethodId } from '../../../api/runs.ts';

type Answer = NonNullable<ShownCard['answer']>;
type Words<Name extends string> = Readonly<Record<Name, MessageDescriptor>>;
type WallWord =
  | 'away'
  | 'withheld'
  | 'outcome'
  | 'place'
  | 'next'
  | 'timer'
  | 'waiting'
  | 'ended'
  | 'nextMeeting'
  | 'reasonConcerns'
  | 'reasonGate'
  | 'stage'
  | 'counts'
  | 'months'
  | 'squares'
  | 'due'
  | 'late'
  | 'ownerSays'
  | 'evidence'
  | 'room'
  | 'verdict'
  | 'reopened'
  | 'given'
  | 'vote'
  | 'cast'
  | 'session'
  | 'answer'
  | 'group'
  | 'join'
  | 'before'
  | 'counted'
  | 'period'
  | 'beyond'
  | 'tooFew'
  | 'gone'
  | 'key'
  | 'keyAreas';

/** Everything fixed that the wall says, in the language of the interface; wall-languages.ts has it in others. */
export const WALL_WORDS: Words<WallWord> = defineMessages({
  away: {
    id: 'show.away',
    defaultMessage: 'The server does not answer. This is the last card; it goes on by itself.',
  },
  withheld: { id: 'show.withheld', defaultMessage: 'What this is about is not open to the committee.' },
  outcome: { id: 'show.outcome', defaultMessage: 'What came of it' },
  place: { id: 'show.place', defaultMessage: '{place, number} of {all, number}' },
  next: { id: 'show.next', defaultMessage: 'Next: {title}' },
  timer: { id: 'show.timer', defaultMessage: 'of {minutes, number} min' },
  waiting: {
    id: 'show.waiting',
    defaultMessage:
      '{state, select, planned {We begin soon} running {The meeting} closed {The meeting has ended} other {The meeting is cancelled}}',
  },
  ended: {
    id: 'show.ended',
    defaultMessage:
      '{done, plural, one {# item was} other {# items were}} dealt with, {left, plural, =0 {none} one {# was} other {# were}} put off to the next meeting. Thank you for coming.',
  },
  nextMeeting: { id: 'show.nextMeeting', defaultMessage: 'The next meeting: {at}' },
  reasonConcerns: {
    id: 'show.reason.concerns',
    defaultMessage:
      '{count, plural, one {# concern waits} other {# concerns wait}} for an answer longer than {days, number} days',
  },
  reasonGate: {
    id: 'show.reason.gate',
    defaultMessage:
      '{gate, select, to_analysis {The committee decides whether this is a problem to work on.} other {The committee decides whether the case is closed.}}',
  },
  stage: {
    id: 'show.stage',
    defaultMessage:
      '{stage, select, scanning {Scanning} analysis {Analysis} response {Response} assessment {Assessment} other {Closed}}',
  },
  counts: {
    id: 'show.pattern.recorded',
    defaultMessage: 'recorded in the last 12 months, {earlier, number} in the 12 before',
  },
  months: { id: 'show.pattern.byMonth', defaultMessage: 'By month; {from} to {to} in full colour.' },
  squares: {
    id: 'show.pattern.squares',
    defaultMessage:
      'On the map squares of {side, number} m and more, the stronger the colour the more was recorded; none of fewer than three.',
  },
  due: { id: 'show.promise.due', defaultMessage: 'by {date}' },
  late: {
    id: 'show.promise.late',
    defaultMessage: '{days, plural, one {# day late} other {# days late}}',
  },
  ownerSays: { id: 'show.promise.owner', defaultMessage: '{organisation} says: done' },
  evidence: { id: 'show.promise.evidence', defaultMessage: 'How we will see that it is done' },
  room: { id: 'show.promise.room', defaultMessage: 'Residents say' },
  verdict: {
    id: 'show.promise.outcome',
    defaultMessage: '{outcome, select, verified {Done} partly_verified {Partly done} other {Not done}}',
  },
  reopened: { id: 'show.promise.reopened', defaultMessage: 'Open again, by {date}' },
  vote: {
    id: 'show.vote',
    defaultMessage: '{state, select, open {Vote now} other {How we voted}}',
  },
  cast: {
    id: 'show.vote.cast',
    defaultMessage: '{count, plural, =0 {Nobody has voted yet} one {# voice is in} other {# voices are in}}',
  },
  session: {
    id: 'show.vote.session',
    defaultMessage:
      '{kind, select, here {This meeting} women_session {Women’s session} youth_session {Youth session} minority_session {Minority session} other {Another session}}',
  },
  answer: {
    id: 'show.vote.answer',
    defaultMessage:
      '{answer, select, yes {Yes} no {No} abstain {Abstained} done {Done} partly {Partly} notDone {Not done} other {Cannot say}}',
  },
  group: {
    id: 'show.vote.group',
    defaultMessage:
      '{group, select, women {Women} men {Men} youth {Young people} older {Older people} minority {Minorities} rest {All others} other {Others}} ({voices, number}): {points, number}',
  },
  join: { id: 'show.join', defaultMessage: 'Take part with your telephone' },
  given: { id: 'show.promise.given', defaultMessage: 'Promised this evening' },
  before: {
    id: 'show.promise.before',
    defaultMessage:
      '{date}: residents said {outcome, select, verified {done} partly_verified {partly done} other {not done}} ({done, number} done, {partly, number} partly, {notDone, number} not done)',
  },
  counted: { id: 'show.answer.counted', defaultMessage: '{n, number} recorded incidents' },
  period: { id: 'show.answer.period', defaultMessage: '{from} to {to}' },
  beyond: {
    id: 'show.answer.beyond',
    defaultMessage: 'It was counted over more than our area; here is what lies in ours.',
  },
  tooFew: { id: 'show.answer.tooFew', defaultMessage: 'There were too few incidents to say anything.' },
  gone: { id: 'show.answer.gone', defaultMessage: 'The answer that was kept here is not kept any more.' },
  key: {
    id: 'show.answer.key',
    defaultMessage:
      'Squares of {side, number} m and more, each coloured by what was found for most of its incidents; none of fewer than three.',
  },
  keyAreas: {
    id: 'show.answer.keyAreas',
    defaultMessage: 'Whole areas; none with fewer than three incidents.',
  },
});

/** What each method asks, as a room would. */
export const QUESTION_WORDS: Words<MethodId> = defineMessages({
  counts: { id: 'show.asked.counts', defaultMessage: 'Where most is recorded' },
  'kernel-density': { id: 'show.asked.density', defaultMessage: 'Where it is densest' },
  'local-gi-star': { id: 'show.asked.hotspots', defaultMessage: 'Where there is more than chance' },
  'local-moran': { id: 'show.asked.moran', defaultMessage: 'Where places differ from those around them' },
  change: { id: 'show.asked.change', defaultMessage: 'Where it changed' },
  'near-repeat': { id: 'show.asked.nearRepeat', defaultMessage: 'Whether one leads to another nearby' },
  'data-clock': { id: 'show.asked.clock', defaultMessage: 'At what hours' },
  trend: { id: 'show.asked.trend', defaultMessage: 'Whether it is growing' },
  bursts: { id: 'show.asked.bursts', defaultMessage: 'Whether something unusual began' },
  dbscan: { id: 'show.asked.clusters', defaultMessage: 'Where incidents crowd' },
  concentration: { id: 'show.asked.concentration', defaultMessage: 'How few places hold most of it' },
  'emerging-hotspots': { id: 'show.asked.emerging', defaultMessage: 'Where it comes and goes' },
  scan: { id: 'show.asked.scan', defaultMessage: 'The clusters least like chance' },
  'dual-density': { id: 'show.asked.dual', defaultMessage: 'Where there is more than one would expect' },
  'asset-rings': { id: 'show.asked.rings', defaultMessage: 'Around which places' },
  'location-quotient': { id: 'show.asked.quotient', defaultMessage: 'What each area has more of' },
  'risk-terrain': { id: 'show.asked.terrain', defaultMessage: 'What kinds of places are near' },
  'nearest-neighbour': { id: 'show.asked.nearest', defaultMessage: 'Whether incidents crowd at all' },
  'point-pattern-test': { id: 'show.asked.pattern', defaultMessage: 'Whether it moved' },
  'hit-rate': { id: 'show.asked.hitRate', defaultMessage: 'Which map would have been right' },
});

/** The key of what was found. */
export const TOLD_WORDS: Words<Answer['places'][number]['found']> = defineMessages({
  hot: { id: 'show.told.hot', defaultMessage: 'More than chance' },
  cold: { id: 'show.told.cold', defaultMessage: 'Fewer than chance' },
  rising: { id: 'show.told.rising', defaultMessage: 'New or growing' },
  steady: { id: 'show.told.steady', defaultMessage: 'All the time' },
  at_times: { id: 'show.told.atTimes', defaultMessage: 'Now and then' },
  past: { id: 'show.told.past', defaultMessage: 'Fading, or past' },
  many_among_many: { id: 'show.told.manyAmongMany', defaultMessage: 'Many, among many' },
  many_among_few: { id: 'show.told.manyAmongFew', defaultMessage: 'Many, among few' },
  few_among_many: { id: 'show.told.fewAmongMany', defaultMessage: 'Few, among many' },
  few_among_few: { id: 'show.told.fewAmongFew', defaultMessage: 'Few, among few' },
  more: { id: 'show.told.more', defaultMessage: 'More than before' },
  fewer: { id: 'show.told.fewer', defaultMessage: 'Fewer than before' },
  larger: { id: 'show.told.larger', defaultMessage: 'A larger part' },
  smaller: { id: 'show.told.smaller', defaultMessage: 'A smaller part' },
  denser: { id: 'show.told.denser', defaultMessage: 'More than expected' },
  sparser: { id: 'show.told.sparser', defaultMessage: 'Fewer than expected' },
  cluster: { id: 'show.told.cluster', defaultMessage: 'In a cluster' },
  repeat: { id: 'show.told.repeat', defaultMessage: 'Soon after another nearby' },
  above: { id: 'show.told.above', defaultMessage: 'More for its residents' },
  below: { id: 'show.told.below', defaultMessage: 'Fewer for its residents' },
  highest: { id: 'show.told.highest', defaultMessage: 'Most' },
  high: { id: 'show.told.high', defaultMessage: 'Much' },
  middle: { id: 'show.told.middle', defaultMessage: 'Some' },
});

/** Why nothing is on the map. */
export const UNDRAWN_WORDS: Words<NonNullable<Answer['undrawn']>> = defineMessages({
  times: { id: 'show.undrawn.times', defaultMessage: 'This answer is about times, not about places.' },
  whole: {
    id: 'show.undrawn.whole',
    defaultMessage: 'This answer is about all of the ground together: there is nothing to colour.',
  },
  places: {
    id: 'show.undrawn.places',
    defaultMessage: 'This answer names single places, finer than the committee sees them: no map of it here.',
  },
  harm: {
    id: 'show.undrawn.harm',
    defaultMessage: 'Weighed by harm a single grave incident could show through: no map of it here.',
  },
  few: {
    id: 'show.undrawn.few',
    defaultMessage: 'Nothing of it is in a square that the committee sees: everywhere there are too few.',
  },
  gone: { id: 'show.undrawn.gone', defaultMessage: 'This version cannot draw that answer.' },
});

/** Figures of all of an answer. */
export const FACT_WORDS: Words<Answer['facts'][number]['name']> = defineMessages({
  trend: {
    id: 'show.fact.trend',
    defaultMessage:
      '{direction, select, up {It is growing.} down {It is falling.} other {It is neither growing nor falling for sure.}}',
  },
  mean_of_period: {
    id: 'show.fact.mean',
    defaultMessage: '{value, number, ::.#} in a period, on average',
  },
  busiest_hour: {
    id: 'show.fact.busiest',
    defaultMessage: 'Most often on {day}, around {hour}',
  },
  alarms: {
    id: 'show.fact.alarms',
    defaultMessage: '{value, plural, =0 {No alarm} one {# alarm} other {# alarms}} in {of, number} days',
  },
  near_pairs: {
    id: 'show.fact.nearPairs',
    defaultMessage:
      '{value, number} pairs near each other in place and time; chance would make {of, number, ::.}',
  },
  spacing: {
    id: 'show.fact.spacing',
    defaultMessage:
      '{direction, select, down {Closer together than chance would put them} up {Farther apart than chance would put them} other {Spread about as chance would}}',
  },
  half_in: {
    id: 'show.fact.halfIn',
    defaultMessage: 'Half of all incidents lie in {value, number, ::.#} % of the places',
  },
  clusters: {
    id: 'show.fact.clusters',
    defaultMessage: '{value, plural, =0 {No cluster} one {# cluster} other {# clusters}}',
  },
  before_after: {
    id: 'show.fact.beforeAfter',
    defaultMessage: '{value, number} before, {of, number} after',
  },
});
