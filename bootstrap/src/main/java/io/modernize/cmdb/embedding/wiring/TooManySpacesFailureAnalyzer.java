package io.modernize.cmdb.embedding.wiring;

import io.modernize.cmdb.embedding.spaces.application.TooManySpacesException;
import java.util.Objects;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class TooManySpacesFailureAnalyzer extends AbstractFailureAnalyzer<TooManySpacesException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, TooManySpacesException cause) {
        return new FailureAnalysis(
                Objects.requireNonNull(cause.getMessage()),
                "Configure the models of those two (cmdb.embedding.provider and cmdb.embedding.next.provider, with"
                    + " their settings), end their migration with \"migrate retire\", and then configure the third.",
                cause);
    }
}
