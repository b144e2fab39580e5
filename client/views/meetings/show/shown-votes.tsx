import { useIntl } from 'react-intl';
import { type ShownVote, useShownVotes } from '../../../api/meeting-show.ts';
import { directionOf } from './item-words.ts';
import styles from './stage.module.css';
import votes from './votes.module.css';
import { Two } from './wall-language.tsx';
import { WALL_WORDS } from './wall-words.ts';

const ANSWERS: Readonly<Partial<Record<ShownVote['kind'], readonly string[]>>> = {
  yes_no: ['yes', 'no', 'abstain'],
  verify: ['done', 'partly', 'notDone', 'cannotSay'],
};

interface ShownVotesProps {
  meetingId: string;
  itemId: string;
  languages: readonly string[];
}

/** Votes of an item: while one is open how many voices are in, afterwards its counts. Lists of sessions stand beside, by themselves. */
export function ShownVotes({ meetingId, itemId, languages }: ShownVotesProps) {
  const { data } = useShownVotes(meetingId, itemId);
  if (!data || data.items.length === 0) return null;
  const isRound = data.items.some(({ session }) => session !== null);
  return (
    <div className={votes.side}>
      {data.items.map((vote) => (
        <section key={vote.id} className={votes.vote}>
          <h2 className={styles.kind}>
            {isRound ? (
              <Two of={WALL_WORDS.session} values={() => ({ kind: vote.session ?? 'here' })} inline />
            ) : (
              <Two of={WALL_WORDS.vote} values={() => ({ state: vote.state })} inline />
            )}
          </h2>
          <InLanguages text={vote.question} texts={vote.questions} languages={languages} />
          {vote.result === null ? (
            <p className={styles.verdict}>
              <Two of={WALL_WORDS.cast} values={() => ({ count: vote.votesCast })} />
            </p>
          ) : (
            <Result vote={vote} result={vote.result} languages={languages} />
          )}
        </section>
      ))}
    </div>
  );
}

type Result = NonNullable<ShownVote['result']>;

/** What had most stands first where things were put in an order; each group by itself below. */
function Result({
  vote,
  result,
  languages,
}: {
  vote: ShownVote;
  result: Result;
  languages: readonly string[];
}) {
  const intl = useIntl();
  const answers = ANSWERS[vote.kind];
  const pointsIn = (counts: Result['counts'], id: string) =>
    counts.find(({ option }) => option === id)?.points ?? 0;
  const lines = answers
    ? answers.map((id) => ({ id, option: null }))
    : vote.options
        .map((option) => ({ id: option.id, option }))
        .sort((a, b) => pointsIn(result.counts, b.id) - pointsIn(result.counts, a.id));
  const most = Math.max(1, ...result.counts.map(({ points }) => points));
  return (
    <ol className={votes.lines}>
      {lines.map(({ id, option }) => (
        <li key={id}>
          <span className={votes.line}>
            <span>
              {option ? (
                <InLanguages text={option.text} texts={option.texts} languages={languages} />
              ) : (
                <Two of={WALL_WORDS.answer} values={() => ({ answer: id })} inline />
              )}
            </span>
            <strong>{intl.formatNumber(pointsIn(result.counts, id))}</strong>
          </span>
          <span
            className={votes.bar}
            style={{ inlineSize: `${(100 * pointsIn(result.counts, id)) / most}%` }}
            aria-hidden
          />
          {result.byGroup.map(({ group, voices, counts }) => (
            <span key={group ?? 'rest'} className={styles.small}>
              <Two
                of={WALL_WORDS.group}
                values={() => ({ group: group ?? 'rest', voices, points: pointsIn(counts, id) })}
                inline
              />
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}

interface InLanguagesProps {
  text: string;
  texts: Readonly<Record<string, string>>;
  languages: readonly string[];
}

/** What somebody wrote, in the first two languages of the meeting as far as it was written in them. */
function InLanguages({ text, texts, languages: [main = 'en', second = ''] }: InLanguagesProps) {
  const other = texts[second];
  return (
    <span className={votes.text}>
      <bdi lang={main}>{text}</bdi>
      {other ? (
        <span className={styles.second} lang={second} dir={directionOf(second)}>
          {other}
        </span>
      ) : null}
    </span>
  );
}
