import { COMMON_PASSWORDS } from './common-passwords.ts';
import { nameKeyOf } from './person-name.ts';

export const SHORTEST = 12;
const FEWEST_DIFFERENT = 6;
/** Digits alone are dates and telephone numbers until there are very many of them. */
const FEWEST_DIGITS = 20;
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'qwertzuiop',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb',
];
const YEARS = /(?:19|20)\d\d/g;
/** How people write a letter to make a common word look like none. */
const DISGUISES: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  '5': 's',
  $: 's',
  '7': 't',
};

/**
 * What is wrong with a passphrase, or null. Length does the work; the rest catches what is guessed first: common
 * passwords, also in disguise, keys in a row, one word again and again, and the names that everybody here knows.
 */
export function faultOfPassphrase(passphrase: string, name: string, workspace = ''): string | null {
  const letters = [...passphrase];
  if (letters.length < SHORTEST)
    return `The passphrase must have at least ${SHORTEST} characters: a few words in a row are easy to remember.`;
  if (new Set(letters).size < FEWEST_DIFFERENT)
    return 'The passphrase repeats the same few characters: use several different words.';
  if (/^[\p{N}\s\p{P}]*$/u.test(passphrase) && letters.length < FEWEST_DIGITS)
    return 'The passphrase holds digits alone: dates and numbers are guessed first. Use several different words.';
  const names = [...wordsOf(name), ...wordsOf(workspace)];
  const plain = passphrase.normalize('NFKC').toLowerCase().replace(YEARS, '');
  if ([plain, undisguised(plain)].some((text) => tooLittle(text, names)))
    return 'The passphrase is easy to guess: leave out your name, that of the workspace, common passwords and keys in a row.';
  return null;
}

/** Of what is left without the obvious, nothing counts twice. */
function tooLittle(text: string, names: readonly string[]): boolean {
  const rest = [...onceOnly(withoutTheObvious(text, names))];
  return rest.length < SHORTEST / 2 || new Set(rest).size < FEWEST_DIFFERENT - 2;
}

function wordsOf(name: string): string[] {
  return nameKeyOf(name)
    .split(' ')
    .filter((part) => [...part].length >= 3);
}

function undisguised(text: string): string {
  return [...text].map((letter) => DISGUISES[letter] ?? letter).join('');
}

function withoutTheObvious(passphrase: string, names: readonly string[]): string {
  let rest = passphrase;
  for (const word of [...COMMON_PASSWORDS, ...names]) rest = rest.replaceAll(word, '');
  for (const row of ROWS) rest = withoutRuns(rest, row);
  return rest;
}

/** Takes out every stretch of four or more keys that follow each other, forwards or backwards. */
function withoutRuns(text: string, row: string): string {
  const backwards = [...row].reverse().join('');
  for (let length = row.length; length >= 4; length--)
    for (const keys of [row, backwards])
      for (let start = 0; start + length <= keys.length; start++)
        text = text.replaceAll(keys.slice(start, start + length), '');
  return text;
}

/** A word written again and again, with or without something between, is that word once. */
function onceOnly(text: string): string {
  return text.replace(/(.{2,}?)(?:[\s\p{P}\p{S}]*\1)+/gu, '$1');
}
