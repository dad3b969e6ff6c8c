/** Source: vendor page 0799. */
import { behaviour, type TryThis } from '../core/behaviour';
import { externalResultOf, KNOWN_RESULT, knownObsCodes } from './shared/externalResults';

export const tryThese: TryThis[] = [
	{
		ask: { defId: KNOWN_RESULT, displayResult: 'Nobody there', obsCodes: ['00603'] },
		gives: 'it is changed',
	},
];

interface Asked {
	defId: string;
	displayResult: string;
	obsCodes: string[];
}

export default behaviour<Asked>('updateObResult', ({ defId, ...asked }, platform) => {
	const result = externalResultOf(platform, defId);
	const failCodes = knownObsCodes(platform, asked.obsCodes);
	Object.assign(result, { displayResult: asked.displayResult, failCodes });
	return {};
});
