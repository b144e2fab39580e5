import { FormattedList, FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import type { Ballot, BallotResult } from '../../../api/phones.ts';
import { optionsOf } from './ballot-options.ts';
import { GROUP_WORDS } from './phone-words.ts';
import styles from './phones.module.css';

/** A result with its counts: all together, and beside it the groups that may be shown. */
export function ResultTable({ ballot, result }: { readonly ballot: Ballot; readonly result: BallotResult }) {
  const intl = useIntl();
  const pointsIn = (counts: BallotResult['counts'], id: string) =>
    counts.find(({ option }) => option === id)?.points ?? 0;
  const { needed, present, met } = ballot.quorum;
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.result}>
          <thead>
            <tr>
              <td />
              <th scope="col">
                <FormattedMessage id="result.all" defaultMessage="All" />
              </th>
              {result.byGroup.map(({ group, voices }) => (
                <th key={group ?? 'rest'} scope="col">
                  {group === null
                    ? intl.formatMessage({ id: 'result.rest', defaultMessage: 'All others' })
                    : intl.formatMessage(GROUP_WORDS[group])}{' '}
                  <span className={styles.quiet}>
                    (<FormattedNumber value={voices} />)
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {optionsOf(ballot, intl).map(({ id, text }) => (
              <tr key={id}>
                <th scope="row" dir="auto">
                  {text}
                </th>
                <td>
                  <FormattedNumber value={pointsIn(result.counts, id)} />
                </td>
                {result.byGroup.map(({ group, counts }) => (
                  <td key={group ?? 'rest'}>
                    <FormattedNumber value={pointsIn(counts, id)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.quiet}>
        <FormattedMessage
          id="result.voices"
          defaultMessage="{devices, plural, one {# telephone or account} other {# telephones and accounts}}, {typed, plural, one {# hand or paper} other {# hands and papers}}."
          values={{ devices: result.devices, typed: result.typed }}
        />{' '}
        {result.merged.length > 0 && (
          <FormattedMessage
            id="result.merged"
            defaultMessage="Not shown by itself, so that nobody can be told apart: {groups}."
            values={{
              groups: (
                <FormattedList value={result.merged.map((group) => intl.formatMessage(GROUP_WORDS[group]))} />
              ),
            }}
          />
        )}
      </p>
      {needed !== null && (
        <p className={styles.quiet}>
          {present === null ? (
            <FormattedMessage
              id="result.quorum.uncounted"
              defaultMessage="A quorum of {needed} is asked for; nobody counted the members."
              values={{ needed }}
            />
          ) : met ? (
            <FormattedMessage
              id="result.quorum.met"
              defaultMessage="Quorum of {needed}: met, {present} members were here."
              values={{ needed, present }}
            />
          ) : (
            <FormattedMessage
              id="result.quorum.missed"
              defaultMessage="Quorum of {needed}: not met, {present} members were here."
              values={{ needed, present }}
            />
          )}
        </p>
      )}
    </>
  );
}
