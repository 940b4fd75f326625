package io.modernize.cmdb.api.errors;

import io.modernize.cmdb.api.requests.RequestId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers refusals of the framework and unexpected exceptions with a problem document. The framework's own words name
 * classes, parameters and media types, and are replaced by ours.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class HttpProblems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(HttpProblems.class);

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(headers, status, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception exception, WebRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(exception)) {
            LOG.debug("The caller is gone", exception);
            return answer(new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
        }
        LOG.error("A request failed", exception);
        return answer(new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, request);
    }

    /**
     * The answer to a request. Null if an answer is already on its way, because a second one would be cut off at best.
     */
    private static @Nullable ResponseEntity<Object> answer(
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ServletWebRequest web = (ServletWebRequest) request;
        if (web.getResponse() != null && web.getResponse().isCommitted()) {
            return null;
        }
        return ResponseEntity.status(status)
                .headers(headers)
                .body(Problems.of(status, RequestId.find(web.getRequest())));
    }
}
