/** What may be asked of the store about problem cases, their parts and their entries. */
import type { AttachmentKind, AttachmentType } from '../domain/case/attachment.ts';
import type { ItemBodies, ItemKind } from '../domain/case/items.ts';
import type { ProblemOrder } from '../domain/case/lists.ts';
import type { PartBodies, PartName } from '../domain/case/parts.ts';
import type { CaseState } from '../domain/case/standing.ts';
import type { DespiteLinks } from '../domain/link.ts';
import type { Act, Page, Problem, ProblemItem, ProblemPart, Stage } from './records.ts';

/** Those of a list that somebody sees. */
export type Ids = 'all' | readonly string[];

/** Which cases somebody sees: of the internal ones, and of those that were opened to committees or the public. */
export interface CaseSight {
  internal: Ids;
  opened: Ids;
}

export interface ProblemFilter {
  /** What is left out here is neither listed nor counted. */
  sight: CaseSight;
  /** Any of these; all when left out. */
  stages?: readonly Stage[];
  states?: readonly CaseState[];
  /** Each of these lists names the case. */
  among?: readonly (readonly string[])[];
  /** To be looked at again before this day, and not closed. */
  reviewBefore?: string;
  /** Nothing was done on it since this instant, and not closed. */
  activeBefore?: string;
  /** Instants; `openedBefore` exclusive. */
  openedFrom?: string;
  openedBefore?: string;
}

/** What decides who sees a case, and in which area it lies. */
export type CaseOutline = Pick<
  Problem,
  'id' | 'version' | 'stage' | 'geometry' | 'rule' | 'confidentiality' | 'createdBy'
>;

export interface ProblemStore {
  /** The oldest first; without a sight all there are. */
  list(sight?: CaseSight): Promise<Problem[]>;
  page(
    filter: ProblemFilter,
    page: { order: ProblemOrder; after?: string; limit: number },
  ): Promise<Page<Problem>>;
  /** How many there are in each stage; the stages of the filter aside. */
  countByStage(filter: ProblemFilter): Promise<Record<Stage, number>>;
  outlines(): Promise<CaseOutline[]>;
  get(id: string, also?: 'deleted'): Promise<Problem | null>;
  create(
    input: Pick<Problem, 'title' | 'statement' | 'geometry' | 'rule'> &
      Partial<Pick<Problem, 'confidentiality'>> & {
        areaCode: string;
        /** They go into it with the same write, all of them or none. */
        concerns?: readonly string[];
      },
    act: Act,
  ): Promise<Problem>;
  update(
    id: string,
    version: number,
    change: Partial<
      Pick<Problem, 'title' | 'statement' | 'geometry' | 'rule' | 'state' | 'confidentiality' | 'reviewOn'>
    >,
    act: Act,
  ): Promise<Problem>;
  moveTo(
    id: string,
    version: number,
    stage: Stage,
    act: Act & { reason: string; despite?: Readonly<Partial<Record<string, string>>> },
  ): Promise<Problem>;
  link(id: string, incidentId: number, verdict: 'in' | 'out', act: Act): Promise<Problem>;
  unlink(id: string, incidentId: number, act: Act): Promise<Problem>;
  remove(id: string, act: Act, links?: DespiteLinks): Promise<void>;
  restore(id: string, act: Act): Promise<Problem>;
}

export interface ProblemPartStore {
  /** All parts a case can have, written or not. */
  list(problemId: string): Promise<ProblemPart[]>;
  /** Who leads each case, as far as it was written. */
  leads(): Promise<{ problemId: string; body: PartBodies['leads'] }[]>;
  get<Name extends PartName>(problemId: string, name: Name): Promise<Extract<ProblemPart, { name: Name }>>;
  /** `version` is the one that was read: 0 for a part that was never written. */
  put<Name extends PartName>(
    problemId: string,
    name: Name,
    version: number,
    body: PartBodies[Name],
    act: Act,
  ): Promise<ProblemPart>;
}

export interface ProblemItemStore {
  /** Of one case, by kind and position. */
  list(problemId: string, kind?: ItemKind): Promise<ProblemItem[]>;
  get(problemId: string, id: string, also?: 'deleted'): Promise<ProblemItem | null>;
  /** Without a position it stands last. Refused with `too_many_items` when the case holds thousands. */
  add<Kind extends ItemKind>(
    problemId: string,
    input: { kind: Kind; body: ItemBodies[Kind]; position?: number },
    act: Act,
  ): Promise<ProblemItem>;
  update(
    problemId: string,
    id: string,
    version: number,
    change: { body?: ItemBodies[ItemKind]; position?: number },
    act: Act,
  ): Promise<ProblemItem>;
  remove(problemId: string, id: string, act: Act): Promise<void>;
  restore(problemId: string, id: string, act: Act): Promise<ProblemItem>;
}

/** A photo or document of a case, without its content. */
export interface Attachment {
  id: string;
  problemId: string;
  /** To save it under. */
  name: string;
  mediaType: AttachmentType;
  kind: AttachmentKind;
  caption: string;
  /** A date, as somebody gave it. */
  takenOn: string | null;
  bytes: number;
  /** Pixels; null of a document. */
  width: number | null;
  height: number | null;
  /** SHA-256 of the content. */
  digest: string;
  version: number;
  createdBy: string;
  createdAt: string;
  deletedAt: string | null;
}

export type NewAttachment = Pick<
  Attachment,
  'name' | 'mediaType' | 'kind' | 'caption' | 'takenOn' | 'width' | 'height'
> & { content: Uint8Array; preview: Uint8Array | null };

/** Photos and documents of cases. Their content lies in the database, and so in its backups. */
export interface AttachmentStore {
  /** Of one case, the oldest first. */
  list(problemId: string): Promise<Attachment[]>;
  get(problemId: string, id: string): Promise<Attachment | null>;
  /** The file, part by part. */
  content(id: string): AsyncGenerator<Uint8Array>;
  /** A small picture of it, WebP; null of a document. */
  preview(id: string): Promise<Uint8Array | null>;
  /** Refused with `too_many_attachments` or `attachments_too_large`. */
  add(problemId: string, input: NewAttachment, act: Act): Promise<Attachment>;
  update(
    problemId: string,
    id: string,
    version: number,
    change: Partial<Pick<Attachment, 'kind' | 'caption' | 'takenOn'>>,
    act: Act,
  ): Promise<Attachment>;
  remove(problemId: string, id: string, act: Act): Promise<void>;
  restore(problemId: string, id: string, act: Act): Promise<Attachment>;
  /** Deletes for good what was taken off before this instant, or whose case was; says how many files. */
  dropRemoved(before: string, act: Act): Promise<number>;
}
