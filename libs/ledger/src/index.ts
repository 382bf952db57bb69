/**
 * The log of the record as outsiders know it: RFC 8785 entries, RFC 6962 hashing, C2SP tlog-tiles, tlog-checkpoint, signed-note,
 * tlog-cosignature and tlog-witness. Pure: knows no framework, no database and no clock; only {@link DirectoryTileStore} touches a disk.
 *
 * - entries: {@link recordLeaf} (a row's bytes), {@link leafHash}, {@link entryBundle} / {@link readEntryBundle}
 * - growing a log: {@link GrowingTree} gives full and partial tiles and the root; {@link TileStore} keeps them under {@link tilePath}
 * - proofs: {@link TileHashes} reads tiles, {@link inclusionProof} / {@link consistencyProof} / {@link rootAt} make, {@link isIncluded} / {@link isConsistent} check
 * - checkpoints: {@link signCheckpoint} / {@link openCheckpoint}; keys are texts in the form of Go's `note` package ({@link makeNoteKeys}, {@link openSigner}, {@link openVerifier}); SM2 by {@link sm2Signer}
 * - witnesses: {@link openCosigner}, {@link requireWitnesses}, {@link witnessRequest} / {@link readWitnessRequest}
 * - the whole of it: {@link checkLog} throws {@link LedgerLie} at the first lie
 *
 * Hashes are 32-byte Buffers, sizes and indices safe integers.
 */
export * from './check-log';
export * from './checkpoint';
export * from './cosignature';
export * from './directory-tile-store';
export * from './entry-bundle';
export * from './growing-tree';
export * from './hashing';
export * from './ledger-lie';
export * from './memory-log';
export * from './note-keys';
export * from './proofs';
export * from './record-leaf';
export * from './signed-note';
export * from './tile';
export * from './tile-hashes';
export * from './tile-store';
export * from './witness-request';
