import { describe, expect, test } from 'vitest';
import { findPasswords } from './find-passwords.ts';

describe('findPasswords', () => {
  test('ties value, user and system together', () => {
    const text = 'The password for svc-backup on the VPN is Winter2024!, please keep it to yourself.';
    const [hit] = findPasswords(text);
    expect(hit).toEqual({
      kind: 'password',
      start: text.indexOf('Winter'),
      end: text.indexOf(', please'),
      value: 'Winter2024!',
      account: 'svc-backup',
      host: 'VPN',
      isGeneric: true,
    });
  });

  test('knows words in any case and with accents apart', () => {
    const upper = 'ПАРОЛЬ: Kx7#mQ9w';
    const apart = 'La contraseña es Kx7#mQ9w'.normalize('NFD');
    for (const text of [upper, apart]) expect(findPasswords(text).map(({ value }) => value)).toEqual(['Kx7#mQ9w']);
  });

  test('leaves the examples of an awareness mail alone', () => {
    expect(findPasswords('Bad passwords are easy to guess, for example Summer2024! or Company#1.')).toEqual([]);
  });

  const seeds = [
    'pw ',
    'pw\n',
    'pw: ',
    'password is ',
    'password "',
    'password (',
    'PIN 1234 ',
    'login ',
    'login\na / Ab1!cdef\n',
    'user\tpassword\n',
    'user  password  x\n',
    'User\nPassword\n',
    'code ',
    'sms code is ',
    'recovery codes ab12-cd34 ',
    'as promised:\n',
    'passphrase is one two three ',
    'pwd_',
    'wifi key ',
    '> ',
    'пароль ',
    'mot de passe ',
    'Ab1!x/',
    'a;b=',
    '((((',
    '....',
    '""""',
    '\t',
    'password' + ' '.repeat(300),
    'pwd_' + 'a_'.repeat(80),
    'password ' + 'A1b2/+'.repeat(60),
    'user=' + 'a.'.repeat(100),
    'use Gr4nite#Otter ',
    'was Winter#23 now Winter#24 ',
    'log in with admin / Xy12!ab ',
    'safe 4411 ',
    'wifi: one-two-three ',
    'wifi?\n',
    'unlock_7531.jpg ',
    'ftp://a:bcdef@h ',
    'curl -u a:bcdef ',
    'net use a ',
    'mysql -u a ',
    'code 11 22 33 expires ',
    'a1b2-c3d4, ',
    'passwrod ',
    'A1' + '-b2'.repeat(12) + ' ',
    '3 ',
  ];

  test.each(seeds)('takes %j again and again in time that grows with its length', (seed) => {
    const time = (characters: number): number => {
      const text = seed.repeat(Math.ceil(characters / seed.length)).slice(0, characters);
      const before = process.cpuUsage();
      findPasswords(text);
      return process.cpuUsage(before).user / 1000;
    };
    time(5000);
    const short = time(20_000);
    // Quadratic time would be sixteen times as long; what takes a few milliseconds is noise.
    expect(time(80_000)).toBeLessThan(Math.max(500, short * 12));
  });
});
