import { useIntl } from 'react-intl';
import { useDatasets } from '../../api/datasets.ts';
import type { Inspection } from '../../api/imports.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './data.module.css';
import { KIND_WORDS } from './import-words.ts';
import type { ImportDraft } from './use-import-draft.ts';

const NEW = 'new';

/** What the rows are, and which data set they go into. */
export function TargetFields({ draft, inspection }: { draft: ImportDraft; inspection: Inspection }) {
  const intl = useIntl();
  const { data: datasets } = useDatasets();
  const { target, mapping } = draft;
  const kind = mapping?.kind ?? inspection.mapping.kind;
  const sameKind = (datasets ?? []).filter((set) => set.kind === kind && set.origin === 'user');
  const isNew = 'datasetName' in target;
  return (
    <div className={styles.fields}>
      <Select
        label={intl.formatMessage({ id: 'import.kind', defaultMessage: 'These rows are' })}
        value={kind}
        onChange={draft.setKind}
        choices={[...new Set([kind, ...inspection.kinds])].map((id) => ({
          id,
          label: intl.formatMessage(KIND_WORDS[id]),
        }))}
      />
      {sameKind.length > 0 ? (
        <Select
          label={intl.formatMessage({ id: 'import.target', defaultMessage: 'They go into' })}
          value={isNew ? NEW : String(target.datasetId)}
          onChange={(id) =>
            draft.setTarget(
              id === NEW ? { datasetName: inspection.suggestedName } : { datasetId: Number(id) },
            )
          }
          choices={[
            {
              id: NEW,
              label: intl.formatMessage({ id: 'import.target.new', defaultMessage: 'A new data set' }),
            },
            ...sameKind.map((set) => ({ id: String(set.id), label: set.name })),
          ]}
        />
      ) : null}
      {isNew ? (
        <TextField
          label={intl.formatMessage({ id: 'import.name', defaultMessage: 'Name of the data set' })}
          value={target.datasetName}
          onChange={(datasetName) => draft.setTarget({ datasetName })}
          maxLength={200}
          isRequired
        />
      ) : null}
    </div>
  );
}
