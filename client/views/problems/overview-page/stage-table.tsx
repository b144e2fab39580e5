import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { useAreas } from '../../../api/areas.ts';
import type { Overview } from '../../../api/overview.ts';
import { STAGE_WORDS, STAGES } from '../stages.ts';
import styles from './overview.module.css';

type Counts = Overview['counts'];

/** As many areas as leave room for the rest of the page. */
const MOST_AREAS = 14;

/** How many cases stand where: an area a row, a stage a column. */
export function StageTable({ overview }: { overview: Overview }) {
  const intl = useIntl();
  const { data: known } = useAreas();
  const names = new Map((known ?? []).map(({ id, name }) => [id, name]));
  const rows = [...overview.areas].sort((a, b) => sumOf(b.counts) - sumOf(a.counts));
  return (
    <table className={styles.table}>
      <caption>
        <FormattedMessage id="overview.where" defaultMessage="Where the cases stand" />
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <FormattedMessage id="problems.column.area" defaultMessage="Area" />
          </th>
          {STAGES.map((stage) => (
            <th key={stage} scope="col">
              {intl.formatMessage(STAGE_WORDS[stage])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, MOST_AREAS).map(({ areaId, counts }) => (
          <Row key={areaId ?? 'none'} counts={counts}>
            {areaId === null ? (
              <FormattedMessage id="overview.noArea" defaultMessage="In no one area" />
            ) : (
              <bdi>{names.get(areaId)}</bdi>
            )}
          </Row>
        ))}
        {rows.length > MOST_AREAS ? (
          <tr>
            <td colSpan={STAGES.length + 1}>
              <FormattedMessage
                id="overview.moreAreas"
                defaultMessage="{count, plural, one {# more area with fewer cases} other {# more areas with fewer cases}}"
                values={{ count: rows.length - MOST_AREAS }}
              />
            </td>
          </tr>
        ) : null}
      </tbody>
      <tfoot>
        <Row counts={overview.counts}>
          <FormattedMessage id="overview.all" defaultMessage="All cases" />
        </Row>
      </tfoot>
    </table>
  );
}

function Row({ counts, children }: { counts: Counts; children: React.ReactNode }) {
  return (
    <tr>
      <th scope="row">{children}</th>
      {STAGES.map((stage) => (
        <td key={stage}>
          <FormattedNumber value={counts[stage]} />
        </td>
      ))}
    </tr>
  );
}

function sumOf(counts: Counts): number {
  return STAGES.reduce((sum, stage) => sum + counts[stage], 0);
}
