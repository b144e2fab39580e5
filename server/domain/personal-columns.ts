/**
 * Columns of incident files that tell of persons: who they are, and what group somebody put them in. None of it is ever
 * read into the workbench; the preview of an import says so.
 */
import { normaliseLabel } from './protected-categories.ts';

export const PERSONAL_ATTRIBUTES = [
  'ethnicity',
  'religion',
  'name',
  'contact',
  'identity_number',
  'birth',
  'orientation',
  'disability',
] as const;
export type PersonalAttribute = (typeof PERSONAL_ATTRIBUTES)[number];

const PERSON =
  'victim|vict|vic|suspect|susp|offender|perpetrator|perp|accused|arrestee|complainant|complaintant|witness|caller|reporter|informant|survivor|person|officer|driver|owner|contact|victima|sospechoso|denunciante|agresor|auteur|victime|plaignant|temoin|opfer|tater|zeuge|vitima|suspeito|denunciante|mwathiriwa|mshukiwa';

/** By plain names: as labels are normalised, words joined by "_". The first that fits decides. */
const PATTERNS: readonly (readonly [PersonalAttribute, RegExp])[] = [
  [
    'ethnicity',
    part(
      'ethnicity|ethnic|ethnic_group|ethnie|etnia|etnico|etnicidad|etnicidade|ethnizitat|ethnische_\\w+|race|races|raza|raca|rasse|kabila|tribe|tribal|tribu|tribo|stamm|clan|caste|casta|descent|nationality|nationalities|nacionalidad|nacionalidade|nationalite|nationalitat|staatsangehorigkeit|skin_colou?r|uraia|عرق|عرقيه|قبيله|القبيله|العرق|جنسيه|الجنسيه|etnik|irk',
    ),
  ],
  [
    'religion',
    part(
      'religion|religions|religious|religion_\\w+|religiao|religione|konfession|faith|sect|creed|confession|dini|dhehebu|ديانه|الديانه|دين|مذهب|طائفه|din|mezhep',
    ),
  ],
  [
    'orientation',
    part(
      'sexual_orientation|orientation_sexuelle|orientacion_sexual|orientacao_sexual|gender_identity|lgbt\\w*',
    ),
  ],
  ['disability', part('disability|disabled|discapacidad|handicap|deficiencia|behinderung|ulemavu|اعاقه')],
  [
    'birth',
    part(
      'dob|d_o_b|birth_?date|date_of_birth|birth_?day|born_on|fecha_de_nacimiento|fecha_nacimiento|date_de_naissance|date_naissance|geburtsdatum|data_de_nascimento|data_nascimento|tarehe_ya_kuzaliwa|تاريخ_الميلاد',
    ),
  ],
  [
    'identity_number',
    part(
      'ssn|social_security\\w*|national_id\\w*|nationalid|identity_(?:no|number|card\\w*)|id_card\\w*|identity_?no|passport\\w*|licen[cs]e_(?:no|number)|driver_?licen[cs]e\\w*|nin|bvn|nid|dni|cedula|curp|cpf|numero_de_identidad|pasaporte|passeport|carte_d_identite|cni|personalausweis\\w*|ausweisnummer|kitambulisho|رقم_الهويه|رقم_البطاقه|جواز_السفر|tc_kimlik\\w*',
    ),
  ],
  [
    'contact',
    part(
      'phone|phones|phone_?(?:no|num|number)|telephone\\w*|tel|tel_no|mobile|mobile_(?:no|number)|cell_?phone|whatsapp|e_?mail|email_address|telefono|celular|telefone|telefon|telefonnummer|handynummer|portable_tel|numero_de_telephone|simu|nambari_ya_simu|barua_pepe|هاتف|رقم_الهاتف|الهاتف|جوال|بريد_الكتروني|home_address|residence_address',
    ),
  ],
  [
    'name',
    new RegExp(
      `^(?:name|names|full_?name|first_?name|last_?name|middle_?name|given_?name|fore_?name|sur_?name|family_?name|maiden_?name|nombre|nombres|apellido|apellidos|nombre_completo|nom|prenom|nom_complet|nom_de_famille|vorname|nachname|familienname|nome|nome_completo|sobrenome|jina|majina|jina_kamili|الاسم|اسم|الاسم_الكامل|اسم_الضحيه|adi_soyadi|ad_soyad)$|(?:^|_)(?:first|last|full|middle|given|sur|family)_?name(?:_|$|\\d)|(?:^|_)(?:${PERSON})s?_?(?:name|names|nombre|nom|nome|jina)(?:_|$)|(?:^|_)(?:name|nombre|nom|nome|jina|اسم)_(?:of|de|du|de_la|del|do|da|la|ya)_?(?:the_)?(?:${PERSON})`,
      'u',
    ),
  ],
];

/** The words stand by themselves in the name of a column, as in "victim_race". */
function part(words: string): RegExp {
  return new RegExp(`(?:^|_)(?:${words})(?:_|$|\\d)`, 'u');
}

/** What a column tells of a person, going by its name; null when nothing. */
export function personalAttribute(column: string): PersonalAttribute | null {
  const plain = normaliseLabel(column.replace(/([a-z\d])([A-Z])/g, '$1 $2')).replaceAll(' ', '_');
  return PATTERNS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

export interface PersonalColumn {
  readonly column: string;
  readonly attribute: PersonalAttribute;
}

export function personalColumns(columns: readonly string[]): PersonalColumn[] {
  return columns.flatMap((column) => {
    const attribute = personalAttribute(column);
    return attribute === null ? [] : [{ column, attribute }];
  });
}

/** Rows without what they tell of persons. A row of another width cannot be told apart, so nothing of it is left. */
export function withoutPersonal(columns: readonly string[]): (cells: readonly string[]) => readonly string[] {
  const personal = columns.map((column) => personalAttribute(column) !== null);
  if (!personal.includes(true)) return (cells) => cells;
  return (cells) =>
    cells.length === columns.length ? cells.map((cell, i) => (personal[i] ? '' : cell)) : cells.map(() => '');
}
