import { createHmac, timingSafeEqual } from 'node:crypto';
import { certificateOf, thumbprintOf } from './certificate.ts';
import { derChildren, type DerValue, derValue, identifier, integer, octets } from './der.ts';
import { decrypted, hashOf, mostRounds, pkcs12Key } from './password-encryption.ts';

const dataOid = '2a864886f70d010701';
const encryptedDataOid = '2a864886f70d010706';
const bag = '2a864886f70d010c0a01';

interface Mac {
  readonly hash: string;
  readonly digest: Buffer;
  readonly salt: Buffer;
  readonly rounds: number;
}

/** A PKCS #12 file (RFC 7292) as far as it can be seen from outside. */
export interface Pfx {
  /** What the MAC is taken over. */
  readonly safe: Buffer;
  /** Undefined if it has none, 'unknown' if it is made in a way that is not built in or costs too much to check. */
  readonly mac: Mac | 'unknown' | undefined;
}

/** Undefined if the bytes have another shape. */
export function readPfx(bytes: Buffer): Pfx | undefined {
  const [version, safe, mac] = derChildren(derValue(bytes));
  const [oid, wrapped] = derChildren(safe);
  const content = octets(derChildren(wrapped)[0]);
  if (integer(version) !== 3 || identifier(oid) !== dataOid || content === undefined) return undefined;
  return { safe: content, mac: mac === undefined ? undefined : macOf(mac) };
}

function macOf(value: DerValue): Mac | 'unknown' {
  const [digestInfo, saltValue, roundsValue] = derChildren(value);
  const [algorithm, digestValue] = derChildren(digestInfo);
  const hash = hashOf(algorithm);
  const digest = octets(digestValue);
  const salt = octets(saltValue);
  const rounds = roundsValue === undefined ? 1 : integer(roundsValue);
  if (hash === undefined || digest === undefined || salt === undefined || rounds === undefined || rounds > mostRounds)
    return 'unknown';
  return { hash, digest, salt, rounds };
}

/**
 * Whether a passphrase opens it, by its MAC, which also proves files whose old ciphers Node has no longer; without a MAC, by
 * decrypting. Undefined if that cannot be told.
 */
export function pfxOpens(pfx: Pfx, passphrase: string): boolean | undefined {
  const { mac } = pfx;
  if (mac === 'unknown') return undefined;
  if (mac === undefined) {
    const read = safeContents(pfx, passphrase);
    if (read.encrypted === 0) return true;
    return read.isUnknown ? undefined : read.opened === read.encrypted;
  }
  const fits = (candidate: string | undefined) => {
    const key = pkcs12Key(mac.hash, candidate, mac.salt, mac.rounds, 3, mac.digest.length);
    const digest = createHmac(mac.hash, key).update(pfx.safe).digest();
    return digest.length === mac.digest.length && timingSafeEqual(digest, mac.digest);
  };
  return fits(passphrase) || (passphrase === '' && fits(undefined));
}

/** What is in it: thumbprints of certificates that are not encrypted or open with the passphrase, and whether a key is. */
export function pfxContents(pfx: Pfx, passphrase: string | undefined): { thumbprints: string[]; hasKey: boolean } {
  const { bags, encrypted, opened } = safeContents(pfx, passphrase);
  const certificates = bags
    .filter(({ kind }) => kind === `${bag}03`)
    .flatMap(({ value }) => {
      const certificate = certificateOf(
        octets(derChildren(derChildren(derChildren(value)[0])[1])[0]) ?? Buffer.alloc(0),
      );
      return certificate === undefined ? [] : [thumbprintOf(certificate)];
    });
  const hasKey = encrypted > opened || bags.some(({ kind }) => kind === `${bag}01` || kind === `${bag}02`);
  return { thumbprints: [...new Set(certificates)], hasKey };
}

/** Every encrypted part may cost `mostRounds`; ordinary files have two. */
const mostEncrypted = 8;

function safeContents(pfx: Pfx, passphrase: string | undefined) {
  const bags: { kind: string; value: DerValue | undefined }[] = [];
  let encrypted = 0;
  let opened = 0;
  let isUnknown = false;
  const addBags = (contents: Buffer | undefined) => {
    for (const safeBag of derChildren(derValue(contents ?? Buffer.alloc(0)))) {
      const [kind, value] = derChildren(safeBag);
      bags.push({ kind: identifier(kind), value });
    }
  };
  const open = (algorithm: DerValue | undefined, data: DerValue | undefined): Buffer | undefined => {
    encrypted += 1;
    if (passphrase === undefined || encrypted > mostEncrypted) return undefined;
    const plain = decrypted(algorithm, octets(data) ?? Buffer.alloc(0), passphrase);
    if (plain === 'unknown') isUnknown = true;
    if (plain === 'unknown' || plain === undefined || derValue(plain)?.tag !== 0x30) return undefined;
    opened += 1;
    return plain;
  };
  for (const info of derChildren(derValue(pfx.safe))) {
    const [oid, wrapped] = derChildren(info);
    if (identifier(oid) === dataOid) addBags(octets(derChildren(wrapped)[0]));
    if (identifier(oid) !== encryptedDataOid) continue;
    const [, algorithm, data] = derChildren(derChildren(derChildren(wrapped)[0])[1]);
    addBags(open(algorithm, data));
  }
  for (const { value } of bags.filter(({ kind }) => kind === `${bag}02`)) {
    const [algorithm, data] = derChildren(derChildren(value)[0]);
    open(algorithm, data);
  }
  return { bags, encrypted, opened, isUnknown };
}
