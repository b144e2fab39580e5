/** Somebody whose session was checked. */
export interface SignedIn {
  user: { id: string; name: string };
  sessionId: string;
}
