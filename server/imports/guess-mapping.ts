import type { ColumnProfile } from './column-profile.ts';
import type {
  AreaMapping,
  AssetMapping,
  ImportKind,
  IncidentMapping,
  PositionSource,
  StreetMapping,
  TimePart,
  TimeSource,
} from './contract.ts';

/** Names by which columns go, best first; matched against plain names. */
const NAMES = {
  lon: [
    /^(lon|lng|long|longitude|longitud|longitudine|longitudem|geo_?lon\w*)$/,
    /(^|_)(lon|lng|longitude|longitud)(_|$)/,
    /^(point_)?x$/,
    /(^|_)x(_coord\w*)?$/,
    /^(coord\w*_)?x(_|$)/,
  ],
  lat: [
    /^(lat|latitude|latitud|latitudine|geo_?lat\w*)$/,
    /(^|_)(lat|latitude|latitud)(_|$)/,
    /^(point_)?y$/,
    /(^|_)y(_coord\w*)?$/,
    /^(coord\w*_)?y(_|$)/,
  ],
  pair: [/coord/, /gps|geo|lat_?lon|lat_?lng|position|location|point|wkt/],
  occurred: [
    /occur|incident_?(date|time)|offen[cs]e_?(date|time)|crime_?date|crash_?date_?time|date_?time/,
    /from|start|begin|first/,
    /dispatch|event|commi/,
    /^(date|fecha|data|datum|month|mois|mes|time|timestamp)$/,
    /date|time|fecha|month|datum|heure|hora/,
  ],
  to: [/(^|_)(to|end|until|thru|through|last|latest|hasta|fin|bis)(_|$)/],
  from: [/(^|_)(from|start|begin|since|first|earliest|desde|debut|von)(_|$)/],
  reported: [/report/],
  notOccurred: [/report|creat|updat|edit|clos|load|publish|modif|arriv|entered|export/],
  category: [
    /^(category|crime_?type|offen[cs]e_?type|offen[cs]e|incident_?type|primary_?type|categoria|categorie|kategorie)$/,
    /text_general_code|crime_?(category|description)|offen[cs]e_?(category|description|name)|ucr_?desc/,
    /^(type|tipo|type_d_?\w*|art|delito|delit|infraction|nature|description|classification|charge)$/,
    /(^|_)(category|offen[cs]e|crime|tipo_delito)(_|$)/,
  ],
  code: [/(^|_)(ucr|nibrs)(_|$)/],
  id: [
    /^(incident_?(id|no|num\w*)|crime_?id|event_?(id|no)|report_?(id|no|num\w*)|case_?(id|no|num\w*)|offen[cs]e_?(id|no))$/,
    /^(object_?id|uid|uuid|guid|id|fid|gid|numero_expedient)$/,
    /^(code|ref|reference|number|crash_id)$/,
    /(^|_)(id|uuid|guid)$/,
  ],
  place: [
    /block|address|direccion|adresse|endereco|location|street|rue|calle|intersection|nom_carrer|lugar|place/,
  ],
  accuracy: [/accuracy|uncertainty|radius_m|precision_m/],
  name: [
    /^(name|nom|nombre|nome|title|jina|الاسم)$/,
    /^(listname|mapname)$/,
    /(^|_)(name|nom|nombre)(_|$)/,
    /station|title|label|organi[sz]ation|location|intersection|ward|precinct|district|neighbo/,
  ],
  kind: [
    /^(asset_?type|facility_?type|kind|category|type|class|amenity|program_?type)$/,
    /type|category|class/,
  ],
} as const;

export function rank(profile: ColumnProfile, patterns: readonly RegExp[]): number {
  const at = patterns.findIndex((pattern) => pattern.test(profile.plainName));
  return at < 0 ? 0 : patterns.length - at;
}

function best(
  profiles: readonly ColumnProfile[],
  score: (profile: ColumnProfile) => number,
): ColumnProfile | null {
  let found: ColumnProfile | null = null;
  let highest = 0;
  for (const profile of profiles) {
    const value = score(profile);
    if (value > highest) {
      highest = value;
      found = profile;
    }
  }
  return found;
}

export interface GuessedPosition {
  source: PositionSource | null;
  decimal: '.' | ',';
}

export function guessPosition(profiles: readonly ColumnProfile[]): GuessedPosition {
  const coordinate = (patterns: readonly RegExp[]) => (p: ColumnProfile) =>
    Math.max(p.numbers, p.commaNumbers) > 0.5 ? rank(p, patterns) : 0;
  const lon = best(profiles, coordinate(NAMES.lon));
  const lat = best(profiles, (p) => (p === lon ? 0 : coordinate(NAMES.lat)(p)));
  if (lon && lat) {
    const decimal = lon.commaNumbers > 0.5 && lat.commaNumbers > 0.5 ? ',' : '.';
    return { source: { from: 'columns', lon: lon.name, lat: lat.name, swapped: false }, decimal };
  }
  const pair = best(profiles, (p) => (p.pairs > 0.8 && p.values > 0 ? 1 + rank(p, NAMES.pair) : 0));
  if (pair) return { source: { from: 'column', column: pair.name, order: 'lat-lon' }, decimal: '.' };
  return { source: null, decimal: '.' };
}

