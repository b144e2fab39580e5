import { Link } from 'react-aria-components';
import { defineMessages, FormattedMessage, type MessageDescriptor, useIntl } from 'react-intl';
import type { LinkGroup, LinkKind } from '../server/app.ts';
import styles from './links-dialog.module.css';
import { answerLinks, type LinksFound, useLinksFound } from './links-found.ts';
import { Button } from './ui/button.tsx';
import { Dialog } from './ui/dialog.tsx';

const COUNTS: Readonly<Record<LinkKind, MessageDescriptor>> = defineMessages({
  problem: {
    id: 'links.problem',
    defaultMessage: '{count, plural, one {# problem case} other {# problem cases}}',
  },
  area: { id: 'links.area', defaultMessage: '{count, plural, one {# area} other {# areas}} below it' },
  total: { id: 'links.total', defaultMessage: '{count, plural, one {# total} other {# totals}}' },
  protected_asset: {
    id: 'links.protected',
    defaultMessage: '{count, plural, one {# protected place} other {# protected places}}',
  },
  recording_change: {
    id: 'links.recording',
    defaultMessage: '{count, plural, one {# change of recording} other {# changes of recording}}',
  },
  committee: {
    id: 'links.committee',
    defaultMessage: '{count, plural, one {# committee} other {# committees}}',
  },
  concern: { id: 'links.concern', defaultMessage: '{count, plural, one {# concern} other {# concerns}}' },
  commitment: {
    id: 'links.commitment',
    defaultMessage: '{count, plural, one {# commitment} other {# commitments}}',
  },
  exhibit: {
    id: 'links.exhibit',
    defaultMessage: '{count, plural, one {# kept answer} other {# kept answers}}',
  },
  finding: { id: 'links.finding', defaultMessage: '{count, plural, one {# finding} other {# findings}}' },
  hypothesis: {
    id: 'links.hypothesis',
    defaultMessage: '{count, plural, one {# hypothesis} other {# hypotheses}}',
  },
  option: { id: 'links.option', defaultMessage: '{count, plural, one {# option} other {# options}}' },
  reply: { id: 'links.reply', defaultMessage: '{count, plural, one {# reply} other {# replies}}' },
});

/** Before a thing goes that others link to: which these are, and what can be done. */
export function LinksDialog() {
  const found = useLinksFound();
  return found ? <Asking found={found} /> : null;
}

function Asking({ found: { links, mayGoOn } }: { found: LinksFound }) {
  const intl = useIntl();
  const close = () => answerLinks(false);
  const isWaiting = links.some(({ kind, holds }) => holds && (kind === 'concern' || kind === 'commitment'));
  return (
    <Dialog
      title={intl.formatMessage({ id: 'links.title', defaultMessage: 'Something links to this' })}
      isOpen
      onClose={close}
      role="alertdialog"
      actions={
        <>
          <Button onPress={close} kind={mayGoOn ? 'plain' : 'primary'}>
            <FormattedMessage id="links.keep" defaultMessage="Keep it" />
          </Button>
          {mayGoOn ? (
            <Button kind="danger" onPress={() => answerLinks(true)}>
              <FormattedMessage id="links.delete" defaultMessage="Delete it all the same" />
            </Button>
          ) : null}
        </>
      }
    >
      <p>
        {mayGoOn ? (
          <FormattedMessage
            id="links.go-on"
            defaultMessage="{what, select, reply {These are hidden with it, and come back with it.} other {These stay as they are when it is deleted, and point to it again if it is brought back.}}"
            values={{ what: links.some(({ kind }) => kind === 'reply') ? 'reply' : 'other' }}
          />
        ) : (
          <FormattedMessage
            id="links.first"
            defaultMessage="{what, select, waiting {Somebody still waits for these. Take the concerns out of the case, and see the commitments to their end or withdraw them; then it can be deleted.} other {These would point to nothing. Change or delete them first; then it can be deleted.}}"
            values={{ what: isWaiting ? 'waiting' : 'other' }}
          />
        )}
      </p>
      <ul className={styles.links}>
        {links
          .filter(({ holds }) => mayGoOn || holds)
          .map((group) => (
            <li key={group.kind}>
              <strong>{intl.formatMessage(COUNTS[group.kind], { count: group.count })}</strong>
              <Names group={group} onFollow={close} />
            </li>
          ))}
      </ul>
    </Dialog>
  );
}

function Names({ group: { items, count }, onFollow }: { group: LinkGroup; onFollow: () => void }) {
  if (items.length === 0) return null;
  return (
    <ul className={styles.names}>
      {items.map(({ id, name, problemId }) => (
        <li key={id}>
          {problemId === null ? (
            name
          ) : (
            <Link href={`/problems/${encodeURIComponent(problemId)}`} onPress={onFollow}>
              {name}
            </Link>
          )}
        </li>
      ))}
      {count > items.length ? (
        <li>
          <FormattedMessage
            id="links.more"
            defaultMessage="{count, plural, one {and # more} other {and # more}}"
            values={{ count: count - items.length }}
          />
        </li>
      ) : null}
    </ul>
  );
}
