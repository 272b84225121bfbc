/**
 * A `fetch` for the api's client that tells how much has gone: the browser's own does not. Sent by XMLHttpRequest, answered alike.
 */
export function uploading(onProgress: (share: number) => void): (request: Request) => Promise<Response> {
  return async (request) => {
    const body = await request.blob();
    return new Promise((resolve, reject) => {
      const sent = new XMLHttpRequest();
      sent.open(request.method, request.url);
      request.headers.forEach((value, name) => sent.setRequestHeader(name, value));
      sent.responseType = 'blob';
      sent.upload.addEventListener('progress', ({ loaded, total }) =>
        onProgress(total > 0 ? loaded / total : 0),
      );
      sent.addEventListener('load', () => {
        const headers = new Headers();
        const type = sent.getResponseHeader('content-type');
        if (type) {
          headers.set('content-type', type);
        }
        resolve(new Response(sent.response as Blob, { status: sent.status, headers }));
      });
      sent.addEventListener('error', () => reject(new TypeError('The line was lost')));
      sent.addEventListener('timeout', () => reject(new TypeError('The line was too slow')));
      sent.timeout = 180_000;
      sent.send(body);
    });
  };
}
