import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { buildPage } from '@lianxi/checker';
import { Policy } from '@lianxi/chassis';

/** The checker as one file, to be kept on a disk and given along with a package: made once, since it is the same for everybody. */
@ApiTags('exports')
@ApiBearerAuth()
@Controller('v1/check-page')
@Policy('any-post')
export class CheckPageController {
  private page: Promise<string> | undefined;

  @Get()
  @Header('content-disposition', 'attachment; filename="check.html"')
  @Header('cache-control', 'private, max-age=3600')
  @ApiOperation({ summary: '核对页面 The page that checks a package in a browser, without a network' })
  async read(): Promise<StreamableFile> {
    this.page ??= buildPage();
    return new StreamableFile(Buffer.from(await this.page), { type: 'text/html; charset=utf-8' });
  }
}
