import type { ReactNode } from 'react';
import { FormattedDate, FormattedMessage, type MessageDescriptor, useIntl } from 'react-intl';
import { useProblemHistory } from '../../api/problems.ts';
import type { AuditEntry, Problem } from '../../api/records.ts';
import { STATE_WORDS } from '../../commitment-words.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { BodyChange } from './body-change.tsx';
import { valueText } from './body-words.ts';
import { type ChangeItem, changesOf } from './changes.ts';
import { GATE_WORDS } from './gate-words.ts';
import { useLeadNames } from './lead-names.ts';
import { STANDING_WORDS } from './overview/standing-words.ts';
import styles from './problems.module.css';
import { STAGE_WORDS, STAGES } from './stages.ts';

/** Every change: who, when, why, and what, the newest first. */
export function HistorySection({ problem }: { problem: Problem }) {
  const { data: history, error } = useProblemHistory(problem.id);
  const names = useLeadNames(problem.id);
  const newestFirst = (history ?? []).toSorted((a, b) => b.id - a.id);
  return (
    <section className={styles.section} aria-labelledby="problem-history">
      <header className={styles.sectionHead}>
        <h2 id="problem-history">
          <FormattedMessage id="problem.history" defaultMessage="History" />
        </h2>
      </header>
      <ErrorNotice error={error} />
      <ol className={styles.lines}>
        {newestFirst.map((entry) => (
          <Entry key={entry.id} entry={entry} names={names} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry, names }: { entry: AuditEntry; names: ReadonlyMap<string, string> }) {
  const items = changesOf(entry);
  return (
    <li className={styles.line}>
      <div className={styles.lineText}>
        <p>
          <FormattedMessage
            id="history.line"
            defaultMessage="{who} {action, select, create {opened this case} update {changed it} stage {moved it} link {decided about an incident} unlink {left an incident to the rule} keep {kept an answer} unkeep {took an answer off} open {opened its incidents to the committee} close {closed its incidents to the committee} commitment {wrote down a commitment or moved it on} part {wrote a part of it} item_add {added to it} item_change {changed an entry} item_remove {took an entry out} item_restore {brought an entry back} plan {wrote the evaluation plan} propose {proposed the evaluation plan} lock {locked the evaluation plan} amend {amended the evaluation plan} evaluate {computed a result} answer_draft {wrote the public answer} answer_privacy_checked {checked the public answer} answer_translated {confirmed the languages of the public answer} answer_released {released the public answer} answer_corrected {corrected the public answer} answer_withdrawn {withdrew the public answer} export {took its file out as a document} attach {attached a photo or document} attach_change {changed what is said of a photo or document} attach_again {brought a photo or document back} detach {removed a photo or document} drop_file {deleted a removed file for good} delete {deleted it} restore {brought it back} other {changed it}}"
            values={{
              who: (
                <strong>
                  {entry.actorName ?? <FormattedMessage id="history.nobody" defaultMessage="The workbench" />}
                </strong>
              ),
              action: entry.action,
            }}
          />
        </p>
        {items.length > 0 ? (
          <ul>
            {items.map((item) => (
              <li key={JSON.stringify(item)}>
                <ItemWords item={item} names={names} />
              </li>
            ))}
          </ul>
        ) : null}
        {entry.reason ? <blockquote className={styles.reason}>{entry.reason}</blockquote> : null}
        <p className={styles.facts}>
          <FormattedDate value={entry.at} dateStyle="medium" timeStyle="short" />
        </p>
      </div>
    </li>
  );
}

function ItemWords({ item, names }: { item: ChangeItem; names: ReadonlyMap<string, string> }): ReactNode {
  const intl = useIntl();
  switch (item.what) {
    case 'stage':
      return (
        <FormattedMessage
          id="history.stage"
          defaultMessage="From {from} to {to}"
          values={{ from: stageName(item.from), to: stageName(item.to) }}
        />
      );
    case 'text':
      return (
        <details>
          <summary>
            <FormattedMessage
              id="history.text"
              defaultMessage="{field, select, title {The title} other {The statement}} was rewritten"
              values={{ field: item.field }}
            />
          </summary>
          <del className={styles.before}>{item.from}</del>
          <ins className={styles.after}>{item.to}</ins>
        </details>
      );
    case 'rule':
    case 'geometry':
      return (
        <FormattedMessage
          id="history.part"
          defaultMessage="{what, select, rule {The rule} other {The area}} was {now, select, set {set} changed {changed} other {taken away}}"
          values={{ what: item.what, now: item.now }}
        />
      );
    case 'incident':
      return (
        <FormattedMessage
          id="history.incident"
          defaultMessage="Incident {id}: {verdict, select, in {put in} out {taken out} other {as the rule says}}"
          values={{ id: String(item.id), verdict: item.verdict ?? 'none' }}
        />
      );
    case 'concerns':
      return (
        <FormattedMessage
          id="history.concerns"
          defaultMessage="From {count, plural, one {# concern} other {# concerns}}"
          values={{ count: item.count }}
        />
      );
    case 'attachment':
      return [item.caption, item.name].filter(Boolean).join(' · ');
    case 'commitment':
      return `${item.text}: ${stateText(item.state)}`;
    case 'decision':
      return item.isTakenBack ? (
        <FormattedMessage
          id="history.decision.takenBack"
          defaultMessage="A meeting took back: {text}"
          values={{ text: item.text }}
        />
      ) : (
        <FormattedMessage
          id="history.decision"
          defaultMessage="A meeting decided: {text}"
          values={{ text: item.text }}
        />
      );
    case 'despite':
      return (
        <FormattedMessage
          id="history.despite"
          defaultMessage="Not so yet: “{rule}” All the same, because: {why}"
          values={{ rule: ruleText(item.rule), why: item.why }}
        />
      );
    case 'standing':
      return (
        <FormattedMessage
          id="history.standing"
          defaultMessage="{field}: from {from} to {to}"
          values={{
            field: intl.formatMessage(STANDING_WORDS.fields[item.field]),
            from: valueText(intl, item.from, STANDING_WORDS),
            to: valueText(intl, item.to, STANDING_WORDS),
          }}
        />
      );
    case 'part':
    case 'item':
      return <BodyChange item={item} names={names} />;
    default:
      return item.field;
  }

  function stateText(state: string): string {
    const words: Readonly<Record<string, MessageDescriptor>> = STATE_WORDS;
    return Object.hasOwn(words, state) ? intl.formatMessage(words[state]) : state;
  }

  function ruleText(id: string): string {
    const words: Readonly<Record<string, MessageDescriptor>> = GATE_WORDS;
    return Object.hasOwn(words, id) ? intl.formatMessage(words[id]) : id;
  }

  function stageName(text: string | null): string {
    const stage = STAGES.find((known) => known === text);
    return stage ? intl.formatMessage(STAGE_WORDS[stage]) : (text ?? '–');
  }
}
