import { FormattedMessage } from 'react-intl';
import { ask } from './ask.ts';
import styles from './join.module.css';

/** What a text had better not say. Without a connection the server looks when it arrives. */
export async function warningsOf(summary: string): Promise<string[]> {
  try {
    const { items } = await ask<{ items: { kind: string }[] }>('POST', '/concerns/check', {
      summary: summary.trim(),
    });
    return [...new Set(items.map(({ kind }) => kind))];
  } catch {
    return [];
  }
}

export function TextWarnings({
  kinds,
  onHelp,
}: {
  readonly kinds: readonly string[];
  readonly onHelp: () => void;
}) {
  return (
    <div role="alert" className={styles.warning}>
      {kinds.includes('name') && (
        <p>
          <FormattedMessage
            id="join.concern.names"
            defaultMessage="This seems to name a person. Say what happens and where, not who: a name can harm somebody, and it does not help to solve it."
          />
        </p>
      )}
      {(kinds.includes('phone') || kinds.includes('email')) && (
        <p>
          <FormattedMessage
            id="join.concern.contact"
            defaultMessage="This seems to hold a number or an address. Others who work on it will read it."
          />
        </p>
      )}
      {kinds.includes('protected') && (
        <p>
          <FormattedMessage
            id="join.concern.protected"
            defaultMessage="This sounds like something that must not be kept here. There are people who help with it."
          />{' '}
          <button type="button" className={styles.plain} onClick={onHelp}>
            <FormattedMessage id="join.concern.toHelp" defaultMessage="Show me who helps" />
          </button>
        </p>
      )}
    </div>
  );
}
