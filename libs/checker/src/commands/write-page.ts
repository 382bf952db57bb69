import { buildPage } from '../page/build-page';

if (require.main === module)
  void buildPage().then(
    (page) => process.stdout.write(page),
    (error: Error) => {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    },
  );
