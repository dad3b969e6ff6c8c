import { CCFS, ccfs, NOT_THERE } from './product';

/** Source: vendor page cec_07_0815. */
export const downloadBillFile = ccfs.endpoint({
	title: 'download the call bill file',
	path: `${CCFS}/downloadBillFile`,
	file: true,
	answerCodes: [NOT_THERE],
	limits: { billFileName: { minLength: 1, maxLength: 49 } },
});
