/**
 * Keeps what n8n writes into its log. A test file imports this before all others: n8n takes the
 * console as it is when it is loaded.
 */
const lines: string[] = [];

const keep = (...parts: unknown[]) => void lines.push(parts.map(String).join(' '));
const stream = { write: keep };
Object.assign(console, { log: keep, info: keep, warn: keep, error: keep, debug: keep });
// Where n8n's logger writes, when there is such a thing.
Object.assign(console, { _stdout: stream, _stderr: stream });

/** All lines since the last call. */
export function takeLogs(): string {
	return lines.splice(0).join('\n');
}
