/** Each operation with the inputs of its test: the first request, and what comes out. */
import type { RecordedRequest } from '../../simulator';
import { runnerFor, useSimulator } from './fixtures';
import { cases } from './operationCases';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

/** A request as `GET /path?query`. */
function lineOf({ method, path, query }: RecordedRequest): string {
	const search = new URLSearchParams(query).toString();
	return `${method} ${path}${search === '' ? '' : `?${search}`}`;
}

it.each(cases)('$title sends its request and gives what it says', async ({ parameters, known }) => {
	const { rows, error } = await run(parameters);
	expect(error?.message).toBeUndefined();
	expect(rows[0]).toMatchObject(known.gives);
	// Requests for a token are the credential's.
	const [first] = holder.simulator.requests.filter(({ path }) => !/token/i.test(path));
	if (!first) throw new Error('No request was sent');
	expect(lineOf(first)).toBe(known.sends);
	expect(first.body === '' ? undefined : (JSON.parse(first.body) as unknown)).toEqual(known.body);
});
