/** Authorization code with PKCE, for a public client at the authorization server of this origin. */

const PENDING = 'cmdb.graphiql.sign-in';

function base64Url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function random() {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

function redirectUri() {
  return location.origin + location.pathname;
}

/** Leaves the page for the authorization server. */
export async function startSignIn(clientId) {
  const pending = { state: random(), verifier: random() };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pending.verifier));
  location.assign('/oauth2/authorize?' + new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri(),
    scope: 'openid',
    state: pending.state,
    code_challenge: base64Url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  }));
}

/** The access token, where this page load is the way back from a sign-in; null where it is not. */
export async function finishSignIn(clientId) {
  const answer = new URLSearchParams(location.search);
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? 'null');
  if (!pending || !(answer.has('code') || answer.has('error'))) {
    return null;
  }
  sessionStorage.removeItem(PENDING);
  history.replaceState(null, '', location.pathname);
  if (answer.get('state') !== pending.state) {
    throw new Error('the answer does not belong to this sign-in');
  }
  if (answer.has('error')) {
    throw new Error(answer.get('error'));
  }
  const response = await fetch('/oauth2/token', {
    method: 'POST',
    credentials: 'omit',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: redirectUri(),
      code: answer.get('code'),
      code_verifier: pending.verifier,
    }),
  });
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.error ?? `HTTP ${response.status}`);
  }
  return body.access_token;
}
