package io.modernize.cmdb.api.requests;

/** The names of the request headers with which a caller chooses among their own memberships. */
public final class ScopeHeaders {
    public static final String CLIENT_ACCOUNT_ID = "X-Client-Account-Id";
    public static final String ENGAGEMENT_ID = "X-Engagement-Id";

    private ScopeHeaders() {}
}
