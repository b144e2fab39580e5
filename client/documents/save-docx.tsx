import { FileText } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from '../ui/button.tsx';
import { fileName } from '../ui/picture/picture-notes.ts';
import { drawPng, saveFile } from '../ui/picture/save-picture.ts';
import { showFailure } from '../ui/toast.tsx';
import { type FilePicture, type PaperFile, sourceOf } from './model.ts';

/** Hands the file out as a document. What writes it is loaded with the first press, and the history is told before. */
export function SaveDocx({
  file,
  takeOut,
}: {
  file: PaperFile | null;
  takeOut: { mutateAsync: () => Promise<unknown> };
}) {
  const [saving, setSaving] = useState(false);
  const save = async (wanted: PaperFile) => {
    const { docxFile } = await import('./docx-file.ts');
    const blob = await docxFile(wanted, rasterise);
    await takeOut.mutateAsync();
    saveFile(blob, `${fileName(wanted.ref, wanted.title.slice(0, MOST_OF_NAME))}.docx`);
  };
  return (
    <Button
      isDisabled={file === null}
      isPending={saving}
      onPress={() => {
        if (file === null) return;
        setSaving(true);
        save(file)
          .catch(showFailure)
          .finally(() => setSaving(false));
      }}
    >
      <FileText aria-hidden size={18} />
      <FormattedMessage id="case-file.docx" defaultMessage="Save as a Word document" />
    </Button>
  );
}

const MOST_OF_NAME = 60;
/** Dots an inch on paper, over those that a picture is measured in. */
const SHARPNESS = 300 / 96;

async function rasterise(picture: FilePicture): Promise<Uint8Array> {
  const { width, height } = picture;
  const png = await drawPng({ source: sourceOf(picture), width, height }, SHARPNESS);
  return new Uint8Array(await png.arrayBuffer());
}
