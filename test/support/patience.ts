// Tests here wait for facts on real servers; a slow machine may take its time before one is called untrue.
jest.setTimeout(90_000);
