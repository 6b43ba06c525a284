import type { IngestProgress } from '../ingest/ingest.ts';
import type { FaultPlace } from '../shape/fault.ts';
import { harmless } from './terminal.ts';

const units = ['B', 'kB', 'MB', 'GB', 'TB'];

/** `1.5 GB`. */
function sizeText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

/** `12,345`. */
export function countText(count: number): string {
  return count.toLocaleString('en-US');
}

/** `1 file`, `2 files`. */
export function amountText(count: number, one: string, many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`;
}

/** What a summary adds if values of records could not be read. */
export function unreadText(values: number): string {
  return values === 0
    ? ''
    : `; ${amountText(values, 'value')} could not be read and ${values === 1 ? 'counts' : 'count'} as not exported`;
}

/** `rule.yml:3:5`, as far as it is known. */
export function placeText({ file, line, column }: FaultPlace): string {
  return harmless([file, line, column].filter((part) => part !== undefined).join(':'));
}

/** File, bytes, records a second and time left of a reading that began at `startedAt` (ms of `performance.now`). */
export function progressText(progress: IngestProgress, startedAt: number): string {
  const seconds = Math.max((performance.now() - startedAt) / 1000, 0.001);
  const share = progress.bytesTotal === 0 ? 1 : progress.bytesDone / progress.bytesTotal;
  const left = share > 0.01 ? `, ${durationText((seconds / share) * (1 - share))} left` : '';
  const speed = countText(Math.round(progress.records / seconds));
  return `${Math.floor(share * 100)} %  ${sizeText(progress.bytesDone)} of ${sizeText(progress.bytesTotal)}, ${speed} records/s${left}  ${harmless(progress.file)}`;
}

function durationText(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
