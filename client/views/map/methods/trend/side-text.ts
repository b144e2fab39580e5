import { useIntl } from 'react-intl';
import type { Side } from '../../../../map/results/trend.ts';

/** Above, below or within, with the sign the chart has. */
export function useSideText(): (side: Side) => string {
  const intl = useIntl();
  return (side) =>
    intl.formatMessage(
      {
        id: 'map.trend.side',
        defaultMessage: '{side, select, above {▲ above} below {◆ below} other {within}}',
      },
      { side: side > 0 ? 'above' : side < 0 ? 'below' : 'within' },
    );
}
