import { FormattedMessage, useIntl } from 'react-intl';
import { useAllItems, useParts } from '../../../api/problem-parts.ts';
import type { Problem } from '../../../api/records.ts';
import { AnsweredExplanations } from '../assessment/explanations-section.tsx';
import type { AnyWords } from '../body-words.ts';
import { ITEM_WORDS, PART_WORDS } from '../case-words.ts';
import { Answers } from '../part-section.tsx';
import styles from './case-file.module.css';

type FileStage = 'scanning' | 'analysis' | 'response' | 'assessment';

/** Where parts and entries stand in the file; what is not named here is analysis. */
const STAGE_OF: Readonly<Record<string, FileStage>> = {
  cheers: 'scanning',
  elements: 'scanning',
  classification: 'scanning',
  leads: 'scanning',
  priority: 'scanning',
  objective: 'scanning',
  source: 'scanning',
  option: 'response',
  rights: 'response',
  intervention: 'response',
  assessment: 'assessment',
  explanations: 'assessment',
  verdict: 'assessment',
  decision: 'assessment',
};

const stageOf = (name: string): FileStage => (Object.hasOwn(STAGE_OF, name) ? STAGE_OF[name] : 'analysis');

/** Everything written down for one stage, field by field. */
export function FileParts({ problem, stage }: { problem: Problem; stage: FileStage }) {
  const intl = useIntl();
  const parts = (useParts(problem.id).data ?? []).filter(({ name, body }) => body && stageOf(name) === stage);
  const items = (useAllItems(problem.id) ?? []).filter(({ kind }) => stageOf(kind) === stage);
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  if (parts.length === 0 && items.length === 0 && stage === 'analysis')
    return (
      <p className={styles.meta}>
        <FormattedMessage id="part.none" defaultMessage="Nothing is written down here yet." />
      </p>
    );
  return (
    <>
      {parts.map((part) => {
        const { name } = part;
        const words: AnyWords = PART_WORDS[name];
        return (
          <section key={name} className={styles.part}>
            <h3>{intl.formatMessage(words.title)}</h3>
            {part.name === 'explanations' && part.body ? (
              <AnsweredExplanations body={part.body} />
            ) : part.body ? (
              <Answers body={part.body} words={words} />
            ) : null}
          </section>
        );
      })}
      {kinds.map((kind) => {
        const words: AnyWords = ITEM_WORDS[kind];
        return (
          <section key={kind} className={styles.part}>
            <h3>{intl.formatMessage(words.title)}</h3>
            {items
              .filter((item) => item.kind === kind)
              .map((item) => (
                <div key={item.id} className={styles.entry}>
                  <Answers body={item.body} words={words} />
                </div>
              ))}
          </section>
        );
      })}
    </>
  );
}
