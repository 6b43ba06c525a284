import type { UnreadReason } from './piece.ts';

/** Why bytes are not looked into, where that can be told from outside. */
export interface Opaque {
  readonly reason: UnreadReason;
  readonly detail: string;
}

interface Magic {
  readonly bytes: string;
  readonly at?: number;
  readonly reason: UnreadReason;
  readonly detail: string;
}

/** Signatures of formats that no reader opens; https://www.iana.org/assignments/media-types and the vendors' pages. */
const magics: readonly Magic[] = [
  { bytes: '377abcaf271c', reason: 'unknown-format', detail: '7z archive: unpack it and read what comes out' },
  { bytes: '526172211a07', reason: 'unknown-format', detail: 'RAR archive: unpack it and read what comes out' },
  { bytes: '4d534346', reason: 'unknown-format', detail: 'CAB archive: unpack it and read what comes out' },
  { bytes: '60ea', reason: 'unknown-format', detail: 'ARJ archive: unpack it and read what comes out' },
  { bytes: 'fd377a585a00', reason: 'unknown-format', detail: 'xz archive: unpack it and read what comes out' },
  { bytes: '28b52ffd', reason: 'unknown-format', detail: 'zstd archive: unpack it and read what comes out' },
  { bytes: '425a68', reason: 'unknown-format', detail: 'bzip2 archive: unpack it and read what comes out' },
  {
    bytes: '789f3e22',
    reason: 'unknown-format',
    detail: 'TNEF (winmail.dat): attachments and text that Outlook packed',
  },
  { bytes: '4344303031', at: 0x8001, reason: 'unknown-format', detail: 'disk image (ISO 9660)' },
  { bytes: 'ffd8ff', reason: 'image', detail: 'JPEG image' },
  { bytes: '89504e470d0a1a0a', reason: 'image', detail: 'PNG image' },
  { bytes: '47494638', reason: 'image', detail: 'GIF image' },
  { bytes: '49492a00', reason: 'image', detail: 'TIFF image' },
  { bytes: '4d4d002a', reason: 'image', detail: 'TIFF image' },
  { bytes: '57454250', at: 8, reason: 'image', detail: 'WebP image' },
  { bytes: '424d', reason: 'image', detail: 'BMP image' },
  { bytes: '00000100', reason: 'image', detail: 'icon' },
  { bytes: '66747970', at: 4, reason: 'audio-or-video', detail: 'MP4 or QuickTime' },
  { bytes: '57415645', at: 8, reason: 'audio-or-video', detail: 'WAV sound' },
  { bytes: '41564920', at: 8, reason: 'audio-or-video', detail: 'AVI video' },
  { bytes: '494433', reason: 'audio-or-video', detail: 'MP3 sound' },
  { bytes: 'fffb', reason: 'audio-or-video', detail: 'MP3 sound' },
  { bytes: '4f676753', reason: 'audio-or-video', detail: 'Ogg' },
  { bytes: '664c6143', reason: 'audio-or-video', detail: 'FLAC sound' },
  { bytes: '1a45dfa3', reason: 'audio-or-video', detail: 'Matroska or WebM' },
  { bytes: '3026b2758e66cf11', reason: 'audio-or-video', detail: 'Windows Media' },
  { bytes: '2321414d52', reason: 'audio-or-video', detail: 'AMR sound' },
  { bytes: '4d5a', reason: 'program', detail: 'Windows program' },
  { bytes: '7f454c46', reason: 'program', detail: 'ELF program' },
  { bytes: 'cafebabe', reason: 'program', detail: 'Java class or macOS program' },
  { bytes: 'cffaedfe', reason: 'program', detail: 'macOS program' },
];

const known = magics.map(({ bytes, at = 0, ...opaque }) => ({ signature: Buffer.from(bytes, 'hex'), at, opaque }));

/** What the first bytes say the format is, if it is one that no reader opens; undefined for all others. */
export function knownFormat(head: Buffer): Opaque | undefined {
  return known.find(({ signature, at }) => head.subarray(at, at + signature.length).equals(signature))?.opaque;
}
