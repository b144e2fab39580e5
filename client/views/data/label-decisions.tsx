import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import type { Inspection } from '../../api/imports.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import styles from './data.module.css';
import type { ImportDraft } from './use-import-draft.ts';

/** Categories that are refused, and those a person must decide about before anything is stored. */
export function LabelDecisions({ draft, inspection }: { draft: ImportDraft; inspection: Inspection }) {
  const refused = inspection.labels.filter((label) => label.verdict === 'protected');
  const doubtful = inspection.labels.filter((label) => label.verdict === 'doubtful');
  return (
    <>
      {refused.length > 0 ? (
        <Notice
          title={
            <FormattedMessage
              id="import.protected.title"
              defaultMessage="{count, plural, one {# row} other {# rows}} of protected categories will be refused"
              values={{ count: refused.reduce((sum, label) => sum + label.count, 0) }}
            />
          }
        >
          <p>
            <FormattedMessage
              id="import.protected.text"
              defaultMessage="They are counted, and written nowhere, so that a map can never point at anyone."
            />
          </p>
          <ul className={styles.labels}>
            {refused.map(({ label, count }) => (
              <li key={label}>
                {label}{' '}
                <Badge>
                  <FormattedNumber value={count} />
                </Badge>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {doubtful.length > 0 ? <Doubtful draft={draft} labels={doubtful} /> : null}
    </>
  );
}

function Doubtful({ draft, labels }: { draft: ImportDraft; labels: Inspection['labels'] }) {
  const intl = useIntl();
  const decisions = draft.mapping?.kind === 'incidents' ? draft.mapping.decisions : {};
  const names = labels.map(({ label }) => label);
  return (
    <section className={styles.block}>
      <Notice
        tone={draft.undecided > 0 ? 'amber' : 'plain'}
        title={
          <FormattedMessage
            id="import.doubtful.title"
            defaultMessage="{count, plural, =0 {All doubtful categories are decided} one {Decide about # category} other {Decide about # categories}}"
            values={{ count: draft.undecided }}
          />
        }
        action={
          <Button size="small" onPress={() => draft.decide(names, 'protected')}>
            <FormattedMessage id="import.doubtful.all" defaultMessage="Refuse all of them" />
          </Button>
        }
      >
        <FormattedMessage
          id="import.doubtful.text"
          defaultMessage="These may hold sexual or gender-based violence, child protection or trafficking. Such rows are never stored. When in doubt, refuse."
        />
      </Notice>
      <ul className={styles.decisions}>
        {labels.map(({ label, count, decision }) => (
          <li key={label} className={styles.decision}>
            <RadioGroup
              label={intl.formatMessage(
                {
                  id: 'import.doubtful.label',
                  defaultMessage: '{label} ({count, plural, one {# row} other {# rows}})',
                },
                { label, count },
              )}
              layout="segments"
              value={decisions[label] ?? decision}
              onChange={(said) => draft.decide([label], said)}
              choices={[
                {
                  id: 'protected',
                  label: intl.formatMessage({
                    id: 'import.doubtful.refuse',
                    defaultMessage: 'Protected: refuse',
                  }),
                },
                {
                  id: 'open',
                  label: intl.formatMessage({
                    id: 'import.doubtful.open',
                    defaultMessage: 'Not protected: load',
                  }),
                },
              ]}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
