import type { QueryClient } from '@tanstack/react-query';

/** What a data set holds, whatever kind it is of. */
const CONTENTS = [
  ['datasets'],
  ['incidents'],
  ['problems', 'linked'],
  ['workspace'],
  ['categories'],
  ['streets'],
  ['areas'],
  ['assets'],
] as const;

/** Which cached answers a changed record makes old. */
const TOUCHES: Record<string, readonly (readonly string[])[]> = {
  problem: [['problems'], ['concerns'], ['search'], ['chain'], ['public-answers']],
  annotation: [['annotations'], ['mentions'], ['problems', 'history']],
  commitment: [['commitments'], ['problems', 'history'], ['search'], ['chain'], ['meetings', 'card']],
  organisation: [['organisations'], ['commitments']],
  ballot: [['phones']],
  committee: [['committees']],
  meeting: [['meetings'], ['phones'], ['public-answers']],
  response_card: [['response-cards']],
  recording_change: [['recording-changes'], ['problems', 'evaluation-preview']],
  concern: [['concerns'], ['search'], ['chain']],
  dataset: CONTENTS,
  area: [['areas'], ['workspace'], ['incidents']],
  asset: [['assets']],
  category: [['categories']],
  run: [['runs']],
  import: [['imports'], ...CONTENTS],
  publication: [['publications'], ['published'], ['public-answers'], ['published-answers'], ['chain']],
  workspace: [['workspace']],
};

/** The query keys one event makes old; an event of a kind not known here touches nothing. */
export function touchedBy(data: string): readonly (readonly string[])[] {
  try {
    const event: unknown = JSON.parse(data);
    const object = Object(event).object;
    return typeof object === 'string' ? (TOUCHES[object] ?? []) : [];
  } catch {
    return [];
  }
}

/** Listens to the changes of others until the returned function is called. Bursts are answered once. */
export function followChanges(queries: QueryClient): () => void {
  const source = new EventSource('/api/events');
  const waiting = new Map<string, readonly string[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    for (const queryKey of waiting.values()) void queries.invalidateQueries({ queryKey });
    waiting.clear();
  };
  const hear = (event: MessageEvent<string>) => {
    for (const key of touchedBy(event.data)) waiting.set(key.join(), key);
    if (waiting.size > 0) timer ??= setTimeout(flush, 200);
  };
  // Some changes were missed for good: everything is asked again.
  const startOver = () => void queries.invalidateQueries();
  source.addEventListener('message', hear);
  source.addEventListener('changed', hear);
  source.addEventListener('reset', startOver);
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
