import { useCallback } from 'react';
import { defineMessages, type IntlShape, type MessageDescriptor, useIntl } from 'react-intl';

/** What the kinds are called that every import knows. */
export const ASSET_KINDS = defineMessages({
  school: { id: 'asset.kind.school', defaultMessage: 'School' },
  clinic: { id: 'asset.kind.clinic', defaultMessage: 'Clinic or hospital' },
  police_post: { id: 'asset.kind.policePost', defaultMessage: 'Police post' },
  legal_aid: { id: 'asset.kind.legalAid', defaultMessage: 'Legal aid' },
  women_space: { id: 'asset.kind.womenSpace', defaultMessage: 'Women’s space' },
  shelter: { id: 'asset.kind.shelter', defaultMessage: 'Shelter' },
  safe_house: { id: 'asset.kind.safeHouse', defaultMessage: 'Safe house' },
  youth_centre: { id: 'asset.kind.youthCentre', defaultMessage: 'Youth centre' },
  faith: { id: 'asset.kind.faith', defaultMessage: 'Place of worship' },
  market: { id: 'asset.kind.market', defaultMessage: 'Market' },
  water_point: { id: 'asset.kind.waterPoint', defaultMessage: 'Water point' },
  transport_stop: { id: 'asset.kind.transportStop', defaultMessage: 'Transport stop' },
  street_light: { id: 'asset.kind.streetLight', defaultMessage: 'Street light' },
  cctv: { id: 'asset.kind.cctv', defaultMessage: 'Camera' },
  park: { id: 'asset.kind.park', defaultMessage: 'Park or playground' },
  path: { id: 'asset.kind.path', defaultMessage: 'Path' },
  vacant_building: { id: 'asset.kind.vacantBuilding', defaultMessage: 'Vacant building' },
  waste_point: { id: 'asset.kind.wastePoint', defaultMessage: 'Waste point' },
  checkpoint: { id: 'asset.kind.checkpoint', defaultMessage: 'Checkpoint' },
  library: { id: 'asset.kind.library', defaultMessage: 'Library' },
  fire_station: { id: 'asset.kind.fireStation', defaultMessage: 'Fire station' },
  community_centre: { id: 'asset.kind.communityCentre', defaultMessage: 'Community centre' },
  other: { id: 'asset.kind.other', defaultMessage: 'Other' },
});

const KNOWN: Readonly<Record<string, MessageDescriptor>> = ASSET_KINDS;

/** A kind of asset in words; one that a place has made up for itself is shown as it was written. */
export const assetKindText = (intl: IntlShape, kind: string): string =>
  Object.hasOwn(KNOWN, kind) ? intl.formatMessage(KNOWN[kind]) : kind.replaceAll('_', ' ').trim();

export function useAssetKindText(): (kind: string) => string {
  const intl = useIntl();
  return useCallback((kind) => assetKindText(intl, kind), [intl]);
}
