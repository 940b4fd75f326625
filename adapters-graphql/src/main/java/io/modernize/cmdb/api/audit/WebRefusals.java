package io.modernize.cmdb.api.audit;

import graphql.GraphqlErrorException;
import io.modernize.cmdb.api.errors.Refusals;
import io.modernize.cmdb.api.gate.ApiRequest;
import io.modernize.cmdb.api.limits.Limit;
import io.modernize.cmdb.api.requests.RequestId;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;

/** Answers refusals of plain HTTP with a problem document (RFC 9457) that has the fields of a GraphQL error. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class WebRefusals {
    private static final Logger LOG = LoggerFactory.getLogger(WebRefusals.class);

    private final WebRefusalAudit audit;

    WebRefusals(WebRefusalAudit audit) {
        this.audit = audit;
    }

    @ExceptionHandler
    ProblemDetail refused(
            GraphqlErrorException refusal, HandlerMethod handler, NativeWebRequest web, HttpServletRequest request) {
        try {
            audit.write(refusal, handler, web);
        } catch (RuntimeException notWritten) {
            // What the caller is told does not depend on it.
            LOG.error(
                    "A refusal of {} is not in the audit log",
                    handler.getMethod().getName(),
                    notWritten);
        }
        return problem(status(refusal), refusal, request);
    }

    /** Answers that there is no place for the work now. No event is recorded, because the work did not begin. */
    @ExceptionHandler
    ProblemDetail overloaded(OverloadedException refusal, HttpServletRequest request) {
        ApiRequest.current().ifPresent(api -> api.overloaded(refusal));
        return problem(HttpStatus.SERVICE_UNAVAILABLE, Refusals.overloaded(refusal), request);
    }

    private static ProblemDetail problem(HttpStatus status, GraphqlErrorException refusal, HttpServletRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, refusal.getMessage());
        refusal.getExtensions().forEach(problem::setProperty);
        String requestId = RequestId.find(request);
        if (requestId != null) {
            problem.setProperty("requestId", requestId);
        }
        return problem;
    }

    private static HttpStatus status(GraphqlErrorException refusal) {
        if (refusal.getExtensions().containsKey(Limit.RETRY_AFTER_SECONDS)) {
            return HttpStatus.TOO_MANY_REQUESTS;
        }
        if (!(refusal.getErrorType() instanceof ErrorType type)) {
            return HttpStatus.INTERNAL_SERVER_ERROR;
        }
        return switch (type) {
            case BAD_REQUEST -> HttpStatus.BAD_REQUEST;
            case UNAUTHORIZED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case INTERNAL_ERROR -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
