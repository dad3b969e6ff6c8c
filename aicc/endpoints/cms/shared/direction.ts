/** Which way calls went. */
export type Direction = 'inbound' | 'outbound';

/**
 * How the interfaces of CC-CMS tell them apart: by a text and no boolean. Source: vendor pages
 * cec_07_0607, `isCallIn`, and cec_07_0642, `isCallin`.
 */
export const IS_CALL_IN: Readonly<Record<Direction, 'true' | 'false'>> = {
	inbound: 'true',
	outbound: 'false',
};
