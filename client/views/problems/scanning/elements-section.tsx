import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { PartBodies } from '../../../api/problem-parts.ts';
import { useUpdateProblem } from '../../../api/problems.ts';
import type { Problem } from '../../../api/records.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { IfMay } from '../../../if-may.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { Answers, PartSection } from '../part-section.tsx';
import { LineField } from '../plain-fields.tsx';
import styles from '../problems.module.css';
import { ELEMENTS_WORDS } from './elements-words.ts';

type Elements = PartBodies['elements'];

const EMPTY: Elements = { place: '', behaviour: '', time: '', harmed: '' };

/** What a statement has to name, each in a line, and the statement that these lines make. */
export function ElementsSection({ problem }: { problem: Problem }) {
  const intl = useIntl();
  const label = (field: keyof Elements) => intl.formatMessage(ELEMENTS_WORDS.fields[field]);
  return (
    <PartSection
      problem={problem}
      name="elements"
      empty={EMPTY}
      hint={
        <FormattedMessage
          id="elements.hint"
          defaultMessage="A problem is a place, something that is done there, a time, and somebody it harms. Without one of them nobody knows where to begin."
        />
      }
      read={(elements) => (
        <>
          <Answers body={elements} words={ELEMENTS_WORDS} />
          <IfMay action="problem.change">
            <AsStatement problem={problem} elements={elements} />
          </IfMay>
        </>
      )}
      form={(elements, set) => (
        <>
          <LineField
            label={label('place')}
            hint={intl.formatMessage({
              id: 'elements.place.hint',
              defaultMessage: 'As in “at the five bus stops of North Road”.',
            })}
            value={elements.place}
            onChange={(place) => set({ place })}
          />
          <LineField
            label={label('behaviour')}
            hint={intl.formatMessage({
              id: 'elements.behaviour.hint',
              defaultMessage: 'As in “bags and phones are taken from people who wait”.',
            })}
            value={elements.behaviour}
            onChange={(behaviour) => set({ behaviour })}
          />
          <LineField
            label={label('time')}
            hint={intl.formatMessage({
              id: 'elements.time.hint',
              defaultMessage: 'As in “on working days from 16 to 19, since last autumn”.',
            })}
            value={elements.time}
            onChange={(time) => set({ time })}
          />
          <LineField
            label={label('harmed')}
            hint={intl.formatMessage({
              id: 'elements.harmed.hint',
              defaultMessage: 'A group, as in “women on their way home from work”. Never a person.',
            })}
            value={elements.harmed}
            onChange={(harmed) => set({ harmed })}
          />
        </>
      )}
    />
  );
}

/** Offers the lines as the statement of the case. */
function AsStatement({ problem, elements }: { problem: Problem; elements: Elements }) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  const update = useUpdateProblem();
  if (Object.values(elements).some((line) => line === '')) return null;
  const statement = intl.formatMessage(
    {
      id: 'elements.statement',
      defaultMessage: 'Where: {place}. What is done: {behaviour}. When: {time}. Who is harmed: {harmed}.',
    },
    { ...elements },
  );
  return (
    <div className={styles.buttons}>
      <Button size="small" onPress={() => setOpen(true)}>
        <FormattedMessage id="elements.use" defaultMessage="Make this the statement…" />
      </Button>
      <ConfirmDialog
        title={intl.formatMessage({ id: 'elements.use.title', defaultMessage: 'The statement of the case' })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={() =>
          update.mutate({ problem, change: { statement } }, { onSuccess: () => setOpen(false) })
        }
        confirmLabel={intl.formatMessage({ id: 'elements.use.do', defaultMessage: 'Use it' })}
        isPending={update.isPending}
      >
        <ErrorNotice error={update.error} />
        {problem.statement ? (
          <p>
            <FormattedMessage
              id="elements.use.before"
              defaultMessage="It takes the place of the statement there is; that one stays in the history."
            />
          </p>
        ) : null}
        <blockquote className={styles.reason}>{statement}</blockquote>
      </ConfirmDialog>
    </div>
  );
}
