/** Values that a field must refuse before anything is sent, in both error modes. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Simulator } from '../../simulator';
import { runnerFor, shown } from './fixtures';

/** The value under test comes out of the input item, as it does in most workflows. */
export const VALUE = '={{ $json.value }}';

export const EMPTY = [undefined, null, '', '  '];
export const NO_TEXT = [{ a: 1 }, [], ['1'], true, 1.5, -1, 2 ** 53, NaN];
export const NO_LINE = ['1\n2', '1\r\n2', '1\t2', '1\u0000'];
export const NO_WHOLE_NUMBER = ['x', 1.5, '1.5', true, {}, [60], NaN, 2 ** 53];

export interface Field {
	label: string;
	parameters: INodeParameters;
	bad: unknown[];
}

function inWords(value: unknown): string {
	const isPlain = typeof value === 'number' || value === undefined || value instanceof Date;
	return isPlain ? String(value) : JSON.stringify(value);
}

/** Shows that each field refuses its bad values, in words that name it. */
export function itRefuses(holder: { simulator: Simulator }, fields: Field[]): void {
	const run = runnerFor(holder);

	describe.each(fields)('$label of $parameters.resource $parameters.operation', (field) => {
		const message = (item: number | string) => new RegExp(`^${field.label} .+ \\[item ${item}\\]$`);

		it.each(field.bad.map((value) => [inWords(value), value]))(
			'refuses %s and sends nothing',
			async (_, value) => {
				const items = [{ value }, { value }] as IDataObject[];
				const result = await run(field.parameters, { items, onError: 'continueRegularOutput' });
				expect(result.items).toEqual(
					[0, 1].map((item) => ({
						json: {
							error: {
								message: expect.stringMatching(message(item)),
								description: expect.stringMatching(/^[A-Z].{8,}\.$/),
								outcome: 'refused',
							},
						},
						pairedItem: { item },
					})),
				);
				expect(holder.simulator.requests).toEqual([]);
			},
		);

		it('stops the workflow with the same words and sends nothing', async () => {
			const items = [{ value: field.bad[0] }, { value: field.bad[0] }] as IDataObject[];
			const { error, outputs } = await run(field.parameters, { items });
			expect(shown(error)).toMatchObject({
				message: expect.stringMatching(message('[01]')),
				description: expect.stringMatching(/^[A-Z].{8,}\.$/),
			});
			expect(outputs.flat()).toEqual([]);
			expect(holder.simulator.requests).toEqual([]);
		});
	});
}
