/** Result codes of CC-iSales that the simulator gives by itself. Source: the error tables of its pages. */
export const CODES = {
	/** "Parameter error", the detail is in the text. */
	parameter: '0200001',
	noCampaign: '0200007',
	/** On the interfaces of the blocklist the same code means this. */
	listedAlready: '0200007',
	wrongState: '0200011',
	repeated: '0200018',
	noMoreNumbers: '0200019',
	full: '0200020',
	tooFast: '0200022',
	blocklisted: '0200024',
	empty: '02000001',
	illegalCharacters: '02000002',
	tooLong: '02000003',
	tooShort: '02000004',
	wrongType: '02000006',
	wrongValue: '02000007',
	conversion: '02000008',
	badCombination: '02000009',
	tooMany: '02000011',
} as const;
