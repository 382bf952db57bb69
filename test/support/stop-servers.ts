/** Ends what `start-servers` began. */
export default async function stopServers(): Promise<void> {
  await (globalThis as { lianxiPostgres?: { stop(): Promise<void> } }).lianxiPostgres?.stop();
}
