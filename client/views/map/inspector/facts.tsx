import { Fragment, type ReactNode } from 'react';
import panelStyles from '../panels/panels.module.css';

export type Fact = readonly [label: string, value: ReactNode];

/** Names and values; what is empty is left out. Each value is set in its own direction. */
export function Facts({ facts }: { facts: readonly (Fact | null)[] }) {
  return (
    <dl className={panelStyles.facts}>
      {facts.map((fact) =>
        fact === null || fact[1] === null || fact[1] === '' ? null : (
          <Fragment key={fact[0]}>
            <dt>{fact[0]}</dt>
            <dd>
              <bdi>{fact[1]}</bdi>
            </dd>
          </Fragment>
        ),
      )}
    </dl>
  );
}
