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
 * Runs every mutation in one transaction with its event in the audit log. It stands around all mutations, so that none
 * can leave its event out. The result of the mutation tells what was changed ({@link Audited}). Refused mutations are
 * recorded as well.
 *
 * <p>A caller who is no member of the client account, or has not chosen one, has no audit log. Requests beyond the rate
 * of the client account are not recorded either, because recording them would cost what the limit is to save.
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
        CallerRequest request = CallerRequest.of(environment.getGraphQlContext());
        TenantScope scope = callerScope.grant(request, null, null).membership().scope();
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
            // It may have changed what the next mutation of the request may do.
            request.known().forget();
            ApiRequest.current().ifPresent(ApiRequest::endLastWords);
        }
    }

    /** Logs an event that could not be recorded. The caller's answer does not depend on it. */
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

    /** The result of a controller. An exception of a controller comes as a future that has failed already. */
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
