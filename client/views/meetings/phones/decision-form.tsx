import { useState } from 'react';
import { defineMessages, FormattedMessage, useIntl } from 'react-intl';
import { useCommitments } from '../../../api/commitments.ts';
import { type Decision, type NewDecision, useBallots, useRecordDecision } from '../../../api/phones.ts';
import { useProblems } from '../../../api/problems.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { DECISION_KIND_WORDS, DECISION_RESULT_WORDS, DECISION_WAY_WORDS } from './phone-words.ts';
import styles from './phones.module.css';

// The keys of the records are the codes; Object.keys forgets it.
const KINDS = Object.keys(DECISION_KIND_WORDS) as Decision['kind'][];
const RESULTS = Object.keys(DECISION_RESULT_WORDS) as Decision['result'][];
const WAYS = Object.keys(DECISION_WAY_WORDS) as Decision['how'][];
const OF_A_CASE: readonly Decision['kind'][] = ['priority', 'stage_gate', 'closure'];
const HANDS = 'hands';

/** One decision in the words of the minutes. With a vote that was closed here its counts are the votes. */
export function DecisionForm({
  meetingId,
  onClose,
}: {
  readonly meetingId: string;
  readonly onClose: () => void;
}) {
  const intl = useIntl();
  const record = useRecordDecision(meetingId);
  const closed = useBallots(meetingId).data?.items.filter(({ state }) => state === 'closed') ?? [];
  const cases = useProblems().data ?? [];
  const commitments = useCommitments().data?.items ?? [];
  const [text, setText] = useState('');
  const [kind, setKind] = useState<Decision['kind']>('priority');
  const [result, setResult] = useState<Decision['result']>('agreed');
  const [how, setHow] = useState<Decision['how']>('consensus');
  const [problemId, setProblemId] = useState<string | null>(null);
  const [commitmentId, setCommitmentId] = useState<string | null>(null);
  const [ballotId, setBallotId] = useState(HANDS);
  const [votes, setVotes] = useState({ for: 0, against: 0, abstain: 0 });
  const isCounted = how === 'vote' && ballotId === HANDS;
  const input: NewDecision = {
    text: text.trim(),
    kind,
    result,
    how,
    problemId: OF_A_CASE.includes(kind) ? problemId : null,
    commitmentId: kind === 'commitment' ? commitmentId : null,
    ballotId: how === 'vote' && ballotId !== HANDS ? ballotId : null,
    ...(isCounted && votes),
  };
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'decision.record', defaultMessage: 'Record a decision' })}
      isOpen
      onClose={onClose}
      onConfirm={() => record.mutate(input, { onSuccess: onClose })}
      confirmLabel={intl.formatMessage({ id: 'decision.keep', defaultMessage: 'Record it' })}
      isPending={record.isPending}
      isConfirmDisabled={input.text === ''}
    >
      <ErrorNotice error={record.error} />
      <TextField
        label={intl.formatMessage({ id: 'decision.text', defaultMessage: 'What was decided?' })}
        value={text}
        onChange={setText}
        maxLength={2000}
      />
      <Select
        label={intl.formatMessage({ id: 'decision.kind', defaultMessage: 'What is it about?' })}
        value={kind}
        onChange={setKind}
        choices={KINDS.map((id) => ({ id, label: intl.formatMessage(DECISION_KIND_WORDS[id]) }))}
      />
      {OF_A_CASE.includes(kind) && (
        <Select
          label={intl.formatMessage({ id: 'decision.case', defaultMessage: 'Which problem case?' })}
          value={problemId}
          onChange={setProblemId}
          choices={cases.map(({ id, ref, title }) => ({ id, label: title, hint: ref }))}
        />
      )}
      {kind === 'priority' && (
        <p className={styles.quiet}>
          <FormattedMessage
            id="decision.priority.hint"
            defaultMessage="Agreed, it stands on the case as the decision of the committee, unless there is one already."
          />
        </p>
      )}
      {kind === 'commitment' && (
        <Select
          label={intl.formatMessage({ id: 'decision.commitment', defaultMessage: 'Which commitment?' })}
          value={commitmentId}
          onChange={setCommitmentId}
          choices={commitments.map(({ id, text: promise, organisation }) => ({
            id,
            label: promise,
            hint: organisation.name,
          }))}
        />
      )}
      <Select
        label={intl.formatMessage({ id: 'decision.result', defaultMessage: 'Result' })}
        value={result}
        onChange={setResult}
        choices={RESULTS.map((id) => ({ id, label: intl.formatMessage(DECISION_RESULT_WORDS[id]) }))}
      />
      <Select
        label={intl.formatMessage({ id: 'decision.way', defaultMessage: 'How was it reached?' })}
        value={how}
        onChange={setHow}
        choices={WAYS.map((id) => ({ id, label: intl.formatMessage(DECISION_WAY_WORDS[id]) }))}
      />
      {how === 'vote' && (
        <Select
          label={intl.formatMessage({ id: 'decision.ballot', defaultMessage: 'Counted how?' })}
          value={ballotId}
          onChange={setBallotId}
          choices={[
            {
              id: HANDS,
              label: intl.formatMessage({ id: 'decision.byHand', defaultMessage: 'Hands, typed here' }),
            },
            ...closed.map(({ id, question }) => ({ id, label: question })),
          ]}
        />
      )}
      {isCounted &&
        (['for', 'against', 'abstain'] as const).map((side) => (
          <NumberField
            key={side}
            label={intl.formatMessage(SIDES[side])}
            value={votes[side]}
            minValue={0}
            onChange={(count) =>
              setVotes({ ...votes, [side]: Number.isFinite(count) ? Math.max(0, Math.round(count)) : 0 })
            }
          />
        ))}
    </ConfirmDialog>
  );
}

const SIDES = defineMessages({
  for: { id: 'decision.for', defaultMessage: 'For' },
  against: { id: 'decision.against', defaultMessage: 'Against' },
  abstain: { id: 'decision.abstain', defaultMessage: 'Abstained' },
});
