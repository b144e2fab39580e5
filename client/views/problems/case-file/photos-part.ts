import type { IntlShape } from 'react-intl';
import { type Attachment, addressOf } from '../../../api/attachments.ts';
import type { FileFigure, FilePart } from '../../../documents/model.ts';
import { ATTACHMENT_WORDS } from '../attachments/attachment-words.ts';
import { FILE_WORDS } from './file-words.ts';

const DOCUMENT = 'application/pdf';
/** Where the server could not tell the size of a photo. */
const UNKNOWN = { width: 480, height: 360 };
const WIDEST = 480;
/** 95 mm: two stand on a page with what they show. */
const HIGHEST = 360;

/** The photos of the case with what they show, and its documents by name; no part at all without either. */
export function photosParts(intl: IntlShape, attachments: readonly Attachment[]): FilePart[] {
  if (attachments.length === 0) return [];
  const documents = attachments.filter(({ mediaType }) => mediaType === DOCUMENT);
  const columns = [FILE_WORDS.document, FILE_WORDS.documentKind, FILE_WORDS.documentFile];
  return [
    {
      id: 'photos',
      title: intl.formatMessage(FILE_WORDS.photos),
      blocks: [
        ...attachments
          .filter(({ mediaType }) => mediaType !== DOCUMENT)
          .map((photo) => photoFigure(intl, photo)),
        ...(documents.length > 0
          ? [
              {
                kind: 'table' as const,
                label: intl.formatMessage(FILE_WORDS.documents),
                columns: columns.map((word) => intl.formatMessage(word)),
                rows: documents.map(({ caption, kind, name }) => [
                  caption,
                  intl.formatMessage(ATTACHMENT_WORDS[kind]),
                  name,
                ]),
                figures: false,
              },
            ]
          : []),
      ],
    },
  ];
}

function photoFigure(intl: IntlShape, photo: Attachment): FileFigure {
  const { caption, kind, takenOn } = photo;
  const width = photo.width ?? UNKNOWN.width;
  const height = photo.height ?? UNKNOWN.height;
  const scale = Math.min(1, WIDEST / width, HIGHEST / height);
  const day = takenOn ? intl.formatDate(takenOn, { dateStyle: 'long', timeZone: 'UTC' }) : '';
  return {
    kind: 'figure',
    caption: [caption, intl.formatMessage(ATTACHMENT_WORDS[kind]), day].filter(Boolean).join(', '),
    alt: caption,
    picture: {
      address: addressOf(photo, 'content'),
      width: Math.round(width * scale),
      height: Math.round(height * scale),
    },
    notes: [],
  };
}
