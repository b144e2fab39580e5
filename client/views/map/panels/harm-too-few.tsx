import { FormattedMessage } from 'react-intl';
import type { Run } from '../../../api/runs.ts';
import { Notice } from '../../../ui/notice.tsx';

type TooFew = NonNullable<NonNullable<Run['summary']>['tooFew']>;

const OF_HARM: readonly TooFew['reason'][] = ['too_few_weighted', 'one_incident_dominates', 'no_harm'];

export const isOfHarm = (reason: TooFew['reason']): boolean => OF_HARM.includes(reason);

/** Why harm is not mapped, and what can be asked instead. */
export function HarmTooFew({ tooFew: { reason, found, floor } }: { tooFew: TooFew }) {
  return (
    <Notice tone="amber">
      <FormattedMessage
        id="map.harm.tooFew"
        defaultMessage="No map of harm: {reason, select, too_few_weighted {{found, plural, =0 {no incident has} one {# incident has} other {# incidents have}} a weight, at least {floor, number} are needed} one_incident_dominates {a single incident has {found, number, ::percent .0} of all harm, and the map would be of it alone} other {no incident here has a weight above 0}}. Count each incident as one instead."
        values={{ reason, found: found ?? 0, floor: floor ?? 0 }}
      />
    </Notice>
  );
}
