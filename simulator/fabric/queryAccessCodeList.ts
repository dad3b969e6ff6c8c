/** Source: vendor page cec_07_0039. */
import { behaviour, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';

/** A row of the list, as page 0039 has it. */
export interface AccessCode {
	id: string;
	accessCode: string;
	mediatypeId: number;
	n400Number: string | null;
	description: string | null;
	numCallAttr: number;
}

declare module '../core/data' {
	interface SimulatorData {
		accessCodes: AccessCode[];
	}
}

/** Shares of the media types among the access codes: two of them exceed what one query reaches. */
const MEDIA_TYPE_SHARES: Array<[mediaType: number, share: number]> = [
	[5, 0.5],
	[53, 0.3],
	[2, 0.1],
	[18, 0.05],
	[19, 0.05],
];

const DESCRIPTIONS = ['售后服务热线', '客户投诉专线', '海外业务咨询', 'Sales hotline', null];

function mediaTypeAt(share: number): number {
	let sum = 0;
	for (const [mediaType, part] of MEDIA_TYPE_SHARES) {
		sum += part;
		if (share < sum) return mediaType;
	}
	return 5;
}

/** Numbers in a fixed order that looks like chance. */
function scramble(index: number): number {
	return (index * 7_919 + 104_729) % 1_000_003;
}

/** Access codes that are the same at each start; the first ones are the same at any size. */
export function makeAccessCodes(count: number): AccessCode[] {
	return Array.from({ length: count }, (_, index) => {
		const digits = String(scramble(index)).padStart(7, '0');
		const description = DESCRIPTIONS[index % DESCRIPTIONS.length] ?? null;
		return {
			id: String(1_124_167_935_465_000_000n + BigInt(index) * 633_793n),
			accessCode: index % 4 === 0 ? `0${digits}` : `99${digits}`,
			mediatypeId: mediaTypeAt(((index * 37) % 100) / 100),
			n400Number: index % 3 === 0 ? `400${digits}` : null,
			description: description && `${description} ${index + 1}`,
			numCallAttr: (index % 3) + 1,
		};
	});
}

export const data: DataMakers = {
	accessCodes: ({ accessCodes }) => makeAccessCodes(accessCodes),
};

export const tryThese: TryThis[] = [
	{ ask: {}, gives: 'the access codes, 437 unless told' },
	{ ask: { mediatypeId: 5 }, gives: 'half of them, more than one query reaches' },
	{ ask: { mediatypeId: 18 }, code: '1', gives: 'this media type cannot be asked for' },
];

interface Asked {
	accessCode?: string;
	description?: string;
	mediatypeId?: number;
	limit: number;
	offset: number;
}

const PAGE = 100;
const MAX_OFFSET = 100;

function matches(code: AccessCode, { accessCode, description, mediatypeId }: Asked): boolean {
	return (
		(accessCode === undefined || code.accessCode.includes(accessCode)) &&
		(description === undefined || (code.description ?? '').includes(description)) &&
		(mediatypeId === undefined || code.mediatypeId === mediatypeId)
	);
}

export default behaviour<Asked>('queryAccessCodeList', (asked, { behaviour: conduct, data }) => {
	const { limit, offset } = asked;
	const start = conduct.beyondOffset === 'repeat' ? Math.min(offset, MAX_OFFSET) : offset;
	const found = data.accessCodes.filter((code) => matches(code, asked));
	const rows = found.slice(start, start + Math.min(limit, PAGE));
	const page = { total: found.length, calledRouteList: rows };
	return { data: conduct.accessCodesBareArray ? rows : page };
});
