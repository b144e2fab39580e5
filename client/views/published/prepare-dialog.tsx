import { useNavigate } from '@tanstack/react-router';
import { type Dispatch, type SetStateAction, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAreas } from '../../api/areas.ts';
import { useCategories } from '../../api/categories.ts';
import { useDatasets } from '../../api/datasets.ts';
import { type NewPublication, usePrepare } from '../../api/publications.ts';
import type { AreaKind } from '../../api/records.ts';
import { useAreaKindText } from '../../area-kind-text.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { CheckList } from '../../ui/check-list.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { isMonth, lastWholeMonths } from './months.ts';
import styles from './published.module.css';

/** In the order they are offered; the first that exists is chosen. */
const KINDS: readonly AreaKind[] = ['neighbourhood', 'district', 'beat', 'region', 'country', 'custom'];

interface Draft {
  title: string;
  text: string;
  /** Null until chosen: what is there decides. */
  areaKind: AreaKind | null;
  from: string | null;
  to: string | null;
  step: NewPublication['step'];
  categories: number[];
  datasets: number[];
}

const EMPTY: Draft = {
  title: '',
  text: '',
  areaKind: null,
  from: null,
  to: null,
  step: 'whole',
  categories: [],
  datasets: [],
};

/** What shall be counted; the server counts, hides what would give small numbers away, and keeps the result. */
export function PrepareDialog({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(EMPTY);
  const wish = useWish(draft);
  const prepare = usePrepare();
  const confirm = () => {
    if (!wish) return;
    prepare.mutate(wish, {
      onSuccess: ({ id }) => {
        onClose();
        void navigate({ to: '/published/$id', params: { id } });
      },
    });
  };
  return (
    <ConfirmDialog
      title={intl.formatMessage({
        id: 'published.prepare.title',
        defaultMessage: 'Prepare figures for the public',
      })}
      isOpen
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={intl.formatMessage({ id: 'published.prepare.do', defaultMessage: 'Count and check' })}
      isPending={prepare.isPending}
      isConfirmDisabled={wish === null}
    >
      <p>
        <FormattedMessage
          id="published.prepare.what"
          defaultMessage="Incidents are counted in every area and period, what stands for fewer than 5 or would give such a number away is taken out, and the result is kept as it is; nobody outside sees it until two persons let it out."
        />
      </p>
      <Fields draft={draft} onChange={setDraft} />
      <ErrorNotice error={prepare.error} />
    </ConfirmDialog>
  );
}

interface FieldsProps {
  draft: Draft;
  onChange: Dispatch<SetStateAction<Draft>>;
}

function Fields({ draft, onChange }: FieldsProps) {
  const intl = useIntl();
  const kinds = useKinds();
  const months = useMonths(draft);
  const kindText = useAreaKindText();
  const set = (change: Partial<Draft>) => onChange((now) => ({ ...now, ...change }));
  return (
    <>
      <TextField
        label={intl.formatMessage({ id: 'published.prepare.name', defaultMessage: 'Title' })}
        value={draft.title}
        onChange={(title) => set({ title })}
        maxLength={200}
        isRequired
        autoFocus
      />
      <TextArea
        label={intl.formatMessage({
          id: 'published.prepare.text',
          defaultMessage: 'What everybody should know',
        })}
        hint={intl.formatMessage({
          id: 'published.prepare.text.hint',
          defaultMessage:
            'Stands above the figures: where they come from, what they do not say. No names of persons.',
        })}
        value={draft.text}
        onChange={(text) => set({ text })}
        maxLength={5000}
        rows={3}
      />
      <Select
        label={intl.formatMessage({ id: 'published.prepare.areas', defaultMessage: 'Areas' })}
        value={draft.areaKind ?? kinds[0] ?? null}
        onChange={(areaKind) => set({ areaKind })}
        choices={kinds.map((kind) => ({ id: kind, label: kindText(kind) }))}
        placeholder={intl.formatMessage({
          id: 'published.prepare.noAreas',
          defaultMessage: 'There are no areas yet',
        })}
        isDisabled={kinds.length === 0}
      />
      <div className={styles.months}>
        <MonthField
          label={intl.formatMessage({ id: 'published.prepare.from', defaultMessage: 'From the month' })}
          value={months.from}
          onChange={(from) => set({ from })}
        />
        <MonthField
          label={intl.formatMessage({
            id: 'published.prepare.to',
            defaultMessage: 'To the month, that month too',
          })}
          value={months.to}
          onChange={(to) => set({ to })}
        />
      </div>
      <StepField value={draft.step} onChange={(step) => set({ step })} />
      <Lists draft={draft} onChange={onChange} />
    </>
  );
}

interface MonthFieldProps {
  label: string;
  value: string;
  onChange: (month: string) => void;
}

/** Browsers without a field for months take it as text. */
function MonthField({ label, value, onChange }: MonthFieldProps) {
  const intl = useIntl();
  const wrong = value !== '' && !isMonth(value);
  return (
    <TextField
      label={label}
      type="month"
      value={value}
      onChange={onChange}
      placeholder="2026-03"
      error={
        wrong
          ? intl.formatMessage({ id: 'published.prepare.month', defaultMessage: 'A month, as in 2026-03.' })
          : undefined
      }
    />
  );
}

function StepField({ value, onChange }: { value: Draft['step']; onChange: (step: Draft['step']) => void }) {
  const intl = useIntl();
  return (
    <RadioGroup
      label={intl.formatMessage({ id: 'published.prepare.step', defaultMessage: 'A figure for' })}
      hint={intl.formatMessage({
        id: 'published.prepare.step.hint',
        defaultMessage: 'The shorter the periods, the more figures cannot be shown.',
      })}
      layout="segments"
      value={value}
      onChange={onChange}
      choices={[
        {
          id: 'whole',
          label: intl.formatMessage({ id: 'published.step.whole', defaultMessage: 'All the time' }),
        },
        { id: 'year', label: intl.formatMessage({ id: 'published.step.year', defaultMessage: 'Each year' }) },
        {
          id: 'quarter',
          label: intl.formatMessage({ id: 'published.step.quarter', defaultMessage: 'Each quarter' }),
        },
        {
          id: 'month',
          label: intl.formatMessage({ id: 'published.step.month', defaultMessage: 'Each month' }),
        },
      ]}
    />
  );
}

function Lists({ draft, onChange }: FieldsProps) {
  const intl = useIntl();
  const { data: categories } = useCategories();
  const datasets = useIncidentSets();
  return (
    <>
      <CheckList
        label={intl.formatMessage({ id: 'problem.rule.categories', defaultMessage: 'Categories' })}
        allLabel={intl.formatMessage({ id: 'problem.rule.categories.all', defaultMessage: 'All categories' })}
        items={(categories ?? []).filter((category) => category.protected === 'none')}
        chosen={draft.categories}
        onChange={(chosen) => onChange((now) => ({ ...now, categories: chosen }))}
      />
      {datasets.length > 1 ? (
        <CheckList
          label={intl.formatMessage({ id: 'problem.rule.datasets', defaultMessage: 'Data sets' })}
          allLabel={intl.formatMessage({ id: 'problem.rule.datasets.all', defaultMessage: 'All data sets' })}
          items={datasets}
          chosen={draft.datasets}
          onChange={(chosen) => onChange((now) => ({ ...now, datasets: chosen }))}
        />
      ) : null}
    </>
  );
}

function useIncidentSets() {
  return (useDatasets().data ?? []).filter(({ kind }) => kind === 'incidents');
}

/** Only kinds that exist. */
function useKinds(): readonly AreaKind[] {
  const { data: areas } = useAreas();
  const there = new Set(areas?.map(({ kind }) => kind));
  return KINDS.filter((kind) => there.has(kind));
}

function useMonths({ from, to }: Draft): { from: string; to: string } {
  const last = lastWholeMonths(useIncidentSets());
  return { from: from ?? last?.from ?? '', to: to ?? last?.to ?? '' };
}

/** What is sent, once it is complete. */
function useWish(draft: Draft): NewPublication | null {
  const [kind] = useKinds();
  const months = useMonths(draft);
  const areaKind = draft.areaKind ?? kind;
  const title = draft.title.trim();
  if (title === '' || areaKind === undefined || !isMonth(months.from) || !isMonth(months.to)) return null;
  const { text, step, categories, datasets } = draft;
  return {
    title,
    text,
    step,
    areaKind,
    ...months,
    categories: categories.length > 0 ? categories : null,
    datasets: datasets.length > 0 ? datasets : null,
  };
}
