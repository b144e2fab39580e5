import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowLeft, Printer } from 'lucide-react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { useAreas } from '../../../api/areas.ts';
import { type Overview, useOverview } from '../../../api/overview.ts';
import { useWorkspace } from '../../../api/workspace.ts';
import { AreaSelect } from '../../../area-select.tsx';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import styles from './overview.module.css';
import { StageTable } from './stage-table.tsx';
import { Waiting } from './waiting.tsx';

/** The cases of a committee on one page of paper: where they stand, and what waits for whom. */
export function OverviewView() {
  const { area } = useSearch({ from: '/problems/overview' });
  const navigate = useNavigate();
  const { data, error } = useOverview(area);
  return (
    <main id="main" className={styles.sheet}>
      <nav className={styles.tools}>
        <LinkButton kind="quiet" size="small" href="/problems">
          <ArrowLeft aria-hidden className={styles.mirrored} />
          <FormattedMessage id="problem.back" defaultMessage="All problem cases" />
        </LinkButton>
        <AreaSelect
          value={area ?? null}
          onChange={(id) =>
            navigate({ to: '/problems/overview', search: { area: id ?? undefined }, replace: true })
          }
        />
        <Button kind="primary" onPress={() => window.print()}>
          <Printer aria-hidden size={18} />
          <FormattedMessage id="case-file.print" defaultMessage="Print or save as PDF" />
        </Button>
      </nav>
      <ErrorNotice error={error} />
      {data ? <Sheet overview={data} area={area} /> : null}
    </main>
  );
}

function Sheet({ overview, area }: { overview: Overview; area: number | undefined }) {
  const intl = useIntl();
  const workspace = useWorkspace().data;
  const name = useAreas().data?.find(({ id }) => id === area)?.name ?? workspace?.name;
  const title = intl.formatMessage({ id: 'overview.title', defaultMessage: 'Problem cases on one page' });
  const count = Object.values(overview.counts).reduce((sum, one) => sum + one, 0);
  return (
    <>
      <title>{`${title}: ${name ?? ''}`}</title>
      <header>
        <h1>{title}</h1>
        <p className={styles.quiet}>
          <bdi>{name}</bdi> · <FormattedDate value={overview.day} timeZone="UTC" dateStyle="long" /> ·{' '}
          {intl.formatMessage(
            {
              id: 'problems.counted',
              defaultMessage: '{count, plural, =0 {No case fits} one {# case} other {# cases}}',
            },
            { count },
          )}
        </p>
      </header>
      <StageTable overview={overview} />
      <Waiting overview={overview} />
      <p className={styles.quiet}>
        <FormattedMessage
          id="overview.seen"
          defaultMessage="What the reader may see is on this page and counted, nothing else. A case about several areas counts in each of them. <link>The whole list</link>"
          values={{
            link: (text) => (
              <Link to="/problems" search={{ view: 'list', area }}>
                {text}
              </Link>
            ),
          }}
        />
      </p>
    </>
  );
}
