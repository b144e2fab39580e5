/** The code the photographed address carries. Taken out of it, so that it is not shown, kept or passed on. */
export function takeCode(): string {
  const code = decoded(location.hash.slice(1));
  if (code !== '') history.replaceState(null, '', location.pathname);
  return code;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).slice(0, 40);
  } catch {
    return '';
  }
}
