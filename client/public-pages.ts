/** What was released, for everybody: no session is asked for there. */
export const NOTICE_BOARD = '/notice-board';

export function isPublic(pathname: string): boolean {
  return pathname === NOTICE_BOARD || pathname.startsWith(`${NOTICE_BOARD}/`);
}
