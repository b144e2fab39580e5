/** A token of JSON with the blanks before it: text, number or word, or one mark. Long texts are matched without going back. */
const TOKEN =
  /\s*(?:("(?:[^"\\\n]|\\.)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([[\]{},:]))/y;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | 'more' | 'end';

/** 1-based line where a text that is not JSON goes wrong. Runtimes name the place in some of their messages only. */
export function lineOfJsonFault(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const [whole, string, scalar, mark] = TOKEN.exec(text) ?? [];
    if (whole === undefined) break;
    const next = after(expected, open, string !== undefined, scalar !== undefined, mark);
    if (next === null) break;
    expected = next;
    at += whole.length;
  }
  const blanks = /\s*/y;
  blanks.lastIndex = at;
  blanks.exec(text);
  return lineAt(text, blanks.lastIndex);
}

/** What may follow a token; null when the token may not stand here. */
function after(
  expected: Expected,
  open: string[],
  isString: boolean,
  isScalar: boolean,
  mark = '',
): Expected | null {
  const closed = (): Expected => (open.length === 0 ? 'end' : 'more');
  const isValue = expected === 'value' || expected === 'value or ]';
  if (isString && (expected === 'key' || expected === 'key or }')) return ':';
  if (isString || isScalar) return isValue ? closed() : null;
  if (isValue && (mark === '{' || mark === '[')) {
    open.push(mark === '{' ? '}' : ']');
    return mark === '{' ? 'key or }' : 'value or ]';
  }
  if (expected === ':') return mark === ':' ? 'value' : null;
  if (expected === 'more' && mark === ',') return open.at(-1) === '}' ? 'key' : 'value';
  const mayClose = expected === 'more' || expected === 'value or ]' || expected === 'key or }';
  if (!mayClose || mark !== open.at(-1)) return null;
  open.pop();
  return closed();
}

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line++;
  return line;
}
