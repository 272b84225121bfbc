const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** So many of each kind are remembered, the newest in place of the oldest. */
const most = 60;

/**
 * What the api's own answers taught: ids by where they were listed and by what they are called, versions of records, codes. What is
 * sent from these reaches states that made-up values never would.
 */
export class Knowledge {
  private readonly values = new Map<string, unknown[]>();
  private readonly versions = new Map<string, number>();

  /** Learns from an answer of a path; `pattern` says where its ids are listed. */
  learn(pattern: string, body: unknown): void {
    // `/v1/buyer/requests/{id}/lines` lists lines; `/v1/buyer/requests/{id}` tells of one of the requests.
    const shelf = pattern.replace(/\/\{\w+\}$/, '');
    const walk = (value: unknown, name: string, depth: number): void => {
      if (Array.isArray(value)) {
        value.slice(0, 30).forEach((item) => walk(item, name, depth));
      } else if (typeof value === 'object' && value !== null) {
        const record = value as Record<string, unknown>;
        if (typeof record.id === 'string' && uuid.test(record.id)) {
          this.keep(depth <= 1 ? shelf : name, record.id);
          if (typeof record.version === 'number') {
            this.versions.set(record.id, record.version);
          }
        }
        for (const [key, inner] of Object.entries(record)) {
          walk(inner, key, depth + 1);
        }
      } else if (typeof value === 'string' && value.length > 0 && value.length < 200) {
        this.keep(name, value);
      }
    };
    walk(body, '', 0);
  }

  /** Values for a place of a path: those that its shelf lists, or those that are called so. */
  forPlace(pattern: string, name: string): readonly unknown[] {
    const shelf = pattern.slice(0, pattern.indexOf(`/{${name}}`));
    return this.values.get(shelf) ?? this.forName(name);
  }

  /** Values of a field of this name; `requestId` is also the id of what `requests` lists. */
  forName(name: string): readonly unknown[] {
    const own = this.values.get(name);
    if (own) {
      return own;
    }
    const thing = name.replace(/Ids?$/, '').toLowerCase();
    const shelves = [...this.values.keys()].filter(
      (one) => one.startsWith('/') && one.endsWith(`/${thing}s`),
    );
    return shelves.flatMap((shelf) => this.values.get(shelf) ?? []);
  }

  versionOf(id: unknown): number | null {
    return typeof id === 'string' ? (this.versions.get(id) ?? null) : null;
  }

  private keep(name: string, value: unknown): void {
    const kept = this.values.get(name) ?? [];
    if (!kept.includes(value)) {
      kept.push(value);
      if (kept.length > most) {
        kept.shift();
      }
      this.values.set(name, kept);
    }
  }
}
