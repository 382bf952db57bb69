import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const TAKES_PAPERS = 'lianxi:takes-papers';

/** The route also accepts multipart/form-data: a part `json` with its body (or plain fields) and up to `most` files. */
export const TakesPapers = (most: number): CustomDecorator => SetMetadata(TAKES_PAPERS, most);

export const PASSED_ON = 'passed-on';

/** The route reads no form with files: it passes the bytes on as they come. */
export const PassesPapersOn = (): CustomDecorator => SetMetadata(TAKES_PAPERS, PASSED_ON);
