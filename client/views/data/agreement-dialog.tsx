import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCategories } from '../../api/categories.ts';
import { type NewAgreement, useAgree } from '../../api/totals.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import styles from './data.module.css';

/** Records what was agreed with an organisation that gives totals. */
export function AgreementDialog({ today, onClose }: { today: string; onClose: () => void }) {
  const intl = useIntl();
  const { data: categories } = useCategories();
  const agree = useAgree();
  const [wish, setWish] = useState<NewAgreement>({
    organisation: '',
    covers: '',
    categoryIds: [],
    agreedBy: '',
    text: '',
    from: today,
    to: `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`,
  });
  const change = (part: Partial<NewAgreement>) => setWish({ ...wish, ...part });
  const possible = (categories ?? []).filter((category) => category.protected === 'aggregate_only');
  const whole = [wish.organisation, wish.covers, wish.agreedBy, wish.text, wish.from, wish.to];
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'totals.agree', defaultMessage: 'Record a sharing agreement' })}
      isOpen
      onClose={onClose}
      onConfirm={() => agree.mutate(wish, { onSuccess: onClose })}
      confirmLabel={intl.formatMessage({ id: 'agreement.confirm', defaultMessage: 'Record it' })}
      isPending={agree.isPending}
      isConfirmDisabled={wish.categoryIds.length === 0 || whole.some((text) => text.trim() === '')}
    >
      <ErrorNotice error={agree.error} />
      <TextField
        label={intl.formatMessage({ id: 'agreement.organisation', defaultMessage: 'Organisation' })}
        value={wish.organisation}
        onChange={(organisation) => change({ organisation })}
        maxLength={200}
        autoFocus
      />
      <TextField
        label={intl.formatMessage({ id: 'agreement.covers', defaultMessage: 'What it shares' })}
        value={wish.covers}
        onChange={(covers) => change({ covers })}
        maxLength={500}
      />
      <fieldset className={styles.choices}>
        <legend>
          <FormattedMessage id="agreement.categories" defaultMessage="Of which categories?" />
        </legend>
        {possible.map(({ id, name }) => (
          <Checkbox
            key={id}
            isSelected={wish.categoryIds.includes(id)}
            onChange={(on) =>
              change({
                categoryIds: on
                  ? [...wish.categoryIds, id]
                  : wish.categoryIds.filter((other) => other !== id),
              })
            }
          >
            {name}
          </Checkbox>
        ))}
        {possible.length === 0 ? (
          <Notice tone="amber">
            <FormattedMessage
              id="agreement.noCategory"
              defaultMessage="No category is kept in totals only. Set the protection of one under Categories first."
            />
          </Notice>
        ) : null}
      </fieldset>
      <TextField
        label={intl.formatMessage({ id: 'agreement.by', defaultMessage: 'Who agreed, for both sides' })}
        value={wish.agreedBy}
        onChange={(agreedBy) => change({ agreedBy })}
        maxLength={200}
      />
      <TextField
        type="date"
        label={intl.formatMessage({ id: 'agreement.from', defaultMessage: 'First day' })}
        value={wish.from}
        onChange={(from) => change({ from })}
      />
      <TextField
        type="date"
        label={intl.formatMessage({ id: 'agreement.to', defaultMessage: 'Last day' })}
        value={wish.to}
        onChange={(to) => change({ to })}
      />
      <TextArea
        label={intl.formatMessage({ id: 'agreement.text', defaultMessage: 'Its words' })}
        hint={intl.formatMessage({
          id: 'agreement.text.hint',
          defaultMessage: 'They cannot be changed afterwards; it can only end sooner.',
        })}
        rows={4}
        value={wish.text}
        onChange={(text) => change({ text })}
        maxLength={20_000}
      />
    </ConfirmDialog>
  );
}
