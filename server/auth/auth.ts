export interface SignedIn {
  user: { id: string; name: string };
  sessionId: string;
}

/** What a sign-in gives back: who it is, and the cookies to set. */
export interface SignInReply {
  user: SignedIn['user'];
  cookies: string[];
}

export interface Auth {
  /** The signed-in person behind the request headers, with cookies that renew the session if due. */
  session(headers: Headers): Promise<{ signedIn: SignedIn; cookies: string[] } | null>;
  /** Name and passphrase; the same refusal for an unknown name and a wrong passphrase. */
  signIn(name: string, passphrase: string): Promise<SignInReply>;
  /** Ends the session of these headers; gives the cookies that clear it. */
  signOut(headers: Headers): Promise<string[]>;
  /** Makes a fresh one-time link; null when the account is not there. */
  makeLink(forUserId: string | null): Promise<string>;
  /** Looks at a link without using it up, unless it is for an account that exists: that signs in. */
  openLink(token: string): Promise<{ account: 'new' } | ({ account: 'existing' } & SignInReply)>;
  /** Makes the account the link stands for, signs in, and uses the link up. */
  createAccount(token: string, name: string, passphrase: string): Promise<SignInReply>;
  accounts(): Promise<{ id: string; name: string }[]>;
}
