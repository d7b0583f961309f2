import type { ReactNode } from 'react';
import type { Messages } from '#i18n/messages';
import { type BarPart, Bars } from '#ui/Bars';
import { Breadcrumb } from '#ui/Breadcrumb';
import { Button, LinkButton, TextLink } from '#ui/Button';
import { Choices, Tick } from '#ui/Choices';
import { ErrorSummary } from '#ui/ErrorSummary';
import { Field } from '#ui/Field';
import { FileInput } from '#ui/FileInput';
import { Notice } from '#ui/Notice';
import { PageHeading } from '#ui/PageHeading';
import { Pair, Passage } from '#ui/Pair';
import { Progress } from '#ui/Progress';
import { Select } from '#ui/Select';
import { Table } from '#ui/Table';
import { Tag } from '#ui/Tag';
import { Area } from '#ui/TextArea';
import { TextInput } from '#ui/TextInput';
import { Written } from '#ui/Written';

/** Every element of `components/ui` with its examples: for who builds the interface. axe walks this page. */
export function Components({ words }: { words: Messages['examples'] }) {
  const { field, button, tag, notice, kinds } = words;
  const options = (['national', 'subnational', 'local'] as const).map((value) => ({
    value,
    label: words.options[value],
    hint: value === 'local' ? words.options.hint : undefined,
  }));
  const texts = { label: field.label, hint: field.hint };
  const bar = (strong: number, soft: number, bare: number): BarPart[] => [
    { name: tag.good, value: strong, tone: 'strong' },
    { name: tag.blue, value: soft, tone: 'soft' },
    { name: tag.plain, value: bare, tone: 'bare' },
  ];
  return (
    <>
      <PageHeading intro={words.intro}>{words.title}</PageHeading>
      <Kind id="text" title={kinds.text}>
        <Breadcrumb
          label={words.trail.label}
          trail={[{ href: '#text', text: words.trail.first }, { text: words.trail.second }]}
        />
        <p className="text-2xl font-medium">{notice.title}</p>
        <p className="max-w-prose">{notice.text}</p>
        <p className="max-w-prose text-sm text-muted">{notice.text}</p>
        <p>
          <Written>{field.value}</Written>
        </p>
      </Kind>
      <Kind id="actions" title={kinds.actions}>
        <p className="flex flex-wrap items-center gap-3">
          <Button>{button.main}</Button>
          <Button look="quiet">{button.quiet}</Button>
          <Button look="danger">{button.danger}</Button>
          <Button look="plain">{button.plain}</Button>
          <Button disabled>{button.disabled}</Button>
          <LinkButton href="#actions">{button.main}</LinkButton>
          <TextLink href="#actions">{button.quiet}</TextLink>
        </p>
      </Kind>
      <Kind id="states" title={kinds.states}>
        <p className="flex flex-wrap gap-3">
          {(['plain', 'blue', 'warm', 'good'] as const).map((tone) => (
            <Tag key={tone} tone={tone}>
              {tag[tone]}
            </Tag>
          ))}
        </p>
        {(['plain', 'warm', 'good'] as const).map((tone) => (
          <Notice key={tone} tone={tone} title={notice.title}>
            {notice.text}
          </Notice>
        ))}
        <ErrorSummary title={words.summary} errors={[{ id: 'field-error', message: field.error }]} />
      </Kind>
      <Kind id="fields" title={kinds.fields}>
        <TextInput id="field" {...texts} defaultValue={field.value} />
        <TextInput id="field-error" {...texts} error={field.error} />
        <TextInput
          id="field-why"
          {...texts}
          why={{ summary: field.why, children: <p>{field.reason}</p> }}
          placeholder={field.value}
        />
        <TextInput id="field-disabled" {...texts} disabled defaultValue={field.value} />
        <Field id="field-area" {...texts}>
          <Area id="field-area" defaultValue={`${notice.title}\n${notice.text}`} />
        </Field>
        <Select id="field-select" {...texts} options={options} defaultValue="local" />
      </Kind>
      <Kind id="choices" title={kinds.choices}>
        <Choices id="one" name="one" type="radio" label={words.options.legend} options={options} initial="national" />
        <Choices id="some" name="some" type="checkbox" label={words.options.legend} options={options} columns />
        <Choices
          id="wrong"
          name="wrong"
          type="radio"
          label={words.options.legend}
          options={options}
          error={field.error}
        />
        <Tick type="checkbox" name="tick" label={words.options.local} hint={words.options.hint} defaultChecked />
      </Kind>
      <Kind id="languages" title={kinds.languages}>
        <Pair>
          {(['ar', 'en'] as const).map((language) => (
            <Passage key={language} lang={language}>
              <p>{words.pair[language]}</p>
            </Passage>
          ))}
        </Pair>
      </Kind>
      <Kind id="data" title={kinds.data}>
        <Table id="example-table" caption={words.table.caption}>
          <thead>
            <tr>
              <th scope="col">{words.table.action}</th>
              <th scope="col" className="number">
                {words.table.cost}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{words.table.first}</th>
              <td className="number">420,000</td>
            </tr>
            <tr>
              <th scope="row">{words.table.second}</th>
              <td className="number">1,180,000</td>
            </tr>
          </tbody>
        </Table>
        <Bars
          max={10}
          legend={bar(0, 0, 0)}
          bars={[
            { key: 'first', name: words.table.first, parts: bar(6, 3, 1), text: '6 / 9 / 10' },
            { key: 'second', name: words.table.second, parts: bar(2, 0, 3), text: '2 / 2 / 5' },
          ]}
        />
        <div className="max-w-md">
          <Progress value={7} of={10} label={words.progress.label}>
            {words.progress.text}
          </Progress>
        </div>
      </Kind>
      <Kind id="files" title={kinds.files}>
        <FileInput
          id="example-file"
          name="file"
          label={words.file.label}
          hint={words.file.hint}
          limit={1000}
          tooLarge={words.file.tooLarge}
        />
      </Kind>
    </>
  );
}

const Kind = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section id={id} aria-labelledby={`${id}-title`} className="grid gap-4 border-t border-line pt-6">
    <h2 id={`${id}-title`} className="text-xl">
      {title}
    </h2>
    {children}
  </section>
);
