import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCategories } from '../../api/categories.ts';
import { type RetentionRules, usePreview, useSetRetention } from '../../api/retention.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FormDialog } from './form-dialog.tsx';

/** What would go, and a word that it may: nothing brings it back. */
export function RetentionDialog({ rules, onClose }: { rules: RetentionRules; onClose: () => void }) {
  const intl = useIntl();
  const [sure, setSure] = useState(false);
  const preview = usePreview(rules, true);
  const { data: categories } = useCategories();
  const set = useSetRetention();
  const found = preview.data;
  const incidents = found?.incidents.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const all = incidents + (found?.refusedRows ?? 0) + (found?.runs ?? 0);
  const nameOf = (id: number) => categories?.find((category) => category.id === id)?.name ?? String(id);
  /** Something else would go by now: to be seen first. */
  const lookAgain = () => {
    setSure(false);
    void preview.refetch();
  };
  const confirm = () => {
    if (found) set.mutate({ rules, seen: found.seen }, { onSuccess: onClose, onError: lookAgain });
  };
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'retention.dialog', defaultMessage: 'What would be deleted' })}
      onClose={onClose}
      onSubmit={confirm}
      submitLabel={
        all > 0
          ? intl.formatMessage({ id: 'retention.delete', defaultMessage: 'Delete from tomorrow on' })
          : intl.formatMessage({ id: 'retention.set', defaultMessage: 'Set the times' })
      }
      submitKind={all > 0 ? 'danger' : 'primary'}
      isPending={set.isPending}
      isDisabled={!found || (all > 0 && !sure)}
    >
      <ErrorNotice error={preview.error ?? set.error} />
      {found ? (
        <Notice
          tone={all > 0 ? 'red' : 'plain'}
          title={
            <FormattedMessage
              id="retention.would"
              defaultMessage="{incidents, plural, =0 {No incident} one {# incident} other {# incidents}}, {rows, plural, =0 {no refused row} one {# refused row} other {# refused rows}} and {runs, plural, =0 {no answer} one {# answer} other {# answers}} would be deleted now."
              values={{ incidents, rows: found.refusedRows, runs: found.runs }}
            />
          }
        >
          {found.incidents.length > 0 ? (
            <ul>
              {found.incidents.map(({ categoryId, count }) => (
                <li key={categoryId}>
                  <FormattedMessage
                    id="retention.would.category"
                    defaultMessage="{name}: {count, number}"
                    values={{ name: nameOf(categoryId), count }}
                  />
                </li>
              ))}
            </ul>
          ) : null}
        </Notice>
      ) : (
        <p role="status">
          <FormattedMessage id="retention.counting" defaultMessage="Counting what would go…" />
        </p>
      )}
      {all > 0 ? (
        <>
          <p>
            <FormattedMessage
              id="retention.for-good"
              defaultMessage="Deleting begins a day from now and goes on every day. Until then you can set the times back; after that nothing brings anything back but a backup that is older, as long as there is one."
            />
          </p>
          <Checkbox isSelected={sure} onChange={setSure}>
            <FormattedMessage
              id="retention.sure"
              defaultMessage="I have seen what goes, and that it goes for good."
            />
          </Checkbox>
        </>
      ) : null}
    </FormDialog>
  );
}
