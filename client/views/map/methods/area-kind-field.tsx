import { useIntl } from 'react-intl';
import { useMapContext } from '../map-context.ts';
import { kindsOfAreas } from './area-kinds.ts';
import { type AreaKindProps, KindSelect } from './kind-select.tsx';

/** The kind of area a method looks at, whoever lives there. */
export function AreaKindField({ value, onChange }: AreaKindProps) {
  const intl = useIntl();
  const { records } = useMapContext();
  return (
    <KindSelect
      value={value}
      onChange={onChange}
      kinds={kindsOfAreas(records.areas ?? [])}
      rule={intl.formatMessage({
        id: 'map.quotient.areaKind.rule',
        defaultMessage: 'the kind with most areas',
      })}
      countText={(areas) =>
        intl.formatMessage(
          {
            id: 'map.quotient.areaKind.count',
            defaultMessage: '{areas, plural, one {# area} other {# areas}}',
          },
          { areas },
        )
      }
    />
  );
}
