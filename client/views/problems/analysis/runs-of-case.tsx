import { FormattedMessage, useIntl } from 'react-intl';
import { type Exhibit, useExhibits } from '../../../api/exhibits.ts';
import type { Problem } from '../../../api/records.ts';
import { METHOD_NAMES } from '../../../method-names.ts';
import { runAddress } from '../../../run-address.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { CheckGroup } from '../../../ui/check-group.tsx';
import styles from '../problems.module.css';

interface RunsFieldProps {
  problem: Problem;
  label: string;
  value: readonly string[];
  onChange: (runIds: string[]) => void;
}

/** Some of the answers that are kept on the case. */
export function RunsField({ problem, label, value, onChange }: RunsFieldProps) {
  const intl = useIntl();
  const { data: exhibits } = useExhibits(problem.id);
  if (!exhibits || exhibits.length === 0)
    return (
      <p className={styles.quiet}>
        <FormattedMessage
          id="runs.none"
          defaultMessage="{label}: none are kept yet. Ask a question on the map and keep its answer on this case."
          values={{ label }}
        />
      </p>
    );
  const name = ({ run, note }: Exhibit) => {
    const method = intl.formatMessage(METHOD_NAMES[run.method]);
    return note ? `${method}: ${note}` : method;
  };
  return (
    <CheckGroup
      label={label}
      choices={exhibits.map((exhibit) => ({ id: exhibit.runId, label: name(exhibit) }))}
      value={value}
      onChange={onChange}
    />
  );
}

/** The answers something stands on, each to be opened on the map. */
export function RunLinks({ problem, runIds }: { problem: Problem; runIds: readonly string[] }) {
  const intl = useIntl();
  const { data: exhibits = [] } = useExhibits(problem.id);
  if (runIds.length === 0) return null;
  const kept = exhibits.filter(({ runId }) => runIds.includes(runId));
  return (
    <div className={styles.facts}>
      {kept.map(({ runId, run }) => (
        <LinkButton key={runId} size="small" href={runAddress(run)}>
          {intl.formatMessage(METHOD_NAMES[run.method])}
        </LinkButton>
      ))}
      {kept.length < runIds.length ? (
        <span>
          <FormattedMessage
            id="runs.unseen"
            defaultMessage="{n, plural, one {# answer} other {# answers}} you do not see here"
            values={{ n: runIds.length - kept.length }}
          />
        </span>
      ) : null}
    </div>
  );
}
