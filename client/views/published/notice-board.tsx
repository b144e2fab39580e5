import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { usePublisherName } from '../../api/publications.ts';
import { sessionQuery } from '../../api/session.ts';
import { LinkButton } from '../../ui/button.tsx';
import styles from './published.module.css';

/** What stands round the public pages: who publishes here, and the way in or back. */
export function NoticeBoard({ children }: { children: ReactNode }) {
  // Known when one came from the workbench, and never asked for here.
  const user = useQueryClient().getQueryData(sessionQuery.queryKey);
  const { data: publisher } = usePublisherName();
  return (
    <div className={styles.board}>
      <header className={styles.boardHead}>
        <p className={styles.brand}>
          <img src="/icon.svg" alt="" width={32} height={32} />
          <bdi>{publisher ?? 'Common Ground'}</bdi>
        </p>
        {user ? (
          <LinkButton href="/published" size="small">
            <FormattedMessage id="board.back" defaultMessage="Back to the workbench" />
          </LinkButton>
        ) : (
          <LinkButton href="/sign-in" size="small">
            <FormattedMessage id="sign-in.do" defaultMessage="Sign in" />
          </LinkButton>
        )}
      </header>
      <main className={styles.boardMain}>{children}</main>
    </div>
  );
}
