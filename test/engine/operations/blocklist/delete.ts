import type { OperationCase } from '../../operationCase';

export default {
	parameters: { number: '13900000001' },
	also: [{ number: '139-0000-0002', options: { cleanNumbers: true } }],
	sends: 'POST /rest/isales/v1/openapi/campaigns/40/blocklist/delete',
	body: { blocklistNo: '13900000001' },
	gives: { deleted: true, number: '13900000001' },
} satisfies OperationCase;
