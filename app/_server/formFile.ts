/** The fields of a form that carries a file, from the bytes of its request; null where it isn’t one. */
export async function formIn(bytes: Uint8Array, type: string): Promise<FormData | null> {
  if (!/^multipart\/form-data *;/i.test(type)) return null;
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  } catch {
    return null;
  }
}
