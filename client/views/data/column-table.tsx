import { FormattedMessage, useIntl } from 'react-intl';
import type { Inspection } from '../../api/imports.ts';
import { Notice } from '../../ui/notice.tsx';
import { type Choice, Select } from '../../ui/select.tsx';
import { ROLES_OF_KIND, type Role, withRoles } from './column-roles.ts';
import styles from './data.module.css';
import { ROLE_WORDS } from './import-words.ts';
import type { ImportDraft } from './use-import-draft.ts';

const UNUSED = 'unused';

/** Every column with its first values and what it is used as. */
export function ColumnTable({ draft, inspection }: { draft: ImportDraft; inspection: Inspection }) {
  const intl = useIntl();
  const { mapping, roles } = draft;
  if (!mapping) return null;
  const choices: Choice<Role | typeof UNUSED>[] = [
    { id: UNUSED, label: intl.formatMessage({ id: 'import.role.none', defaultMessage: 'Not used' }) },
    ...ROLES_OF_KIND[mapping.kind].map((id) => ({ id, label: intl.formatMessage(ROLE_WORDS[id]) })),
  ];
  return (
    <>
      {withRoles(mapping, roles, 'UTC') === null ? (
        <Notice
          tone="amber"
          title={
            <FormattedMessage
              id="import.columns.no-position"
              defaultMessage="Say which columns hold longitude and latitude, or which one holds both."
            />
          }
        />
      ) : null}
      <ul className={styles.columns}>
        {inspection.columns.map((column) => (
          <li key={column.name} className={styles.column}>
            <span className={styles.columnName}>{column.name}</span>
            <span className={styles.sample}>{column.sample.filter(Boolean).slice(0, 3).join(' · ')}</span>
            <Select
              hideLabel
              label={intl.formatMessage(
                { id: 'import.role.of', defaultMessage: 'What {column} is used as' },
                { column: column.name },
              )}
              value={roles[column.name] ?? UNUSED}
              onChange={(role) => draft.setRole(column.name, role === UNUSED ? null : role)}
              choices={choices}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
