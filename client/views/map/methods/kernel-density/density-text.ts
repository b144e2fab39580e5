import { useIntl } from 'react-intl';

/** "1,230 incidents per km²", or of harm. */
export function useDensityText(weight: 'count' | 'harm'): (density: number) => string {
  const intl = useIntl();
  return (density) =>
    intl.formatMessage(
      {
        id: 'map.density.perKm2',
        defaultMessage:
          '{weight, select, harm {{density} units of harm} other {{density} incidents}} per km²',
      },
      { weight, density: intl.formatNumber(density, { maximumSignificantDigits: 3 }) },
    );
}
