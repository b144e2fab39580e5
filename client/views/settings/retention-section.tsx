import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { useCategories } from '../../api/categories.ts';
import {
  type DoubtedClock,
  type RetentionRules,
  useClockIsRight,
  useRetention,
} from '../../api/retention.ts';
import { useMay } from '../../api/session.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { MonthsField } from './months-field.tsx';
import { RetentionDialog } from './retention-dialog.tsx';
import styles from './settings.module.css';

/** No category has this number. */
const NONE = 0;
const USUAL = 24;

/** How long what is kept: by default for ever. */
export function RetentionSection() {
  const { data, error } = useRetention();
  return (
    <section className={styles.section} aria-labelledby="settings-retention">
      <h2 id="settings-retention">
        <FormattedMessage id="retention.title" defaultMessage="How long what is kept" />
      </h2>
      <p>
        <FormattedMessage
          id="retention.text"
          defaultMessage="Incidents go by whole months once their time is over; how many there were stays, by category, month and area. The history is kept for ever, sessions two weeks after their last use. Backups keep what they hold until newer ones take their place: fourteen of them, one a day."
        />
      </p>
      <ErrorNotice error={error} />
      {data?.clock.doubt ? <ClockInDoubt clock={data.clock} /> : null}
      {data ? <Rules key={JSON.stringify(data.rules)} rules={data.rules} from={data.from} /> : null}
    </section>
  );
}

/** Nothing is deleted by a clock that may be wrong. */
function ClockInDoubt({ clock: { now, believed } }: { clock: DoubtedClock }) {
  const mayChange = useMay('retention.change');
  const say = useClockIsRight();
  const day = (at: string) => <FormattedDate value={at} dateStyle="long" timeStyle="short" />;
  return (
    <>
      <ErrorNotice error={say.error} />
      <Notice
        tone="amber"
        title={
          <FormattedMessage
            id="retention.clock"
            defaultMessage="The clock of the server is in doubt: nothing is deleted"
          />
        }
        action={
          mayChange ? (
            <Button size="small" isPending={say.isPending} onPress={() => say.mutate(now)}>
              <FormattedMessage id="retention.clock.right" defaultMessage="The clock is right" />
            </Button>
          ) : undefined
        }
      >
        <p>
          <FormattedMessage
            id="retention.clock.text"
            defaultMessage="It says {now}; the last time it was known to be right it said {before}. If today’s date is wrong, put the clock of that computer right. If it is right, because the computer was off for so long, a data guardian says so here."
            values={{ now: day(now), before: believed === null ? '–' : day(believed) }}
          />
        </p>
      </Notice>
    </>
  );
}

function Rules({ rules, from }: { rules: RetentionRules; from: string | null }) {
  const intl = useIntl();
  const mayChange = useMay('retention.change');
  const [wish, setWish] = useState(rules);
  const [asking, setAsking] = useState(false);
  const isSame = JSON.stringify(wish) === JSON.stringify(rules);
  const isWaiting = from !== null && Date.parse(from) > Date.now();
  const set = (part: Partial<RetentionRules>) => setWish({ ...wish, ...part });
  return (
    <div className={styles.form}>
      <MonthsField
        label={intl.formatMessage({ id: 'retention.incidents', defaultMessage: 'Incidents' })}
        value={wish.incidents}
        onChange={(incidents) => set({ incidents })}
        isReadOnly={!mayChange}
      />
      <OwnRules rules={wish} onChange={(categories) => set({ categories })} isReadOnly={!mayChange} />
      <MonthsField
        label={intl.formatMessage({ id: 'retention.refused', defaultMessage: 'Refused rows of imports' })}
        value={wish.refusedRows}
        onChange={(refusedRows) => set({ refusedRows })}
        isReadOnly={!mayChange}
      />
      <MonthsField
        label={intl.formatMessage({
          id: 'retention.runs',
          defaultMessage: 'Answers that are on no problem case',
        })}
        value={wish.runs}
        onChange={(runs) => set({ runs })}
        isReadOnly={!mayChange}
      />
      {isWaiting ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="retention.waiting"
            defaultMessage="Nothing is deleted by these rules before {at}."
            values={{ at: <FormattedDate value={from} dateStyle="medium" timeStyle="short" /> }}
          />
        </p>
      ) : null}
      {mayChange ? (
        <div>
          <Button isDisabled={isSame} onPress={() => setAsking(true)}>
            <FormattedMessage id="retention.preview" defaultMessage="See what would be deleted…" />
          </Button>
        </div>
      ) : null}
      {asking ? <RetentionDialog rules={wish} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

/** Categories with a time of their own. */
function OwnRules(props: {
  rules: RetentionRules;
  onChange: (categories: RetentionRules['categories']) => void;
  isReadOnly: boolean;
}) {
  const { rules, onChange, isReadOnly } = props;
  const intl = useIntl();
  const { data: categories } = useCategories();
  const nameOf = (id: number) => categories?.find((category) => category.id === id)?.name ?? String(id);
  const others = (categories ?? []).filter(
    ({ id, protected: level }) =>
      level === 'none' && !rules.categories.some(({ categoryId }) => categoryId === id),
  );
  const change = (categoryId: number, months: number | null) =>
    onChange(
      rules.categories.flatMap((rule) => {
        if (rule.categoryId !== categoryId) return [rule];
        return months === null ? [] : [{ categoryId, months }];
      }),
    );
  return (
    <>
      {rules.categories.map(({ categoryId, months }) => (
        <MonthsField
          key={categoryId}
          label={nameOf(categoryId)}
          value={months}
          onChange={(value) => change(categoryId, value)}
          isReadOnly={isReadOnly}
        />
      ))}
      {isReadOnly || others.length === 0 ? null : (
        <Select
          label={intl.formatMessage({
            id: 'retention.category',
            defaultMessage: 'A category with a time of its own',
          })}
          value={NONE}
          onChange={(categoryId) =>
            categoryId === NONE
              ? undefined
              : onChange([...rules.categories, { categoryId, months: rules.incidents ?? USUAL }])
          }
          choices={[
            {
              id: NONE,
              label: intl.formatMessage({ id: 'retention.category.none', defaultMessage: 'Choose one' }),
            },
            ...others.map(({ id, name }) => ({ id, label: name })),
          ]}
        />
      )}
    </>
  );
}
