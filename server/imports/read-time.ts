import type { TimeOrder } from './contract.ts';
import type { ZoneTable } from './zone-table.ts';

export const TIME_OK = 0;
export const TIME_BAD = 1;
export const TIME_OUT_OF_RANGE = 2;
export type TimeStatus = typeof TIME_OK | typeof TIME_BAD | typeof TIME_OUT_OF_RANGE;

/** How much of a time was written. */
export const LEVEL_INSTANT = 0;
export const LEVEL_DAY = 1;
export const LEVEL_MONTH = 2;
export type TimeLevel = typeof LEVEL_INSTANT | typeof LEVEL_DAY | typeof LEVEL_MONTH;

/** The last time that was read; one object is reused for all rows. */
export interface ReadTime {
  /** UTC seconds. */
  seconds: number;
  level: TimeLevel;
  /** Written with an offset of its own. */
  hasOffset: boolean;
  /** 1: skipped by the clocks and moved on; 2: shown twice, the first taken. */
  clock: 0 | 1 | 2;
  year: number;
  month: number;
  day: number;
}

export interface TimeReader {
  readonly last: ReadTime;
  /** Reads a date, with a time of day in the same text or in a second one. Both are trimmed and not blank. */
  read(date: string, timeOfDay: string | null): TimeStatus;
}

const DATE_ISO = /^(\d{4,6})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/;
const DATE_COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const DATE_PARTS = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2,6})$/;
const MONTH_YEAR = /^(\d{1,2})[-/](\d{4})$/;
const DATE_WORDS = /^(?:\p{L}+\.?,?\s+)?(\d{1,2})\.?[\s-]+(?:de\s+)?(\p{L}+)\.?,?[\s-]+(?:de\s+)?(\d{2,6})$/u;
const WORDS_DATE = /^(?:\p{L}+\.?,?\s+)?(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4,6})$/u;
const WORDS_MONTH = /^(\p{L}+)\.?[\s-]+(\d{4})$/u;
const TIME_OF_DAY =
  /^(\d{1,2})(?:(?:[:.h](\d{2})|h)(?:[:.](\d{2})(?:[.,]\d{1,9})?)?)?\s*([ap])?\.?(?:m\.?)?\s*(z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?$/i;
const TIME_COMPACT = /^(\d{1,2})(\d{2})$/;

/** `lastYear` is the latest year that is taken seriously; anything before 1900 is not. */
export function createTimeReader(order: TimeOrder, zone: ZoneTable, lastYear: number): TimeReader {
  const last: ReadTime = {
    seconds: 0,
    level: LEVEL_INSTANT,
    hasOffset: false,
    clock: 0,
    year: 0,
    month: 0,
    day: 0,
  };

  const setDate = (year: number, month: number, day: number, level: TimeLevel): boolean => {
    last.year = year;
    last.month = month;
    last.day = day;
    last.level = level;
    return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
  };

  const readDate = (text: string): boolean => {
    let m = DATE_ISO.exec(text);
    if (m) return setDate(+m[1], +m[2], m[3] ? +m[3] : 1, m[3] ? LEVEL_DAY : LEVEL_MONTH);
    m = DATE_PARTS.exec(text);
    if (m) {
      if (order !== 'day-first' && order !== 'month-first') return false;
      const year = fullYear(m[3], lastYear);
      return order === 'day-first'
        ? setDate(year, +m[2], +m[1], LEVEL_DAY)
        : setDate(year, +m[1], +m[2], LEVEL_DAY);
    }
    m = DATE_COMPACT.exec(text);
    if (m) return setDate(+m[1], +m[2], +m[3], LEVEL_DAY);
    m = MONTH_YEAR.exec(text);
    if (m) return setDate(+m[2], +m[1], 1, LEVEL_MONTH);
    return readWords(text);
  };

  const readWords = (text: string): boolean => {
    let m = DATE_WORDS.exec(text);
    if (m) return setDate(fullYear(m[3], lastYear), monthNamed(m[2]), +m[1], LEVEL_DAY);
    m = WORDS_DATE.exec(text);
    if (m) return setDate(+m[3], monthNamed(m[1]), +m[2], LEVEL_DAY);
    m = WORDS_MONTH.exec(text);
    return m ? setDate(+m[2], monthNamed(m[1]), 1, LEVEL_MONTH) : false;
  };

  let offset = 0;
  const readTimeOfDay = (text: string): number => {
    const compact = TIME_COMPACT.exec(text);
    const m = compact && text.length >= 3 ? compact : TIME_OF_DAY.exec(text);
    if (!m) return Number.NaN;
    let hour = +m[1];
    const minute = m[2] ? +m[2] : 0;
    const second = m[3] ? +m[3] : 0;
    if (m[4]) hour = (hour % 12) + (m[4].toLowerCase() === 'p' ? 12 : 0);
    last.hasOffset = m[5] !== undefined;
    if (m[5]) offset = offsetSeconds(m[5]);
    if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return Number.NaN;
    return hour * 3600 + minute * 60 + second;
  };

  const finish = (ofDay: number): TimeStatus => {
    if (last.year < 1900 || last.year > lastYear) return TIME_OUT_OF_RANGE;
    const local = daysSince1970(last.year, last.month, last.day) * 86_400 + ofDay;
    if (last.hasOffset) last.seconds = local - offset;
    else {
      last.seconds = zone.toUtc(local);
      last.clock = zone.how();
    }
    return TIME_OK;
  };

  const readUnix = (text: string): TimeStatus => {
    const value = /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
    if (!Number.isFinite(value)) return TIME_BAD;
    last.seconds = Math.floor(order === 'unix-milliseconds' ? value / 1000 : value);
    last.level = LEVEL_INSTANT;
    last.hasOffset = true;
    const date = new Date(last.seconds * 1000);
    last.year = date.getUTCFullYear();
    // NaN, for instants beyond what a date can hold, is out of range too.
    return last.year >= 1900 && last.year <= lastYear ? TIME_OK : TIME_OUT_OF_RANGE;
  };

  return {
    last,
    read(text, timeOfDay) {
      last.clock = 0;
      last.hasOffset = false;
      if (order === 'unix-seconds' || order === 'unix-milliseconds') return readUnix(text);
      const gap = dateLength(text);
      if (!readFastDate(text, gap, last) && !readDate(text.slice(0, gap).trim()))
        return last.year > 9999 && DATE_ISO.test(text.slice(0, gap)) ? TIME_OUT_OF_RANGE : TIME_BAD;
      const rest = timeOfDay ?? restAfter(text, gap);
      if (rest === '') return finish(0);
      const ofDay = readFastTime(rest) ?? readTimeOfDay(rest);
      if (Number.isNaN(ofDay)) return TIME_BAD;
      if (last.level === LEVEL_MONTH) return TIME_BAD;
      last.level = LEVEL_INSTANT;
      return finish(ofDay);
    },
  };
}

/** "YYYY-MM-DD", read by its digits. False when it is not one. */
function readFastDate(text: string, length: number, into: ReadTime): boolean {
  if (length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month))) return false;
  into.year = year;
  into.month = month;
  into.day = day;
  into.level = LEVEL_DAY;
  return true;
}

