import bidiFactory, { type Bidi } from 'bidi-js';

/**
 * The Unicode Bidirectional Algorithm. bidi-js is CommonJS whose whole export is the factory, while its types name it
 * `default`: under nodenext the two do not meet, hence the cast.
 */
export const bidi: Bidi = (bidiFactory as unknown as () => Bidi)();
