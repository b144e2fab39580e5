/** What a style sheet may say of the parts of a picture; all else is in their attributes. */
const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'font-size',
  'font-weight',
  'font-variant',
  'text-anchor',
] as const;

/** A drawing of the page as markup that looks the same anywhere: colours of the theme become colours. */
export function pictureOf(drawing: SVGSVGElement): { width: number; height: number; markup: string } {
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error('The drawing could not be copied.');
  dress(drawing, copy);
  for (const sheet of copy.querySelectorAll('style')) sheet.remove();
  const { width, height } = drawing.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.removeAttribute('class');
  copy.removeAttribute('style');
  return { width, height, markup: new XMLSerializer().serializeToString(copy) };
}

/** A value that the parent has already is inherited; opacity alone is not. */
function dress(from: Element, to: Element, above?: CSSStyleDeclaration): void {
  const look = getComputedStyle(from);
  for (const name of LOOKS) {
    const value = look.getPropertyValue(name);
    const known = name === 'opacity' ? '1' : above?.getPropertyValue(name);
    if (value === known) to.removeAttribute(name);
    else to.setAttribute(name, value);
  }
  to.removeAttribute('style');
  Array.from(from.children).forEach((child, i) => {
    dress(child, to.children[i], look);
  });
}
