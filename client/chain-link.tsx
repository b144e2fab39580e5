import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ChainItem, ChainStepName } from './api/chain.ts';
import type { MethodId } from './api/runs.ts';
import styles from './chain-strip.module.css';
import { METHOD_NAMES } from './method-names.ts';

interface ChainLinkProps {
  step: ChainStepName;
  item: ChainItem;
  isHere: boolean;
}

/** The name of one thing of a chain, leading to where it is. */
export function ChainLink({ step, item, isHere }: ChainLinkProps) {
  const name = <Name step={step} item={item} />;
  // What one looks at is no way to anywhere; the answer to a concern stands on its page.
  if (isHere) return <span aria-current="true">{name}</span>;
  return <Way step={step} item={item} name={name} />;
}

function Way({
  step,
  item: { kind, id, problemId },
  name,
}: Omit<ChainLinkProps, 'isHere'> & { name: ReactNode }) {
  const className = styles.link;
  if (kind === 'concern')
    return (
      <Link to="/concerns/$id" params={{ id }} className={className}>
        {name}
      </Link>
    );
  if (kind === 'run')
    return (
      <Link to="/" search={{ run: id, panel: 'questions' }} className={className}>
        {name}
      </Link>
    );
  if (kind === 'answer')
    return (
      <Link to="/published/answers/$id" params={{ id }} className={className}>
        {name}
      </Link>
    );
  if (kind === 'publication')
    return (
      <Link to="/published/$id" params={{ id }} className={className}>
        {name}
      </Link>
    );
  if (kind === 'commitment')
    return (
      <Link to="/commitments" search={{ show: 'all' }} hash={`commitment-${id}`} className={className}>
        {name}
      </Link>
    );
  const tab = step === 'response' ? 'response' : step === 'result' ? 'assessment' : undefined;
  return (
    <Link to="/problems/$id" params={{ id: problemId ?? id }} search={{ tab }} className={className}>
      {name}
    </Link>
  );
}

function Name({ step, item }: Pick<ChainLinkProps, 'step' | 'item'>) {
  const intl = useIntl();
  const { kind, label, effect } = item;
  if (kind === 'run') return isMethod(label) ? intl.formatMessage(METHOD_NAMES[label]) : label;
  if (step === 'result')
    return effect ? (
      <FormattedMessage
        id="chain.effect"
        defaultMessage="{estimate} against what was expected ({low} to {high})"
        values={{ estimate: signed(effect.estimate), low: signed(effect.low), high: signed(effect.high) }}
      />
    ) : (
      <FormattedMessage id="chain.tested" defaultMessage="The agreed test" />
    );
  if (label === '') return <FormattedMessage id="chain.erased" defaultMessage="Its words were erased" />;
  return <bdi>{label}</bdi>;

  function signed(value: number): string {
    return intl.formatNumber(value, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  }
}

function isMethod(name: string): name is MethodId {
  return name in METHOD_NAMES;
}
