import { useState } from 'react';
import { idempotent } from './client.ts';

type Headers = ReturnType<typeof idempotent>;

/** Sends what makes a record: tried again with the same input it is the same create, until that was answered. */
export function createTriedAgain() {
  let last: { text: string; headers: Headers } | null = null;
  return async <Input, Output>(
    input: Input,
    send: (headers: Headers) => Promise<Output>,
  ): Promise<Output> => {
    const text = JSON.stringify(input);
    if (last?.text !== text) last = { text, headers: idempotent() };
    const made = await send(last.headers);
    // The same words once more are another one.
    last = null;
    return made;
  };
}

export function useTriedAgain(): ReturnType<typeof createTriedAgain> {
  return useState(createTriedAgain)[0];
}
