const given = (
  'Ada Adil Aino Alba Alma Amir Anil Anke Arun Asta Bela Bruno Cara Chen Cleo Dario Dilan Edda Elif ' +
  'Elio Emre Enno Esra Ewa Farah Femi Finn Gita Gwen Hana Hugo Ida Ilya Imke Ines Ivo Jana Joao Juna ' +
  'Kaja Kemal Kira Lars Lea Lior Luca Mai Marek Mila Nadia Nils Noor Olga Omar Petra Rafi Rosa Sami ' +
  'Sena Tariq Tove Uma Vera Yuki'
).split(' ');

const family = (
  'Abel Acker Adler Alder Amsel Ashby Bach Barlow Becker Birch Bloom Borg Brandt Brook Calder Castell ' +
  'Clay Cole Crane Dale Dorn Drake Eklund Elm Falk Ferro Field Finch Fleet Forst Fuchs Garland Glass ' +
  'Graf Grove Hale Halm Hart Hazel Heath Holm Hook Iversen Jansen Kane Keller Kern Kling Koch Lake Lark ' +
  'Lind Lund Marsh Mercer Moor Nash Nord Oak Olsen Otter Pace Palm Park Pike Quist Ravn Reed Ridge ' +
  'Rowan Sable Sand Shaw Sorel Stark Stone Storm Strand Swift Thorn Tower Vale Vogel Wade Ward Weld ' +
  'West Wild Wolf Wren Yates York Zander Zeller Ziegler Zorn'
).split(' ');

const combinations = given.length * family.length;
/** Coprime to the number of combinations, so that each comes once before any comes again. */
const stride = 2_741;

/**
 * A name of plain letters that nobody else of the tenant has; whom everybody is called after is left to chance, so any likeness is
 * too.
 */
export function nameOf(index: number): string {
  const position = (index * stride) % combinations;
  const again = Math.floor(index / combinations);
  const [first = '', last = ''] = [given[position % given.length], family[Math.floor(position / given.length)]];
  return `${first} ${last}${again === 0 ? '' : ` ${again + 1}`}`;
}

export const nameLengthAtMost = 40;
const [blank, dot, caseBit] = [0x20, 0x2e, 0x20];

/** Writes `Ada Abel 2` as `ada.abel2`, and gives the place behind it. */
export function writeSignInName(out: Uint8Array, start: number, displayName: string): number {
  let at = start;
  for (let index = 0; index < displayName.length; index += 1) {
    const letter = displayName.charCodeAt(index);
    if (letter === blank && isDigit(displayName.charCodeAt(index + 1))) continue;
    out[at] = letter === blank ? dot : isCapital(letter) ? letter | caseBit : letter;
    at += 1;
  }
  return at;
}

const isDigit = (letter: number): boolean => letter >= 0x30 && letter <= 0x39;
const isCapital = (letter: number): boolean => letter >= 0x41 && letter <= 0x5a;

const scratch = Buffer.alloc(nameLengthAtMost);

export function signInNameOf(displayName: string): string {
  return scratch.toString('latin1', 0, writeSignInName(scratch, 0, displayName));
}

const duties = ['Backup', 'Scanner', 'Print', 'Payroll', 'Monitoring', 'Intranet', 'Ticketing', 'Telephony'] as const;
const trials = ['QA', 'Demo', 'Migration Test', 'Training', 'Pilot', 'Legacy App Test'] as const;

export function serviceNameOf(number: number): string {
  return `Service ${duties[number % duties.length] ?? ''} ${Math.floor(number / duties.length) + 1}`;
}

export function testNameOf(number: number): string {
  return `${trials[number % trials.length] ?? ''} ${Math.floor(number / trials.length) + 1}`;
}
