package io.modernize.cmdb.tenancy.identity.wiring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells which setting is wrong and what to set. */
final class InvalidIdentitySettingsFailureAnalyzer extends AbstractFailureAnalyzer<InvalidIdentitySettingsException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidIdentitySettingsException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
