import { useEffect, useEffectEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { isStale } from '../../../api/client.ts';
import { type ItemToRun, useRecordItem } from '../../../api/meeting-show.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import styles from './present.module.css';

const SAVE_AFTER_MS = 800;

/** What came of the item: kept as it is written. What somebody else wrote meanwhile is shown beside it, and neither is lost. */
export function OutcomeField({ item }: { item: ItemToRun }) {
  const intl = useIntl();
  const record = useRecordItem();
  const [text, setText] = useState(item.outcome);
  /** What was there when writing began, or was kept last. */
  const [base, setBase] = useState(item.outcome);
  const isChanged = text.trim() !== base;
  const isOthers = item.outcome !== base && item.outcome !== text.trim();
  if (!isChanged && item.outcome !== base && !record.isPending) {
    setText(item.outcome);
    setBase(item.outcome);
  }
  const save = useEffectEvent(() => {
    const outcome = text.trim();
    record.mutate({ item, change: { outcome } }, { onSuccess: () => setBase(outcome) });
  });
  const { isPending } = record;
  // A refused save is tried again as soon as the newest version is there.
  const { version } = item;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key and each newer version begins the wait anew
  useEffect(() => {
    if (!isChanged || isOthers || isPending) return;
    const timer = setTimeout(save, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, isChanged, isOthers, isPending, version]);
  return (
    <div className={styles.outcome}>
      <TextArea
        label={intl.formatMessage({
          id: 'present.outcome',
          defaultMessage: 'What came of it (in the minutes)',
        })}
        value={text}
        onChange={setText}
        rows={4}
        maxLength={4000}
        hint={
          isChanged ? (
            <FormattedMessage id="present.saving" defaultMessage="Being kept…" />
          ) : (
            <FormattedMessage id="present.saved" defaultMessage="Kept as you write." />
          )
        }
      />
      {isStale(record.error) ? null : <ErrorNotice error={record.error} />}
      {isChanged && isOthers ? (
        <Notice
          tone="amber"
          title={intl.formatMessage({
            id: 'present.others',
            defaultMessage: 'Somebody else wrote this meanwhile:',
          })}
        >
          <p dir="auto">{item.outcome}</p>
          <div className={styles.buttons}>
            <Button size="small" onPress={() => setBase(item.outcome)}>
              <FormattedMessage id="present.keepMine" defaultMessage="Keep mine" />
            </Button>
            <Button
              size="small"
              onPress={() => {
                setText(item.outcome);
                setBase(item.outcome);
              }}
            >
              <FormattedMessage id="present.takeTheirs" defaultMessage="Take theirs" />
            </Button>
            <Button
              size="small"
              onPress={() => {
                setText(`${item.outcome}\n${text.trim()}`);
                setBase(item.outcome);
              }}
            >
              <FormattedMessage id="present.takeBoth" defaultMessage="Both, one after the other" />
            </Button>
          </div>
        </Notice>
      ) : null}
    </div>
  );
}
