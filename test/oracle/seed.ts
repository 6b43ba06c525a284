const wanted = process.env['SNOWFENCE_SEED'];

/** A failure prints its seed; SNOWFENCE_SEED runs it again. Without it every run is another one. */
export const seed = wanted === undefined ? {} : { seed: Number(wanted) };
