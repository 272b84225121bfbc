import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('stored_file')
export class StoredFileRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  organisationId!: string;

  @Column('text')
  purpose!: 'evidence' | 'photo' | 'attachment';

  @Column('text')
  storageKey!: string;

  @Column('text')
  name!: string;

  @Column('text')
  mediaType!: string;

  @Column('bigint')
  size!: string;

  @Column('char', { length: 64 })
  sha256!: string;

  @Column('uuid', { nullable: true })
  uploadedBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}
