import { Download, MapPin } from 'lucide-react';
import { FormattedMessage } from 'react-intl';
import { type Mapping, refusedRowsAddress } from '../../api/imports.ts';
import type { ImportRecord } from '../../api/records.ts';
import { saveProven } from '../../save-proven.ts';
import { Button } from '../../ui/button.tsx';
import { showFailure } from '../../ui/toast.tsx';
import { AccountSentence, AccountTable } from './account-table.tsx';
import styles from './data.module.css';
import { Period } from './period.tsx';
import { accountFor } from './row-account.ts';
import { useShowOnMap } from './use-show-on-map.ts';

export interface ImportResultProps {
  record: ImportRecord;
  mapping: Mapping | null;
  onClose: () => void;
}

export function ImportResult({ record, mapping, onClose }: ImportResultProps) {
  const show = useShowOnMap();
  return (
    <>
      <p role="status" className={styles.result}>
        <AccountSentence counts={record} />
      </p>
      <p className={styles.quiet}>
        <Period from={record.from} to={record.to} timezone={zoneOf(mapping)} />
      </p>
      <AccountTable counts={record} flagged={record.flagged} />
      <div className={styles.buttons}>
        {record.bbox ? (
          <Button
            kind="primary"
            onPress={() => {
              onClose();
              void show({ id: record.datasetId, kind: mapping?.kind ?? 'incidents', bounds: record.bbox });
            }}
          >
            <MapPin aria-hidden />
            <FormattedMessage id="import.show" defaultMessage="Show on the map" />
          </Button>
        ) : null}
        {accountFor(record).downloadable > 0 ? (
          <Button onPress={() => saveProven(refusedRowsAddress(record.id)).catch(showFailure)}>
            <Download aria-hidden />
            <FormattedMessage id="import.download-refused" defaultMessage="Download the refused rows" />
          </Button>
        ) : null}
        <Button onPress={onClose}>
          <FormattedMessage id="import.done" defaultMessage="Done" />
        </Button>
      </div>
    </>
  );
}

function zoneOf(mapping: Mapping | null): string | undefined {
  return mapping?.kind === 'incidents' ? mapping.time?.timezone : undefined;
}
