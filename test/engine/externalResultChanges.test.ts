/** Making, changing and deleting external results. */
import {
	answerWith,
	bodiesOf,
	OPERATIONS,
	requestsOf,
	runnerFor,
	shown,
	useSimulator,
} from './fixtures';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

function resultOf(defId: unknown) {
	return holder.simulator.data.externalResults.find((result) => result.defId === defId);
}

it('creates one, and gives its ID', async () => {
	const { rows } = await run({ ...OPERATIONS.externalResultCreate, resultCode: '007' });
	expect(rows).toEqual([{ success: true, defId: expect.stringMatching(/^\d+$/) }]);
	expect(resultOf(rows[0]?.defId)).toMatchObject({
		displayResult: 'Call me later',
		resultCode: '007',
		failCodes: ['00603', '00605'],
	});
	expect(requestsOf(holder.simulator, 'createObResult')).toMatchObject([
		{ method: 'POST', path: '/rest/isales/v1/openapi/campaigns/40/createObResult' },
	]);
});

it.each([
	['a list', '={{ ["00603", "00605"] }}'],
	['text with commas', '={{ "00603, 00605" }}'],
	['text with the comma of lists in Chinese', '={{ "00603、00605" }}'],
	['text with blanks', '={{ "00603 00605" }}'],
	['JSON text', '={{ JSON.stringify(["00603", "00605"]) }}'],
])('takes the codes from an expression as %s', async (_, obsCodes) => {
	await run({ ...OPERATIONS.externalResultCreate, obsCodes });
	expect(bodiesOf(holder.simulator, 'createObResult')).toEqual([
		{ displayResult: 'Call me later', obsCodes: ['00603', '00605'] },
	]);
});

it('changes one', async () => {
	const { rows } = await run(OPERATIONS.externalResultUpdate);
	expect(rows).toEqual([{ success: true, defId: '1402245659' }]);
	expect(resultOf('1402245659')).toMatchObject({
		displayResult: 'Nobody there',
		failCodes: ['00603'],
	});
	expect(bodiesOf(holder.simulator, 'updateObResult')).toEqual([
		{ defId: '1402245659', displayResult: 'Nobody there', obsCodes: ['00603'] },
	]);
});

it('deletes one', async () => {
	const { rows } = await run(OPERATIONS.externalResultDelete);
	expect(rows).toEqual([{ deleted: true, defId: '1402245659' }]);
	expect(resultOf('1402245659')).toBeUndefined();
	expect(requestsOf(holder.simulator, 'deleteObsResult')).toMatchObject([
		{
			method: 'DELETE',
			path: '/rest/isales/v1/openapi/campaigns/40/1402245659/deleteObsResult',
			body: '',
		},
	]);
});

it.each([
	['no name', { displayResult: '={{ "" }}' }, /^Display Result is empty/],
	['no codes', { obsCodes: '={{ [] }}' }, /^OBS Result Code Names or IDs is empty/],
	[
		'an expression for the code that gives nothing',
		{ resultCode: '={{ $json.code }}' },
		/^Result Code is empty/,
	],
	[
		'a code that is none',
		{ obsCodes: '={{ "00603|00605" }}' },
		/^OBS Result Code Names or IDs has "\|" in it/,
	],
	['a code that is too long', { resultCode: '12345678' }, /^Result Code has 8 characters/],
])('refuses %s before anything is sent', async (_, changes, message) => {
	const { error } = await run({ ...OPERATIONS.externalResultCreate, ...changes });
	expect(error?.message).toMatch(message);
	expect(holder.simulator.requests).toEqual([]);
});

it('says that nobody knows when the connection is cut, and does not create it twice', async () => {
	holder.simulator.faults = [{ kind: 'cut', route: 'createObResult', when: 'after' }];
	const { error } = await run(OPERATIONS.externalResultCreate);
	expect(error?.message).toMatch(
		/^It is not known whether the service did create the external result: /,
	);
	expect(shown(error).description).toMatch(/create it again only if it is not there/);
	expect(requestsOf(holder.simulator, 'createObResult')).toHaveLength(1);
});

it('says that nobody knows when the answer has no ID of what was created', async () => {
	answerWith(holder.simulator, 'createObResult', '{"resultCode":"0200000"}');
	const { error, rows } = await run(OPERATIONS.externalResultCreate);
	expect(error?.message).toMatch(
		/^It is not known whether the service did create the external result: the answer has no ID of the external result/,
	);
	expect(shown(error).description).toMatch(/Look for it among the external results/);
	expect(rows).toEqual([]);
});
