import { FormattedMessage, useIntl } from 'react-intl';
import { type Commitment, useCommitments, useVerify } from '../../../api/commitments.ts';
import { type Meeting, useAgenda } from '../../../api/meetings.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { TypingGrid } from '../../../ui/typing-grid.tsx';
import { VERDICT_WORDS, VERDICTS } from '../../../verdict-words.ts';
import { GROUP_CODES } from '../sheets/ballot-on-paper.ts';
import { promisesToAsk, spokenOf } from '../sheets/sheet-choices.ts';
import { rowCode, sheetCode } from '../sheets/sheet-code.ts';
import { useSheetDraft } from './sheet-draft.ts';
import { SheetPanel } from './sheet-panel.tsx';
import { FAULT_WORDS, GRID_WORDS } from './type-back-words.ts';
import { promiseRow, typedPromise, verificationOf } from './typed-promises.ts';

/** What the room said of each promise that is said to be kept. */
export function PromisesPanel({ meeting }: { readonly meeting: Meeting }) {
  const intl = useIntl();
  const { data: commitments } = useCommitments();
  const { data: agenda = [] } = useAgenda(meeting.id);
  const promises = promisesToAsk(commitments?.items ?? [], spokenOf(agenda)).filter(
    ({ state }) => state === 'delivered',
  );
  if (commitments && promises.length === 0)
    return (
      <EmptyState
        title={intl.formatMessage({
          id: 'typeBack.promises.none',
          defaultMessage: 'No promise waits to be judged',
        })}
      >
        <FormattedMessage
          id="typeBack.promises.none.text"
          defaultMessage="What was judged before stands with the promise and in the minutes; it is not judged twice."
        />
      </EmptyState>
    );
  return promises.map((promise) => <PromisePanel key={promise.id} meeting={meeting} promise={promise} />);
}

const DUE = 'due';

function PromisePanel({ meeting, promise }: { readonly meeting: Meeting; readonly promise: Commitment }) {
  const intl = useIntl();
  const code = `${sheetCode(meeting.id, 'promises')} ${rowCode(promise.id)}`;
  const draft = useSheetDraft(code);
  const verify = useVerify();
  const typed = typedPromise(promise, draft.cells);
  const newDueOn = draft.cells[DUE]?.[DUE] ?? '';
  const said = verificationOf(typed, meeting.id, newDueOn);
  const { outcome, sum, badGroups, isEmpty } = typed;
  return (
    <SheetPanel
      title={promise.text}
      code={code}
      hint={<bdi>{promise.organisation.name}</bdi>}
      error={verify.error}
      saveLabel={<FormattedMessage id="tally.do" defaultMessage="Record it" />}
      onSave={() => said && verify.mutate({ commitment: promise, said }, { onSuccess: draft.clear })}
      canSave={said !== null}
      isSaving={verify.isPending}
    >
      <TypingGrid
        label={promise.text}
        headLabel={intl.formatMessage(GRID_WORDS.row)}
        noteLabel={intl.formatMessage(GRID_WORDS.note)}
        columns={VERDICTS.map((verdict) => ({
          id: verdict,
          label: intl.formatMessage(VERDICT_WORDS[verdict]),
          kind: 'figure',
          maxLength: 5,
        }))}
        rows={GROUP_CODES.map(({ id, word }, i) => ({
          id: promiseRow(promise.id, id),
          head: `${i + 1} ${intl.formatMessage(word)}`,
          cells: draft.cells[promiseRow(promise.id, id)] ?? {},
          fault: badGroups.includes(id) ? intl.formatMessage(FAULT_WORDS.no_number) : null,
        }))}
        totalLabel={intl.formatMessage(GRID_WORDS.total)}
        totals={Object.fromEntries(VERDICTS.map((verdict) => [verdict, intl.formatNumber(sum[verdict])]))}
        onType={draft.type}
      />
      {isEmpty ? null : (
        <p role="status">
          <FormattedMessage
            id="tally.outcome"
            defaultMessage="{outcome, select, verified {More than half of those who can say find it done: it is verified.} not_verified {More than half find it not done: it is open again.} partly_verified {Neither done nor not done has more than half: partly done, so it is open again.} other {Nobody could say yet.}}"
            values={{ outcome: outcome ?? 'none' }}
          />
        </p>
      )}
      {!isEmpty && outcome !== null && outcome !== 'verified' ? (
        <TextField
          label={intl.formatMessage({
            id: 'tally.new-due',
            defaultMessage: 'If it is not done: to be done by',
          })}
          type="date"
          value={newDueOn}
          onChange={(value) => draft.type([{ row: DUE, column: DUE, value }])}
        />
      ) : null}
    </SheetPanel>
  );
}
