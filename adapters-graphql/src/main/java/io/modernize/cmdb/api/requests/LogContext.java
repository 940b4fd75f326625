package io.modernize.cmdb.api.requests;

import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.util.List;
import org.slf4j.MDC;

/** The values that each log line has beside its text. They tell whose request it is, never what is asked. */
public final class LogContext {
    static final String REQUEST_ID = "requestId";
    static final String DIRECTORY_TENANT_ID = "tid";
    static final String OBJECT_ID = "oid";
    static final String CLIENT_ACCOUNT_ID = "clientAccountId";

    /** The keys. Threads that continue a request, such as those of subscriptions, are given their values. */
    static final List<String> KEYS = List.of(REQUEST_ID, DIRECTORY_TENANT_ID, OBJECT_ID, CLIENT_ACCOUNT_ID);

    private LogContext() {}

    static void begin(String requestId) {
        MDC.put(REQUEST_ID, requestId);
    }

    public static void caller(PrincipalIdentity identity) {
        MDC.put(DIRECTORY_TENANT_ID, identity.directoryTenantId().toString());
        MDC.put(OBJECT_ID, identity.objectId().toString());
    }

    public static void clientAccount(ClientAccountId id) {
        MDC.put(CLIENT_ACCOUNT_ID, id.toString());
    }

    static void end() {
        KEYS.forEach(MDC::remove);
    }
}
