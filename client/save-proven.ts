import { client, done } from './api/client.ts';
import { saveAddress } from './ui/picture/save-picture.ts';

/** Hands out a file of exact data. The browser fetches it by itself and cannot be asked who it is, so that is asked before. */
export async function saveProven(address: string): Promise<void> {
  await done(client.api.account.proof.$get());
  saveAddress(address);
}
