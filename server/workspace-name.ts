import type { Store } from './store/ports.ts';

/** What the workspace is called, also before anybody has named it. */
export async function workspaceName({ settings }: Pick<Store, 'settings'>): Promise<string> {
  return (await settings.get('workspace.name')) ?? 'My district';
}
