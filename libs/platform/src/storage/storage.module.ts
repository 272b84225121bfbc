import { Global, Module } from '@nestjs/common';
import { FileStorage } from './file-storage.js';
import { StoredFiles } from './stored-files.js';

@Global()
@Module({ providers: [FileStorage, StoredFiles], exports: [FileStorage, StoredFiles] })
export class StorageModule {}
