import { useIntl } from 'react-intl';
import { useAreas } from '../../api/areas.ts';
import type { Concern } from '../../api/concerns.ts';

type Where = Pick<Concern, 'areaId' | 'position' | 'sideM'>;

/** Where it is in words, as exactly as it is kept and may be seen. */
export function useWhereText(): (where: Where) => string {
  const intl = useIntl();
  const { data: areas } = useAreas();
  return ({ areaId, position, sideM }) => {
    const area = areas?.find(({ id }) => id === areaId)?.name;
    if (position === null)
      return area ?? intl.formatMessage({ id: 'concern.where.none', defaultMessage: 'no place told' });
    const how =
      sideM === null
        ? intl.formatMessage({ id: 'concern.where.exact', defaultMessage: 'marked on the map' })
        : intl.formatMessage(
            { id: 'concern.where.square', defaultMessage: 'within {side} m' },
            { side: intl.formatNumber(sideM) },
          );
    return area === undefined
      ? how
      : intl.formatMessage({ id: 'concern.where.in', defaultMessage: '{area}, {how}' }, { area, how });
  };
}
