import { FormattedMessage } from 'react-intl';
import type { RowVerdict } from '../../api/concerns.ts';
import { Button } from '../../ui/button.tsx';

interface RowVerdictProps {
  verdict: RowVerdict;
  onSaveAnyway: () => void;
}

/** What became of one row of paper. */
export function RowVerdictText({
  verdict: { verdict, receipt, errors, code },
  onSaveAnyway,
}: RowVerdictProps) {
  if (verdict === 'stored')
    return (
      <FormattedMessage
        id="concerns.row.stored"
        defaultMessage="Stored. Receipt {receipt}"
        values={{ receipt: <bdi dir="ltr">{receipt}</bdi> }}
      />
    );
  if (verdict === 'counted')
    return <FormattedMessage id="concerns.row.counted" defaultMessage="Counted; nothing else was kept." />;
  return (
    <>
      <FormattedMessage
        id="concerns.row.refused"
        defaultMessage="Not stored. {why}"
        values={{ why: errors.map(({ detail }) => detail).join(' ') }}
      />
      {code === 'looks_protected' || code === 'says_who' ? (
        <Button size="small" onPress={onSaveAnyway}>
          <FormattedMessage id="concerns.row.read" defaultMessage="I have read it: save it" />
        </Button>
      ) : null}
    </>
  );
}
