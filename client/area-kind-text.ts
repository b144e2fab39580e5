import { useIntl } from 'react-intl';

/** Many areas of one kind. */
export function useAreaKindText(): (kind: string) => string {
  const intl = useIntl();
  return (kind) =>
    intl.formatMessage(
      {
        id: 'map.scan.areaKindName',
        defaultMessage:
          '{kind, select, country {Countries} region {Regions} district {Districts} neighbourhood {Neighbourhoods} beat {Beats} other {Drawn areas}}',
      },
      { kind },
    );
}
