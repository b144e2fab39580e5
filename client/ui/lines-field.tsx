import { useState } from 'react';
import { TextArea } from './text-field.tsx';

export interface LinesFieldProps {
  label: string;
  hint?: string;
  value: readonly string[];
  onChange: (lines: string[]) => void;
  rows?: number;
}

/** Several short texts, one a line. */
export function LinesField({ label, hint, value, onChange, rows = 3 }: LinesFieldProps) {
  // What is being typed has empty lines and blanks that the value does not.
  const [typed, setTyped] = useState(value.join('\n'));
  const shown = sameLines(linesOf(typed), value) ? typed : value.join('\n');
  return (
    <TextArea
      label={label}
      hint={hint}
      rows={rows}
      value={shown}
      onChange={(text) => {
        setTyped(text);
        onChange(linesOf(text));
      }}
    />
  );
}

/** Each line once, without blanks round it. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

function sameLines(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, i) => line === b[i]);
}
