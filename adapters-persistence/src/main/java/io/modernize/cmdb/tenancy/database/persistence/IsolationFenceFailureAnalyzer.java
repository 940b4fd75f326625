package io.modernize.cmdb.tenancy.database.persistence;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells which fences are down instead of printing a stack trace. */
class IsolationFenceFailureAnalyzer extends AbstractFailureAnalyzer<IsolationFenceDownException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, IsolationFenceDownException cause) {
        return new FailureAnalysis(
                "The database does not keep client accounts apart:\n  - " + String.join("\n  - ", cause.faults()),
                "Put right what is listed. scripts/roles.sql sets up the two logins as they must be; the migrations set"
                        + " up the tables.",
                cause);
    }
}
