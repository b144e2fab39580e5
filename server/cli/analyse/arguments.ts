/** Words and options of a command line whose options are not known yet: the method decides which there are. */
import { WrongUsage } from './refusals.ts';

const FLAGS = ['json', 'list', 'help', 'no-header'];

export interface Given {
  readonly words: readonly string[];
  /** A flag has an empty text. */
  readonly options: ReadonlyMap<string, string>;
}

/** Values follow their option or an equals sign; a value may begin with a minus, as numbers do. */
export function readGiven(args: readonly string[]): Given {
  const words: string[] = [];
  const options = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const found = /^--([a-z][a-z0-9-]*)(?:=(.*))?$/s.exec(args[i]);
    if (!found) {
      if (/^-[^\d.]/.test(args[i])) throw new WrongUsage('Options begin with two dashes, as in --json.');
      words.push(args[i]);
      continue;
    }
    const [, name, joined] = found;
    if (options.has(name)) throw new WrongUsage(`--${name} was given twice: give it once.`);
    if (FLAGS.includes(name)) {
      if (joined !== undefined) throw new WrongUsage(`--${name} takes no value.`);
      options.set(name, '');
    } else {
      const value = joined ?? args[++i];
      if (value === undefined || (joined === undefined && value.startsWith('--')))
        throw new WrongUsage(`--${name} needs a value after it.`);
      options.set(name, value);
    }
  }
  return { words, options };
}
