import { defineMessages, type MessageDescriptor } from 'react-intl';

/** What can be done, by the word the history keeps. */
export const ACTION_WORDS: Readonly<Record<string, MessageDescriptor>> = defineMessages({
  create: { id: 'audit.action.create', defaultMessage: 'Made' },
  update: { id: 'audit.action.update', defaultMessage: 'Changed' },
  delete: { id: 'audit.action.delete', defaultMessage: 'Deleted' },
  restore: { id: 'audit.action.restore', defaultMessage: 'Brought back' },
  read: { id: 'audit.action.read', defaultMessage: 'Looked at' },
  import: { id: 'audit.action.import', defaultMessage: 'Loaded' },
  undo: { id: 'audit.action.undo', defaultMessage: 'Taken out again' },
  stage: { id: 'audit.action.stage', defaultMessage: 'Moved to another stage' },
  link: { id: 'audit.action.link', defaultMessage: 'Decided about an incident' },
  unlink: { id: 'audit.action.unlink', defaultMessage: 'Left an incident to the rule' },
  keep: { id: 'audit.action.keep', defaultMessage: 'Kept an answer' },
  unkeep: { id: 'audit.action.unkeep', defaultMessage: 'Took an answer off' },
  lose: { id: 'audit.action.lose', defaultMessage: 'Could not keep entries' },
  use: { id: 'audit.action.use', defaultMessage: 'Used' },
  reset: { id: 'audit.action.reset', defaultMessage: 'Set up the sign-in anew' },
  sign_in: { id: 'audit.action.signIn', defaultMessage: 'Signed in' },
  sign_in_failed: { id: 'audit.action.signInFailed', defaultMessage: 'Could not sign in' },
  sign_out: { id: 'audit.action.signOut', defaultMessage: 'Signed out' },
});

/** What it can be done with. */
export const KIND_WORDS: Readonly<Record<string, MessageDescriptor>> = defineMessages({
  user: { id: 'audit.kind.user', defaultMessage: 'Account' },
  session: { id: 'audit.kind.session', defaultMessage: 'Session' },
  passphrase: { id: 'audit.kind.passphrase', defaultMessage: 'Passphrase' },
  totp: { id: 'audit.kind.totp', defaultMessage: 'App with codes' },
  passkey: { id: 'audit.kind.passkey', defaultMessage: 'Passkey' },
  recovery_codes: { id: 'audit.kind.recoveryCodes', defaultMessage: 'Recovery codes' },
  membership: { id: 'audit.kind.membership', defaultMessage: 'Role' },
  sign_in_link: { id: 'audit.kind.signInLink', defaultMessage: 'Sign-in link' },
  invitation: { id: 'audit.kind.invitation', defaultMessage: 'Invitation' },
  incident: { id: 'audit.kind.incident', defaultMessage: 'Incident' },
  incidents: { id: 'audit.kind.incidents', defaultMessage: 'List of incidents' },
  dataset: { id: 'audit.kind.dataset', defaultMessage: 'Data set' },
  import: { id: 'audit.kind.import', defaultMessage: 'Import' },
  category: { id: 'audit.kind.category', defaultMessage: 'Category' },
  area: { id: 'audit.kind.area', defaultMessage: 'Area' },
  asset: { id: 'audit.kind.asset', defaultMessage: 'Community asset' },
  problem: { id: 'audit.kind.problem', defaultMessage: 'Problem case' },
  annotation: { id: 'audit.kind.annotation', defaultMessage: 'Note' },
  run: { id: 'audit.kind.run', defaultMessage: 'Analysis' },
  workspace: { id: 'audit.kind.workspace', defaultMessage: 'Workspace' },
  audit: { id: 'audit.kind.audit', defaultMessage: 'History' },
});
