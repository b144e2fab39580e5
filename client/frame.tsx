import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation, useMatches, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { RouterProvider } from 'react-aria-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { followChanges } from './api/live.ts';
import { useMay, useSession } from './api/session.ts';
import { DropOverlay } from './drop-overlay.tsx';
import styles from './frame.module.css';
import { OpenImport } from './importing.tsx';
import { LinksDialog } from './links-dialog.tsx';
import { ProofDialog } from './proof-dialog.tsx';
import { isPublic } from './public-pages.ts';
import { Rail } from './rail.tsx';
import { ServerAlert } from './server-alert.tsx';
import { TopBar } from './top-bar.tsx';
import { LinkButton } from './ui/button.tsx';
import { EmptyState } from './ui/empty-state.tsx';

const ImportDialog = lazy(() =>
  import('./views/data/import-dialog.tsx').then((module) => ({ default: module.ImportDialog })),
);

/** What stands round every view: the rail, the top bar, and the import that a dropped file opens. */
export function Frame() {
  const router = useRouter();
  const { pathname } = useLocation();
  const bare = pathname === '/sign-in' || isPublic(pathname) || isForPaper(pathname);
  return (
    <RouterProvider navigate={(to) => router.history.push(to)}>
      {bare ? <BareFrame /> : isOfMeeting(pathname) ? <MeetingFrame /> : <SignedInFrame />}
    </RouterProvider>
  );
}

/** What is printed has no rail around it. */
const isForPaper = (pathname: string) =>
  /^\/(problems\/([^/]+\/print|overview)|commitments\/reminders|meetings\/[^/]+\/(minutes|sheets))$/.test(
    pathname,
  );

/** The wall of a room and the screen of whoever presents are theirs alone. */
const isOfMeeting = (pathname: string) => /^\/meetings\/[^/]+\/(show|present)$/.test(pathname);

/** Nothing round it, and told of every change: each gives its own title. */
function MeetingFrame() {
  useLiveChanges();
  return (
    <>
      <ServerAlert />
      <View />
    </>
  );
}

/** Without rail and top bar: for who is not signed in, and for paper. */
function BareFrame() {
  return (
    <>
      <title>Common Ground</title>
      <ServerAlert />
      <Outlet />
    </>
  );
}

/** The name of the window; a problem case gives its own. */
function ViewTitle() {
  const intl = useIntl();
  const { pathname } = useLocation();
  const view = pathname.split('/')[1];
  if (pathname.startsWith('/problems/')) return null;
  return (
    <title>
      {intl.formatMessage(
        {
          id: 'frame.title',
          defaultMessage:
            '{view, select, concerns {Concerns} problems {Problem cases} commitments {Commitments} meetings {Meetings} committees {Committee} data {Data} published {Published} history {History} minutes {Minutes} search {Search} settings {Settings} other {Map}} – Common Ground',
        },
        { view },
      )}
    </title>
  );
}

function SignedInFrame() {
  const [file, setFile] = useState<File | null>(null);
  useLiveChanges();
  const mayImport = useMay('import.change');
  return (
    <OpenImport value={setFile}>
      <ViewTitle />
      <LinksDialog />
      <ProofDialog />
      <div className={styles.frame}>
        <a className={styles.skip} href="#main">
          <FormattedMessage id="frame.skip" defaultMessage="Skip to the content" />
        </a>
        <div className={styles.alert}>
          <ServerAlert />
        </div>
        <TopBar />
        <Rail />
        <main id="main" className={styles.main} tabIndex={-1}>
          <View />
        </main>
      </div>
      <DropOverlay onFile={setFile} isDisabled={file !== null || !mayImport} />
      {file ? (
        <Suspense fallback={null}>
          <ImportDialog file={file} onClose={() => setFile(null)} />
        </Suspense>
      ) : null}
    </OpenImport>
  );
}

/** The page of the address, or why there is none for this person: nothing is asked for that would be refused. */
function View() {
  const { pathname } = useLocation();
  const may = useSession().data?.may;
  const needs = useMatches({
    select: (matches) => matches.findLast(({ staticData }) => staticData.may)?.staticData.may,
  });
  // The settings of this device and of the account are everybody's.
  if (may?.length === 0 && pathname !== '/settings') return <NoRole />;
  if (needs && may && !needs.some((action) => may.includes(action))) return <NotForYou />;
  return (
    <Suspense fallback={null}>
      <Outlet />
    </Suspense>
  );
}

function NotForYou() {
  const intl = useIntl();
  return (
    <div className={styles.fallback}>
      <EmptyState
        title={intl.formatMessage({
          id: 'frame.notForYou',
          defaultMessage: 'This page is not for your roles',
        })}
        action={
          <LinkButton href="/">
            <FormattedMessage id="frame.lost.map" defaultMessage="Open the map" />
          </LinkButton>
        }
      >
        <FormattedMessage
          id="frame.notForYouWhy"
          defaultMessage="Your account is in order. Whoever sent you here may hold a role that you do not; an administrator can give it to you."
        />
      </EmptyState>
    </div>
  );
}

/** Whose last role has ended still has an account, and is told so instead of shown an empty map. */
function NoRole() {
  const intl = useIntl();
  return (
    <div className={styles.fallback}>
      <EmptyState
        title={intl.formatMessage({ id: 'frame.noRole', defaultMessage: 'You have no role here now' })}
      >
        <FormattedMessage
          id="frame.noRoleWhy"
          defaultMessage="Your account is there, but no role of yours holds today, so there is nothing to see. Ask an administrator of this workspace for one; it holds as soon as it is given."
        />
      </EmptyState>
    </div>
  );
}

/** Follows what others change while somebody is signed in. */
function useLiveChanges(): void {
  const queries = useQueryClient();
  const { data: user } = useSession();
  const id = user?.id;
  useEffect(() => (id ? followChanges(queries) : undefined), [queries, id]);
}
