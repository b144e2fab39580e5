import { nameKeyOf } from './person-name.ts';

export const SHORTEST = 12;
const FEWEST_DIFFERENT = 6;
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'qwertzuiop',
];
const COMMON = [
  'password',
  'passphrase',
  'passwort',
  'motdepasse',
  'contraseña',
  'senha',
  'letmein',
  'welcome',
  'admin',
  'changeme',
  'iloveyou',
  'commonground',
];

/** What is wrong with a passphrase, or null. Length does the work; the rest catches what is guessed first. */
export function faultOfPassphrase(passphrase: string, name: string): string | null {
  const letters = [...passphrase];
  if (letters.length < SHORTEST)
    return `The passphrase must have at least ${SHORTEST} characters: a few words in a row are easy to remember.`;
  if (new Set(letters).size < FEWEST_DIFFERENT)
    return 'The passphrase repeats the same few characters: use several different words.';
  const rest = withoutTheObvious(passphrase.toLowerCase(), nameKeyOf(name));
  if ([...rest].length < SHORTEST / 2)
    return 'The passphrase is easy to guess: leave out your name, common passwords and keys in a row.';
  return null;
}

function withoutTheObvious(passphrase: string, nameKey: string): string {
  let rest = passphrase;
  for (const word of [...COMMON, ...nameKey.split(' ').filter((part) => [...part].length >= 3)])
    rest = rest.replaceAll(word, '');
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
