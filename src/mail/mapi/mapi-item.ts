import type { MapiProperties } from './mapi-property.ts';

/** A message, contact, appointment, task or note as Outlook and Exchange keep it: in an MSG file or in a PST. */
export interface MapiItem {
  readonly properties: MapiProperties;
  readonly recipients: readonly MapiProperties[];
  readonly attachments: readonly MapiAttachment[];
  /** What of it could not be read, in words: complete when all properties were asked for. */
  readonly damage: readonly string[];
}

export interface MapiAttachment {
  readonly properties: MapiProperties;
  /** The item that is attached, if it is one. @throws Unreadable */
  embedded(): MapiItem | undefined;
}
