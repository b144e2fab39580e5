import { FormattedMessage, useIntl } from 'react-intl';
import type { ItemBodies } from '../../../api/problem-parts.ts';
import type { Problem } from '../../../api/records.ts';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { useChoices, valueText } from '../body-words.ts';
import { ItemSection } from '../item-section.tsx';
import { DayField, LineField } from '../plain-fields.tsx';
import styles from '../problems.module.css';
import { SOURCE_KIND_WORDS, SOURCE_WORDS } from './source-words.ts';

type Source = ItemBodies['source'];

const EMPTY: Source = { kind: 'police_records', what: '', from: null, to: null, limits: '' };

/** Where the knowledge of the case comes from. One source alone can be wrong in ways nobody sees. */
export function SourcesSection({ problem }: { problem: Problem }) {
  return (
    <ItemSection
      problem={problem}
      kind="source"
      empty={EMPTY}
      title={<FormattedMessage id="sources.title" defaultMessage="Sources" />}
      hint={
        <FormattedMessage
          id="sources.hint"
          defaultMessage="Two sources of different kinds at least: what police records do not show, residents may know."
        />
      }
      add={<FormattedMessage id="sources.add" defaultMessage="Add a source" />}
      read={(source) => <SourceText source={source} />}
      form={(source, set) => <SourceFields source={source} set={set} />}
      isEnough={(source) => source.what.trim() !== ''}
    />
  );
}

function SourceText({ source }: { source: Source }) {
  const intl = useIntl();
  return (
    <>
      <p>
        <strong>{source.what}</strong>
      </p>
      <p className={styles.facts}>
        <span>{intl.formatMessage(SOURCE_KIND_WORDS[source.kind])}</span>
        {source.from || source.to ? (
          <span>
            <FormattedMessage
              id="source.period"
              defaultMessage="{from} to {to}"
              values={{ from: valueText(intl, source.from), to: valueText(intl, source.to) }}
            />
          </span>
        ) : null}
      </p>
      {source.limits ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="source.limits.line"
            defaultMessage="Cannot tell: {limits}"
            values={{ limits: source.limits }}
          />
        </p>
      ) : null}
    </>
  );
}

function SourceFields({ source, set }: { source: Source; set: (change: Partial<Source>) => void }) {
  const intl = useIntl();
  const choices = useChoices();
  const label = (field: keyof Source) => intl.formatMessage(SOURCE_WORDS.fields[field]);
  return (
    <>
      <Select
        label={label('kind')}
        choices={choices(SOURCE_KIND_WORDS)}
        value={source.kind}
        onChange={(kind) => set({ kind })}
      />
      <LineField label={label('what')} value={source.what} onChange={(what) => set({ what })} />
      <div className={styles.dates}>
        <DayField label={label('from')} value={source.from} onChange={(from) => set({ from })} />
        <DayField label={label('to')} value={source.to} onChange={(to) => set({ to })} />
      </div>
      <TextArea
        label={label('limits')}
        value={source.limits}
        onChange={(limits) => set({ limits })}
        rows={2}
        maxLength={10_000}
      />
    </>
  );
}
