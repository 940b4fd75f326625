package io.modernize.cmdb.tenancy.graphql;

import io.modernize.cmdb.tenancy.AuditActor;
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
