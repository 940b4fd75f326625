/* global GraphiQL, React, ReactDOM */
import { finishSignIn, startSignIn } from './sign-in.js';

const settings = await (await fetch('graphiql/settings.json')).json();
const identity = document.getElementById('identity');
const signIn = document.getElementById('sign-in');
const signOut = document.getElementById('sign-out');

/** Held in memory only: gone with the tab, out of reach of anything that reads storage. */
let token = null;

const example = `# Who am I, and what may I see?
query Me {
  me { clientAccount { name } role permissions engagements { id name } }
}

query Similar {
  findSimilarAssets(queryText: "oracle database server in production", topK: 5) {
    plan { strategy }
    candidates
    hits { score asset { name ciClass osName environment } engagement { name } }
  }
}
`;

function show(message, signedIn) {
  identity.textContent = message;
  signIn.hidden = !settings.clientId || signedIn;
  signOut.hidden = !signedIn;
}

/** Headers typed into the editor win over the token of the sign-in. */
function fetcher(params, options) {
  const typed = options?.headers ?? {};
  const bearer = token && !Object.keys(typed).some((name) => name.toLowerCase() === 'authorization')
    ? { Authorization: `Bearer ${token}` } : {};
  return fetch(settings.graphqlPath, {
    method: 'POST',
    credentials: 'omit',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...bearer, ...typed },
    body: JSON.stringify(params),
  }).then(async (response) => {
    const text = await response.text();
    if (!text) {
      return { errors: [{ message: `HTTP ${response.status}: sign in, or check the token in Headers.` }] };
    }
    return JSON.parse(text);
  });
}

function render(generation) {
  root.render(React.createElement(GraphiQL, {
    key: generation,
    fetcher,
    defaultQuery: example,
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: false,
    defaultEditorToolsVisibility: 'headers',
  }));
}

const root = ReactDOM.createRoot(document.getElementById('graphiql'));
show(identity.textContent, false);
try {
  token = settings.clientId ? await finishSignIn(settings.clientId) : null;
  if (token) {
    show('Signed in.', true);
  }
} catch (failure) {
  show(`Sign-in failed: ${failure.message}`, false);
}
signIn.addEventListener('click', () => startSignIn(settings.clientId));
signOut.addEventListener('click', () => {
  token = null;
  show('Token forgotten.', false);
  render('signed-out');
});
render(token ? 'signed-in' : 'anonymous');
