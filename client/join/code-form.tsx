import { type FormEvent, useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ask, type GuestMeeting } from './ask.ts';
import { failureText } from './error-words.ts';
import styles from './join.module.css';

interface CodeFormProps {
  /** From the address that was photographed; empty: it is typed. */
  readonly linkCode: string;
  readonly language: string;
  readonly onIn: (meeting: GuestMeeting) => void;
}

/** The code of the meeting, typed with a thumb or taken from the address. */
export function CodeForm({ linkCode, language, onIn }: CodeFormProps) {
  const intl = useIntl();
  const [code, setCode] = useState(linkCode);
  const [failure, setFailure] = useState<unknown>(null);
  const error = failure === null ? '' : failureText(intl, failure);
  const [isAsking, setAsking] = useState(false);
  const tried = useRef(false);

  async function join(typed: string): Promise<void> {
    setAsking(true);
    setFailure(null);
    try {
      onIn(await ask<GuestMeeting>('POST', '/session', { code: typed, language }));
    } catch (why) {
      setFailure(why);
    } finally {
      setAsking(false);
    }
  }

  useEffect(() => {
    if (linkCode === '' || tried.current) return;
    tried.current = true;
    void join(linkCode);
  });

  const send = (event: FormEvent) => {
    event.preventDefault();
    void join(code);
  };
  return (
    <form className={styles.card} onSubmit={send}>
      <h1>
        <FormattedMessage id="join.title" defaultMessage="Join the meeting" />
      </h1>
      <label className={styles.field}>
        <FormattedMessage id="join.code" defaultMessage="Code on the screen" />
        <input
          className={styles.code}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoCapitalize="characters"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={20}
          dir="ltr"
          aria-invalid={error !== ''}
          aria-describedby="join-error"
        />
      </label>
      <p id="join-error" role="alert" className={error === '' ? styles.none : styles.error}>
        {error}
      </p>
      <button type="submit" className={styles.primary} disabled={isAsking || code.trim() === ''}>
        <FormattedMessage id="join.go" defaultMessage="Join" />
      </button>
      <p className={styles.quiet}>
        <FormattedMessage
          id="join.private"
          defaultMessage="No name, no account, no number. This telephone is known to this meeting alone, until it ends."
        />
      </p>
    </form>
  );
}
