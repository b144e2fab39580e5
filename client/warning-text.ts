import { type MessageDescriptor, useIntl } from 'react-intl';
import type { Run } from './api/runs.ts';
import { WARNING_MESSAGES } from './warning-messages.ts';

/** Seen as plain descriptors: every one of them takes the same value. */
const OTHERS: Readonly<Record<keyof typeof WARNING_MESSAGES, MessageDescriptor>> = WARNING_MESSAGES;

type Warning = NonNullable<Run['summary']>['warnings'][number];

export function useWarningText(): (warning: Warning) => string {
  const intl = useIntl();
  return ({ code, value }) => {
    switch (code) {
      case 'approximate_positions':
        return intl.formatMessage(
          {
            id: 'map.warning.approximate',
            defaultMessage:
              '{value, plural, one {# incident stands} other {# incidents stand}} at a snapped position or the middle of an area: fine detail is not to be trusted.',
          },
          { value },
        );
      case 'unlocated':
        return intl.formatMessage(
          {
            id: 'map.warning.unlocated',
            defaultMessage:
              '{value, plural, one {# incident has} other {# incidents have}} no position and cannot be in the picture.',
          },
          { value },
        );
      case 'stray_positions':
        return intl.formatMessage(
          {
            id: 'map.warning.stray',
            defaultMessage:
              '{value, plural, one {# incident lies} other {# incidents lie}} so far from all others that the region leaves {value, plural, one {it} other {them}} out. The position may be wrong.',
          },
          { value },
        );
      case 'outside_region':
        return intl.formatMessage(
          {
            id: 'map.warning.outside',
            defaultMessage:
              '{value, plural, one {# incident lies} other {# incidents lie}} outside the region.',
          },
          { value },
        );
      case 'bandwidth_raised_to_cell':
        return intl.formatMessage(
          {
            id: 'map.warning.bandwidth',
            defaultMessage: 'The distance was raised to the size of a cell, {value, number} m.',
          },
          { value },
        );
      case 'large_extent':
        return intl.formatMessage({
          id: 'map.warning.extent',
          defaultMessage:
            'The region is so wide that distances at its edge are off by more than one in a thousand.',
        });
      case 'cells_without_neighbours':
        return intl.formatMessage(
          {
            id: 'map.warning.alone',
            defaultMessage:
              '{value, plural, one {# cell has} other {# cells have}} no neighbour: nothing is said about them.',
          },
          { value },
        );
      default:
        return intl.formatMessage(OTHERS[code], { value });
    }
  };
}