const SHARE_OF_TIMES = 0.6;

export interface GuessedTime {
  source: Omit<TimeSource, 'timezone' | 'precision'>;
  /** The sample does not tell days from months. */
  ambiguous: boolean;
  hasOffset: boolean;
}

export function guessTime(profiles: readonly ColumnProfile[]): GuessedTime | null {
  const readable = (p: ColumnProfile) => Math.max(p.times.iso, p.times['day-first'], p.times['month-first']);
  const candidates = profiles.filter((p) => p.values > 0 && readable(p) >= SHARE_OF_TIMES);
  const chosen = best(candidates, (p) => {
    const named = rank(p, NAMES.occurred) / 10 - (rank(p, NAMES.notOccurred) > 0 ? 1.5 : 0);
    const isEnd = rank(p, NAMES.to) > 0 && rank(p, NAMES.from) === 0 ? 0.7 : 0;
    return 3 + p.withOffset * 1.2 + p.withClock + named - isEnd;
  });
  if (!chosen) return guessUnix(profiles);
  const { order, ambiguous } = guessOrder(chosen);
  const ofDay =
    chosen.withClock > 0.2
      ? null
      : best(profiles, (p) => (p.timeOfDay > 0.8 ? 1 + rank(p, NAMES.occurred) : 0));
  const from: TimePart = { date: chosen.name, time: ofDay?.name ?? null };
  const others = candidates.filter((p) => p !== chosen && p.withClock > 0.2 === chosen.withClock > 0.2);
  const to = rank(chosen, NAMES.from) > 0 ? best(others, (p) => rank(p, NAMES.to)) : null;
  const reported = best(others, (p) => (p === to ? 0 : rank(p, NAMES.reported)));
  const part = (p: ColumnProfile | null): TimePart | null =>
    p && !ofDay ? { date: p.name, time: null } : null;
  return {
    source: { from, to: part(to), reported: part(reported), order },
    ambiguous,
    hasOffset: chosen.withOffset > 0.5,
  };
}

function guessOrder(p: ColumnProfile): { order: 'iso' | 'day-first' | 'month-first'; ambiguous: boolean } {
  const { iso, 'day-first': dayFirst, 'month-first': monthFirst } = p.times;
  if (iso >= SHARE_OF_TIMES) return { order: 'iso', ambiguous: false };
  if (dayFirst > monthFirst) return { order: 'day-first', ambiguous: false };
  if (monthFirst > dayFirst) return { order: 'month-first', ambiguous: false };
  return { order: 'day-first', ambiguous: true };
}

/** Seconds from 1990 to 2070, or milliseconds, in a column that is called a time. */
function guessUnix(profiles: readonly ColumnProfile[]): GuessedTime | null {
  const chosen = best(profiles, (p) => {
    if (p.wholeNumbers < 0.95 || !/time|date|epoch|unix|stamp|occur/.test(p.plainName)) return 0;
    const seconds = p.min >= 6.3e8 && p.max <= 3.2e9;
    const milliseconds = p.min >= 6.3e11 && p.max <= 3.2e12;
    return seconds || milliseconds ? 1 + rank(p, NAMES.occurred) : 0;
  });
  if (!chosen) return null;
  const order = chosen.max > 1e11 ? 'unix-milliseconds' : 'unix-seconds';
  const from = { date: chosen.name, time: null };
  return { source: { from, to: null, reported: null, order }, ambiguous: false, hasOffset: true };
}

const isText = (p: ColumnProfile) => p.values > 0 && p.numbers < 0.3 && p.pairs < 0.5;
const isTime = (p: ColumnProfile) => Math.max(p.times.iso, p.times['day-first']) > 0.5;

export interface IncidentColumnsGuess {
  category: string | null;
  code: string | null;
  sourceId: string | null;
  place: string | null;
  accuracy: string | null;
  locationMethod: IncidentMapping['locationMethod'];
}

