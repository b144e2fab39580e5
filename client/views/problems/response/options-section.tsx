import { BookOpen } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useItems, usePart } from '../../../api/problem-parts.ts';
import type { Problem } from '../../../api/records.ts';
import type { ResponseCard } from '../../../api/response-cards.ts';
import { IfMay } from '../../../if-may.tsx';
import { Badge, type BadgeProps } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { useDraft } from '../drafts.tsx';
import { ItemSection } from '../item-section.tsx';
import styles from '../problems.module.css';
import { SIDE_WORDS } from '../side-words.ts';
import { CardDialog } from './card-dialog.tsx';
import { OptionFields } from './option-fields.tsx';
import { optionFromCard } from './option-from-card.ts';
import {
  DECISION_WORDS,
  type Decision,
  EMPTY_OPTION,
  FAMILY_WORDS,
  type Option,
  rightsResult,
} from './option-words.ts';
import { OptionsTable } from './options-table.tsx';

const TONES: Record<Decision, BadgeProps['tone']> = { chosen: 'teal', reserve: 'amber', rejected: 'plain' };

/** What could be done, held against each other: at least three, and not all of them enforcement. */
export function OptionsSection({ problem }: { problem: Problem }) {
  const [isChoosing, setChoosing] = useState(false);
  const [draft, setDraft] = useDraft<Option>('new:option');
  const weakSide = usePart(problem.id, 'triangle')?.body?.weakSide ?? null;
  const begin = (card: ResponseCard) => {
    setDraft({ base: EMPTY_OPTION, body: optionFromCard(card, weakSide), version: 0 });
    setChoosing(false);
  };
  return (
    <>
      <ItemSection
        problem={problem}
        kind="option"
        empty={EMPTY_OPTION}
        title={<FormattedMessage id="options.title" defaultMessage="Options" />}
        hint={
          <FormattedMessage
            id="options.hint"
            defaultMessage="Three at least, one of them not enforcement. Choose by how they work on the weak side, what is known of them and whom they could harm."
          />
        }
        add={<FormattedMessage id="options.add" defaultMessage="Add an option of your own" />}
        read={(option) => <OptionText option={option} />}
        form={(option, set) => <OptionFields problem={problem} option={option} set={set} />}
        isEnough={(option) => option.title.trim() !== ''}
      />
      <IfMay action="problem.change">
        {draft ? null : (
          <div className={styles.buttons}>
            <Button kind="primary" size="small" onPress={() => setChoosing(true)}>
              <BookOpen aria-hidden />
              <FormattedMessage id="options.from-card" defaultMessage="Begin from a response card" />
            </Button>
          </div>
        )}
      </IfMay>
      <Compared problem={problem} />
      {isChoosing ? (
        <CardDialog
          weakSide={weakSide}
          problemId={problem.id}
          onClose={() => setChoosing(false)}
          onChoose={begin}
        />
      ) : null}
    </>
  );
}

function Compared({ problem }: { problem: Problem }) {
  const options = useItems(problem.id, 'option') ?? [];
  if (options.length < 2) return null;
  return (
    <section className={styles.section} aria-labelledby="options-compared">
      <header className={styles.sectionHead}>
        <h2 id="options-compared">
          <FormattedMessage id="options.compared" defaultMessage="Side by side" />
        </h2>
      </header>
      <OptionsTable options={options.map(({ body }) => body)} />
    </section>
  );
}

function OptionText({ option }: { option: Option }) {
  const intl = useIntl();
  return (
    <>
      <p>
        <strong>{option.title}</strong>
      </p>
      <p className={styles.facts}>
        {option.decision ? (
          <Badge tone={TONES[option.decision]}>{intl.formatMessage(DECISION_WORDS[option.decision])}</Badge>
        ) : null}
        {option.family ? <span>{intl.formatMessage(FAMILY_WORDS[option.family])}</span> : null}
        {option.side ? <span>{intl.formatMessage(SIDE_WORDS[option.side])}</span> : null}
        <RightsMark option={option} />
      </p>
      {option.mechanism ? <p>{option.mechanism}</p> : null}
      {option.description ? <p className={styles.statement}>{option.description}</p> : null}
      {option.reason ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="option.reason.line"
            defaultMessage="Reason: {text}"
            values={{ text: option.reason }}
          />
        </p>
      ) : null}
    </>
  );
}

function RightsMark({ option }: { option: Option }) {
  const result = rightsResult(option);
  if (result === 'passed')
    return <FormattedMessage id="rights.passed" defaultMessage="Rights check passed" />;
  return (
    <Badge tone={result === 'failed' ? 'red' : 'amber'}>
      {result === 'failed' ? (
        <FormattedMessage id="rights.failed" defaultMessage="Rights check: no" />
      ) : (
        <FormattedMessage id="rights.open" defaultMessage="Rights check open" />
      )}
    </Badge>
  );
}
