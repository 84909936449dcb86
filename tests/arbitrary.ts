import fc from 'fast-check';

// The same cases in every run, so that a change fails by what it changed. FAST_CHECK_SEED=random looks for new ones.
const seed = process.env['FAST_CHECK_SEED'];
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed ?? 20_261_122) });

export default fc;