export function guessIncidentColumns(
  profiles: readonly ColumnProfile[],
  used: ReadonlySet<string>,
  samples: (name: string) => readonly string[],
): IncidentColumnsGuess {
  const free = profiles.filter(({ name }) => !used.has(name));
  const category = best(free, (p) =>
    isText(p) && !isTime(p) && p.distinct <= Math.max(40, p.values / 3) ? rank(p, NAMES.category) : 0,
  );
  const rest = free.filter((p) => p !== category);
  const code = best(rest, (p) => rank(p, NAMES.code));
  const sourceId = best(rest, (p) => (p !== code ? idScore(p) : 0));
  const place = best(rest, (p) =>
    p !== sourceId && isText(p) && !isTime(p)
      ? rank(p, NAMES.place) +
        Math.min(0.9, p.distinct / Math.max(1, p.values)) * (rank(p, NAMES.place) > 0 ? 1 : 0)
      : 0,
  );
  const accuracy = best(rest, (p) => (p.numbers > 0.8 ? rank(p, NAMES.accuracy) : 0));
  const onOrNear = place && samples(place.name).filter((cell) => /^on or near/i.test(cell)).length > 2;
  return {
    category: category?.name ?? null,
    code: code?.name ?? null,
    sourceId: sourceId?.name ?? null,
    place: place?.name ?? null,
    accuracy: accuracy?.name ?? null,
    locationMethod: onOrNear ? 'snap' : null,
  };
}

/** An id never repeats. */
function idScore(p: ColumnProfile): number {
  const named = rank(p, NAMES.id);
  return named > 0 && p.filled > 0.1 && p.distinct === p.values && !isTime(p) ? named : 0;
}

export interface FeatureColumnsGuess {
  name: string | null;
  sourceId: string | null;
  kind: string | null;
  population: string | null;
  dwellings: string | null;
}

export function guessFeatureColumns(profiles: readonly ColumnProfile[]): FeatureColumnsGuess {
  const named = (p: ColumnProfile) => {
    const byName = rank(p, NAMES.name);
    const unique = p.distinct / Math.max(1, p.values);
    return byName > 0 && isText(p) && p.filled > 0.5 ? byName + unique * 1.5 : 0;
  };
  const name = best(profiles, named) ?? best(profiles, numbered);
  const others = profiles.filter((p) => p !== name);
  const count = (pattern: RegExp) =>
    best(others, (p) => (p.numbers > 0.9 && pattern.test(p.plainName) ? 1 : 0));
  return {
    name: name?.name ?? null,
    sourceId: best(others, idScore)?.name ?? null,
    kind:
      best(others, (p) => (isText(p) && p.distinct <= Math.max(60, p.values / 3) ? rank(p, NAMES.kind) : 0))
        ?.name ?? null,
    population: count(/^(total_?)?pop(ulation)?(_?(total|\d{4}))?$|_pop(ulation)?$/)?.name ?? null,
    dwellings: count(/dwelling|housing_?unit|households?$/)?.name ?? null,
  };
}

/** Areas that go by numbers: "dist_num" 24. */
function numbered(p: ColumnProfile): number {
  if (/^(object_?id|gid|fid|id|shape|global_?id)|area|length|leng/.test(p.plainName) || p.filled < 0.9)
    return 0;
  const unique = p.distinct === p.values ? 1 : 0;
  return (
    unique +
    (unique && /(num|no|code|name|geoid|tract|ward|dist|district|precinct|beat|sector)/.test(p.plainName)
      ? 1
      : 0)
  );
}

const AREA_WORDS: readonly [RegExp, AreaMapping['areaKind']][] = [
  [/countr|nation/, 'country'],
  [/region|state|province|governorate|county/, 'region'],
  [/beat|sector|route|patrol/, 'beat'],
  [/ward|neighbo|barri|quart|tract|block|commune|suburb/, 'neighbourhood'],
  [/district|precinct|division|arrondissement|boundary/, 'district'],
];

export function guessAreaKind(fileName: string): AreaMapping['areaKind'] {
  const plain = fileName.toLowerCase();
  return AREA_WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? 'custom';
}

export interface AssetKinds {
  kindOf(text: string): string | null;
}

export function guessAssetKind(
  profiles: readonly ColumnProfile[],
  guessed: FeatureColumnsGuess,
  fileName: string,
  kinds: AssetKinds,
  samples: (name: string) => readonly string[],
): AssetMapping['assetKind'] {
  const values = guessed.kind && profiles.length > 0 ? samples(guessed.kind) : [];
  const known = values.filter((value) => kinds.kindOf(value) !== null).length;
  const fixed = kinds.kindOf(fileName) ?? 'other';
  return { column: values.length > 0 && known >= values.length * 0.4 ? guessed.kind : null, fixed };
}

export function streetMapping(profiles: readonly ColumnProfile[]): StreetMapping {
  const name = best(profiles, (p) =>
    isText(p) ? rank(p, [/^(label|street|street_name|full_?name|name)$/, /name|street/]) : 0,
  );
  const cls = best(profiles, (p) =>
    p !== name && isText(p) ? rank(p, [/^(highway|class|road_?class|type|street_?type|fclass)$/]) : 0,
  );
  return { kind: 'streets', file: { format: 'geojson' }, name: name?.name ?? null, class: cls?.name ?? null };
}

/** Kinds a table could be, likeliest first: what has a time happened, what has a name and none is there. */
export function tableKinds(hasTime: boolean, features: FeatureColumnsGuess): ImportKind[] {
  return hasTime || !features.name ? ['incidents', 'assets'] : ['assets', 'incidents'];
}
