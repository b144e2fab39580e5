/** Who makes promises. */
export const ORGANISATION_KINDS = [
  'police',
  'municipality',
  'agency',
  'utility',
  'health',
  'school',
  'business',
  'ngo',
  'faith',
  'residents',
  'other',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];
