/**
 * Loaded into n8n before n8n itself: ends it when the command that started it is gone, even when
 * that was killed and could tell nobody. Its standard input is a pipe from there.
 */

const { isMainThread } = require('node:worker_threads');

// n8n's worker threads load this too, and their standard input ends at once.
if (isMainThread) {
	process.stdin.resume();
	process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
}
