import { useEffect, useRef, useState } from 'react';
import type { ImportKind, ImportRequest, ImportTarget, Inspection, Mapping } from '../../api/imports.ts';
import { assignRole, type Role, type Roles, rolesOf, withRoles } from './column-roles.ts';
import { useInspection } from './use-inspection.ts';

const QUIET_MS = 350;

export interface ImportDraft {
  inspection: Inspection | null;
  error: unknown;
  isReading: boolean;
  mapping: Mapping | null;
  roles: Roles;
  target: ImportTarget;
  /** Rows that would be stored. */
  usable: number;
  /** Labels nobody has decided yet. */
  undecided: number;
  /** What to send; null while something is missing. */
  request: ImportRequest | null;
  setKind: (kind: ImportKind) => void;
  setRole: (column: string, role: Role | null) => void;
  setMapping: (mapping: Mapping) => void;
  setTarget: (target: ImportTarget) => void;
  decide: (labels: readonly string[], decision: 'protected' | 'open') => void;
}

/** What is to be done with the file, as the reader changes it. Every change is tried out on the whole file. */
export function useImportDraft(file: File, workspaceZone: string): ImportDraft {
  const { inspection, error, isReading, guessAs, tryMapping } = useInspection(file);
  const [edit, setEdit] = useState<{ mapping: Mapping; roles: Roles } | null>(null);
  const [target, setTargetState] = useState<ImportTarget | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);

  const mapping = edit?.mapping ?? inspection?.mapping ?? null;
  const roles = edit?.roles ?? (mapping ? rolesOf(mapping) : {});
  const goal = target ?? { datasetName: inspection?.suggestedName ?? file.name };
  const zone = inspection?.timezone ?? workspaceZone;

  const tryLater = (next: Mapping, nextGoal: ImportTarget) => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => tryMapping(next, trial(nextGoal, file.name)), QUIET_MS);
  };
  const setMapping = (next: Mapping) => {
    setEdit({ mapping: next, roles: rolesOf(next) });
    tryLater(next, goal);
  };
  const setRole = (column: string, role: Role | null) => {
    if (!mapping) return;
    const nextRoles = assignRole(roles, column, role);
    const next = withRoles(mapping, nextRoles, zone);
    setEdit({ mapping: next ?? mapping, roles: nextRoles });
    if (next) tryLater(next, goal);
  };
  const setTarget = (next: ImportTarget) => {
    const moved = 'datasetId' in next || 'datasetId' in goal;
    setTargetState(next);
    if (moved && mapping) tryLater(mapping, next);
  };
  const setKind = (kind: ImportKind) => {
    setEdit(null);
    setTargetState(null);
    guessAs(kind);
  };
  const decide = (labels: readonly string[], decision: 'protected' | 'open') => {
    if (mapping?.kind !== 'incidents') return;
    const said = Object.fromEntries(labels.map((label) => [label, decision]));
    setMapping({ ...mapping, decisions: { ...mapping.decisions, ...said } });
  };

  const undecided = inspection && mapping ? undecidedLabels(inspection, mapping).length : 0;
  const complete = mapping !== null && withRoles(mapping, roles, zone) !== null;
  const named = 'datasetId' in goal || goal.datasetName.trim() !== '';
  const ready =
    inspection && !isReading && !error && complete && named && undecided === 0 && !inspection.blocker;
  return {
    inspection,
    error,
    isReading,
    mapping,
    roles,
    target: goal,
    usable: inspection ? inspection.verdicts.stored + inspection.verdicts.unlocated : 0,
    undecided,
    request: ready && mapping ? { fileName: file.name, target: goal, mapping } : null,
    setKind,
    setRole,
    setMapping,
    setTarget,
    decide,
  };
}

/** Doubtful labels without a decision, neither here nor from an earlier file. */
export function undecidedLabels(inspection: Inspection, mapping: Mapping): Inspection['labels'] {
  const decisions = mapping.kind === 'incidents' ? mapping.decisions : {};
  return inspection.labels.filter(
    ({ label, verdict, decision }) =>
      verdict === 'doubtful' && decision === null && !Object.hasOwn(decisions, label),
  );
}

/** A trial needs a name even while the field is empty. */
function trial(target: ImportTarget, fallback: string): ImportTarget {
  return 'datasetName' in target && target.datasetName.trim() === '' ? { datasetName: fallback } : target;
}
