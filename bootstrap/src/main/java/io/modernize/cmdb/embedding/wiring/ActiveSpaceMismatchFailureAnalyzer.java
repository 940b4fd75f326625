package io.modernize.cmdb.embedding.wiring;

import io.modernize.cmdb.embedding.spaces.application.ActiveSpaceMismatchException;
import java.util.Objects;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class ActiveSpaceMismatchFailureAnalyzer extends AbstractFailureAnalyzer<ActiveSpaceMismatchException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ActiveSpaceMismatchException cause) {
        return new FailureAnalysis(
                Objects.requireNonNull(cause.getMessage()),
                "Set cmdb.embedding.provider and the provider's settings to the model named first.",
                cause);
    }
}
