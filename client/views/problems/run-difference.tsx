import { FormattedMessage, useIntl } from 'react-intl';
import type { RunAgain, RunDifference } from '../../api/exhibits.ts';
import type { Run } from '../../api/runs.ts';
import { runAddress } from '../../run-address.ts';
import { LinkButton } from '../../ui/button.tsx';
import { FigureTable } from '../../ui/figure-table.tsx';
import { Notice } from '../../ui/notice.tsx';

/** What came out when the question was asked again. */
export function RunDifferenceView({ again: { same, run, difference } }: { again: RunAgain }) {
  if (same)
    return (
      <Notice>
        <FormattedMessage
          id="exhibit.same"
          defaultMessage="Nothing has changed since: the same data give the same answer."
        />
      </Notice>
    );
  if (run.state !== 'done')
    return (
      <Notice tone="red">
        {run.failure ?? (
          <FormattedMessage id="exhibit.stopped" defaultMessage="The new run did not come to an end." />
        )}
      </Notice>
    );
  return (
    <>
      {difference ? <Difference difference={difference} /> : null}
      <LinkButton size="small" href={runAddress(run as Run)}>
        <FormattedMessage id="exhibit.openNew" defaultMessage="Open the new answer on the map" />
      </LinkButton>
    </>
  );
}

function Difference({ difference: { figures, more, data, methodVersion } }: { difference: RunDifference }) {
  const intl = useIntl();
  const label = intl.formatMessage({ id: 'exhibit.difference', defaultMessage: 'What is different now' });
  const text = (value: number | string | null) =>
    typeof value === 'number' ? intl.formatNumber(value, { maximumSignificantDigits: 6 }) : (value ?? '–');
  return (
    <>
      <p>
        <FormattedMessage
          id="exhibit.changed"
          defaultMessage="{sources, plural, =0 {} one {What was read has changed in one place.} other {What was read has changed in # places.}} {method, select, true {The method itself was mended.} other {}} {figures, plural, =0 {No figure of the answer differs.} one {One figure differs:} other {# figures differ:}}"
          values={{
            sources: Object.keys(data).length,
            method: String(methodVersion !== null),
            figures: figures.length + more,
          }}
        />
      </p>
      {figures.length > 0 ? (
        <FigureTable
          label={label}
          columns={[
            intl.formatMessage({ id: 'exhibit.figure', defaultMessage: 'Figure' }),
            intl.formatMessage({ id: 'exhibit.then', defaultMessage: 'Then' }),
            intl.formatMessage({ id: 'exhibit.now', defaultMessage: 'Now' }),
          ]}
          rows={figures.map(({ path, before, after }) => ({
            id: path,
            name: path,
            figures: [{ text: text(before) }, { text: text(after) }],
          }))}
        />
      ) : null}
      {more > 0 ? (
        <p>
          <FormattedMessage
            id="exhibit.more"
            defaultMessage="and {more, plural, one {# more figure} other {# more figures}}"
            values={{ more }}
          />
        </p>
      ) : null}
    </>
  );
}
