import type { MailAddress, Piece } from './piece.ts';

/** Pieces as lines for people and for the proof of readers: one line a piece, what is in a message indented. */
export function outline(pieces: readonly Piece[], indent = ''): string[] {
  return pieces.flatMap((piece) => {
    switch (piece.kind) {
      case 'text':
        return [`${indent}text ${piece.place}: ${piece.text.trim().replaceAll('\n', '⏎').replaceAll('\t', '⇥')}`];
      case 'part':
        return [`${indent}part ${piece.place}: ${piece.name} ${piece.mediaType} ${piece.bytes.length}`];
      case 'file':
        return [`${indent}file ${piece.place}: ${piece.name} ${piece.mediaType} ${piece.content.sizeBytes}`];
      case 'key':
        return [
          `${indent}key ${piece.place}: ${[piece.key.format, piece.key.isProtected ? 'protected' : 'open', ...piece.key.thumbprints].join(' ')}`,
        ];
      case 'unread':
        return [`${indent}unread ${piece.place}: ${piece.name} ${piece.reason}`];
      case 'message': {
        const { head } = piece;
        const said = [
          `<${head.messageId}>`,
          `from ${names(head.from)}`,
          `to ${names(head.to)}`,
          `subject ${head.subject}`,
          `sent ${head.sent}`,
          ...(head.folder === '' ? [] : [`folder ${head.folder}`]),
        ];
        return [`${indent}message ${piece.place}: ${said.join(' ')}`, ...outline(piece.pieces, `${indent}  `)];
      }
      default:
        return piece satisfies never;
    }
  });
}

function names(addresses: readonly MailAddress[]): string {
  return addresses.map(({ address }) => address).join(',');
}
