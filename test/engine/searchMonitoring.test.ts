/** The drop-downs that are filled from lists of CC-CMS. */
import type { INodePropertyOptions } from 'n8n-workflow';

import { inEditor, searchIn } from './editor';
import { bodiesOf, shown, useSimulator } from './fixtures';

const holder = useSimulator({ https: false });

/** What there is to choose from. @param parameters that are in the node */
async function choices(method: string, parameters: Record<string, unknown> = {}) {
	return await inEditor<INodePropertyOptions[]>(
		holder.simulator,
		parameters,
		(editor, { methods }) => methods?.loadOptions?.[method]?.call(editor),
	);
}

const skillsAsked = () => bodiesOf(holder.simulator, 'configuresSkills');

it('skills of the VDN are all there, in the order of their names', async () => {
	const { found } = await choices('getVdnSkills');
	expect(found).toHaveLength(130);
	expect(found?.[0]).toEqual({ name: expect.stringMatching(/^\D+\d+ \(\d+\)$/), value: '12' });
	expect(skillsAsked()).toEqual([{ ccId: 1, vdn: 40 }]);
});

it('agents are those of the skills, each once', async () => {
	const { found } = await choices('getVdnAgents');
	expect(found).toHaveLength(230);
	expect(found).toContainEqual({ name: 'Agent 001 (101)', value: '101' });
	expect(new Set(found?.map(({ value }) => value)).size).toBe(230);
});

it.each([
	['sales 1 (', ['Sales 1 (10)']],
	['nothing like it', []],
])('skills are found by "%s"', async (filter, names) => {
	const { found } = await searchIn(holder.simulator, 'searchVdnSkills', { filter });
	expect(found?.results.map(({ name }) => name)).toEqual(names);
});

it.each([
	[
		{ 'options.vdnId': 7, 'options.ccId': '3' },
		{ ccId: 3, vdn: 7 },
	],
	[
		{ 'options.vdnId': 6000, 'options.ccId': '={{ 1 }}' },
		{ ccId: 1, vdn: 40 },
	],
])('call centre and VDN are those of the node if they can be: %j', async (parameters, asked) => {
	await choices('getVdnSkills', parameters);
	expect(skillsAsked()).toEqual([asked]);
});

it('says in words why it cannot be shown', async () => {
	holder.simulator.faults = [
		{ kind: 'json', body: { resultCode: '0101003', resultDesc: 'no right' } },
	];
	const { error } = await choices('getVdnSkills');
	expect(error?.message).toContain('Could not get the skills of the VDN: no right');
	expect(shown(error).description).toContain('let your keys use this interface');
});
