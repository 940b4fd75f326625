package io.modernize.cmdb.api.errors;

import io.modernize.cmdb.api.limits.Limit;
import io.modernize.cmdb.api.requests.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes problem documents (RFC 9457), which answer everything that is not GraphQL. They have a detail in our words for
 * people, a code for programs, and the id under which the request is logged. They contain nothing of an exception.
 */
public final class Problems {
    private Problems() {}

    /**
     * A problem that follows from its status alone. It is for cases where nothing more is known, or where the caller
     * may not know more.
     */
    public static ProblemDetail of(HttpStatusCode statusCode, @Nullable String requestId) {
        HttpStatus status = HttpStatus.resolve(statusCode.value());
        return status == null
                ? of(statusCode, "HTTP_" + statusCode.value(), "The request was not answered.", requestId)
                : of(statusCode, code(status), detail(status), requestId);
    }

    public static ProblemDetail of(HttpStatusCode status, String code, String detail, @Nullable String requestId) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        if (requestId != null) {
            problem.setProperty("requestId", requestId);
        }
        return problem;
    }

    /** A refusal of a request that exceeds a limit. */
    public static ProblemDetail of(Limit limit, HttpStatus status, long value, long maximum) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, limit.message(maximum));
        limit.extensions(value, maximum).forEach(problem::setProperty);
        return problem;
    }

    /** Writes a problem as the answer, for filters. */
    public static void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("title", problem.getTitle());
        members.put("status", problem.getStatus());
        members.put("detail", problem.getDetail());
        Map<String, Object> properties = problem.getProperties();
        if (properties != null) {
            members.putAll(properties);
        }
        String requestId = RequestId.find(request);
        if (requestId != null) {
            members.put("requestId", requestId);
        }
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(members));
    }

    private static String code(HttpStatus status) {
        if (status.is5xxServerError()) {
            return status == HttpStatus.SERVICE_UNAVAILABLE ? "UNAVAILABLE" : "INTERNAL";
        }
        return status == HttpStatus.BAD_REQUEST ? "MALFORMED_REQUEST" : status.name();
    }

    private static String detail(HttpStatus status) {
        if (status.is5xxServerError()) {
            return "The service failed to answer. Try again later; if it persists, report the requestId to the"
                    + " operator.";
        }
        return switch (status.value()) {
            case 400 ->
                "The request is malformed. A GraphQL request is a JSON object with query, and optionally"
                        + " operationName, variables and extensions.";
            case 401 -> "Send a valid access token in the header Authorization, as a bearer token.";
            case 403 -> "This address is not open to you.";
            case 404 -> "There is nothing at this address. The GraphQL API is at POST /graphql.";
            case 405 -> "This address does not take this method; the header Allow lists those that it takes.";
            case 406 ->
                "This address does not answer in what the header Accept wants. GraphQL is answered in"
                        + " application/json, application/graphql-response+json and, for subscriptions,"
                        + " text/event-stream.";
            case 413 -> "The request is too large.";
            case 415 -> "This address does not take this content type. A GraphQL request is application/json.";
            case 431 -> "The headers of the request are too large.";
            default -> "The request was not answered: " + status.getReasonPhrase() + ".";
        };
    }
}
