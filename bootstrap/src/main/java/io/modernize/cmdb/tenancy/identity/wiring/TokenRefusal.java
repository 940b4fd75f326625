package io.modernize.cmdb.tenancy.identity.wiring;

/**
 * The reasons to refuse a request. The answer is the same for every token, so that nothing of a token or of its claims
 * is ever repeated.
 */
enum TokenRefusal {
    TOKEN_MISSING(
            "The request carries no access token.",
            "Send one in the header Authorization, as a bearer token. Tokens in the address or in the body do not"
                    + " count."),
    AUTHORIZATION_AMBIGUOUS(
            "The request has the header Authorization more than once.", "Send it once, with one bearer token."),
    MALFORMED(
            "The header Authorization does not contain a signed JWT.",
            "Send the access token as the identity provider issued it, after the word Bearer and one space."),
    ALGORITHM(
            "The token is not signed, or with an algorithm that is not accepted.",
            "Have the identity provider sign access tokens with RS256 or ES256."),
    SIGNATURE(
            "The signature is not made by the issuer that the token names, or it does not fit the token.",
            "Get a new token from the identity provider, and send it unchanged."),
    ISSUER_UNKNOWN(
            "The issuer of the token is not registered here, or the token names none.",
            "Get the token from a registered issuer. The operator of the service registers issuers in the setting"
                    + " cmdb.identity.issuers. The address has to match exactly."),
    TOKEN_VERSION(
            "This is a version 1.0 access token of Microsoft Entra ID; only version 2.0 is accepted.",
            "Set api.requestedAccessTokenVersion to 2 in the manifest of the API's app registration, and get a new"
                    + " token."),
    TOKEN_KIND(
            "This is an ID token or another kind of token, and not an access token.",
            "Send the access token. An ID token tells an application who signed in, and opens nothing."),
    AUDIENCE(
            "The token was not issued for this service.",
            "Request a scope of this service's app registration, for example api://<client id>/.default."),
    TOKEN_EXPIRED("The token has expired.", "Get a new one."),
    TOKEN_NOT_YET_VALID(
            "The token is not valid yet.", "Use it later; if it should be valid by now, compare the clocks."),
    CLAIM_MISSING(
            "The token lacks a claim that is needed: iss, exp, tid or oid.",
            "Get the token from Microsoft Entra ID, or have the identity provider add these claims."),
    CLAIM_INVALID(
            "A claim of the token does not have the required form.",
            "tid and oid are UUIDs, roles is an array of texts, scp is one text with spaces between its values."),
    DIRECTORY(
            "The token names a directory that its issuer does not speak for.",
            "Sign in with the directory that the identity belongs to."),
    TOKEN_GRANTS_NOTHING(
            "The access token names no app role and no delegated scope that is known here.",
            "Have an app role (for example data.vector_search, agent, analyst or administrator) assigned to the person"
                    + " or application, or a delegated scope granted to the application, and get a new token."),
    NOT_OPEN("This address is not open to you.", "The API is at /graphql."),
    ISSUER_UNAVAILABLE(
            "The token cannot be checked now, because its issuer does not answer.",
            "Send the request again after the seconds that the header Retry-After names.");

    private final String detail;
    private final String remedy;

    TokenRefusal(String detail, String remedy) {
        this.detail = detail;
        this.remedy = remedy;
    }

    String detail() {
        return detail;
    }

    String remedy() {
        return remedy;
    }
}
