let brought: string | null = null;

/** Takes what a provider gave the browser out of the address, at once, so that it is in no history and no screenshot. */
export function takeProviderReply(): void {
  const { pathname, search } = window.location;
  const given = new URLSearchParams(search);
  if (pathname !== '/sign-in' || !given.has('state') || !(given.has('code') || given.has('error'))) return;
  brought = given.toString();
  window.history.replaceState(window.history.state, '', pathname);
}

/** Whether somebody has just come back from the provider. */
export function holdsProviderReply(): boolean {
  return brought !== null;
}

/** Gives it once. */
export function spendProviderReply(): string | null {
  const query = brought;
  brought = null;
  return query;
}
