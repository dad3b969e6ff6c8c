/** Source: vendor page 0798. */
import { behaviour, type TryThis } from '../core/behaviour';
import type { Platform } from '../core/platform';
import { knownObsCodes } from './shared/externalResults';
import { needed } from './shared/fields';

export const tryThese: TryThis[] = [
	{
		ask: { displayResult: 'Call me later', obsCodes: ['00603', '00605'] },
		gives: 'the defId of a new external result; its code is the next number',
	},
];

interface Asked {
	resultCode?: string;
	displayResult?: string;
	obsCodes?: string[];
}

const FIRST_NEW_ID = 1_502_245_659;

/** A result code for whoever gives none: the next number. */
function nextResultCode({ data }: Platform): string {
	const numbers = data.externalResults.map(({ resultCode }) => Number(resultCode) || 0);
	return String(Math.max(0, ...numbers) + 1).padStart(3, '0');
}

export default behaviour<Asked>('createObResult', ({ resultCode, ...asked }, platform) => {
	const result = {
		// Whether these are mandatory is not known; updateObResult wants both.
		displayResult: needed('displayResult', asked.displayResult),
		failCodes: knownObsCodes(platform, needed('obsCodes', asked.obsCodes)),
		resultCode: resultCode || nextResultCode(platform),
	};
	const defId = String(FIRST_NEW_ID + platform.nextSerial());
	platform.data.externalResults.push({ defId, ...result });
	return { defId };
});
