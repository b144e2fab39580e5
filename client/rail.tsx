import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { Button } from 'react-aria-components';
import { FormattedMessage, useIntl } from 'react-intl';
import styles from './rail.module.css';
import { type RailEntry, useRailEntries } from './rail-entries.ts';
import { Menu } from './ui/menu.tsx';
import { useNarrow } from './use-narrow.ts';

/** So many stand side by side on a phone, each wide enough for a thumb and its word. */
const MOST_ON_PHONE = 5;

export function Rail() {
  const intl = useIntl();
  const entries = useRailEntries();
  const isPhone = useNarrow();
  const shown = isPhone && entries.length > MOST_ON_PHONE ? MOST_ON_PHONE - 1 : entries.length;
  return (
    <nav
      className={styles.rail}
      aria-label={intl.formatMessage({ id: 'frame.rail.label', defaultMessage: 'Main' })}
    >
      {entries.slice(0, shown).map((entry) => (
        <RailLink key={entry.to} entry={entry} />
      ))}
      {shown < entries.length ? <More entries={entries.slice(shown)} /> : null}
    </nav>
  );
}

function RailLink({ entry: { to, words, Icon, also } }: { entry: RailEntry }) {
  const { pathname } = useLocation();
  const isHere = also?.some((address) => pathname.startsWith(address)) ?? false;
  return (
    <Link
      to={to}
      className={styles.item}
      data-here={isHere ? '' : undefined}
      activeOptions={{ exact: to === '/', includeSearch: false }}
    >
      <Icon aria-hidden />
      <FormattedMessage {...words} />
    </Link>
  );
}

/** What has no room on a phone. */
function More({ entries }: { entries: readonly RailEntry[] }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const here = entries.find(({ to, also = [] }) =>
    [to, ...also].some((address) => pathname.startsWith(address)),
  );
  const label = intl.formatMessage({ id: 'frame.rail.more', defaultMessage: 'More' });
  return (
    <Menu
      label={label}
      trigger={
        <Button
          className={styles.item}
          data-here={here ? '' : undefined}
          aria-label={here ? `${label}: ${intl.formatMessage(here.words)}` : undefined}
        >
          <Ellipsis aria-hidden />
          {label}
        </Button>
      }
      actions={entries.map(({ to, words, Icon }) => ({
        id: to,
        label: intl.formatMessage(words),
        icon: <Icon aria-hidden size={18} />,
        onAction: () => void navigate({ to }),
      }))}
    />
  );
}
