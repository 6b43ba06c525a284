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

/** `Ada Abel 2` as `ada.abel2`. */
export function signInNameOf(displayName: string): string {
  return displayName
    .toLowerCase()
    .replace(/ (\d+)$/, '$1')
    .replaceAll(' ', '.');
}

const duties = ['Backup', 'Scanner', 'Print', 'Payroll', 'Monitoring', 'Intranet', 'Ticketing', 'Telephony'] as const;
const trials = ['QA', 'Demo', 'Migration Test', 'Training', 'Pilot', 'Legacy App Test'] as const;

export function serviceNameOf(number: number): string {
  return `Service ${duties[number % duties.length] ?? ''} ${Math.floor(number / duties.length) + 1}`;
}

export function testNameOf(number: number): string {
  return `${trials[number % trials.length] ?? ''} ${Math.floor(number / trials.length) + 1}`;
}
