import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAreas } from '../../api/areas.ts';
import { useCategories } from '../../api/categories.ts';
import { type Agreement, type Total, useCorrectTotal, useEnterTotal } from '../../api/totals.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { SearchSelect } from '../../ui/search-select.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface Props {
  /** Null: a new one. */
  total: Total | null;
  /** Those in force. */
  agreements: readonly Agreement[];
  today: string;
  onClose: () => void;
}

export function TotalDialog({ total, agreements, today, onClose }: Props) {
  const intl = useIntl();
  const enter = useEnterTotal();
  const correct = useCorrectTotal();
  const [agreementId, setAgreementId] = useState(total?.agreementId ?? agreements[0]?.id ?? null);
  const [categoryId, setCategoryId] = useState<number | null>(total?.categoryId ?? null);
  const [areaId, setAreaId] = useState<number | null>(total?.areaId ?? null);
  const [month, setMonth] = useState(total?.month ?? today.slice(0, 7));
  const [count, setCount] = useState(total?.count ?? Number.NaN);
  const whole = agreementId !== null && categoryId !== null && areaId !== null && /^\d{4}-\d{2}$/.test(month);
  const save = () => {
    if (total) correct.mutate({ total, count }, { onSuccess: onClose });
    else if (whole) enter.mutate({ agreementId, categoryId, areaId, month, count }, { onSuccess: onClose });
  };
  return (
    <ConfirmDialog
      title={
        total
          ? intl.formatMessage({ id: 'totals.correct', defaultMessage: 'Correct a total' })
          : intl.formatMessage({ id: 'totals.enter', defaultMessage: 'Enter a total' })
      }
      isOpen
      onClose={onClose}
      onConfirm={save}
      confirmLabel={intl.formatMessage({ id: 'data.save', defaultMessage: 'Save' })}
      isPending={enter.isPending || correct.isPending}
      isConfirmDisabled={!(count >= 0) || !whole}
    >
      <ErrorNotice error={enter.error ?? correct.error} />
      {total ? (
        <p>
          <FormattedMessage
            id="totals.correct.text"
            defaultMessage="What stands here now stays in the history."
          />
        </p>
      ) : (
        <Where
          agreements={agreements}
          agreementId={agreementId}
          onAgreement={setAgreementId}
          categoryId={categoryId}
          onCategory={setCategoryId}
          areaId={areaId}
          onArea={setAreaId}
        />
      )}
      {total ? null : (
        <TextField
          type="month"
          label={intl.formatMessage({ id: 'totals.month', defaultMessage: 'Month' })}
          hint={intl.formatMessage({ id: 'totals.month.hint', defaultMessage: 'As in 2026-03.' })}
          value={month}
          onChange={setMonth}
        />
      )}
      <NumberField
        label={intl.formatMessage({ id: 'totals.count', defaultMessage: 'Number' })}
        hint={
          count < 10
            ? intl.formatMessage({
                id: 'totals.count.fewer',
                defaultMessage: 'Will be kept as “fewer than 10”; the number is written nowhere.',
              })
            : intl.formatMessage({
                id: 'totals.count.hint',
                defaultMessage: 'Of the whole month in this area. Below 10, no number is kept.',
              })
        }
        value={count}
        minValue={0}
        maxValue={1_000_000}
        onChange={setCount}
      />
    </ConfirmDialog>
  );
}

interface WhereProps {
  agreements: readonly Agreement[];
  agreementId: number | null;
  onAgreement: (id: number) => void;
  categoryId: number | null;
  onCategory: (id: number) => void;
  areaId: number | null;
  onArea: (id: number | null) => void;
}

function Where(props: WhereProps) {
  const intl = useIntl();
  const { data: areas } = useAreas();
  const { data: categories } = useCategories();
  const covered = props.agreements.find(({ id }) => id === props.agreementId)?.categoryIds ?? [];
  const choices = (areas ?? []).map(({ id, name }) => ({ id, label: name }));
  return (
    <>
      <Select
        label={intl.formatMessage({ id: 'totals.agreement', defaultMessage: 'Under the agreement with' })}
        value={props.agreementId}
        onChange={props.onAgreement}
        choices={props.agreements.map(({ id, organisation, covers }) => ({
          id,
          label: organisation,
          hint: covers,
        }))}
      />
      <Select
        label={intl.formatMessage({ id: 'totals.category', defaultMessage: 'Category' })}
        placeholder={intl.formatMessage({ id: 'totals.choose', defaultMessage: 'Choose' })}
        value={props.categoryId}
        onChange={props.onCategory}
        choices={(categories ?? [])
          .filter(({ id }) => covered.includes(id))
          .map(({ id, name }) => ({ id, label: name }))}
      />
      <SearchSelect
        key={choices.length}
        label={intl.formatMessage({ id: 'totals.area', defaultMessage: 'Area' })}
        placeholder={intl.formatMessage({
          id: 'totals.area.search',
          defaultMessage: 'Type a part of its name',
        })}
        none={intl.formatMessage({ id: 'totals.area.none', defaultMessage: 'No area of this name' })}
        openLabel={intl.formatMessage({ id: 'totals.area.open', defaultMessage: 'Show all areas' })}
        choices={choices}
        value={props.areaId}
        onChange={props.onArea}
      />
    </>
  );
}
