import type { Reader } from '../reader.ts';

/** Beginnings of files as they are in Latin-1. */
const signature =
  /^(?:ID3[\u0002-\u0004]|\u00FF[\u00FB\u00F3\u00FA]|OggS\0|fLaC|#!AMR|RIFF[^]{4}(?:WAVE|AVI )|FORM[^]{4}AIFF|\u001AE\u00DF\u00A3|[^]{4}ftyp(?:isom|iso\d|mp4\d|M4[AVB] |qt {2}|avc1|3gp|dash|MSNV)|0&\u00B2u\u008Ef\u00CF\u0011)/;

const reader: Reader = {
  reader: 'audio-video',
  title: 'Sound and film, such as voice messages, which are named and not read',
  reference: 'https://www.iana.org/assignments/media-types/media-types.xhtml#audio',
  recognise({ name, mediaType, head }) {
    if (signature.test(head.toString('latin1', 0, 64))) return 3;
    return /\.(?:mp[34]|m4[av]|wav|wma|wmv|avi|mov|mkv|webm|og[gav]|flac|aac|amr|3gp)$/i.test(name) ||
      /^(?:audio|video)\//.test(mediaType)
      ? 1
      : 0;
  },
  async *read({ name }) {
    if (name !== '') yield { kind: 'text', place: 'file name', text: name };
    yield { kind: 'unread', place: 'recording', name, reason: 'audio-or-video', detail: 'sound or film' };
  },
  examples: [
    {
      name: 'a voice message',
      content: { name: 'voice.mp3', bytes: () => Buffer.from('ID3\u0003\0\0') },
      gives: ['text file name: voice.mp3', 'unread recording: voice.mp3 audio-or-video'],
    },
    {
      name: 'a film',
      content: { name: '', bytes: () => Buffer.from('\0\0\0 ftypisom') },
      gives: ['unread recording:  audio-or-video'],
    },
  ],
};

export default reader;
