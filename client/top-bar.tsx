import { Link, useNavigate } from '@tanstack/react-router';
import { AtSign, CircleUser, LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMentions, useReadMentions } from './api/mentions.ts';
import { useMay, useSession, useSignOut } from './api/session.ts';
import { useWorkspace } from './api/workspace.ts';
import { MentionsDialog } from './mentions-dialog.tsx';
import { type Preferences, usePreferences } from './preferences.ts';
import { useRoleText } from './role-words.ts';
import styles from './top-bar.module.css';
import { TopSearch } from './top-search.tsx';
import { Badge } from './ui/badge.tsx';
import { IconButton } from './ui/button.tsx';
import { Menu } from './ui/menu.tsx';
import { showFailure } from './ui/toast.tsx';

export function TopBar() {
  const { data: workspace } = useWorkspace();
  const mayFind = useMay('area.read');
  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.brand} aria-label="Common Ground">
        <img src="/icon.svg" alt="" width={28} height={28} />
        <span className={styles.brandName}>Common Ground</span>
      </Link>
      <p className={styles.place}>
        <span className={styles.placeName}>{workspace?.name}</span>
        {workspace?.demo ? (
          <Badge tone="amber">
            <FormattedMessage id="frame.demo" defaultMessage="Fictional demo" />
          </Badge>
        ) : null}
      </p>
      {mayFind ? <TopSearch /> : null}
      <AccountMenu />
    </header>
  );
}

const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon };
const NEXT_THEME: Record<Preferences['theme'], Preferences['theme']> = {
  system: 'light',
  light: 'dark',
  dark: 'system',
};

function AccountMenu() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { data: user } = useSession();
  const { signOut, forget } = useSignOut();
  const [{ theme }, change] = usePreferences();
  const ThemeIcon = THEME_ICONS[theme];
  const roleText = useRoleText();
  const roles = user?.roles.map(({ role, area }) => roleText(role, area?.name)) ?? [];
  const mayNote = useMay('annotation.read');
  const { data: mentions } = useMentions();
  const read = useReadMentions();
  const [fresh, setFresh] = useState<ReadonlySet<string> | null>(null);
  const unread = mentions?.unread ?? 0;
  const label = intl.formatMessage(
    {
      id: 'frame.account.unread',
      defaultMessage:
        '{unread, plural, =0 {Your account} one {Your account: # new mention} other {Your account: # new mentions}}',
    },
    { unread },
  );
  const openMentions = () => {
    const found = mentions?.items.filter(({ readAt }) => readAt === null) ?? [];
    const ids = found.map(({ annotationId }) => annotationId);
    if (ids.length > 0) read.mutate(ids);
    setFresh(new Set(ids));
  };
  const leave = () =>
    signOut()
      .then(() => navigate({ to: '/sign-in' }))
      .then(forget, showFailure);
  return (
    <>
      <Menu
        label={label}
        trigger={
          <IconButton
            label={label}
            icon={
              <span className={styles.account}>
                <CircleUser aria-hidden />
                {unread > 0 ? (
                  <span aria-hidden className={styles.unread}>
                    {intl.formatNumber(unread)}
                  </span>
                ) : null}
              </span>
            }
          />
        }
        actions={[
          {
            id: 'who',
            label: user?.name ?? '',
            hint:
              roles.length > 0
                ? intl.formatList(roles)
                : intl.formatMessage({ id: 'frame.account.noRole', defaultMessage: 'No role holds today' }),
            icon: <CircleUser aria-hidden size={16} />,
            isDisabled: true,
            onAction: () => {},
          },
          ...(mayNote
            ? [
                {
                  id: 'mentions',
                  label: intl.formatMessage(
                    {
                      id: 'frame.account.mentions',
                      defaultMessage: '{unread, plural, =0 {Mentions of me} other {Mentions of me (# new)}}',
                    },
                    { unread },
                  ),
                  icon: <AtSign aria-hidden size={16} />,
                  separated: true,
                  onAction: openMentions,
                },
              ]
            : []),
          {
            id: 'theme',
            label: intl.formatMessage(
              {
                id: 'frame.account.theme',
                defaultMessage:
                  'Appearance: {theme, select, light {light} dark {dark} other {as the system}}',
              },
              { theme },
            ),
            icon: <ThemeIcon aria-hidden size={16} />,
            separated: true,
            onAction: () => change({ theme: NEXT_THEME[theme] }),
          },
          {
            id: 'settings',
            label: intl.formatMessage({ id: 'frame.rail.settings', defaultMessage: 'Settings' }),
            icon: <Settings aria-hidden size={16} />,
            onAction: () => navigate({ to: '/settings' }),
          },
          {
            id: 'sign-out',
            label: intl.formatMessage({ id: 'frame.account.sign-out', defaultMessage: 'Sign out' }),
            icon: <LogOut aria-hidden size={16} />,
            separated: true,
            onAction: leave,
          },
        ]}
      />
      {fresh ? <MentionsDialog fresh={fresh} onClose={() => setFresh(null)} /> : null}
    </>
  );
}
