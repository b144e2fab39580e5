import { useState } from 'react';
import { defineMessages, FormattedMessage, type MessageDescriptor, useIntl } from 'react-intl';
import type { ProblemFilter } from '../../api/problems.ts';
import type { Stage } from '../../api/records.ts';
import { AreaSelect } from '../../area-select.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import board from './board.module.css';
import { type BoardSearch, isNarrowed } from './board-search.ts';
import { STAGE_WORDS, STAGES } from './stages.ts';

type Order = NonNullable<ProblemFilter['sort']>;
const ORDER_WORDS: Record<Order, MessageDescriptor> = defineMessages({
  age: { id: 'problems.sort.age', defaultMessage: 'Longest in stage' },
  activity: { id: 'problems.sort.activity', defaultMessage: 'Longest silent' },
  review: { id: 'problems.sort.review', defaultMessage: 'Next review' },
  reference: { id: 'problems.sort.reference', defaultMessage: 'Reference' },
});
const ORDERS: readonly Order[] = ['age', 'activity', 'review', 'reference'];

interface ProblemFiltersProps {
  search: BoardSearch;
  onChange: (change: BoardSearch) => void;
}

/** What the board and the list are narrowed to; all of it is in the address. */
export function ProblemFilters({ search, onChange }: ProblemFiltersProps) {
  const intl = useIntl();
  const [lead, setLead] = useState(search.lead ?? '');
  const isList = search.view === 'list';
  const any = {
    id: 'any' as const,
    label: intl.formatMessage({ id: 'problems.anyStage', defaultMessage: 'All stages' }),
  };
  return (
    <search className={board.filters}>
      {isList ? (
        <Select<Stage | 'any'>
          label={intl.formatMessage({ id: 'problems.stage', defaultMessage: 'Stage' })}
          choices={[any, ...STAGES.map((id) => ({ id, label: intl.formatMessage(STAGE_WORDS[id]) }))]}
          value={search.stage ?? 'any'}
          onChange={(stage) => onChange({ stage: stage === 'any' ? undefined : stage })}
        />
      ) : null}
      <AreaSelect value={search.area ?? null} onChange={(area) => onChange({ area: area ?? undefined })} />
      <TextField
        type="search"
        label={intl.formatMessage({ id: 'problems.lead', defaultMessage: 'Led by' })}
        value={lead}
        maxLength={200}
        onChange={(typed) => {
          setLead(typed);
          onChange({ lead: typed.trim() || undefined });
        }}
      />
      <TextField
        type="date"
        label={intl.formatMessage({ id: 'problems.openedFrom', defaultMessage: 'Opened from' })}
        value={search.from ?? ''}
        onChange={(from) => onChange({ from: from || undefined })}
      />
      <TextField
        type="date"
        label={intl.formatMessage({ id: 'problems.openedTo', defaultMessage: 'Opened until' })}
        value={search.to ?? ''}
        onChange={(to) => onChange({ to: to || undefined })}
      />
      <Select<Order>
        label={intl.formatMessage({ id: 'problems.sort', defaultMessage: 'Order' })}
        choices={ORDERS.map((id) => ({ id, label: intl.formatMessage(ORDER_WORDS[id]) }))}
        value={search.sort ?? 'age'}
        onChange={(sort) => onChange({ sort: sort === 'age' ? undefined : sort })}
      />
      <div className={board.checks}>
        <Checkbox
          isSelected={search.mine ?? false}
          onChange={(mine) => onChange({ mine: mine || undefined })}
        >
          <FormattedMessage id="problems.mine" defaultMessage="My cases" />
        </Checkbox>
        <Checkbox
          isSelected={search.overdue ?? false}
          onChange={(overdue) => onChange({ overdue: overdue || undefined })}
        >
          <FormattedMessage id="problems.overdue" defaultMessage="Review overdue" />
        </Checkbox>
        <Checkbox
          isSelected={search.silent ?? false}
          onChange={(silent) => onChange({ silent: silent || undefined })}
        >
          <FormattedMessage id="problems.silent" defaultMessage="Silent for 30 days" />
        </Checkbox>
        {isNarrowed(search) ? (
          <Button
            kind="quiet"
            size="small"
            onPress={() => {
              setLead('');
              onChange(NOTHING);
            }}
          >
            <FormattedMessage id="problems.filters.none" defaultMessage="Take the filters off" />
          </Button>
        ) : null}
      </div>
    </search>
  );
}

const NOTHING: BoardSearch = {
  area: undefined,
  lead: undefined,
  mine: undefined,
  overdue: undefined,
  silent: undefined,
  from: undefined,
  to: undefined,
};
