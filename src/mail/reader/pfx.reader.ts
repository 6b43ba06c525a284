import { derValue, identifier, integer } from '../key/der.ts';
import { pfxContents, pfxOpens, readPfx } from '../key/pfx.ts';
import type { Reader } from '../reader.ts';
import { Unreadable } from '../unreadable.ts';

const reader: Reader = {
  reader: 'pfx',
  title: 'Keys with certificates in PKCS #12 (.pfx, .p12)',
  reference: 'https://www.rfc-editor.org/rfc/rfc7292',
  recognise({ name, mediaType, head }) {
    if (beginsLikePfx(head)) return 3;
    return head[0] === 0x30 && (/\.(?:pfx|p12|pkcs12)$/i.test(name) || mediaType === 'application/x-pkcs12') ? 1 : 0;
  },
  async *read(content) {
    const bytes = await content.bytes();
    const pfx = readPfx(bytes);
    if (pfx === undefined) throw new Unreadable('damaged', 'begins like PKCS #12 and does not go on so');
    const isProtected = pfxOpens(pfx, '') !== true;
    const { thumbprints, hasKey } = pfxContents(pfx, isProtected ? undefined : '');
    if (hasKey) yield { kind: 'key', place: 'key', key: { format: 'pfx', isProtected, thumbprints, bytes } };
    else
      yield { kind: 'text', place: 'certificates', text: thumbprints.map((print) => `thumbprint ${print}`).join('\n') };
  },
  examples: [
    {
      name: 'nothing encrypted',
      content: {
        name: 'open.pfx',
        bytes: () =>
          Buffer.from(
            'MIIC3AIBAzCCAtUGCSqGSIb3DQEHAaCCAsYEggLCMIICvjCCAd8GCSqGSIb3DQEHAaCCAdAEggHMMIIByDCCAcQGCyqGSIb3DQEMCgEDoIIBjDCCAYgGCiqGSIb3DQEJFgGgggF4BIIBdDCCAXAwggEVoAMCAQICFEqkA2PJ5Ij9TLaA04RbqILn3kljMAoGCCqGSM49BAMCMAwxCjAIBgNVBAMMAWEwIBcNMjYxMTI2MTEwNjAzWhgPMjA1MTA3MTgxMTA2MDNaMAwxCjAIBgNVBAMMAWEwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARhVxFU0qOgMMSJpaUNjC3ojnJRQv+/+D6JTSNMgagxsHkD64N8DgboWHQPLGc0xBPw+xysOhuB9UkHxiRmc40Wo1MwUTAdBgNVHQ4EFgQUdFsU6KwV4FOHQd1w8LzmxOHmTeIwHwYDVR0jBBgwFoAUdFsU6KwV4FOHQd1w8LzmxOHmTeIwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAlGwiBMAuhbNYhOstjHX7BgPFGe7llQHQVly4XnhtYcMCIQDeTVb4LKoixXrGIiX/05t7UPM6RIvcS/Es09q1rFvAizElMCMGCSqGSIb3DQEJFTEWBBSMUt5fFC44ajzC7A+At01UMAqJFTCB2AYJKoZIhvcNAQcBoIHKBIHHMIHEMIHBBgsqhkiG9w0BDAoBAaCBijCBhwIBADATBgcqhkjOPQIBBggqhkjOPQMBBwRtMGsCAQEEIJzLfvVNXTzlHCYcyQsQEzPTJsszNfh/kMLKni0DNQqJoUQDQgAEYVcRVNKjoDDEiaWlDYwt6I5yUUL/v/g+iU0jTIGoMbB5A+uDfA4G6Fh0DyxnNMQT8PscrDobgfVJB8YkZnONFjElMCMGCSqGSIb3DQEJFTEWBBSMUt5fFC44ajzC7A+At01UMAqJFQ==',
            'base64',
          ),
      },
      gives: ['key key: pfx open 8C52DE5F142E386A3CC2EC0F80B74D54300A8915'],
    },
    {
      name: 'a key with a passphrase',
      content: {
        name: 'certificate for the app',
        bytes: () =>
          Buffer.from(
            'MIIBfgIBAzCCATQGCSqGSIb3DQEHAaCCASUEggEhMIIBHTCCARkGCSqGSIb3DQEHAaCCAQoEggEGMIIBAjCB/wYLKoZIhvcNAQwKAQKgge8wgewwVwYJKoZIhvcNAQUNMEowKQYJKoZIhvcNAQUMMBwECMcUTThirJmkAgIIADAMBggqhkiG9w0CCQUAMB0GCWCGSAFlAwQBKgQQ6yY8Lr8nTpMqrcPr8zuPuASBkG9rJNiC34nItCNaMG5tgCg8mPHDJe1jcf0JPe+VbiPY6eSj4bBzivOoRnYNYjbHgAllGrBYq/osTo867xtqhYxaYpXNHJeoz+BqeZDH8Mq1UNPwPJXV6mIlyaoGneGmB90WzS1/eSFG3LLPaAYuOve6xAxveR2uaLkF7Rv3qe74HIZUyhVKT9yOqG052LhAWTBBMDEwDQYJYIZIAWUDBAIBBQAEIERPWpUDbfXs57QJbBI2jaaRQmgf0A6GfMb1v1eZY5xJBAhGVGiG6SdbqQICCAA=',
            'base64',
          ),
      },
      gives: ['key key: pfx protected'],
    },
  ],
};

/** A sequence that begins with version 3 and the identifier of plain or signed data. The whole need not be there. */
function beginsLikePfx(head: Buffer): boolean {
  const lengthBytes = (head[1] ?? 0) > 0x80 ? (head[1] ?? 0) & 0x7f : 0;
  const inside = head.subarray(2 + lengthBytes);
  if (head[0] !== 0x30 || integer(derValue(inside)) !== 3) return false;
  const info = inside.subarray(3);
  const infoLengthBytes = (info[1] ?? 0) > 0x80 ? (info[1] ?? 0) & 0x7f : 0;
  return info[0] === 0x30 && identifier(derValue(info, 2 + infoLengthBytes)).startsWith('2a864886f70d0107');
}

export default reader;
