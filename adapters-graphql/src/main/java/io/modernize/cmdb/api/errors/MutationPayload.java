package io.modernize.cmdb.api.errors;

import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.audit.AuditOutcome;
import io.modernize.cmdb.audit.application.Audit.Finding;
import java.util.List;

/**
 * The answer of a mutation of any capability. Either the mutation has changed something, or errors say why it has not.
 */
public interface MutationPayload extends Audited {
    /** The reasons why nothing was changed. Empty if the mutation succeeded. */
    List<MutationError> errors();

    /** The details of the change for the audit log. They are asked for only if there are no errors. */
    AuditDetails done();

    /** The details of a refusal for the audit log, beside the code: the subject that it is about. */
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
