import { areas } from '#catalogue/recommendations';
import type { Messages } from '#i18n/messages';
import { Button } from '#ui/Button';
import { Select } from '#ui/Select';
import { TextInput } from '#ui/TextInput';

/** What of the catalogue is shown: a plain form, so that the choice stands in the address and can be sent on. */
export function ChooseFilter({
  asked,
  messages,
}: {
  asked: { q: string; area: string; decision: string };
  messages: Messages;
}) {
  const { choose } = messages.editor;
  const every = { value: '', label: messages.common.words.all };
  const decisions = Object.entries(messages.plan.options.decision).map(([value, label]) => ({ value, label }));
  return (
    <search>
      <form className="grid items-end gap-4 border-y border-line py-4 sm:grid-cols-[2fr_2fr_1fr_auto]">
        <TextInput id="q" name="q" type="search" label={choose.search} defaultValue={asked.q} />
        <Select
          id="area"
          name="area"
          label={choose.area}
          defaultValue={asked.area}
          options={[every, ...areas.map((value) => ({ value, label: messages.catalogue.areas[value] }))]}
        />
        <Select
          id="decision"
          name="decision"
          label={choose.decision}
          defaultValue={asked.decision}
          options={[every, ...decisions]}
        />
        <Button type="submit" look="quiet">
          {choose.show}
        </Button>
      </form>
    </search>
  );
}
