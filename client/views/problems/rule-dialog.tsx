import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAreas } from '../../api/areas.ts';
import { useCategories } from '../../api/categories.ts';
import { useDatasets } from '../../api/datasets.ts';
import { type IncidentFilter, useIncidentCount } from '../../api/incidents.ts';
import { useUpdateProblem } from '../../api/problems.ts';
import type { Problem } from '../../api/records.ts';
import { useWorkspace } from '../../api/workspace.ts';
import { dayOf, startOfDay } from '../../day.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { CheckList } from '../../ui/check-list.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './problems.module.css';

/** The rule that links incidents: area, categories, period; the count follows every change. */
export function RuleDialog({ problem, onClose }: { problem: Problem; onClose: () => void }) {
  const intl = useIntl();
  const [rule, setRule] = useState<IncidentFilter | null>(problem.rule);
  const update = useUpdateProblem();
  const { data: count } = useIncidentCount(rule);
  return (
    <ConfirmDialog
      title={intl.formatMessage({
        id: 'problem.rule.title',
        defaultMessage: 'Which incidents belong to this case?',
      })}
      isOpen
      onClose={onClose}
      onConfirm={() => update.mutate({ problem, change: { rule } }, { onSuccess: onClose })}
      confirmLabel={intl.formatMessage({ id: 'data.save', defaultMessage: 'Save' })}
      isPending={update.isPending}
    >
      <ErrorNotice error={update.error} />
      <Switch isSelected={rule !== null} onChange={(on) => setRule(on ? startingRule(problem) : null)}>
        <FormattedMessage id="problem.rule.by" defaultMessage="Link incidents by a rule" />
      </Switch>
      <p className={styles.count} aria-live="polite">
        {rule === null ? (
          <FormattedMessage
            id="problem.rule.none"
            defaultMessage="No rule: only incidents put in by hand belong to this case."
          />
        ) : (
          <FormattedMessage
            id="problem.rule.count"
            defaultMessage="{count, plural, =-1 {Counting…} =0 {No incidents fit} one {# incident fits} other {# incidents fit}}"
            values={{ count: count ?? -1 }}
          />
        )}
      </p>
      {rule ? <RuleFields problem={problem} rule={rule} onChange={setRule} /> : null}
    </ConfirmDialog>
  );
}

interface RuleFieldsProps {
  problem: Problem;
  rule: IncidentFilter;
  onChange: (rule: IncidentFilter) => void;
}

function RuleFields({ problem, rule, onChange }: RuleFieldsProps) {
  const intl = useIntl();
  const { data: categories } = useCategories();
  const { data: areas } = useAreas();
  const { data: datasets } = useDatasets();
  const { data: workspace } = useWorkspace();
  const zone = workspace?.timezone ?? 'UTC';
  const set = (change: Partial<IncidentFilter>) => onChange(withoutEmpty({ ...rule, ...change }));
  return (
    <>
      {problem.geometry ? (
        <Checkbox
          isSelected={rule.geometry !== undefined}
          onChange={(inside) => set({ geometry: inside && problem.geometry ? problem.geometry : undefined })}
        >
          <FormattedMessage id="problem.rule.inside" defaultMessage="Inside the area of the case" />
        </Checkbox>
      ) : null}
      <div className={styles.dates}>
        <TextField
          label={intl.formatMessage({ id: 'problem.rule.from', defaultMessage: 'From the day' })}
          type="date"
          value={rule.from ? dayOf(rule.from, zone, 0) : ''}
          onChange={(day) => set({ from: startOfDay(day, zone, 0) })}
        />
        <TextField
          label={intl.formatMessage({ id: 'problem.rule.to', defaultMessage: 'To the day, that day too' })}
          type="date"
          value={rule.to ? dayOf(rule.to, zone, -1) : ''}
          onChange={(day) => set({ to: startOfDay(day, zone, 1) })}
        />
      </div>
      <CheckList
        label={intl.formatMessage({ id: 'problem.rule.categories', defaultMessage: 'Categories' })}
        allLabel={intl.formatMessage({ id: 'problem.rule.categories.all', defaultMessage: 'All categories' })}
        items={(categories ?? []).filter((category) => category.protected !== 'never_store')}
        chosen={rule.categories ?? []}
        onChange={(chosen) => set({ categories: chosen })}
      />
      <CheckList
        label={intl.formatMessage({ id: 'problem.rule.areas', defaultMessage: 'Areas' })}
        allLabel={intl.formatMessage({ id: 'problem.rule.areas.all', defaultMessage: 'Everywhere' })}
        items={areas ?? []}
        chosen={rule.areas ?? []}
        onChange={(chosen) => set({ areas: chosen })}
      />
      <CheckList
        label={intl.formatMessage({ id: 'problem.rule.datasets', defaultMessage: 'Data sets' })}
        allLabel={intl.formatMessage({ id: 'problem.rule.datasets.all', defaultMessage: 'All data sets' })}
        items={(datasets ?? []).filter((dataset) => dataset.kind === 'incidents')}
        chosen={rule.datasets ?? []}
        onChange={(chosen) => set({ datasets: chosen })}
      />
    </>
  );
}

/** A part that keeps everything is left out. */
function withoutEmpty(rule: IncidentFilter): IncidentFilter {
  return Object.fromEntries(
    Object.entries(rule).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function startingRule(problem: Problem): IncidentFilter {
  return problem.geometry ? { geometry: problem.geometry } : {};
}
