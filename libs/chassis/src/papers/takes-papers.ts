import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const TAKES_PAPERS = 'lianxi:takes-papers';

/** The route also accepts multipart/form-data: a part `json` with its body (or plain fields) and up to `most` files. */
export const TakesPapers = (most: number): CustomDecorator => SetMetadata(TAKES_PAPERS, most);
