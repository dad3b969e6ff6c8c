/** External results: how outcomes of outbound calls are shown. */
import { refuse } from '../../core/behaviour';
import type { Platform } from '../../core/platform';
import { CODES } from './codes';

/** An external result with the OBS result codes that belong to it. */
export interface ExternalResult {
	defId: string;
	displayResult: string;
	resultCode: string;
	failCodes: string[];
}

declare module '../../core/data' {
	interface SimulatorData {
		externalResults: ExternalResult[];
	}
}

/** The one that there is at any size. */
export const KNOWN_RESULT = '1402245659';

/** External results, `KNOWN_RESULT` first. */
export function makeExternalResults(count: number): ExternalResult[] {
	return Array.from({ length: count }, (_, index) =>
		index === 0
			? {
					defId: KNOWN_RESULT,
					displayResult: '6: The call is not answered.',
					resultCode: '002',
					failCodes: ['34609', '00008'],
				}
			: {
					defId: String(Number(KNOWN_RESULT) + index * 17),
					displayResult: `${index + 6}: Result ${index}`,
					resultCode: String(index + 2).padStart(3, '0'),
					failCodes: [String(600 + (index % 7)).padStart(5, '0')],
				},
	);
}

/** @throws Refused when there is no such external result */
export function externalResultOf({ data }: Platform, defId: string): ExternalResult {
	const found = data.externalResults.find((result) => result.defId === defId);
	return found ?? refuse(CODES.parameter, `The external result ${defId} does not exist`);
}

/** OBS codes as some of those that queryOBSResultCode lists. Source: vendor page 0799. */
export function knownObsCodes({ data }: Platform, codes: string[]): string[] {
	const isKnown = (code: string) => data.obsResultCodes.some(({ obsCode }) => obsCode === code);
	const stranger = codes.find((code) => !isKnown(code));
	if (stranger === undefined) return codes;
	return refuse(CODES.wrongValue, `The OBS code ${stranger} does not exist`);
}
