const turns = new Map<string, Promise<unknown>>();

/** Changes of one request run one after the other: each needs the version that the one before it made. */
export function inTurn<Result>(requestId: string, change: () => Promise<Result>): Promise<Result> {
  const turn = (turns.get(requestId) ?? Promise.resolve()).then(change);
  turns.set(
    requestId,
    turn.catch(() => undefined),
  );
  return turn;
}
