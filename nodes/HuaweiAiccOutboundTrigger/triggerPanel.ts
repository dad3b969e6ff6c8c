import type { TriggerPanelDefinition } from 'n8n-workflow';

/** What the editor says beside the trigger's form, in place of n8n's words for any webhook. */
export const outboundTriggerPanel: TriggerPanelDefinition = {
	header: 'Take results that AICC pushes',
	executionsHelp: {
		inactive:
			'<b>To try it</b>, click the button and have the platform (or the simulator) push results to the Test URL. You see here what came.<br /><br /><b>For real calls</b>, publish the workflow and enter the Production URL in the campaign. Each push is then an execution, listed under Executions, not here.',
		active:
			'<b>To try it</b>, click the button and have the platform (or the simulator) push results to the Test URL. You see here what came.<br /><br /><b>Results of real calls</b> come in at the Production URL while the workflow is published. Each push is an execution, listed under <a data-key="executions">Executions</a>, not here.',
	},
	activationHint: {
		inactive: 'Publish the workflow to take results at the Production URL.',
		active: 'The workflow takes results at the Production URL.',
	},
};
