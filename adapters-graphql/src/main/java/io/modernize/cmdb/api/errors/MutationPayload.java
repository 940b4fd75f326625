package io.modernize.cmdb.api.errors;

import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.audit.AuditOutcome;
import io.modernize.cmdb.audit.application.Audit.Finding;
import java.util.List;

/**
 * What a mutation answers: either it has changed something, or errors say why it has not. For the mutations of every
 * capability.
 */
public interface MutationPayload extends Audited {
    /** Why nothing was changed; empty where the mutation is done. */
    List<MutationError> errors();

    /** What the audit log keeps of the change. Asked for only where there are no errors. */
    AuditDetails done();

    /** What the audit log keeps beside the code where there are errors: what the refusal is about. */
    default AuditDetails refused() {
        return AuditDetails.NONE;
    }

    @Override
    default Finding audited() {
        return errors().isEmpty()
                ? Finding.done(done())
                : new Finding(
                        new AuditOutcome.Refused(errors().getFirst().code().name()), refused());
    }
}