/** "HH:MM" and "HH:MM:SS", read by their digits; null when it is neither. */
function readFastTime(text: string): number | null {
  if ((text.length !== 5 && text.length !== 8) || text.charCodeAt(2) !== 58) return null;
  if (text.length === 8 && text.charCodeAt(5) !== 58) return null;
  const hour = twoDigits(text, 0);
  const minute = twoDigits(text, 3);
  const second = text.length === 8 ? twoDigits(text, 6) : 0;
  return hour < 24 && minute < 60 && second < 60 ? hour * 3600 + minute * 60 + second : null;
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** Where the date ends: before "T", or before a blank that a time of day follows. */
function dateLength(text: string): number {
  const c = text.charCodeAt(10);
  if (text.length === 10 || c === 84 || c === 32 || c === 116) return 10;
  const m =
    /(?<![T\s,])[T\s,]+\d{1,2}(?:[:h.]\d{2}(?![.\d])|[:h]\d{2}[:.]\d{2})|(?<!\s)\s+\d{1,2}\s*[ap]\.?m/i.exec(
      text,
    );
  return m ? m.index : text.length;
}

function restAfter(text: string, gap: number): string {
  if (gap >= text.length) return '';
  return text.slice(gap).replace(/^[Tt\s,]+/, '');
}

function offsetSeconds(text: string): number {
  if (/^[a-z]/i.test(text)) return 0;
  const digits = text.replace(/[^\d]/g, '').padEnd(4, '0');
  const seconds = +digits.slice(0, 2) * 3600 + +digits.slice(2) * 60;
  return text[0] === '-' ? -seconds : seconds;
}

function fullYear(text: string, lastYear: number): number {
  if (text.length !== 2) return +text;
  const inThisCentury = 2000 + +text;
  return inThisCentury <= lastYear ? inThisCentury : 1900 + +text;
}

export function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days of the civil calendar since 1970-01-01 (H. Hinnant, days_from_civil). */
export function daysSince1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const MONTH_LANGUAGES = ['en', 'fr', 'es', 'pt', 'de', 'it', 'sw', 'ar'];
let months: Map<string, number> | null = null;

/** 1 to 12 for a month by name, whole or cut after three letters; 0 for another word. */
function monthNamed(word: string): number {
  months ??= monthNames();
  const plain = plainWord(word);
  return months.get(plain) ?? months.get(plain.slice(0, 3)) ?? 0;
}

function monthNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of MONTH_LANGUAGES)
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        const name = plainWord(format.format(Date.UTC(2024, month - 1, 15)));
        if (!names.has(name)) names.set(name, month);
      }
    }
  return names;
}

function plainWord(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}
