import { afterEach, describe, expect, it, vi } from 'vitest';
import { holdsProviderReply, spendProviderReply, takeProviderReply } from '../../client/provider-reply.ts';

function open(address: string) {
  const { pathname, search } = new URL(address, 'http://localhost');
  const replaceState = vi.fn();
  vi.stubGlobal('window', { location: { pathname, search }, history: { state: null, replaceState } });
  takeProviderReply();
  return replaceState;
}
afterEach(() => {
  spendProviderReply();
  vi.unstubAllGlobals();
});

describe('what a provider gave the browser', () => {
  it('is taken out of the address and given once', () => {
    const replaced = open('/sign-in?code=a%2Bb&state=s&iss=https%3A%2F%2Fid.example');
    expect(replaced).toHaveBeenCalledWith(null, '', '/sign-in');
    expect(holdsProviderReply()).toBe(true);
    expect(new URLSearchParams(spendProviderReply() ?? '').get('code')).toBe('a+b');
    expect(holdsProviderReply()).toBe(false);
    expect(spendProviderReply()).toBeNull();
  });

  it('may be that it did not let somebody in', () => {
    open('/sign-in?error=access_denied&state=s');
    expect(holdsProviderReply()).toBe(true);
  });

  it('is nothing else', () => {
    for (const address of ['/sign-in', '/sign-in?back=%2F', '/sign-in?code=1', '/problems?code=1&state=2']) {
      expect(open(address), address).not.toHaveBeenCalled();
      expect(holdsProviderReply(), address).toBe(false);
    }
  });
});
