package io.modernize.cmdb.api.audit;

import io.modernize.cmdb.api.requests.CallerIdentity;
import io.modernize.cmdb.audit.AuditActor;
import io.modernize.cmdb.tenancy.Caller;

/** The caller of the running request, as the audit log names it. */
final class AuditCaller {
    private AuditCaller() {}

    static AuditActor current() {
        Caller caller = CallerIdentity.caller();
        return new AuditActor(kind(caller.kind()), caller.identity());
    }

    private static AuditActor.Kind kind(Caller.Kind kind) {
        return switch (kind) {
            case PERSON -> AuditActor.Kind.PERSON;
            case SERVICE -> AuditActor.Kind.SERVICE;
            case UNKNOWN -> AuditActor.Kind.UNKNOWN;
        };
    }
}
