import { FormattedMessage } from 'react-intl';
import type { FoundWords } from '../../api/concerns.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './concerns.module.css';

interface WordsFoundProps {
  draft: { summary: string; detail: string };
  found: readonly FoundWords[];
  isPending: boolean;
  onSave: () => void;
  onProtect: () => void;
}

/** Said before it is saved; nothing is changed by itself. */
export function WordsFound({ draft, found, isPending, onSave, onProtect }: WordsFoundProps) {
  const isProtected = found.some(({ kind }) => kind === 'protected');
  const persons = found.filter(({ kind }) => kind !== 'protected');
  return (
    <Notice
      tone={isProtected ? 'red' : 'amber'}
      title={
        isProtected ? (
          <FormattedMessage
            id="concern.words.protected"
            defaultMessage="This reads like something that must not be kept: violence at home, sexual violence, a child in danger or trafficking."
          />
        ) : (
          <FormattedMessage
            id="concern.words.persons"
            defaultMessage="The text says who somebody is. Take it out where it is not needed, or save it as it is."
          />
        )
      }
      action={
        <div className={styles.buttons}>
          {isProtected ? (
            <Button kind="primary" onPress={onProtect}>
              <FormattedMessage id="concern.words.protect" defaultMessage="Keep nothing of it" />
            </Button>
          ) : null}
          <Button onPress={onSave} isPending={isPending}>
            {isProtected ? (
              <FormattedMessage
                id="concern.words.other"
                defaultMessage="I have read it: it is about something else. Save it"
              />
            ) : (
              <FormattedMessage id="concern.words.save" defaultMessage="Save it as it is" />
            )}
          </Button>
        </div>
      }
    >
      {persons.length > 0 ? (
        <ul className={styles.found}>
          {persons.map(({ field, kind, from, to }) => (
            <li key={`${field} ${from} ${kind}`}>
              <FormattedMessage
                id="concern.words.item"
                defaultMessage="{kind, select, phone {A number to call} email {An address of a mailbox} other {A name}}: {words}"
                values={{ kind, words: <bdi>{draft[field].slice(from, to)}</bdi> }}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </Notice>
  );
}
