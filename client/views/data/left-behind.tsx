import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Inspection } from '../../api/imports.ts';
import { RedLineDialog } from '../../red-line-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Columns that tell of persons: named, and not read. */
export function LeftBehind({ inspection }: { inspection: Inspection }) {
  const intl = useIntl();
  const [recording, setRecording] = useState(false);
  const columns = inspection.leftBehind.map(({ column }) => column);
  if (columns.length === 0) return null;
  const list = intl.formatList(columns);
  return (
    <Notice
      title={
        <FormattedMessage
          id="import.leftBehind.title"
          defaultMessage="{count, plural, one {This column is} other {These columns are}} left behind: {columns}"
          values={{ count: columns.length, columns: list }}
        />
      }
      action={
        <Button size="small" onPress={() => setRecording(true)}>
          <FormattedMessage id="redLine.title" defaultMessage="Record that this was asked for" />
        </Button>
      }
    >
      <FormattedMessage
        id="import.leftBehind.text"
        defaultMessage="They tell of persons, and nothing of persons is kept, not even in the rows that are refused."
      />
      {recording ? (
        <RedLineDialog
          onClose={() => setRecording(false)}
          asked={intl.formatMessage(
            {
              id: 'import.leftBehind.asked',
              defaultMessage: 'A file with {count, plural, one {the column} other {the columns}} {columns}',
            },
            { count: columns.length, columns: list },
          )}
        />
      ) : null}
    </Notice>
  );
}
