import { FormattedMessage, useIntl } from 'react-intl';
import { Notice } from '../../../ui/notice.tsx';
import { useMapContext } from '../map-context.ts';
import { type AreaKindProps, KindSelect } from './kind-select.tsx';
import { peopledKinds } from './scan/peopled-kinds.ts';

/** Only kinds whose areas have residents can answer; without any the reason stands here before the question is asked. */
export function PeopledKindField({ value, onChange }: AreaKindProps) {
  const intl = useIntl();
  const { records } = useMapContext();
  const kinds = peopledKinds(records.areas ?? []);
  if (kinds.length === 0)
    return (
      <Notice tone="amber">
        <FormattedMessage
          id="map.scan.noPopulation"
          defaultMessage="No area here has a population. Import areas with one, or compare with something else."
        />
      </Notice>
    );
  return (
    <KindSelect
      value={value}
      onChange={onChange}
      kinds={kinds}
      rule={intl.formatMessage({
        id: 'map.scan.areaKind.rule',
        defaultMessage: 'the kind with most areas that have a population',
      })}
      countText={(areas) =>
        intl.formatMessage(
          {
            id: 'map.scan.areaKind.count',
            defaultMessage: '{areas, plural, one {# area} other {# areas}} with a population',
          },
          { areas },
        )
      }
    />
  );
}
