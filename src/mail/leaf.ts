import type { KeyMaterial, MessageHead, UnreadReason } from './piece.ts';

/**
 * What was found in a file, flat and in the order in which it stands there. `message` is the number of the innermost message in which
 * it lies, absent for what lies in none; `part` the whole way to it, such as `message 17 > attachment logs.zip > a/b.txt`.
 */
export type Leaf =
  | {
      readonly kind: 'message';
      /** From 1, by order in the file. */
      readonly number: number;
      /** Number of the message that this one is attached to. */
      readonly parent?: number;
      readonly place: string;
      /** Its subject is text as well, and comes as no leaf of its own. */
      readonly head: MessageHead;
    }
  | { readonly kind: 'text'; readonly message?: number; readonly part: string; readonly text: string }
  | { readonly kind: 'key'; readonly message?: number; readonly part: string; readonly key: KeyMaterial }
  | {
      readonly kind: 'unread';
      readonly message?: number;
      readonly part: string;
      readonly name: string;
      readonly reason: UnreadReason;
      readonly detail: string;
    }
  /** Once, at the end; `reader` is that of the file, '' if none knows it. */
  | {
      readonly kind: 'counts';
      readonly reader: string;
      readonly messages: number;
      readonly parts: number;
      readonly unread: number;
    };
