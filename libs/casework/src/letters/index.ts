export * from './document-acts';
export * from './document-kinds';
export * from './printable-text';
export { isToAccused, unclearedEnclosures } from './enclosures';
