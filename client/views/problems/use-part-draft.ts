import { useState } from 'react';
import { isStale } from '../../api/client.ts';
import { type Part, type PartBodies, type PartName, usePart, useSavePart } from '../../api/problem-parts.ts';
import { useDraft, withFields } from './drafts.tsx';

export interface PartDraft<Name extends PartName> {
  /** As the server has it; undefined while it is read. */
  part: Part<Name> | undefined;
  /** What is being written; null while it is only read. */
  body: PartBodies[Name] | null;
  begin: () => void;
  set: (change: Partial<PartBodies[Name]>) => void;
  cancel: () => void;
  save: () => void;
  isChanged: boolean;
  isPending: boolean;
  error: unknown;
  /** Somebody else saved first: what both began with, and their newest. */
  conflict: { base: PartBodies[Name]; theirs: PartBodies[Name] } | null;
  /** Saves what was put together from both; `closeConflict` goes on writing instead. */
  decide: (merged: PartBodies[Name]) => void;
  closeConflict: () => void;
}

/** Reads a part of a case, writes it as a whole, and says when somebody else was faster. */
export function usePartDraft<Name extends PartName>(
  problemId: string,
  name: Name,
  empty: PartBodies[Name],
): PartDraft<Name> {
  const part = usePart(problemId, name);
  const [draft, setDraft] = useDraft<PartBodies[Name]>(`part:${name}`);
  const [theirs, setTheirs] = useState<Part<Name> | null>(null);
  const saving = useSavePart(problemId, name);
  const send = (body: PartBodies[Name], version: number) =>
    saving.mutate(
      { body, version },
      {
        onSuccess: () => {
          setDraft(null);
          setTheirs(null);
        },
        // The newest version comes with the refusal, in the shape every reply has.
        onError: (error) => isStale(error) && setTheirs(error.current as Part<Name>),
      },
    );
  return {
    part,
    body: draft?.body ?? null,
    begin: () => {
      saving.reset();
      const body = part?.body ?? empty;
      setDraft({ base: body, body, version: part?.version ?? 0 });
    },
    set: (change) => setDraft(withFields(change)),
    cancel: () => setDraft(null),
    save: () => draft && send(draft.body, draft.version),
    isChanged: draft !== null && JSON.stringify(draft.base) !== JSON.stringify(draft.body),
    isPending: saving.isPending,
    error: isStale(saving.error) ? null : saving.error,
    conflict: draft && theirs ? { base: draft.base, theirs: theirs.body ?? empty } : null,
    decide: (merged) => theirs && send(merged, theirs.version),
    closeConflict: () => {
      // What was written goes on from the newest: only what is still different is a change then.
      if (draft && theirs) setDraft({ ...draft, base: theirs.body ?? empty, version: theirs.version });
      setTheirs(null);
    },
  };
}
