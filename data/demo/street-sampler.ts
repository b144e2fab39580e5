import type { Random } from '../../analysis/random.ts';
import { type LonLat, onMap, type Plan } from './district.ts';
import type { StreetPiece } from './streets.ts';

export interface Spot {
  plan: Plan;
  position: LonLat;
  placeText: string;
  streetName: string;
}

/** Draws places along streets, each piece as likely as its weight. */
export class StreetSampler {
  readonly #pieces: readonly StreetPiece[];
  readonly #upTo: readonly number[];

  constructor(pieces: readonly StreetPiece[], weight: (piece: StreetPiece) => number) {
    const chosen: StreetPiece[] = [];
    const upTo: number[] = [];
    let sum = 0;
    for (const piece of pieces) {
      const share = weight(piece);
      if (share === 0) continue;
      sum += share * piece.length;
      chosen.push(piece);
      upTo.push(sum);
    }
    if (sum === 0) throw new RangeError('no street has a weight above zero');
    this.#pieces = chosen;
    this.#upTo = upTo;
  }

  draw(random: Random): Spot {
    const wanted = random.next() * this.#upTo[this.#upTo.length - 1];
    let low = 0;
    let high = this.#upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#upTo[middle] > wanted) high = middle;
      else low = middle + 1;
    }
    return spotOn(this.#pieces[low], random);
  }
}

/** A front door: some metres from the middle of the street, with the house number of that side. */
function spotOn(piece: StreetPiece, random: Random): Spot {
  const along = random.next();
  const side = random.next() < 0.5 ? 1 : -1;
  const away = 7 + 4 * random.next();
  const [dx, dy] = [piece.to[0] - piece.from[0], piece.to[1] - piece.from[1]];
  const plan: Plan = [
    piece.from[0] + dx * along - (side * away * dy) / piece.length,
    piece.from[1] + dy * along + (side * away * dx) / piece.length,
  ];
  const house = 2 * Math.floor((piece.start + along * piece.length) / 12) + (side > 0 ? 1 : 2);
  return { plan, position: onMap(plan), placeText: `${house} ${piece.name}`, streetName: piece.name };
}

/** Bell-shaped weight around a place of the plan; nothing beyond three standard deviations. */
export function around([east, north]: Plan, spread: number): (piece: StreetPiece) => number {
  return ({ middle: [e, n] }) => {
    const squared = ((e - east) ** 2 + (n - north) ** 2) / spread ** 2;
    return squared > 9 ? 0 : Math.exp(-squared / 2);
  };
}
