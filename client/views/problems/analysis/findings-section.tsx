import { FormattedMessage, useIntl } from 'react-intl';
import { type ItemBodies, useItems } from '../../../api/problem-parts.ts';
import type { Problem } from '../../../api/records.ts';
import { Badge } from '../../../ui/badge.tsx';
import { useBodyFields } from '../body-fields.tsx';
import { ItemSection } from '../item-section.tsx';
import styles from '../problems.module.css';
import { CONFIDENCE_WORDS, FINDING_WORDS, QUESTION_WORDS } from './finding-words.ts';
import { RunLinks, RunsField } from './runs-of-case.tsx';

type Finding = ItemBodies['finding'];

const EMPTY: Finding = {
  question: 'what',
  statement: '',
  confidence: 'medium',
  implication: '',
  runIds: [],
  source: '',
};
/** What has to be found out before a response is designed; the others are good to have. */
const ASKED = ['what', 'where', 'when', 'who_is_harmed', 'who_is_not', 'how_handled'] as const;

/** What, where, when, who and how: what was found out, and how sure it is. */
export function FindingsSection({ problem }: { problem: Problem }) {
  return (
    <ItemSection
      problem={problem}
      kind="finding"
      empty={EMPTY}
      title={<FormattedMessage id="findings.title" defaultMessage="Findings" />}
      hint={<OpenQuestions problem={problem} />}
      add={<FormattedMessage id="findings.add" defaultMessage="Add a finding" />}
      read={(finding) => <FindingText problem={problem} finding={finding} />}
      form={(finding, set) => <FindingFields problem={problem} finding={finding} set={set} />}
      isEnough={(finding) => finding.statement.trim() !== ''}
    />
  );
}

function OpenQuestions({ problem }: { problem: Problem }) {
  const intl = useIntl();
  const findings = useItems(problem.id, 'finding') ?? [];
  const open = ASKED.filter((question) => !findings.some(({ body }) => body.question === question));
  if (open.length === 0)
    return (
      <FormattedMessage
        id="findings.complete"
        defaultMessage="There is a finding for every question. Pin the answers that show them."
      />
    );
  return (
    <FormattedMessage
      id="findings.open"
      defaultMessage="No finding yet: {questions}"
      values={{ questions: open.map((question) => intl.formatMessage(QUESTION_WORDS[question])).join(' · ') }}
    />
  );
}

function FindingText({ problem, finding }: { problem: Problem; finding: Finding }) {
  const intl = useIntl();
  return (
    <>
      <p className={styles.facts}>
        <span>{intl.formatMessage(QUESTION_WORDS[finding.question])}</span>
        <Badge tone={finding.confidence === 'high' ? 'teal' : 'plain'}>
          {intl.formatMessage(CONFIDENCE_WORDS[finding.confidence])}
        </Badge>
      </p>
      <p className={styles.statement}>{finding.statement}</p>
      {finding.implication ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="finding.implication.line"
            defaultMessage="So: {text}"
            values={{ text: finding.implication }}
          />
        </p>
      ) : null}
      {finding.source ? (
        <p className={styles.facts}>
          <FormattedMessage
            id="finding.source.line"
            defaultMessage="Source: {text}"
            values={{ text: finding.source }}
          />
        </p>
      ) : null}
      <RunLinks problem={problem} runIds={finding.runIds} />
    </>
  );
}

interface FindingFieldsProps {
  problem: Problem;
  finding: Finding;
  set: (change: Partial<Finding>) => void;
}

function FindingFields({ problem, finding, set }: FindingFieldsProps) {
  const intl = useIntl();
  const { choiceOf, lineOf, textOf, label } = useBodyFields(FINDING_WORDS.fields, finding, set);
  return (
    <>
      {choiceOf('question', QUESTION_WORDS)}
      {textOf(
        'statement',
        intl.formatMessage({
          id: 'finding.statement.hint',
          defaultMessage: 'Groups, roles and places; never a person.',
        }),
      )}
      {choiceOf('confidence', CONFIDENCE_WORDS)}
      {textOf('implication')}
      <RunsField
        problem={problem}
        label={label('runIds')}
        value={finding.runIds}
        onChange={(runIds) => set({ runIds })}
      />
      {lineOf('source')}
    </>
  );
}
