import type { Format } from '#plan/printOptions';
import { disposition, kindsOf } from '#server/download';
import { takePrintFile } from '#server/prints';
import { currentActor } from '#server/session';

const headers = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};
const refuse = (status: number, code: string): Response => Response.json({ ok: false, code }, { status, headers });

const types: Record<Format, string> = {
  pdf: 'application/pdf',
  // ECMA-376.
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The printed plan. */
export async function GET(_request: Request, { params }: { params: Promise<{ print: string }> }): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return refuse(401, 'signedOut');
  const taken = await takePrintFile(actor, (await params).print);
  if (!taken) return refuse(404, 'notFound');
  const { file, fileName, country, options, isAdopted, day } = taken;
  // The first pages are to be looked at, by whatever the browser shows a PDF with.
  const how = options.extent === 'first' && options.format === 'pdf' ? 'inline' : 'attachment';
  return new Response(new Uint8Array(file), {
    headers: {
      ...headers,
      'content-type': types[options.format],
      'content-length': `${file.length}`,
      'content-disposition': disposition(
        fileName,
        { country, kinds: kindsOf(options, isAdopted), day, ending: options.format },
        how,
      ),
    },
  });
}
