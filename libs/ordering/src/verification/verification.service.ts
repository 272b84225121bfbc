import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, Database } from '#platform';
import type { DocumentKind } from '../purchase-order/purchase-order.dto.js';
import { standingOf } from '../purchase-order/purchase-order.rules.js';
import type { Verification } from './verification.dto.js';

interface KnownPaper {
  reference: string;
  revision: number;
  state: string;
  buyer: string;
  cooperative: string;
  issuedOn: string;
  /** Of the paper that was shown. */
  paperRevision: number;
  document: DocumentKind | null;
}

const unknown: Verification = {
  verdict: 'unknown',
  current: false,
  status: 'unknown',
  reference: null,
  revision: null,
  document: null,
  issuedOn: null,
  buyer: null,
  cooperative: null,
};

const knownColumns = `reference, revision, state, buyer_name as buyer, cooperative_name as cooperative, issued_on as "issuedOn"`;

/** Says of a paper whether it is genuine and current, to whoever holds it. */
@Injectable()
export class VerificationService {
  constructor(private readonly database: Database) {}

  /** By the code that is printed on it. */
  async byToken(actor: Actor, token: string): Promise<Verification> {
    if (!/^[A-Za-z0-9_-]{22,64}$/.test(token)) {
      return unknown;
    }
    return this.find(
      actor,
      `select ${knownColumns}, revision as "paperRevision", null as document from verify_order($1)`,
      token,
    );
  }

  /** By the SHA-256 of its file in hex. */
  async byHash(actor: Actor, hash: string): Promise<Verification> {
    if (!/^[0-9a-f]{64}$/i.test(hash)) {
      return unknown;
    }
    return this.find(
      actor,
      `select ${knownColumns}, document_revision as "paperRevision", kind as document from verify_document($1)`,
      hash.toLowerCase(),
    );
  }

  /** By the file itself, which is not kept. */
  async byContent(actor: Actor, content: Buffer): Promise<Verification> {
    return this.byHash(actor, createHash('sha256').update(content).digest('hex'));
  }

  private async find(actor: Actor, sql: string, secret: string): Promise<Verification> {
    const paper = await this.database.read(actor, (tx) => tx.maybeOne<KnownPaper>(sql, [secret]));
    if (!paper) {
      return unknown;
    }
    const status = standingOf(paper, paper.paperRevision);
    return {
      verdict: 'genuine',
      current: status === 'current',
      status,
      reference: paper.reference,
      revision: paper.paperRevision,
      document: paper.document,
      issuedOn: paper.issuedOn,
      buyer: paper.buyer,
      cooperative: paper.cooperative,
    };
  }
}
