// A slow or busy machine may take its time, with real servers or with many examples, before anything is called untrue.
jest.setTimeout(300_000);
