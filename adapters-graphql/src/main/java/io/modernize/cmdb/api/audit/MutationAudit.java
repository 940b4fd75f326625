package io.modernize.cmdb.api.audit;

import graphql.GraphqlErrorException;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.language.OperationDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.modernize.cmdb.api.callers.CallerRequest;
import io.modernize.cmdb.api.callers.CallerScope;
import io.modernize.cmdb.api.errors.Audited;
import io.modernize.cmdb.api.gate.ApiRequest;
import io.modernize.cmdb.audit.AuditAction;
import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.audit.AuditOrigin;
import io.modernize.cmdb.audit.AuditOutcome;
import io.modernize.cmdb.audit.application.Audit;
import io.modernize.cmdb.audit.application.Audit.Attempt;
import io.modernize.cmdb.audit.application.Audit.Finding;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs every mutation in one transaction with its line in the audit log. It stands around all of them, so that none can
 * leave it out; what the line says of the change, the result tells ({@link Audited}). What was refused is written as well.
 *
 * <p>Who is no member of the client account, or has not chosen one, has no audit log to stand in. What the client account's
 * rate lets nobody do any more is not written either: writing it would cost what is to be saved.
 */
@Component
final class MutationAudit extends SimplePerformantInstrumentation {
    private static final Logger LOG = LoggerFactory.getLogger(MutationAudit.class);

    private final Audit audit;
    private final CallerScope callerScope;

    MutationAudit(Audit audit, CallerScope callerScope) {
        this.audit = audit;
        this.callerScope = callerScope;
    }

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        boolean isMutation =
                parameters.getExecutionContext().getOperationDefinition().getOperation()
                                == OperationDefinition.Operation.MUTATION
                        && parameters.getExecutionStepInfo().getPath().getLevel() == 1
                        && !parameters.getField().getName().startsWith("__");
        return isMutation ? (DataFetcher<Object>) environment -> audited(fetcher, environment) : fetcher;
    }

    private Object audited(DataFetcher<?> fetcher, DataFetchingEnvironment environment) throws Exception {
        String mutation = environment.getField().getName();
        Attempt attempt = new Attempt(
                AuditAction.ofMutation(mutation)
                        .orElseThrow(() -> new IllegalStateException("no audit action for the mutation " + mutation)),
                AuditCaller.current(),
                environment.getGraphQlContext().getOrDefault(AuditOrigin.class, AuditOrigin.NONE));
        // Which client account it is about. What the mutation requires beyond membership it checks itself.
        TenantScope scope = callerScope
                .grant(CallerRequest.of(environment.getGraphQlContext()), null, null)
                .membership()
                .scope();
        try {
            return audit.during(scope, attempt, () -> fetch(fetcher, environment), MutationAudit::found, failure -> {
                ApiRequest.current().ifPresent(ApiRequest::beginLastWords);
                return failed(failure);
            });
        } catch (CheckedFailure failure) {
            logUnwritten(mutation, failure);
            throw failure.failure;
        } catch (RuntimeException | Error failure) {
            logUnwritten(mutation, failure);
            throw failure;
        } finally {
            ApiRequest.current().ifPresent(ApiRequest::endLastWords);
        }
    }

    /** What the caller is told does not depend on it. */
    private static void logUnwritten(String mutation, Throwable failure) {
        for (Throwable notWritten : failure.getSuppressed()) {
            LOG.error("That {} was refused or failed may not be in the audit log", mutation, notWritten);
        }
    }

    private static Object fetch(DataFetcher<?> fetcher, DataFetchingEnvironment environment) {
        try {
            return result(Objects.requireNonNull(fetcher.get(environment), "a mutation has a result"));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new CheckedFailure(e);
        }
    }

    /** What a controller throws comes as a future that has failed already. */
    private static Object result(Object result) throws Exception {
        if (result instanceof CompletableFuture<?> future && future.isCompletedExceptionally()) {
            switch (future.exceptionNow()) {
                case Exception thrown -> throw thrown;
                case Error error -> throw error;
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
        if (result instanceof CompletionStage || result instanceof Publisher) {
            throw new IllegalStateException("a mutation that goes on elsewhere would be outside its transaction");
        }
        return result;
    }

    private static Finding found(Object result) {
        return result instanceof Audited audited ? audited.audited() : Finding.done(AuditDetails.NONE);
    }

    private static AuditOutcome failed(Throwable failure) {
        return failure instanceof GraphqlErrorException refusal
                        && refusal.getExtensions() != null
                        && refusal.getExtensions().get("code") instanceof String code
                ? new AuditOutcome.Refused(code)
                : new AuditOutcome.Failed();
    }

    /** Carries a checked exception out of the transaction. */
    private static final class CheckedFailure extends RuntimeException {
        private final transient Exception failure;

        private CheckedFailure(Exception failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
