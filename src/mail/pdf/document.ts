import { getDocumentProxy } from 'unpdf';
import { Unreadable } from '../unreadable.ts';

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/**
 * Opens a PDF so that nothing of it runs and nothing is loaded: no scripts, no fonts of the machine, no forms in XML.
 *
 * @throws Unreadable
 */
export async function openPdf(bytes: Buffer): Promise<PdfDocument> {
  try {
    // pdf.js keeps the bytes and may take them over, so it gets its own.
    return await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      enableXfa: false,
      useSystemFonts: false,
      disableFontFace: true,
      useWorkerFetch: false,
      useWasm: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      verbosity: 0,
    });
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'PasswordException')
      throw new Unreadable('encrypted', 'opens only with a passphrase', { cause: error });
    throw new Unreadable('damaged', `the PDF is damaged: ${message.slice(0, 200)}`, { cause: error });
  }
}
