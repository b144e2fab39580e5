import type { AuditEntry } from '../../api/records.ts';
import { isTold } from './body-words.ts';

/** One thing that changed, ready to be said. */
export type ChangeItem =
  | { what: 'stage'; from: string | null; to: string }
  | { what: 'text'; field: 'title' | 'statement'; from: string; to: string }
  | { what: 'despite'; rule: string; why: string }
  | { what: 'standing'; field: 'state' | 'reviewOn' | 'confidentiality'; from: unknown; to: unknown }
  | { what: 'rule' | 'geometry'; now: 'set' | 'changed' | 'removed' }
  | { what: 'concerns'; count: number }
  | { what: 'incident'; id: number; verdict: 'in' | 'out' | null }
  | { what: 'part'; name: string; field: string; from: unknown; to: unknown }
  /** `field` null: the entry as a whole, put in or taken out. */
  | { what: 'item'; kind: string; field: string | null; from: unknown; to: unknown }
  | { what: 'commitment'; text: string; state: string }
  | { what: 'decision'; text: string; isTakenBack: boolean }
  | { what: 'attachment'; caption: string; name: string }
  | { what: 'other'; field: string };

const WHOLE: ReadonlySet<string> = new Set([
  'keep',
  'unkeep',
  'open',
  'close',
  'plan',
  'propose',
  'lock',
  'amend',
  'evaluate',
  'answer_draft',
  'answer_privacy_checked',
  'answer_translated',
  'answer_released',
  'answer_corrected',
  'answer_withdrawn',
]);

/** What one line of the history says, part by part. A new case, a kept answer and an opening say no parts: the action says it all. */
export function changesOf(entry: Pick<AuditEntry, 'action' | 'change'>): ChangeItem[] {
  if (entry.action === 'create') return concernsIn(entry.change);
  if (WHOLE.has(entry.action)) return [];
  return Object.entries(entry.change)
    .filter(([field]) => isTold(field.split(':').at(-1) ?? ''))
    .map(([field, [before, after]]) => itemOf(field, before, after));
}

/** How many concerns a case was opened from. */
function concernsIn({ concerns }: AuditEntry['change']): ChangeItem[] {
  const ids: unknown = concerns?.[1];
  return Array.isArray(ids) ? [{ what: 'concerns', count: ids.length }] : [];
}

function itemOf(field: string, before: unknown, after: unknown): ChangeItem {
  const incident = /^incident (\d+)$/.exec(field);
  if (incident) return { what: 'incident', id: Number(incident[1]), verdict: verdictOf(after) };
  if (field.startsWith('despite:'))
    return { what: 'despite', rule: field.slice('despite:'.length), why: String(after) };
  const [what, name, third, fourth] = field.split(':');
  if (what === 'part' && third !== undefined) return { what, name, field: third, from: before, to: after };
  if (what === 'item' && third !== undefined)
    return { what, kind: name, field: fourth ?? null, from: before, to: after };
  if (field === 'stage')
    return { what: 'stage', from: before === null ? null : String(before), to: String(after) };
  if (field === 'title' || field === 'statement')
    return { what: 'text', field, from: String(before ?? ''), to: String(after ?? '') };
  if (field === 'state' || field === 'reviewOn' || field === 'confidentiality')
    return { what: 'standing', field, from: before, to: after };
  if (field === 'rule' || field === 'geometry')
    return { what: field, now: after === null ? 'removed' : before === null ? 'set' : 'changed' };
  if (field === 'attachment') {
    const { caption, name } = Object(after ?? before);
    return { what: field, caption: String(caption ?? ''), name: String(name ?? '') };
  }
  if (field === 'decision')
    return {
      what: field,
      text: String(Object(after ?? before).text ?? ''),
      isTakenBack: after === null,
    };
  if (field === 'commitment') {
    const { text, state } = Object(after);
    return { what: field, text: String(text ?? ''), state: String(state ?? '') };
  }
  return { what: 'other', field };
}

function verdictOf(value: unknown): 'in' | 'out' | null {
  return value === 'in' || value === 'out' ? value : null;
}
