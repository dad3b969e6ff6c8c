/** Keeps what is written into n8n's log, which is silent in all other tests, and onto the console. */
import { sink } from '../../harness/sink';
import { loadPackage } from '../engine';

const lines: string[] = [];

const keep = (...parts: unknown[]) => void lines.push(parts.map(String).join(' '));
const stream = sink(keep);

async function internalLogger() {
	return (await loadPackage())['logger'].getInternalLogger();
}

beforeAll(async () => {
	Object.assign(console, { log: keep, info: keep, warn: keep, error: keep, debug: keep });
	const logger = await internalLogger();
	Object.assign(logger, { silent: false, level: 'info' });
	logger.pipe(stream);
});

afterAll(async () => {
	const logger = await internalLogger();
	logger.unpipe(stream);
	logger.silent = true;
});

/** All lines since the last call. */
export function takeLogs(): string {
	return lines.splice(0).join('\n');
}
