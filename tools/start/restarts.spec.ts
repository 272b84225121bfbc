import { describe, expect, it } from '@jest/globals';
import { mostInARow, ranWellAfterMs, Restarts } from './restarts.js';

describe('restarts of api and worker', () => {
  it('wait longer each time and end after five in a row', () => {
    const restarts = new Restarts();
    const waits = Array.from({ length: mostInARow + 1 }, () => restarts.after(100));
    expect(waits).toEqual([400, 800, 1_600, 3_200, 5_000, null]);
  });

  it('are counted anew once it has run well for a minute', () => {
    const restarts = new Restarts();
    for (let times = 0; times < mostInARow; times += 1) {
      restarts.after(ranWellAfterMs - 1);
    }
    expect(restarts.after(ranWellAfterMs)).toBe(400);
    expect(restarts.after(100)).toBe(800);
  });

  it('go on for ever where each run was long', () => {
    const restarts = new Restarts();
    const waits = Array.from({ length: 100 }, () => restarts.after(ranWellAfterMs));
    expect(new Set(waits)).toEqual(new Set([400]));
  });
});
