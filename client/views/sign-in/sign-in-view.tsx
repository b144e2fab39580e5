import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useFinishAtProvider } from '../../api/provider.ts';
import { type SecondStep, useLink } from '../../api/session.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { spendLinkToken } from '../../link-token.ts';
import { spendProviderReply } from '../../provider-reply.ts';
import { NOTICE_BOARD } from '../../public-pages.ts';
import { NewAccountForm } from './new-account-form.tsx';
import { ResetForm } from './reset-form.tsx';
import { SecondStepForm } from './second-step-form.tsx';
import styles from './sign-in.module.css';
import { SignInForm } from './sign-in-form.tsx';

/** A link makes the account, signs in or sets a passphrase; without one, name and passphrase. */
export function SignInView() {
  const { back } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  const { token, opened, error, isOpening, drop } = useLinkFromAddress();
  const [half, setHalf] = useState<SecondStep | null>(null);
  const enter = () => router.history.push(insideAddress(back));
  const returned = useReturnFromProvider();
  const secondStep = half ?? opened?.secondStep ?? returned.data?.secondStep ?? null;
  const forget = () => {
    drop();
    returned.reset();
  };
  useEffect(() => {
    if (opened?.account === 'existing' && opened.user) router.history.push(insideAddress(back));
  }, [opened, back, router]);
  useEffect(() => {
    if (returned.data?.linked) router.history.push('/settings');
    else if (returned.data?.user) router.history.push('/');
  }, [returned.data, router]);
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.brand}>
          <img src="/icon.svg" alt="" width={40} height={40} />
          <div>
            <h1>Common Ground</h1>
            <p className={styles.tagline}>
              <FormattedMessage
                id="sign-in.tagline"
                defaultMessage="A map workbench for problems a neighbourhood shares"
              />
            </p>
          </div>
        </div>
        {returned.isPending ? (
          <p role="status">
            <FormattedMessage id="provider.returned" defaultMessage="Signing you in…" />
          </p>
        ) : isOpening ? (
          <p role="status">
            <FormattedMessage id="sign-in.opening" defaultMessage="Opening your link…" />
          </p>
        ) : opened?.account === 'new' && token ? (
          <NewAccountForm token={token} onDone={enter} />
        ) : opened?.account === 'reset' && token ? (
          <ResetForm token={token} name={opened.name ?? ''} onDone={enter} />
        ) : secondStep ? (
          <SecondStepForm
            takes={secondStep}
            onDone={enter}
            onBack={() => {
              setHalf(null);
              forget();
            }}
          />
        ) : (
          <>
            <ErrorNotice error={error ?? returned.error} />
            <SignInForm onDone={enter} onTry={forget} onSecondStep={setHalf} />
          </>
        )}
        <Link to={NOTICE_BOARD}>
          <FormattedMessage id="board.title" defaultMessage="What this workspace has published" />
        </Link>
      </div>
    </main>
  );
}

/** Opens the link of the address, also when a new one is pasted while this page is open. */
function useLinkFromAddress() {
  const link = useLink();
  const [token, setToken] = useState<string | null>(null);
  const { mutate } = link;
  useEffect(() => {
    const open = () => {
      const fresh = spendLinkToken();
      if (!fresh) return;
      setToken(fresh);
      mutate(fresh);
    };
    open();
    window.addEventListener('hashchange', open);
    return () => window.removeEventListener('hashchange', open);
  }, [mutate]);
  return {
    token,
    opened: link.data,
    error: link.error,
    isOpening: link.isPending,
    drop: link.reset,
  };
}

/** Whoever comes back from the provider is signed in, or has linked the own account. */
function useReturnFromProvider() {
  const finish = useFinishAtProvider();
  const { mutate } = finish;
  useEffect(() => {
    const query = spendProviderReply();
    if (query) mutate(query);
  }, [mutate]);
  return finish;
}

/** Only an address of this site; anything else leads to the map. */
function insideAddress(back: string | undefined): string {
  return back && /^\/(?![/\\])/.test(back) ? back : '/';
}
