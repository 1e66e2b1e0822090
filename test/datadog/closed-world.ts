import nock from "nock";

const PROXIES = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"] as const;

/** Until disposed of, nothing can be reached but what is scripted here, and no proxy stands in between. */
export function closedWorld(): Disposable & { readonly at: typeof nock } {
  const proxies = PROXIES.map((name) => [name, process.env[name]] as const);
  for (const name of PROXIES) Reflect.deleteProperty(process.env, name);
  nock.disableNetConnect();
  return {
    at: nock,
    [Symbol.dispose]: () => {
      nock.cleanAll();
      nock.enableNetConnect();
      for (const [name, value] of proxies) if (value !== undefined) process.env[name] = value;
    },
  };
}
